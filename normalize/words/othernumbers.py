"""What numbers beside scores are called: means of many offices, what was aimed at, differences.

The words are data (``codebook/other_numbers.csv``); here they become patterns, white space and the
words between them aside.
"""

from __future__ import annotations

import re

import regex

from normalize.codebook import words
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze


def _any_of(*meanings: str) -> str:
    phrases = (w.phrase for w in words("other_numbers") if w.meaning in meanings)
    return "|".join(regex.escape(p) for p in sorted(phrases, key=len, reverse=True))


_ALL = r"(?:รวม)?\s*(?:ของ)?\s*(?:ทุก|ทั้ง(?:หมด)?)?\s*(?:50)?"
# A district's name behind เขต: its own mean is meant.
_OF_ONE = (
    r"(?<=เขต)(?!อื่น|ใน|ทั้ง|กรุง|ปี|คะแนน|ได้|เท่ากับ|คือ|ต่าง|ที่|ข้าง|ใกล้|มี|เดียว|ชั้น|รอบ)"
    r"[\u0e01-\u0e2e\u0e40-\u0e44]"
)
#: The mean of many offices: ``ค่าเฉลี่ยของ 50 เขต``, ``เฉลี่ย กทม.``; of those asked it is none.
MEAN_OF_MANY = (
    r"เฉลี่ย\s*(?:ของ|ใน|ระดับ)?\s*"
    rf"(?:{_ALL}\s*(?:{_any_of('many')})(?!ตัวอย่าง)(?!{_OF_ONE})|(?:ทุก|ทั้ง\s*(?:50)?|50)\s*(?:{_any_of('all')})"
    rf"|(?:{_any_of('all')})(?:ทั้งหมด|ทั้งสิ้น|ทุกแห่ง))"
)
#: What was aimed at, a weight, a difference.
AIMED, MOVED = _any_of("aimed"), _any_of("moved", "changed")
WEIGHT = rf"(?<!ถ่วง)(?:{_any_of('weight')})"
#: Any of those.
OTHER_NUMBER = f"{AIMED}|{WEIGHT}|{MOVED}|{MEAN_OF_MANY}"

# What may stand between such words and their number. Before a bracket stands what is asked, which
# may end in such a word ("... ให้บรรลุเป้าหมาย (90.12 คะแนน)").
_WORD = (
    r"คะแนน|ค่า|ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?(?:25)?[0-9]{2}|เท่ากับ|คือ|ที่(?:ตั้งไว้|กำหนด(?:ไว้)?)?|ได้(?:รับ)?"
    r"|ตัวชี้วัด|ตั้ง|จะ|มี|อยู่ที่|ไว้|ร้อยละ|ประมาณ|[:=\u2013\u2014.%-]"
)
_TO_NUMBER, _INTO_BRACKET = rf"(?:{_WORD})*$", rf"(?:{_WORD}|[(\[)\]])*$"
# Whose number it is, before it.
_WHOSE = r"(?:(?:ของ|ใน|ระดับ)?(?:ทุก|ทั้ง)?(?:50)?[\u0e00-\u0e4e]{0,24}(?:มหานคร|กทม\.?)?)"
_SINCE = (
    r"(?:(?:จาก)?[\u0e00-\u0e4e]{0,24}25[0-9]{2}|จาก[\u0e00-\u0e4e]{0,24}|เกณฑ์|เป้าหมาย|ค่าเฉลี่ย)?"
)
_EXTREME = _any_of("extreme")
_CALLED = compiled(
    rf"(?:(?<!หลัก)(?:{_any_of('aimed', 'hoped', 'limit', 'weighted', 'else', 'before')})"
    rf"|{_any_of('neighbour')}|{WEIGHT}){_TO_NUMBER}"
    rf"|(?:{_any_of('aimed', 'hoped')})[\u0e00-\u0e4e]{{0,24}}25[0-9]{{2}}{_TO_NUMBER}"
    rf"|(?:{MEAN_OF_MANY}|{_any_of('middle')}|(?:{_EXTREME})(?=ของ|ใน|ทุก|50|กรุง|กทม|เขต))"
    rf"{_WHOSE}{_INTO_BRACKET}"
    rf"|(?:ทุก|ทั้ง|50)(?:{_any_of('many', 'all')})(?:ได้|มี)?เฉลี่ย{_INTO_BRACKET}"
    rf"|(?:{_EXTREME}){_TO_NUMBER}"
    # "ราว 90 คะแนน" is not what was reached, but near it; งบประมาณ is a budget.
    rf"|(?<!งบ)(?:{_any_of('about')})(?:ๆ|คะแนน|ร้อยละ|ที่)*$"
    r"|(?<!ได้(?:รับ)?(?:ค่า|ผล)?(?:คะแนน)?)เต็ม(?:คะแนน|[:=(])*$"
    # "จาก 5 คะแนน", and how far above a limit that was told before: "สูงกว่าเกณฑ์ 85 อยู่ 3.40".
    r"|จาก$|(?:กว่า|จาก)[^0-9]{0,30}[0-9]{0,3}(?:คะแนน)?\)?อยู่(?:อีก)?$"
    rf"|(?:{_any_of('share')})[:=(]*ร้อยละ[:=(]*$|ร้อยละ(?:ของ)?(?:{_any_of('share')})[:=(]*$"
    # "เพิ่มขึ้นเป็น 90.12" is a score, "เพิ่มขึ้น 1.20" none.
    rf"|(?:{_any_of('moved', 'changed', 'apart', 'beyond')})(?!ๆ){_SINCE}(?:คะแนน|ร้อยละ|[:=.%+-])*$"
)
_ENDS = re.compile(r"[0-9]+\.[0-9]+|(?<![0-9])100(?![0-9])|[;|,]")
# Without one of these words no number of a text is another: they are looked for first.
_ANY = re.compile(rf"{_any_of(*{w.meaning for w in words('other_numbers')})}|เฉลี่ย|เต็ม|จาก|กว่า|/")


# The words for other numbers stand no farther before them than so many letters.
_NEAR = 200


def says_other_number(before: str) -> bool:
    """Whether the words right before a number say that it is no score that was reached.

    ``before``: all that stands before the number in its cell or paragraph, or what heads it.
    """
    before = before[-_NEAR:]
    ends = [m.end() for m in _ENDS.finditer(before)]
    said = before[ends[-1] :] if ends else before
    *above, last = said.rstrip().rsplit("\n", 1)
    own = squeeze(last) or squeeze(above[0] if above else "")
    return bool(own) and _is_called(own)


@remembered
def _is_called(words_before: str) -> bool:
    """Whether words without white space call the number behind them something else."""
    return _ANY.search(words_before) is not None and _CALLED.search(words_before) is not None


# Words of headings besides those: "ค่าเป้าหมายรายข้อ ปี 2568".
_BESIDE = (
    r"คะแนน|ค่า|ร้อยละ|ตาราง(?:ที่[0-9]{1,2})?|แสดง|ของ|สำนักงานเขต|หน่วยงาน|กรุงเทพมหานคร|ITA|การประเมิน|แต่ละ|ราย|ตัวชี้วัด"
    r"|ข้อ|ด้าน|เครื่องมือ|แบบวัด|(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?25[0-9]{2}|ที่(?:ตั้งไว้|กำหนด(?:ไว้)?)?|ต้อง(?:ได้|การ)"
    r"|ทุก|ทั้ง(?:หมด)?|ใน|มหานคร|50|จาก|[0-9]{1,2}[.)]|[.()\[\]:\-\u2013\u2022]"
)
# Some words stand in both lists: without giving back, a line of them is not tried in all ways.
_ONLY = compiled(
    rf"(?:{_BESIDE})*(?:{_any_of('aimed', 'hoped', 'limit', 'weight', 'weighted', 'else')}"
    rf"|{_any_of('middle', 'neighbour', 'apart', 'changed', 'share')}"
    rf"|(?:{_EXTREME})(?:ของ|ใน)?(?:ทุก|ทั้ง)?(?:50)?(?:{_any_of('many', 'all')})"
    rf"|(?:ค่า|คะแนน)?{MEAN_OF_MANY})(?:{_any_of('many', 'all', 'aimed', 'limit')}|{_BESIDE})*+"
)


@remembered
def calls_numbers_else(heading: str) -> bool:
    """Whether a heading is nothing but words for other numbers than scores: all below are such.

    ``เป้าหมายรายข้อ ปี 2568`` is, ``ข้อที่ต่ำกว่าเป้าหมาย`` is not: there the numbers are scores.
    """
    return len(heading) < _NEAR and _ONLY.fullmatch(squeeze(heading)) is not None


# A number of two decimals or a whole one that is no code's, and its unit.
_A_NUMBER = compiled(r"(?<![0-9.,/IEO])(?<![IEO]\s)[0-9]{1,3}(?:\.[0-9]{1,2})?(?![0-9]|[.,/][0-9])")
# "4.61 จาก 5", "8 / 10": on another scale than a hundred.
_OUT_OF = compiled(
    r"\s*(?:คะแนน)?\s*(?:จาก|เต็ม|/)\s*(?:คะแนน)?(?:เต็ม)?\s*(?:[2-9]|10|20|50)(?:\.0+)?(?![0-9.])\s*(?:คะแนน)?"
)
_UNIT = compiled(r"\s*(?:คะแนน|%|บาท|คน)?")
_EMPTY = compiled(r"[(\[]\s*[)\]]")
_STARTS = compiled(r"(?:(?<=[\s(\[,;|])|^)(?=[^\s(\[,;|])")


@remembered
def without_other_numbers(text: str) -> str:
    """A text with blanks for the numbers that it calls something else, and the words for them.

    ``ตัวชี้วัดที่ 1 ... 90.74 ค่าเฉลี่ย 50 เขต 92.01``: what stays is the name and its score. No place in
    the text moves.
    """
    if _ANY.search(text) is None:
        return text
    letters = list(text)
    for number in _A_NUMBER.finditer(text):
        start, end = _other_at(text, *number.span())
        letters[start:end] = " " * (end - start)
    return _EMPTY.sub(lambda bracket: " " * len(bracket.group()), "".join(letters))


def _other_at(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a number that is called something else stands with its words.

    An empty stretch where it is not.
    """
    if (scale := _OUT_OF.match(text, end)) is not None:
        return start, scale.end()
    first = max(0, start - _NEAR)
    before = text[first:start]
    if not says_other_number(before):
        return start, start
    line = before.rstrip().rfind("\n") + 1
    starts = [line + m.start() for m in _STARTS.finditer(before[line:])]
    begin = first + next((s for s in reversed(starts) if says_other_number(before[s:])), line)
    unit = _UNIT.match(text, end)
    end = unit.end() if unit is not None else end
    bracketed = text[max(begin - 1, 0) : begin] in ("(", "[") and text[end : end + 1] in (")", "]")
    return (begin - 1, end + 1) if bracketed else (begin, end)


__all__ = [
    "AIMED",
    "MEAN_OF_MANY",
    "MOVED",
    "OTHER_NUMBER",
    "WEIGHT",
    "calls_numbers_else",
    "says_other_number",
    "without_other_numbers",
]
