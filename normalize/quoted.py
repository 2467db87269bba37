"""Scores quoted in sentences and lists outside tables.

A quotation counts only where the words before the number are exactly a title of the code book or a
printed code: ``ตัวชี้วัดที่ 10 การป้องกันการทุจริต (40 คะแนน)``, ``O5 , O18 (0.00 คะแนน)``. Reports call
items ตัวชี้วัด too (``ตัวชี้วัดที่ 2 อำนวยความสะดวกในการให้บริการประชาชน`` is item 2), so the number alone
decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extract.model import Paragraph
from normalize.codebook import indicators, items
from normalize.model import Source
from normalize.scores import Stated, level_of
from normalize.sections import instruments_named
from normalize.text import clean, squeeze
from normalize.values import FoundScore, find_scores

_CODES = regex.compile(
    r"(?<![A-Za-z])([IEO]\s?[0-9]{1,2}(?:\s*(?:,|และ|,\s*และ)\s*[IEO]?\s?[0-9]{1,2})*)\s*"
    r"(?:ได้|มี|ที่ได้)?\s*(?:คะแนน)?\s*\(?\s*$"
)


_VERB = regex.compile(r"(?:ได้รับ|ได้|เพียง|มี|เท่ากับ|อยู่ที่|ค่า|ผล|คะแนน|เฉลี่ย|ร้อยละ|[(:=])*$")


def quoted_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of items and indicators quoted in prose, for the year's code book."""
    if year is None:
        return []
    found: list[Stated] = []
    instrument: str | None = None
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        named = instruments_named(text)
        if named:
            instrument = next(iter(named)) if len(named) == 1 else None
        start = 0
        for score in find_scores(text):
            before = text[start : _number_at(text, score)]
            start = score.end
            source = Source(paragraph.place, paragraph.text)
            found += [
                Stated(year, level_of(code), code, score.value, source, "prose")
                for code in _codes_before(before, year, instrument)
            ]
    return found


def _number_at(text: str, score: FoundScore) -> int:
    number = regex.search(r"[0-9]", text[score.start : score.end])
    return score.start + (number.start() if number else 0)


def _codes_before(before: str, year: int, instrument: str | None) -> list[str]:
    """The codes that the words right before a number name; none where they are not certain."""
    book = items(year)
    listed = _CODES.search(before)
    if listed:
        letters = regex.findall(r"([IEO])?\s?([0-9]{1,2})", listed.group(1))
        codes, letter = [], ""
        for own, number in letters:
            letter = own or letter
            codes.append(f"{letter}{int(number)}")
        return [c for c in codes if c in book]
    plain = _VERB.sub("", squeeze(before))
    titles = [(squeeze(i.title_th), c) for c, i in indicators(year).items()]
    own = [
        (squeeze(i.title_th), c)
        for c, i in book.items()
        if instrument is None or i.instrument == instrument
    ]
    hits = sorted(((len(t), c) for t, c in (*titles, *own) if plain.endswith(t)), reverse=True)
    longest = [c for length, c in hits if length == hits[0][0]]
    # The same title may stand for an item of two instruments: then nothing is certain.
    return longest if len(longest) == 1 else []
