"""What each column of a table is for: known by the words of its header, checked by its cells.

The words are data (``codebook/headers.csv``); a new district's table is a few new words. Where the
header is silent or its words are new, the cells decide: codes, scores, dates, intervals and section
names look like nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex
from rapidfuzz import fuzz

from extract.model import Cell, Table
from normalize.codebook import words
from normalize.codes import entries_of
from normalize.sections import by_name
from normalize.text import clean, squeeze
from normalize.values import bare_score, find_dates, find_units, monitoring_months

_YEAR = regex.compile(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")
# Shorter phrases than this (ที่, ข้อ, หน้า) must be the whole header, or every header holds one.
_SHORT = 5
_ALIKE = 85.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role (a ``meaning`` of headers.csv, or ``None``), header text and stated year."""

    role: str | None
    header: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns and how many first rows are its header."""

    columns: tuple[Column, ...]
    header_rows: int

    def where(self, *roles: str) -> tuple[int, ...]:
        """Positions of the columns with one of these roles, left to right."""
        return tuple(i for i, c in enumerate(self.columns) if c.role in roles)

    @property
    def known(self) -> int:
        return sum(c.role is not None for c in self.columns)


@cache
def _vocabulary() -> tuple[tuple[str, str], ...]:
    return tuple((squeeze(w.phrase).lower(), w.meaning) for w in words("headers"))


def role_of(header: str) -> str | None:
    """The role a header's words name, or ``None``.

    The phrase that stands first wins, then the longest; damaged spellings count by likeness.
    """
    text = regex.sub(r"^[\s0-9.()\-]+", "", squeeze(clean(header)).lower())
    exact: list[tuple[int, int, str]] = []
    near: list[tuple[float, str]] = []
    for phrase, meaning in _vocabulary():
        if len(phrase) < _SHORT:
            at = 0 if text == phrase else -1
        else:
            at = text.find(phrase)
        if at >= 0:
            exact.append((at, -len(phrase), meaning))
        elif len(phrase) >= 7:
            near.append((fuzz.ratio(phrase, text[: len(phrase)]), meaning))
    if exact:
        return min(exact)[2]
    best = max(near, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def _leading_role(text: str) -> str | None:
    """The role of a text that begins with a header phrase (and is no statement of a list)."""
    if regex.match(r"\s*[-\u2013\u2022]|\s*[0-9]{1,2}[.)]", clean(text)):
        return None
    plain = squeeze(clean(text)).lower()
    role = role_of(text)
    if role is None:
        return None
    first = min(
        (at for p, m in _vocabulary() if m == role and (at := plain.find(p)) >= 0), default=0
    )
    return role if first == 0 else None


def read_columns(table: Table, inherited: Columns | None = None) -> Columns:
    """The roles of a table's columns; ``inherited`` are those of the table it may continue."""
    header_rows = _header_rows(table)
    columns = [_column(table, c, header_rows) for c in range(table.columns)]
    silent = not any(c.role for c in columns)
    if silent and inherited is not None and len(inherited.columns) == table.columns:
        return replace(inherited, header_rows=0)
    body = [c for c in table.cells if c.row >= header_rows and c.column_span < table.columns]
    columns = [
        _checked(column, [cell for cell in body if cell.column == i and cell.text], columns)
        for i, column in enumerate(columns)
    ]
    return Columns(tuple(columns), header_rows)


def _header_rows(table: Table) -> int:
    """First rows in which at least half of the cells name a role, spans included."""
    count = 0
    # Where print marks the header (repeated on later pages, shaded), nothing below it is header.
    for row in range(min(table.header_rows or 4, len(table.rows))):
        texts = [c.text for c in table.cells if c.row == row and c.text]
        named = sum(1 for t in texts if len(squeeze(t)) < 120 and _names_role(t))
        needed = 1 if row == 0 and len(texts) == 1 and table.columns == 1 else 2
        if count and row < _span_end(table, count):
            count = row + 1
            continue
        if named < max(needed, (len(texts) + 1) // 2) or row > count:
            break
        count = row + 1
    count = max(count, _span_end(table, count)) if count else count
    if count and count < len(table.rows) and _numbers_columns(table, count):
        count += 1
    return min(max(count, 0), len(table.rows))


def _numbers_columns(table: Table, row: int) -> bool:
    """A row under the header that only numbers the columns: (1) (2) (3)."""
    texts = [clean(c.text) for c in table.cells if c.row == row and c.text]
    numbers = [regex.fullmatch(r"\(?\s*([0-9]{1,2})\s*[).]?", t) for t in texts]
    if len(texts) < 3 or not all(numbers):
        return False
    values = [int(n.group(1)) for n in numbers if n is not None]
    return values == list(range(values[0], values[0] + len(values)))


def _span_end(table: Table, rows: int) -> int:
    """Row after the last one that a header cell reaches into."""
    return max((c.row + c.row_span for c in table.cells if c.row < rows and c.text), default=rows)


def _names_role(text: str) -> bool:
    plain = clean(text)
    if bare_score(plain) is not None:
        return False
    return _leading_role(text) is not None or bool(_YEAR.search(plain) and len(squeeze(plain)) < 20)


def _column(table: Table, column: int, header_rows: int) -> Column:
    seen: list[str] = []
    for row in range(header_rows):
        cell = table.at(row, column)
        if cell is not None and cell.text and cell.text not in seen:
            seen.append(cell.text)
    header = " ".join(clean(t).replace("\n", " ") for t in seen)
    # The lowest header cell names the column; those above it name a group of columns.
    role = next((r for t in reversed(seen) if (r := role_of(t))), None)
    year = next((int(m.group(1)) for t in reversed(seen) if (m := _YEAR.search(clean(t)))), None)
    if year is not None and role in (None, "score", "year"):
        role = "score"
    return Column(role, header, year if role == "score" else None)


def _share(cells: Sequence[Cell], test: Callable[[str], bool]) -> float:
    return sum(1 for c in cells if test(clean(c.text))) / len(cells) if cells else 0.0


def _is_code(text: str) -> bool:
    return bool(
        regex.fullmatch(
            r"\s*(?:[IEO]|ตัวชี้วัด(?:ย่อย)?(?:ที่)?)\s?\.?\s?[0-9]{1,2}(?:\.[0-9])?\s*[.)]?\s*", text
        )
    )


def _is_decimal(text: str) -> bool:
    return bare_score(text) is not None and ("." in text or squeeze(text) in ("100", "0"))


def _checked(column: Column, cells: Sequence[Cell], others: Sequence[Column]) -> Column:
    """The column with its role confirmed, overruled or found by what its cells hold."""
    own = [c for c in cells if c.column_span == 1]
    if not own:
        return column
    if column.role in (None, "number", "item", "indicator") and _share(own, _is_code) >= 0.7:
        return replace(column, role="code")
    if column.role == "year" and _share(own, lambda t: bool(_YEAR.search(t))) < 0.5:
        column = replace(column, role=None)
    if column.role is not None:
        return column
    taken = {o.role for o in others}
    for role, test, least in _CONTENT_TESTS:
        if (role == "score" or role not in taken) and _share(own, test) >= least:
            return replace(column, role=role)
    return column


def _is_label(text: str) -> bool:
    """Names an indicator, an instrument or the whole, as the left column of a summary does."""
    plain = regex.sub(r"^[\s0-9.)\-]+", "", text)
    return by_name(plain) is not None or bool(
        regex.match(r"\s*(?:ตัวชี้วัด|(?:คะแนน)?แบบ(?:วัด|ตรวจ)|คะแนนรวม|ภาพรวม|IIT|EIT|OIT|ITA)", text)
    )


def _short(test: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: len(squeeze(text)) < 60 and test(text)


#: (role, what a cell of it looks like, share of the column's cells that must).
_CONTENT_TESTS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("score", _short(_is_decimal), 0.5),
    ("deadline", _short(lambda t: bool(find_dates(t))), 0.7),
    ("monitoring", _short(lambda t: monitoring_months(t) is not None), 0.7),
    ("responsible", _short(lambda t: bool(find_units(t))), 0.7),
    ("code", lambda t: len(squeeze(t)) < 8 and bool(entries_of(t)) and not t.isdigit(), 0.7),
    ("indicator", _short(_is_label), 0.4),
    ("item", lambda t: bool(entries_of(t)) and not _is_decimal(t), 0.6),
)
