"""Sentences that say who is to do what until when, as the labels they stand for.

``มอบหมายให้ฝ่ายโยธาดำเนินการจัดทำแผนผัง ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568`` says what the three
labels มาตรการ, ผู้รับผิดชอบ and กำหนดแล้วเสร็จ would, and so does ``จัดทำแผนผัง โดยฝ่ายโยธาเป็นผู้รับผิดชอบ
ภายในวันที่ ...`` or ``จัดทำแผนผัง (ฝ่ายโยธา / 30 เมษายน 2568)``. Every part is a stretch of the sentence
itself; the item that it may begin with is one too.
"""

from __future__ import annotations

from functools import cache

import regex

from normalize.codebook import book_years, items, units
from normalize.names.codes import entries_of
from normalize.names.phrases import phrase_of
from normalize.words.dates import only_time
from normalize.words.intervals import only_interval
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.unitnames import only_units
from normalize.words.values import find_dates, find_units

#: Labels under which the parts of a sentence are read.
MEASURE, UNIT, DEADLINE, ITEMS = "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "ข้อ"
ITEM, REVIEW = "ข้อคำถาม", "การติดตาม"

_NUMBER = r"(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+|[-\u2013\u2022]\s*)?"
_LEAD = r"(?:(?:ทั้งนี้|โดย|จึง)\s*)*(?P<given>มอบหมาย(?:ให้)?|มอบ(?:ให้)?|ให้)?\s*"
_DOES = r"(?:เป็น)?(?:ผู้)?(?:รับผิดชอบ)?(?:และ)?(?:(?:เป็น)?(?:ผู้)?ดำเนินการ(?!ตาม|เพื่อ|ให้|ใน|ต่อ|แก้|แล้ว))?"
_UNTIL = (
    r"(?P<until>(?:โดย)?(?:กำหนด(?=ให้|แล้ว|เสร็จ))?(?:ให้)?(?:ดำเนินการ)?(?:แล้ว)?(?:เสร็จ)?(?:สิ้น)?\s*"
    r"(?:ภายใน|ก่อน|ไม่เกิน)\s*(?:วันที่|เดือน)?\s*(?P<date>\S.{3,38}?))"
)
# Behind a statement: the items it answers.
_REFERENCE = compiled(
    r"\s*[(\[]+((?:(?:หัว|ราย)?ข้อ(?:คำถาม)?(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}(?![0-9])[^()\[\]]{0,60})[)\]]+\s*$"
)

_GIVEN = r"(?:โดย(?:มี|ให้|มอบหมายให้|มอบหมาย|มอบ)?|มี|มอบหมาย(?:ให้)?|มอบ(?:ให้)?)"
_CHARGED = r"(?:เป็น)?(?:ผู้|หน่วยงาน)?(?:ที่)?(?:รับผิดชอบ|ดำเนินการ|เจ้าภาพ)(?:หลัก|ดำเนินการ)?"
_REVIEWED = r"(?:\s*(?:และ|โดย|พร้อม)?(?:ให้|มีการ)?\s*(?P<review>(?:กำกับ|ติดตาม|รายงาน).{3,40}?))?"
_AT_END = compiled(r"[(\[]([^()\[\]]{8,120})[)\]][\s.]*$")
_JOINT = compiled(r"[\s/,;|\u2013-]+")
_CODED = compiled(
    rf"\s*{_NUMBER}((?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?[(\[]?[IEO]\s?[0-9]{{1,2}}(?![0-9])[)\]]?\s*[.:)]?)\s+"
)
_LABEL = compiled(r"\s*([^:：]{2,40}?)\s*[:：]\s*")
_LEAST = 6
_LONGEST = 500


@cache
def _units() -> str:
    names = {n for unit in units() for n in (unit.name_th, *unit.aliases)}
    one = "|".join(regex.escape(n) for n in sorted(sorted(names), key=len, reverse=True))
    unit = rf"(?:หัวหน้า)?(?:{one}|ฝ่าย[^\sฯ]{{3,30}}ฯ(?!ล))"
    return rf"{unit}(?:\s*(?:,|/|และ|ร่วมกับ|\s)\s*{unit})*"


@cache
def _sentence_behind() -> regex.Pattern[str]:
    """What is to be done, then who does it and until when."""
    return compiled(
        rf"\s*{_NUMBER}(?:ให้)?\s*(?P<what>.+?)\s*{_GIVEN}\s*(?P<units>{_units()})\s*{_CHARGED}\s*"
        rf"{_UNTIL}{_REVIEWED}[\s.]*",
        regex.S,
    )


@cache
def _sentence_dated() -> regex.Pattern[str]:
    """Until when, then who does what."""
    return compiled(
        rf"\s*{_NUMBER}{_UNTIL}\s*{_LEAD}(?P<units>{_units()})\s*{_DOES}\s*(?P<what>\S.+)", regex.S
    )


@cache
def _sentence_closing() -> regex.Pattern[str]:
    """Who does it and how often it is reviewed, of the measure above."""
    return compiled(
        rf"\s*(?:ทั้งนี้|โดย)\s*(?:มอบหมาย(?:ให้)?|มอบ(?:ให้)?|ให้)?\s*(?P<units>{_units()})\s*"
        rf"{_CHARGED}{_REVIEWED}[\s.]*"
    )


@cache
def _titles() -> tuple[str, ...]:
    found = {squeeze(item.title_th) for year in book_years() for item in items(year).values()}
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _sentence() -> regex.Pattern[str]:
    return compiled(
        rf"\s*{_NUMBER}{_LEAD}(?P<units>{_units()})\s*{_DOES}\s*(?P<what>.*?)\s*{_UNTIL}[\s.]*",
        regex.S,
    )


def duty_parts(text: str) -> list[tuple[str, str]]:
    """The labels a sentence of duty stands for with what each says; nothing for other texts.

    A sentence that only names a section and a date (``ทั้งนี้ มอบหมายให้ฝ่ายโยธารับผิดชอบ ...``) says
    both of the measure above it.
    """
    plain = clean(text).replace("\n", " ")
    if len(plain) >= _LONGEST:
        return []
    return _given(plain) or _closing(plain) or _behind(plain)


def _closing(plain: str) -> list[tuple[str, str]]:
    """The parts of a sentence without a date that closes a measure: ``ทั้งนี้ มอบหมายให้...``."""
    match = _sentence_closing().fullmatch(plain)
    review = (match["review"] or "") if match is not None else ""
    if match is None or not find_units(match["units"]) or (review and not only_interval(review)):
        return []
    said = [(UNIT, match["units"]), (REVIEW, review.strip())]
    return [(label, text) for label, text in said if text]


def _given(plain: str) -> list[tuple[str, str]]:
    """The parts of a sentence that begins with who is to do something, or until when."""
    match = _sentence().fullmatch(plain) or _sentence_dated().fullmatch(plain)
    if match is None or not find_dates(match["date"]) or not find_units(match["units"]):
        return []
    what = match["what"].strip(" ,")
    if not what and not match["given"]:
        return []
    said = [(MEASURE, what)] if what else []
    return [*said, (UNIT, match["units"]), (DEADLINE, match["until"].strip())]


def _behind(plain: str) -> list[tuple[str, str]]:
    """The parts of a sentence at whose end stands who does something, and until when."""
    item, rest = item_ahead(plain)
    match = _sentence_behind().fullmatch(rest)
    if match is not None:
        what, unit, until = match["what"], match["units"], match["until"]
        review = match["review"] or ""
    else:
        what, unit, until = _bracketed(rest)
        review = ""
    if (label := _LABEL.match(what)) is not None:
        # Of other labels the sentence is an answer, and no measure.
        what = what[label.end() :] if phrase_of(label[1]) == "measure" else ""
    if len(what.strip()) < _LEAST or not find_units(unit) or not find_dates(until):
        return []
    if review and not only_interval(review):
        return []
    said = [(ITEM, item), (MEASURE, what.strip(" ,")), (UNIT, unit), (DEADLINE, until.strip())]
    return [(label, text) for label, text in [*said, (REVIEW, review.strip())] if text]


def _bracketed(text: str) -> tuple[str, str, str]:
    """What is done, and who does it and until when in brackets behind it; else nothing."""
    match = _AT_END.search(text)
    inner = match[1].strip() if match is not None else ""
    for joint in _JOINT.finditer(inner):
        unit, until = inner[: joint.start()], inner[joint.end() :]
        if match is not None and only_units(unit) and only_time(until):
            return regex.sub(rf"^\s*{_NUMBER}", "", text[: match.start()]), unit, until
    return "", "", ""


def item_ahead(text: str) -> tuple[str, str]:
    """The item that a sentence begins with, its title with it, and the rest."""
    match = _CODED.match(text)
    if match is None:
        return "", text
    rest = text[match.end() :]
    bare = squeeze(rest)
    title = next((t for t in _titles() if bare.startswith(t)), "")
    # Where lines were joined a space may be missing: letters are counted, not places.
    ends = (i for i in range(len(rest) + 1) if len(squeeze(rest[:i])) >= len(title))
    end = next(ends, 0)
    return f"{match[1]} {rest[:end]}".strip(), rest[end:].lstrip(" \n:-\u2013")


def without_reference(text: str) -> tuple[str, str | None]:
    """A statement and the items in brackets behind it: ``จัดอบรม (ข้อ I1, I2)``."""
    match = _REFERENCE.search(clean(text))
    if match is None or not entries_of(match[1]):
        return text, None
    return clean(text)[: match.start()], match[1]


# The items in brackets before what a label says of them.
_REFERENCE_AHEAD = compiled(r"\s*\(([^()]*)\)\s*[:\-\u2013]?\s*(?=\S)")
_ONLY_ITEMS = compiled(
    r"(?:สำหรับ|แก้ไข|ตาม)?\s*(?:(?:ราย|หัว)?ข้อ(?:คำถาม)?(?:ที่)?|รหัส)?\s*"
    r"([IEO]\s?[0-9]{1,2}(?:[\s,\-\u2013]|และ|ถึง|ข้อ(?:ที่)?|[IEO]\s?[0-9]{1,2})*)"
)


def reference_ahead(said: str) -> tuple[str, str] | None:
    """The items in brackets before what a label says of them, and the rest: ``(ข้อ I1) จัดอบรม``."""
    ahead = _REFERENCE_AHEAD.match(said)
    only = _ONLY_ITEMS.fullmatch(ahead[1]) if ahead is not None else None
    return (only[1], said[ahead.end() :]) if ahead is not None and only is not None else None


__all__ = [
    "ITEMS",
    "REVIEW",
    "duty_parts",
    "item_ahead",
    "reference_ahead",
    "without_reference",
]
