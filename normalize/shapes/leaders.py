"""Cells in which dots lead from a name to its number: two columns that nothing else parts.

``การปฏิบัติหน้าที่ ........ 87.76`` in a cell beside a running number is a name and a score.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.model import Cell, Table

# A name, at least four dots (or their like), and a number with decimals.
_LED = regex.compile(
    r"(?P<name>.*?\S)\s*(?:[.\u2026_\u00b7]\s?){4,}\s*(?P<number>(?:100|[0-9๐-๙]{1,2})\.[0-9๐-๙]{1,2})\s*",
    regex.S,
)
_LEAST, _SHARE = 3, 0.8


def with_leaders_apart(table: Table) -> Table:
    """The table with the numbers behind leaders in a column of their own, the last one."""
    last = table.columns - 1
    held = [c for c in table.cells if c.column == last and c.text.strip()]
    led = {id(c): m for c in held if (m := _LED.fullmatch(c.text)) is not None}
    if len(led) < max(_LEAST, _SHARE * len(held)):
        return table
    cells: list[Cell] = []
    for cell in table.cells:
        match = led.get(id(cell))
        if match is None:
            cells.append(cell)
            continue
        cells.append(replace(cell, text=match["name"]))
        cells.append(replace(cell, column=last + 1, text=match["number"]))
    return replace(table, columns=table.columns + 1, cells=tuple(cells))


__all__ = ["with_leaders_apart"]
