"""Tables below each other without a gap, each with the same header at other places, as one grid.

Programs fit the columns of every table to its words; where nothing parts the tables their edges
run through each other. The words of the header say which column is which.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.model import Cell, Table
from normalize.names.phrases import leading_role
from normalize.words.text import clean, squeeze

_LEAST = 3


def realigned(table: Table) -> Table:
    """The table with a column for each word of its header; others as they are."""
    rows = [_row(table, r) for r in range(len(table.rows))]
    head = next((row for row in rows[:4] if _names_columns(row)), None)
    if head is None or any(c.row_span > 1 for c in head):
        return table
    words = _words(head)
    heads = [r for r, row in enumerate(rows) if _words(row) == words and _covers(row, table)]
    if len(heads) < 2 or len({tuple(c.column for c in rows[r]) for r in heads}) < 2:
        return table
    bounds = [0, *(_begins(rows, r, table) for r in heads[1:]), len(rows)]
    made: list[Cell] = []
    for (start, end), at in zip(pairwise(bounds), heads, strict=True):
        for cell in (c for c in table.cells if start <= c.row < end):
            placed = _placed(cell, rows[at])
            if placed is None or cell.row + cell.row_span > end:
                return table
            made.append(placed)
    return replace(table, columns=len(words), cells=tuple(made))


def _row(table: Table, row: int) -> list[Cell]:
    return sorted((c for c in table.cells if c.row == row), key=lambda c: c.column)


def _words(row: list[Cell]) -> list[str]:
    return [squeeze(clean(c.text)) for c in row]


def _names_columns(row: list[Cell]) -> bool:
    texts = [c.text for c in row]
    roles = sum(leading_role(t) is not None for t in texts)
    return len(texts) >= _LEAST and all(t.strip() for t in texts) and 2 * roles > len(texts)


def _covers(row: list[Cell], table: Table) -> bool:
    """Whether cells stand edge to edge from the table's left to its right."""
    ends = [0, *(c.column + c.column_span for c in row)]
    return ends[-1] == table.columns and [c.column for c in row] == ends[:-1]


def _begins(rows: list[list[Cell]], head: int, table: Table) -> int:
    """The row a part begins with: the bands right above its header are its own."""
    while len(rows[head - 1]) == 1 and rows[head - 1][0].column_span == table.columns:
        head -= 1
    return head


def _placed(cell: Cell, head: list[Cell]) -> Cell | None:
    """A cell in the columns of the header of its part; ``None`` where it is cut otherwise."""
    end = cell.column + cell.column_span
    first = next((i for i, c in enumerate(head) if c.column == cell.column), None)
    last = next((i for i, c in enumerate(head) if c.column + c.column_span == end), None)
    if first is None or last is None:
        return None
    return replace(cell, column=first, column_span=last - first + 1)


__all__ = ["realigned"]
