"""What the text of a single cell looks like: a code, a score, an item, an interval."""

from __future__ import annotations

from collections.abc import Callable

import regex

from normalize.names.codes import entries_of
from normalize.names.said import beside_name
from normalize.names.sections import by_name
from normalize.names.titles import known_title
from normalize.words.othernumbers import without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze
from normalize.words.values import bare_score, find_dates, find_units, monitoring_months

_YEAR = compiled(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")
_PERCENT = compiled(r"ร้อยละ|%")
# "1.1", "2.1", "2.2" number the parts of what is listed.
_PART = compiled(r"\s*(?:10|[1-9])\.[1-9]\s*")
_THAI = compiled("[\u0e01-\u0e4e]")
_CODE = compiled(
    r"\s*(?:ข้อ(?:ที่|คำถาม)?\s*)?[(\[]?(?:[IEOieo]|ตัวชี้วัด(?:ย่อย)?(?:ที่)?)\s?[.\-\u2013]?\s?"
    r"[0-9]{1,2}(?:\.[0-9])?\s*[.)\]]?\s*[*\u2020\u2021]{0,3}\s*"
)
_ONE = r"(?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}"
_CODES = compiled(rf"\s*{_ONE}(?:\s*(?:,|-|\u2013|และ|ถึง|/|\s)\s*{_ONE})*\s*")
_INDICATOR = compiled(r"\s*\(?(?:10|[1-9])(?:\.[1-9])?[.)]?\s*")
#: Long text is what measures and weaknesses are made of, in letters per cell.
LONG = 25
_FEW = 3
# Times of a year that are no dates.
_SPAN = compiled(r"ไตรมาส|ตลอดปี|ตลอดทั้งปี|ปีงบประมาณ|ภายในเดือน|ต่อเนื่อง")
_AIM = compiled(r"ร้อยละ|คะแนน|ไม่น้อยกว่า|ไม่ต่ำกว่า|[0-9]\s?%|[<>≥≤]")
_COUNT = compiled(r"\s*\(?[0-9]{1,2}[.)]?\s*")
_SIGNED = compiled(
    r"\s*(?:[+\-\u2212\u2013\u25b2\u25bc\u2191\u2193]|(?:เพิ่ม|สูง)(?:ขึ้น)?|(?:ลด|ต่ำ)(?:ลง)?)\s?"
    r"[0-9]{1,3}(?:\.[0-9]{1,2})?\s*(?:คะแนน|%)?\s*"
)
_LEADING_SHARE = compiled(r"\s*(?:ร้อยละ\s*[0-9]{1,3}|[0-9]{1,3}(?:\.[0-9]+)?\s*%)")
# A few words and how far they have come: "แล้วเสร็จ (100%)".
_SHARE_BEHIND = compiled(
    r"[^0-9]{2,40}\(?\s*(?:ร้อยละ\s*[0-9]{1,3}|[0-9]{1,3}(?:\.[0-9]+)?\s*%)\s*\)?\s*"
)
_SHARE = compiled(r"\s*(?:ร้อยละ\s*)?[0-9]{1,3}(?:\.[0-9]+)?\s*%?\s*")
_INSTRUMENT_IN_FULL = compiled(r"\s*แบบ(?:วัด|ตรวจ).{10,}[(:]\s*[IEO]IT\)?\s*$", regex.S)
_INSTRUMENT_ALONE = compiled(r"\s*(?:แบบ(?:วัด|ตรวจ)?\s*)?\(?[IEO]IT\)?\s*")


#: One item's code with its letter, and no more.
CODE_ALONE = compiled(r"\s*(?:ข้อ(?:ที่)?\s*)?[(\[]?[IEO]\s?[0-9]{1,2}[)\]]?\s*[.:]?\s*")


def is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def only_codes(text: str) -> bool:
    """Nothing but codes of items, in lists and ranges: ``I4, I5``, ``O6 - O8``."""
    return _CODES.fullmatch(text) is not None


def is_decimal(text: str) -> bool:
    if bare_score(text) is None or _PART.fullmatch(text):
        return False
    return "." in text or squeeze(text) in ("100", "0") or bool(_PERCENT.search(text))


def in_words(text: str) -> bool:
    return len(_THAI.findall(text)) >= LONG and bare_score(text) is None


def is_signed(text: str) -> bool:
    """Whether a cell is a number with its sign: ``+2.70``, ``▲ 1.20``, ``ลดลง 4.00``."""
    return _SIGNED.fullmatch(text) is not None


def is_number(text: str) -> bool:
    return _INDICATOR.fullmatch(text) is not None


def says_score(text: str) -> bool:
    """Whether a cell says that its number is a score, or of which year it is one."""
    return bool(beside_name(text, None)) and ("คะแนน" in text or _YEAR.search(text) is not None)


@remembered
def says_score_among(text: str) -> bool:
    """Whether a cell tells a score and, with words for them, numbers it is held against."""
    own = without_other_numbers(text)
    return own != text and bool(beside_name(own.strip(), None))


def is_interval(text: str) -> bool:
    # "แผนปฏิบัติราชการประจำปี" is the title of an item.
    return monitoring_months(text) is not None and not known_title(text)


def _is_label(text: str) -> bool:
    """Names an indicator, an instrument or the whole, as the left column of a summary does."""
    if len(squeeze(text)) >= 60:
        return bool(_INSTRUMENT_IN_FULL.match(text)) and len(squeeze(text)) < 160
    plain = regex.sub(r"^[\s0-9.)\-]+", "", text)
    return by_name(plain) is not None or bool(
        regex.match(
            r"\s*(?:ตัวชี้วัด|(?:คะแนน)?แบบ(?:วัด|ตรวจ)|คะแนนรวม|(?:ผล)?(?:คะแนน)?(?:ภาพรวม|IIT|EIT|OIT|ITA))"
            r"|.{2,60}\((?:IIT|EIT|OIT)\)\s*$",
            text,
        )
    )


def names_item(text: str) -> bool:
    entries = entries_of(text)
    if not entries:
        return False
    # "1. จัดทำ…" is a statement of a list; a bare number names an item only beside its score.
    first = entries[0]
    return bool(first.scores) or (len(squeeze(text)) > 8 and not first.token.isdigit())


def is_item(text: str) -> bool:
    """Whether a cell is an item's code and its title, and nothing more."""
    entries = entries_of(text)
    return len(entries) == 1 and known_title(entries[0].question)


def short(test: Callable[[str], bool], most: int = 60) -> Callable[[str], bool]:
    return lambda text: len(squeeze(text)) < most and test(text)


def lists(text: str) -> bool:
    return bool(regex.match(r"\s*(?:\(?[0-9]{1,2}[.)]|[-\u2013\u2022])", text))


def is_year(text: str) -> bool:
    return _YEAR.search(text) is not None


def is_count(text: str) -> bool:
    return _COUNT.fullmatch(text) is not None


def is_share(text: str) -> bool:
    """Whether a cell is a number that may be a percentage: ``90``, ``ร้อยละ 90``."""
    return _SHARE.fullmatch(text) is not None


def tells_share(text: str) -> bool:
    """Whether a cell is a percentage, with words behind it or a few before it.

    ``80% ดำเนินการต่อเนื่อง``, ``แล้วเสร็จ (100%)``.
    """
    return _LEADING_SHARE.match(text) is not None or _SHARE_BEHIND.fullmatch(text) is not None


def is_instrument(text: str) -> bool:
    return _INSTRUMENT_ALONE.fullmatch(text) is not None


def is_time(text: str) -> bool:
    """Whether a cell says when: a date or a stretch of a year."""
    return bool(find_dates(text)) or _SPAN.search(text) is not None


def tells_thing(text: str) -> bool:
    """Whether a cell tells a thing in words, and no number that is aimed at."""
    return letters(text) > _FEW and not _AIM.search(text)


def letters(text: str) -> int:
    """How many Thai letters a text has."""
    return len(_THAI.findall(text))


#: (role, what a cell of it looks like, share of the column's cells that must).
LOOKS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("score", short(is_decimal), 0.5),
    ("score", short(says_score), 0.7),
    ("score", says_score_among, 0.7),
    ("deadline", short(lambda t: bool(find_dates(t))), 0.6),
    ("monitoring", short(lambda t: monitoring_months(t) is not None), 0.7),
    ("responsible", short(lambda t: bool(find_units(t))), 0.7),
    ("code", lambda t: len(squeeze(t)) < 8 and bool(entries_of(t)) and not t.isdigit(), 0.6),
    ("indicator", _is_label, 0.4),
    ("item", lambda t: names_item(t) or known_title(t), 0.5),
)
