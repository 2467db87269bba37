"""Searching the texts of weaknesses and measures, Thai as it is typed.

Words of three characters or more are looked up in the full-text index, shorter ones by LIKE in the
texts themselves: the index knows nothing shorter, and would silently find nothing. All words of a
search stand in one and the same cell.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from load.search import INDEXES
from normalize.words.text import clean
from publish.errors import QuestionError
from publish.reader import ask

INDEXED = 3
"""Characters a word needs to be in the index."""

# What can be searched -> the index, its column.
FIELDS = {
    "weakness": ("weakness_search", "text"),
    "measure": ("measure_search", "measure"),
    "output": ("measure_search", "output"),
    "awareness": ("measure_search", "awareness"),
    "result": ("measure_search", "result"),
}
FIELDS_TH = {
    "weakness": "จุดอ่อน",
    "measure": "มาตรการ",
    "output": "ผลผลิต",
    "awareness": "การสร้างการรับรู้",
    "result": "ผลการดำเนินการ",
}


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for.

    Attributes:
        words: each in canonical form, all of which a cell must hold.
        fields: the cells to look in.
        district: code or name of an agency, ``None`` for all.
        year: of the report, ``None`` for all.
    """

    words: tuple[str, ...]
    fields: tuple[str, ...] = tuple(FIELDS)
    district: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell that holds the words.

    Attributes:
        field: which cell.
        fact_id: the measure or, for a weakness, the weakness.
        year: of the report.
        text: the whole cell.
    """

    field: str
    fact_id: int
    agency_code: str | None
    agency_th: str | None
    year: int | None
    document_file: str
    page: int
    codes: str | None
    text: str


def words_of(texts: Sequence[str]) -> tuple[str, ...]:
    """Words as the database would hold them: marks in order, Arabic digits.

    Raises:
        QuestionError: nothing is left to look for.
    """
    printable = ("".join(c if c.isprintable() else " " for c in text) for text in texts)
    words = tuple(word for text in printable if (word := clean(text)))
    if not words:
        raise QuestionError("Nothing to search for: give a word")
    return words


def hits(connection: sqlite3.Connection, search: Search) -> Iterator[Hit]:
    """The cells that hold all words: newest reports first, then by agency, file and page."""
    selects = [_select(field, search.words) for field in search.fields]
    sql = (
        "\nUNION ALL\n".join(selects)
        + "\nORDER BY year DESC, agency_code, document_file, page, fact_id"
    )
    values: dict[str, str | int | None] = {"district": search.district, "year": search.year}
    values |= {f"match_{field}": _match(FIELDS[field][1], search.words) for field in search.fields}
    values |= {f"like_{n}": like_pattern(word) for n, word in enumerate(search.words)}
    used = {name: value for name, value in values.items() if f":{name}" in sql}
    for row in ask(connection, sql, used).rows:
        yield Hit(*row)  # type: ignore[arg-type]


def _select(field: str, words: Sequence[str]) -> str:
    name, column = FIELDS[field]
    index = next(index for index in INDEXES if index.name == name)
    conditions = [
        f"f.{column} LIKE :like_{number} ESCAPE '\\'"
        for number, word in enumerate(words)
        if len(word) < INDEXED
    ]
    if len(conditions) < len(words):
        found = f"(SELECT rowid FROM {name} WHERE {name} MATCH :match_{field})"
        conditions.append(f"f.{index.key} IN {found}")
    conditions.append("(:year IS NULL OR d.report_year = :year)")
    conditions.append(
        "(:district IS NULL OR :district IN (d.agency_code, d.agency_th, d.agency_en))"
    )
    return (
        f"SELECT '{field}' AS field, f.{index.key} AS fact_id, d.agency_code AS agency_code,"
        f" d.agency_th AS agency_th, d.report_year AS year, d.document_file AS document_file,"
        f" {_page(field)} AS page, v.codes AS codes, f.{column} AS text\n"
        f"FROM {index.table} AS f\n"
        f"JOIN v_document AS d ON d.document_id = f.document_id\n"
        f"JOIN v_{index.table} AS v ON v.{index.key} = f.{index.key}\n"
        f"WHERE {' AND '.join(conditions)}"
    )


def _page(field: str) -> str:
    """The page the cell begins on; its row may begin earlier."""
    if field == "weakness":
        return "f.page"
    return (
        "coalesce((SELECT s.page FROM measure_source AS s WHERE s.measure_id = f.measure_id"
        f" AND s.field = '{field}' ORDER BY s.seq LIMIT 1), f.page_first)"
    )


def _match(column: str, words: Sequence[str]) -> str:
    phrases = ['"' + word.replace('"', '""') + '"' for word in words if len(word) >= INDEXED]
    return f"{column} : ({' AND '.join(phrases)})"


def like_pattern(word: str) -> str:
    """The word anywhere in a text, for LIKE with a backslash as its escape."""
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    return f"%{escaped}%"


def places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in a text, in order and without overlap."""
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]


def excerpt(text: str, words: Sequence[str], around: int) -> tuple[str, list[tuple[int, int]]]:
    """The part of a text where the words stand first, on one line, and their places in it.

    Args:
        text: the whole cell.
        words: what was looked for.
        around: characters to show before the first word, and twice as many after it.
    """
    line = " ".join(text.split())
    found = places(line, words)
    first, last = found[0] if found else (0, 0)
    start = _whole(line, max(0, first - around))
    end = max(last, _whole(line, min(len(line), first + 2 * around)))
    before, after = "…" if start else "", "…" if end < len(line) else ""
    part = f"{before}{line[start:end].strip()}{after}"
    return part, places(part, words)


def _whole(line: str, place: int) -> int:
    """The place, or the one before it that does not part a mark from its letter."""
    while 0 < place < len(line) and re.match("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]", line[place]):
        place -= 1
    return place
