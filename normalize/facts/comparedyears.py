"""Scores of two years in one sentence: what was reached, and what it is held against.

``แบบวัด IIT ได้ 89.64 คะแนน (ปี 2567 ได้ 88.30 คะแนน)``, ``ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 89.17 คะแนน
ลดลงจากปี 2567 (90.44 คะแนน)``, ``ตัวชี้วัดที่ 1 ... ปี 2567 ได้ 90.18 คะแนน ปี 2568 ได้ 93.42 คะแนน``: each
number stands with its year, right behind the name or behind the number before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import regex

from extract.model import Paragraph
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.said import clause_of, of_else, of_others
from normalize.names.sections import only_names
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import as_score

_NUMBER = r"(100(?:\.00)?|[0-9]{1,2}\.[0-9]{2})(?![0-9]|[.,/][0-9])"
_YEAR = r"(?:ใน|เมื่อ|ของ)?\s*ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(25[4-9][0-9])(?![0-9])"
# Words between a name or a year and its number that say nothing else of it.
_GOT = r"(?:ได้รับ|ได้|มี|เท่ากับ|ผล|คะแนน|เฉลี่ย|[:=]|\s)*"
_NAME = compiled(
    r"(?P<letters>(?<![A-Za-z])[IEO]IT(?![A-Za-z]))\)?"
    r"|ตัวชี้วัด\s*(?:ที่)?\s*(?P<number>10|[1-9])(?![0-9.])\s*(?P<title>[\u0e01-\u0e4e\s]{4,60}?)(?=\s*(?:ได้|มี|คะแนน|(?:ใน)?ปี|[:=(]|[0-9]))"
)
# The score of the report's year, and that of the year it is compared with.
_HELD_AGAINST = compiled(
    rf"{_GOT}{_NUMBER}\s*(?:คะแนน)?\s*"
    rf"(?:[(\[]\s*{_YEAR}{_GOT}{_NUMBER}\s*(?:คะแนน)?\s*[)\]]"
    r"|(?:ซึ่ง|โดย)?\s*(?:เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|ลดลง|ต่ำลง|สูงกว่า|ต่ำกว่า|น้อยกว่า|มากกว่า)\s*(?:จาก|กว่า)?\s*"
    rf"{_YEAR}\s*(?:ที่|ซึ่ง)?{_GOT}[(\[]?\s*{_NUMBER}(?:\s*คะแนน)?)"
)
_DATED = compiled(rf"(?:\s|และ|,|;)*{_YEAR}{_GOT}{_NUMBER}\s*(?:คะแนน)?")
# So much of a sentence before a name says of whom it speaks.
_BEFORE = 60
_TWO = 2


def compared_in(
    paragraphs: Iterable[Paragraph], year: int | None, own: str | None = None
) -> list[Stated]:
    """Scores that sentences give with those of another year.

    Args:
        paragraphs: the text of a report.
        year: of the assessment.
        own: code of the report's agency, for what is said of others is not its score.
    """
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = "" if paragraph.furniture else clean(paragraph.text)
        source = Source(paragraph.place, paragraph.text)
        for name in _NAME.finditer(text):
            code = _code(name)
            before = clause_of(text[max(0, name.start() - _BEFORE) : name.start()])
            before = before.rpartition("คะแนน")[2]
            if code is None or of_others(before, own) or of_else(before):
                continue
            told = _told(text, name.end(), year)
            found += [Stated(y, level_of(code), code, v, source, "prose") for y, v in told]
    return found


def _code(name: regex.Match[str]) -> str | None:
    """The instrument or the indicator that is named, with its own title or none."""
    if name["letters"]:
        return str(name["letters"])
    number = str(name["number"])
    return number if only_names(squeeze(name["title"]), number) else None


def _told(text: str, at: int, year: int | None) -> list[tuple[int | None, Decimal]]:
    """The scores of several years right behind a name; none where the years are not several."""
    told: list[tuple[int | None, Decimal | None]]
    if (held := _HELD_AGAINST.match(text, at)) is not None:
        score, first, was, second, before = held.groups()
        then, number = (first, was) if first else (second, before)
        told = [(year, as_score(score)), (int(then), as_score(number))]
    else:
        told = [(int(m[1]), as_score(m[2])) for m in _one_after_another(text, at)]
    apart = len({y for y, _ in told}) == len(told) >= _TWO
    return [(y, v) for y, v in told if v is not None] if apart else []


def _one_after_another(text: str, at: int) -> Iterator[regex.Match[str]]:
    while (match := _DATED.match(text, at)) is not None:
        yield match
        at = match.end()


__all__ = ["compared_in"]
