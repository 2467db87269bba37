"""Tables without any rules whose rows begin with a code, in columns that leave no gutter.

Where the words of two columns come near each other, no empty gutter is left between them
(:mod:`extract.tables.alignment`); where words begin in all rows still tells the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.tables.grid import Grid, plain_grid
from extract.tables.wordstarts import CODE, Row, begun_below, column_starts, is_head
from extract.text.clusters import Cluster
from extract.text.pieces import (
    Piece,
    Printed,
    clusters_on,
    is_number,
    printed_lines,
    row_edges,
    spaced,
)

# Fewer rows or columns than this are told by other means.
_ROWS, _COLUMNS = 3, 4
_BELOW = 1.5
# A code and words behind it are this far apart, in em, if they are columns.
_LEAST, _APART = 2, 0.55
# Rows with more numbers are told by the names above them.
_MOST = 3
_ONLY_CODE = re.compile(r"\(?[A-Z]\s?\d{1,2}\)?")


def coded_grid(lines: Sequence[Printed], clusters: Sequence[Cluster]) -> Grid | None:
    """The grid of lines below a head of names, a row from each code in front; ``None`` if none is.

    Beside each code words begin in every column.
    """
    codes = [i for i, line in enumerate(lines) if CODE.match(line.pieces[0].text)]
    if len(codes) < _ROWS or not codes[0]:
        return None
    held = [clusters_on(line, clusters) for line in lines]
    head = [c for own in held[: codes[0]] for c in own]
    body = [c for own in held[codes[0] :] for c in own]
    left, right = min(c.x0 for c in body) - 2, max(c.x1 for c in [*head, *body]) + 2
    ys = row_edges(lines, codes)
    begun = begun_below([(ys[1], ys[-1], body)], left) if is_head(head) else {}
    starts = column_starts(head, begun, left)
    xs = [left, *(x - _BELOW for x in starts[1:]), right]
    whole = all(_columns(held[i], xs) == {*range(len(xs) - 1)} for i in codes)
    if len(starts) < _COLUMNS or not whole:
        return None
    return plain_grid(xs, ys)


def coded_starts(rows: Sequence[Row], left: float) -> list[float]:
    """Where the columns begin in rows of a code, words and as many numbers each.

    The first begins at ``left``. Such rows say without names what they are; empty where a row
    holds anything else.
    """
    titles: list[Piece] = []
    numbers: list[list[Piece]] = []
    for _, _, words in rows:
        lines = [spaced(clusters_on(n, words), _APART, n.size) for n in printed_lines(words)]
        first, *others = [[p for p in own if not _is_score(p)] for own in lines]
        if len(first) != _LEAST or not _ONLY_CODE.fullmatch(first[0].text):
            return []
        if any(len(pieces) > 1 for pieces in others):
            return []
        titles += first[1:] + [p for pieces in others for p in pieces]
        numbers.append(
            sorted((p for own in lines for p in own if _is_score(p)), key=lambda p: p.x0)
        )
    if not numbers or not 1 <= len(numbers[0]) <= _MOST or len({len(own) for own in numbers}) > 1:
        return []
    columns = [titles, *(list(column) for column in zip(*numbers, strict=True))]
    starts = [min(p.x0 for p in own) for own in columns]
    ends = [max(p.x1 for p in own) for own in columns]
    apart = all(end < start for end, start in zip(ends, starts[1:], strict=False))
    level = all(p.x0 - starts[0] <= _BELOW for p in titles)
    return [left, *starts] if apart and level and left < starts[0] else []


def _is_score(piece: Piece) -> bool:
    return is_number(piece.text, decimals=True)


def _columns(words: Sequence[Cluster], xs: Sequence[float]) -> set[int]:
    return {sum(x <= c.middle[0] for x in xs) - 1 for c in words}


__all__ = ["coded_grid", "coded_starts"]
