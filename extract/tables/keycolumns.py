"""Columns of keys: numbers and codes that stand alone, one of a kind in a row."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.headed import Headed
from extract.text.itemcodes import is_code
from extract.text.pieces import column_of, is_number

# A column of keys has them in this share of its lines.
_SHARE = 0.75


def key_columns(table: Headed, names: int) -> list[int]:
    """The columns of keys, those with most first; of these numbers, the rightmost of them first."""
    found: list[tuple[int, bool, int]] = []
    for column in range(len(table.xs) - 1):
        held = [
            text
            for n in range(names, len(table.lines))
            if n not in table.bands and (text := text_at(table, n, column))
        ]
        numbers = sum(is_number(t) for t in held)
        codes = sum(is_code(t) for t in held)
        if max(numbers, codes) >= max(1, _SHARE * len(held)):
            found.append((-len(held), numbers < codes, -column))
    return [-column for *_, column in sorted(found)]


def text_at(table: Headed, line: int, column: int) -> str:
    own = (p for p in table.lines[line].pieces if column_of(p, table.xs) == column)
    return "".join(p.text for p in own).replace(" ", "")


def is_key(text: str) -> bool:
    return is_number(text) or is_code(text)


def tells_alone(text: str) -> bool:
    """Whether a line is a score or a code: whole numbers may be a list's, or a date's."""
    return is_number(text, decimals=True) or is_code(text)


def wordy_lines(table: Headed, own: range, keys: Sequence[int]) -> list[int]:
    """The lines with words in the column that has most, columns of keys left out."""
    most: list[int] = []
    for column in range(len(table.xs) - 1):
        held = [n for n in own if text_at(table, n, column)]
        if column not in keys and len(held) > len(most):
            most = held
    return most


__all__ = [
    "is_key",
    "key_columns",
    "tells_alone",
    "text_at",
    "wordy_lines",
]
