"""Stages that find hostile text in every field of a report, whatever the file holds.

What a PDF says ends in a terminal, a spreadsheet, a page and a query; each takes some texts for
orders. Importable by name, because worker processes import it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from extract.model import Box, Document, Place
from normalize.model import (
    Finding,
    Measure,
    Mention,
    Meta,
    PageNote,
    Report,
    Score,
    Source,
    Step,
    Weakness,
)
from pipeline.guard import sha256_of
from pipeline.stages import Stages

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>"
TEXTS = (
    '=HYPERLINK("http://example.org","ดู")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    MARKUP,
    "</style></td></table>&lt;b&gt; {{ 7*7 }} {% raw %} ${7*7}",
    '" onmouseover="alert(3)',
    "javascript:alert(4)",
    "\x1b[2J\x1b]0;title\x07 bell",
    "\u202eหลัง\u2066\u2069 \u200b\ufeff",
    "'; DROP TABLE document; --",
    "nul \x00 and half a pair \ud800",
    "%s %n {0} {name}",
    "line one\r\nline two\x0bthree\x85four\u2028five",
    "ก" * 40_000,
)
BOX = Box(10.0, 20.0, 110.0, 40.0)


def _source(text: str) -> Source:
    return Source(Place(1, BOX, 0, 1, 1), text)


def _measure(text: str) -> Measure:
    return Measure(
        indicator="7",
        codes=("I1",),
        weakness=text,
        measure=text,
        output=text,
        awareness=text,
        result=text,
        responsible=text,
        units=("ฝ่ายการคลัง",),
        deadline="2024-04-20",
        deadline_raw=text,
        monitoring_months=6.0,
        monitoring_raw=text,
        steps=(Step("measure", 1, text),),
        page_first=1,
        page_last=1,
        sources=(("measure", _source(text)),),
    )


def read(path: Path, _max_pages: int | None = None) -> Document:
    """A document of nothing; the facts do not come from it."""
    return Document(path.name, sha256_of(path), (), (), "text")


def normalize(document: Document) -> Report:
    """A report of which everything that can be a text is a hostile one."""
    scores = tuple(
        Score(
            2567,
            "item",
            f"I{n}",
            text,
            Decimal(90),
            (Mention(Decimal(90), _source(text), "table"),),
        )
        for n, text in enumerate(TEXTS, start=1)
    )
    return Report(
        document.file,
        document.sha256,
        "ok",
        "text",
        meta=Meta("1002", "analysis", 2567, 2567, "stated", title=MARKUP),
        pages=(PageNote(1, 595.0, 842.0, "text", 100, ((MARKUP, 1),)),),
        scores=scores,
        measures=tuple(_measure(text) for text in TEXTS),
        weaknesses=tuple(Weakness(("I1",), "7", text, _source(text)) for text in TEXTS),
        findings=tuple(Finding("warning", "unknown-table", t, page=1, raw=t) for t in TEXTS),
        ignored=tuple((text, _source(text)) for text in TEXTS),
    )


def check(report: Report) -> Report:
    """As it is."""
    return replace(report)


STAGES = Stages(read, normalize, check)
