"""Sections (ฝ่าย) of a district office in a cell: names in full, short, listed or damaged.

Names are compared by their letters: scans lose vowels and tones above and below the line, and no
two sections differ by those alone.
"""

from __future__ import annotations

from functools import cache

import regex

from extract.thai import MARKS
from normalize.codebook import units
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_NO_MARKS = str.maketrans({**dict.fromkeys(MARKS), "ใ": "ไ", "ำ": "า"})


def _letters(text: str) -> str:
    """Text without spaces and marks; letters that print alike are one."""
    return squeeze(text).translate(_NO_MARKS)


_WORD = _letters("ฝ่าย")
# A name cut short, said to be so: "ฝ่ายรักษาฯ"; "ฯลฯ" is another thing.
_CUT = compiled(rf"{_WORD}((?:(?!{_WORD})[^|,/ฯ]){{3,}})ฯ(?!ล)")
_JOINTS = rf"[|,/:;.()0-9\-\u2013\u2022]|และ|{_WORD}"


@cache
def _unit_names() -> tuple[tuple[str, str], ...]:
    """(letters of a way of writing, official name), longest first."""
    pairs = {_letters(u.name_th): u.name_th for u in units()}
    pairs |= {_letters(alias): u.name_th for u in units() for alias in u.aliases}
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@cache
def _bare_names() -> tuple[dict[str, str], regex.Pattern[str], regex.Pattern[str]]:
    """Names without the word ฝ่าย, a pattern of one, and one of a list of nothing else."""
    bare = {
        written.removeprefix(_WORD): official
        for written, official in _unit_names()
        if written.startswith(_WORD)
    }
    one = "|".join(regex.escape(name) for name in sorted(bare, key=len, reverse=True))
    return bare, compiled(one), compiled(rf"(?:{_JOINTS}|{one})*+")


def find_units(text: str | None) -> tuple[str, ...]:
    """Official names of the sections a cell names, sorted; ``ฝ่ายคลัง`` is ``ฝ่ายการคลัง``.

    A cell of bare names (``การคลัง และโยธา`` under the header ฝ่าย) names them as well, and so do
    bare names after a full one where nothing else stands in the cell.
    """
    rest = _letters(clean(text)) if text else ""
    found: set[str] = set()
    for written, official in _unit_names():
        if written in rest:
            found.add(official)
            rest = rest.replace(written, "|")
    for cut in _CUT.findall(rest):
        meant = {name for name in _official() if _letters(name).startswith(_WORD + cut)}
        if len(meant) == 1:
            found |= meant
            rest = rest.replace(f"{_WORD}{cut}ฯ", "|")
    bare, one, only = _bare_names()
    if only.fullmatch(rest):
        found |= {bare[name] for name in one.findall(rest)}
    return tuple(sorted(found))


# Words that may stand beside the names of sections.
_ALONGSIDE = "|".join(
    _letters(word)
    for word in (
        "หัวหน้า|ผู้รับผิดชอบ|หน่วยงานที่รับผิดชอบ|รับผิดชอบ|โดย|หลัก|รอง|ร่วม|กับ|ดำเนินการ|ในสำนักงานเขต|สำนักงานเขต"
    ).split("|")
)


def only_units(text: str) -> bool:
    """Whether a text names sections and says nothing else (``(โดยฝ่ายปกครอง)`` does)."""
    rest = _letters(clean(text))
    if not rest or not find_units(text):
        return False
    for written, _ in _unit_names():
        rest = rest.replace(written, "|")
    rest = _CUT.sub("|", rest)
    bare, one, _ = _bare_names()
    return (
        bool(bare)
        and regex.fullmatch(rf"(?:{_JOINTS}|[\[\]]|ฯ|{_ALONGSIDE}|{one.pattern})*+", rest)
        is not None
    )


@cache
def _official() -> tuple[str, ...]:
    return tuple(unit.name_th for unit in units())
