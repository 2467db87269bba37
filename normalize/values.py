"""Values inside cells: scores, dates, reporting periods, intervals, sections and list statements.

Every function takes cleaned text (Arabic digits) and answers ``None`` or nothing where the text
does not say it; none of them guesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import regex

from normalize.codebook import units, words
from normalize.text import clean, squeeze

# A score: 0 to 100 with at most two decimals.  Inside brackets a number may be torn ("84.9 4").
_NUMBER = (
    r"(?<![0-9.,/:·∙])(?:100(?:\.0{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})?)"
    r"(?![0-9]|[.,/:·∙]\s?[0-9]|\s*(?:ข้อ|ขึ้นไป|อันดับ|ลำดับ|คน|ครั้ง|ด้าน|แห่ง|วัน|เดือน|ปี))"
)
_TORN = r"[0-9]{1,3}(?:\s?\.\s?[0-9]\s?[0-9]?)?"
_POINTS = "คะแนน"
_IN_BRACKETS = regex.compile(rf"\(\s*({_TORN})\s*\)?\s*[.,]?\s*{_POINTS}\s*[.)]*")
_AFTER_WORD = regex.compile(
    rf"(?:ได้รับ|ได้|มี|เท่ากับ)?\s*(?:ค่า|ผล)?{_POINTS}(?:เฉลี่ย|รวม)?\s*(?:ที่ได้|ที่ได้รับ|เท่ากับ|:|=)?\s*({_NUMBER})"
    rf"(?:\s*{_POINTS})?"
)
_BEFORE_WORD = regex.compile(rf"({_NUMBER})\s*\.?{_POINTS}")
_AT_PER_CENT = regex.compile(
    r"(?:อยู่ที่|เท่ากับ|คิดเป็น)\s*ร้อยละ\s*((?<![0-9.,/])(?:100(?:\.0{1,2})?|[0-9]{1,2}\.[0-9]{1,2})(?![0-9]|[.,/][0-9]))"
)
_BARE = regex.compile(rf"^\(?\s*({_NUMBER})\s*\)?\s*\.?\s*(?:{_POINTS}|%)?\s*\)?$")


# What stands before numbers that are no scores: the maximum, points per item, differences.
_NO_SCORE_BEFORE = regex.compile(
    r"(?:เต็ม|จาก|/|ข้อละ|ละ|ลดลง|เพิ่มขึ้น|สูงขึ้น|ต่ำลง|ต่างกัน|ผลต่าง)\s*(?:ร้อยละ)?\s*\(?$"
)
# "ได้คะแนนเต็ม 100.00 คะแนน" is a score all the same.
_FULL_MARKS = regex.compile(r"ได้(?:รับ)?(?:ค่า)?คะแนนเต็ม\s*\(?$")


@dataclass(frozen=True, slots=True)
class FoundScore:
    """A score in a text: value and the stretch of text that states it."""

    value: Decimal
    start: int
    end: int


def find_scores(text: str) -> list[FoundScore]:
    """Every score stated in running text, in order: ``(91.20 คะแนน)``, ``ได้ค่าคะแนน 99.84``."""
    found: list[FoundScore] = []
    for pattern in (_IN_BRACKETS, _AFTER_WORD, _BEFORE_WORD, _AT_PER_CENT):
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            # "เต็ม 100 คะแนน", "จาก 100 คะแนน" is what a score is given out of.
            before = text[: match.start(1)]
            if _NO_SCORE_BEFORE.search(before) and not _FULL_MARKS.search(before):
                continue
            value = as_score(match.group(1))
            if value is not None:
                found.append(FoundScore(value, match.start(), match.end()))
    return sorted(found, key=lambda f: f.start)


# Words that stand beside the number in a score's cell, and the maximum it is given out of.
_BESIDE = regex.compile(
    r"(?:(?:จาก|เต็ม|/)\s*\(?\s*100(?:\.0{1,2})?(?![0-9.])\s*\)?\s*(?:คะแนน)?)|คิดเป็น|ร้อยละ|คะแนน|ค่าเฉลี่ย|เฉลี่ย|ได้รับ|ได้|เท่ากับ|%|เต็ม"
)


def bare_score(text: str) -> Decimal | None:
    """The score of a cell that holds nothing else.

    Words such as ร้อยละ and the maximum (``เต็ม 100 ได้ 84.03``, ``86.47/100``) may stand beside it.
    """
    plain = regex.sub(r"(?<=[0-9])\s*\.\s*(?=[0-9])", ".", text.strip())
    plain = regex.sub(r"^[=:]\s*|[*\u00b9\u00b2\u00b3\u2070-\u2079]+$", "", plain).strip()
    plain = regex.sub(r"^([0-9]{1,3}\.[0-9]) ([0-9])$", r"\1\2", plain)
    plain = regex.sub(r"(?<=\.[0-9]{2})0+(?![0-9])", "", plain)
    match = _BARE.match(plain)
    if match is None:
        match = _IN_BRACKETS.fullmatch(plain) or _AFTER_WORD.fullmatch(plain)
    if match is None and len(plain) < 60:
        match = _BARE.match(regex.sub(r"[()\s]+", " ", _BESIDE.sub(" ", plain)).strip())
    return as_score(match.group(1)) if match else None


def as_score(text: str) -> Decimal | None:
    """A number between 0 and 100 with at most two decimals, exactly; else ``None``."""
    digits = squeeze(text)
    if not regex.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", digits):
        return None
    value = Decimal(digits)
    return value if value <= 100 else None


@cache
def _months() -> tuple[dict[str, int], str]:
    """Month by its letters without dots, and a pattern that matches any way of writing one."""
    table: dict[str, int] = {}
    patterns: list[str] = []
    for word in words("months"):
        key = word.phrase.replace(".", "")
        table[key] = int(word.meaning)
        if "." in word.phrase:
            # Dots and spaces inside abbreviations come and go: "มี.ค.", "เม.ย", "ก.พ .".
            patterns.append(
                r"\s?\.?\s?".join(regex.escape(p) for p in word.phrase.split(".") if p) + r"\s?\.?"
            )
        else:
            patterns.append(regex.escape(word.phrase))
    patterns.sort(key=len, reverse=True)
    return table, "|".join(patterns)


_YEAR = r"(?:พ\s?\.?\s?ศ\s?\.?\s?)?(25[0-9]{2}|(?<![0-9])[4-9][0-9](?![0-9]))"


def common_year(year: int) -> int:
    """Common Era year of a Buddhist Era year; two digits count from 2500."""
    return (year + 2500 if year < 100 else year) - 543


def find_dates(text: str) -> list[date]:
    """Every full date in a text, in order; a date without a year is none."""
    table, names = _months()
    found: list[tuple[int, date]] = []
    worded = regex.compile(rf"(?<![0-9])([0-3]?[0-9])\s*({names})\s*{_YEAR}")
    for match in worded.finditer(text):
        month = table[regex.sub(r"[\s.]", "", match.group(2))]
        found += _dated(match.start(), int(match.group(3)), month, int(match.group(1)))
    slashed = regex.compile(
        r"(?<![0-9/])([0-3]?[0-9])[/\-]([01]?[0-9])[/\-](25[0-9]{2}|[4-9][0-9])(?![0-9])"
    )
    for match in slashed.finditer(text):
        found += _dated(
            match.start(), int(match.group(3)), int(match.group(2)), int(match.group(1))
        )
    return [d for _, d in sorted(found)]


def _dated(at: int, year: int, month: int, day: int) -> list[tuple[int, date]]:
    try:
        return [(at, date(common_year(year), month, day))]
    except ValueError:
        return []


def deadline_of(text: str | None) -> str | None:
    """The date of a deadline cell as ISO text; the last one where it names several."""
    dates = find_dates(clean(text)) if text else []
    return max(dates).isoformat() if dates else None


def find_period(text: str) -> tuple[str, str] | None:
    """A reporting period: ``(ตุลาคม 2566 - มีนาคม 2567)`` is 2023-10-01 to 2024-03-31."""
    table, names = _months()
    span = regex.compile(
        rf"({names})\s*{_YEAR}?\s*(?:-|\u2013|\u2014|ถึง)\s*(?:[0-3]?[0-9]\s*)?({names})\s*{_YEAR}"
    )
    match = span.search(text)
    if match is None:
        return None
    first, last = (table[regex.sub(r"[\s.]", "", match.group(g))] for g in (1, 3))
    end_year = common_year(int(match.group(4)))
    if match.group(2):
        start_year = common_year(int(match.group(2)))
    else:
        start_year = end_year - (1 if first > last else 0)
    after = date(end_year + last // 12, last % 12 + 1, 1)
    end = date.fromordinal(after.toordinal() - 1)
    start = date(start_year, first, 1)
    return (start.isoformat(), end.isoformat()) if start <= end else None


def fiscal_period(year: int, half: int) -> tuple[str, str]:
    """A half of a fiscal year (1 October to 30 September), by Buddhist Era year."""
    ce = common_year(year)
    if half == 1:
        return date(ce - 1, 10, 1).isoformat(), date(ce, 3, 31).isoformat()
    return date(ce, 4, 1).isoformat(), date(ce, 9, 30).isoformat()


_PER = regex.compile(r"(เดือน|ปี|วัน|สัปดาห์|ไตรมาส)\s*ละ\s*([0-9]{1,2})?\s*ครั้ง")
_RATE = regex.compile(r"([1-9][0-9]?)\s*ครั้ง\s*(?:/|ต่อ)\s*(เดือน|ปี|สัปดาห์|ไตรมาส|วัน)")
_EVERY = regex.compile(
    r"(?:ทุกๆ|ทุก\s?ๆ|ทุก|ราย|ประจำ(?:ทุก)?)\s*([0-9]{1,3})?\s*(เดือน|ปี|วัน|สัปดาห์|ไตรมาส)"
)
_MONTHS_PER = {
    "เดือน": Decimal(1),
    "ปี": Decimal(12),
    "ไตรมาส": Decimal(3),
    "สัปดาห์": Decimal("0.25"),
    "วัน": Decimal(1) / 30,
}


def monitoring_months(text: str | None) -> float | None:
    """Months between reviews: ``ทุก 6 เดือน`` 6, ``ทุกเดือน`` 1, ``ทุก 15 วัน`` 0.5.

    The first interval counts. A bare ``6 เดือน`` counts too; ``ทุกวันอังคาร`` is a week.
    """
    if not text:
        return None
    plain = clean(text).replace("\n", " ")
    if regex.search(r"ทุกวันที่\s*[0-9]{1,2}\s*(?:ของ)?\s*(?:ทุก)?\s*เดือน", plain):
        return 1.0
    if "ครึ่งปี" in plain:
        return 6.0
    weekday = regex.search(r"ทุกวัน\s*(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)", plain)
    match = _EVERY.search(plain)
    often = _PER.search(plain)
    rate = _RATE.search(plain)
    if rate and match is None and often is None:
        return round(float(_MONTHS_PER[rate.group(2)] / Decimal(rate.group(1))), 2)
    if often and (match is None or often.start() < match.start()):
        return round(float(_MONTHS_PER[often.group(1)] / Decimal(often.group(2) or 1)), 2)
    if weekday and (match is None or weekday.start() <= match.start()):
        return 0.25
    if match is None:
        match = regex.fullmatch(r"\(?()?([0-9]{1,2})\s*(เดือน|ปี)\)?", plain.strip())
        if match is None:
            return None
        return float(Decimal(match.group(2)) * _MONTHS_PER[match.group(3)])
    count = Decimal(match.group(1) or 1)
    if count == 0:
        return None
    return round(float(count * _MONTHS_PER[match.group(2)]), 2)


@cache
def _unit_names() -> list[tuple[str, str]]:
    """(way of writing without spaces, official name), longest first."""
    pairs = [(squeeze(u.name_th), u.name_th) for u in units()]
    pairs += [(squeeze(alias), u.name_th) for u in units() for alias in u.aliases]
    return sorted(pairs, key=lambda p: -len(p[0]))


def find_units(text: str | None) -> tuple[str, ...]:
    """Official names of the sections a cell names, sorted; ``ฝ่ายคลัง`` is ``ฝ่ายการคลัง``.

    A cell of bare names (``การคลัง และโยธา`` under the header ฝ่าย) names them as well.
    """
    rest = squeeze(clean(text)) if text else ""
    bare = {w.removeprefix("ฝ่าย"): official for w, official in _unit_names()}
    parts = [p for p in regex.split(r"\s*(?:,|/|\n|และ)\s*", clean(text or "")) if p.strip()]
    if parts and all(squeeze(p) in bare for p in parts):
        return tuple(sorted({bare[squeeze(p)] for p in parts}))
    found: set[str] = set()
    for written, official in _unit_names():
        if written in rest:
            found.add(official)
            rest = rest.replace(written, "|")
    return tuple(sorted(found))


_HEAD = regex.compile(
    r"\s*(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)](?![0-9])|[1-9][0-9]?(?:\.[1-9][0-9]?){1,3}(?=\s+\D)"
    r"|[-\u2013\u2022\u25cf\u25aa*])\s*"
)


def split_steps(text: str | None) -> list[str]:
    """The numbered or bulleted statements of a cell, without their marks.

    Text before the first mark is a statement of its own; a cell without marks is one statement. A
    mark counts at the start of a line; inside a line only where the numbers run on.
    """
    if not text:
        return []
    steps: list[str] = []
    for line in text.split("\n"):
        head = _HEAD.match(line)
        body = line[head.end() :] if head else line
        if head or not steps:
            steps.append(body)
        else:
            steps[-1] = f"{steps[-1]}\n{body}"
    return [s.strip() for step in steps for s in _inline(step) if s.strip()]


def _inline(step: str) -> list[str]:
    """Split where ``2.``, ``3.`` … run on inside one line (text that lost its line ends)."""
    parts: list[str] = []
    want, start = 2, 0
    for match in regex.finditer(r"(?<=\s)\(?([0-9]{1,2})[.)]\s+(?=\D)", step):
        if int(match.group(1)) == want:
            parts.append(step[start : match.start()])
            start, want = match.end(), want + 1
    parts.append(step[start:])
    return parts if len(parts) > 2 or want > 2 else [step]
