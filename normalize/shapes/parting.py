"""Tables that were drawn as one and are two: another header stands where a part begins.

Extraction joins parts of equal columns; only the words of their first rows tell that the second is
a table of its own. Forms between its rows: :mod:`normalize.shapes.formsbetween`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from extract.model import Cell, Paragraph, Table
from normalize.names.phrases import leading_role
from normalize.names.sections import instruments_named, read_heading
from normalize.rows.headerrows import is_data
from normalize.shapes.bandedforms import with_bands_apart
from normalize.shapes.formsbetween import names_columns, without_forms
from normalize.shapes.saidrows import of_rows, said_rows
from normalize.words.text import clean, squeeze

# Words this like those of the header above are the same header again.
_AGAIN = 75.0
_PAIR = 2
# Forms have this many columns at most.
_LABELLED = 4


def parted(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, with tables taken apart where another one's header begins."""
    return [
        part
        for b in blocks
        for own in (_at_gaps(b) if isinstance(b, Table) else [b])
        for form in (with_bands_apart(_without_gaps(own)) if isinstance(own, Table) else [own])
        for one in (_tables(form) if isinstance(form, Table) else [form])
        for part in (without_forms(one) if isinstance(one, Table) else [one])
    ]


def _at_gaps(table: Table) -> list[Table]:
    """The tables that stand so close that the room between them was taken for a row.

    It says nothing from side to side; scores end the table above it, names begin the one below,
    and their columns are others.
    """
    gaps = [
        c.row
        for c in table.cells
        if not c.text and c.column_span == table.columns and 0 < c.row < len(table.rows) - 1
    ]
    rows = said_rows(table) if gaps else []
    cuts = [r for r in gaps if _are_two(rows[r - 1], rows[r + 1])]
    if not cuts:
        return [table]
    bounds = pairwise([-1, *cuts, len(table.rows)])
    return [_in_use(_between(table, a + 1, b)) for a, b in bounds]


def _without_gaps(table: Table) -> Table:
    """The table without the room between its parts, where rules on both sides made rows of it."""
    gaps = {c.row for c in table.cells if not c.text and c.column_span == table.columns}
    kept = [r for r in range(len(table.rows)) if r not in gaps]
    return of_rows(table, kept) if gaps and kept else table


def _are_two(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a row ends a table and the other one, of other columns, begins the next."""
    ends = len(above) > 1 and all(is_data(c.text) for c in above)
    begins = len(below) > 1 and not any(is_data(c.text) for c in below)
    return ends and begins and [c.columns for c in above] != [c.columns for c in below]


def _in_use(table: Table) -> Table:
    """The table without edges of columns at which none of its cells begins or ends."""
    edges = sorted({x for c in table.cells for x in (c.column, c.column + c.column_span)})
    at = {x: i for i, x in enumerate(edges)}
    cells = (
        replace(c, column=at[c.column], column_span=at[c.column + c.column_span] - at[c.column])
        for c in table.cells
    )
    return replace(table, columns=len(edges) - 1, cells=tuple(cells))


def _tables(table: Table) -> list[Table]:
    rows = said_rows(table)
    cuts = [
        r
        for r, row in enumerate(table.rows)
        if r
        and row.starts_part
        and names_columns(rows[r], table.columns)
        and not (_repeats(rows, r) or (table.columns <= _LABELLED and _labels(rows, r)))
    ]
    named = [_named(said, is_first=not r) for r, said in enumerate(rows)]
    headed = [r for r, roles in enumerate(named) if roles and (not r or roles != named[0])]
    banded = [r for r in range(1, len(rows) - 1) if _heads_lists(rows[r], rows[r + 1], table)]
    bounds = sorted({0, *cuts, *headed, *banded, len(table.rows)})
    parts = [table] if len(bounds) < 3 else [_between(table, a, b) for a, b in pairwise(bounds)]
    return [
        _with_heading_apart(part) if start in headed else part
        for start, part in zip(bounds, parts, strict=False)
    ]


def _heads_lists(said: Sequence[Cell], below: Sequence[Cell], table: Table) -> bool:
    """Whether a row is a band over lists beside each other, each under the same names.

    Numbers that begin anew below the names of each instrument are items of that.
    """
    if len(said) != 1 or said[0].column_span < table.columns:
        return False
    heads = [leading_role(c.text) for c in below]
    if heads.count("code") < _PAIR or heads.count("code") != heads.count("score"):
        return False
    return len(instruments_named(clean(said[0].text))) == 1


def _named(said: Sequence[Cell], *, is_first: bool) -> tuple[str | None, ...]:
    """The roles a row names whose first cell says, above its own, what the table is of.

    ``ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน`` over ``ข้อคำถาม``, beside ``คะแนน``: a heading and a header that
    nothing parts on paper. The first row may name its columns without a heading.
    """
    if len(said) < 2 or said[0].column:
        return ()
    above, _, last = said[0].text.rpartition("\n")
    heading = read_heading(clean(above)) if above and not is_first else None
    if not is_first and (heading is None or not heading.certain):
        return ()
    if any(is_data(c.text) for c in said):
        return ()
    roles = tuple(leading_role(t) for t in (last, *(c.text for c in said[1:])))
    return roles if None not in roles and len(set(roles)) > 1 else ()


def _with_heading_apart(table: Table) -> Table:
    """The table with the heading in its first cell as a row of its own above it."""
    first = next((c for c in table.cells if c.row == c.column == 0), None)
    above, _, last = first.text.rpartition("\n") if first is not None else ("", "", "")
    if first is None or not above or read_heading(clean(above)) is None:
        return table
    cells = [replace(c, row=c.row + 1) for c in table.cells if c is not first]
    band = replace(first, text=above, row_span=1, column_span=table.columns)
    cells = [band, replace(first, row=1, text=last), *cells]
    rows = (table.rows[0], *table.rows)
    return replace(table, rows=rows, cells=tuple(cells), header_rows=0)


def _repeats(rows: Sequence[Sequence[Cell]], row: int) -> bool:
    words = squeeze("".join(clean(c.text) for c in rows[row]))
    above = (squeeze("".join(clean(c.text) for c in said)) for said in rows[: min(3, row)])
    return any(fuzz.ratio(words, one) >= _AGAIN for one in above)


def _labels(rows: Sequence[Sequence[Cell]], row: int) -> bool:
    """Whether a row begins with a label that other rows begin with too: one of a form.

    A header that comes again further down comes with the same words throughout.
    """
    own = _words(rows[row])
    others = ((r, _words(said)) for r, said in enumerate(rows) if r != row)
    return any(
        words[:1] == own[:1] and (other < row or words != own) for other, words in others if words
    )


def _words(said: Sequence[Cell]) -> list[str]:
    """What a row says from the left edge on, squeezed; nothing where its first cell is blank."""
    return [squeeze(clean(c.text)) for c in said] if said and not said[0].column else []


def _between(table: Table, start: int, end: int) -> Table:
    cells = (
        replace(c, row=c.row - start, row_span=min(c.row_span, end - c.row))
        for c in table.cells
        if start <= c.row < end
    )
    marked = table.header_rows if start == 0 else 0
    return replace(table, rows=table.rows[start:end], cells=tuple(cells), header_rows=marked)
