"""Columns of tables that draw cross rules only, by where words begin in all their rows.

The names at the head may stand anywhere above a column, in any type, and a narrow column's may come
near the next one's. In every row words begin where a column does; the head confirms it, for the
parts of a date or what stands behind a bullet begin below each other too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from extract.text.clusters import Cluster
from extract.text.pieces import Printed, clusters_on, is_number, is_wordy, printed_lines

#: A row between two rules: where it begins and ends, and its words.
Row = tuple[float, float, list[Cluster]]

# Words begin below each other within this, in this share of the rows, and in no fewer.
_BELOW = 1.5
_SHARE = 0.8
_LEAST = 3
# Letters nearer than this, in em, are of one word. Without a head columns are farther apart.
_TOUCH = 0.15
_APART = 0.55
# A gap between columns that no words fill is at least so wide, in em.
_GAP = 0.6
#: A code of a letter and a number in front of a row.
CODE = re.compile(r"^\(?[A-Z]\s?\d{1,2}(?!\d)")
# Fewer columns than this are a list.
_COLUMNS, _BARE = 3, 4
# A head has no more lines than this, and stands this near above the first rule, in letter heights,
# or this many times as far as the lines of the table are from each other.
_LINES = 3
_NEAR = 1.7
_PITCH = 1.1


def begun_below(rows: Sequence[Row], left: float) -> dict[float, list[float]]:
    """Where words begin in most rows and no word is crossed, from left to right.

    Each with the gaps before the words, in em; empty where there are too few for any columns.
    """
    body = [words for _, _, own in rows for words in _at_codes(own)]
    if len(body) < _LEAST:
        return {}
    gaps = {x: g for x, g in sorted(_begun(body).items()) if x > left + 4 * _BELOW}
    edges = [x for x in gaps if not any(_crossed(words, x, touching=True) for words in body)]
    return {x: gaps[x] for x in edges} if len(edges) >= _COLUMNS - 1 else {}


def column_starts(
    head: Sequence[Cluster],
    begun: Mapping[float, Sequence[float]],
    left: float,
    *,
    wider: bool = False,
) -> list[float]:
    """Where columns begin, the first at ``left``; empty where their rows do not tell.

    ``head``: the words of the names above them; none where the table goes on from another page.
    ``begun``: what :func:`begun_below` finds in the rows. ``wider``: names may begin before what
    stands at the middle of their columns.
    """
    if not head:
        found = [left, *(x for x, gaps in begun.items() if min(gaps) >= _APART)]
        return found if len(found) >= _BARE else []
    found_at = {_before_name(head, x, g) if wider else x: g for x, g in begun.items()}
    edges = [x for x in found_at if not _crossed(head, x)]
    while bare := _unnamed(head, [left, *edges]):
        # A column without a name is one with the nearer of the columns beside it.
        edges.remove(min((x for x in bare if x in edges), key=lambda x: median(found_at[x])))
    starts = [left, *edges]
    return starts if len(starts) >= _COLUMNS and _one_name_each(head, starts) else []


def middle_starts(
    head: Sequence[Cluster],
    begun: Mapping[float, Sequence[float]],
    rows: Sequence[Row],
    left: float,
) -> list[float]:
    """Where columns begin if few hold words at their middle, which begin nowhere below each other.

    Each name has a column. What parts two of them that no beginnings do is a gap that no words of
    any row fill, but for the names of groups; the widest between the middles of both. Empty where
    there is none, where most have no beginnings, or the names stand in several lines.
    """
    lines = printed_lines(head)
    names = lines[0].pieces if len(lines) == 1 else []
    body = [c for _, _, words in rows if not is_band(words) for c in words]
    gaps = _free([*head, *body], _GAP * head[0].size) if names and body else []
    starts, told = [left], 0
    for a, b in pairwise(names):
        middle, after = (a.x0 + a.x1) / 2, (b.x0 + b.x1) / 2
        own = [x for x in begun if middle < x <= after and not _crossed(head, x)]
        wide = [(y - x, y) for x, y in gaps if middle < x and y <= after]
        if not own and not wide:
            return []
        starts.append(own[-1] if own else max(wide)[1])
        told += bool(own)
    return starts if told >= _COLUMNS and 2 * told >= len(starts) else []


def _free(words: Sequence[Cluster], least: float) -> list[tuple[float, float]]:
    """The stretches between words, over all their lines, that are at least so wide."""
    found: list[tuple[float, float]] = []
    end = float("inf")
    for c in sorted(words, key=lambda c: c.x0):
        if c.x0 - end >= least:
            found.append((end, c.x0))
        end = c.x1 if end == float("inf") else max(end, c.x1)
    return found


def _before_name(head: Sequence[Cluster], x: float, gaps: Sequence[float]) -> float:
    """Where the column begins whose words begin at a place: before its name, if that is wider.

    ``gaps``: what is free before the words, in em: the name's beginning must lie within.
    """
    over = [p.x0 for line in printed_lines(head) for p in line.pieces if p.x0 < x < p.x1]
    room = min(gaps) * head[0].size - _BELOW
    return min(over) if over and x - min(over) < room else x


def is_head(words: Sequence[Cluster]) -> bool:
    """Whether words may be the names of columns: a few lines beside each other, and no number.

    A year may be part of a name, and so may a number in brackets.
    """
    lines = printed_lines(words)
    beside = any(len(line.pieces) > 1 for line in lines)
    named = all(is_wordy(p.text) for line in lines for p in line.pieces)
    return beside and len(lines) <= _LINES and named


def head_above(words: Sequence[Cluster], top: float) -> list[Cluster]:
    """The names of columns that stand right above the first rule of a table."""
    above = [c for c in words if c.middle[1] < top]
    # Names may be set as far apart as the lines of the table are.
    body = printed_lines([c for c in words if c.middle[1] >= top])
    pitch = min((b.y - a.y for a, b in pairwise(body)), default=0.0)
    found: list[Cluster] = []
    rest: list[Cluster] = []
    below = top
    for line in reversed(printed_lines(above)):
        near = max(_NEAR * line.size, _PITCH * pitch)
        if below - line.y > near or (len(line.pieces) < 2 and found):
            break
        # The rest of a single name may stand alone below the others.
        rest += clusters_on(line, above)
        found = rest if len(line.pieces) > 1 else found
        below = line.y
    return found if found and is_head(found) else []


def _at_codes(words: Sequence[Cluster]) -> list[list[Cluster]]:
    """A row in its parts, where several of its lines begin with a code, without bands."""
    lines = printed_lines(words)
    begins = [line.y - line.size for line in lines if CODE.match(line.pieces[0].text)]
    if len(begins) < _LEAST:
        # Bands below each other are no more than one is.
        return [] if all(len(line.pieces) == 1 for line in lines) else [list(words)]
    ends = [*begins[1:], float("inf")]
    parts = ([c for c in words if a < c.y <= b] for a, b in zip(begins, ends, strict=True))
    return [part for part in parts if not is_band(part)]


def is_band(words: Sequence[Cluster]) -> bool:
    """Whether a row is one line of words that nothing parts."""
    return _is_one_piece(printed_lines(words))


def _is_one_piece(lines: Sequence[Printed]) -> bool:
    return len(lines) == 1 and len(lines[0].pieces) == 1


def _begun(rows: Sequence[Sequence[Cluster]]) -> dict[float, list[float]]:
    """Where words begin in most rows, each with the gaps before them, in em, a row's widest."""
    ends = _ending(rows)
    starts = sorted(
        (ends.get((n, x), x), gap, n) for n, words in enumerate(rows) for x, gap in _words(words)
    )
    found: dict[float, list[float]] = {}
    while starts:
        own = [s for s in starts if s[0] - starts[0][0] <= _BELOW]
        widest: dict[int, float] = {}
        for _, gap, row in own:
            widest[row] = max(gap, widest.get(row, 0.0))
        if len(widest) >= max(_LEAST, _SHARE * len(rows)):
            found[own[0][0]] = list(widest.values())
            starts = starts[len(own) :]
        else:
            starts = starts[1:]
    return found


def _ending(rows: Sequence[Sequence[Cluster]]) -> dict[tuple[int, float], float]:
    """Where the longest of the numbers begins that end below each other, for all of them.

    By their row and where they begin themselves.
    """
    numbers = sorted(
        (p.x1, p.x0, n)
        for n, words in enumerate(rows)
        for line in printed_lines(words)
        for p in line.pieces[1:]
        if is_number(p.text, decimals=True)
    )
    found: dict[tuple[int, float], float] = {}
    while numbers:
        own = [one for one in numbers if one[0] - numbers[0][0] <= _BELOW]
        if len({n for *_, n in own}) >= max(_LEAST, _SHARE * len(rows)):
            found |= {(n, x0): min(x for _, x, _ in own) for _, x0, n in own}
        numbers = numbers[len(own) :]
    return found


def _words(words: Sequence[Cluster]) -> list[tuple[float, float]]:
    """Where the words of a row begin, each with the gap before it; the first of a line has most."""
    ordered = sorted(words, key=lambda c: (round(c.y), c.x0))
    found = [(c.x0, 99.0) for c in ordered[:1]]
    for a, b in pairwise(ordered):
        if abs(a.y - b.y) > 0.45 * b.size:
            found.append((b.x0, 99.0))
        elif b.x0 - a.x1 > _TOUCH * b.size:
            found.append((b.x0, (b.x0 - a.x1) / b.size))
    return found


def _crossed(words: Sequence[Cluster], x: float, *, touching: bool = False) -> bool:
    """Whether letters of one word stand on both sides of an edge.

    ``touching``: a word that begins at the edge may touch the one before it.
    """
    ordered = sorted(words, key=lambda c: (round(c.y), c.x0))
    if any(c.x0 < x - _BELOW and c.x1 > x + _BELOW for c in ordered):
        return True
    return any(
        abs(a.y - b.y) < 1
        and a.x0 < x - _BELOW
        and b.x1 > x + _BELOW
        and a.x1 < x + _BELOW < b.x1
        and b.x0 - a.x1 <= _TOUCH * b.size
        and not (touching and abs(b.x0 - x) <= _BELOW)
        for a, b in pairwise(ordered)
    )


def _one_name_each(head: Sequence[Cluster], starts: Sequence[float]) -> bool:
    """Whether no two names stand beside each other in one column: not all edges were found then."""
    for line in printed_lines(head):
        columns = [sum(x - _BELOW <= (p.x0 + p.x1) / 2 for x in starts) for p in line.pieces]
        if len(set(columns)) < len(columns):
            return False
    return True


def _unnamed(head: Sequence[Cluster], starts: Sequence[float]) -> list[float]:
    """The edges of the first column above which no name stands; empty where there is none."""
    for start, end in pairwise([*starts, float("inf")]):
        if not any(start - _BELOW <= c.middle[0] < end for c in head):
            return [x for x in (start, end) if x != starts[0] and x != float("inf")]
    return []


__all__ = [
    "CODE",
    "Row",
    "begun_below",
    "column_starts",
    "head_above",
    "is_band",
    "is_head",
    "middle_starts",
]
