"""What the cells of a column say about its role, where the header is silent, new or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell
from normalize.names.whole import names_whole
from normalize.rows.besides import dated, maxima, out_of, points
from normalize.rows.celllooks import (
    LONG,
    LOOKS,
    in_words,
    is_code,
    is_count,
    is_decimal,
    is_instrument,
    is_interval,
    is_item,
    is_number,
    is_share,
    is_time,
    is_year,
    letters,
    lists,
    names_item,
    only_codes,
    says_score,
    says_score_among,
    short,
)
from normalize.rows.columns import Column, lists_beside, year_alone, year_in
from normalize.rows.itemcolumns import (
    items_of_indicators,
    of_pairs,
    second_of_items,
    strong_points,
    without_running_numbers,
)
from normalize.rows.numbercolumns import (
    are_exact,
    called_else,
    is_difference,
    is_progress,
    is_success,
    share,
)
from normalize.rows.sharecolumns import shares_done, shares_of_answers
from normalize.words.patterns import compiled
from normalize.words.text import clean, none_if_empty, squeeze
from normalize.words.values import bare_score, find_units

# So long at most is an interval under words that head items, scores, or how far a measure has come:
# what was done every day is told in more.
_LENGTHS = {"item": 60, "result": 30, "score": 30, "status": 30}

_TO_COME = compiled("มาตรการ|แผน|ที่จะ|จะใช้|ดำเนินการ|ถัดไป|ต่อไป")
_MEAN = compiled("(?:ค่า|คะแนน)?เฉลี่ย")


def checked(columns: Sequence[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """Every column confirmed, overruled or found by its cells; ``bodies``: cells by column."""
    columns = strong_points(columns, bodies)
    # Beside a column of the indicators' numbers, another one may hold their names.
    others = [
        replace(c, role="number") if c.role == "indicator" and share(b, is_number) >= 0.7 else c
        for c, b in zip(columns, bodies, strict=True)
    ]
    found = [_checked(c, cells, others) for c, cells in zip(columns, bodies, strict=True)]
    found = without_running_numbers(items_of_indicators(of_pairs(found, bodies), bodies), bodies)
    called = [
        replace(c, role="benchmark", year=None)
        if called_else(c) and share(b, says_score_among) < 0.7
        else c
        for c, b in zip(found, bodies, strict=True)
    ]
    found = _counted(columns, shares_done(called, bodies))
    found = [replace(c, role="note") if _hindered(c, found) else c for c in found]
    # Of lists beside each other one may hold nothing but hundreds: it is compared with none.
    for part in lists_beside([c.role for c in found]):
        found[part.start : part.stop] = maxima(
            found[part.start : part.stop], bodies[part.start : part.stop]
        )
    found = dated(points(out_of(found, bodies), bodies))
    return _by_elimination(second_of_items(shares_of_answers(found), bodies), bodies)


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


def _hindered(column: Column, others: Sequence[Column]) -> bool:
    """Whether a column tells what stood in the way of the measures, and of no weakness.

    So it does beside the weaknesses, and beside what came of the measures in a report of progress.
    """
    told = any(o.role in ("weakness", "result") and "อุปสรรค" not in o.header for o in others)
    return column.role == "weakness" and told and "อุปสรรค" in column.header


def _checked(column: Column, cells: Sequence[Cell], others: Sequence[Column]) -> Column:
    own = [c for c in cells if c.column_span == 1]
    # A dash says that there is nothing to say: of another instrument, say.
    said = [c for c in own if none_if_empty(clean(c.text)) is not None]
    if not own:
        return column
    for_measures = any(o.role == "measure" for o in others)
    if _holds_codes(column, said or own, for_measures=for_measures):
        return replace(column, role="code", code=None)
    if column.role in ("level", "score") and share(own, _names_assessed) >= 0.7:
        # "ระดับ" or "คะแนน" heads what is assessed, too: the whole, its instruments.
        return replace(column, role="instrument")
    if column.role == "measure" and sum(o.role == "measure" for o in others) > 1:
        column = _no_measure(column, own, others)
    if column.role in ("weakness", "awareness") and _lists_items(own, others):
        return replace(column, role="item")
    if _is_none(column, own, said):
        column = replace(column, role=None)
    if column.role in _LENGTHS and (role := _told(column.role, said, others)):
        return replace(column, role=role)
    if column.role == "measure" and share(own, is_count) >= 0.7:
        return replace(column, role="number")
    if column.role in ("output", "result") and share(own, says_score) >= 0.7:
        return replace(column, role=_role_of_points(column.header))
    if column.role == "output" and share(own, lambda t: bare_score(t) is not None) >= 0.7:
        # What is to come out of a measure is told in words; a number is what is aimed at.
        return replace(column, role="target")
    if column.role in ("score", "weakness") and is_difference(column.role, said):
        return replace(column, role="change", year=None)
    if column.role == "score" and is_progress(column, others) and not are_exact(said):
        return replace(column, role="status")
    if column.role == "target" and is_success(column, said, others):
        return replace(column, role="output")
    column = _scores_or_items(column, own, said)
    among = share(said, says_score_among) >= 0.7
    if column.role == "score" and not among and share(said, in_words) >= 0.7:
        # "สิ่งที่ได้ทำไปแล้วและผลที่เกิดขึ้น" is told in words: what came of a measure, if of anything.
        return replace(column, role="result" if for_measures else None)
    return column if column.role is not None else _guessed(column, own, others)


def _is_none(column: Column, own: Sequence[Cell], said: Sequence[Cell]) -> bool:
    """Whether a column headed as years or numbers holds something else.

    ``ลำดับงาน`` heads what is done first and then, as well as numbers.
    """
    if column.role == "year":
        # "ปีที่จะใช้มาตรการ" is another year than that of the scores beside it.
        return share(own, is_year) < 0.5 or _TO_COME.search(squeeze(column.header)) is not None
    return column.role == "number" and share(said, in_words) >= 0.7


def _holds_codes(column: Column, own: Sequence[Cell], *, for_measures: bool) -> bool:
    """Whether a column holds codes: below the name of an instrument they may stand as well."""
    if for_measures and column.role == "indicator" and share(own, _says_indicator) >= 0.7:
        # "ตัวชี้วัดที่ 2" is what a measure is for, no item.
        return False
    coded = (None, "number", "item", "indicator", "subindicator", "instrument")
    if (column.role in coded or column.code) and share(own, is_code) >= 0.7:
        return True
    listing = (None, "weakness", "item", "measure")
    return column.role in listing and share(own, only_codes) >= 0.7


_INDICATOR_ALONE = compiled(r"\s*ตัวชี้วัด\s*(?:ที่)?\s*(?:10|[1-9])(?:\.[1-9])?\s*")


def _says_indicator(text: str) -> bool:
    return _INDICATOR_ALONE.fullmatch(text) is not None


def _names_assessed(text: str) -> bool:
    return is_instrument(text) or names_whole(text)


_CODE_AND_SCORE = compiled(
    r"\s*(?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}\s*(?:[:=\u2013-]|ได้)?\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*(?:คะแนน|%)?\s*"
)


def _names_item_alone(text: str) -> bool:
    """Whether a cell names an item with more than its code and its score."""
    return names_item(text) and _CODE_AND_SCORE.fullmatch(text) is None


def _scores_or_items(column: Column, own: Sequence[Cell], said: Sequence[Cell]) -> Column:
    """A column of scores or of items, told by its cells; ``said``: those that are no dashes."""
    # "แบบวัด IIT" heads its items, too.
    headed = column.role in ("score", "instrument")
    if headed and share(own, _names_item_alone) >= 0.6:
        column = replace(column, role="item")
    # "ผลคะแนน" over "ตัวชี้วัดย่อย" and "ตัวชี้วัด" tells the scores of both apart.
    said_so = any(word in column.header for word in ("เฉลี่ย", "คะแนน"))
    mean = column.role in ("indicator", "subindicator") and said_so
    if (mean or column.role in ("item", "instrument")) and share(said, is_decimal) >= 0.7:
        # Words such as ผลการประเมิน head the scores as often as what is scored.
        column = replace(column, role="score", year=year_in(column.header))
    if column.code is not None and share(said, lambda t: bare_score(t) is not None) < 0.5:
        column = replace(column, role="instrument", code=None)
    return column


def _lists_items(own: Sequence[Cell], others: Sequence[Column]) -> bool:
    """Whether a column lists items, where no other one names them or answers them."""
    roles = {o.role for o in others}
    return not roles & {"item", "code", "measure", "result"} and share(own, is_item) >= 0.7


def _guessed(column: Column, own: Sequence[Cell], others: Sequence[Column]) -> Column:
    """A column whose header is silent or new, by what its cells look like."""
    taken = {o.role for o in others}
    if len(own) > 1 and not column.header and all(year_alone(clean(c.text)) for c in own):
        return replace(column, role="year")
    named = taken & {"code", "item", "indicator"}
    if named and len(own) > 1 and all(is_instrument(clean(c.text)) for c in own):
        return replace(column, role="instrument")
    for role, test, least in LOOKS:
        # Numbers under words nobody knows, beside what is done, may be shares of the work done.
        if role == "score" and column.header and "result" in taken:
            continue
        # Beside shares of answers they are one more answer's.
        if role == "score" and column.header and "distribution" in taken:
            continue
        # Beside a column that is called a score, they are something held against it.
        if role == "score" and column.header and "score" in taken and not _is_mean(column, own):
            continue
        if (role == "score" or role not in taken) and share(own, test) >= least:
            return replace(column, role=role)
    return column


def _is_mean(column: Column, own: Sequence[Cell]) -> bool:
    """Whether a column holds the means of groups of rows, each merged over its group."""
    merged = sum(c.row_span > 1 for c in own)
    return _MEAN.fullmatch(squeeze(column.header)) is not None and 2 * merged > len(own)


def _role_of_points(header: str) -> str:
    """What scores under a heading of outcomes are: ``เป้าหมาย`` heads the points aimed at."""
    return "target" if "เป้า" in header else "score"


def _told(role: str, said: Sequence[Cell], others: Sequence[Column]) -> str | None:
    """What a column holds that looks like nothing else, whatever words its header has.

    ``said``: its cells that are no dashes.
    """
    taken = {o.role for o in others}
    if "monitoring" not in taken and share(said, short(is_interval, _LENGTHS[role])) >= 0.7:
        return "monitoring"
    if "responsible" not in taken and share(said, short(lambda t: bool(find_units(t)))) >= 0.7:
        return "responsible"
    if role != "result":
        return None
    return "status" if share(said, is_share) >= 0.7 else None


def _no_measure(column: Column, own: Sequence[Cell], others: Sequence[Column]) -> Column:
    """A second column of measures that holds dates, sections or intervals is one of those."""
    taken = {o.role for o in others}
    tests = (
        ("deadline", short(is_time)),
        ("responsible", short(lambda t: bool(find_units(t)))),
        ("monitoring", short(is_interval)),
    )
    told = (role for role, test in tests if role not in taken and share(own, test) >= 0.7)
    return replace(column, role=next(told, column.role))


def _by_elimination(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """Columns of long text beside sections, dates or intervals are a measure and its weakness."""
    roles = {c.role for c in columns}
    if "measure" in roles or not roles & {"responsible", "deadline", "monitoring"}:
        return columns
    lengths = {
        i: sum(letters(cell.text) for cell in bodies[i]) / max(len(bodies[i]), 1)
        for i, c in enumerate(columns)
        if c.role is None
    }
    long = [i for i, length in lengths.items() if length >= LONG]
    if not long:
        return columns
    measure = max(long, key=lambda i: (share(bodies[i], lists), lengths[i]))
    found = list(columns)
    found[measure] = replace(columns[measure], role="measure")
    if measure - 1 in long and "weakness" not in roles:
        found[measure - 1] = replace(columns[measure - 1], role="weakness")
    return found
