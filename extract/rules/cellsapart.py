"""Cells painted apart from each other: boxes in rows and columns, a hair of paper between them.

Style sheets leave room between cells, and programs that make slides paint each as a box of its own,
its corners bent or not. What stands in rows and columns with the same narrow room everywhere is a
table; its rules are in the middle of that room.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import floor
from operator import itemgetter
from statistics import mean

from extract.content import Content, Shade
from extract.model import Box
from extract.rules.shading import sides_of

# The room between two cells, in points: less is none, more is between cards.
_ROOM = (0.6, 6.0)
# All rooms of a table are alike, and so are the edges of a row.
_ALIKE = 1.0
# A cell is no lower or narrower than this, and no higher.
_CELL, _HIGH = 10.0, 220.0
# The name of a group is no higher than this.
_BAND = 40.0
# Fewer boxes than this are no table, nor a single row of it; with so many a page is a drawing.
_LEAST, _ROW, _MOST = 4, 3, 600


def with_cells_closed(content: Content) -> Content:
    """The content with rules between cells painted apart, those grown to them.

    The first and the last cell of a row may have bent corners where it begins and ends.
    """
    content = _with_ends_straight(content)
    shades = [s.box for s in content.shades]
    boxes = _apart([b for b in dict.fromkeys([*shades, *content.frames]) if _is_cell(b)])
    if not _ROW <= len(boxes) <= _MOST:
        return content
    grown = {box: new for own in _lattices(boxes) for box, new in own.items()}
    if not grown:
        return content
    return replace(
        content,
        segments=[*content.segments, *(s for box in grown.values() for s in sides_of(box))],
        shades=[replace(s, box=grown.get(s.box, s.box)) for s in content.shades],
        frames=[b for b in content.frames if b not in grown],
    )


def _with_ends_straight(content: Content) -> Content:
    """The content, boxes with bent corners that touch straight ones as straight.

    They end a row of these, or stand over one from end to end as the name of a group does.
    """
    if not content.frames:
        return content
    # By height: a drawing may have thousands of both.
    at: dict[int, list[tuple[int, Shade]]] = defaultdict(list)
    for n, shade in enumerate(content.shades):
        at[floor(shade.box.top / _ALIKE)].append((n, shade))
    ends: dict[Box, Shade] = {}
    for frame in content.frames:
        top = floor(frame.top / _ALIKE)
        near = (pair for level in (top - 1, top, top + 1) for pair in at.get(level, ()))
        own = ((n, s) for n, s in near if _touches(frame, s.box))
        if (beside := min(own, default=None, key=itemgetter(0))) is not None:
            ends[frame] = replace(beside[1], box=frame)
            continue
        low = floor(frame.bottom / _ALIKE)
        below = [s for level in (low - 1, low, low + 1) for _, s in at.get(level, ())]
        if frame.height <= _BAND and _is_over(frame, [s.box for s in below]):
            ends[frame] = replace(below[0], box=frame, white=False)
    if not ends:
        return content
    frames = [b for b in content.frames if b not in ends]
    return replace(content, shades=[*content.shades, *ends.values()], frames=frames)


def _touches(a: Box, b: Box) -> bool:
    """Whether two boxes of one row touch each other."""
    return _level(a, b) and min(abs(a.x1 - b.x0), abs(b.x1 - a.x0)) <= _ROOM[0]


def _is_over(frame: Box, cells: Sequence[Box]) -> bool:
    """Whether a box stands right over several cells, from where they begin to where they end."""
    own = [b for b in cells if abs(b.top - frame.bottom) <= _ALIKE and b.x1 > frame.x0]
    own = [b for b in own if b.x0 < frame.x1]
    if len({round(b.x0) for b in own}) < _ROW:
        return False
    ends = min(b.x0 for b in own) - frame.x0, max(b.x1 for b in own) - frame.x1
    return max(map(abs, ends)) <= _ALIKE


def _level(a: Box, b: Box) -> bool:
    return abs(a.top - b.top) <= _ALIKE and abs(a.bottom - b.bottom) <= _ALIKE


def _is_cell(box: Box) -> bool:
    return box.width >= _CELL and _CELL <= box.height <= _HIGH


def _apart(boxes: Sequence[Box]) -> list[Box]:
    """The boxes but those that touch the next one in their row: cells of a table that is drawn."""
    pairs = [(a, b) for a, b in _next_in_row(boxes) if abs(b.x0 - a.x1) <= _ROOM[0]]
    touching = {box for pair in pairs for box in pair}
    return [b for b in boxes if b not in touching]


def _next_in_row(boxes: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """Boxes of the same row, each with the next one."""
    ordered = sorted(boxes, key=lambda b: (round(b.top), b.x0))
    for a, b in pairwise(ordered):
        if _level(a, b):
            yield a, b


def _lattices(boxes: Sequence[Box]) -> Iterator[dict[Box, Box]]:
    """The tables that boxes are, each box with what it grows to."""
    beside = [(a, b) for a, b in _next_in_row(boxes) if _ROOM[0] < b.x0 - a.x1 <= _ROOM[1]]
    below = [*_below(boxes)]
    near: dict[Box, list[Box]] = defaultdict(list)
    for a, b in (*beside, *below):
        near[a].append(b)
        near[b].append(a)
    rest = dict.fromkeys(near)
    while rest:
        own = _joined(next(iter(rest)), near)
        rest = {b: None for b in rest if b not in own}
        across = [b.x0 - a.x1 for a, b in beside if a in own]
        down = [b.top - a.bottom for a, b in below if a in own]
        if not across or len(own) < (_LEAST if down else _ROW):
            continue
        wide, high = mean(across), mean(down or [0.0])
        uneven = [abs(g - wide) for g in across] + [abs(g - high) for g in down]
        if max(uneven) <= _ALIKE:
            yield {b: _grown(b, wide / 2, high / 2) for b in own}


def _joined(first: Box, near: Mapping[Box, Sequence[Box]]) -> set[Box]:
    """All boxes that lie beside or below each other, from one on."""
    found, ahead = {first}, [first]
    while ahead:
        new = [b for b in near[ahead.pop()] if b not in found]
        found.update(new)
        ahead += new
    return found


def _below(boxes: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """Boxes with a narrow room between them, one above the other."""
    ordered = sorted(boxes, key=lambda b: b.top)
    tops = [b.top for b in ordered]
    for a in boxes:
        first, last = (bisect_right(tops, a.bottom + room) for room in _ROOM)
        for b in ordered[first:last]:
            if min(a.x1, b.x1) - max(a.x0, b.x0) >= _CELL:
                yield a, b


def _grown(box: Box, wide: float, high: float) -> Box:
    return Box(box.x0 - wide, box.top - high, box.x1 + wide, box.bottom + high)


__all__ = ["with_cells_closed"]
