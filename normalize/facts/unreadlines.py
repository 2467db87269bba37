"""Lines of text that name what is scored and print a number, of which no score was read.

A table whose columns nothing shows is printed text: what it says must not be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.model import Paragraph
from normalize.codebook import nearest_items
from normalize.model import Finding, Score, Source
from normalize.names.codes import ITEM_RANGE
from normalize.names.instrumentnames import LETTERS
from normalize.names.sections import read_heading
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import clean

_CODE = compiled(r"(?<![A-Za-z0-9])([IEO])\s?0?([0-9]{1,2})(?![0-9.])")
# "O1 - O22": an indicator by its items.
_RANGE = compiled(rf"{ITEM_RANGE}(?!\.)")
_INDICATOR = compiled(r"ตัวชี้วัด\s*(?:ที่)?\s*(10|[1-9])(?![0-9.])")
_ENDS = compiled(r"\s*(?:ได้รับ|ได้)?\s*(?:ผล|ค่า)?(?:คะแนน|ร้อยละ)?\s*[(:=]?\s*[0-9]{1,3}\.[0-9]{2}")
_NUMBER = compiled(r"(?<![0-9.,])(?:100\.00|[0-9]{1,2}\.[0-9]{2})(?![0-9])")


def unread_lines(
    paragraphs: Iterable[Paragraph], scores: Sequence[Score], year: int | None
) -> list[Finding]:
    """A finding for each paragraph with such lines; what has a score elsewhere needs none.

    Args:
        paragraphs: the text outside tables.
        scores: all that was read.
        year: of the assessment, Buddhist Era.
    """
    known = {score.code for score in scores}
    book = nearest_items(year)
    found: list[Finding] = []
    for paragraph in paragraphs:
        if paragraph.furniture:
            continue
        told: dict[str, str] = {}
        above: list[str] = []
        for line in paragraph.lines:
            text = _RANGE.sub(" ", clean(line.text))
            number = _NUMBER.search(text)
            codes = [letter + digits for letter, digits in _CODE.findall(text)]
            named = [c for c in codes if c in book]
            if number is None:
                above = named
                continue
            if not named and _ENDS.match(text):
                # The number of the line above, which had no room for it.
                named = above
            above = []
            named += _named_in(text[: number.start()])
            told |= {c: number[0] for c in named if c not in known}
        if told:
            source = Source(paragraph.place, paragraph.text)
            found.append(Finding.at("warning", "line-unread", _message(told), source))
    return found


def _named_in(before: str) -> list[str]:
    """The indicators and instruments named before a number, unless that is said to be another."""
    if says_other_number(before):
        return []
    named = [(m[1], read_heading(before[m.start() :])) for m in _INDICATOR.finditer(before)]
    numbered = [number for number, heading in named if heading and heading.indicator == number]
    return [*numbered, *LETTERS.findall(before)]


def _message(told: dict[str, str]) -> str:
    code, number = next(iter(told.items()))
    more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
    name = f"indicator {code}" if code.isdigit() else code
    return f"A line names {name} and prints {number}{more}, but no score of it was read"


__all__ = ["unread_lines"]
