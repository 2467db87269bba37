"""Strips at the foot of cards: a cell for each label, below lines of text that they belong to.

``ผู้รับผิดชอบ : ฝ่ายโยธา | แล้วเสร็จ : 31 มี.ค. 68 | ติดตาม : ทุก 3 เดือน`` below the measures of a card
says of these what lines of text would. The heading of the next card may be a row of the same grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import Cell, Paragraph, Table
from normalize.names.phrases import header_role
from normalize.names.sections import read_heading
from normalize.shapes.barelabels import DESCRIBES
from normalize.shapes.labels import LABELLED
from normalize.words.text import clean

# More rows are a table.
_ROWS, _LABELS = 3, 2


def with_strips_as_lines(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, such strips as the lines of text that they go on from."""
    found: list[Paragraph | Table] = []
    for block in blocks:
        lines = _lines(block) if isinstance(block, Table) and _goes_on(found) else []
        found += lines or [block]
    return found


def _goes_on(above: Sequence[Paragraph | Table]) -> bool:
    """Whether text stands right above, be it the lines of a strip."""
    return bool(above) and isinstance(above[-1], Paragraph) and not above[-1].furniture


def _lines(table: Table) -> list[Paragraph]:
    """A strip as lines; nothing where a row is neither one nor the heading of a card."""
    rows = [
        sorted((c for c in table.cells if c.row == r and c.text.strip()), key=lambda c: c.column)
        for r in range(len(table.rows))
    ]
    strips = [_is_strip(cells) for cells in rows]
    if len(rows) > _ROWS or not strips[0]:
        return []
    if not all(strip or _is_heading(cells) for strip, cells in zip(strips, rows, strict=True)):
        return []
    return [line for strip, cells in zip(strips, rows, strict=True) for line in _told(strip, cells)]


def _told(strip: bool, cells: Sequence[Cell]) -> Iterator[Paragraph]:
    if strip:
        yield from (_line(c, c.text, bold=False) for c in cells)
    else:
        yield _line(cells[0], " ".join(c.text for c in cells), bold=True)


def _line(cell: Cell, text: str, *, bold: bool) -> Paragraph:
    size = max((line.size for line in cell.lines), default=0.0)
    return Paragraph(text, cell.places[0], cell.lines, size, bold)


def _is_strip(cells: Sequence[Cell]) -> bool:
    labels = [LABELLED.match(clean(c.text)) for c in cells]
    told = [m is not None and bool(m[2]) and header_role(m[1]) in DESCRIBES for m in labels]
    return len(told) >= _LABELS and all(told)


def _is_heading(cells: Sequence[Cell]) -> bool:
    heading = read_heading(clean(cells[0].text)) if cells else None
    return heading is not None and heading.indicator is not None


__all__ = ["with_strips_as_lines"]
