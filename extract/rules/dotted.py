"""Dotted rules: rows of dots as long as they are thick, so that none says which way its rule runs.

Each dot alone may pass for a tiny rule across the line it is of; many of them in a row, each near
the next, are one rule. Borders of cells end where others cross them, those of rows begin and end at
the same places, or where other rules do; dots that lead from words to a number begin where these
end, each elsewhere, and are no rules. The shaded cells of a header show places as rules do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from extract.content import Content, Glyph, Segment
from extract.model import Box

# A dot is no longer than this, and no farther from the next one.
_DOT, _NEXT = 2.5, 5.0
# So many of them in a row are a rule, and so many rules from one place to another borders; those
# of low cells have fewer.
_LEAST, _BORDERS = 12, 3
_LOW = 5
# Shorter ones are of lists beside each other.
_WIDTH = 200.0
# Dots that lead to a number stand no lower below their line, in letter heights, and so near.
_BELOW, _BESIDE = 0.2, 20.0
# Rules at least this long are drawn in full.
_DRAWN = 20.0
# ... and shaded cells are no narrower or lower.
_CELL = 8.0
# Dots this near to one height are of one rule; ends this near to each other are at one place.
_LEVEL, _PLACE = 0.5, 3.0

_Dot = tuple[float, float]


def with_dotted_rules(content: Content) -> list[Segment]:
    """The rules of a page, rows of dots joined to the rules they are.

    Round dots are painted as areas, if small ones.
    """
    segments = content.segments
    small = [s for s in segments if s.end - s.start <= _DOT]
    small += [_dot(s.box) for s in content.shades if max(s.box.width, s.box.height) <= _DOT]
    if len(small) < _LEAST:
        return list(segments)
    dots = {_middle(s): s for s in small}
    rules: list[tuple[Segment, list[_Dot]]] = []
    for across in (True, False):
        taken = {dot for _, run in rules for dot in run}
        for level in _levels(dots.keys() - taken, 1 if across else 0):
            rules += _rules(sorted(level), horizontal=across)
    places = Counter(_ends(rule) for rule, run in rules if len(run) >= _LEAST)
    drawn = [s for s in segments if s.end - s.start >= _DRAWN]
    shades = [s.box for s in content.shades if min(s.box.width, s.box.height) >= _CELL]
    ends = [_ends(s) for s in (*drawn, *(Segment(True, b.bottom, b.x0, b.x1) for b in shades))]
    begin, end = {(h, a) for h, a, _ in ends}, {(h, b) for h, _, b in ends}
    words = _Words(content.glyphs if rules else ())
    crossing = _Crossing([*drawn, *(rule for rule, _ in rules)])
    borders = [
        (rule, run)
        for rule, run in rules
        if (places[_ends(rule)] >= _BORDERS and rule.end - rule.start >= _WIDTH)
        or (
            len(run) >= _LEAST
            and (at := _ends(rule))[:2] in begin
            and at[::2] in end
            and (places[at] >= _BORDERS or not words.led(rule))
        )
        or crossing.bounded(rule)
    ]
    gone = {id(dots[dot]) for _, run in borders for dot in run}
    rest = [s for s in segments if id(s) not in gone]
    return [*rest, *(rule for rule, _ in borders)]


def _levels(dots: Iterable[_Dot], axis: int) -> list[list[_Dot]]:
    """The dots at one height each, or beside one place."""
    found: list[list[_Dot]] = []
    for dot in sorted(dots, key=lambda d: d[axis]):
        if found and dot[axis] - found[-1][0][axis] <= _LEVEL:
            found[-1].append(dot)
        else:
            found.append([dot])
    return found


class _Words:
    """The letters of a page by the height they stand at."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._places = sorted((g.y, g.x, g.x + g.advance, g.size) for g in glyphs)
        self._highest = max((size for *_, size in self._places), default=0.0)

    def led(self, rule: Segment) -> bool:
        """Whether a row of dots leads from words to others on their line."""
        if not rule.horizontal:
            return False
        first = bisect_left(self._places, (rule.at - _BELOW * self._highest,))
        last = bisect_left(self._places, (rule.at + self._highest,))
        near = self._places[first:last]
        level = [(x, end) for y, x, end, size in near if y - size < rule.at < y + _BELOW * size]
        before = any(-_BESIDE < end - rule.start < 1 for _, end in level)
        return before and any(-1 < x - rule.end < _BESIDE for x, _ in level)


class _Crossing:
    """Rules by where they stand, to find those that others end at."""

    def __init__(self, rules: Sequence[Segment]) -> None:
        self._rules = {
            way: sorted((r for r in rules if r.horizontal == way), key=lambda r: r.at)
            for way in (True, False)
        }
        self._places = {way: [r.at for r in lying] for way, lying in self._rules.items()}

    def bounded(self, rule: Segment) -> bool:
        """Whether rules cross or touch this one at both of its ends."""
        return self._meets(rule, rule.start) and self._meets(rule, rule.end)

    def _meets(self, rule: Segment, end: float) -> bool:
        lying, places = self._rules[not rule.horizontal], self._places[not rule.horizontal]
        first, last = bisect_left(places, end - _PLACE), bisect_left(places, end + _PLACE)
        return any(r.start - _PLACE <= rule.at <= r.end + _PLACE for r in lying[first:last])


def _dot(box: Box) -> Segment:
    return Segment(True, (box.top + box.bottom) / 2, box.x0, box.x1)


def _middle(dot: Segment) -> _Dot:
    along = (dot.start + dot.end) / 2
    return (along, dot.at) if dot.horizontal else (dot.at, along)


def _rules(dots: Sequence[_Dot], *, horizontal: bool) -> list[tuple[Segment, list[_Dot]]]:
    """The rules that dots at one level are, each with its dots."""
    axis = 0 if horizontal else 1
    runs: list[list[_Dot]] = []
    for dot in dots:
        if runs and dot[axis] - runs[-1][-1][axis] <= _NEXT:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return [
        (Segment(horizontal, run[0][1 - axis], run[0][axis], run[-1][axis]), run)
        for run in runs
        if len(run) >= _LOW
    ]


def _ends(rule: Segment) -> tuple[bool, int, int]:
    return rule.horizontal, round(rule.start / _PLACE), round(rule.end / _PLACE)


__all__ = ["with_dotted_rules"]
