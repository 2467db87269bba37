"""Rows of a table without keys: those of items, those that stand apart, or one whose lines go on.

A row begins in nearly all columns, and in the first one perhaps with an item and its code. Where
lines are no farther apart than those of a cell, they are a row each or all of one row: a cell that
goes on fills its line, or hangs below where it began.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.tables.headed import Headed
from extract.tables.keycolumns import text_at
from extract.text.itemcodes import begins_with_code
from extract.text.lineends import LIST_MARK
from extract.text.pieces import Piece, Printed, column_of

#: How many times as far rows are apart as their lines.
WIDER = 1.12
#: A line is full that reaches so far into its column.
FULL = 0.8
# A code, whatever stands behind it.
_ITEM = re.compile(r"^\(?[A-Z]\s?\d")
# So far in, in letter heights, a line hangs below the one it goes on from.
_INDENT = 0.5


def full_lines(table: Headed, own: range) -> list[int]:
    """The lines that have words in all columns but one at most."""
    return [n for n in own if len(table.lines[n].pieces) >= len(table.xs) - 2]


def rows_of_words(table: Headed, own: range) -> list[int]:
    """Rows farther apart than their lines that begin in all columns but one at most."""
    lines = table.lines
    steps = [lines[n].y - lines[n - 1].y for n in own[1:]]
    if not steps:
        return list(own)
    full = full_lines(table, own)
    held = [_by_column(table, n) for n in own]
    pitch = min(_spaces(table, own), default=min(steps))
    one = _is_one_row(held, len(table.xs) - 1) or _goes_on_evenly(table, own, pitch)
    on = _hangs(table, own) or (one and _fills_columns(held))
    if len(full) == len(own) and not on:
        return list(own)
    apart = WIDER * pitch
    starts = [n for n in own[1:] if lines[n].y - lines[n - 1].y >= apart and n in full]
    if starts:
        return [own.start, *starts]
    return [own.start] if one else []


def rows_of_items(table: Headed, own: range) -> list[int]:
    """Rows that begin with the code of an item in the first cell; empty where they do not tell.

    A cell may say several codes: beside the second of them others go on, and none begins.
    """
    coded = [n for n in own if _is_item(table, n)]
    if not coded and own.start == table.names:
        # Above the first item stands the rest of a row that the page before cut.
        items = [n for n in range(own.stop, len(table.lines)) if _is_item(table, n)]
        return [own.start] if items else []
    if not coded or len(coded) == len(own):
        return []
    full = full_lines(table, own)
    on = [n for n in coded if n > own.start and not _begins(table, n) and _goes_on(table, n)]
    starts = [n for n in coded if n not in on]
    pitch = min(_spaces(table, own), default=0.0)
    lines = table.lines
    apart = {n for n in starts if n and lines[n].y - lines[n - 1].y >= WIDER * pitch > 0}
    # A cell for several items may be left blank beside all but the first.
    if not set(starts) <= {*full, *apart}:
        return []
    # What stands above the first of them is the rest of a row cut by the page end.
    return [own.start, *starts] if starts and starts[0] > own.start else starts


def _by_column(table: Headed, at: int) -> dict[int, Piece]:
    """The pieces of a line by their columns."""
    return {column_of(p, table.xs): p for p in table.lines[at].pieces}


def _is_item(table: Headed, at: int) -> bool:
    return begins_with_code(text_at(table, at, 0))


def _begins(table: Headed, at: int) -> bool:
    """Whether a cell behind the first begins in a line, below room that the one above it left."""
    return bool(_by_column(table, at).keys() - _by_column(table, at - 1).keys() - {0})


def _goes_on(table: Headed, at: int) -> bool:
    """Whether a cell behind the first goes on from a full line to the next one."""
    lines, edges = table.lines, range(1, len(table.xs) - 1)
    above, here = _by_column(table, at - 1), _by_column(table, at)
    for column in (c for c in edges if c in above and c in here):
        held = [p for n in lines for p in n.pieces if column_of(p, table.xs) == column]
        begin, end = min(p.x0 for p in held), max(p.x1 for p in held)
        full = above[column].x1 >= begin + FULL * (end - begin)
        if full and not LIST_MARK.match(here[column].text):
            return True
    return False


def _spaces(table: Headed, own: range) -> list[float]:
    """How far the lines of each column are from each other; those of two may stand between."""
    columns = (_lines_in(table, own, c) for c in range(len(table.xs) - 1))
    return [b.y - a.y for lines in columns for a, b in pairwise(lines)]


def _lines_in(table: Headed, own: range, column: int) -> list[Printed]:
    lines = (table.lines[n] for n in own)
    return [n for n in lines if any(column_of(p, table.xs) == column for p in n.pieces)]


def _goes_on_evenly(table: Headed, own: range, pitch: float) -> bool:
    """Whether all columns begin in the first line and go on, line after line, to their ends.

    Among the items in the first column, one below another, there may be more room.
    """
    if len(table.lines[own.start].pieces) < len(table.xs) - 1:
        return False
    for column in range(len(table.xs) - 1):
        for a, b in pairwise(_lines_in(table, own, column)):
            item = not column and _ITEM.match(b.pieces[0].text) is not None
            if b.y - a.y >= WIDER * pitch and not item:
                return False
    return True


def _hangs(table: Headed, own: range) -> bool:
    """Whether a line of the first column begins to the right of the first one: it goes on."""
    lines = [table.lines[n] for n in own]
    firsts = [n.pieces[0] for n in lines if column_of(n.pieces[0], table.xs) == 0]
    return any(p.x0 - firsts[0].x0 > _INDENT * lines[0].size for p in firsts[1:])


def _is_one_row(held: Sequence[Mapping[int, Piece]], columns: int) -> bool:
    """Whether all columns begin in the first line, and none goes on again once it has ended.

    ``held``: the pieces of each line by their column.
    """
    first, last = held[0].keys(), held[-1].keys()
    falling = all(a.keys() >= b.keys() for a, b in pairwise(held))
    return len(first) == columns and last < first and falling


def _fills_columns(held: Sequence[Mapping[int, Piece]]) -> bool:
    """Whether the lines that others follow in their columns reach nearly to the next column."""
    starts = {c: min(one[c].x0 for one in held if c in one) for c in held[0]}
    return all(
        a[c].x1 - starts[c] >= FULL * (starts.get(c + 1, a[c].x1) - starts[c])
        for a, b in pairwise(held)
        for c in b
    )


__all__ = ["FULL", "WIDER", "full_lines", "rows_of_items", "rows_of_words"]
