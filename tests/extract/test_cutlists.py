"""A row cut by the page end with closed rules: a list that goes on, and words that broke off."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.model import Table
from tests.extract.pages import Sheet, tables_on
from tests.extract.test_joining import joined, only, texts

XS = (40.0, 90.0, 300.0, 420.0, 520.0, 600.0)
HEAD = ("ข้อ", "มาตรการ", "ผล", "ผู้รับผิดชอบ", "หลักฐาน")


def page(number: int, rows: Sequence[Sequence[str]], ys: Sequence[float]) -> Sheet:
    made = Sheet(number)
    made.table(XS, ys, rows, bold_rows=1 if number == 1 else 0)
    return made


def read(above: Sequence[str], below: Sequence[str]) -> Table:
    first = page(1, [HEAD, above], (60, 90, 108 + 16 * max(t.count("\n") for t in above)))
    return only(joined(first, page(2, [below], (40, 120))))


ABOVE = (
    "I7",
    "๑) ทำคู่มือให้แก่ทุกคน",
    "แจกคู่มือฉบับพกพาให้บุคลากร",
    "ฝ่ายปกครองและฝ่ายการ",
    "คำสั่งและรายงาน",
)
BELOW = ("I8", "๒) เปิดเผยผลทุกครั้ง", "ครบทุกคนแล้ว", "ศึกษาและโยธา", "ประจำเดือน")


def test_a_list_goes_on_beside_words_that_broke_off() -> None:
    table = read(ABOVE, BELOW)
    assert texts(table)[1:] == [
        [
            "I7\nI8",
            "๑) ทำคู่มือให้แก่ทุกคน\n๒) เปิดเผยผลทุกครั้ง",
            *(f"{a}{b}" for a, b in zip(ABOVE[2:], BELOW[2:], strict=True)),
        ]
    ]


@pytest.mark.parametrize(
    "below",
    [
        ("I8", "๑) เปิดเผยผลทุกครั้ง", *BELOW[2:]),
        ("I8", "๓) เปิดเผยผลทุกครั้ง", *BELOW[2:]),
        ("I8", "๒) เปิดเผยผลทุกครั้ง", "๑) ครบ", "๒) โยธา", "ประจำเดือน"),
        ("I6", "๒) เปิดเผยผลทุกครั้ง", *BELOW[2:]),
    ],
    ids=["list begins anew", "list leaves one out", "other lists begin", "item before"],
)
def test_else_the_row_below_is_another(below: Sequence[str]) -> None:
    assert len(read(ABOVE, below).rows) == 3


def test_words_that_ended_well_before_the_edge_end_the_row() -> None:
    assert len(read((*ABOVE[:2], "แจก", "คลัง", "ภาพ"), BELOW).rows) == 3


def sheet(gap: float = 0.0) -> Sheet:
    """A table whose last row was read after the one beside it."""
    made = Sheet()
    left = (40.0, 160.0, 220.0)
    made.table(left, (60, 80, 100), [("ตัวชี้วัดที่ ๘", "๘๐.๑๐"), ("ตัวชี้วัดที่ ๙", "๘๑.๒๐")])
    made.table((400.0, 440.0, 520.0), (70, 90, 110), [("I1", "๙๐.๑๐"), ("I2", "๙๑.๒๐")])
    made.table(left, (100 + gap, 120 + gap), [("ตัวชี้วัดที่ ๑๐", "๘๒.๓๐")])
    return made


def test_a_row_right_below_a_table_is_its_row_whatever_stands_beside_both() -> None:
    left, right = tables_on(sheet())
    assert left[-1] == ["ตัวชี้วัดที่ ๑๐", "๘๒.๓๐"] and len(left) == 3
    assert len(right) == 2


def test_a_row_farther_below_is_another_table() -> None:
    tables = tables_on(sheet(gap=40))
    assert [["ตัวชี้วัดที่ ๑๐", "๘๒.๓๐"]] in tables and len(tables) == 3
