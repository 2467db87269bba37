"""Columns of words set in the middle, some of which begin farther left than most.

``พอใช้`` among cells that say ``ดี`` begins before these do, with room before it all the same. An
edge right before the shorter words would run through the longer ones and part their rows from the
table.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.wordstarts import Row, is_band
from extract.text.pieces import begins_with_group, printed_lines

# Words set in the middle begin no farther from each other than this, in points.
_WIDER = 30.0
# The room before the longest of them, in points; places differ by no more than the other.
_ROOM, _SAME = 8.0, 1.5


def centred_starts(rows: Sequence[Row], starts: Sequence[float]) -> list[float]:
    """Where columns begin: where the longest of their words do, if nothing stands in the way.

    Args:
        rows: upper and lower edge of each row, and its words. Bands and the names of groups, which
            run over columns, tell nothing.
        starts: where most words of each column begin.
    """
    found = list(starts)
    plain = (own for _, _, own in rows if not is_band(own) and not begins_with_group(own))
    pieces = [p for own in plain for line in printed_lines(own) for p in line.pieces]
    for n, x in enumerate(starts[1:], start=1):
        over = (p.x0 for p in pieces if x - _WIDER < p.x0 < x - _SAME and p.x1 > x)
        begun = min(over, default=x)
        room = begun - _ROOM
        held = (p for p in pieces if p.x0 < begun - _SAME and p.x1 > room)
        if found[n - 1] < room and not any(held):
            found[n] = begun
    return found


__all__ = ["centred_starts"]
