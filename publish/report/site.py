"""Writing the report: each page from its template, the whole folder at once.

A page holds its style and no script, and its Content-Security-Policy allows nothing else; what
comes from the database is escaped by the templates, all of it.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import sqlite3
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from publish.errors import PublishError
from publish.report import words
from publish.report.agency import AgencyPages
from publish.report.code import code_pages
from publish.report.document import document_page, link_to_pdf
from publish.report.facts import Facts
from publish.report.findings import about, findings
from publish.report.overview import overview
from publish.report.wording import wording

MARK = ".ita-report"
"""A file that tells a folder of ours from one that holds something else."""


def build(connection: sqlite3.Connection, folder: Path, raw: Path | None, today: date) -> int:
    """Write the report into a folder, in place of an earlier one, and say how many pages it has.

    Args:
        connection: from ``publish.reader.asking``.
        folder: where the report is to be.
        raw: the folder of the PDFs, to which pages are linked where they are there.
        today: the day deadlines are held against.

    Raises:
        PublishError: the folder holds something that is no report.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise PublishError(f"{folder} holds something else than a report: name another folder")
    new = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        (new / MARK).write_text("Written by ita report; may be written over.\n", encoding="utf-8")
        count = _Site(connection, new, folder, raw, today).write()
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return count


class _Site:
    """One writing of the report."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        new: Path,
        folder: Path,
        raw: Path | None,
        today: date,
    ) -> None:
        self._facts = Facts(connection)
        self._new = new
        self._folder = folder
        self._raw = raw
        self._today = today.isoformat()
        self._count = 0
        self._environment = _environment()

    def write(self) -> int:
        """Write every page."""
        facts = self._facts
        for number, year in enumerate(facts.years):
            context = overview(facts, year)
            self._page("overview.html", f"year-{year}.html", "overview", context)
            if number == 0:
                self._page("overview.html", "index.html", "overview", context)
            for code, of_code in code_pages(facts, year).items():
                self._page("code.html", f"code-{year}-{code}.html", "overview", of_code)
        if not facts.years:
            self._page("empty.html", "index.html", "overview", {})
        pages = AgencyPages(facts, self._today)
        for agency in facts.reported:
            self._page("agency.html", f"agency-{agency.code}.html", "overview", pages.page(agency))
        self._page("wording.html", "wording.html", "wording", wording(facts))
        self._page("findings.html", "findings.html", "findings", findings(facts))
        self._page("about.html", "about.html", "about", about(facts))
        for document in facts.documents:
            pdf = link_to_pdf(document, self._raw, self._folder)
            context = document_page(facts, document, pdf)
            self._page(
                "document.html", f"document-{document['document_id']}.html", "about", context
            )
        return self._count

    def _page(self, template: str, name: str, part: str, context: dict[str, Any]) -> None:
        text = self._environment.get_template(template).render(
            context, facts=self._facts, part=part, today=self._today
        )
        (self._new / name).write_text(text, encoding="utf-8")
        self._count += 1


@cache
def _style() -> tuple[str, str]:
    """The style, and the hash by which a page allows it."""
    text = files("publish.report").joinpath("templates", "style.css").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return text, base64.b64encode(digest).decode("ascii")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("publish.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, digest = _style()
    # Our own file, and the one text that must not be escaped: its hash is in the policy.
    environment.globals |= {"style": Markup(style), "style_hash": digest}
    environment.globals |= {name: getattr(words, name) for name in _TABLES}
    environment.filters |= {
        "date": words.thai_date,
        "score": words.score,
        "signed": words.signed,
        "band": words.band,
    }
    environment.globals["agency_name"] = words.agency_name
    return environment


_TABLES = "BANDS CHECKS DOC_TYPES INSTRUMENTS LETTERS SEVERITIES STATUSES TEXT_SOURCES".split()
