"""Rows of a table whose columns are known and whose rows nothing, or not all, parts.

Numbers and codes that stand alone in their column are keys: a row has one of a kind. The rows are
told by where keys stand beside the words (:mod:`extract.tables.rowstarts`). Without keys the words
tell (:mod:`extract.tables.wordrows`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Content, Segment
from extract.model import Box
from extract.tables.grid import Grid, plain_grid
from extract.tables.headed import Headed, headed_tables, in_columns
from extract.tables.keycolumns import is_key, key_columns, text_at, wordy_lines
from extract.tables.rowspaces import starts_apart
from extract.tables.rowstarts import row_starts
from extract.tables.runs import levels_of
from extract.tables.wordrows import FULL, WIDER, full_lines, rows_of_items, rows_of_words
from extract.text.clusters import Cluster
from extract.text.itemcodes import begins_with_code
from extract.text.pieces import Printed, column_of, edges_above

# A rule closes the names no more lines than this below the first of them.
_NAMES = 3
# The names and a row below them are a table.
_ROWS = 2
# So many rules of one length, their ends this near each other, close a table with the last of them.
_CLOSED, _SLACK = 3, 3.0
# Shorter rules close nothing; a page with more long ones is a drawing.
_LONG, _MANY = 60.0, 400
# A stripe is this share of its page wide.
_ACROSS = 0.5


def headed_grids(clusters: Sequence[Cluster], content: Content) -> list[Grid]:
    """The grids of the tables under a line of names without upright rules."""
    visible = [c for c in clusters if not c.text.isspace()]
    rules = levels_of(content.segments)
    edges = [*rules, *_painted(content)]
    found = []
    for top, bottom in pairwise([-math.inf, *_closing(content.segments), math.inf]):
        own = [c for c in visible if top < c.middle[1] <= bottom]
        for table in headed_tables(own, content.height, edges):
            ys = row_edges_below(table, rules)
            if len(ys) > _ROWS:
                found.append(_grid(table, ys))
    return found


def _painted(content: Content) -> list[float]:
    """Where stripes across the page begin and end: they part lines as rules do."""
    least = _ACROSS * content.width
    wide = (s.box for s in content.shades if not s.white and s.box.width > least)
    return [y for box in wide for y in (box.top, box.bottom)]


def _closing(segments: Sequence[Segment]) -> list[float]:
    """Where tables are closed above others: at the last of their rules, others' below it."""
    flat = sorted((s for s in segments if s.horizontal), key=lambda s: s.at)
    lowest = flat[-1].at if flat else 0.0
    flat = [s for s in flat if s.end - s.start >= _LONG]
    if len(flat) > _MANY:
        return []
    groups: list[list[Segment]] = []
    while flat:
        groups.append([s for s in flat if _same_ends(s, flat[0])])
        flat = [s for s in flat if not _same_ends(s, groups[-1][0])]
    return sorted(
        own[-1].at
        for own in groups
        if own[-1].at < lowest
        and len({round(s.at) for s in own}) >= _CLOSED
        and not any(_goes_on(own, part) for part in groups)
    )


def _goes_on(own: Sequence[Segment], part: Sequence[Segment]) -> bool:
    """Whether shorter rules that part rows between others stand below the last of those too.

    The page ends within a row whose first columns they part.
    """
    first, last = own[0], own[-1]
    shorter = abs(part[0].start - first.start) < _SLACK and part[0].end < first.end - _SLACK
    between = any(first.at < s.at < last.at for s in part)
    return shorter and between and part[-1].at > last.at


def _same_ends(a: Segment, b: Segment) -> bool:
    return abs(a.start - b.start) < _SLACK and abs(a.end - b.end) < _SLACK


def _grid(table: Headed, ys: Sequence[float]) -> Grid:
    """The grid of a table; a band is one cell over all columns."""
    plain = plain_grid(table.xs, ys)
    bands = [table.lines[n].y for n in table.bands]
    whole = {
        row
        for row, (top, bottom) in enumerate(pairwise(ys))
        if any(top < y < bottom for y in bands)
    }
    right = plain.xs[-1]
    cells = []
    for c in plain.cells:
        if c.row not in whole:
            cells.append(c)
        elif not c.column:
            box = Box(c.box.x0, c.box.top, right, c.box.bottom)
            cells.append(replace(c, column_span=len(plain.xs) - 1, box=box))
    return Grid(plain.xs, plain.ys, tuple(cells))


def items_within(clusters: Sequence[Cluster], xs: Sequence[float]) -> Grid | None:
    """The grid of rows that begin with codes of items within columns that are known.

    ``None`` where none does. The names of groups stand across the columns.
    """
    table = in_columns(clusters, xs)
    if not any(begins_with_code(text_at(table, n, 0)) for n in range(len(table.lines))):
        return None
    ys = row_edges_below(table, [])
    return _grid(table, ys) if ys else None


def edges_at_keys(clusters: Sequence[Cluster], xs: Sequence[float]) -> list[float]:
    """The edges between the rows of what stands within columns; empty where keys do not tell."""
    table = in_columns(clusters, xs)
    keys = key_columns(table, 0)
    starts = _starts(table, range(len(table.lines)), keys, ruled=False) if keys else []
    return edges_above(table.lines, starts[1:])


def row_edges_below(table: Headed, rules: Sequence[float]) -> list[float]:
    """The edges of all rows, top to bottom, the names' row first; empty where nothing tells them.

    ``rules``: where cross rules are drawn on the page.
    """
    lines = table.lines
    names = _names_end(table, rules)
    keys = key_columns(table, names)
    inside = [at for at in rules if lines[names - 1].y < at < lines[-1].y]
    starts: list[int] = []
    for first, end, ruled in _stretches(table, names, inside):
        if first in table.bands:
            starts.append(first)
            continue
        own = _starts(table, range(first, end), keys, ruled=ruled)
        if not own:
            return []
        starts += own
    if not starts:
        return []
    starts = [start for start in starts if start]
    edges = edges_above(lines, starts)
    drawn = [
        next((at for at in rules if lines[start - 1].y < at < lines[start].y), edge)
        for start, edge in zip(starts, edges, strict=True)
    ]
    return [lines[0].y - lines[0].size, *drawn, lines[-1].y + 0.5 * lines[-1].size]


def _names_end(table: Headed, rules: Sequence[float]) -> int:
    """How many lines are names: those above the first rule, if it is near."""
    lines = table.lines
    last = min(table.names + _NAMES, len(lines)) - 1
    for n in range(table.names, last + 1):
        if _ruled_above(lines, n, rules):
            return n
    return table.names


def _stretches(
    table: Headed, names: int, rules: Sequence[float]
) -> Iterator[tuple[int, int, bool]]:
    """The body between bands and rules: first line, end, and whether rules part its rows."""
    lines = table.lines
    cuts = [
        n
        for n in range(names + 1, len(lines))
        if n in table.bands or n - 1 in table.bands or _ruled_above(lines, n, rules)
    ]
    ruled = any(_ruled_above(lines, n, rules) for n in cuts)
    for first, end in pairwise([names, *cuts, len(lines)]):
        yield first, end, ruled


def _ruled_above(lines: Sequence[Printed], at: int, rules: Sequence[float]) -> bool:
    """Whether a rule is drawn between a line and the one above it."""
    return any(lines[at - 1].y < rule < lines[at].y for rule in rules)


def _starts(table: Headed, own: range, keys: Sequence[int], *, ruled: bool) -> list[int]:
    """The first lines of the rows of a stretch; empty where nothing tells them."""
    lines = table.lines[own.start : own.stop]
    apart = starts_apart(table, own, keys) if not ruled else []
    if apart:
        return apart
    words = [n - own.start for n in own if n in wordy_lines(table, own, keys)]
    several = False
    for column in keys:
        beside = [n - own.start for n in own if is_key(text_at(table, n, column))]
        several = several or len(beside) > 1
        if len(beside) > 1:
            found = row_starts(lines, beside, words or beside, -1)
            if found or _begin_at_keys(lines, words, beside, table.xs):
                starts = [n + own.start for n in found or beside]
                # What stands above the first key is the rest of a row cut by the page end.
                return starts if starts[0] == own.start else [own.start, *starts]
        elif beside and not (ruled or several) and _stands_apart(lines, beside[0]):
            return [own.start, beside[0] + own.start]
    if ruled or (keys and not several):
        # One row between rules, or with one key, or with several where one line alone is full.
        single = not several or full_lines(table, own) == [own.start]
        return [own.start] if single else []
    return [] if keys else rows_of_items(table, own) or rows_of_words(table, own)


def _stands_apart(lines: Sequence[Printed], at: int) -> bool:
    """Whether a line is farther from the one above it than others are from theirs."""
    steps = [b.y - a.y for a, b in pairwise(lines)]
    return at > 0 and steps[at - 1] >= WIDER * min(steps)


def _begin_at_keys(
    lines: Sequence[Printed], words: Sequence[int], keys: Sequence[int], xs: Sequence[float]
) -> bool:
    """Whether rows begin at their keys, told by which lines of words are full.

    A line that reaches the end of its column goes on in the next one; the last of a cell does not.
    Lines without a key go on from the one with a key above them then, and not into the next one.
    """
    if not set(keys) <= set(words) or words[0] != keys[0]:
        return False
    column = Counter(column_of(p, xs) for n in words for p in lines[n].pieces).most_common(1)[0][0]
    ends = {n: p.x1 for n in words for p in lines[n].pieces if column_of(p, xs) == column}
    begin = min(p.x0 for n in words for p in lines[n].pieces if column_of(p, xs) == column)
    full = begin + FULL * (max(ends.values()) - begin)
    onward = backward = True
    for key, after in pairwise([*keys, len(lines)]):
        run = [n for n in words if key <= n < after]
        onward = onward and all(ends.get(n, 0.0) >= full for n in run[:-1])
        backward = backward and all(ends.get(n, 0.0) >= full for n in run[1:])
    return onward and not backward


__all__ = ["edges_at_keys", "headed_grids", "items_within"]
