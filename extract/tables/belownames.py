"""Rows without rules below the ruled or shaded names of their columns.

Style sheets draw the header of a table and leave its rows to be imagined. The header shows the
columns; what stands below it in these columns is the table's, up to words that run over them and
have no rows below. The rows are told like those inside one tall row of cells
(:mod:`extract.tables.rowless`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.content import Segment
from extract.model import Box
from extract.tables.bandcells import with_columns
from extract.tables.begunagain import with_rows_begun_again
from extract.tables.belowlines import NEAR, SIDE, body_lines
from extract.tables.drawn import has_uprights, is_closed, is_drawn
from extract.tables.grid import Grid, GridCell
from extract.tables.headed import in_columns
from extract.tables.keycolumns import is_key, key_columns, text_at
from extract.tables.openrows import with_open_rows
from extract.tables.rowless import with_rows
from extract.text.clusters import Cluster, held_by, held_in, outside_of
from extract.text.pieces import GROUP_LETTERS, Printed, is_number, names_group, printed_lines

# A header has no more rows, and names so many columns at the least.
_ROWS, _COLUMNS = 4, 3
_DECIMALS = re.compile(r"\d\.\d\d")
# A table of stripes has more edges of rows than a header alone has.
_STRIPED = 2


@dataclass(frozen=True, slots=True)
class Below:
    """The tables of a page; ``made``: those of them whose rows no rules part."""

    grids: list[Grid]
    made: list[Grid]


def with_rows_below(
    grids: Sequence[Grid],
    words: Sequence[Cluster],
    segments: Sequence[Segment],
    above: Sequence[float] = (),
) -> Below:
    """The grids, those of nothing but names with the rows that stand below them.

    What only shades show below drawn names, stripes and bands, is of their table; and so is what
    stands in the columns of stripes below the last of them. ``above``: the edges of the columns of
    a table that the page before ends in; one stripe in these is of it.
    """
    grids = _past_stripes(grids, words, segments, above)
    heads = [g for g in grids if _stands_above(g, words) and _is_header(g, words)]
    if not heads:
        # The rows of a header at the foot of a page stand on the next one.
        last = max(grids, key=lambda g: g.ys[-1], default=None)
        alone = last is not None and _is_header(last, words)
        return Below(list(grids), [last] if last is not None and alone else [])
    shaded = [g for g in grids if not is_drawn(g, segments) and not _is_header(g, words)]
    found = list(grids)
    made: list[Grid] = []
    outside = outside_of([g.box for g in found], words)
    for head in heads:
        stripes_below = _below(head, shaded)
        if stripes_below and _hold_all_rows(head, stripes_below, outside):
            continue
        for stripes in [stripes_below, []] if stripes_below else [[]]:
            others = [g for g in found if all(g is not s for s in (*stripes, head))]
            boxes = [head.box, *(g.box for g in others)]
            loose = outside_of(boxes, words) if made or stripes else outside
            table = extended(head, others, printed_lines(loose), loose)
            held = (c for s in stripes for c in held_by(s.box, words))
            if table is not head and all(table.box.holds(*c.middle) for c in held):
                found = [*others, table]
                made.append(table)
                break
    return Below(sorted(found, key=lambda g: (g.ys[0], g.xs[0])), made)


def _hold_all_rows(head: Grid, stripes: Sequence[Grid], outside: Sequence[Cluster]) -> bool:
    """Whether nothing but names stands below a header outside of shaded rows in its columns."""
    if not all(are_alike(g.xs, head.xs) for g in stripes):
        return False
    end = max(g.ys[-1] for g in stripes)
    for line in printed_lines([c for c in outside if c.y > head.ys[-1]]):
        if line.y > end + (NEAR + 1) * line.size:
            break
        if len(line.pieces) > 1:
            return False
        end = max(end, line.y)
    return True


def _past_stripes(
    grids: Sequence[Grid],
    words: Sequence[Cluster],
    segments: Sequence[Segment],
    above: Sequence[float],
) -> Sequence[Grid]:
    """The grids, those of stripes or of groups with the rows below the last stripe or rule."""
    several = [g for g in grids if len(g.ys) > _STRIPED or are_alike(g.xs, above)]
    open_below = [g for g in several if _may_go_on(g, words, segments)]
    loose = outside_of([g.box for g in grids], words) if open_below else []
    made = {id(g): _with_last(g, grids, loose) for g in open_below}
    return [made.get(id(g), g) for g in grids]


def are_alike(xs: Sequence[float], above: Sequence[float]) -> bool:
    """Whether two grids have the same edges of columns."""
    return len(xs) == len(above) and all(abs(a - b) <= SIDE for a, b in zip(xs, above, strict=True))


def _may_go_on(grid: Grid, words: Sequence[Cluster], segments: Sequence[Segment]) -> bool:
    """Whether rows may stand below the last edge that shades show, or rules between groups."""
    if len(grid.xs) <= _COLUMNS or not _stands_above(grid, words):
        return False
    if has_uprights(grid, segments):
        return False
    return not is_closed(grid, segments) or _holds_group(grid, words)


def _holds_group(grid: Grid, words: Sequence[Cluster]) -> bool:
    """Whether a row of a grid is the name of a group, or its last one a band that ends nothing."""
    last = [c for c in grid.cells if c.row == len(grid.ys) - 2]
    if len(last) == 1 and last[0].column_span == len(grid.xs) - 1:
        said = [p.text for n in printed_lines(held_by(last[0].box, words)) for p in n.pieces]
        return bool(said) and not any(is_number(text, decimals=True) for text in said)
    begun = [c.middle for c in words if c.text.startswith(GROUP_LETTERS)]
    cells = (c for c in grid.cells if any(c.box.holds(*one) for one in begun))
    return any(names_group(printed_lines(held_by(c.box, words))) for c in cells)


def _with_last(grid: Grid, grids: Sequence[Grid], loose: Sequence[Cluster]) -> Grid:
    below = [g for g in grids if g.ys[0] >= grid.ys[-1]]
    body = _body(grid, below, printed_lines(loose), loose)
    if body is None:
        return grid
    one = _with_band(grid, body)
    found = with_open_rows(one, loose)
    return grid if found is one else found


def _body(
    grid: Grid, others: Sequence[Grid], lines: Sequence[Printed], loose: Sequence[Cluster]
) -> Box | None:
    """Where a table's rows stand below its grid, above the first of some other grids."""
    bottom = grid.ys[-1]
    end = min((g.ys[0] for g in others), default=math.inf)
    body = body_lines(grid.xs, bottom, [n for n in lines if bottom < n.y < end], loose)
    if not body:
        return None
    return Box(grid.xs[0], bottom, grid.xs[-1], body[-1].y + 0.5 * body[-1].size)


def _with_band(grid: Grid, body: Box) -> Grid:
    """A grid with one cell below it, across all its columns."""
    whole = GridCell(len(grid.ys) - 1, 0, 1, len(grid.xs) - 1, body)
    return Grid(grid.xs, (*grid.ys, body.bottom), (*grid.cells, whole))


def _below(head: Grid, shaded: Sequence[Grid]) -> list[Grid]:
    """The shaded rows below a header, no wider than it is."""
    left, right = head.xs[0] - SIDE, head.xs[-1] + SIDE
    return [
        g for g in shaded if g.ys[0] >= head.ys[-1] - SIDE and left <= g.xs[0] and g.xs[-1] <= right
    ]


def _stands_above(grid: Grid, words: Sequence[Cluster]) -> bool:
    """Whether words stand so near below a grid that they may be of its first row."""
    bottom = grid.ys[-1]
    return any(bottom < c.y <= bottom + (NEAR + 1) * c.size for c in words)


def _is_header(grid: Grid, words: Sequence[Cluster]) -> bool:
    """Whether a grid names columns, each in its own cell, and holds no number of a row."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    if rows > _ROWS or columns < _COLUMNS:
        return False
    named: set[int] = set()
    held = held_in((c.box for c in grid.cells), words)
    for cell, own in zip(grid.cells, held, strict=True):
        text = "".join(c.text for c in own)
        if is_data(text) or (_DECIMALS.search(text) and _is_card(own)):
            return False
        if text and cell.column_span == 1:
            named.add(cell.column)
    return len(named) == columns


def _is_card(words: Sequence[Cluster]) -> bool:
    """Whether a number with decimals stands alone in a line of a cell, its name above or below."""
    lines = printed_lines(words)
    alone = (n.pieces[0].text for n in lines if len(n.pieces) == 1)
    return len(lines) > 1 and any(is_number(text, decimals=True) for text in alone)


def is_data(text: str) -> bool:
    """Whether a cell holds a code, or a number with decimals; those of columns are whole."""
    return is_key(text) and ("." in text.strip(".") or text.strip("(")[:1].isalpha())


def extended(
    grid: Grid, grids: Sequence[Grid], lines: Sequence[Printed], loose: Sequence[Cluster]
) -> Grid:
    """A header with the rows below it, or as it is where there are none that can be told."""
    below = [
        g
        for g in grids
        if g.ys[0] >= grid.ys[-1] and g.xs[0] < grid.xs[-1] and g.xs[-1] > grid.xs[0]
    ]
    body = _body(grid, below, lines, loose)
    if body is None:
        return grid
    row = len(grid.ys) - 1
    tall = [
        GridCell(row, n, 1, 1, Box(a, body.top, b, body.bottom))
        for n, (a, b) in enumerate(pairwise(grid.xs))
    ]
    one = Grid(grid.xs, (*grid.ys, body.bottom), (*grid.cells, *tall))
    found = with_rows(one, loose, least=2)
    found = with_rows_begun_again(one, loose) if found is one else found
    if found is one:
        if not _is_row(held_by(body, loose), grid.xs):
            return grid
        # One row, and perhaps the name of its group above it.
        parted = with_open_rows(_with_band(grid, body), loose)
        found = parted if len(parted.ys) > len(one.ys) else one
    return with_columns(found, loose)


def _is_row(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether words are of one row: no column has two numbers or codes."""
    table = in_columns(words, xs)
    keys = key_columns(table, 0)
    lines = range(len(table.lines))
    return bool(keys) and all(sum(is_key(text_at(table, n, c)) for n in lines) == 1 for c in keys)


__all__ = ["Below", "are_alike", "extended", "is_data", "with_rows_below"]
