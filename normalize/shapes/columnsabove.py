"""Tables without names of columns, drawn at the edges of the table above them on the same page.

``แบบวัด ... (IIT) | 91.49 | 93.41 | +1.92`` below a table of ``ลำดับ | ตัวชี้วัด | ปี 2566 | ปี 2567 |
ผลต่าง``: whoever drew it left the names out, because its numbers stand right below those of the
same name. Some of its cells are as wide as several columns above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Paragraph, Table
from normalize.rows.headerrows import is_data

# Edges drawn for each other are this near, in points.
_SAME = 1.5
# More lines between them part two tables.
_LINES = 2


def with_columns_above(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, such tables with as many columns as the table above them has."""
    found: list[Paragraph | Table] = []
    for block in blocks:
        above = _above(found) if isinstance(block, Table) else None
        if isinstance(block, Table) and above is not None:
            block = _widened(block, above) or block
        found.append(block)
    return found


def _above(blocks: Sequence[Paragraph | Table]) -> Table | None:
    """The table above, with nothing but a heading or two between."""
    for block in blocks[: -_LINES - 2 : -1]:
        if isinstance(block, Table):
            return block
    return None


def _widened(table: Table, above: Table) -> Table | None:
    """A table with the columns of the one above; ``None`` where it has columns of its own."""
    if not 1 < table.columns < above.columns or table.header_rows or not _tells_at_once(table):
        return None
    page = table.rows[0].page
    own, over = _edges(table, page), _edges(above, page)
    if len(own) != table.columns + 1 or len(over) != above.columns + 1:
        return None
    to = {column: _nearest(x, over) for column, x in own.items()}
    if to[0] != 0 or to[table.columns] != above.columns or None in to.values():
        return None
    at = {column: edge for column, edge in to.items() if edge is not None}
    cells = tuple(
        replace(c, column=at[c.column], column_span=at[c.column + c.column_span] - at[c.column])
        for c in table.cells
    )
    return replace(table, columns=above.columns, cells=cells)


def _tells_at_once(table: Table) -> bool:
    """Whether the first row holds numbers: no names of columns."""
    return any(is_data(c.text) for c in table.cells if c.row == 0 and c.column)


def _edges(table: Table, page: int) -> dict[int, float]:
    """Where the columns of a table begin on a page, and where the last one ends."""
    found: dict[int, float] = {}
    for cell in table.cells:
        for place in cell.places:
            if place.page == page:
                found.setdefault(cell.column, place.box.x0)
                found.setdefault(cell.column + cell.column_span, place.box.x1)
    return found


def _nearest(x: float, edges: dict[int, float]) -> int | None:
    """The edge at a place."""
    return next((n for n, at in edges.items() if abs(at - x) <= _SAME), None)


__all__ = ["with_columns_above"]
