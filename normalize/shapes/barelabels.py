"""Labels that no colon follows, and what they say: ``ผู้รับผิดชอบ ฝ่ายโยธา``."""

from __future__ import annotations

import regex

from extract.text.lineends import LIST_MARK
from normalize.names.codes import entries_of
from normalize.names.phrases import phrase_of
from normalize.names.said import beside_name
from normalize.names.titles import known_title
from normalize.shapes.duties import DEADLINE, REVIEW, UNIT
from normalize.words.dates import only_time
from normalize.words.intervals import says_review
from normalize.words.patterns import compiled
from normalize.words.text import clean, remembered
from normalize.words.values import find_scores, find_units

#: What is said of a measure above or below it.
DESCRIBES = frozenset("responsible deadline monitoring output result awareness code".split())


# A label without a colon stands alone, or before its answer.
_BEFORE = compiled(
    r"\s*(?:[\-\u2013\u2022]\s*|[0-9]{1,2}\.[0-9]{1,2}[.)]?\s+)?([^\s:：]{5,30}(?:\s/\s[^\s:：]{4,30})?)"
    r"(?:\s+(?:[\-\u2013\u2014=]\s+|[.\u2026_]{2,}\s*|ดังนี้\s*$)?(.*)|\s*)$",
    regex.S,
)
_ONLY_CODES = compiled(r"[IEO]\s?[0-9]{1,2}(?:[\s,\-\u2013]|และ|ถึง|[IEO]\s?[0-9]{1,2})*", regex.I)
_REVIEW = compiled(r"\s*[\-\u2013\u2022]\s*(?:การ)?(?:กำกับ)?ติดตาม(?:ผล)?\s*[\s\-\u2013]")
_COUNTED = compiled(
    r"\s*([^\s:：0-9]{4,30})\s?ที่\s*[0-9]{1,2}(?:\.[0-9]{1,2})?\s*[.)]?(?:\s+(\S.*)|\s*)$", regex.S
)
# A line that says until when and nothing else needs no label.
_UNTIL = compiled(
    r"\s*[\-\u2013\u2022]?\s*(?:(?:โดย|กำหนด|ให้|จะ|ดำเนินการ)\s*)*(?:แล้ว)?เสร็จ(?:สิ้น)?\s*"
    r"(?:ภายใน|ก่อน|ไม่เกิน)?\s*(.{4,40})"
)
# Who does it, behind the verb alone.
_BY = compiled(r"\s*รับผิดชอบ(?:โดย)?\s+((?:ทุก)?ฝ่าย(?!ละ).*)")
# Words that go on with a sentence: no answer begins with them.
_GOES_ON = compiled(
    "มากกว่า|น้อยกว่า|โดย(?:แต่ละ|ทุก|มี|ให้มี)|และ|หรือ|ของ(?!ขวัญ)|ซึ่ง|ดังกล่าว|ต่าง\\s*ๆ|แล้ว(?!เสร็จ)|นั้น"
)
_ANNOUNCED = compiled(r"(?:มี|ได้แก่|เป็น|ประกอบด้วย|รายละเอียด|\s)*(?:ดัง(?:ต่อไป)?นี้|ต่อไปนี้)\s*")
_ANNOUNCED_BEHIND = compiled(rf"{_ANNOUNCED.pattern}$")
#: What labels of measures tell.
TELLS = DESCRIBES | {"measure", "weakness"}
# Words that lead from a title to its score.
_SCORE_WORDS = compiled(
    r"[\s\u2013\u2014:(-]*(?:ได้|คะแนน|ปี(?:งบประมาณ)?|พ\.ศ\.|25[4-9][0-9]|[0-9]{1,3}\.[0-9]{2}|[\s:=()\u2013\u2014-])*$"
)


@remembered
def without_colon(text: str) -> tuple[str, str] | None:
    """A label that no colon follows, and its answer: ``ผู้รับผิดชอบ ฝ่ายโยธา``, ``มาตรการที่ 1 ...``.

    A line that says how often a measure is reviewed, or until when it is done, needs no label.
    """
    plain = clean(text)
    # Most lines have none of these words, and looking for a word is the cheapest look.
    until = _UNTIL.fullmatch(plain) if "เสร็จ" in plain else None
    if until is not None and only_time(until[1]):
        return DEADLINE, until[1].strip()
    by = _BY.fullmatch(plain) if "รับผิดชอบ" in plain else None
    if by is not None and find_units(by[1]):
        return UNIT, by[1].strip()
    counted = _COUNTED.match(plain) if "ที่" in plain else None
    if counted is not None and phrase_of(counted[1]) == "measure":
        return counted[1], (counted[2] or "").strip()
    end = _ANNOUNCED_BEHIND.search(plain) if "นี้" in plain else None
    if end is not None and phrase_of(plain[: end.start()]) in TELLS:
        # "แนวทางแก้ไขมีดังนี้" announces what stands below.
        return plain[: end.start()].strip(), ""
    match = _BEFORE.match(plain)
    role = phrase_of(match[1]) if match is not None else None
    answer = (match[2] or "").strip() if match is not None else ""
    scored = role == "score" and beside_name(answer, None)
    named = role in ("item", "code") and (_ONLY_CODES.fullmatch(answer) or _item_told(answer))
    if match is not None and _GOES_ON.match(answer):
        return None
    if match is None or not (role in TELLS or scored or named):
        labelled = _REVIEW.match(plain) or not LIST_MARK.match(plain)
        return (REVIEW, plain.strip()) if labelled and says_review(plain) else None
    return match[1], "" if _ANNOUNCED.fullmatch(answer) else answer


def _item_told(text: str) -> bool:
    """Whether a text is an item with its title, its score perhaps behind them, and no more."""
    entries = entries_of(text)
    if len(entries) != 1 or entries[0].last or entries[0].token[:1].isdigit():
        return False
    question = entries[0].question
    for score in reversed(find_scores(question)):
        question = question[: score.start] + question[score.end :]
    return known_title(_SCORE_WORDS.sub("", question))


__all__ = ["DESCRIBES", "TELLS", "without_colon"]
