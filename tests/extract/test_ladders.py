"""Rules between rows that begin at an inner column show where it begins."""

from __future__ import annotations

from extract.joining import join_layouts
from extract.model import Table
from tests.extract.pages import LETTER, PITCH, Sheet, across, down

LEFT, INNER, SCORE, RIGHT = 40.0, 120.0, 400.0, 460.0
NAME = "ด้านอาคารสถานที่"
ROWS = (("ที่จอดรถเพียงพอต่อผู้มาติดต่อ", "71.10"), ("ห้องน้ำสะอาด", "80.45"), ("ที่นั่งรอ", "90.00"))


def sheet(*, cross: bool = False) -> Sheet:
    """Two groups of rows, the name of each at the left; its words come near the next column."""
    page = Sheet()
    y = 60.0
    page.rule(across(y, LEFT, RIGHT))
    for x, text in ((LEFT, "ด้าน"), (INNER, "เรื่อง"), (SCORE, "คะแนน")):
        page.write(text, x, y + 12)
    y += 18
    page.rule(across(y, LEFT, RIGHT))
    for _ in range(2):
        page.write(NAME, INNER - 2 - LETTER * 13, y + 12)
        for number, (text, score) in enumerate(ROWS):
            page.write(text, INNER, y + 12)
            page.write(score, SCORE, y + 12)
            y += PITCH + 4
            last = number == len(ROWS) - 1
            page.rule(across(y, LEFT if last else INNER, RIGHT))
    if cross:
        page.rule(down(INNER, 60, y), down(SCORE, 60, y))
    page.write("หมายเหตุ คะแนนเต็มหนึ่งร้อยคะแนนทุกข้อของทุกด้านในรายงานนี้", LEFT, y + 14)
    return page


def read(page: Sheet) -> list[tuple[int, int, int, str]]:
    (table,) = [b for b in join_layouts([page.layout()]) if isinstance(b, Table)]
    return [(c.row, c.column, c.row_span, c.text) for c in table.cells]


def test_names_reach_over_the_rows_whose_rules_begin_beside_them() -> None:
    cells = read(sheet())
    names = [(row, span) for row, column, span, text in cells if column == 0 and row]
    assert names == [(1, 3), (4, 3)]
    assert [text for row, column, _, text in cells if row == 2] == [ROWS[1][0], ROWS[1][1]]
    assert all("หมายเหตุ" not in text for *_, text in cells)


def test_drawn_columns_are_left_as_they_are() -> None:
    assert read(sheet(cross=True)) == read(sheet())


def test_rules_of_one_length_show_no_column() -> None:
    page = Sheet()
    for number in range(4):
        page.rule(across(60 + 18 * number, LEFT, RIGHT))
        page.write("ข้อความยาวที่พาดผ่านทุกคอลัมน์ของหน้านี้โดยไม่มีช่องว่าง", LEFT, 72 + 18 * number)
    assert not [b for b in join_layouts([page.layout()]) if isinstance(b, Table)]
