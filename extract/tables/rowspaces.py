"""Rows by the space between them, where cells merged over several of them stand in the way.

The names of groups, in front, may stand between two rows, and measures of several items, behind:
the columns between these tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.tables.headed import Headed, in_columns
from extract.tables.keycolumns import (
    is_key,
    key_columns,
    tells_alone,
    text_at,
)
from extract.tables.rowgaps import FARTHER, rows_apart
from extract.text.clusters import Cluster
from extract.text.itemcodes import begins_with_code, is_code
from extract.text.pieces import Printed, column_of, edges_above, names_group

# Columns of groups in front of the others, and one more.
_FRONT = 3
# Fewer scores or codes below each other tell nothing; so do fewer columns.
_LEAST = 2


def edges_apart(
    clusters: Sequence[Cluster], xs: Sequence[float], *, behind: bool = False
) -> list[float]:
    """The edges between rows with more space between them than between the lines within columns.

    Args:
        clusters: what stands in a table, or in one tall row of it.
        xs: the edges of its columns.
        behind: whether cells behind the last number may be merged over rows, and stand in the way.
    """
    whole = in_columns(clusters, xs)
    keys = key_columns(whole, 0) or _telling(whole, range(len(whole.lines)))
    end = max(keys, default=0) + 1
    for columns in _stretches(len(xs) - 1, end if behind else len(xs) - 1):
        if columns.start and _holds_items(whole, columns.start):
            break
        left, right = xs[columns.start], xs[columns.stop]
        table = in_columns([c for c in clusters if left <= c.middle[0] < right], xs)
        own = range(len(table.lines))
        starts = _starts(table, own, [k for k in keys if k in columns])
        if starts:
            return edges_above(table.lines, starts[1:])
    return []


def _holds_items(table: Headed, end: int) -> bool:
    """Whether a column in front has several lines that begin with codes: no names of groups."""
    lines = range(len(table.lines))
    counts = (sum(begins_with_code(text_at(table, n, c)) for n in lines) for c in range(end))
    return max(counts, default=0) >= _LEAST


def starts_apart(table: Headed, own: range, keys: Sequence[int]) -> list[int]:
    """The first lines of such rows among some lines of a table; empty where they do not tell."""
    keys = keys or _telling(table, own)
    for front in range(_FRONT):
        lines = [
            n for n in own if max(column_of(p, table.xs) for p in table.lines[n].pieces) >= front
        ]
        starts = _starts(table, lines, [k for k in keys if k >= front], front)
        if starts:
            return [own.start, *(lines[n] for n in starts[1:])]
    return []


def _stretches(columns: int, end: int) -> Iterator[range]:
    """The columns to look at: all, those behind the names of groups, and those before an end."""
    for last in dict.fromkeys((columns, end)):
        for front in range(_FRONT):
            if last - front >= _LEAST:
                yield range(front, last)


def _starts(table: Headed, lines: Sequence[int], keys: Sequence[int], front: int = 0) -> list[int]:
    """Which of some lines begin rows, by their place among these."""
    held = [{column_of(p, table.xs) for p in table.lines[n].pieces} for n in lines]
    told = {c: [i for i, n in enumerate(lines) if is_key(text_at(table, n, c))] for c in keys}
    bands = [i for i, n in enumerate(lines) if n in table.bands or names_group([table.lines[n]])]
    own = [{c for c in columns if c >= front} for columns in held]
    printed = [table.lines[n] for n in lines]
    starts = rows_apart(printed, own, told, bands)
    if starts:
        return starts
    codes = {c for c in told if any(is_code(text_at(table, lines[i], c)) for i in told[c])}
    firsts = {c: _firsts(at, printed) if c in codes else at for c, at in told.items()}
    starts = rows_apart(printed, own, firsts, bands) if firsts != told else []
    rows = [range(a, b) for a, b in pairwise([*starts, len(lines)])]
    # Codes below each other are of one row where its words go on below them.
    within = all(_go_on_below(row, own, told[c]) for row in rows for c in codes)
    return starts if within else []


def _firsts(keys: Sequence[int], lines: Sequence[Printed]) -> list[int]:
    """The keys of a column without those right below another."""
    pitch = min((b.y - a.y for a, b in pairwise(lines)), default=0.0)
    near = {b for a, b in pairwise(keys) if lines[b].y - lines[a].y <= pitch + FARTHER}
    return [n for n in keys if n not in near]


def _go_on_below(row: range, held: Sequence[set[int]], keys: Sequence[int]) -> bool:
    """Whether a row has no more than one of some keys, or a column with more lines than these."""
    own = [n for n in keys if n in row]
    tallest = max(Counter(c for n in row for c in held[n]).values(), default=0)
    return len(own) < _LEAST or tallest > len(own)


def _telling(table: Headed, own: range) -> list[int]:
    """The columns with several scores or codes that words stand below: units, ``ข้อ``."""
    columns = range(len(table.xs) - 1)
    told = {c: sum(tells_alone(text_at(table, n, c)) for n in own) for c in columns}
    return [column for column, count in told.items() if count >= _LEAST]


__all__ = ["edges_apart", "starts_apart"]
