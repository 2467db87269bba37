"""Tables of other shapes brought into the one shape the readers know: a row per thing scored.

A table with indicators or items as columns is turned on its side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extract.model import Cell, Row, Table
from normalize.names.phrases import phrase_of
from normalize.names.sections import TOOLS, only_names
from normalize.rows.columns import level_said, year_alone
from normalize.shapes.brokennumbers import with_whole_numbers
from normalize.shapes.namesacross import (
    BARE_INDICATOR,
    CODE,
    CODE_LENGTH,
    ITEM,
    all_coded,
    names_scored,
)
from normalize.shapes.strips import TOTAL, stacked
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# This many codes or indicator names beside each other make a wide table.
_WIDE = 4
# What says of bare numbers beside it that they are those of indicators.
_NUMBERED = compiled(r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?(?:/.*)?")
_TOOL = rf"(?:{TOOLS})?\(?(?:[IEO]IT)?\)?[:\-\u2013]?"
_OVER = compiled(rf"{_TOOL}(?:ผล)?(?:คะแนน)?(?:เฉลี่ย)?(?:ของ|ราย)?ตัวชี้วัด(?:ย่อย)?(?:ที่)?{_TOOL}")
_LEAST = 3
# So many labels down the side, each another one, are those of forms beside each other.
_FORM = 4
_BARE = compiled(r"\s*\(?([1-9][0-9]?)\)?\s*")
_SCORE = compiled(r"\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*(?:คะแนน|%)?\s*")
# Names above their numbers.
_STRIP = 2
# Rows at the top among which the names may stand.
_TOP = 4
_NUMBER = compiled(r"\s*\(?(10|[1-9])(\.[1-9])?\)?\s*")


def upright(table: Table, instrument: str | None = None) -> Table:
    """The table with one row per thing scored: turned where codes or indicators run across.

    ``instrument``: what the line above says that the numbers of items are of.
    """
    table = _named_below(_without_titles(with_whole_numbers(table)))
    if instrument is not None:
        table = _lettered(table, instrument)
    if (folded := _folded(table)) is not None:
        return folded
    if (headed := _with_corner_whole(table)) is not table and _all_name(_across(headed)):
        return _turned(headed)
    if _is_one_code(table):
        return _turned(table)
    for row in range(min(3, len(table.rows))):
        if _numbers(table, row):
            return _turned(_named_in_full(table, row))
    for row in range(min(3, len(table.rows))):
        texts = [clean(c.text) for c in table.cells if c.row == row and c.text]
        named = [t for t in texts if names_scored(t)]
        if row == 0 and (_labels_down(table) or _codes_over_scores(table)):
            return _turned(table)
        if len(named) >= _WIDE and len(named) >= 0.6 * len(texts):
            return _turned(table)
        totals = sum(TOTAL.match(t) is not None for t in texts if not names_scored(t))
        told = len(texts) - 1 - min(totals, 1) <= len(named) > 1 or all_coded(texts[1:])
        if told and _scores_below(table, row):
            return _turned(table)
    return table


def _without_titles(table: Table) -> Table:
    """The table without the titles over names that run across: one cell each, or none."""
    said = [[c for c in table.cells if c.row == r and c.text.strip()] for r in range(_TOP)]
    first = next((r for r, cells in enumerate(said) if len(cells) > 1), 0)
    named = [t for cells in said[first:] for c in cells if names_scored(t := clean(c.text))]
    cut = any(c.row < first < c.row + c.row_span for c in table.cells)
    if not first or len(named) < _WIDE or cut:
        return table
    cells = (replace(c, row=c.row - first) for c in table.cells if c.row >= first)
    return replace(table, rows=table.rows[first:], cells=tuple(cells), header_rows=0)


def _is_one_code(table: Table) -> bool:
    """Whether a table is a strip of one column: a code over its score, perhaps below a title."""
    said = [clean(c.text) for c in table.cells if c.text.strip()]
    if table.columns > 1 or not _STRIP <= len(said) <= _STRIP + 1:
        return False
    *title, code, score = said
    alone = CODE.match(code) and len(squeeze(code)) <= CODE_LENGTH
    titled = any(CODE.match(text) for text in title)
    return bool(alone and not titled and _SCORE.fullmatch(score))


def _codes_over_scores(table: Table) -> bool:
    """Whether codes alone run across behind a label, with a score for each in a row below."""
    codes = [c for c in table.cells if c.row == 0 and c.column > 0]
    if len(codes) < _STRIP or len(codes) != table.columns - 1:
        return False
    if not all(CODE.match(t := clean(c.text)) and len(squeeze(t)) <= CODE_LENGTH for c in codes):
        return False
    below = [c for c in table.cells if c.row > 0 and c.column > 0]
    scored = Counter(c.row for c in below if _SCORE.fullmatch(clean(c.text)))
    return len(codes) in scored.values()


def _named_below(table: Table) -> Table:
    """The table whose numbers across stand below cells that say of what: ``คะแนนตัวชี้วัดที่``."""
    over = [c for c in table.cells if c.row == 0 and _OVER.fullmatch(squeeze(c.text))]
    if not over or any(c.row_span > 1 for c in over) or len(table.rows) < _LEAST:
        return table
    below = sorted((c for c in table.cells if c.row == 1), key=lambda c: c.column)
    keys = _keys(below)
    counted = sorted(i for c in over for i in c.columns)
    if [c.column for c in below] != counted or len(keys) < max(_LEAST, len(below)):
        return table
    beside = [c for c in table.cells if c.row == 0 and c not in over]
    if keys != sorted(set(keys)) or any(c.row_span != 2 for c in beside):
        return table
    cells = [
        *(replace(c, row_span=1) for c in beside),
        *(replace(_in_full(c), row=0) for c in below),
    ]
    cells += [replace(c, row=c.row - 1) for c in table.cells if c.row > 1]
    return replace(table, rows=(table.rows[0], *table.rows[2:]), cells=tuple(cells))


def _keys(cells: Iterable[Cell]) -> list[tuple[int, str]]:
    """The numbers of indicators and their parts among cells, as keys that rise with them."""
    found = (_NUMBER.fullmatch(clean(c.text)) for c in cells)
    return [(int(m[1]), m[2] or "") for m in found if m is not None]


def _scores_below(table: Table, row: int) -> bool:
    """Whether below a row of names stands a score for each and nothing else but a band.

    Before both a label may say what they are: ``ส่วนที่ประเมิน`` over ``คะแนน``. Rows of scores of
    parts (``คะแนนตัวชี้วัด``), merged over several names, may stand below these.
    """
    label = next((c for c in table.cells if c.row == row and c.column == 0), None)
    beside = label is not None and not names_scored(clean(label.text))
    names = [c.columns for c in table.cells if c.row == row and c.text and c.column >= beside]
    wide = range(table.columns)
    below = [c for c in table.cells if c.row > row and c.text and c.columns != wide]
    labels = [c for c in below if c.column < beside]
    first = min((c.row for c in below), default=row)
    parts = {c.row for c in labels if c.row > first and level_said(c.text) is not None}
    scores = [c for c in below if _SCORE.fullmatch(clean(c.text)) and c not in labels]
    own = [c.columns for c in scores if c.row not in parts]
    merged = ([i for c in scores if c.row == r for i in c.columns] for r in parts)
    told = len(scores) + len(labels) == len(below) and len(labels) <= 1 + len(parts)
    return told and own == names and all(m == [i for n in names for i in n] for m in merged)


def _folded(table: Table) -> Table | None:
    """The strips of a folded table as one, or ``None`` where it is not folded."""
    head = min((c for c in table.cells if c.row < 2 and c.text), key=_place, default=None)
    if head is None or len(table.rows) < 3:
        return None
    folded = stacked(table, names_scored)
    if folded is not None or not _NUMBERED.fullmatch(squeeze(clean(head.text))):
        return folded
    folded = stacked(table, lambda text: _NUMBER.fullmatch(text) is not None)
    if folded is None:
        return None
    keys = _keys(c for c in folded.cells if c.column == 0 and c.row)
    named = replace(folded, cells=tuple(_in_full(c) if c.column == 0 else c for c in folded.cells))
    return named if keys == sorted(set(keys)) else None


def _lettered(table: Table, instrument: str) -> Table:
    """The table with bare numbers across called the items they are (``ข้อที่ | 1 | 2`` of the IIT)."""
    heads = [c for c in table.cells if c.column == 0 and phrase_of(clean(c.text)) == "code"]
    rows = {c.row for c in heads if c.row < len(table.rows) - 1}
    cells = [c for c in table.cells if c.row in rows and c.column > 0 and c.text]
    cells.sort(key=_place)
    numbers = [_BARE.fullmatch(clean(c.text)) for c in cells]
    keys = [int(m[1]) for m in numbers if m is not None]
    below = {phrase_of(clean(c.text)) for c in table.cells if c.row - 1 in rows and not c.column}
    if len(keys) < max(2, len(cells)) or keys != sorted(set(keys)) or below != {"score"}:
        return table
    named = {id(c): f"{instrument[0]}{key}" for c, key in zip(cells, keys, strict=True)}
    made = (replace(c, text=named[id(c)]) if id(c) in named else c for c in table.cells)
    return replace(table, cells=tuple(made))


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _labels_down(table: Table) -> bool:
    """Whether items run across the top and what is said of them runs down the first column."""
    items = _across(table)
    labels = [clean(c.text) for c in table.cells if c.row > 0 and c.column == 0 and c.text]
    roles = [phrase_of(label) for label in labels]
    head = next((c for c in table.cells if c.row == 0 and c.column == 0 and c.text), None)
    if _are_years(labels):
        return _all_name(items) or all_coded(items)
    if None not in roles and "score" in roles and head is not None:
        # However few the codes are: what is below them is not said of the columns.
        return phrase_of(clean(head.text)) in ("code", "item") and _all_name(items)
    known = [role for role in roles if role is not None]
    if len(items) < 2 or len(known) < 2 or "measure" not in known or 2 * len(known) <= len(roles):
        return False
    if len(items) != table.columns - 1:
        return False
    # Labels that are all known, each another one, are those of forms, whatever stands over these.
    forms = len(set(known)) == len(roles) >= _FORM
    return forms or all(ITEM.match(t) or names_scored(t) for t in items)


def _across(table: Table) -> list[str]:
    """What stands beside the first cell of the first row."""
    return [clean(c.text) for c in table.cells if c.row == 0 and c.column > 0 and c.text]


def _are_years(labels: list[str]) -> bool:
    """Whether what runs down is years, one for each row, and perhaps their difference."""
    years = [year_alone(label) for label in labels]
    told = [year for year in years if year is not None]
    rest = (x for x, year in zip(labels, years, strict=True) if year is None)
    return len(set(told)) == len(told) >= 2 and all(phrase_of(x) == "change" for x in rest)


def _all_name(texts: list[str]) -> bool:
    """Whether cells name what is scored, the last one perhaps their total."""
    named = [t for t in texts if not TOTAL.match(t)]
    return bool(named) and all(map(names_scored, named)) and len(texts) - len(named) <= 1


def _numbers(table: Table, row: int) -> bool:
    """Whether a row calls bare numbers across it those of indicators (``ตัวชี้วัดที่ | 1 | 2``)."""
    cells = sorted((c for c in table.cells if c.row == row and c.text), key=lambda c: c.column)
    if len(cells) < 3 or not _NUMBERED.fullmatch(squeeze(clean(cells[0].text))):
        return False
    keys = _keys(cells[1:])
    others = [c.text for c in cells[1:] if not _NUMBER.fullmatch(clean(c.text))]
    rising = keys == sorted(set(keys)) and len(keys) >= 2
    return rising and all(TOTAL.match(clean(t)) for t in others)


def _named_in_full(table: Table, row: int) -> Table:
    """The table with its bare numbers called what they are, as a person reads them."""
    cells = tuple(_in_full(c) if c.row == row else c for c in table.cells)
    return replace(table, cells=cells)


def _in_full(cell: Cell) -> Cell:
    number = _NUMBER.fullmatch(clean(cell.text))
    return replace(cell, text=f"ตัวชี้วัดที่ {clean(cell.text).strip(' ()')}") if number else cell


def _with_corner_whole(table: Table) -> Table:
    """The table with an indicator's number above its name in one cell, which heads the others."""
    first = {c.row: c for c in table.cells if c.column == 0 and c.row_span == c.column_span == 1}
    number, name = first.get(0), first.get(1)
    if number is None or name is None or len(table.rows) != _STRIP:
        return table
    told = BARE_INDICATOR.fullmatch(clean(number.text))
    if told is None or not only_names(name.text, told[1]):
        return table
    text, places = f"{number.text}\n{name.text}", (*number.places, *name.places)
    whole = replace(number, row_span=2, text=text, places=places, lines=number.lines + name.lines)
    rest = (c for c in table.cells if c is not number and c is not name)
    return replace(table, cells=(whole, *rest))


def _turned(table: Table) -> Table:
    """Rows become columns; every cell keeps its place on paper."""
    cells = tuple(
        Cell(c.column, c.row, c.column_span, c.row_span, c.text, c.places, c.lines)
        for c in sorted(table.cells, key=lambda c: (c.column, c.row))
    )
    page = table.rows[0].page if table.rows else 1
    rows = tuple(Row(page) for _ in range(table.columns))
    return Table(table.number, len(table.rows), rows, cells, 0, table.places)
