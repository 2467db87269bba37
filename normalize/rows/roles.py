"""What each column of a table is for: known by the words of its header, checked by its cells.

The words are data (``codebook/headers.csv``); a new district's table is a few new words. Where they
are new or say nothing, the cells decide: codes, scores, dates and sections look like nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role, phrase_of
from normalize.names.sections import instruments_named
from normalize.names.whole import names_whole
from normalize.rows.columns import Column, Columns, year_in
from normalize.rows.contents import checked
from normalize.rows.continuing import continues
from normalize.rows.headerrows import INSTRUMENT, PERSONS, header_rows_of
from normalize.rows.itemcolumns import items_of_indicators
from normalize.words.dates import names_month
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

_OF_YEAR = compiled(r"(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.ศ\.)?(?:25)?[0-9]{2}(?![0-9])")
# Means of many agencies are no score of one.
_OF_OTHERS = compiled(
    r"(?:เฉลี่ย|สูงสุด|ต่ำสุด|ภาพรวม)(?:ของ|ใน|ระดับ)?(?:(?:ทุก|ทั้ง|กลุ่ม|[0-9]{1,2})*(?:สำนักงาน)?เขต(?:อื่น|ใน|ทั้ง|กรุงเทพ|$)"
    r"|(?:ทุก|ทั้ง|กลุ่ม|[0-9]{1,2})+(?:สำนักงาน)?เขต|กลุ่ม(?!ตัวอย่าง)|กทม|กรุงเทพ|ประเทศ|ทั่วประเทศ)|เขตอื่น"
)
# What others did is a note: "แนวปฏิบัติที่ดีของเขตอื่น".
_BY_OTHERS = compiled("(?:ของ|จาก)(?:สำนักงาน)?(?:เขต|หน่วยงาน|หน่วย)อื่น")
_SHORT = 50


def read_columns(table: Table, inherited: Columns | None = None) -> Columns:
    """The roles of a table's columns; ``inherited`` are those of the table it may continue."""
    header_rows = header_rows_of(table)
    columns = [_column(table, c, header_rows) for c in range(table.columns)]
    silent = not any(c.role for c in columns)
    if silent and inherited is not None and continues(table, inherited):
        own = _by_column(table, table.cells)
        # What the first rows left open, those on the next page may tell.
        found = items_of_indicators(list(inherited.columns), own)
        return Columns(tuple(found), 0)
    columns = _instrument_columns(_merged_wholes(table, header_rows, columns))
    below = range(header_rows, len(table.rows))
    rows = {r for r in below if not _names_again(table, r, header_rows)}
    body = [c for c in table.cells if c.row in rows and c.column_span < table.columns]
    bodies = _by_column(table, body)
    return Columns(tuple(checked(_behind_bars(columns, bodies), bodies)), header_rows)


def _behind_bars(columns: Sequence[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns, each without a name named by the one before it that says nothing in any row.

    There a bar or a picture is drawn of what the numbers behind it say.
    """
    found = list(columns)
    for i in range(1, len(found)):
        before, nameless = found[i - 1], not found[i].header and found[i].role is None
        if nameless and before.header and not bodies[i - 1] and len(bodies[i]) > 1:
            found[i - 1 : i + 1] = [Column(None, ""), before]
    return found


def _by_column(table: Table, cells: Sequence[Cell]) -> list[list[Cell]]:
    """Those of some cells that say something, by the column they begin in."""
    return [[c for c in cells if c.column == i and c.text] for i in range(table.columns)]


def _names_again(table: Table, row: int, header_rows: int) -> bool:
    """Whether a row says mostly what the header says in the same columns."""
    names = {(c.column, squeeze(c.text)) for c in table.cells if c.row < header_rows and c.text}
    said = [(c.column, squeeze(c.text)) for c in table.cells if c.row == row and c.text]
    return bool(said) and 2 * sum(one in names for one in said) >= len(said)


def _column(table: Table, column: int, header_rows: int) -> Column:
    seen: list[str] = []
    for row in range(header_rows):
        cell = table.at(row, column)
        if cell is None or cell.column_span == table.columns > 1:
            continue
        if cell.text and cell.text not in seen:
            seen.append(cell.text)
    header = " ".join(clean(t).replace("\n", " ") for t in seen)
    # The lowest header cell names the column; those above it name a group of columns.
    role = _role_named(table, column, header_rows, seen)
    year = next((y for t in reversed(seen) if (y := year_in(clean(t))) is not None), None)
    if PERSONS.search(header):
        return Column("count", header)
    if role in ("score", None) and _OF_OTHERS.search(squeeze(header)):
        # "ข้อ (คะแนนของเขต / ค่าเฉลี่ย 50 เขต)": the numbers stand with the items.
        before = header_role(_BEHIND.sub("", header))
        return Column(before if before in _ITEMS else "benchmark", header)
    if role is not None and _BY_OTHERS.search(squeeze(header)):
        return Column("note", header)
    if year is not None and role in (None, "score", "year"):
        # A month of a year has ticks below it.
        role = None if any(names_month(t) for t in seen) else "score"
    return Column(role, header, year if role == "score" else None)


def _role_named(table: Table, column: int, header_rows: int, seen: list[str]) -> str | None:
    """The role the lowest header cell names, failing that the one above it.

    A group's name is no column's where another column of the group is something else.
    """
    for at, text in enumerate(reversed(seen)):
        role = _in_brackets(text) or header_role(text)
        if role is None:
            continue
        group = next(c for r in range(header_rows) if (c := table.at(r, column)) and c.text == text)
        if at and group.column_span > 1:
            beside = range(group.column, group.column + group.column_span)
            cells = (table.at(header_rows - 1, i) for i in beside)
            if any(c is not None and header_role(c.text) not in (None, role) for c in cells):
                continue
        return role
    return None


def _described(column: Column) -> str | None:
    """The instrument that a header names with words of its own (``เครื่องมือ IIT คนในหน่วยงานตอบ``)."""
    named = instruments_named(column.header)
    plain = column.role in (None, "instrument", "score") and len(squeeze(column.header)) < _SHORT
    return next(iter(named)) if plain and len(named) == 1 else None


_BRACKETS = compiled(r"[(\[]\s*([^()\[\]]{3,30}?)\s*[)\]]\s*$")
_BEHIND = compiled(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_ITEMS = frozenset(("item", "code", "indicator"))
_NO_SCORES = frozenset("weight target benchmark change rank points".split())


def _in_brackets(text: str) -> str | None:
    """What a header says in brackets that its numbers are, where those are no scores."""
    match = _BRACKETS.search(clean(text))
    role = phrase_of(match[1]) if match is not None else None
    return role if role in _NO_SCORES else None


def _merged_wholes(table: Table, start: int, columns: list[Column]) -> list[Column]:
    """Columns of the whole assessment: headed by its name, one score merged over all rows."""
    found = []
    for i, column in enumerate(columns):
        cells = [c for c in table.cells if c.column == i and c.row >= start and c.text]
        merged = len(cells) == 1 and cells[0].row_span == len(table.rows) - start > 1
        whole = merged and names_whole(column.header) and bare_score(clean(cells[0].text))
        found.append(replace(column, role="score", code="ITA") if whole else column)
    return found


def _instrument_columns(columns: list[Column]) -> list[Column]:
    """Columns headed by the instruments hold their scores; beside them, one of the whole."""
    codes: list[str | None] = []
    heads = [_OF_YEAR.sub("", squeeze(column.header)) for column in columns]
    for column, head in zip(columns, heads, strict=True):
        match = INSTRUMENT.match(head)
        codes.append(match.group(1) if match else _described(column))
    if sum(c is not None for c in codes) < 2:
        return columns
    found = []
    for column, head, code in zip(columns, heads, codes, strict=True):
        code = code or ("ITA" if names_whole(head) else None)
        found.append(replace(column, role="score", code=code) if code else column)
    return found
