"""The rows of a form in a table: labels with their answers, and what heads them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from extract.model import Cell, Table
from normalize.names.codes import entries_of
from normalize.names.itemheads import items_labelled, names_items, part_ahead
from normalize.names.phrases import header_role, labels_answered, leading_role, phrase_of, role_of
from normalize.names.said import beside_name
from normalize.names.sections import by_name, read_heading
from normalize.names.titles import known_title
from normalize.rows.celllooks import CODE_ALONE
from normalize.rows.columns import year_alone
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_LABELS, _PAIR = 3, 2
# A label, its answer and another answer beside it.
_BESIDE = 3
_SHORT = 40
_COLON = compiled(r"\s*[:\uff1a=]\s*")
_COUNT = compiled(r"\s*\(?[0-9]{1,2}[.)]?\s*")
# A statement of a list, which may begin like a label.
_STATED = compiled(r"[-\u2013\u2022]|\(?[0-9]{1,2}[.)]")
#: A label that ends in a number: ``มาตรการที่ 1``.
NUMBERED = compiled(r"\s*([^\s0-9][^0-9]{1,25}?)\s*(?:ที่)?\s*[0-9]{1,2}\s*[.:]?\s*")
_LETTERED = compiled(r"\s*(?:ข้อ(?:ที่)?\s*)?[(\[]?[IEO]\s?[0-9]{1,2}(?![0-9])")
_WORDS = compiled("[\u0e01-\u0e4eA-Za-z]{3}")
_QUESTION, _SCORE = "ข้อคำถาม", "คะแนนปี"


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answer (``None``: nothing said); a heading has no label."""

    label: str
    label_cell: Cell
    answer: Cell | None


@dataclass(slots=True)
class FormRows:
    """What the rows of a table say as a form: of so many ``cells`` so many are ``paired``."""

    pairs: list[Pair]
    cells: int = 0
    paired: int = 0


def form_rows(table: Table) -> FormRows | None:
    """The rows of a table as labels and answers; ``None`` where it is something else.

    Answers beside answers belong to several things told beside each other, and labels beside labels
    are the header of a table, or of the form itself.
    """
    rows = [_said(table, row) for row in range(len(table.rows))]
    if any(len(said) == _BESIDE for said in rows):
        return None
    labels, stems = _labels(rows), _stems(rows)
    found = FormRows([])
    for row, said in enumerate(rows):
        found.cells += len(said)
        if (more := _goes_on(table, row, said, found.pairs)) is not None:
            found.pairs[-1] = replace(found.pairs[-1], answer=more)
            found.paired += len(said)
        elif (heads := _heads(table, said)) is not None:
            if part := part_ahead(said[0].text):
                found.pairs.append(Pair("", replace(said[0], text=part), None))
            found.pairs.append(heads)
            found.paired += len(said) if heads.label or len(said) > 1 else 0
        elif row == 0 and said and _are_heads(said, labels):
            if not labels or any(leading_role(c.text) == "page" for c in said):
                return None
            found.paired += len(said)
        else:
            own = _pairs(said, labels, stems)
            found.pairs += own
            found.paired += _PAIR * len(own)
    return found


def _heads(table: Table, said: Sequence[Cell]) -> Pair | None:
    """A label beside which nothing is said, or what stands across a form and heads it."""
    if len(said) == 1 and table.columns == _PAIR and not said[0].column and _is_name(said[0]):
        return Pair(squeeze(said[0].text), said[0], None)
    if len(said) == 1:
        return Pair("", _heading(said[0]), None)
    heading = _scored_item(said) or _numbered_part(said) if len(said) == _PAIR else None
    return Pair("", heading, None) if heading is not None else None


def _are_heads(said: Sequence[Cell], labels: Set[str]) -> bool:
    """Whether the first row is one of names and not of a label with its answer."""
    return all(_is_head(c.text) for c in said) and not _answers(said, labels)


def _pairs(said: Sequence[Cell], labels: Set[str], stems: Sequence[str]) -> list[Pair]:
    """The labels of a row with their answers."""
    found: list[Pair] = []
    for label, answer in zip(said[::2], said[1::2], strict=False):
        pair = _item(label, answer) or _of_year(label, answer) or _counted(label, answer, stems)
        if pair is None and (_is_label(label.text) or squeeze(label.text) in labels):
            pair = Pair(squeeze(label.text), label, answer)
        found += [pair] if pair is not None else []
    return found


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
    said = said[1:] if counts or groups else said
    if len(said) == 3 and _is_label(said[0].text) and (whole := _scored_item(said[1:])):
        # "ข้อคำถาม | I3 ... | คะแนนปี 2566 85.14"
        return [said[0], whole]
    return [_item_of_part(said)] if len(said) == _BESIDE and _is_item_of_part(said) else said


def _is_item_of_part(said: Sequence[Cell]) -> bool:
    """Whether a row is an item, what it is part of, and its score: it heads a form."""
    code, part, score = (clean(c.text) for c in said)
    heading = read_heading(part)
    named = heading is not None and heading.indicator is not None
    return bool(CODE_ALONE.fullmatch(code) and named and beside_name(score, None))


def _item_of_part(said: Sequence[Cell]) -> Cell:
    code, _, score = said
    return replace(both(code, score), text=f"{code.text} {score.text}")


def _goes_on(table: Table, row: int, said: Sequence[Cell], pairs: Sequence[Pair]) -> Cell | None:
    """The last answer and what a row adds to it, beside a label that is merged over both."""
    last = pairs[-1] if pairs else None
    label = table.at(row, 0)
    if last is None or last.answer is None or label is None or label.row == row or not said:
        return None
    if not last.label or squeeze(label.text) != last.label or not said[0].column:
        return None
    more = said[0] if len(said) == 1 else _scored_item(said) if len(said) == _PAIR else None
    return both(last.answer, more) if more is not None else None


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


def _stems(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The words of the labels that end in a number, without it."""
    counted = (NUMBERED.fullmatch(clean(said[0].text)) for said in rows if len(said) == 2)
    return [squeeze(match[1]) for match in counted if match is not None]


def _item(label: Cell, answer: Cell) -> Pair | None:
    """A question beside its code, which stands where labels do: ``ข้อ I8 | ท่านรับรู้เกี่ยวกับ ...``."""
    if CODE_ALONE.fullmatch(clean(label.text)) is None or not _WORDS.search(answer.text):
        return None
    return Pair(_QUESTION, replace(label, text=_QUESTION), both(label, answer))


def _of_year(label: Cell, answer: Cell) -> Pair | None:
    """A score whose label is no more than its year: ``ปี 2566 | 63.34``."""
    year = year_alone(clean(label.text))
    if year is None or not beside_name(clean(answer.text), None):
        return None
    text = f"{_SCORE} {year}"
    return Pair(squeeze(text), replace(label, text=text), answer)


def _counted(label: Cell, answer: Cell, stems: Sequence[str]) -> Pair | None:
    """A numbered heading of forms with what each is about: ``แผนที่ 1 | I1 : ...``."""
    match = NUMBERED.fullmatch(clean(label.text))
    if match is None:
        return None
    if _is_label(label.text) and not _titled_item(answer.text):
        return None
    stem = squeeze(match[1])
    if stems.count(stem) < 2 and not _LETTERED.match(clean(answer.text)):
        return None
    # What counts the measures of items by their code and title says which item each is for.
    stem, words = (_QUESTION, _QUESTION) if header_role(stem) == "measure" else (stem, match[1])
    return Pair(stem, replace(label, text=words), answer)


def _titled_item(text: str) -> bool:
    """Whether a text is an item, by its code and its title, and no more."""
    plain = clean(text)
    entries = entries_of(plain) if _LETTERED.match(plain) else []
    return len(entries) == 1 and known_title(entries[0].question)


def _heading(cell: Cell) -> Cell:
    """What stands across a form: the items alone where it counts them (``เรื่องที่ 1 ข้อ I1``)."""
    items = names_items(cell.text) or items_labelled(cell.text)
    return replace(cell, text=items) if items else cell


def _scored_item(said: Sequence[Cell]) -> Cell | None:
    """An item and its score beside it, as the one cell that heads a form."""
    item, score = said
    if not beside_name(clean(score.text), None) or not _LETTERED.match(clean(item.text)):
        return None
    whole = both(item, score)
    return replace(whole, text=f"{item.text} {score.text}")


def _numbered_part(said: Sequence[Cell]) -> Cell | None:
    """The indicator beside the number of a form (``มาตรการที่ 1 | ตัวชี้วัดที่ 1 ...``), which heads it."""
    label, answer = said
    if NUMBERED.fullmatch(clean(label.text)) is None or len(answer.text) > 4 * _SHORT:
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


def both(first: Cell, second: Cell) -> Cell:
    """What two answers to one label say together."""
    text = f"{first.text}\n{second.text}"
    places = tuple(dict.fromkeys((*first.places, *second.places)))
    return replace(first, text=text, places=places, lines=(*first.lines, *second.lines))


__all__ = ["NUMBERED", "FormRows", "Pair", "both", "form_rows"]
