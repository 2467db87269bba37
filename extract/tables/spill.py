"""Text that runs out of a cell cut by the page end, below the end of its rules.

Where a merged cell goes on over a page end, browsers end its rules with the row that closes beside
it and print the lines it still has room for below. Those are the cell's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Box
from extract.tables.grid import Grid, GridCell
from extract.text.clusters import Cluster, visible

# A line stands no farther below the one above it, in letter heights.
_NEAR = 2.0
# The last line's descenders, in letter heights.
_BELOW = 0.4


def with_spilled_lines(grids: Sequence[Grid], clusters: Sequence[Cluster]) -> list[Grid]:
    """The grids of a page; the last one as long as the lines that run out of its open cells."""
    if not grids:
        return []
    last = max(grids, key=lambda g: g.ys[-1])
    opened = [c for c in last.cells if c.open_bottom and c.row + c.row_span == len(last.ys) - 1]
    bottom = _spilled(last, opened, visible(clusters)) if opened else None
    if bottom is None:
        return [*grids]
    return [_longer(g, bottom) if g is last else g for g in grids]


def _spilled(grid: Grid, opened: Sequence[GridCell], clusters: Sequence[Cluster]) -> float | None:
    """How far down the lines below a grid go that stand in its open cells and nowhere else."""
    end: float | None = None
    above = grid.ys[-1]
    for cluster in sorted(clusters, key=lambda c: c.y):
        x, y = cluster.middle
        if y <= grid.ys[-1]:
            continue
        if cluster.y - above > _NEAR * cluster.size:
            break
        if not any(c.box.x0 < x < c.box.x1 for c in opened):
            return None
        above, end = cluster.y, cluster.y + _BELOW * cluster.size
    return end


def _longer(grid: Grid, bottom: float) -> Grid:
    rows = len(grid.ys) - 1
    cells = tuple(
        replace(c, box=Box(c.box.x0, c.box.top, c.box.x1, bottom))
        if c.row + c.row_span == rows
        else c
        for c in grid.cells
    )
    return replace(grid, ys=(*grid.ys[:-1], bottom), cells=cells)


__all__ = ["with_spilled_lines"]
