"""Cells that hold a small form of their own: a column for each label printed in them.

``จัดอบรม / ผู้รับผิดชอบ: ฝ่ายทะเบียน / กำหนดแล้วเสร็จ: 30 เมษายน 2568`` in one cell says what three
columns would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.model import Cell, Table
from normalize.names.phrases import phrase_of
from normalize.shapes.barelabels import without_colon
from normalize.shapes.labels import labelled_parts
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# This share of a column's cells must hold labels.
_MOST = 0.6
_MEASURE_OR_BESIDE = 2
_CARDS = 2
_ITEMS = "ข้อ"
_ITEM = compiled(r"(?:ข้อ(?:ที่|คำถาม)?\s*)?[(\[]?[IEO]\s?[0-9]{1,2}(?![0-9])")

_LABELLED = compiled(r"\s*([^:：\n]{3,40}?)\s*[:：]")


def with_labels_apart(table: Table) -> Table:
    """The table with columns for the labels within its cells; other tables as they are."""
    if (cards := _beside(table)) is not None:
        return cards
    for column in range(table.columns):
        cells = [c for c in table.cells if c.column == column and c.row > 0 and c.text]
        if parts := _labelled_cells(cells):
            return _apart(table, column, parts)
    return table


def _labelled_cells(cells: Sequence[Cell]) -> dict[int, list[tuple[str, str]]]:
    """The parts of a column's cells by their identity; empty where too few have several labels."""
    needed = max(2, _MOST * len(cells))
    parts: dict[int, list[tuple[str, str]]] = {}
    labelled = 0
    for left, cell in enumerate(reversed(cells)):
        # The others cannot make up for what these lack.
        if labelled + len(cells) - left < needed:
            return {}
        if cell.column_span == 1:
            parts[id(cell)] = found = labelled_parts(_by_lines(cell))
            labelled += sum(bool(label) for label, _ in found) >= 2
    return parts if labelled >= needed else {}


def _beside(table: Table) -> Table | None:
    """Cards beside each other as a table of labels and answers; ``None`` for other tables.

    Each cell has the label of its row, as ``มาตรการ: จัดอบรม | มาตรการ: ติดป้าย``.
    """
    if table.columns < _CARDS or len(table.rows) < _CARDS:
        return None
    heads: dict[int, str] = {}
    cells: list[Cell] = []
    for cell in (c for c in table.cells if c.text):
        parts = labelled_parts(cell.text) if cell.column_span == 1 else []
        label, answer = parts[0] if len(parts) == 1 else ("", "")
        if not label and cell.row == 0 and _ITEM.match(clean(cell.text)):
            label, answer = _ITEMS, cell.text
        if not label or squeeze(heads.setdefault(cell.row, label)) != squeeze(label):
            return None
        cells.append(replace(cell, column=cell.column + 1, text=answer))
    first = {c.row: c for c in reversed(cells)}
    named = [replace(first[r], column=0, text=label) for r, label in heads.items()]
    return replace(table, columns=table.columns + 1, cells=(*named, *cells))


def _by_lines(cell: Cell) -> str:
    """A cell's text in which lines that begin with a label begin a paragraph.

    The line above such a label may be as long as the cell is wide.
    """
    text, at = cell.text, 0
    for before, line in pairwise(cell.lines):
        found = text.find(line.text, at)
        if found < 0:
            continue
        at = found
        label = _LABELLED.match(line.text)
        named = phrase_of(label[1]) is not None if label else without_colon(line.text) is not None
        # A label on a line of its own is no beginning of the next one.
        named = named or (without_colon(before.text) or ("", "?"))[1] == ""
        if named and text[found - 1] != "\n":
            text = f"{text[:found].rstrip()}\n{text[found:]}"
    return text


def _apart(table: Table, column: int, parts: dict[int, list[tuple[str, str]]]) -> Table:
    found = (squeeze(label) for p in parts.values() for label, _ in p if label)
    labels = list(dict.fromkeys(found))
    cells: list[Cell] = []
    for cell in table.cells:
        right = cell.column > column
        wide = cell.column <= column < cell.column + cell.column_span and cell.column_span > 1
        moved = replace(cell, column=cell.column + len(labels)) if right else cell
        if wide:
            moved = replace(cell, column_span=cell.column_span + len(labels))
        if id(cell) not in parts:
            cells.append(moved)
            continue
        said = parts[id(cell)]
        plain = "\n".join(text for label, text in said if not label)
        cells.append(replace(cell, text=plain))
        for i, label in enumerate(labels):
            texts = [text for own, text in said if squeeze(own) == label]
            cells.append(replace(cell, column=column + 1 + i, text="\n".join(texts)))
    like = next(c for c in table.cells if c.column == column)
    heads = [
        replace(like, row=0, row_span=1, column=column + 1 + i, column_span=1, text=label)
        for i, label in enumerate(labels)
    ]
    return replace(table, columns=table.columns + len(labels), cells=(*cells, *heads))


__all__ = ["with_labels_apart"]
