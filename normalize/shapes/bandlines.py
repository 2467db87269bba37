"""Bands below each other in one cell: ``ข. แบบวัด EIT ได้คะแนน 91.11`` over ``ตัวชี้วัดที่ 6 ... 89.29``.

Where nothing is drawn between them, two headings of what stands below are one row on paper.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.names.sections import read_heading
from normalize.shapes.saidrows import said_rows
from normalize.words.text import clean

# A longer line is a sentence.
_SHORT = 120


def with_bands_apart(table: Table) -> Table:
    """The table with a row for each heading of a cell that alone in its row holds several."""
    said = enumerate(said_rows(table))
    lines = {row: _headings(*cells) for row, cells in said if len(cells) == 1}
    lines = {row: texts for row, texts in lines.items() if texts}
    if not lines:
        return table
    starts: list[int] = []
    rows: list[Row] = []
    for row in range(len(table.rows)):
        starts.append(len(rows))
        rows += [table.rows[row]] * max(1, len(lines.get(row, ())))
    cells = [part for c in table.cells for part in _moved(c, starts, lines.get(c.row, []))]
    return replace(table, rows=tuple(rows), cells=tuple(cells))


def _moved(cell: Cell, starts: list[int], texts: list[str]) -> list[Cell]:
    """A cell where its row is now, as the cells of its headings where it holds some."""
    row = starts[cell.row]
    if texts and cell.text.strip():
        return [replace(cell, row=row + n, row_span=1, text=text) for n, text in enumerate(texts)]
    last = starts[cell.row + cell.row_span - 1]
    return [replace(cell, row=row, row_span=last - row + 1)]


def _headings(cell: Cell) -> list[str]:
    """The headings that a cell of one row holds below each other; nothing where it holds others."""
    texts = [line for line in cell.text.split("\n") if line.strip()]
    if cell.row_span > 1 or len(texts) < 2 or any(len(t) > _SHORT for t in texts):
        return []
    read = [read_heading(clean(t)) for t in texts]
    named = all(h is not None and (h.indicator or h.instrument) for h in read)
    return texts if named and len(set(read)) == len(read) else []


__all__ = ["with_bands_apart"]
