"""Tables without rules whose rows run across: codes beside each other, numbers below each of them.

Alignment finds the rows of a table by its columns of numbers (:mod:`extract.tables.alignment`);
here the columns are told by its lines. Each code has exactly one number below it and each number
exactly one code above, or there is no table. The same goes for names of several lines beside each
other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.tables.columnheads import edges_of, joined_heads
from extract.tables.grid import Grid, plain_grid
from extract.tables.rowstarts import row_starts
from extract.text.pieces import (
    DASH,
    Piece,
    Printed,
    column_of,
    edge_cut,
    is_number,
    row_edges,
)

# Fewer codes beside each other than this are words of a sentence.
_LEAST = 2
# A line of numbers is no farther below the line above it than this, in letter heights.
_APART = 2.4
# The lines of one label are no farther apart than this.
_WITHIN = 1.6
# Fewer names beside each other than this may be of a table whose rows go down.
_MANY = 4
# A number stands this near its head, in shares of the space between two heads.
_SHARE = 0.5
_CODE = re.compile(r"^(?:ข้อ(?:ที่)?)?\(?[A-Z]{1,3}[\s.\-\u2013]?[0-9๐-๙]{1,2}\)?\.?$")
_SIGNED = re.compile(r"^[+\-\u2013\u2212]?\s?[0-9๐-๙]{1,3}\.[0-9๐-๙]+$")


def strips_of(lines: Sequence[Printed]) -> list[tuple[Grid, list[Printed]]]:
    """The strips of codes with numbers below, each with its lines."""
    found: list[tuple[Grid, list[Printed]]] = []
    at = 0
    while at < len(lines):
        taken, grid = _strip(lines[at:])
        if grid is not None:
            found.append((grid, list(lines[at : at + taken])))
        at += max(taken, 1)
    return found


def _strip(lines: Sequence[Printed]) -> tuple[int, Grid | None]:
    """How many lines a strip has that begins with the first, and its grid."""
    heads = _heads(lines[0])
    if not heads or len(lines) == 1:
        return 0, None
    first = next((n for n, line in enumerate(lines[1:3], 1) if _paired(heads, line)), None)
    if first is None:
        return 0, None
    xs = _edges(lines[0], heads, lines[first])
    if xs is None:
        return 0, None
    numbers: list[int] = []
    labels: list[int] = []
    count = 1
    for above, line in pairwise(lines):
        own = [p for p in line.pieces if p.x0 > xs[1] - 1]
        near = _APART if own else _WITHIN
        if line.y - above.y > near * line.size or not _fits(line, own, xs):
            break
        numbers += [count] if own else []
        labels += [count] if len(own) < len(line.pieces) else []
        count += 1
    starts = numbers if not labels else row_starts(lines[:count], numbers, labels, 0)[1:]
    if not starts or len(starts) != len(numbers):
        return 0, None
    return count, _grid_of(lines[:count], xs, [0, *starts])


def _heads(line: Printed) -> list[Piece]:
    """The codes of a line, words among or behind them (a mean's) and no number."""
    own = [n for n, p in enumerate(line.pieces) if _CODE.match(p.text)]
    heads = line.pieces[own[0] :] if own else []
    words = [p for p in heads if not _CODE.match(p.text)]
    plain = all(not any(letter.isdigit() for letter in p.text) for p in words)
    enough = len(own) >= max(_LEAST, 2 * len(words))
    return heads if enough and plain and own[0] <= 1 else []


def _paired(heads: Sequence[Piece], line: Printed) -> bool:
    """Whether a line has one number for each head, no farther from it than from the next."""
    numbers = line.pieces[-len(heads) :]
    if len(numbers) < len(heads) or not all(map(_is_value, numbers)):
        return False
    label = line.pieces[: -len(heads)]
    if len(label) > 1 or any(map(_is_value, label)):
        return False
    pitch = min(b.x0 - a.x0 for a, b in pairwise(heads))
    return all(abs(_middle(h) - _middle(n)) < _SHARE * pitch for h, n in _both(heads, numbers))


def _both(heads: Sequence[Piece], numbers: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    return list(zip(heads, numbers, strict=True))


def _middle(piece: Piece) -> float:
    return (piece.x0 + piece.x1) / 2


def _edges(head: Printed, heads: Sequence[Piece], line: Printed) -> list[float] | None:
    """The edges of the columns between the pairs of head and number; ``None`` where they touch."""
    pairs = _both(heads, line.pieces[-len(heads) :])
    labels = [p for one in (head, line) for p in one.pieces[: -len(heads)]]
    spans = [(min(h.x0, n.x0), max(h.x1, n.x1)) for h, n in pairs]
    left = min([spans[0][0], *(p.x0 for p in labels)]) - 2
    begins = (max((p.x1 for p in labels), default=left), *(end for _, end in spans))
    gaps = list(zip(begins, (start for start, _ in spans), strict=False))
    if any(start - end < 0 for end, start in gaps):
        return None
    return [left, *((end + start) / 2 for end, start in gaps), spans[-1][1] + 2]


def _fits(line: Printed, own: Sequence[Piece], xs: Sequence[float]) -> bool:
    """Whether a line is one of numbers, none of two in a column, with a label perhaps; or a label.

    A line of codes begins another strip.
    """
    if any(edge_cut(p, xs) for p in line.pieces) or not all(map(_is_value, own)):
        return False
    columns = [column_of(p, xs) for p in own]
    return len(line.pieces) <= len(own) + 1 and len(set(columns)) == len(columns)


def named_columns(lines: Sequence[Printed]) -> Grid | None:
    """A table of lines of numbers below names of several lines, one number for each name.

    The lines are all of the table; every one of them from the first number on has one in each
    column.
    """
    first = next((n for n, line in enumerate(lines) if _all_numbers(line)), 0)
    if not first or not all(map(_all_numbers, lines[first:])):
        return None
    xs = joined_heads(lines, edges_of(lines))
    if not xs:
        return None
    heads = {column_of(p, xs) for line in lines[:first] for p in line.pieces}
    if any(_is_value(p) for line in lines[:first] for p in line.pieces[1:]):
        return None
    for line in lines[first:]:
        held = [column_of(p, xs) for p in line.pieces]
        if held != [*range(len(xs) - 1)] or set(held[1:]) - heads:
            return None
    return _grid_of(lines, xs, [0, *range(first, len(lines))])


def _all_numbers(line: Printed) -> bool:
    """Whether a line is a label and several numbers with decimals."""
    numbers = line.pieces[1:]
    decimals = all(is_number(p.text, decimals=True) for p in numbers)
    return len(numbers) >= _MANY and decimals and not _is_value(line.pieces[0])


def _is_value(piece: Piece) -> bool:
    text = piece.text.replace(" ", "")
    return bool(is_number(text) or _SIGNED.match(text) or DASH.match(text))


def _grid_of(lines: Sequence[Printed], xs: Sequence[float], starts: Sequence[int]) -> Grid:
    """A grid with a row from each of the lines that begin one."""
    return plain_grid(xs, row_edges(lines, starts[1:]))


__all__ = ["named_columns", "strips_of"]
