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
