"""Columns of tables that draw rules between rows only, some of them from an inner column on.

A name that reaches over several rows has no rule between them: the rules beside it begin where the
next column does. They show that column's edge however near its words come; the others are told by
the gaps that no words fill.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.content import Content, Segment
from extract.text.clusters import Cluster
from extract.text.pieces import gutters_of, printed_lines, runs_over

# Ends of rules this near to each other are one edge.
_SLACK = 3.0
# Fewer rules of one length, or from one inner column on, show nothing.
_LEAST = 2
# A column is wider than this.
_NARROW = 12.0
# Letters nearer than this, in em, run on.
_TOUCH = 0.15
# A page with more rules is a drawing.
_MOST = 400


@dataclass(frozen=True, slots=True)
class _Ladder:
    """Rules of one length, and the inner edges from which others beside them begin."""

    left: float
    right: float
    full: tuple[float, ...]
    inner: tuple[float, ...]


def inner_columns(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The upright rules that such tables leave to be imagined."""
    flat = _in_one_piece([s for s in content.segments if s.horizontal])
    if not _LEAST < len(flat) <= _MOST:
        return []
    upright = [s for s in content.segments if not s.horizontal]
    found: list[Segment] = []
    for ladder in _ladders(flat):
        for rungs in _tables(ladder, words):
            shown = sum(_begins_within(s, ladder, rungs) for s in flat) >= _LEAST
            if not shown or any(_crosses(s, ladder, rungs) for s in upright):
                continue
            xs = _edges(ladder, rungs, words)
            found += [Segment(False, x, a, b) for a, b in pairwise(rungs) for x in xs]
    return found


def _in_one_piece(flat: Sequence[Segment]) -> list[Segment]:
    """The rules that nothing goes on beside: those drawn cell by cell show their columns."""
    levels: Counter[int] = Counter(round(s.at / _SLACK) for s in flat)
    return [s for s in flat if levels[round(s.at / _SLACK)] == 1 and s.end - s.start > _NARROW]


def _ladders(flat: Sequence[Segment]) -> Iterator[_Ladder]:
    groups: Counter[tuple[int, int]] = Counter()
    for s in flat:
        groups[round(s.start / _SLACK), round(s.end / _SLACK)] += 1
    for (start, end), count in groups.most_common():
        left, right = start * _SLACK, end * _SLACK
        full = {round(s.at, 1) for s in flat if _is(s, left, right)}
        if count < _LEAST or len(full) < _LEAST:
            return
        begins = Counter(
            round(s.start / _SLACK)
            for s in flat
            if abs(s.end - right) <= 2 * _SLACK
            and left + _NARROW < s.start < right - _NARROW
            and min(full) < s.at < max(full)
        )
        inner = [x * _SLACK for x, often in begins.items() if often >= _LEAST]
        if inner:
            yield _Ladder(left, right, tuple(sorted(full)), tuple(sorted(inner)))


def _is(s: Segment, left: float, right: float) -> bool:
    return abs(s.start - left) <= 2 * _SLACK and abs(s.end - right) <= 2 * _SLACK


def _crosses(s: Segment, ladder: _Ladder, rungs: Sequence[float]) -> bool:
    """Whether an upright rule stands within a table: it draws its columns itself."""
    within = ladder.left + _NARROW < s.at < ladder.right - _NARROW
    return within and s.start < rungs[-1] - _SLACK and s.end > rungs[0] + _SLACK


def _begins_within(s: Segment, ladder: _Ladder, rungs: Sequence[float]) -> bool:
    """Whether a rule from an inner edge on stands within a table."""
    inner = any(abs(s.start - x) <= _SLACK for x in ladder.inner)
    return inner and rungs[0] < s.at < rungs[-1] and abs(s.end - ladder.right) <= 2 * _SLACK


def _tables(ladder: _Ladder, words: Sequence[Cluster]) -> Iterator[list[float]]:
    """Runs of full rules between which no words run over an inner edge."""
    run: list[float] = []
    for top, bottom in pairwise(ladder.full):
        own = _within(words, ladder, top, bottom)
        parted = own and not any(runs_over(own, x, _TOUCH) for x in ladder.inner)
        if parted:
            run = run or [top]
            run.append(bottom)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _within(words: Sequence[Cluster], ladder: _Ladder, top: float, bottom: float) -> list[Cluster]:
    return [
        c
        for c in words
        if top < c.middle[1] < bottom and ladder.left <= c.middle[0] <= ladder.right
    ]


def _edges(ladder: _Ladder, rungs: Sequence[float], words: Sequence[Cluster]) -> list[float]:
    """The edges of the columns, those between the inner edges told by gaps."""
    own = _within(words, ladder, rungs[0], rungs[-1])
    known = [ladder.left, *ladder.inner, ladder.right]
    found = list(known)
    for left, right in pairwise(known):
        lines = printed_lines([c for c in own if left <= c.middle[0] <= right])
        found += [(a + b) / 2 for a, b in gutters_of(lines)]
    return sorted(found)


__all__ = ["inner_columns"]
