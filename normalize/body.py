"""A table's body as records: sections settled, rows cut in two put together, items named.

Extraction joins what geometry proves to be one row; a row that the author's program itself wrote
in two halves (a table typed page by page) is only recognised by what it says, here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import regex

from extract.lines import join_text
from extract.model import Cell, Place, Table
from normalize.codes import Entry, entries_of, readings
from normalize.model import Source
from normalize.roles import Columns
from normalize.sections import Heading, read_heading
from normalize.text import clean, none_if_empty, squeeze
from normalize.values import find_scores


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

    def own(self, column: int) -> BodyCell | None:
        """The cell of a column if it begins in this record and says something."""
        cell = self.cells.get(column)
        return cell if cell is not None and cell.first == self.index and cell.text else None

    def pages(self) -> Iterator[int]:
        for cell in self.cells.values():
            yield from (p.page for p in cell.places)


@dataclass(slots=True)
class Body:
    """The records of a table in order, and the cells that joined another record's."""

    columns: Columns
    records: list[Record]
    conflicts: list[tuple[str, Source]] = field(default_factory=list)


def read_body(table: Table, columns: Columns, context: Heading | None = None) -> Body:
    """Records of a table; ``context`` is the section named by the heading above the table."""
    records = _records(table, columns)
    body = Body(columns, records)
    _settle_sections(body, context)
    _name_items(body)
    _join_halves(body)
    _hand_up_beginnings(body)
    _repeat_items(body)
    return body


def _records(table: Table, columns: Columns) -> list[Record]:
    cells: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in cell.rows:
            cells[(row, cell.column)] = cell
    header = [_row_words(table, r) for r in range(columns.header_rows)]
    made: dict[int, BodyCell] = {}
    records: list[Record] = []
    for row in range(columns.header_rows, len(table.rows)):
        words = _row_words(table, row)
        if words and words in header:
            continue
        record = Record(row, starts_part=table.rows[row].starts_part)
        for column in range(table.columns):
            found = cells.get((row, column))
            if found is None:
                continue
            body_cell = made.get(id(found))
            if body_cell is None:
                body_cell = BodyCell(
                    column,
                    found.column_span,
                    clean(found.text),
                    found.text,
                    found.places,
                    found.row,
                    found.row + found.row_span - 1,
                )
                made[id(found)] = body_cell
            record.cells[column] = body_cell
        records.append(record)
    return records


def _row_words(table: Table, row: int) -> str:
    return "|".join(squeeze(clean(c.text)) for c in table.cells if c.row == row and c.text)


def _settle_sections(body: Body, context: Heading | None) -> None:
    """Find section rows and give every record its section."""
    width = len(body.columns.columns)
    section = context
    # An item's question may begin like an indicator's name: only numbered headings count there.
    indicator_columns = set(body.columns.where("indicator"))
    numbered_columns = set(body.columns.where("item"))
    for record in body.records:
        said = [c for c in record.cells.values() if c.text and c.first == record.index]
        last = section.indicator if section else None
        if len(said) == 1 and (said[0].columns > width / 2 or said[0].column == 0):
            heading = read_heading(
                said[0].text, last, section.instrument if section else None
            )
            alone = said[0].columns > width / 2 or all(
                not c.text for c in record.cells.values() if c is not said[0]
            )
            if heading is not None and (alone or said[0].columns > width / 2):
                record.heading = heading
                section = _under(section, heading)
                _note_conflict(body, heading, said[0])
                record.section = section
                continue
        for cell in said:
            numbered = cell.column in numbered_columns and regex.match(
                r"\s*(?:ตัวชี้วัด|[0-9]{1,2}\s*\))", cell.text
            )
            if (cell.column in indicator_columns or numbered) and len(squeeze(cell.text)) < 90:
                heading = read_heading(
                    cell.text, last, section.instrument if section else None, numbered=True
                )
                if heading is not None and heading.indicator is not None:
                    section = _under(section, heading)
                    _note_conflict(body, heading, cell)
                    record.item_cell = cell
        record.section = section


def _note_conflict(body: Body, heading: Heading, cell: BodyCell) -> None:
    if heading.conflict:
        body.conflicts.append((heading.conflict, cell.source))


def _under(section: Heading | None, heading: Heading) -> Heading:
    """A heading seen inside the section above it: an instrument without an indicator clears it."""
    if heading.indicator is None:
        return heading
    return heading


def _name_items(body: Body) -> None:
    """Give records the items their item, code or (failing both) first text cells name."""
    # The code's own column first; a running number only where nothing else names the item.
    item_columns = [
        c for role in ("code", "item", "indicator", "number") for c in body.columns.where(role)
    ]
    spare = body.columns.where("weakness")
    for record in body.records:
        if record.heading is not None or record.item_cell is not None and not spare:
            continue
        for column in (*item_columns, *spare):
            cell = record.own(column)
            if cell is None or cell is record.item_cell:
                continue
            strict = column in spare
            entries = [e for e in entries_of(cell.text) if not strict or _lettered(e, record)]
            if entries:
                record.entries = _with_question(entries, record, body)
                record.item_cell = cell
                break


def _with_question(entries: list[Entry], record: Record, body: Body) -> list[Entry]:
    """A code in a column of its own takes its question from the item column."""
    if len(entries) != 1 or entries[0].question:
        return entries
    texts = [c.text for i in body.columns.where("item") if (c := record.own(i)) is not None]
    question = max(texts, key=len, default="")
    return [replace(entries[0], question=" ".join(question.split()))]


def _lettered(entry: Entry, record: Record) -> bool:
    """In a column of prose only a lettered code names an item, or a number under disclosure items."""
    costs = readings(entry.token)
    if not entry.question:
        return False
    if entry.token[:1].isdigit():
        oit = record.section is not None and record.section.instrument == "OIT"
        return oit and any(code[0] == "O" for code in costs)
    return min(costs.values(), default=9.0) <= 0.3


def _join_halves(body: Body) -> None:
    """Append records that are the second half of the record before them."""
    item_columns = body.columns.where("item", "code")
    coded = [r for r in body.records if r.heading is None and r.entries]
    plain = [r for r in body.records if r.heading is None and not r.entries and r.starts_part]
    if not plain:
        return
    kept: list[Record] = []
    for record in body.records:
        before = kept[-1] if kept and kept[-1].heading is None else None
        if (
            before is not None
            and record in plain
            and record.item_cell is None
            and _is_half(record, before, body.columns, item_columns, len(coded) > 0)
        ):
            _append(record, before, kept)
            continue
        kept.append(record)
    body.records = kept


def _is_half(
    record: Record, before: Record, columns: Columns, item_columns: tuple[int, ...], coded: bool
) -> bool:
    said = {c: cell for c in record.cells if (cell := record.own(c)) is not None}
    # A row with a score of its own is a row of its own.
    if not said or any(c in said for c in columns.where("score")):
        return False
    item = next((said[c] for c in item_columns if c in said), None)
    if item is not None:
        # Where every item carries a code, words without one go on from the row above.
        return coded
    measures = columns.where("measure")
    if not any(c in said for c in measures):
        return True
    texts = [said[c].text for c in measures if c in said]
    above = [b.text for c in measures if (b := _covering(before, c)) is not None and b.text]
    numbers = [_last_number(t) for t in above]
    for text in texts:
        first = regex.match(r"\s*\(?([0-9]{1,2})[.)](?![0-9])", text)
        if first and numbers and int(first.group(1)) == max(numbers) + 1 and int(first.group(1)) > 1:
            own_columns = columns.where("responsible", "deadline", "monitoring", "output")
            return not any(c in said for c in own_columns)
    return False


def _hand_up_beginnings(body: Body) -> None:
    """Words before the first code of an item cell are the rest of the item above.

    A table typed page by page puts the end of one question and the next question in one cell.
    """
    above: Record | None = None
    for record in body.records:
        cell = record.item_cell
        if record.heading is not None or cell is None or not record.entries:
            above = None if record.heading is not None else above
            continue
        first = cell.text.find(record.entries[0].text[:24])
        head = cell.text[:first].strip() if first > 0 else ""
        if head and above is not None and above.entries and above.item_cell is not None:
            if find_scores(head) and not above.entries[-1].scores:
                target = above.item_cell
                target.text = join_text(target.text, head)
                target.places = (*target.places, *cell.places[:1])
                above.entries = entries_of(target.text) or above.entries
        above = record


def _last_number(text: str) -> int:
    found = regex.findall(r"(?:^|\n)\s*\(?([0-9]{1,2})[.)](?![0-9])", text)
    return int(found[-1]) if found else 0


def _covering(record: Record, column: int) -> BodyCell | None:
    return record.cells.get(column)


def _append(record: Record, before: Record, kept: list[Record]) -> None:
    """Put a record's texts behind those of the record above, column by column."""
    for column in list(record.cells):
        cell = record.own(column)
        if cell is None:
            continue
        target = _last_said(kept, column) or before.cells.get(column)
        if target is None:
            before.cells[column] = cell
            cell.first = cell.last = before.index
            continue
        joint = "\n" if regex.match(r"\s*(?:\(?[0-9]{1,2}[.)](?![0-9])|[-•])", cell.text) else None
        target.text = f"{target.text}\n{cell.text}" if joint else join_text(target.text, cell.text)
        target.raw = f"{target.raw}\n{cell.raw}"
        target.places = (*target.places, *cell.places)
    if before.item_cell is not None and before.entries:
        before.entries = entries_of(before.item_cell.text) or before.entries


def _last_said(kept: list[Record], column: int) -> BodyCell | None:
    """The cell above in a column that says something, inside the same section."""
    for record in reversed(kept):
        if record.heading is not None:
            return None
        cell = record.cells.get(column)
        if cell is not None and cell.text:
            return cell
    return None


def _repeat_items(body: Body) -> None:
    """A blank item cell belongs to the item above, inside one section."""
    above: Record | None = None
    for record in body.records:
        if record.heading is not None:
            above = None
        elif record.entries:
            above = record
        elif record.item_cell is not None:
            above = None
        elif above is not None and above.section == record.section:
            item_columns = body.columns.where("item", "code")
            if not any(record.own(c) for c in item_columns):
                record.entries = above.entries
                record.item_cell = above.item_cell


def scores_in(cell: BodyCell | None) -> list[str]:
    """Scores a cell states, as text (for telling whether an item is complete)."""
    return [] if cell is None else [str(s.value) for s in find_scores(cell.text)]


def said(cell: BodyCell | None) -> str | None:
    """The text of a cell, ``None`` where it prints nothing."""
    return none_if_empty(cell.text) if cell is not None else None
