"""Dates and reporting periods: days, months and years as reports print them.

Every function takes cleaned text (Arabic digits) and answers ``None`` or nothing where the text
does not say it; a date without its day, month and year is none.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import regex

from normalize.codebook import words
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze


@cache
def _months() -> tuple[dict[str, int], str]:
    """Month by its letters without dots, and a pattern that matches any way of writing one."""
    table: dict[str, int] = {}
    patterns: list[str] = []
    for word in words("months"):
        table[word.phrase.replace(".", "")] = int(word.meaning)
        if "." in word.phrase:
            # Dots and spaces inside abbreviations come and go: "มี.ค.", "เม.ย", "ก.พ .".
            parts = [regex.escape(p) for p in word.phrase.split(".") if p]
            patterns.append(r"\s?\.?\s?".join(parts) + r"\s?\.?")
        else:
            # A narrow column breaks a name wherever its line ends.
            patterns.append(r"\s?".join(regex.escape(letter) for letter in word.phrase))
    patterns.sort(key=len, reverse=True)
    return table, "|".join(patterns)


_BETWEEN_LETTERS = compiled(r"[\s.]")


def _month(printed: str) -> int:
    return _months()[0][_BETWEEN_LETTERS.sub("", printed)]


# A year of either era in full, its digits maybe torn ("25 66"); two digits are of the Buddhist Era,
# and no number of people, times or baht.
_ERA = r"((?:ปี\s?)?[พค]\s?\.?\s?ศ\s?\.?\s?)?"
_FULL_YEAR = r"2\s?5\s?[0-9]\s?[0-9]|20[0-4][0-9]|19[6-9][0-9]"
_SHORT_YEAR = r"(?<![0-9])[4-9][0-9](?!\s*(?:คน|บาท|%|ครั้ง(?!ที่)))"
_YEAR = rf"{_ERA}['\u2018\u2019]?({_FULL_YEAR}|{_SHORT_YEAR})(?![0-9])"


def common_year(year: int) -> int:
    """Common Era year of a Buddhist Era year; two digits count from 2500."""
    return (year + 2500 if year < 100 else year) - 543


def _year(era: str | None, digits: str) -> int | None:
    """Common Era year of a printed one; ``None`` where the number cannot be of the era named."""
    number = int(squeeze(digits))
    christian = 1900 <= number < 2100
    if era and christian != ("ค" in era):
        return None
    return number if christian else common_year(number)


@cache
def _date_patterns() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    """A day with its month in words, one in numbers alone, and one with the year first."""
    names = _months()[1]
    return (
        compiled(rf"(?<![0-9])([0-3]?[0-9])\s*(?:เดือน\s*)?({names})\s*{_YEAR}"),
        compiled(
            r"(?<![0-9/]|[0-9]\.)([0-3]?[0-9])([/.\-])([01]?[0-9])\2"
            r"()(25[0-9]{2}|20[0-4][0-9]|19[6-9][0-9]|[4-9][0-9])(?![0-9]|[/.\-][0-9])"
        ),
        # As spreadsheets and web tools print it: the year first (ISO 8601), of either era.
        compiled(r"(?<![0-9./-])(25[4-9][0-9]|20[0-4][0-9])-([01][0-9])-([0-3][0-9])(?![0-9-])"),
    )


def find_dates(text: str) -> list[date]:
    """Every full date in a text, in order; a date without a year is none."""
    worded, numbered, year_first = _date_patterns()
    found: list[tuple[int, date]] = []
    for match in worded.finditer(text):
        day, month, era, year = match.groups()
        if not _torn(text[: match.start()], day):
            found += _dated(match.start(), _year(era, year), _month(month), int(day))
    for match in numbered.finditer(text):
        day, _, month, era, year = match.groups()
        found += _dated(match.start(), _year(era, year), int(month), int(day))
    for match in year_first.finditer(text):
        year, month, day = match.groups()
        found += _dated(match.start(), _year("", year), int(month), int(day))
    return [d for _, d in sorted(found)]


# What may stand around a date and says no more than that it is one.
_AROUND = (
    r"[\s()\-\u2013/.,:;]|ภายใน|ก่อน|ไม่เกิน|(?:ตั้งแต่)?วันที่|เดือน|ให้|ดำเนินการ|แล้ว|เสร็จ|สิ้นสุด|สิ้น|กำหนด(?:เวลา|ส่ง)?"
    r"|ระยะเวลา|ตั้งแต่|ถึง|บัดนี้|เริ่ม|[0-9]{1,4}|ไตรมาส(?:ที่)?|ตลอด(?:ทั้ง)?|ปี(?:งบประมาณ)?|พ\.?\s?ศ\.?"
)


@cache
def _only_times() -> regex.Pattern[str]:
    return compiled(rf"(?:{_AROUND}|{_months()[1]})++")


def only_time(text: str) -> bool:
    """Whether a text names a time (a date, a month of a year, a quarter) and says nothing else."""
    plain = clean(text)
    if not _only_times().fullmatch(plain):
        return False
    return bool(
        find_dates(plain) or regex.search(rf"(?:{_months()[1]})\s*{_YEAR}|ไตรมาส|ตลอด", plain)
    )


@cache
def _month_alone() -> regex.Pattern[str]:
    return compiled(rf"\s*(?:เดือน\s*)?(?:{_months()[1]})\s*(?:{_YEAR})?\s*")


def names_month(text: str) -> bool:
    """Whether a text is the name of a month, its year perhaps behind it, and nothing else."""
    return _month_alone().fullmatch(clean(text)) is not None


_LONE = compiled(r"(?<![0-9])([0-3]) $")


def _torn(before: str, day: str) -> bool:
    """Whether a day's digit may be the second of two: of ``1 5 มี.ค.`` nobody knows the day."""
    if len(day) > 1:
        return False
    lone = _LONE.search(before)
    return lone is not None and 1 <= int(lone.group(1) + day) <= 31


def _dated(at: int, year: int | None, month: int, day: int) -> list[tuple[int, date]]:
    if year is None:
        return []
    try:
        return [(at, date(year, month, day))]
    except ValueError:
        return []


def deadline_of(text: str | None) -> str | None:
    """The date of a deadline cell as ISO text; the last one where it names several."""
    dates = find_dates(clean(text)) if text else []
    return max(dates).isoformat() if dates else None


@cache
def _period_pattern() -> regex.Pattern[str]:
    names = _months()[1]
    between = r"\s*(?:-|\u2013|\u2014|ถึง)\s*(?:[0-3]?[0-9]\s*)?"
    return compiled(rf"({names})\s*(?:{_YEAR})?{between}({names})\s*{_YEAR}")


def find_period(text: str) -> tuple[str, str] | None:
    """A reporting period: ``(ตุลาคม 2566 - มีนาคม 2567)`` is 2023-10-01 to 2024-03-31."""
    match = _period_pattern().search(text)
    if match is None:
        return None
    first, last = _month(match.group(1)), _month(match.group(4))
    end_year = _year(match.group(5), match.group(6))
    if end_year is None:
        return None
    if match.group(3):
        start_year = _year(match.group(2), match.group(3))
    else:
        start_year = end_year - (1 if first > last else 0)
    if start_year is None:
        return None
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
