"""Section rows and headings: which instrument and indicator the rows below belong to.

Number and name of an indicator may disagree in print (``๓) ประสิทธิภาพในการสื่อสาร`` is indicator
7; ``ตัวชี้วัดที่ 9 การปฏิบัติหน้าที่`` over disclosure items is 9). The name decides, unless the
section or the order of the indicators speaks for the number; a disagreement is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import regex
from rapidfuzz import fuzz
from rapidfuzz.process import extract_iter

from normalize.codebook import book_years, indicators, words
from normalize.names.titles import item_titles, known_title
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze
from normalize.words.values import find_scores

#: What indicators are called beside ตัวชี้วัด: ``ด้านที่ 2 การใช้งบประมาณ``.
PARTS = "ด้าน|องค์ประกอบ|หมวด|หัวข้อ|ประเด็น|มิติ"
#: What stands before the letters of an instrument: ``แบบวัด IIT``, ``แบบ OIT``.
TOOLS = "แบบ(?:วัด|ตรวจ|สำรวจ|ประเมิน|สอบถาม)?|เครื่องมือ|ด้าน|ส่วน"
_NUMBERED = compiled(
    r"^[\s\-\u2013]*(?:(?P<word>ตัวชี้วัด\s*(?P<sub>ย่อย)?\s*(?:ที่)?)\s*"
    rf"|(?P<part>(?:{PARTS})\s*(?:ที่)?)\s*)?"
    r"(?P<number>(?:10|[1-9])(?:\.[1-9])?)(?![0-9]|\.[0-9])\s*(?P<mark>[.):]?)\s*(?P<title>.*)$",
    regex.DOTALL,
)
# "1. ตัวชี้วัดที่ 2 ...": the heading's own number before the indicator's.
_COUNTED = compiled(r"^\s*[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s*(?=ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9])")
_WITHIN = compiled(r"(?<=[\s:/\u2013>-])ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9]")
# "1) ข้อ E6 (75.07 คะแนน)" counts items.
_CODED = compiled(r"\s*(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?[(\[]?[IEO]\s?[0-9]{1,2}(?![0-9])")
_NAME_ALIKE = 80.0
# What stands in brackets behind a title with a number of two decimals is no part of it, nor are
# words for a score and its number.
_SCORED_TAIL = compiled(
    r"\s*(?:[(\[][^()\[\]]*[0-9]\.[0-9]{2}(?![0-9])[^()\[\]]*[)\]]"
    r"|(?:[\s:=\u2013-]|ได้รับ|ได้|คะแนน|เฉลี่ย|ร้อยละ|เท่ากับ)+[0-9]{1,3}\.[0-9]{2}\s*(?:คะแนน|%)?)\s*$"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading: the instrument and indicator it names.

    ``conflict`` says that number and name disagree; ``certain`` that it calls itself ตัวชี้วัด.
    """

    instrument: str | None
    indicator: str | None = None
    subindicator: str | None = None
    conflict: str | None = None
    certain: bool = False


@cache
def indicator_titles() -> tuple[tuple[str, str], ...]:
    """(code, squeezed title) of every indicator and sub-indicator of every book, no repeats."""
    both = ((i.code, squeeze(i.title_th)) for y in book_years() for i in indicators(y).values())
    return tuple(dict.fromkeys(both))


def instrument_of(indicator: str | None) -> str | None:
    """The instrument an indicator number belongs to: 1-5 IIT, 6-8 EIT, 9-10 OIT (every year)."""
    if indicator is None:
        return None
    number = int(indicator.split(".")[0])
    return "IIT" if number <= 5 else "EIT" if number <= 8 else "OIT"


@cache
def _instruments() -> tuple[tuple[str, str], ...]:
    """The phrases for instruments without white space, and the instruments."""
    return tuple((squeeze(w.phrase), w.meaning) for w in words("instruments"))


@remembered
def find_instrument(text: str) -> str | None:
    """The instrument a heading names, the first one where it names several."""
    plain = squeeze(text)
    hits = [(at, name) for phrase, name in _instruments() if (at := plain.find(phrase)) >= 0]
    return min(hits)[1] if hits else None


def instruments_named(text: str) -> frozenset[str]:
    """All instruments a text names; authors sometimes write ภายใน where they mean EIT."""
    plain = squeeze(text)
    return frozenset(name for phrase, name in _instruments() if phrase in plain)


def instruments_in_order(text: str) -> list[str]:
    """The instruments a text names one after the other; nothing where it comes back to one."""
    plain = squeeze(text)
    hits = sorted(
        (match.start(), name)
        for phrase, name in _instruments()
        if phrase in plain
        for match in regex.finditer(regex.escape(phrase), plain)
    )
    order = [name for name, _ in groupby(name for _, name in hits)]
    return order if len(set(order)) == len(order) else []


@remembered
def by_name(title: str) -> str | None:
    """The indicator or sub-indicator whose title is most like the text, if it is alike at all.

    It may be called one before its name (``ตัวชี้วัด การใช้อำนาจ``).
    """
    return _by_name(_CALLED.sub("", squeeze(title)))


_CALLED = compiled(
    rf"^(?:ตัวชี้วัด(?:ย่อย)?(?:ด้าน)?[:\u2013-]?|(?:{PARTS})(?:ที่)?(?:10|[1-9])(?![0-9])[.:)]?)"
)


# Letters that a title may have more than the book's, and words for its score behind it.
_SLACK = 4
_SCORE_WORDS = compiled(
    r"(?:คะแนน|เฉลี่ย|ที่ได้รับ|ที่ได้|ได้รับ|ได้|ร้อยละ|เท่ากับ|ค่า|ผล|รวม|[\s:=.(\[\u2013-]|\([IEO]IT\))+$"
)


def only_names(text: str, code: str) -> bool:
    """Whether a text is the name of an indicator and no more: other words say other numbers."""
    plain = squeeze(_SCORE_WORDS.sub("", text))
    titles = [title for own, title in indicator_titles() if own == code]
    return by_name(plain) == code and any(len(plain) <= len(t) + _SLACK for t in titles)


# "9.1 ข้อมูลพื้นฐาน" over "100.00 คะแนน".
_NAMED_SCORE = compiled(
    r"\s*(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*)?(?P<code>(?:10|[1-9])(?:\.[1-9])?)[.)]?\s+(?P<name>[^0-9]{6,120}?)"
    r"(?P<said>[\s:=(\[]*(?:(?:ได้(?:รับ)?|คะแนน|เฉลี่ย)\s*)*[0-9]{1,3}(?:\.[0-9]{1,2})?\s*(?:คะแนน|%)?\s*[)\]]?)\s*"
)


def name_and_score(text: str) -> tuple[str, str, str] | None:
    """An indicator's number, its whole name and what is said of its score, of a text of no more."""
    match = _NAMED_SCORE.fullmatch(text)
    if match is None or not only_names(match["name"], match["code"]):
        return None
    return match["code"], " ".join(match["name"].split()), match["said"].strip(" :=([)]\n")


@remembered
def _by_name(plain: str) -> str | None:
    if len(plain) < 6:
        return None
    # The whole title must be alike: an item's question may begin like an indicator's name.
    titles = [title for _, title in indicator_titles()]
    alike = extract_iter(plain, titles, scorer=fuzz.ratio, score_cutoff=_NAME_ALIKE)
    best = max(((score, indicator_titles()[at][0]) for _, score, at in alike), default=None)
    if best is None:
        return None
    items_like = extract_iter(plain, item_titles(), scorer=fuzz.ratio, score_cutoff=best[0])
    return best[1] if all(score <= best[0] for _, score, _ in items_like) else None


# "การป้องกันการทุจริต (ตัวชี้วัดที่ 10)"
_NUMBER_BEHIND = compiled(
    r"(?P<title>[^0-9()\[\]]{6,80}?)\s*[(\[]\s*(?P<number>ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*(?:10|[1-9])(?:\.[1-9])?)\s*[)\]]"
    r"(?P<rest>.*)",
    regex.S,
)


def number_first(text: str) -> str:
    """An indicator's name with its number before it, where that stands in brackets behind it."""
    match = _NUMBER_BEHIND.fullmatch(text) if "ตัวชี้วัด" in text else None
    if match is None or by_name(match["title"]) is None:
        return text
    return f"{match['number']} {match['title'].strip()}{match['rest']}"


# "ตัวชี้วัดที่ได้คะแนนสูงสุด : การใช้อำนาจ" tells of one and heads nothing.
_COMPARED = compiled(
    r"[^:\n]{0,40}(?:ตัวชี้วัด|ข้อ|ด้าน)(?:ที่)?(?:ได้|มี)?(?:รับ)?(?:ผล)?(?:คะแนน)?(?:เฉลี่ย)?\s*(?:สูง|ต่ำ|มาก|น้อย|ลดลง|เพิ่มขึ้น)(?:ที่)?(?:สุด|กว่า|จาก|ขึ้น)?"
)


def read_heading(
    text: str,
    last: str | None = None,
    instrument: str | None = None,
    numbered: bool = False,
) -> Heading | None:
    """A heading of cleaned text, or ``None`` where the text is none.

    Args:
        text: the row's only text, or a paragraph.
        last: the indicator of the section above, for the order.
        instrument: the instrument of the section it stands in.
        numbered: the text stands where indicators stand, so ``2)`` with an unknown name is one.
    """
    if len(squeeze(text)) > 220 or _COMPARED.match(text):
        return None
    text = number_first(_COUNTED.sub("", text))
    if (within := _WITHIN.search(text)) and find_instrument(text[: within.start()]):
        # "IIT : ตัวชี้วัดที่ 1 ...": the indicator is what is named.
        text = text[within.start() :]
    match = _NUMBERED.match(text)
    title = _SCORED_TAIL.sub("", match["title"] if match else text)
    for score in reversed(find_scores(title)):
        title = title[: score.start] + " " + title[score.end :]
    title = title.split("\n")[0] if len(title.split("\n")[0]) > 6 else title.replace("\n", " ")
    named = by_name(title)
    number = match["number"] if match else None
    certain = bool(match and match["word"])
    if match is not None and (certain or (named is not None and (match["mark"] or match["part"]))):
        return _settled(number, named, certain, last, instrument)
    if match is not None and named is not None and named == number:
        return _settled(number, named, certain, last, instrument)
    if numbered and match is not None and match["mark"] and not _CODED.match(match["title"]):
        return _settled(number, None, False, last, instrument)
    found = find_instrument(text)
    if found is not None and not regex.match(r"^[\s\-]*[IEO]\s?[0-9]", text):
        return Heading(found)
    if match is None and named is not None and len(squeeze(title)) < 60:
        return _settled(None, named, False, last, instrument)
    return None


def _settled(
    number: str | None, named: str | None, certain: bool, last: str | None, instrument: str | None
) -> Heading:
    """Decide between number and name: the name, unless section and order speak for the number."""
    choice, conflict = named or number, None
    if number and named and number != named:
        conflict = f"number {number}, name of {named}"
        fits = [c for c in (named, number) if instrument is None or instrument_of(c) == instrument]
        ordered = [c for c in fits or [named, number] if last is None or _key(c) >= _key(last)]
        choice = (ordered or fits or [named])[0]
    assert choice is not None
    main = choice.split(".")[0]
    sub = choice if "." in choice else None
    return Heading(instrument_of(main), main, sub, conflict, certain)


def _key(code: str) -> tuple[int, int]:
    major, _, minor = code.partition(".")
    return int(major), int(minor or 0)


_NUMBERED_INDICATOR = compiled(r"\s*ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*((?:10|[1-9])(?:\.[1-9])?)(?![0-9])")

_LETTERED = compiled(r"\s*\(?[IEO]\s?[0-9]{1,2}\)?\s*")
_ASKED = compiled(
    r"\s*(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?\(?[IEO]\s?[0-9]{1,2}[).:]{0,2}\s+\p{Thai}{6}"
    r"|.*\p{Thai}{6}.*\((?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}\)\s*",
    regex.S,
)
_NUMBER_ALONE = compiled(r"\s*[0-9.]{1,4}[.)]?\s*")


def numbers_indicator(texts: Sequence[str]) -> bool:
    """Whether a number among a row's cells is that of the indicator beside it, no code.

    The indicator calls itself ``ตัวชี้วัดที่ N`` or is named (``1 | การปฏิบัติหน้าที่``).
    """
    numbers = {t.strip(" .)") for t in texts if _NUMBER_ALONE.fullmatch(t)}
    if not numbers:
        return False
    named = {m.group(1) for t in texts if (m := _NUMBERED_INDICATOR.match(t))}
    named |= {code for t in texts if (code := by_name(t)) is not None}
    if not named & numbers or any(_ASKED.match(t) for t in texts):
        # An item with its code and its question has a row of its own beside its indicator.
        return False
    if not any(known_title(t) and by_name(t) is None for t in texts):
        return True
    # Beside an item's title and an indicator that carries its own number it is the item's; beside
    # an item with its code it counts the rows.
    own = any(by_name(t) is not None and t.strip()[:1].isdigit() for t in texts)
    return not (own or any(_LETTERED.fullmatch(t) for t in texts))
