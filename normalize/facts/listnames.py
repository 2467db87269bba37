"""Whose the number of a line of a list is: its code and its words must agree."""

from __future__ import annotations

from decimal import Decimal

from normalize.codebook import Item, nearest_indicators, nearest_items
from normalize.names.codes import ITS_ITEMS
from normalize.names.decode import likeness
from normalize.names.instrumentnames import instrument_alone
from normalize.names.said import of_else
from normalize.names.sections import only_names
from normalize.names.whole import names_whole
from normalize.words.othernumbers import AIMED, MEAN_OF_MANY, WEIGHT
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

#: Who and how many, which a heading may say of scores as well.
COUNTED = compiled("ผู้ตอบ|จำนวน|สัดส่วน")
#: Numbers under such a heading are no scores that were reached.
OTHER = compiled(
    rf"{AIMED}|{WEIGHT}|{MEAN_OF_MANY}|ค่าเฉลี่ย(?:ของ)?(?:ทุก|50)|ผลต่าง|เปลี่ยนแปลง|สัดส่วน|ผู้ตอบ|จำนวน"
    "|(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง)จาก"
)
_TWO_DECIMALS = compiled(r"(?<![0-9.])[0-9]{1,3}\.[0-9]{2}(?![0-9])")
_WHOLE = compiled(r"(?<=\s)(?:100|[0-9]{1,2})(?=\s|$)")
_CODE = compiled(r"(?<![A-Za-z])[IEO][0-9]{1,2}(?![0-9])")
# The items of an indicator behind its name: "การเปิดเผยข้อมูล (O1 - O22)".
_ITS_ITEMS = compiled(rf"\s*{ITS_ITEMS}\s*$")
_YEAR = compiled(r"(?<![0-9])25[4-9][0-9](?![0-9])")
_FULL_MARKS = compiled(r"(?<!ได้(?:รับ)?)คะแนนเต็ม\W*$")
_ASSESSED = compiled("คะแนน|ประเมิน|(?i:score)")
_ALIKE = 0.7
# Words that may stand between a title and its score, in letters: "ได้คะแนน", "ผลคะแนน".
_WORDS = 12
# Of a hundred points the instruments have 30, 30 and 40 (other years: other shares, none above 50).
_INSTRUMENTS, _SHARE = ("IIT", "EIT", "OIT"), 50


def named_in_list(
    number: str | None, name: str, year: int | None, listed: bool = False
) -> str | None:
    """The code a line names, where its number and its words agree.

    ``listed``: of a list of many codes that says that its numbers are scores; their titles need
    only be no other's.
    """
    if number is None:
        whole = _ASSESSED.search(name) and names_whole(name)
        return "ITA" if whole else instrument_alone(name)
    code = number.replace(" ", "")
    if not name:
        known = {*nearest_items(year), *nearest_indicators(year), *_INSTRUMENTS}
        return code if code in known else None
    if of_else(name) or _FULL_MARKS.search(name):
        return None
    if code[0] not in "IEO":
        name = _ITS_ITEMS.sub("", name)
    if any(found.search(name) for found in (_TWO_DECIMALS, _CODE, OTHER, _YEAR)):
        # Another line's words and numbers among them, as where columns were read across; or the
        # number is what was aimed at.
        return None
    if code[0] not in "IEO":
        return code if only_names(name, code) else None
    item = nearest_items(year).get(code)
    if item is not None and len(squeeze(name)) > len(squeeze(item.title_th)) + _WORDS:
        # Behind the title other words say what the number is.
        return None
    if item is not None and not set(_WHOLE.findall(name)) <= set(_WHOLE.findall(item.title_th)):
        # "O16 หลักเกณฑ์การบริหาร 50 85.00": which of two numbers is the score nothing says.
        return None
    if item is None or year is None:
        return None
    own = likeness(name, item.title_th) >= _ALIKE
    return code if own or (listed and not _is_other(name, item, year)) else None


def _is_other(name: str, item: Item, year: int) -> bool:
    """Whether words are the title of another item of the same instrument."""
    others = (
        i for i in nearest_items(year).values() if i.instrument == item.instrument and i != item
    )
    return any(likeness(name, other.title_th) >= _ALIKE for other in others)


def weighs(code: str, value: Decimal, year: int | None) -> bool:
    """Whether a number is the points that an indicator or an item has in the code book.

    ``ตัวชี้วัดที่ 3 การใช้อำนาจ (7.50)`` tells what it weighs.
    """
    if code in _INSTRUMENTS:
        return value == value.to_integral_value() and value <= _SHARE
    named = nearest_indicators(year).get(code) or nearest_items(year).get(code)
    return named is not None and named.points == value


__all__ = ["COUNTED", "OTHER", "named_in_list", "weighs"]
