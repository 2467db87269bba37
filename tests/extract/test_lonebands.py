"""Bands left alone at the end of a page, the rows of their form on the next one."""

from __future__ import annotations

from extract.joining import join_layouts
from extract.model import Table
from tests.extract.pages import BOLD, PLAIN, Sheet, across, down

XS = (40.0, 160.0, 480.0)
ROWS = (("มาตรการ", "ติดป้าย"), ("ผู้รับผิดชอบ", "ฝ่ายโยธา"), ("กำหนดแล้วเสร็จ", "มีนาคม"))


def form(sheet: Sheet, top: float, title: str, rows: tuple[tuple[str, str], ...] = ROWS) -> float:
    """A bold title from edge to edge over labels and answers; where it ends."""
    low = top + 20 * (len(rows) + bool(title))
    body = top + 20 * bool(title)
    sheet.rule(*(across(top + 20 * n, XS[0], XS[-1]) for n in range(len(rows) + 1 + bool(title))))
    sheet.rule(*(down(x, top, low) for x in (XS[0], XS[-1])), down(XS[1], body, low))
    if title:
        sheet.write(title, 44, top + 14, font=BOLD)
    for n, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            sheet.write(text, x + 4, body + 14 + 20 * n)
    return low


def cells(bold: bool = True, right: float = XS[-1]) -> list[str]:
    first, second = Sheet(1), Sheet(2)
    low = form(first, 60, "ข้อ I1 ถาม") + 30
    first.rule(*(across(y, XS[0], right) for y in (low, low + 20)))
    first.rule(*(down(x, low, low + 20) for x in (XS[0], right)))
    first.write("ข้อ I2 ตอบ", 44, low + 14, font=BOLD if bold else PLAIN)
    form(second, 40, "", ROWS)
    blocks = join_layouts([first.layout(), second.layout()])
    return [c.text for b in blocks if isinstance(b, Table) for c in b.cells]


def test_a_band_like_those_above_heads_the_form_on_the_next_page() -> None:
    found = cells()
    assert found.index("ข้อ I1 ถาม") < found.index("ข้อ I2 ตอบ") < len(found) - 3


def test_another_frame_is_no_row() -> None:
    assert "ข้อ I2 ตอบ" not in cells(bold=False)
    assert "ข้อ I2 ตอบ" not in cells(right=300.0)
