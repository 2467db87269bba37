"""Columns that no cell has for itself: two edges of which each row uses one are one edge.

Tables that stand below each other with edges a little apart become one grid; between the two edges
lies a column that is part of the cell before it in some rows, and of the cell behind it in others,
or is nothing but room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Cell, Table

# A table of fewer columns has none to spare.
_COLUMNS = 3


def without_shared_columns(table: Table) -> Table:
    """The table without such columns; others as they are."""
    for column in range(table.columns - 2, 0, -1):
        if table.columns > _COLUMNS and (_is_shared(table, column) or _is_room(table, column)):
            cells = tuple(_without(table, column))
            table = replace(table, columns=table.columns - 1, cells=cells)
    return table


def _is_shared(table: Table, column: int) -> bool:
    """Whether some cells end with a column, others begin with it, and none is as wide."""
    over = [c for c in table.cells if column in c.columns and c.column_span < table.columns]
    ends = any(c.column_span > 1 and c.column + c.column_span - 1 == column for c in over)
    begins = any(c.column_span > 1 and c.column == column for c in over)
    return ends and begins and all(c.column_span > 1 for c in over)


def _is_room(table: Table, column: int) -> bool:
    """Whether a column says nothing by itself, and words of the next one begin in it in some rows.

    Boxes below each other leave more room before their numbers in one than in the other.
    """
    over = [c for c in table.cells if column in c.columns and c.column_span < table.columns]
    own = [c for c in over if c.column_span == 1]
    wide = [c for c in over if c.column_span > 1 and c.text.strip()]
    blank = bool(own) and not any(c.text.strip() for c in own)
    return blank and any(c.columns == range(column, column + 2) for c in wide)


def _without(table: Table, column: int) -> Iterator[Cell]:
    for cell in table.cells:
        if cell.column > column:
            yield replace(cell, column=cell.column - 1)
        elif column in cell.columns:
            if cell.column_span > 1:
                yield replace(cell, column_span=cell.column_span - 1)
        else:
            yield cell


__all__ = ["without_shared_columns"]
