"""Tiles of a summary page without frames: a large number printed right below its name.

``คะแนนภาพรวม`` over ``82.39`` in type twice as high, ``IIT`` over ``92.00``: size and place tell on
paper which number is whose, and both are asked for here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.model import Cell, Paragraph
from normalize.facts.boxes import stated_below
from normalize.facts.scores import Stated
from normalize.model import Source
from normalize.names.ratingsaid import find_rating, rating_alone
from normalize.names.sections import only_names
from normalize.names.whole import names_whole
from normalize.words.patterns import compiled
from normalize.words.text import clean

# How many times as high as its name's the type of a tile's number is, at least.
_LARGER = 1.3
# How far the middles of name and number, or their left edges, may be apart, in heights of the
# name's type.
_APART = 1.0
# A number stands no farther below its name than this, in heights of its own type.
_BELOW = 1.2


def tiles_in(paragraphs: Sequence[Paragraph], year: int | None) -> list[Stated]:
    """Scores of the whole, its instruments and indicators that stand large below their names.

    ``year``: the assessment's. Two of a page must be named so, each once, so that a large number
    under a chance word is none.
    """
    pages: dict[int, list[Stated]] = {}
    printed = [p for p in paragraphs if not p.furniture]
    for name, number in pairwise(printed):
        if not _is_tile(name, number):
            continue
        one = _told(_called(name.text), number, year)
        if one is not None:
            pages.setdefault(number.place.page, []).append(one)
    tiles = [
        one
        for found in pages.values()
        if len({(s.year, s.code) for s in found}) == len(found) > 1
        for one in found
    ]
    known = {one.source for one in tiles}
    named = [_whole_below(name, number, year) for name, number in pairwise(printed)]
    named += _whole_over(printed, year)
    named += _whole_rated(printed, year)
    return [*(one for one in named if one is not None and one.source not in known), *tiles]


def _told(name: str, number: Paragraph, year: int | None) -> Stated | None:
    """The score that a number is by the name above it."""
    cell = Cell(0, 0, 1, 1, number.text, (number.place,), number.lines)
    one = stated_below(cell, name, year)
    return replace(one, where="prose") if one is not None else None


_INDICATOR = compiled(r"\s*(?P<number>10|[1-9])\s*[.)]?\s+(?P<name>\D+)")


def _called(name: str) -> str:
    """A tile's name; that of an indicator (``1. การปฏิบัติหน้าที่``) by its number alone."""
    match = _INDICATOR.fullmatch(clean(name))
    whole = match is not None and only_names(match["name"], match["number"])
    return f"ตัวชี้วัดที่ {match['number']}" if match is not None and whole else name


def _whole_over(printed: Sequence[Paragraph], year: int | None) -> list[Stated | None]:
    """The score of the whole that stands large right above its name, and above no other number."""
    found: list[Stated | None] = []
    for i, (number, name) in enumerate(pairwise(printed)):
        other = printed[i + 2] if i + 2 < len(printed) else None
        if not _is_tile(name, number, above=True) or "คะแนน" not in name.text:
            continue
        if (other is not None and _is_tile(name, other)) or not names_whole(clean(name.text)):
            continue
        if i and _is_tile(printed[i - 1], number) and not _TITLE.search(printed[i - 1].text):
            continue
        found.append(_told(name.text, number, year))
    return found


_FULL_MARKS = compiled(r"\(?(?:จาก)?(?:คะแนน)?\s*(?:เต็ม|จาก)\s*100(?:\.00)?\s*(?:คะแนน)?\)?")

# What the whole is called, or what is told of it.
_OF_SCORE = compiled("คะแนน|ITA")


def _whole_rated(printed: Sequence[Paragraph], year: int | None) -> list[Stated | None]:
    """The score of the whole that stands large between its name and its rating or full marks."""
    found: list[Stated | None] = []
    for name, number, below in zip(printed, printed[1:], printed[2:], strict=False):
        said = clean(below.text)
        whole = names_whole(clean(name.text)) and _OF_SCORE.search(name.text)
        if not whole or not _is_tile(name, number) or not _is_tile(below, number, above=True):
            continue
        if not (_FULL_MARKS.fullmatch(said) or rating_alone(said) or find_rating(said)):
            continue
        found.append(_told(name.text, number, year))
    return found


# The title of the report may stand above a number by chance.
_TITLE = compiled("รายงาน|การวิเคราะห์|ผลการประเมิน")


_YEAR = compiled(r"\s*(?:ประจำ)?ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25[4-9][0-9]\s*$")
_POINTS = compiled(r"\s*((?:100|[0-9]{1,2})\.[0-9]{2})\s*คะแนน\s*")


def _whole_below(name: Paragraph, number: Paragraph, year: int | None) -> Stated | None:
    """The score of the whole where its name and, right below it, its points are all there is.

    Below a name with its year (``คะแนนรวม ITA ปี 2567``) a number printed large need not say so.
    """
    dated = _YEAR.search(clean(name.text))
    if dated is not None and "ITA" in name.text and _is_tile(name, number):
        whole = names_whole(clean(name.text)[: dated.start()])
        return _told(name.text, number, year) if whole else None
    said = _POINTS.fullmatch(clean(number.text))
    gap = number.place.box.top - name.place.box.bottom
    near = name.place.page == number.place.page and gap < _BELOW * number.size
    if said is None or not near or "คะแนน" not in name.text or not names_whole(clean(name.text)):
        return None
    source = Source(number.place, number.text)
    return Stated(year, "overall", "ITA", Decimal(said[1]), source, "prose")


def _is_tile(name: Paragraph, number: Paragraph, *, above: bool = False) -> bool:
    """Whether a paragraph stands large right below another, or ``above`` it.

    Their middles or their left edges are at one place.
    """
    first, second = (number, name) if above else (name, number)
    upper, lower = first.place.box, second.place.box
    if name.place.page != number.place.page or number.size < _LARGER * name.size:
        return False
    gap = lower.top - upper.bottom
    middles = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) / 2
    apart = min(middles, abs(upper.x0 - lower.x0))
    return -0.5 * name.size < gap < _BELOW * number.size and apart < _APART * name.size


__all__ = ["tiles_in"]
