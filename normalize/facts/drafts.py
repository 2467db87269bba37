"""The rows of a measures table grouped to measures, as a reader counts them.

A measure is a filled measure cell with everything beside it. A cell merged over several items, or
left blank below the first inside one indicator, is one measure for all of them; numbered cells
below each other, all else beside them merged, are the steps of one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from normalize.rows.items import CodedBody, indicator_of
from normalize.rows.record import BodyCell, Record, said
from normalize.words.steps import counts_on

#: Roles whose cells describe a measure, besides the measure itself.
BESIDE = ("output", "awareness", "deadline", "responsible", "monitoring", "result")


@dataclass(slots=True)
class Draft:
    """The rows of one measure; ``worded`` where one of them tells it."""

    records: list[Record] = field(default_factory=list)
    worded: bool = True


def drafts_of(coded: CodedBody, year: int | None) -> list[Draft]:
    """Group records to measures."""
    body = coded.body
    measure_columns = body.columns.where("measure")
    beside = body.columns.where(*BESIDE)
    sparse = _leaves_out(coded, year)
    drafts: list[Draft] = []
    current: Draft | None = None
    for record in body.records:
        if record.heading is not None:
            current = None
            continue
        if current is not None and current.records[0].section != record.section:
            current = None
        has_own = any(record.own(c) for c in measure_columns)
        covered = any(
            (cell := record.cells.get(c)) is not None and cell.text and cell.first < record.index
            for c in measure_columns
        )
        own_beside = any(record.own(c) for c in beside)
        named = any(
            cell is not None and cell.first == record.index
            for cell in (record.item_cell, record.section_cell)
        )
        if has_own and not (current and _goes_on(current, record, coded, year)):
            current = Draft([record])
            drafts.append(current)
        elif (covered or has_own) and current is not None:
            current.records.append(record)
        elif own_beside and (named or current is None):
            current = Draft([record], worded=False)
            drafts.append(current)
        elif sparse and named and record.entries:
            current = None
        elif current is not None and _same_indicator(coded, current, record, year):
            current.records.append(record)
    return drafts


def _goes_on(draft: Draft, record: Record, coded: CodedBody, year: int | None) -> bool:
    """Whether a row with a measure cell of its own tells more of the measure above it."""
    return _rest_below(draft, record, coded, year) or _step_below(draft, record, coded)


def _step_below(draft: Draft, record: Record, coded: CodedBody) -> bool:
    """Whether a row tells the next step of a measure: all else is merged over the rows of both."""
    columns, first = coded.body.columns, draft.records[0]
    beside = [c for i in columns.where(*BESIDE) if (c := record.cells.get(i)) is not None]
    merged = all(c is first.cells.get(c.column) for c in beside)
    if not any(said(c) for c in beside) or not merged or record.item_cell is not first.item_cell:
        return False
    measure = columns.where("measure")
    above = "\n".join(c.text for c in cells_of(draft.records, measure))
    return counts_on(above, "\n".join(c.text for c in cells_of([record], measure)))


def _rest_below(draft: Draft, record: Record, coded: CodedBody, year: int | None) -> bool:
    """Whether a row at the top of a page holds the rest of a measure cell merged over two rows.

    It goes on counting where the row above stopped, and says nothing else of a measure.
    """
    columns = coded.body.columns
    beside = columns.where(*BESIDE)
    if not record.starts_part or any(record.own(c) for c in beside):
        return False
    if not cells_of(draft.records, beside) or not _same_indicator(coded, draft, record, year):
        return False
    above = "\n".join(c.text for c in cells_of(draft.records, columns.where("measure")))
    own = (record.own(i) for i in columns.where("measure"))
    return counts_on(above, "\n".join(c.text for c in own if c is not None))


def _leaves_out(coded: CodedBody, year: int | None) -> bool:
    """Whether blank cells say that there is no measure, not that it is the one above.

    So it is in a table of all items of which an indicator's first says nothing and a later one
    does: what is told of several items stands beside the first of them.
    """
    columns = coded.body.columns.where("measure", "weakness", *BESIDE)
    blank: str | None = None
    above: str | None = None
    for record in coded.body.records:
        codes = coded.codes([record])
        if record.heading is not None or not codes:
            continue
        indicator = indicator_of(codes, record, year)
        told = any((c := record.cells.get(i)) is not None and c.text for i in columns)
        if told and indicator is not None and indicator == blank:
            return True
        if indicator != above:
            blank = None if told else indicator
        above = indicator
    return False


def _same_indicator(coded: CodedBody, draft: Draft, record: Record, year: int | None) -> bool:
    """Whether a blank cell's items stand under the indicator of the measure above it."""
    above = indicator_of(coded.codes(draft.records), draft.records[0], year)
    below = indicator_of(coded.codes([record]), record, year)
    return above is None or below is None or above == below


def cells_of(records: list[Record], columns: tuple[int, ...]) -> list[BodyCell]:
    """The distinct filled cells of some columns over some records, in order."""
    found: list[BodyCell] = []
    for record in records:
        for column in columns:
            cell = record.cells.get(column)
            if cell is not None and said(cell) and all(cell is not f for f in found):
                found.append(cell)
    return found


__all__ = ["BESIDE", "Draft", "cells_of", "drafts_of"]
