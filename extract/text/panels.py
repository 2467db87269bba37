"""Panels: coloured columns beside a page's text, and cards of text with bent corners.

What stands in one is read by itself, as a reader's eye does, and not across its edge.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from extract.content import Content
from extract.model import Box
from extract.text.clusters import Cluster, middles_of

# A card of text is higher than this, in points.
_CARD = 40.0
# A coloured column is at least this high and at most this wide, in shares of the page.
_HIGH, _WIDE = 0.3, 0.45
# What fills the page is its ground.
_GROUND = 0.9
# So many cards stand side by side, and so far from each other, in points.
_PAIR, _ROOM = 2, 4.0
# Edges that are one differ by no more than this.
_EDGE = 1.0
# Letters as near to each other as this, in em, are of one word.
_TOUCH = 0.2
# A page with more boxes is a drawing.
_MOST = 200
# A coloured column most of whose lines go on beside it is a column of a table.
_SAME_LINE, _SHARE, _FEW = 2.0, 0.6, 3


def apart(clusters: Sequence[Cluster], content: Content) -> list[list[Cluster]]:
    """The text outside of all panels, and that of each panel; panels may stand within panels."""
    cards, sides = _panels(content)
    cards = _uncut(cards, clusters)
    shaded = _shaded_cards(clusters, content)
    cards, sides = [*cards, *shaded], [b for b in sides if b not in shaded]
    smallest = sorted([*cards, *sides], key=lambda b: b.width * b.height)
    if not smallest:
        return [sorted(clusters, key=lambda c: c.order)]
    held: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        inside = (n for n, b in enumerate(smallest) if b.holds(*cluster.middle))
        held[next(inside, -1)].append(cluster)
    outside = held.pop(-1, [])
    for number in [n for n in held if smallest[n] in sides]:
        if _goes_on_beside(held[number], outside):
            outside += held.pop(number)
    order = sorted(held, key=lambda n: _place(smallest[n], smallest, held[n]))
    outside.sort(key=lambda c: c.order)
    return [outside, *(held[n] for n in order)]


def _uncut(boxes: Sequence[Box], clusters: Sequence[Cluster]) -> list[Box]:
    """The boxes but those whose sides run through words: they are drawn around something else."""
    letters = sorted((c for c in clusters if not c.text.isspace()), key=lambda c: c.x0)
    starts = [c.x0 for c in letters]
    widest = max((c.x1 - c.x0 + c.size for c in letters), default=0.0)

    def at(edge: float) -> list[Cluster]:
        first, last = bisect_left(starts, edge - widest), bisect_right(starts, edge + widest)
        return letters[first:last]

    return [b for b in boxes if not any(_cuts_word(b, edge, at(edge)) for edge in (b.x0, b.x1))]


def _cuts_word(box: Box, edge: float, letters: Sequence[Cluster]) -> bool:
    near = [
        c
        for c in letters
        if box.top < c.middle[1] < box.bottom
        and c.x1 > edge - _TOUCH * c.size
        and c.x0 < edge + _TOUCH * c.size
    ]
    left = [c for c in near if c.middle[0] < edge]
    right = [c for c in near if c.middle[0] >= edge]
    if any(abs(a.y - b.y) < _TOUCH * a.size for a in left for b in right):
        return True
    return any(c.x0 < edge - _TOUCH * c.size and c.x1 > edge + _TOUCH * c.size for c in near)


def _place(panel: Box, panels: Sequence[Box], own: Sequence[Cluster]) -> tuple[float, float, float]:
    """Where a panel's text is read: with the panel around it, before what stands lower there."""
    around = max((b for b in panels if _within(panel, b)), key=lambda b: b.width * b.height)
    return around.top, around.x0, min(c.y for c in own)


def _within(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - _EDGE <= inner.x0
        and inner.x1 <= outer.x1 + _EDGE
        and outer.top - _EDGE <= inner.top
        and inner.bottom <= outer.bottom + _EDGE
    )


def _panels(content: Content) -> tuple[list[Box], list[Box]]:
    """The cards and the coloured columns of a page."""
    ground = _GROUND * content.width * content.height
    cards = [b for b in content.frames if min(b.height, b.width) > _CARD]
    cards = [b for b in cards if b.width * b.height < ground]
    sides = [
        s.box
        for s in content.shades
        if not s.white
        and s.box.height > _HIGH * content.height
        and _CARD < s.box.width < _WIDE * content.width
    ]
    return (cards, sides) if len(cards) + len(sides) <= _MOST else ([], [])


def _shaded_cards(clusters: Sequence[Cluster], content: Content) -> list[Box]:
    """Shaded boxes beside each other that hold all there is at their heights, as cards do.

    Coloured columns of a table touch, or have others between them.
    """
    boxes = {s.box for s in content.shades if not s.white}
    large = [b for b in boxes if min(b.width, b.height) > _CARD and b.width < content.width / 2]
    large = [b for b in large if not any(b != o and _within(b, o) for o in large)]
    if len(large) < _PAIR or len(large) > _MOST:
        return []
    middles = middles_of([c for c in clusters if not c.text.isspace()])
    loose = [y for x, y in middles if not any(b.holds(x, y) for b in large)]
    beside = (b for b in large if any(_abreast(b, other) for other in large))
    return [b for b in beside if not any(b.top < y < b.bottom for y in loose)]


def _abreast(card: Box, other: Box) -> bool:
    """Whether two boxes stand side by side with room between them."""
    apart = max(card.x0 - other.x1, other.x0 - card.x1)
    shared = min(card.bottom, other.bottom) - max(card.top, other.top)
    return apart > _ROOM and 2 * shared > min(card.height, other.height)


def _goes_on_beside(panel: Sequence[Cluster], outside: Sequence[Cluster]) -> bool:
    lines = {round(c.y / _SAME_LINE) for c in panel if not c.text.isspace()}
    others = {round(c.y / _SAME_LINE) for c in outside if not c.text.isspace()}
    shared = sum(1 for y in lines if others & {y - 1, y, y + 1})
    return len(lines) >= _FEW and shared >= _SHARE * len(lines)


__all__ = ["apart"]
