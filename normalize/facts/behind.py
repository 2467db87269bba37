"""Scores behind the name of an indicator in the same cell or band: ``... (ปี 2565 = 86.47)``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from normalize.facts.headed import behind_name
from normalize.names.said import beside_name, of_last_year, said_scores
from normalize.names.sections import Heading
from normalize.words.othernumbers import OTHER_NUMBER, says_other_number, without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.values import FoundScore, as_score

# A year that is not that of a date.
_YEAR = compiled(r"(?<!(?:ยน|คม|พันธ์|[คยพ]\.)\s?)25[4-9][0-9]")
#: The name of the next indicator below an item, where nothing parts the rows.
NEXT = compiled(r"(?<![(\[])(?:ตัวชี้วัด|ด้าน|องค์ประกอบ)\s*ที่\s*[0-9]{1,2}\s*[.:]?\s*[\u0e01-\u0e4e]")
# "(86.47)", "(ปี 2565 = 86.47)" behind an indicator's name.
_BRACKETED = compiled(
    r"[(\[]\s*(?:ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(25[4-9][0-9])\s*(?:=|:|ได้)?\s*)?"
    r"(?:คะแนน)?\s*((?:100|[0-9]{1,2})\.[0-9]{2})\s*%?\s*[)\]]\s*$"
)


_ELSE = compiled(rf"{OTHER_NUMBER}|(?:ต่ำ|สูง)สุด|เฉลี่ย(?:ของ)?(?:ทุก|50)")
_IN_BRACKETS = compiled(r"[(\[]([^()\[\]]*)[)\]]\s*$")
# "(100)" below a name in a column that is headed "ตัวชี้วัด (คะแนนปี 2566)".
_FULL = compiled(r"[(\[]\s*100\s*(?:คะแนน|%)?\s*[)\]]\s*$")
# "คะแนนเฉลี่ย 90.25" in the line above a name ends what stands above, and is not of the name.
_SUM_ABOVE = compiled(
    r"^\s*(?:ผล|ค่า)?(?:คะแนน)?(?:รวม|เฉลี่ย)(?:ทั้งสิ้น|ทั้งหมด)?\s*[:=]?\s*[0-9]{1,3}\.[0-9]{1,2}\s*(?:คะแนน|%)?\s*\n"
)

# "ใช้อำนาจ) ได้ 83.15 คะแนน": the name ends a bracket that was opened before, in another's heading.
_ASIDE = compiled(r"[^(\[]*[\u0e01-\u0e4e]{3}\s*[)\]]")

# "I7 (85.29)" in a line below the name of its indicator is the item's; "I1 - I3 (92.10)" is not.
_OF_ITEM = compiled(
    r"(?<=\S)\s*\n\s*(?:[-\u2013\u2022*]\s*)?(?:ข้อ(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}(?![0-9]) *"
    r"(?:[=:(\[]|[0-9]{1,3}\.|(?!ถึง|จนถึง|และ|กับ|คะแนน)[\u0e01-\u0e4e])"
)


def _without_sum_above(text: str) -> str:
    return _SUM_ABOVE.sub("", text)


def scores_behind(
    text: str, heading: Heading, year: int | None, header: str = ""
) -> list[tuple[int | None, Decimal]]:
    """The scores that stand behind a heading's name, with their years.

    ``header``: the name of the column it stands in; where that speaks of scores, 100 may be one.
    """
    if _ASIDE.match(text):
        return []
    text = without_other_numbers(_without_sum_above(text))
    text = _OF_ITEM.split(text, maxsplit=1)[0]
    # Where nothing parts two rows, the next indicator's name and score stand below the first's.
    following = NEXT.search(text, 1)
    text = text[: following.start()] if following is not None and NEXT.match(text) else text
    said = behind_name(text, heading, year)
    if said is not None:
        return [said]
    bracketed = _BRACKETED.search(text)
    value = as_score(bracketed[2]) if bracketed else None
    if bracketed and value is not None:
        return [(int(bracketed[1]) if bracketed[1] else year, value)]
    ending = _IN_BRACKETS.search(text)
    if _FULL.search(text) and "คะแนน" in header and not says_other_number(header.rstrip(" )")):
        return [(year, Decimal(100))]
    dated = beside_name(ending[1], year) if ending else []
    own = [f for f in said_scores(text) if not of_else(text, f)]
    return dated or told_apart(own, text, year)


def of_else(text: str, score: FoundScore) -> bool:
    """Whether a number behind a name is last year's, a target's or a mean of many."""
    digit = regex.search("[0-9]", text[score.start : score.end])
    before = text[: score.start + (digit.start() if digit else 0)]
    return of_last_year(before) or bool(_ELSE.search(before[-40:]))


def told_apart(
    scores: Sequence[FoundScore], text: str, year: int | None
) -> list[tuple[int | None, Decimal]]:
    """The scores of a text with their years; one score without a year is this year's.

    Several scores that no year tells apart are none: which is meant is not said.
    """
    found: list[tuple[int | None, Decimal]] = []
    start = 0
    for score in scores:
        said = _YEAR.findall(text[start : score.end])
        found.append((int(said[-1]) if said else year, score.value))
        start = score.end
    different = {value for _, value in found}
    years = {when for when, _ in found}
    if len(years) == len(found):
        return found
    return found[:1] if len(different) == 1 else []


__all__ = ["NEXT", "of_else", "scores_behind", "told_apart"]
