"""Tables that draw their columns and leave the rows to be imagined, inside one tall row of cells.

Such a row has several numbers below each other in a column. Where each number's words are is told
as in tables without any rules (:mod:`extract.rowstarts`); a column with fewer words than rows is
one merged cell beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.alignment import printed_lines, rows_within
from extract.clusters import Cluster
from extract.grid import Grid, GridCell
from extract.model import Box

# Fewer rows than this may be a cell of several lines, and whole numbers a list's.
_LEAST = 3
_DECIMAL = re.compile(r"^\d{1,3}\.\d+$")


def with_rows(grid: Grid, clusters: Sequence[Cluster]) -> Grid:
    """The grid with the rows that its tall rows hold without rules between them."""
    inside = [c for c in clusters if not c.text.isspace() and grid.box.holds(*c.middle)]
    edges: dict[int, list[float]] = {}
    for row, (top, bottom) in enumerate(pairwise(grid.ys)):
        if any(c.row_span > 1 for c in grid.cells if c.row <= row < c.row + c.row_span):
            continue
        lines = printed_lines([c for c in inside if top < c.middle[1] < bottom])
        if len([p for line in lines for p in line.pieces if _DECIMAL.match(p.text)]) < _LEAST:
            continue
        between = rows_within(lines, grid.xs)[1:-1]
        if len(between) + 1 >= _LEAST:
            edges[row] = between
    return _split(grid, edges, inside) if edges else grid


def _split(grid: Grid, edges: dict[int, list[float]], words: Sequence[Cluster]) -> Grid:
    ys: list[float] = []
    begins: list[int] = []
    for row, y in enumerate(grid.ys[:-1]):
        begins.append(len(ys))
        ys += [y, *edges.get(row, ())]
    ys.append(grid.ys[-1])
    cells: list[GridCell] = []
    for cell in grid.cells:
        first, count = begins[cell.row], len(edges.get(cell.row, ())) + 1
        if count == 1:
            last = (
                begins[cell.row + cell.row_span]
                if cell.row + cell.row_span < len(begins)
                else len(ys) - 1
            )
            cells.append(_cell(cell, first, last - first, cell.box))
            continue
        own = printed_lines([c for c in words if cell.box.holds(*c.middle)])
        if len(own) < count:
            cells.append(_cell(cell, first, count, cell.box))
            continue
        for row in range(first, first + count):
            box = Box(cell.box.x0, ys[row], cell.box.x1, ys[row + 1])
            cells.append(_cell(cell, row, 1, box))
    cells.sort(key=lambda c: (c.row, c.column))
    return Grid(grid.xs, tuple(ys), tuple(cells))


def _cell(cell: GridCell, row: int, span: int, box: Box) -> GridCell:
    return GridCell(row, cell.column, span, cell.column_span, box, cell.open_top, cell.open_bottom)
