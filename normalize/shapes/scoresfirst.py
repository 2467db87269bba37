"""Cells whose score stands above what it scores: ``ร้อยละ 74.04`` over ``I1 เต็มใจให้บริการ``.

The line with the score goes below, where other cells have it.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.codes import entries_of
from normalize.words.patterns import compiled
from normalize.words.text import clean

_SCORE_LINE = compiled(
    r"\s*(?:(?:ได้|ผล|ค่า)?(?:คะแนน|ร้อยละ)(?:เฉลี่ย|ที่ได้)?\s*[:=]?\s*)?"
    r"(?:100(?:\.0{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})?)\s*(?:คะแนน|%)?\s*"
)
# What says that a number is a score: its words, or two decimals.
_SAYS_SO = compiled(r"คะแนน|ร้อยละ|%|\.[0-9]{2}\s*$")


def with_scores_below(table: Table) -> Table:
    """The table with the scores that stand above an item's code below its words."""
    cells = tuple(map(_turned, table.cells))
    return table if cells == table.cells else replace(table, cells=cells)


def _turned(cell: Cell) -> Cell:
    first, _, rest = cell.text.partition("\n")
    said = clean(first)
    if not rest or not _SCORE_LINE.fullmatch(said) or not _SAYS_SO.search(said):
        return cell
    entries = entries_of(clean(rest))
    if len(entries) != 1 or entries[0].scores or entries[0].token[:1].isdigit():
        return cell
    return replace(cell, text=f"{rest}\n{first}")


__all__ = ["with_scores_below"]
