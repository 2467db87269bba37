"""Rows of a tall row that begin again in all columns below a wider space."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.model import Box
from tests.extract.pages import Sheet, across, rows_on, ruled

XS = (40.0, 140.0, 240.0, 340.0, 440.0, 540.0)
UPPER = ("หมวดที่ 1", "จัดอบรม\nทุกฝ่าย", "ทะเบียน\n1 ฉบับ", "ฝ่ายโยธา\nฝ่ายคลัง", "มีนาคม\n2567")
LOWER = ("", "ติดป้าย\nทุกชั้น", "ป้าย\n4 ป้าย", "ฝ่ายปกครอง", "เมษายน")


def drawn(lower: Sequence[str] = LOWER, space: float = 10, *, uprights: bool = False) -> Sheet:
    """One drawn row with two rows of words."""
    sheet = Sheet()
    sheet.rule(*(across(y, XS[0], XS[-1]) for y in (60, 80, 160)))
    for x, right in pairwise(XS):
        sheet.shade(Box(x, 80, right, 160))
    if uprights:
        sheet.rule(*ruled(XS, (60, 80, 160)))
    for x, name in zip(XS, ("หมวด", "งาน", "ผล", "ผู้ทำ", "เสร็จ"), strict=False):
        sheet.write(name, x + 4, 74)
    for x, above, below in zip(XS, UPPER, lower, strict=False):
        sheet.write(above, x + 4, 94)
        sheet.write(below, x + 4, 122 + space)
    return sheet


def test_they_are_rows_of_their_own() -> None:
    assert rows_on(drawn())[1:] == [[*UPPER], [*LOWER]]


def test_more_lines_as_near_as_others_or_not_in_all_columns_go_on() -> None:
    assert len(rows_on(drawn(space=0))) == 2
    assert len(rows_on(drawn([*LOWER[:-1], ""]))) == 2


def test_rows_between_upright_rules_are_what_the_rules_say() -> None:
    assert len(rows_on(drawn(uprights=True))) == 2


COLUMNS = (40.0, 160.0, 280.0, 400.0, 520.0, 640.0)
CODED = [
    ["I7 สั่งงาน\n(85.40)\nI8 ใช้อำนาจ\n(87.99)", "เปิดทาง\nให้รายงาน", "เปิดแล้ว", "ฝ่ายปกครอง", "เสร็จ"],
    ["I9 มอบหมายงาน\n(76.58)", "ตั้งกรรมการ\nกลั่นกรอง", "ตั้งแล้ว\nเก้าคน", "ทุกฝ่าย", "กำลังทำ"],
]  # fmt: skip


def coded(space: float) -> Sheet:
    """A table with rules above and below its names only, rows so far apart, groups over them."""
    sheet = Sheet()
    for at in (60, 80, 300):
        sheet.rule(*(across(at, a, b) for a, b in pairwise(COLUMNS)))
    for x, name in zip(COLUMNS, ("ข้อประเมิน", "มาตรการ", "ผล", "ผู้ทำ", "สถานะ"), strict=False):
        sheet.write(name, x + 4, 74)
    sheet.write("ตัวชี้วัดที่ 3 การใช้อำนาจ", COLUMNS[0] + 4, 94)
    y = 108 + space
    for row in CODED:
        for x, text in zip(COLUMNS, row, strict=False):
            sheet.write(text, x + 4, y)
        y += 14 * (1 + max(text.count("\n") for text in row)) + space
    return sheet


def test_codes_in_front_begin_rows_and_names_of_groups_stand_between() -> None:
    assert rows_on(coded(6))[1:] == [["ตัวชี้วัดที่ 3 การใช้อำนาจ"], *CODED]


def test_without_room_between_them_nothing_tells() -> None:
    assert len(rows_on(coded(0))) == 2


FOUR = (40.0, 140.0, 300.0, 460.0, 620.0)


def four(lower: Sequence[str]) -> list[list[str]]:
    """A group of two rows in four columns between cross rules, its name in the first line."""
    sheet = Sheet()
    sheet.rule(*(across(y, FOUR[0], FOUR[-1]) for y in (60, 80, 160, 200)))
    upper = ("1. หน้าที่", "1. จัดอบรม\nทุกฝ่าย", "อบรมแล้ว\nสองครั้ง", "ฝ่ายโยธา\nฝ่ายคลัง")
    for x, name, last in zip(
        FOUR, ("หมวด", "งาน", "ผล", "ผู้ทำ"), ("2. งบ", "ก", "ข", "ค"), strict=False
    ):
        sheet.write(name, x + 4, 74)
        sheet.write(last, x + 4, 180)
    for x, above, below in zip(FOUR, upper, lower, strict=False):
        sheet.write(above, x + 4, 94)
        sheet.write(below, x + 4, 132)
    return rows_on(sheet)


def test_the_rows_of_a_group_begin_again_in_three_columns() -> None:
    rows = four(("", "ติดป้าย\nทุกชั้น", "ติดแล้ว", "ฝ่ายปกครอง"))
    assert [row[1].replace("\n", "") for row in rows] == ["งาน", "1. จัดอบรมทุกฝ่าย", "ติดป้ายทุกชั้น", "ก"]


def test_later_statements_of_a_list_begin_no_row() -> None:
    assert len(four(("", "2. ติดป้าย\nทุกชั้น", "ติดแล้ว", "ฝ่ายปกครอง"))) == 3
