"""Rows without rules below the ruled or shaded names of their columns.

Style sheets draw the header of a table and leave its rows to be imagined. The header shows the
columns; what stands below it in these columns is the table's, up to words that run over them and
have no rows below. The rows are told like those inside one tall row of cells
(:mod:`extract.tables.rowless`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.content import Segment
from extract.model import Box
from extract.tables.bandcells import first_number, with_columns
from extract.tables.belowlines import CUT, NEAR, SIDE, body_lines
from extract.tables.grid import Grid, GridCell
from extract.tables.headed import in_columns
from extract.tables.keycolumns import is_key, key_columns, text_at
from extract.tables.openrows import with_open_rows
from extract.tables.rowless import with_rows
from extract.text.clusters import Cluster, held_by, outside_of
from extract.text.margins import margin
from extract.text.pieces import (
    Printed,
    clusters_by_line,
    columns_held,
    printed_lines,
    runs_across,
    runs_over,
)

# A header has no more rows, and names so many columns at the least.
_ROWS, _COLUMNS = 4, 3
# A line of a table stands in so many columns; the lines above it, of its row, are no farther apart.
_SEVERAL, _WITHIN = 3, 1.9
# What a page end cut off a row is no farther from the next row than this, in letter heights.
_APART = 4.0
# So many rows at the foot of a table tell whether rules part them.
_LAST = 3
# A table of stripes has more edges of rows than a header and a row have.
_STRIPED = 3


@dataclass(frozen=True, slots=True)
class OpenColumns:
    """The columns of a table that may go on on the next page, and whether its header draws them."""

    xs: tuple[float, ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class Below:
    """The tables of a page; ``made``: those of them whose rows no rules part."""

    grids: list[Grid]
    made: list[Grid]


def with_rows_below(
    grids: Sequence[Grid], words: Sequence[Cluster], segments: Sequence[Segment]
) -> Below:
    """The grids, those of nothing but names with the rows that stand below them.

    What only shades show below drawn names, stripes and bands, is of their table; and so is what
    stands in the columns of stripes below the last of them.
    """
    grids = _past_stripes(grids, words, segments)
    heads = [g for g in grids if _stands_above(g, words) and _is_header(g, words)]
    if not heads:
        return Below(list(grids), [])
    shaded = [g for g in grids if not _is_drawn(g, segments) and not _is_header(g, words)]
    found = list(grids)
    made: list[Grid] = []
    outside = outside_of([g.box for g in found], words)
    for head in heads:
        stripes_below = _below(head, shaded)
        for stripes in [stripes_below, []] if stripes_below else [[]]:
            others = [g for g in found if all(g is not s for s in (*stripes, head))]
            boxes = [head.box, *(g.box for g in others)]
            loose = outside_of(boxes, words) if made or stripes else outside
            table = _extended(head, others, printed_lines(loose), loose)
            held = (c for s in stripes for c in held_by(s.box, words))
            if table is not head and all(table.box.holds(*c.middle) for c in held):
                found = [*others, table]
                made.append(table)
                break
    return Below(sorted(found, key=lambda g: (g.ys[0], g.xs[0])), made)


def _past_stripes(
    grids: Sequence[Grid], words: Sequence[Cluster], segments: Sequence[Segment]
) -> Sequence[Grid]:
    """The grids, those of stripes with the rows below the last stripe."""
    striped = [g for g in grids if len(g.ys) > _STRIPED and _stands_above(g, words)]
    striped = [g for g in striped if len(g.xs) > _COLUMNS and not _is_drawn(g, segments)]
    loose = outside_of([g.box for g in grids], words) if striped else []
    made = {id(g): _with_last(g, grids, loose) for g in striped}
    return [made.get(id(g), g) for g in grids]


def _with_last(grid: Grid, grids: Sequence[Grid], loose: Sequence[Cluster]) -> Grid:
    row, bottom = len(grid.ys) - 1, grid.ys[-1]
    end = min((g.ys[0] for g in grids if g.ys[0] >= bottom), default=math.inf)
    lines = [n for n in printed_lines(loose) if bottom < n.y < end]
    body = body_lines(grid.xs, bottom, lines, loose)
    if not body:
        return grid
    last = body[-1].y + 0.5 * body[-1].size
    below = Box(grid.xs[0], bottom, grid.xs[-1], last)
    whole = GridCell(row, 0, 1, len(grid.xs) - 1, below)
    one = Grid(grid.xs, (*grid.ys, last), (*grid.cells, whole))
    found = with_open_rows(one, loose)
    return grid if found is one else found


def _is_drawn(grid: Grid, segments: Sequence[Segment]) -> bool:
    """Whether a rule is drawn between two rows or columns of a grid."""
    box = grid.box
    across, down = (box.x0, box.x1), (box.top, box.bottom)
    return any(
        _is_within(s, across, down) if s.horizontal else _is_within(s, down, across)
        for s in segments
    )


def _is_within(rule: Segment, along: tuple[float, float], over: tuple[float, float]) -> bool:
    """Whether a rule lies between two edges of a box and runs some way along it."""
    inside = over[0] + SIDE < rule.at < over[1] - SIDE
    return inside and min(rule.end, along[1]) - max(rule.start, along[0]) > SIDE


def _below(head: Grid, shaded: Sequence[Grid]) -> list[Grid]:
    """The shaded rows below a header, no wider than it is."""
    left, right = head.xs[0] - SIDE, head.xs[-1] + SIDE
    return [
        g for g in shaded if g.ys[0] >= head.ys[-1] - SIDE and left <= g.xs[0] and g.xs[-1] <= right
    ]


def open_columns(
    drawn: Sequence[Grid], headed: Sequence[Grid], words: Sequence[Cluster], height: float
) -> OpenColumns | None:
    """The columns of the lowest of some tables, where nothing but the foot stands below it.

    Args:
        drawn: the tables with headers that show their columns.
        headed: those with names that only stand above their columns.
        words: what is printed on the page.
        height: of the page, in points.
    """
    last = max((*drawn, *headed), key=lambda g: g.ys[-1], default=None)
    foot = height - margin(height)
    if last is None or any(last.ys[-1] < c.middle[1] < foot for c in words):
        return None
    return OpenColumns(last.xs, any(g is last for g in drawn))


def unparted(
    grids: Sequence[Grid], words: Sequence[Cluster], segments: Sequence[Segment]
) -> list[Grid]:
    """The lowest of some grids where no rule parts its last rows, of which several have numbers."""
    last = max(grids, key=lambda g: g.ys[-1], default=None)
    if last is None or len(last.xs) <= _COLUMNS:
        return []
    top = last.ys[max(0, len(last.ys) - 1 - _LAST)]
    across, down = (last.xs[0], last.xs[-1]), (top, last.ys[-1])
    if any(s.horizontal and _is_within(s, across, down) for s in segments):
        return []
    own = held_by(Box(last.xs[0], top, last.xs[-1], last.ys[-1]), words)
    table = in_columns(own, last.xs)
    lines = range(len(table.lines))
    several = (sum(is_key(text_at(table, n, c)) for n in lines) > 1 for c in key_columns(table, 0))
    return [last] if any(several) else []


def rows_gone_on(
    xs: Sequence[float], grids: Sequence[Grid], words: Sequence[Cluster]
) -> Grid | None:
    """The rows at the top of a page, in the columns of the table that the page before ends in."""
    end = min((g.ys[0] for g in grids), default=math.inf)
    loose = [c for c in words if c.middle[1] < end]
    own = printed_lines(loose)
    held = clusters_by_line(own, loose)
    first = next((i for i, one in enumerate(held) if _stands_in(one, xs)), None)
    if first is None:
        return None
    while first and _is_above(own[first - 1], own[first], held[first - 1], xs):
        first -= 1
    top = own[first].y - own[first].size
    empty = Grid(tuple(xs), (top,), ())
    found = _extended(empty, grids, own[first:], loose)
    return found if len(found.ys) > 1 else None


def _is_above(above: Printed, below: Printed, own: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether a line is of the same row as the one below it, or of one that the page before cut.

    Such a one goes on in one column, behind the first. So is the name of a group with its numbers.
    """
    far = below.y - above.y
    if far < _WITHIN * below.size or far >= _APART * below.size:
        return far < _WITHIN * below.size
    rest = not runs_across(own, xs) and columns_held(own, xs) <= {*range(2, len(xs))}
    return rest or first_number(own, xs) > 0


def _stands_in(own: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether a line stands in several columns, in one of them with a number or a code."""
    if len(columns_held(own, xs)) < _SEVERAL or any(runs_over(own, x, CUT) for x in xs[1:-1]):
        return False
    texts = ("".join(c.text for c in own if a <= c.middle[0] < b) for a, b in pairwise(xs))
    return any(map(_is_data, texts))


def _stands_above(grid: Grid, words: Sequence[Cluster]) -> bool:
    """Whether words stand so near below a grid that they may be of its first row."""
    bottom = grid.ys[-1]
    return any(bottom < c.y <= bottom + (NEAR + 1) * c.size for c in words)


def _is_header(grid: Grid, words: Sequence[Cluster]) -> bool:
    """Whether a grid names columns, each in its own cell, and holds no number of a row."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    if rows > _ROWS or columns < _COLUMNS:
        return False
    inside = held_by(grid.box, words)
    named: set[int] = set()
    for cell in grid.cells:
        text = "".join(c.text for c in held_by(cell.box, inside))
        if _is_data(text):
            return False
        if text and cell.column_span == 1:
            named.add(cell.column)
    return len(named) == columns


def _is_data(text: str) -> bool:
    """Whether a cell holds a code, or a number with decimals; those of columns are whole."""
    return is_key(text) and ("." in text.strip(".") or text.strip("(")[:1].isalpha())


def _extended(
    grid: Grid, grids: Sequence[Grid], lines: Sequence[Printed], loose: Sequence[Cluster]
) -> Grid:
    """A header with the rows below it, or as it is where there are none that can be told."""
    bottom = grid.ys[-1]
    beside = (g for g in grids if g.ys[0] >= bottom and g.xs[0] < grid.xs[-1])
    end = min((g.ys[0] for g in beside if g.xs[-1] > grid.xs[0]), default=math.inf)
    body = body_lines(grid.xs, bottom, [n for n in lines if bottom < n.y < end], loose)
    if not body:
        return grid
    last = body[-1].y + 0.5 * body[-1].size
    row = len(grid.ys) - 1
    tall = [
        GridCell(row, n, 1, 1, Box(grid.xs[n], bottom, grid.xs[n + 1], last))
        for n in range(len(grid.xs) - 1)
    ]
    one = Grid(grid.xs, (*grid.ys, last), (*grid.cells, *tall))
    own = held_by(Box(grid.xs[0], bottom, grid.xs[-1], last), loose)
    found = with_rows(one, loose, least=2)
    if found is one:
        if not _is_row(own, grid.xs):
            return grid
        # One row, and perhaps the name of its group above it.
        whole = GridCell(row, 0, 1, len(tall), Box(grid.xs[0], bottom, grid.xs[-1], last))
        parted = with_open_rows(replace(one, cells=(*grid.cells, whole)), loose)
        found = parted if len(parted.ys) > len(one.ys) else one
    return with_columns(found, loose)


def _is_row(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether words are of one row: no column has two numbers or codes."""
    table = in_columns(words, xs)
    keys = key_columns(table, 0)
    lines = range(len(table.lines))
    return bool(keys) and all(sum(is_key(text_at(table, n, c)) for n in lines) == 1 for c in keys)


__all__ = [
    "Below",
    "OpenColumns",
    "open_columns",
    "rows_gone_on",
    "unparted",
    "with_rows_below",
]
