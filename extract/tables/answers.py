"""Answers beside a shaded column of labels, which no rule or shade of their own shows.

A summary may shade its labels only (``คะแนนรวม``, ``ระดับผลการประเมิน``): what stands beside each of
them, in the same line and from one edge on, is the other column of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.grid import Grid, plain_grid
from extract.text.clusters import Letters, outside_of

# Fewer labels are no column, and so many of them have an answer.
_LABELS, _ANSWERED = 3, 0.75
# How far the answers may begin from each other, and how near to their labels, in letter heights.
_SLACK, _NEAR = 0.5, 4.0
_MARGIN = 2.0


def with_answers(grid: Grid, words: Letters, others: Sequence[Grid]) -> Grid:
    """The grid, with the column of what stands beside the labels of its only column."""
    if len(grid.xs) != 2 or len(grid.ys) <= _LABELS:
        return grid
    left, right = grid.xs
    rows = list(pairwise(grid.ys))
    beside = [words.inside(top, bottom, right, float("inf")) for top, bottom in rows]
    before = any(words.inside(top, bottom, -float("inf"), left) for top, bottom in rows)
    labelled = all(words.inside(top, bottom, left, right) for top, bottom in rows)
    found = [own for own in beside if own]
    if before or not labelled or len(found) < _ANSWERED * len(rows):
        return grid
    size = found[0][0].size
    starts = [min(c.x0 for c in own) for own in found]
    if max(starts) - min(starts) > _SLACK * size or min(starts) - right > _NEAR * size:
        return grid
    flat = [c for own in found for c in own]
    if len(outside_of([g.box for g in others if g is not grid], flat)) < len(flat):
        return grid
    xs = (left, min(starts) - _MARGIN, max(c.x1 for c in flat) + _MARGIN)
    return plain_grid(xs, grid.ys)


__all__ = ["with_answers"]
