"""The band that heads a form, left alone at the end of its page, its rows on the next one."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.grid import Grid, GridCell
from extract.text.clusters import Cluster

# Edges this near are the same.
_SLACK = 3.0


def lone_bands(
    frames: Sequence[Grid], grids: Sequence[Grid], clusters: Sequence[Cluster]
) -> list[Grid]:
    """The frames below all tables that are drawn like the first row of one of them.

    Such a row is one bold cell from edge to edge. What is given back has the columns of that table.
    """
    lowest = max((g.ys[-1] for g in grids), default=0.0)
    found: list[Grid] = []
    for frame in frames:
        if frame.ys[0] < lowest or not _is_bold(frame, clusters):
            continue
        like = next((g for g in grids if _alike(frame, g) and _banded(g)), None)
        if like is not None:
            cell = GridCell(0, 0, 1, len(like.xs) - 1, frame.box)
            found.append(Grid(like.xs, frame.ys, (cell,)))
    return found


def _alike(frame: Grid, grid: Grid) -> bool:
    ends = zip((frame.xs[0], frame.xs[-1]), (grid.xs[0], grid.xs[-1]), strict=True)
    return all(abs(x - y) <= _SLACK for x, y in ends)


def _banded(grid: Grid) -> bool:
    """Whether the first row of a table is one cell, and those below it are several."""
    first = [c for c in grid.cells if c.row == 0]
    return len(first) == 1 and first[0].column_span == len(grid.xs) - 1 > 1


def _is_bold(frame: Grid, clusters: Sequence[Cluster]) -> bool:
    inside = [c for c in clusters if frame.box.holds(*c.middle) and not c.text.isspace()]
    return bool(inside) and all(c.bold for c in inside)


__all__ = ["lone_bands"]
