"""A traced document in words, as data and as marks on a page: what `ita inspect` shows.

What became of what is found out by ``normalize.trace``; pages are drawn by
``extract.fonts.render_page``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from extract.model import Document, Place
from normalize.model import Report
from normalize.trace import Fact, Trace, TracedRow, TracedTable
from pipeline.outcome import KINDS as DOC_TYPES
from pipeline.screen import Column, counted, shown, table

#: Where a row's own words are cut.
LONGEST = 40

_COLUMNS = (
    Column("page", number=True),
    Column("row", number=True),
    Column("section"),
    Column("items"),
    Column("scores"),
    Column("measures"),
    Column("remark"),
    Column("text"),
)


def in_words(
    document: Document, report: Report, trace: Trace, page: int | None = None
) -> Iterator[str]:
    """What each row became, a block of lines for each table; of one page or of all."""
    meta = report.meta
    kind = DOC_TYPES.get(meta.doc_type or "", "kind not known")
    yield (
        f"{shown(document.file)}: {counted(len(document.pages), 'page')}, {kind}, agency "
        f"{meta.agency_code or 'not known'}, report year {meta.report_year or 'not known'}, "
        f"assessment year {meta.assessment_year or 'not known'}; "
        f"{counted(len(report.scores), 'score')}, {counted(len(report.measures), 'measure')}"
    )
    for one in trace.tables:
        rows = [row for row in one.rows if page is None or _on(row.places, page)]
        if rows or (page is not None and _on(one.places, page)):
            yield "\n".join(_table(one, rows))
    prose = [fact for fact in trace.prose if page in (None, fact.place.page)]
    if prose:
        yield "\n".join(
            ["Outside tables", *(f"  page {f.place.page}: {f.kind} {f.label}" for f in prose)]
        )
    findings = [f for f in trace.findings if page is None or page == f.page]
    if findings:
        lines = (
            f"  {f'page {f.page}: ' if f.page else ''}{f.severity} {f.kind}: {shown(f.message)}"
            for f in findings
        )
        yield "\n".join(["Findings", *lines])


def _on(places: Iterable[Place], page: int) -> bool:
    return any(place.page == page for place in places)


def _table(one: TracedTable, rows: Sequence[TracedRow]) -> Iterator[str]:
    first = one.places[0]
    pages = one.pages
    span = f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]} to {pages[-1]}"
    remark = f" ({one.remark})" if one.remark else ""
    yield f"Table {first.table} of page {first.page}, {span}: {one.kind}{remark}"
    for number, column in enumerate(one.columns):
        role = column.role or "?"
        year = f" {column.year}" if column.year else ""
        yield f"  column {number}  {role + year:<16} {shown(column.header)}".rstrip()
    yield ""
    lines = table(_COLUMNS, (_cells(row, one.remark) for row in rows)).split("\n")
    yield "\n".join(f"  {line}" for line in lines)


def _cells(row: TracedRow, said: str | None) -> Sequence[str]:
    """A row in cells, without the remark on its whole table, which is said above it."""
    remark = "; ".join(filter(None, (row.remark if row.remark != said else "", *row.findings)))
    return (
        str(row.page),
        "" if row.row is None else str(row.row),
        row.section or "",
        " ".join(row.codes),
        ", ".join(fact.label for fact in row.facts if fact.kind == "score"),
        _measures(row),
        remark,
        row.text if len(row.text) <= LONGEST else f"{row.text[: LONGEST - 1]}…",
    )


def _measures(row: TracedRow) -> str:
    """Measures and weaknesses that begin in the row; in brackets those that go on through it."""
    own = _numbers(f.label for f in row.facts)
    above = [number for number in _numbers(row.continues) if number not in own]
    return " ".join([*own, *(f"({number})" for number in above)])


def _numbers(labels: Iterable[str]) -> list[str]:
    """``M3`` for the fields of measure 3 that are its own, ``W2`` for weakness 2."""
    numbers: dict[str, None] = {}
    for label in labels:
        number, _, field = label.partition(" ")
        if number[:1] in "MW" and field not in ("codes", "weakness"):
            numbers[number] = None
    return [*numbers]


def as_data(document: Document, report: Report, trace: Trace, page: int | None) -> dict[str, Any]:
    """The same for JSON."""
    tables = []
    for one in trace.tables:
        rows = [row for row in one.rows if page is None or _on(row.places, page)]
        if rows or page is None:
            tables.append(
                {
                    "kind": one.kind,
                    "remark": one.remark,
                    "pages": one.pages,
                    "table": one.places[0].table,
                    "columns": [asdict(column) for column in one.columns],
                    "rows": [asdict(row) for row in rows],
                }
            )
    return {
        "file": document.file,
        "sha256": document.sha256,
        "pages": len(document.pages),
        "meta": asdict(report.meta),
        "scores": len(report.scores),
        "measures": len(report.measures),
        "tables": tables,
        "prose": [_fact(f) for f in trace.prose if page in (None, f.place.page)],
        "findings": [asdict(f) for f in trace.findings if page in (None, f.page)],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return asdict(fact)
