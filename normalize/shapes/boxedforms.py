"""Forms whose boxes each hold a small heading over their answer, wherever they stand on paper.

``ผู้รับผิดชอบ / ฝ่ายปกครอง`` in one cell, ``กำหนดแล้วเสร็จ / 31 มีนาคม 2566`` in the next: no column holds
one kind of thing, the heading within each box says what it is.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role, phrase_of
from normalize.names.sections import read_heading
from normalize.shapes.forms import Pair, as_table, is_form
from normalize.words.text import clean, squeeze

# A longer line is no label.
_SHORT = 40
# So many boxes of other kinds make a form, and this share of the boxes must have a heading.
_LEAST, _MOST = 4, 0.8


def with_boxes_unfolded(table: Table) -> Table:
    """The form with a column for each heading; other tables as they are."""
    cells = sorted((c for c in table.cells if c.text.strip()), key=lambda c: (c.row, c.column))
    pairs: list[Pair] = []
    for cell in cells:
        if (pair := _pair(cell)) is None:
            return table
        pairs.append(pair)
    labelled = [p for p in pairs if p.label]
    if len({p.label for p in labelled}) < _LEAST:
        return table
    if len(labelled) < _MOST * len(cells) or not is_form(labelled, headed=True):
        return table
    # Boxes one below the other that are called the same are a column.
    columns = {(p.label_cell.column, p.label) for p in labelled}
    apart = len(columns) > len({p.label_cell.column for p in labelled})
    if len(table.rows) > 1 and not apart:
        return table
    return as_table(table.number, pairs, table)


def _pair(cell: Cell) -> Pair | None:
    """A box's heading and its answer, or the heading of a section that stands by itself."""
    label, _, answer = cell.text.strip().partition("\n")
    named = phrase_of(label) or (header_role(label) if len(squeeze(label)) < _SHORT else None)
    if named is not None and answer.strip():
        label_cell = replace(cell, text=label.strip())
        return Pair(squeeze(clean(label)), label_cell, replace(cell, text=answer.strip()))
    heading = read_heading(clean(cell.text))
    return Pair("", cell, None) if heading is not None and heading.certain else None


__all__ = ["with_boxes_unfolded"]
