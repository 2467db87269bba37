"""Heads of cards: a code, words and a number in a shaded box, beside each other or one around them.

The code may stand at the middle of the lines beside it, and so may the number; or both stand in the
first line and the words below. Read line by line, the words of one would run through the other's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.content import Content
from extract.text.badgeheads import CardHead, beside_badges
from extract.text.clusters import Cluster, held_in, visible
from extract.text.pieces import Printed, clusters_on, is_number, parted_at, printed_lines

# A head is this high and at least this wide, in points. A page with more boxes is a drawing.
_LOW, _HIGH, _WIDE, _MOST = 16.0, 160.0, 120.0, 200
# A gutter between words beside each other is this wide, in em, in all their lines.
_GUTTER = 1.1
_HAIR = 0.1
_CODE = re.compile(r"^[A-Z]\s?[0-9\u0e50-\u0e59]{1,2}$")
# What stands with a number is a unit; words are longer.
_UNIT, _WORDS = 12, 8
# The code, the words and the number; these stand in several lines.
_THREE, _LINES = 3, 2


def card_heads(content: Content, clusters: Sequence[Cluster]) -> list[CardHead]:
    """The heads of cards on a page, from top to bottom.

    Args:
        content: what the page paints.
        clusters: the letters that stand in no table.
    """
    boxes = {s.box for s in content.shades if not s.white}
    boxes = {b for b in boxes if _LOW < b.height < _HIGH and b.width > _WIDE}
    if len(boxes) > _MOST:
        return []
    ordered = sorted(boxes, key=lambda b: (b.top, b.x0))
    found = []
    for box, own in zip(ordered, held_in(ordered, clusters), strict=True):
        if parts := _parts(visible(own)):
            spaces = [c for c in own if c.text.isspace()]
            whole = (sorted([*part, *_between(part, spaces)], key=_order) for part in parts)
            found.append(CardHead(box, tuple(map(tuple, whole))))
    found += beside_badges(content, clusters)
    return sorted(found, key=lambda head: (head.box.top, head.box.x0))


def _order(cluster: Cluster) -> int:
    return cluster.order


def _between(words: Sequence[Cluster], spaces: Sequence[Cluster]) -> list[Cluster]:
    """The spaces within the words of a part."""
    left, right = min(c.x0 for c in words), max(c.x1 for c in words)
    top, low = min(c.y - c.size for c in words), max(c.y for c in words)
    return [c for c in spaces if left < c.middle[0] < right and top < c.y <= low + _HAIR]


def _parts(words: Sequence[Cluster]) -> list[list[Cluster]]:
    """The code, the words and the number of a box; empty where it holds anything else."""
    lines = printed_lines(words)
    if len(lines) < _LINES:
        return []
    ways = (_around(lines, words), parted_at(words, _GUTTER))
    return next((parts for parts in ways if _is_head(parts)), [])


def _is_head(parts: Sequence[Sequence[Cluster]]) -> bool:
    if len(parts) < _THREE:
        return False
    code, *between, number = parts
    named = [p.text for own in between for n in printed_lines(own) for p in n.pieces]
    if sum(map(len, named)) < _WORDS or any(is_number(t, decimals=True) for t in named):
        return False
    return _CODE.match(_text(code)) is not None and _is_score(number)


def _around(lines: Sequence[Printed], words: Sequence[Cluster]) -> list[list[Cluster]]:
    """The parts of a box with its code and its number in the first line."""
    first = sorted(clusters_on(lines[0], words), key=lambda c: c.x0)
    pieces = lines[0].pieces
    if len(pieces) != _LINES:
        return []
    edge = pieces[1].x0 - _HAIR
    held = {id(c) for c in first}
    below = [c for c in words if id(c) not in held]
    return [[c for c in first if c.x0 < edge], below, [c for c in first if c.x0 >= edge]]


def _is_score(words: Sequence[Cluster]) -> bool:
    """Whether words are a number with decimals, and its unit perhaps."""
    texts = [p.text for n in printed_lines(words) for p in n.pieces]
    numbers = [t for t in texts if is_number(t, decimals=True)]
    return len(numbers) == 1 and sum(len(t) for t in texts if t not in numbers) <= _UNIT


def _text(words: Sequence[Cluster]) -> str:
    return "".join(c.text for c in sorted(words, key=lambda c: c.x0))


def with_heads_apart(
    clusters: Sequence[Cluster], heads: Sequence[CardHead]
) -> Iterator[list[Cluster] | CardHead]:
    """Text in the order it is read, the heads of cards in it by themselves."""
    mine = {id(c) for c in clusters}
    own = [h for h in heads if all(id(c) in mine for part in h.parts for c in part)]
    held = {id(c) for h in own for part in h.parts for c in part}
    rest = [c for c in clusters if id(c) not in held]
    rest = [c for c in rest if not any(h.box.holds(*c.middle) for h in own)]
    for head in own:
        yield [c for c in rest if c.y < head.box.bottom]
        yield head
        rest = [c for c in rest if c.y >= head.box.bottom]
    yield rest


__all__ = ["CardHead", "card_heads", "with_heads_apart"]
