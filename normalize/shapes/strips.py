"""Strips of codes with their scores below, stacked in one grid, brought below each other.

``ข้อ | I1 | I2 | I3`` over ``คะแนน | 83.71 | 87.15 | 94.67`` and, in the same grid, the same for
I4 to I6: a table wider than the paper, folded. Each strip is turned on its side and all become
one table with a row per thing scored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.model import Cell, Row, Table
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

#: A column of totals among those of what is scored.
TOTAL = compiled(r"\s*(?:คะแนน)?\s*(?:รวม|เฉลี่ย|ภาพรวม|(?:ของ)?ตัวชี้วัด(?:นี้)?\s*$|ITA|[IEO]IT)")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Strip:
    """Rows of one strip: the first with what is scored, up to (not with) ``stop``."""

    start: int
    stop: int


def stacked(table: Table, names: Callable[[str], bool]) -> Table | None:
    """The strips of a table below each other with their labels as header, or ``None``.

    Args:
        table: a grid of at least two strips that say the same of what they name.
        names: whether a cell names something that is scored.
    """
    starts = _starts(table, names)
    bands = [row for row in range(len(table.rows)) if starts and _is_band(table, row)]
    if len(starts) < (1 if bands and bands[0] < starts[0] else _LEAST):
        return None
    ends = [*starts[1:], len(table.rows)]
    blank = {row for row in range(len(table.rows)) if not _row(table, row)}
    stops = [
        min([b, *(band for band in bands if band > a)]) for a, b in zip(starts, ends, strict=True)
    ]
    strips = [_Strip(a, _without_blank(b, blank)) for a, b in zip(starts, stops, strict=True)]
    labels = [_labels(table, strip) for strip in strips]
    rest = set(range(len(table.rows))) - {r for s in strips for r in range(s.start, s.stop)}
    if any(label != labels[0] for label in labels) or rest - set(bands) - blank:
        return None
    return _below_each_other(table, strips, bands, bool(any(labels[0])))


def _without_blank(stop: int, blank: set[int]) -> int:
    """The end of a strip without the blank rows that part it from the next."""
    while stop - 1 in blank:
        stop -= 1
    return stop


def _row(table: Table, row: int) -> list[Cell]:
    return sorted((c for c in table.cells if c.row == row and c.text), key=lambda c: c.column)


def _starts(table: Table, names: Callable[[str], bool]) -> list[int]:
    """The rows that begin a strip: those with the label of the first, or all names.

    The names may stand below what is said of them.
    """
    first = next((r for r in range(min(2, len(table.rows))) if len(_row(table, r)) >= 2), None)
    if first is None:
        return []
    within = range(min(3, len(table.rows) - first))
    at = next((i for i in within if _all_named(_row(table, first + i)[1:], names)), None)
    if at is None:
        return []
    rows = range(first, len(table.rows))
    label = _label(table, first)
    if not names(_label(table, first + at)):
        same = [r for r in rows if label and _label(table, r) == label]
        whole = all(r + at < len(table.rows) for r in same)
        named = whole and all(_all_named(_row(table, r + at)[1:], names) for r in same)
        return same if named else []
    named_rows = [r for r in rows if _all_named(_row(table, r), names)]
    apart = all(r - 1 not in named_rows for r in named_rows)
    return [r - at for r in named_rows] if apart and at < 2 else []


def _all_named(cells: Sequence[Cell], names: Callable[[str], bool]) -> bool:
    """Whether cells name what is scored, a total among them perhaps."""
    texts = [clean(c.text) for c in cells]
    found = [names(t) for t in texts]
    return any(found) and all(f or TOTAL.match(t) for f, t in zip(found, texts, strict=True))


def _is_band(table: Table, row: int) -> bool:
    cells = _row(table, row)
    return len(cells) == 1 and cells[0].column_span == table.columns > 1


def _label(table: Table, row: int) -> str:
    cell = table.at(row, 0)
    return squeeze(clean(cell.text)) if cell is not None else ""


def _labels(table: Table, strip: _Strip) -> Sequence[str]:
    """What is said down the side of a strip; nothing where it begins with a name itself."""
    labels = [_label(table, r) for r in range(strip.start, strip.stop)]
    return [""] * len(labels) if any(label[-1:].isdigit() for label in labels) else labels


def _below_each_other(
    table: Table, strips: Sequence[_Strip], bands: Sequence[int], labelled: bool
) -> Table:
    width = strips[0].stop - strips[0].start
    cells: list[Cell] = []
    rows: list[Row] = []
    if labelled:
        rows.append(table.rows[strips[0].start])
        heads = (table.at(strips[0].start + i, 0) for i in range(width))
        cells += [
            replace(c, row=0, column=i, row_span=1, column_span=1)
            for i, c in enumerate(heads)
            if c is not None
        ]
    for strip in strips:
        above = max((b for b in bands if b < strip.start), default=None)
        if above is not None and all(not above < s.start < strip.start for s in strips):
            band = _row(table, above)[0]
            cells.append(replace(band, row=len(rows), column=0, row_span=1, column_span=width))
            rows.append(table.rows[above])
        label = table.at(strip.start, 0) if labelled else None
        for column in range(label.column_span if label else 0, table.columns):
            found = [table.at(r, column) for r in range(strip.start, strip.stop)]
            if all(c is None or c.column < column for c in found):
                # Another strip of the grid is cut finer here.
                continue
            if any(c is not None and c.text for c in found):
                cells += _turned(found, column, len(rows), cells)
                rows.append(Row(table.rows[strip.start].page))
    return Table(table.number, width, tuple(rows), tuple(cells), 1 if labelled else 0, table.places)


def _turned(found: Sequence[Cell | None], column: int, row: int, above: list[Cell]) -> list[Cell]:
    """A column of a strip as a row; a cell merged over several is one, over several rows."""
    turned = []
    for i, cell in enumerate(found):
        if cell is None:
            continue
        if cell.column < column:
            at = next(k for k in reversed(range(len(above))) if above[k].column == i)
            above[at] = replace(above[at], row_span=above[at].row_span + 1)
            continue
        turned.append(replace(cell, row=row, column=i, row_span=1, column_span=1))
    return turned


__all__ = ["stacked"]
