"""Forms of labels and answers some of whose rows are boxes, each with its own label.

``มาตรการ | จัดรถเข็น`` over ``ผู้รับผิดชอบ / ฝ่ายโยธา | แล้วเสร็จ / 20 มกราคม 2568``: the boxes are
brought below each other, as rows of a label and its answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.names.phrases import header_role
from normalize.shapes.labels import LABELLED, first_line
from normalize.shapes.saidrows import said_rows
from normalize.words.text import clean, squeeze

_PAIR = 2

_Pairs = list[tuple[str, str]]


def with_box_rows_apart(table: Table) -> Table:
    """The form with a row for each box of such rows; other tables as they are."""
    rows = said_rows(table)
    boxes = {r: found for r, said in enumerate(rows) if (found := _boxes(said))}
    if not boxes or any(c.row_span > 1 for c in table.cells):
        return table
    rest = [said for r, said in enumerate(rows) if said and r not in boxes]
    pairs = [said for said in rest if _is_pair(said, table)]
    banded = all(len(said) == 1 for said in rest if said not in pairs)
    measures = any(header_role(clean(said[0].text)) == "measure" for said in pairs)
    if not (banded and measures) or max(len(p) for p in boxes.values()) < _PAIR:
        return table
    return _below_each_other(table, rows, boxes)


def _boxes(said: Sequence[Cell]) -> _Pairs:
    """The labels of a row of boxes with their answers; nothing of other rows."""
    found = [_labelled(cell) for cell in said]
    labels = {squeeze(label) for label, _ in found}
    whole = all(header_role(label) is not None and answer for label, answer in found)
    return found if whole and len(labels) == len(found) >= _PAIR else []


def _labelled(cell: Cell) -> tuple[str, str]:
    """The label that a box begins with, in a line of its own or before a colon."""
    if (match := LABELLED.match(cell.text)) is not None:
        return clean(match[1]), match[2].strip()
    return first_line(cell.text)


def _is_pair(said: Sequence[Cell], table: Table) -> bool:
    """Whether a row is a label and its answer, which reaches the end of the row."""
    if len(said) != _PAIR or said[0].column:
        return False
    ends = said[1].column + said[1].column_span == table.columns
    return ends and header_role(clean(said[0].text)) is not None


def _below_each_other(
    table: Table, said: Sequence[Sequence[Cell]], boxes: dict[int, _Pairs]
) -> Table:
    rows: list[Row] = []
    cells: list[Cell] = []
    for number, row in enumerate(table.rows):
        for at, (label, answer) in enumerate(boxes.get(number, ())):
            box = replace(said[number][at], row=len(rows), column=0, column_span=1)
            told = replace(box, column=1, column_span=table.columns - 1, text=answer)
            cells += [replace(box, text=label), told]
            rows.append(row)
        if number not in boxes:
            own = (c for c in table.cells if c.row == number)
            cells += [replace(c, row=len(rows)) for c in own]
            rows.append(row)
    return replace(table, rows=tuple(rows), cells=tuple(cells))


__all__ = ["with_box_rows_apart"]
