"""Facts stated in sentences: the overall score and rating, and scores quoted in prose."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extract.model import Paragraph, Table
from normalize.codebook import words
from normalize.meta import find_rating
from normalize.model import Source
from normalize.scores import Stated
from normalize.text import clean, squeeze
from normalize.values import find_scores

_WHOLE = regex.compile(
    r"(?:ภาพรวม|ผลการประเมิน|คะแนนรวม|คะแนนเฉลี่ยรวม|คุณธรรมและความโปร่งใส|\(?ITA\)?)"
)
_PART = regex.compile(
    r"ตัวชี้วัด|แบบวัด|เครื่องมือ|หัวข้อ|ข้อ\s*[IEO]|(?<![A-Za-z])(?:IIT|EIT|OIT)(?![A-Za-z])"
)
_NOT_A_RESULT = regex.compile(r"ไม่น้อยกว่า|ตั้งแต่|ระหว่าง|เกณฑ์|เต็ม|เป้าหมาย|ร้อยละ\s*[0-9]+\s*ขึ้นไป|น้ำหนัก")
_YEAR = regex.compile(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")


def overall_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Overall scores stated in sentences that speak of the whole assessment, not of a part."""
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        for score in find_scores(text):
            before = text[max(0, score.start - 260) : score.start]
            stated = text[score.start : score.end]
            if not _WHOLE.search(before + stated) or _PART.search(_clause(before)):
                continue
            if _NOT_A_RESULT.search(text[max(0, score.start - 40) : score.end + 20]):
                continue
            if not regex.search(r"ได้|เท่ากับ|มีคะแนน|รวม", before[-40:] + stated):
                continue
            found.append(
                Stated(
                    _year_said(text[: score.start], year),
                    "overall",
                    "ITA",
                    score.value,
                    Source(paragraph.place, paragraph.text),
                    "prose",
                )
            )
    return found


def _year_said(before: str, year: int | None) -> int | None:
    """The year a sentence speaks of: the last one named before the number, if it can be one."""
    named = [int(y) for y in _YEAR.findall(before)]
    past = [y for y in named if year is None or y <= year]
    return past[-1] if past and named[-1] == past[-1] else year


_INSTRUMENT = regex.compile(
    r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])\)?\s*(?:\S{0,30}\s*)?(?:ได้|ได้รับ|มี|เท่ากับ|คะแนน|:|=|\()\s*"
    r"(?:ค่า|ผล)?(?:คะแนน)?(?:เฉลี่ย|รวม)?\s*(?:เท่ากับ|:|=)?\s*$"
)


def instruments_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of the three instruments stated in sentences (``แบบวัด IIT ได้ 91.19 คะแนน``)."""
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        for score in find_scores(text):
            number = regex.search(r"[0-9]", text[score.start : score.end])
            at = score.start + (number.start() if number else 0)
            match = _INSTRUMENT.search(text[max(0, at - 70) : at])
            if match is None or _NOT_A_RESULT.search(text[max(0, at - 40) : score.end + 12]):
                continue
            found.append(
                Stated(
                    year,
                    "instrument",
                    match.group(1),
                    score.value,
                    Source(paragraph.place, paragraph.text),
                    "prose",
                )
            )
    return found


def _clause(before: str) -> str:
    """The words since the last score or sentence break: what a number is said of."""
    cut = max(before.rfind("คะแนน)"), before.rfind("  "), before.rfind("ดังนี้"))
    return before[cut + 1 :]


def rating_in(paragraphs: Iterable[Paragraph]) -> str | None:
    """The rating the report states for itself, the first one that stands beside a score."""
    first: str | None = None
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        rating = find_rating(text)
        if rating is None:
            continue
        if find_scores(text):
            return rating
        if first is None and regex.search("อยู่ในระดับ|มีผลการประเมินระดับ|ได้ระดับ", squeeze(text)):
            first = rating
    return first


def rating_in_tables(tables: Iterable[Table]) -> str | None:
    """The rating of a summary table: a cell that calls itself ระดับ, and the rating beside it.

    A level table names every rating; only a table with one of them states the report's own.
    """
    for table in tables:
        stated = {c.row: r for c in table.cells if (r := _whole_rating(clean(c.text))) is not None}
        if len(stated) != 1:
            continue
        row = next(iter(stated))
        labels = [clean(c.text) for c in table.cells if c.row == row or row in c.rows]
        if any(squeeze(label).startswith("ระดับ") for label in labels):
            return stated[row]
    return None


def _whole_rating(text: str) -> str | None:
    plain = squeeze(text)
    return next((w.meaning for w in words("ratings") if plain == squeeze(w.phrase)), None)
