"""Scores in lists of lines: a number, a name and a score, with no word that says so.

``1. การปฏิบัติหน้าที่ 88.89`` states a score because the name is the indicator's of that number, and
``I4 โปร่งใส ตรวจสอบได้ ... 81.75`` because the words are the item's; any other line states nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import regex

from extract.model import Paragraph
from normalize.codebook import items
from normalize.decode import likeness
from normalize.model import Source
from normalize.said import year_said
from normalize.scores import Stated, level_of
from normalize.sections import by_name
from normalize.text import clean, squeeze

_LINE = regex.compile(
    r"\s*(?:[-\u2013\u2022]\s*)?(?:(?:(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?|ข้อ)\s*)?"
    r"(?P<number>(?:10|[1-9])(?:\.[1-9])?|[IEO]\s?[0-9]{1,2})\s*[.):]?\s+)?(?P<name>\D.*?)"
    r"[\s.\u2026:=\u2013-]+(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:%|\([^()]{1,30}\))?\s*",
    regex.DOTALL,
)
# Numbers under such a heading are no scores that were reached.
_OTHER = regex.compile("น้ำหนัก|เป้าหมาย|ค่าเฉลี่ย(?:ของ)?(?:กรุงเทพ|ทุก|50)|ผลต่าง|เปลี่ยนแปลง")
_OVERALL = regex.compile(
    r"(?:ผล)?คะแนน(?:เฉลี่ย)?(?:ใน)?(?:รวม|ภาพรวม)(?:ของหน่วยงาน|หน่วยงาน|ทั้งหมด)?(?:\(?ITA\)?)?"
    r"|(?:ผล)?(?:การประเมิน|คะแนน)(?:ใน)?ภาพรวม(?:\(?ITA\)?)?"
)
_ALIKE = 0.7


def listed_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of lines that hold nothing but number, name and score; ``year``: the assessment's."""
    found: list[Stated] = []
    head = ""
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        match = _LINE.fullmatch(text)
        if match is None:
            head = text if paragraph.bold or len(text) < 160 else head
            continue
        code = _named(match["number"], match["name"], year)
        if code is not None and not _OTHER.search(head):
            source = Source(paragraph.place, paragraph.text)
            said = year_said(head, year)
            value = Decimal(match["score"])
            found.append(Stated(said, level_of(code), code, value, source, "prose"))
    return found


def _named(number: str | None, name: str, year: int | None) -> str | None:
    """The code a line names, where its number and its words agree."""
    if number is None:
        return "ITA" if _OVERALL.fullmatch(squeeze(name)) else None
    code = number.replace(" ", "")
    if code[0] not in "IEO":
        return code if by_name(name) == code else None
    item = items(year).get(code) if year is not None else None
    return code if item is not None and likeness(name, item.title_th) >= _ALIKE else None
