"""Rows that stripes leave open: a cell across a table whose words stand in its columns.

Where every other row is shaded and nothing is ruled, the rows between are as wide as the table, and
so is each cell of the grid there: a heading above a row, or several rows. The columns of the shaded
rows are theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extract.content import Segment
from extract.model import Box
from extract.tables.bandcells import band_cells
from extract.tables.belowlines import CUT
from extract.tables.drawn import has_uprights
from extract.tables.grid import Grid, GridCell, split_cell, with_edges
from extract.tables.rowcells import with_cells
from extract.tables.rowspaces import edges_apart
from extract.text.clusters import Cluster, held_by, held_in
from extract.text.pieces import (
    GROUP_LETTERS,
    clusters_by_line,
    clusters_on,
    columns_held,
    edges_above,
    heads_rows,
    names_group,
    printed_lines,
    runs_across,
    runs_over,
)

# Words in fewer columns than this are a name with its number.
_COLUMNS = 3
# Words in one column are one cell's.
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of an open cell below each other: a band across the table, or what is in columns."""

    top: float
    bottom: float
    words: list[Cluster]
    band: bool


def with_open_rows(grid: Grid, words: Sequence[Cluster]) -> Grid:
    """The grid with the rows that its cells across the whole table hold."""
    columns = len(grid.xs) - 1
    grid = _with_names_whole(_with_names_above(grid, words), words)
    across = [c for c in grid.cells if c.column_span == columns and c.row_span == 1]
    if columns < _COLUMNS or len(across) == len(grid.ys) - 1:
        return grid
    parts = {c.row: _parts(c.box, held_by(c.box, words), grid.xs) for c in across}
    if not any(parts.values()):
        return grid
    tops = {row: [part.top for part in own[1:]] for row, own in parts.items()}
    ys, begins = with_edges(grid.ys, tops)
    cells: list[GridCell] = []
    edges: dict[int, list[float]] = {}
    for cell in grid.cells:
        first, end = begins[cell.row], begins[cell.row + cell.row_span]
        own = parts.get(cell.row)
        if not own or cell.column_span < columns:
            cells.append(replace(cell, row=first, row_span=end - first))
            continue
        for row, part in enumerate(own, first):
            box = Box(grid.xs[0], part.top, grid.xs[-1], part.bottom)
            whole = replace(cell, row=row, box=box)
            into = band_cells if part.band else _in_columns
            cells += into(whole, part.words, grid.xs)
            if not part.band and (between := edges_apart(part.words, grid.xs)):
                edges[row] = between
    found = Grid(grid.xs, tuple(ys), tuple(cells))
    return with_cells(found, edges, words) if edges else found


def with_spans_apart(grid: Grid, words: Sequence[Cluster], segments: Sequence[Segment]) -> Grid:
    """The grid, cells over some columns parted where words stand apart and no upright rule is.

    Beside a shaded cell over several rows the rows that are not shaded show one cell only.
    """
    width = len(grid.xs) - 1
    wide = [c for c in grid.cells if 1 < c.column_span < width and c.row_span == 1 and c.row]
    if not wide or has_uprights(grid, segments):
        return grid
    made = {id(c): _apart(c, held_by(c.box, words), grid) for c in wide}
    cells = [part for c in grid.cells for part in made.get(id(c), [c])]
    return replace(grid, cells=tuple(cells)) if len(cells) > len(grid.cells) else grid


def _apart(cell: GridCell, words: Sequence[Cluster], grid: Grid) -> list[GridCell]:
    """A cell, parted at all its inner edges where words stand on both sides of each and on none."""
    end = cell.column + cell.column_span
    own = grid.xs[cell.column : end + 1]
    # The row above it shows the columns.
    above = {c.column for c in grid.cells if c.row < cell.row and c.column_span == 1}
    if not above.issuperset(range(cell.column, end)) or len(columns_held(words, own)) < _TWO:
        return [cell]
    if any(runs_over(words, x, CUT) for x in own[1:-1]):
        return [cell]
    return split_cell(cell, [*range(cell.column, end + 1)], grid.xs)


def _with_names_above(grid: Grid, words: Sequence[Cluster]) -> Grid:
    """The grid, the name of a group in a row of its own that no rule parts from the row below it.

    It stands alone in the first line of the row and runs over the edge of the first column.
    """
    named = _named_rows(grid, words)
    boxes = [grid.row_box(row) for row in named]
    edges: dict[int, list[float]] = {}
    for row, own in zip(named, held_in(boxes, words), strict=True):
        lines = printed_lines(own)
        if len(lines) < _TWO or not names_group(lines[:1]):
            continue
        if columns_held(clusters_on(lines[0], own), grid.xs) >= {1, _TWO}:
            edges[row] = edges_above(lines, [1])
    return with_cells(grid, edges, words) if edges else grid


def _with_names_whole(grid: Grid, words: Sequence[Cluster]) -> Grid:
    """The grid, a row of nothing but the name of a group that was cut at its columns made whole."""
    named = _named_rows(grid, words)
    if not named:
        return grid
    boxes = [grid.row_box(row) for row in named]
    held = zip(named, boxes, held_in(boxes, words), strict=True)
    cut = {row: box for row, box, own in held if _is_cut_name(grid, own)}
    if not cut:
        return grid
    kept = [c for c in grid.cells if c.row not in cut]
    kept += (GridCell(row, 0, 1, len(grid.xs) - 1, box) for row, box in cut.items())
    return replace(grid, cells=tuple(sorted(kept, key=lambda c: (c.row, c.column))))


def _named_rows(grid: Grid, words: Sequence[Cluster]) -> list[int]:
    """The rows of a cell for each column in which the name of a group may begin, by its letters."""
    begun = (c.middle for c in words if c.text.startswith(GROUP_LETTERS))
    rows = {bisect_right(grid.ys, y) - 1 for x, y in begun if grid.xs[0] <= x <= grid.xs[-1]}
    single = Counter(c.row for c in grid.cells if c.row_span == 1)
    return sorted(row for row in rows if single[row] == len(grid.xs) - 1)


def _is_cut_name(grid: Grid, held: Sequence[Cluster]) -> bool:
    """Whether a row of a cell for each column holds a name that goes on over their edges.

    One at the middle of the table may stand within a column, but not in the first.
    """
    return columns_held(held, grid.xs) not in (set(), {1}) and names_group(printed_lines(held))


def _parts(box: Box, words: Sequence[Cluster], xs: Sequence[float]) -> list[_Part]:
    """What a cell across a table holds; nothing where its words do not stand in columns."""
    lines = printed_lines(words)
    own = clusters_by_line(lines, words)
    over = [runs_across(held, xs) or heads_rows(held, xs) for held in own]
    body = [held for held, across in zip(own, over, strict=True) if not across]
    if not any(len(columns_held(held, xs)) >= _COLUMNS for held in body):
        return []
    if any(runs_over(held, x, CUT) for held in body for x in xs[1:-1]):
        return []
    runs = [[n for n, _ in run] for _, run in groupby(enumerate(over), key=lambda one: one[1])]
    tops = [box.top, *edges_above(lines, [run[0] for run in runs[1:]]), box.bottom]
    return [
        _Part(top, bottom, [c for n in run for c in own[n]], over[run[0]])
        for run, (top, bottom) in zip(runs, pairwise(tops), strict=True)
    ]


def _in_columns(cell: GridCell, words: Sequence[Cluster], xs: Sequence[float]) -> list[GridCell]:
    """A cell across the table, parted at the edges that no words run over."""
    inner = [n for n in range(1, len(xs) - 1) if not runs_over(words, xs[n], CUT)]
    return split_cell(cell, [0, *inner, len(xs) - 1], xs)


__all__ = ["with_open_rows", "with_spans_apart"]
