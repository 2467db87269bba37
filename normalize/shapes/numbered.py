"""Items that are printed as bare numbers under the instrument they belong to.

``IIT`` over ``ข้อ | คะแนน`` with 1, 2, 3 below, or ``ข้อที่ | IIT | EIT | OIT``: the column says the
letter, the row the number. Each instrument may stand over a column for each of several years.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.codebook import book_years, items
from normalize.names.phrases import phrase_of
from normalize.names.sections import instruments_named
from normalize.rows.columns import year_alone
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_BARE = compiled(r"\s*\(?([1-9][0-9]?)\)?\s*[.)]?\s*")
_BLANK = compiled(r"[\s\-\u2013]*")
_LETTERED = compiled(
    r"\s*(?:(ข้อ(?:ที่|คำถาม(?:ที่)?)?)\s*\(?\s*([IEO])(?:IT)?\s*\)?|(?:แบบ(?:วัด|ตรวจ)\s*)?\(?([IEO])IT\)?)\s*"
)
_CODES = "ข้อ"
# A header has no more rows than this.
_HEADER = 3
# What may be said of the years beside them.
_BESIDE = {"change", "target"}
_LEAST = 2
_SHORT = 60


def lettered(table: Table) -> Table:
    """The table with the items of its bare numbers written out; others as they are."""
    table = _by_head(table)
    folded = _by_column(table)
    return folded if folded is not None else _by_group(table)


def _instrument(cell: Cell | None) -> str | None:
    """The one instrument that a header cell names, and nothing longer."""
    text = clean(cell.text) if cell is not None else ""
    named = instruments_named(text) if len(squeeze(text)) < _SHORT else frozenset()
    return next(iter(named)) if len(named) == 1 else None


def numbered_items(cells: list[Cell], instrument: str) -> dict[int, str]:
    """The items of a column of bare numbers by the identity of its cells; nothing of others."""
    found: dict[int, str] = {}
    for cell in cells:
        match = _BARE.fullmatch(clean(cell.text))
        if match is None:
            return {}
        found[id(cell)] = f"{instrument[0]}{int(match[1])}"
    known = any(set(found.values()) <= set(items(year)) for year in book_years())
    return found if known and len(set(found.values())) == len(cells) >= _LEAST else {}


def cells_below(table: Table, column: int, row: int) -> list[Cell]:
    """The cells of a column from a row on that are neither blank nor merged nor a dash."""
    cells = (c for c in table.cells if c.column == column and c.row >= row and c.column_span == 1)
    return [c for c in cells if not _BLANK.fullmatch(c.text)]


def _by_head(table: Table) -> Table:
    """Numbers in columns whose own head names the instrument: ``ข้อ I``, ``ข้อที่ (EIT)``, ``IIT``."""
    named: dict[int, str] = {}
    for cell in table.cells:
        match = _LETTERED.fullmatch(clean(cell.text)) if cell.row < _HEADER else None
        if match is None or cell.column_span > 1:
            continue
        letter = match[2] or match[3]
        found = numbered_items(cells_below(table, cell.column, cell.row + cell.row_span), letter)
        named |= found | ({id(cell): match[1] or _CODES} if found else {})
    made = (replace(c, text=named.get(id(c), c.text)) for c in table.cells)
    return replace(table, cells=tuple(made)) if named else table


def _by_group(table: Table) -> Table:
    """Numbers in columns headed ``ข้อ`` below a cell that names their instrument."""
    named: dict[int, str] = {}
    for cell in table.cells:
        if cell.row != 1 or cell.column_span > 1 or phrase_of(clean(cell.text)) != "code":
            continue
        above = table.at(0, cell.column)
        instrument = _instrument(above) if above is not None and above.column_span > 1 else None
        if instrument is not None:
            named |= numbered_items(cells_below(table, cell.column, 2), instrument)
    if not named:
        return table
    made = (replace(c, text=named[id(c)]) if id(c) in named else c for c in table.cells)
    return replace(table, cells=tuple(made))


def _by_column(table: Table) -> Table | None:
    """``ข้อที่ | IIT | EIT | OIT`` as one list of items below their instruments, or ``None``.

    Below each instrument stands one column of scores, or one for each of the same years.
    """
    first = table.at(0, 0)
    groups = _groups(table)
    if first is None or phrase_of(clean(first.text)) != "code" or not groups:
        return None
    heads = _heads(table, groups)
    body = 2 if groups[0].column_span > 1 else 1
    if heads is None or any(c.row_span > 1 for c in table.cells if c.row >= body):
        return None
    rows: list[Row] = [table.rows[0]]
    cells = [replace(first, column=0, row_span=1), *heads]
    for head in groups:
        wanted = range(head.column, head.column + head.column_span)
        scores = {(c.row, i): c for i in wanted for c in cells_below(table, i, body)}
        numbers = [
            c for c in cells_below(table, 0, body) if any((c.row, i) in scores for i in wanted)
        ]
        named = numbered_items(numbers, _instrument(head) or "")
        if not named:
            return None
        cells.append(replace(head, row=len(rows), column=0, column_span=len(heads) + 1))
        rows.append(Row(table.rows[0].page))
        for number in numbers:
            cells.append(replace(number, row=len(rows), column=0, text=named[id(number)]))
            own = ((n, scores.get((number.row, i))) for n, i in enumerate(wanted, start=1))
            cells += [replace(c, row=len(rows), column=n) for n, c in own if c is not None]
            rows.append(Row(table.rows[number.row].page))
    return Table(table.number, len(heads) + 1, tuple(rows), tuple(cells), 1, table.places)


def _groups(table: Table) -> list[Cell]:
    """The heads of a table's columns behind the first, if they are the instruments, each once.

    All stand over as many columns.
    """
    found = sorted((c for c in table.cells if c.row == 0 and c.column), key=lambda c: c.column)
    of = [_instrument(cell) for cell in found]
    ends = [c.column + c.column_span for c in found]
    alike = len({c.column_span for c in found}) == 1 and ends[-1:] == [table.columns]
    if len(of) < _LEAST or None in of or len(set(of)) < len(of) or not alike:
        return []
    return found


def _heads(table: Table, groups: list[Cell]) -> list[Cell] | None:
    """The header of the columns of scores below each instrument; ``None`` where it is not plain.

    Several columns are those of years, the same below every instrument, and of their difference.
    """
    span = groups[0].column_span
    if span == 1:
        return [replace(groups[0], row=0, column=1, row_span=1, text="คะแนน")]
    below = [[table.at(1, g.column + n) for n in range(span)] for g in groups]
    years = [[_year(cell) for cell in one] for one in below]
    told = [year for year in years[0] if year is not None]
    if any(one != years[0] for one in years) or len(set(told)) < max(_LEAST, len(told)):
        return None
    found: list[Cell] = []
    for cell, year in zip(below[0], years[0], strict=True):
        if cell is None or (year is None and phrase_of(clean(cell.text)) not in _BESIDE):
            return None
        text = cell.text if year is None else f"คะแนน ปี {year}"
        found.append(replace(cell, row=0, column=len(found) + 1, text=text))
    return found


def _year(cell: Cell | None) -> int | None:
    """The year that the head of one column is and says nothing besides."""
    return year_alone(cell.text) if cell is not None and cell.column_span == 1 else None


__all__ = ["cells_below", "lettered", "numbered_items"]
