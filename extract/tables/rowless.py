"""Tables that draw their columns and leave the rows to be imagined, inside one tall row of cells.

Such a row has several numbers below each other in a column. Where each number's words are is told
as in tables without any rules (:mod:`extract.tables.rowstarts`), and which cells are merged over
rows in :mod:`extract.tables.rowcells`. Codes below each other in front begin a row each as well,
where words begin beside each of them in every column: else they are several codes of one row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.model import Line
from extract.tables.alignment import rows_within
from extract.tables.grid import Grid
from extract.tables.headed import in_columns
from extract.tables.keycolumns import text_at
from extract.tables.rowcells import with_cells
from extract.tables.rowkeys import edges_at_keys
from extract.tables.rowspaces import edges_apart
from extract.text.clusters import Cluster, held_by, visible
from extract.text.itemcodes import is_code
from extract.text.pieces import Printed, clusters_on, columns_held, edges_above, printed_lines

# Fewer rows than this may be a cell of several lines, and whole numbers a list's.
_LEAST = 3
_TWO = 2
_DECIMAL = re.compile(r"^\d{1,3}\.\d+(?:%|คะแนน)?$")
_HAS_ONE = re.compile(r"(?:^|\s)\d{1,3}\.\d+(?=\s|%|$)")
_RUNNING = re.compile(r"^\s*(\d{1,3})[.)]?\s*$")
_CODE = re.compile(r"^\(?[A-Z]\s?\d{1,2}\)?$")
# So many rows of a line each, and numbers in each; how far in they stand below what they are of.
_ROWS, _INDENT = 2, 3.0
# The edges of a form's two columns.
_FORM = 3
# Codes of one row are no farther apart than lines are; fewer columns than this show no row.
_APART, _COLUMNS = 1.25, 4
# So many columns that say nothing beside the second code: the first line's deadline is both's.
_ONCE = 3


def may_hold_rows(lines: Sequence[Line], *, form: bool = False) -> bool:
    """Whether a cell has so many numbers below each other that each may have a row of its own.

    So may the labels of a ``form``, a table of two columns.
    """
    numbers = sum(1 for n in lines if _HAS_ONE.search(n.text))
    codes = sum(1 for n in lines if _CODE.match(n.text))
    labels = len(lines) if form and all(n.bold for n in lines) else 0
    counted = _counted([n.text for n in lines])
    return max(numbers, counted) >= _TWO or max(codes, labels) >= _LEAST


def _counted(texts: Sequence[str]) -> int:
    """How many rows running numbers alone in their lines count; none where they do not run."""
    numbers = [int(m[1]) for text in texts if (m := _RUNNING.match(text))]
    runs = all(b - a == 1 for a, b in pairwise(numbers))
    return len(numbers) if runs and len(numbers) == len(texts) else 0


def with_rows(grid: Grid, clusters: Sequence[Cluster], *, least: int = _LEAST) -> Grid:
    """The grid with the rows that its tall rows hold without rules between them.

    ``least``: fewer rows than this are no rows.
    """
    inside = visible(held_by(grid.box, clusters))
    edges: dict[int, list[float]] = {}
    for row, (top, bottom) in enumerate(pairwise(grid.ys)):
        if not grid.is_single(row):
            continue
        own = [c for c in inside if top < c.middle[1] < bottom]
        lines = printed_lines(own)
        if _are_stacks(lines):
            continue
        between = _coded_rows(lines, own, grid.xs) or _labelled_rows(lines, own, grid.xs)
        alone = sum(_DECIMAL.match(p.text) is not None for n in lines for p in n.pieces)
        numbers, codes = _told(own, grid.xs)
        # Two of a column may stand apart, and those of two columns near each other.
        numbers = max(numbers, alone)
        if least < _LEAST:
            # Below names alone codes tell as well; in a drawn cell they may be a list.
            numbers = max(numbers, codes)
        if numbers >= least:
            between = _rows_of_lines(lines) or edges_apart(own, grid.xs, behind=least < _LEAST)
            between = between or rows_within(lines, grid.xs)[1:-1] or edges_at_keys(own, grid.xs)
        if len(between) + 1 < least:
            # The space between two rows shows them; anything else may be several lines of one.
            between = edges_apart(own, grid.xs) if numbers >= _TWO else []
        if between and not _says_once(own, [top, *between, bottom], grid.xs):
            edges[row] = between
    return with_cells(grid, edges, inside) if edges else grid


def _says_once(words: Sequence[Cluster], ys: Sequence[float], xs: Sequence[float]) -> bool:
    """Whether what a row says in several columns stands in its first line and is of all of it."""
    parts = ([c for c in words if a < c.middle[1] < b] for a, b in pairwise(ys))
    first, *others = (columns_held(part, xs) for part in parts)
    return any(len(first - held) >= _ONCE for held in others)


def _are_stacks(lines: Sequence[Printed]) -> bool:
    """Whether a line is nothing but numbers, one in each column: cards, and no row's."""
    return any(
        len(n.pieces) >= _TWO and all(_DECIMAL.match(p.text) for p in n.pieces) for n in lines
    )


def _told(words: Sequence[Cluster], xs: Sequence[float]) -> tuple[int, int]:
    """How many numbers tell rows, and how many codes the column that has most of them.

    Those have decimals, or count rows in the first column.
    """
    table = in_columns(words, xs)
    columns = range(len(xs) - 1)
    held = [[text_at(table, n, c) for n in range(len(table.lines))] for c in columns]
    decimals = sum(_DECIMAL.match(text) is not None for own in held for text in own)
    counted = _counted([text for text in held[0] if text])
    return max(decimals, counted), max(sum(map(is_code, own)) for own in held)


def _rows_of_lines(lines: Sequence[Printed]) -> list[float]:
    """The edges between rows of a line each: a name and as many numbers beside it in all of them.

    Above them may stand what they are of, less far in than their names.
    """
    first, rest = lines[0], lines[1:]
    banded = len(first.pieces) == 1 and all(
        line.pieces[0].x0 > first.pieces[0].x0 + _INDENT for line in rest
    )
    rows = rest if banded else lines
    if len(rows) < _ROWS:
        return []
    pieces = {len(line.pieces) for line in rows}
    numbered = all(
        not _DECIMAL.match(line.pieces[0].text)
        and sum(_DECIMAL.match(p.text) is not None for p in line.pieces) >= _ROWS
        for line in rows
    )
    alike = len(pieces) == 1 and min(pieces) > _ROWS
    return edges_above(lines, [*range(1, len(lines))]) if alike and numbered else []


def _coded_rows(
    lines: Sequence[Printed], words: Sequence[Cluster], xs: Sequence[float]
) -> list[float]:
    """The edges between rows that begin with a code; none where words do not begin beside each."""
    held: list[dict[int, str]] = [{} for _ in lines]
    for line, own in zip(lines, held, strict=True):
        for c in sorted(clusters_on(line, words), key=lambda c: c.x0):
            column = sum(x <= c.middle[0] for x in xs) - 1
            own[column] = own.get(column, "") + c.text
    codes = [i for i, own in enumerate(held) if _CODE.match(own.get(0, ""))]
    alone = codes == [i for i, own in enumerate(held) if 0 in own]
    if not alone or len(xs) <= _COLUMNS or any(len(held[i]) < len(xs) - 1 for i in codes):
        return []
    pitch = min((b.y - a.y for a, b in pairwise(lines)), default=0.0)
    if max((lines[b].y - lines[a].y for a, b in pairwise(codes)), default=0.0) <= _APART * pitch:
        return []
    # What stands above the first code is the rest of a row cut by the page end.
    return edges_above(lines, [i for i in codes if i])


def _labelled_rows(
    lines: Sequence[Printed], words: Sequence[Cluster], xs: Sequence[float]
) -> list[float]:
    """The edges between the rows of a form: bold labels, each with an answer beside it."""
    if len(xs) != _FORM:
        return []
    held = [clusters_on(n, words) for n in lines]
    starts = [i for i, own in enumerate(held) if len({c.middle[0] > xs[1] for c in own}) > 1]
    labels = [c.bold for c in words if c.middle[0] < xs[1]]
    answers = [c.bold for c in words if c.middle[0] > xs[1]]
    typed = all(labels) and 2 * sum(answers) < len(answers)
    if not typed or len(starts) < _LEAST or starts[0]:
        return []
    return edges_above(lines, starts[1:])


__all__ = ["may_hold_rows", "with_rows"]
