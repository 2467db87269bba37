"""Columns that are nothing but the room a card leaves around its rows.

``| | 10.1 การดำเนินการ | 100.00 | |`` over ``10.2 มาตรการ (from the edge on) | 100.00``: one card
draws its inner edge, the next does not. The outer column holds no words of its own, and is of the
next.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table

_LEAST = 3


def without_margins(table: Table) -> Table:
    """The table without outer columns of no words where some cells reach over them and some not."""
    if table.columns <= _LEAST:
        return table
    first = _is_margin(table, 0, 1)
    last = _is_margin(table, table.columns - 1, table.columns - 2)
    if not (first or last):
        return table
    low, high = int(first), table.columns - int(last)
    cells = tuple(c for cell in table.cells if (c := _within(cell, low, high)) is not None)
    return replace(table, columns=high - low, cells=cells)


def _is_margin(table: Table, outer: int, inner: int) -> bool:
    """Whether no words stand in an outer column alone, and some row's first words reach over it."""
    said = [c for c in table.cells if c.text.strip() and c.column_span < table.columns]
    if any(c.columns == range(outer, outer + 1) for c in said):
        return False
    over = any(outer in c.columns and inner in c.columns for c in said)
    beside = any(inner in c.columns and outer not in c.columns for c in said)
    return over and beside


def _within(cell: Cell, low: int, high: int) -> Cell | None:
    """A cell in the columns that are left."""
    start, end = max(cell.column, low), min(cell.column + cell.column_span, high)
    return replace(cell, column=start - low, column_span=end - start) if end > start else None


__all__ = ["without_margins"]
