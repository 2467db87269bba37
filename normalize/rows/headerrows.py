"""Which rows of a table are its header: they name columns, and what stands below is data."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Table
from normalize.names.meta import named_districts
from normalize.names.phrases import leading_role, phrase_of, role_of
from normalize.names.said import beside_name
from normalize.names.sections import TOOLS, read_heading
from normalize.rows.columns import year_in
from normalize.words.dates import find_dates, only_time
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score, find_scores, find_units

#: What heads the scores of an instrument.
INSTRUMENT = compiled(
    rf"^(?:คะแนน|ผล)?(?:{TOOLS})?\(?(IIT|EIT|OIT)\)?"
    r"(?:\(?(?:ร้อยละ|น้ำหนัก|คะแนน|เต็ม)*[0-9]{1,3}%?(?:คะแนน)?\)?|\((?:คะแนน|ร้อยละ|%)\))?$"
)
#: Numbers of persons or copies are no scores.
PERSONS = compiled(r"\(\s*(?:คน|ราย|ชุด|ฉบับ|ครั้ง)\s*\)")
# So are sums of money.
_MONEY = compiled(r"\(\s*(?:ล้าน|พัน)?\s*บาท\s*\)\s*$")
_DECIMAL = compiled(r"\s*[0-9]{1,3}\.[0-9]{2}\s*")


def header_rows_of(table: Table) -> int:
    """First rows in which at least half of the cells name a role, spans included.

    A title printed in merged cells above the header counts as header.
    """
    start = _title_rows(table)
    count = start
    # Where print marks the header (repeated on later pages, shaded), nothing below it is header
    # but a row of column names alone.
    marked = max(table.header_rows, start + 1) if table.header_rows else start + 4
    while table.header_rows and _names_columns(table, marked):
        marked += 1
    for row in range(start, min(marked, len(table.rows))):
        texts = [c.text for c in table.cells if c.row == row and c.text]
        named = sum(1 for t in texts if len(squeeze(t)) < 120 and _names_role(t))
        if count > start and row < _span_end(table, count):
            count = row + 1
            continue
        told = _tells(texts, below=row > start)
        if named < _least_named(table, row, texts, first=row == start) or row > count or told:
            break
        count = row + 1
    if count == start:
        return _marked_rows(table)
    return min(_past_numbers(table, max(count, _span_end(table, count))), len(table.rows))


def _least_named(table: Table, row: int, texts: Sequence[str], *, first: bool) -> int:
    """How many cells of a row must name a role, so that it can be one of a header.

    ``first``: below the title, with no row of the header above it.
    """
    if row == 0 and len(texts) == table.columns == 1:
        return 1
    # Where nothing in the row looks like data, two known words make it a header.
    if first and not any(is_data(t) for t in texts):
        return 1 if len(texts) > 1 and _names_below(table, row) else 2
    return max(2, (len(texts) + 1) // 2)


def _names_below(table: Table, row: int) -> bool:
    """Whether a row's cells name columns together with those below, which name nothing else."""
    merged = any(c.row == row and max(c.row_span, c.column_span) > 1 for c in table.cells)
    below = [c.text for c in table.cells if c.row == row + 1 and c.text]
    return merged and len(below) > 1 and all(map(_names_role, below))


def _tells(texts: Sequence[str], *, below: bool) -> bool:
    """Whether a row tells of one thing: its score, that of a year, or the code it has alone.

    Codes beside each other name the columns of a wide table. ``below`` the first row of the
    columns' names a code or a score among other words of a cell tells of an item as well.
    """
    plain = [clean(t) for t in texts]
    alone = sum(_LONE_CODE.fullmatch(t) is not None for t in plain)
    if alone == 1 or any(_DECIMAL.fullmatch(t) or _dated_score(t) for t in plain):
        return True
    if below and any(only_time(t) for t in plain) and any(_names_unit(t) for t in plain):
        # Who does it, and until when.
        return True
    led = sum(_LED_BY_CODE.match(t) is not None for t in plain) if below else 0
    return led == 1 or (below and any(s.value < _FULL for t in plain for s in find_scores(t)))


def _names_columns(table: Table, row: int) -> bool:
    """Whether every cell of a row that says something is the name of a column and nothing else."""
    texts = [c.text for c in table.cells if c.row == row and c.text]
    return len(texts) > 2 and all(phrase_of(t) is not None for t in texts)


def _names_all(table: Table, row: int) -> bool:
    """Whether a row has words in most columns, and most of these name one."""
    texts = [c.text for c in table.cells if c.row == row and c.text]
    if 2 * len(texts) <= max(table.columns, 4) or any(map(is_data, texts)):
        return False
    return 2 * sum(map(_names_role, texts)) >= len(texts)


def _dated_score(text: str) -> bool:
    """Whether a cell states the score of a year (``ปี 2567 : 84.38``), which no header does."""
    return any(year is not None for year, _ in beside_name(text, None))


def _marked_rows(table: Table) -> int:
    """Header rows whose words are all new, where print marks them out and none is data.

    Above names of columns that are known the names of groups of them may be new; quarters of a year
    are numbered.
    """
    rows = table.header_rows
    lowest = [c.text for c in table.cells if rows - 1 in c.rows and c.text]
    words = [t for t in lowest if not _COLUMN_NUMBERS.fullmatch(clean(t))]
    named = sum(map(_names_role, words))
    if 1 < rows < len(table.rows) and 2 < 2 * named >= len(words) and not any(map(is_data, words)):
        return rows
    cells = [c for c in table.cells if c.row < rows and c.text and c.column_span < table.columns]
    if rows >= len(table.rows) or len(cells) < max(2, table.columns // 2):
        return 0
    return 0 if any(is_data(c.text) or read_heading(clean(c.text)) for c in cells) else rows


_CODED = compiled(r"[IEO]\s?[0-9]{1,2}(?![0-9])")
_LED_BY_CODE = compiled(rf"(?:ข้อ)?[ (]*{_CODED.pattern}")
_FULL = 100
_LONE_CODE = compiled(r"\s*\(?(?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}\)?\s*")
_NUMBER = compiled("[0-9]+")
# Where no edge was seen between two columns, a cell has the numbers of both.
_COLUMN_NUMBERS = compiled(r"(?:\(?\s*[0-9]{1,2}\s*[).]?\s*)+")
# So many more lines a column's name may have.
_NAME_LINES = 3


def is_data(text: str) -> bool:
    """Whether a cell looks like a fact rather than a column's name."""
    plain = clean(text)
    if beside_name(plain, None) or bare_score(plain) is not None:
        return True
    if find_dates(plain) or len(squeeze(plain)) > 80:
        return True
    return _CODED.match(plain) is not None or _names_unit(plain)


def _names_unit(text: str) -> bool:
    return bool(find_units(text)) and role_of(text) is None


def _title_rows(table: Table) -> int:
    """Rows at the top that are one cell across the whole table and no section heading.

    Where no upright rule shows how far it reaches, its words may stand in one cell of several.
    """
    count = 0
    while count < min(3, len(table.rows) - 1):
        if _numbers_columns(table, count):
            count += 1
            continue
        cells = [c for c in table.cells if c.row == count]
        said = [c for c in cells if c.text]
        if not count and len(said) == 1 < len(cells) and _names_all(table, 1):
            cells = said
        elif len(cells) != 1 or cells[0].column_span < table.columns or table.columns == 1:
            break
        if read_heading(clean(cells[0].text)) is not None:
            break
        count += 1
    return count


def _numbers_columns(table: Table, row: int) -> bool:
    """A row under the header that only numbers the columns: (1) (2) (3)."""
    texts = [clean(c.text) for c in table.cells if c.row == row and c.text]
    if len(texts) < 3 and texts != ["(1)", "(2)"]:
        return False
    if not all(_COLUMN_NUMBERS.fullmatch(t) for t in texts):
        return False
    values = [int(number) for t in texts for number in _NUMBER.findall(t)]
    return values == list(range(values[0], values[0] + len(values)))


def _past_numbers(table: Table, row: int) -> int:
    """The row below that which numbers the columns, under more lines of names; else the row given.

    Names of several lines may stand in a row each where a table has no rules.
    """
    for below in range(row, min(row + _NAME_LINES, len(table.rows))):
        if _numbers_columns(table, below):
            return below + 1
        texts = [clean(c.text) for c in table.cells if c.row == below]
        if any(_NUMBER.search(t) for t in texts):
            break
    return row


def _span_end(table: Table, rows: int) -> int:
    """Row after the last one that a header cell reaches into."""
    return max((c.row + c.row_span for c in table.cells if c.row < rows and c.text), default=rows)


def _names_role(text: str) -> bool:
    plain = clean(text)
    if bare_score(plain) is not None or beside_name(plain, None):
        return False
    if INSTRUMENT.match(squeeze(plain)) or PERSONS.search(plain) or _MONEY.search(plain):
        return True
    if len(squeeze(plain)) < 40 and named_districts(plain):
        return True
    short = len(squeeze(plain)) < 20
    return leading_role(text) is not None or (short and year_in(plain) is not None)


__all__ = ["INSTRUMENT", "PERSONS", "header_rows_of", "is_data"]
