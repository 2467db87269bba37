"""Upright rules between columns of text, as newspapers have them: they part no table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.model import Box
from extract.tables.grid import Grid
from extract.text.clusters import Cluster

# The edges of one row.
_ONE_ROW = 2


def text_columns(grid: Grid, words: Sequence[Cluster], width: float) -> list[Box]:
    """The columns of text that upright rules part: no rule crosses them, and text stands beside.

    Empty where they are those of a table.
    """
    if not _is_open(grid):
        return []
    top, bottom = grid.ys
    level = (c.middle[0] for c in words if top < c.middle[1] < bottom)
    if not any(x < grid.xs[0] or x > grid.xs[-1] for x in level):
        return []
    return [Box(a, top, b, bottom) for a, b in pairwise((0.0, *grid.xs, width))]


def _is_open(grid: Grid) -> bool:
    return len(grid.ys) == _ONE_ROW and all(c.open_top and c.open_bottom for c in grid.cells)


__all__ = ["text_columns"]
