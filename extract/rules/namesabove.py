"""Names of columns above the first rule of a table that draws cross rules only.

Where the columns are known (from rules drawn cell by cell, or from rows below), the names stand in
them; nothing is drawn above the names themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Content
from extract.model import Box
from extract.rules.crossrules import is_ruled
from extract.tables.grid import Grid, GridCell
from extract.tables.wordstarts import head_above, is_head
from extract.text.clusters import Cluster
from extract.text.pieces import clusters_on, column_of, edge_cut, printed_lines, spaced

# Two names of one line stand this far apart, in letter heights.
_APART = 0.6


def with_names(grid: Grid, clusters: Sequence[Cluster], content: Content) -> Grid:
    """The grid with a row of the names above it, where most of its columns have one there."""
    left, right = grid.xs[0], grid.xs[-1]
    columns = len(grid.xs) - 1
    if columns < 2 or is_ruled(left, right, grid.ys[0], grid.ys[-1], content.segments):
        return grid
    words = [c for c in clusters if not c.text.isspace() and left <= c.middle[0] <= right]
    first = [c for c in words if grid.ys[0] < c.middle[1] < grid.ys[1]]
    head = head_above(words, grid.ys[0])
    if not head or is_head(first):
        return grid
    lines = printed_lines(head)
    names = [p for line in lines for p in spaced(clusters_on(line, head), _APART)]
    used = {column_of(p, grid.xs) for p in names}
    if any(edge_cut(p, grid.xs) for p in names) or 2 * len(used) <= columns:
        return grid
    top = min(c.box.top for c in head) - 1
    row = [
        GridCell(0, column, 1, 1, Box(a, top, b, grid.ys[0]))
        for column, (a, b) in enumerate(pairwise(grid.xs))
    ]
    below = (replace(c, row=c.row + 1) for c in grid.cells)
    return Grid(grid.xs, (top, *grid.ys), (*row, *below))
