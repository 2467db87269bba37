"""Badges beside headings: ``คะแนนปี 2566`` over ``89.19``, at the level of an indicator's name.

Slides and forms print the score of what they are about in a corner, beside the name of the
indicator. A label that says it is a score, a number alone below it or in its line, and one name at
their level, with nothing else there, tell whose it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from extract.model import Box, Paragraph
from normalize.codebook import nearest_items
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.codes import entries_of
from normalize.names.sections import read_heading
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import as_score

# A badge's number stands no farther below its label than this, in heights of its own type.
_BELOW = 1.2
# Names of indicators, and of items with their titles, are no longer.
_LONGEST = 220

_LABEL = (
    r"(?:ผล|ค่า)?(?:การ)?(?:ประเมิน)?คะแนน(?:ITA|ที่ได้(?:รับ)?|เฉลี่ย|(?:ของ)?(?:ตัวชี้วัด|ข้อ)(?:นี้)?|การ|ประเมิน|\s)*"
    r"(?:(?:ประจำ)?(?:ใน)?ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25[4-9][0-9]))?\s*[:=]?"
)
_NUMBER = r"(?P<score>(?:100|[0-9]{1,2})\.[0-9]{1,2}|100)\s*(?:คะแนน|%)?"
_ABOVE, _ALONE = compiled(rf"\s*{_LABEL}\s*"), compiled(rf"\s*{_NUMBER}\s*")
_WITH_LABEL = compiled(rf"\s*{_LABEL}\s*{_NUMBER}\s*")


@dataclass(frozen=True, slots=True)
class _Badge:
    """A number with its label: where both stand, and the year the label names."""

    box: Box
    year: int | None
    value: Decimal
    number: Paragraph


def badges_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of indicators and items that stand in badges at the level of their names.

    Args:
        paragraphs: the text outside tables. A label that every page repeats may be marked as
            furniture; it is a label all the same.
        year: of the assessment, Buddhist Era; of badges that name none.
    """
    pages: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        pages[paragraph.place.page].append(paragraph)
    return [*chain.from_iterable(_on_page(page, year) for page in pages.values())]


def _on_page(page: Sequence[Paragraph], year: int | None) -> Iterator[Stated]:
    badges = [*_badges(page)]
    for badge in badges:
        beside = [p for p in page if not p.furniture and _level(p.place.box, badge.box)]
        names = [p for p in beside if p is not badge.number and not _is_label(p)]
        alone = not any(_level(b.box, badge.box) for b in badges if b is not badge)
        code = _named(names[0], year) if len(names) == 1 and alone else None
        if code is not None:
            source = Source(badge.number.place, badge.number.text)
            said = year if badge.year is None else badge.year
            yield Stated(said, level_of(code), code, badge.value, source, "prose")


def _badges(page: Sequence[Paragraph]) -> Iterator[_Badge]:
    labels = [p for p in page if _is_label(p)]
    for number in page:
        text = clean(number.text)
        match, box, said = _WITH_LABEL.fullmatch(text), number.place.box, None
        if match is not None:
            said = match["year"]
        elif (match := _ALONE.fullmatch(text)) is not None:
            above = [p for p in labels if _stands_over(p, number)]
            label = _ABOVE.fullmatch(clean(above[0].text)) if len(above) == 1 else None
            if label is None:
                continue
            said, over = label["year"], above[0].place.box
            box = Box(min(box.x0, over.x0), over.top, max(box.x1, over.x1), box.bottom)
        value = as_score(match["score"]) if match is not None else None
        # "คะแนน 100" may be the most that can be had.
        full = match is not None and match["score"] == "100" and not (said or "ได้" in text)
        if value is not None and not full and not number.furniture:
            yield _Badge(box, int(said) if said else None, value, number)


def _is_label(paragraph: Paragraph) -> bool:
    text = clean(paragraph.text)
    return _ABOVE.fullmatch(text) is not None and not says_other_number(text)


def _stands_over(label: Paragraph, number: Paragraph) -> bool:
    """Whether a label stands right above a number, in one column with it."""
    upper, lower = label.place.box, number.place.box
    across = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    gap = lower.top - upper.bottom
    return across > 0 and -0.5 * label.size < gap < _BELOW * number.size


def _level(one: Box, other: Box) -> bool:
    """Whether two boxes stand beside each other."""
    apart = one.x1 < other.x0 or one.x0 > other.x1
    return apart and min(one.bottom, other.bottom) > max(one.top, other.top)


def _named(paragraph: Paragraph, year: int | None) -> str | None:
    """The one indicator or item that a heading names."""
    text = clean(paragraph.text)
    if len(text) > _LONGEST:
        return None
    named = entries_of(text)
    if named:
        code = named[0].token
        single = len(named) == 1 and named[0].last is None and not named[0].scores
        return code if single and code in nearest_items(year) else None
    heading = read_heading(text)
    if heading is None or not heading.certain or heading.conflict:
        return None
    return heading.subindicator or heading.indicator


__all__ = ["badges_in"]
