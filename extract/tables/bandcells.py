"""Cells over all columns of a table that hold numbers in columns of their own.

Where a table draws no upright rules, or shades its rows and rules nothing, a row without words in
every column shows one cell only: a band with a name and, below the heads of the columns of
scores, the scores of what it names. The header, or another row above, shows the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.tables.grid import Grid, GridCell, split_cell
from extract.text.clusters import Cluster, held_by, visible
from extract.text.pieces import DASH, Printed, is_number, printed_lines

# A table of fewer columns has none to tell a name from its numbers.
_COLUMNS = 3
# One number stands this far from its name, several this far; nearer ones are words of a line.
_APART, _NEAR = 1.2, 0.3
# What stands beside a line is no higher or lower than this, in letter heights.
_LEVEL = 0.25
_UNIT = "คะแนน"
_SIGNED = re.compile(r"^[+\-\u2013\u2212]?\s?[0-9๐-๙]{1,3}\.[0-9๐-๙]+(?:%|คะแนน)?$")


def with_columns(grid: Grid, clusters: Sequence[Cluster]) -> Grid:
    """The grid, its cells over all columns parted where numbers stand in columns of their own.

    The name before them stays one cell.
    """
    columns = len(grid.xs) - 1
    cells: list[GridCell] = []
    for cell in grid.cells:
        if cell.column_span == columns >= _COLUMNS and _cut_above(grid, cell.row):
            cells += band_cells(cell, visible(held_by(cell.box, clusters)), grid.xs)
        else:
            cells.append(cell)
    if len(cells) == len(grid.cells):
        return grid
    return Grid(grid.xs, grid.ys, tuple(cells))


def band_cells(cell: GridCell, words: Sequence[Cluster], xs: Sequence[float]) -> list[GridCell]:
    """The cells of a band over all columns: its name, and its numbers in columns of their own."""
    first = first_number(words, xs)
    return split_cell(cell, [0, *range(first, len(xs))], xs) if first else [cell]


def _cut_above(grid: Grid, row: int) -> bool:
    """Whether a row above has a cell for each column."""
    ends = {c.column for c in grid.cells if c.row < row and c.column_span == 1}
    return len(ends) == len(grid.xs) - 1


def first_number(own: Sequence[Cluster], xs: Sequence[float]) -> int:
    """The first column of a band's numbers, behind its name; 0 where there is no such column."""
    held = [[c for c in own if a <= c.middle[0] < b] for a, b in pairwise(xs)]
    first, values = len(held), 0
    while first > 0 and (not held[first - 1] or _is_value(held[first - 1])):
        first -= 1
        values += bool(held[first])
    while first < len(held) and not held[first]:
        first += 1
    name = [c for one in held[:first] for c in one]
    if not name:
        # All columns but the first have one, or those of another table have.
        return 1 if values == len(held) - 1 and not held[0] else 0
    if not values or not _decimal(held[first:]) or not _stand_beside(held[first:], name):
        return 0
    apart = (_APART if values == 1 else _NEAR) * name[0].size
    parts = [name, *(one for one in held[first:] if one)]
    gaps = [min(c.x0 for c in b) - max(c.x1 for c in a) for a, b in pairwise(parts)]
    return first if gaps[0] >= apart and min(gaps) >= _NEAR * name[0].size else 0


def _stand_beside(held: Sequence[Sequence[Cluster]], name: Sequence[Cluster]) -> bool:
    """Whether numbers stand beside the first line of a name or its middle.

    Beside the last of several they are of that one, and those above it a row of their own.
    """
    values = [printed_lines(own) for own in held if own]
    size = name[0].size
    return any(
        all(any(abs(v - y) < _LEVEL * size for v in _levels(lines)) for lines in values)
        for y in _levels(printed_lines(name))
    )


def _levels(lines: Sequence[Printed]) -> tuple[float, float]:
    """The baseline of the first of some lines, and the middle of them."""
    return lines[0].y, (lines[0].y + lines[-1].y) / 2


def _decimal(held: Sequence[Sequence[Cluster]]) -> bool:
    texts = ("".join(c.text for c in one) for one in held)
    return any(_SIGNED.match(text) for text in texts)


def _is_value(own: Sequence[Cluster]) -> bool:
    """Whether a column holds one number, its change or a dash; its unit may stand below it."""
    lines = printed_lines(own)
    pieces = [p.text.replace(" ", "") for line in lines for p in line.pieces]
    if not pieces or pieces[1:] not in ([], [_UNIT]) or (len(lines) > 1 and not pieces[1:]):
        return False
    text = "".join(pieces)
    return bool(is_number(text) or _SIGNED.match(text) or DASH.match(text))


__all__ = ["band_cells", "first_number", "with_columns"]
