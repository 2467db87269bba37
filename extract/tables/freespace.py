"""What printed lines leave free between the columns of a table whose names are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.text.clusters import Cluster
from extract.text.pieces import Piece, Printed, spaced

# What no words cross is an edge from this width on, in letter heights.
_FREE = 0.25
# Words nearer than this, in letter heights, leave nothing free; so do those of a band.
_SPACE, _ALONE = 0.32, 0.45

Span = tuple[float, float]
#: The stretches that are free between two columns.
Free = list[Span]


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A printed line with its visible clusters from left to right.

    ``ruled``: a rule is drawn between it and the line above.
    """

    line: Printed
    own: list[Cluster]
    bold: bool
    ruled: bool = False


def left_free(free: Sequence[Free], line: SaidLine) -> list[Free]:
    """What a line leaves free between the columns, for each edge; empty if it runs over one."""
    words = spaced(line.own, _SPACE if len(line.line.pieces) > 1 else _ALONE)
    least = _FREE * line.line.size
    found: list[Free] = []
    for spans in free:
        left = [part for span in spans for part in _without(span, words, least)]
        if not left:
            return []
        found.append(left)
    return found


def _without(span: Span, words: Sequence[Piece], least: float) -> Free:
    """What words leave of a stretch."""
    parts = [span]
    for word in words:
        met = [p for p in parts if word.x0 < p[1] and word.x1 > p[0]]
        sides = [side for a, b in met for side in ((a, word.x0), (word.x1, b))]
        parts = [p for p in parts if p not in met] + [p for p in sides if p[1] - p[0] >= least]
    return parts


def edge_of(free: Free) -> float:
    """The middle of the widest stretch left free."""
    left, right = max(free, key=lambda s: s[1] - s[0])
    return (left + right) / 2


def columns_used(line: Printed, free: Sequence[Free]) -> set[int]:
    """The columns, between what is free, that a line has words in."""
    edges = [edge_of(one) for one in free]
    return {sum(x < (p.x0 + p.x1) / 2 for x in edges) for p in line.pieces}
