"""Forms with cross rules only: a label before what is said of it, between each two rules.

In every row of a form words begin at the left edge and where its answers do; nothing runs over that
place, however near a label comes to it. What was shown by several rows holds for one that a page
end cuts off from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from extract.content import Content, Segment
from extract.model import Box
from extract.rules.crossrules import CrossRules, cross_rules, in_one_piece
from extract.tables.wordstarts import CODE, Row
from extract.text.clusters import Cluster
from extract.text.pieces import clusters_on, printed_lines, runs_over, spaced

# Fewer rows do not show where answers begin.
_LEAST = 3
# Labels in one line are two at least.
_TWO = 2
# Words begin below each other within this; answers begin no nearer to the edge than this.
_BELOW = 2.5
_LABEL = 30.0
_INDENT = 40.0
# Rules this near to each other's ends are one, drawn cell by cell.
_TOUCHING = 2.0
# An answer stands this far behind its label, in letter heights, and nothing in it so far apart.
_GAP, _WIDE = 0.3, 1.5
# Where print is as bold on both sides, it stands farther behind it.
_CLEAR = 0.8


def form_rules(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The upright rules that forms with cross rules only leave to be imagined."""
    upright = [s for s in content.segments if not s.horizontal]
    across = in_one_piece(content.segments, _TOUCHING)
    # A card with bent corners ends its first row and its last.
    ends = [*_ends_of_frames(content.frames, across)]
    found: list[Segment] = [*ends]
    whole = replace(content, segments=[*across, *ends, *upright])
    for rules in cross_rules(whole, words, _LEAST):
        for rows, x in _forms(_bare(rules)):
            edge = x - _BELOW
            inner = _inner_ends(rules, rows, content)
            if any(not edge - _INDENT < end < x + _TOUCHING for end in inner):
                continue
            # All rows of a run answer at its place, but for a last one that says several things.
            answered = rows if _keeps(rows[-1][2], x, sure=True) else rows[:-1]
            found += [Segment(False, edge, top, low) for top, low, _ in answered]
            sides = (rules.left, rules.right)
            found += [Segment(False, at, top, low) for top, low, _ in rows for at in sides]
    return found


def _ends_of_frames(frames: Sequence[Box], across: Sequence[Segment]) -> Iterator[Segment]:
    """The upper and lower sides of the frames that rules cross from side to side."""
    for frame in frames:
        crossing = [
            s
            for s in across
            if frame.top < s.at < frame.bottom
            and abs(s.start - frame.x0) < _TOUCHING
            and abs(s.end - frame.x1) < _TOUCHING
        ]
        if len(crossing) >= _LEAST - 1:
            yield from (Segment(True, y, frame.x0, frame.x1) for y in (frame.top, frame.bottom))


def _bare(rules: CrossRules) -> CrossRules:
    """The rows without the words of those that draw upright rules: these are of no form."""
    rows = zip(rules.rows, rules.bare, strict=True)
    return replace(rules, rows=[row if bare else (*row[:2], []) for row, bare in rows])


def _inner_ends(rules: CrossRules, rows: Sequence[Row], content: Content) -> list[float]:
    """Where rules drawn cell by cell end within a form: its columns do there.

    What is drawn within a row underlines its words.
    """
    edges = [y for row in rows for y in row[:2]]
    return [
        s.end
        for s in content.segments
        if s.horizontal
        and any(abs(s.at - y) < _TOUCHING for y in edges)
        and rules.left + _LABEL < s.end < rules.right - _LABEL
    ]


def _forms(rules: CrossRules) -> list[tuple[list[Row], float]]:
    """The rows of each form, and where its answers begin."""
    if sum(len({c.bold for c in words}) > 1 for _, _, words in rules.rows) < _LEAST:
        return []
    known = {x for rows, x in _runs(rules, None)}
    return [*_runs(rules, known)] if known else []


def _runs(rules: CrossRules, known: Set[float] | None) -> Iterator[tuple[list[Row], float]]:
    """Runs of rows with answers at one place: several rows, or any at a ``known`` place."""
    at = 0
    while at < len(rules.rows):
        below = rules.rows[at:]
        places = _answers(below[0], rules.left) if known is None else known
        sure = known is not None
        runs = [(_length(below, x, rules.left, sure=sure), x) for x in sorted(places)]
        length, x = max(runs, default=(0, 0.0), key=lambda run: run[0])
        told = sum(_begins(row, x) for row in below[:length])
        if length and (known is not None or told >= _LEAST):
            yield below[:length], x
        at += max(length, 1)


def _begins(row: Row, x: float) -> bool:
    return any(abs(c.x0 - x) < _BELOW for c in row[2])


def _answers(row: Row, left: float) -> set[float]:
    """Where the answer of a row may begin: where another type than its label's does."""
    words = row[2]
    first = min(words, key=lambda c: c.x0, default=None)
    begin = min((c.x0 for c in words if first and c.bold != first.bold), default=left)
    return {begin} if begin > left + _LABEL else set()


def _length(rows: Sequence[Row], x: float, left: float, *, sure: bool) -> int:
    """How many rows from the first on answer at one place; a page end may cut the first."""
    count = 0
    for _, _, words in rows:
        before = sorted((c for c in words if c.x0 < x - _BELOW), key=lambda c: c.x0)
        labelled = any(c.x0 < left + _LABEL for c in before)
        label = "".join(c.text for c in before)
        if label[:1].isdigit() or CODE.match(label) or not (labelled or not count):
            break
        if not _keeps(words, x, sure=sure):
            foot = count >= _LEAST and _is_foot(words, left, x)
            return count + 1 if foot else count
        count += 1
    return count


def _is_foot(words: Sequence[Cluster], left: float, x: float) -> bool:
    """Whether a row says several things in one line, each behind its label, as the last may."""
    lines = printed_lines(words)
    if len(lines) != 1 or len(lines[0].pieces) < _TWO or _keeps(words, x, sure=True):
        return False
    begins = [p.x0 for p in lines[0].pieces]
    labels = [any(c.bold and abs(c.x0 - at) < _BELOW for c in words) for at in begins]
    answered = all(label or before for before, label in pairwise(labels))
    return begins[0] < left + _LABEL and labels[0] and sum(labels) >= _TWO and answered


def _keeps(words: Sequence[Cluster], x: float, *, sure: bool) -> bool:
    """Whether words begin at a place or a little behind it, and nothing else parts them.

    Labels are in bold, or answers are: words beside words may be of any table. Where other rows
    are ``sure`` to answer at that very place, print may be as bold on both sides.
    """
    labels = {c.bold for c in words if c.x0 < x - _BELOW}
    answers = {c.bold for c in words if c.x0 >= x - _BELOW}
    told = len(labels) == len(answers) == 1 and labels != answers
    begun = sure and any(abs(c.x0 - x) < _TWO * _BELOW for c in words)
    if not told and not (begun and not runs_over(words, x - _BELOW, _CLEAR)):
        return False
    begin = min((c.x0 for c in words if c.x0 > x - _BELOW), default=0.0)
    # A list is set in a little.
    if not x - _BELOW < begin < x + _INDENT or runs_over(words, x - _BELOW, _GAP):
        return False
    for line in printed_lines(words):
        own = clusters_on(line, words)
        sides = ([c for c in own if c.x0 < x - _BELOW], [c for c in own if c.x0 >= x - _BELOW])
        if any(len(spaced(side, _WIDE)) > 1 for side in sides):
            return False
    return True


__all__ = ["form_rules"]
