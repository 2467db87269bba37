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
    """Where the columns begin in rows of a code, words and one number each, the first at ``left``.

    Such rows say without names what they are; empty where a row holds anything else.
    """
    titles: list[Piece] = []
    numbers: list[Piece] = []
    for _, _, words in rows:
        lines = [spaced(clusters_on(n, words), _APART, n.size) for n in printed_lines(words)]
        own = [p for pieces in lines for p in pieces if is_number(p.text, decimals=True)]
        rest = [[p for p in pieces if p not in own] for pieces in lines]
        if len(own) != 1 or not rest[0] or not _ONLY_CODE.fullmatch(rest[0][0].text):
            return []
        titles += rest[0][1:] + [p for pieces in rest[1:] for p in pieces]
        numbers += own
        if len(rest[0]) != _LEAST or any(len(pieces) > 1 for pieces in rest[1:]):
            return []
    starts = [min((p.x0 for p in own), default=left) for own in (titles, numbers)]
    apart = all(p.x0 - starts[0] <= _BELOW and p.x1 < starts[1] for p in titles)
    return [left, *starts] if apart and left < starts[0] < starts[1] else []


def _columns(words: Sequence[Cluster], xs: Sequence[float]) -> set[int]:
    return {sum(x <= c.middle[0] for x in xs) - 1 for c in words}


__all__ = ["coded_grid", "coded_starts"]
