"""Tables that shade every other row and draw no rules.

Each band is a row, and so is what lies between two of them. The bands have the same left and right
edge. Where their cells are shaded one by one, or a header's are, those say where the columns part;
else the gaps that no words fill from top to bottom do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from extract.content import Content, Segment, Shade, heads
from extract.text.clusters import Cluster
from extract.text.pieces import (
    Printed,
    clusters_on,
    edge_cut,
    gutters_of,
    is_number,
    is_wordy,
    printed_lines,
    runs_over,
    spaced,
)

# Heights of a row, from one line of small print to a cell of many lines.
_LOWEST, _HIGHEST = 8.0, 300.0
_SLACK = 3.0
# No page has so many rows: that many shades are a drawing.
_MOST = 300
# Bands nearer to each other than this have no row between them.
_TOUCHING = 1.5
# A row below the last band, or above the first, is no farther than so many letters' heights, and
# neither is one line of it from the next.
_NEAR, _NEXT = 2.2, 1.9
# The rule over a row's words is no farther above their letters than this, in points.
_OVER = 8.0
# The rule over names of several lines is no farther above the last of them, in letter heights.
_LINES = 4.0
# A heading begins this near to the edge where no column ends sooner.
_EDGE = 20.0
# Words are this far apart, in letter heights.
_WORD = 0.3
# Lines of one row between two bands are no farther apart, paragraphs of a cell among them.
_ROW = 2.6


@dataclass(frozen=True, slots=True)
class _Band:
    """A shaded row: its reach, the edges of its cells from left to right, its (first) colour."""

    top: float
    bottom: float
    xs: tuple[float, ...]
    colour: object


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What of a page tells whether there is a row between two bands."""

    words: Sequence[Cluster]
    segments: Sequence[Segment]
    bands: Sequence[_Band]


def banded_rules(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The rules that tables of bands leave to be imagined, between rows and columns."""
    found: list[Segment] = []
    heading = [s for s in content.shades if any(heads(s.box, frame) for frame in content.frames)]
    bands = _bands([s for s in content.shades if s not in heading])
    if not 2 <= len(bands) <= _MOST:
        return []
    sheet = _Sheet(words, content.segments, bands)
    for stack in _stacks(sheet):
        if not _ruled(content.segments, stack):
            found += _rules(stack, sheet)
    return found


def _bands(shades: Sequence[Shade]) -> list[_Band]:
    """Shaded cells that touch each other side by side, as one band each, top to bottom."""
    cells = [s for s in shades if not s.white and _LOWEST < s.box.height < _HIGHEST]
    cells.sort(key=lambda s: (round(s.box.top), round(s.box.bottom), s.box.x0))
    found: list[_Band] = []
    for cell in cells:
        box, last = cell.box, found[-1] if found else None
        beside = (
            last is not None
            and abs(last.top - box.top) < 1
            and abs(last.bottom - box.bottom) < 1
            and abs(last.xs[-1] - box.x0) < _SLACK
        )
        if last is not None and beside:
            found[-1] = replace(last, xs=(*last.xs, box.x1))
        else:
            found.append(_Band(box.top, box.bottom, (box.x0, box.x1), cell.colour))
    return sorted(found, key=lambda b: (b.top, b.xs[0]))


def _stacks(sheet: _Sheet) -> Iterator[list[_Band]]:
    """Bands of the same edges with a single row's words between some of them."""
    waiting = list(sheet.bands)
    while waiting:
        stack, rest, rows = [waiting[0]], [], 0
        for band in waiting[1:]:
            gap = band.top - stack[-1].bottom
            alike = _alike(band, stack[0]) and _share_columns(band, stack)
            alike = alike and not _entitles(band, waiting, stack)
            alike = alike and not (rows and _begins_anew(sheet, stack[-1], band))
            if alike and abs(gap) <= _TOUCHING:
                stack.append(band)
            elif alike and _LOWEST < gap < _HIGHEST and _is_row(sheet, stack[-1], band):
                stack.append(band)
                rows += 1
            else:
                rest.append(band)
        waiting = rest
        # Two bands may be the headers of two tables.
        if rows and (len(stack) > 2 or all(_has_number(sheet, band) for band in stack)):
            yield stack


def _has_number(sheet: _Sheet, band: _Band) -> bool:
    words = [c for c in sheet.words if band.top < c.middle[1] < band.bottom]
    return any(is_number(p.text) for line in printed_lines(words) for p in line.pieces)


def _share_columns(band: _Band, stack: Sequence[_Band]) -> bool:
    """Whether a band's cells end where those of the bands above do; some may be merged."""
    known = [b.xs for b in stack if len(b.xs) > 2]
    if not known or len(band.xs) == 2:
        return True
    few, many = sorted((band.xs, max(known, key=len)), key=len)
    return all(any(abs(a - b) < _SLACK for b in many) for a in few)


def _entitles(band: _Band, bands: Sequence[_Band], stack: Sequence[_Band]) -> bool:
    """Whether a band of one cell is the title of another table: its header's columns are others."""
    if len(band.xs) > 2:
        return False
    under = (b for b in bands if abs(b.top - band.bottom) <= _TOUCHING and _alike(b, band))
    return any(len(b.xs) > 2 and not _share_columns(b, stack) for b in under)


def _begins_anew(sheet: _Sheet, above: _Band, below: _Band) -> bool:
    """Whether a band of another colour stands below a heading: it is the next table's header."""
    if above.colour == below.colour:
        return False
    lines = printed_lines([c for c in sheet.words if above.bottom < c.middle[1] < below.top])
    # A heading begins at the edge; what stands farther in may be the last line of a cell.
    edge = max(below.xs[1] if len(below.xs) > 2 else below.xs[-1], below.xs[0] + _EDGE)
    return bool(lines) and len(lines[-1].pieces) == 1 and lines[-1].pieces[0].x0 < edge


def _is_row(sheet: _Sheet, above: _Band, below: _Band) -> bool:
    """Whether there is one row between two bands: words, nothing beside it, no rule or shade."""
    left, right = above.xs[0] - _SLACK, above.xs[-1] + _SLACK
    top, bottom = above.bottom, below.top
    there = [c for c in sheet.words if top < c.middle[1] < bottom]
    # Beside the row may stand that of a table with bands at the same heights.
    twins = [b for b in sheet.bands if abs(b.top - above.top) < 1 and b.xs[0] != above.xs[0]]
    beside = [(b.xs[0] - _SLACK, b.xs[-1] + _SLACK) for b in twins]
    others = [c for c in there if not left <= c.middle[0] <= right]
    if any(not any(a <= c.middle[0] <= b for a, b in beside) for c in others):
        return False
    there = [c for c in there if left <= c.middle[0] <= right]
    if not there:
        return False
    drawn = [(s.at, s.start, s.end) for s in sheet.segments if s.horizontal]
    drawn += [((b.top + b.bottom) / 2, b.xs[0], b.xs[-1]) for b in sheet.bands]
    if any(top + _SLACK < y < bottom - _SLACK and a < right and b > left for y, a, b in drawn):
        return False
    lines = printed_lines(there)
    # Below the last row the next table's heading stands apart.
    apart = any(b.y - a.y > _ROW * max(a.size, b.size) for a, b in pairwise(lines))
    return not apart and not _numbers_below_each_other(lines)


def _numbers_below_each_other(lines: Sequence[Printed]) -> bool:
    """Whether a column has several numbers: each has a row of its own."""
    numbers = [p for line in lines for p in line.pieces if is_number(p.text)]
    return any(a.x0 < b.x1 and b.x0 < a.x1 for a, b in combinations(numbers, 2))


def _alike(a: _Band, b: _Band) -> bool:
    return abs(a.xs[0] - b.xs[0]) < _SLACK and abs(a.xs[-1] - b.xs[-1]) < _SLACK


def _ruled(segments: Sequence[Segment], stack: Sequence[_Band]) -> bool:
    """Whether the table has upright rules of its own."""
    first, last = stack[0], stack[-1]
    return any(
        not s.horizontal
        and first.xs[0] + _SLACK < s.at < first.xs[-1] - _SLACK
        and s.start < last.bottom - _SLACK
        and s.end > first.top + _SLACK
        for s in segments
    )


def _rules(stack: Sequence[_Band], sheet: _Sheet) -> list[Segment]:
    left, right = stack[0].xs[0], stack[0].xs[-1]
    beside = [c for c in sheet.words if left - _SLACK <= c.middle[0] <= right + _SLACK]
    ys = sorted({y for band in stack for y in (band.top, band.bottom)})
    ys = [y for n, y in enumerate(ys) if n == 0 or y - ys[n - 1] > _TOUCHING]
    lines = printed_lines([c for c in beside if ys[0] < c.middle[1] < ys[-1]])
    xs = _columns(stack, lines)
    merged = [_is_merged(beside, top, bottom, xs) for top, bottom in pairwise(ys)]
    # Where most rows have words across the columns, the columns are not theirs.
    if len(xs) < 3 or 2 * sum(merged) >= len(merged):
        return []
    rest = [c for c in beside if not ys[0] < c.middle[1] < ys[-1]]
    # Words of two columns may come near each other: each is looked at by itself.
    lines = printed_lines(rest)
    outside = [Printed(n.y, n.size, spaced(clusters_on(n, rest), _WORD)) for n in lines]
    below = _row_beside(outside, ys[-1], xs, down=True)
    # Names over others are shaded in cells of several heights.
    touching = [b for b in sheet.bands if abs(b.bottom - ys[0]) <= _TOUCHING]
    headed = any(left - _SLACK < b.xs[0] < right for b in touching)
    headed = headed or (len(stack[0].xs) > 2 and len(stack[1].xs) == 2)
    above = [] if headed else _row_beside(outside, ys[0], xs, down=False)
    if above:
        drawn = [n.at for n in sheet.segments if n.horizontal and abs(n.start - left) < _SLACK]
        first, *rows = _with_names(outside, above[0], xs, drawn)
        # The rule over the names is their upper edge, however much room is left below it.
        near = (y for y in drawn if first - _OVER < y <= first)
        above = [max(near, default=first), *rows]
    ys, merged = [*above, *ys, *below], [*(False for _ in above), *merged, *(False for _ in below)]
    found = [Segment(True, y, left, right) for y in ys]
    for (top, bottom), whole in zip(pairwise(ys), merged, strict=True):
        found += [Segment(False, x, top, bottom) for x in ((left, right) if whole else xs)]
    return found


def _columns(stack: Sequence[_Band], lines: Sequence[Printed]) -> list[float]:
    """The edges of the columns: those of the band with most cells, or the gaps between words."""
    most = max(stack, key=lambda band: len(band.xs))
    left, *_, right = most.xs
    if len(most.xs) > 2:
        return list(most.xs)
    gaps = gutters_of(lines) or gutters_of([n for n in lines if len(n.pieces) > 1])
    return [left, *((a + b) / 2 for a, b in gaps), right]


def _is_merged(words: Sequence[Cluster], top: float, bottom: float, xs: Sequence[float]) -> bool:
    """Whether the words of a row run over an edge between two columns."""
    row = [c for c in words if top < c.middle[1] <= bottom]
    return any(runs_over(row, x) for x in xs[1:-1])


def _row_beside(
    lines: Sequence[Printed], edge: float, xs: Sequence[float], *, down: bool
) -> list[float]:
    """The outer edge of the row without a band that goes on after the last one, or before it."""
    row: list[Printed] = []
    ordered = [n for n in lines if (n.y > edge) == down]
    for line in ordered if down else reversed(ordered):
        step = abs(line.y - (row[-1].y if row else edge))
        far = step > (_NEXT if row else _NEAR) * line.size
        if far or any(edge_cut(piece, xs) for piece in line.pieces):
            break
        if _numbers_below_each_other([*row, line]):
            break
        row.append(line)
    used = {sum(x <= piece.x0 + 1 for x in xs) for line in row for piece in line.pieces}
    if len(used) < 2:
        return []
    return [row[-1].y + 0.6 * row[-1].size if down else row[-1].y - 1.1 * row[-1].size]


def _with_names(
    lines: Sequence[Printed], edge: float, xs: Sequence[float], drawn: Sequence[float]
) -> list[float]:
    """The upper edges of the first row and of the names above it, a line of words in its columns.

    A rule drawn between the two is the edge of both.
    """
    above = [n for n in lines if n.y < edge]
    if not above or edge - above[-1].y > _NEAR * above[-1].size:
        return [edge]
    names = above[-1]
    rule = next((y for y in drawn if names.y < y <= edge), None)
    # All lines below a rule are one row; names may have several.
    over = [y for y in drawn if names.y - _LINES * names.size < y < names.y]
    used = {sum(x <= p.x0 + 1 for x in xs) for p in names.pieces}
    cut = any(edge_cut(p, xs) or not is_wordy(p.text) for p in names.pieces)
    bottom = edge if rule is None else rule
    return (
        [bottom]
        if cut or len(used) < 2
        else [max(over, default=names.y - 1.1 * names.size), bottom]
    )
