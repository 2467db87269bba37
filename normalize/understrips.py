"""Scores of tables of one row that name nothing: the heading above says whose they are.

``I3 มีการสื่อสารที่ชัดเจน`` over ``คะแนนที่ได้ | ค่าเป้าหมาย | ค่าเฉลี่ย 50 เขต`` with one row of numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from normalize.codebook import nearest_items
from normalize.facts.scores import Stated, level_of
from normalize.names.codes import entries_of
from normalize.names.itemheads import heads_item, items_headed
from normalize.names.meta import named_districts
from normalize.names.ranges import plain_range, range_of
from normalize.names.sections import read_heading
from normalize.rows.columns import Columns
from normalize.rows.items import range_indicator
from normalize.tables import ReadTable
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

# Roles of columns that would say what a row is of, or what is done for it.
_NAMING = (
    "item", "code", "indicator", "subindicator", "instrument", "year", "measure", "weakness",
    "level", "condition", "result", "output",
)  # fmt: skip
#: What such a table is called.
STRIP = "score-strip"
_SHORT = 90
_LETTER = compiled("[A-Za-z\u0e01-\u0e4e]")


def with_strips_read(
    reads: Sequence[ReadTable], year: int | None, own: str | None = None
) -> tuple[list[ReadTable], list[Stated]]:
    """The tables, those that are such strips named so, and the scores of these.

    Of tables that are called alike each must stand under a heading of its own: where one does not,
    a heading may be that of the strip above it, and none is read. ``own``: code of the report's
    agency; beside its score may stand another district's.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for i, read in enumerate(reads):
        if _is_strip(read, own):
            alike[squeeze("|".join(c.header for c in read.columns.columns))].append(i)
    found = list(reads)
    stated: list[Stated] = []
    for strips in alike.values():
        codes = [_headed_by(reads[i], year) for i in strips]
        for i, code in zip(strips, codes, strict=True) if all(codes) else ():
            if code is not None and (said := _stated(reads[i], code, year, own)):
                found[i] = replace(reads[i], kind=STRIP)
                stated += said
    return found, stated


def _scores(columns: Columns, own: str | None) -> list[int]:
    """The columns of scores that no other district's name heads."""
    named = {i: named_districts(columns.columns[i].header) for i in columns.where("score")}
    return [i for i, found in named.items() if not found or own in found]


def _is_strip(read: ReadTable, own: str | None) -> bool:
    columns, records = read.columns, read.body.records
    if read.kind != "unknown-table" or len(records) != 1 or records[0].heading is not None:
        return False
    scores = _scores(columns, own)
    years = {columns.columns[i].year for i in scores}
    told = (records[0].own(i) for i in columns.where(*_NAMING))
    plain = not any(c is not None and _LETTER.search(c.text) for c in told)
    plain = plain and not any(c.code for c in columns.columns)
    return bool(columns.header_rows and scores and plain) and len(years) == len(scores)


def _headed_by(read: ReadTable, year: int | None) -> str | None:
    """The code that the nearest heading above a strip names.

    Within a frame lines that stand below the strip may come before it.
    """
    place = read.table.places[0]
    lines = [
        clean(p.text)
        for p in read.above
        if p.place.page < place.page or p.place.box.top <= place.box.top
    ]
    for i in range(len(lines) - 1, -1, -1):
        if heads_item(lines[i]):
            # Of two items one above the other neither alone is meant.
            return None if i and heads_item(lines[i - 1]) else _of_item(lines[i], year)
        section = read_heading(lines[i]) if len(lines[i]) < _SHORT else None
        if section is not None and section.indicator and section.certain:
            return section.subindicator or section.indicator
    return None


def _of_item(heading: str, year: int | None) -> str | None:
    """The code of the item that a heading names, or of the indicator that a range of them is."""
    entries = entries_of(items_headed(heading))
    codes = plain_range(entries[0]) if len(entries) == 1 else ()
    if len(codes) > 1:
        return range_indicator(range_of(codes[0], codes[-1], year), year)
    return codes[0] if codes and codes[0] in nearest_items(year) else None


def _stated(read: ReadTable, code: str, year: int | None, own: str | None) -> list[Stated]:
    record = read.body.records[0]
    found = []
    for i in _scores(read.columns, own):
        cell = record.own(i)
        value = bare_score(cell.text) if cell is not None else None
        if cell is not None and value is not None:
            when = read.columns.columns[i].year or year
            found.append(Stated(when, level_of(code), code, value, cell.source, "table"))
    return found


__all__ = ["STRIP", "with_strips_read"]
