"""Lists of bare numbers beside each other, below a line that names the instrument of each.

``แบบวัด IIT   แบบวัด EIT   แบบตรวจ OIT`` over three lists ``ข้อ | คะแนน``: as many lists as names,
in the same order from left to right. They may be tables of their own or columns of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Paragraph, Table
from normalize.names.phrases import header_role
from normalize.names.sections import instruments_in_order
from normalize.shapes.numbered import cells_below, numbered_items
from normalize.words.text import clean

_LEAST = 2


def lettered_lists(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, with the items of such lists written out."""
    found: list[Paragraph | Table] = []
    named: list[str] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Paragraph):
            if not block.furniture:
                named = instruments_in_order(block.text)
            found.append(block)
            at += 1
            continue
        beside = _beside(blocks[at:])
        found += _lettered(beside, named) if len(named) >= _LEAST else beside
        named = []
        at += len(beside)
    return found


def _beside(blocks: Sequence[Paragraph | Table]) -> list[Table]:
    """The first of the blocks, a table, and those that stand beside it from left to right."""
    found: list[Table] = []
    for block in blocks:
        if not isinstance(block, Table) or (found and not _right_of(found[-1], block)):
            break
        found.append(block)
    return found


def _right_of(left: Table, right: Table) -> bool:
    if not (left.places and right.places) or left.places[-1].page != right.places[0].page:
        return False
    a, b = left.places[-1].box, right.places[0].box
    row = (a.bottom - a.top) / max(len(left.rows), 1)
    return b.x0 >= a.x1 - 1 and abs(a.top - b.top) < row


def _lettered(tables: list[Table], named: Sequence[str]) -> list[Table]:
    """The tables with their columns of bare numbers called items, if one is for each instrument."""
    columns = [(n, c) for n, table in enumerate(tables) for c in _code_columns(table)]
    if len(columns) != len(named):
        return tables
    items: dict[int, str] = {}
    for (n, column), instrument in zip(columns, named, strict=True):
        own = numbered_items(cells_below(tables[n], column, 1), instrument)
        if not own:
            return tables
        items |= own
    return [replace(t, cells=tuple(_called(c, items) for c in t.cells)) for t in tables]


def _code_columns(table: Table) -> list[int]:
    heads = sorted((c for c in table.cells if c.row == 0), key=lambda c: c.column)
    return [c.column for c in heads if header_role(clean(c.text)) == "code"]


def _called(cell: Cell, items: dict[int, str]) -> Cell:
    return replace(cell, text=items[id(cell)]) if id(cell) in items else cell


__all__ = ["lettered_lists"]
