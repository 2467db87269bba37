"""The rest of a row that a page end cut stands above the next row, which begins with a code."""

from __future__ import annotations

from itertools import pairwise

from tests.extract.pages import Sheet, across, rows_on

XS = (40.0, 90.0, 250.0, 340.0, 440.0, 540.0)
NAMES = ("ข้อ", "มาตรการ", "ผลผลิต", "ผู้ทำ", "เสร็จ")
NEXT = ("O22", "รายงานผลทุกครึ่งปี", "รายงาน 2 ฉบับ", "ฝ่ายปกครอง", "30 ก.ย. 68")


def drawn(space: float = 6, code: str = "O22", top: float = 40) -> Sheet:
    """Names and one row between cross rules, with a line of a cell above what begins in it."""
    sheet = Sheet()
    for y in (top, top + 20, top + 90):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(XS)))
    for x, name, text in zip(XS, NAMES, (code, *NEXT[1:]), strict=False):
        sheet.write(name, x + 4, top + 14)
        sheet.write(text, x + 4, top + 62 + space)
    sheet.write("จัดทำผังพร้อมตัวอย่าง\nกรณีศึกษา", XS[1] + 4, top + 34)
    return sheet


def test_it_is_a_row_of_its_own() -> None:
    rest, row = rows_on(drawn(top=60))[-2:]
    assert "กรณีศึกษา" in rest[1]
    assert row == list(NEXT)


def test_without_room_or_a_code_below_it_or_farther_down_a_page_it_is_none() -> None:
    assert len(rows_on(drawn(space=0, top=60))) == 2
    assert len(rows_on(drawn(code="ครั้ง", top=60))) == 2
    assert len(rows_on(drawn(top=400))) == 2
