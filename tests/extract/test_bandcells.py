"""Bands with numbers below the heads of columns, in tables that draw no upright rules."""

from __future__ import annotations

import pytest

from extract.model import Box
from extract.tables.bandcells import with_columns
from extract.tables.grid import Grid, GridCell
from extract.text.clusters import clusters_of
from tests.extract.pages import Sheet

XS, YS = (40.0, 100.0, 240.0, 320.0, 400.0), (60.0, 80.0, 120.0)
NAME = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"


def parts(*words: tuple[str, float]) -> list[tuple[int, int]]:
    """The columns and spans of the cells below a header, where one was over all of them."""
    sheet = Sheet(1)
    for text, x in words:
        sheet.write(text, x, 94)
    heads = [GridCell(0, n, 1, 1, Box(XS[n], YS[0], XS[n + 1], YS[1])) for n in range(len(XS) - 1)]
    whole = GridCell(1, 0, 1, len(XS) - 1, Box(XS[0], YS[1], XS[-1], YS[2]))
    grid = with_columns(Grid(XS, YS, (*heads, whole)), clusters_of(sheet.content.glyphs))
    return [(c.column, c.column_span) for c in grid.cells if c.row]


def test_numbers_below_the_heads_of_columns_stand_in_these() -> None:
    assert parts((NAME, 44), ("83.25", 250), ("83.89%", 330)) == [(0, 2), (2, 1), (3, 1)]
    assert parts((NAME, 44), ("83.25", 250)) == [(0, 2), (2, 1), (3, 1)]
    assert parts((NAME, 44), ("+1.25", 330)) == [(0, 3), (3, 1)]


@pytest.mark.parametrize(
    "words",
    [
        ((NAME, 44), ("ไม่มี", 330)),
        ((NAME, 44), ("12", 330)),
        # A number right behind the words, and one across an edge.
        ((f"{NAME}{'ก' * 18}", 44), ("83.25", 243)),
        ((NAME, 44), ("83.25", 230)),
        ((NAME, 44),),
    ],
)
def test_other_bands_stay_whole(words: tuple[tuple[str, float], ...]) -> None:
    assert parts(*words) == [(0, 4)]


def test_a_number_beside_the_last_of_several_lines_is_of_a_row_of_its_own() -> None:
    name = (f"{NAME}\nข้อ E1 เต็มใจ", 44.0)
    assert parts(name, ("83.25", 250)) == [(0, 2), (2, 1), (3, 1)]
    assert parts(name, ("\n83.25", 250)) == [(0, 4)]
