"""The rest of a row alone below the names of the columns that a new page repeats."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.joining import join_layouts
from extract.layout import lay_out
from extract.model import Table
from tests.extract.pages import Sheet, across

XS = (40.0, 100.0, 260.0, 480.0, 640.0)
HEADS = ("ข้อ", "จุดที่ต้องพัฒนา", "มาตรการ", "ผู้รับผิดชอบ")
ROWS = (
    ("I4", "เผยแพร่เป็นภาพถ่าย", "เผยแพร่เป็นตาราง", "ฝ่ายการคลัง"),
    ("I6", "ใบเบิกไม่ระบุปลายทาง", "1) แก้แบบใบเบิก", "ฝ่ายปกครอง"),
)


def page(
    number: int, top: float, rows: Sequence[Sequence[str]], heads: Sequence[str] = HEADS
) -> Sheet:
    """A table with rules across only: above and below its header, and below each row."""
    sheet = Sheet(number)
    lines = [heads, *rows]
    for n, row in enumerate(lines):
        for x, text in zip(XS, row, strict=False):
            sheet.write(text, x + 4, top + 15 + 22 * n)
    ys = (top + 22 * n for n in range(len(lines) + 1))
    sheet.rule(*(across(y, XS[0], XS[-1]) for y in ys))
    return sheet


@pytest.mark.parametrize("again", [True, False])
def test_the_rest_of_a_cell_under_the_header_again(again: bool) -> None:
    first = page(1, 480, ROWS)
    heads = HEADS if again else ("ที่", "เรื่อง", "จำนวน", "หมายเหตุ")
    second = page(2, 60, [("", "", "2) ตรวจสอบซ้ำก่อนเสนอ", "")], heads)
    above = lay_out(1, first.content)
    below = lay_out(2, second.content, above.columns)
    tables = [b for b in join_layouts([above, below]) if isinstance(b, Table)]
    assert len(tables) == 1
    rest = [c.places[-1].page for c in tables[0].cells if "ตรวจสอบซ้ำ" in c.text]
    assert rest == ([2] if again else [])
