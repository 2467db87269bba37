"""Upright rules that a table leaves to be imagined: between its rows it draws rules, else none.

Made by word processors and style sheets that draw a rule under each row and nothing between the
columns. Text that lines up shows columns too (:mod:`extract.tables.alignment`), but not where the
words of two columns come near each other. Where they part is said by the shaded cells of the
header, or by the cross rules themselves where they are drawn cell by cell.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import itemgetter

from extract.content import Content, Segment, Shade
from extract.rules.chains import (
    COLUMNS,
    SLACK,
    chain_of,
    levels_of,
    next_header,
    pieced_rules,
    same_edges,
    shaded_headers,
)
from extract.rules.ruleplaces import CrossRules, UprightRules
from extract.rules.sharednames import names_several, partial_rules, sides_of_names
from extract.tables.wordstarts import is_band
from extract.text.clusters import Cluster, letters_of
from extract.text.pieces import (
    clusters_by_line,
    columns_held,
    is_crowded,
    is_number,
    is_wordy,
    names_group,
    printed_lines,
    runs_over,
)

# A band is at most this high.
_HEAD = 80.0
# So many columns in front may hold cells merged over rows.
_FRONT = 2
# A row of so many lines may hold several, and names of groups between these.
_TALL = 4
# A height, and the edges of what is drawn there from cell to cell.
_Level = tuple[float, list[float]]
# No page has so many headers: that many rows of shades are a drawing.
_MOST = 300
# So many rules show where those of a table end.
_EVEN = 3
# Words nearer to each other than this, in em, are words of one cell.
_NEAR, _TOUCH = 0.4, 0.15


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands between two cross rules.

    ``merged``: its words run over an edge of columns; ``shared``: a rule below some of them says
    that these are names of several columns; ``crowded``: some of them stand far from each other in
    one column.
    """

    top: float
    low: float
    beside: bool
    merged: bool
    shared: bool
    band: bool
    crowded: bool


def columns_below(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The columns of a header, or of the first of several cross rules, drawn down below it.

    They reach as far as cross rules run from its left edge to its right one. A row with
    words across an edge is one merged cell; where most rows are so, the columns are not theirs.
    """
    found: list[Segment] = []
    headers = [*islice(shaded_headers(content.shades), _MOST)]
    upright, across = UprightRules(content.segments), CrossRules(content.segments)

    def rows_of(xs: Sequence[float], bottom: float) -> list[_Row]:
        end = next_header(headers, xs, bottom)
        levels = _levels(content.shades, across, xs, bottom)
        below = [*_rows_below(content, words, upright, levels, xs, bottom, end)]
        above = upright.drawn(xs, bottom) or _is_band(content, xs, below)
        if below and above and upright.drawn(xs, below[-1].low, below=True):
            # The columns are drawn above and below: a row without them is one cell.
            return []
        rows = _of_columns(below)
        for row in rows:
            if row.merged:
                found.extend(sides_of_names(content.segments, words, xs, (row.top, row.low)))
            else:
                found.extend(Segment(False, x, row.top, row.low) for x in xs)
        return rows

    for xs, _, bottom in headers:
        rows_of(xs, bottom)
    before: list[float] = []
    low, above = math.inf, 0.0
    for xs, at in pieced_rules(content.segments):
        if not same_edges(before, xs) or _heads_another(words, xs, low, at):
            # A cell over several rows keeps the rules between them out of its column.
            behind = len(xs) < len(before) and same_edges(before[-len(xs) :], xs)
            rows = rows_of(xs, above if behind else at)
            low = rows[-1].low if rows else math.inf
        before, above = xs, at
    return found


def _heads_another(visible: Sequence[Cluster], xs: Sequence[float], low: float, at: float) -> bool:
    """Whether nothing but a heading stands between the last row of a table and a rule below it.

    Its number may stand beside it, and the names of the columns below.
    """
    lines = printed_lines(_words(visible, xs, low, at)) if low < at else []
    if not lines or all(len(line.pieces) == 1 for line in lines):
        return bool(lines)
    *heads, names = lines
    columns = len(names.pieces) == len(xs) - 1 and all(is_wordy(p.text) for p in names.pieces)
    numbered = (len(n.pieces) == 2 and is_number(n.pieces[1].text) for n in heads)
    return columns and len(heads) == 1 and all(numbered)


def _rows_below(
    content: Content,
    visible: Sequence[Cluster],
    upright: UprightRules,
    levels: Sequence[_Level],
    xs: Sequence[float],
    bottom: float,
    end: float,
) -> Iterator[_Row]:
    """The rows between cross rules below a header, as far as ``end``, where the next one begins."""
    top = bottom
    below: list[Cluster] | None = None
    for (at, ends), (low, _) in pairwise([*levels, (math.inf, [])]):
        if at > end + SLACK or upright.part(xs, top, at):
            return
        words = _words(visible, xs, top, at) if below is None else below
        below = _words(visible, xs, at, low) if low < math.inf else []
        beside = _stand_beside(words, xs)
        # What stands alone above the next header is its heading, but for a title between the first
        # two rules, both drawn for these columns.
        title = top == bottom and same_edges(ends, xs)
        heading = not title and _is_heading(words, below, xs)
        if not words or (at > end - SLACK and not beside) or heading:
            return
        # With words in every column and the rule below drawn cell by cell, they may come near.
        near = (
            _TOUCH
            if same_edges(ends, xs) and len(columns_held(words, xs)) == len(xs) - 1
            else _NEAR
        )
        rows = _without_groups(words)
        merged = any(runs_over(rows, x, near) for x in xs[1:-1])
        shared = names_several(partial_rules(content.segments, xs, (top, at)), words, xs, merged)
        merged = merged or shared
        band, crowded = merged and is_band(words), is_crowded(rows, xs)
        yield _Row(top, at, beside, merged, shared, band, crowded)
        top = at


def _without_groups(words: Sequence[Cluster]) -> Sequence[Cluster]:
    """The words of a tall row without the lines that name groups of rows; all, where none is left.

    What stands across the columns between rows does not undo these.
    """
    lines = printed_lines(words)
    if len(lines) < _TALL:
        return words
    held = clusters_by_line(lines, words)
    plain = [c for n, own in zip(lines, held, strict=True) if not names_group([n]) for c in own]
    return plain or words


def _words(
    visible: Sequence[Cluster], xs: Sequence[float], top: float, low: float
) -> list[Cluster]:
    """The words between two heights, within the columns."""
    level = letters_of(visible).inside(top, low, -math.inf, math.inf)
    return [c for c in level if _between(c, xs)]


def _is_heading(words: Sequence[Cluster], below: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether lines of text stand above the names of another table's columns.

    Those are bold, beside each other, and not as many as these columns.
    """
    if any(len(line.pieces) > 1 for line in printed_lines(words)):
        return False
    many = max((len(line.pieces) for line in printed_lines(below)), default=0)
    return 1 < many != len(xs) - 1 and all(c.bold for c in below)


def _of_columns(rows: list[_Row]) -> list[_Row]:
    """The rows, if the columns are theirs: words stand beside each other in most of them.

    Bands between rows do not count; those below the last row belong to what stands below.
    """
    if not any(row.beside for row in rows):
        # A lone line between two tables is no row of either.
        return []
    if rows[0].crowded and 2 * sum(row.crowded for row in rows) > len(rows):
        # Rows of more columns: what is shaded is a band between them.
        return []
    if 2 * sum(row.merged and not row.shared for row in rows) < len(rows):
        return rows
    while rows and rows[-1].band:
        rows.pop()
    others = [row.merged for row in rows if not row.band]
    return rows if 2 * sum(others) < len(others) else []


def _levels(
    shades: Sequence[Shade], rules: CrossRules, xs: Sequence[float], bottom: float
) -> list[_Level]:
    """Where rows end below a header: at cross rules, and where a coloured band begins or ends."""
    across = list(_across(rules, xs, bottom))
    last = across[-1][0] if across else bottom
    bands = [
        s.box
        for s in shades
        if not s.white
        and abs(s.box.x0 - xs[0]) <= 2 * SLACK
        and abs(s.box.x1 - xs[-1]) <= 2 * SLACK
        and 8 < s.box.height < _HEAD
    ]
    ends = {round(y, 1) for b in bands for y in (b.top, b.bottom)}
    known = [at for at, _ in across]
    whole = [xs[0], xs[-1]]
    found = [
        (y, whole)
        for y in ends
        if bottom + SLACK < y < last and all(abs(y - at) > SLACK for at in known)
    ]
    return sorted([*across, *found], key=itemgetter(0))


def _across(rules: CrossRules, xs: Sequence[float], bottom: float) -> Iterator[_Level]:
    """Where rules cross from one edge to the other below a header, top to bottom, with their ends.

    Rules drawn cell by cell for other columns are those of another table. One that begins behind
    the first columns ends a row beside cells of theirs that are merged over several.
    """
    ends: list[tuple[float, float]] = []
    for at, pieces in levels_of(rules.below(xs, bottom)):
        chain = chain_of(pieces)
        left, right = abs(chain[0] - xs[0]), abs(chain[-1] - xs[-1])
        if any(same_edges(chain, xs[n:]) for n in range(1, min(_FRONT, len(xs) - COLUMNS) + 1)):
            yield at, chain
            continue
        if left > 2 * SLACK or right > 2 * SLACK:
            continue
        if len(chain) > COLUMNS and not same_edges(chain, xs):
            return
        if len(ends) >= _EVEN and not same_edges(ends[-1], (chain[0], chain[-1])):
            # Rules that ended alike so far: these are another table's.
            return
        ends.append((chain[0], chain[-1]))
        yield at, chain


def _between(cluster: Cluster, xs: Sequence[float]) -> bool:
    return xs[0] <= cluster.middle[0] <= xs[-1]


def _stand_beside(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether words stand in more than one of the columns."""
    return len(columns_held(words, xs)) > 1


def _is_band(content: Content, xs: Sequence[float], rows: Sequence[_Row]) -> bool:
    """Whether a single row is shaded in one piece from end to end."""
    if len(rows) != 1:
        return False
    y = (rows[0].top + rows[0].low) / 2
    level = (s.box for s in content.shades if not s.white and s.box.top < y < s.box.bottom)
    return any(b.x0 < xs[0] + SLACK and b.x1 > xs[-1] - SLACK for b in level)
