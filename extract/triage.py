"""Whether a page's own text can be used, or its picture must be read instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.content import Content, Glyph

#: A page with fewer visible characters than this and a picture on it is a scan.
SCAN_CHARACTERS = 20
# A picture over this share of the page is the page; a stamp or a signature's text on it is short.
_COVERED, _STAMP = 0.6, 250
# Text of which more than this share has no character, or cannot be Thai, says nothing reliable.
_LOST, _ENOUGH = 0.01, 40
_MOJIBAKE = 0.25
_LOST_TEXT = re.compile(r"\(cid:\d+\)|[\ufffd\x00-\x08]")
_LATIN_1 = re.compile("[\xa1-\xff]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page offers: ``text``, ``scan`` (a picture), or ``broken`` (text that says nothing).

    ``characters``: how many visible characters of text it has.
    """

    kind: str
    characters: int


def judged(content: Content) -> Verdict:
    """Look at a page whose glyphs have their text."""
    shown = [g for g in content.glyphs if g.text and not g.text.isspace()]
    covered = sum(_area(content, i) for i in range(len(content.images)))
    page = max(content.width * content.height, 1.0)
    if covered >= _COVERED * page:
        seen = sum(not g.hidden for g in shown)
        if seen < _STAMP:
            return Verdict("scan", seen)
    if len(shown) < SCAN_CHARACTERS and (content.images or _drawn_letters(content)):
        return Verdict("scan", len(shown))
    return Verdict("broken" if _says_nothing(shown) else "text", len(shown))


def _area(content: Content, number: int) -> float:
    box = content.images[number]
    width = min(box.x1, content.width) - max(box.x0, 0.0)
    height = min(box.bottom, content.height) - max(box.top, 0.0)
    return max(width, 0.0) * max(height, 0.0)


def _drawn_letters(content: Content) -> bool:
    """Whether the page has so many small filled areas that they may be letters drawn as shapes."""
    return sum(1 for s in content.shades if s.box.height < 30 and s.box.width < 30) > 50


def _says_nothing(shown: Sequence[Glyph]) -> bool:
    if len(shown) < _ENOUGH:
        return False
    text = "".join([g.text for g in shown])
    lost = len(_LOST_TEXT.findall(text))
    if lost > _LOST * len(shown):
        return True
    latin_1 = len(_LATIN_1.findall(text))
    return latin_1 > 0 and latin_1 > _MOJIBAKE * max(len(_LETTER.findall(text)), 1)
