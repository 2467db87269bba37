"""Values inside cells: scores here; dates, intervals, sections and lists in modules of their own.

Every function takes cleaned text (Arabic digits) and answers ``None`` or nothing where the text
does not say it; none of them guesses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

import regex

from normalize.words.dates import common_year, deadline_of, find_dates, find_period, fiscal_period
from normalize.words.intervals import monitoring_months
from normalize.words.othernumbers import MEAN_OF_MANY
from normalize.words.patterns import compiled
from normalize.words.steps import split_steps
from normalize.words.text import remembered, squeeze
from normalize.words.unitnames import find_units

__all__ = [
    "ROUNDED",
    "FoundScore",
    "as_score",
    "bare_score",
    "common_year",
    "deadline_of",
    "find_dates",
    "find_period",
    "find_scores",
    "find_units",
    "fiscal_period",
    "monitoring_months",
    "split_steps",
]

#: Points by which print, that rounds a number and what it is made of, may be off.
ROUNDED = Decimal("0.011")

# A score: 0 to 100 with at most two decimals.  Inside brackets a number may be torn ("84.9 4").
_NUMBER = (
    r"(?<![0-9.,/:·∙])(?:100(?:\.0{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})?)"
    r"(?![0-9]|[.,/:·∙]\s?[0-9]|\s*(?:ข้อ(?!\s*(?:ที่|คำถาม|[IEO]\s?[0-9]))|(?:คะแนน|%)?\s*ขึ้นไป|อันดับ|ลำดับ|คน|ครั้ง|ด้าน|แห่ง|วัน|เดือน|ปี))"
)
_TORN = r"[0-9]{1,3}(?:\s?\.\s?[0-9]\s?[0-9]?)?"
_POINTS = "คะแนน"
_IN_BRACKETS = compiled(rf"\(\s*({_TORN})\s*\)?\s*[.,]?\s*{_POINTS}\s*[.)]*")
_AFTER_WORD = compiled(
    # In "83.59 คะแนน 2) จัดทำ" the word is of the number before it.
    rf"(?<!\d\.\d{{1,2}}\s?)(?:ได้รับ|ได้|มี|เท่ากับ)?\s*(?:ค่า|ผล)?(?<!\d\.\d{{1,2}}\s?){_POINTS}(?:เฉลี่ย|รวม|ภาพรวม)?\s*(?:ที่ได้|ที่ได้รับ|เท่ากับ|:|=)?\s*({_NUMBER})"
    rf"(?:\s*{_POINTS})?"
)
_BEFORE_WORD = compiled(rf"({_NUMBER})\s*\.?{_POINTS}")
_BARE = compiled(rf"^\(?\s*({_NUMBER})\s*\)?\s*\.?\s*(?:{_POINTS}|%)?\s*\)?$")


# What stands before numbers that are no scores: the maximum, points per item, differences.
_NO_SCORE_BEFORE = compiled(
    r"(?:(?:\s|^)[+\-\u2212]|เปลี่ยนแปลง(?:ไป)?|เต็ม|จาก|/|ละ|ลดลง|(?:ลดลง|เพิ่มขึ้น|สูงขึ้น|ต่ำลง)ถึง|อยู่|จำนวน|เพิ่มขึ้น|สูงขึ้น|ต่ำลง|ต่างกัน|ผลต่าง|กว่า|ไม่ถึง|ไม่เกิน|ตั้งแต่|ระหว่าง"
    r"|(?<!ถ่วง)น้ำหนัก|อีก|ขาด(?:ไป)?|จากเกณฑ์|เกณฑ์ขั้นต่ำ"
    # What was aimed at, and the mean of many offices.
    rf"|(?:เป้าหมาย|{MEAN_OF_MANY}(?:มหานคร|เขต|\.)?)"
    r"(?:\s*(?:คะแนน|ที่ตั้งไว้|ปี\s*(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*25[0-9]{2}|[:=]))*)\s*(?:ร้อยละ)?\s*\(?$"
)
# "ได้คะแนนเต็ม 100.00 คะแนน" is a score all the same.
_FULL_MARKS = compiled(r"ได้(?:รับ)?(?:ค่า)?คะแนนเต็ม\s*\(?$")

# So is that of "ได้รับคะแนนภาพรวมปี 2565 จำนวน 84.64 คะแนน", where nothing else is counted.
_POINTS_COUNTED = compiled(
    r"(?:ได้(?:รับ)?|มี)(?:ผล|ค่า)?คะแนน(?:(?!คะแนน|เพิ่ม|ลด|สูง|ต่ำ|ขาด|ต่าง|กว่า|จาก|อีก)[^0-9]|25[0-9]{2}(?![0-9])){0,60}จำนวน\s*$"
)


# "O 30 คะแนน ...": the number of a code printed with a space, no score.
_OF_A_CODE = compiled(r"(?<![A-Za-z])[IEO]\s*$", regex.I)

# "2.3 คะแนนรายข้อของแบบวัด ...": the number of a heading, no score.
_OF_A_HEADING = compiled(r"\s*[0-9]{1,2}(?:\.[0-9]|\.)\s*คะแนน(?=[\u0e01-\u0e44])")

# "คะแนนรวม 100 คะแนน เท่ากับ 91.49": what follows was reached out of the 100.
_REACHED = compiled(
    r"\s*(?:คะแนน)?\s*\)?\s*(?:เท่ากับ|ได้รับ|ได้|คิดเป็น|อยู่ที่|มีค่า)\s*(?:คะแนน|ร้อยละ)?\s*[0-9]"
)


@dataclass(frozen=True, slots=True)
class FoundScore:
    """A score in a text: value and the stretch of text that states it."""

    value: Decimal
    start: int
    end: int


_WHOLE = compiled("[0-9]{1,2}")
# "(86.70 3 คะแนน)": words of two columns ran together, and the whole number is of the other.
_STRAY_AFTER = compiled(r"[0-9]\.[0-9]{2}\s+$")
# "I1 คะแนน 10": behind the word alone a whole number may be one of another column.
_BARELY_SAID = compiled(rf"\s*(?:ค่า|ผล)?{_POINTS}\s*[1-9][0-9]?")


def find_scores(text: str) -> list[FoundScore]:
    """Every score stated in running text, in order: ``(91.20 คะแนน)``, ``ได้ค่าคะแนน 99.84``."""
    return [*_scores_in(text)] if _POINTS in text else []


@remembered
def _scores_in(text: str) -> tuple[FoundScore, ...]:
    found: list[FoundScore] = []
    for pattern in (_IN_BRACKETS, _AFTER_WORD, _BEFORE_WORD):
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            # "เต็ม 100 คะแนน", "จาก 100 คะแนน" is what a score is given out of.
            before = text[: match.start(1)]
            reached = _FULL_MARKS.search(before) or _POINTS_COUNTED.search(before)
            if _NO_SCORE_BEFORE.search(before) and not reached:
                continue
            heading = _OF_A_HEADING.match(text)
            if heading is not None and match.start(1) < heading.end():
                continue
            whole = _WHOLE.fullmatch(match.group(1))
            stray = _STRAY_AFTER.search(before) or _BARELY_SAID.fullmatch(match.group())
            if whole and (stray or _OF_A_CODE.search(before)):
                continue
            value = as_score(match.group(1))
            if value == 100 and _REACHED.match(text[match.end() :]):
                continue
            if value is not None:
                found.append(FoundScore(value, match.start(), match.end()))
    return tuple(sorted(found, key=lambda f: f.start))


# Words that stand beside the number in a score's cell, and the maximum it is given out of.
_BESIDE = compiled(
    r"(?:(?:จาก|เต็ม|/)\s*\(?\s*100(?:\.0{1,2})?(?![0-9.])\s*\)?\s*(?:คะแนน)?)|คิดเป็น|ร้อยละ|คะแนน|ค่าเฉลี่ย|เฉลี่ย|ได้รับ|ได้|เท่ากับ|%|เต็ม"
)


# How far a score has moved, in brackets behind it: "80.25 (ลดลง 1.20)", "84.03 (+2.10)".
_CHANGE = compiled(
    r"(?<=[0-9])\s*[\u2191\u2193\u25b2\u25bc\u25b3\u25bd]\s*[0-9]{1,2}(?:\.[0-9]{1,2})?\s*(?:คะแนน)?$"
    r"|(?<=[0-9])\s*\(\s*(?:ลดลง|ลด|เพิ่มขึ้น|เพิ่ม|สูงขึ้น|ต่ำลง|[+\-\u2212\u2013\u25b2\u25bc\u2191\u2193])"
    r"\s*[0-9]{1,2}(?:\.[0-9]{1,2})?\s*(?:คะแนน)?\s*\)$"
)


# What a score means, in words behind it: "90.27 / ดีมาก", "85.20 (ผ่านดี)", "85.20 ระดับดี".
_IN_WORDS = compiled(
    r"(?<=[0-9]\.[0-9]{2})\s*(?:คะแนน)?\s*(?:[/\u2013-]|\(|ระดับ|อยู่ในระดับ)\s*(?:ระดับ)?\s*"
    r"(?:ผ่าน|ไม่ผ่าน|ดี|สูง|ต่ำ|ปานกลาง|พอใช้|ปรับปรุง|ต้องปรับปรุง|ควรปรับปรุง|น้อย|มาก)"
    r"(?:ดีเยี่ยม|ดีมาก|ดี|มาก|เกณฑ์|โดยด่วน|ที่สุด)?\s*\)?$"
)


_DIGIT = compiled("[0-9]")
# What is no part of the number a cell holds, in the order in which it is left out.
_BARED = tuple(
    (compiled(pattern) if isinstance(pattern, str) else pattern, replacement)
    for pattern, replacement in (
        (r"(?<=[0-9])\s*\.\s*(?=[0-9])", "."),
        (r"^[=:]\s*|[*\u00b9\u00b2\u00b3\u2070-\u2079]+$", ""),
        (r"^\s+|\s+$", ""),
        # A grade beside the number (``96.67 (AA)``, ``84.03 B+``, ``79.44 ระดับ A``) is none of it.
        (
            r"(?<=\.[0-9]{2})\s*\(?\s*(?:(?:ระดับ|เกรด)\s*)?(?:A{1,3}|[B-F])[+-]?\s*\)?$",
            "",
        ),
        (r"(?<=[0-9])\s*[\u2190-\u2193\u25b2\u25bc\u25b3\u25bd]$", ""),
        (_CHANGE, ""),
        (_IN_WORDS, ""),
        (r"^([0-9]{1,3}\.[0-9]) ([0-9])$", r"\1\2"),
        # Full marks are the only score of three figures, and the first that a narrow cell breaks.
        (r"^(?:1\s?0\s?0)(\s?\.\s?0\s?0)?$", r"100\1"),
        (r"(?<=\.[0-9]{2})0+(?![0-9])", ""),
    )
)
_BLANKS = compiled(r"[()\s]+")
# What most cells with a score hold.
_TWO_DECIMALS = re.compile(r"[0-9]{1,2}\.[0-9]{2}")


@remembered
def bare_score(text: str) -> Decimal | None:
    """The score of a cell that holds nothing else.

    Words such as ร้อยละ and the maximum (``เต็ม 100 ได้ 84.03``, ``86.47/100``) may stand beside it.
    """
    if not _DIGIT.search(text):
        return None
    plain = text.strip()
    if _TWO_DECIMALS.fullmatch(plain):
        return as_score(plain)
    for pattern, replacement in _BARED:
        plain = pattern.sub(replacement, plain)
    match = _BARE.match(plain)
    if match is None:
        match = _IN_BRACKETS.fullmatch(plain) or _AFTER_WORD.fullmatch(plain)
    if match is None and len(plain) < 60:
        match = _BARE.match(_BLANKS.sub(" ", _BESIDE.sub(" ", plain)).strip())
    return as_score(match.group(1)) if match else None


_PLAIN = compiled(r"[0-9]{1,3}(\.[0-9]{1,2})?")


def as_score(text: str) -> Decimal | None:
    """A number between 0 and 100 with at most two decimals, exactly; else ``None``."""
    digits = squeeze(text)
    if not _PLAIN.fullmatch(digits):
        return None
    value = Decimal(digits)
    return value if value <= 100 else None
