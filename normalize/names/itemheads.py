"""Headings that name the items below them: ``3.1 ข้อ I2 ...``, ``มาตรการที่ 1 สำหรับข้อ I1 และ I2``."""

from __future__ import annotations

import regex

from normalize.names.codes import entries_of
from normalize.names.phrases import header_role
from normalize.names.sections import by_name, only_names
from normalize.names.titles import known_title
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_LONGEST = 700
# What stands between items and the indicator they are part of, or behind both.
_ENDS = " :)]\u2013\u2014-"
_SECTION = 160
_NUMBER = compiled(r"ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9.]{1,4}[.):]?\s*")
_COUNT = r"(?:\(?[0-9]{1,2}(?:[.)]\s*|(?:\.[0-9]{1,2}){1,2}[.)]?\s+))?"
_CODE = r"[(\[]?[IEO]\s?[0-9]{1,2}(?![0-9])"
_CALLED = r"(?:(?:ข้อ(?:คำถาม)?(?:ที่)?|หัวข้อ(?:ที่)?|รหัส(?:ข้อ)?(?:คำถาม)?)\s*)?"
ITEM_HEAD = compiled(rf"[\s\-\u2013\u2022*]*{_COUNT}{_CALLED}{_CODE}")
# Words that count what is done, and those between them and the items it is done for.
_WORDS = (
    rf"[\s\-\u2013\u2022*]*{_COUNT}"
    r"(?:(?:ใบ|บัตร|การ์ด|แบบ)?(?:มาตรการ|แนวทาง|กิจกรรม|โครงการ|แผนงาน|แผน)|ประเด็น|เรื่อง|รายการ|ลำดับ|ใบสรุป|ใบงาน|แบบ(?:สรุป|ฟอร์ม|รายงาน|ติดตาม|บันทึก|กำกับ|วิเคราะห์|ประเมิน|แผน|เสนอ)(?:ผล)?(?!วัด)|แผ่น|กรณี|การดำเนินการ|การ(?=ยกระดับ|พัฒนา|แก้ไข|ปรับปรุง))"
    r"(?:การ)?(?:ปรับปรุง|พัฒนา|ยกระดับ|แก้ไข)?\s*(?:ที่)?\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})?(?![0-9]))?"
    r"(?:[\s.):(\[/\u2013-]|สำหรับ|รองรับ|ใช้(?=ยกระดับ|พัฒนา|แก้ไข|ปรับปรุง|สำหรับ|เพื่อ|ตอบ)|ช่วย|เพิ่ม|ตอบสนอง|ตอบโจทย์|ตอบ|เพื่อ|ใช้กับ|ที่เกี่ยวข้องกับ|เกี่ยวข้องกับ|เกี่ยวกับ|ของ|ตาม|ใน|ด้าน"
    r"|สนับสนุน|สอดคล้อง|เชื่อมโยง|ครอบคลุม|ประกอบ|อ้างอิง|กับ|ต่อ|ที่|แบบ(?:วัด|ตรวจ)?|เกณฑ์|(?:ผล)?การประเมิน(?:ผล)?|[IEO]IT|ITA"
    r"|แก้ไข|ปรับปรุง|พัฒนา|ยกระดับ|ประเด็น|คะแนน|(?:ราย|หัว)?ข้อ(?:คำถาม|ที่)?|รหัส|ตัวชี้วัด(?!\s*(?:ที่)?\s*[0-9]))*"
)
_MEASURES = compiled(rf"[\s\-\u2013\u2022*]*{_COUNT}(?:มาตรการ|แนวทาง|กิจกรรม|โครงการ)")
_MATTER = compiled(
    rf"[\s\-\u2013\u2022*]*{_COUNT}(?:ประเด็น|เรื่อง|รายการ|ลำดับ|กรณี)(?:ที่)?\s*[0-9]{{1,2}}[\s.:)-]+"
    rf"{_CALLED}{_CODE}"
)
_SHORT = 160
_COUNTED = compiled(rf"{_WORDS}(?={_CODE})")
# Behind the items: the indicator they are part of.
_PART = compiled(
    r"\s*(?:[(\[]\s*(?P<inner>[^()\[\]]{6,120})[)\]]|(?P<bare>ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9.]{1,4}\D{6,120}))$"
)
_OF_SECTION = compiled(rf"{_WORDS}(?=ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9])")
# Whatever words are counted before it: "แบบแผนกิจกรรม ลำดับที่ 1 ตัวชี้วัดที่ 2 การใช้งบประมาณ".
_COUNTED_FORM = compiled(
    r"[^0-9\n]{3,40}?(?:ที่)?\s*[0-9]{1,2}\s*[.:)]?\s+"
    r"(?=ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*(?P<number>[0-9]{1,2}(?:\.[0-9])?))"
)
# What an indicator's score may be told by behind its name: "(ปี 2565 ได้ 84.80 คะแนน)".
_TAIL = compiled(
    r"\s*[(\[]?[^0-9()\[\]]{0,16}(?:25[0-9]{2})?[^0-9()\[\]]{0,12}"
    r"(?<![0-9])(?:100|[0-9]{1,2})\.[0-9]{1,2}\s*(?:คะแนน|%)?\s*[)\]]?\s*$"
)
# A label that names no items itself: "ข้อที่ต้องยกระดับ I4 โปร่งใส ตรวจสอบได้".
_LABEL = compiled(rf"\s*(?P<label>[\u0e01-\u0e4e]{{3,30}})\s+(?={_CODE})")


# The indicator before its items: "เรื่องที่ 4 ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร - ข้อ E4".
_PART_AHEAD = compiled(
    rf"[\s\-\u2013\u2022*]*{_COUNT}(?:[^0-9\n]{{3,40}}?(?:ที่)?\s*[0-9]{{1,2}}\s*[.:)]?\s+)?"
    r"ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*(?P<number>(?:10|[1-9])(?:\.[1-9])?)[.:)\s]*"
    rf"(?P<name>[^0-9\n]{{4,80}}?)[\s:/,\u2013\u2014-]*(?:[(\[]\s*)?{_CALLED}(?={_CODE})"
)
# Words for the score of an item, which may stand behind its code.
_SCORED = compiled(r"(?:ได้(?:รับ)?|มี)?(?:คะแนน)?(?:ร้อยละ)?[,;]?")


def items_headed(text: str) -> str:
    """The stretch of a heading that names the items below it; empty where it names none.

    Behind words that count measures nothing but items and their titles may stand: what else
    stands there is the measure itself.
    """
    plain = clean(text)
    if len(plain) > _LONGEST:
        return ""
    if ITEM_HEAD.match(plain):
        return plain if entries_of(plain) else ""
    part = _PART_AHEAD.match(plain)
    if part is not None and by_name(part["name"]) == part["number"]:
        match: regex.Match[str] | None = part
    else:
        match = _COUNTED.match(plain)
    named = _without_part(plain[match.end() :]).rstrip(_ENDS) if match is not None else ""
    named = named[1:] if named[:1] in "([" else named
    entries = entries_of(named)
    told = (e.question.strip(" .:)") for e in entries)
    plainly = all(not t or _SCORED.fullmatch(squeeze(t)) or _is_title(t) for t in told)
    # What counts matters and not measures is followed by the item in whatever words.
    plainly = plainly or (_MATTER.match(plain) is not None and len(plain) <= _SHORT)
    return named if entries and plainly else ""


def _is_title(text: str) -> bool:
    return known_title(text) or by_name(text) is not None


def _without_part(text: str) -> str:
    """Items without the indicator named behind them: ``I1 (ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่)``."""
    match = _PART.search(text)
    name = (match["inner"] or match["bare"]).strip() if match is not None else ""
    title = _NUMBER.sub("", name).strip(" :-\u2013")
    part = by_name(title) is not None or (not title and _NUMBER.match(name) is not None)
    return text[: match.start()] if match is not None and part else text


def part_ahead(text: str) -> str:
    """The indicator that a heading names before its items; empty where it names none.

    ``ตัวชี้วัดที่ 2 การใช้งบประมาณ / ข้อ I5 (82.36 คะแนน)`` says whose part the item is.
    """
    part = _PART_AHEAD.match(clean(text))
    whole = part is not None and by_name(part["name"]) == part["number"]
    return f"ตัวชี้วัดที่ {part['number']} {part['name'].strip()}" if part and whole else ""


def heads_item(text: str) -> bool:
    """Whether a text begins with the item it heads."""
    return bool(ITEM_HEAD.match(clean(text)) and items_headed(text))


def names_items(text: str) -> str:
    """The items of a heading that names them behind other words (``มาตรการที่ 1 สำหรับข้อ I1``)."""
    return "" if ITEM_HEAD.match(clean(text)) else items_headed(text)


def opens_measures(text: str) -> bool:
    """Whether a heading of items says that what stands below it is measures (``มาตรการข้อ I1``)."""
    return _MEASURES.match(clean(text)) is not None


def section_headed(text: str) -> str:
    """The indicator that a heading names behind words that count measures; else the whole text.

    ``มาตรการที่ 1 สำหรับตัวชี้วัดที่ 2 การใช้งบประมาณ`` heads a section as its end alone would.
    """
    plain = clean(text)
    if len(plain) >= _SECTION:
        return plain
    match = _OF_SECTION.match(plain)
    if match is None:
        form = _COUNTED_FORM.match(plain)
        named = _TAIL.sub("", plain[form.end() :]) if form is not None else ""
        named = _NUMBER.sub("", named).strip()
        whole = form is not None and named != "" and only_names(named, form["number"])
        return plain[form.end() :] if form is not None and whole else plain
    named = plain[match.end() :].rstrip(" :)]")
    title = _NUMBER.sub("", _TAIL.sub("", named))
    return named if not title or by_name(title) is not None else plain


def items_labelled(text: str) -> str:
    """The items behind a label that calls them so (``ข้อที่ต้องยกระดับ I4 ...``); else nothing."""
    text = clean(text)
    match = _LABEL.match(text)
    if match is None or header_role(match["label"]) not in ("code", "item"):
        return ""
    return text[match.end() :] if entries_of(text[match.end() :]) else ""


# "เพื่อยกระดับผลการประเมินรายการ I1 ... ให้ดำเนินการตามมาตรการ ดังต่อไปนี้"
_ANNOUNCES = compiled(
    r"(?:มาตรการ|แนวทาง|ดำเนินการ|แก้ไข|ปรับปรุง|พัฒนา)[^0-9.]{0,40}(?:ดัง(?:ต่อไป)?นี้|ต่อไปนี้)\s*:?\s*$"
)
# ... which are no longer than this, in letters: of a long text its end says it.
_ANNOUNCING = 160
_CODES = compiled(r"(?<![A-Za-z])[IEO]\s?[0-9]{1,2}(?![0-9])")


def announces(text: str) -> bool:
    """Whether a text ends in words that announce the measures below it."""
    return _ANNOUNCES.search(clean(text[-_ANNOUNCING:])) is not None


def items_announced(text: str) -> str:
    """The items of a sentence that announces the measures for them below it, else nothing."""
    return ", ".join(_CODES.findall(clean(text))) if announces(text) else ""


__all__ = [
    "ITEM_HEAD",
    "announces",
    "heads_item",
    "items_announced",
    "items_headed",
    "items_labelled",
    "names_items",
    "opens_measures",
    "part_ahead",
    "section_headed",
]
