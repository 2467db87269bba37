"""Columns that a tick chooses: a column per section with a ✓ where it is responsible.

Such columns become one that names what is ticked, as ``ผู้รับผิดชอบ`` of other tables does. So do
columns of intervals of review (``ทุกเดือน | ทุก 3 เดือน``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from extract.model import Cell, Table
from normalize.words.intervals import only_interval
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.unitnames import find_units, only_units

# Ticks as letters and as fonts of signs number them; empty boxes and dashes choose nothing.
_TICK = compiled(
    r"[✓✔√☑\u2705\u2611\u25cf\u25cb\u25c9\u25ce\u2022\u25a0\u25fc\u2605*/ü\uf0fc\uf050\uf052\uf0fe]+\ufe0f?"
)
_CROSS = compiled(r"[xX×✗✘☒\u2715\u2716\uf0fb\uf0fd]")
_NOTHING = compiled(r"[\s\-\u2013\u2014.☐\u25a1\uf0a8\uf06f]*")
_LEAST = 2
# What one column of sections, or of intervals, is called.
_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("ผู้รับผิดชอบ", lambda text: only_units(text) and len(find_units(text)) == 1),
    ("การติดตามผล", only_interval),
)
_HEADER = 3


def with_ticks_named(table: Table) -> Table:
    """The table with columns of ticks as one that names what is ticked; others as they are."""
    for label, names in _KINDS:
        for row in range(min(_HEADER, len(table.rows) - 1)):
            run = _run(table, row, names)
            if run is not None:
                table = _folded(table, row, run, label)
                break
    return table


def _run(table: Table, row: int, names: Callable[[str], bool]) -> range | None:
    """The columns beside each other that a row names so, where they hold ticks and nothing else."""
    heads = {
        c.column
        for c in table.cells
        if c.row == row and c.column_span == 1 and names(clean(c.text).replace("\n", " "))
    }
    run = range(min(heads, default=0), max(heads, default=0) + 1)
    if len(heads) < _LEAST or len(heads) < len(run):
        return None
    below = [clean(c.text) for c in _below(table, row, run)]
    ticks = [t for t in below if _TICK.fullmatch(t) or _CROSS.fullmatch(t)]
    plain = all(_NOTHING.fullmatch(t) or _TICK.fullmatch(t) or _CROSS.fullmatch(t) for t in below)
    return run if ticks and plain else None


def _below(table: Table, row: int, run: range) -> list[Cell]:
    """The cells below a row that stand in one of some columns alone."""
    found = (c for c in table.cells if c.row > row and c.column in run)
    return [c for c in found if c.column_span == 1]


def _folded(table: Table, row: int, run: range, label: str) -> Table:
    """The table with the columns of a run as one; ``row`` names them."""
    heads = {c.column: c for c in table.cells if c.row == row and c.column in run}
    over = next((c for c in table.cells if c.row < row and c.columns == run), None)
    head = over or replace(heads[run.start], text=label)
    made = [replace(head, column=run.start, column_span=1, row_span=row - head.row + 1)]
    below = _below(table, row, run)
    chosen = _chosen(below)
    rows = sorted({c.row for c in chosen})
    made += (_named((c for c in chosen if c.row == at), heads, run.start) for at in rows)
    gone = {id(c) for c in (*heads.values(), *below, *([over] if over else []))}
    rest = (_moved(c, run) for c in table.cells if id(c) not in gone)
    cells = sorted((*made, *rest), key=lambda c: (c.row, c.column))
    return replace(table, columns=table.columns - len(run) + 1, cells=tuple(cells))


def _chosen(cells: list[Cell]) -> list[Cell]:
    """The cells with ticks; crosses are ticks where there are no others.

    Where every cell holds a sign, an empty circle chooses nothing.
    """
    said = [clean(c.text) for c in cells]
    sign = _TICK if any(_TICK.fullmatch(t) for t in said) else _CROSS
    empty = "○" if all(said) and "●" in said else ""
    return [
        c
        for c, t in zip(cells, said, strict=True)
        if sign.fullmatch(t) and not (empty and t == empty)
    ]


def _named(ticks: Iterable[Cell], heads: dict[int, Cell], column: int) -> Cell:
    """What the ticks of a row choose, as one cell."""
    ticked = sorted(ticks, key=lambda c: c.column)
    names = [heads[c.column].text.replace("\n", " ") for c in ticked]
    places = tuple(dict.fromkeys(p for c in ticked for p in c.places))
    return replace(ticked[0], column=column, text="\n".join(names), places=places, lines=())


def _moved(cell: Cell, run: range) -> Cell:
    """A cell of the other columns, or across them all, where it stands without those of the run."""
    ends = [_without(at, run) for at in (cell.column, cell.column + cell.column_span - 1)]
    return replace(cell, column=ends[0], column_span=ends[1] - ends[0] + 1)


def _without(column: int, run: range) -> int:
    return column if column < run.start else max(run.start, column - len(run) + 1)


__all__ = ["with_ticks_named"]
