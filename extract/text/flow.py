"""Reading order of text outside tables: columns of text beside each other are read one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from extract.text.cardtext import heads_beside
from extract.text.clusters import Cluster
from extract.text.pieces import NUMBER
from extract.text.sideheads import side_heads, top_of

# A gutter is this wide, in letter sizes, on at least this many lines of text on both its sides.
_GUTTER = 1.1
_LINES = 4
# Shorter stretches, in letters on average, are labels and values, not columns of text.
_LETTERS = 12
# This share of the lines makes a column of cells.
_MOST = 0.6
# ... and this one may have a page's foot among its lines.
_NEARLY_ALL = 0.75
# What a page of a newsletter never reaches; more would only be tried for a hostile one.
_MOST_CANDIDATES = 40
_DEEPEST = 12

# Codes of items, and how far the texts behind them may begin from each other; fewer are no list.
_CODE = re.compile(r"^[A-Z]{1,3}[.\-]?[0-9\u0e50-\u0e59]{1,2}[.):]?$")
_SLACK = 4.0
_LEAST = 2
# A right column begins farther from the left edge than this, in letter sizes.
_FAR = 8

_Row = list[Cluster]


def reading_runs(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """Split text into runs to be read one after the other, top to bottom.

    Where a white gutter runs down between two columns of text, all of the left one comes before
    the right one; what stands above and below the columns is a run of its own. Heads in the margin
    come before the text beside them.
    """
    return [run for run, _ in runs_and_ends(clusters)]


def runs_and_ends(clusters: Sequence[Cluster]) -> list[tuple[list[Cluster], float | None]]:
    """The runs of :func:`reading_runs`, each with how far to the right its lines may reach.

    That is known of the text beside heads in the margin: of all of it together, for each piece of
    it may be a few short lines. Of other runs their own lines tell.
    """
    regions = side_heads(_rows(clusters))
    if not regions:
        return [(part, None) for run in lists_beside(clusters) for part in _runs(run, _is_gutter)]
    held = [[c for c in clusters if region.holds(c)] for region in regions]
    seen = ([c.x1 for c in run if not c.text.isspace()] for run in held)
    beside = [max(ends, default=0.0) for ends, r in zip(seen, regions, strict=True) if r.beside]
    reach = max(beside, default=0.0)
    filled = [any(not c.text.isspace() for c in run) for run in held]
    parts = [heads_beside(run) if full else [] for run, full in zip(held, filled, strict=True)]
    return [
        (part, reach if region.beside and len(own) == 1 else None)
        for own, region in zip(parts, regions, strict=True)
        for part in own
    ]


def lists_beside(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """The runs of a page, parted only between lists of coded items that stand beside each other.

    Two lists are no table: the second goes on where the first ends.
    """
    return _runs(clusters, _between_lists)


def _runs(
    clusters: Sequence[Cluster], parts: Callable[[list[_Row], float], bool], depth: int = 0
) -> list[list[Cluster]]:
    rows = _rows(clusters) if depth < _DEEPEST else []
    best: tuple[int, int, float] | None = None
    for x in _candidates(rows, alone=parts is _between_lists):
        for first, last in _open_stretches(rows, x):
            if parts(rows[first:last], x) and (best is None or last - first > best[1] - best[0]):
                best = (first, last, x)
    if best is None:
        return [list(clusters)]
    first, last, x = best
    begin = top_of(rows[first])
    end = top_of(rows[last]) if last < len(rows) else float("inf")
    sides = [c for c in clusters if begin <= c.y < end]
    runs = [
        [c for c in clusters if c.y < begin],
        *_runs([c for c in sides if c.middle[0] < x], parts, depth + 1),
        *_runs([c for c in sides if c.middle[0] >= x], parts, depth + 1),
        *_runs([c for c in clusters if c.y >= end], parts, depth + 1),
    ]
    return [run for run in runs if any(not c.text.isspace() for c in run)]


def _rows(clusters: Sequence[Cluster]) -> list[_Row]:
    """Visible clusters by printed line, each from left to right."""
    rows: list[_Row] = []
    visible = (c for c in clusters if not c.text.isspace())
    for cluster in sorted(visible, key=lambda c: c.y):
        if rows and abs(cluster.y - rows[-1][0].y) < 0.45 * min(cluster.size, rows[-1][0].size):
            rows[-1].append(cluster)
        else:
            rows.append([cluster])
    return [sorted(row, key=lambda c: c.x0) for row in rows]


def _gaps(row: _Row) -> list[tuple[float, float]]:
    gaps = []
    end = row[0].x1
    for a, b in pairwise(row):
        end = max(end, a.x1)
        if b.x0 - end > _GUTTER * b.size:
            gaps.append((end, b.x0))
    return gaps


def _candidates(rows: list[_Row], *, alone: bool) -> list[float]:
    """Left ends of what follows a wide gap: where a right column may begin.

    The lines of two columns need not stand at one height: a line may begin beside another's end,
    or stand ``alone``, far from the left edge.
    """
    starts = Counter(round(right) for row in rows for _, right in _gaps(row))
    starts.update(round(x) for a, b in pairwise(rows) if (x := _beside(a, b)) is not None)
    if alone:
        edge = min((row[0].x0 for row in rows), default=0.0)
        starts.update(round(row[0].x0) for row in rows if row[0].x0 - edge > _FAR * row[0].size)
    return [float(x) for x, often in starts.most_common(_MOST_CANDIDATES) if often >= 2]


def _beside(row: _Row, below: _Row) -> float | None:
    """Where the right one of two rows begins that overlap in height and stand apart in width."""
    size = min(row[0].size, below[0].size)
    if below[0].y - row[0].y > 0.75 * size:
        return None
    left, right = sorted((row, below), key=lambda r: r[0].x0)
    begin = right[0].x0
    return begin if begin - max(c.x1 for c in left) > _GUTTER * size else None


def _open_stretches(rows: list[_Row], x: float) -> list[tuple[int, int]]:
    """Longest runs of rows with nothing printed in a gutter that ends at x."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, row in enumerate(rows):
        size = row[0].size
        is_open = all(c.x1 <= x - _GUTTER * size or c.x0 >= x - 1 for c in row)
        if is_open and start is None:
            start = i
        if not is_open and start is not None:
            found.append((start, i))
            start = None
    if start is not None:
        found.append((start, len(rows)))
    return found


def _is_gutter(rows: list[_Row], x: float) -> bool:
    left = [n for row in rows if (n := sum(c.x0 < x - 1 for c in row))]
    right = [n for row in rows if (n := sum(c.x0 >= x - 1 for c in row))]
    if any(len(side) < _LINES or sum(side) < _LETTERS * len(side) for side in (left, right)):
        return False
    if _are_labels(rows, x):
        return False
    halves = _halves(rows, x)
    return not any(map(_has_labels, halves)) or all(map(_hangs_codes, halves))


def _are_labels(rows: list[_Row], x: float) -> bool:
    """Whether most of what stands before a place, beside something behind it, ends in a colon.

    Or it is all bold, and nothing behind it is.
    """
    both = [row for row in rows if row[0].x0 < x - 1 <= row[-1].x0]
    bold = sum(all(c.bold is (c.x0 < x - 1) for c in row) for row in both)
    if both and bold >= _NEARLY_ALL * len(both):
        return True
    before = [[c for c in row if c.x0 < x - 1] for row in rows if row[-1].x0 >= x - 1]
    ends = [left[-1].text[-1:] for left in before if left]
    return 2 * sum(end in ":\uff1a" for end in ends) > len(ends)


def _halves(rows: list[_Row], x: float) -> list[list[_Row]]:
    """What stands before and behind a place, line by line."""
    halves = ([[c for c in r if (c.x0 < x - 1) is first] for r in rows] for first in (True, False))
    return [[row for row in half if row] for half in halves]


def _between_lists(rows: list[_Row], x: float) -> bool:
    """Whether lists with their codes apart from the text stand on both sides of a place."""
    halves = _halves(rows, x)
    wordy = all(sum(map(len, half)) >= _LETTERS * len(half) for half in halves)
    return wordy and all(_hangs_codes(half) for half in halves)


def _hangs_codes(rows: list[_Row]) -> bool:
    """Whether codes stand apart at the left edge, before texts that begin below each other.

    Numbers that end the lines may stand apart as well, and headings begin at the edge.
    """
    edge = min((row[0].x0 for row in rows), default=0.0)
    first = [row for row in rows if row[0].x0 - edge < 0.5 * row[0].size]
    heads = [(row, gaps[0]) for row in first if (gaps := _gaps(row))]
    coded = [
        (row, begin)
        for row, (end, begin) in heads
        if _CODE.match("".join(c.text for c in row if c.x1 <= end + 0.01))
    ]
    listed = len(coded) == len(heads) and len(first) <= 2 * len(coded)
    # A code half way between two lines of its text has its number alone beside it.
    texts = [x for row, x in coded if not NUMBER.match("".join(c.text for c in row if c.x0 >= x))]
    return listed and len(texts) >= _LEAST and max(texts) - min(texts) < _SLACK


def _has_labels(rows: list[_Row]) -> bool:
    """Whether most rows hold a short text apart from a longer one: cells of a table, not prose."""
    starts = Counter(round(right) for row in rows for _, right in _gaps(row))
    for x, often in starts.items():
        if often < max(_LINES, _MOST * len(rows)):
            continue
        before = sum(c.x0 < x - 1 for row in rows for c in row)
        behind = sum(c.x0 >= x - 1 for row in rows for c in row)
        if min(before, behind) < _LETTERS * often:
            return True
    return False


__all__ = ["lists_beside", "reading_runs"]
