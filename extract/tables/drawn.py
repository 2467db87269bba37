"""Whether rules are drawn between the rows and columns of a grid, or shades alone show them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.content import Segment
from extract.tables.grid import Grid

# What lies on the edge of a grid is within this of it, in points, and a rule is longer.
_SIDE = 3.0


def is_drawn(grid: Grid, segments: Sequence[Segment]) -> bool:
    """Whether a rule is drawn between two rows or columns of a grid."""
    box = grid.box
    across, down = (box.x0, box.x1), (box.top, box.bottom)
    return any(
        is_within(s, across, down) if s.horizontal else is_within(s, down, across) for s in segments
    )


def has_uprights(grid: Grid, segments: Sequence[Segment]) -> bool:
    """Whether a rule is drawn between two columns of a grid."""
    box = grid.box
    down, across = (box.top, box.bottom), (box.x0, box.x1)
    return any(not s.horizontal and is_within(s, down, across) for s in segments)


def is_closed(grid: Grid, segments: Sequence[Segment]) -> bool:
    """Whether a rule is drawn at the foot of a grid."""
    left, right, foot = grid.xs[0], grid.xs[-1], grid.ys[-1]
    near = (s for s in segments if s.horizontal and abs(s.at - foot) <= _SIDE)
    return any(min(s.end, right) - max(s.start, left) > _SIDE for s in near)


def is_within(rule: Segment, along: tuple[float, float], over: tuple[float, float]) -> bool:
    """Whether a rule lies between two edges of a box and runs some way along it."""
    inside = over[0] + _SIDE < rule.at < over[1] - _SIDE
    return inside and min(rule.end, along[1]) - max(rule.start, along[0]) > _SIDE


__all__ = ["has_uprights", "is_closed", "is_drawn", "is_within"]
