"""Lines of a title that stand as the first rows of a table below it.

Where nothing is drawn the end of a title may line up with the table that follows.
"""

from __future__ import annotations

from itertools import takewhile

from extract.model import Table
from normalize.words.text import clean
from normalize.words.titleyears import names_year


def dated_over(table: Table) -> list[str]:
    """The first rows of a table that are one cell across it and name a year."""
    wide = {c.row: clean(c.text) for c in table.cells if c.column_span == table.columns > 1}
    first = takewhile(wide.__contains__, range(len(table.rows)))
    return [wide[row] for row in first if names_year(wide[row])]


__all__ = ["dated_over"]
