"""What a line of text is among labelled ones: a heading, the items it names, or a statement."""

from __future__ import annotations

from collections.abc import Set

import regex

from extract.text.lineends import LIST_MARK
from normalize.names.itemheads import ITEM_HEAD, heads_item, names_items
from normalize.names.namedcodes import name_and_codes
from normalize.names.phrases import phrase_of
from normalize.names.sections import read_heading
from normalize.names.titles import known_title
from normalize.shapes.barelabels import DESCRIBES
from normalize.shapes.duties import without_reference
from normalize.shapes.labelpieces import Piece
from normalize.shapes.labels import LABELLED
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score, find_scores

# A longer line is no heading.
_SHORT = 90
#: A numbered statement.
STATEMENT = compiled(r"\s*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+\D")
# What the name of an instrument stands behind where it heads a section.
_NAMED_FIRST = compiled(
    r"\s*(?:[\u0e01-\u0e2e]|[0-9]{1,2})?(?:\.[0-9]{1,2})*[.)]?\s*(?:(?:ส่วน|ตอน|หมวด|ตาราง|บท)(?:ที่)?\s*\S{1,3}\s*[:.]?\s*)?"
    r"(?:ผล|สรุป|คะแนน|มาตรการ|ด้าน|เครื่องมือ|การประเมิน|แบบ(?:วัด|ตรวจ|สำรวจ)?|การรับรู้|การเปิดเผย|ผู้มีส่วนได้|บุคลากร|ประชาชน|[(\[]?[IEO]IT)"
)


def is_heading(piece: Piece) -> bool:
    """Whether a piece heads the section of an indicator or instrument: bold, or a short line.

    A sentence may speak of an instrument: a line that is not bold begins with its name.
    """
    text = clean(piece.text)
    heading = read_heading(text) if len(text) < 160 else None
    if heading is None or piece.paragraph.bold:
        return heading is not None
    return len(text) < 90 and (heading.indicator is not None or bool(_NAMED_FIRST.match(text)))


_NUMBER = compiled(r"^[^\S\n]*(\(?)([0-9]{1,2})([.)])\s*(?=[^\s0-9])", regex.M)


def is_next(piece: Piece, said: str) -> bool:
    """Whether a piece is the next statement of the list that ends what is ``said`` above it."""
    own = _NUMBER.match(clean(piece.text))
    above = [(m[1], m[3], int(m[2])) for m in _NUMBER.finditer(clean(said))]
    return own is not None and (own[1], own[3], int(own[2]) - 1) in above[-1:]


def items_behind(piece: Piece, after: Piece | None) -> str:
    """The items in brackets behind a heading (``ประเด็นที่ 1 การให้บริการล่าช้า (I1, I2)``)."""
    stated = is_statement(piece, after) or ITEM_HEAD.match(clean(piece.text))
    return "" if stated else without_reference(clean(piece.text))[1] or ""


def items_beside(piece: Piece, after: Piece | None) -> str:
    """The items beside the name of their indicator, but above a score or the heading of one."""
    told = name_and_codes(clean(piece.text))
    if told is None or after is None or after.role == "score":
        return ""
    return "" if names_items(after.text) or heads_item(after.text) else told[1]


def is_statement(piece: Piece, after: Piece | None, listed: bool = False) -> bool:
    """Whether a piece is a numbered statement and the next one begins to describe it.

    ``listed``: it stands right below the items it is for, where a bullet will do.
    """
    if after is None:
        return False
    if after.paragraph is piece.paragraph and after.role in ("responsible", "deadline"):
        return LABELLED.match(after.text) is not None
    marked = STATEMENT.match(clean(piece.text)) or (listed and LIST_MARK.match(piece.text))
    return after.role in DESCRIBES and bool(marked)


def begins_labelled(piece: Piece) -> bool:
    """Whether a line begins with a label, be it one that nobody knows."""
    match = LABELLED.match(piece.text)
    return piece.label is not None or (match is not None and ":" in piece.text[: match.end(1) + 2])


# The number of a measure, and that of the weakness it mends.
_COUNTED = compiled(
    r"\s*(?:มาตรการ|แนวทาง|กิจกรรม)(?:แก้ไข|ปรับปรุง)?\s*(?:ข้อ)?(?:ที่)?\s*[0-9]{1,2}\s*"
    r"(?:\([^()IEO]{0,40}\)\s*)?:?\s*"
)


def counts_measure(piece: Piece, after: Piece | None) -> bool:
    """Whether a line only counts the measure below it: ``มาตรการข้อ 1 (แก้ไขจุดอ่อนข้อ 1)``."""
    counted = _COUNTED.fullmatch(clean(piece.text)) is not None
    return counted and after is not None and after.label is None


def names_part(piece: Piece) -> bool:
    """Whether a line names an indicator, and is not printed as a heading."""
    if piece.paragraph.bold or len(piece.text) >= _SHORT:
        return False
    heading = read_heading(clean(piece.text))
    return heading is not None and heading.indicator is not None


_DATED = compiled(
    r"\s*([^\s0-9]{4,30}?)\s*(?:ประจำ|ใน)?ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25[0-9]{2}\s*:?\s*"
)


def dated_label(piece: Piece) -> tuple[str, str] | None:
    """A label that a year follows (``มาตรการปี 2568``), as below an item; else it is a heading."""
    match = _DATED.fullmatch(clean(piece.text))
    named = match is not None and phrase_of(match[1]) in ("measure", "weakness", "result")
    return (match[1], "") if match and named else None


def heads_section(piece: Piece, after: Piece | None, again: Set[str]) -> bool:
    """Whether a line that might be a label heads a section: an item's heading follows at once.

    ``again``: short lines of the document that stand in it several times, as labels do.
    """
    if piece.label is None or piece.label[1] or after is None or not after.paragraph.bold:
        return False
    return squeeze(piece.text) not in again and heads_item(after.text)


# "คะแนนปี 2566 I1 ได้ 83.75 คะแนน I2 ได้ 84.12 คะแนน"
_SCORES = compiled(
    r"\s*(?:ผล)?คะแนน(?:ที่ได้(?:รับ)?|ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25[0-9]{2}|[\s:])*"
    r"(?:(?:ข้อ\s*)?[IEO]\s?[0-9]{1,2}\s*(?:ได้|[:=(])?\s*[0-9]{1,3}\.[0-9]{2}\s*(?:คะแนน)?[)\s,]*(?:และ\s*)?)+"
)


def says_scores(piece: Piece) -> bool:
    """Whether a line tells the scores of items and nothing else."""
    return _SCORES.fullmatch(clean(piece.text)) is not None


# "ข้อ I4 และ I6 : ...", a colon or a dash between items and what is said of them.
_OF_ITEMS = compiled(
    r"\s*(?:[\-\u2013\u2022]\s*)?(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?"
    r"(?P<items>[IEO]\s?[0-9]{1,2}(?:(?:[\s,]|และ|ข้อ)+[IEO]\s?[0-9]{1,2})*)\s*[:\uff1a\u2013\u2014-]\s*(?P<said>\S.*)",
    regex.S,
)


def said_of_items(text: str) -> tuple[str, str] | None:
    """The items at the head of a line and what it says of them, where that is not their title."""
    match = _OF_ITEMS.fullmatch(clean(text))
    if match is None or bare_score(match["said"]) is not None:
        return None
    told = match["said"]
    for score in reversed(find_scores(told)):
        told = told[: score.start] + told[score.end :]
    return None if known_title(told) else (match["items"], match["said"].strip())


__all__ = [
    "STATEMENT",
    "begins_labelled",
    "counts_measure",
    "dated_label",
    "is_heading",
    "is_next",
    "is_statement",
    "items_behind",
    "items_beside",
    "names_part",
    "said_of_items",
    "says_scores",
]
