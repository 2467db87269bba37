"""What cards of text hold besides lines: a title with its number, heads beside each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extract.text.clusters import Cluster
from extract.text.pieces import Printed, clusters_on, is_number, printed_lines

# Words begin below each other where their left ends differ by no more than this.
_SLACK = 3.0
# Letters nearer than this, in em, are of one word.
_TOUCH = 0.12
# White between the two sides of a band is this wide at least, in letter heights.
_GUTTER = 3.0
# More lines than this below heads are rows of a table.
_MOST = 6


def holds_pairs(clusters: Sequence[Cluster]) -> bool:
    """Whether each of several lines is two things beside each other: a name and what it is."""
    lines = printed_lines(clusters)
    return len(lines) > 1 and all(len(line.pieces) == 2 for line in lines)


def sides_of(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """The text of a band in its two sides, where white runs down between them.

    A title on the left and a large number with its name on the right share no lines: read across,
    they would make a sentence of both. Where most lines go on on the other side they are rows, and
    where one side is much lower than the other it is the number of a card's title.
    """
    seen = sorted((c for c in clusters if not c.text.isspace()), key=lambda c: c.x0)
    reach, widest, edge = 0.0, 0.0, 0.0
    for c in seen:
        if reach and c.x0 - reach > widest:
            widest, edge = c.x0 - reach, (c.x0 + reach) / 2
        reach = max(reach, c.x1)
    if not seen or widest < _GUTTER * min(c.size for c in seen):
        return [list(clusters)]
    sides = [[c for c in clusters if (c.x0 < edge) is left] for left in (True, False)]
    levels = [{round(line.y) for line in printed_lines(side)} for side in sides]
    low, high = sorted(max(ys) - min(ys) for ys in levels)
    fewer = min(map(len, levels)) if 2 * low > high else 0
    shared = sum(1 for y in levels[0] if levels[1] & {y - 1, y, y + 1})
    return sides if fewer > 1 and 2 * shared < fewer else [list(clusters)]


def heads_beside(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """The text of a card, words below heads that stand beside each other each with its head.

    ``ผู้รับผิดชอบ | เสร็จภายใน`` over what is said of each, at the end of a card, is no table: one
    head is read with what stands below it, then the next.
    """
    lines = printed_lines(clusters)
    for at, head in enumerate(lines[:-1]):
        if len(head.pieces) < 2 or not _bold(head, clusters):
            continue
        if any(is_number(p.text) for p in head.pieces):
            # A bold row of a part with its score is no row of heads.
            continue
        if len(lines) - at - 1 <= _MOST and _fit(head, lines[at + 1 :], clusters):
            return _columns(head, clusters)
    return [list(clusters)]


def _bold(line: Printed, clusters: Sequence[Cluster]) -> bool:
    own = clusters_on(line, clusters)
    return bool(own) and all(c.bold for c in own)


def _fit(head: Printed, below: Sequence[Printed], clusters: Sequence[Cluster]) -> bool:
    """Whether what stands below heads begins under them and runs into none of the others."""
    if any(b.y - a.y > 2.2 * a.size for a, b in pairwise([head, *below])):
        return False
    starts = [p.x0 for p in head.pieces]
    words = [c for c in clusters if c.y > head.y + 0.45 * head.size and not c.text.isspace()]
    if not all(any(abs(c.x0 - x) < _SLACK for c in words) for x in starts):
        return False
    lines = [sorted(clusters_on(n, words), key=lambda c: c.x0) for n in below]
    return all(_keeps(line, x) for line in lines for x in starts[1:])


def _keeps(line: Sequence[Cluster], x: float) -> bool:
    """Whether a line parts where a column begins: what stands right of it begins there."""
    left = [c for c in line if c.x0 < x - _SLACK]
    right = [c for c in line if c.x0 >= x - _SLACK]
    if any(c.x1 > x for c in left):
        return False
    return not (left and right) or right[0].x0 - left[-1].x1 > _TOUCH * right[0].size


def _columns(head: Printed, clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """What stands above a line of heads, then each of them with what is below it."""
    edge = head.y - 0.6 * head.size
    starts = [p.x0 - _SLACK for p in head.pieces]
    found: list[list[Cluster]] = [[] for _ in range(len(starts) + 1)]
    for c in clusters:
        found[0 if c.y < edge else max(1, bisect_right(starts, c.middle[0]))].append(c)
    return [run for run in found if run]


__all__ = ["heads_beside", "holds_pairs", "sides_of"]
