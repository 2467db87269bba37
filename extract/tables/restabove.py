"""The rest of a row that a page end cut, above the next row where no rule parts the two.

Below the names at the top of a page stand the last lines of one or two of its cells. The next row
begins with a code, further down, and in nearly all columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.grid import Grid
from extract.tables.rowcells import with_cells
from extract.tables.rowgaps import FARTHER
from extract.tables.wordstarts import CODE
from extract.text.clusters import Cluster, held_by, visible
from extract.text.pieces import Printed, column_of, edges_above, printed_lines

# Fewer columns than this show no row. A table that goes on begins in this share of its page, and
# has no more rows of names than so many.
_COLUMNS, _TOP, _NAMES = 4, 0.25, 2


def with_rest_above(grid: Grid, clusters: Sequence[Cluster], height: float) -> Grid:
    """The grid, the rest of such a row in a row of its own.

    Args:
        grid: a table with no upright rules drawn.
        clusters: what stands in it.
        height: of the page.
    """
    if len(grid.xs) <= _COLUMNS or grid.ys[0] > _TOP * height:
        return grid
    for row in range(min(_NAMES + 1, len(grid.ys) - 1)):
        if not grid.is_single(row):
            continue
        own = visible(held_by(grid.row_box(row), clusters))
        lines = printed_lines(own)
        if start := _begins_below(lines, grid.xs):
            return with_cells(grid, {row: edges_above(lines, [start])}, own)
    return grid


def _begins_below(lines: Sequence[Printed], xs: Sequence[float]) -> int:
    """Which line begins a row with a code below lines of few columns; 0 where none does."""
    held = [{column_of(p, xs) for p in line.pieces} for line in lines]
    start = next((i for i, columns in enumerate(held) if 0 in columns), 0)
    if not start or CODE.match(lines[start].pieces[0].text) is None:
        return 0
    few = {column for columns in held[:start] for column in columns}
    if len(held[start]) < len(xs) - 2 or 2 * len(few) > len(xs) - 1:
        return 0
    pitch = min(b.y - a.y for a, b in pairwise(lines))
    # Beside the middle of a cell of several lines a code stands no farther from the line above it.
    return start if lines[start].y - lines[start - 1].y > pitch + FARTHER else 0


__all__ = ["with_rest_above"]
