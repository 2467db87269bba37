"""Numbers broken in narrow cells whose last digits stand alone in a row below, or on the next page.

A narrow cell breaks ``100.00`` after its last digit but one, and a page end may part the two. Where
no rules are drawn the rest of the number may be taken for a row of its own on the same page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.model import Cell, Table
from normalize.words.patterns import compiled
from normalize.words.text import clean

_TWO_DECIMALS = compiled(r"(?:100\.00|[0-9]{1,2}\.[0-9]{2})")
# A number that is a score by itself.
_WHOLE = compiled(r"[0-9]{1,3}\.[0-9]+|100")
_DIGITS = compiled(r"[0-9]{1,2}")
_END = compiled(r"[0-9]{0,2}\.?[0-9]+")

_Cells = Mapping[int, Cell]


def with_whole_numbers(table: Table) -> Table:
    """The table without rows that hold nothing but the last digits of the numbers above them."""
    rows = [r for r, row in enumerate(table.rows) if row.starts_part and r > 0]
    for row in reversed(rows):
        table = _joined(table, row)
    for row in reversed(_rests(table)):
        table = _with_rest(table, row)
    return table


def _rests(table: Table) -> list[int]:
    """The rows without a key of their own that end all numbers without decimals above them.

    Each number without decimals of their columns must have its end below it: points, ranks and
    numbers of people stand in columns of whole numbers.
    """
    held = _rows(table)
    rests = [r for r in range(1, len(held)) if _is_rest(held[r], held[r - 1])]
    ended = {(r - 1, column) for r in rests for column in _numbers(held[r])}
    columns = {column for _, column in ended}
    begun = {
        (r, column)
        for r, cells in enumerate(held)
        for column, cell in cells.items()
        if column in columns and _DIGITS.fullmatch(clean(cell.text))
    }
    return rests if begun == ended else []


def _rows(table: Table) -> list[dict[int, Cell]]:
    """The cells of each row that say something, by column; none where one reaches over others."""
    held: list[dict[int, Cell]] = [{} for _ in table.rows]
    reached: set[int] = set()
    for cell in table.cells:
        if cell.row_span > 1 or cell.column_span > 1:
            reached.update(cell.rows)
        elif cell.text.strip():
            held[cell.row][cell.column] = cell
    return [{} if row in reached else cells for row, cells in enumerate(held)]


def _numbers(cells: _Cells) -> dict[int, str]:
    """What stands in the cells of a row that hold a part of a number."""
    said = {column: clean(cell.text) for column, cell in cells.items()}
    return {column: text for column, text in said.items() if _END.fullmatch(text)}


def _is_rest(below: _Cells, above: _Cells) -> bool:
    ends = _numbers(below)
    if not ends or 0 in below or 0 not in above or not below.keys() <= above.keys():
        return False
    begun = {column: clean(above[column].text) for column in ends}
    return all(
        _DIGITS.fullmatch(begun[column]) and _TWO_DECIMALS.fullmatch(begun[column] + text)
        for column, text in ends.items()
    )


def _with_rest(table: Table, row: int) -> Table:
    """The table with a row's numbers and words behind those of the row above."""
    held = _rows(table)
    below, above = held[row], held[row - 1]
    whole = {
        column: above[column].text + ("" if column in _numbers(below) else " ") + cell.text
        for column, cell in below.items()
    }
    return _merged(table, row, whole)


def _joined(table: Table, row: int) -> Table:
    below = [c for c in table.cells if c.row == row and clean(c.text)]
    above = {c.column: c for c in table.cells if c.row == row - 1 and c.row_span == 1}
    label, ends = [c for c in below if c.column == 0], [c for c in below if c.column > 0]
    whole = {
        c.column: f"{clean(above[c.column].text)}{clean(c.text)}" for c in ends if c.column in above
    }
    if not ends or len(whole) < len(ends) or not all(map(_TWO_DECIMALS.fullmatch, whole.values())):
        return table
    if any(_WHOLE.fullmatch(clean(c.text)) for c in ends):
        return table
    if label and 0 in above:
        whole[0] = f"{above[0].text}\n{label[0].text}"
    return _merged(table, row, whole)


def _merged(table: Table, row: int, whole: Mapping[int, str]) -> Table:
    """The table without a row, whose texts stand as ``whole`` in the row above."""
    rest = {c.column: c for c in table.cells if c.row == row and c.column in whole}
    kept = (c for c in table.cells if c.row != row and c.row + c.row_span - 1 != row)
    cells = (
        _told(c, whole[c.column], rest[c.column]) if c.row == row - 1 and c.column in rest else c
        for c in (replace(k, row=k.row - 1) if k.row > row else k for k in kept)
    )
    return replace(table, rows=(*table.rows[:row], *table.rows[row + 1 :]), cells=tuple(cells))


def _told(cell: Cell, text: str, rest: Cell) -> Cell:
    places, lines = (*cell.places, *rest.places), (*cell.lines, *rest.lines)
    return replace(cell, text=text, places=places, lines=lines)
