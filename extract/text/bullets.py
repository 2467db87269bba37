"""List marks that are drawn: discs and squares of a list painted as shapes, not as letters.

Only the mark tells where one statement of a cell ends and the next begins, so a disc or a square,
filled or outlined, right before the first letter of a line is read as the letter it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from extract.content import Content, Segment
from extract.model import Box
from extract.text.clusters import Cluster

BULLET = "\u2022"
# Sides of a disc in shares of the letters' size, how unlike they may be, and the room behind it.
_LEAST, _MOST = 0.15, 0.6
_ROUND = 0.2
_NEAR = 1.4
# Height of a disc's middle above the baseline, in em.
_LOW, _HIGH = 0.05, 0.6
# A square smaller than this, in points, is a dot of a rule; so is one with another nearer than this
# many of its sides.
_SPECK = 1.5
_ALONE = 1.5
# A page with more of them is a drawing.
_DRAWING = 300


def drawn_bullets(content: Content, clusters: Sequence[Cluster]) -> list[Cluster]:
    """A letter for every mark that stands before a line's first one; nothing for other shapes."""
    shapes = [*content.dots, *_apart(_whole(content.squares))]
    if not shapes or len(shapes) > _DRAWING:
        return []
    walls = [s for s in content.segments if not s.horizontal]
    found = (_bullet(shape, clusters, walls) for shape in shapes if _is_round(shape))
    marks: dict[tuple[float, float], Cluster] = {}
    for mark in found:
        if mark is not None:
            # Painted twice it is still one mark.
            marks.setdefault((round(mark.x1), round(mark.y)), mark)
    return list(marks.values())


def without_sides(content: Content, marks: Sequence[Cluster]) -> Content:
    """The page without the sides of squares that are marks: they are no rules of a table."""
    if not marks or not content.squares:
        return content
    kept = [s for s in content.segments if not any(_side_of(s, mark) for mark in marks)]
    return replace(content, segments=kept)


def _side_of(segment: Segment, mark: Cluster) -> bool:
    if segment.end - segment.start > _MOST * mark.size:
        return False
    middle = (segment.start + segment.end) / 2
    x, y = (middle, segment.at) if segment.horizontal else (segment.at, middle)
    return mark.x0 - 1 <= x <= mark.x1 + 1 and mark.y - mark.size <= y <= mark.y


def _whole(squares: Sequence[Box]) -> list[Box]:
    """Squares without those drawn inside others: an outline may be painted as two of them."""
    found: list[Box] = []
    round_ones = (s for s in squares if _is_round(s) and s.width >= _SPECK)
    for square in sorted(round_ones, key=lambda s: -s.width)[: _DRAWING + 1]:
        middle = (square.x0 + square.x1) / 2, (square.top + square.bottom) / 2
        if not any(other.holds(*middle) for other in found):
            found.append(square)
    return found


def _apart(squares: Sequence[Box]) -> list[Box]:
    """Squares with no other one right beside, above or below: those are dots of a rule."""
    return [a for a in squares if not any(a is not b and _close(a, b) for b in squares)]


def _close(a: Box, b: Box) -> bool:
    reach = _ALONE * a.width
    across = max(a.x0, b.x0) - min(a.x1, b.x1)
    down = max(a.top, b.top) - min(a.bottom, b.bottom)
    return across < reach and down < reach


def _is_round(dot: Box) -> bool:
    return abs(dot.width - dot.height) <= _ROUND * max(dot.width, dot.height)


def _bullet(dot: Box, clusters: Sequence[Cluster], walls: Sequence[Segment]) -> Cluster | None:
    """The letter for a mark, on the line of the letter right behind it and in its cell."""
    middle = (dot.top + dot.bottom) / 2
    near = [w.at for w in walls if w.start <= middle <= w.end]
    left = max((at for at in near if at < dot.x0 - 1), default=-inf)
    right = min((at for at in near if at > dot.x1 + 1), default=inf)
    line = [
        c
        for c in clusters
        if _LOW * c.size <= c.y - middle <= _HIGH * c.size
        and left < c.middle[0] < right
        and not c.text.isspace()
    ]
    behind = [c for c in line if c.x0 >= dot.x1 - 1]
    first = min(behind, key=lambda c: c.x0, default=None)
    if first is None or first.x0 - dot.x1 > _NEAR * first.size:
        return None
    sized = _LEAST * first.size <= dot.height <= _MOST * first.size
    # A shape behind other words is a point or a sign of theirs.
    beside = any(c.x0 < dot.x0 and dot.x0 - c.x1 < _NEAR * c.size for c in line)
    if not sized or beside:
        return None
    return Cluster(BULLET, dot.x0, dot.x1, first.y, first.size, first.order - 1, first.bold)


__all__ = ["BULLET", "drawn_bullets", "without_sides"]
