"""The edges of columns that rows of shaded cells and cross rules drawn cell by cell show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from extract.content import Segment, Shade

#: Edges this near to each other are one; fewer columns than this show nothing.
SLACK, COLUMNS = 3.0, 3
# A header is at most this high.
_HEAD = 80.0
# Cross rules within this height of the first are of one level.
_LEVEL = 0.6

#: A height, and from where to where the rules there run.
Level = tuple[float, list[tuple[float, float]]]


def next_header(
    headers: Sequence[tuple[list[float], float, float]], xs: Sequence[float], bottom: float
) -> float:
    """Where a header of other columns begins below, not beside."""
    return min(
        (
            top
            for other, top, _ in headers
            if top > bottom
            and other[0] < xs[-1]
            and other[-1] > xs[0]
            and not same_edges(other, xs)
        ),
        default=math.inf,
    )


def shaded_headers(shades: Sequence[Shade]) -> Iterator[tuple[list[float], float, float]]:
    """The edges, the upper and the lower end of every row of shaded cells that touch each other.

    A name over two years is a cell above two: what stands beside each other ends at one height.
    """
    rows = sorted(_shaded_rows(shades), key=lambda row: (round(row[2]), row[0][0]))
    joined: list[tuple[list[float], float, float]] = []
    for xs, top, bottom in rows:
        before, above, low = joined[-1] if joined else ([math.inf], 0.0, math.inf)
        if abs(bottom - low) < 1 and abs(xs[0] - before[-1]) < SLACK:
            joined[-1] = ([*before, *xs[1:]], min(above, top), bottom)
        else:
            joined.append((xs, top, bottom))
    yield from (row for row in joined if len(row[0]) >= COLUMNS)


def _shaded_rows(shades: Sequence[Shade]) -> Iterator[tuple[list[float], float, float]]:
    """As :func:`shaded_headers`, of cells of one height each."""
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
            and abs(after.x0 - box.x1) < SLACK
        )
        if not together:
            yield run, box.top, box.bottom
            run = []


def pieced_rules(segments: Sequence[Segment]) -> Iterator[tuple[list[float], float]]:
    """The edges and the height of cross rules drawn cell by cell."""
    for at, pieces in by_height(segments):
        xs = chain_of(pieces)
        if len(xs) > COLUMNS:
            yield xs, at


def by_height(segments: Iterable[Segment]) -> Iterator[Level]:
    """The cross rules by height, each as its pieces from left to right."""
    return levels_of(sorted((s for s in segments if s.horizontal), key=attrgetter("at")))


def levels_of(flat: Iterable[Segment]) -> Iterator[Level]:
    """As :func:`by_height`, of cross rules that are in order from the top."""
    pieces: list[tuple[float, float]] = []
    at = -math.inf
    for rule in flat:
        if rule.at - at > _LEVEL:
            if pieces:
                yield at, sorted(pieces)
            at, pieces = rule.at, []
        pieces.append((rule.start, rule.end))
    if pieces:
        yield at, sorted(pieces)


def chain_of(pieces: Sequence[tuple[float, float]]) -> list[float]:
    """The edges of the pieces that touch each other, from the leftmost on."""
    xs = [pieces[0][0], pieces[0][1]]
    for start, end in pieces[1:]:
        if abs(start - xs[-1]) <= SLACK and end - start > SLACK:
            xs.append(end)
        elif start <= xs[-1] + SLACK:
            xs[-1] = max(xs[-1], end)
    return xs


def same_edges(a: Sequence[float], b: Sequence[float]) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= SLACK for x, y in zip(a, b, strict=True))
