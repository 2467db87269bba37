"""Lines of lists that give a name the scores of several years, each behind its year.

``I1 เต็มใจให้บริการ (ปี 2566: 80.11, ปี 2567: 85.22)``, ``คะแนนรวมปี 2567 : 88.12 (ปี 2566 : 85.10)``:
what stands before the first year must name the whole, an indicator or an item and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import regex

from extract.model import Paragraph
from normalize.facts.listlines import NAMED
from normalize.facts.listnames import OTHER, named_in_list
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_NUMBER = r"(?:100|[0-9]{1,2})\.[0-9]{2}"
_YEAR = r"(?:(?:ใน|ประจำ)?ปี(?:งบประมาณ)?\s*)?(?:พ\.?ศ\.?\s*)?(?P<year>25[4-9][0-9])"
_ONE = rf"{_YEAR}\s*(?:ได้(?:รับ)?|คะแนน|เท่ากับ|[:=\s])*(?P<score>{_NUMBER})(?![0-9])\s*(?:คะแนน|%)?"
_DATED = compiled(_ONE)
_BETWEEN = r"(?:[\s,;/|()\u2192\u2013]|และ|เป็น)*"
# How much it moved may end the line.
_MOVED = r"(?:\s*(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|ผลต่าง|[(+\u2212-])[^\u0e01-\u0e2eA-Z]*(?:คะแนน|\))*)?"
_LINE = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?{NAMED}[\s:(\u2013-]*(?P<years>(?:{_ONE}{_BETWEEN}){{2,4}}){_MOVED}\s*",
    regex.DOTALL,
)
# A longer line is no line of a list.
_LONG = 400


def dated_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of several years in lines of one name; ``year``: the assessment's."""
    found: list[Stated] = []
    for paragraph in paragraphs:
        for line in (paragraph.text, *(n.text for n in paragraph.lines)):
            text = clean(line)
            # Most lines name no two years, and counting is the cheapest look.
            dated = text.count("25") > 1 and len(text) < _LONG
            match = _LINE.fullmatch(text) if dated else None
            if match is None or OTHER.search(squeeze(match["name"])):
                continue
            code = named_in_list(match["number"], match["name"], year)
            source = Source(paragraph.place, paragraph.text)
            years = [(int(m["year"]), Decimal(m["score"])) for m in _DATED.finditer(match["years"])]
            if code is not None and len({y for y, _ in years}) == len(years):
                found += [Stated(y, level_of(code), code, v, source, "prose") for y, v in years]
    return [*dict.fromkeys(found)]


__all__ = ["dated_in"]
