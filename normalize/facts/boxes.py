"""Boxes of a summary page: a row of large numbers with the name of each right below it.

Number and name stand in two rows, or together in one cell (a card).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from extract.model import Cell, Table
from normalize.facts.paired import torn_pairs
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.instrumentnames import LETTERS, assessed_alone
from normalize.names.ratingsaid import find_rating
from normalize.names.said import beside_name
from normalize.names.sections import only_names
from normalize.names.whole import names_whole
from normalize.words.othernumbers import OTHER_NUMBER
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import as_score

_ANY_NUMBER = compiled(r"[+\u2212-]?[0-9]{1,3}\.[0-9]{1,2}%?")
_NUMBER = compiled(r"(?:100|[0-9]{1,2})\.[0-9]{2}")
_OF_YEAR = compiled(r"(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?(25[4-9][0-9])")
_REACHED = compiled(r"(?:ที่ได้รับ|ที่ได้)$")
_WEIGHT = compiled(r"\((?:น้ำหนัก|ค่าน้ำหนัก|ร้อยละ|เต็ม|คะแนน)*[0-9.]+%?(?:คะแนน)?\)")
# An item's code or an indicator's number, where it is all that a box says.
_PART = compiled(r"(?:ข้อ)?([IEO][1-9][0-9]?)|ตัวชี้วัด(?:ย่อย)?(?:ที่)?((?:10|[1-9])(?:\.[1-9])?)")


def boxes_in(tables: Iterable[Table], year: int | None) -> list[Stated]:
    """Scores of cards, and of two-row tables whose lower row names what the upper one numbers.

    Only the whole assessment and its instruments are named so; two of them must be, so that a
    number over a chance word is none.
    """
    found: list[Stated] = []
    for table in tables:
        upper = [c for c in table.cells if c.row == 0 and c.text.strip()]
        below = {c.column: c for c in table.cells if c.row == 1}
        torn, rows = torn_pairs(table, year)
        found += torn
        named = [one for c in table.cells if c.row not in rows for one in _cards(c, year)]
        if not named and len(table.rows) == 2:
            if not all(regex.match("[0-9]", clean(c.text)) for c in upper):
                continue
            found_in = ((c, below.get(c.column)) for c in upper)
            named = [one for c, label in found_in if (one := _boxed(c, label, year)) is not None]
        if not named:
            named = _labelled(table, year)
        # Beside the rating one number of the whole is told by its name alone.
        if len(named) == 1 and named[0].code == "ITA" and _says_rating(table):
            found += named
        if len({(one.year, one.code) for one in named}) == len(named) >= 2:
            found += named
    return found


def _says_rating(table: Table) -> bool:
    """Whether a row of a table states the rating."""
    rows = (" ".join(c.text for c in table.cells if c.row == r) for r in range(len(table.rows)))
    return any(find_rating(clean(row)) for row in rows)


def stated_below(cell: Cell, name: str, year: int | None) -> Stated | None:
    """The score of a number whose name stands above it; ``None`` where either is something else."""
    return _stated(squeeze(clean(cell.text)), squeeze(clean(name)), cell, year)


def _boxed(cell: Cell, label: Cell | None, year: int | None) -> Stated | None:
    return stated_below(cell, label.text if label else "", year)


def _labelled(table: Table, year: int | None) -> list[Stated]:
    """Scores that stand to the right of their names (``คะแนนภาพรวม | 90.12``)."""
    at = {(c.row, c.column): c for c in table.cells}
    pairs = ((at.get((c.row, c.column - 1)), c) for c in table.cells)
    found = [
        _boxed(_bare(c), label, year)
        for label, c in pairs
        # Of several numbers beside a name any may be its score.
        if label is not None and not _is_number(at.get((c.row, c.column + 1)))
    ]
    return [one for one in (*found, *_dated(table)) if one is not None]


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and _ANY_NUMBER.fullmatch(squeeze(clean(cell.text))) is not None


def _dated(table: Table) -> list[Stated | None]:
    """Scores with their years in a row behind one name (``คะแนนรวม | ปี 2566 : 90.12 | ...``)."""
    first = {c.row: c for c in reversed(table.cells) if not c.column}
    return [
        _stated(f"{value:.2f}", squeeze(clean(first[c.row].text)), c, said)
        for c in table.cells
        if c.column and c.row in first
        for said, value in beside_name(clean(c.text), None)
        if said is not None
    ]


def _bare(cell: Cell) -> Cell:
    return replace(cell, text=squeeze(clean(cell.text)).removesuffix("คะแนน"))


_CARD = compiled(rf"(?P<n>{_NUMBER.pattern})(?P<name>\D+)|(?P<name>\D+)(?P<n>{_NUMBER.pattern})")


_PART_CARD = compiled(
    rf"\s*(?P<name>.*[^\s:=])\s*[\s:=]\s*(?P<n>{_NUMBER.pattern})\s*(?:คะแนน|%)?\s*|\s*(?P<n>{_NUMBER.pattern})\s+(?P<name>\S.*)",
    regex.S,
)


# Fewer cards are none, but for the one beside the rating.
_SEVERAL, _BESIDE = 2, 2
# A card's other words: who answered, a level, the full name. More is no card.
_LONG = 160
_TWO_DECIMALS = compiled(r"(?<![0-9.])(?:100|[0-9]{1,2})\.[0-9]{2}(?![0-9])")
# A line that says what a score weighs, and nothing else.
_WEIGHT_LINE = compiled(
    r"\(?(?:ค่า)?น้ำหนัก(?:คะแนน)?(?:ร้อยละ)?[:=]?[0-9]{1,3}(?:\.0{1,2})?(?:%|คะแนน)?\)?"
)
# ... or says it behind the name of what it weighs.
_WEIGHT_BEHIND = compiled(
    r"(?:(?:ค่า)?น้ำหนัก(?:คะแนน)?\s*ร้อยละ|\((?:ค่า)?น้ำหนัก)\s*[0-9]{1,3}(?:\.0{1,2})?\s*(?:%|คะแนน)?\)?\s*$"
)
_INDICATOR = compiled(
    r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?P<number>(?:10|9)\.[1-9]|10|[1-9])\s*[.):]?\s+(?P<name>\D+?)\s*(?:คะแนน|%)?"
)
# A line of a card that says nothing but the score of a year.
_DATED_LINE = compiled(
    rf"\(?(?:คะแนน)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?(?P<year>25[4-9][0-9])(?:ได้(?:รับ)?|เท่ากับ|[:=])?"
    rf"(?P<n>{_NUMBER.pattern})(?:คะแนน|%)?\)?"
)
# ... or how much it moved.
_MOVED = compiled(
    r"\s*[\u25b2\u25b3\u25bc\u25bd\u2191\u2193+\u2212\u2013-]\s*[0-9]{1,2}\.[0-9]{1,2}\s*(?:คะแนน|%)?\s*"
)
# ... or nothing but what another number is: "ค่าเฉลี่ย 50 เขต 90.87", "เพิ่มขึ้น 5.69 คะแนน (ร้อยละ 6.75)".
_BESIDES = compiled(
    rf"(?:{OTHER_NUMBER}|(?:ห่าง|ต่าง)จาก)[^0-9]{{0,24}}(?:50เขต)?[^0-9]{{0,8}}[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?(?:คะแนน|%)?"
    r"(?:\((?:ร้อยละ)?[0-9.]{1,6}%?\))?"
)
# A bracket that goes on in the next line.
_TORN = compiled(r"(\([^()\n]{0,30})\n([^()\n]{0,30}\))")
# Numbers that are no scores reached in the assessment at hand.
_OTHER = compiled(
    rf"{OTHER_NUMBER}|ค่าเฉลี่ย(?:ของ)?(?:ทุก|50)"
    r"|ปี(?:ก่อน|ที่แล้ว|ที่ผ่านมา)|สูงสุด|ต่ำสุด|อันดับ(?!ที่)|ร้อยละของ"
)


# Full marks and none are printed without decimals, too.
_WHOLE_CARD = compiled(r"\s*(?P<name>[^:=]*[^\s:=])\s*[:=]\s*(?P<n>100|0)\s*(?:คะแนน|%)?\s*")


def is_row_of_cards(table: Table) -> bool:
    """Whether cards beside each other, each of something else, are all that a table is.

    Its cells are no row of one thing: the number of one card is not that of its neighbour's name.
    """
    if len(table.rows) != 1 or not is_cards(table):
        return False
    codes = [one.code for c in table.cells for one in _cards(c, None)[:1]]
    return len(codes) == len(set(codes)) >= _SEVERAL


def is_cards(table: Table) -> bool:
    """Whether (nearly) every cell that says something is a card; one may tell the rating.

    A band over all columns heads them. Beside the rating one card is enough.
    """
    own = [c for c in table.cells if c.text.strip() and not 1 < c.column_span == table.columns]
    # A row cut by the page end may have run a code and its number into one.
    most = len(own) // 10
    cards = others = ratings = 0
    for cell in own:
        if _cards(cell, None):
            cards += 1
        elif find_rating(clean(cell.text)) is not None:
            ratings += 1
        elif (others := others + 1) > most:
            return False
    return cards >= (1 if ratings and len(own) == _BESIDE else _SEVERAL) and others <= cards // 9


def _cards(cell: Cell, year: int | None) -> list[Stated]:
    """The scores of a card: that of its year, and those of other years in lines of their own."""
    whole = _TORN.sub(r"\1 \2", clean(cell.text))
    lines = [line for line in whole.split("\n") if not _says_besides(line)]
    dated = [_DATED_LINE.fullmatch(squeeze(line)) for line in lines]
    others = [(int(d["year"]), as_score(d["n"])) for d in dated if d]
    text = "\n".join(line for line, d in zip(lines, dated, strict=True) if not d)
    one = _card(replace(cell, text=text), year) if others else None
    if one is None:
        # The only number of a card may be that of another year.
        alone = _card(replace(cell, text="\n".join(lines)), year)
        alone = alone and replace(alone, source=Source(cell.places[0], cell.text))
        return [] if alone is None else [alone]
    one = replace(one, source=Source(cell.places[0], cell.text))
    more = [replace(one, year=y, value=v) for y, v in others if v is not None]
    # Beside the number of another year that of the card is of the year it names, or the report's.
    return [one, *more] if len({o.year for o in (one, *more)}) > len(more) else []


def _says_besides(line: str) -> bool:
    """Whether a line of a card says only another number than the card's score."""
    return bool(_MOVED.fullmatch(line) or _BESIDES.fullmatch(squeeze(line)))


def _card(cell: Cell, year: int | None) -> Stated | None:
    # A code ends in digits itself: only what stands between tells it from the number.
    part = _PART_CARD.fullmatch(clean(cell.text)) or _WHOLE_CARD.fullmatch(clean(cell.text))
    if part is not None and _PART.fullmatch(squeeze(part["name"])):
        return _stated(part["n"], squeeze(part["name"]), cell, year)
    match = _CARD.fullmatch(squeeze(clean(cell.text)))
    return (_stated(match["n"], match["name"], cell, year) if match else None) or _full(cell, year)


def _full(cell: Cell, year: int | None) -> Stated | None:
    """The score of a card that says more: the instrument's name in full, who answered, a level."""
    lines = clean(cell.text).split("\n")
    lines = [line for line in lines if not _WEIGHT_LINE.fullmatch(squeeze(line))]
    text = "\n".join(_WEIGHT_BEHIND.sub("", line) for line in lines)
    numbers = _TWO_DECIMALS.findall(text)
    if len(numbers) != 1 or len(text) > _LONG or _OTHER.search(squeeze(text)):
        return None
    if dated := _OF_YEAR.search(squeeze(text)):
        year = int(dated[1])
    lines = [squeeze(_TWO_DECIMALS.sub("", line)) for line in text.split("\n")]
    instruments = set(LETTERS.findall(text))
    whole = any(names_whole(_OF_YEAR.sub("", line)) for line in lines)
    if len(instruments) == 1 and not whole:
        return _stated(numbers[0], instruments.pop(), cell, year)
    if whole and not instruments:
        return _stated(numbers[0], "ITA", cell, year)
    indicator = _INDICATOR.fullmatch(" ".join(_TWO_DECIMALS.sub("", text).split()))
    if indicator is not None and only_names(indicator["name"], indicator["number"]):
        return _stated(numbers[0], f"ตัวชี้วัด{indicator['number']}", cell, year)
    return None


def _stated(number: str, name: str, cell: Cell, year: int | None) -> Stated | None:
    value = as_score(number) if _NUMBER.fullmatch(number) or number in ("100", "0") else None
    named = _OF_YEAR.search(name)
    year = int(named[1]) if named else year
    name = _REACHED.sub("", _WEIGHT.sub("", _OF_YEAR.sub("", name)))
    code = assessed_alone(name)
    if part := _PART.fullmatch(name):
        code = part[1] or part[2]
    if value is None or code is None:
        return None
    return Stated(year, level_of(code), code, value, Source(cell.places[0], cell.text), "table")
