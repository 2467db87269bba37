"""Coloured shapes behind a code in a line of text, as designers set it: they are no cells.

``(I1) เต็มใจให้บริการ ... 96.80``, the code white on a small coloured ground. Its edges would part
every line into rows and columns of their own. A shaded cell has others beside it or rules around
it; what stands behind a code alone, touched by nothing, with words beside it, is a badge.
"""

from __future__ import annotations

from dataclasses import replace

from extract.content import Content, Segment, Shade
from extract.model import Box
from extract.text.clusters import Letters
from extract.text.itemcodes import is_code

# No badge is lower, higher or longer than this, in points, whatever its letters.
_LOW, _TALL, _LONG = 4.0, 40.0, 120.0
# A badge is no higher than this many letter heights, in em of its code, nor wider.
_HIGH, _WIDE = 2.4, 9.0
# Its edges are farther than this from those of any other area, and from any rule, in points.
_APART = 1.5
# Words beside it stand no farther from it than this, in points.
_BESIDE = 60.0
# A page with more shades is a drawing.
_MOST = 600


def without_badges(content: Content, words: Letters) -> Content:
    """The page without the shades that are badges."""
    small = [s for s in content.shades if not s.white and _may_be(s.box)]
    if not small or len(content.shades) > _MOST:
        return content
    badges = {id(s) for s in small if _is_badge(s, content, words)}
    if not badges:
        return content
    return replace(content, shades=[s for s in content.shades if id(s) not in badges])


def _may_be(box: Box) -> bool:
    """Whether an area is as small as a badge in letters of any size."""
    return _LOW < box.height < _TALL and box.height / 2 < box.width < _LONG


def _is_badge(shade: Shade, content: Content, words: Letters) -> bool:
    box = shade.box
    own = words.held_by(box)
    if not own or not is_code("".join(c.text for c in own)):
        return False
    size = own[0].size
    if box.height > _HIGH * size or box.width > _WIDE * size:
        return False
    others = (s.box for s in content.shades if s.box != box)
    if any(_touches(box, other) for other in others):
        return False
    if any(_runs_along(box, s) for s in content.segments):
        return False
    level = words.held_by(Box(box.x0 - _BESIDE, box.top, box.x1 + _BESIDE, box.bottom))
    return len(level) > len(own)


def _touches(a: Box, b: Box) -> bool:
    """Whether an edge of one area lies on an edge of another beside, above or below it."""
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    if across < -_APART or down < -_APART:
        return False
    # One around the other is touched where they share an edge.
    edges = abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.top - b.top), abs(a.bottom - b.bottom)
    return min(across, down) <= _APART or min(edges) <= _APART


def _runs_along(box: Box, rule: Segment) -> bool:
    """Whether a rule lies on an edge of an area, or crosses it."""
    low, high, start, end = (
        (box.top, box.bottom, box.x0, box.x1)
        if rule.horizontal
        else (box.x0, box.x1, box.top, box.bottom)
    )
    return low - _APART <= rule.at <= high + _APART and rule.start < end and rule.end > start


__all__ = ["without_badges"]
