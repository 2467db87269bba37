"""Upright rules that a table leaves to be imagined: its shaded header has columns, its rows none.

Made by word processors and style sheets that draw a rule under each row and nothing between the
columns. Text that lines up shows columns too (:mod:`extract.alignment`), but not where the words of
two columns come near each other; the header's own cells say where they part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.clusters import Cluster
from extract.content import Content, Segment, Shade

# A header is at most this high; fewer columns than this show nothing.
_HEAD = 80.0
_COLUMNS = 3
_SLACK = 3.0
# Words nearer to each other than this, in em, are words of one cell.
_NEAR = 0.4


def columns_below(content: Content, clusters: Sequence[Cluster]) -> list[Segment]:
    """The header's columns drawn down through the rows below it.

    They reach as far as cross rules run from the header's left edge to its right one. A row with
    words across an edge is one merged cell; where most rows are so, the columns are not theirs.
    """
    upright = [s for s in content.segments if not s.horizontal]
    visible = [c for c in clusters if not c.text.isspace()]
    found: list[Segment] = []
    for xs, bottom in _headers(content.shades):
        rows: list[tuple[float, float, bool]] = []
        top = bottom
        for at in _across(content.segments, xs[0], xs[-1], bottom):
            words = [c for c in visible if top < c.middle[1] < at and _between(c, xs)]
            if not words or _ruled(upright, xs, top, at):
                break
            rows.append((top, at, any(_runs_over(words, x) for x in xs[1:-1])))
            top = at
        if 2 * sum(merged for _, _, merged in rows) >= len(rows):
            continue
        for top, at, merged in rows:
            found += [Segment(False, x, top, at) for x in ((xs[0], xs[-1]) if merged else xs)]
    return found


def _headers(shades: Sequence[Shade]) -> Iterator[tuple[list[float], float]]:
    """The edges and the lower end of every row of shaded cells that touch each other."""
    dark = [s.box for s in shades if not s.white and 8 < s.box.height < _HEAD and s.box.width > 10]
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
            if len(run) > _COLUMNS:
                yield run, box.bottom
            run = []


def _across(
    segments: Sequence[Segment], left: float, right: float, bottom: float
) -> Iterator[float]:
    """Where rules cross from one edge to the other below a header, top to bottom."""
    flat = [s for s in segments if s.horizontal and s.at > bottom + _SLACK]
    for at in sorted({round(s.at, 1) for s in flat}):
        here = sorted((s.start, s.end) for s in flat if abs(s.at - at) < 0.6)
        reached = left
        for start, end in here:
            if start <= reached + _SLACK:
                reached = max(reached, end)
        if here[0][0] > left - 2 * _SLACK and right - _SLACK < reached < right + 2 * _SLACK:
            yield at


def _between(cluster: Cluster, xs: Sequence[float]) -> bool:
    return xs[0] <= cluster.middle[0] <= xs[-1]


def _ruled(upright: Sequence[Segment], xs: Sequence[float], top: float, bottom: float) -> bool:
    """Whether the row has upright rules of its own."""
    return any(
        xs[0] + _SLACK < s.at < xs[-1] - _SLACK
        and s.start < bottom - _SLACK
        and s.end > top + _SLACK
        for s in upright
    )


def _runs_over(words: Sequence[Cluster], x: float) -> bool:
    """Whether words run over an edge without a gap."""
    if any(c.x0 < x - 1 and c.x1 > x + 1 for c in words):
        return True
    ordered = sorted(words, key=lambda c: (round(c.y), c.x0))
    return any(
        abs(a.y - b.y) < 1 and a.x1 <= x + 1 and b.x0 >= x - 1 and b.x0 - a.x1 < _NEAR * b.size
        for a, b in pairwise(ordered)
    )
