"""Scores of lines and cells that hold nothing but codes with theirs: ``I1 = 83.71, I2 = 87.15``."""

from __future__ import annotations

from collections.abc import Iterable, Set
from decimal import Decimal

import regex

from extract.model import Paragraph, Table
from normalize.codebook import nearest_indicators, nearest_items
from normalize.facts.listnames import OTHER
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.codepairs import EACH_PAIR, ONE_PAIR, SEVERAL_PAIRS
from normalize.names.codes import entries_of
from normalize.names.said import year_said
from normalize.names.sections import only_names, read_heading
from normalize.rows.columns import Columns
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# What a column may be called whose cells hold such pairs.
_NAMED = ("item", "code", "score", "pairs")
# What a line's heading ends with says what its numbers are.
_HEAD = 80


def paired_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of lines that hold nothing but codes with theirs: ``I1 = 83.71   I2 = 87.15``.

    Where lines do so for each indicator, one of them may have a single item.
    """
    paragraphs = [p for p in paragraphs if not p.furniture]
    several = sum(SEVERAL_PAIRS.fullmatch(clean(p.text)) is not None for p in paragraphs)
    forms = (SEVERAL_PAIRS, ONE_PAIR) if several > 1 else (SEVERAL_PAIRS,)
    found: list[Stated] = []
    book = _book(year)
    head = ""
    owed: Decimal | None = None
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        source = Source(paragraph.place, paragraph.text)
        if (shared := _shared(text, owed)) is not None and not OTHER.search(head):
            value, codes = shared
            when = year_said(head, year)
            found += [Stated(when, "item", c, value, source, "prose") for c in codes if c in book]
            owed = value if text.rstrip().endswith(",") else None
            continue
        owed = None
        if not any(form.fullmatch(text) for form in forms):
            head = text[-_HEAD:]
            continue
        if not OTHER.search(head):
            found += _stated(text, book, year_said(head, year), source, "prose")
    return found


def paired_in_cells(table: Table, columns: Columns, year: int | None) -> list[Stated]:
    """Scores of cells that hold nothing but codes with theirs, a group of items in each.

    A group may have one item.
    """
    found: list[Stated] = []
    book = _book(year)
    # Beside measures a column that nothing names may pair items with something else.
    beside = bool(columns.where("measure"))
    roles = _NAMED if beside else (None, *_NAMED)
    where = "measures" if beside else "table"
    texts = [(c, " ".join(_below_name(clean(c.text)).split())) for c in table.cells]
    pairs = [(c, text) for c, text in texts if SEVERAL_PAIRS.fullmatch(text)]
    groups = {c.column for c, _ in pairs}
    pairs += [(c, t) for c, t in texts if c.column in groups and ONE_PAIR.fullmatch(t)]
    found += _of_strong_points(table, columns, year)
    for cell, text in pairs:
        head = columns.columns[cell.column]
        if head.role not in roles:
            continue
        above = (c.text for c in table.cells if c.row < cell.row and cell.column in c.columns)
        # What a band says of its indicator's own number is said of no other.
        above = (text for text in above if read_heading(clean(text)) is None)
        if any(OTHER.search(clean(words)) for words in (head.header, *above)):
            continue
        source = Source(cell.places[0], cell.text)
        found += _stated(text, book, head.year or year, source, where)
    return found


def torn_pairs(table: Table, year: int | None) -> tuple[list[Stated], frozenset[int]]:
    """Scores of rows that gaps part anywhere (``E1 | 89.30 E2 | 74.24 E3 | 93.68``), and the rows.

    Where a code and its score stand farther apart than the score and the next code, cells hold the
    end of one pair and the begin of another. The line as a whole tells which number is whose.
    """
    found: list[Stated] = []
    rows: set[int] = set()
    book = _book(year)
    for row in range(len(table.rows)):
        cells = [c for c in table.cells if c.row == row and c.text.strip()]
        texts = [clean(c.text).strip() for c in sorted(cells, key=lambda c: c.column)]
        whole = " ".join(texts)
        if SEVERAL_PAIRS.fullmatch(whole) and not any(map(ONE_PAIR.fullmatch, texts)):
            rows.add(row)
            found += _stated(whole, book, year, Source(cells[0].places[0], whole), "table")
    return found, frozenset(rows)


def _of_strong_points(table: Table, columns: Columns, year: int | None) -> list[Stated]:
    """Scores of items that stand among the strong points, beside the weak ones of their row."""
    found: list[Stated] = []
    book = _book(year)
    held = columns.where("strength")
    for cell in (c for c in table.cells if c.column in held and c.column_span == 1):
        source = Source(cell.places[0], cell.text)
        for entry in entries_of(clean(cell.text)):
            code = squeeze(entry.token)
            if entry.last is None and len(entry.scores) == 1 and code in book:
                when = columns.columns[cell.column].year or year
                value = entry.scores[0].value
                found.append(Stated(when, "item", code, value, source, "measures"))
    return found


def _below_name(text: str) -> str:
    """What stands in a cell below the name of the indicator whose items it pairs."""
    first, _, rest = text.partition("\n")
    heading = read_heading(first) if rest else None
    return rest if heading is not None and heading.certain else text


# "100.00 คะแนน O1, O2, O3": all that the items of a row have, in a table by range.
_LISTED = r"[IEO]\s?[0-9]{1,2}(?![0-9])(?:\s*,\s*[IEO]\s?[0-9]{1,2}(?![0-9]))*\s*,?\s*"
_AT_SCORE = compiled(
    rf"\s*(?P<score>100|[0-9]{{1,2}}(?=\.))(?:\.(?P<part>[0-9]{{2}}))?\s*คะแนน\s*[:\u2013-]?\s*(?P<codes>{_LISTED})"
)
_MORE = compiled(rf"\s*(?P<codes>{_LISTED})")
# Of staff and citizens several items hardly have one score, but for all or nothing.
_ALL, _NONE = Decimal(100), Decimal(0)


def _shared(text: str, owed: Decimal | None) -> tuple[Decimal, list[str]] | None:
    """A score and the items that have it; ``owed``: that of a list that goes on from above."""
    match = _AT_SCORE.fullmatch(text)
    more = _MORE.fullmatch(text) if match is None and owed is not None else None
    listed = match or more
    if listed is None:
        return None
    value = owed if match is None else Decimal(f"{match['score']}.{match['part'] or '00'}")
    codes = [
        f"{m[1]}{int(m[2])}" for m in regex.finditer(r"([IEO])\s?([0-9]{1,2})", listed["codes"])
    ]
    sure = value in (_ALL, _NONE) or all(code[0] == "O" for code in codes)
    return (value, codes) if value is not None and sure else None


# "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (96.15)", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล = 93.33 คะแนน"
_NAMED_LINE = compiled(
    r"\s*(?:[-\u2013\u2022]\s*)?ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*(?P<number>(?:10|[1-9])(?:\.[1-9])?)"
    r"\s*[.)]?\s*(?P<name>[^0-9(=:]{4,90}?)\s*[(=:]\s*(?:ได้\s*)?"
    r"(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})\s*(?P<unit>คะแนน)?\s*\)?\s*"
)


def named_in_cells(table: Table, columns: Columns, year: int | None) -> list[Stated]:
    """Scores of cells that hold nothing but indicators with theirs, as tables by range do.

    ``90.00 - 94.99 | ตัวชี้วัดที่ 2 การใช้งบประมาณ (90.98)``: number and name agree, and the header or the
    unit says that it is a score.
    """
    found: list[Stated] = []
    for cell in table.cells:
        lines = [line for line in clean(cell.text).split("\n") if line.strip()]
        named = [m for line in lines if (m := _NAMED_LINE.fullmatch(line))]
        header = columns.columns[cell.column].header if cell.column_span == 1 else ""
        if not named or len(named) < len(lines) or OTHER.search(clean(header)):
            continue
        if not all(only_names(m["name"], m["number"]) for m in named):
            continue
        if "คะแนน" in header or all(m["unit"] for m in named):
            when, source = (
                columns.columns[cell.column].year or year,
                Source(cell.places[0], cell.text),
            )
            found += [
                Stated(
                    when, level_of(m["number"]), m["number"], Decimal(m["score"]), source, "table"
                )
                for m in named
            ]
    return found


def _book(year: int | None) -> frozenset[str]:
    """The codes of the items and of the parts of indicators of a year."""
    return frozenset((*nearest_items(year), *nearest_indicators(year)))


def _stated(
    text: str, book: Set[str], year: int | None, source: Source, where: str
) -> list[Stated]:
    matches = EACH_PAIR.finditer(text)
    pairs = ((m[3] or f"{m[1]}{int(m[2])}", Decimal(m[4])) for m in matches)
    return [Stated(year, level_of(c), c, value, source, where) for c, value in pairs if c in book]
