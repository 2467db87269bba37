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
from extract.tables.partrules import columns_ruled
from extract.tables.wordstarts import head_above, is_head
from extract.text.clusters import Cluster, middles_of
from extract.text.pieces import Piece, clusters_on, column_of, edge_cut, printed_lines, spaced

# Two names of one line stand this far apart, in letter heights.
_APART = 0.6
# Rules nearer to each other than this, in points, are of one edge.
_NEAR = 3.0


def with_names(grid: Grid, clusters: Sequence[Cluster], content: Content) -> Grid:
    """The grid with a row of the names above it, where most of its columns have one there."""
    left, right = grid.xs[0], grid.xs[-1]
    columns = len(grid.xs) - 1
    if columns < 2 or is_ruled(left, right, grid.ys[0], grid.ys[-1], content.segments):
        return grid
    places = zip(clusters, middles_of(clusters), strict=True)
    words = [c for c, (x, _) in places if left <= x <= right and not c.text.isspace()]
    first = [c for c in words if grid.ys[0] < c.middle[1] < grid.ys[1]]
    head = head_above(words, grid.ys[0])
    if not head or is_head(first):
        return grid
    top = min(c.box.top for c in head) - 1
    shared = _shared(grid, top, content)
    names = _names(head, grid.xs, shared)
    used = {column_of(p, grid.xs) for p in names}
    if any(edge_cut(p, grid.xs) for p in names) or 2 * len(used) <= columns:
        return grid
    row = _header(grid, top, shared)
    added = 1 + bool(shared)
    below = (replace(c, row=c.row + added) for c in grid.cells)
    inner = (shared[0][0],) if shared else ()
    return Grid(grid.xs, (top, *inner, *grid.ys), (*row, *below))


def _shared(grid: Grid, top: float, content: Content) -> list[tuple[float, range]]:
    """The columns that have a name together, above a rule that reaches over these alone."""
    found: list[tuple[float, range]] = []
    within = {s.at for s in content.segments if s.horizontal and top < s.at < grid.ys[0] - _NEAR}
    for y in sorted(within):
        covered = columns_ruled(grid.xs, y, content.segments)
        ruled = [column for column, drawn in enumerate(covered) if drawn]
        together = range(ruled[0], ruled[-1] + 1) if ruled else range(0)
        if 1 < len(ruled) == len(together) < len(covered):
            found.append((y, together))
    # One rule, or the pieces of one: names of three levels are left alone.
    alike = found and found[-1][0] - found[0][0] < _NEAR
    return found[:1] if alike else []


def _names(
    head: Sequence[Cluster], xs: Sequence[float], shared: Sequence[tuple[float, range]]
) -> list[Piece]:
    """The names of columns in their lines, but for one that several columns share."""
    over = [(y, xs[own.start], xs[own.stop]) for y, own in shared]
    own = [c for c in head if not any(c.middle[1] < y and a < c.middle[0] < b for y, a, b in over)]
    return [p for line in printed_lines(own) for p in spaced(clusters_on(line, own), _APART)]


def _header(grid: Grid, top: float, shared: Sequence[tuple[float, range]]) -> list[GridCell]:
    """A cell for each column above the first rule, and one for those that share a name."""
    bottom, row = grid.ys[0], []
    y, together = shared[0] if shared else (bottom, range(0))
    for column, (a, b) in enumerate(pairwise(grid.xs)):
        inside = column in together
        box = Box(a, y if inside else top, b, bottom)
        row.append(GridCell(int(inside), column, 1 + (bool(shared) and not inside), 1, box))
    if shared:
        box = Box(grid.xs[together.start], top, grid.xs[together.stop], y)
        row.append(GridCell(0, together.start, 1, len(together), box))
    return sorted(row, key=lambda c: (c.row, c.column))
