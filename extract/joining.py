"""Printed parts of a table to the one logical table they are.

A table that runs over pages is printed as several grids. They are one table when their columns
agree and nothing but page furniture stands between them. Repeated headers are recognised by their
words. A row cut by the page end is joined to its rest when the rules are left open there, or when
every column agrees with a cut: what goes on was full to the bottom and broke off inside a
paragraph, what had ended has nothing below. A cell merged over rows keeps its span across the cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from extract.cuts import JoinedCell, hangs_from, is_cut, merges_of
from extract.layout import PageLayout, Part, PartCell
from extract.lines import LIST_MARK, join_text, stops_short
from extract.model import Cell, Paragraph, Place, Row, Table

_COLUMN_SLACK = 4.0
_EDGE_SLACK = 8.0
# Space between two parts on one page that may still be one table, in points.
_NEAR = 60.0
# ... and that may part them where they have other columns.
_CLOSE = 14.0
# A number with the letter before it: "I4" is not "E4".
_DIGITS = re.compile(r"[A-Z]?\d+")
# Letters of codes and the side that was asked: two headers that differ in them are not the same.
_TELLING = re.compile(r"[A-Za-z]+|ภายใน|ภายนอก")


@dataclass(slots=True)
class _Building:
    """A logical table while parts are added to it."""

    xs: list[float]
    parts: list[Part] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    cells: list[JoinedCell] = field(default_factory=list)
    header_rows: int = 0
    header: list[str] = field(default_factory=list)


def join_layouts(layouts: Sequence[PageLayout]) -> list[Paragraph | Table]:
    """The blocks of all pages in reading order, parts joined to logical tables."""
    blocks: list[Paragraph | _Building] = []
    current: _Building | None = None
    hanging: list[tuple[JoinedCell, Paragraph]] = []
    for block in (b for layout in layouts for b in layout.blocks):
        if isinstance(block, Paragraph):
            cell = hangs_from(_bottom_cells(current), block) if current is not None else None
            if cell is not None and not block.furniture:
                hanging.append((cell, block))
                continue
            if not block.furniture:
                blocks += [text for _, text in hanging]
                current, hanging = None, []
            blocks.append(block)
            continue
        if current is not None and _continues(current, block):
            for cell, text in hanging:
                _hang(cell, text)
            _add(current, block)
        else:
            blocks += [text for _, text in hanging]
            current = _Building(list(block.grid.xs))
            _add(current, block)
            blocks.append(current)
        hanging = []
    blocks += [text for _, text in hanging]
    done: list[Paragraph | Table] = []
    number = 0
    for built in blocks:
        if isinstance(built, Paragraph):
            done.append(built)
        else:
            done.append(_finished(built, number))
            number += 1
    return done


def _continues(table: _Building, part: Part) -> bool:
    last = table.parts[-1]
    xs, others = table.xs, list(part.grid.xs)
    if _without_merged(table, part):
        return True
    if abs(xs[0] - others[0]) > _EDGE_SLACK or abs(xs[-1] - others[-1]) > _EDGE_SLACK:
        return False
    if part.page == last.page + 1 and _same_rules(last.grid.xs, others, xs):
        return True
    few, many = sorted((xs[1:-1], others[1:-1]), key=len)
    if not all(any(abs(x - y) <= _COLUMN_SLACK for y in many) for x in few):
        return False
    if part.page == last.page:
        # With space between, other columns are another table's, though some rules agree.
        gap = part.grid.ys[0] - last.grid.ys[-1]
        return gap < (_NEAR if len(xs) == len(others) else _CLOSE)
    return part.page == last.page + 1 or bool(few)


def _same_rules(last: Sequence[float], below: Sequence[float], first: Sequence[float]) -> bool:
    """Whether a part has the columns of the one above it, which may have moved from the first's."""
    if not len(last) == len(below) == len(first):
        return False
    return all(
        abs(a - b) <= _COLUMN_SLACK and abs(b - c) <= _EDGE_SLACK
        for a, b, c in zip(last, below, first, strict=True)
    )


def _without_merged(table: _Building, part: Part) -> bool:
    """Whether a part lacks the first columns because a merged cell of theirs goes on there.

    Some programs draw nothing of a cell that fills its columns from page end to page end.
    """
    xs, others = table.xs, list(part.grid.xs)
    first = next((i for i, x in enumerate(xs) if abs(x - others[0]) <= _COLUMN_SLACK), 0)
    if part.page != table.parts[-1].page + 1 or first == 0 or len(others) < 3:
        return False
    if len(xs) - first != len(others):
        return False
    if any(abs(x - y) > _COLUMN_SLACK for x, y in zip(xs[first:], others, strict=True)):
        return False
    above = table.parts[-1].grid.xs
    if len(above) == len(others) and abs(above[0] - others[0]) <= _COLUMN_SLACK:
        return True
    merged = [c for c in _bottom_cells(table) if c.column < first and c.row_span > 1]
    return {column for c in merged for column in range(c.column, c.column + c.column_span)} >= set(
        range(first)
    )


def _row_text(part: Part, row: int) -> str:
    return "|".join(c.text.replace("\n", "") for c in part.cells if c.cell.row == row)


def _repeated(table: _Building, part: Part) -> int:
    """How many first rows of the part print the table's header again."""
    if _is_form(table, part):
        return 0
    count = 0
    for row, known in enumerate(table.header[: len(part.grid.ys) - 1]):
        if not _same_header(_row_text(part, row), known, row):
            break
        count += 1
    # A header cell that spans rows takes its rows along.
    spans = [c.cell.row + c.cell.row_span for c in part.cells if c.cell.row < count]
    return max(spans, default=0)


def _is_form(table: _Building, part: Part) -> bool:
    """Whether a part repeats the labels down the side, below its first row too: another form.

    What its first row says is an answer, though the form before says the same.
    """
    if len(part.grid.xs) != 3:
        return False
    known = {c.text for c in table.cells if c.column == 0}
    labels = [c.text for c in part.cells if c.cell.row > 0 and c.cell.column == 0 and c.text]
    return len(labels) >= 2 and all(label in known for label in labels)


def _same_header(text: str, known: str, row: int) -> bool:
    """Alike but for misread letters; numbers and names must agree: sections differ in them."""
    if not known.replace("|", "") or (row > 0 and "|" not in known):
        return False
    if any(found.findall(text) != found.findall(known) for found in (_DIGITS, _TELLING)):
        return False
    return Levenshtein.normalized_similarity(text, known) >= 0.8


def _add(table: _Building, part: Part) -> None:
    first = not table.parts
    repeated = 0 if first else _repeated(table, part)
    if first:
        table.header = [_row_text(part, r) for r in range(min(4, len(part.grid.ys) - 1))]
        table.header_rows = _printed_header(part)
    elif repeated:
        table.header_rows = repeated
    columns = _column_map(table, part)
    fresh = len(part.grid.ys) - 1 - repeated
    above = [] if first else _bottom_cells(table)
    below = [c for c in part.cells if c.cell.row == repeated]
    # Only the end of a page cuts a row; on one page two parts are rows apart.
    ended = not first and table.parts[-1].page != part.page
    cut = ended and bool(above) and fresh > 0 and is_cut(above, below, columns)
    offset = len(table.rows) - (1 if cut else 0)
    merges = merges_of(above, below, columns, cut) if ended else {}
    table.parts.append(part)
    for r in range(1 if cut else 0, fresh):
        table.rows.append(Row(part.page, starts_part=not first and r == 0))
    for cell in part.cells:
        if cell.cell.row >= repeated:
            row = offset + cell.cell.row - repeated
            _place(table, part, cell, row, columns, merges.get(id(cell)))


def _place(
    table: _Building,
    part: Part,
    cell: PartCell,
    row: int,
    columns: Sequence[int],
    target: JoinedCell | None,
) -> None:
    """Put a part's cell into the table: on to the ``target`` it continues, or as a cell."""
    grid = cell.cell
    place = Place(part.page, grid.box, part.index, grid.row, grid.column)
    if target is not None:
        _extend(target, cell, place, row + grid.row_span - target.row)
        target.part = len(table.parts)
        return
    c0, c1 = columns[grid.column], columns[grid.column + grid.column_span]
    lines = list(cell.lines)
    table.cells.append(
        JoinedCell(
            row, c0, grid.row_span, c1 - c0, cell.text, [place], lines, cell, len(table.parts)
        )
    )


def _printed_header(part: Part) -> int:
    """Header rows that print marks out: first rows shaded or bold above rows that are not."""
    rows = len(part.grid.ys) - 1
    bold = [
        all(line.bold for c in part.cells if c.cell.row == r for line in c.lines)
        for r in range(rows)
    ]
    shaded = [r in part.shaded_rows for r in range(rows)]
    for marked in (shaded, bold):
        count = 0
        while count < rows and marked[count]:
            count += 1
        if 0 < count < rows and count <= 4:
            return count
    return 0


def _column_map(table: _Building, part: Part) -> list[int]:
    """Rule index of the part -> rule index of the table, new rules added to the table."""
    for x in part.grid.xs:
        if all(abs(x - y) > _EDGE_SLACK for y in table.xs):
            at = sum(y < x for y in table.xs)
            table.xs.insert(at, x)
            for cell in table.cells:
                if cell.column >= at:
                    cell.column += 1
                elif cell.column + cell.column_span >= at:
                    cell.column_span += 1
    return [min(range(len(table.xs)), key=lambda i: abs(table.xs[i] - x)) for x in part.grid.xs]


def _bottom_cells(table: _Building) -> list[JoinedCell]:
    return [c for c in table.cells if c.row + c.row_span == len(table.rows)]


def _extend(target: JoinedCell, cell: PartCell, place: Place, row_span: int) -> None:
    if target.text and cell.text:
        stops = LIST_MARK.match(cell.text) or stops_short(
            target.lines[-1], cell.lines[0], target.last.left, target.last.right
        )
        joint = "\n" if stops else ""
        target.text = (
            target.text + joint + cell.text if joint else join_text(target.text, cell.text)
        )
    else:
        target.text = target.text or cell.text
    target.row_span = max(target.row_span, row_span)
    target.places.append(place)
    target.lines.extend(cell.lines)
    target.last = cell


def _hang(target: JoinedCell, text: Paragraph) -> None:
    """Give a cell the lines that hang below its closing rule."""
    last = target.last
    rest = PartCell(last.cell, text.lines, text.text, 0.0, last.left, last.right)
    _extend(target, rest, text.place, target.row_span)


def _finished(table: _Building, number: int) -> Table:
    cells = tuple(
        Cell(c.row, c.column, c.row_span, c.column_span, c.text, tuple(c.places), tuple(c.lines))
        for c in sorted(table.cells, key=lambda c: (c.row, c.column))
    )
    places = tuple(Place(p.page, p.grid.box, p.index) for p in table.parts)
    return Table(number, len(table.xs) - 1, tuple(table.rows), cells, table.header_rows, places)
