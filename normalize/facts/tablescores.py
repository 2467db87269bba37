"""Scores out of score tables.

A number is a score only where a code or an indicator's name says what it scores; numbers of weight
and level tables, running numbers and years never are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from decimal import Decimal
from itertools import pairwise

import regex

from normalize.facts.listsabreast import scores_of_others
from normalize.facts.partscores import is_below, named_beside, named_within
from normalize.facts.scores import Stated, level_of
from normalize.model import Finding
from normalize.names.meta import district_named, named_districts
from normalize.names.said import beside_name, name_and_year
from normalize.rows.columns import Column
from normalize.rows.comparedrows import is_compared, is_of_else, row_year
from normalize.rows.items import CodedBody
from normalize.rows.record import Body, BodyCell, Record
from normalize.rows.rowlabels import Label
from normalize.rows.scorecolumns import level_of_column, not_told_apart, score_columns
from normalize.words.othernumbers import MEAN_OF_MANY, without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import bare_score

_WORDS = compiled("[\u0e01-\u0e2e]{2}|[IEO]IT")
# What is left of a code where its digits are not known.
_UNREAD_CODE = compiled(r"[IEO]\s?[0-9]?\ufffd")
_MEAN_OF = compiled(rf"{MEAN_OF_MANY}|เฉลี่ย(?:ของ)?(?:ทุก|ทั้ง(?!สิ้น|หมด$)|50)")


def stated_in_table(
    coded: CodedBody, labels: Mapping[int, Label], year: int | None, own: str | None = None
) -> tuple[list[Stated], list[Finding]]:
    """Scores of a score table: every score column of every row that names what it scores.

    ``labels``: what the rows score; ``own``: code of the report's agency, for rows of other
    districts beside it are not its scores.
    Cells that should hold a score and cannot be read as one are findings.
    """
    body = coded.body
    codes = {index: label.code for index, label in labels.items()}
    columns, findings = score_columns(body, own, codes, year)
    levels = {column: level_of_column(body, column) for column in columns}
    found: list[Stated] = []
    bare: set[str] = set()
    for record in body.records:
        if record.heading is not None or is_compared(record, body):
            continue
        label = labels.get(record.index)
        if _of_another(record, body, own) or _counts_on(record) or _is_of_else(label):
            continue
        unread = _code_unread(record) or not_told_apart(record, columns, body)
        if unread is not None:
            findings.append(unread)
            continue
        found += _below_name(label, record, body)
        of_row = row_year(record, body) or year
        within = _named_within(record, body, of_row, label)
        found += within.values()
        for column in columns:
            if column in within:
                continue
            cell, head = record.cells.get(column), body.columns.columns[column]
            named = _scored(record, column, levels[column], labels, body)
            if cell is None or not cell.text or named is None:
                continue
            when = head.year or of_row
            value = bare_score(cell.text)
            said_of = _without_own_code(cell.text, named.code)
            stated = [(when, value)] if value is not None else _said_in(said_of, when)
            found += [_stated(named, value, cell, said) for said, value in stated]
            if label is None and head.code == named.code:
                bare.add(head.code)
            if not stated:
                findings += _unreadable(cell, record, named.code)
    return _told_apart(found, findings, bare)


def _code_unread(record: Record) -> Finding | None:
    """A finding for a row that names an item of which a digit cannot be read.

    Its numbers may be that item's, or the mean of several of which one is named.
    """
    for cell in record.cells.values():
        if cell.text and _UNREAD_CODE.match(cell.text):
            message = (
                f"The code in '{cell.text[:60]}' cannot be read; no number of its row was taken"
            )
            return Finding.at("warning", "score-unread", message, cell.source)
    return None


def _is_of_else(label: Label | None) -> bool:
    """Whether a row is called the weight, the target or the rank of what it names."""
    return label is not None and is_of_else(label.code, label.title)


def _scored(
    record: Record, column: int, level: str | None, labels: Mapping[int, Label], body: Body
) -> Label | None:
    """What a row's number in a column scores; ``level``: of the parts that the column is for."""
    cell, head, label = (
        record.cells.get(column),
        body.columns.columns[column],
        labels.get(record.index),
    )
    if level is not None and (label is None or is_below(label.code, level)):
        return named_beside(cell, record, level, body)
    if cell is not None and head.code is None and _over_others(cell, labels):
        return _of_group(cell, record, body)
    return _of_column(head, label, cell)


def _below_name(label: Label | None, record: Record, body: Body) -> list[Stated]:
    """The score of another year that stands with the name of what a row scores."""
    if label is None or label.title is None or level_of(label.code) == "item":
        return []
    cells = (record.own(i) for i in body.columns.where("item", "indicator", "subindicator"))
    return [
        _stated(label, value, cell, said)
        for cell in cells
        if cell is not None and cell.text == label.title
        for said, value in beside_name(name_and_year(cell.text)[1], None)
    ]


def _named_within(
    record: Record, body: Body, year: int | None, label: Label | None
) -> dict[int, Stated]:
    """Scores of parts and of other items told with their names in the row, by column."""
    others = scores_of_others(record, body, label, year)
    found = {i: _stated(one, v, record.cells[i], year) for i, (one, v) in others.items()}
    for column, cell in record.cells.items():
        named = named_within(cell, record, body)
        value = bare_score(named[1]) if named is not None else None
        if named is not None and value is not None:
            when = body.columns.columns[column].year or year
            found[column] = _stated(named[0], value, cell, when)
    return found


def _over_others(cell: BodyCell, labels: Mapping[int, Label]) -> bool:
    """Whether a cell is merged over rows that score different things."""
    rows = range(cell.first, cell.last + 1)
    return len({one.code for row in rows if (one := labels.get(row)) is not None}) > 1


def _of_group(cell: BodyCell, record: Record, body: Body) -> Label | None:
    """What a number scores that is merged over rows of several things: none of these.

    It is the score of what is named over the same rows; a number there names nothing.
    """
    levels = ("indicator", "instrument")
    named = (named_beside(cell, record, level, body) for level in levels)
    return next((one for one in named if one is not None and _WORDS.search(one.title or "")), None)


def _without_own_code(text: str, code: str) -> str:
    """What a cell says besides the code of its row: ``I2 : 86.74``, ``IIT`` over ``89.68``."""
    if text.startswith(code) and code.isalpha():
        return text.removeprefix(code).strip(" :=\n")
    match = _CODE_AHEAD.match(text)
    return text[match.end() :] if match and f"{match[1]}{int(match[2])}" == code else text


_CODE_AHEAD = compiled(r"\s*(?:ข้อ\s*)?([IEO])\s?([0-9]{1,2})(?![0-9.])\s*(?:[:=\u2013-]|ได้)?\s*")


def _said_in(text: str, year: int | None) -> list[tuple[int | None, Decimal]]:
    """The scores of a cell that says more: ``ได้ 84.16``, ``เกณฑ์ 90.00`` below it."""
    return beside_name(text, year) or beside_name(without_other_numbers(text).strip(), year)


_COUNT = compiled("[0-9]{1,2}")


def _counts_on(record: Record) -> bool:
    """Whether a row only numbers what stands below: ``ตัวชี้วัดที่ 1 | 2 | 3 | 4`` are no scores."""
    texts = [c.text.strip() for _, c in sorted(record.cells.items()) if c.first == record.index]
    numbers = [int(t) for t in texts if _COUNT.fullmatch(t)]
    steps = {b - a for a, b in pairwise(numbers)}
    return len(numbers) >= _NUMBERED and steps == {1}


_NUMBERED = 3
# So many different numbers for one code and year say that something else tells the rows apart;
# where the rows name nothing at all, two do.
_TOO_MANY, _UNNAMED = 3, 2


def _told_apart(
    found: list[Stated], findings: list[Finding], bare: Set[str]
) -> tuple[list[Stated], list[Finding]]:
    """The scores without those of rows that only the name of their group was read for.

    ``bare``: the codes of columns whose rows name nothing, so that nothing tells them apart.
    """
    values: dict[tuple[int | None, str], set[Decimal]] = defaultdict(set)
    for one in found:
        values[one.year, one.code].add(one.value)
    most = {code: _UNNAMED if code in bare else _TOO_MANY for _, code in values}
    kept = [s for s in found if len(values[s.year, s.code]) < most[s.code]]
    for one in found:
        numbers = values.pop((one.year, one.code), set())
        if len(numbers) >= most[one.code]:
            message = (
                f"{len(numbers)} different numbers stand in rows that name nothing but {one.code}; "
                "none was taken for its score"
            )
            findings.append(Finding.at("warning", "score-without-code", message, one.source))
    return kept, findings


def _of_column(head: Column, label: Label | None, cell: BodyCell | None) -> Label | None:
    """What a cell scores: its row, or what its column is headed by.

    Where rows name items or indicators, columns of instruments only tell them apart; a cell merged
    over several rows in the column of the whole assessment is the score of that.
    """
    if head.code is None:
        return label
    if label is not None and label.code == "ITA" and cell is not None and cell.columns > 1:
        # Merged over the columns of the instruments it is the score of the whole.
        return label
    if head.code == "ITA" and cell is not None and cell.first < cell.last:
        return Label(head.code, head.header)
    if label is not None and is_below(label.code, "instrument"):
        # An item has no score in another instrument's column.
        other = level_of(label.code) == "item" and head.code != "ITA"
        return None if other and head.code[0] != label.code[0] else label
    return Label(head.code, head.header)


def _stated(label: Label, value: Decimal, cell: BodyCell, year: int | None) -> Stated:
    return Stated(
        year,
        level_of(label.code),
        label.code,
        value,
        cell.source,
        "table",
        label.inferred,
        label.title,
        label.confidence,
    )


def _unreadable(cell: BodyCell, record: Record, code: str) -> list[Finding]:
    """A finding for a cell of digits in a score column that is no score from 0 to 100."""
    if cell.first != record.index or not regex.search("[0-9]", cell.text):
        return []
    message = (
        f"'{cell.text[:60]}' stands where the score of {code} should and cannot be read as one"
    )
    return [Finding.at("warning", "score-unread", message, cell.source)]


def _of_another(record: Record, body: Body, own: str | None) -> bool:
    """Whether a row is named by a district other than the report's own, or is a mean of several.

    Beside the best of all offices may stand which it is.
    """
    besides = body.columns.where("benchmark", "target", "rank", "note")
    texts = [c.text for i, c in record.cells.items() if c.text and i not in besides]
    if any(len(squeeze(t)) < 40 and _MEAN_OF.search(squeeze(t)) for t in texts):
        return True
    named = {d for t in texts if (d := district_named(t))}
    # "คะแนนรวมสำนักงานเขตปทุมวัน" is the row of a district too.
    named |= {d for t in texts if len(squeeze(t)) < 50 for d in named_districts(t)}
    return bool(named) and own not in named


def unlabelled(coded: CodedBody, labels: Mapping[int, Label]) -> list[Finding]:
    """Findings for rows with a score that nothing says what it scores."""
    body = coded.body
    found = []
    for record in body.records:
        if record.heading is not None or record.index in labels:
            continue
        if is_compared(record, body):
            continue
        for column in body.columns.where("score"):
            cell = record.own(column)
            if body.columns.columns[column].code is not None:
                continue
            if cell is not None and bare_score(cell.text) is not None:
                message = (
                    f"The number {cell.text} stands in a score column, but nothing in its row "
                    "names an item or indicator"
                )
                found.append(Finding.at("warning", "score-without-code", message, cell.source))
    return found
