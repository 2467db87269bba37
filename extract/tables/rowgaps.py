"""Rows told by the space between them: wider than that between the lines of any cell.

The tallest cell of a row fills it, whatever stands beside it at its top, middle or foot. So from
the last line of one row to the first of the next, over all columns, it is as far as from line to
line within a cell, and the room left around cells besides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from itertools import pairwise

from extract.text.pieces import Printed

# Fewer rows with a number are no table.
_ROWS = 2
# So many ways to tell lines from rows are looked at.
_WAYS = 12
#: So much farther than the lines of a cell, in points, rows are from each other at the least.
FARTHER = 0.75


def rows_apart(
    lines: Sequence[Printed],
    held: Sequence[Collection[int]],
    keys: Mapping[int, Collection[int]],
    bands: Collection[int],
) -> list[int]:
    """The first line of each row; empty where the space between them does not tell.

    Lines that all have a number, or are bands, are a row each.

    Args:
        lines: the printed lines, top to bottom.
        held: the columns in which each of them has words.
        keys: which lines have a number or a code, by column: a row has no two of one column.
        bands: which lines run over the columns.
    """
    told = {n for own in keys.values() for n in own}
    if len(told) >= _ROWS and all(n in told or n in bands for n in range(len(lines))):
        return [*range(len(lines))]
    ways = [
        rows
        for least in _spaces(lines, held)
        if len(rows := _parted(lines, least)) >= _ROWS and _are_rows(rows, held, keys, told)
    ]
    # What stands above the first row may be the rest of one cut by the page end, and
    # what stands in one column alone is the rest of a cell sooner than a name across the table.
    for alone in (False, True):
        for rows in ways:
            told_rows = [row for row in rows if not told.isdisjoint(row)]
            rest = [row for row in rows[1:] if row not in told_rows]
            if all(_is_band(row, held, bands, alone=alone) for row in rest) and not any(
                _holds_band(row, held, keys, bands) for row in told_rows
            ):
                return [row.start for row in rows]
    return []


def _spaces(lines: Sequence[Printed], held: Sequence[Collection[int]]) -> list[float]:
    """How far rows may be apart at the least: farther than some lines of a column are."""
    found: list[float] = []
    for step in sorted({b.y - a.y for own in _by_column(lines, held) for a, b in pairwise(own)}):
        if not found or step > found[-1]:
            found.append(step + FARTHER)
    return found[:_WAYS]


def _parted(lines: Sequence[Printed], least: float) -> list[range]:
    """Stretches of lines farther apart than this."""
    starts = [i for i, (a, b) in enumerate(pairwise(lines), 1) if b.y - a.y > least]
    return [range(a, b) for a, b in pairwise([0, *starts, len(lines)])]


def _are_rows(
    rows: Sequence[range],
    held: Sequence[Collection[int]],
    keys: Mapping[int, Collection[int]],
    told: Set[int],
) -> bool:
    """Whether several stretches of lines have numbers, none two of one column, and one is tall."""
    if sum(not told.isdisjoint(row) for row in rows) < _ROWS:
        return False
    twice = any(sum(n in own for n in row) > 1 for own in keys.values() for row in rows)
    return not twice and any(_is_tall(row, held) for row in rows)


def _holds_band(
    row: range,
    held: Sequence[Collection[int]],
    keys: Mapping[int, Collection[int]],
    bands: Collection[int],
) -> bool:
    """Whether a band and another row are taken for one.

    A name of several lines may have its number beside the last of them, and nothing else.
    """
    names = {column for n in row if n in bands for column in held[n]}
    rest = [n for n in row if n not in bands]
    beside = {(n, column) for n in rest for column in held[n] if column not in names}
    numbered = len(names) == 1 and all(n in keys.get(column, ()) for n, column in beside)
    return bool(names) and not numbered and any(len(held[n]) > 1 for n in rest)


def _by_column(lines: Sequence[Printed], held: Sequence[Collection[int]]) -> list[list[Printed]]:
    columns = sorted({column for own in held for column in own})
    return [[n for n, own in zip(lines, held, strict=True) if c in own] for c in columns]


def _is_tall(row: range, held: Sequence[Collection[int]]) -> bool:
    """Whether a cell of a row has several lines."""
    columns = [column for n in row for column in held[n]]
    return len(set(columns)) < len(columns)


def _is_band(
    row: range, held: Sequence[Collection[int]], bands: Collection[int], *, alone: bool
) -> bool:
    """Whether a row without a number is one: it runs over columns, or stands in one ``alone``."""
    if any(n in bands for n in row):
        return True
    return alone and len({column for n in row for column in held[n]}) == 1


__all__ = ["FARTHER", "rows_apart"]
