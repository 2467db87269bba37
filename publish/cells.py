"""Values on their way into a spreadsheet: what may be in a cell, and what must not happen there.

A text that begins like a formula is run by spreadsheet programs when a CSV file is opened, and the
texts here come from strangers' PDFs (many begin with ``-``, the bullet of a list). In CSV such a
text gets an apostrophe in front; a text that has one already gets another, so that taking one away
gives back what was there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from publish.reader import Value

# Full-width signs begin a formula too where a spreadsheet runs in an East Asian language.
FORMULA_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    return text[:1] in FORMULA_SIGNS


def guarded(value: Value) -> Value:
    """The value as a CSV file may hold it."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str) and begins_like_a_formula(value.lstrip("'")):
        return f"'{value}"
    return value


def write_csv(
    stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], line_end: str = "\r\n"
) -> int:
    """Write a table as CSV and say how many rows it had; NULL is an empty cell."""
    writer = csv.writer(stream, lineterminator=line_end)
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([guarded(value) for value in row])
        count += 1
    return count
