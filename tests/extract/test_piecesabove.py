"""Cross rules drawn cell by cell below rows tell the columns of these and of the names above."""

from __future__ import annotations

from itertools import pairwise

from extract.model import Box
from tests.extract.pages import Sheet, across, rows_on

XS = (40.0, 90.0, 220.0, 340.0, 480.0)
NAMES = ("ข้อ", "สิ่งที่พบ", "สิ่งที่ทำ", "เจ้าภาพ")
ROWS = (
    ("I2\n84.26", "รอนานในช่วงเช้า\nวันจันทร์", "เพิ่มช่องบริการ\nตลอดวัน", "ฝ่ายทะเบียน"),
    ("I5\n82.91", "ได้งานบ่อยครั้ง", "ประกาศแผน\nล่วงหน้า", "ฝ่ายคลัง"),
)


def drawn(rows: tuple[tuple[str, ...], ...], *, pieces: bool = True) -> Sheet:
    """A band of names in one piece, and below each row the lower edges of its cells."""
    sheet = Sheet()
    sheet.shade(Box(XS[0], 60, XS[-1], 82))
    for x, name in zip(XS, NAMES, strict=False):
        sheet.write(name, x + 4, 75)
    y = 82.0
    for row in rows:
        for x, text in zip(XS, row, strict=False):
            sheet.write(text, x + 4, y + 16)
        y += 44
        edges = pairwise(XS) if pieces else [(XS[0], XS[-1])]
        sheet.rule(*(across(y, a, b) for a, b in edges))
    return sheet


def test_one_row_and_several() -> None:
    assert rows_on(drawn(ROWS[:1])) == [[*NAMES], [*ROWS[0]]]
    assert rows_on(drawn(ROWS)) == [[*NAMES], *([*row] for row in ROWS)]


def test_words_over_an_edge_belong_to_no_such_row() -> None:
    long = ("ข้อความยาวที่เขียนข้ามเส้นของช่องแรกไปถึงช่องอื่น", "", "", "")
    assert [*long] not in rows_on(drawn((long,)))


def test_rows_of_a_code_below_the_name_of_their_group() -> None:
    """Three columns: a code, words and a number, under a band with a single name."""
    sheet, xs, y = Sheet(), (40.0, 90.0, 340.0, 400.0), 60.0
    items = (("I1", "เต็มใจให้บริการ", "86.65"), ("I2", "อำนวยความสะดวก\nในการให้บริการ", "94.19"))
    for name in ("1. การปฏิบัติหน้าที่", "2. การใช้งบประมาณ"):
        sheet.shade(Box(xs[0], y, xs[-1], y + 20))
        sheet.write(name, xs[0] + 4, y + 14)
        y += 20
        for item in items:
            for x, text in zip(xs, item, strict=False):
                sheet.write(text, x + 4, y + 16)
            y += 44
            sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
        y += 10
    rows = [[text.replace("\n", "") for text in row] for row in rows_on(sheet)]
    read = [row for row in rows if len(row) == 3]
    assert read == [[text.replace("\n", "") for text in item] for item in items] * 2
