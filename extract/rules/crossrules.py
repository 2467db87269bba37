"""Cross rules of one table: those with the same ends, and the words between each two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.content import Content, Segment
from extract.model import Box
from extract.tables.wordstarts import Row
from extract.text.clusters import Cluster, Letters, letters_of

# Rules of one table have the same ends and are no shorter.
_SLACK = 3.0
_WIDTH = 200.0
# A coloured band is no higher than this.
_BAND = 60.0
# What lies between rules at this distance is a double rule.
_DOUBLE = 3.0
# Shaded cells beside each other are no farther apart, and as high.
_TILE = 1.0
# A page with more cross rules is a drawing.
_MOST = 300


@dataclass(frozen=True, slots=True)
class CrossRules:
    """Cross rules with the same ends, and the words between each two of them, top to bottom.

    ``bare``: which of these rows draw no upright rules.
    """

    left: float
    right: float
    rows: list[Row]
    bare: list[bool]


def cross_rules(
    content: Content, words: Sequence[Cluster], least: int = 1, *, tiled: bool = False
) -> Iterator[CrossRules]:
    """The cross rules of each table of which so many rows draw no upright ones.

    ``tiled``: bands that are shaded cell by cell have such rules above and below, too.
    """
    upright = [s for s in content.segments if not s.horizontal]
    lines = [(s.at, s.start, s.end) for s in content.segments if s.horizontal]
    bands = [s.box for s in content.shades if not s.white and s.box.height < _BAND]
    bands += _tiled(bands) if tiled else []
    lines += [(y, b.x0, b.x1) for b in bands for y in (b.top, b.bottom)]
    lines = sorted(line for line in lines if line[2] - line[1] >= _WIDTH)
    letters = letters_of(words)
    if len(lines) > _MOST:
        return
    while len(lines) > 1:
        _, left, right = lines[0]
        own: list[tuple[float, float, float]] = []
        rest: list[tuple[float, float, float]] = []
        for n in lines:
            alike = abs(n[1] - left) < _SLACK and abs(n[2] - right) < _SLACK
            (own if alike else rest).append(n)
        lines = rest
        ys = [own[0][0]]
        ys += [b[0] for a, b in pairwise(own) if b[0] - a[0] > _DOUBLE]
        # Where upright rules are drawn, nothing is left to be imagined.
        bare = [not is_ruled(left, right, top, low, upright) for top, low in pairwise(ys)]
        if sum(bare) >= least:
            yield CrossRules(left, right, _rows_between(ys, left, right, letters), bare)


def _tiled(bands: Sequence[Box]) -> list[Box]:
    """The bands that are shaded cell by cell, from one end to the other."""
    found: list[tuple[Box, int]] = []
    for b in sorted(bands, key=lambda b: (round(b.top), round(b.bottom), b.x0)):
        last, many = found[-1] if found else (b, 0)
        level = abs(b.top - last.top) < _TILE and abs(b.bottom - last.bottom) < _TILE
        if many and level and abs(b.x0 - last.x1) < _TILE:
            found[-1] = replace(last, x1=b.x1), many + 1
        else:
            found.append((b, 1))
    return [b for b, many in found if many > 1]


def in_one_piece(segments: Sequence[Segment], touching: float) -> list[Segment]:
    """The cross rules, those drawn cell by cell from one end to the other.

    ``touching``: how near to each other pieces of one rule are, in points.
    """
    found: list[Segment] = []
    for s in sorted((s for s in segments if s.horizontal), key=lambda s: (round(s.at), s.start)):
        last = found[-1] if found else None
        if last is not None and abs(s.at - last.at) < 1 and s.start - last.end < touching:
            found[-1] = Segment(True, last.at, last.start, max(last.end, s.end))
        else:
            found.append(s)
    return found


def within(words: Sequence[Cluster], left: float, right: float) -> list[Cluster]:
    """The words between the ends of cross rules."""
    left, right = left - _SLACK, right + _SLACK
    return [c for c in words if left < (c.x0 + c.x1) / 2 < right]


def is_ruled(
    left: float, right: float, top: float, bottom: float, drawn: Sequence[Segment]
) -> bool:
    """Whether upright rules are drawn within."""
    left, right, top, bottom = left + _SLACK, right - _SLACK, top + _SLACK, bottom - _SLACK
    return any(
        s.start < bottom and s.end > top and left < s.at < right and not s.horizontal for s in drawn
    )


def is_parted(row: Row, rules: CrossRules, drawn: Sequence[Segment]) -> bool:
    """Whether a rule is drawn within a row, be it over some columns only."""
    low, high = row[0] + _SLACK, row[1] - _SLACK
    within = (s for s in drawn if s.horizontal and s.start < rules.right and s.end > rules.left)
    return any(low < s.at < high for s in within)


def _rows_between(ys: Sequence[float], left: float, right: float, words: Letters) -> list[Row]:
    """The words between each two rules, each row's in the order of the page."""
    left, right = left - _SLACK, right + _SLACK
    return [(top, low, words.inside(top, low, left, right)) for top, low in pairwise(ys)]


__all__ = ["CrossRules", "cross_rules", "in_one_piece", "is_parted", "is_ruled", "within"]
