"""Numbers that are wider than their cell: no rule parts a number.

A browser lets text that has no place to break run over the side of its cell, and the last digits
stand in the next one: ``31/05/2566`` would be of 256, and 85.34 points would be 85.3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.tables.cellmap import Spot
from extract.text.clusters import Cluster

_NUMERIC = re.compile("[0-9\u0e50-\u0e59.,/]")
# A number or a date; two numbers side by side are neither.
_D = "[0-9\u0e50-\u0e59]"
_ONE = re.compile(
    rf"{_D}{{2,3}}(?:,{_D}{{3}})*(?:\.{_D}{{1,4}})?|{_D}\.{_D}{{1,4}}|{_D}{{1,2}}/{_D}{{1,2}}/{_D}{{2,4}}"
)
# Digits of one number stand no farther apart than this, in sizes of the type, and on one line.
_APART, _LINE = 0.08, 0.1


def with_whole_numbers(clusters: Sequence[Cluster], spots: list[Spot | None]) -> list[Spot | None]:
    """The cells of clusters, with each number in that cell in which most of it stands.

    Args:
        clusters: in the order of the text.
        spots: where each stands, ``None`` outside all tables; changed in place.
    """
    done = 0
    for n, (here, there) in enumerate(pairwise(spots)):
        apart = here is not None and there is not None and here[0] != there[0]
        if here == there or n < done or apart:
            continue
        first, last = _number_at(clusters, n)
        done = last
        said = "".join(c.text for c in clusters[first:last])
        if first < n + 1 < last and _ONE.fullmatch(said):
            most = Counter(spots[first:last]).most_common(1)[0][0]
            spots[first:last] = [most] * (last - first)
    return spots


def _number_at(clusters: Sequence[Cluster], n: int) -> tuple[int, int]:
    """From where to where the number goes on in which a cluster stands."""
    first = last = n
    while first and _go_on(clusters[first - 1], clusters[first]):
        first -= 1
    while last + 1 < len(clusters) and _go_on(clusters[last], clusters[last + 1]):
        last += 1
    return first, last + 1


def _go_on(one: Cluster, next_one: Cluster) -> bool:
    if not (_NUMERIC.fullmatch(one.text) and _NUMERIC.fullmatch(next_one.text)):
        return False
    size = min(one.size, next_one.size)
    gap = next_one.x0 - one.x1
    return abs(gap) <= _APART * size and abs(one.y - next_one.y) <= _LINE * size
