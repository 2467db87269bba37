"""A table's body as records: sections settled, rows cut in two put together, items named.

Extraction joins what geometry proves to be one row; a row that the author's program itself wrote
in two halves (a table typed page by page) is only recognised by what it says, here.
"""

from __future__ import annotations

from extract.model import Cell, Table
from normalize.model import Source
from normalize.names.phrases import phrase_of
from normalize.names.sections import Heading, read_heading
from normalize.rows.columns import Columns
from normalize.rows.record import Body, BodyCell, Record
from normalize.rows.sectionrows import settle_sections
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze


def first_body(table: Table, columns: Columns, context: Heading | None = None) -> Body:
    """Records of a table as printed; ``context`` is the section named by the heading above it."""
    records, notes = _records(table, columns)
    notes += [note for record in records for note in _notes_of_band(record, columns)]
    body = Body(columns, records, notes=notes)
    settle_sections(body, context)
    return body


def _records(table: Table, columns: Columns) -> tuple[list[Record], list[Source]]:
    cells: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in cell.rows:
            cells[(row, cell.column)] = cell
    header = [_row_words(table, r) for r in range(columns.header_rows)]
    made: dict[int, BodyCell] = {}
    records: list[Record] = []
    notes: list[Source] = []
    for row in range(columns.header_rows, len(table.rows)):
        words = _row_words(table, row)
        if words and words in header:
            continue
        record = Record(row, starts_part=table.rows[row].starts_part)
        for column in range(table.columns):
            found = cells.get((row, column))
            if found is None:
                continue
            above = records[-1].cells.get(column) if records else None
            if above is not None and _DITTO.fullmatch(found.text):
                above.last = row
                record.cells[column] = above
                continue
            if above is not None and _goes_on(found, record, columns):
                above.last = row
                made[id(found)] = above
            record.cells[column] = made.setdefault(id(found), _body_cell(found))
        if _is_furniture(record) or _is_header(record):
            notes += [c.source for c in record.cells.values() if c.text]
        else:
            records.append(record)
    return records, notes


def _notes_of_band(record: Record, columns: Columns) -> list[Source]:
    """Take what a band tells besides its indicator out of its row: it is said of no measure.

    ``ตัวชี้วัดที่ 1 ... | 90.35 | ค่าเฉลี่ยกลุ่มเขต 92.98``, the last merged over all that tells measures.
    """
    cells = {id(c): c for c in record.cells.values() if c.text and c.first == record.index}
    wide = [c for c in cells.values() if c.columns > 1]
    named = [c for c in wide if (h := read_heading(c.text)) is not None and h.indicator]
    told = [
        c
        for c in wide
        if c not in named
        and {columns.role_at(i) for i in range(c.column, c.column + c.columns)} >= _OF_MEASURES
    ]
    if not named or not told:
        return []
    record.cells = {i: c for i, c in record.cells.items() if all(c is not note for note in told)}
    return [note.source for note in told]


def _goes_on(cell: Cell, record: Record, columns: Columns) -> bool:
    """Whether a blank cell on a new page is what is left of one that began above.

    So are names of rows that years tell apart, and those who are responsible for several rows.
    """
    if not record.starts_part or cell.text.strip():
        return False
    if cell.row_span > 1 and columns.role_at(cell.column) == "responsible":
        return True
    return bool(columns.where("year")) and cell.column in columns.where(
        "indicator", "item", "instrument"
    )


def _body_cell(cell: Cell) -> BodyCell:
    return BodyCell(
        cell.column,
        cell.column_span,
        clean(cell.text),
        cell.text,
        cell.places,
        cell.row,
        cell.row + cell.row_span - 1,
    )


# What only rows of measures tell.
_OF_MEASURES = frozenset(("measure", "responsible"))
# A sign for "the same as above".
_DITTO = compiled(r"[\s\-]*(?:[\"\u201c\u201d\u3003]|'')[\s\-]*")
_FURNITURE = compiled(
    r"(?:ลงชื่อ|ผู้รายงาน|ผู้รับรอง|ผู้จัดทำ|ผู้ตรวจสอบ|ผู้อนุมัติ|ตำแหน่ง)\s*[.…_]{3,}|^\s*หมายเหตุ\s*[:：]?"
)


def _is_furniture(record: Record) -> bool:
    """A row for signatures, or a note under the table: no record of facts."""
    texts = [c.text for c in record.cells.values() if c.text and c.first == record.index]
    return bool(texts) and any(_FURNITURE.search(t) for t in texts) and len(texts) <= 3


def _is_header(record: Record) -> bool:
    """A row of column names and nothing else: where a header was missed, its words are no facts."""
    texts = [c.text for c in record.cells.values() if c.text and c.first == record.index]
    return all(phrase_of(t) is not None for t in texts) and len(set(map(phrase_of, texts))) >= 2


def _row_words(table: Table, row: int) -> str:
    return "|".join(squeeze(clean(c.text)) for c in table.cells if c.row == row and c.text)


__all__ = ["first_body"]
