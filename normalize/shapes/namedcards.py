"""Cards whose head is a cell of its own, brought together with their body.

``ตัวชี้วัดที่ 1 | ตัวชี้วัดที่ 2`` over ``90.20 / การปฏิบัติหน้าที่ | 88.43 / การใช้งบประมาณ``: what the number
below is of says the head, and its name below says so once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.words.patterns import compiled
from normalize.words.text import clean

_LEAST = 2
_HEAD = compiled(
    r"\s*(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*(?:10|[1-9])(?:\.[1-9])?|(?:ข้อ(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2})\s*"
)
_BODY = compiled(
    r"\s*(?:100(?:\.00)?|[0-9]{1,2}\.[0-9]{2})\s*(?:คะแนน|%)?\s+(?=[\u0e01-\u0e2e\u0e40-\u0e44])\D+"
)


def with_heads_joined(table: Table) -> Table:
    """The table with a cell for head and body of each card; others as they are."""
    if len(table.rows) % _LEAST or any(c.row_span > 1 for c in table.cells):
        return table
    cells: list[Cell] = []
    for row in range(0, len(table.rows), _LEAST):
        joined = [*_joined(table, row)]
        if len(joined) < _LEAST:
            return table
        cells += joined
    rows: tuple[Row, ...] = table.rows[::_LEAST]
    return replace(table, rows=rows, cells=tuple(cells), header_rows=0)


def _joined(table: Table, row: int) -> Iterator[Cell]:
    """The cards of two rows; none where a cell of them is something else."""
    heads = [c for c in table.cells if c.row == row and c.text.strip()]
    bodies = {c.column: c for c in table.cells if c.row == row + 1 and c.text.strip()}
    if {c.column for c in heads} != set(bodies):
        return
    pairs = [(head, bodies[head.column]) for head in heads]
    if not all(_HEAD.fullmatch(clean(a.text)) and _BODY.fullmatch(clean(b.text)) for a, b in pairs):
        return
    for head, body in pairs:
        yield replace(
            head,
            row=row // _LEAST,
            text=f"{head.text.strip()}\n{body.text}",
            places=(*head.places, *body.places),
            lines=(*head.lines, *body.lines),
        )


__all__ = ["with_heads_joined"]
