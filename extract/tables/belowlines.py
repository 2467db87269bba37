"""The lines below a header that are its rows: in its columns, none too far from the last one."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.rowgaps import FARTHER
from extract.text.clusters import Cluster
from extract.text.pieces import (
    Printed,
    clusters_by_line,
    column_of,
    columns_held,
    runs_across,
    runs_over,
)

#: No line is farther below the one above it, nor the first below the header, in letter heights.
NEAR = 4.0
# A name across the columns has no more lines.
_BAND = 2
#: Letters nearer than this, in em, are of one word.
CUT = 0.08
# Lines with a list's marks are no farther from the one above than this many times as far as others.
_EVEN = 1.1
# Where no others tell, a line is of the cell above it where it is no farther, in letter heights.
_NEXT = 1.4
#: What is left of a column is of it within this, in points.
SIDE = 3.0


def body_lines(
    xs: Sequence[float], top: float, lines: Sequence[Printed], words: Sequence[Cluster]
) -> list[Printed]:
    """The lines of a table's body, the last of them one that stands in its columns."""
    taken: list[Printed] = []
    sure = bands = 0
    above = top
    for line, own in zip(lines, clusters_by_line(lines, words), strict=True):
        far = line.y - above > NEAR * line.size
        if far or min(c.x0 for c in own) < xs[0] - SIDE or max(c.x1 for c in own) > xs[-1] + SIDE:
            break
        taken.append(line)
        over = runs_across(own, xs)
        if not over and any(runs_over(own, x, CUT) for x in xs[1:-1]):
            # In columns, but in others.
            break
        bands = bands + 1 if over else 0
        if bands > _BAND:
            break
        sure = len(taken) if not over and len(columns_held(own, xs)) > 1 else sure
        above = line.y
    return [*taken[:sure], *_rest(xs, taken, sure)]


def _rest(xs: Sequence[float], taken: Sequence[Printed], sure: int) -> list[Printed]:
    """The last lines of the last row, each in one column where it is the next below another.

    The statements of a list may stand farther apart than its lines, as those above tell.
    """
    feet: dict[int, float] = {}
    steps: list[float] = []
    alone: list[float] = []
    found: list[Printed] = []
    for n, line in enumerate(taken):
        columns = {column_of(p, xs) for p in line.pieces}
        own = [line.y - feet[c] for c in columns if c in feet]
        if n >= sure:
            far = max(_EVEN * min(steps, default=_NEXT * line.size), *alone, 0.0) + FARTHER
            if len(columns) > 1 or not own or own[0] > far:
                break
            found.append(line)
        elif len(columns) == 1:
            alone += own
        steps += own
        feet |= dict.fromkeys(columns, line.y)
    return found


__all__ = ["CUT", "NEAR", "SIDE", "body_lines"]
