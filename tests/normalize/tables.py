"""Hand-made tables and documents as extraction would hand them on, and the reports they become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from extract.model import Box, Cell, Document, Line, PageInfo, Paragraph, Place, Row, Table
from normalize.model import Finding, Report
from normalize.report import read_report
from quality.check import check_report

Grid = Sequence[Sequence[str | None]]
Spans = Mapping[tuple[int, int], tuple[int, int]]
_BOX = Box(40, 100, 140, 120)


def paragraph(text: str, page: int = 1, bold: bool = False) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph(text, Place(page, _BOX), (Line(text, _BOX, 16, bold),), 16, bold)


def table(
    rows: Grid, spans: Spans | None = None, starts: Sequence[int] = (), pages: Sequence[int] = ()
) -> Table:
    """A table by its texts; ``None`` where a cell of ``spans`` (row, column -> rows, columns) lies.

    ``starts`` are the rows that stand first after a page end; ``pages`` each row's page (1).
    """
    spans = spans or {}
    page_of = list(pages) or [1] * len(rows)
    cells = [
        Cell(r, c, *spans.get((r, c), (1, 1)), text, (Place(page_of[r], _BOX, 0, r, c),))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text is not None
    ]
    made = tuple(Row(page_of[r], starts_part=r in starts) for r in range(len(rows)))
    width = max(len(row) for row in rows)
    return Table(0, width, made, tuple(cells), 0, (Place(page_of[0], _BOX, 0),))


def document(*blocks: Paragraph | Table, name: str = "report.pdf") -> Document:
    """A document of one page with these blocks."""
    page = PageInfo(1, 595, 842, "text", 500)
    return Document(name, "0" * 64, (page,), blocks, "text")


ANALYSIS_66 = paragraph(
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ สำนักงานเขตบางรัก"
)
ANALYSIS_67 = paragraph(
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานเขตบางรัก"
)
PLAN_66 = paragraph(
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. ๒๕๖๖ สำนักงานเขตบางรัก"
)


def report(*blocks: Paragraph | Table) -> Report:
    """The report some blocks become, its checks run."""
    return check_report(read_report(document(*blocks)))


def scores(found: Report, year: int | None = None) -> dict[str, Decimal]:
    """Score by code (of one year)."""
    return {s.code: s.score for s in found.scores if year in (None, s.fiscal_year)}


def kinds(found: Report) -> set[str]:
    """The kinds of findings of a report."""
    return {f.kind for f in found.findings}


def findings(found: Report, kind: str) -> list[Finding]:
    """The findings of one kind."""
    return [f for f in found.findings if f.kind == kind]
