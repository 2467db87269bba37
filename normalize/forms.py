"""Forms brought into the one shape the readers know: a column per label, a row per form.

A form says ``label | answer`` in two columns (or twice beside each other in four), or in lines of
text: ``มาตรการ: ...``, ``ผู้รับผิดชอบ: ...``. Each repeat of the first label begins another form;
what stands across the form is the heading of those below it. A numbered statement right above lines
that say who does it and until when is the measure, though no label says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extract.model import Cell, Paragraph, Row, Table
from normalize.roles import role_of
from normalize.sections import read_heading
from normalize.text import clean, squeeze

# A label is a short line before a colon; this share of a form's cells must pair with answers.
_LABELLED = regex.compile(r"^\s*([^:：\n]{2,40}?)\s*[:：]\s*(\S.*)$", regex.S)
_PAIRED = 0.7
_LABELS = 3
# The label of a statement that has none.
_UNSAID = "มาตรการ"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and its answer; a heading has no label."""

    label: str
    label_cell: Cell
    answer: Cell | None


def unfolded(table: Table) -> Table:
    """A form of labels and answers as a table with a row per form; other tables as they are."""
    if table.columns not in (2, 4):
        return table
    pairs: list[_Pair] = []
    paired = cells = 0
    for row in range(len(table.rows)):
        said = sorted((c for c in table.cells if c.row == row and c.text), key=lambda c: c.column)
        cells += len(said)
        if len(said) == 1:
            pairs.append(_Pair("", said[0], None))
            continue
        if row == 0 and all(_is_label(c.text) for c in said):
            # Labels beside labels are the header of a table.
            return table
        for label, answer in zip(said[::2], said[1::2], strict=False):
            if _is_label(label.text):
                pairs.append(_Pair(squeeze(label.text), label, answer))
                paired += 2
    if paired < _PAIRED * cells or not _is_form(pairs):
        return table
    return _as_table(table.number, pairs, table)


def _is_label(text: str) -> bool:
    return len(squeeze(text)) < 40 and role_of(text) is not None


def _is_form(pairs: Sequence[_Pair]) -> bool:
    """Whether the labels are those of measures, and the first one begins every form."""
    roles = {role_of(p.label_cell.text) for p in pairs if p.label} - {None, "note"}
    labels = [p.label for p in pairs if p.label]
    repeats = max((labels.count(x) for x in labels), default=0)
    regular = bool(labels) and labels.count(labels[0]) == repeats
    return len(roles) >= _LABELS and "measure" in roles and regular


def _as_table(number: int, pairs: Sequence[_Pair], like: Table | None) -> Table:
    order = list(dict.fromkeys(p.label for p in pairs if p.label))
    named = {p.label: p.label_cell for p in reversed(pairs) if p.label}
    cells = [
        replace(named[x], row=0, column=i, row_span=1, column_span=1) for i, x in enumerate(order)
    ]
    rows = [Row(cells[0].places[0].page)]
    for pair in pairs:
        page = pair.label_cell.places[0].page
        if not pair.label:
            rows.append(Row(page))
            heading = replace(pair.label_cell, row=len(rows) - 1, column=0, row_span=1)
            cells.append(replace(heading, column_span=len(order)))
            continue
        if pair.label == order[0]:
            rows.append(Row(page))
        if pair.answer is not None and len(rows) > 1:
            answer = replace(pair.answer, row=len(rows) - 1, column=order.index(pair.label))
            cells.append(replace(answer, row_span=1, column_span=1))
    places = like.places if like is not None else (cells[0].places[0],)
    return Table(number, len(order), tuple(rows), tuple(cells), 1, places)


def with_forms(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks with runs of labelled lines of text as tables, where they are forms."""
    found: list[Paragraph | Table] = []
    run: list[Paragraph | Table] = []
    block: Paragraph | Table | None
    for block, after in pairwise([*blocks, None, None]):
        if isinstance(block, Paragraph) and (
            _may_belong(block, bool(run)) or _is_statement(block, after)
        ):
            run.append(block)
            continue
        found += _formed(run)
        run = []
        if block is not None:
            found.append(block)
    return found


def _may_belong(paragraph: Paragraph, within: bool) -> bool:
    if paragraph.furniture:
        return within
    match = _LABELLED.match(clean(paragraph.text))
    return bool(match and role_of(match.group(1)) is not None) or _is_heading(paragraph)


def _is_heading(paragraph: Paragraph) -> bool:
    text = clean(paragraph.text)
    heading = read_heading(text) if len(text) < 160 else None
    return heading is not None and (paragraph.bold or len(text) < 90)


# What is said of a measure below it.
_BESIDE = frozenset("responsible deadline monitoring output result awareness".split())
_STATEMENT = regex.compile(r"\s*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+\D")


def _is_statement(paragraph: Paragraph, after: Paragraph | Table | None) -> bool:
    """Whether a paragraph is a numbered statement and the next one begins to describe it."""
    if not isinstance(after, Paragraph) or not _STATEMENT.match(clean(paragraph.text)):
        return False
    label = _LABELLED.match(clean(after.text))
    return label is not None and role_of(label.group(1)) in _BESIDE


def _formed(run: list[Paragraph | Table]) -> list[Paragraph | Table]:
    pairs: list[_Pair] = []
    for paragraph in run:
        if not isinstance(paragraph, Paragraph) or paragraph.furniture:
            continue
        match = _LABELLED.match(paragraph.text)
        if match is None and _is_heading(paragraph):
            pairs.append(_Pair("", _cell(paragraph, paragraph.text), None))
        elif match is None:
            label_cell, answer = _cell(paragraph, _UNSAID), _cell(paragraph, paragraph.text)
            pairs.append(_Pair(_UNSAID, label_cell, answer))
        else:
            label = match.group(1).strip()
            answer = _cell(paragraph, match.group(2).strip())
            pairs.append(_Pair(squeeze(label), _cell(paragraph, label), answer))
    labelled = sum(bool(p.label) for p in pairs)
    if labelled < _LABELS or not _is_form([p for p in pairs if p.label]):
        return run
    number = -1 - (pairs[0].label_cell.places[0].page if pairs else 0)
    # The paragraphs stay: what they say elsewhere (a score in a sentence) is still read.
    return [*run, _as_table(number, pairs, None)]


def _cell(paragraph: Paragraph, text: str) -> Cell:
    return Cell(0, 0, 1, 1, text, (paragraph.place,), paragraph.lines)


__all__ = ["unfolded", "with_forms"]
