"""The score that a sentence gives to all items of a list: ``ข้อที่ได้ 50.00 คะแนน ได้แก่ O13, O16``.

The items may stand with their titles (``... ได้แก่ O9 ข้อมูลสถิติการจัดเก็บภาษี และ O11 ...``): what stands
between two codes is then nothing but the title of the first.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extract.model import Paragraph
from normalize.codebook import nearest_items
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.decode import likeness
from normalize.names.said import of_last_year, year_said
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import as_score

_SCORED = (
    r"(?:ที่|ซึ่ง)?ได้(?:รับ)?\s*(?:ค่า|ผล)?(?:คะแนน)?(?:เต็ม)?\s*(?P<score>(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)(?![0-9.])\s*(?:คะแนน)?"
    r"\s*(?:จำนวน\s*[0-9]{1,2}\s*(?:ข้อ|รายการ|หัวข้อ))?\s*(?:ได้แก่|คือ|ประกอบด้วย)\s*(?:ข้อ\s*)?"
)
_LISTED = r"[IEO]\s?[0-9]{1,2}"
_CODES = r"(?P<codes>(?:[IEO]\s?[0-9]{1,2}(?![0-9])(?:\s*(?:,|และ|/)\s*|\s+)?(?:ข้อ\s*)?)+)"
_EACH = compiled(rf"{_SCORED}{_CODES}(?![^\s])")
_TITLED = compiled(rf"{_SCORED}(?=[IEO]\s?[0-9])")
# "ข้อ O11 และ O12 ได้ข้อละ 50.00 คะแนน"
_APIECE = compiled(
    rf"{_CODES}\s*(?:ได้(?:รับ)?|มี)?(?:คะแนน)?\s*(?:ข้อ|รายการ)ละ\s*(?P<score>(?:100|[0-9]{{1,2}})(?:\.[0-9]{{1,2}})?)"
    r"(?![0-9.])\s*คะแนน"
)
# "(ข้อ I1) ความเต็มใจ (80.54 คะแนน)": the item's own score behind its words.
_EACH_OWN = compiled(r"(?:(?!ข้อ|ที่ได้)\P{N}){2,90}?\(?\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*คะแนน")
_CODE = compiled(rf"(?:ข้อ\s*)?({_LISTED})(?![0-9])\s*")
_BETWEEN = compiled(r"\s*(?:,|และ|/|\s)*\s*$")
# Words of a title are those of the book but for slips of print.
_SAME = 0.85


def shared_scores(paragraph: Paragraph, text: str, year: int) -> Iterator[tuple[int, Stated]]:
    """The scores that sentences of a paragraph give to all of a list, and where each begins."""
    for match in (*_EACH.finditer(text), *_APIECE.finditer(text), *_TITLED.finditer(text)):
        value = as_score(match["score"])
        before = text[: match.start()]
        if value is None or "คะแนน" not in match.group() or of_last_year(before):
            continue
        if match.re is _TITLED:
            codes = _titled(text[match.end() :], year)
        elif _EACH_OWN.match(text[match.end() :]):
            continue
        else:
            codes = [code.replace(" ", "") for code in regex.findall(_LISTED, match["codes"])]
        said = year_said(before, year)
        source = Source(paragraph.place, paragraph.text)
        for code in codes:
            if code in nearest_items(year):
                yield match.start(), Stated(said, level_of(code), code, value, source, "prose")


def _titled(rest: str, year: int) -> list[str]:
    """The codes of a list to the end of its sentence, each with its title; else none."""
    marks = list(_CODE.finditer(rest))
    ends = [*(m.start() for m in marks[1:]), len(rest)]
    found: list[str] = []
    for mark, end in zip(marks, ends, strict=True):
        code = mark[1].replace(" ", "")
        item = nearest_items(year).get(code)
        words = squeeze(_BETWEEN.sub("", rest[mark.end() : end]))
        if item is None or likeness(words, squeeze(item.title_th)) < _SAME:
            return []
        found.append(code)
    return found


__all__ = ["shared_scores"]
