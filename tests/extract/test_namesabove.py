"""Names of columns above the first rule of a table whose cross rules are drawn cell by cell."""

from __future__ import annotations

from itertools import pairwise

from extract.joining import join_layouts
from extract.model import Table
from tests.extract.pages import BOLD, PITCH, Sheet, across, rows_on

EDGES = (40.0, 90.0, 250.0, 350.0, 480.0)
ROWS = [("I1", "ทำป้าย", "ฝ่ายโยธา", "ป้าย 2 ป้าย"), ("I2", "แจกบัตร", "ทุกฝ่าย", "บัตรคิว")]
HEADS = ("ข้อ", "สิ่งที่จะทำ", "ผู้ดูแล", "สิ่งที่ได้")


def drawn(*lines: tuple[str, ...]) -> Sheet:
    """Lines of names, the last of them right above the first rule; a rule below each row."""
    sheet = Sheet()
    for n, line in enumerate(reversed(lines)):
        for x, text in zip(EDGES, line, strict=False):
            sheet.write(text, x + 3, 95 - PITCH * n, font=BOLD)
    top = 100.0
    sheet.rule(*(across(top, a, b) for a, b in pairwise(EDGES)))
    for row in ROWS:
        for x, text in zip(EDGES, row, strict=False):
            sheet.write(text, x + 3, top + 14)
        top += 22
        sheet.rule(*(across(top, a, b) for a, b in pairwise(EDGES)))
    return sheet


def table_on(sheet: Sheet) -> Table:
    (found,) = (b for b in join_layouts([sheet.layout()]) if isinstance(b, Table))
    return found


def test_names_above_the_first_rule() -> None:
    assert rows_on(drawn(HEADS)) == [list(HEADS), *map(list, ROWS)]


def test_names_of_two_lines() -> None:
    found = rows_on(drawn(("", "", "ผู้ที่", "สิ่งที่"), ("ข้อ", "สิ่งที่จะทำ", "ดูแล", "จะได้")))
    assert [text.replace("\n", "") for text in found[0]] == ["ข้อ", "สิ่งที่จะทำ", "ผู้ที่ดูแล", "สิ่งที่จะได้"]


def test_a_name_that_two_columns_share_above_a_rule_of_theirs() -> None:
    sheet = drawn(("ข้อ", "รายการ", "คะแนน", ""), ("", "", "ปี 2567", "ปี 2566"))
    sheet.rule(*(across(84, a, b) for a, b in pairwise(EDGES[2:])))
    cells = [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table_on(sheet).cells]
    assert cells[:5] == [
        (0, 0, 2, 1, "ข้อ"),
        (0, 1, 2, 1, "รายการ"),
        (0, 2, 1, 2, "คะแนน"),
        (1, 2, 1, 1, "ปี 2567"),
        (1, 3, 1, 1, "ปี 2566"),
    ]


def test_a_heading_over_the_columns_is_no_name() -> None:
    assert rows_on(drawn(("สิ่งที่จะทำในปีถัดไปของสำนักงานเขต",))) == [list(row) for row in ROWS]


def test_the_row_below_the_last_rule_is_one_row() -> None:
    sheet = drawn(HEADS)
    sheet.rule(*(across(166, a, b) for a, b in pairwise(EDGES)))
    for x, text in zip(EDGES, ("I3", "จัดอบรม", "ฝ่ายโยธา", "ผ่านแล้ว"), strict=False):
        sheet.write(text, x + 3, 158)
    for x, text in zip(EDGES, ("I4", "แจ้งเวียน\nทุกฝ่าย\nทราบ", "ทุก\nฝ่าย", "หนังสือ"), strict=False):
        sheet.write(text, x + 3, 180)
    last = [text.replace("\n", "") for text in rows_on(sheet)[-1]]
    assert last == ["I4", "แจ้งเวียนทุกฝ่ายทราบ", "ทุกฝ่าย", "หนังสือ"]
