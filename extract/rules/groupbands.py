"""Tables of items below shaded bands that name their groups, with no rules between the rows.

Each band is a row, and so is each code with its words and numbers below it; the names of columns
may stand above. What is shaded row by row is read elsewhere (:mod:`extract.rules.zebra`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.content import Content, Segment
from extract.model import Box
from extract.rules.crossrules import is_ruled, within
from extract.tables.codedrows import coded_starts
from extract.tables.wordstarts import CODE, is_head
from extract.text.clusters import Cluster, held_by
from extract.text.pieces import (
    Printed,
    clusters_by_line,
    edges_above,
    printed_lines,
    runs_over,
)

# A band's height, from one line to two, and how many a page has at most.
_LOW, _HIGH, _MOST = 10.0, 50.0, 100
# Bands of one table begin and end at one place.
_SLACK = 3.0
# Lines of a table are no farther apart, in letter heights.
_NEAR = 3.2
# What a code begins with, and how far from the left end of a band.
_LETTERS, _FRONT = "(IEO", 40.0
# Fewer coded rows show no columns.
_LEAST = 2
# Letters nearer than this, in em, run on; columns begin this much before their words.
_TOUCH, _BEFORE = 0.12, 1.5


@dataclass(slots=True)
class _Row:
    """The lines of a row and their words; ``kind``: a band, a coded row or names (of columns)."""

    kind: str
    lines: list[Printed]
    words: list[Cluster]


def group_rules(content: Content, words: Sequence[Cluster]) -> list[Segment]:
    """The rules, across and upright, that such tables leave to be imagined."""
    found: list[Segment] = []
    for left, right, bands in _stacks(content):
        own = within(words, left, right)
        begun = sum(c.x0 < left + _FRONT and c.text[0] in _LETTERS for c in own)
        if begun < _LEAST:
            continue
        for run in _runs(own, bands):
            top, low = run[0].lines[0], run[-1].lines[-1]
            if not is_ruled(left, right, top.y - top.size, low.y, content.segments):
                found += _rules(run, left, right, content)
    return found


def _stacks(content: Content) -> Iterator[tuple[float, float, list[Box]]]:
    """Bands below each other that begin and end at the same places, in one piece or in cells."""
    flat = (s.box for s in content.shades if not s.white and _LOW <= s.box.height <= _HIGH)
    cells = sorted(dict.fromkeys(flat), key=lambda b: (round(b.top), b.x0))
    bands: list[Box] = []
    for cell in cells:
        last = bands[-1] if bands else None
        if last is not None and abs(last.top - cell.top) < 1 and abs(last.x1 - cell.x0) < _SLACK:
            bands[-1] = Box(last.x0, last.top, cell.x1, max(last.bottom, cell.bottom))
        else:
            bands.append(cell)
    while bands and len(bands) <= _MOST:
        first = bands[0]
        own = [b for b in bands if _same_ends(b, first)]
        bands = [b for b in bands if not _same_ends(b, first)]
        yield first.x0, first.x1, own


def _same_ends(a: Box, b: Box) -> bool:
    return abs(a.x0 - b.x0) < _SLACK and abs(a.x1 - b.x1) < _SLACK


def _runs(words: Sequence[Cluster], bands: Sequence[Box]) -> Iterator[list[_Row]]:
    """Rows that follow each other, a band and several coded rows among them."""
    run: list[_Row] = []
    for row in [*_rows(words, bands), None]:
        far = bool(row and run) and _gap(run[-1], row) > _NEAR  # type: ignore[arg-type]
        if row is None or far or row.kind == "":
            kinds = [one.kind for one in run]
            if "band" in kinds and kinds.count("coded") >= _LEAST:
                yield run
            run = []
        if row is not None and row.kind:
            # The names of columns begin a table.
            run = [row] if row.kind == "names" and "coded" in [r.kind for r in run] else [*run, row]
    return


def _gap(above: _Row, below: _Row) -> float:
    a, b = above.lines[-1], below.lines[0]
    return (b.y - a.y) / max(a.size, b.size)


def _rows(words: Sequence[Cluster], bands: Sequence[Box]) -> Iterator[_Row]:
    """The lines as rows, each with what it is; those that are nothing of the kind have none."""
    lines = printed_lines(words)
    last: _Row | None = None
    shaded = [own for band in bands if (own := held_by(band, words))]
    spans = [(min(c.y for c in own), max(c.y for c in own)) for own in shaded]
    for line, own in zip(lines, clusters_by_line(lines, words), strict=True):
        at = next((n for n, (a, b) in enumerate(spans) if a - 1 <= line.y <= b + 1), None)
        kind = "coded" if CODE.match(line.pieces[0].text) else f"band {at}"
        if kind != "coded" and (at is None or is_head(shaded[at])):
            # Shaded names of columns are no name of a group.
            kind = "names" if is_head(own) else ""
        goes_on = at is None and last is not None and _goes_on(last, line)
        if last is not None and kind != "coded" and (kind == last.kind or goes_on):
            last.lines.append(line)
            last.words += own
            continue
        if last is not None:
            yield _named(last)
        last = _Row(kind, [line], [*own])
    if last is not None:
        yield _named(last)


def _named(row: _Row) -> _Row:
    return _Row(row.kind.split(" ")[0], row.lines, row.words)


def _goes_on(row: _Row, line: Printed) -> bool:
    """Whether a line is more of the words of a coded row above it."""
    first = row.lines[0].pieces if row.kind == "coded" else []
    indented = len(first) > 1 and abs(line.pieces[0].x0 - first[1].x0) < _SLACK
    return indented and len(line.pieces) == 1


def _rules(run: Sequence[_Row], left: float, right: float, content: Content) -> list[Segment]:
    """The rules of a run of rows; empty where its coded rows do not share their columns."""
    starts = coded_starts([(0.0, 0.0, row.words) for row in run if row.kind == "coded"], left)
    if not starts or _ruled(run, left, right, content):
        return []
    words = [c for row in run for c in row.words if row.kind == "coded"]
    shaded = [x for s in content.shades if not s.white for x in (s.box.x0, s.box.x1)]
    starts = [*starts[:-1], min([starts[-1], *_numbers(run, words, starts[-1])])]
    xs = [left, *(_shaded_at(x - _BEFORE, shaded, words) for x in starts[1:]), right]
    first, last = run[0].lines[0], run[-1].lines[-1]
    lines = [line for row in run for line in row.lines]
    begins = [0]
    for row in run[:-1]:
        begins.append(begins[-1] + len(row.lines))
    ys = [first.y - 1.2 * first.size, *edges_above(lines, begins[1:]), last.y + 0.5 * last.size]
    drawn = [s.at for s in content.segments if s.horizontal and s.start < right and s.end > left]
    drawn += [y for s in content.shades if not s.white for y in (s.box.top, s.box.bottom)]
    ys = [_drawn_at(y, drawn, first.size) for y in ys]
    found = [Segment(True, y, left, right) for y in ys]
    for row, (top, low) in zip(run, pairwise(ys), strict=True):
        # The name of a group stands over the codes and the words below it.
        own = xs[2:-1] if row.kind == "band" else xs[1:-1]
        pieces = [p for line in row.lines for p in line.pieces] if row.kind != "coded" else []
        whole = row.kind != "coded" and all(len(line.pieces) == 1 for line in row.lines)
        cut = [x for x in own if any(p.x0 < x < p.x1 for p in pieces)]
        inner = [
            x for x in own if not whole and x not in cut and not runs_over(row.words, x, _TOUCH)
        ]
        found += [Segment(False, x, top, low) for x in (left, *inner, right)]
    return found


def _ruled(run: Sequence[_Row], left: float, right: float, content: Content) -> bool:
    """Whether a rule is drawn between two coded rows."""
    across = [s.at for s in content.segments if s.horizontal and s.start < right and s.end > left]
    pairs = [(a, b) for a, b in pairwise(run) if a.kind == b.kind == "coded"]
    return any(a.lines[-1].y < at < b.lines[0].y for a, b in pairs for at in across)


def _numbers(run: Sequence[_Row], words: Sequence[Cluster], start: float) -> list[float]:
    """Where the numbers of groups begin that stand in the last column: ``88.41 คะแนน``."""
    end = max(c.x1 for c in words if c.x1 <= start)
    ends = (line.pieces[-1] for row in run if row.kind == "band" for line in row.lines)
    return [p.x0 for p in ends if p.x0 > end and p.text[:1].isdigit()]


def _shaded_at(x: float, edges: Sequence[float], words: Sequence[Cluster]) -> float:
    """The last edge of a shaded cell before a place with no words in between, or the place."""
    before = max((c.x1 for c in words if c.x1 <= x), default=x)
    return max((at for at in edges if before < at <= x), default=x)


def _drawn_at(y: float, drawn: Sequence[float], size: float) -> float:
    """The edge that is drawn, or shaded, between the same two lines; else the one imagined."""
    return min(
        (at for at in drawn if abs(at - y) < 0.6 * size), key=lambda at: abs(at - y), default=y
    )


__all__ = ["group_rules"]
