"""Text printed sideways on an upright page stands in its cell as if it were upright."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.layout import Part
from extract.model import Box, Paragraph, Table
from extract.painted.turning import Turn
from tests.extract.pages import LETTER, PITCH, SIZE, Sheet, glyphs

XS, YS = (40.0, 80.0, 300.0, 400.0), (60.0, 130.0, 200.0)
ROWS = (("", "ป้ายบอกทางชัดเจน", "81.20"), ("", "ที่นั่งรอเพียงพอ", "90.05"))


def upwards(sheet: Sheet, text: str, x: float, bottom: float) -> None:
    """Lines of text that run from the bottom to the top, the first at the left."""
    for number, line in enumerate(text.split("\n")):
        order = len(sheet.content.glyphs)
        for g in glyphs(line, 0, 0, order):
            x0, y = x + number * PITCH, bottom - g.x
            sheet.content.glyphs.append(replace(g, x=x0, y=y, angle=90))


def downwards(sheet: Sheet, text: str, x: float, top: float) -> None:
    for g in glyphs(text, 0, 0, len(sheet.content.glyphs)):
        sheet.content.glyphs.append(replace(g, x=x, y=top + g.x, angle=270))


def table_of(sheet: Sheet) -> Table:
    (table,) = [b for b in join_layouts([sheet.layout()]) if isinstance(b, Table)]
    return table


def test_lines_up_the_side_of_a_table_are_read_in_their_order() -> None:
    sheet = Sheet()
    sheet.table(XS, YS, ROWS)
    upwards(sheet, "ด้านสถานที่\nและอาคาร", 52, 125)
    table = table_of(sheet)
    cell = table.at(0, 0)
    assert cell is not None
    assert cell.text == "ด้านสถานที่และอาคาร"
    assert [c.text for c in table.cells if c.row == 0][1:] == ["ป้ายบอกทางชัดเจน", "81.20"]


def test_lines_that_run_downwards() -> None:
    sheet = Sheet()
    sheet.table(XS, YS, ROWS)
    downwards(sheet, "อาคารสถานที่", 55, 64)
    cell = table_of(sheet).at(0, 0)
    assert cell is not None
    assert cell.text == "อาคารสถานที่"


def test_the_place_of_sideways_text_is_where_it_is_printed() -> None:
    sheet = Sheet()
    sheet.table(XS, YS, ROWS)
    upwards(sheet, "อาคาร", 60, 120)
    cell = table_of(sheet).at(0, 0)
    assert cell is not None
    (part,) = [b for b in sheet.layout().blocks if isinstance(b, Part)]
    (line,) = part.cells[0].lines
    assert line.box.top == pytest.approx(120 - 5 * LETTER)
    assert line.box.bottom == pytest.approx(120)
    assert 60 - SIZE < line.box.x0 < 60 < line.box.x1


def test_sideways_text_outside_of_tables_stands_aside() -> None:
    sheet = Sheet()
    sheet.table(XS, YS, ROWS)
    upwards(sheet, "คะแนนเฉลี่ย", 500, 200)
    blocks = join_layouts(mark_furniture([sheet.layout()]))
    (aside,) = [b for b in blocks if isinstance(b, Paragraph)]
    assert (aside.text, aside.furniture) == ("คะแนนเฉลี่ย", True)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_box_turned_and_turned_back_is_the_same(angle: int) -> None:
    turn = Turn(angle, *((842.0, 595.0) if angle == 180 else (595.0, 842.0)))
    box = Box(10, 20, 110, 50)
    assert turn.back(turn.ahead(box)) == box
