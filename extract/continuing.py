"""Whether a part of a table goes on with the table printed before it, on its page or the last.

Parts are of one table when their columns agree, or when one begins at the top of the next page with
the names of the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from extract.cutwords import JoinedCell
from extract.layout import Part
from extract.model import Row

_COLUMN_SLACK = 4.0
#: Outer edges of one table differ by no more than this.
EDGE_SLACK = 8.0
# Space between two parts on one page that may still be one table, in points.
_NEAR = 60.0
# ... and that may part them where they have other columns.
_CLOSE = 14.0
# The edges of one column, and how near a part of one stands that goes on with a table of several.
_LONE, _TOUCHING = 2, 3.0
# A row of so many names is a header.
_NAMES = 3
# How alike the words of a header are where some letters were misread. What fewer cells say may be
# a band, and bands of two sections differ in a word.
_ALIKE, _ALIKE_BAND = 0.8, 0.92
# A number with the letter before it: "I4" is not "E4".
_DIGITS = re.compile(r"[A-Z]?\d+")
# Letters of codes and the side that was asked: two headers that differ in them are not the same.
_TELLING = re.compile(r"[A-Za-z]+|ภายใน|ภายนอก")


@dataclass(slots=True)
class Building:
    """A logical table while parts are added to it; ``over``: its first rows above the header."""

    xs: list[float]
    parts: list[Part] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    cells: list[JoinedCell] = field(default_factory=list)
    header_rows: int = 0
    header: list[str] = field(default_factory=list)
    over: int = 0


def continues(table: Building, part: Part) -> bool:
    """Whether a part is more of the table printed before it."""
    last = table.parts[-1]
    xs, others = table.xs, list(part.grid.xs)
    if _without_merged(table, part) or under_same_names(table, part):
        return True
    if abs(xs[0] - others[0]) > EDGE_SLACK or abs(xs[-1] - others[-1]) > EDGE_SLACK:
        return False
    if part.page == last.page + 1 and _same_rules(last.grid.xs, others, xs):
        return True
    few, many = sorted((xs[1:-1], others[1:-1]), key=len)
    if not all(any(abs(x - y) <= _COLUMN_SLACK for y in many) for x in few):
        return False
    if part.page == last.page:
        # With space between, other columns are another table's, though some rules agree.
        gap = part.grid.ys[0] - last.grid.ys[-1]
        if len(others) == _LONE and len(part.grid.ys) > _LONE:
            # A frame with a head of its own, below a table as wide.
            return gap < _TOUCHING
        return gap < (_NEAR if len(xs) == len(others) else _CLOSE)
    return part.page == last.page + 1 or bool(few)


def touches(table: Building, part: Part) -> bool:
    """Whether a part stands on its page right below a table's last one, with the same columns.

    What was read between the two stands beside them.
    """
    last = table.parts[-1]
    if part.page != last.page or len(part.grid.xs) != len(last.grid.xs):
        return False
    near = abs(part.grid.ys[0] - last.grid.ys[-1]) < _TOUCHING
    return near and all(abs(a - b) < 1 for a, b in zip(last.grid.xs, part.grid.xs, strict=True))


def under_same_names(table: Building, part: Part) -> bool:
    """Whether a part begins at the next page's top with the table's header, in as many columns.

    Where no rules are drawn the edges of the columns lie where each page's words leave room.
    """
    again = part.page == table.parts[-1].page + 1 and len(part.grid.xs) == len(table.xs)
    return again and header_again(table, part) > 0


def _same_rules(last: Sequence[float], below: Sequence[float], first: Sequence[float]) -> bool:
    """Whether a part has the columns of the one above it, which may have moved from the first's."""
    if not len(last) == len(below) == len(first):
        return False
    return all(
        abs(a - b) <= _COLUMN_SLACK and abs(b - c) <= EDGE_SLACK
        for a, b, c in zip(last, below, first, strict=True)
    )


def _without_merged(table: Building, part: Part) -> bool:
    """Whether a part lacks the first columns because a merged cell of theirs goes on there.

    Some programs draw nothing of a cell that fills its columns from page end to page end.
    """
    xs, others = table.xs, list(part.grid.xs)
    first = next((i for i, x in enumerate(xs) if abs(x - others[0]) <= _COLUMN_SLACK), 0)
    if part.page != table.parts[-1].page + 1 or first == 0 or len(others) < 3:
        return False
    if len(xs) - first != len(others):
        return False
    if any(abs(x - y) > _COLUMN_SLACK for x, y in zip(xs[first:], others, strict=True)):
        return False
    above = table.parts[-1].grid.xs
    if len(above) == len(others) and abs(above[0] - others[0]) <= _COLUMN_SLACK:
        return True
    bottom = bottom_cells(table)
    merged = [c for c in bottom if c.column < first and (c.row_span > 1 or c.last.cell.open_bottom)]
    return {column for c in merged for column in range(c.column, c.column + c.column_span)} >= set(
        range(first)
    )


def row_text(part: Part, row: int) -> str:
    """What the cells of a row say, for comparison."""
    return "|".join(c.text.replace("\n", "") for c in part.cells if c.cell.row == row)


def header_again(table: Building, part: Part) -> int:
    """How many first rows of the part print the table's header again."""
    if _is_form(table, part):
        return 0
    count = 0
    for row, known in enumerate(table.header[: len(part.grid.ys) - 1]):
        if not _same_header(row_text(part, row), known, row):
            break
        count += 1
    # A header cell that spans rows takes its rows along.
    spans = [c.cell.row + c.cell.row_span for c in part.cells if c.cell.row < count]
    return max(spans, default=0)


def rows_over_header(table: Building, part: Part) -> int:
    """How many rows of the first page stand over the header that a part prints again.

    A line between a heading and the names of columns may have been taken for a row.
    """
    again = row_text(part, 0)
    filled = again.count("|") >= _NAMES - 1 and all(again.split("|"))
    for over, known in enumerate(table.header[1:3], 1):
        if filled and known == again and not _DIGITS.search(known):
            return over
    return 0


def _is_form(table: Building, part: Part) -> bool:
    """Whether a part repeats the labels down the side, below its first row too: another form.

    What its first row says is an answer, though the form before says the same.
    """
    if len(part.grid.xs) != 3:
        return False
    known = {c.text for c in table.cells if c.column == 0}
    labels = [c.text for c in part.cells if c.cell.row > 0 and c.cell.column == 0 and c.text]
    return len(labels) >= 2 and all(label in known for label in labels)


def _same_header(text: str, known: str, row: int) -> bool:
    """Alike but for misread letters; numbers and names must agree: sections differ in them."""
    if not known.replace("|", "") or (row > 0 and "|" not in known):
        return False
    if any(found.findall(text) != found.findall(known) for found in (_DIGITS, _TELLING)):
        return False
    # Blank cells may be merged with those above them on one page and not on the next.
    again, names = _filled(text), _filled(known)
    least = _ALIKE if names.count("|") >= _NAMES - 1 else _ALIKE_BAND
    return Levenshtein.normalized_similarity(again, names) >= least


def _filled(text: str) -> str:
    """What the filled cells of a row say, with a bar between two."""
    return "|".join(cell for cell in text.split("|") if cell)


def bottom_cells(table: Building) -> list[JoinedCell]:
    """The cells that reach into the last row so far."""
    return [c for c in table.cells if c.row + c.row_span == len(table.rows)]


__all__ = [
    "EDGE_SLACK",
    "Building",
    "bottom_cells",
    "continues",
    "header_again",
    "row_text",
    "rows_over_header",
    "touches",
    "under_same_names",
]
