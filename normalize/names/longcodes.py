"""Codes that carry the whole name of their instrument: ``IIT 1``, ``EIT ข้อ 3``, ``OIT-12``.

A name with a number behind it may be a weight or a score as well (``IIT 30``): only numbers that
rise down a column or along a row, for one instrument after the other, count its items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

import regex

from extract.model import Cell, Table
from normalize.codebook import book_years, items
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_LONG = compiled(
    r"^\s*(?P<form>(?:ข้อ(?:ที่|คำถาม)?\s*)?[(\[]?(?P<letter>[IEO])IT\s*[)\]]?\s*[.:\-\u2013]?\s*"
    r"(?:ข้อ(?:ที่|คำถาม)?\s*)?0?)(?P<number>[1-9][0-9]?)"
    r"(?![0-9]|\s?[.,/][0-9]|\s*(?:%|คะแนน|คน|ข้อ(?![\u0e01-\u0e4e])))[)\]]?"
)
# In a list by rank the numbers need not rise.
_RANKED = 4
_Found = dict[int, regex.Match[str]]


def with_short_codes(tables: Sequence[Table]) -> list[Table]:
    """Tables with their long codes as the short ones (``I1``); others as they are.

    Codes written alike are taken for codes in all tables of a document where some of them count.
    """
    found: _Found = {}
    for table in tables:
        found |= {id(c): m for c in table.cells if (m := _long(c)) is not None}
    if len(found) < 2:
        return list(tables)
    lines = [line for t in tables for key in (_COLUMN, _ROW) for line in _lines(t, found, key)]
    forms = {_form(found[id(c)]) for line in lines if _counts(line, found) for c in line}
    return [_shortened(t, found, forms) for t in tables] if forms else list(tables)


def _long(cell: Cell) -> regex.Match[str] | None:
    """A long code at the start of a cell, if some book has an item of that number."""
    match = _LONG.match(clean(cell.text))
    return match if match and int(match["number"]) <= _most(match["letter"]) else None


@cache
def _most(letter: str) -> int:
    codes = (code for year in book_years() for code in items(year))
    return max(int(code[1:]) for code in codes if code[0] == letter)


def _form(match: regex.Match[str]) -> str:
    return squeeze(match["form"]).replace("0", "").replace(f"{match['letter']}IT", "")


_COLUMN, _ROW = attrgetter("column"), attrgetter("row")


def _lines(table: Table, found: _Found, key: Callable[[Cell], int]) -> list[list[Cell]]:
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if id(cell) in found:
            lines.setdefault(key(cell), []).append(cell)
    return [sorted(line, key=lambda c: (c.row, c.column)) for line in lines.values()]


def _counts(line: list[Cell], found: _Found) -> bool:
    """Whether the numbers of each instrument rise and one has several, or all are different."""
    numbers: dict[str, list[int]] = {}
    for cell in line:
        match = found[id(cell)]
        numbers.setdefault(match["letter"], []).append(int(match["number"]))
    rising = all(n == sorted(set(n)) for n in numbers.values())
    ranked = len(line) >= _RANKED and all(len(n) == len(set(n)) for n in numbers.values())
    return (rising or ranked) and max(map(len, numbers.values())) >= 2


def _shortened(table: Table, found: _Found, forms: set[str]) -> Table:
    cells = (
        _short(c, forms) if (m := found.get(id(c))) is not None and _form(m) in forms else c
        for c in table.cells
    )
    return replace(table, cells=tuple(cells))


def _short(cell: Cell, forms: set[str]) -> Cell:
    """The cell with the long codes that its lines begin with as short ones."""
    lines = []
    for line in clean(cell.text).split("\n"):
        match = _LONG.match(line)
        short = match is not None and _form(match) in forms
        lines.append(
            f"{match['letter']}{match['number']}{line[match.end() :]}" if match and short else line
        )
    return replace(cell, text="\n".join(lines))
