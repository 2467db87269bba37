"""A table without names of columns takes those of the table above whose edges it is drawn at."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Box, Paragraph, Table
from normalize.shapes.columnsabove import with_columns_above
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, table

EDGES = (40, 80, 200, 300, 400, 500)
INDICATORS: Grid = [
    ["ที่", "ตัวชี้วัด", "ปี 2566", "ปี 2567", "ผลต่าง"],
    ["1", "การปฏิบัติหน้าที่", "94.85", "93.06", "-1.79"],
    ["2", "การใช้งบประมาณ", "89.26", "92.68", "+3.42"],
]
WHOLE: Grid = [
    ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "91.49", "93.41", "+1.92"],
    ["คะแนนรวมทั้งหน่วยงาน", "87.65", "90.29", "+2.64"],
]


def drawn(made: Table, *edges: float) -> Table:
    """The table with its cells between edges."""
    cells = []
    for c in made.cells:
        box = Box(edges[c.column], 100, edges[c.column + c.column_span], 120)
        cells.append(replace(c, places=(replace(c.places[0], box=box),)))
    return replace(made, cells=tuple(cells))


HEADING = paragraph("สรุปรายเครื่องมือ", bold=True)
ABOVE = drawn(table(INDICATORS), *EDGES)


def test_its_numbers_are_those_of_the_columns_above() -> None:
    below = drawn(table(WHOLE), 40, 200, 300, 400, 500)
    found = report(ANALYSIS_67, ABOVE, HEADING, below)
    told = {(s.fiscal_year, s.code): str(s.score) for s in found.scores}
    assert (told[2566, "IIT"], told[2567, "IIT"]) == ("91.49", "93.41")
    assert (told[2566, "ITA"], told[2567, "ITA"]) == ("87.65", "90.29")


def test_one_with_other_edges_or_names_of_its_own_keeps_its_columns() -> None:
    aside = drawn(table(WHOLE), 40, 210, 310, 400, 500)
    assert with_columns_above([ABOVE, HEADING, aside])[-1] is aside
    named = drawn(table([["ส่วน", "ก", "ข", "ค"], *WHOLE]), 40, 200, 300, 400, 500)
    assert with_columns_above([ABOVE, HEADING, named])[-1] is named


def test_so_does_one_below_a_page_of_text() -> None:
    below = drawn(table(WHOLE), 40, 200, 300, 400, 500)
    blocks: list[Paragraph | Table] = [ABOVE, HEADING, HEADING, HEADING, below]
    assert with_columns_above(blocks)[-1] is below
