"""Ruled lines to grids with row and column spans.

Rules of one direction are snapped to common positions and merged end to end, so that borders drawn
cell by cell, doubled or dotted become one rule. Rules that touch form one grid. Every elementary
rectangle of the grid is merged with its neighbour where no rule parts them: what remains are the
cells as a reader sees them, spans included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.content import Segment
from extract.model import Box

# Rules nearer than this are one rule (double borders, borders drawn once per cell).
_SNAP = 2.6
# Gaps up to this inside a rule are its dots or dashes, or two borders that just miss each other.
_GAP = 4.0
# Rules count as touching when they miss by no more than this.
_TOUCH = 3.0
# A boundary is there when rules cover this share of it.
_COVER = 0.6


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: top left position, spans, and its box in PDF points.

    ``open_top``/``open_bottom``: no rule closes it on that side (a row cut by the page end).
    """

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    open_top: bool = False
    open_bottom: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One ruled table of one page: rule positions and cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def row_box(self, row: int) -> Box:
        return Box(self.xs[0], self.ys[row], self.xs[-1], self.ys[row + 1])

    def is_single(self, row: int) -> bool:
        """Whether no cell of a row reaches over another row."""
        return all(c.row_span == 1 for c in self.cells if c.row <= row < c.row + c.row_span)


def plain_grid(xs: Sequence[float], ys: Sequence[float]) -> Grid:
    """The grid between rules at x ``xs`` and y ``ys``, each of its squares a cell of its own."""
    rows, columns = enumerate(pairwise(ys)), [*enumerate(pairwise(xs))]
    cells = (
        GridCell(row, column, 1, 1, Box(left, top, right, bottom))
        for row, (top, bottom) in rows
        for column, (left, right) in columns
    )
    return Grid(tuple(xs), tuple(ys), tuple(cells))


def split_cell(cell: GridCell, columns: Sequence[int], xs: Sequence[float]) -> list[GridCell]:
    """The parts of a cell, cut at columns: where each part begins, and where the last ends."""
    return [
        replace(
            cell,
            column=start,
            column_span=end - start,
            box=Box(xs[start], cell.box.top, xs[end], cell.box.bottom),
        )
        for start, end in pairwise(columns)
    ]


def with_edges(
    ys: Sequence[float], edges: Mapping[int, Sequence[float]]
) -> tuple[list[float], list[int]]:
    """The edges of a grid's rows with more of them within some, and where each row now begins."""
    found: list[float] = []
    begins: list[int] = []
    for row, y in enumerate(ys):
        begins.append(len(found))
        found += [y, *edges.get(row, ())]
    return found, begins


@dataclass(slots=True)
class _Rule:
    at: float
    start: float
    end: float


def find_grids(segments: Sequence[Segment], width: float, height: float) -> list[Grid]:
    """All grids of a page, top to bottom; a lone frame around text counts as a 1 x 1 grid."""
    inside = [s for s in segments if _on_page(s, width, height)]
    across = _merge([s for s in inside if s.horizontal])
    down = _merge([s for s in inside if not s.horizontal])
    grids = [g for group in _groups(across, down) if (g := _grid(*group)) is not None]
    grids += _open_rows(across, down)
    return sorted(grids, key=lambda g: (g.ys[0], g.xs[0]))


def _on_page(s: Segment, width: float, height: float) -> bool:
    limit, reach = (height, width) if s.horizontal else (width, height)
    return -1 <= s.at <= limit + 1 and s.end > 0 and s.start < reach and s.end - s.start > 0.5


def _merge(segments: Sequence[Segment]) -> list[_Rule]:
    """Snap rules to common positions and join what overlaps or nearly touches."""
    rules: list[_Rule] = []
    cluster: list[Segment] = []
    # Of the cluster: how long its segments are together, and where they are, times that.
    weight = moment = 0.0

    def flush() -> None:
        if cluster:
            for start, end in _unions([(s.start, s.end) for s in cluster], _GAP):
                rules.append(_Rule(moment / weight, start, end))

    for s in sorted(segments, key=lambda s: s.at):
        # From their middle, not from one to the next: the dots of a dotted rule would lead on.
        if cluster and s.at - moment / weight > _SNAP:
            flush()
            cluster, weight, moment = [], 0.0, 0.0
        cluster.append(s)
        weight += s.end - s.start
        moment += s.at * (s.end - s.start)
    flush()
    # What is left shorter than this is a letter's stroke or a tick box, not a table rule.
    return [r for r in rules if r.end - r.start >= 6.0]


def _unions(spans: Iterable[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _groups(across: list[_Rule], down: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Connected sets of rules: those that cross or touch."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if (
                h.start - _TOUCH <= v.at <= h.end + _TOUCH
                and v.start - _TOUCH <= h.at <= v.end + _TOUCH
            ):
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(across):
        groups[root(i)][0].append(h)
    for j, v in enumerate(down):
        groups[root(len(across) + j)][1].append(v)
    return [g for g in groups.values() if len(g[1]) >= 2 and len(g[0]) >= 1]


def _open_rows(across: list[_Rule], down: list[_Rule]) -> list[Grid]:
    """Rows without any cross rule: a page filled by one row that began above and goes on below."""
    lone = [
        v
        for v in down
        if not any(
            h.start - _TOUCH <= v.at <= h.end + _TOUCH
            and v.start - _TOUCH <= h.at <= v.end + _TOUCH
            for h in across
        )
    ]
    found: list[Grid] = []
    while lone:
        like = [v for v in lone if _same_reach(v, lone[0])]
        lone = [v for v in lone if not _same_reach(v, like[0])]
        xs = _positions([v.at for v in like])
        if len(xs) >= 3:
            ys = [min(v.start for v in like), max(v.end for v in like)]
            found.append(Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, [], like))))
    return found


def _same_reach(a: _Rule, b: _Rule) -> bool:
    return abs(a.start - b.start) <= 2 * _TOUCH and abs(a.end - b.end) <= 2 * _TOUCH


def _grid(across: list[_Rule], down: list[_Rule]) -> Grid | None:
    xs = _positions([v.at for v in down])
    xs = _open_sides(xs, across)
    ends_top, ends_bottom = min(v.start for v in down), max(v.end for v in down)
    ys = _positions([h.at for h in across])
    # Upright rules that run on beyond the last cross rule: a row cut open by the page end.
    if sum(v.end > ys[-1] + 2 * _TOUCH for v in down) >= 2:
        ys.append(ends_bottom)
    if sum(v.start < ys[0] - 2 * _TOUCH for v in down) >= 2:
        ys.insert(0, ends_top)
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, across, down)))


def _open_sides(xs: list[float], across: list[_Rule]) -> list[float]:
    """Add the outer edges of a table whose cross rules run on beyond its last upright rules."""
    left, right = min(h.start for h in across), max(h.end for h in across)
    if sum(h.start < xs[0] - 3 * _TOUCH for h in across) >= 2:
        xs = [left, *xs]
    if sum(h.end > xs[-1] + 3 * _TOUCH for h in across) >= 2:
        xs = [*xs, right]
    return xs


def _positions(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _along(rules: Iterable[_Rule], edges: Iterable[float]) -> dict[float, list[_Rule]]:
    """The rules that are drawn at each edge."""
    return {at: [r for r in rules if abs(r.at - at) <= _SNAP] for at in edges}


def _covered(rules: Iterable[_Rule], start: float, end: float) -> bool:
    length = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in rules)
    return length >= _COVER * (end - start)


def _cells(
    xs: list[float], ys: list[float], across: list[_Rule], down: list[_Rule]
) -> list[GridCell]:
    rows, columns = len(ys) - 1, len(xs) - 1
    at_x, at_y = _along(down, xs), _along(across, ys)
    parent = list(range(rows * columns))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not _covered(at_x[xs[c + 1]], ys[r], ys[r + 1]):
                parent[root(r * columns + c + 1)] = root(r * columns + c)
            if r + 1 < rows and not _covered(at_y[ys[r + 1]], xs[c], xs[c + 1]):
                parent[root((r + 1) * columns + c)] = root(r * columns + c)
    members: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for r in range(rows):
        for c in range(columns):
            members[root(r * columns + c)].append((r, c))
    cells: list[GridCell] = []
    for squares in members.values():
        for r0, c0, r1, c1 in _rectangles(squares):
            box = Box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])
            open_top = not _covered(at_y[box.top], box.x0, box.x1)
            open_bottom = not _covered(at_y[box.bottom], box.x0, box.x1)
            cells.append(GridCell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, box, open_top, open_bottom))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _rectangles(squares: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """The region as one rectangle, or, where a rule is missing and it is none, row by row."""
    rows, columns = [s[0] for s in squares], [s[1] for s in squares]
    box = (min(rows), min(columns), max(rows), max(columns))
    if len(squares) == (box[2] - box[0] + 1) * (box[3] - box[1] + 1):
        return [box]
    found: list[tuple[int, int, int, int]] = []
    for r in sorted(set(rows)):
        run: list[int] = []
        for c in sorted(c for row, c in squares if row == r):
            if run and c != run[-1] + 1:
                found.append((r, run[0], r, run[-1]))
                run = []
            run.append(c)
        found.append((r, run[0], r, run[-1]))
    return found
