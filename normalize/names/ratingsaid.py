"""The rating a sentence states: what it is, and what only explains, aims at or leaves a level."""

from __future__ import annotations

from functools import cache

import regex

from normalize.codebook import words
from normalize.words.patterns import compiled
from normalize.words.text import squeeze, without_leaders


@cache
def _rating_pattern() -> regex.Pattern[str]:
    names = sorted(sorted({w.meaning for w in words("ratings")}), key=len, reverse=True)
    return compiled(
        r"(?:ระดับ(?:ของ)?(?:ผล)?(?:การประเมิน|คะแนน|หน่วยงาน)?(?:ของ.{2,40}?)?|อยู่ในเกณฑ์"
        r"|ผลการประเมิน(?:ITA|\(ITA\)|(?:ใน)?ภาพรวม)*(?=คือ|:|=))"
        r"(?:(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.ศ\.)?25[0-9]{2})?"
        r"(?:ที่ได้รับ|ที่ได้)?(?:คือ|เป็น|อยู่ที่|ที่|:|=)?[“\"'(]*"
        rf"({'|'.join(names)})(?!เกณฑ์)[”\"')]*"
    )


# A level that is explained or wished for is nobody's rating.
_EXPLAINED = compiled(
    r"^(?:หมายถึง|หมายความ|คือ|ได้แก่|ต้อง(?!ปรับ)|[:=(]?(?:ช่วง)?คะแนน(?:ตั้งแต่|ระหว่าง)?[0-9])"
)
_BECAME = compiled(r"(?:มา|ขึ้น|ลง|ไป)*(?:เป็น|สู่|อยู่)")
_WISHED = compiled(r"เป้าหมาย|มุ่งสู่|มุ่งหมาย|เพื่อให้|คาดหวัง|คาดว่า|เกณฑ์ระดับ$")


def rating_said(text: str) -> tuple[str, str] | None:
    """The rating a sentence states (``อยู่ในระดับผลการประเมิน ผ่านดี``), and the words before it.

    The words come without white space.
    """
    plain = squeeze(without_leaders(text))
    for match in _rating_pattern().finditer(plain):
        before = plain[max(0, match.start() - 25) : match.start()]
        after = plain[match.end() :]
        # "เลื่อนจากระดับผ่านเป็นระดับผ่านดี" names what it was before.
        was = before.endswith("จาก") and _BECAME.match(after)
        if not (was or _EXPLAINED.search(after) or _WISHED.search(before)):
            return match.group(1), plain[: match.start()]
    return None


@cache
def ratings() -> list[tuple[str, str]]:
    """The words for ratings without white space, the longest first, and the ratings."""
    longest_first = sorted(words("ratings"), key=lambda w: -len(w.phrase))
    return [(squeeze(w.phrase), w.meaning) for w in longest_first]


def rating_alone(text: str) -> str | None:
    """The rating that a text is, with nothing else beside it."""
    plain = squeeze(text)
    return next((rating for phrase, rating in ratings() if plain == phrase), None)


def find_rating(text: str) -> str | None:
    """The rating a sentence states."""
    said = rating_said(text)
    return said[0] if said else None


__all__ = ["find_rating", "rating_alone", "rating_said", "ratings"]
