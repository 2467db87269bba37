"""Cells in which dots lead from a name to its number: two columns that nothing else parts.

``การปฏิบัติหน้าที่ ........ 87.76`` in a cell beside a running number is a name and a score.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.words.patterns import compiled

_DOT = r"[.\u2026_\u00b7]"
# At least four dots (or their like) and a number with decimals at the end. Begun at the first of
# the dots only and never tried shorter: a cell of nothing but dots takes no longer than any other.
_LED = compiled(
    rf"(?<!{_DOT}\s?)(?:{_DOT}\s?+){{4,}}+\s*+((?:100|[0-9๐-๙]{{1,2}})\.[0-9๐-๙]{{1,2}})\s*\Z"
)
# Dots that lead to the next cell.
_ENDING = compiled(rf"(?<!{_DOT}\s?)(?:{_DOT}\s?+){{6,}}+\s*\Z")
_LEAST, _SHARE = 3, 0.8


def with_leaders_apart(table: Table) -> Table:
    """The table with the numbers behind leaders in a column of their own, the last one.

    Dots that lead to the next cell are no part of a name.
    """
    ending = {
        id(c): dots.start()
        for c in table.cells
        if (dots := _ENDING.search(c.text)) and dots.start()
    }
    if ending:
        made = (
            replace(c, text=c.text[: ending[id(c)]].rstrip()) if id(c) in ending else c
            for c in table.cells
        )
        table = replace(table, cells=tuple(made))
    last = table.columns - 1
    held = [c for c in table.cells if c.column == last and c.text.strip()]
    led = {id(c): m for c in held if (m := _led(c.text)) is not None}
    if len(led) < max(_LEAST, _SHARE * len(held)):
        return table
    cells: list[Cell] = []
    for cell in table.cells:
        match = led.get(id(cell))
        if match is None:
            cells.append(cell)
            continue
        name, number = match
        cells.append(replace(cell, text=name))
        cells.append(replace(cell, column=last + 1, text=number))
    return replace(table, columns=table.columns + 1, cells=tuple(cells))


def _led(text: str) -> tuple[str, str] | None:
    """The name and the number of a text in which dots lead from one to the other."""
    match = _LED.search(text)
    name = text[: match.start()].rstrip() if match is not None else ""
    return (name, match[1]) if match is not None and name else None


__all__ = ["with_leaders_apart"]
