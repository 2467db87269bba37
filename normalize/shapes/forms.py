"""Forms brought into the one shape the readers know: a column per label, a row per form.

A form says ``label | answer`` in two columns (or twice beside each other in four), or in lines of
text (:mod:`normalize.shapes.labelled`). Each repeat of the first label begins another form; what
stands across the form is the heading of those below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.names.phrases import header_role, phrase_of, role_of
from normalize.shapes.formrows import NUMBERED, Pair, both, form_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# This share of a form's cells must pair with answers.
_PAIRED = 0.7
_LABELS, _PAIR = 3, 2
_PAGE = compiled(r"(?:หน้า\s*)?([0-9]{1,3})")


def unfolded(table: Table) -> Table:
    """A form of labels and answers as a table with a row per form; other tables as they are."""
    rows = form_rows(table) if table.columns in (2, 3, 4) else None
    if rows is None:
        return table
    pairs, several = _without_counts(_completed(rows.pairs))
    if rows.paired < _PAIRED * rows.cells or not is_form(pairs, headed=several):
        return table
    return table if _are_pages(pairs) else as_table(table.number, pairs, table)


def _are_pages(pairs: Sequence[Pair]) -> bool:
    """Whether labels are answered by nothing but rising numbers: a list of contents."""
    said = [clean(p.answer.text) for p in pairs if p.answer is not None]
    pages = [int(m[1]) for text in said if (m := _PAGE.fullmatch(text))]
    return len(said) == len(pages) >= _LABELS and pages == sorted(pages)


def _completed(pairs: list[Pair]) -> list[Pair]:
    """Forms of which some lack their first label, with it where they begin.

    Labels stand in one order in all of them: one from further up begins another form. So it is
    only where each has one measure and says nothing twice.
    """
    labels = [p.label for p in pairs]
    if "" in labels or is_form(pairs) or not labels:
        return pairs
    order = list(dict.fromkeys(labels))
    forms: list[list[Pair]] = [[]]
    for pair in pairs:
        if forms[-1] and order.index(pair.label) <= order.index(forms[-1][-1].label):
            forms.append([])
        forms[-1].append(pair)
    whole = all(sum(role_of(p.label) == "measure" for p in form) == 1 for form in forms)
    if not whole or forms[0][0].label != order[0]:
        return pairs
    first = pairs[0]
    begun = [f if f[0].label == first.label else [replace(first, answer=None), *f] for f in forms]
    return [pair for form in begun for pair in form]


def _without_counts(pairs: list[Pair]) -> tuple[list[Pair], bool]:
    """The pairs with the measures of one item called the same, and whether there are such.

    ``มาตรการที่ 1`` and ``มาตรการที่ 2`` below the heading of an item are two measures for it.
    """
    counted = {
        p.label: match[1]
        for p in pairs
        if p.label and (match := NUMBERED.fullmatch(clean(p.label_cell.text)))
    }
    stems = {label: stem for label, stem in counted.items() if phrase_of(stem) == "measure"}
    if len(stems) < _PAIR or (pairs and pairs[0].label):
        return pairs, False
    return [
        replace(p, label=squeeze(stem), label_cell=replace(p.label_cell, text=stem))
        if (stem := stems.get(p.label))
        else p
        for p in pairs
    ], True


def is_form(pairs: Sequence[Pair], headed: bool = False, *, measured: bool = False) -> bool:
    """Whether labels are those of measures or of an item's score, the first in every form.

    ``headed``: items head the forms, and each may have several measures; ``measured``: one of the
    labels, though nobody knows it, is that of the measures.
    """
    roles = {header_role(p.label_cell.text) for p in pairs if p.label} - {None, "note"}
    labels = [p.label for p in pairs if p.label]
    repeats = max((labels.count(x) for x in labels), default=0)
    regular = bool(labels) and labels.count(labels[0]) == repeats
    told = measured or "measure" in roles or ("score" in roles and roles & {"code", "item"})
    return len(roles) >= _LABELS and bool(told) and (regular or headed)


def as_table(number: int, pairs: Sequence[Pair], like: Table | None) -> Table:
    """A table with a column per label and a row per form."""
    order = list(dict.fromkeys(p.label for p in pairs if p.label))
    named = {p.label: p.label_cell for p in reversed(pairs) if p.label}
    heads = [
        replace(named[x], row=0, column=i, row_span=1, column_span=1) for i, x in enumerate(order)
    ]
    cells: dict[tuple[int, int], Cell] = {}
    rows = [Row(heads[0].places[0].page)]
    below_heading = False
    for pair in pairs:
        page = pair.label_cell.places[0].page
        if not pair.label:
            rows.append(Row(page))
            heading = replace(pair.label_cell, row=len(rows) - 1, column=0, row_span=1)
            cells[len(rows) - 1, 0] = replace(heading, column_span=len(order))
            below_heading = True
            continue
        at = order.index(pair.label)
        again = (len(rows) - 1, at) in cells and header_role(pair.label) == "measure"
        if pair.label == order[0] or again or below_heading:
            rows.append(Row(page))
            below_heading = False
        if pair.answer is not None and len(rows) > 1:
            answer = replace(pair.answer, row=len(rows) - 1, column=at, row_span=1, column_span=1)
            before = cells.get((answer.row, at))
            cells[answer.row, at] = answer if before is None else both(before, answer)
    places = like.places if like is not None else (heads[0].places[0],)
    return Table(number, len(order), tuple(rows), (*heads, *cells.values()), 1, places)


__all__ = ["Pair", "as_table", "is_form", "unfolded"]
