"""Two or more lists printed side by side in one grid, taken apart."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Table
from normalize.rows.columns import Columns, lists_beside


def side_by_side(table: Table, columns: Columns) -> list[tuple[Table, Columns]]:
    """The lists a grid holds beside each other, left to right; the table itself where it is one.

    Each list begins with a column of codes (or items) and has a score of its own.
    """
    roles = [c.role for c in columns.columns]
    parts = lists_beside(roles)
    if len(parts) < 2 or "measure" in roles:
        return [(table, columns)]
    shapes = [[roles[i] for i in part] for part in parts]
    if any("score" not in shape for shape in shapes):
        return [(table, columns)]
    return [(_slice(table, part), _slice_columns(columns, part)) for part in parts]


def _slice(table: Table, part: range) -> Table:
    """The columns of one list; a band over all lists is one of each."""
    cells = tuple(
        replace(c, column=0, column_span=len(part))
        if c.columns == range(table.columns)
        else replace(c, column=c.column - part.start)
        for c in table.cells
        if c.columns == range(table.columns)
        or (c.column in part and c.column + c.column_span <= part.stop)
    )
    return replace(table, columns=len(part), cells=cells)


def _slice_columns(columns: Columns, part: range) -> Columns:
    return replace(columns, columns=tuple(columns.columns[i] for i in part))


__all__ = ["side_by_side"]
