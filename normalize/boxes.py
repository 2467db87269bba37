"""Boxes of a summary page: a row of large numbers with the name of each right below it."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extract.model import Cell, Table
from normalize.model import Source
from normalize.scores import Stated, level_of
from normalize.text import clean, squeeze
from normalize.values import as_score

_NUMBER = regex.compile(r"(?:100|[0-9]{1,2})\.[0-9]{2}")
_OVERALL = regex.compile(r"(?:ผล)?คะแนน(?:เฉลี่ย)?(?:รวม|ภาพรวม)(?:ITA|\(ITA\))?|ภาพรวม|ITA")
_INSTRUMENT = regex.compile(r"(?:คะแนน|แบบวัด)?\(?([IEO]IT)\)?")


def boxes_in(tables: Iterable[Table], year: int | None) -> list[Stated]:
    """Scores of two-row tables whose lower row names what the upper one numbers.

    Only the whole assessment and its instruments are named so; two of them must be, so that a
    number over a chance word is none.
    """
    found: list[Stated] = []
    for table in tables:
        upper = [c for c in table.cells if c.row == 0 and c.text.strip()]
        below = {c.column: c for c in table.cells if c.row == 1}
        if len(table.rows) != 2 or not all(regex.match("[0-9]", clean(c.text)) for c in upper):
            continue
        named = [one for c in upper if (one := _stated(c, below.get(c.column), year)) is not None]
        if len({one.code for one in named}) == len(named) >= 2:
            found += named
    return found


def _stated(cell: Cell, label: Cell | None, year: int | None) -> Stated | None:
    number, name = squeeze(clean(cell.text)), squeeze(clean(label.text)) if label else ""
    value = as_score(number) if _NUMBER.fullmatch(number) else None
    instrument = _INSTRUMENT.fullmatch(name)
    code = instrument.group(1) if instrument else "ITA" if _OVERALL.fullmatch(name) else None
    if value is None or code is None:
        return None
    return Stated(year, level_of(code), code, value, Source(cell.places[0], cell.text), "table")
