"""Tiles beside each other, a name over its number in each, as a header with one row below it.

``ผลคะแนนปี 2567 / 88.40 | เป้าหมายปี 2568 / 95.00 | น้ำหนัก / 7.5``: what the numbers are say the names,
whose they are says the heading above (:mod:`normalize.understrips`).
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role
from normalize.names.sections import by_name, instruments_named
from normalize.rows.columns import year_in
from normalize.words.patterns import compiled
from normalize.words.text import clean

_LEAST = 2
# A number, money too, or a dash for none.
_VALUE = (
    r"[+\-\u2212\u2013]?\s?[0-9][0-9,]*(?:\.[0-9]{1,2})?(?:\s*(?:คะแนน|%|บาท|คน))?(?:\s*(?:จาก|/)\s*[0-9]{1,2})?"
    r"|[-\u2013\u2014]"
)
_OVER = compiled(rf"\s*(?P<name>[^\n]*\S(?:\n[^\n]*\S)?)\s*\n\s*(?P<value>{_VALUE})\s*")
_UNDER = compiled(rf"\s*(?P<value>{_VALUE})\s*\n\s*(?P<name>[^\n]*\S(?:\n[^\n]*\S)?)\s*")
_CODE = compiled(r"(?<![A-Za-z])[IEO]\s?[0-9]{1,2}(?![0-9])")


def with_tiles_named(table: Table) -> Table:
    """The tiles as names over numbers; other tables as they are.

    Tiles that name what is scored (an item, an instrument) are read as cards.
    """
    said = [c for c in table.cells if c.text.strip()]
    if len(table.rows) != 1 or len(said) < _LEAST:
        return table
    parted = [p for c in said if (p := _parted(c)) is not None]
    names = [clean(name.text) for name, _ in parted]
    if len(parted) < len(said) or any(map(_names_scored, names)):
        return table
    roles = [header_role(name) or ("score" if year_in(name) else None) for name in names]
    if "score" not in roles or sum(r is not None for r in roles) < _LEAST:
        return table
    cells = [c for pair in parted for c in pair]
    return replace(table, rows=(table.rows[0], table.rows[0]), cells=tuple(cells), header_rows=1)


def _parted(cell: Cell) -> tuple[Cell, Cell] | None:
    """The name and the number of a tile, as a cell each."""
    plain = clean(cell.text.strip())
    match = _OVER.fullmatch(plain) or _UNDER.fullmatch(plain)
    if match is None:
        return None
    return replace(cell, text=match["name"]), replace(cell, row=1, text=match["value"])


def _names_scored(name: str) -> bool:
    """Whether a tile's name says of what its number is a score."""
    return bool(_CODE.search(name) or instruments_named(name)) or by_name(name) is not None


__all__ = ["with_tiles_named"]
