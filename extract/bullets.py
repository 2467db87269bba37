"""List marks that are drawn: browsers paint the discs of a list as shapes, not as letters.

Only the mark tells where one statement of a cell ends and the next begins, so a disc right before
the first letter of a line is read as the letter it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.clusters import Cluster
from extract.model import Box

BULLET = "\u2022"
# Sides of a disc in shares of the letters' size, how unlike they may be, and the room behind it.
_LEAST, _MOST = 0.15, 0.6
_ROUND = 0.2
_NEAR = 1.4
# Height of a disc's middle above the baseline, in em.
_LOW, _HIGH = 0.05, 0.6
# A page with more of them is a drawing.
_DRAWING = 300


def drawn_bullets(dots: Sequence[Box], clusters: Sequence[Cluster]) -> list[Cluster]:
    """A letter for every disc that stands before a line's first one; nothing for other shapes."""
    if not dots or len(dots) > _DRAWING:
        return []
    found = (_bullet(dot, clusters) for dot in dots if _is_round(dot))
    marks: dict[tuple[float, float], Cluster] = {}
    for mark in found:
        if mark is not None:
            # Painted twice it is still one mark.
            marks.setdefault((round(mark.x1), round(mark.y)), mark)
    return list(marks.values())


def _is_round(dot: Box) -> bool:
    return abs(dot.width - dot.height) <= _ROUND * max(dot.width, dot.height)


def _bullet(dot: Box, clusters: Sequence[Cluster]) -> Cluster | None:
    """The letter for a disc, on the line of the letter right behind it."""
    middle = (dot.top + dot.bottom) / 2
    line = [
        c
        for c in clusters
        if _LOW * c.size <= c.y - middle <= _HIGH * c.size and not c.text.isspace()
    ]
    behind = [c for c in line if c.x0 >= dot.x1 - 1]
    first = min(behind, key=lambda c: c.x0, default=None)
    if first is None or first.x0 - dot.x1 > _NEAR * first.size:
        return None
    sized = _LEAST * first.size <= dot.height <= _MOST * first.size
    # A disc behind other words is a point or a sign of theirs.
    beside = any(c.x0 < dot.x0 and dot.x0 - c.x1 < _NEAR * c.size for c in line)
    if not sized or beside:
        return None
    return Cluster(BULLET, dot.x0, dot.x1, first.y, first.size, first.order - 1, first.bold)


__all__ = ["BULLET", "drawn_bullets"]
