"""Columns of tables that draw cross rules only, by rows that need no names above them.

A code, words and one number in a row say what each is. They stand in tables of items under a
heading of their own, and go on over page ends.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.content import Content, Segment
from extract.rules.crossrules import CrossRules, cross_rules
from extract.rules.stripecells import shaded_cells, tiles_of
from extract.tables.codedrows import coded_starts
from extract.tables.wordstarts import Row, is_head
from extract.text.clusters import Cluster, middles_of
from extract.text.pieces import printed_lines, runs_over

# Ends of rules this near to each other are one edge.
_SLACK = 3.0
# Edges of so many cells are those of one or two.
_TILES = 3
# A rule of a wider table is no farther above or below, in points.
_NEAR = 60.0
# Letters nearer than this, in em, run on; columns begin this much before their words.
_TOUCH, _BEFORE = 0.12, 1.5


def coded_rules(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The upright rules of rows of a code, words and a number, wherever they follow each other.

    With words or longer rules beside them they are part of a wider table.

    Args:
        content: the page, with all upright rules that other rows and names tell.
        words: its letters without the spaces.
    """
    ladders = cross_rules(content, words)
    return [rule for ladder in ladders for rule in _rules(ladder, content, words)]


def _rules(ladder: CrossRules, content: Content, words: Sequence[Cluster]) -> list[Segment]:
    coded = {n for n, row in enumerate(ladder.rows) if _is_coded(ladder, n)}
    # Cells shaded side by side show their columns themselves.
    cells = shaded_cells(content) if coded else []
    coded = {n for n in coded if len(tiles_of(ladder.rows[n], ladder, cells)) <= _TILES}
    if not coded or _in_wider(ladder, content):
        return []
    level = [c for c in words if not ladder.left - _SLACK < c.middle[0] < ladder.right + _SLACK]
    ys = sorted(y for _, y in middles_of(level))
    found: list[Segment] = []
    for run in _runs(ladder, coded):
        starts = coded_starts([ladder.rows[n] for n in run if n in coded], ladder.left)
        top, low = ladder.rows[run[0]][0], ladder.rows[run[-1]][1]
        if starts and bisect(ys, top) == bisect(ys, low):
            xs = [ladder.left, *(x - _BEFORE for x in starts[1:]), ladder.right]
            found += [s for n in run for s in _sides(ladder.rows[n], xs)]
    return found


def _is_coded(ladder: CrossRules, n: int) -> bool:
    row = ladder.rows[n]
    # Few rows hold a capital letter, and looking for one is the cheapest look.
    lettered = ladder.bare[n] and any("A" <= c.text[0] <= "Z" for c in row[2])
    return lettered and bool(coded_starts([row], ladder.left))


def _in_wider(ladder: CrossRules, content: Content) -> bool:
    """Whether a rule near to these goes on where they end, or another begins there."""
    top, low = ladder.rows[0][0] - _NEAR, ladder.rows[-1][1] + _NEAR
    left, right = ladder.left - _SLACK, ladder.right + _SLACK
    near = [s for s in content.segments if s.horizontal and top < s.at < low]
    over = (
        s.start < left <= s.end + 2 * _SLACK or s.start - 2 * _SLACK <= right < s.end for s in near
    )
    return any(over)


def _runs(ladder: CrossRules, coded: set[int]) -> Iterator[list[int]]:
    """Coded rows that follow each other, with a row of names above and bands between them."""
    rows = ladder.rows
    part = [n for n in range(len(rows)) if n in coded or (ladder.bare[n] and _may_part(rows[n]))]
    for _, one in groupby(enumerate(part), key=lambda one: one[1] - one[0]):
        run = [n for _, n in one]
        own = [n for n in run if n in coded]
        if own:
            names = [n for n in run if n == own[0] - 1 and is_head(rows[n][2])]
            yield [*names, *range(own[0], own[-1] + 1)]


def _may_part(row: Row) -> bool:
    """Whether a row between two rules is one line: the names of columns or a band."""
    return len(printed_lines(row[2])) == 1


def _sides(row: Row, xs: Sequence[float]) -> list[Segment]:
    """The sides of the cells of a row; words that run over an edge leave it out."""
    top, low, words = row
    band = all(len(line.pieces) == 1 for line in printed_lines(words))
    inner = [x for x in xs[1:-1] if not band and not runs_over(words, x, _TOUCH)]
    return [Segment(False, x, top, low) for x in (xs[0], *inner, xs[-1])]


__all__ = ["coded_rules"]
