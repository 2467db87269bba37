"""Rows of a table that a page end leaves open: no rule is drawn below its last row on the page.

Nor is one drawn above the rest of a row that the end of the page before cut in two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.content import Content, Segment
from extract.tables.grid import Grid, plain_grid
from extract.tables.runs import levels_of
from extract.text.clusters import Cluster, held_by
from extract.text.margins import margin
from extract.text.pieces import (
    Piece,
    Printed,
    clusters_on,
    column_of,
    edge_cut,
    printed_lines,
    spaced,
)

# The words of a lone row stand in so many columns.
_COLUMNS = 3
# ... those of the rest of a row in so many.
_SEVERAL = 2
# So many cross rules between rows show that all rows have one; they are where rows part.
_RULED, _AT = 3, 3.0
# The next line of a row is no farther, in letter heights; words are so far apart.
_NEXT, _WORD = 1.9, 0.3
# A score or a code.
_KEY = re.compile(r"^(?:\d{1,3}\.\d{1,2}|\(?[A-Z]\d{1,2}\)?)$")


def last_rows(
    grids: Sequence[Grid], clusters: Sequence[Cluster], segments: Sequence[Segment]
) -> list[Grid]:
    """The rows below the last of some tables' cross rules, which the page end leaves open."""
    rules = levels_of(segments)
    above = [g for g in grids if _all_ruled(g, rules) and _goes_on(g, clusters)]
    if not above:
        return []
    outside = [c for c in clusters if not any(g.box.holds(*c.middle) for g in grids)]
    lines = printed_lines(outside)
    found = (_last_row(g, lines, outside) for g in above)
    return [g for g in found if g is not None]


def _all_ruled(grid: Grid, rules: Sequence[float]) -> bool:
    """Whether a rule is drawn between all rows, but for one."""
    drawn = sum(any(abs(y - at) < _AT for at in rules) for y in grid.ys[1:-1])
    return drawn >= max(_RULED, len(grid.ys) - 3)


def _goes_on(above: Grid, clusters: Sequence[Cluster]) -> bool:
    """Whether a word stands on the next line below a table."""
    bottom = above.ys[-1]
    below = [c for c in clusters if c.y > bottom]
    return any(c.y - bottom <= _NEXT * c.size and not c.text.isspace() for c in below)


def _last_row(above: Grid, lines: Sequence[Printed], clusters: Sequence[Cluster]) -> Grid | None:
    """The row below the last of a table's cross rules, which the page end leaves open.

    Where a rule is drawn between all rows, what stands in the columns below the last one is one
    row, however many lines it has.
    """
    xs, bottom = above.xs, above.ys[-1]
    last = bottom
    used: set[int] = set()
    keyed: set[int] = set()
    for line in (line for line in lines if line.y > bottom):
        words = spaced(clusters_on(line, clusters), _WORD)
        if line.y - last > _NEXT * line.size or any(edge_cut(w, xs) for w in words):
            break
        at = Counter(column_of(w, xs) for w in words)
        alone = (w for w in words if at[column_of(w, xs)] == 1)
        keys = {column_of(w, xs) for w in alone if _KEY.match(w.text.replace(" ", ""))}
        if keys & keyed:
            # A second score or code by itself in a column is another row's.
            return None
        keyed |= keys
        used |= {*at}
        last = line.y + 0.4 * line.size
    return plain_grid(xs, (bottom, last)) if len(used) >= _COLUMNS else None


def first_rows(grids: Sequence[Grid], clusters: Sequence[Cluster], content: Content) -> list[Grid]:
    """The rest of a row that the page before cut, above the first of a table's cross rules.

    Or a row of its own, with the code and numbers that the row below has, where no rule is drawn
    at the head of a page. Nothing else stands above it, and the table has no header below it.
    """
    first = min(grids, key=lambda g: g.ys[0], default=None)
    if first is None or len(first.xs) <= _COLUMNS:
        return []
    shades = (s.box for s in content.shades if not s.white)
    edges = [y for box in shades for y in (box.top, box.bottom)]
    if not _all_ruled(first, [*levels_of(content.segments), *edges]):
        return []
    begun = held_by(first.row_box(0), clusters)
    keys = _keys(_words_of(printed_lines(begun), begun), first.xs)
    if not keys:
        return []
    above = [c for c in clusters if c.y < first.ys[0]]
    rest: list[Printed] = []
    low = first.ys[0]
    lines = printed_lines(above)
    while lines and low - lines[-1].y <= _NEXT * lines[-1].size:
        rest.insert(0, lines.pop())
        low = rest[0].y
    if any(n.y > margin(content.height) for n in lines):
        return []
    words = _words_of(rest, above)
    if any(edge_cut(w, first.xs) for w in words) or _keys(words, first.xs) not in ({}, keys):
        return []
    if len({column_of(w, first.xs) for w in words}) < _SEVERAL:
        return []
    return [plain_grid(first.xs, (rest[0].y - rest[0].size, first.ys[0]))]


def _words_of(lines: Sequence[Printed], clusters: Sequence[Cluster]) -> list[Piece]:
    """The words of some lines."""
    return [word for line in lines for word in spaced(clusters_on(line, clusters), _WORD)]


def _keys(words: Sequence[Piece], xs: Sequence[float]) -> Counter[int]:
    """In which columns codes and numbers stand, and how many."""
    return Counter(column_of(w, xs) for w in words if _KEY.match(w.text))
