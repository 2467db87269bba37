"""Coded rows below shaded bands that name their groups, with no rules between the rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.model import Box
from extract.rules.groupbands import group_rules
from extract.text.clusters import clusters_of, visible
from tests.extract.pages import BOLD, PLAIN, Sheet, across, down, rows_on, tables_on

XS = (44, 100, 480)
LEFT, RIGHT = 40.0, 540.0
NAMES = ("ข้อ", "ประเด็น", "คะแนน")
ROWS: Sequence[Sequence[str]] = (
    ("หมวดที่ 1 การปฏิบัติหน้าที่ของบุคลากร", "91.35"),
    ("I1", "เต็มใจให้บริการ", "98.45"),
    ("I2", "อำนวยความสะดวก\nแก่ประชาชน", "96.58"),
    ("หมวดที่ 2 การใช้งบประมาณของเขต", "84.83"),
    ("I10", "นำทรัพย์สินไปใช้", "0.00"),
)


def drawn(rows: Sequence[Sequence[str]] = ROWS) -> Sheet:
    """The rows below each other; those of two cells are bands."""
    sheet = Sheet()
    top = 60.0
    for row in rows:
        band = len(row) == 2
        low = top + 4 + 14 * max(text.count("\n") + 1 for text in row)
        if band:
            sheet.shade(Box(LEFT, top, RIGHT, low))
        for x, text in zip((XS[0], XS[-1]) if band else XS, row, strict=True):
            sheet.write(text, x, top + 12, font=BOLD if band else PLAIN)
        top = low
    return sheet


def rules(sheet: Sheet) -> int:
    words = visible(clusters_of(sheet.content.glyphs))
    return len(group_rules(sheet.content, words))


def test_bands_and_the_coded_rows_below_them_are_one_table() -> None:
    assert rows_on(drawn()) == [list(row) for row in ROWS]


def test_names_above_the_first_band_and_rows_that_go_on_there() -> None:
    for first in (NAMES, ("I7", "ใช้ลูกจ้างทำงาน", "84.11")):
        assert rows_on(drawn([first, *ROWS]))[0] == list(first)


def test_a_groups_number_with_its_unit_may_begin_before_those_of_its_rows() -> None:
    sheet = drawn([("I1", "เต็มใจให้บริการ", "98.45"), *ROWS[1:3]])
    sheet.shade(Box(LEFT, 42, RIGHT, 60))
    sheet.write("หมวดที่ 1 การปฏิบัติหน้าที่", XS[0], 54, font=BOLD)
    sheet.write("91.35คะแนน", 460, 54, font=BOLD)
    assert rows_on(sheet)[0] == ["หมวดที่ 1 การปฏิบัติหน้าที่", "91.35คะแนน"]


def test_text_between_two_tables_is_of_neither() -> None:
    rows = [*ROWS[:3], ("เขตได้ประชุมทุกฝ่ายแล้ว", "", ""), ROWS[3], ROWS[4], ("I11", "ซ่อม", "70.00")]
    found = tables_on(drawn(rows))
    assert [len(table) for table in found] == [3, 3]


@pytest.mark.parametrize("way", ["upright", "across", "names"])
def test_what_other_rules_or_shades_tell_is_left_to_them(way: str) -> None:
    sheet = drawn([NAMES, *ROWS[1:3]] if way == "names" else ROWS)
    if way == "upright":
        sheet.rule(down(90, 60, 160))
    elif way == "across":
        sheet.rule(across(96, LEFT, RIGHT))
    else:
        sheet.shade(Box(LEFT, 60, RIGHT, 78))
    assert rules(sheet) == 0
