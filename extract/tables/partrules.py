"""Rules between rows that reach over some columns only: the cells of the others are merged.

A table that has rules between its rows and none between its columns draws the rule of an item as
far as the item's columns reach; what is told of several items stands beside all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Segment
from extract.model import Box
from extract.tables.grid import Grid, GridCell

# So near an edge of rows, in points, a rule is that edge, and so much of a column it covers.
_NEAR, _COVERED = 3.0, 0.6
# So many edges that are ruled from side to side show that rules end rows.
_FULL = 2


def with_partial_rules(grid: Grid, segments: Sequence[Segment]) -> Grid:
    """The grid of single cells with those merged between which no rule is drawn; others as is."""
    if len(grid.cells) != (len(grid.xs) - 1) * (len(grid.ys) - 1):
        return grid
    drawn = [columns_ruled(grid.xs, y, segments) for y in grid.ys]
    inner = drawn[1:-1]
    full = sum(all(columns) for columns in inner)
    if full < _FULL or not all(any(columns) for columns in inner) or full == len(inner):
        return grid
    if not any(all(_from_one_side(c[::step]) for c in inner) for step in (1, -1)):
        return grid
    cells = [
        cell
        for column in range(len(grid.xs) - 1)
        for cell in _column(grid, column, [columns[column] for columns in drawn])
    ]
    return replace(grid, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def columns_ruled(xs: Sequence[float], y: float, segments: Sequence[Segment]) -> list[bool]:
    """Over which columns a rule is drawn at an edge of rows."""
    rules = [s for s in segments if s.horizontal and abs(s.at - y) <= _NEAR]
    return [
        any(min(s.end, right) - max(s.start, left) >= _COVERED * (right - left) for s in rules)
        for left, right in pairwise(xs)
    ]


def _from_one_side(columns: Sequence[bool]) -> bool:
    """Whether a rule begins at the first column and ends once."""
    return columns[0] and sorted(columns, reverse=True) == [*columns]


def _column(grid: Grid, column: int, drawn: Sequence[bool]) -> list[GridCell]:
    """The cells of a column, one between each two rules."""
    edges = [0, *(i for i in range(1, len(grid.ys) - 1) if drawn[i]), len(grid.ys) - 1]
    left, right = grid.xs[column], grid.xs[column + 1]
    return [
        GridCell(a, column, b - a, 1, Box(left, grid.ys[a], right, grid.ys[b]))
        for a, b in pairwise(edges)
    ]


__all__ = ["columns_ruled", "with_partial_rules"]
