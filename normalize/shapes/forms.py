"""Forms brought into the one shape the readers know: a column per label, a row per form.

A form says ``label | answer`` in two columns (or twice beside each other in four), or in lines of
text (:mod:`normalize.shapes.labelled`). Each repeat of the first label begins another form; what
stands across the form is the heading of those below it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

import regex

from extract.model import Cell, Row, Table
from normalize.names.itemheads import items_labelled, names_items
from normalize.names.phrases import header_role, labels_answered, leading_role, phrase_of, role_of
from normalize.names.said import beside_name
from normalize.names.sections import by_name, read_heading
from normalize.words.text import clean, squeeze

# This share of a form's cells must pair with answers.
_PAIRED = 0.7
_LABELS, _PAIR = 3, 2
_SHORT = 40
_COLON = regex.compile(r"\s*[:\uff1a=]\s*")
_PAGE = regex.compile(r"(?:หน้า\s*)?([0-9]{1,3})")
_COUNT = regex.compile(r"\s*\(?[0-9]{1,2}[.)]?\s*")
# A statement of a list, which may begin like a label.
_STATED = regex.compile(r"[-\u2013\u2022]|\(?[0-9]{1,2}[.)]")
_NUMBERED = regex.compile(r"\s*([^\s0-9][^0-9]{1,25}?)\s*(?:ที่)?\s*[0-9]{1,2}\s*[.:]?\s*")
_LETTERED = regex.compile(r"\s*(?:ข้อ(?:ที่)?\s*)?[(\[]?[IEO]\s?[0-9]{1,2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answer (``None``: nothing said); a heading has no label."""

    label: str
    label_cell: Cell
    answer: Cell | None


def unfolded(table: Table) -> Table:
    """A form of labels and answers as a table with a row per form; other tables as they are."""
    if table.columns not in (2, 3, 4):
        return table
    rows = [_said(table, row) for row in range(len(table.rows))]
    if any(len(said) == 3 for said in rows):
        # Answers beside answers belong to several things told beside each other.
        return table
    labels = _labels(rows)
    stems = _stems(rows)
    pairs: list[Pair] = []
    paired = cells = 0
    for row, said in enumerate(rows):
        cells += len(said)
        if len(said) == 1 and table.columns == 2 and not said[0].column and _is_name(said[0]):
            pairs.append(Pair(squeeze(said[0].text), said[0], None))
            paired += 1
            continue
        if len(said) == 1:
            pairs.append(Pair("", _heading(said[0]), None))
            continue
        if len(said) == 2 and (heading := _scored_item(said) or _numbered_part(said)):
            pairs.append(Pair("", heading, None))
            paired += 2
            continue
        if row == 0 and said and all(_is_head(c.text) for c in said) and not _answers(said, labels):
            # Labels beside labels are the header of a table, or of the form itself.
            if not labels or any(leading_role(c.text) == "page" for c in said):
                return table
            paired += len(said)
            continue
        for label, answer in zip(said[::2], said[1::2], strict=False):
            pair = _counted(label, answer, stems)
            if pair is None and (_is_label(label.text) or squeeze(label.text) in labels):
                pair = Pair(squeeze(label.text), label, answer)
            pairs += [pair] if pair is not None else []
            paired += 2 * (pair is not None)
    pairs, several = _without_counts(_completed(pairs))
    if paired < _PAIRED * cells or not is_form(pairs, headed=several) or _are_pages(pairs):
        return table
    return as_table(table.number, pairs, table)


def _are_pages(pairs: Sequence[Pair]) -> bool:
    """Whether labels are answered by nothing but rising numbers: a list of contents."""
    said = [clean(p.answer.text) for p in pairs if p.answer is not None]
    pages = [int(m[1]) for text in said if (m := _PAGE.fullmatch(text))]
    return len(said) == len(pages) >= _LABELS and pages == sorted(pages)


def _stems(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The words of the labels that end in a number, without it."""
    counted = (_NUMBERED.fullmatch(clean(said[0].text)) for said in rows if len(said) == 2)
    return [squeeze(match[1]) for match in counted if match is not None]


def _counted(label: Cell, answer: Cell, stems: Sequence[str]) -> Pair | None:
    """A numbered heading of forms with what each is about: ``แผนที่ 1 | I1 : ...``."""
    match = _NUMBERED.fullmatch(clean(label.text))
    if match is None or _is_label(label.text):
        return None
    if stems.count(squeeze(match[1])) < 2 and not _LETTERED.match(clean(answer.text)):
        return None
    return Pair(squeeze(match[1]), replace(label, text=match[1]), answer)


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
        if p.label and (match := _NUMBERED.fullmatch(clean(p.label_cell.text)))
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


def _said(table: Table, row: int) -> list[Cell]:
    """The cells of a row that say something, left to right.

    Colons between label and answer and a running number before the label say nothing.
    """
    said = sorted((c for c in table.cells if c.row == row and c.text), key=lambda c: c.column)
    said = [c for c in said if not _COLON.fullmatch(c.text)]
    counts = len(said) == 3 and (
        _COUNT.fullmatch(clean(said[0].text)) or (row == 0 and role_of(said[0].text) == "number")
    )
    # So does a name merged over the rows of a group of labels.
    groups = len(said) == 3 and said[0].row_span > 1 and _is_label(said[1].text)
    return said[1:] if counts or groups else said


def _labels(rows: Sequence[Sequence[Cell]]) -> frozenset[str]:
    """All words of a column of labels, those nobody knows too.

    Nothing where it is no such column: most of its words are labels, and a measure's among them.
    """
    first = [said[0].text for said in rows if len(said) >= 2]
    words = frozenset(squeeze(t) for t in first if len(squeeze(t)) < _SHORT)
    known = {w: role for w in words if (role := role_of(w)) is not None and not _STATED.match(w)}
    listed = len(known) >= _LABELS and 2 * len(known) > len(words) and "measure" in known.values()
    if not listed or sum(squeeze(t) in words for t in first) < 0.9 * len(first):
        return frozenset()
    return words


def _heading(cell: Cell) -> Cell:
    """What stands across a form: the items alone where it counts them (``เรื่องที่ 1 ข้อ I1``)."""
    items = names_items(cell.text) or items_labelled(cell.text)
    return replace(cell, text=items) if items else cell


def _scored_item(said: Sequence[Cell]) -> Cell | None:
    """An item and its score beside it, as the one cell that heads a form."""
    item, score = said
    if not beside_name(clean(score.text), None) or not _LETTERED.match(clean(item.text)):
        return None
    return replace(item, text=f"{item.text} {score.text}")


def _numbered_part(said: Sequence[Cell]) -> Cell | None:
    """The indicator beside the number of a form (``มาตรการที่ 1 | ตัวชี้วัดที่ 1 ...``), which heads it."""
    label, answer = said
    if _NUMBERED.fullmatch(clean(label.text)) is None or len(answer.text) > 4 * _SHORT:
        return None
    heading = read_heading(clean(answer.text))
    return answer if heading is not None and heading.indicator and heading.certain else None


def _is_name(cell: Cell) -> bool:
    """Whether a cell beside which nothing is said is a label all the same."""
    return cell.column_span == 1 and phrase_of(cell.text) is not None


def _is_head(text: str) -> bool:
    """Whether a text begins with a column's name: no answer that only speaks of one."""
    named = _is_label(text) and leading_role(text) is not None
    return named and by_name(text) is None and not _LETTERED.match(clean(text))


def _answers(said: Sequence[Cell], labels: Set[str]) -> bool:
    """Whether the first row is a label and its answer, though that begins like a label."""
    return labels_answered([c.text for c in said]) and squeeze(said[0].text) in labels


def _is_label(text: str) -> bool:
    # "ด้านที่ 5 การแก้ไขปัญหาการทุจริต" is an indicator, no measure.
    short = len(squeeze(text)) < _SHORT and header_role(text) is not None
    return short and by_name(clean(text)) is None


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
            cells[answer.row, at] = answer if before is None else _both(before, answer)
    places = like.places if like is not None else (heads[0].places[0],)
    return Table(number, len(order), tuple(rows), (*heads, *cells.values()), 1, places)


def _both(first: Cell, second: Cell) -> Cell:
    """What two answers to one label say together."""
    text = f"{first.text}\n{second.text}"
    places = tuple(dict.fromkeys((*first.places, *second.places)))
    return replace(first, text=text, places=places, lines=(*first.lines, *second.lines))


__all__ = ["Pair", "as_table", "is_form", "unfolded"]
