"""Scores of several items that share the cells of one row: ``O5, O7`` beside ``50.00, 0.00``.

The row is one, its measure is for all of them; code and number go together line by line.
"""

from __future__ import annotations

from normalize.facts.scores import Stated, level_of
from normalize.rows.items import CodedBody
from normalize.words.values import bare_score

_SEVERAL = 2


def stated_in_lists(coded: CodedBody, year: int | None) -> list[Stated]:
    """Scores of rows that list as many items as their score's cell lists numbers.

    ``year``: of the scores whose column names none.
    """
    body = coded.body
    columns = body.columns.where("score")
    if len(columns) != 1:
        return []
    head = body.columns.columns[columns[0]]
    found: list[Stated] = []
    for record in body.records:
        cell, entries = record.own(columns[0]), coded.entries.get(record.index, [])
        if cell is None or record.heading is not None or not coded.has_item(record):
            continue
        values = [bare_score(number) for number in cell.text.split()]
        alone = all(len(e.codes) == 1 and not e.entry.scores for e in entries)
        if len(entries) < _SEVERAL or len(values) != len(entries) or not alone:
            continue
        found += [
            Stated(
                head.year or year, level_of(e.codes[0]), e.codes[0], value, cell.source, "table",
                e.inferred, e.entry.question or None, e.confidence,
            )
            for e, value in zip(entries, values, strict=True)
            if value is not None and None not in values
        ]  # fmt: skip
    return found


__all__ = ["stated_in_lists"]
