"""Pages set in two columns, each with tables of its own: taken apart before tables are looked for.

Rules that stand in one column say nothing of what stands beside them in the other. A page is in
columns where nothing crosses a gutter over most of its height, and both sides have rules that are
drawn at heights of their own: those of one table stand level, whatever room its columns leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Content, Glyph, Segment
from extract.model import Box

# Rules shorter than this are none; so many on each side, and so few of them level with others.
_LONG, _RULES, _LEVEL, _SAME = 60.0, 4, 0.5, 1.5
# Where a gutter is looked for, in shares of the page's width, at which steps and how wide.
_FROM, _TO, _STEP, _HALF = 0.36, 0.64, 3.0, 4.0
# The columns are so high a share of the page, and have so many letters each.
_HIGH, _LETTERS = 0.45, 150
# Letters so many times as large as most are a stamp across the page.
_STAMP = 2.0


def columns_apart(content: Content) -> list[Content]:
    """The parts of a page in reading order: above its columns, the columns, below them.

    The page itself where it has no columns.
    """
    left, right = _ruled(content)
    # Cards beside each other are read card by card.
    if content.frames or min(len(left), len(right)) < _RULES or _level(left, right):
        return [content]
    glyphs = _letters(content.glyphs)
    found = [zone for x in _places(content.width) if (zone := _zone(content, glyphs, x))]
    high = max((bottom - top for _, top, bottom in found), default=0.0)
    if high < _HIGH * content.height:
        return [content]
    # Of several as high the middle one stands farthest from both columns.
    best = [zone for zone in found if zone[2] - zone[1] > high - _SAME]
    x, top, bottom = best[len(best) // 2]
    between = [g.x < x for g in glyphs if top < g.y < bottom]
    if min(between.count(True), between.count(False)) < _LETTERS:
        return [content]
    return _parts(content, x, top, bottom)


def _ruled(content: Content) -> tuple[list[float], list[float]]:
    """The heights of the rules of the left and of the right half."""
    flat = [s for s in content.segments if s.horizontal and s.end - s.start >= _LONG]
    left = {round(s.at, 1) for s in flat if s.end <= _TO * content.width}
    right = {round(s.at, 1) for s in flat if s.start >= _FROM * content.width}
    return sorted(left), sorted(right)


def _level(left: Sequence[float], right: Sequence[float]) -> bool:
    few, many = sorted((left, right), key=len)
    return sum(any(abs(a - b) < _SAME for b in many) for a in few) >= _LEVEL * len(few)


def _letters(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The letters of the page's text, without what is stamped across it."""
    seen = [g for g in glyphs if not g.text.isspace()]
    sizes = sorted(g.size for g in seen)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    return [g for g in seen if g.size <= _STAMP * usual]


def _places(width: float) -> list[float]:
    count = int((_TO - _FROM) * width / _STEP)
    return [_FROM * width + _STEP * n for n in range(count + 1)]


def _zone(content: Content, glyphs: Sequence[Glyph], x: float) -> tuple[float, float, float] | None:
    """Over which stretch, the highest one, nothing crosses an upright line; with its place."""
    crossing = [
        *(g.y for g in glyphs if g.x < x + _HALF and g.x + g.advance > x - _HALF),
        *(s.at for s in content.segments if s.horizontal and s.start < x < s.end),
    ]
    for s in content.segments:
        if not s.horizontal and abs(s.at - x) < _HALF:
            crossing += [s.start, s.end]
            if s.end - s.start > _LONG:
                return None
    ys = sorted([0.0, *crossing, content.height])
    top, bottom = max(pairwise(ys), key=lambda pair: pair[1] - pair[0])
    return x, top, bottom


def _parts(content: Content, x: float, top: float, bottom: float) -> list[Content]:
    """The page's content by where it stands."""
    # What crosses the gutter above the columns is a line of text: its descenders reach below it.
    places = (
        Box(0, 0, content.width, top + 1),
        Box(0, top + 1, x, bottom - 1),
        Box(x, top + 1, content.width, bottom - 1),
        Box(0, bottom - 1, content.width, content.height),
    )
    parts = [_within(content, place) for place in places]
    return [part for part in parts if part.glyphs or part.segments]


def _within(content: Content, place: Box) -> Content:
    """What stands in a place of a page without frames, by where its middle is."""

    def holds(x: float, y: float) -> bool:
        return place.x0 <= x < place.x1 and place.top <= y < place.bottom

    def encloses(box: Box) -> bool:
        return holds((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)

    def drawn(s: Segment) -> bool:
        middle = (s.start + s.end) / 2
        return holds(middle, s.at) if s.horizontal else holds(s.at, middle)

    return replace(
        content,
        glyphs=[g for g in content.glyphs if holds(g.x, g.y)],
        segments=[s for s in content.segments if drawn(s)],
        shades=[s for s in content.shades if encloses(s.box)],
        images=[*filter(encloses, content.images)],
        dots=[*filter(encloses, content.dots)],
        squares=[*filter(encloses, content.squares)],
    )


__all__ = ["columns_apart"]
