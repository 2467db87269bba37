"""Sentences that say who is to do what until when, as the labels they stand for.

``มอบหมายให้ฝ่ายโยธาดำเนินการจัดทำแผนผัง ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568`` says what the three
labels มาตรการ, ผู้รับผิดชอบ and กำหนดแล้วเสร็จ would. Every part is a stretch of the sentence itself.
"""

from __future__ import annotations

from functools import cache

import regex

from normalize.codebook import units
from normalize.names.codes import entries_of
from normalize.words.text import clean
from normalize.words.values import find_dates, find_units

#: Labels under which the parts of a sentence are read.
MEASURE, UNIT, DEADLINE, ITEMS = "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "ข้อ"

_NUMBER = r"(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+|[-\u2013\u2022]\s*)?"
_LEAD = r"(?:(?:ทั้งนี้|โดย|จึง)\s*)*(?P<given>มอบหมาย(?:ให้)?|มอบ(?:ให้)?|ให้)?\s*"
_DOES = r"(?:เป็น)?(?:ผู้)?(?:รับผิดชอบ)?(?:และ)?(?:(?:เป็น)?(?:ผู้)?ดำเนินการ(?!ตาม|เพื่อ|ให้|ใน|ต่อ|แก้|แล้ว))?"
_UNTIL = (
    r"(?P<until>(?:โดย)?(?:กำหนด(?=ให้))?(?:ให้)?(?:ดำเนินการ)?(?:แล้ว)?(?:เสร็จ)?(?:สิ้น)?\s*"
    r"(?:ภายใน|ก่อน|ไม่เกิน)\s*(?:วันที่|เดือน)?\s*(?P<date>\S.{3,38}?))"
)
# Behind a statement: the items it answers.
_REFERENCE = regex.compile(
    r"\s*[(\[]+((?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}(?![0-9])[^()\[\]]{0,60})[)\]]+\s*$"
)


@cache
def _sentence() -> regex.Pattern[str]:
    names = {n for unit in units() for n in (unit.name_th, *unit.aliases)}
    one = "|".join(regex.escape(n) for n in sorted(names, key=len, reverse=True))
    unit = rf"(?:หัวหน้า)?(?:{one}|ฝ่าย[^\sฯ]{{3,30}}ฯ(?!ล))"
    listed = rf"{unit}(?:\s*(?:,|/|และ|ร่วมกับ|\s)\s*{unit})*"
    return regex.compile(
        rf"\s*{_NUMBER}{_LEAD}(?P<units>{listed})\s*{_DOES}\s*(?P<what>.*?)\s*{_UNTIL}[\s.]*",
        regex.S,
    )


def duty_parts(text: str) -> list[tuple[str, str]]:
    """The labels a sentence of duty stands for with what each says; nothing for other texts.

    A sentence that only names a section and a date (``ทั้งนี้ มอบหมายให้ฝ่ายโยธารับผิดชอบ ...``) says
    both of the measure above it.
    """
    plain = clean(text).replace("\n", " ")
    match = _sentence().fullmatch(plain) if len(plain) < 500 else None
    if match is None or not find_dates(match["date"]) or not find_units(match["units"]):
        return []
    what = match["what"].strip(" ,")
    if not what and not match["given"]:
        return []
    said = [(MEASURE, what)] if what else []
    return [*said, (UNIT, match["units"]), (DEADLINE, match["until"].strip())]


def without_reference(text: str) -> tuple[str, str | None]:
    """A statement and the items in brackets behind it: ``จัดอบรม (ข้อ I1, I2)``."""
    match = _REFERENCE.search(clean(text))
    if match is None or not entries_of(match[1]):
        return text, None
    return clean(text)[: match.start()], match[1]


__all__ = ["ITEMS", "duty_parts", "without_reference"]
