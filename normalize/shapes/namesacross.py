"""Cells that run across a table and name what is scored: items, indicators, parts of these."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from normalize.names.sections import by_name
from normalize.names.titles import known_title
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

CODE = compiled(r"^\(?[IEO]\s?[.\-\u2013]?\s?[0-9]{1,2}\)?(?![0-9])", regex.I)
BARE_INDICATOR = compiled(r"\s*(?:ตัวชี้วัด\s*(?:ย่อย)?|ย่อย)\s*(?:ที่)?\s*((?:10|[1-9])(?:\.[1-9])?)\s*")
_INDICATOR = compiled(r"^(?:ตัวชี้วัด(?:ที่)?\s*)?(?:10|[1-9])(?:\.[1-9])?[.)]?\s")
ITEM = compiled(r"\s*(?:ข้อ(?:ที่)?\s*)?\(?[IEO]\s?[0-9]{1,2}(?![0-9])")
# The letters of a code alone, and of the longest name without a code.
CODE_LENGTH, _NAME = 5, 60


def names_scored(text: str) -> bool:
    """Whether a cell names an item by its code or title, an indicator or a part of one."""
    if "\n\n" in text or (len(squeeze(text)) > _NAME and not ITEM.match(text)):
        return False
    if BARE_INDICATOR.fullmatch(text) or (CODE.match(text) and len(squeeze(text)) <= CODE_LENGTH):
        return True
    plain = text.replace("\n", " ")
    if by_name(plain) is not None:
        return True
    if (item := ITEM.match(plain)) and known_title(plain[item.end() :].strip(" .):")):
        return True
    return bool(_INDICATOR.match(plain)) and by_name(_INDICATOR.sub("", plain, count=1)) is not None


def all_coded(texts: Sequence[str]) -> bool:
    """Whether cells begin with codes of items, each with its own, whatever words follow."""
    codes = {squeeze(m.group()) for t in texts if (m := ITEM.match(t)) is not None}
    return 1 < len(texts) == len(codes)


__all__ = ["BARE_INDICATOR", "CODE", "CODE_LENGTH", "ITEM", "all_coded", "names_scored"]
