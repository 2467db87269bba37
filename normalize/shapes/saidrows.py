"""The cells of each row of a table that say something."""

from __future__ import annotations

from extract.model import Cell, Table


def said_rows(table: Table) -> list[list[Cell]]:
    """The cells of each row that say something, from left to right."""
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for cell in sorted(table.cells, key=lambda c: c.column):
        if cell.text.strip():
            rows[cell.row].append(cell)
    return rows


__all__ = ["said_rows"]
