"""Codes that run across a page without rules, with numbers below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.model import Box, Table
from extract.tables.across import named_columns, strips_of
from extract.text.clusters import clusters_of
from extract.text.pieces import Printed, printed_lines
from tests.extract.pages import LETTER, PITCH, Sheet, across, rows_on

COLUMN = 70.0
LEFT = 60.0


def tables(sheet: Sheet) -> list[list[list[str]]]:
    blocks = join_layouts(mark_furniture([sheet.layout()]))
    found = [b for b in blocks if isinstance(b, Table)]
    return [[[c.text for c in t.cells if c.row == r] for r in range(len(t.rows))] for t in found]


def printed(sheet: Sheet) -> list[Printed]:
    return printed_lines(clusters_of(sheet.content.glyphs))


def written(sheet: Sheet, y: float, texts: Sequence[str], shift: float = 0.0) -> None:
    """A label and words at the left of their columns, or as far to the right as is told."""
    for n, text in enumerate(texts):
        sheet.write(text, LEFT + n * COLUMN + (shift if n else 0.0), y)


def strip(rows: Sequence[Sequence[str]], *, shift: float = 0.0) -> Sheet:
    sheet = Sheet(1)
    for n, row in enumerate(rows):
        written(sheet, 80 + n * PITCH, row, 0.0 if n else shift)
    return sheet


@pytest.mark.parametrize("shift", [0.0, 20.0, 33.0])
def test_codes_with_numbers_below(shift: float) -> None:
    rows = [["ข้อ", "I1", "I2", "I3"], ["คะแนน", "83.71", "87.15", "94.67"]]
    assert tables(strip(rows, shift=shift)) == [rows]


def test_several_lines_of_numbers() -> None:
    rows = [
        ["ข้อ", "E1", "E2", "E3", "เฉลี่ย"],
        ["ปี ๒๕๖๖", "๘๓.๗๑", "๘๗.๑๕", "๙๔.๖๗", "๘๘.๕๑"],
        ["ผลต่าง", "-1.25", "+0.40", "-", "-0.28"],
    ]
    assert tables(strip(rows)) == [rows]


def test_strips_of_other_columns_are_tables_of_their_own() -> None:
    first = [["ข้อ", "I1", "I2", "I3", "I4"], ["คะแนน", "83.71", "87.15", "94.67", "91.20"]]
    second = [["ข้อ", "I5", "I6"], ["คะแนน", "77.20", "80.45"]]
    sheet = strip(first)
    for y, row in ((80 + 2 * PITCH, second[0]), (80 + 3 * PITCH, second[1])):
        for n, text in enumerate(row):
            sheet.write(text, LEFT + n * 1.5 * COLUMN, y)
    assert tables(sheet) == [first, second]


def test_a_label_of_two_lines() -> None:
    sheet = strip([["ข้อ", "I1", "I2", "I3"], ["ปีงบประมาณ", "83.71", "87.15", "94.67"]])
    sheet.write("พ.ศ. 2566", LEFT, 80 + 2 * PITCH)
    written(sheet, 80 + 3.4 * PITCH, ["ปีงบประมาณ", "84.71", "88.15", "95.67"])
    sheet.write("พ.ศ. 2567", LEFT, 80 + 4.4 * PITCH)
    (rows,) = tables(sheet)
    assert rows[1][1:] == ["83.71", "87.15", "94.67"]
    assert rows[2][1:] == ["84.71", "88.15", "95.67"]
    assert [row[0] for row in rows[1:]] == ["ปีงบประมาณพ.ศ. 2566", "ปีงบประมาณพ.ศ. 2567"]


@pytest.mark.parametrize(
    "rows",
    [
        # One number too few, one too many, words among them.
        [["ข้อ", "I1", "I2", "I3"], ["คะแนน", "83.71", "87.15"]],
        [["ข้อ", "I1", "I2"], ["คะแนน", "83.71", "87.15", "94.67"]],
        [["ข้อ", "I1", "I2", "I3"], ["คะแนน", "83.71", "ดี", "94.67"]],
        # A code alone is a word of a sentence, and so is one among many words.
        [["ข้อ", "I1"], ["คะแนน", "83.71"]],
        [["ข้อ", "I1", "และ", "กับ"], ["คะแนน", "83.71", "1.00", "87.15"]],
    ],
)
def test_codes_and_numbers_that_are_no_pairs(rows: list[list[str]]) -> None:
    assert strips_of(printed(strip(rows))) == []


def test_numbers_that_stand_nearer_to_the_next_code() -> None:
    rows = [["ข้อ", "I1", "I2", "I3"], ["คะแนน", "83.71", "87.15", "94.67"]]
    assert strips_of(printed(strip(rows, shift=COLUMN - LETTER))) == []


def test_a_row_without_shades_below_a_shaded_header() -> None:
    heads = ["ข้อ", "I1", "I2", "I3"]
    numbers = ["คะแนน", "83.71", "87.15", "94.67"]
    sheet = Sheet(1)
    xs = [LEFT - 4 + n * COLUMN for n in range(5)]
    for left, right in pairwise(xs):
        sheet.shade(Box(left, 60, right, 80))
    written(sheet, 74, heads)
    written(sheet, 94, numbers)
    sheet.rule(across(100, xs[0], xs[-1]))
    assert tables(sheet) == [[heads, numbers]]


def named(*, numbers: Sequence[str]) -> Sheet:
    """Names of two lines beside each other over lines of numbers."""
    sheet = Sheet(1)
    names = [("การปฏิบัติ", "หน้าที่"), ("การใช้", "งบ"), ("การใช้", "อำนาจ"), ("คุณภาพ", "งาน")]
    sheet.write("ปี", LEFT, 80 + PITCH / 2)
    for n, (first, second) in enumerate(names, start=1):
        sheet.write(first, LEFT + n * COLUMN, 80)
        sheet.write(second, LEFT + n * COLUMN + 8, 80 + PITCH)
    written(sheet, 80 + 2.5 * PITCH, ["คะแนน", *numbers], 12.0)
    return sheet


def test_names_of_several_lines_with_numbers_below() -> None:
    (rows,) = tables(named(numbers=["83.71", "87.15", "94.67", "91.20"]))
    heads = [text.replace("\n", "") for text in rows[0]]
    assert heads == ["ปี", "การปฏิบัติหน้าที่", "การใช้งบ", "การใช้อำนาจ", "คุณภาพงาน"]
    assert rows[1] == ["คะแนน", "83.71", "87.15", "94.67", "91.20"]


@pytest.mark.parametrize(
    "numbers", [["83.71", "87.15", "94.67"], ["83.71", "87.15", "94.67", "91.20", "88.00"]]
)
def test_names_and_numbers_that_are_no_pairs(numbers: list[str]) -> None:
    assert named_columns(printed(named(numbers=numbers))) is None


@pytest.mark.parametrize("gap", [1.0, 1.5])
def test_a_heading_farther_off_parts_two_tables(gap: float) -> None:
    first = [["ข้อ", "IIT", "EIT"], ["1", "83.71", "87.15"], ["2", "94.67", "91.20"]]
    second = [["เรื่อง", "จำนวน", "น้ำหนัก"], ["ป้าย", "4", "10.00"], ["ถนน", "6", "7.50"]]
    sheet = strip(first)
    y = 80 + (2 + gap) * PITCH
    sheet.write("น้ำหนักของเรื่อง", LEFT - 4, y)
    for n, row in enumerate(second, start=1):
        written(sheet, y + n * PITCH, row)
    assert (tables(sheet) == [first, second]) == (gap > 1)


def test_numbers_with_decimals_are_apart_however_near_they_stand() -> None:
    sheet = Sheet()
    heads, numbers = ("O1", "O2", "O3", "O4"), ("0.00", "100.00", "100.00", "100.00")
    sheet.write("ข้อ", 60, 80)
    sheet.write("คะแนน", 60, 98)
    for n, (head, number) in enumerate(zip(heads, numbers, strict=True)):
        sheet.write(head, 132 + 34 * n, 80)
        sheet.write(number, 122 + 34 * n, 98)
    assert rows_on(sheet) == [["ข้อ", *heads], ["คะแนน", *numbers]]
