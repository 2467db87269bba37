"""Rows without a rule between them that begin again in all columns, below a wider space.

Stripes may be as high as a group of rows: the name of the group stands once, in the first column,
and what is said of each thing begins in all others. Where nothing is drawn below the names of the
columns, a code in front and words beside it in the others begin a row, and so does the name of a
group. Where upright rules are drawn, rules part rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.tables.grid import Grid
from extract.tables.rowcells import with_cells
from extract.tables.rowgaps import FARTHER
from extract.tables.wordstarts import CODE
from extract.text.clusters import Cluster, held_by, held_in, visible
from extract.text.pieces import (
    Printed,
    clusters_by_line,
    column_of,
    columns_held,
    edges_above,
    is_number,
    names_group,
    printed_lines,
)

# No more columns than this show no row.
_COLUMNS = 3
# Such rows are this much farther apart than lines.
_WIDER = 1.4
# A statement of a list with its number.
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)](?!\d)")
# Fewer rows than this tell nothing.
_ROWS = 2


def may_begin_again(cells: Sequence[tuple[int, int, int]], columns: int) -> bool:
    """Whether in all columns of a row, but for the first, there are several lines.

    ``cells``: of each its row, its column and how many lines it holds.
    """
    lines = Counter(row for row, column, count in cells if column and count > 1)
    return columns > _COLUMNS and any(count == columns - 1 for count in lines.values())


def with_rows_begun_again(grid: Grid, clusters: Sequence[Cluster]) -> Grid:
    """The grid with its rows parted where all columns, but for the first, begin again."""
    inside = visible(held_by(grid.box, clusters))
    single = [r for r in range(len(grid.ys) - 1) if grid.is_single(r)]
    boxes = [grid.row_box(r) for r in single]
    held = zip(single, held_in(boxes, inside), strict=True)
    found = {row: _begun_again(own, grid.xs) for row, own in held}
    edges = {row: between for row, between in found.items() if between}
    return with_cells(grid, edges, inside) if edges else grid


def _begun_again(words: Sequence[Cluster], xs: Sequence[float]) -> list[float]:
    """The edges between rows that begin in all columns, but for the first, below wider spaces."""
    lines, columns = printed_lines(words), {*range(2, len(xs))}
    if len(xs) <= _COLUMNS + 1 or len(lines) < 2:
        return []
    if coded := _begun_with_codes(lines, xs):
        return edges_above(lines, coded)
    # Words of two columns may come near each other.
    held = [columns_held(own, xs) for own in clusters_by_line(lines, words)]
    pitch = min(b.y - a.y for a, b in pairwise(lines))
    apart = (i for i, (a, b) in enumerate(pairwise(lines), 1) if b.y - a.y > _WIDER * pitch)
    starts = [i for i in apart if columns <= held[i]]
    if len(columns) == _COLUMNS and any(1 in held[i] or _is_else(lines[i]) for i in starts):
        return []
    return edges_above(lines, starts) if columns <= held[0] and starts else []


def _is_else(line: Printed) -> bool:
    """Whether a line is no row's first: it has a later statement of a list, or a box's number."""
    numbers = (_NUMBERED.match(p.text) for p in line.pieces)
    listed = any(number is not None and int(number[1]) > 1 for number in numbers)
    return listed or any(is_number(p.text) for p in line.pieces)


def _begun_with_codes(lines: Sequence[Printed], xs: Sequence[float]) -> list[int]:
    """The first lines of rows that begin with a code, and of names of groups, but for the first.

    Beside the code words begin in all columns, but for one perhaps; other lines have none of this.
    """
    groups = [names_group([line]) for line in lines]
    pitch = min(b.y - a.y for a, b in pairwise(lines))
    begun = [_is_coded(line, xs) for line in lines]
    apart = [True, *(b.y - a.y > pitch + FARTHER for a, b in pairwise(lines))]
    starts = [i for i, own in enumerate(begun) if own and (apart[i] or groups[i - 1])]
    inner = any(own and i not in starts for i, own in enumerate(begun))
    first = next((i for i, group in enumerate(groups) if not group), len(lines))
    if inner or len(starts) < _ROWS or starts[0] != first:
        return []
    named = [i for i, group in enumerate(groups) if group and apart[i]]
    return [i for i in sorted({*starts, *named}) if i]


def _is_coded(line: Printed, xs: Sequence[float]) -> bool:
    held = {column_of(p, xs) for p in line.pieces}
    return CODE.match(line.pieces[0].text) is not None and 0 in held and len(held) >= len(xs) - 2


__all__ = ["may_begin_again", "with_rows_begun_again"]
