"""Scores quoted in sentences and lists outside tables.

A quotation counts only where the words before the number are exactly a title of the code book or a
printed code: ``ตัวชี้วัดที่ 10 การป้องกันการทุจริต (40 คะแนน)``, ``O5 , O18 (0.00 คะแนน)``. Reports call
items ตัวชี้วัด too (``ตัวชี้วัดที่ 2 อำนวยความสะดวกในการให้บริการประชาชน`` is item 2), so the number alone
decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex
from rapidfuzz import fuzz

from extract.model import Paragraph
from normalize.codebook import Item, nearest_indicators, nearest_items
from normalize.facts.scores import Stated, level_of
from normalize.facts.sharedscores import shared_scores
from normalize.model import Finding, Source
from normalize.names.codes import ITS_ITEMS
from normalize.names.decode import likeness
from normalize.names.ranges import range_of
from normalize.names.said import in_a_row, of_else, of_last_year, said_scores, year_said
from normalize.names.sections import instruments_named
from normalize.rows.items import range_indicator
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import FoundScore

# What leads from a code to its number: "I10 จึงได้ 79.05 คะแนน".
_SAYS = r"(?:ได้รับ|ได้|มี|จึง|ก็|ซึ่ง|โดย|ที่|เพียง|ค่า|ผล|คะแนน|เฉลี่ย|เต็ม|เท่ากับ|คิดเป็น|อยู่ที่|ร้อยละ|[:=(]|\s)"
_CODES = compiled(
    r"(?<![A-Za-z])([IEO]\s?[0-9]{1,2}(?:\s*(?:,|และ|,\s*และ)\s*[IEO]?\s?[0-9]{1,2})*)\s*"
    rf"{_SAYS}*$"
)

# "I1 เต็มใจให้บริการ 2 ร้อยละ": the running number of the next row stands between.
_NEXT_ROW = compiled(r"(?<!ที่)(?<!ข้อ)(?<=[\u0e01-\u0e4e])\s+[0-9]{1,2}\s+ร้อยละ\s*$")
# "I4 I5 86.51": two boxes side by side, and the number of one of them.
_TWO_CODES = compiled(
    rf"(?<![A-Za-z,])(?<!และ\s?)(?<!,\s)[IEO]\s?[0-9]{{1,2}}\s+[IEO]\s?[0-9]{{1,2}}\s*{_SAYS}*$"
)
# "ข้อ I3 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนน": behind an item stands what it is part of.
_ITS_PART = compiled(
    r"\s*(?:ข้อ(?:ที่)?\s*)?([IEO])\s?([0-9]{1,2})\s+ตัวชี้วัด(?:ที่)?\s*(?:10|[1-9])\s[^0-9\n]{4,60}$"
)

_RANGE = compiled(
    r"(?<![A-Za-z])([IEO])\s?([0-9]{1,2})\s*(?:[-\u2013\u2014]|ถึง)\s*(?:ข้อ\s*)?([IEO])?\s?([0-9]{1,2})\s*"
    rf"{_SAYS}*$"
)

# The items of an indicator behind its name: "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (O1 - O22) ได้ 93.18 คะแนน".
_ITS_ITEMS = compiled(rf"(?<=[\u0e00-\u0e7f]\s?){ITS_ITEMS}(?=[^0-9()]{{0,30}}$)")

# Words this like a title are it, where the code is printed before them.
_ALIKE = 0.7
# A title may stand in quotation marks: ``ข้อ "มีการเบิกจ่ายเท็จ" ได้ 87.95 คะแนน``.
_QUOTES = "\"'\u201d\u2019\u00bb"
_VERB = compiled(
    r"(?:(?:สำนักงาน)?เขต(?=ได้|มี)|ได้รับ|ได้|เพียง|จึง|มี|เท่ากับ|คิดเป็น|อยู่ที่|ค่า|ผล|คะแนน|เฉลี่ย|ร้อยละ|ซึ่ง|[(:=])*$"
)


def quoted_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of items and indicators quoted in prose, for the year's code book."""
    if year is None:
        return []
    found: list[Stated] = []
    for paragraph, text, instrument in _sentences(paragraphs, year):
        start = 0
        found += [
            one
            for match, one in shared_scores(paragraph, text, year)
            # What the items are parts of has the score, and each of them one of its own.
            if not _codes_before(text[:match], year, None)
        ]
        for score in said_scores(text):
            before = text[start : _number_at(text, score)]
            start = score.end
            if of_last_year(before) or of_else(before) or in_a_row(text[score.end :]):
                continue
            source = Source(paragraph.place, paragraph.text)
            said = year_said(text[: score.start], year)
            found += [
                Stated(said, level_of(code), code, score.value, source, "prose")
                for code in _codes_before(before, year, instrument)
            ]
    return found


_BEYOND = compiled(r"(?<![0-9.,/:])(?!100(?![0-9]))([0-9]{3}(?:\.[0-9]{1,2})?)\s*คะแนน")


def beyond_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Finding]:
    """Findings for numbers above 100 that sentences give as scores of items or indicators."""
    if year is None:
        return []
    found: list[Finding] = []
    for paragraph, text, instrument in _sentences(paragraphs, year):
        for match in _BEYOND.finditer(text):
            start = max((score.end for score in said_scores(text[: match.start()])), default=0)
            source = Source(paragraph.place, paragraph.text)
            for code in _codes_before(text[start : match.start()], year, instrument):
                message = f"{match[1]} is said to be the score of {code}; none is above 100"
                found.append(Finding.at("warning", "score-unread", message, source))
    return found


def _sentences(
    paragraphs: Iterable[Paragraph], year: int
) -> Iterable[tuple[Paragraph, str, str | None]]:
    """Each paragraph with its text and the instrument that is spoken of.

    A sentence may run on from the paragraph before: "E4 ได้เพียง" / "92.18 คะแนน", or in the middle
    of a title.
    """
    instrument: str | None = None
    above = ""
    for paragraph in paragraphs:
        plain = clean(paragraph.text)
        if paragraph.furniture:
            # A page number between two pages ends no sentence.
            yield paragraph, plain, instrument
            continue
        text = f"{_begun(above) or _title_begun(above, plain, year)} {plain}".strip()
        above = text
        named = instruments_named(text)
        if named:
            instrument = next(iter(named)) if len(named) == 1 else None
        yield paragraph, text, instrument


_BEGUN = compiled(
    r"(?<![A-Za-z])[IEO]\s?[0-9]{1,2}\s*(?:ได้รับ|ได้|มี|เพียง|ค่า|คะแนน|เท่ากับ|\s)+$"
    r"|ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9]{1,2}(?:\.[1-9])?\s+[\u0e01-\u0e2e\u0e40-\u0e44][^0-9\n]{4,60}?\s"
    r"(?:ได้รับ|ได้|มี|เพียง|เท่ากับ)\s*(?:คะแนน)?\s*$"
)


_CODE_AHEAD, _LETTER = compiled(r"\s*[IEO]\s?[0-9]{1,2}\s"), compiled("[\u0e01-\u0e2e]")


def _begun(text: str) -> str:
    """The end of a text that still owes the number of a code or an indicator, else nothing.

    A line of two items' cards beside each other, ``I10 ตนเองหรือพวกพ้อง I11``, owes none: the number
    below it is of either.
    """
    match = _BEGUN.search(f"{text} ")
    if match and _CODE_AHEAD.match(text) and match.start() and not _LETTER.search(match.group()):
        return ""
    return match.group() if match and not text.endswith(match.group(0)[:2]) else ""


# Words of a title that goes on in the next paragraph are those of the book but for slips of print.
_SAME = 0.9
_REST = 6


def _title_begun(above: str, below: str, year: int) -> str:
    """The last code of a text and the words of its title, where the next text has the rest.

    Else nothing.
    """
    last = next(iter(reversed(list(_CODE.finditer(above)))), None)
    item = nearest_items(year).get(f"{last[1]}{int(last[2])}") if last is not None else None
    if last is None or item is None:
        return ""
    words, title = squeeze(above[last.end() :]), squeeze(item.title_th)
    rest = title[len(words) :]
    if not words or len(rest) < _REST or likeness(words, title[: len(words)]) < _SAME:
        return ""
    return above[last.start() :] if likeness(squeeze(below)[: len(rest)], rest) >= _SAME else ""


def _number_at(text: str, score: FoundScore) -> int:
    number = regex.search(r"[0-9]", text[score.start : score.end])
    return score.start + (number.start() if number else 0)


_CODE = compiled(r"(?<![A-Za-z])([IEO])\s?([0-9]{1,2})(?![0-9])\s*[.:)]?")
# Titles told in short: what they may begin with, how long they are, and how much of them is so.
_CALLED = compiled("^(?:เรื่อง|ด้าน|ประเด็น|คือ)?(?:การ|ความ)?")
_FEW, _SHORT, _PART = 8, 110, 60.0
# An item and in other words what it is about, a number in brackets right behind them:
# "ข้อ I7 เรื่องการเรียกรับเงินจากผู้มาติดต่อ (96.85 คะแนน)".
_TOLD_OF = compiled(r"(?<=ข้อ\s?)[IEO]\s?[0-9]{1,2}\s*เรื่อง[^()]+\(\s*(?:ได้)?\s*$")
# The words of an item in a line of a list are no longer.
_LINE = 160
_ELSEWHERE = compiled("[0-9]|เขต|ตัวชี้วัด|เฉลี่ย|เป้า|ทำให้|ส่งผล|ภาพรวม|รวมได้|ข้ออื่น|ผู้ตอบ")


def _titled(before: str, year: int) -> str | None:
    """The last code printed before a number, where nothing but its title stands between."""
    last = next(iter(reversed(list(_CODE.finditer(before)))), None)
    # A year without a book may ask what the nearest one does.
    book = nearest_items(year)
    item = book.get(f"{last[1]}{int(last[2])}") if last is not None else None
    if last is None or item is None:
        return None
    said = squeeze(before[last.end() :])
    words = _VERB.sub("", said)
    if likeness(words, item.title_th) >= _ALIKE:
        return item.code
    # A few words of the title, and a verb right before the number.
    told = _CALLED.sub("", words)
    short = words != said and _FEW <= len(told) <= _SHORT and not _ELSEWHERE.search(told)
    if short and _TOLD_OF.match(before, last.start()):
        return item.code
    part = fuzz.partial_ratio(told, squeeze(item.title_th)) if short else 0
    return item.code if part >= _PART else None


# What may stand right before the name of an indicator in a sentence that begins with a code.
_NAMED = compiled(r"(?:ตัวชี้วัด(?:ย่อย)?|ด้าน|ที่|[0-9.)]|[:(\u2013-])$")
# One code and no list or range of them.
_LONE = compiled(r"(?:^|[^\-\u2013,งะ])[IEO][0-9]{1,2}[.:]?$")
_LEADING = compiled(r"\s*(?:[-\u2013\u2022]\s*)?(?:ข้อ(?:ที่)?\s*)?([IEO])\s?([0-9]{1,2})(?![0-9])")


def _within_title(before: str, ahead: str) -> bool:
    """Whether a title is only the end of other words behind a code: ``I7 ...จากการปฏิบัติหน้าที่``.

    ``ahead``: what stands before the title, without spaces.
    """
    if _LONE.search(ahead):
        return True
    if _CODE.search(before) is None or _NAMED.search(ahead):
        return False
    words = before.split()
    return all(squeeze("".join(words[:n])) != ahead for n in range(len(words)))


def _led(before: str, book: Mapping[str, Item]) -> list[str]:
    """The code that begins a line, where nothing behind its words speaks of anything else."""
    lead = _LEADING.match(before)
    code = f"{lead[1]}{int(lead[2])}" if lead is not None else ""
    said = squeeze(before[lead.end() :]) if lead is not None else ""
    told = len(said) <= _LINE and not _ELSEWHERE.search(said) and _VERB.sub("", said) != said
    return [code] if told and code in book else []


def _codes_before(before: str, year: int, instrument: str | None) -> list[str]:
    """The codes that the words right before a number name; none where they are not certain."""
    book = nearest_items(year)
    before = _ITS_ITEMS.sub(" ", before)
    if _NEXT_ROW.search(before) or _TWO_CODES.search(before):
        return []
    if ranged := _RANGE.search(before):
        # The score of a range is that of the indicator whose items it is, of none of them.
        first, last = (f"{ranged[1]}{int(n)}" for n in ranged.group(2, 4))
        whole = ranged[3] in (None, ranged[1]) and range_indicator(
            range_of(first, last, year), year
        )
        return [whole] if whole else []
    listed = _CODES.search(before)
    if listed:
        letters = regex.findall(r"([IEO])?\s?([0-9]{1,2})", listed.group(1))
        codes, letter = [], ""
        for own, number in letters:
            letter = own or letter
            codes.append(f"{letter}{int(number)}")
        return [c for c in codes if c in book or not book]
    if titled := _titled(before, year):
        return [titled]
    if part := _ITS_PART.match(before):
        code = f"{part[1]}{int(part[2])}"
        return [code] if code in book else []
    plain = _VERB.sub("", squeeze(before)).rstrip(_QUOTES)
    # The indicators have kept their names and numbers from one book to the next.
    titles = [(squeeze(i.title_th), c) for c, i in nearest_indicators(year).items()]
    own = [
        (squeeze(i.title_th), c)
        for c, i in book.items()
        if instrument is None or i.instrument == instrument
    ]
    hits = sorted(((len(t), c) for t, c in (*titles, *own) if plain.endswith(t)), reverse=True)
    if hits and _within_title(before, plain[: -hits[0][0]]):
        return _led(before, book)
    longest = [c for length, c in hits if length == hits[0][0]]
    # The same title may stand for an item of two instruments: then nothing is certain.
    return longest if len(longest) == 1 else []
