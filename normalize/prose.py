"""Facts stated in sentences: the overall score and rating, and scores quoted in prose."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extract.model import Paragraph, Table
from normalize.codebook import words
from normalize.meta import find_rating, named_districts
from normalize.model import Source
from normalize.scores import Stated
from normalize.text import clean, squeeze
from normalize.values import as_score, find_scores

_WHOLE = regex.compile(
    r"(?:ภาพรวม|ผลการประเมิน|ผลคะแนน|คะแนนการประเมิน|คะแนนรวม|คะแนนเฉลี่ยรวม|คุณธรรมและความโปร่งใส|\(?ITA\)?)"
)
_PART = regex.compile(
    r"ตัวชี้วัด|แบบวัด|เครื่องมือ|หัวข้อ|ข้อ\s*[IEO]|(?<![A-Za-z])(?:IIT|EIT|OIT)(?![A-Za-z])"
)
_NOT_A_RESULT = regex.compile(
    r"ไม่น้อยกว่า|ตั้งแต่|ระหว่าง|เกณฑ์|เป้าหมาย|น้ำหนัก|ขึ้นไป|(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|สูงกว่า|ต่ำกว่า)\s*$|เต็ม\s*\(?$"
)
_YEAR = regex.compile(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")


def overall_in(
    paragraphs: Iterable[Paragraph], year: int | None, own: str | None = None
) -> list[Stated]:
    """Overall scores stated in sentences that speak of the whole assessment, not of a part.

    ``own``: code of the report's agency; a sentence about another district is not its score.
    """
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        last = 0
        for score in find_scores(text):
            before = text[max(0, score.start - 260) : score.start]
            clause, last = text[last : score.start], score.end
            stated = text[score.start : score.end]
            if not _WHOLE.search(before + stated) or _PART.search(_clause(clause)):
                continue
            if _NOT_A_RESULT.search(text[max(0, score.start - 40) : score.start]):
                continue
            if _of_others(clause + stated, own):
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
    r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])\)?\s*(?:ได้รับ|ได้|มี|เท่ากับ|:|=|\()?\s*(?:ค่า|ผล)?(?:คะแนน)?\s*"
    r"(?:เฉลี่ย|รวม)?\s*(?:เท่ากับ|:|=|ที่)?\s*((?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)(?![0-9]|[.,/][0-9])\s*(คะแนน)?"
)


def instruments_in(
    paragraphs: Iterable[Paragraph], year: int | None, own: str | None = None
) -> list[Stated]:
    """Scores of the three instruments stated in sentences (``แบบวัด IIT ได้ 91.19 คะแนน``)."""
    found: list[Stated] = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        for match in _INSTRUMENT.finditer(text):
            value = as_score(match.group(2))
            if value is None or not (match.group(3) or "." in match.group(2)):
                continue
            before = text[max(0, match.start() - 160) : match.start()]
            if _NOT_A_RESULT.search(before[-30:]) or _of_others(_clause(before), own):
                continue
            source = Source(paragraph.place, paragraph.text)
            found.append(Stated(year, "instrument", match.group(1), value, source, "prose"))
    return found


def _of_others(clause: str, own: str | None) -> bool:
    """Whether a clause speaks of another district (or of all of them), not of the report's own."""
    # What is named last before the number is what it is said of.
    pieces = regex.split(r"(?=(?:สำนักงาน)?เขต)", squeeze(clause))
    last = next((n for p in reversed(pieces) if (n := named_districts(p))), frozenset())
    if last:
        return own not in last
    if own != "1000" and regex.search(
        "กรุงเทพมหานคร(?:มี|ได้|ในภาพรวม)|ทั่วประเทศ|ระดับประเทศ|ทั้งประเทศ", clause
    ):
        return True
    return bool(regex.search(r"(?:เฉลี่ย|ทุก|50)(?:ของ)?(?:ทุก|50)?(?:สำนักงาน)?เขต", squeeze(clause)))


def _clause(before: str) -> str:
    """The words since the last score or sentence break: what a number is said of."""
    cut = max(before.rfind("คะแนน)"), before.rfind("  "), before.rfind("ดังนี้"))
    return before[cut + 1 :]


_OWN_RATING = regex.compile("อยู่ในระดับ|มีผลการประเมินระดับ|ได้ระดับ|ระดับผลการประเมิน(?=ของ|คือ|ผ่าน|ต้อง)")


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
        if first is None and (_OWN_RATING.search(squeeze(text)) or len(squeeze(text)) < 70):
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
