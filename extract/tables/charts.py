"""Charts of bars, each with its number at its end and its name at its foot: they are small tables.

Bars are shaded areas of one thickness that begin on one line and end anywhere. Their edges are no
rules, and taken for such they cut numbers in two. What stands at a bar's end is the number that it
draws: all bars of a chart are as long as their numbers say, which no other row of areas is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.content import Content, Segment, Shade
from extract.model import Box
from extract.tables.grid import Grid, plain_grid
from extract.text.clusters import Cluster, Letters
from extract.text.pieces import clusters_on, printed_lines, runs_over

# Fewer bars are boxes; they differ in at least so many lengths. A page of more areas is a drawing.
_BARS, _LENGTHS, _MOST = 4, 3, 400
# How thick bars are, and from which length on they are some, in points.
_THIN, _THICK, _SHORT = 3.0, 80.0, 2.0
# Distances from bar to bar differ by no more than this share, lengths from what their numbers say
# by no more than this share of the longest, or this many points.
_REGULAR, _EXACT, _ROUNDED = 0.06, 0.02, 1.2
# A number stands no farther beyond its bar than this, in letter heights; a name's next line no
# farther below.
_BEYOND, _NEXT = 3.0, 2.0
# Words nearer than this, in letter heights, run on.
_RUNS = 0.2
# The room between words and the edges of their cell, in points.
_ROOM = 1.0
_NUMBER = re.compile(r"[0-9\u0e50-\u0e59]{1,3}(?:\.[0-9\u0e50-\u0e59]{1,2})?%?")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: a row (or, of bars that lie, a line) of cells with number and name, and its bars."""

    grid: Grid
    bars: tuple[Shade, ...]


@dataclass(frozen=True, slots=True)
class _Bars:
    """Bars of one thickness from one line on, in order; ``edges``: halfway between them.

    ``ends`` are where they end: to the right of ``base`` where they lie, above it where they stand.
    """

    shades: tuple[Shade, ...]
    base: float
    ends: tuple[float, ...]
    edges: tuple[float, ...]

    @property
    def lengths(self) -> list[float]:
        """How long each bar is."""
        return [abs(end - self.base) for end in self.ends]


def charts_of(content: Content, words: Letters) -> list[Chart]:
    """The charts of a page whose bars all have a number and a name.

    Args:
        content: what the page paints.
        words: its letters without spaces.
    """
    shades = [s for s in content.shades if not s.white]
    if not _BARS <= len(shades) <= _MOST:
        return []
    standing = (_standing(bars, words) for bars in _bars(shades, standing=True))
    lying = (_lying(bars, words) for bars in _bars(shades, standing=False))
    return [chart for chart in (*standing, *lying) if chart is not None]


def without_charts(content: Content, charts: Sequence[Chart]) -> Content:
    """The page without the bars of its charts and the lines drawn behind these."""
    bars = {id(bar) for chart in charts for bar in chart.bars}
    boxes = [_around(chart) for chart in charts]
    return replace(
        content,
        shades=[s for s in content.shades if id(s) not in bars],
        segments=[s for s in content.segments if not any(_within(s, box) for box in boxes)],
    )


def _bars(shades: Sequence[Shade], *, standing: bool) -> Iterator[_Bars]:
    """Areas of one thickness from one line on, the same distance apart and of different lengths."""
    alike: dict[tuple[int, int], list[Shade]] = defaultdict(list)
    for shade in shades:
        box = shade.box
        thick, long = (box.width, box.height) if standing else (box.height, box.width)
        if _THIN < thick < _THICK and long > _SHORT:
            alike[round(box.bottom if standing else box.x0), round(thick)].append(shade)
    for group in alike.values():
        if len(group) < _BARS:
            continue
        group.sort(key=lambda s: s.box.x0 if standing else s.box.top)
        sides = [(b.x0, b.x1) if standing else (b.top, b.bottom) for b in (s.box for s in group)]
        steps = [after[0] - one[0] for one, after in pairwise(sides)]
        step = sum(steps) / len(steps)
        if any(abs(s - step) > _REGULAR * step for s in steps) or step < sides[0][1] - sides[0][0]:
            continue
        ends = tuple(s.box.top if standing else s.box.x1 for s in group)
        if len({round(end) for end in ends}) < _LENGTHS:
            continue
        half = (step - (sides[0][1] - sides[0][0])) / 2
        edges = (sides[0][0] - half, *(a[0] - half for a in sides[1:]), sides[-1][1] + half)
        base = group[0].box.bottom if standing else group[0].box.x0
        yield _Bars(tuple(group), base, ends, edges)


def _standing(bars: _Bars, words: Letters) -> Chart | None:
    """The chart of bars that stand side by side, numbers above them and names below."""
    columns = zip(pairwise(bars.edges), bars.ends, strict=True)
    above = [_at_end(words.inside(end - _THICK, bars.base, *cell), end) for cell, end in columns]
    if not _numbered(bars, above):
        return None
    low = _names_below(bars, words)
    if low is None:
        return None
    high = min(c.box.top for own in above for c in own) - _ROOM
    return Chart(plain_grid(bars.edges, (high, low)), bars.shades)


def _at_end(words: Sequence[Cluster], end: float) -> list[Cluster]:
    """What stands in the line that is nearest to the end of a standing bar."""
    lines = printed_lines(words)
    nearest = min(lines, key=lambda line: abs(line.y - end), default=None)
    if nearest is None or abs(nearest.y - end) > _BEYOND * nearest.size:
        return []
    return clusters_on(nearest, words)


def _names_below(bars: _Bars, words: Letters) -> float | None:
    """How far the names below standing bars reach; ``None`` where one has none."""
    left, right = bars.edges[0], bars.edges[-1]
    below = words.inside(bars.base, float("inf"), left, right)
    named: set[int] = set()
    low = bars.base
    for line in printed_lines(below):
        own = clusters_on(line, below)
        if named and line.y - low > _NEXT * line.size:
            break
        if any(runs_over(own, x, _RUNS) for x in bars.edges[1:-1]):
            break
        named |= {bisect_right(bars.edges, c.middle[0]) for c in own}
        low = line.y
    bottom = max((c.box.bottom for c in below if c.y <= low), default=low)
    return bottom + _ROOM if len(named) == len(bars.shades) else None


def _lying(bars: _Bars, words: Letters) -> Chart | None:
    """The chart of bars that lie below each other, names before them and numbers behind."""
    cells = [*pairwise(bars.edges)]
    beside = [words.inside(top, low, bars.base, float("inf")) for top, low in cells]
    behind: list[list[Cluster]] = []
    for own, end in zip(beside, bars.ends, strict=True):
        # Beside a chart other words may stand: the number is what comes first.
        pieces = [p for line in printed_lines(own) for p in line.pieces]
        first = min(pieces, key=lambda p: p.x0, default=None)
        near = first is not None and first.x0 - end < _BEYOND * own[0].size
        behind.append([c for c in own if first and near and first.x0 <= c.x0 < first.x1])
    if not _numbered(bars, behind):
        return None
    left = _names_before(bars, words)
    if left is None:
        return None
    right = max(c.x1 for own in behind for c in own) + _ROOM
    return Chart(plain_grid((left, bars.base, right), bars.edges), bars.shades)


def _names_before(bars: _Bars, words: Letters) -> float | None:
    """From where on the names before lying bars stand; ``None`` where one has none.

    They are what stands next to the bars without a gutter through all of them.
    """
    rows = [words.inside(a, b, -float("inf"), bars.base) for a, b in pairwise(bars.edges)]
    size = max((c.size for own in rows for c in own), default=0.0)
    left = bars.base
    for c in sorted((c for own in rows for c in own), key=lambda c: -c.x1):
        if left < bars.base and left - c.x1 > _NEXT * size:
            break
        left = min(left, c.x0)
    named = all(any(c.x0 >= left for c in own) for own in rows)
    return left - _ROOM if named else None


def _numbered(bars: _Bars, said: Sequence[Sequence[Cluster]]) -> bool:
    """Whether each bar has one number, and all are as long as these say."""
    texts = ["".join(c.text for c in own) for own in said]
    if not all(_NUMBER.fullmatch(text) for text in texts):
        return False
    values = [float(text.rstrip("%")) for text in texts]
    mean = sum(values) / len(values)
    lengths = bars.lengths
    middle = sum(lengths) / len(lengths)
    spread = sum((v - mean) ** 2 for v in values)
    slope = sum((v - mean) * (n - middle) for v, n in zip(values, lengths, strict=True))
    if spread == 0 or slope <= 0:
        return False
    off = max(_ROUNDED, _EXACT * max(lengths))
    fits = (middle + slope / spread * (v - mean) for v in values)
    return all(abs(fit - n) <= off for fit, n in zip(fits, lengths, strict=True))


def _around(chart: Chart) -> Box:
    """The chart with the room around it in which lines are drawn for it."""
    box = chart.grid.box
    ends = [s.box for s in chart.bars]
    wide = max(b.width for b in ends)
    return Box(
        min(box.x0, ends[0].x0) - wide,
        min(box.top, *(b.top for b in ends)) - wide,
        max(box.x1, *(b.x1 for b in ends)) + wide,
        max(b.bottom for b in ends) + _THIN,
    )


def _within(rule: Segment, box: Box) -> bool:
    first, last = (box.x0, box.x1) if rule.horizontal else (box.top, box.bottom)
    low, high = (box.top, box.bottom) if rule.horizontal else (box.x0, box.x1)
    return low <= rule.at <= high and first <= rule.start and rule.end <= last


__all__ = ["Chart", "charts_of", "without_charts"]
