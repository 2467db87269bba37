"""Cells painted as boxes of their own, with a little paper between them."""

from __future__ import annotations

import pytest

from extract.content import Shade
from extract.model import Box
from extract.rules.cellsapart import with_cells_closed
from tests.extract.pages import Sheet, rows_on

ROWS = (("ข้อ", "I1", "I2", "I3"), ("คะแนน", "84.10", "98.49", "88.92"))


def drawn(room: float = 3.0, *, bent: bool = True, low: float = 3.0) -> Sheet:
    """Boxes in rows and columns; ``low``: the room between the rows."""
    sheet = Sheet()
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            x, y = 60 + c * (80 + room), 60 + r * (24 + low)
            box = Box(x, y, x + 80, y + 24)
            sheet.write(text, x + 20, y + 16)
            if bent:
                sheet.content.frames.append(box)
            else:
                sheet.content.shades.append(Shade(box, white=bool(c)))
    return sheet


@pytest.mark.parametrize("bent", [True, False])
def test_boxes_in_rows_and_columns_are_cells(bent: bool) -> None:
    assert rows_on(drawn(bent=bent)) == [list(row) for row in ROWS]


def test_boxes_farther_apart_or_unevenly_are_cards() -> None:
    far = drawn(9.0, low=9.0).content
    assert with_cells_closed(far) is far
    uneven = drawn(1.0).content
    uneven.frames[:] = [Box(b.x0 + 4 * (b.x0 > 200), b.top, b.x1, b.bottom) for b in uneven.frames]
    assert with_cells_closed(uneven) is uneven


def test_a_row_of_three_boxes_is_one_of_cells() -> None:
    sheet = drawn()
    sheet.content.frames[:] = sheet.content.frames[:3]
    assert len(with_cells_closed(sheet.content).segments) == 12
    sheet.content.frames.pop()
    assert with_cells_closed(sheet.content) is sheet.content


def test_boxes_that_touch_are_cells_of_another_table() -> None:
    sheet = drawn()
    below = [Box(60 + c * 110, 117, 170 + c * 110, 141) for c in range(3)]
    sheet.content.shades.extend(Shade(box, white=False) for box in below)
    # The boxes above are a table of their own, closed at their last row.
    assert max(s.end for s in with_cells_closed(sheet.content).segments if not s.horizontal) < 117


def test_the_first_cell_of_a_row_of_cells_may_have_bent_corners() -> None:
    sheet = Sheet()
    for r, row in enumerate((("ข้อ", "จุดที่ควรพัฒนา"), ("I3", "รอนาน"), ("I4", "ไม่ทราบแผน"))):
        for c, text in enumerate(row):
            box = Box(60 + 80 * c, 60 + 44 * r, 140 + 180 * c, 100 + 44 * r)
            sheet.write(text, box.x0 + 10, box.top + 16)
            if r and not c:
                sheet.content.frames.append(box)
            else:
                sheet.content.shades.append(Shade(box, white=False))
    told = [row for row in rows_on(sheet) if any(row)]
    assert told == [["ข้อ", "จุดที่ควรพัฒนา"], ["I3", "รอนาน"], ["I4", "ไม่ทราบแผน"]]


def test_a_band_with_bent_corners_over_cells_is_of_their_table() -> None:
    sheet = Sheet()
    for top in (60.0, 120.0):
        sheet.write("ตัวชี้วัด", 70, top + 14)
        sheet.content.frames.append(Box(60, top, 360, top + 20))
        for c, text in enumerate(("I1", "เต็มใจ", "84.10")):
            box = Box(60 + 100 * c, top + 20, 160 + 100 * c, top + 60)
            sheet.write(text, box.x0 + 10, box.top + 16)
            sheet.shade(box)
    assert rows_on(sheet) == [["ตัวชี้วัด"], ["I1", "เต็มใจ", "84.10"]] * 2
