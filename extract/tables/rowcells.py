"""The cells of rows that nothing parts: a cell for each, one merged over several, or a band.

A column that has words in every row that is a row has a cell in each. The name of a group stands
at the middle of its rows: groups whose middles are those of such names, one after another from the
first row to the last, are merged cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.model import Box
from extract.tables.bandcells import band_cells
from extract.tables.grid import Grid, GridCell, split_cell, with_edges
from extract.tables.rowgaps import FARTHER
from extract.text.clusters import Cluster, held_by
from extract.text.pieces import (
    Printed,
    columns_held,
    heads_rows,
    is_number,
    printed_lines,
    runs_across,
    runs_over,
)

# A row has words in this share of the columns that the fullest has.
_FULL = 0.6
# Names of groups stand this near to the middle of their rows, in letter heights; the middle of a
# line is so far above its foot.
_MIDDLE, _ABOVE = 0.35, 0.325
# What begins beside a row's first line stands this near to it, in letter heights.
_LEVEL = 0.45
# The body of a letter above its line.
_BODY = 0.6


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one tall row: which of a grid's, where they end, their words and the bands.

    ``full``: rows with words in most columns; ``pitch``: from line to line within a cell, 0 where
    none has two. ``spaced``: edges with more space between the lines of some column than that.
    """

    rows: range
    ys: Sequence[float]
    held: Mapping[int, list[Cluster]]
    bands: Set[int]
    full: Set[int]
    pitch: float
    spaced: Set[float]

    def first(self, row: int) -> float:
        """Where the first line of a row stands; its upper edge where it is blank."""
        return min((c.y for c in self.held[row]), default=self.ys[row])


def with_cells(grid: Grid, edges: Mapping[int, Sequence[float]], words: Sequence[Cluster]) -> Grid:
    """The grid with some rows parted at edges, by row, each into the rows it holds."""
    ys, begins = with_edges(grid.ys, edges)
    parted = {r: _rows(range(begins[r], begins[r + 1]), grid.xs, ys, words) for r in edges}
    cells: list[GridCell] = []
    for cell in grid.cells:
        first, end = begins[cell.row], begins[cell.row + cell.row_span]
        if cell.row not in edges:
            cells.append(replace(cell, row=first, row_span=end - first))
        else:
            cells += _cells_of(cell, grid.xs, parted[cell.row])
    for row, own in parted.items():
        across = [c for c in grid.cells if c.row == row]
        cells += [part for band in own.bands for part in _band_cells(across, grid.xs, own, band)]
    cells.sort(key=lambda c: (c.row, c.column))
    return Grid(grid.xs, tuple(ys), tuple(cells))


def _rows(rows: range, xs: Sequence[float], ys: Sequence[float], words: Sequence[Cluster]) -> _Rows:
    held = {
        r: [c for c in words if xs[0] < c.middle[0] < xs[-1] and ys[r] < c.middle[1] < ys[r + 1]]
        for r in rows
    }
    bands = {r for r in rows if runs_across(held[r], xs) or heads_rows(held[r], xs)}
    bands = bands if 2 * len(bands) <= len(rows) else set()
    used = {r: len(columns_held(held[r], xs)) for r in rows}
    most = max(used.values(), default=0)
    full = {r for r in rows if r not in bands and used[r] >= _FULL * most}
    cells = (
        printed_lines([c for c in held[r] if a < c.middle[0] < b])
        for r in rows
        for a, b in pairwise(xs)
    )
    steps = [below.y - above.y for lines in cells for above, below in pairwise(lines)]
    pitch = min(steps, default=0.0)
    columns = [
        printed_lines([c for r in rows for c in held[r] if a < c.middle[0] < b])
        for a, b in pairwise(xs)
    ]
    pairs = [pair for lines in columns for pair in pairwise(lines)]
    inner = ys[rows.start + 1 : rows.stop]
    spaced = {y for y in inner if any(a.y < y < b.y and _apart(a, b, pitch) for a, b in pairs)}
    return _Rows(rows, ys, held, bands, full, pitch, spaced)


def _cells_of(cell: GridCell, xs: Sequence[float], rows: _Rows) -> list[GridCell]:
    """The cells that a tall one holds, but for those of bands."""
    plain = [r for r in rows.rows if r not in rows.bands]
    own = held_by(cell.box, [c for r in plain for c in rows.held[r]])
    found: list[GridCell] = []
    for part in _columns(cell, xs, own):
        mine = held_by(part.box, own)
        merged = _merges(printed_lines(mine), rows, plain)
        found += [_over(part, run, rows.ys) for run in merged]
    return found


def _merges(lines: Sequence[Printed], rows: _Rows, plain: Sequence[int]) -> list[range]:
    """The rows that each cell of a column covers."""
    ys = rows.ys
    single = [range(r, r + 1) for r in plain]
    inner = ys[rows.rows.start + 1 : rows.rows.stop]
    cut = any(n.y - _BODY * n.size < y < n.y for n in lines for y in inner)
    cut = cut or _runs_over_few(lines, [y for y in inner if y in rows.spaced], rows.pitch)
    held = {r for r in rows.rows for n in lines if ys[r] < n.y < ys[r + 1]}
    numbered = len(held) == len(lines) and all(map(_is_number, lines))
    if not lines or (rows.full <= held and (numbered or not cut)):
        return single
    runs = _runs(plain)
    groups = [_groups(lines, run, rows) for run in runs]
    if any(groups):
        rest = ([range(r, r + 1) for r in run] for run in runs)
        return [part for own, others in zip(groups, rest, strict=True) for part in own or others]
    if cut and (tops := _begun(lines, rows, plain)):
        return tops
    if not cut and (len(lines) >= len(rows.rows) or _begin_rows(lines, rows)):
        return single
    return runs


def _is_number(line: Printed) -> bool:
    return len(line.pieces) == 1 and is_number(line.pieces[0].text)


def _begun(lines: Sequence[Printed], rows: _Rows, plain: Sequence[int]) -> list[range]:
    """The cells of a column that begin beside the first line of a row, some merged over the next.

    None where words stand above the first of them, or where no row begins one.
    """
    ys = rows.ys
    begin = [lines[0], *(b for a, b in pairwise(lines) if _apart(a, b, rows.pitch))]
    beside = {r: [n for n in begin if abs(n.y - rows.first(r)) < _LEVEL * n.size] for r in plain}
    starts = [r for r in plain if beside[r]]
    if not starts or lines[0].y < ys[starts[0]]:
        return []
    found = [range(r, r + 1) for r in plain if r < starts[0]]
    for start, after in pairwise([*starts, rows.rows.stop]):
        own = [n for n in lines if ys[start] < n.y and (after == rows.rows.stop or n.y < ys[after])]
        if not own:
            return []
        last = max(r for r in plain if ys[r] < own[-1].y)
        found.append(range(start, last + 1))
        found += [range(r, r + 1) for r in plain if last < r < after]
    return found


def _runs_over_few(lines: Sequence[Printed], inner: Sequence[float], pitch: float) -> bool:
    """Whether the lines of a cell go on evenly past the edges of some rows, but not of most."""
    over = sum(
        any(a.y < y < b.y and not _apart(a, b, pitch) for a, b in pairwise(lines)) for y in inner
    )
    return 0 < 2 * over <= len(inner)


def _groups(lines: Sequence[Printed], run: range, rows: _Rows) -> list[range]:
    """The groups of rows that have their names at their middles; none where not all of them do."""
    ys = rows.ys
    own = [n for n in lines if ys[run.start] < n.y < ys[run.stop]]
    if not own:
        return []
    starts = [0, *(i for i, (a, b) in enumerate(pairwise(own), 1) if _apart(a, b, rows.pitch))]
    found: list[range] = []
    first = run.start
    for a, b in pairwise([*starts, len(own)]):
        size = own[a].size
        middle = (own[a].y + own[b - 1].y) / 2 - _ABOVE * size
        ends = range(first + 1, run.stop + 1)
        end = next((e for e in ends if abs((ys[first] + ys[e]) / 2 - middle) < _MIDDLE * size), 0)
        if not end:
            return []
        found.append(range(first, end))
        first = end
    return found if first == run.stop else []


def _apart(above: Printed, below: Printed, pitch: float) -> bool:
    return below.y - above.y > pitch + FARTHER


def _runs(rows: Sequence[int]) -> list[range]:
    """Stretches of rows that follow each other."""
    starts = [i for i, row in enumerate(rows) if not i or row > rows[i - 1] + 1]
    return [range(rows[a], rows[b - 1] + 1) for a, b in pairwise([*starts, len(rows)])]


def _band_cells(
    across: Sequence[GridCell], xs: Sequence[float], rows: _Rows, band: int
) -> list[GridCell]:
    """The cells of a band: one for its name, which nothing else stands beside, or several."""
    first, last = across[0].column, max(c.column + c.column_span for c in across)
    box = Box(xs[first], rows.ys[band], xs[last], rows.ys[band + 1])
    whole = replace(
        across[0], column=first, row=band, row_span=1, column_span=last - first, box=box
    )
    if last - first < len(xs) - 1:
        return [whole]
    return band_cells(whole, rows.held[band], xs)


def _over(cell: GridCell, rows: range, ys: Sequence[float]) -> GridCell:
    """A cell over some of the rows that a tall one holds."""
    box = Box(cell.box.x0, ys[rows.start], cell.box.x1, ys[rows.stop])
    return replace(cell, row=rows.start, row_span=len(rows), box=box)


def _begin_rows(lines: Sequence[Printed], rows: _Rows) -> bool:
    """Whether the lines of a column begin where rows do: some of these have nothing there."""
    for row in rows.rows:
        own = [line for line in lines if rows.ys[row] < line.y < rows.ys[row + 1]]
        if own and own[0].y - rows.first(row) > 0.3 * own[0].size:
            return False
    return bool(lines)


def _columns(cell: GridCell, xs: Sequence[float], words: Sequence[Cluster]) -> list[GridCell]:
    """A cell below several columns, parted where their edges have no words across them."""
    last = cell.column + cell.column_span
    inner = [c for c in range(cell.column + 1, last) if not runs_over(words, xs[c])]
    return split_cell(cell, [cell.column, *inner, last], xs)


__all__ = ["with_cells"]
