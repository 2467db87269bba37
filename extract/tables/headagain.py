"""The last lines of a row that a page end cut, alone under the names of the columns again.

A program that repeats the header on each page prints it there too where only the rest of one cell
is left of the table. A line of one column shows no table; the header that stands there again does.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.content import Segment
from extract.tables.belowlines import CUT
from extract.tables.grid import Grid, plain_grid
from extract.text.clusters import Cluster, held_by
from extract.text.pieces import clusters_on, printed_lines, runs_over

# The names stand among the first lines of a page; fewer than so many may be words by chance.
_FIRST, _NAMES = 4, 3
# ... no farther from its first line, in points.
_TOP = 150.0
# Rules reach over this share of the table's width at least.
_WIDE = 0.9


def head_of(grid: Grid, words: Sequence[Cluster]) -> tuple[str, ...]:
    """The words of the first line of a table, piece by piece."""
    own = held_by(grid.row_box(0), words)
    top = min((c.y for c in own), default=0.0)
    lines = printed_lines([c for c in own if c.y < top + c.size])
    return tuple(p.text for p in lines[0].pieces) if lines else ()


def rest_under_head(
    xs: Sequence[float],
    head: Sequence[str],
    grids: Sequence[Grid],
    words: Sequence[Cluster],
    segments: Sequence[Segment],
) -> Grid | None:
    """The names of the columns that a page begins with again, and what is left below them.

    Args:
        xs: the columns of the table that the page before ends in.
        head: what its first line says.
        grids: the tables of this page.
        words: its letters but spaces.
        segments: its rules.
    """
    if len(head) < _NAMES or not words:
        return None
    end = min((g.ys[0] for g in grids), default=float("inf"))
    low = min(end, min(c.y for c in words) + _TOP)
    first = printed_lines([c for c in words if c.y < low])[:_FIRST]
    named = next((n for n in first if tuple(p.text for p in n.pieces) == tuple(head)), None)
    if named is None:
        return None
    wide = _WIDE * (xs[-1] - xs[0])
    across = (
        s for s in segments if s.horizontal and min(s.end, xs[-1]) - max(s.start, xs[0]) > wide
    )
    rules = sorted({s.at for s in across})
    below = [y for y in rules if named.y < y < end + 1]
    if len(below) < 2:
        return None
    rest = [c for c in words if below[0] < c.y < below[1]]
    lines = [clusters_on(n, rest) for n in printed_lines(rest)]
    if not lines or any(runs_over(own, x, CUT) for own in lines for x in xs[1:-1]):
        return None
    top = max((y for y in rules if y < named.y), default=named.y - named.size)
    return plain_grid(tuple(xs), (top, *below[:2]))


__all__ = ["head_of", "rest_under_head"]
