"""Cards with a head and a body: the item and its score in one row, all else in the cell below.

``I3 ... | 83.10 คะแนน`` over ``ข้อจำกัด: ... / มาตรการ: ... / เจ้าภาพ: ฝ่ายปกครอง   ติดตาม: ทุกเดือน``,
card after card in one table: each label of the body is a column. Between the head and the body of a
sheet may stand boxes with numbers: one is named as the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.itemheads import heads_item
from normalize.names.phrases import header_role
from normalize.names.said import beside_name
from normalize.shapes.formrows import both
from normalize.shapes.forms import Pair, as_table, is_form
from normalize.shapes.labels import labelled_parts
from normalize.shapes.saidrows import said_rows
from normalize.words.othernumbers import OTHER_NUMBER
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

# What a number beside the score is called.
_OTHERS = compiled(OTHER_NUMBER)
# A body has so many labels at least.
_LABELS = 3
_HEAD = 2


def with_card_bodies_apart(table: Table) -> Table:
    """The table with a column per label of such bodies; others as they are."""
    rows = [said for said in said_rows(table) if said]
    return _formed(_cards(rows, table.columns), table)


def with_sheets_apart(table: Table) -> Table:
    """The table with a row per sheet, whatever boxes with numbers its head and body enclose."""
    first = next((c for c in table.cells if c.text.strip()), None)
    if first is None or not 1 < table.columns == first.column_span or not heads_item(first.text):
        return table
    rows = [said for said in said_rows(table) if said]
    return _formed(_sheets(rows, table.columns), table)


def _formed(pairs: Sequence[Pair], table: Table) -> Table:
    labelled = [pair for pair in pairs if pair.label]
    formed = bool(labelled) and is_form(labelled, headed=True)
    return as_table(table.number, pairs, table) if formed else table


def _cards(rows: Sequence[Sequence[Cell]], columns: int) -> list[Pair]:
    """The heads of cards and what their bodies say; none where rows are anything else."""
    # Most tables end at the first question.
    if len(rows) < _HEAD or len(rows) % _HEAD:
        return []
    pairs: list[Pair] = []
    for head, body in zip(rows[::2], rows[1::2], strict=True):
        heading, told = _heading(head), _body(body, columns)
        if heading is None or not told:
            return []
        pairs += [Pair("", heading, None), *told]
    return pairs


def _sheets(rows: Sequence[Sequence[Cell]], columns: int) -> list[Pair]:
    """The heads of sheets, their scores and what their bodies say; none where one lacks a body."""
    wide = [n for n, said in enumerate(rows) if len(said) == 1 and said[0].column_span == columns]
    heads = [n for n in wide if heads_item(rows[n][0].text)]
    if not heads or heads[0]:
        return []
    pairs: list[Pair] = []
    for head, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        told = _body(rows[end - 1], columns)
        if not told or end - head < _HEAD:
            return []
        beside = (c for said in rows[head + 1 : end - 1] for c in said)
        scored = [pair for c in beside if (pair := _scored(c)) is not None]
        pairs += [Pair("", rows[head][0], None), *(scored if len(scored) == 1 else []), *told]
    return pairs


def _scored(cell: Cell) -> Pair | None:
    """The score of a box, below what calls it one: ``คะแนนของเขต ปี 2566`` over ``74.62``."""
    name, _, number = cell.text.strip().rpartition("\n")
    value = bare_score(clean(number))
    if value is None or header_role(name) != "score" or _OTHERS.search(squeeze(clean(name))):
        return None
    return Pair(squeeze(clean(name)), replace(cell, text=name), replace(cell, text=number))


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


__all__ = ["with_card_bodies_apart", "with_sheets_apart"]
