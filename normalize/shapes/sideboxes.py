"""Boxes of text beside a table, between its rules: one cell as high as the header and all rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Cell, Document, Paragraph, Table
from normalize.names.phrases import leading_role
from normalize.words.text import squeeze

# A table beside a box has so many rows and columns; a box says so much in so many lines.
_ROWS, _COLUMNS, _LETTERS, _LINES = 4, 2, 40, 2
# So many names of columns make a header.
_NAMES = 2


def with_side_boxes_apart(document: Document) -> Document:
    """The document with what stands in boxes beside tables as paragraphs below those."""
    blocks = tuple(one for block in document.blocks for one in _apart(block))
    return document if len(blocks) == len(document.blocks) else replace(document, blocks=blocks)


def _apart(block: Paragraph | Table) -> Iterator[Paragraph | Table]:
    box = _box(block) if isinstance(block, Table) else None
    if box is None or not isinstance(block, Table):
        yield block
        return
    moved = box.column_span if not box.column else 0
    cells = tuple(replace(c, column=c.column - moved) for c in block.cells if c is not box)
    yield replace(block, columns=block.columns - box.column_span, cells=cells)
    for text in box.text.split("\n"):
        yield Paragraph(text, box.places[0], (), 0.0, False)


def _box(table: Table) -> Cell | None:
    """The cell beside a table, at either side, that reaches over its header and all its rows."""
    if len(table.rows) < _ROWS:
        return None
    first = [c for c in table.cells if c.row == 0 and c.text]
    tall = [c for c in first if c.row_span == len(table.rows)]
    if len(tall) != 1 or table.columns - tall[0].column_span < _COLUMNS:
        return None
    box = tall[0]
    beside = not box.column or box.column + box.column_span == table.columns
    told = len(squeeze(box.text)) >= _LETTERS and box.text.count("\n") + 1 >= _LINES
    named = sum(leading_role(c.text) is not None for c in first if c is not box)
    return box if beside and told and named >= _NAMES else None


__all__ = ["with_side_boxes_apart"]
