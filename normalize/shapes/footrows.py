"""Rows at the foot of a form that say several things behind labels, in one cell across it.

``แล้วเสร็จ 31 มี.ค. 2567   การติดตาม ทุก 3 เดือน`` below rows of ``label | answer``: each is a row
of its own.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role
from normalize.shapes.barelabels import DESCRIBES, without_colon
from normalize.shapes.labels import by_label
from normalize.shapes.saidrows import said_rows
from normalize.words.text import clean

_COLUMNS = (2, 4)
_SEVERAL = 2


def with_feet_apart(table: Table) -> Table:
    """The table with a row for each label of such rows; others as they are."""
    if table.columns not in _COLUMNS:
        return table
    told = {
        row: pairs
        for row, said in enumerate(said_rows(table))
        if len(said) == 1 and (pairs := _told(said[0], table.columns))
    }
    if not told:
        return table
    counts = [len(told.get(row, ())) or 1 for row in range(len(table.rows))]
    begins = [sum(counts[:row]) for row in range(len(table.rows))]
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row in told and cell.row_span == 1:
            if cell.text.strip():
                cells += _rows(cell, told[cell.row], begins[cell.row], table.columns)
            continue
        span = sum(counts[row] for row in cell.rows)
        cells.append(replace(cell, row=begins[cell.row], row_span=span))
    rows = [row for row, count in zip(table.rows, counts, strict=True) for _ in range(count)]
    return replace(table, rows=tuple(rows), cells=tuple(cells))


def _rows(cell: Cell, told: list[tuple[str, str]], begin: int, columns: int) -> list[Cell]:
    """A row for each label: the label, and its answer behind it."""
    found: list[Cell] = []
    for row, (label, answer) in enumerate(told, start=begin):
        found.append(replace(cell, row=row, column=0, column_span=1, text=label))
        found.append(replace(cell, row=row, column=1, column_span=columns - 1, text=answer))
    return found


def _told(cell: Cell, columns: int) -> list[tuple[str, str]]:
    """The labels of a cell across the table with their answers, where there are several."""
    if cell.column_span != columns:
        return []
    parts = [without_colon(part) for part in by_label(clean(cell.text))]
    told = [pair for pair in parts if pair is not None and pair[1]]
    described = all(header_role(label) in DESCRIBES for label, _ in told)
    return told if described and len(parts) == len(told) >= _SEVERAL else []


__all__ = ["with_feet_apart"]
