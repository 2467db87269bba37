"""Numbers that the words right before them call something else than a score, whoever read them.

Every reader of scores knows such words where it looks for them; here all scores that were read are
held against what is printed once more: a target, a weight, the mean of 50 offices, a difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from normalize.facts.scores import Stated
from normalize.names.meta import named_districts
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import clean

_NUMBER = compiled(r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{1,2})?(?![0-9.,]*[0-9])")
_NEAR = 40


def without_others(stated: Iterable[Stated], own: str | None) -> list[Stated]:
    """The scores but those whose number is called something else wherever it is printed.

    ``own``: code of the report's agency; a number right behind another district's name is that
    district's.
    """
    return [one for one in stated if not _is_other(one, own)]


def _is_other(one: Stated, own: str | None) -> bool:
    text = clean(one.source.raw)
    places = (m for m in _NUMBER.finditer(text) if Decimal(m.group()) == one.value)
    befores = [text[: m.start()] for m in places]
    return bool(befores) and all(
        says_other_number(before)
        or _of_another(before[-_NEAR:], own)
        or _of_later(before[-_NEAR:], one.year)
        for before in befores
    )


_YEAR_BEFORE = compiled(
    r"ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(25[4-9][0-9])\s*"
    r"(?:คะแนน|เท่ากับ|ได้|จะ|เป็น|อยู่ที่|คือ|[:=(]|\s)*$"
)


def _of_later(before: str, year: int | None) -> bool:
    """Whether the year right before a number is later than that of the score: it is hoped for."""
    match = _YEAR_BEFORE.search(before)
    return match is not None and year is not None and int(match[1]) > year


_BEHIND = compiled(r"(?:สำนักงาน)?เขต[\u0e01-\u0e4e]+\s*(?:ได้(?:รับ)?|มี|คะแนน|[:=(]|\s)*$")


def _of_another(before: str, own: str | None) -> bool:
    """Whether another district's name stands right before a number."""
    match = _BEHIND.search(before)
    named = named_districts(match.group()) if match is not None else frozenset()
    return own is not None and bool(named) and own not in named


__all__ = ["without_others"]
