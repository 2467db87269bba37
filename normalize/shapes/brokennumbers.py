"""Numbers broken in narrow cells whose last digits stand alone on the next page."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Table
from normalize.words.patterns import compiled
from normalize.words.text import clean

_TWO_DECIMALS = compiled(r"(?:100\.00|[0-9]{1,2}\.[0-9]{2})")
# A number that is a score by itself.
_WHOLE = compiled(r"[0-9]{1,3}\.[0-9]+|100")


def with_whole_numbers(table: Table) -> Table:
    """The table without rows that hold nothing but the last digits of the numbers above them.

    A narrow cell breaks ``100.00`` after its last digit but one, and a page end may part the two.
    """
    rows = [r for r, row in enumerate(table.rows) if row.starts_part and r > 0]
    for row in reversed(rows):
        table = _joined(table, row)
    return table


def _joined(table: Table, row: int) -> Table:
    below = [c for c in table.cells if c.row == row and clean(c.text)]
    above = {c.column: c for c in table.cells if c.row == row - 1 and c.row_span == 1}
    label, ends = [c for c in below if c.column == 0], [c for c in below if c.column > 0]
    whole = {
        c.column: f"{clean(above[c.column].text)}{clean(c.text)}" for c in ends if c.column in above
    }
    if not ends or len(whole) < len(ends) or not all(map(_TWO_DECIMALS.fullmatch, whole.values())):
        return table
    if any(_WHOLE.fullmatch(clean(c.text)) for c in ends):
        return table
    if label and 0 in above:
        whole[0] = f"{above[0].text}\n{label[0].text}"
    kept = (c for c in table.cells if c.row != row and c.row + c.row_span - 1 != row)
    cells = (
        replace(c, text=whole[c.column]) if c.row == row - 1 and c.column in whole else c
        for c in (replace(k, row=k.row - 1) if k.row > row else k for k in kept)
    )
    return replace(table, rows=(*table.rows[:row], *table.rows[row + 1 :]), cells=tuple(cells))
