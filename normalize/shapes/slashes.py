"""Columns that hold two numbers with a slash between them, as the two columns they are.

``คะแนน/เป้าหมาย`` over ``81.38 / 90.00``, ``คะแนนปี 2566/2567`` over ``80.10/82.20``: the header says
in the same order what the numbers are.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role
from normalize.words.patterns import compiled
from normalize.words.text import clean

_NUMBER = r"(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?"
_PAIR = compiled(rf"\s*({_NUMBER})\s*/\s*({_NUMBER})\s*(?:คะแนน)?\s*")
_NAMED = compiled(r"\s*([^/()]{4,40}?)\s*/\s*([^/()]{3,40}?)\s*")
_YEAR = compiled(r"(?:ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*)?(25[4-9][0-9])")
# What a number behind the slash may be; of others the first is no score.
_SECOND = frozenset("target maximum benchmark change".split())
# This share of the cells below must be two numbers.
_MOST = 0.7


def with_slashes_apart(table: Table) -> Table:
    """The table with such columns as two; other tables as they are."""
    for head in table.cells:
        if head.row == 0 and head.column_span == 1 < len(table.rows):
            names = _names(clean(head.text).replace("\n", " "))
            if names is not None and (below := _pairs(table, head)):
                return _apart(table, head, names, below)
    return table


def _names(header: str) -> tuple[str, str] | None:
    """The names of two columns that a header gives, the first of scores."""
    match = _NAMED.fullmatch(header)
    if match is None:
        return None
    first, second = match.groups()
    if header_role(first) != "score":
        return None
    years = _YEAR.findall(first), _YEAR.fullmatch(second)
    if years[0] and years[1]:
        return first, first.replace(years[0][-1], years[1][1])
    # "เป้าหมาย" alone heads what is to come out of a measure as well as points aimed at.
    aimed = "เป้า" in second
    return (first, second) if aimed or header_role(second) in _SECOND else None


def _pairs(table: Table, head: Cell) -> dict[int, tuple[str, str]]:
    """What the cells below a header say on both sides of the slash, by their identity."""
    cells = [c for c in table.cells if c.column == head.column and c.column_span == 1]
    cells = [c for c in cells if c.row >= head.row_span and c.text.strip()]
    found = {id(c): (m[1], m[2]) for c in cells if (m := _PAIR.fullmatch(clean(c.text)))}
    return found if found and len(found) >= _MOST * len(cells) else {}


def _apart(
    table: Table, head: Cell, names: tuple[str, str], below: dict[int, tuple[str, str]]
) -> Table:
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.column > head.column:
            cells.append(replace(cell, column=cell.column + 1))
        elif cell is head or id(cell) in below:
            first, second = names if cell is head else below[id(cell)]
            cells.append(replace(cell, text=first))
            cells.append(replace(cell, text=second, column=cell.column + 1))
        elif head.column in cell.columns:
            cells.append(replace(cell, column_span=cell.column_span + 1))
        else:
            cells.append(cell)
    return replace(table, columns=table.columns + 1, cells=tuple(cells))


__all__ = ["with_slashes_apart"]
