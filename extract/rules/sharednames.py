"""Rows of names, some of them above a rule of the columns that share them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.content import Segment
from extract.rules.chains import SLACK, by_height
from extract.text.clusters import Cluster
from extract.text.pieces import columns_held, runs_over

# Words nearer to each other than this, in em, are words of one cell.
_TOUCH = 0.15


def sides_of_names(
    drawn: Sequence[Segment],
    words: Sequence[Cluster],
    xs: Sequence[float],
    row: tuple[float, float],
) -> list[Segment]:
    """The upright rules of a row whose words run over columns: its two sides, if it is one cell.

    Where a rule is drawn below some of its words alone (``คะแนน`` over the years of three columns)
    the row is of names: the other columns have cells of their own, and those part below the rule.
    """
    top, low = row
    own = [c for c in words if top < c.middle[1] < low and xs[0] <= c.middle[0] <= xs[-1]]
    found = [Segment(False, x, top, low) for x in (xs[0], xs[-1])]
    for at, start, end in partial_rules(drawn, xs, row):
        below = [c for c in own if c.middle[1] > at]
        for x in xs[1:-1]:
            under = start + SLACK < x < end - SLACK
            if not runs_over(below if under else own, x, _TOUCH):
                found.append(Segment(False, x, at if under else top, low))
    return found


def names_several(
    rules: Sequence[tuple[float, float, float]],
    words: Sequence[Cluster],
    xs: Sequence[float],
    merged: bool,
) -> bool:
    """Whether a name stands above a rule of several columns, over their edges or in the first."""
    for at, start, end in rules:
        over = [c for c in words if c.middle[1] < at and start < c.middle[0] < end]
        below = [c for c in words if c.middle[1] > at and start < c.middle[0] < end]
        if merged or (len(columns_held(over, xs)) == 1 < len(columns_held(below, xs))):
            return True
    return False


def partial_rules(
    drawn: Sequence[Segment], xs: Sequence[float], row: tuple[float, float]
) -> list[tuple[float, float, float]]:
    """The rules within a row that do not run from its left edge to its right, with their ends."""
    top, low = row
    within = [s for s in drawn if s.horizontal and top + SLACK < s.at < low - SLACK]
    ends = [(at, p[0][0], max(e for _, e in p)) for at, p in by_height(within)]
    whole = (xs[0] + SLACK, xs[-1] - SLACK)
    return [(at, a, b) for at, a, b in ends if a > whole[0] or b < whole[1]]


__all__ = ["names_several", "partial_rules", "sides_of_names"]
