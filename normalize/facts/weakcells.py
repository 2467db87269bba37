"""What a cell in a column of weaknesses tells, where it names its items as well.

``เรื่องที่ต้องปรับปรุง`` heads cells of nothing but an item's title, and cells of its code and what is
weak: ``I8, I9 ผู้ตอบเห็นว่าการมอบหมายงานอาศัยความใกล้ชิด``.
"""

from __future__ import annotations

from normalize.names.titles import known_title
from normalize.rows.record import BodyCell, said
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import find_scores

# Fewer letters are the rest of a code's name.
_TOLD = 15
_ONE = r"\(?(?:ข้อ(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}(?![0-9])\)?"
_CODES = compiled(rf"\s*{_ONE}(?:\s*(?:,|และ|ถึง|[-\u2013/]|\s)\s*{_ONE})*\s*[:.\u2013-]?\s*")
# Where the next item of several begins, and a score in brackets behind one.
_BEGUN = compiled(rf"(?<=\s){_ONE}\s*[:.\u2013-]?\s*")
_SCORE = compiled(r"\(\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*\)\s*$")


def weakness_told(cell: BodyCell, item_cell: BodyCell | None) -> str | None:
    """The weakness that a cell tells; ``None`` where it tells none.

    Args:
        cell: a cell of a column of weaknesses.
        item_cell: the cell that names the items of the row.
    """
    if cell is not item_cell:
        return said(cell)
    codes = _CODES.match(cell.text)
    rest = cell.text[codes.end() :].strip() if codes is not None else ""
    titles = [_SCORE.sub("", part) for part in _BEGUN.split(rest)]
    told = len(squeeze(rest)) >= _TOLD and not all(map(known_title, titles))
    told = told and not find_scores(rest)
    return rest if told and _CODES.match(rest) is None else None


__all__ = ["weakness_told"]
