"""Codes with their scores in a line that gaps part anywhere: ``E1 | 89.30 E2 | 74.24 E3 | 93.68``.

Where a code and its score stand farther apart than the score and the next code, cells hold the end
of one pair and the begin of another. The line as a whole tells which number is whose.
"""

from __future__ import annotations

from decimal import Decimal

from extract.model import Table
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.codepairs import EACH_PAIR, ONE_PAIR, SEVERAL_PAIRS
from normalize.words.text import clean


def torn_pairs(table: Table, year: int | None) -> tuple[list[Stated], frozenset[int]]:
    """The scores of such rows of a table, and the rows."""
    found: list[Stated] = []
    rows: set[int] = set()
    for row in range(len(table.rows)):
        cells = [c for c in table.cells if c.row == row and c.text.strip()]
        texts = [clean(c.text).strip() for c in sorted(cells, key=lambda c: c.column)]
        whole = " ".join(texts)
        if not SEVERAL_PAIRS.fullmatch(whole) or any(map(ONE_PAIR.fullmatch, texts)):
            continue
        rows.add(row)
        source = Source(cells[0].places[0], whole)
        for pair in EACH_PAIR.finditer(whole):
            code = pair[3] or f"{pair[1]}{int(pair[2])}"
            found.append(Stated(year, level_of(code), code, Decimal(pair[4]), source, "table"))
    return found, frozenset(rows)


__all__ = ["torn_pairs"]
