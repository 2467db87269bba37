"""Tables within tables: the names of columns again in each block, beside the block's own name.

``ตัวชี้วัดที่ 1 ... | มาตรการ | ผลผลิต | ...`` with rows below, and the same names again beside
``ตัวชี้วัดที่ 2 ...``: the first column names each block over all its rows, a line above the names may
say how many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role
from normalize.names.sections import read_heading
from normalize.shapes.saidrows import of_rows, said_rows
from normalize.words.text import clean, squeeze

# So many names make a header; printed so often it is repeated.
_NAMES, _OFTEN = 3, 2
_INDICATOR = "ตัวชี้วัด"


def with_heads_once(table: Table) -> Table:
    """The table with the names of its columns at its top alone; others as they are."""
    rows = said_rows(table)
    # Most tables name their columns once, in their first row.
    named = {row: names for row, said in enumerate(rows) if (names := _names(said))}
    often = Counter(map(_words, named.values()))
    again = [r for r, names in named.items() if often[_words(names)] >= _OFTEN]
    blocks = [cell for cell in table.cells if cell.column == 0 and _is_block(cell)]
    if len(again) < _OFTEN or not all(_beside(row, blocks) for row in again):
        return table
    titles = [row - 1 for row in again if row and _is_title(row - 1, rows, blocks)]
    kept = [row for row in range(len(rows)) if row not in {*again, *titles}]
    if not kept:
        return table
    first = of_rows(table, kept)
    head = [replace(c, row=0, row_span=1) for c in named[again[0]]]
    name = replace(blocks[0], row=0, row_span=1, text=_INDICATOR)
    below = [replace(c, row=c.row + 1) for c in _kept_blocks(first, blocks, kept)]
    made = (table.rows[again[0]], *first.rows)
    return replace(table, rows=made, cells=(name, *head, *below), header_rows=1)


def _kept_blocks(table: Table, blocks: Sequence[Cell], kept: Sequence[int]) -> list[Cell]:
    """The cells of the rows that are kept; names of blocks begin with the first of theirs."""
    others = [c for c in table.cells if c.column]
    named: list[Cell] = []
    for block in blocks:
        own = [at for at, row in enumerate(kept) if row in block.rows]
        if own:
            named.append(replace(block, row=own[0], row_span=len(own)))
    return [*named, *others]


def _names(said: Sequence[Cell]) -> list[Cell]:
    """The names of columns of a row behind the first one; nothing where it says anything else."""
    own = [c for c in said if c.column]
    return own if len(own) >= _NAMES and all(header_role(c.text) for c in own) else []


def _words(names: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(squeeze(c.text) for c in names)


def _is_block(cell: Cell) -> bool:
    """Whether a cell of the first column names an indicator over several rows."""
    heading = read_heading(clean(cell.text)) if cell.row_span > 1 else None
    return heading is not None and heading.indicator is not None


def _beside(row: int, blocks: Sequence[Cell]) -> bool:
    return any(row in block.rows for block in blocks)


def _is_title(row: int, rows: Sequence[Sequence[Cell]], blocks: Sequence[Cell]) -> bool:
    """Whether a row says one thing beside the name of its block, in its first row."""
    own = [c for c in rows[row] if c.column]
    return len(own) == 1 and own[0].column_span > 1 and any(b.row == row for b in blocks)


__all__ = ["with_heads_once"]
