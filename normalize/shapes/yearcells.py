"""Columns that were read as one: ``ปี 2566 ปี 2567`` over ``88.41 90.67``.

Where nothing parts two columns of numbers, the years of their header tell how many there are; each
cell has as many numbers, and they stand in the order of the years.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from extract.model import Cell, Table
from normalize.names.phrases import header_role
from normalize.rows.columns import year_alone
from normalize.words.patterns import compiled
from normalize.words.text import clean

_YEAR = r"(?:(?:คะแนน|ผล)\s*)?(?:ปี\s*)?(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25[4-9][0-9]"
_HEAD = compiled(rf"\s*({_YEAR})(?:\s+({_YEAR}))+\s*")
_NUMBER = r"(?:100|[0-9]{1,2})\.[0-9]{2}"
_NUMBERS = compiled(rf"\s*({_NUMBER})(?:\s+({_NUMBER}))+\s*")
# So many rows show that each has its numbers.
_ROWS = 2
# The years stand below no more names of their columns.
_OVER = 2
_DIGIT = compiled("[0-9\u0e50-\u0e59]")


def with_years_apart(table: Table) -> Table:
    """The table with a column for each year of such a header; others as they are."""
    for column in range(table.columns):
        own = [
            c for c in table.cells if c.column == column and c.column_span == 1 and c.text.strip()
        ]
        # Above the years may stand what they are the years of.
        over = sum(1 for _ in takewhile(lambda c: not _DIGIT.search(c.text), own[:_OVER]))
        own = own[over:]
        parts = {id(c): _parts(c) for c in own}
        years = len(parts[id(own[0])]) if own and _HEAD.fullmatch(clean(own[0].text)) else 0
        body = [parts[id(c)] for c in own[1:]]
        if years > 1 and len(body) >= _ROWS and all(len(found) == years for found in body):
            return _split(table, column, years, parts)
    return table


_BESIDE = compiled(rf"\s*(?:({_NUMBER})\s+([IEO]\s?[0-9]{{1,2}})\s*)+")


def with_codes_apart(table: Table) -> Table:
    """The table with a column for scores and one for the codes beside them: ``คะแนน ข้อ``."""
    for column in range(table.columns):
        own = [c for c in table.cells if c.column == column and c.text.strip()]
        names = own[0].text.split() if own else []
        roles = [header_role(name) for name in names]
        if roles != ["score", "code"] and roles != ["score", "item"]:
            continue
        pairs = {id(c): m for c in own[1:] if (m := _BESIDE.fullmatch(clean(c.text))) is not None}
        if len(pairs) >= _ROWS and len(pairs) == len(own) - 1:
            parts = {
                k: ["\n".join(m.captures(1)), "\n".join(m.captures(2))] for k, m in pairs.items()
            }
            return _split(table, column, len(names), {id(own[0]): names, **parts})
    return table


def _parts(cell: Cell) -> list[str]:
    """The years or the numbers that a cell has beside each other, and nothing else."""
    plain = clean(cell.text)
    match = _HEAD.fullmatch(plain) or _NUMBERS.fullmatch(plain)
    return [match[1], *match.captures(2)] if match is not None else []


def _split(table: Table, column: int, years: int, parts: dict[int, list[str]]) -> Table:
    cells: list[Cell] = []
    for cell in table.cells:
        if id(cell) in parts:
            found = parts[id(cell)]
            cells += [replace(cell, column=column + n, text=text) for n, text in enumerate(found)]
        elif cell.column > column:
            cells.append(replace(cell, column=cell.column + years - 1))
        elif cell.column + cell.column_span > column:
            cells.append(replace(cell, column_span=cell.column_span + years - 1))
        else:
            cells.append(cell)
    return replace(table, columns=table.columns + years - 1, cells=tuple(cells))


def with_names_over_years(table: Table) -> Table:
    """The table, a name above blank cells merged over them where their rows are of other years.

    ``การปฏิบัติหน้าที่ | 2566 | 79.27`` and below it ``| 2567 | 90.17``.
    """
    years = {c.row: year_alone(c.text) for c in table.cells if c.column == 1 and c.row_span == 1}
    told = [year for year in years.values() if year is not None]
    names = {c.row: c for c in table.cells if not c.column}
    if len(told) < _ROWS or any(c.column_span > 1 for c in names.values() if c.row in years):
        return table
    spans: dict[int, int] = {}
    named, seen = -1, set[int]()
    for row in range(len(table.rows)):
        cell, year = names.get(row), years.get(row)
        if cell is not None and cell.text.strip():
            named, seen = row, set()
        elif cell is not None and named >= 0 and year is not None and year not in seen:
            spans[named] = row + 1 - named
        else:
            named = -1
        seen |= {year} if year is not None else set()
    gone = {row for start, count in spans.items() for row in range(start + 1, start + count)}
    cells = (c for c in table.cells if c.column or c.row not in gone)
    merged = (c if c.column else replace(c, row_span=spans.get(c.row, c.row_span)) for c in cells)
    return replace(table, cells=tuple(merged)) if spans else table


__all__ = ["with_codes_apart", "with_names_over_years", "with_years_apart"]
