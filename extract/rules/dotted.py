"""Dotted rules: rows of dots as long as they are thick, so that none says which way its rule runs.

Each dot alone may pass for a tiny rule across the line it is of; many of them in a row, each near
the next, are one rule. Borders of rows begin and end at the same places; dots that lead from words
to a number begin where these end, each elsewhere, and are no rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from extract.content import Segment

# A dot is no longer than this, and no farther from the next one.
_DOT, _NEXT = 2.5, 5.0
# So many of them in a row are a rule, and so many rules from one place to another borders.
_LEAST, _BORDERS = 12, 3
# Shorter ones are of lists beside each other.
_WIDTH = 200.0
# Dots this near to one height are of one rule; ends this near to each other are at one place.
_LEVEL, _PLACE = 0.5, 3.0

_Dot = tuple[float, float]


def with_dotted_rules(segments: Sequence[Segment]) -> list[Segment]:
    """The rules of a page, rows of dots joined to the rules they are."""
    small = [s for s in segments if s.end - s.start <= _DOT]
    if len(small) < _LEAST:
        return list(segments)
    dots = {_middle(s): s for s in small}
    rules: list[tuple[Segment, list[_Dot]]] = []
    for across in (True, False):
        levels: dict[int, list[_Dot]] = defaultdict(list)
        taken = {dot for _, run in rules for dot in run}
        for dot in dots.keys() - taken:
            levels[round(dot[1 if across else 0] / _LEVEL)].append(dot)
        for level in levels.values():
            rules += _rules(sorted(level), horizontal=across)
    places = Counter(_ends(rule) for rule, _ in rules)
    borders = [
        (rule, run)
        for rule, run in rules
        if places[_ends(rule)] >= _BORDERS and rule.end - rule.start >= _WIDTH
    ]
    gone = {id(dots[dot]) for _, run in borders for dot in run}
    rest = [s for s in segments if id(s) not in gone]
    return [*rest, *(rule for rule, _ in borders)]


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
        if len(run) >= _LEAST
    ]


def _ends(rule: Segment) -> tuple[bool, int, int]:
    return rule.horizontal, round(rule.start / _PLACE), round(rule.end / _PLACE)


__all__ = ["with_dotted_rules"]
