"""Tables whose rows nothing parts, from one page to the next.

A page that ends in such a table hands its columns on; what stands in them at the top of the next
page are rows of the same table.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.content import Segment
from extract.model import Box
from extract.tables.bandcells import first_number
from extract.tables.belowlines import CUT, SIDE, body_lines
from extract.tables.belownames import are_alike, extended, is_data
from extract.tables.drawn import is_within
from extract.tables.grid import Grid
from extract.tables.headagain import head_of
from extract.tables.headed import in_columns
from extract.tables.keycolumns import is_key, key_columns, text_at
from extract.tables.rowkeys import items_within
from extract.text.clusters import Cluster, Letters, held_by
from extract.text.itemcodes import begins_with_code
from extract.text.margins import margin
from extract.text.pieces import (
    Printed,
    clusters_by_line,
    columns_held,
    names_group,
    printed_lines,
    runs_across,
    runs_over,
)

# A line of a table stands in so many columns; the lines above it, of its row, are no farther apart.
_SEVERAL, _WITHIN = 3, 1.9
# What a page end cut off a row is no farther from the next row than this, in letter heights.
_APART = 4.0
# Words that begin together do so within this, in points.
_EDGE = 1.5
# So many rows at the foot of a table tell whether rules part them.
_LAST = 3
# The first line and the next one.
_TWO = 2


@dataclass(frozen=True, slots=True)
class OpenColumns:
    """The columns of a table that may go on on the next page.

    ``drawn``: its header draws them; ``parted``: rules part its rows; ``head``: what its first line
    says.
    """

    xs: tuple[float, ...]
    drawn: bool
    parted: bool = False
    head: tuple[str, ...] = ()


def open_columns(
    grids: Sequence[Grid],
    drawn: Sequence[Grid],
    headed: Sequence[Grid],
    words: Letters,
    height: float,
) -> OpenColumns | None:
    """The columns of the lowest of some tables, where nothing but the foot stands below it.

    Args:
        grids: all tables of the page.
        drawn: those without rules between rows whose headers show their columns.
        headed: those with names that only stand above their columns.
        words: what is printed on the page.
        height: of the page, in points.
    """
    unruled = (*drawn, *headed)
    last = max((*unruled, *grids), key=lambda g: g.ys[-1], default=None)
    foot = height - margin(height)
    if last is None or ((below := words.next_below(last.ys[-1])) and below < foot):
        return None
    parted = not any(g is last for g in unruled)
    return OpenColumns(last.xs, any(g is last for g in drawn), parted, head_of(last, words))


def unparted(
    grids: Sequence[Grid], words: Sequence[Cluster], segments: Sequence[Segment]
) -> list[Grid]:
    """The lowest of some grids where no rule parts its last rows, of which several have numbers."""
    last = max(grids, key=lambda g: g.ys[-1], default=None)
    if last is None or len(last.xs) <= _SEVERAL:
        return []
    ys = _edges_down_to(last, grids)
    top = ys[max(0, len(ys) - 1 - _LAST)]
    across, down = (last.xs[0], last.xs[-1]), (top, last.ys[-1])
    if any(s.horizontal and is_within(s, across, down) for s in segments):
        return []
    own = held_by(Box(last.xs[0], top, last.xs[-1], last.ys[-1]), words)
    table = in_columns(own, last.xs)
    lines = range(len(table.lines))
    several = (sum(is_key(text_at(table, n, c)) for n in lines) > 1 for c in key_columns(table, 0))
    return [last] if any(several) else []


def _edges_down_to(last: Grid, grids: Sequence[Grid]) -> list[float]:
    """The edges of the rows of a table whose stripes were seen as several grids, one on another."""
    found = [*last.ys]
    for grid in sorted(grids, key=lambda g: g.ys[-1], reverse=True):
        if abs(found[0] - grid.ys[-1]) <= SIDE and are_alike(grid.xs, last.xs):
            found = [*grid.ys[:-1], *found]
    return found


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
    found = extended(empty, grids, own[first:], loose)
    if len(found.ys) > 1:
        return found
    body = body_lines(xs, top, own[first:], loose)
    return items_within([c for one in clusters_by_line(body, loose) for c in one], xs)


def begins_within(grid: Grid, above: OpenColumns, words: Sequence[Cluster]) -> bool:
    """Whether what was taken for the names of a table is the middle of a row of the one before.

    Such a line stands in the columns of the page before, below another one that does, or at the top
    of the page, set as the lines below it are.

    Args:
        grid: a table that only its words show.
        above: the columns that the page before ends in.
        words: what is printed on the page.
    """
    xs, top = above.xs, grid.ys[0]
    rows = printed_lines(held_by(grid.box, words)) if len(grid.xs) == len(xs) else []
    if len(rows) < _TWO:
        return False
    held = clusters_by_line(rows, words)
    plain = (c for n, own in zip(rows, held, strict=True) if not names_group([n]) for c in own)
    if any(c.x0 < x < c.x1 for c in plain for x in xs[1:-1]):
        return False
    lines = printed_lines([c for c in words if c.middle[1] < top])
    if not lines or top - lines[-1].y > _WITHIN * lines[-1].size:
        return tuple(p.text for p in rows[0].pieces) != above.head and _is_set_alike(rows, held)
    before = clusters_by_line(lines[-1:], words)[0]
    return len(columns_held(before, xs)) >= _SEVERAL and not runs_across(before, xs)


def _is_set_alike(rows: Sequence[Printed], held: Sequence[Sequence[Cluster]]) -> bool:
    """Whether the first line is as bold as the next, and each piece begins where one below does."""
    starts = [p.x0 for line in rows[1:] for p in line.pieces]
    first, second = (all(c.bold for c in own) for own in held[:_TWO])
    return first == second and all(
        any(abs(p.x0 - x) < _EDGE for x in starts) for p in rows[0].pieces
    )


def _is_above(above: Printed, below: Printed, own: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether a line is of the same row as the one below it, or of one that the page before cut.

    Such a one goes on in one column, behind the first. So is the name of a group with its numbers.
    """
    far = below.y - above.y
    if far < _WITHIN * below.size:
        return True
    if far >= _APART * below.size:
        return False
    rest = not runs_across(own, xs) and columns_held(own, xs) <= {*range(2, len(xs))}
    return rest or first_number(own, xs) > 0


def _stands_in(own: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether a line stands in several columns, in one of them with a number or a code.

    The words of an item may follow its code.
    """
    if len(columns_held(own, xs)) < _SEVERAL or any(runs_over(own, x, CUT) for x in xs[1:-1]):
        return False
    texts = ["".join(c.text for c in own if a <= c.middle[0] < b) for a, b in pairwise(xs)]
    return any(map(is_data, texts)) or begins_with_code(texts[0])


__all__ = ["OpenColumns", "begins_within", "open_columns", "rows_gone_on", "unparted"]
