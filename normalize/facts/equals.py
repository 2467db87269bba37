"""Scores set equal to their names in a line: ``9.1 ข้อมูลพื้นฐาน = 100 9.2 การบริหารงาน = 93.75``.

The number and the name of an indicator or a part of one must agree, so that nothing else is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Paragraph
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.said import of_else, year_said
from normalize.names.sections import by_name
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import as_score

_EQUAL = compiled(
    r"(?<![0-9.])(?P<number>(?:10|[1-9])(?:\.[1-9])?)[.)]?\s+(?P<name>[^0-9=:]{4,90}?)\s*[=:]\s*"
    r"(?P<score>(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)(?![0-9]|\.[0-9])(?!\s*(?:ข้อ|รายการ|คน|วัน))"
)
# One alone is a heading or a line of a list, which are read elsewhere.
_SEVERAL = 2


def equals_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of a line that sets several names equal to numbers; ``year``: of the assessment."""
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = "" if paragraph.furniture else clean(paragraph.text)
        matches = [m for m in _EQUAL.finditer(text) if by_name(m["name"]) == m["number"]]
        first = matches[0].start() if matches else 0
        if len(matches) < _SEVERAL or says_other_number(text[:first]) or of_else(text[:first]):
            continue
        when, source = year_said(text[:first], year), Source(paragraph.place, paragraph.text)
        found += [
            Stated(when, level_of(m["number"]), m["number"], value, source, "prose")
            for m in matches
            if (value := as_score(m["score"])) is not None
        ]
    return found


__all__ = ["equals_in"]
