"""Tables of measures below each other, each under a band and a row that says what is weak.

``ตัวชี้วัดที่ 3 การใช้อำนาจ`` over all columns, ``จุดอ่อน | ...`` below it, then the names of the columns:
extraction joins such tables, as their columns are the same. Each is a table of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.model import Cell, Table
from normalize.names.phrases import leading_role, phrase_of
from normalize.names.sections import read_heading
from normalize.shapes.formsbetween import names_columns
from normalize.shapes.saidrows import of_rows, said_rows
from normalize.words.text import clean

_PAIR = 2


def with_bands_apart(table: Table) -> list[Table]:
    """The band of each such table and the rest of it, as tables; else the table as it is."""
    rows = said_rows(table)
    starts = [r for r in range(len(rows) - _PAIR) if _begins(rows[r : r + 3], table.columns)]
    if not starts:
        return [table]
    bounds = sorted({0, *starts, *(r + 1 for r in starts), len(rows)})
    return [of_rows(table, range(a, b)) for a, b in pairwise(bounds)]


def _begins(rows: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Whether three rows are a band, what is weak, and the names of the columns."""
    band, weak, names = rows
    if len(band) != 1 or band[0].column_span < columns or len(weak) != _PAIR:
        return False
    heading = read_heading(clean(band[0].text))
    if heading is None or heading.indicator is None or not names_columns(names, columns):
        return False
    return leading_role(weak[0].text) == "weakness" and phrase_of(weak[1].text) is None


__all__ = ["with_bands_apart"]
