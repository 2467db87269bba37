"""Rows of a table without rules whose numbers stand between the lines of their items.

Where a number is centred beside a question of two lines, a cut at the number puts the end of one
question and the beginning of the next into one row. All codes and all numbers are there, in order:
only where they are as many, and nearly all rows that are whole agree, are they paired anew.
"""

from __future__ import annotations

from dataclasses import replace

from normalize.names.codes import Entry, readings
from normalize.rows.naming import TOTAL
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.values import bare_score

_LEAST = 4
_AGREE = 0.6


def paired_anew(body: Body) -> None:
    """Pair the codes and the numbers of a table whose rows were cut between lines."""
    columns, leads = body.columns.where("score"), body.columns.where("item")
    rows = [r for r in body.records if r.heading is None]
    if len(columns) != 1 or len(leads) != 1 or body.columns.where("code", "measure", "year"):
        return
    score, lead = columns[0], leads[0]
    named = [(r, e) for r in rows for e in r.entries]
    numbers = [c for r in rows if (c := _number(r, score, lead)) is not None]
    if len(named) != len(numbers) or len(named) < _LEAST or not _cut(rows, score, lead):
        return
    tokens = [e.token for _, e in named]
    if len(set(tokens)) != len(tokens) or not all(_plain(e) for _, e in named):
        return
    whole = [k for k, (r, _) in enumerate(named) if _is_whole(r, score)]
    kept = sum(numbers[k] is named[k][0].cells.get(score) for k in whole)
    if kept < _AGREE * max(len(whole), 1):
        return
    others = [r for r in body.records if r.heading is not None or _says_total(r, lead)]
    paired = [_row(e, r, n, lead) for (r, e), n in zip(named, numbers, strict=True)]
    body.records = [*others, *_numbered(paired, body)]


def parted_lists(body: Body) -> None:
    """Make a row of each item that a cell lists, where as many numbers stand in the score's cell.

    ``I11`` over ``I12`` in one cell, ``85.70`` over ``96.17`` in the other: line goes with line.
    """
    columns = body.columns.where("score")
    if len(columns) != 1 or body.columns.where("measure", "weakness", "result", "year"):
        return
    kept: list[Record] = []
    made: list[Record] = []
    for record in body.records:
        cell, lead = record.own(columns[0]), record.item_cell
        numbers = [n.strip() for n in cell.text.split("\n")] if cell is not None else []
        plain = len(record.entries) == len(numbers) > 1 and all(map(_plain, record.entries))
        if cell is None or lead is None or not plain or None in map(bare_score, numbers):
            kept.append(record)
            continue
        for entry, number in zip(record.entries, numbers, strict=True):
            made.append(_row(entry, record, replace(cell, text=number), lead.column))
    if made:
        body.records = [*kept, *_numbered(made, body)]


def _numbered(records: list[Record], body: Body) -> list[Record]:
    """The new records with numbers of their own, behind all others."""
    start = max(r.index for r in body.records) + 1
    for index, record in enumerate(records, start):
        record.index = index
        for cell in record.cells.values():
            cell.first = cell.last = index
    return records


def _row(entry: Entry, record: Record, number: BodyCell, lead: int) -> Record:
    cell = record.item_cell or record.cells[lead]
    named = replace(cell, text=entry.text.strip())
    cells = {lead: named, number.column: replace(number)}
    return Record(-1, None, record.section, cells, False, [entry], named)


def _plain(entry: Entry) -> bool:
    printed = min(readings(entry.token).values(), default=9.0) == 0
    return printed and entry.last is None and not entry.scores


def _says_total(record: Record, lead: int) -> bool:
    cell = record.cells.get(lead)
    return cell is not None and not record.entries and TOTAL.match(cell.text) is not None


def _number(record: Record, score: int, lead: int) -> BodyCell | None:
    cell = record.own(score)
    if cell is None or bare_score(cell.text) is None or _says_total(record, lead):
        return None
    return cell


def _is_whole(record: Record, score: int) -> bool:
    cell = record.item_cell
    if len(record.entries) != 1 or cell is None or record.own(score) is None:
        return False
    return cell.text.lstrip().startswith(record.entries[0].text.strip()[:12])


def _cut(rows: list[Record], score: int, lead: int) -> bool:
    """Whether a row has two items and one number, and another a number beside words of none."""
    crowded = any(len(r.entries) > 1 for r in rows)
    left = [r for r in rows if not r.entries and _number(r, score, lead) is not None]
    return crowded and any((c := r.own(lead)) is not None and c.text for r in left)
