"""The year that a heading gives to the lines below it: ``คะแนนรายเครื่องมือ ปี 2565``.

A report on one assessment may print the scores of an earlier one in lines of text. Where only the
heading above them says so, they are of its year and not of the report's.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Paragraph
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# A longer line is a sentence.
_SHORT = 60
_SCORES = compiled("คะแนน|ผลการประเมิน")
_YEAR = compiled(r"(?<![0-9])25[4-9][0-9](?![0-9])")
_ENDS = compiled(
    r"(?:ประจำ|ของ|ใน)?(?:ปี(?:งบประมาณ)?|พ\.?ศ\.?)+\(?25[4-9][0-9]\)?(?:\(?ปี(?:ก่อน|ที่ผ่านมา)\)?)?:?$"
)
_SCORED = compiled(r"[0-9]\.[0-9]{2}(?![0-9])")


def by_year(paragraphs: Iterable[Paragraph], year: int | None) -> dict[int | None, list[Paragraph]]:
    """The paragraphs by the year they are of where they name none themselves, the report's first.

    That is the report's ``year``, but for what stands below a heading of scores of an earlier one,
    on its page and up to the next heading.
    """
    found: dict[int | None, list[Paragraph]] = {year: []}
    said, page = year, 0
    for paragraph in paragraphs:
        if paragraph.place.page != page:
            said, page = year, paragraph.place.page
        text = squeeze(clean(paragraph.text)) if paragraph.bold else ""
        if text and len(text) < _SHORT and not _SCORED.search(text):
            named = _year_of(text)
            said = named if year is not None and named is not None and named < year else year
        found.setdefault(said, []).append(paragraph)
    return found


def _year_of(heading: str) -> int | None:
    """The one year that a heading of scores ends with."""
    named = {int(y) for y in _YEAR.findall(heading)}
    headed = _SCORES.search(heading) and _ENDS.search(heading)
    return named.pop() if headed and len(named) == 1 else None


__all__ = ["by_year"]
