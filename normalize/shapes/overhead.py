"""What stands over the header of a table and is said of all of it: an indicator, a weakness.

``กลุ่มงาน ก : ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ | คะแนน 89.99`` in a box of its own above the table, and ``จุดอ่อน |
...`` in a row above the names of the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from extract.model import Cell, Paragraph, Table
from normalize.names.phrases import leading_role, phrase_of
from normalize.names.sections import read_heading
from normalize.rows.celllooks import CODE_ALONE
from normalize.shapes.saidrows import said_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

_PAIR = 2
# The name of a column is no longer; a weakness in so few letters may be one.
_NAME = 40
_PART = "ตัวชี้วัด"
_PART_NAMED = compiled(r"ตัวชี้วัด\s*(?:ที่)?\s*[0-9].*", regex.S)


def heading_of(table: Table) -> Paragraph | None:
    """The heading that a table of one row is: an indicator, beside it no more than its score."""
    said = [c for c in table.cells if c.text.strip()]
    if len(table.rows) > 1 or not 0 < len(said) <= _PAIR:
        return None
    named = _PART_NAMED.search(clean(said[0].text))
    heading = read_heading(named.group()) if named is not None else None
    if named is None or heading is None or heading.indicator is None:
        return None
    return Paragraph(named.group(), said[0].places[0], said[0].lines, 0.0, True)


def with_items_as_headings(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks; an item in a box of its own, beside its score perhaps, heads the lines below.

    ``I8 | 78.41 คะแนน`` as the coloured head of a card whose labels stand in lines: the box is read
    as a table all the same.
    """
    found: list[Paragraph | Table] = []
    for block in blocks:
        if found and isinstance(block, Paragraph) and isinstance(found[-1], Table):
            said = [c for c in found[-1].cells if c.text.strip()]
            codes = [c for c in said if CODE_ALONE.fullmatch(clean(c.text))]
            scored = all(c in codes or bare_score(clean(c.text)) is not None for c in said)
            if len(codes) == 1 and said[0] is codes[0] and scored and len(said) <= _PAIR:
                found.append(Paragraph(said[0].text, said[0].places[0], said[0].lines, 0.0, True))
        found.append(block)
    return found


def with_rows_over_apart(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks; a weakness that stands over the header of a table as a table of its own.

    It is of the indicator that heads both.
    """
    found: list[Paragraph | Table] = []
    part: Cell | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            heading = read_heading(clean(block.text)) if len(block.text) < 4 * _NAME else None
            if heading is not None and heading.indicator is not None:
                part = Cell(0, 0, 1, 1, block.text, (block.place,), block.lines)
            elif block.bold:
                part = None
            found.append(block)
            continue
        over = _over(block)
        if over is not None and part is not None:
            found += [_stated(over, part, block), _below(block)]
        else:
            found.append(block)
        if (box := heading_of(block)) is not None:
            part = Cell(0, 0, 1, 1, box.text, (box.place,), box.lines)
    return found


def _over(table: Table) -> Sequence[Cell] | None:
    """The label and the answer of a first row that stands over the names of the columns."""
    if len(table.rows) <= _PAIR or table.columns <= _PAIR:
        return None
    first, names = said_rows(table)[:_PAIR]
    if len(first) != _PAIR or any(c.row_span > 1 for c in first) or len(names) <= _PAIR:
        return None
    roles = [leading_role(c.text) for c in names]
    short = all(len(squeeze(clean(c.text))) <= _NAME for c in names)
    headed = short and "measure" in roles and 2 * sum(r is not None for r in roles) > len(roles)
    label, answer = first
    told = phrase_of(answer.text) is None and len(squeeze(answer.text)) > len(squeeze(label.text))
    return first if headed and told and leading_role(label.text) == "weakness" else None


def _stated(over: Sequence[Cell], part: Cell, table: Table) -> Table:
    """A table of an indicator and its weakness."""
    label, answer = over
    cells = (
        replace(part, row=0, column=0, row_span=1, column_span=1, text=_PART),
        replace(label, row=0, column=1, row_span=1, column_span=1),
        replace(part, row=1, column=0, row_span=1, column_span=1),
        replace(answer, row=1, column=1, row_span=1, column_span=1),
    )
    rows = (table.rows[0], table.rows[0])
    return replace(table, columns=_PAIR, rows=rows, cells=cells, header_rows=1)


def _below(table: Table) -> Table:
    """The table without its first row."""
    cells = tuple(replace(c, row=c.row - 1) for c in table.cells if c.row)
    return replace(table, rows=table.rows[1:], cells=cells, header_rows=0)


__all__ = ["heading_of", "with_rows_over_apart"]
