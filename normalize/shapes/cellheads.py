"""Names of columns that every row prints once more, above what its cells say.

``จุดอ่อนที่พบ / ผู้มาติดต่อรอนาน`` beside ``มาตรการแก้ไข / จัดรถเข็น`` in the box of each item: the first
lines are the names of two columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role
from normalize.shapes.labels import first_line
from normalize.shapes.saidrows import said_rows
from normalize.words.text import squeeze

_LEAST = 2


def with_heads_of_cells(table: Table) -> Table:
    """The table with the names its cells begin with as its header; other tables as they are.

    All rows of several cells must begin with the same names, among them one of measures.
    """
    rows = [said for said in said_rows(table) if len(said) > 1]
    if not rows or table.columns < _LEAST:
        return table
    named = [[first_line(cell.text) for cell in said] for said in rows]
    first = named[0]
    names = [squeeze(head) for head, _ in first]
    roles = {header_role(head) for head, _ in first}
    if None in roles or "measure" not in roles or len(roles) < len(first):
        return table
    if any([squeeze(head) for head, _ in row] != names for row in named):
        return table
    if any(not rest for row in named for _, rest in row):
        return table
    return _under_names(table, rows, named)


def _under_names(
    table: Table, rows: Sequence[Sequence[Cell]], named: Sequence[Sequence[tuple[str, str]]]
) -> Table:
    """The table with a header of those names above its rows, whose cells go without them."""
    without = {
        id(cell): rest
        for said, row in zip(rows, named, strict=True)
        for cell, (_, rest) in zip(said, row, strict=True)
    }
    heads = [
        replace(cell, row=0, row_span=1, text=head)
        for cell, (head, _) in zip(rows[0], named[0], strict=True)
    ]
    below = (replace(c, row=c.row + 1, text=without.get(id(c), c.text)) for c in table.cells)
    return replace(table, rows=(table.rows[0], *table.rows), cells=(*heads, *below), header_rows=1)


__all__ = ["with_heads_of_cells"]
