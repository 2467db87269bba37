"""Letters asked for by their place."""

from __future__ import annotations

from extract.content import Glyph
from extract.model import Box
from extract.text.clusters import Letters, clusters_of, held_by
from tests.extract.pages import glyphs


def letters() -> Letters:
    """Three lines of text, the last painted first."""
    lines = [("ล่าง", 140.0), ("กลาง", 120.0), ("บน", 100.0)]
    painted: list[Glyph] = []
    for text, y in lines:
        painted += glyphs(text, 50, y, len(painted))
    return Letters(clusters_of(painted))


def test_those_in_a_box_are_the_same_and_in_the_same_order_as_by_looking_at_each() -> None:
    words = letters()
    for box in (Box(0, 90, 200, 121), Box(52, 110, 60, 160), Box(300, 0, 400, 400)):
        assert words.held_by(box) == held_by(box, list(words))


def test_those_inside_of_edges_are_not_on_them() -> None:
    words = letters()
    x, y = words.middles[0]
    assert words[0] in words.inside(y - 1, y + 1, x - 1, x + 1)
    assert words.inside(y, y + 1, x - 1, x + 1) == []
    assert words[0] not in words.inside(y - 1, y + 1, x, x + 1)


def test_the_next_one_below_a_height() -> None:
    words = letters()
    heights = sorted({y for _, y in words.middles})
    assert words.next_below(0) == heights[0]
    assert words.next_below(heights[0]) == heights[1]
    assert words.next_below(heights[-1]) is None
