"""Cards: framed or shaded boxes beside each other, each with a number of its own.

Summary pages print scores so (a large number, its name above or below it). Each row of cards of the
same height is a row of a grid; what else is framed or shaded is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Content, Segment, heads
from extract.model import Box
from extract.tables.cardwords import (
    MANY,
    WORDS,
    begins_with_number,
    has_number,
    holds_several,
    is_card,
    is_number_alone,
)
from extract.tables.grid import Grid, plain_grid
from extract.text.clusters import Cluster, held_by, visible
from extract.text.pieces import parted_at, printed_lines

# Sides of cards in one row differ by no more than this.
_SLACK = 3.0
# No card is lower, in points.
_HIGH = 20.0
# Fewer cards beside each other than this are a box around text.
_LEAST = 2
# A panel below cards is as wide as they are, but for this share.
_ALL = 0.95
# What is said side by side in one card is this far apart, in em.
_GUTTER = 4.0
# A page with more boxes is a drawing.
_MOST = 400
# The text below the head of a box is longer than a unit or a level.
_LETTERS = 40


def card_grids(
    content: Content,
    clusters: Sequence[Cluster],
    frames: Iterable[Box],
    ruled: Sequence[Grid],
    stacked: Sequence[Box] = (),
) -> list[Grid]:
    """The grids that cards make.

    Args:
        content: what the page paints.
        clusters: its letters.
        frames: boxes around text that rules make.
        ruled: grids that are tables; cards within them are none.
        stacked: cards of several shades (:func:`stacked_cards`), which are no cards themselves.
    """
    shades = [s.box for s in content.shades if not s.white]
    parts = [*content.frames, *shades, *frames]
    parts = [b for b in parts if not any(_overlap(b, card) for card in stacked)]
    boxes = _distinct([*parts, *stacked])
    boxes = _distinct([*boxes, *_open_boxes(content.segments, boxes)])
    if len(boxes) > _MOST:
        return []
    outside = [b for b in boxes if not any(_overlap(b, grid.box) for grid in ruled)]
    cards = [b for b in outside if is_card(b, clusters)]
    longer = (b for b in outside if b not in cards and any(_as_wide(b, card) for card in cards))
    cards += [b for b in longer if is_card(b, clusters, MANY) and begins_with_number(b, clusters)]
    cards = _innermost(_without_rings(cards, clusters))
    cards = [b for b in cards if not any(_heads(b, other, clusters) for other in outside)]
    cards += [b for b in outside if b not in cards and _is_among(b, cards, clusters)]
    rows = [row if len(row) > 1 else _stacks(row[0], clusters) for row in _rows(cards)]
    # Most pages have no cards.
    levels = sorted(c.y for c in clusters if not c.text.isspace()) if len(rows) > 1 else []
    return [_grid(rows) for rows in _blocks(rows, levels)]


def stacked_cards(grids: Sequence[Grid], clusters: Sequence[Cluster]) -> list[Grid]:
    """Those of some grids that are cards: a coloured head over its body, others like it beside it.

    Each says one number in few words, as a card of one colour does.
    """
    lone = [g for g in grids if len(g.xs) == _LEAST and len(g.cells) == _LEAST]
    beside = (g for g in lone if any(o is not g and _level(o.box, g.box) for o in lone))
    return [g for g in beside if is_card(g.box, clusters)]


def _distinct(boxes: Iterable[Box]) -> list[Box]:
    """The boxes, painted twice (filled and framed) or not, once each."""
    found: list[Box] = []
    corners: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        x, y = round(box.x0 / _SLACK), round(box.top / _SLACK)
        near = (corners.get((x + i, y + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if not any(_same_sides(box, other) for some in near for other in some):
            corners.setdefault((x, y), []).append(box)
            found.append(box)
    return found


def _same_sides(a: Box, b: Box) -> bool:
    sides = zip((a.x0, a.top, a.x1, a.bottom), (b.x0, b.top, b.x1, b.bottom), strict=True)
    return all(abs(one - other) < _SLACK for one, other in sides)


def _open_boxes(segments: Sequence[Segment], boxes: Sequence[Box]) -> list[Box]:
    """Boxes as high as others beside them whose last side is cut off at the edge of the page."""
    across = [s for s in segments if s.horizontal]
    found = []
    for top, low in {(b.top, b.bottom) for b in boxes if b.height > _HIGH}:
        upper, lower = ([s for s in across if abs(s.at - at) < _SLACK] for at in (top, low))
        pairs = ((a, b) for a in upper for b in lower if _same_ends(a, b))
        found += [Box(a.start, a.at, a.end, b.at) for a, b in pairs]
    return [b for b in found if any(_level(b, o) and o.x1 <= b.x0 for o in boxes)]


def _same_ends(a: Segment, b: Segment) -> bool:
    return abs(a.start - b.start) < _SLACK and abs(a.end - b.end) < _SLACK


def _stacks(card: Box, clusters: Sequence[Cluster]) -> list[Box]:
    """The parts of a lone card that says several things, each with its name, side by side."""
    parts = parted_at(visible(held_by(card, clusters)), _GUTTER)
    if len(parts) < _LEAST or any(len(printed_lines(own)) != _LEAST for own in parts):
        return [card]
    ends = [(max(c.x1 for c in a) + min(c.x0 for c in b)) / 2 for a, b in pairwise(parts)]
    return [Box(a, card.top, b, card.bottom) for a, b in pairwise([card.x0, *ends, card.x1])]


def _overlap(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom


def _as_wide(box: Box, card: Box) -> bool:
    """Whether a box begins at the height of a card beside it and is as wide."""
    level = abs(box.top - card.top) < _SLACK and abs(box.width - card.width) < _SLACK
    return level and not _overlap(box, card)


def _is_among(box: Box, cards: Sequence[Box], clusters: Sequence[Cluster]) -> bool:
    """Whether a box stands in a row of cards though it says no number, as a rating's does.

    Between two of them it may say several: of last year, and how far that is away.
    """
    beside = [b for b in cards if _level(b, box)]
    if len(beside) < _LEAST or any(_overlap(b, box) for b in cards):
        return False
    inside = held_by(box, clusters)
    if any(b.x1 <= box.x0 for b in beside) and any(b.x0 >= box.x1 for b in beside):
        return 0 < len(visible(inside)) <= MANY
    return 0 < len(visible(inside)) <= WORDS and not has_number(inside)


def _without_rings(boxes: Sequence[Box], clusters: Sequence[Cluster]) -> list[Box]:
    """The boxes without those around a number alone, within the card that says what it is of."""
    bare = [b for b in boxes if is_number_alone(b, clusters)]
    return [b for b in boxes if b not in bare or not any(_holds(a, b) for a in boxes)]


def _innermost(boxes: Sequence[Box]) -> list[Box]:
    """The boxes that hold no other of them."""
    return [a for a in boxes if not any(a is not b and _holds(a, b) for b in boxes)]


def _holds(a: Box, b: Box) -> bool:
    within = (
        a.x0 - 1 <= b.x0 and b.x1 <= a.x1 + 1 and a.top - 1 <= b.top and b.bottom <= a.bottom + 1
    )
    return within and a.width * a.height > b.width * b.height


def _heads(card: Box, frame: Box, clusters: Sequence[Cluster]) -> bool:
    """Whether a box is the coloured head of a larger one, which says more below it."""
    below = Box(frame.x0, card.bottom, frame.x1, frame.bottom)
    return heads(card, frame) and len(held_by(below, clusters)) >= _LETTERS


def _rows(cards: Sequence[Box]) -> list[list[Box]]:
    """Cards beside each other from left to right, the rows of them from the top.

    A row begins at one height; where a card stands below a shorter one of it, the row holds only
    cards that end at one height, too.
    """
    found: list[list[Box]] = []
    for row in _alike(cards, lambda a, b: abs(a.top - b.top) < _SLACK):
        end = max(b.bottom for b in row)
        below = (b for b in cards if b not in row and row[0].top + _SLACK < b.top < end)
        parted = any(b.x0 < own.x1 and own.x0 < b.x1 for b in below for own in row)
        found += _alike(row, _level) if parted else [row]
    return sorted(found, key=lambda r: r[0].top)


def _alike(cards: Sequence[Box], alike: Callable[[Box, Box], bool]) -> list[list[Box]]:
    rows: list[list[Box]] = []
    for card in sorted(cards, key=lambda b: (round(b.top / _SLACK), b.x0)):
        same = next((r for r in rows if alike(r[0], card) and r[-1].x1 <= card.x0 + 1), None)
        if same is None:
            rows.append([card])
        else:
            same.append(card)
    return rows


def _level(a: Box, b: Box) -> bool:
    return abs(a.top - b.top) < _SLACK and abs(a.bottom - b.bottom) < _SLACK


def _end(row: Sequence[Box]) -> float:
    return max(b.bottom for b in row)


def _blocks(rows: Sequence[list[Box]], levels: Sequence[float]) -> list[list[list[Box]]]:
    """Rows below each other whose cards stand in the same columns; the last may have fewer.

    ``levels``: the baselines of the page's letters; a heading between two rows parts them.
    """
    found: list[list[list[Box]]] = []
    for row in rows:
        above = found[-1] if found else None
        if above is not None and _goes_on(above, row, levels):
            above.append(row)
        elif len(row) >= _LEAST:
            found.append([row])
    return found


def _goes_on(above: Sequence[list[Box]], row: Sequence[Box], levels: Sequence[float]) -> bool:
    first, last = above[0], above[-1]
    near = 0 <= row[0].top - _end(last) < _end(first) - first[0].top
    columns = len(row) <= len(first) == len(last)
    beside = zip(first, row, strict=False)
    return (
        near
        and columns
        and bisect_left(levels, _end(last)) == bisect_left(levels, row[0].top)
        and all(abs(a.x0 - b.x0) < _SLACK and abs(a.x1 - b.x1) < _SLACK for a, b in beside)
    )


def _grid(rows: Sequence[Sequence[Box]]) -> Grid:
    """A grid with a cell for each card, the space between two of them shared out.

    Beside a higher card the cell of a lower one ends where it does: what stands below is not of it.
    """
    first = rows[0]
    xs = (first[0].x0, *((a.x1 + b.x0) / 2 for a, b in pairwise(first)), first[-1].x1)
    between = ((_end(a) + b[0].top) / 2 for a, b in pairwise(rows))
    ys = (rows[0][0].top, *between, _end(rows[-1]))
    grid = plain_grid(xs, ys)
    lower = {
        (r, n): card.bottom
        for r, row in enumerate(rows)
        for n, card in enumerate(row)
        if card.bottom < _end(row) - _SLACK
    }
    cells = (
        replace(c, box=replace(c.box, bottom=lower.get((c.row, c.column), c.box.bottom)))
        for c in grid.cells
    )
    return replace(grid, cells=tuple(cells))


def without_panels(grid: Grid, clusters: Sequence[Cluster]) -> Grid:
    """A grid of rows of cards without the panels above or below them; others as they are.

    A panel is as wide as all cards of a row and holds several numbers of its own.
    """
    wide = [c for c in grid.cells if c.row_span == 1 and c.box.width > _ALL * grid.box.width]
    panels = {c.row for c in wide}
    rows = [r for r in range(len(grid.ys) - 1) if r not in panels]
    if not panels or not rows or rows != [*range(rows[0], rows[-1] + 1)]:
        return grid
    cells = [c for c in grid.cells if c.row in rows]
    cards = [is_card(c.box, clusters) for c in cells if held_by(c.box, clusters)]
    several = all(holds_several(c.box, clusters) for c in wide)
    if len(cards) < _LEAST or not all(cards) or not several:
        return grid
    own = tuple(replace(c, row=c.row - rows[0]) for c in cells)
    return Grid(grid.xs, grid.ys[rows[0] : rows[-1] + 2], own)


__all__ = ["card_grids", "stacked_cards", "without_panels"]
