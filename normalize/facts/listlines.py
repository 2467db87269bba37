"""What the lines of lists look like: names with numbers, and the scores behind or before them.

Each pattern has the groups ``number`` (or ``range``), ``name`` and ``score``.
"""

from __future__ import annotations

import regex

from normalize.names.codes import ITEM_RANGE
from normalize.words.patterns import compiled

# A running number may stand before a code.
_COUNT = r"(?:\(?[0-9]{1,2}[.)]\s*(?=[(\[]?[IEO]\s?[0-9]))?"
NAMED = (
    rf"(?:{_COUNT}[(\[]?(?:(?:(?:คะแนน(?:ของ)?)?ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?|ข้อ)\s*)?"
    r"(?P<number>(?:10|[1-9])(?:\.[1-9])?|[IEO]\s?[0-9]{1,2})"
    r"(?:\s*[.):\]]?\s+(?:[\u2013\u2014-]\s+)?|(?<=[IEO]\s?[0-9]{1,2})(?=[\u0e01-\u0e2e\u0e40-\u0e44])))?"
    r"(?P<name>\D.*?)"
)
SCORE = r"(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})"
LEADER = r"(?:[.\u2026_\u00b7]{3}|\u2026)\s*"
LINE = compiled(
    # A name that fills its line leaves no room for what leads to its number.
    rf"\s*(?:[-\u2013\u2022]\s*)?{NAMED}(?:[\s.\u2026:=_\u00b7\u2013\u2014-]+|(?<=[\u0e00-\u0e7f)]))"
    # A whole number that dots lead to is no page of a contents list where it is said to be points.
    rf"(?:{SCORE}\s*(?:%|คะแนน|\([^()]{{1,30}}\))?|\({SCORE}\)|(?<={LEADER})(?P<score>100|[0-9]{{1,2}})\s*คะแนน)\s*",
    regex.DOTALL,
)
SCORE_FIRST = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?{SCORE}\s+(?:คะแนน\s*)?(?:ข้อ(?:ที่)?\s*)?(?=[IEO]\s?[0-9]|ตัวชี้วัด){NAMED}\s*",
    regex.DOTALL,
)
# "• O1 ข้อมูลพื้นฐาน = 100": no decimals, in a list whose other scores have them.
_EQUAL = r"\s*[:=]\s*"
EQUAL_SCORE = compiled(rf"\s*(?:[-\u2013\u2022]\s*)?[IEO]\s?[0-9]{{1,2}}\D.*{_EQUAL}{SCORE}\s*")
EQUAL_WHOLE = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?(?P<number>[IEO]\s?[0-9]{{1,2}})\s*[.)]?\s+(?P<name>\D*?){_EQUAL}"
    r"(?P<score>100|[0-9]{1,2})\s*"
)
# "• E5 ถูกร้องขอเงิน 100 คะแนน": all or nothing, in a list of items with their points.
ALL_OR_NONE = compiled(
    r"\s*(?:[-\u2013\u2022]\s*)?(?P<number>[IEO]\s?[0-9]{1,2})\s*[.)]?\s+(?P<name>\D*?(?<!เต็ม))"
    rf"(?:\s+(?P<score>100|0)\s*คะแนน|\s*{LEADER}[.\u2026_\u00b7]*\s*(?P<score>100|0)(?:\s*คะแนน)?)\s*"
)
# "O1 – O22 การเปิดเผยข้อมูล ....... 95.45": all items of an indicator, and its score.
RANGED = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?(?:ข้อ\s*)?(?P<range>{ITEM_RANGE})\s+(?P<name>\D*?)"
    rf"[\s.\u2026:=_\u00b7\u2013\u2014-]+{SCORE}\s*(?:คะแนน|%)?\s*"
)
# "เฉลี่ยตัวชี้วัดที่ 8 85.23": the end of an indicator's items, with its number alone.
MEAN_OF_PART = compiled(
    r"\s*(?:ค่า|ผล|คะแนน|สรุป)*(?:เฉลี่ย|รวม)+(?:ของ)?\s*ตัวชี้วัด\s*(?:ที่)?\s*(?P<number>10|[1-9])(?P<name>)"
    rf"\s*[:=]?\s+{SCORE}\s*(?:คะแนน|%)?\s*"
)
# "89.52 คะแนนเฉลี่ยของตัวชี้วัดที่ 1", "88.37 คะแนนรวมของแบบวัด EIT": the number before what it is of.
MEAN_BEHIND = compiled(
    rf"\s*{SCORE}\s+(?:ค่า|ผล|คะแนน|สรุป)*(?:เฉลี่ย|รวม)+(?:ของ)?\s*"
    r"(?:ตัวชี้วัด\s*(?:ที่)?\s*(?P<number>10|[1-9])(?P<name>)|(?:แบบ(?:วัด|ตรวจ)|เครื่องมือ)\s*\(?(?P<number>[IEO]IT)\)?(?P<name>))\s*"
)
# "การปฏิบัติหน้าที่ ตัวชี้วัดที่ 1 ได้ 89.52 คะแนน": the name of an indicator before its number.
NAME_FIRST = compiled(
    r"\s*(?:[-\u2013\u2022]\s*)?(?:ตัวชี้วัด(?:ด้าน)?\s*)?[\u201c\"']?"
    r"(?P<name>[\u0e00-\u0e7f][^0-9]{4,60}?)[\u201d\"']?[\s(\[:\u2013-]+ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*"
    rf"(?P<number>(?:10|[1-9])(?:\.[1-9])?)[)\]\s]+(?:ได้(?:รับ)?|มี|คะแนน|\s|[:=])*{SCORE}\s*(?:คะแนน|%)?\s*"
)
# "2. มีการเบิกจ่ายเท็จ (ข้อ I6) 96.06 คะแนน": the code behind the title.
_BRACKETED = r"[(\[]\s*(?:ข้อ(?:ที่|คำถาม)?\s*)?(?P<number>[IEO]\s?[0-9]{1,2})\s*[)\]]"
_REACHED = (
    rf"(?:ได้(?:รับ)?|มี|คะแนน|เท่ากับ|\s|[:=.\u2026_\u00b7\u2013\u2014-])*{SCORE}\s*(?:คะแนน|%)?\s*"
)
CODE_BEHIND = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*|\(?[0-9]{{1,2}}(?:[.)]\s*|(?:\.[0-9]{{1,2}})+[.)]?\s+))?(?P<name>\D{{4,300}}?)\s*{_BRACKETED}{_REACHED}"
)
#: Such a line broken before its code, or before its number: where each part of it ends or begins.
CODE_AND_SCORE = compiled(rf"\s*{_BRACKETED}{_REACHED}")
CODE_LAST = compiled(rf".*\D\s*{_BRACKETED}\s*(?:ได้(?:รับ)?|มี|คะแนน|\s)*", regex.S)
SCORE_ALONE = compiled(rf"\s*{SCORE}\s*(?:คะแนน|%)?\s*")
LISTED = compiled(r"\s*(?:[-\u2013\u2022]|\(?[0-9]{1,2}[.)])\s*\D+")
# "I1 ........ 87.52": dots lead from the code alone to its score.
LED_CODE = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?(?P<number>[IEO]\s?[0-9]{{1,2}})(?P<name>)\s*{LEADER}[.\u2026_\u00b7]*\s*{SCORE}"
    r"\s*(?:คะแนน|%)?\s*"
)
# "ข้อ I6 ได้ 96.06": the code alone, and what it reached.
REACHED_CODE = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?(?:ข้อ(?:ที่|คำถาม)?\s*)(?P<number>[IEO]\s?[0-9]{{1,2}})(?P<name>)\s*"
    rf"ได้(?:รับ)?\s*(?:คะแนน)?\s*[:=]?\s*{SCORE}\s*(?:คะแนน|%)?\s*"
)
# "คะแนนรวม ITA 81.71 IIT 84.04 EIT 84.15 OIT 78.13": the whole before its instruments.
WHOLE_AND_PARTS = compiled(
    rf"\s*(?P<number>(?!))?(?P<name>[^0-9]{{0,60}}คะแนน[^0-9]{{0,40}}?)[\s:=]+{SCORE}\s*(?:คะแนน|%)?"
    r"(?:[\s,|/;\u00b7\u2022]*\(?[IEO]IT\)?[\s:=]*(?:100|[0-9]{1,2})\.[0-9]{2}\s*(?:คะแนน|%)?){2,3}\s*"
)

__all__ = [
    "ALL_OR_NONE",
    "CODE_AND_SCORE",
    "CODE_BEHIND",
    "CODE_LAST",
    "EQUAL_SCORE",
    "EQUAL_WHOLE",
    "LEADER",
    "LED_CODE",
    "LINE",
    "LISTED",
    "MEAN_BEHIND",
    "MEAN_OF_PART",
    "NAMED",
    "NAME_FIRST",
    "RANGED",
    "REACHED_CODE",
    "SCORE",
    "SCORE_ALONE",
    "SCORE_FIRST",
    "WHOLE_AND_PARTS",
]
