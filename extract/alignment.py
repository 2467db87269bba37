"""Tables without rules, or with rules between rows only: found by how their text lines up.

Printed lines break into pieces at wide gaps; a run of lines whose pieces leave the same empty
gutters is a table if one of its columns holds numbers. Rows come from the cross rules where there
are any, else from where the numbers stand beside the words (:mod:`extract.rowstarts`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.clusters import Cluster
from extract.content import Segment
from extract.grid import Grid, GridCell
from extract.model import Box
from extract.pieces import (
    NUMBER,
    Piece,
    Printed,
    column_of,
    edge_cut,
    gutters_of,
    is_number,
    printed_lines,
)
from extract.rowstarts import row_starts

# Lines farther apart than this many line heights belong to different tables.
_APART = 3.2
# Lines of one cell are no farther apart than this.
_WITHIN = 1.6
# Fewer lines of several pieces than this are no table.
_LEAST = 2
# A lone row below a ruled table needs this many pieces to be one of it.
_COLUMNS = 3
# A code of a letter and a number, which begins a row.
_LABEL = re.compile(r"^\(?[A-Z]\d{1,2}\)?$")


def aligned_grids(
    clusters: Sequence[Cluster], segments: Sequence[Segment], ruled: Sequence[Grid]
) -> list[Grid]:
    """Grids of the tables that only alignment shows; ``ruled`` are those to keep out of."""
    lines = [
        line for line in printed_lines(clusters) if not any(_inside(line, g.box) for g in ruled)
    ]
    rules = sorted({round(s.at, 1) for s in segments if s.horizontal and s.end - s.start > 60})
    grids = []
    for run in _runs(lines, rules):
        grid = _grid(run, rules, _columns_above(run, ruled))
        if grid is not None:
            grids.append(grid)
    lines = [line for line in lines if not any(_inside(line, g.box) for g in grids)]
    return grids + [g for above in ruled if (g := _row_below(above, lines)) is not None]


def _row_below(above: Grid, lines: Sequence[Printed]) -> Grid | None:
    """A single row of text right below a ruled table, its pieces under the table's columns.

    A table that shades bands and draws no rules has such rows between two bands.
    """
    xs, top = above.xs, above.ys[-1]
    row: list[Printed] = []
    for line in lines:
        last = row[-1].y if row else top
        if line.y < top:
            continue
        if any(edge_cut(p, xs) for p in line.pieces) or line.y - last > 2.2 * line.size:
            break
        if row and len(line.pieces) > 1:
            break
        row.append(line)
    if not row or len(row[0].pieces) < max(_COLUMNS, len(xs) - 2):
        return None
    ys = (top, row[-1].y + 0.5 * row[-1].size)
    cells = tuple(
        GridCell(0, c, 1, 1, Box(xs[c], top, xs[c + 1], ys[1])) for c in range(len(xs) - 1)
    )
    return Grid(tuple(xs), ys, cells)


def _inside(line: Printed, box: Box) -> bool:
    return box.top <= line.y <= box.bottom


def _runs(lines: list[Printed], rules: Sequence[float]) -> list[list[Printed]]:
    """Stretches of lines that can be one table: several pieces, near each other."""
    runs: list[list[Printed]] = [[]]
    for line in lines:
        last = runs[-1][-1] if runs[-1] else None
        if last is not None:
            ruled = any(last.y < at < line.y for at in rules)
            if line.y - last.y > _APART * line.size * (1.5 if ruled else 1.0):
                runs.append([])
        runs[-1].append(line)
    return [part for run in runs for below in _without_headings(run) for part in _cores(below)]


def _without_headings(run: list[Printed]) -> list[list[Printed]]:
    """The run in parts, where lines across the columns stand right above a header of words."""
    parts: list[list[Printed]] = [[]]
    for number, line in enumerate(run):
        below = run[number + 1 : number + 3]
        heads = (
            len(below) > 1
            and len(below[0].pieces) > _COLUMNS
            and not any(is_number(p.text) for p in below[0].pieces)
            and len(gutters_of([line, *below])) < len(gutters_of(below))
        )
        if heads:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _cores(run: list[Printed]) -> list[list[Printed]]:
    """The run from its first to its last line that can be of a table, cut where gutters end."""
    many = [i for i, line in enumerate(run) if _is_of_table(line)]
    if len(many) < _LEAST:
        return []
    parts: list[list[Printed]] = []
    current: list[Printed] = []
    for line in run[_first_line(run, many[0]) :]:
        trial = [*current, line]
        if current and len(gutters_of(trial)) < max(1, len(gutters_of(current)) // 2):
            parts.append(current)
            current = [line]
        else:
            current = trial
    parts.append(current)
    return [_trimmed(p) for p in parts if sum(map(_is_of_table, p)) >= _LEAST]


def _is_of_table(line: Printed) -> bool:
    """Whether a line has several pieces, or a number with decimals alone, between two lines."""
    return len(line.pieces) > 1 or is_number(line.pieces[0].text, decimals=True)


def _first_line(run: Sequence[Printed], start: int) -> int:
    """Where a row begins whose words stand above the first line of several pieces."""
    while start > 0:
        gutters = len(gutters_of(run[start : start + 3]))
        kept = len(gutters_of(run[start - 1 : start + 3]))
        if kept < max(gutters, 1) or not _goes_on(run[start - 1], run[start : start + 2]):
            break
        start -= 1
    return start


def _goes_on(line: Printed, beside: Sequence[Printed]) -> bool:
    """Whether a line of one piece is one of the same cell as those right beside it."""
    piece = line.pieces[0]
    if len(line.pieces) > 1 or abs(line.y - beside[0].y) > _WITHIN * line.size:
        return False
    return is_number(piece.text) or any(
        abs(piece.x0 - other.x0) < 3 for near in beside for other in near.pieces
    )


def _trimmed(lines: list[Printed]) -> list[Printed]:
    """Without the lines at the end that belong to no column of the table."""
    last = max(i for i, line in enumerate(lines) if _is_of_table(line))
    gutters = gutters_of(lines[: last + 1])
    kept = lines[: last + 1]
    for line in lines[last + 1 :]:
        piece = line.pieces[0]
        near = line.y - kept[-1].y < 2.2 * line.size
        # A wrapped cell's rest stands between gutters, behind the first of them, or very near.
        behind = piece.x0 >= gutters[0][1] - 1 or _goes_on(line, kept[:-3:-1])
        if not near or not behind or len(gutters_of([*kept, line])) < len(gutters):
            break
        kept.append(line)
    return kept


def _columns_above(lines: Sequence[Printed], ruled: Sequence[Grid]) -> list[float] | None:
    """The columns of the ruled table right above, where every piece stands in one of them."""
    for grid in ruled:
        near = 0 < lines[0].y - grid.ys[-1] < 2.2 * lines[0].size
        pieces = [p for line in lines for p in line.pieces]
        if near and len(grid.xs) > _COLUMNS and not any(edge_cut(p, grid.xs) for p in pieces):
            used = {column_of(p, grid.xs) for p in pieces}
            return list(grid.xs) if len(used) >= _COLUMNS else None
    return None


def _grid(
    lines: list[Printed], rules: Sequence[float], columns: list[float] | None = None
) -> Grid | None:
    gutters = gutters_of(lines)
    if not gutters:
        return None
    left = min(p.x0 for line in lines for p in line.pieces) - 2
    right = max(p.x1 for line in lines for p in line.pieces) + 2
    xs = columns or [left, *((a + b) / 2 for a, b in gutters), right]
    top, bottom = lines[0].y - 1.5 * lines[0].size, lines[-1].y + 1.5 * lines[-1].size
    ruled = sum(top <= at <= bottom for at in rules) >= 3
    if not ruled and _number_column(lines, xs) is None:
        return None
    ys = _row_edges(lines, xs, rules)
    if len(ys) < 3:
        return None
    cells = tuple(
        GridCell(r, c, 1, 1, Box(xs[c], ys[r], xs[c + 1], ys[r + 1]))
        for r in range(len(ys) - 1)
        for c in range(len(xs) - 1)
    )
    return Grid(tuple(xs), tuple(ys), cells)


def _numbers(
    lines: Sequence[Printed], xs: Sequence[float], column: int, like: re.Pattern[str] = NUMBER
) -> list[bool]:
    return [bool(like.match(p.text.replace(" ", ""))) for _, p in _held(lines, xs, column)]


def _number_column(lines: Sequence[Printed], xs: Sequence[float]) -> int | None:
    """The rightmost column most of whose pieces are numbers; else one of codes in front."""
    for column in reversed(range(len(xs) - 1)):
        if _is_numeric(lines, xs, column):
            return column
    labels = _numbers(lines, xs, 0, _LABEL) if len(xs) > _COLUMNS else []
    return 0 if sum(labels) >= max(_LEAST, 0.6 * (len(labels) - 1)) else None


def _row_edges(
    lines: Sequence[Printed], xs: Sequence[float], rules: Sequence[float]
) -> list[float]:
    """Edges of the rows from top to bottom."""
    top, bottom = lines[0].y - lines[0].size, lines[-1].y + 0.5 * lines[-1].size
    between = [at for at in rules if top < at < bottom]
    if len(between) >= 2:
        return [top, *(at for at in between if at - top > 4), bottom]
    inner = rows_within(lines, xs)
    return [top, *inner[1:-1], bottom] if inner else []


def rows_within(lines: Sequence[Printed], xs: Sequence[float]) -> list[float]:
    """The edges of the rows of lines that no rule parts; empty where they cannot be told."""
    column = _number_column(lines, xs) if lines else None
    if column is None:
        return []
    numbers, header = _numbered(lines, xs, column)
    starts = row_starts(lines, numbers, _wordy(lines, xs, column), header)
    edges = [lines[0].y]
    for cut in starts[1:]:
        above, below = lines[cut - 1], lines[cut]
        edges.append((above.y + 0.35 * below.size + below.y - below.size) / 2)
    return [*edges, lines[-1].y] if starts else []


def _numbered(lines: Sequence[Printed], xs: Sequence[float], column: int) -> tuple[list[int], int]:
    """The lines with a number in a column, and the last line of the table's header."""
    held = _held(lines, xs, column)
    first = next((n for n, (_, p) in enumerate(held) if _tells_row(p)), 0)
    header = -1
    for other in range(len(xs) - 1):
        if other == column or _is_numeric(lines, xs, other):
            above = takewhile(lambda one: not _tells_row(one[1]), _held(lines, xs, other))
            header = max([header, *(i for i, _ in above if i < held[first][0])])
    # What stands in the place of a number (a dash, a word) has its row as well.
    return sorted({i for i, _ in held[first:]}), header


def _held(lines: Sequence[Printed], xs: Sequence[float], column: int) -> list[tuple[int, Piece]]:
    """The pieces of a column, each with its line."""
    return [(i, p) for i, n in enumerate(lines) for p in n.pieces if column_of(p, xs) == column]


def _tells_row(piece: Piece) -> bool:
    text = piece.text.replace(" ", "")
    return NUMBER.match(text) is not None or _LABEL.match(text) is not None


def _is_numeric(lines: Sequence[Printed], xs: Sequence[float], column: int) -> bool:
    """Whether most pieces of a column are numbers, the header's word left out."""
    flags = _numbers(lines, xs, column)
    return sum(flags) >= 1 and sum(flags) >= 0.6 * (len(flags) - 1)


def _wordy(lines: Sequence[Printed], xs: Sequence[float], numbers: int) -> list[int]:
    """The lines that have words in the column that has most, columns of numbers left out."""
    most: list[int] = []
    for column in range(len(xs) - 1):
        own = [i for i, _ in _held(lines, xs, column)]
        if column != numbers and not _is_numeric(lines, xs, column) and len(own) > len(most):
            most = own
    return sorted(set(most))
