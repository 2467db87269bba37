"""Corrections by a person: rows of a CSV that say what a report really states, and why.

Here are the rows: their file, their columns and what may stand in them. Putting them in the place
of what was read is the business of :mod:`normalize.correcting`. How to write one is told in
``docs/corrections.md``.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

import regex

from normalize.codebook import agencies, words
from normalize.words.patterns import compiled
from normalize.words.values import as_score, deadline_of, monitoring_months

COLUMNS = ("file_sha256", "page", "field", "raw", "corrected", "reason", "who")
FILE = "corrections.csv"

#: Fields of a measure or weakness: ``corrected`` takes the place of ``raw`` in the cell's text.
CELL_FIELDS = (
    "weakness",
    "measure",
    "output",
    "awareness",
    "result",
    "responsible",
    "deadline",
    "monitoring",
)
#: What a report says of itself: ``raw`` is the value as it was read, empty where none was.
REPORT_FIELDS = ("agency", "doc_type", "report_year", "assessment_year", "plan_year", "rating")

_ITEM = r"[IEO][1-9][0-9]?"
_SCORE = compiled(
    rf"score:(?:(?P<year>25[0-9]{{2}}):)?"
    rf"(?P<code>{_ITEM}|ITA|IIT|EIT|OIT|(?:10|[1-9])(?:\.[1-9])?)"
)
_CODE = compiled(rf"code:(?P<code>{_ITEM})")
_YEAR = compiled(r"25[0-9]{2}")


class CorrectionsError(Exception):
    """A row of corrections that does not fit: says which file and line, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: on this page of this file, ``field`` was read from ``raw`` and is ``corrected``.

    Attributes:
        file_sha256: which file, whatever it is called.
        page: of the printing that was misread, from 1.
        field: ``score:CODE``, ``score:YEAR:CODE``, ``code:CODE``, a field of a measure, or what
            the report says of itself.
        raw: the text it was read from, or the part of it that is wrong.
        corrected: what it should say; empty for a number that is no score at all.
        reason: why, in words.
        who: the person who looked.
        where: file and line of the row, for messages.
    """

    file_sha256: str
    page: int
    field: str
    raw: str
    corrected: str
    reason: str
    who: str
    where: str = ""

    @property
    def score(self) -> tuple[int | None, str] | None:
        """Year and code of a ``score:`` field."""
        match = _SCORE.fullmatch(self.field)
        return (int(match["year"]) if match["year"] else None, match["code"]) if match else None

    @property
    def code(self) -> str | None:
        """The code of a ``code:`` field, as it was read."""
        match = _CODE.fullmatch(self.field)
        return match["code"] if match else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes a ``code:`` field is corrected to."""
        return tuple(part.strip() for part in self.corrected.split(",") if part.strip())


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The rows of a file of corrections.

    Raises:
        CorrectionsError: a row does not fit; the message says which, and what would.
        OSError: the file cannot be opened.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{path}: not UTF-8; save it as CSV UTF-8") from error
    return parse_corrections(text, str(path))


def bundled() -> tuple[Correction, ...]:
    """The corrections that come with the program."""
    text = files("normalize").joinpath("codebook", FILE).read_text(encoding="utf-8-sig")
    return parse_corrections(text, f"codebook/{FILE}")


def parse_corrections(text: str, name: str) -> tuple[Correction, ...]:
    """The rows of the text of a file; ``name`` stands in messages.

    Raises:
        CorrectionsError: a row does not fit.
    """
    lines = csv.DictReader(io.StringIO(text, newline=""))
    missing = [c for c in COLUMNS if c not in (lines.fieldnames or ())]
    if missing:
        raise CorrectionsError(
            f"{name}: no column {', '.join(missing)}; the first line must be {','.join(COLUMNS)}"
        )
    found: list[Correction] = []
    seen: dict[tuple[str, int, str, str], str] = {}
    for line in lines:
        if not any(isinstance(value, str) and value.strip() for value in line.values()):
            continue
        row = _row({c: (line[c] or "").strip() for c in COLUMNS}, f"{name}:{lines.line_num}")
        key = (row.file_sha256, row.page, row.field, row.raw)
        if key in seen:
            raise CorrectionsError(f"{row.where}: corrects the same as {seen[key]}; keep one")
        seen[key] = row.where
        found.append(row)
    return tuple(found)


def _row(line: Mapping[str, str], where: str) -> Correction:
    if not regex.fullmatch(r"[0-9a-f]{64}", line["file_sha256"].lower()):
        raise CorrectionsError(
            f"{where}: file_sha256 is not 64 hexadecimal digits; copy it from v_document"
        )
    if not regex.fullmatch(r"[1-9][0-9]{0,5}", line["page"]):
        raise CorrectionsError(f"{where}: page '{line['page']}' is not a page number from 1")
    for column in ("reason", "who"):
        if not line[column]:
            raise CorrectionsError(f"{where}: {column} is empty; say why, and who looked")
    row = Correction(
        line["file_sha256"].lower(),
        int(line["page"]),
        line["field"],
        line["raw"],
        line["corrected"],
        line["reason"],
        line["who"],
        where,
    )
    problem = _problem(row)
    if problem:
        raise CorrectionsError(f"{where}: {problem}")
    return row


def _problem(row: Correction) -> str | None:
    """What is wrong with a row's field or value, ``None`` where nothing is."""
    if row.field in REPORT_FIELDS:
        return _report_problem(row)
    if row.score is None and row.code is None and row.field not in CELL_FIELDS:
        known = ", ".join(("score:CODE", "code:CODE", *CELL_FIELDS, *REPORT_FIELDS))
        return f"no field is called '{row.field}'; one of {known}"
    if not row.raw:
        return "raw is empty; copy the text that was read wrongly from v_score or v_measure"
    if row.score is not None and row.corrected and as_score(row.corrected) is None:
        return f"'{row.corrected}' is no score from 0 to 100 with at most two decimals"
    if row.code is not None:
        bad = [code for code in row.codes if not regex.fullmatch(_ITEM, code)]
        if bad or not row.codes:
            return f"'{row.corrected}' is no item code such as I12, or several with commas"
    if row.field == "deadline" and row.corrected and date_of(row.corrected) is None:
        return f"'{row.corrected}' is no date; write 2023-03-30 or 30 มี.ค. 2566"
    if row.field == "monitoring" and row.corrected and monitoring_months(row.corrected) is None:
        return f"'{row.corrected}' is no interval; write for example ทุก 6 เดือน"
    return None


def _report_problem(row: Correction) -> str | None:
    value = row.corrected
    allowed: Iterable[str] | None = None
    if row.field == "agency":
        allowed = [a.code for a in agencies()]
    elif row.field == "doc_type":
        allowed = ("analysis", "plan", "progress")
    elif row.field == "rating":
        allowed = sorted({w.meaning for w in words("ratings")})
    elif not _YEAR.fullmatch(value):
        return f"'{value}' is no Buddhist Era year such as 2566"
    if allowed is not None and value not in allowed:
        short = "a code of agencies.csv" if row.field == "agency" else ", ".join(allowed)
        return f"{row.field} cannot be '{value}'; it is {short}"
    return None


def date_of(text: str) -> str | None:
    """The date a correction states: ISO, or as reports write it."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return deadline_of(text)


def fingerprints(rows: Iterable[Correction]) -> dict[str, str]:
    """For each file (by its hash) that has rows, digits that change when one of them does."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        parts = (str(row.page), row.field, row.raw, row.corrected, row.reason, row.who)
        by_file[row.file_sha256].append("\x1f".join(parts))
    return {
        sha256: hashlib.sha256("\x1e".join(sorted(lines)).encode()).hexdigest()[:8]
        for sha256, lines in by_file.items()
    }
