"""Tables without any rules whose rows begin with a code, in columns that leave no gutter.

Where the words of two columns come near each other, no empty gutter is left between them
(:mod:`extract.tables.alignment`); where words begin in all rows still tells the columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.grid import Grid, plain_grid
from extract.tables.wordstarts import CODE, begun_below, column_starts, is_head
from extract.text.clusters import Cluster
from extract.text.pieces import Printed, clusters_on, row_edges

# Fewer rows or columns than this are told by other means.
_ROWS, _COLUMNS = 3, 4
_BELOW = 1.5


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


def _columns(words: Sequence[Cluster], xs: Sequence[float]) -> set[int]:
    return {sum(x <= c.middle[0] for x in xs) - 1 for c in words}


__all__ = ["coded_grid"]
