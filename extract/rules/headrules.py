"""Columns of tables that draw cross rules only, by the names at their head.

A heavy rule above and below the names of the columns, a thin one or a coloured band between rows:
nothing is drawn between columns, and words of two of them may come near each other. Each column's
words begin where its name does; where that holds all the way down, the names tell the columns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Content, Segment
from extract.model import Box
from extract.rules.centred import centred_starts
from extract.rules.crossrules import CrossRules, cross_rules, is_parted, is_ruled, within
from extract.rules.stripecells import cells_within, shaded_cells, striped_edges
from extract.tables.wordstarts import (
    Row,
    begun_below,
    column_starts,
    head_above,
    is_band,
    is_head,
    middle_starts,
)
from extract.text.clusters import Cluster
from extract.text.margins import margin
from extract.text.pieces import (
    begins_with_group,
    clusters_on,
    is_crowded,
    is_number,
    printed_lines,
    runs_over,
    spaced,
)

# Fewer columns than this are told by other means.
_COLUMNS = 4
_SLACK = 3.0
# Shorter rules are no cell's.
_CELL = 20.0
# A row of names is no higher than this. Words begin below a name within this of its left end.
_HEAD = 60.0
# What programs round off of places; words that begin together may be so far apart.
_ROUNDED = 0.05
_BELOW = 1.5
# A band has no more lines than this.
_BAND = 3
# Letters nearer than this, in em, are of one word, and words nearer than that of one name.
_TOUCH, _NAMES = 0.12, 0.7
# Letters of one word follow each other nearer than this, in em; cells leave more room.
_ONE = 0.03
# In this share of the rows words begin below the name of a column.
_SHARE = 0.5
# The room left before words in a cell, in points.
_PADDING = 8.0


def named_rules(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The upright rules that tables with cross rules only leave to be imagined."""
    found: list[Segment] = []
    cells = shaded_cells(content)
    dark = [s.box for s in content.shades if not s.white]
    edge = margin(content.height)
    for ladder in cross_rules(content, words):
        edges = striped_edges(ladder, cells)
        plain = not any(_is_part(box, ladder) for box in cells_within(ladder, dark))
        # Names are bold, or what stands first; a page may go on without them.
        # The rule below a running head begins no table.
        above = ladder.rows[0][0] < edge and not ladder.rows[0][2]
        first = 1 if above and len(ladder.rows) > 1 else 0
        heads = [i for i, row in enumerate(ladder.rows) if _starts(row, plain=i == first)]
        for at, after in pairwise([*(heads or [first]), len(ladder.rows)]):
            rows = ladder.rows[at:after]
            told = _by_rows(ladder, rows, words, content.segments, plain=plain)
            told = told or (_columns(ladder, rows, content.segments) if heads else [])
            found += [_at_shade(s, edges) for s in told]
    return found


def _is_part(box: Box, ladder: CrossRules) -> bool:
    """Whether a shaded area is as wide as some columns only."""
    return _CELL < box.width < ladder.right - ladder.left - _CELL


def _at_shade(rule: Segment, edges: Sequence[float]) -> Segment:
    """An upright rule that is only told, at the edge of shaded cells before its words."""
    near = [x for x in edges if rule.at - _PADDING <= x <= rule.at]
    return rule if rule.horizontal or not near else replace(rule, at=max(near))


def _by_rows(
    ladder: CrossRules,
    rows: Sequence[Row],
    words: Sequence[Cluster],
    drawn: Sequence[Segment],
    *,
    plain: bool,
) -> list[Segment]:
    """The upright rules that the words of all rows tell, with the rule above a head without one.

    ``plain``: no cells are shaded.
    """
    if not rows or is_ruled(ladder.left, ladder.right, rows[0][0], rows[-1][1], drawn):
        return []
    if any(_cut_within(row, ladder, drawn) for row in rows):
        return []
    head, above = rows[0][2] if is_head(rows[0][2]) else [], []
    begun = begun_below(rows[1:] if head else rows, ladder.left)
    if begun and not head:
        head = above = head_above(within(words, ladder.left, ladder.right), rows[0][0])
    starts = column_starts(head, begun, ladder.left)
    fits = bool(starts) and _fit(rows, starts, begun, ladder)
    # Shaded cells tell more than where names begin.
    if not fits and head and plain and _one_number_each(rows[1:], drawn):
        starts = column_starts(head, begun, ladder.left, wider=True)
        fits = bool(starts) and _fit(rows, starts, begun, ladder)
    if not fits and head and plain and not any(is_parted(row, ladder, drawn) for row in rows):
        starts = middle_starts(head, begun, rows[0 if above else 1 :], ladder.left)
        fits = bool(starts) and _fit(rows, starts, starts, ladder)
    if not fits:
        return []
    starts = centred_starts(rows, starts)
    xs = _edges(starts, ladder)
    found: list[Segment] = []
    if above:
        top = min(c.box.top for c in above)
        found += [Segment(True, top, ladder.left, ladder.right)]
        found += [Segment(False, x, top, rows[0][0]) for x in xs]
    for top, bottom, own in rows:
        edges = _uncrossed(own, xs) if _is_whole((top, bottom, own), starts) else xs
        found += [Segment(False, x, top, bottom) for x in edges]
    return found


def _edges(starts: Sequence[float], ladder: CrossRules) -> list[float]:
    return [ladder.left, *(x - _BELOW for x in starts[1:]), ladder.right]


def _fit(
    rows: Sequence[Row], starts: Sequence[float], begun: Collection[float], ladder: CrossRules
) -> bool:
    """Whether no column has stretches of words beside each other, and a wider name numbers only."""
    xs = _edges(starts, ladder)
    if any(is_crowded(words, xs) for _, _, words in rows):
        return False
    wider = [
        (a, b)
        for a, b in pairwise([*starts[1:], ladder.right])
        if all(abs(a - x) > _ROUNDED for x in begun)
    ]
    body = [row[2] for row in rows[1:] if not any(runs_over(row[2], a, _TOUCH) for a, _ in wider)]
    own = ([c for c in w if a <= c.middle[0] < b] for a, b in wider for w in body)
    return all(is_number(p.text) for w in own for n in printed_lines(w) for p in n.pieces)


def _one_number_each(rows: Sequence[Row], drawn: Sequence[Segment]) -> bool:
    """Whether no row, where rules of some columns part it each part, has numbers below another."""
    for top, low, words in rows:
        within = sorted(s.at for s in drawn if s.horizontal and top < s.at < low)
        for a, b in pairwise([top, *within, low]):
            lines = printed_lines([c for c in words if a < c.middle[1] < b])
            numbers = [p for n in lines for p in n.pieces if is_number(p.text, decimals=True)]
            numbers.sort(key=lambda p: p.x0)
            if any(y.x0 < x.x1 for x, y in pairwise(numbers)):
                return False
    return True


def _uncrossed(words: Sequence[Cluster], xs: Sequence[float]) -> list[float]:
    """The edges of the cells of a row whose words run over columns.

    A name over several columns of a header leaves the others; a band has one cell.
    """
    band = all(len(line.pieces) == 1 for line in printed_lines(words))
    inner = [x for x in xs[1:-1] if not band and not runs_over(words, x, _TOUCH)]
    return [xs[0], *inner, xs[-1]]


def _cut_within(row: Row, ladder: CrossRules, drawn: Sequence[Segment]) -> bool:
    """Whether rules of single cells part a row, as where rules are drawn cell by cell.

    One that begins or ends with the table parts the rows of some columns beside merged cells.
    """
    return any(
        s.horizontal
        and row[0] + _SLACK < s.at < row[1] - _SLACK
        and s.end - s.start > _CELL
        and ladder.left + _SLACK < s.start
        and s.end < ladder.right - _SLACK
        for s in drawn
    )


def _starts(row: Row, *, plain: bool = False, near: bool = False) -> list[float]:
    """Where the names begin if a row is one of names: beside each other, bold or ``plain``.

    ``near``: those of narrow columns stand as near to each other as words of one name may.
    """
    top, bottom, words = row
    if not words or bottom - top > _HEAD or not (plain or all(c.bold for c in words)):
        return []
    printed = printed_lines(words)
    lines = [line.pieces for line in printed]
    if near:
        lines = [spaced(clusters_on(n, words), _NAMES, n.size) for n in printed]
    starts: list[float] = []
    for x in sorted(p.x0 for pieces in lines for p in pieces):
        if not starts or x - starts[-1] > _BELOW:
            starts.append(x)
    most = max(map(len, lines))
    return starts if len(starts) == most >= _COLUMNS else []


def _columns(ladder: CrossRules, rows: Sequence[Row], drawn: Sequence[Segment]) -> list[Segment]:
    """The upright rules of a table, its row of names first; none where words do not keep to it."""
    ways = (_starts(rows[0], plain=True, near=near) for near in (True, False))
    return next((told for starts in ways if (told := _told(ladder, rows, starts, drawn))), [])


def _told(
    ladder: CrossRules, rows: Sequence[Row], starts: list[float], drawn: Sequence[Segment]
) -> list[Segment]:
    """The upright rules at the beginnings of names, where words keep to these."""
    body = _above_text(rows[1:], starts)
    while body and not body[-1][2]:
        body.pop()
    top, bottom = rows[0][0], body[-1][1] if body else rows[0][1]
    if is_ruled(ladder.left, ladder.right, top, bottom, drawn):
        return []
    whole = [(row, _is_whole(row, starts)) for row in body]
    parted = [row for row, merged in whole if not merged]
    # The names of groups are whole in any table.
    others = [row for row, merged in whole if merged and not begins_with_group(row[2])]
    if not parted or len(parted) < len(others) or not _kept(parted, starts):
        return []
    centred = centred_starts([rows[0], *body], starts)
    if centred != starts:
        whole = [(row, _is_whole(row, centred)) for row in body]
        parted = [row for row, merged in whole if not merged]
    xs = _edges(centred, ladder)
    if any(is_crowded(words, xs) for _, _, words in [rows[0], *parted]):
        return []
    found: list[Segment] = []
    for (above, below, _), merged in [(rows[0], False), *whole]:
        edges = (xs[0], xs[-1]) if merged else xs
        found += [Segment(False, x, above, below) for x in edges]
    return found


def _above_text(rows: Sequence[Row], starts: Sequence[float]) -> list[Row]:
    """The rows above paragraphs that run over the columns; their headings go with those."""
    kept: list[Row] = []
    for row in rows:
        if _is_whole(row, starts) and len(printed_lines(row[2])) > _BAND:
            while kept and _is_whole(kept[-1], starts):
                kept.pop()
            break
        kept.append(row)
    return kept


def _is_whole(row: Row, starts: Sequence[float]) -> bool:
    """Whether the words of a row run over the left end of a column, as those of a band do."""
    if is_band(row[2]):
        # A band's words may part where a column begins; what begins there may be the end of a cell.
        return not _in_column(row[2], starts)
    words = sorted(row[2], key=lambda c: (round(c.y), c.x0))
    for x in starts[1:]:
        if any(c.x0 < x - _BELOW and c.x1 > x + _BELOW for c in words):
            return True
        for a, b in pairwise(words):
            gap = b.x0 - a.x1
            joined = abs(a.y - b.y) < 1 and a.x1 <= x + 1 < b.x1 and gap < _TOUCH * b.size
            # A letter that follows the one before without any gap begins no cell, wherever it is.
            if joined and (abs(b.x0 - x) > _BELOW or gap < _ONE * b.size):
                return True
    return len(starts) > 1 and bool(words) and max(c.x1 for c in words) < starts[1] - _BELOW


def _in_column(words: Sequence[Cluster], starts: Sequence[float]) -> bool:
    """Whether words begin where a column does, not the first, and end before the next one."""
    begin, end = min(c.x0 for c in words), max(c.x1 for c in words)
    bounds = pairwise([*starts[1:], float("inf")])
    return any(abs(begin - x) < _BELOW and end < after for x, after in bounds)


def _kept(rows: Sequence[Row], starts: Sequence[float]) -> bool:
    """Whether words begin below each name, in most rows."""
    for x in starts:
        begun = sum(any(abs(c.x0 - x) < _BELOW for c in words) for _, _, words in rows)
        if begun < _SHARE * len(rows):
            return False
    return True


__all__ = ["named_rules"]
