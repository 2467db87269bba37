"""Printed parts of a table to the one logical table they are.

A table that runs over pages is printed as several grids. They are one table when their columns
agree and nothing but page furniture stands between them. Repeated headers are recognised by their
words. A row cut by the page end is joined to its rest when the rules are left open there, or when
every column agrees with a cut: what goes on was full to the bottom and broke off inside a
paragraph, what had ended has nothing below. A cell merged over rows keeps its span across the cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from extract.continuing import (
    EDGE_SLACK,
    Building,
    bottom_cells,
    continues,
    header_again,
    row_text,
    rows_over_header,
    touches,
    under_same_names,
)
from extract.cuts import is_cut, merges_of
from extract.cutwords import JoinedCell, hangs_from
from extract.layout import PageLayout, Part, PartCell
from extract.model import Cell, Paragraph, Place, Row, Table
from extract.text.lineends import LIST_MARK, stops_short
from extract.text.lines import join_text


def join_layouts(layouts: Sequence[PageLayout]) -> list[Paragraph | Table]:
    """The blocks of all pages in reading order, parts joined to logical tables."""
    blocks: list[Paragraph | Building] = []
    current: Building | None = None
    here: list[Building] = []  # tables whose last part stands on the page
    hanging: list[tuple[JoinedCell, Paragraph]] = []
    for block in (b for layout in layouts for b in layout.blocks):
        if isinstance(block, Paragraph):
            cell = hangs_from(bottom_cells(current), block) if current is not None else None
            if cell is not None and not block.furniture:
                hanging.append((cell, block))
                continue
            if not block.furniture:
                blocks += [text for _, text in hanging]
                current, hanging = None, []
            blocks.append(block)
            continue
        here = [table for table in here if table.parts[-1].page == block.page]
        touched = next((table for table in here if touches(table, block)), current)
        if touched is not None and touched is not current:
            _add(touched, block)
            continue
        if current is not None and continues(current, block):
            for cell, text in hanging:
                _hang(cell, text)
            _add(current, block)
        else:
            blocks += [text for _, text in hanging]
            current = Building(list(block.grid.xs))
            _add(current, block)
            blocks.append(current)
        here = [*(table for table in here if table is not current), current]
        hanging = []
    blocks += [text for _, text in hanging]
    number = count()
    return [b if isinstance(b, Paragraph) else _finished(b, next(number)) for b in blocks]


def _add(table: Building, part: Part) -> None:
    first = not table.parts
    repeated = 0 if first else header_again(table, part)
    if not (first or repeated) and (over := rows_over_header(table, part)):
        table.header, table.over = table.header[over:], over
        repeated = header_again(table, part)
    if first:
        table.header = [row_text(part, r) for r in range(min(4, len(part.grid.ys) - 1))]
        table.header_rows = _printed_header(part)
    elif repeated and not table.over:
        table.header_rows = repeated
    columns = _column_map(table, part)
    fresh = len(part.grid.ys) - 1 - repeated
    above = [] if first else bottom_cells(table)
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
    table: Building,
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
    if c0 == c1:
        # Both its edges are one rule of the table: room between two columns.
        if not cell.text:
            return
        c0 = min(c0, len(table.xs) - 2)
        c1 = c0 + 1
    lines = list(cell.lines)
    table.cells.append(
        JoinedCell(
            row, c0, grid.row_span, c1 - c0, cell.text, [place], lines, cell, len(table.parts)
        )
    )


def _printed_header(part: Part) -> int:
    """Header rows that print marks out: first rows shaded or bold above rows that are not.

    One cell across the table below the names of its columns is the name of a group, no header.
    """
    rows = len(part.grid.ys) - 1
    cells = [[c for c in part.cells if c.cell.row == r] for r in range(rows)]
    whole = [len(own) == 1 and own[0].cell.column_span == len(part.grid.xs) - 1 for own in cells]
    most = next((r for r in range(1, rows) if whole[r] and not whole[r - 1]), rows)
    bold = [all(line.bold for c in own for line in c.lines) for own in cells]
    shaded = [r in part.shaded_rows for r in range(rows)]
    for marked in (shaded, bold):
        count = 0
        while count < most and marked[count]:
            count += 1
        if 0 < count < rows and count <= 4:
            return count
    return 0


def _column_map(table: Building, part: Part) -> list[int]:
    """Rule index of the part -> rule index of the table, new rules added to the table."""
    if table.parts and under_same_names(table, part):
        return [*range(len(table.xs))]
    for x in part.grid.xs:
        if all(abs(x - y) > EDGE_SLACK for y in table.xs):
            at = sum(y < x for y in table.xs)
            table.xs.insert(at, x)
            for cell in table.cells:
                if cell.column >= at:
                    cell.column += 1
                elif cell.column + cell.column_span >= at:
                    cell.column_span += 1
    return [min(range(len(table.xs)), key=lambda i: abs(table.xs[i] - x)) for x in part.grid.xs]


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


def _finished(table: Building, number: int) -> Table:
    cells = tuple(
        Cell(c.row, c.column, c.row_span, c.column_span, c.text, tuple(c.places), tuple(c.lines))
        for c in sorted(table.cells, key=lambda c: (c.row, c.column))
    )
    places = tuple(Place(p.page, p.grid.box, p.index) for p in table.parts)
    return Table(number, len(table.xs) - 1, tuple(table.rows), cells, table.header_rows, places)
