"""Tables without rules, or with rules between rows only: found by how their text lines up.

Printed lines break into pieces at wide gaps; a run of lines whose pieces leave the same empty
gutters is a table if one of its columns holds numbers. Rows come from the cross rules where there
are any, else from where the numbers stand beside the words (:mod:`extract.tables.rowstarts`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from extract.content import Segment
from extract.model import Box
from extract.tables.across import named_columns, strips_of
from extract.tables.codedrows import coded_grid
from extract.tables.columnheads import edges_of, joined_heads
from extract.tables.grid import Grid, plain_grid
from extract.tables.rowstarts import row_starts
from extract.tables.runs import levels_of, runs_of
from extract.tables.wordstarts import CODE
from extract.text.clusters import Cluster
from extract.text.pieces import (
    DASH,
    NUMBER,
    Piece,
    Printed,
    column_of,
    edge_cut,
    edges_above,
    is_wordy,
    printed_lines,
)

# Fewer codes than this are no column of them.
_LEAST = 2
# A lone row below a ruled table needs this many pieces to be one of it.
_COLUMNS = 3
# How many times as far as its own lines the next row stands.
_FARTHER = 1.2
# The edges of two columns; more lines than this share with a label before its answer are no rows.
_TWO_COLUMNS, _LABELS = 3, 0.3
# Lines of one spacing differ by less than this, in points.
_EVEN = 0.5
# A code of a letter and a number, which begins a row.
_LABEL = re.compile(r"^\(?[A-Z]\d{1,2}\)?$")


def aligned_grids(
    clusters: Sequence[Cluster], segments: Sequence[Segment], ruled: Sequence[Grid]
) -> list[Grid]:
    """Grids of the tables that only alignment shows; ``ruled`` are those to keep out of."""
    lines = [
        line for line in printed_lines(clusters) if not any(_inside(line, g.box) for g in ruled)
    ]
    rules = levels_of(segments)
    grids = []
    for strip, taken in strips_of(lines):
        grids.append(strip)
        lines = [line for line in lines if line not in taken]
    for run in runs_of(lines, rules):
        grid = _grid(run, rules, _columns_above(run, ruled)) or named_columns(run)
        coded = coded_grid(run, clusters)
        if coded is not None and (grid is None or len(coded.xs) > len(grid.xs)):
            grid = coded
        if grid is not None:
            grids.append(grid)
    lines = [line for line in lines if not any(_inside(line, g.box) for g in grids)]
    below = (_row_below(g, lines) for g in ruled)
    return grids + [g for g in below if g is not None]


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
    return plain_grid(xs, ys)


def _inside(line: Printed, box: Box) -> bool:
    return box.top <= line.y <= box.bottom


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
    found = edges_of(lines)
    if not found[1:-1]:
        return None
    xs = columns or joined_heads(lines, found)
    if not xs:
        return None
    if _is_outline(lines, xs):
        return None
    top, bottom = lines[0].y - 1.5 * lines[0].size, lines[-1].y + 1.5 * lines[-1].size
    ruled = sum(top <= at <= bottom for at in rules) >= 3
    numbers = _number_column(lines, xs)
    if not ruled and (numbers is None or len(_held(lines, xs, numbers)) < _LEAST):
        # A number that nothing stands above or below is one in a line of text.
        return None
    ys = _row_edges(lines, xs, rules)
    if len(ys) < 3:
        return None
    return plain_grid(xs, ys)


def _is_outline(lines: Sequence[Printed], xs: Sequence[float]) -> bool:
    """Whether many lines before a column of numbers are labels and answers, apart from each other.

    They are of an outline, with numbers beside its headings, and of no row.
    """
    if len(xs) != _TWO_COLUMNS:
        return False
    held = [[p for p in n.pieces if column_of(p, xs) == 0] for n in lines]
    said = [own for own in held if len(own) > 1 and all(is_wordy(p.text) for p in own)]
    return len(said) > _LABELS * len(lines)


def _numbers(
    lines: Sequence[Printed], xs: Sequence[float], column: int, like: re.Pattern[str] = NUMBER
) -> list[bool]:
    held = (p.text.replace(" ", "") for _, p in _held(lines, xs, column))
    return [bool(like.match(text)) for text in held if not DASH.match(text)]


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
    words = _wordy(lines, xs, column)
    if not words:
        # Of nothing but numbers those in front name the rows.
        column, words = 0, sorted({i for i, _ in _held(lines, xs, 0)})
    numbers, header = _numbered(lines, xs, column)
    starts = _at_codes(lines, xs, numbers, header) or row_starts(lines, numbers, words, header)
    starts = starts or _at_numbers(lines, xs, numbers, words)
    if _hold_codes(lines, xs, starts):
        return []
    return [lines[0].y, *edges_above(lines, starts[1:]), lines[-1].y] if starts else []


def _hold_codes(lines: Sequence[Printed], xs: Sequence[float], starts: Sequence[int]) -> bool:
    """Whether a line with a code begins within a row that begins with none: then it is not one."""
    codes = _coded(lines, xs)
    return any(
        start not in codes and any(start < i < end for i in codes)
        for start, end in pairwise([*starts, len(lines)])
    )


def _coded(lines: Sequence[Printed], xs: Sequence[float]) -> list[int]:
    """The lines that begin with a code and words right behind it."""
    front = [(i, p.text, CODE.match(p.text)) for i, p in _held(lines, xs, 0)]
    return [i for i, text, code in front if code and text[code.end() :].strip(" .:)")]


def _at_codes(
    lines: Sequence[Printed], xs: Sequence[float], numbers: Sequence[int], header: int
) -> list[int]:
    """The lines that begin with a code, the header's first, where one number goes with each.

    Words stand right behind the code: one in a column of its own may stand beside their middle.
    """
    codes = [i for i in _coded(lines, xs) if i > header]
    if len(codes) < _LEAST or codes[0] != header + 1:
        return []
    whole = all(
        sum(code <= number < end for number in numbers) == 1
        for code, end in pairwise([*codes, len(lines)])
    )
    if not whole or len(numbers) != len(codes):
        return []
    # What stands apart from a row is no more of it: a heading above the next one.
    steps = [(i, lines[i].y - lines[i - 1].y) for i in range(codes[0] + 1, len(lines))]
    apart = min(step for i, step in steps if i in codes)
    if any(step > apart + _EVEN for i, step in steps if i not in codes):
        return []
    return [0, *codes] if header >= 0 else codes


def _at_numbers(
    lines: Sequence[Printed], xs: Sequence[float], numbers: Sequence[int], words: Sequence[int]
) -> list[int]:
    """The lines that have numbers, where all begin with codes and words; others go on from them.

    Rows of a sheet are as high as they like: what goes on stands nearer to the line above it.
    """
    coded = [i for i, p in _held(lines, xs, 0) if _tells_row(p)]
    if not numbers or numbers[0] != 0 or coded != [*numbers] or not {*numbers} <= {*words}:
        return []
    for start, end in pairwise([*numbers, len(lines)]):
        if end == len(lines) or end - start == 1:
            continue
        within = max(b.y - a.y for a, b in pairwise(lines[start:end]))
        if _FARTHER * within > lines[end].y - lines[end - 1].y:
            return []
    return [*numbers]


def _numbered(lines: Sequence[Printed], xs: Sequence[float], column: int) -> tuple[list[int], int]:
    """The lines with a number in a column, and the last line of the table's header."""
    held = _held(lines, xs, column)
    if not held:
        return [], -1
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
