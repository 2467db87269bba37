"""The words of headers and labels: which role they name, by phrases first and by cues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.process import extract_iter

from normalize.codebook import book_years, indicators, items, words
from normalize.names.cues import cue_behind, cue_of
from normalize.words.patterns import compiled
from normalize.words.text import clean, remembered, squeeze

_LISTED = compiled(r"\s*[-\u2013\u2022]|\s*[0-9]{1,2}[.)]")
_BRACKETED = compiled(r"\(([^()]{3,40})\)")
_NUMBER = compiled(r"^[\s0-9.()\-]+")
# Shorter phrases than this (ที่, ข้อ, หน้า) must be the whole header.
_SHORT = 5
_ALIKE = 85.0
# ... and shorter ones than this must stand in it to the letter.
_LONG = 7
# Letters before the cue of a label.
_NEAR = 4


@cache
def _vocabulary() -> tuple[tuple[str, str], ...]:
    return tuple((squeeze(w.phrase).lower(), w.meaning) for w in words("headers"))


@cache
def _titles() -> frozenset[str]:
    """What the code books call their indicators and items: what is asked is no column's name.

    Sub-indicators are called what plans call their columns too (``การดำเนินการเพื่อป้องกันการทุจริต``).
    """
    main = (i.title_th for y in book_years() for i in indicators(y).values() if i.parent is None)
    asked = (i.title_th for y in book_years() for i in items(y).values())
    titles = {squeeze(title).lower() for title in (*main, *asked)}
    return frozenset(titles - _meanings().keys())


@cache
def _by_length() -> dict[int, list[str]]:
    """The phrases that are long enough to be known when they are damaged."""
    found: dict[int, list[str]] = {}
    for phrase, _ in _vocabulary():
        if len(phrase) >= _LONG:
            found.setdefault(len(phrase), []).append(phrase)
    return found


@cache
def _phrases_of(role: str) -> list[str]:
    return [phrase for phrase, meaning in _vocabulary() if meaning == role]


@cache
def _meanings() -> dict[str, str]:
    return dict(_vocabulary())


@remembered
def role_of(header: str) -> str | None:
    """The role a header's words name, or ``None``.

    The phrase that stands first wins, then the longest; damaged spellings count by likeness, not
    phrases without their first word.
    """
    return _role_of(_plain(header))


def _plain(text: str) -> str:
    return _NUMBER.sub("", squeeze(clean(text)).lower())


@remembered
def _role_of(text: str) -> str | None:
    if text in _titles():
        return None
    exact: list[tuple[int, int, str]] = []
    for phrase, meaning in _vocabulary():
        if phrase in text and (len(phrase) >= _SHORT or text == phrase):
            exact.append((text.find(phrase), -len(phrase), meaning))
    if exact:
        return min(exact)[2]
    near = [
        (score, _meanings()[phrase])
        for length, phrases in _by_length().items()
        for phrase, score, _ in extract_iter(
            text[:length], phrases, scorer=fuzz.ratio, score_cutoff=_ALIKE
        )
        if not phrase.endswith(text)
    ]
    return max(near)[1] if near else None


@remembered
def phrase_of(text: str) -> str | None:
    """The role of a text that is a header phrase and nothing more, or ``None``.

    Two phrases of one role may stand for it together: ``มาตรการ/แนวทาง``.
    """
    plain = squeeze(clean(text)).lower()
    role = _meanings().get(plain)
    if role is None and "/" in plain:
        roles = {_meanings().get(part) for part in plain.split("/")}
        return roles.pop() if len(roles) == 1 else None
    return role


def names_role(header: str, role: str) -> bool:
    """Whether a header names a role anywhere among its words."""
    return role in _roles_named(header)


@remembered
def _roles_named(header: str) -> frozenset[str]:
    plain = squeeze(clean(header)).lower()
    return frozenset(m for p, m in _vocabulary() if len(p) >= _SHORT and p in plain)


@remembered
def leading_role(text: str) -> str | None:
    """The role of a text that begins with a header phrase (and is no statement of a list)."""
    said = clean(text)
    if _LISTED.match(said):
        return None
    plain = squeeze(said).lower()
    role = role_of(text)
    if role is None:
        return None
    # A foreign header may carry the Thai word in brackets: "Owner (ผู้รับผิดชอบ)".
    bracketed = _BRACKETED.search(said)
    if bracketed and role_of(bracketed.group(1)) == role:
        return role
    places = [at for phrase in _phrases_of(role) if (at := plain.find(phrase)) >= 0]
    return role if min(places, default=0) == 0 else None


@remembered
def label_role(text: str) -> str | None:
    """The role of a text that may be a label: a phrase or a cue stands at its beginning."""
    if _plain(text) in _titles():
        return None
    cue = cue_of(text, 0 if role_of(text) is not None else _NEAR)
    return leading_role(text) or cue or cue_behind(text, role_of(text))


@remembered
def header_role(text: str) -> str | None:
    """The role of a text known to be a header or a label: what stands first says it."""
    if _plain(text) in _titles():
        return None
    role = role_of(text)
    return cue_behind(text, role) or label_role(text) or role or cue_of(text)


def labels_answered(texts: Sequence[str]) -> bool:
    """Whether texts beside each other are labels and their answers, in turn.

    ``จุดอ่อน | ขั้นตอนยังล่าช้า | มาตรการ | จัดอบรม``: an answer may begin like a label, but is none.
    """
    paired = len(texts) > 1 and len(texts) % 2 == 0
    return paired and all(map(header_role, texts[::2])) and not any(map(phrase_of, texts[1::2]))
