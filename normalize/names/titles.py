"""Titles of items: whether words are one of a code book, whole, shortened or parted in two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.process import extract_iter

from normalize.codebook import book_years, items
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze

# So many letters of a title say which it is; one this like it is it, in hundredths.
_ENOUGH, _NEARLY = 16, 92
_LEADER = compiled(r"\s*[.\u2026\u00b7]{4,}\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*(?:คะแนน)?\s*$")


@cache
def item_titles() -> tuple[str, ...]:
    """The titles of all items of all books without white space, no repeats."""
    return tuple({squeeze(i.title_th): None for y in book_years() for i in items(y).values()})


def is_title(text: str) -> bool:
    """Whether a text is the title of an item of some year to the letter."""
    return squeeze(text) in item_titles()


def known_title(text: str) -> bool:
    """Whether a text is (nearly) the whole title of an item of some year."""
    return _known_title(squeeze(text))


@remembered
def _known_title(plain: str) -> bool:
    if len(plain) <= 8:
        return False
    # Authors shorten long titles (``ฯ``): alike as a whole, or for all of its own length.
    if _leaves_out(plain):
        whole = any(fuzz.ratio(*whole_for_cut(plain, t)) >= 80 for t in item_titles())
    else:
        whole = _is_like(plain, item_titles(), 80)
    begun = (t[: len(plain)] for t in item_titles())
    return whole or (len(plain) > 20 and _is_like(plain, begun, 85))


def _is_like(plain: str, titles: Iterable[str], least: float) -> bool:
    found = extract_iter(plain, titles, scorer=fuzz.ratio, score_cutoff=least)
    return next(found, None) is not None


def ends_title(begun: str, rest: str) -> bool:
    """Whether two texts one behind the other are (nearly) the whole title of an item.

    Dots may lead from its end to its score.
    """
    first, whole = squeeze(begun), squeeze(begun + _LEADER.sub("", rest))
    return len(first) > 3 and any(
        fuzz.ratio(whole, t) >= _NEARLY and fuzz.ratio(whole, t) > fuzz.ratio(first, t)
        for t in item_titles()
    )


def begins_title(begun: str, rest: str) -> bool:
    """Whether two texts one behind the other are (nearly) what the title of an item begins with."""
    first, whole = squeeze(begun), squeeze(begun + rest)
    return len(first) > _ENOUGH and any(
        len(whole) < len(t) and fuzz.ratio(whole, t[: len(whole)]) >= _NEARLY for t in item_titles()
    )


_LEFT_OUT = compiled("ฯ(?:ลฯ)?|…|\\.{3,}")


def _leaves_out(text: str) -> bool:
    return "ฯ" in text or "…" in text or "..." in text


def whole_for_cut(text: str, title: str) -> tuple[str, str]:
    """A text that leaves out its middle (``การมอบหมายงาน ฯ พวกพ้อง``) beside a title without its.

    Other texts and titles stay as they are; both come without white space.
    """
    if not _leaves_out(text):
        return text, title
    parts = _LEFT_OUT.split(text)
    if _is_left_of(parts, title):
        return "".join(parts), "".join(parts)
    if len(parts) != 2 or min(map(len, parts)) < 8 or len(title) <= sum(map(len, parts)):
        return text, title
    return "".join(parts), title[: len(parts[0])] + title[-len(parts[1]) :]


def _is_left_of(parts: Sequence[str], title: str) -> bool:
    """Whether parts stand in a title one after the other, the first at its beginning."""
    at = 0
    for part in parts:
        place = title.find(part, at)
        if place < 0 or (place and not at):
            return False
        at = place + len(part)
    return sum(map(len, parts)) >= _ENOUGH
