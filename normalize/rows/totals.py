"""Rows named by an instrument or by the whole assessment: totals of what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from normalize.names.sections import TOOLS, read_heading
from normalize.names.whole import names_whole
from normalize.rows.items import CodedBody, range_indicator
from normalize.rows.record import Record
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import ROUNDED, bare_score

_INSTRUMENT = compiled(
    rf"^(?:คะแนน|ค่า|ผล)*(?:เฉลี่ย|รวม)?(?:{TOOLS})?\(?(IIT|EIT|OIT)\)?"
    r"(?:\((?:ร้อยละ|น้ำหนัก)?[0-9]+%?\))?$"
)
_NAMED_INSTRUMENT = compiled(
    r"^[\u0e00-\u0e7f]{2,60}\((IIT|EIT|OIT)\)$|^[0-9.)]{0,3}(IIT|EIT|OIT)(?=\(?[\u0e00-\u0e7f]{2,30}\)?$)"
)
_OVERALL = compiled(
    r"^(?:ผล)?(?:การประเมิน)?(?:คะแนน)?(?:เฉลี่ย)?(?:รวม(?:คะแนน)?|ภาพรวม|สุทธิ|ITA|\(ITA\)|เฉลี่ย)+"
    r"(?:\(?(?:ITA)?SCORE\)?)?"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทุกตัวชี้วัด|ทุกแบบวัด|ทุกเครื่องมือ|(?:ของ)?ทั้งหน่วยงาน|ของหน่วยงาน|หน่วยงาน|ของเขต|(?:ของ)?สำนักงานเขต[\u0e00-\u0e7f]*|เขต|การประเมิน|ITA|\(ITA\))*$",
    regex.I,
)
#: A total that does not say of what.
SUM = compiled(r"(?:รวม|เฉลี่ย|ค่าเฉลี่ย)(?:เป็นเงิน|ทั้งสิ้น|ทั้งหมด)*")
_TOTAL = compiled("(?:ผล|ค่า)?(?:คะแนน)?(?:รวม|เฉลี่ย)+(?:ทั้งสิ้น|ทั้งหมด|ตัวชี้วัด(?:นี้)?)?")
_SUMMED = compiled("รวม|เฉลี่ย")


def whole_named(texts: list[str], record: Record, coded: CodedBody) -> str | None:
    """The instrument or the whole assessment, where a row is plainly named by it."""
    for text in texts:
        plain = squeeze(text)
        if match := _NAMED_INSTRUMENT.match(plain):
            return match.group(1) or match.group(2)
        summed = _SUMMED.search(plain) or not coded.has_item(record)
        if (match := _INSTRUMENT.match(plain)) and summed:
            return match.group(1)
    # "รวม | คะแนนเครื่องมือ OIT": what the total is of may stand in the next cell.
    for text in texts:
        plain = squeeze(text)
        if SUM.fullmatch(plain) and (instrument := _group_of(record)) is not None:
            return instrument
        if _TOTAL.fullmatch(plain) and _of_one_part(coded):
            continue
        if (_OVERALL.match(plain) or names_whole(plain)) and _is_whole(plain, coded):
            return "ITA"
    return None


def _group_of(record: Record) -> str | None:
    """The instrument whose name is merged over a row and others, whose total the row is."""
    merged = (c for c in record.cells.values() if c.first != c.last and c.text)
    headings = (read_heading(c.text) for c in merged)
    return next((h.instrument for h in headings if h and h.indicator is None), None)


def _is_whole(plain: str, coded: CodedBody) -> bool:
    """Whether a total row is that of the whole assessment, not of the section it stands in."""
    if "ITA" in plain.upper() or regex.search("ทั้งสิ้น|ทั้งหมด|ทั้งหน่วยงาน|ทุกเครื่องมือ|ภาพรวม", plain):
        return True
    letters = {c[0] for es in coded.entries.values() for e in es for c in e.codes}
    texts = (cell.text for r in coded.body.records for cell in r.cells.values())
    mains = {m.group(1) for text in texts if (m := regex.match(r"\s*([1-9]|10)\.[1-9]\s", text))}
    return len(letters) != 1 and len(mains) != 1


def _of_one_part(coded: CodedBody) -> bool:
    """Whether a whole table stands below the heading of an indicator, and is of no more than it."""
    sections = {r.section for r in coded.body.records}
    section = sections.pop() if len(sections) == 1 else None
    named = any(c.role in ("indicator", "instrument") for c in coded.body.columns.columns)
    return section is not None and section.indicator is not None and not named


def part_summed(
    texts: Sequence[str], record: Record, coded: CodedBody, year: int | None
) -> str | None:
    """The indicator a plain total (``รวม``) is of: the one whose items stand above it.

    All of them do, or, where other groups end so as well, those that stand below its heading.
    Nobody adds scores up, and its number is the mean of theirs. ``year``: of the code book.
    """
    if not any(_TOTAL.fullmatch(squeeze(t)) for t in texts):
        return None
    scores = coded.body.columns.where("score")
    before = [r for r in coded.body.records if r.heading is None and r.index < record.index]
    # What a page end cut off an item has neither code nor score.
    told = [r for r in before if coded.has_item(r) or any(map(r.own, scores))]
    above = list(takewhile(lambda r: coded.entries.get(r.index), reversed(told)))
    part = range_indicator(coded.codes(above), year)
    if part is None and _closes_another(record, texts, coded):
        part = _section_of(above)
    if part is None:
        return None
    return part if any(_is_mean(record, above, i) for i in scores) else None


def _closes_another(record: Record, texts: Sequence[str], coded: CodedBody) -> bool:
    """Whether other groups of a table end with a total of the same name."""
    names = {squeeze(t) for t in texts if _TOTAL.fullmatch(squeeze(t))}
    others = (r for r in coded.body.records if r.index != record.index)
    return any(squeeze(c.text) in names for r in others for c in r.cells.values())


def _section_of(records: Sequence[Record]) -> str | None:
    """The indicator whose heading is the one above all of some rows."""
    sections = {r.section for r in records}
    section = sections.pop() if len(sections) == 1 else None
    return section.indicator if section is not None and not section.subindicator else None


def _is_mean(record: Record, above: Sequence[Record], column: int) -> bool:
    """Whether a number is the mean of those above it in its column, as far as print rounds it."""
    told, *own = (
        None if (cell := r.own(column)) is None else bare_score(cell.text) for r in (record, *above)
    )
    values = [v for v in own if v is not None]
    if told is None or len(values) < len(above):
        return False
    return abs(told * len(values) - sum(values)) <= ROUNDED * len(values)


__all__ = ["SUM", "part_summed", "whole_named"]
