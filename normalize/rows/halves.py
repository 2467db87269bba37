"""Puts together the rows that a page end or the author's program cut in two.

Extraction joins what geometry proves to be one row; a row that was itself written in two halves (a
table typed page by page) is only recognised by what it says: here.
"""

from __future__ import annotations

import regex

from extract.model import Table
from extract.text.lines import join_text
from normalize.names.codes import Entry, entries_of
from normalize.names.sections import Heading, by_name, read_heading
from normalize.rows.bands import spread_bands, spread_units
from normalize.rows.body import first_body
from normalize.rows.columns import Columns
from normalize.rows.naming import name_items, with_question
from normalize.rows.pairing import paired_anew, parted_lists
from normalize.rows.record import Body, BodyCell, Record
from normalize.rows.shares import score_brackets, score_shares
from normalize.words.patterns import compiled
from normalize.words.values import find_scores


def read_body(table: Table, columns: Columns, context: Heading | None = None) -> Body:
    """The records of a table, whole; ``context`` is the section named above the table."""
    body = first_body(table, columns, context)
    name_items(body)
    spread_units(body)
    spread_bands(body)
    join_halves(body)
    join_lists(body)
    hand_up_beginnings(body)
    paired_anew(body)
    parted_lists(body)
    repeat_items(body)
    score_shares(body)
    score_brackets(body)
    return body


def join_halves(body: Body) -> None:
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
            and record.section_cell is None
            and _is_half(record, before, body.columns, item_columns, len(coded) > 0)
        ):
            _append(record, before, kept)
            if before.item_cell is not None and before.entries:
                entries = entries_of(before.item_cell.text) or before.entries
                before.entries = with_question(entries, before, body)
            continue
        kept.append(record)
    body.records = kept


# So many lists that go on are of one measure.
_LISTS = 2
# What is told once of a measure, whatever it is for.
_TOLD_ONCE = (
    "measure", "output", "awareness", "result", "responsible", "deadline", "monitoring",
)  # fmt: skip


def join_lists(body: Body) -> None:
    """Join what a page end parted of a measure merged over items: its list goes on below.

    No list begins with its second statement.
    """
    above: Record | None = None
    for record in body.records:
        goes_on = record.heading is None and record.starts_part and record.entries
        if above is not None and goes_on and _lists_on(record, above, body.columns):
            for column in body.columns.where(*_TOLD_ONCE):
                cell, target = record.own(column), above.cells.get(column)
                if cell is None or target is None:
                    continue
                target.text, target.raw = f"{target.text}\n{cell.text}", f"{target.raw}\n{cell.raw}"
                target.places = (*target.places, *cell.places)
                target.last = record.index
                record.cells[column] = target
        above = record if record.heading is None else None


def _lists_on(record: Record, above: Record, columns: Columns) -> bool:
    """Whether the measure of a row, and what is told beside it, go on with the next number."""
    going = 0
    for column in columns.where("measure", "output", "result"):
        cell, before = record.own(column), above.cells.get(column)
        first = _FIRST_NUMBER.match(cell.text) if cell is not None else None
        last = _last_number(before.text) if before is not None else 0
        going += first is not None and last > 0 and int(first[1]) == last + 1
    # Alone, and beside a section of its own, it may be another measure.
    return going >= _LISTS


_FIRST_NUMBER = compiled(r"\s*\(?([0-9]{1,2})[.)](?![0-9])")


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
        if (
            first
            and numbers
            and int(first.group(1)) == max(numbers) + 1
            and int(first.group(1)) > 1
        ):
            own_columns = columns.where("responsible", "deadline", "monitoring", "output")
            return not any(c in said for c in own_columns)
    return False


# The number of an indicator or of a part of one before its name.
_PART = compiled(r"\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?:10|[1-9])(?:\.[1-9])?[.)]?\s+")


def hand_up_beginnings(body: Body) -> None:
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
        target = above.item_cell if above is not None else None
        unscored = above is not None and above.entries and not above.entries[-1].scores
        plain = not any(
            read_heading(line) or by_name(_PART.sub("", line)) for line in head.split("\n")
        )
        if above is not None and target is not None and unscored and plain and find_scores(head):
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


def _last_said(kept: list[Record], column: int) -> BodyCell | None:
    """The cell above in a column that says something, inside the same section."""
    for record in reversed(kept):
        if record.heading is not None:
            return None
        cell = record.cells.get(column)
        if cell is not None and cell.text:
            return cell
    return None


def _reached_over(record: Record, column: int) -> bool:
    """Whether a cell of the row that begins further left says something across a column."""
    return any(
        c.text and c.first == record.index and c.column < column < c.column + c.columns
        for c in record.cells.values()
    )


def _names_part(record: Record, body: Body) -> bool:
    """Whether an indicator is named where others count rows: ``5. การแก้ไขปัญหาการทุจริต``.

    So it may be in a column for all that is assessed: ``แบบวัด / ตัวชี้วัด / รายการ``.
    """
    cells = (record.own(c) for c in body.columns.where("number", "instrument"))
    named = (read_heading(c.text) for c in cells if c is not None)
    return any(h is not None and h.indicator and not h.conflict for h in named)


def repeat_items(body: Body) -> None:
    """A blank item cell belongs to the item above, inside one section."""
    above: Record | None = None
    for record in body.records:
        if record.heading is not None:
            above = None
        elif record.entries:
            above = record
        elif record.section_cell is not None or _names_part(record, body):
            above = None
        elif above is not None and above.section == record.section:
            item_columns = body.columns.where("item", "code")
            if not any(record.own(c) or _reached_over(record, c) for c in item_columns):
                record.entries = above.entries
                record.item_cell = above.item_cell


def answer_heading(body: Body, entries: list[Entry], cell: BodyCell) -> None:
    """Give the items of the heading above a table to its rows, up to one that names its own.

    The first row's heading may have stayed at the end of the page before. A form of one row that
    names its indicator is about the item above it all the same.
    """
    rows = [record for record in body.records if record.heading is None]
    for record in body.records:
        if record.entries or (record.section_cell and len(rows) > 1):
            return
        if record.heading is None:
            record.entries, record.item_cell = entries, cell
