"""Indicators that carry their items' codes: ``3. การใช้อำนาจ (I7 – I9)``, ``O9, O10 การเปิดเผยข้อมูล``.

Only an indicator's whole name beside nothing but codes is one: a code behind other words is the
item's whose words they are.
"""

from __future__ import annotations

from normalize.names.sections import by_name
from normalize.words.patterns import compiled
from normalize.words.text import remembered

_CODE = r"[IEO]\s?[0-9]{1,2}(?![0-9]|\.[0-9])"
_ASKED = r"(?:(?:ราย|เฉพาะ|จำนวน\s*[0-9]{1,2}\s*)?ข้อ(?:ที่|คำถาม)?(?:ที่)?\s*:?\s*)"
_BETWEEN = r"\s*(?:-|\u2013|\u2014|~|/|,\s*และ|,|และ|จนถึง|ถึง|to|\s)\s*"
_CODES = rf"{_CODE}(?:{_BETWEEN}{_ASKED}?(?:{_CODE}|[0-9]{{1,2}}(?![0-9.]|\s*ข้อ)))*"
_COUNTED = r"(?:\s*(?:รวม|จำนวน)?\s*[0-9]{1,2}\s*ข้อ)?"
_NUMBER = (
    r"(?:ตัวชี้วัด\s*(?:ที่)?\s*(?:10|[1-9])\s*[.):]?\s*"
    r"|\(?(?:10|[1-9])\s*[.):]?\s+|\(?(?:10|[1-9])[.)]\s*)?"
)
_BEHIND = compiled(
    rf"\s*(?P<name>{_NUMBER}(?P<title>[^0-9(\[]{{6,80}}?))\s*(?:[(\[:/,\u2013\u2014-]|\s)\s*{_ASKED}?"
    rf"(?P<codes>{_CODES}){_COUNTED}\s*[)\]]?\s*"
)
_AHEAD = compiled(
    rf"\s*(?:\(?[0-9]{{1,2}}[.)]\s*)?[(\[]?{_ASKED}?(?P<codes>{_CODES}){_COUNTED}\s*[)\]]?\s*[:.]?\s*"
    rf"(?P<name>(?P<title>[^0-9(\[]{{6,80}}))"
)

# "ตัวชี้วัดที่ 1 (I1, I2)", "ตัวชี้วัดที่ 1 ข้อ I2": so told the number alone is enough.
_NUMBERED = compiled(
    rf"\s*(?P<name>ตัวชี้วัด\s*(?:ที่)?\s*(?:10|[1-9]))\s*"
    rf"(?:[(\[]\s*{_ASKED}?|[:/,\u2013-]?\s*{_ASKED})(?P<codes>{_CODES}){_COUNTED}\s*[)\]]?\s*"
)


@remembered
def name_and_codes(text: str) -> tuple[str, str] | None:
    """An indicator's number and name, and the codes beside it; ``None`` for other texts."""
    for form in (_BEHIND, _AHEAD):
        match = form.fullmatch(text)
        if match is not None and by_name(match["title"].strip(" :-\u2013")) is not None:
            return match["name"].strip(), match["codes"].strip()
    numbered = _NUMBERED.fullmatch(text)
    return (numbered["name"].strip(), numbered["codes"].strip()) if numbered is not None else None


__all__ = ["name_and_codes"]
