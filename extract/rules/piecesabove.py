"""Columns of rows above cross rules that are drawn cell by cell, and of the names over them.

A style sheet may draw nothing but the lower edge of each cell. The edges of the pieces below a row
are all there is to tell its columns then; the names above the first one stand on a band.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.content import Content, Segment
from extract.model import Box
from extract.rules.chains import SLACK, pieced_rules, same_edges
from extract.rules.crossrules import is_ruled
from extract.tables.wordstarts import CODE
from extract.text.clusters import Cluster
from extract.text.pieces import columns_held, is_number, runs_over

# Fewer edges than this are told by other means; so many columns hold words at the least.
_EDGES, _HELD = 5, 3
# ... but for those of a code, words and a number, below the name of their group.
_CODED = 4
# A band of names is no higher; a row no higher than this, in points.
_BAND, _ROW = 80.0, 260.0
# Words nearer to each other than this, in em, are words of one cell.
_NEAR = 0.15


def columns_above(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The upright rules of such rows and of the names above them.

    Args:
        content: what is painted, with all upright rules that other rules tell.
        words: the letters of the page without the spaces.
    """
    found: list[Segment] = []
    told: list[tuple[list[float], float]] = []
    bands = [s.box for s in content.shades if not s.white and s.box.height < _BAND]
    for xs, at in pieced_rules(content.segments):
        if len(xs) < _CODED:
            continue
        own = [b for b in bands if abs(b.x0 - xs[0]) < SLACK and abs(b.x1 - xs[-1]) < SLACK]
        names = max((b for b in own if b.bottom < at), key=lambda b: b.bottom, default=None)
        above = max((y for edges, y in told if same_edges(edges, xs)), default=0.0)
        if names is None:
            continue
        # Below the first row the next ones stand between such rules.
        first = names.bottom > above
        row = Box(xs[0], max(names.bottom, above), xs[-1], at)
        if row.height > _ROW or _parted(content, xs, row.top, at) or not _keeps(row, xs, words):
            continue
        coded = _is_coded(row, xs, words)
        named = first and _keeps(names, xs, words)
        if not coded and (len(xs) < _EDGES or (first and not named)):
            continue
        top = names.top if named else row.top
        found += [Segment(False, x, top, at) for x in xs]
        found += [Segment(True, y, xs[0], xs[-1]) for y in (top, row.top)]
        told.append((xs, at))
    return found


def _parted(content: Content, xs: Sequence[float], top: float, bottom: float) -> bool:
    """Whether other rules stand within the row."""
    if is_ruled(xs[0], xs[-1], top, bottom, content.segments):
        return True
    within = (s for s in content.segments if s.horizontal and top + SLACK < s.at < bottom - SLACK)
    return any(s.start < xs[-1] and s.end > xs[0] for s in within)


def _is_coded(row: Box, xs: Sequence[float], words: Sequence[Cluster]) -> bool:
    """Whether a row has a code in its first column and a number with decimals in its last."""
    own = [c for c in words if row.holds(*c.middle)]
    first = "".join(c.text for c in own if c.middle[0] < xs[1])
    last = "".join(c.text for c in own if c.middle[0] >= xs[-2])
    return CODE.fullmatch(first) is not None and is_number(last, decimals=True)


def _keeps(box: Box, xs: Sequence[float], words: Sequence[Cluster]) -> bool:
    """Whether what stands in a box stands in several columns and runs over no edge of them."""
    own = [c for c in words if box.holds(*c.middle)]
    if len(columns_held(own, xs)) < _HELD:
        return False
    return not any(runs_over(own, x, _NEAR) for x in xs[1:-1])


__all__ = ["columns_above"]
