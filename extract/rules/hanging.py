"""Words that hang below the last rules of a table cut by the page end.

Browsers end a cell's rules where the page ends and may print one more line of it below. Where the
cells are left open at the bottom, lines that stand in their columns right below them are theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Box
from extract.tables.grid import Grid
from extract.text.clusters import MIDDLE, Cluster, middles_of
from extract.text.pieces import Printed, clusters_on, printed_lines, spaced

# The next line of a cell is no farther than this below the one above it, in letter heights.
_NEXT = 1.7
# Words farther apart than this, in letter heights, are of two cells.
_APART = 0.6


def with_hanging(grid: Grid, clusters: Sequence[Cluster]) -> Grid:
    """The grid, its last row down to the last line that hangs from its open cells."""
    last = [c for c in grid.cells if c.row + c.row_span == len(grid.ys) - 1]
    opened = [c.box for c in last if c.open_bottom]
    if not opened:
        return grid
    left, right, bottom = grid.xs[0], grid.xs[-1], grid.ys[-1]
    if not any(c.y - MIDDLE * c.size > bottom for c in clusters):
        return grid
    places = zip(clusters, middles_of(clusters), strict=True)
    words = [c for c, (x, _) in places if left < x < right and not c.text.isspace()]
    lines = printed_lines(words)
    at = bisect_right([line.y - MIDDLE * line.size for line in lines], bottom)
    if not at:
        return grid
    low = bottom
    for line in lines[at:]:
        if not _hangs(line, words, opened):
            break
        low = line.y + 0.4 * line.size
    if low == bottom:
        return grid
    cells = (replace(c, box=_down_to(c.box, low)) if c in last else c for c in grid.cells)
    return Grid(grid.xs, (*grid.ys[:-1], low), tuple(cells))


def _hangs(line: Printed, words: Sequence[Cluster], opened: Sequence[Box]) -> bool:
    """Whether each stretch of a line stands in an open cell that has a line right above it."""
    for piece in spaced(clusters_on(line, words), _APART):
        cell = next((b for b in opened if b.x0 - 1 <= piece.x0 and piece.x1 <= b.x1 + 1), None)
        if cell is None:
            return False
        above = [c for c in words if cell.x0 < c.middle[0] < cell.x1 and c.y < line.y - 1]
        if not above or line.y - max(c.y for c in above) > _NEXT * line.size:
            return False
    return True


def _down_to(box: Box, bottom: float) -> Box:
    return Box(box.x0, box.top, box.x1, bottom)


__all__ = ["with_hanging"]
