"""Tables whose header stands in several rows and whose every row repeats its form.

``ลำดับ | จุดอ่อน | มาตรการ`` over ``ผลผลิต | ผู้รับผิดชอบ | กำหนดแล้วเสร็จ``, and below it, for each thing, a
weakness and a measure over what comes out of it, who does it and until when. The wide names are no
headings of the narrow ones: each says what stands in its own place of the rows below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from extract.model import Cell, Table
from normalize.names.phrases import leading_role

# Rows of print of one thing, and the things that show that they are meant so.
_TALLEST, _LEAST = 3, 2

_Form = list[tuple[int, int, int, int]]


def with_tall_rows_flat(table: Table) -> Table:
    """The table with one row for each thing and a column for each cell of its form."""
    top = [c for c in table.cells if c.row < _TALLEST]
    for height in range(2, _TALLEST + 1):
        head = _in_order(c for c in top if c.row < height)
        if not _is_form(head, height, table):
            continue
        rows = _rows(table)
        starts = _starts(table, rows, height, _form(head, 0))
        if starts is not None:
            return _flat(table, rows, [0, *starts, len(rows)])
    return table


def _rows(table: Table) -> list[list[Cell]]:
    """The cells that begin in each row."""
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for cell in table.cells:
        rows[cell.row].append(cell)
    return rows


def _in_order(cells: Iterable[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda c: (c.column, c.row))


def _within(rows: list[list[Cell]], start: int, end: int) -> list[Cell]:
    return _in_order(chain.from_iterable(rows[start:end]))


def _form(cells: Iterable[Cell], start: int) -> _Form:
    return [(c.row - start, c.column, c.row_span, c.column_span) for c in cells]


def _is_form(head: list[Cell], height: int, table: Table) -> bool:
    """Whether rows name a thing in every place, in wide ones over narrow ones too."""
    area = sum(c.row_span * c.column_span for c in head)
    if area != height * table.columns or any(c.row + c.row_span > height for c in head):
        return False
    over = [c for c in head if c.column_span > 1 and c.row + c.row_span < height]
    return bool(over) and all(c.text.strip() and leading_role(c.text) for c in head)


def _starts(table: Table, rows: list[list[Cell]], height: int, form: _Form) -> list[int] | None:
    """The rows that things and bands begin with; ``None`` where a row has another form."""
    found: list[int] = []
    things, row = 0, height
    while row < len(rows):
        found.append(row)
        if _form(_within(rows, row, row + height), row) == form:
            things += 1
            row += height
        elif _is_band(rows[row], table):
            row += 1
        else:
            return None
    return found if things >= _LEAST else None


def _is_band(cells: list[Cell], table: Table) -> bool:
    return len(cells) == 1 and cells[0].column_span == table.columns and cells[0].row_span == 1


def _flat(table: Table, rows: list[list[Cell]], bounds: list[int]) -> Table:
    columns = len(_within(rows, *bounds[:2]))
    made = [
        cell
        for number, (start, end) in enumerate(pairwise(bounds))
        for cell in _in_line(_within(rows, start, end), number, columns)
    ]
    kept = tuple(table.rows[start] for start in bounds[:-1])
    return replace(table, columns=columns, rows=kept, cells=tuple(made), header_rows=1)


def _in_line(cells: list[Cell], row: int, columns: int) -> Iterator[Cell]:
    wide = columns if len(cells) == 1 else 1
    for column, cell in enumerate(cells):
        yield replace(cell, row=row, column=column, row_span=1, column_span=wide)


__all__ = ["with_tall_rows_flat"]
