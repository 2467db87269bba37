"""Bands in one cell with what stands below them.

Where nothing is drawn between them, two headings (``ข. แบบวัด EIT ได้คะแนน 91.11`` over
``ตัวชี้วัดที่ 6 ... 89.29``) are one row on paper, and so are a heading and the first item below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.names.itemheads import ITEM_HEAD
from normalize.names.sections import read_heading
from normalize.shapes.saidrows import said_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean

# A longer line is a sentence.
_SHORT = 120
_BARE = compiled(r"\s*(?:ข้อ(?:ที่|คำถาม)?\s*)?\(?[IEO]\s?[0-9]{1,2}\)?\s*")
_SCORE = compiled(r"(?:100|[0-9]{1,2})\.[0-9]{2}")


def with_bands_apart(table: Table) -> Table:
    """The table with a row for each heading of a cell that holds several, or one over an item."""
    said = enumerate(said_rows(table))
    parted = {
        row: _headings(*cells) if len(cells) == 1 else _over_item(cells)
        for row, cells in said
        if cells
    }
    lines = {row: texts for row, texts in parted.items() if texts}
    if not lines:
        return table
    starts: list[int] = []
    rows: list[Row] = []
    for row in range(len(table.rows)):
        starts.append(len(rows))
        rows += [table.rows[row]] * max(1, len(lines.get(row, ())))
    ends = [*starts[1:], len(rows)]
    cells = [part for c in table.cells for part in _moved(c, starts, ends, lines.get(c.row, []))]
    return replace(table, rows=tuple(rows), cells=tuple(cells))


def _moved(cell: Cell, starts: list[int], ends: list[int], texts: list[str]) -> list[Cell]:
    """A cell where its row is now, as the cells of its lines where it holds headings.

    Of as many numbers beside a heading with an item each has its own; else what stands there is
    the item's, in the last of the rows.
    """
    row, end = starts[cell.row], ends[cell.row]
    if not texts:
        return [replace(cell, row=row, row_span=ends[cell.row + cell.row_span - 1] - row)]
    own = texts if cell.text.strip() == "\n".join(texts) else _numbers(cell)
    if len(own) == len(texts):
        return [replace(cell, row=row + n, row_span=1, text=text) for n, text in enumerate(own)]
    return [replace(cell, row=end - 1, row_span=1)] if cell.text.strip() else []


def _numbers(cell: Cell) -> list[str]:
    """The numbers of a cell that holds nothing else."""
    found = cell.text.split()
    return found if all(_SCORE.fullmatch(clean(text)) for text in found) else []


def _over_item(said: Sequence[Cell]) -> list[str]:
    """The headings and the item that the first cell of a row holds, the item in one text.

    Nothing where a cell beside it has several lines of words: one may be the heading's.
    """
    first, *beside = said
    texts = [line for line in first.text.strip().split("\n") if line.strip()]
    at = next((n for n, t in enumerate(texts) if ITEM_HEAD.match(clean(t))), 0)
    if not at or first.column or any(c.row_span > 1 for c in said):
        return []
    if _BARE.fullmatch(clean(texts[at])):
        # Both tell which item it is whose question stands beside them.
        return []
    parts = [*texts[:at], "\n".join(texts[at:])]
    if any("\n" in c.text.strip() and len(_numbers(c)) != len(parts) for c in beside):
        return []
    read = [read_heading(clean(t)) for t in texts[:at]]
    certain = all(h is not None and h.indicator and h.certain for h in read)
    return parts if certain and "\n".join(texts) == first.text.strip() else []


def _headings(cell: Cell) -> list[str]:
    """The headings that a cell of one row holds below each other; nothing where it holds others."""
    texts = [line for line in cell.text.split("\n") if line.strip()]
    if cell.row_span > 1 or len(texts) < 2 or any(len(t) > _SHORT for t in texts):
        return []
    read = [read_heading(clean(t)) for t in texts]
    named = all(h is not None and (h.indicator or h.instrument) for h in read)
    return texts if named and len(set(read)) == len(read) else []


__all__ = ["with_bands_apart"]
