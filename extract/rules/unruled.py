"""Upright rules that a table leaves to be imagined: between its rows it draws rules, else none.

Made by word processors and style sheets that draw a rule under each row and nothing between the
columns. Text that lines up shows columns too (:mod:`extract.tables.alignment`), but not where the
words of two columns come near each other. Where they part is said by the shaded cells of the
header, or by the cross rules themselves where they are drawn cell by cell.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from extract.content import Content, Segment, Shade
from extract.tables.wordstarts import is_band
from extract.text.clusters import Cluster
from extract.text.pieces import is_crowded, printed_lines, runs_over

# A header is at most this high; fewer columns than this show nothing.
_HEAD = 80.0
_COLUMNS = 3
_SLACK = 3.0
# No page has so many headers: that many rows of shades are a drawing.
_MOST = 300
# Words nearer to each other than this, in em, are words of one cell.
_NEAR, _TOUCH = 0.4, 0.15


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands between two cross rules.

    ``merged``: its words run over an edge of columns; ``crowded``: some of them stand far from each
    other in one column.
    """

    top: float
    low: float
    beside: bool
    merged: bool
    band: bool
    crowded: bool


def columns_below(content: Content, clusters: Sequence[Cluster]) -> list[Segment]:
    """The columns of a header, or of the first of several cross rules, drawn down below it.

    They reach as far as cross rules run from its left edge to its right one. A row with
    words across an edge is one merged cell; where most rows are so, the columns are not theirs.
    """
    found: list[Segment] = []
    headers = [*islice(_headers(content.shades), _MOST)]
    pieced = [(xs, at, at) for xs, at in _pieced(content.segments)]
    if not (headers or pieced):
        return []
    upright = [s for s in content.segments if not s.horizontal]
    visible = [c for c in clusters if not c.text.isspace()]
    for xs, _, bottom in [*headers, *pieced]:
        end = _next_header(headers, xs, bottom)
        for row in _of_columns([*_rows_below(content, visible, upright, xs, bottom, end)]):
            if row.merged:
                found += _of_names(content.segments, visible, xs, (row.top, row.low))
            else:
                found += [Segment(False, x, row.top, row.low) for x in xs]
    return found


def _rows_below(
    content: Content,
    visible: Sequence[Cluster],
    upright: Sequence[Segment],
    xs: Sequence[float],
    bottom: float,
    end: float,
) -> Iterator[_Row]:
    """The rows between cross rules below a header, as far as ``end``, where the next one begins."""
    top = bottom
    below: list[Cluster] | None = None
    for (at, ends), (low, _) in pairwise([*_levels(content, xs, bottom), (math.inf, [])]):
        if at > end + _SLACK or _ruled(upright, xs, top, at):
            return
        words = _words(visible, xs, top, at) if below is None else below
        below = _words(visible, xs, at, low) if low < math.inf else []
        beside = _stand_beside(words, xs)
        # What stands alone above the next header is its heading.
        if not words or (at > end - _SLACK and not beside) or _is_heading(words, below, xs):
            return
        # With words in every column and the rule below drawn cell by cell, they may come near.
        near = _TOUCH if _same(ends, xs) and len(_columns_of(words, xs)) == len(xs) - 1 else _NEAR
        merged = any(runs_over(words, x, near) for x in xs[1:-1])
        yield _Row(top, at, beside, merged, merged and is_band(words), is_crowded(words, xs))
        top = at


def _words(
    visible: Sequence[Cluster], xs: Sequence[float], top: float, low: float
) -> list[Cluster]:
    """The words between two heights, within the columns."""
    return [c for c in visible if top < c.middle[1] < low and _between(c, xs)]


def _is_heading(words: Sequence[Cluster], below: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether lines of text stand above the names of another table's columns.

    Those are bold, beside each other, and not as many as these columns.
    """
    if any(len(line.pieces) > 1 for line in printed_lines(words)):
        return False
    many = max((len(line.pieces) for line in printed_lines(below)), default=0)
    return 1 < many != len(xs) - 1 and all(c.bold for c in below)


def _of_columns(rows: list[_Row]) -> list[_Row]:
    """The rows, if the columns are theirs: words stand beside each other in most of them.

    Bands between rows do not count; those below the last row belong to what stands below.
    """
    if not any(row.beside for row in rows):
        # A lone line between two tables is no row of either.
        return []
    if rows[0].crowded and 2 * sum(row.crowded for row in rows) > len(rows):
        # Rows of more columns: what is shaded is a band between them.
        return []
    if 2 * sum(row.merged for row in rows) < len(rows):
        return rows
    while rows and rows[-1].band:
        rows.pop()
    others = [row.merged for row in rows if not row.band]
    return rows if 2 * sum(others) < len(others) else []


def _of_names(
    drawn: Sequence[Segment],
    words: Sequence[Cluster],
    xs: Sequence[float],
    row: tuple[float, float],
) -> list[Segment]:
    """The upright rules of a row whose words run over columns: its two sides, if it is one cell.

    Where a rule is drawn below some of its words alone (``คะแนน`` over the years of three columns)
    the row is of names: the other columns have cells of their own, and those part below the rule.
    """
    top, low = row
    own = _words(words, xs, top, low)
    found = [Segment(False, x, top, low) for x in (xs[0], xs[-1])]
    within = [s for s in drawn if s.horizontal and top + _SLACK < s.at < low - _SLACK]
    for at, pieces in _rules(within):
        start, end = pieces[0][0], max(e for _, e in pieces)
        if start <= xs[0] + _SLACK and end >= xs[-1] - _SLACK:
            continue
        below = [c for c in own if c.middle[1] > at]
        for x in xs[1:-1]:
            under = start + _SLACK < x < end - _SLACK
            if not runs_over(below if under else own, x, _TOUCH):
                found.append(Segment(False, x, at if under else top, low))
    return found


def _next_header(
    headers: Sequence[tuple[list[float], float, float]], xs: Sequence[float], bottom: float
) -> float:
    """Where a header of other columns begins below, not beside."""
    return min(
        (
            top
            for other, top, _ in headers
            if top > bottom and other[0] < xs[-1] and other[-1] > xs[0] and not _same(other, xs)
        ),
        default=math.inf,
    )


def _headers(shades: Sequence[Shade]) -> Iterator[tuple[list[float], float, float]]:
    """The edges, the upper and the lower end of every row of shaded cells that touch each other."""
    flat = (s.box for s in shades if not s.white and 8 < s.box.height < _HEAD and s.box.width > 10)
    # Some producers paint a cell's ground twice.
    dark = list(dict.fromkeys(flat))
    dark.sort(key=lambda b: (round(b.top), round(b.bottom), b.x0))
    run: list[float] = []
    for box, after in pairwise([*dark, None]):
        if box is None:
            continue
        run = [*(run or [box.x0]), box.x1]
        together = (
            after is not None
            and abs(after.top - box.top) < 1
            and abs(after.bottom - box.bottom) < 1
            and abs(after.x0 - box.x1) < _SLACK
        )
        if not together:
            if len(run) >= _COLUMNS:
                yield run, box.top, box.bottom
            run = []


def _pieced(segments: Sequence[Segment]) -> Iterator[tuple[list[float], float]]:
    """The edges and the height of cross rules drawn cell by cell, the first of each table."""
    seen: list[list[float]] = []
    for at, pieces in _rules(segments):
        xs = _chain(pieces)
        if len(xs) <= _COLUMNS:
            continue
        if not (seen and _same(seen[-1], xs)):
            yield xs, at
        seen.append(xs)


def _levels(
    content: Content, xs: Sequence[float], bottom: float
) -> Iterator[tuple[float, list[float]]]:
    """Where rows end below a header: at cross rules, and where a coloured band begins or ends."""
    across = list(_across(content.segments, xs, bottom))
    last = across[-1][0] if across else bottom
    bands = [
        s.box
        for s in content.shades
        if not s.white
        and abs(s.box.x0 - xs[0]) <= 2 * _SLACK
        and abs(s.box.x1 - xs[-1]) <= 2 * _SLACK
        and 8 < s.box.height < _HEAD
    ]
    ends = {round(y, 1) for b in bands for y in (b.top, b.bottom)}
    known = [at for at, _ in across]
    whole = [xs[0], xs[-1]]
    found = [
        (y, whole)
        for y in ends
        if bottom + _SLACK < y < last and all(abs(y - at) > _SLACK for at in known)
    ]
    yield from sorted([*across, *found], key=lambda level: level[0])


def _across(
    segments: Sequence[Segment], xs: Sequence[float], bottom: float
) -> Iterator[tuple[float, list[float]]]:
    """Where rules cross from one edge to the other below a header, top to bottom, with their ends.

    Rules drawn cell by cell for other columns are those of another table.
    """
    for at, pieces in _rules([s for s in segments if s.horizontal and s.at > bottom + _SLACK]):
        chain = _chain(pieces)
        left, right = abs(chain[0] - xs[0]), abs(chain[-1] - xs[-1])
        if left > 2 * _SLACK or right > 2 * _SLACK:
            continue
        if len(chain) > _COLUMNS and not _same(chain, xs):
            return
        yield at, chain


def _rules(segments: Sequence[Segment]) -> Iterator[tuple[float, list[tuple[float, float]]]]:
    """The cross rules by height, each as its pieces from left to right."""
    flat = sorted((s for s in segments if s.horizontal), key=lambda s: s.at)
    while flat:
        at = flat[0].at
        count = next((i for i, s in enumerate(flat) if s.at - at > 0.6), len(flat))
        yield at, sorted((s.start, s.end) for s in flat[:count])
        flat = flat[count:]


def _chain(pieces: Sequence[tuple[float, float]]) -> list[float]:
    """The edges of the pieces that touch each other, from the leftmost on."""
    xs = [pieces[0][0], pieces[0][1]]
    for start, end in pieces[1:]:
        if abs(start - xs[-1]) <= _SLACK and end - start > _SLACK:
            xs.append(end)
        elif start <= xs[-1] + _SLACK:
            xs[-1] = max(xs[-1], end)
    return xs


def _same(a: Sequence[float], b: Sequence[float]) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= _SLACK for x, y in zip(a, b, strict=True))


def _between(cluster: Cluster, xs: Sequence[float]) -> bool:
    return xs[0] <= cluster.middle[0] <= xs[-1]


def _stand_beside(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether words stand in more than one of the columns."""
    return len(_columns_of(words, xs)) > 1


def _columns_of(words: Sequence[Cluster], xs: Sequence[float]) -> set[int]:
    return {sum(x < c.middle[0] for x in xs) for c in words}


def _ruled(upright: Sequence[Segment], xs: Sequence[float], top: float, bottom: float) -> bool:
    """Whether the row has upright rules of its own."""
    return any(
        xs[0] + _SLACK < s.at < xs[-1] - _SLACK
        and s.start < bottom - _SLACK
        and s.end > top + _SLACK
        for s in upright
    )
