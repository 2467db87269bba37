"""Scores of lines and cells that hold nothing but codes with theirs: ``I1 = 83.71, I2 = 87.15``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import regex

from extract.model import Paragraph, Table
from normalize.codebook import Item, items
from normalize.facts.listnames import OTHER
from normalize.facts.scores import Stated
from normalize.model import Source
from normalize.names.said import year_said
from normalize.names.sections import read_heading
from normalize.rows.columns import Columns
from normalize.words.text import clean

# What a column may be called whose cells hold such pairs.
_NAMED = ("item", "code", "score")
# What a line's heading ends with says what its numbers are.
_HEAD = 80
_CODED = r"(?:ข้อ\s*)?([IEO])\s?([0-9]{1,2})(?![0-9])\s*(?:ได้|[=:\u2013-])?\s*"
# Only behind a sign that says so is a whole number a score.
_NUMBER = r"((?:100|[0-9]{1,2})\.[0-9]{2}|(?<=[=:]\s?)(?:100|[0-9]{1,2})(?![0-9.]))(?![0-9])"
_PAIR = rf"{_CODED}\(?\s*{_NUMBER}\s*(?:คะแนน|%)?\s*\)?"
_ONLY_PAIRS = regex.compile(
    rf"\s*(?:[-\u2013\u2022]\s*)?{_PAIR}(?:(?:\s*[,;/|]\s*|\s+){_PAIR})+\s*[.,;]?\s*"
)
_EACH_PAIR = regex.compile(_PAIR)


def paired_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of lines that hold nothing but codes with theirs: ``I1 = 83.71   I2 = 87.15``."""
    found: list[Stated] = []
    book = items(year) if year is not None else {}
    head = ""
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        if paragraph.furniture:
            continue
        if not _ONLY_PAIRS.fullmatch(text):
            head = text[-_HEAD:]
            continue
        source = Source(paragraph.place, paragraph.text)
        if not OTHER.search(head):
            found += _stated(text, book, year_said(head, year), source, "prose")
    return found


def paired_in_cells(table: Table, columns: Columns, year: int | None) -> list[Stated]:
    """Scores of cells that hold nothing but codes with theirs, a group of items in each."""
    found: list[Stated] = []
    book = items(year) if year is not None else {}
    # Beside measures a column that nothing names may pair items with something else.
    roles = _NAMED if columns.where("measure") else (None, *_NAMED)
    for cell in table.cells:
        head = columns.columns[cell.column]
        text = " ".join(clean(cell.text).split())
        if head.role not in roles or not _ONLY_PAIRS.fullmatch(text):
            continue
        above = (c.text for c in table.cells if c.row < cell.row and cell.column in c.columns)
        # What a band says of its indicator's own number is said of no other.
        above = (text for text in above if read_heading(clean(text)) is None)
        if any(OTHER.search(clean(words)) for words in (head.header, *above)):
            continue
        source = Source(cell.places[0], cell.text)
        found += _stated(text, book, head.year or year, source, "table")
    return found


def _stated(
    text: str, book: Mapping[str, Item], year: int | None, source: Source, where: str
) -> list[Stated]:
    pairs = ((f"{m[1]}{int(m[2])}", Decimal(m[3])) for m in _EACH_PAIR.finditer(text))
    return [Stated(year, "item", c, value, source, where) for c, value in pairs if c in book]
