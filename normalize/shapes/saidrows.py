"""The rows of a table: their cells that say something, and some of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table


def said_rows(table: Table) -> list[list[Cell]]:
    """The cells of each row that say something, from left to right."""
    rows: list[list[Cell]] = [[] for _ in table.rows]
    for cell in sorted(table.cells, key=lambda c: c.column):
        if cell.text.strip():
            rows[cell.row].append(cell)
    return rows


def of_rows(table: Table, rows: Sequence[int]) -> Table:
    """The table with some of its rows only."""
    place = {row: at for at, row in enumerate(rows)}
    cells = (
        replace(c, row=place[c.row], row_span=sum(r in place for r in c.rows))
        for c in table.cells
        if c.row in place
    )
    kept = tuple(table.rows[r] for r in rows)
    return replace(table, rows=kept, cells=tuple(cells))


__all__ = ["of_rows", "said_rows"]
