"""Glyphs to clusters: a base letter with its marks, which stay together from here on.

Thai marks have no advance: they stand at the right edge of their base and sort wrongly by x. They
are glued to the glyph before them in stream order, before anything else is done with them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from extract.content import Glyph
from extract.model import Box
from extract.thai import MARKS, NIKHAHIT, SARA_AA, SARA_AM, is_thai, ordered_marks

# Height of a line above and below its baseline, in em: enough for tone marks and low vowels.
ASCENT, DESCENT = 0.80, 0.25
# The visual middle of Thai letters above the baseline, in em: where a cluster "is".
MIDDLE = 0.28
_ZERO_ROOM = 0.05

# A sara am printed as its two halves, a tone mark between them or before them.
_SPLIT_SARA_AM = re.compile(f"{NIKHAHIT}([\u0e48-\u0e4b]?){SARA_AA}")

# What may belong to the cluster before it, as its first character.
_FOLLOWING = MARKS | {SARA_AA}


@dataclass(slots=True)
class Cluster:
    """A base glyph with the marks glued to it; ``x0``/``x1`` along the line, ``y`` the baseline."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    order: int
    bold: bool

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, self.y - MIDDLE * self.size

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y - ASCENT * self.size, self.x1, self.y + DESCENT * self.size)


def clusters_of(glyphs: Iterable[Glyph]) -> list[Cluster]:
    """Glue marks to their bases in stream order; drop emptied and doubly painted glyphs."""
    found: list[Cluster] = []
    # What stands where, by letter size and line: most glyphs are on the line of the one before.
    painted: dict[tuple[float, int], set[tuple[str, int]]] = defaultdict(set)
    unit, level, high, beside = 0.0, -1.0, -1.0, painted[0.0, 0]
    last: Cluster | None = None
    font: Any = None
    bold = blank = False
    for g in glyphs:
        text, x, y, size, order = g.text, g.x, g.y, g.size, g.order
        end = x + g.advance
        if not text:
            if last is not None and last.order == order - 1:
                last.x1 = max(last.x1, end)
                last.order = order
            continue
        # Poor man's bold prints the same glyph twice, a hair apart, in one size.
        if y != level or size != high:
            level, high, unit = y, size, size if size > 1 else 1
            beside = painted[unit, round(y / unit * 6)]
        before = len(beside)
        beside.add((text, round(x / unit * 6)))
        if len(beside) == before and text != " ":
            continue
        # A space glyph that takes no room on paper is none: the next glyph stands in its place.
        if blank and _takes_its_place(g, found):
            found.pop()
            last, blank = found[-1], found[-1].text.isspace()
        if last is not None and text[0] in _FOLLOWING and _belongs(g, last):
            last.text += text
            last.x1 = max(last.x1, end)
            last.order = order
            continue
        if g.font is not font:
            font, bold = g.font, "bold" in str(getattr(g.font, "fontname", "")).lower()
        last = Cluster(text, x, end if end > x else x, y, size, order, bold)
        found.append(last)
        blank = text.isspace()
    _spell([c for c in found if len(c.text) > 2])
    return found


def _spell(clusters: Iterable[Cluster]) -> None:
    """Put the marks of each cluster in their order, and the halves of a sara am together."""
    for cluster in clusters:
        cluster.text = _SPLIT_SARA_AM.sub("\\1" + SARA_AM, ordered_marks(cluster.text))


class Letters(tuple[Cluster, ...]):
    """Clusters that many rules ask for by their place: where each stands is found out once."""

    @cached_property
    def middles(self) -> list[tuple[float, float]]:
        """The middle of each."""
        return [((c.x0 + c.x1) / 2, c.y - MIDDLE * c.size) for c in self]

    @cached_property
    def by_height(self) -> list[tuple[float, float, int]]:
        """How high the middle of each is, how far to the right, and its number; from the top."""
        return sorted((y, x, n) for n, (x, y) in enumerate(self.middles))

    def seen(self) -> Letters:
        """Those of them that are no spaces, whose places are known with the others'."""
        numbers = [n for n, c in enumerate(self) if not c.text.isspace()]
        found = Letters([self[n] for n in numbers])
        middles, new = self.middles, dict(zip(numbers, count()))
        found.middles = [middles[n] for n in numbers]
        found.by_height = [(y, x, new[n]) for y, x, n in self.by_height if n in new]
        return found

    @cached_property
    def _inside(self) -> dict[tuple[float, ...], list[Cluster]]:
        return {}

    def held_by(self, box: Box) -> list[Cluster]:
        """Those whose middle lies inside a box or on its edge, in their order."""
        x0, x1, low = box.x0, box.x1, self.by_height
        first = bisect_left(low, (box.top,))
        last = bisect_right(low, (box.bottom, math.inf), first)
        return [self[n] for n in sorted([n for _, x, n in low[first:last] if x0 <= x <= x1])]

    def inside(self, top: float, bottom: float, left: float, right: float) -> list[Cluster]:
        """Those whose middle lies inside of four edges and not on one of them, in their order.

        Many rules ask for the same rows of a page: the answers are kept, and not to be changed.
        """
        asked = (top, bottom, left, right)
        try:
            return self._inside[asked]
        except KeyError:
            low = self.by_height
            first = bisect_right(low, (top, math.inf))
            last = bisect_left(low, (bottom,), first)
            numbers = sorted([n for _, x, n in low[first:last] if left < x < right])
            found = self._inside[asked] = [self[n] for n in numbers]
            return found

    def next_below(self, height: float) -> float | None:
        """How high the middle of the first one stands that is lower than some height."""
        first = bisect_right(self.by_height, (height, math.inf))
        return self.by_height[first][0] if first < len(self) else None


def visible(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters without the spaces between them."""
    return [c for c in clusters if not c.text.isspace()]


def letters_of(clusters: Sequence[Cluster]) -> Letters:
    """Clusters that remember where they stand."""
    return clusters if isinstance(clusters, Letters) else Letters(clusters)


def middles_of(clusters: Sequence[Cluster]) -> list[tuple[float, float]]:
    """The middles of many clusters."""
    return letters_of(clusters).middles


def held_by(box: Box, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters whose middle lies inside a box or on its edge."""
    if isinstance(clusters, Letters):
        return clusters.held_by(box)
    x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
    return [
        c
        for c in clusters
        if top <= c.y - MIDDLE * c.size <= bottom and x0 <= (c.x0 + c.x1) / 2 <= x1
    ]


def held_in(boxes: Iterable[Box], clusters: Sequence[Cluster]) -> Iterator[list[Cluster]]:
    """For each of many boxes, the clusters that it holds (`held_by`), in their order."""
    return map(letters_of(clusters).held_by, boxes)


def outside_of(boxes: Sequence[Box], clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters whose middle lies in none of some boxes, nor on the edge of one."""
    if not boxes:
        return list(clusters)
    return [
        c
        for c, (x, y) in zip(clusters, middles_of(clusters), strict=True)
        if not any(b.x0 <= x <= b.x1 and b.top <= y <= b.bottom for b in boxes)
    ]


def _takes_its_place(glyph: Glyph, found: list[Cluster]) -> bool:
    """Whether a glyph is painted where the space before it begins, on the same line."""
    if len(found) < 2:
        return False
    space, before = found[-1], found[-2]
    if abs(glyph.y - space.y) > 0.3 * glyph.size or glyph.text.isspace():
        return False
    if glyph.text[0] in MARKS:
        return abs(glyph.x - before.x1) < 0.12 * glyph.size and is_thai(before.text[-1])
    return abs(glyph.x - space.x0) < _ZERO_ROOM * glyph.size and space.x1 - space.x0 > 0


def _belongs(glyph: Glyph, last: Cluster) -> bool:
    """Whether a glyph is a mark of the cluster before it (or the aa of a split sara am)."""
    if abs(glyph.y - last.y) > 0.6 * last.size or last.text[-1:].isspace():
        return False
    near = last.x0 - 0.5 * last.size <= glyph.x <= last.x1 + 0.5 * last.size
    if glyph.text[0] in MARKS:
        return near and is_thai(last.text[-1])
    return near and glyph.text[0] == SARA_AA and NIKHAHIT in last.text[1:]
