"""Rows without a rule between them that begin again in all columns, below a wider space.

Stripes may be as high as a group of rows: the name of the group stands once, in the first column,
and what is said of each thing begins in all others. Where upright rules are drawn, rules part rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.model import Box
from extract.tables.grid import Grid
from extract.tables.rowcells import with_cells
from extract.text.clusters import Cluster, held_by, held_in, visible
from extract.text.pieces import Printed, column_of, edges_above, printed_lines

# Fewer columns than this show no row.
_COLUMNS = 4
# Such rows are this much farther apart than lines.
_WIDER = 1.4


def may_begin_again(cells: Sequence[tuple[int, int, int]], columns: int) -> bool:
    """Whether in all columns of a row, but for the first, there are several lines.

    ``cells``: of each its row, its column and how many lines it holds.
    """
    lines = Counter(row for row, column, count in cells if column and count > 1)
    return columns > _COLUMNS and any(count == columns - 1 for count in lines.values())


def with_rows_begun_again(grid: Grid, clusters: Sequence[Cluster]) -> Grid:
    """The grid with its rows parted where all columns, but for the first, begin again."""
    inside = visible(held_by(grid.box, clusters))
    single = [r for r in range(len(grid.ys) - 1) if _is_single(grid, r)]
    boxes = [Box(grid.xs[0], grid.ys[r], grid.xs[-1], grid.ys[r + 1]) for r in single]
    held = zip(single, held_in(boxes, inside), strict=True)
    found = {row: _begun_again(printed_lines(own), grid.xs) for row, own in held}
    edges = {row: between for row, between in found.items() if between}
    return with_cells(grid, edges, inside) if edges else grid


def _is_single(grid: Grid, row: int) -> bool:
    """Whether no cell of a row reaches over another."""
    return all(c.row_span == 1 for c in grid.cells if c.row <= row < c.row + c.row_span)


def _begun_again(lines: Sequence[Printed], xs: Sequence[float]) -> list[float]:
    """The edges between rows that begin in all columns, but for the first, below wider spaces."""
    columns = {*range(1, len(xs) - 1)}
    if len(xs) <= _COLUMNS + 1 or len(lines) < 2:
        return []
    full = [columns <= {column_of(p, xs) for p in line.pieces} for line in lines]
    pitch = min(b.y - a.y for a, b in pairwise(lines))
    apart = (i for i, (a, b) in enumerate(pairwise(lines), 1) if b.y - a.y > _WIDER * pitch)
    starts = [i for i in apart if full[i]]
    return edges_above(lines, starts) if full[0] and starts else []


__all__ = ["may_begin_again", "with_rows_begun_again"]
