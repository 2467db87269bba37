"""Heads of cards whose code stands in a small coloured box, at the middle of the lines beside it.

Read line by line, the code would stand in the middle of the title that it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.content import Content
from extract.model import Box, union_of
from extract.text.clusters import Cluster, held_in, visible
from extract.text.pieces import clusters_on, printed_lines

# A badge is this high and no wider, in points. A page with more boxes is a drawing.
_LOW, _TALL, _WIDE, _MOST = 10.0, 60.0, 90.0, 200
# Nothing farther above or below the middle of a badge is beside it, in points.
_NEAR = 120.0
# Lines beside a badge begin no farther from it, in points, and reach over it by no more, in em.
_REACH, _OVER = 30.0, 1.6
# Lines begin below each other where their left ends differ by no more than this, in points.
_SLACK = 3.0
# The first of several lines stands higher than the code by this share of its letters.
_ABOVE, _LINES = 0.3, 2
_NUMBER = re.compile(r"\d\.\d\d(?!\d)")
_CODE = re.compile(r"^[A-Z]\s?[0-9\u0e50-\u0e59]{1,2}$")


@dataclass(frozen=True, slots=True)
class CardHead:
    """The head of a card: its box, and what it says part by part, in the order it is read."""

    box: Box
    parts: tuple[tuple[Cluster, ...], ...]


def beside_badges(content: Content, clusters: Sequence[Cluster]) -> Iterator[CardHead]:
    """The heads that are a code in a box of its own and the lines beside it.

    Args:
        content: what the page paints.
        clusters: the letters that stand in no table.
    """
    boxes = {*content.frames, *(s.box for s in content.shades if not s.white)}
    small = [b for b in boxes if _LOW < b.height < _TALL and b.height / 2 < b.width < _WIDE]
    if len(boxes) > _MOST or not small:
        return
    ordered = sorted(small, key=lambda b: (b.top, b.x0))
    for box, own in zip(ordered, held_in(ordered, clusters), strict=True):
        code = visible(own)
        if not _CODE.match(_text(code)):
            continue
        around = [b for b in boxes if b.width > _WIDE and b.holds(*box.centre)]
        inner = min(around, key=lambda b: b.width * b.height, default=None)
        lines = _lines_beside(box, inner, clusters)
        if len(lines) >= _LINES and lines[0][0].y < code[0].y - _ABOVE * code[0].size:
            # A score below the title is a line of its own.
            title = [*takewhile(lambda line: not _NUMBER.search(_text(line)), lines)]
            words = [c for line in title for c in line]
            if words:
                yield CardHead(union_of(c.box for c in words), (tuple(own), tuple(words)))


def _lines_beside(box: Box, around: Box | None, clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """The lines that begin right behind a badge, below each other, as high as it or nearly so."""
    right = around.x1 if around is not None else float("inf")
    middle = box.centre[1]
    beside = [c for c in clusters if abs(c.y - middle) < _NEAR and box.x1 < c.x0 < right]
    lines = [clusters_on(line, beside) for line in printed_lines(beside)]
    near = [
        sorted(own, key=lambda c: c.x0)
        for own in lines
        if own
        and box.top - _OVER * own[0].size < own[0].middle[1] < box.bottom + _OVER * own[0].size
    ]
    edge = min((own[0].x0 for own in near), default=0.0)
    if edge - box.x1 > _REACH:
        return []
    begun = [own for own in near if own[0].x0 - edge < _SLACK]
    return [_whole(own, clusters) for own in begun]


def _text(words: Sequence[Cluster]) -> str:
    return "".join(c.text for c in sorted(words, key=lambda c: c.x0))


def _is_level(cluster: Cluster, box: Box) -> bool:
    over = _OVER * cluster.size
    return box.top - over < cluster.middle[1] < box.bottom + over


def _whole(line: Sequence[Cluster], clusters: Sequence[Cluster]) -> list[Cluster]:
    """A line with the spaces between its words, in the order of the content."""
    left, right = line[0].x0, max(c.x1 for c in line)
    top, low = line[0].y - line[0].size, line[0].y + 0.1
    spaces = [
        c for c in clusters if c.text.isspace() and left < c.middle[0] < right and top < c.y <= low
    ]
    return sorted([*line, *spaces], key=lambda c: c.order)


__all__ = ["CardHead", "beside_badges"]
