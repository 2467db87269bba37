"""Columns of percentages that are no scores: of those who answered, of what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.model import Cell
from normalize.rows.celllooks import tells_share
from normalize.rows.columns import Column
from normalize.rows.numbercolumns import share
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

# What heads shares of anything, and who is counted beside them.
_BARE_SHARES = frozenset(("ร้อยละ", "%", "ร้อยละ(%)", "(ร้อยละ)"))
_WHO = compiled("ผู้ตอบ|คน|ราย")
# What is said of so many measures in so few words as these is how far each has come.
_MANY, _FEW, _SHORT = 6, 3, 40


def shares_done(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns; beside what came of a measure, shares tell how far it has come."""
    several = sum(c.role == "result" for c in columns) > 1
    return [
        replace(c, role="status")
        if several and c.role == "result" and _tells_progress(cells)
        else c
        for c, cells in zip(columns, bodies, strict=True)
    ]


def _tells_progress(cells: Sequence[Cell]) -> bool:
    """Whether cells are shares, or say one of a few short things: ``แล้วเสร็จ``, ``ยังไม่เริ่ม``."""
    if share(cells, tells_share) >= 0.7:
        return True
    said = {squeeze(c.text) for c in cells}
    return len(cells) >= _MANY and len(said) <= _FEW and max(map(len, said)) < _SHORT


def shares_of_answers(columns: list[Column]) -> list[Column]:
    """The columns; a bare share right behind the number of those who answered is of them."""
    found = list(columns)
    for i, (before, column) in enumerate(pairwise(columns), 1):
        bare = column.role == "score" and squeeze(column.header) in _BARE_SHARES
        if bare and before.role == "count" and _WHO.search(before.header):
            found[i] = replace(column, role="distribution")
    return found


__all__ = ["shares_done", "shares_of_answers"]
