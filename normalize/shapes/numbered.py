"""Items that are printed as bare numbers under the instrument they belong to.

``IIT`` over ``ข้อ | คะแนน`` with 1, 2, 3 below, or ``ข้อที่ | IIT | EIT | OIT``: the column says the
letter, the row the number.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.model import Cell, Row, Table
from normalize.codebook import book_years, items
from normalize.names.phrases import phrase_of
from normalize.names.sections import instruments_named
from normalize.words.text import clean, squeeze

_BARE = regex.compile(r"\s*\(?([1-9][0-9]?)\)?\s*[.)]?\s*")
_BLANK = regex.compile(r"[\s\-\u2013]*")
_LEAST = 2
_SHORT = 60


def lettered(table: Table) -> Table:
    """The table with the items of its bare numbers written out; others as they are."""
    folded = _by_column(table)
    return folded if folded is not None else _by_group(table)


def _instrument(cell: Cell | None) -> str | None:
    """The one instrument that a header cell names, and nothing longer."""
    text = clean(cell.text) if cell is not None else ""
    named = instruments_named(text) if len(squeeze(text)) < _SHORT else frozenset()
    return next(iter(named)) if len(named) == 1 else None


def _numbers(cells: list[Cell], instrument: str) -> dict[int, str]:
    """The items of a column of bare numbers by the identity of its cells; nothing of others."""
    found: dict[int, str] = {}
    for cell in cells:
        match = _BARE.fullmatch(clean(cell.text))
        if match is None:
            return {}
        found[id(cell)] = f"{instrument[0]}{int(match[1])}"
    known = any(set(found.values()) <= set(items(year)) for year in book_years())
    return found if known and len(set(found.values())) == len(cells) >= _LEAST else {}


def _below(table: Table, column: int, row: int) -> list[Cell]:
    cells = (c for c in table.cells if c.column == column and c.row >= row and c.column_span == 1)
    return [c for c in cells if not _BLANK.fullmatch(c.text)]


def _by_group(table: Table) -> Table:
    """Numbers in columns headed ``ข้อ`` below a cell that names their instrument."""
    named: dict[int, str] = {}
    for cell in table.cells:
        if cell.row != 1 or cell.column_span > 1 or phrase_of(clean(cell.text)) != "code":
            continue
        above = table.at(0, cell.column)
        instrument = _instrument(above) if above is not None and above.column_span > 1 else None
        if instrument is not None:
            named |= _numbers(_below(table, cell.column, 2), instrument)
    if not named:
        return table
    made = (replace(c, text=named[id(c)]) if id(c) in named else c for c in table.cells)
    return replace(table, cells=tuple(made))


def _by_column(table: Table) -> Table | None:
    """``ข้อที่ | IIT | EIT | OIT`` as one list of items below their instruments, or ``None``."""
    heads = [table.at(0, column) for column in range(table.columns)]
    first, *others = heads
    of = [_instrument(cell) for cell in others]
    if first is None or len(of) < _LEAST or None in of or len(set(of)) < len(of):
        return None
    if phrase_of(clean(first.text)) != "code" or any(c.row_span > 1 for c in table.cells):
        return None
    rows: list[Row] = [table.rows[0]]
    cells = [replace(first, column=0), replace(first, column=1, text="คะแนน")]
    for column, instrument in enumerate(of, start=1):
        scores = {c.row: c for c in _below(table, column, 1)}
        numbers = [c for c in _below(table, 0, 1) if c.row in scores]
        named = _numbers(numbers, instrument or "")
        if not named:
            return None
        if (head := heads[column]) is not None:
            cells.append(replace(head, row=len(rows), column=0, column_span=2))
            rows.append(Row(table.rows[0].page))
        for number in numbers:
            row, score = len(rows), scores[number.row]
            cells += [
                replace(number, row=row, column=0, text=named[id(number)]),
                replace(score, row=row, column=1),
            ]
            rows.append(Row(table.rows[number.row].page))
    return Table(table.number, 2, tuple(rows), tuple(cells), 1, table.places)


__all__ = ["lettered"]
