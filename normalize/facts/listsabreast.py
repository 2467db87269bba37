"""Lists beside each other in one row, of which only the last one's codes have their own column.

``I1 เต็มใจให้บริการ | 93.78 | I2 | อำนวยความสะดวก | 94.27``: the first number is that of the item
right before it, and not of the one whose code the row is known by.
"""

from __future__ import annotations

from decimal import Decimal

from normalize.codebook import nearest_items
from normalize.rows.record import Body, Record
from normalize.rows.rowlabels import Label
from normalize.words.patterns import compiled
from normalize.words.values import bare_score

_AHEAD = compiled(r"\s*(?:ข้อ\s*)?([IEO])\s?([0-9]{1,2})(?![0-9.])")


def scores_of_others(
    record: Record, body: Body, label: Label | None, year: int | None
) -> dict[int, tuple[Label, Decimal]]:
    """What the numbers of a row score that stand right behind another item than the row's own.

    Args:
        record: the row.
        body: its table.
        label: what the row is known by.
        year: the assessment's, Buddhist Era.
    """
    found: dict[int, tuple[Label, Decimal]] = {}
    book = nearest_items(year)
    if label is None or label.code not in book:
        return found
    for column in body.columns.where("score"):
        cell, before = record.cells.get(column), record.cells.get(column - 1)
        value = bare_score(cell.text) if cell is not None else None
        ahead = _AHEAD.match(before.text) if before is not None else None
        if value is None or before is None or ahead is None:
            continue
        code = f"{ahead[1]}{int(ahead[2])}"
        if code in book and code != label.code:
            found[column] = Label(code, before.text[ahead.end() :].strip() or None), value
    return found


__all__ = ["scores_of_others"]
