"""How often something is reviewed, in months: ``ทุก 6 เดือน``, ``ปีละ 2 ครั้ง``, ``ทุกสิ้นไตรมาส``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex

from normalize.codebook import words
from normalize.words.dates import find_period
from normalize.words.patterns import compiled
from normalize.words.text import clean

_MONTHS_PER = {
    "เดือน": Decimal(1),
    "ปี": Decimal(12),
    "ไตรมาส": Decimal(3),
    "สัปดาห์": Decimal("0.25"),
    "วัน": Decimal(1) / 30,
}
_UNIT = "(?P<unit>เดือน|ปี|วัน(?!ที่)|สัปดาห์|ไตรมาส)"
_WEEK = Decimal("0.25")


@cache
def _numbers() -> dict[str, Decimal]:
    return {word.phrase: Decimal(word.meaning) for word in words("numbers")}


def _spelled() -> str:
    """A pattern of the numbers in words."""
    return "|".join(sorted(_numbers(), key=len, reverse=True))


def _number(printed: str | None) -> Decimal:
    if not printed:
        return Decimal(1)
    return _numbers().get(printed) or Decimal(printed)


@cache
def _rules() -> tuple[regex.Pattern[str], ...]:
    """Ways to state an interval: ``every`` so many units, so many ``times``."""
    spelled = _spelled()
    every = rf"(?P<every>(?<![0-9])[0-9]{{1,3}}|{spelled})"
    times = rf"(?P<times>(?<![0-9])[0-9]{{1,2}}|{spelled})"
    each = r"(?:\s*(?:/|ต่อ)\s*(?:1|หนึ่ง)?\s*)?"
    # The budget year a plan is named by is no interval.
    named_year = r"(?!(?<=ประจำปี)\s*(?:งบ|พ\.|[0-9]))"
    return tuple(
        compiled(pattern)
        for pattern in (
            # A day of the month, or several; a weekday.
            r"ทุก\s?ๆ?\s*วันที่\s*(?P<days>[0-9]{1,2}(?:\s*(?:,|และ)\s*(?:วันที่\s*)?[0-9]{1,2})*)",
            r"ทุก\s?ๆ?\s*วัน(?:(?!ทุก|และ|โดย)\S){0,25}?(?:ของ(?:ทุก)?|สิ้น|ต้น)\s*(?P<unit>เดือน)",
            r"(?P<weekday>ทุกวัน\s*(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์))",
            rf"(?:ทุก\s?ๆ?|ราย|ประจำ(?:ทุก)?)\s*(?:รอบ|ช่วง|สิ้น|ต้น|กลาง|ปลาย)?\s*{every}?\s*{_UNIT}{named_year}",
            rf"(?<![0-9]\s*){_UNIT}\s*ละ\s*{times}?\s*ครั้ง",
            rf"{times}\s*ครั้ง\s*(?:/|ต่อ)\s*{every}?\s*{_UNIT}",
            rf"{every}\s*{_UNIT}{each}ครั้ง(?!ที่)",
            r"(?P<every>ครึ่ง)(?P<unit>ปี)(?!\s*(?:แรก|หลัง))",
        )
    )


@cache
def _round() -> regex.Pattern[str]:
    """``รอบ 6 เดือน``: a round of review, where it does not name one half of a year."""
    return compiled(
        rf"รอบ\s*(?P<every>[0-9]{{1,2}}|{_spelled()})\s*(?P<unit>เดือน|ปี)(?!\s*(?:แรก|หลัง|สุดท้าย|ที่))"
    )


_BARE = compiled(r"\(?(?P<every>[0-9]{1,2})\s*(?P<unit>เดือน|ปี|สัปดาห์|วัน)\)?")


def monitoring_months(text: str | None) -> float | None:
    """Months between reviews: ``ทุก 6 เดือน`` 6, ``ทุกเดือน`` 1, ``ทุก 15 วัน`` 0.5.

    The first interval counts. A bare ``6 เดือน`` or ``15 วัน`` counts too; ``ทุกวันอังคาร`` is a week.
    """
    if not text:
        return None
    plain = clean(text).replace("\n", " ")
    matches = [m for rule in _rules() if (m := rule.search(plain))]
    if find_period(plain) is None and (stated := _round().search(plain)):
        matches.append(stated)
    if matches:
        # Of two that begin together the first rule knows more: a weekday is not every day.
        return _months_of(min(matches, key=lambda match: match.start()).groupdict())
    bare = _BARE.fullmatch(plain.strip())
    return _months_of(bare.groupdict()) if bare else None


_REVIEW = r"(?:กำกับ|ติดตาม|รายงาน|ทบทวน|ประเมิน|สรุป|ตรวจสอบ)"
_SAID = (
    rf"[\s()\-\u2013/.,:;ๆ]|[0-9]{{1,3}}(?=\s*(?:เดือน|ปี|วัน|สัปดาห์|ไตรมาส|ครั้ง))|วันที่\s*[0-9]{{1,2}}|{_REVIEW}|ผล|ความ(?:ก้าวหน้า|คืบหน้า)|การ|ดำเนิน(?:การ|งาน)|ปฏิบัติ(?:การ|งาน)?"
    r"|ทุก|ราย|รอบ|ช่วง|สิ้น|ต้น|กลาง|ปลาย|ประจำ|เดือน|ปี|ไตรมาส|สัปดาห์|วัน(?:ที่|จันทร์|ศุกร์)?|ครั้ง|ละ|ต่อ|และ|ของ|โดย|ให้|ถัดไป"
    r"|หัวหน้าฝ่าย|ผู้(?:บริหาร|อำนวยการ(?:เขต)?|บังคับบัญชา)|ทราบ|เสนอ|อย่างน้อย|เป็น|จำนวน"
)
_LED = compiled(r"[\s(\-\u2013\u2022]*(?:มี|ให้)?(?:การ)?(?:กำกับ|ติดตาม|ทบทวน|รายงาน(?:ผล|ความ))")

_NUMBERED = compiled(r"^\s*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)](?![0-9])\s*")


@cache
def _only_said() -> regex.Pattern[str]:
    return compiled(rf"(?:{_SAID}|{_spelled()})++")


def only_interval(text: str) -> bool:
    """Whether a text says how often something is reviewed and nothing else."""
    plain = clean(text)
    return _only_said().fullmatch(plain) is not None and monitoring_months(plain) is not None


_OFTEN = compiled("ทุก|ครั้ง|ราย(?:เดือน|ไตรมาส|สัปดาห์|ปี)")


def says_review(text: str) -> bool:
    """Whether a text says by itself that it is of reviews: ``ติดตาม - ทุก 3 เดือน``."""
    plain = clean(text)
    if not _OFTEN.search(plain):
        return False
    plain = _NUMBERED.sub("", plain)
    # "รายงานผลการดำเนินงานประจำปี" is what a paper is called.
    return bool(_OFTEN.search(plain) and _LED.match(plain)) and only_interval(plain)


def _months_of(stated: dict[str, str | None]) -> float | None:
    if stated.get("weekday"):
        return float(_WEEK)
    if days := stated.get("days"):
        return round(1 / len(regex.findall("[0-9]+", days)), 2)
    every, times = _number(stated.get("every")), _number(stated.get("times"))
    if not every or not times:
        return None
    return round(float(every * _MONTHS_PER[stated.get("unit") or ""] / times), 2)
