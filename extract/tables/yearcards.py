"""Cards that compare years: a name at the top, below it numbers, each under its year.

``คะแนนรวม (ITA)`` over ``ปี 2565 | ปี 2566`` over ``88.88 | 91.24``, how much it changed somewhere
beside. Such a card is a row of a small table: its name and a column per year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.content import Content
from extract.model import Box
from extract.tables.grid import Grid, GridCell
from extract.text.clusters import Cluster, Letters, visible
from extract.text.pieces import Piece, Printed, printed_lines

# A card is larger than this, in points, and smaller than this share of its page; a page of more
# boxes is a drawing.
_SMALL, _LARGE, _MOST = 40.0, 0.4, 200
# Fewer years are compared with nothing; a name fills no more lines.
_YEARS, _LINES = 2, 2
# A year stands over its number, no higher than so many times the number's letters.
_OVER = 2.5
# Letters of one line are no higher or lower than this, in em.
_LEVEL = 0.6
# A sign stands no farther before its number, in points.
_NEAR = 12.0
# The room around words in their cell, in points.
_ROOM = 0.5
_YEAR = re.compile(r"(?:ปี|พ\.?ศ\.?|งบประมาณ)*(?:25|๒๕)\d\d")
_NUMBER = re.compile(r"\d{1,3}\.\d\d")
_SIGN = re.compile("[+\\-\u2013\u2191\u2193\u25b2\u25b3\u25bc\u25bd]")
_DIGITS = re.compile(r"\d\.\d")


@dataclass(frozen=True, slots=True)
class _Word:
    """A piece of a line with its box."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class _Card:
    """What a card says: its name, and each year with its number, from left to right."""

    box: Box
    name: Box
    years: tuple[_Word, ...]
    numbers: tuple[_Word, ...]


def year_cards(content: Content, words: Letters) -> list[Grid]:
    """The grids that cards of several years make: a row for each of the same years.

    Args:
        content: what the page paints.
        words: its letters without spaces.
    """
    page = content.width * content.height
    boxes = {*content.frames, *(s.box for s in content.shades if not s.white)}
    large = [b for b in boxes if min(b.width, b.height) > _SMALL]
    large = [b for b in large if b.width * b.height < _LARGE * page]
    if len(boxes) > _MOST:
        return []
    cards = [card for b in large if (card := _card(b, visible(words.held_by(b)))) is not None]
    inner = [c for c in cards if not any(_holds(c.box, o.box) for o in cards)]
    inner.sort(key=lambda card: (card.box.top, card.box.x0))
    return [_grid(card) for card in inner]


def _holds(outer: Box, inner: Box) -> bool:
    return outer != inner and outer.holds(*inner.centre) and outer.width > inner.width


def _card(box: Box, own: Sequence[Cluster]) -> _Card | None:
    """What a box says, where it is nothing but a name and numbers under their years."""
    said = [_word(p, n, own) for n in printed_lines(own) for p in n.pieces]
    years = sorted((w for w in said if _YEAR.fullmatch(w.text)), key=lambda w: w.box.x0)
    numbers = sorted((w for w in said if _NUMBER.fullmatch(w.text)), key=lambda w: w.box.x0)
    if len(years) < _YEARS or len({w.text for w in years}) < len(years):
        return None
    below = [[n for n in numbers if _stands_over(y.box, n.box)] for y in years]
    if any(len(own) != 1 for own in below):
        return None
    numbers = [own[0] for own in below]
    if any(_NUMBER.fullmatch(w.text) and w not in numbers for w in said if not _is_signed(w, said)):
        return None
    top = min(w.box.top for w in years)
    name = [w for w in said if w.box.bottom <= top + _ROOM]
    if not name or len({round(w.box.bottom) for w in name}) > _LINES:
        return None
    if any(_DIGITS.search(w.text) for w in name):
        return None
    left, right = min(w.box.x0 for w in name), max(w.box.x1 for w in name)
    low = max(w.box.bottom for w in name)
    whole = Box(left - _ROOM, min(w.box.top for w in name) - _ROOM, right + _ROOM, low + _ROOM)
    return _Card(box, whole, tuple(years), tuple(numbers))


def _word(piece: Piece, line: Printed, own: Sequence[Cluster]) -> _Word:
    """A piece with its box; numbers beside each other may stand a little higher and lower."""
    near = [c for c in own if abs(c.y - line.y) < _LEVEL * c.size]
    held = [c for c in near if piece.x0 <= c.middle[0] <= piece.x1]
    top = min((c.box.top for c in held), default=line.y)
    low = max((c.box.bottom for c in held), default=line.y)
    return _Word(piece.text, Box(piece.x0 - _ROOM, top, piece.x1 + _ROOM, low))


def _is_signed(word: _Word, said: Sequence[_Word]) -> bool:
    """Whether an arrow or a sign right before a number says that it is a change."""
    level = [w for w in said if w.box.top < word.box.centre[1] < w.box.bottom]
    return any(_SIGN.fullmatch(w.text) and 0 <= word.box.x0 - w.box.x1 < _NEAR for w in level)


def _stands_over(year: Box, number: Box) -> bool:
    """Whether a year stands right above a number."""
    between = year.x0 < number.centre[0] < year.x1 or number.x0 < year.centre[0] < number.x1
    return between and 0 < number.centre[1] - year.centre[1] < _OVER * number.height


def _grid(card: _Card) -> Grid:
    """The years as a header, the name and the numbers as the row below it."""
    box = card.box
    count = len(card.years) + 1
    xs = [box.x0 + n * box.width / count for n in range(count + 1)]
    nothing = Box(box.x0, box.top, box.x0, box.top)
    header = [nothing, *(w.box for w in card.years)]
    row = [card.name, *(w.box for w in card.numbers)]
    cells = [
        GridCell(r, c, 1, 1, cell)
        for r, cells in enumerate((header, row))
        for c, cell in enumerate(cells)
    ]
    return Grid(tuple(xs), (box.top, box.centre[1], box.bottom), tuple(cells))


__all__ = ["year_cards"]
