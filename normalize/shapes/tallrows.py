"""Tables whose header stands in several rows and whose every row repeats its form.

``ลำดับ | จุดอ่อน | มาตรการ`` over ``ผลผลิต | ผู้รับผิดชอบ | กำหนดแล้วเสร็จ``, and below it, for each thing, a
weakness and a measure over what comes out of it, who does it and until when. The wide names are no
headings of the narrow ones: each says what stands in its own place of the rows below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extract.model import Cell, Row, Table
from normalize.names.phrases import leading_role

# Rows of print of one thing, and the things that show that they are meant so.
_TALLEST, _LEAST = 3, 2

_Form = list[tuple[int, int, int, int]]


def with_tall_rows_flat(table: Table) -> Table:
    """The table with one row for each thing and a column for each cell of its form."""
    for height in range(2, _TALLEST + 1):
        head = _within(table.cells, 0, height)
        if not _is_form(head, height, table):
            continue
        starts = _starts(table, height, _form(head, 0))
        if starts is not None:
            return _flat(table, head, [0, *starts, len(table.rows)])
    return table


def _within(cells: Iterable[Cell], start: int, end: int) -> list[Cell]:
    found = [c for c in cells if start <= c.row < end]
    return sorted(found, key=lambda c: (c.column, c.row))


def _form(cells: Iterable[Cell], start: int) -> _Form:
    return [(c.row - start, c.column, c.row_span, c.column_span) for c in cells]


def _is_form(head: list[Cell], height: int, table: Table) -> bool:
    """Whether rows name a thing in every place, in wide ones over narrow ones too."""
    area = sum(c.row_span * c.column_span for c in head)
    if area != height * table.columns or any(c.row + c.row_span > height for c in head):
        return False
    over = [c for c in head if c.column_span > 1 and c.row + c.row_span < height]
    return bool(over) and all(c.text.strip() and leading_role(c.text) for c in head)


def _starts(table: Table, height: int, form: _Form) -> list[int] | None:
    """The rows that things and bands begin with; ``None`` where a row has another form."""
    found: list[int] = []
    things, row = 0, height
    while row < len(table.rows):
        found.append(row)
        cells = _within(table.cells, row, row + height)
        if _form(cells, row) == form:
            things += 1
            row += height
        elif _is_band(_within(table.cells, row, row + 1), table):
            row += 1
        else:
            return None
    return found if things >= _LEAST else None


def _is_band(cells: list[Cell], table: Table) -> bool:
    return len(cells) == 1 and cells[0].column_span == table.columns and cells[0].row_span == 1


def _flat(table: Table, head: list[Cell], bounds: list[int]) -> Table:
    rows: list[Row] = []
    made: list[Cell] = []
    for number, (start, end) in enumerate(pairwise(bounds)):
        rows.append(table.rows[start])
        made += _in_line(_within(table.cells, start, end), number, len(head))
    return replace(table, columns=len(head), rows=tuple(rows), cells=tuple(made), header_rows=1)


def _in_line(cells: list[Cell], row: int, columns: int) -> Iterator[Cell]:
    wide = columns if len(cells) == 1 else 1
    for column, cell in enumerate(cells):
        yield replace(cell, row=row, column=column, row_span=1, column_span=wide)


__all__ = ["with_tall_rows_flat"]
