"""A table's body as records: sections settled, rows cut in two put together, items named.

Extraction joins what geometry proves to be one row; a row that the author's program itself wrote
in two halves (a table typed page by page) is only recognised by what it says, here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from extract.model import Cell, Place, Table
from normalize.model import Source
from normalize.names.codes import Entry
from normalize.names.itemheads import section_headed
from normalize.names.namedcodes import name_and_codes
from normalize.names.phrases import phrase_of
from normalize.names.said import beside_name
from normalize.names.sections import Heading, only_names, read_heading
from normalize.rows.columns import Columns
from normalize.words.text import clean, none_if_empty, squeeze


@dataclass(slots=True)
class BodyCell:
    """A cell of the body; ``text`` is cleaned, ``raw`` as extracted; ``rows`` records it covers."""

    column: int
    columns: int
    text: str
    raw: str
    places: tuple[Place, ...]
    first: int
    last: int

    @property
    def source(self) -> Source:
        return Source(self.places[0], self.raw)


@dataclass(slots=True)
class Record:
    """One row of the body: its section and its cells by column (merged cells in each row)."""

    index: int
    heading: Heading | None = None
    section: Heading | None = None
    cells: dict[int, BodyCell] = field(default_factory=dict)
    starts_part: bool = False
    entries: list[Entry] = field(default_factory=list)
    item_cell: BodyCell | None = None
    section_cell: BodyCell | None = None
    unit_band: BodyCell | None = None

    def own(self, column: int) -> BodyCell | None:
        """The cell of a column if it begins in this record and says something."""
        cell = self.cells.get(column)
        return cell if cell is not None and cell.first == self.index and cell.text else None

    def pages(self) -> Iterator[int]:
        for cell in self.cells.values():
            yield from (p.page for p in cell.places)


@dataclass(slots=True)
class Body:
    """The records of a table in order, and the cells that joined another record's.

    ``notes``: rows for signatures and remarks, and headers missed, which are no records.
    """

    columns: Columns
    records: list[Record]
    conflicts: list[tuple[str, Source]] = field(default_factory=list)
    notes: list[Source] = field(default_factory=list)


def first_body(table: Table, columns: Columns, context: Heading | None = None) -> Body:
    """Records of a table as printed; ``context`` is the section named by the heading above it."""
    records, notes = _records(table, columns)
    notes += [note for record in records for note in _notes_of_band(record, columns)]
    body = Body(columns, records, notes=notes)
    _settle_sections(body, context)
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
    """Whether a blank name on a new page is that of the rows above, which years tell apart."""
    if not record.starts_part or cell.text.strip() or not columns.where("year"):
        return False
    return cell.column in columns.where("indicator", "item", "instrument")


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
_DITTO = regex.compile(r"[\s\-]*(?:[\"\u201c\u201d\u3003]|'')[\s\-]*")
_FURNITURE = regex.compile(
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


# "คะแนนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ = 88.81": the band is the indicator's all the same.
_SCORE_OF = regex.compile(
    r"^\s*(?:สรุป|รวม|เฉลี่ย)*(?:ผล|ค่า)?(?:คะแนน)?(?:เฉลี่ย|รวม)?(?:ของ)?\s*(?=ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9])"
)


_NUMBERED = regex.compile(r"\s*(?:ตัวชี้วัด|[0-9]{1,2}\s*\))")
_POINTED = regex.compile(r"\s*(10|[1-9])\.?\s+(\D+)")


def _is_indicator(text: str) -> bool:
    """Whether a cell is an indicator's number and its whole name (``1. การปฏิบัติหน้าที่``)."""
    match = _POINTED.fullmatch(text)
    return match is not None and only_names(match[2], match[1])


def _settle_sections(body: Body, context: Heading | None) -> None:
    """Find section rows and give every record its section."""
    width = len(body.columns.columns)
    section = context
    for record in body.records:
        said = [c for c in record.cells.values() if c.text and c.first == record.index]
        last = section.indicator if section else None
        said = _without_scores(said, body)
        if len(said) == 1 and (said[0].columns > width / 2 or said[0].column == 0):
            title = section_headed(_SCORE_OF.sub("", said[0].text))
            heading = read_heading(title, last, section.instrument if section else None)
            alone = said[0].columns > width / 2 or all(
                not c.text or beside_name(c.text, None)
                for c in record.cells.values()
                if c is not said[0]
            )
            if heading is not None and (alone or said[0].columns > width / 2):
                record.heading = heading
                section = _under(section, heading)
                _note_conflict(body, heading, said[0])
                record.section = section
                continue
        for cell in said:
            named = _indicator_in(cell, body)
            if named is not None and len(squeeze(cell.text)) < 90:
                heading = read_heading(
                    named, last, section.instrument if section else None, numbered=True
                )
                if heading is not None and heading.indicator is not None:
                    section = _under(section, heading)
                    _note_conflict(body, heading, cell)
                    record.section_cell = cell
        record.section = section


def _indicator_in(cell: BodyCell, body: Body) -> str | None:
    """What a cell says where it may name an indicator, without the codes of its items.

    An item's question may begin like an indicator's name: only numbers and codes count there.
    Beside scores, whether they are the indicator's or the item's is told elsewhere.
    """
    columns = body.columns
    role = columns.role_at(cell.column)
    scored = columns.where("score") and not columns.where("measure")
    if not scored and role in ("indicator", "item", "code"):
        coded = name_and_codes(cell.text)
        if coded is not None:
            return coded[0]
    numbered = role == "item" and (_NUMBERED.match(cell.text) or _is_indicator(cell.text))
    return cell.text if numbered or role in ("indicator", "subindicator") else None


def _without_scores(said: list[BodyCell], body: Body) -> list[BodyCell]:
    """A row's cells without scores beside a merged name, but in a column that is for scores."""
    if len(said) < 2 or said[0].columns == 1:
        return said
    scores = body.columns.where("score")
    if any(c.column in scores or not beside_name(c.text, None) for c in said[1:]):
        return said
    return said[:1]


def _note_conflict(body: Body, heading: Heading, cell: BodyCell) -> None:
    if heading.conflict:
        body.conflicts.append((heading.conflict, cell.source))


def _under(section: Heading | None, heading: Heading) -> Heading:
    """A heading seen inside the section above it: an instrument without an indicator clears it."""
    if heading.indicator is None:
        return heading
    return heading


def said(cell: BodyCell | None) -> str | None:
    """The text of a cell, ``None`` where it prints nothing."""
    return none_if_empty(cell.text) if cell is not None else None
