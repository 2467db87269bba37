"""Cards with a head and a body: the item and its score in one row, all else in the cell below.

``I3 ... | 83.10 คะแนน`` over ``ข้อจำกัด: ... / มาตรการ: ... / เจ้าภาพ: ฝ่ายปกครอง   ติดตาม: ทุกเดือน``,
card after card in one table: each label of the body is a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.itemheads import heads_item
from normalize.names.said import beside_name
from normalize.shapes.formrows import both
from normalize.shapes.forms import Pair, as_table, is_form
from normalize.shapes.labels import labelled_parts
from normalize.shapes.saidrows import said_rows
from normalize.words.text import clean, squeeze

# A body has so many labels at least.
_LABELS = 3
_HEAD = 2


def with_card_bodies_apart(table: Table) -> Table:
    """The table with a column per label of such bodies; others as they are."""
    rows = [said for said in said_rows(table) if said]
    # Most tables end at the first question.
    if len(rows) < _HEAD or len(rows) % _HEAD:
        return table
    pairs: list[Pair] = []
    for head, body in zip(rows[::2], rows[1::2], strict=True):
        heading, told = _heading(head), _body(body, table.columns)
        if heading is None or not told:
            return table
        pairs += [Pair("", heading, None), *told]
    labelled = [pair for pair in pairs if pair.label]
    return as_table(table.number, pairs, table) if is_form(labelled, headed=True) else table


def _heading(said: Sequence[Cell]) -> Cell | None:
    """The item that a row names, with its score where that stands beside it, as one cell."""
    if len(said) > _HEAD or not heads_item(said[0].text):
        return None
    if len(said) == 1:
        return said[0]
    if not beside_name(clean(said[1].text), None):
        return None
    return replace(both(said[0], said[1]), text=f"{said[0].text} {said[1].text}")


def _body(said: Sequence[Cell], columns: int) -> list[Pair]:
    """The labels and answers of a cell as wide as the table."""
    if len(said) != 1 or said[0].column_span != columns:
        return []
    cell = said[0]
    told = labelled_parts(cell.text)
    if len(told) < _LABELS or not all(label for label, _ in told):
        return []
    return [
        Pair(squeeze(clean(label)), replace(cell, text=label), replace(cell, text=answer))
        for label, answer in told
        if answer
    ]


__all__ = ["with_card_bodies_apart"]
