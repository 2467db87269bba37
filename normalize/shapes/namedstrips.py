"""Strips of codes over their scores, each beside the name of what they are part of.

``ตัวชี้วัดที่ 1 ... | I1 | I2 | เฉลี่ย`` over ``83.03 | 91.19 | 90.60``, one below the other in one
grid; the name is merged over both rows, and the last number is its own. Bands between them say an
instrument and its score. All become rows of a name or a code and its score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.shapes.strips import TOTAL
from normalize.words.patterns import compiled
from normalize.words.text import clean

_CODE = compiled(r"\s*(?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}\s*")
_SCORE = compiled(r"\s*(?:100(?:\.0{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})?)\s*(?:คะแนน|%)?\s*")
# Fewer strips than this, or columns, are another table.
_STRIPS, _COLUMNS = 2, 3
_PAIR = 2


def with_strips_below(table: Table) -> Table:
    """The strips and the bands between them as two columns; other tables as they are."""
    names = {c.row: c for c in table.cells if not c.column and c.row_span == _PAIR and c.text}
    if table.columns < _COLUMNS or len(names) < _STRIPS:
        return table
    pairs: list[tuple[int, Cell, Cell]] = []
    row = 0
    while row < len(table.rows):
        own = _said(table, row)
        if row in names:
            strip = _strip(names[row], own[1:], _said(table, row + 1))
            if not strip:
                return table
            pairs += ((row, name, score) for name, score in strip)
        elif len(own) == _PAIR and _SCORE.fullmatch(clean(own[1].text)):
            pairs.append((row, own[0], own[1]))
        elif own:
            return table
        row += _PAIR if row in names else 1
    rows = tuple(Row(table.rows[row].page) for row, _, _ in pairs)
    return replace(table, columns=_PAIR, rows=rows, cells=tuple(_cells(pairs)), header_rows=0)


def _said(table: Table, row: int) -> list[Cell]:
    """The cells that begin in a row and say something, from left to right."""
    return sorted((c for c in table.cells if c.row == row and c.text), key=lambda c: c.column)


def _strip(name: Cell, codes: Sequence[Cell], numbers: Sequence[Cell]) -> list[tuple[Cell, Cell]]:
    """What a strip says, its name with the total first; nothing where it is no strip."""
    below = {c.column: c for c in numbers}
    if [c.column for c in codes] != [*below] or not codes:
        return []
    if not all(_SCORE.fullmatch(clean(c.text)) for c in numbers):
        return []
    *items, last = codes if TOTAL.match(clean(codes[-1].text)) else [*codes, None]
    if not items or not all(c is not None and _CODE.fullmatch(clean(c.text)) for c in items):
        return []
    total = [(name, below[last.column])] if last is not None else []
    return [*total, *((c, below[c.column]) for c in items if c is not None)]


def _cells(pairs: Sequence[tuple[int, Cell, Cell]]) -> Iterator[Cell]:
    for row, (_, name, score) in enumerate(pairs):
        for column, cell in enumerate((name, score)):
            yield Cell(row, column, 1, 1, cell.text, cell.places, cell.lines)


__all__ = ["with_strips_below"]
