"""Names whose cells have no rules, beside rows that have them: a cell for each line.

Where some rows draw no border around their first cell, what stands there looks like one cell merged
over all of them. Its lines tell: each stands at the height of one row's words and ends by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.content import Segment
from extract.model import Box, Line
from extract.tables.grid import Grid, GridCell
from extract.text.clusters import Cluster, held_by, visible
from extract.text.lineends import stops_short
from extract.text.lines import line_slack, lines_of

# A line stands beside a row's words if the feet of both are this near, in points.
_LEVEL = 1.5
# A rule this near to a cell's edge is drawn along it; so much of the edge is drawn then.
_EDGE, _DRAWN = 3.0, 0.9
# Two lines of one cell may stand at the middle of two rows by chance, unless they are so far apart,
# in letter heights.
_ROWS, _WIDE = 2, 1.6


def with_lines_apart(grid: Grid, clusters: Sequence[Cluster], segments: Sequence[Segment]) -> Grid:
    """The grid, with the cells taken apart that are merged over rows and have a line for each.

    A cell with rules drawn down both of its sides is one cell, as its rules say.
    """
    tall = [c for c in grid.cells if c.row_span >= _ROWS and c.column_span < len(grid.xs) - 1]
    merged = [c for c in tall if not _is_framed(c.box, segments)]
    if not merged:
        return grid
    inside = held_by(grid.box, clusters)
    apart = {id(cell): _parts(cell, grid, inside) for cell in merged}
    cells = (part for c in grid.cells for part in (apart.get(id(c)) or [c]))
    return Grid(grid.xs, grid.ys, tuple(cells)) if any(apart.values()) else grid


def _is_framed(box: Box, segments: Sequence[Segment]) -> bool:
    """Whether rules are drawn down both sides of a cell, in one piece or several."""
    return all(
        sum(
            max(0.0, min(s.end, box.bottom) - max(s.start, box.top))
            for s in segments
            if not s.horizontal and abs(s.at - x) < _EDGE
        )
        >= _DRAWN * box.height
        for x in (box.x0, box.x1)
    )


def _parts(cell: GridCell, grid: Grid, clusters: Sequence[Cluster]) -> list[GridCell]:
    """The cells that a merged one is; none where its lines do not stand row by row."""
    own = held_by(cell.box, clusters)
    # Long texts are not made into lines only to be counted.
    if _fewest_lines(own) > cell.row_span:
        return []
    lines = lines_of(own, 0)
    if len(lines) != cell.row_span:
        return []
    if len(lines) == _ROWS and lines[1].box.top - lines[0].box.top < _WIDE * lines[0].size:
        return []
    box = cell.box
    if not all(stops_short(a, b, box.x0, box.x1) for a, b in pairwise(lines)):
        return []
    rows = range(cell.row, cell.row + cell.row_span)
    beside = [c for c in clusters if not box.holds(*c.middle) and not c.text.isspace()]
    if not all(
        _beside(line, grid.ys[row], grid.ys[row + 1], beside)
        for row, line in zip(rows, lines, strict=True)
    ):
        return []
    return [
        GridCell(row, cell.column, 1, cell.column_span, Box(box.x0, top, box.x1, bottom))
        for row, (top, bottom) in zip(
            rows, pairwise(grid.ys[rows.start : rows.stop + 1]), strict=True
        )
    ]


def _fewest_lines(clusters: Sequence[Cluster]) -> int:
    """On how many lines clusters stand at the least, whatever their sizes are."""
    words = visible(clusters)
    largest = max((c.size for c in words), default=0.0)
    slack = line_slack(largest, largest)
    firsts: list[float] = []
    for y in sorted({c.y for c in words}):
        if not firsts or y - firsts[-1] >= slack:
            firsts.append(y)
    return len(firsts)


def _beside(line: Line, top: float, bottom: float, words: Sequence[Cluster]) -> bool:
    """Whether a line stands between two edges and at the height of words there."""
    foot = line.box.bottom
    return top < line.box.centre[1] < bottom and any(
        abs(c.box.bottom - foot) < _LEVEL for c in words if top < c.middle[1] < bottom
    )


__all__ = ["with_lines_apart"]
