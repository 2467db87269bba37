"""Side heads: short bold heads in the margin beside the text that they head.

``ตัวชี้วัดที่ 1 / การปฏิบัติหน้าที่ / 82.37 คะแนน`` stands beside the first lines of what is told of
it. A reader reads each head and then the text beside it down to the next one, and not line by line
through both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from extract.text.clusters import Cluster
from extract.text.itemcodes import is_code

# A margin is parted from the text by at least this much white, in letter sizes.
_GUTTER = 1.1
# It is no wider than this share of the text beside it.
_NARROW = 0.5
# Fewer heads are a label or two; so many lines stand beside each on average, and no more of all
# lines than this share are those of heads.
_HEADS, _BESIDE, _SHARE = 2, 4, 0.7
# Lines of one head are no farther apart, in letter sizes; a head begins in a line of the text.
_WITHIN, _LEVEL = 2.2, 0.45
# So many heads of all have several lines, and the number or the code of what they head: labels
# have none.
_MOST_HEADS = 0.5
# What separates a line from the one below it, in baselines.
_BELOW = 0.3
# Marks of lists, and how far they hang out of the text, in letter sizes.
_MARKS, _HANGS = "\u2022\u25cf\u25cb\u25e6\u25aa\u25a0\u2013-", 2.5
_DIGIT = re.compile(r"\d")
# What a page never reaches; more would only be tried for a hostile one.
_MOST = 8

Row = list[Cluster]
Head = list[Row]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is read by itself: what has its middle and its baseline within it.

    ``beside``: it is of the text beside the heads.
    """

    left: float
    right: float
    top: float
    bottom: float
    beside: bool = False

    def holds(self, cluster: Cluster) -> bool:
        return self.top <= cluster.y < self.bottom and self.left <= cluster.middle[0] < self.right


def side_heads(rows: Sequence[Row]) -> list[Region]:
    """The parts of a page in the order in which they are read; none where it has no side heads.

    Args:
        rows: the printed lines of a stretch of text, each from left to right.
    """
    best: list[Region] = []
    most = 0
    for x in _margins(rows):
        stretches = [(s, heads) for s in _stretches(rows, x) if (heads := _heads(rows, s, x))]
        every = [head for _, heads in stretches for head in heads]
        lines = sum(map(len, every))
        if len(every) >= _HEADS and _are_heads(every) and lines > most:
            best, most = _regions(rows, x, stretches), lines
    return best


def _margins(rows: Sequence[Row]) -> list[float]:
    """Where the text beside a margin may begin: behind a wide gap in several lines.

    The large code of a head may stand lower than the line beside it.
    """
    starts: Counter[int] = Counter()
    for row in rows:
        end = row[0].x1
        for a, b in pairwise(row):
            end = max(end, a.x1)
            if b.x0 - end > _GUTTER * b.size:
                starts[round(b.x0)] += 1
                break
    for above, below in pairwise(rows):
        left, right = sorted((above, below), key=lambda row: row[0].x0)
        near = below[0].y - above[0].y < _LEVEL * max(above[0].size, below[0].size)
        if near and right[0].x0 - max(c.x1 for c in left) > _GUTTER * right[0].size:
            starts[round(right[0].x0)] += 1
    return [float(x) for x, often in starts.most_common(_MOST) if often >= _HEADS]


def _stretches(rows: Sequence[Row], x: float) -> list[range]:
    """The runs of lines that leave white before ``x``."""
    found, start = [], 0
    for i, row in enumerate([*rows, None]):
        if row is not None and _is_white(row, x):
            continue
        # The last line of a paragraph above may be as short as a head.
        while start < i and _in_margin(rows[start][-1], x):
            start += 1
        if start < i:
            found.append(range(start, i))
        start = i + 1
    return found


def _is_white(row: Row, x: float) -> bool:
    margin = (c for c in row if _in_margin(c, x))
    return all(c.x1 <= x - _GUTTER * min(c.size, row[0].size) for c in margin)


def _in_margin(cluster: Cluster, x: float) -> bool:
    """Whether a letter stands in the margin; the marks of a list hang out of the text."""
    mark = cluster.text in _MARKS and cluster.x0 > x - _HANGS * cluster.size
    return cluster.x0 < x - 1 and not mark


def _heads(rows: Sequence[Row], stretch: range, x: float) -> list[Head]:
    """The heads of a stretch, each as its lines; none where it holds labels or a column of text."""
    left = [own for i in stretch if (own := [c for c in rows[i] if _in_margin(c, x)])]
    right = [own for i in stretch if (own := [c for c in rows[i] if not _in_margin(c, x)])]
    if not left or len(left) > _SHARE * len(right):
        return []
    wide = max(c.x1 for own in right for c in own) - x
    if x - min(own[0].x0 for own in left) > _NARROW * wide:
        return []
    heads: list[Head] = [[left[0]]]
    for above, own in pairwise(left):
        if own[0].y - above[0].y > _WITHIN * max(own[0].size, above[0].size):
            heads.append([])
        heads[-1].append(own)
    whole = len(right) >= _BESIDE * len(heads) and all(_is_head(head, right) for head in heads)
    return heads if whole else []


def _are_heads(heads: Sequence[Head]) -> bool:
    """Whether most have several lines, and the number or the code of what they head."""
    several = sum(len(head) > 1 for head in heads)
    numbered = sum(any(_DIGIT.search(c.text) for c in head[0]) for head in heads)
    return min(several, numbered) >= _MOST_HEADS * len(heads)


def _is_head(head: Head, beside: Sequence[Row]) -> bool:
    """Whether a head begins in bold, in one line with the text beside it."""
    return any(_are_level(head[0], own) for own in beside) and all(c.bold for c in head[0])


def _are_level(head: Row, beside: Row) -> bool:
    return abs(beside[0].y - head[0].y) < _LEVEL * head[0].size


def _regions(
    rows: Sequence[Row], x: float, stretches: Sequence[tuple[range, Sequence[Head]]]
) -> list[Region]:
    """Each head and the text beside it, and the text between, as they are read."""
    found: list[Region] = []
    end = -inf
    for stretch, heads in stretches:
        begin = top_of(rows[stretch.start])
        found.append(Region(-inf, inf, end, begin))
        end = top_of(rows[stretch.stop]) if stretch.stop < len(rows) else inf
        beside = [own for i in stretch if (own := [c for c in rows[i] if not _in_margin(c, x)])]
        level = [next(own for own in beside if _are_level(head[0], own)) for head in heads]
        tops = [
            max(begin, min(top_of(head[0]), top_of(own)))
            for head, own in zip(heads, level, strict=True)
        ]
        edge = (max(c.x1 for head in heads for row in head for c in row) + x) / 2
        found.append(Region(edge, inf, begin, tops[0], beside=True))
        for (top, below), head, own in zip(pairwise([*tops, end]), heads, level, strict=True):
            first = top
            if is_code("".join(c.text for c in head[0])) and all(c.bold for c in own):
                # The code of an item is of the line with its title, bold as well, beside it.
                first = max(head[0][0].y, own[0].y) + _BELOW * min(head[0][0].size, own[0].size)
            found.append(Region(-inf, inf, top, first))
            found.append(Region(-inf, edge, first, below))
            found.append(Region(edge, inf, first, below, beside=True))
    return [*found, Region(-inf, inf, end, inf)]


def top_of(row: Row) -> float:
    """What separates a line from the one above it, in baselines."""
    return min(c.y for c in row) - 0.3 * row[0].size


__all__ = ["Region", "side_heads", "top_of"]
