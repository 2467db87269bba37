"""Scores stated in sentences: of the whole assessment and of its three instruments."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import regex

from extract.model import Paragraph
from normalize.codebook import words
from normalize.facts.scores import Stated
from normalize.model import Source
from normalize.names.indicatorends import ends_with_indicator
from normalize.names.said import (
    clause_of,
    in_a_row,
    of_else,
    of_last_year,
    of_others,
    said_scores,
    year_said,
)
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import as_score

_WHOLE = compiled(
    r"(?:ภาพรวม|ผลการประเมิน|ผลคะแนน|คะแนนการประเมิน|คะแนน(?:ประเมิน|เฉลี่ย)*รวม|ผลรวม|คุณธรรมและความโปร่งใส|\(?ITA\)?)"
)
_PART = compiled(
    # "คะแนนรวมทุกเครื่องมือ" is that of the whole.
    r"(?<!(?:รวม(?:ของ)?|ครบ)\s?(?:ทุก|ทั้ง\s?(?:3|สาม|10|สิบ)?)\s?)(?:ตัวชี้วัด|แบบวัด|เครื่องมือ(?!\s*ทั้ง\s?(?:3|สาม)))|(?:หมวด|ด้าน|ส่วน|แบบ)(?:วัด|ตรวจ)?นี้|หัวข้อ|(?<![A-Za-z])[IEO]\s?[0-9]{1,2}(?![0-9])|(?<![A-Za-z])(?:IIT|EIT|OIT)(?![A-Za-z])"
)
# The sides asked, right before the number: theirs is a part too.
_SIDE = compiled(
    r"(?:ผู้มีส่วนได้(?:ส่วน)?เสีย(?:ภายใน|ภายนอก)?|บุคลากรภายใน|เปิดเผยข้อมูลสาธารณะ)(?:(?!ภาพรวม|คะแนนรวม).){0,30}$"
)
_NOT_A_RESULT = compiled(
    r"ไม่น้อยกว่า|ตั้งแต่|ระหว่าง|เกณฑ์|เป้าหมาย|(?<!ถ่วง)น้ำหนัก|ขึ้นไป|(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|สูงกว่า|ต่ำกว่า)\s*$|เต็ม\s*\(?$"
)


# What is said of the whole behind a list of its parts: "IIT = 90.10, EIT = 91.20 และคะแนนรวม ...".
_NAMES_WHOLE = compiled("คะแนน(?:(?:การ)?ประเมิน|เฉลี่ย)*รวม|ผลรวม|ภาพรวม|โดยรวม")
_RESULT_AS_WHOLE = compiled("ผล(?:การประเมิน|คะแนน)?(?:ITA|\\s)*(?:ใน|โดย)?(?:ภาพ)?รวม")
_YEAR = compiled("25[4-9][0-9]")
_NUMBER = compiled(r"[0-9]\.[0-9]{2}(?![0-9])")
# Where the office itself has a total, what was said before of parts is another statement.
_OFFICE = compiled(r"(?<=\s)สำนักงานเขต\S{2,30}$")
_PEOPLE = compiled("[0-9]\\s*คน(?![\u0e01-\u0e2e])")
_ONE_PART = compiled(r"ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9]|[IEO]IT|แบบวัด|แบบตรวจ")


def _of_whole(clause: str, stated: str) -> str:
    """A clause without the parts and their numbers before it, where its end names the whole."""
    counted = next(reversed(list(_PEOPLE.finditer(clause))), None)
    if counted and _NAMES_WHOLE.search(clause[counted.end() :] + stated):
        # "ผู้ตอบแบบวัดภายใน 141 คน ทั้งนี้ ปี 2566 ได้คะแนนรวม": those who answered are no part scored.
        clause = clause[counted.end() :]
    own = _OFFICE.search(clause)
    if own and _NAMES_WHOLE.search(stated) and not _ONE_PART.search(clause):
        return own.group()
    said = next(reversed(list(_RESULT_AS_WHOLE.finditer(clause))), None)
    if said is not None and not _PART.search(clause, said.start()):
        # "ผู้ตอบแบบวัดภายนอก 231 คน ผลการประเมินโดยรวม": a number of people ends what was said before.
        before = clause[: said.start()]
        parts = [m.end() for m in _PART.finditer(before)]
        # So does any other number, where no year is said with it: "ไม่น้อยกว่า 85 คะแนน ผลรวมได้".
        if regex.search("[0-9]", before[parts[-1] if parts else 0 :]) and (
            parts or not _YEAR.search(before)
        ):
            return said.group() + clause[said.end() :]
    ends = [m.end() for m in _NUMBER.finditer(clause)]
    behind = clause[ends[-1] :] if ends else clause
    return behind if _NAMES_WHOLE.search(behind) else clause


def overall_in(
    paragraphs: Iterable[Paragraph], year: int | None, own: str | None = None
) -> list[Stated]:
    """Overall scores stated in sentences that speak of the whole assessment, not of a part.

    ``own``: code of the report's agency; a sentence about another district is not its score.
    """
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        last = 0
        for score in said_scores(text):
            before = text[max(0, score.start - 260) : score.start]
            clause, last = text[last : score.start], score.end
            stated = text[score.start : score.end]
            own_clause = clause_of(clause)
            said_of = _of_whole(own_clause, stated)
            if not _WHOLE.search(before + stated) or _PART.search(said_of):
                continue
            if _SIDE.search(said_of):
                continue
            near = text[max(0, score.start - 40) : score.start]
            # What was said before a statement of the whole is said of something else.
            if _NOT_A_RESULT.search(near if said_of == own_clause else said_of[-40:]):
                continue
            if of_others(clause + stated, own) or of_last_year(before) or of_else(own_clause):
                continue
            if not regex.search(r"ได้|เท่ากับ|มี(?:ผล|ค่า)?คะแนน|รวม", before[-40:] + stated):
                continue
            found.append(
                Stated(
                    year_said(text[: score.start], year),
                    "overall",
                    "ITA",
                    score.value,
                    Source(paragraph.place, paragraph.text),
                    "prose",
                )
            )
    return found


_INSTRUMENT = compiled(
    # Dots may lead from the instrument's whole name to its number.
    r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])\)?\s*(?:(?:แบบ(?:วัด|ตรวจ)[\u0e00-\u0e7f\s]{4,60})?[.…]{3,}\s*|[\u2014\u2013]\s*)?"
    # What it weighs may stand behind it: "IIT (ร้อยละ 30) ได้".
    r"(?:\((?:ค่า)?(?:น้ำหนัก)?\s*(?:ร้อยละ)?\s*[0-9]{1,3}\s*%?\)\s*(?=ได้|มี|:|=)"
    r"|[0-9]{1,2}\s?%\s+(?=(?:100|[0-9]{2})\.[0-9]{2}))?"
    # Its name in words may stand behind it: "IIT (การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน) ได้".
    r"(?:[:(]\s*(?:การรับรู้|การเปิดเผย|ผู้มีส่วนได้|ความคิดเห็น)[\u0e00-\u0e7f\s]{2,60}\)?\s*)?(?:(?:สำนักงาน)?เขต(?=ได้|มี))?(?:ได้รับ|ได้|ให้|มี|เท่ากับ|อยู่ที่|คิดเป็น(?=[^0-9]{0,16}[0-9]{1,3}\.[0-9])|:|=|\()?\s*(?:ค่า|ผล)?(?:คะแนน)?\s*"
    r"(?:เฉลี่ย|รวม)?\s*(?:ทั้งสิ้น|ทั้งหมด)?\s*(?:ที่ได้รับ|ที่ได้)?\s*(?:เท่ากับ|:|=|ที่)?\s*((?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)(?![0-9]|[.,/][0-9])\s*(คะแนน)?"
)


# Brackets behind an indicator's name say whose it is: "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (แบบวัด IIT) ได้ ...".
_OF_INDICATOR = compiled(
    r"ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9.]{1,4}[^0-9()]{0,60}\((?:แบบ(?:วัด|ตรวจ)|เครื่องมือ)?\s*$"
)


def instruments_in(
    paragraphs: Iterable[Paragraph], year: int | None, own: str | None = None
) -> list[Stated]:
    """Scores of the three instruments stated in sentences (``แบบวัด IIT ได้ 91.19 คะแนน``)."""
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        source = Source(paragraph.place, paragraph.text)
        seen: set[tuple[str, int]] = set()
        for code, value, start, at in (*_by_letters(text), *_by_name(text)):
            before = text[max(0, start - 160) : start]
            # "5 การแก้ไขปัญหาการทุจริต IIT 87.47": the row of an indicator, with whose it is.
            if _OF_INDICATOR.search(before) or ends_with_indicator(before):
                continue
            if (code, at) in seen or _NOT_A_RESULT.search(before[-30:]) or of_last_year(before):
                continue
            clause = clause_of(before)
            if of_others(clause, own) or of_else(clause):
                continue
            seen.add((code, at))
            said = year_said(text[:start], year)
            found.append(Stated(said, "instrument", code, value, source, "prose"))
    return found


# "OIT 9.1 ข้อมูลพื้นฐาน": the number of what is named behind it.
_SUB_INDICATOR = compiled(r"(?:9|10)\.[1-9]\s+(?!คะแนน)[\u0e01-\u0e44]")


def _by_letters(text: str) -> Iterable[tuple[str, Decimal, int, int]]:
    """Instruments called IIT, EIT or OIT: code, score, where the name and the number begin."""
    for match in _INSTRUMENT.finditer(text):
        value = as_score(match.group(2))
        told = match.group(3) or ("." in match.group(2) and not in_a_row(text[match.end(2) :]))
        told = told and not _SUB_INDICATOR.match(text, match.start(2))
        if value is not None and told:
            yield match.group(1), value, match.start(), match.start(2)


_TO_NUMBER = compiled(
    r"(?:\s|ได้รับ|ได้|มี|ค่า|ผล|คะแนน|เฉลี่ย|รวม|เท่ากับ|คิดเป็น|อยู่ที่|ร้อยละ|\(?[IEO]IT\)?|[:=(])*$"
)


def _by_name(text: str) -> Iterable[tuple[str, Decimal, int, int]]:
    """Instruments called by their Thai names right before a score."""
    for score in said_scores(text):
        number = regex.search("[0-9]", text[score.start : score.end])
        at = score.start + (number.start() if number else 0)
        named = _TO_NUMBER.sub("", text[:at])
        for word in words("instruments"):
            if len(word.phrase) > 3 and named.endswith(word.phrase):
                yield word.meaning, score.value, len(named) - len(word.phrase), at
                break
