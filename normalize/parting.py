"""Tables that were drawn as one and are two: another header stands where a part begins.

Extraction joins parts of equal columns; only the words of their first rows tell that the second is
a table of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from extract.model import Cell, Paragraph, Table
from normalize.phrases import leading_role
from normalize.roles import is_data
from normalize.text import clean, squeeze

# Words this like those of the header above are the same header again.
_AGAIN = 75.0


def parted(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, with tables taken apart where another one's header begins."""
    return [one for b in blocks for one in (_tables(b) if isinstance(b, Table) else [b])]


def _tables(table: Table) -> list[Table]:
    cuts = [
        r
        for r, row in enumerate(table.rows)
        if r
        and row.starts_part
        and _heads(table, r)
        and not (_repeats(table, r) or _labels(table, r))
    ]
    bounds = [0, *cuts, len(table.rows)]
    if not cuts:
        return [table]
    return [_between(table, a, b) for a, b in pairwise(bounds)]


def _row(table: Table, row: int) -> list[Cell]:
    return [c for c in table.cells if c.row == row and c.text.strip()]


def _heads(table: Table, row: int) -> bool:
    """Whether a row names columns: two roles at least, most of its cells, and no fact."""
    texts = [c.text for c in _row(table, row)]
    roles = [role for t in texts if (role := leading_role(t)) is not None]
    if len(set(roles)) < 2 or 2 * len(roles) <= len(texts) or len(texts) < table.columns / 2:
        return False
    return all(len(squeeze(clean(t))) < 40 and not is_data(t) for t in texts)


def _repeats(table: Table, row: int) -> bool:
    words = squeeze("".join(clean(c.text) for c in _row(table, row)))
    above = (squeeze("".join(clean(c.text) for c in _row(table, r))) for r in range(min(3, row)))
    return any(fuzz.ratio(words, one) >= _AGAIN for one in above)


def _labels(table: Table, row: int) -> bool:
    """Whether a row begins with a label that rows above it begin with too: one of a form."""
    firsts = [squeeze(clean(c.text)) for c in table.cells if c.row < row and not c.column]
    own = next((squeeze(clean(c.text)) for c in _row(table, row)), "")
    return table.columns <= 4 and own in firsts


def _between(table: Table, start: int, end: int) -> Table:
    cells = (
        replace(c, row=c.row - start, row_span=min(c.row_span, end - c.row))
        for c in table.cells
        if start <= c.row < end
    )
    marked = table.header_rows if start == 0 else 0
    return replace(table, rows=table.rows[start:end], cells=tuple(cells), header_rows=marked)
