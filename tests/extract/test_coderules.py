"""Rows of a code, words and a number between cross rules, with or without names above them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.joining import join_layouts
from extract.model import Box, Table
from extract.tables.codedrows import coded_starts
from extract.text.clusters import clusters_of, visible
from tests.extract.pages import Sheet, across, rows_on

ROWS: Sequence[tuple[str, str, str]] = (
    ("I1", "เต็มใจให้บริการ", "98.45"),
    ("I2", "อำนวยความสะดวก\nแก่ประชาชน", "96.58"),
    ("I10", "นำทรัพย์สินไปใช้", "0.00"),
)


def drawn(rows: Sequence[Sequence[str]] = ROWS, *, right: float = 520) -> Sheet:
    """Each row above a rule, the first below one."""
    sheet = Sheet()
    top = 60.0
    sheet.rule(across(top, 38, right))
    for row in rows:
        for x, text in zip((40, 90, 480), row, strict=True):
            sheet.write(text, x, top + 14)
        top += 8 + 14 * max(text.count("\n") + 1 for text in row)
        sheet.rule(across(top, 38, right))
    return sheet


def as_read(rows: Sequence[Sequence[str]] = ROWS) -> list[list[str]]:
    return [list(row) for row in rows]


def test_rows_that_say_themselves_what_they_are() -> None:
    assert rows_on(drawn()) == as_read()


def test_one_row_that_a_page_end_left_alone() -> None:
    assert rows_on(drawn(ROWS[:1])) == as_read(ROWS[:1])


def test_names_above_them_and_bands_between_them_are_of_the_same_table() -> None:
    rows = [("ข้อ", "ประเด็น", "คะแนน"), *ROWS[:2], ("", "หมวดงาน", "75.00"), ROWS[2]]
    found = rows_on(drawn(rows))
    assert [row[-1] for row in found] == ["คะแนน", "98.45", "96.58", "75.00", "0.00"]
    assert found[0] == list(rows[0])


def test_what_stands_between_longer_rules_is_part_of_a_wider_table() -> None:
    sheet = drawn()
    sheet.content.segments[0] = across(60, 38, 800)
    sheet.write("ฝ่ายโยธา", 600, 74)
    assert as_read() != rows_on(sheet)


@pytest.mark.parametrize(
    "row",
    [("I1", "เต็มใจ", "98.45 97.10"), ("ข้อ", "เต็มใจ", "98.45"), ("I1", "เต็มใจ", "ฝ่ายโยธา")],
    ids=["two numbers", "no code", "no number"],
)
def test_other_rows_say_nothing(row: tuple[str, str, str]) -> None:
    words = visible(clusters_of(drawn([row]).content.glyphs))
    assert coded_starts([(60, 82, words)], 38) == []


def test_a_lone_row_below_the_shaded_names_of_its_columns_has_those() -> None:
    sheet = Sheet()
    xs, ys = (38.0, 84.0, 440.0, 480.0), (60, 80, 100, 120, 140)
    for a, b in pairwise(xs):
        sheet.shade(Box(a, 60, b, 80))
    sheet.rule(*(across(y, xs[0], xs[-1]) for y in ys))
    rows = (("ข้อ", "ประเด็น", "คะแนน"), ROWS[0], ("ตัวชี้วัดที่ 2 การใช้งบประมาณ",), ROWS[2])
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip((40, 90, 444), row, strict=False):
            sheet.write(text, x, y + 14)
    sheet.shade(Box(xs[0], 100, xs[-1], 120))
    tables = [b for b in join_layouts([sheet.layout()]) if isinstance(b, Table)]
    assert [t.columns for t in tables] == [3]


def test_numbers_of_other_lengths_that_end_below_each_other_are_a_column() -> None:
    names = ("ชื่อตัวชี้วัดทั้งหมด", "การวัดผล", "แหล่งที่มา", "คะแนน")
    rows = [
        ("แผนงาน", "ทำแล้ว", "เว็บไซต์", "100.00"),
        ("คู่มือ", "ยังทำ", "ป้าย", "50.00"),
        ("สถิติ", "ไม่ทำ", "เอกสาร", "0.00"),
        ("ข้อมูล", "ทำแล้ว", "เว็บไซต์", "100.00"),
    ]
    sheet = Sheet()
    for n, row in enumerate([names, *rows]):
        top = 60 + 22 * n
        sheet.rule(across(top, 38, 520), across(top + 22, 38, 520))
        for x, text in zip((40, 190, 300), row, strict=False):
            sheet.write(text, x, top + 15)
        sheet.write(row[3], 515 - 5 * len(row[3]), top + 15)
    assert rows_on(sheet)[1:] == [[*row] for row in rows]
