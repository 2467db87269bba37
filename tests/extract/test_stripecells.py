"""Rows between stripes, and on the next page, in the columns of the cells that are shaded."""

from __future__ import annotations

from itertools import pairwise

from extract.content import Shade
from extract.joining import join_layouts
from extract.layout import lay_out
from extract.model import Box, Table
from tests.extract.pages import PITCH, Sheet, across, tables_on

XS = (40.0, 170.0, 310.0, 500.0, 700.0)
NAMES = ("ประเด็น", "จุดอ่อน", "มาตรการ", "ผล")


def flat(rows: list[list[str]]) -> list[list[str]]:
    return [[text.replace("\n", "") for text in row] for row in rows]


def row(sheet: Sheet, top: float, texts: tuple[str, ...], low: float, *, dark: bool) -> None:
    """A row with its rule below it; words come near the next column."""
    for (x, right), text in zip(pairwise(XS), texts, strict=True):
        sheet.write(text, x + 4, top + 12)
        if dark:
            sheet.shade(Box(x, top, right, low))
    sheet.rule(across(low, XS[0], XS[-1]))


def striped(number: int, *, rest: str = "") -> Sheet:
    """A page of stripes with what is left of a row at its top."""
    sheet = Sheet(number)
    sheet.rule(across(60.0, XS[0], XS[-1]))
    row(sheet, 60, (rest, "", "", ""), 80, dark=False)
    said = ("ยังไม่ทราบช่องทางร้องเรียน", "จัดทำแผ่นพับทุกจุดบริการและลงข่าว", "แจกแล้วทุกจุด")
    for n in range(1, 5):
        row(sheet, 60 + 20 * n, (f"I{n} การให้บริการตามขั้นตอน", *said), 80 + 20 * n, dark=n % 2 == 1)
    return sheet


def test_rows_between_stripes_have_the_columns_of_their_cells() -> None:
    (table,) = tables_on(striped(2, rest="(86.70 คะแนน)"))
    assert [len(r) for r in table] == [4] * 5
    assert [r[0] for r in table] == [
        "(86.70 คะแนน)",
        *(f"I{n} การให้บริการตามขั้นตอน" for n in range(1, 5)),
    ]


def test_rows_go_on_in_the_columns_of_the_page_before() -> None:
    first, second = striped(1), Sheet(2)
    second.rule(across(60.0, XS[0], XS[-1]))
    second.write("สถานะการขอใบอนุญาต\n(0.00 คะแนน)", XS[0] + 4, 72)
    second.write("เปิดใช้แล้วทุกฝ่าย", XS[3] + 4, 72)
    second.rule(across(100.0, XS[0], XS[-1]))
    row(second, 100, ("I9 ถาม", "ไม่ทราบ", "ชี้แจง", "ชี้แจงแล้ว"), 120, dark=False)
    above = lay_out(1, Sheet(1).content)
    assert above.columns is None
    first.content.height = 160.0 + 20
    above = lay_out(1, first.content)
    assert above.columns is not None and above.columns.parted
    below = lay_out(2, second.content, above.columns)
    (table,) = [b for b in join_layouts([above, below]) if isinstance(b, Table)]
    last = [[c.text for c in table.cells if c.row == r] for r in range(len(table.rows))][-1]
    assert last == ["I9 ถาม", "ไม่ทราบ", "ชี้แจง", "ชี้แจงแล้ว"]


def test_white_cells_as_wide_as_coloured_ones_are_cells() -> None:
    sheet = Sheet()
    for n, (top, low) in enumerate(pairwise((60.0, 80.0, 130.0))):
        for x, right in pairwise(XS):
            sheet.content.shades.append(Shade(Box(x, top, right, low), white=n == 1))
    for x, name in zip(XS, NAMES, strict=False):
        sheet.write(name, x + 4, 72)
    texts = ("E4 ท่านได้รับ\nความสะดวก\nเพียงใด", "รับโทรศัพท์\nเพียงคนเดียว", "บันทึกสถานะ", "ทุกเดือน")
    for x, text in zip(XS, texts, strict=False):
        sheet.write(text, x + 4, 80 + PITCH)
    (table,) = tables_on(sheet)
    assert flat(table) == flat([[*NAMES], [*texts]])


def test_cells_of_a_shaded_header_go_on_between_the_rules_below_it() -> None:
    sheet = Sheet()
    for (x, right), name in zip(pairwise(XS), NAMES, strict=True):
        sheet.write(name, x + 4, 76)
        sheet.shade(Box(x, 60, right, 84))
    for x, text in zip(
        XS,
        ("I4 73.76\nI5 86.91", "ไม่ทราบว่าได้\nรับงบเท่าใด", "1) ติดป้าย\n2) ประชุม", "ครบ"),
        strict=False,
    ):
        sheet.write(text, x + 4, 98)
    sheet.rule(across(130.0, XS[0], XS[-1]))
    (table,) = tables_on(sheet)
    assert [len(row) for row in table] == [4, 4]
    assert flat(table)[1] == ["I4 73.76I5 86.91", "ไม่ทราบว่าได้รับงบเท่าใด", "1) ติดป้าย2) ประชุม", "ครบ"]
