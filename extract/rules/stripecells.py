"""Tables that shade some rows cell by cell, and draw cross rules only between the others.

The shaded cells show where the columns part; so they do in the rows between them, as long as no
words run over an edge there. Rows that go on on the next page have the columns of those before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.content import Content, Segment
from extract.model import Box
from extract.rules.crossrules import CrossRules, cross_rules, in_one_piece
from extract.tables.wordstarts import Row, is_head
from extract.text.clusters import Cluster, letters_of
from extract.text.margins import margin
from extract.text.pieces import columns_held, runs_over

# Edges this near to each other are one; a cell is no narrower, nor lower.
_SLACK, _LEAST = 3.0, 8.0
# Fewer columns than this are told by other means.
_COLUMNS = 3
# Pieces of one rule are no farther from each other, in points.
_TOUCHING = 1.0
# Letters nearer than this, in em, run on.
_TOUCH = 0.12
# Rows of shaded cells, those without a shade or an upright rule, and others.
_STRIPE, _BARE, _OTHER = "stripe", "bare", "other"


def striped_columns(
    content: Content, words: Sequence[Cluster], before: Sequence[float] = ()
) -> list[Segment]:
    """The upright rules that rows without a shade leave to be imagined.

    Args:
        content: a page with all the rules that are drawn on it or told otherwise.
        words: what is printed on it.
        before: the edges of the columns of the table that the page before ends in.
    """
    cells = shaded_cells(content)
    if not cells and not before:
        return []
    found: list[Segment] = []
    edge = margin(content.height)
    head = letters_of(words).next_below(edge) or 0.0
    upright = [s for s in content.segments if not s.horizontal]
    across = in_one_piece(content.segments, _TOUCHING)
    whole = replace(content, segments=[*upright, *across])
    for ladder in cross_rules(whole, words, tiled=True):
        own = cells_within(ladder, cells)
        top = ladder.rows[0][0] < head
        xs, rows = [*before], ladder.rows
        if own:
            xs, rows = striped_edges(ladder, own), [*_between(ladder, own, top=top)]
        elif not top or not _goes_on(ladder, before):
            continue
        for row in rows if len(xs) > _COLUMNS else []:
            if _keeps(row, xs, rest=top and row is ladder.rows[0]):
                found += [Segment(False, x, row[0], row[1]) for x in xs]
    return found


def shaded_cells(content: Content) -> list[Box]:
    """The coloured areas of a page that are not too small for a cell."""
    dark = (s.box for s in content.shades if not s.white)
    return [box for box in dark if box.width > _LEAST and box.height > _LEAST]


def cells_within(ladder: CrossRules, cells: Sequence[Box]) -> list[Box]:
    """Those of some areas that lie between the ends of cross rules, or reach in."""
    return [b for b in cells if b.x0 < ladder.right and b.x1 > ladder.left]


def striped_edges(ladder: CrossRules, cells: Sequence[Box]) -> list[float]:
    """The edges of the columns, by several rows of shaded cells beside each other, or none.

    One such row tells as much where it is the first and names the columns.
    """
    rows = [xs for row in ladder.rows if (xs := tiles_of(row, ladder, cells))]
    most = max(rows, key=len, default=[])
    alike = all(any(abs(x - y) <= _SLACK for y in most) for xs in rows for x in xs)
    head = bool(tiles_of(ladder.rows[0], ladder, cells)) and is_head(ladder.rows[0][2])
    return most if alike and (len(rows) > 1 or head) else []


def tiles_of(row: Row, ladder: CrossRules, cells: Sequence[Box]) -> list[float]:
    """The edges of the cells at the top of a row where they fill it from end to end."""
    at = row[0] + _SLACK
    xs = [ladder.left]
    for left, right in sorted({(b.x0, b.x1) for b in cells if b.top < at < b.bottom}):
        if abs(left - xs[-1]) > _SLACK:
            return []
        xs.append(right)
    return xs if abs(xs[-1] - ladder.right) <= _SLACK else []


def _between(ladder: CrossRules, cells: Sequence[Box], *, top: bool) -> Iterator[Row]:
    """The rows without a shade between shaded ones, at the foot of the table, or of its page."""
    kinds = [
        _STRIPE if tiles_of(row, ladder, cells) else _BARE if bare else _OTHER
        for row, bare in zip(ladder.rows, ladder.bare, strict=True)
    ]
    end = 0
    for kind, run in groupby(kinds):
        start, end = end, end + len([*run])
        begun = kinds[start - 1] == _STRIPE if start else top
        ended = end == len(kinds) or kinds[end] == _STRIPE
        if kind == _BARE and begun and ended:
            yield from ladder.rows[start:end]


def _goes_on(ladder: CrossRules, before: Sequence[float]) -> bool:
    """Whether cross rules with nothing between them end where the columns of a table before did."""
    if not before or not all(ladder.bare):
        return False
    first = ladder.rows[0][2]
    if is_head(first) and len(columns_held(first, before)) >= len(before) - 2:
        return False
    ends = abs(before[0] - ladder.left), abs(before[-1] - ladder.right)
    return max(ends) <= _SLACK


def _keeps(row: Row, xs: Sequence[float], *, rest: bool) -> bool:
    """Whether words keep to the columns: in several, or what may be the ``rest`` of a row cut."""
    if any(runs_over(row[2], x, _TOUCH) for x in xs[1:-1]):
        return False
    return len(columns_held(row[2], xs)) >= (1 if rest else _COLUMNS)


__all__ = ["cells_within", "shaded_cells", "striped_columns", "striped_edges", "tiles_of"]
