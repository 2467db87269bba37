"""What the cells of a column say about its role, where the header is silent, new or wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import regex

from extract.model import Cell
from normalize.names.codes import entries_of
from normalize.names.said import beside_name
from normalize.names.sections import by_name, known_title
from normalize.rows.besides import dated, maxima, out_of, points
from normalize.rows.columns import Column, lists_beside, year_in
from normalize.words.text import clean, none_if_empty, squeeze
from normalize.words.values import bare_score, find_dates, find_units, monitoring_months

_YEAR = regex.compile(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")
_PERCENT = regex.compile(r"ร้อยละ|%")
_THAI = regex.compile("[\u0e01-\u0e4e]")
_CODE = regex.compile(
    r"\s*(?:ข้อ(?:ที่|คำถาม)?\s*)?[(\[]?(?:[IEOieo]|ตัวชี้วัด(?:ย่อย)?(?:ที่)?)\s?[.\-\u2013]?\s?"
    r"[0-9]{1,2}(?:\.[0-9])?\s*[.)\]]?\s*"
)
_ONE = r"(?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}"
_CODES = regex.compile(rf"\s*{_ONE}(?:\s*(?:,|-|\u2013|และ|ถึง|/|\s)\s*{_ONE})*\s*")
_INDICATOR = regex.compile(r"\s*\(?(?:10|[1-9])(?:\.[1-9])?[.)]?\s*")
# Long text is what measures and weaknesses are made of, in letters per cell.
_LONG = 25


def checked(columns: Sequence[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """Every column confirmed, overruled or found by its cells; ``bodies``: cells by column."""
    # Beside a column of the indicators' numbers, another one may hold their names.
    others = [
        replace(c, role="number") if c.role == "indicator" and _share(b, _is_number) >= 0.7 else c
        for c, b in zip(columns, bodies, strict=True)
    ]
    found = [_checked(c, cells, others) for c, cells in zip(columns, bodies, strict=True)]
    found = _counted(columns, found)
    # Of lists beside each other one may hold nothing but hundreds: it is compared with none.
    for part in lists_beside([c.role for c in found]):
        found[part.start : part.stop] = maxima(
            found[part.start : part.stop], bodies[part.start : part.stop]
        )
    found = dated(points(out_of(found, bodies), bodies))
    return _by_elimination(found, bodies)


def _counted(before: Sequence[Column], columns: list[Column]) -> list[Column]:
    """Where a column headed as measures only counts them, the next one of words tells them."""
    counts = [
        i for i, c in enumerate(before) if c.role == "measure" and columns[i].role == "number"
    ]
    found = list(columns)
    for i in counts:
        if i + 1 < len(found) and found[i + 1].role in (None, "item"):
            found[i + 1] = replace(found[i + 1], role="measure")
    return found


def _share(cells: Sequence[Cell], test: Callable[[str], bool]) -> float:
    return sum(1 for c in cells if test(clean(c.text))) / len(cells) if cells else 0.0


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _only_codes(text: str) -> bool:
    """Nothing but codes of items, in lists and ranges: ``I4, I5``, ``O6 - O8``."""
    return _CODES.fullmatch(text) is not None


def _is_decimal(text: str) -> bool:
    if bare_score(text) is None:
        return False
    return "." in text or squeeze(text) in ("100", "0") or bool(_PERCENT.search(text))


def _checked(column: Column, cells: Sequence[Cell], others: Sequence[Column]) -> Column:
    own = [c for c in cells if c.column_span == 1]
    # A dash says that there is nothing to say: of another instrument, say.
    said = [c for c in own if none_if_empty(clean(c.text)) is not None]
    if not own:
        return column
    coded = (None, "number", "item", "indicator", "subindicator", "instrument")
    # Below the name of an instrument its codes may stand as well as its score.
    if (column.role in coded or column.code) and _share(own, _is_code) >= 0.7:
        return replace(column, role="code", code=None)
    if column.role in (None, "weakness", "item", "measure") and _share(own, _only_codes) >= 0.7:
        return replace(column, role="code")
    if column.role == "measure" and sum(o.role == "measure" for o in others) > 1:
        column = _no_measure(column, own, others)
    if column.role == "weakness" and _lists_items(own, others):
        return replace(column, role="item")
    if column.role == "year" and _share(own, lambda t: bool(_YEAR.search(t))) < 0.5:
        column = replace(column, role=None)
    if column.role in ("item", "result") and (role := _told(column.role, own, said, others)):
        return replace(column, role=role)
    if column.role == "measure" and _share(own, lambda t: bool(_COUNT.fullmatch(t))) >= 0.7:
        return replace(column, role="number")
    if column.role in ("output", "result") and _share(own, _says_score) >= 0.7:
        return replace(column, role="score")
    if column.role == "output" and _share(own, lambda t: bare_score(t) is not None) >= 0.7:
        # What is to come out of a measure is told in words; a number is what is aimed at.
        return replace(column, role="target")
    if column.role == "score" and _is_progress(column, others):
        return replace(column, role="status")
    column = _scores_or_items(column, own, said)
    return column if column.role is not None else _guessed(column, own, others)


def _is_progress(column: Column, others: Sequence[Column]) -> bool:
    """Whether a share that is not said to be of points tells how much of a measure is done."""
    beside = {o.role for o in others}
    return {"measure", "result"} <= beside and bool(_BARE_SHARE.fullmatch(squeeze(column.header)))


def _scores_or_items(column: Column, own: Sequence[Cell], said: Sequence[Cell]) -> Column:
    """A column of scores or of items, told by its cells; ``said``: those that are no dashes."""
    if column.role == "score" and _share(own, _names_item) >= 0.6:
        column = replace(column, role="item")
    mean = column.role in ("indicator", "subindicator") and "เฉลี่ย" in column.header
    if (mean or column.role == "item") and _share(said, _is_decimal) >= 0.7:
        # Words such as ผลการประเมิน head the scores as often as what is scored.
        column = replace(column, role="score", year=year_in(column.header))
    if column.code is not None and _share(said, lambda t: bare_score(t) is not None) < 0.5:
        column = replace(column, role="instrument", code=None)
    return column


def _lists_items(own: Sequence[Cell], others: Sequence[Column]) -> bool:
    """Whether a column lists items, where no other one names them or answers them."""
    roles = {o.role for o in others}
    return not roles & {"item", "code", "measure", "result"} and _share(own, _is_item) >= 0.7


def _guessed(column: Column, own: Sequence[Cell], others: Sequence[Column]) -> Column:
    """A column whose header is silent or new, by what its cells look like."""
    taken = {o.role for o in others}
    named = taken & {"code", "item", "indicator"}
    if named and len(own) > 1 and all(_INSTRUMENT_ALONE.fullmatch(clean(c.text)) for c in own):
        return replace(column, role="instrument")
    for role, test, least in _TESTS:
        # Numbers under words nobody knows, beside what is done, may be shares of the work done.
        if role == "score" and column.header and "result" in taken:
            continue
        # Beside a column that is called a score, they are something held against it.
        if role == "score" and column.header and "score" in taken:
            continue
        if (role == "score" or role not in taken) and _share(own, test) >= least:
            return replace(column, role=role)
    return column


def _told(
    role: str, own: Sequence[Cell], said: Sequence[Cell], others: Sequence[Column]
) -> str | None:
    """What a column holds that looks like nothing else, whatever words its header has.

    ``said``: its cells that are no dashes.
    """
    taken = {o.role for o in others}
    if "monitoring" not in taken and _share(own, _short(_is_interval)) >= 0.7:
        return "monitoring"
    if "responsible" not in taken and _share(own, _short(lambda t: bool(find_units(t)))) >= 0.7:
        return "responsible"
    if role != "result":
        return None
    return "status" if _share(said, lambda t: bool(_SHARE.fullmatch(t))) >= 0.7 else None


def _is_number(text: str) -> bool:
    return _INDICATOR.fullmatch(text) is not None


def _says_score(text: str) -> bool:
    """Whether a cell says that its number is a score, or of which year it is one."""
    return bool(beside_name(text, None)) and ("คะแนน" in text or _YEAR.search(text) is not None)


def _no_measure(column: Column, own: Sequence[Cell], others: Sequence[Column]) -> Column:
    """A second column of measures that holds dates, sections or intervals is one of those."""
    taken = {o.role for o in others}
    tests = (
        ("deadline", _short(lambda t: bool(find_dates(t)) or bool(_SPAN.search(t)))),
        ("responsible", _short(lambda t: bool(find_units(t)))),
        ("monitoring", _short(_is_interval)),
    )
    told = (role for role, test in tests if role not in taken and _share(own, test) >= 0.7)
    return replace(column, role=next(told, column.role))


def _is_interval(text: str) -> bool:
    # "แผนปฏิบัติราชการประจำปี" is the title of an item.
    return monitoring_months(text) is not None and not known_title(text)


# Times of a year that are no dates.
_SPAN = regex.compile(r"ไตรมาส|ตลอดปี|ตลอดทั้งปี|ปีงบประมาณ|ภายในเดือน|ต่อเนื่อง")
_COUNT = regex.compile(r"\s*\(?[0-9]{1,2}[.)]?\s*")
_BARE_SHARE = regex.compile(r"(?:คิดเป็น|ค่า)?(?:ร้อยละ|เปอร์เซ็นต์|เปอร์เซนต์|%)(?:\(?%\)?)?")
_SHARE = regex.compile(r"\s*(?:ร้อยละ\s*)?[0-9]{1,3}(?:\.[0-9]+)?\s*%?\s*")


def _is_label(text: str) -> bool:
    """Names an indicator, an instrument or the whole, as the left column of a summary does."""
    if len(squeeze(text)) >= 60:
        return bool(_INSTRUMENT_IN_FULL.match(text)) and len(squeeze(text)) < 160
    plain = regex.sub(r"^[\s0-9.)\-]+", "", text)
    return by_name(plain) is not None or bool(
        regex.match(
            r"\s*(?:ตัวชี้วัด|(?:คะแนน)?แบบ(?:วัด|ตรวจ)|คะแนนรวม|(?:ผล)?(?:คะแนน)?(?:ภาพรวม|IIT|EIT|OIT|ITA))"
            r"|.{2,30}\((?:IIT|EIT|OIT)\)\s*$",
            text,
        )
    )


_INSTRUMENT_IN_FULL = regex.compile(r"\s*แบบ(?:วัด|ตรวจ).{10,}[(:]\s*[IEO]IT\)?\s*$", regex.S)


_INSTRUMENT_ALONE = regex.compile(r"\s*(?:แบบ(?:วัด|ตรวจ)?\s*)?\(?[IEO]IT\)?\s*")


def _names_item(text: str) -> bool:
    entries = entries_of(text)
    if not entries:
        return False
    # "1. จัดทำ…" is a statement of a list; a bare number names an item only beside its score.
    first = entries[0]
    return bool(first.scores) or (len(squeeze(text)) > 8 and not first.token.isdigit())


def _is_item(text: str) -> bool:
    """Whether a cell is an item's code and its title, and nothing more."""
    entries = entries_of(text)
    return len(entries) == 1 and known_title(entries[0].question)


def _short(test: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: len(squeeze(text)) < 60 and test(text)


#: (role, what a cell of it looks like, share of the column's cells that must).
_TESTS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("score", _short(_is_decimal), 0.5),
    ("score", _short(_says_score), 0.7),
    ("deadline", _short(lambda t: bool(find_dates(t))), 0.6),
    ("monitoring", _short(lambda t: monitoring_months(t) is not None), 0.7),
    ("responsible", _short(lambda t: bool(find_units(t))), 0.7),
    ("code", lambda t: len(squeeze(t)) < 8 and bool(entries_of(t)) and not t.isdigit(), 0.6),
    ("indicator", _is_label, 0.4),
    ("item", lambda t: _names_item(t) or known_title(t), 0.5),
)


def _by_elimination(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """Columns of long text beside sections, dates or intervals are a measure and its weakness."""
    roles = {c.role for c in columns}
    if "measure" in roles or not roles & {"responsible", "deadline", "monitoring"}:
        return columns
    lengths = {
        i: sum(len(_THAI.findall(cell.text)) for cell in bodies[i]) / max(len(bodies[i]), 1)
        for i, c in enumerate(columns)
        if c.role is None
    }
    long = [i for i, length in lengths.items() if length >= _LONG]
    if not long:
        return columns
    measure = max(long, key=lambda i: (_share(bodies[i], _lists), lengths[i]))
    found = list(columns)
    found[measure] = replace(columns[measure], role="measure")
    if measure - 1 in long and "weakness" not in roles:
        found[measure - 1] = replace(columns[measure - 1], role="weakness")
    return found


def _lists(text: str) -> bool:
    return bool(regex.match(r"\s*(?:\(?[0-9]{1,2}[.)]|[-\u2013\u2022])", text))
