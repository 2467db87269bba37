"""Scores that stand behind a heading, or in a line that says no more below it.

``1. การปฏิบัติหน้าที่ (คะแนนตัวชี้วัด 88.81)`` in a band or a line of text, and ``คะแนนเฉลี่ยของตัวชี้วัด 90.01
คะแนน`` under ``ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่``: the line does not say of what, the heading does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import regex

from extract.model import Paragraph, Place, Table
from normalize.codebook import nearest_items
from normalize.facts.headlines import lines_of, with_labels_below
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.decode import likeness
from normalize.names.said import beside_name, of_else
from normalize.names.sections import PARTS, Heading, only_names, read_heading
from normalize.words.othernumbers import without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import as_score

_YEAR = r"ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25[4-9][0-9])"
# All that may stand between a name and its score.
_WORD = (
    r"(?:ผลการประเมิน|(?:สำนักงาน)?เขต(?=\s*(?:ได้|มี))|ผล|ค่า|คะแนน|เฉลี่ย|รวม|ของ|ใน|ที่ได้รับ|ที่ได้|ได้รับ|ได้|มี|เท่ากับ|คือ|คิดเป็น|ร้อยละ|อยู่ที่"
    r"|(?P<part>ตัวชี้วัด(?:ย่อย)?(?:นี้|\s*ที่\s*(?P<number>(?:10|[1-9])(?:\.[1-9])?)(?![0-9.]))?)"
    r"|(?:ส่วน|หมวด|ด้าน|ตอน|แบบ)นี้|(?:แบบวัด|แบบตรวจ|เครื่องมือ)(?:นี้)?|(?:ประจำ)?"
    rf"{_YEAR}|[\s:=(\[\u2013\u2014.\u2026-])"
)
_SCORE = r"(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})(?![0-9])"
_LEVEL = (
    r"(?:(?:จัด)?อยู่ใน)?(?:ระดับ|เกณฑ์)?\s*[:=]?\s*"
    r"(?:ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ต้องปรับปรุง(?:โดยด่วน)?|ดีเยี่ยม|ดีมาก|ดี|พอใช้|A{1,3}|[B-F])"
)
_RANK = (
    r"(?:เป็น|อยู่)?(?:ใน)?(?:ลำดับ|อันดับ)(?:ที่)?\s*[0-9]{1,2}"
    r"(?:\s*(?:จาก|ใน)\s*[0-9]{1,2}\s*(?:เขต|ตัวชี้วัด)?)?"
)
_END = (
    r"\s*(?:คะแนน|%)?\s*(?:(?:จาก|/|เต็ม)\s*(?:คะแนนเต็ม)?\s*100(?:\.00)?\s*(?:คะแนน)?)?"
    rf"\s*\)?\s*(?:[,(]?\s*(?:{_LEVEL}|{_RANK})\s*\)?)?\s*\]?\s*"
    # What stands below may be announced.
    r"(?:(?:โดย|ซึ่ง)?(?:มี)?(?:รายละเอียด|จำแนก|แยก|แบ่ง)[^0-9]{0,40}ดัง(?:ต่อไป)?นี้\s*:?\s*)?"
)
# Behind an indicator's name brackets may say whose it is: "(แบบวัด IIT)".
_WHOSE = r"\((?:แบบ(?:วัด|ตรวจ)|เครื่องมือ)?\s*[IEO]IT\)"
_BEHIND = compiled(
    rf"(?P<name>.*?)(?P<words>(?:{_WHOSE}|{_WORD})*)(?<![0-9.,/]){_SCORE}{_END}", regex.S
)
_ALONE = compiled(rf"\s*(?:[-\u2013\u2022]\s*)?(?P<words>{_WORD}*)(?<![0-9.,/]){_SCORE}{_END}")
# "ปี 2567 ได้ 89.51 คะแนน จากเดิมปี 2566 ได้ 87.36 คะแนน ..." right below the name.
_GOT = r"\s*(?:ได้(?:รับ)?|มี|เท่ากับ)\s*(?:คะแนน)?\s*"
_TOLD_YEARS = compiled(
    rf"\s*(?:ใน)?{_YEAR}{_GOT}{_SCORE}\s*คะแนน(?:\s*(?:จาก|เดิม|เทียบกับ|ขณะที่|ส่วน|โดย)*\s*"
    rf"{_YEAR.replace('<year>', '<before>')}{_GOT}{_SCORE.replace('<score>', '<was>')}\s*คะแนน)?"
)
# "ได้ 87.22 คะแนน บุคลากรส่วนใหญ่เห็นว่า ...": a sentence that leaves out whose score it is.
_GOT_FIRST = compiled(
    rf"\s*(?:ได้(?:รับ)?|มี)\s*(?:ผล)?(?:คะแนน)?(?:เฉลี่ย|รวม)?\s*{_SCORE}\s*คะแนน(?=\s)"
    r"(?!\s*(?:จาก(?!คะแนนเต็ม\s*100)|ใน(?!ระดับ|เกณฑ์)|สำหรับ|ของ|ต่อ|ข้อ(?:ที่)?\s*\(?[IEO]?\s?[0-9]|ถ่วง))"
)
# Lines of other numbers ("ค่าเป้าหมาย 95.00 คะแนน") may stand between a heading and its score.
_BETWEEN = compiled(r".{0,70}[0-9].{0,12}", regex.S)
_ITEM = compiled(r"(?<![A-Za-z])[IEO]\s?[0-9]{1,2}\s*[)\]]?\s*$")
_BEGINS_ITEM = compiled(r"\s*(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?\(?[IEO]\s?[0-9]{1,2}(?![0-9.])")
_NAMES_ITEM = compiled(r"\sข้อ(?:คำถาม)?(?:ที่)?\s*\(?[IEO]\s?[0-9]{1,2}(?![0-9.])")
_ITEM_NAMED = compiled(
    r"\s*(?:[-\u2013\u2022]\s*)?(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?\(?([IEO])\s?([0-9]{1,2})\)?\s*[.:]?\s+(\D.*)",
    regex.S,
)
_SAME = 0.9
_POINTS = compiled("คะแนน|ร้อยละ|%")
_SET_APART = compiled(r"[(\[:=]\s*[0-9]{2,3}\.[0-9]{2}\s*[)\]]?\s*$")
# No part of an assessment has had more points than so many.
_MOST_POINTS = 50
_DECIMAL = compiled(r"[0-9]\.[0-9]{2}")
_UNIT_BEHIND = compiled(r"[0-9]*\s*(?:คะแนน|%)?")
_NUMBERS = compiled(
    r"^[\s0-9.)\-\u2013]*(?:(?:ผล|ค่า)?คะแนน(?:เฉลี่ย)?(?:ของ)?\s*)?"
    rf"(?:(?:ตัวชี้วัด(?:ย่อย)?|{PARTS})\s*(?:ที่)?\s*[0-9.]{{1,4}}[.):]?\s*)?"
)


def behind_name(text: str, heading: Heading, year: int | None) -> tuple[int | None, Decimal] | None:
    """The score that stands behind an indicator's name with nothing but words for it, and its year.

    What is said of an instrument may be of another year or another district.
    """
    match = _BEHIND.fullmatch(text)
    code = _code(heading)
    value = as_score(match["score"]) if match else None
    if match is None or value is None or code is None or _DECIMAL.search(match["name"]):
        return None
    if heading.indicator is None or heading.conflict or of_else(text):
        return None
    name = match["name"].strip(" :([")
    if not _names(name, code) or match["number"] not in (None, code):
        return None
    return int(match["year"]) if match["year"] else year, value


_FIRST_YEAR = compiled(rf"(?:(?:คะแนน|ผลการประเมิน)\s*)?{_YEAR}")


def _dated_behind(text: str, heading: Heading | str) -> list[tuple[int | None, Decimal]]:
    """The scores of several years behind an indicator's name: ``ปี 2567 ได้ 89.65 ปี 2566 ...``."""
    first = _FIRST_YEAR.search(text)
    code = _code(heading) if isinstance(heading, Heading) else None
    if first is None or code is None or not _names(text[: first.start()].strip(" :(["), code):
        return []
    said = beside_name(without_other_numbers(text[first.start() :]).strip(), None)
    apart = len({year for year, _ in said} - {None}) == len(said)
    return [*said] if len(said) > 1 and apart else []


def _names(name: str, code: str) -> bool:
    """Whether a text is a heading's name and no more."""
    if name.count("(") != name.count(")"):
        return False
    bare = squeeze(_NUMBERS.sub("", name))
    return only_names(bare, code) if bare else "ตัวชี้วัด" in name


def _item(text: str, year: int | None) -> str | None:
    """The code of the item that a line names with its title, and nothing more."""
    match = _ITEM_NAMED.fullmatch(text)
    book = nearest_items(year) if match is not None else {}
    item = book.get(f"{match[1]}{int(match[2])}") if match is not None else None
    if match is None or item is None or len(squeeze(match[3])) > len(squeeze(item.title_th)) + 2:
        return None
    return item.code if likeness(match[3], item.title_th) >= _SAME else None


def _code(heading: Heading) -> str | None:
    return heading.subindicator or heading.indicator or heading.instrument


def without_parts_of_items(
    blocks: Iterable[Paragraph | Table], year: int | None
) -> Iterator[Paragraph | Table]:
    """The blocks without the lines that say right below an item's heading whose part it is.

    ``ข้อ E2 ...``, ``ตัวชี้วัดที่ 6 ...``, ``คะแนนที่ได้ 83.89``: the score is the item's.
    """
    below_item = False
    for block in blocks:
        if isinstance(block, Paragraph) and not block.furniture:
            text = clean(block.text)
            named = _heading(text) if below_item else None
            below_item = (block.bold and _BEGINS_ITEM.match(text) is not None) or (
                _item(text, year) is not None
            )
            if named is not None and named.indicator and not below_item:
                continue
        yield block


def _heading(text: str) -> Heading | None:
    """What a line heads that is short and says more than a score."""
    return read_heading(text) if len(text) < 160 and not _ALONE.fullmatch(text) else None


def headed_in(blocks: Iterable[Paragraph | Table], year: int | None) -> list[Stated]:
    """Scores of headings among the paragraphs, behind their names or in a line below.

    ``blocks``: without the lines that say whose part an item is (:func:`without_parts_of_items`).
    """
    found: list[Stated] = []
    for paragraph, text, heading, right_below in _under(blocks, year):
        code = heading if isinstance(heading, str) else _code(heading)
        if code is None:
            continue
        if right_below is None:
            behind = behind_name(text, heading, year) if isinstance(heading, Heading) else None
            # A bare number behind a name is read where lists are, but where it is set apart
            # ("[84.10]") and is more than the part's weight can be.
            bare = behind and not _POINTS.search(text)
            if behind and bare and not (_SET_APART.search(text) and behind[1] > _MOST_POINTS):
                behind = None
            said = [behind] if behind else _dated_behind(text, heading)
        else:
            said = _alone(text, code, right_below, year)
        source = Source(paragraph.place, paragraph.text)
        found += [Stated(y, level_of(code), code, value, source, "prose") for y, value in said]
    return found


def _alone(
    text: str, code: str, right_below: bool, year: int | None
) -> list[tuple[int | None, Decimal]]:
    """The score of a line that says of which part it is only by standing under its heading.

    Several, where each has its year.
    """
    dated = beside_name(text, None) if right_below else []
    if len({said for said, _ in dated} - {None}) == len(dated) >= 2:
        return list(dated)
    told = _TOLD_YEARS.match(text) if right_below else None
    if told is not None and told["before"] != told["year"]:
        pairs = ((told["year"], told["score"]), (told["before"], told["was"]))
        return [(int(y), v) for y, n in pairs if n and (v := as_score(n)) is not None]
    got = _GOT_FIRST.match(text) if right_below and not code.endswith("IT") else None
    if got is not None and (value := as_score(got["score"])) is not None:
        return [(year, value)]
    match = _ALONE.fullmatch(_first_said(text))
    value = as_score(match["score"]) if match else None
    if match is None or value is None or match["number"] not in (None, code):
        return []
    words = squeeze(match["words"])
    if match["part"] is None and (not right_below or "รวม" in words):
        return []
    if match["part"] is not None and code.endswith("IT"):
        return []
    if not _POINTS.search(words + text[match.end("score") :]):
        return []
    return [(int(match["year"]) if match["year"] else year, value)]


def _first_said(text: str) -> str:
    """A line without the other numbers behind its score, and what is told of them."""
    own = without_other_numbers(text)
    first = _DECIMAL.search(own)
    if own == text or first is None or _DECIMAL.search(own, first.end()):
        return text
    points = _UNIT_BEHIND.match(own, first.end())
    return own[: points.end()] if points is not None else own


def _under(
    blocks: Iterable[Paragraph | Table], year: int | None
) -> Iterator[tuple[Paragraph, str, Heading | str, bool | None]]:
    """Paragraphs with the heading they stand under and whether they stand right below it.

    The heading of an item is its code. For a heading itself the last is ``None``.
    """
    heading: Heading | str | None = None
    place: Place | None = None
    right_below = False
    for block in with_labels_below(blocks):
        if isinstance(block, Table):
            if heading is not None and right_below:
                for line, text in ((n, clean(n.text)) for n in lines_of(block)):
                    if _BEGINS_ITEM.match(text) or _NAMES_ITEM.search(text):
                        # The numbers below are that item's.
                        break
                    yield line, text, heading, True
            right_below = False
            continue
        if block.furniture:
            continue
        text = clean(block.text)
        item = _item(text, year)
        if item is not None:
            heading, place, right_below = item, block.place, True
            continue
        named = _heading(text)
        if named is not None and (block.bold or len(text) < 90):
            # Behind the code of an item its score is to come, not the heading's.
            heading, place, right_below = named, block.place, not _ITEM.search(text)
            yield block, text, named, None
            continue
        # Lines beside each other may be told apart wrongly: what stands higher is not below it.
        right_below = right_below and (place is None or not block.place.is_above(place))
        if heading is not None:
            yield block, text, heading, right_below
        right_below = right_below and _BETWEEN.fullmatch(text) is not None


__all__ = ["behind_name", "headed_in", "without_parts_of_items"]
