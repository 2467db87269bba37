"""Whether a page's own text can be used, or its picture must be read instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from extract.content import Content

#: A page with fewer visible characters than this and a picture on it is a scan.
SCAN_CHARACTERS = 20
# A picture over this share of the page is the page; a stamp or a signature's text on it is short.
_COVERED, _STAMP = 0.6, 250
# Text of which more than this share has no character, or cannot be Thai, says nothing reliable.
_LOST, _UNTOLD, _ENOUGH = 0.01, 0.25, 40
_MOJIBAKE = 0.25
_LOST_TEXT = re.compile(r"\(cid:\d+\)|[\ufffd\x00-\x08\x0b\x0e-\x1f\x7f]")
_LATIN_1 = re.compile("[\xa1-\xff]")
# Letters that nothing tells in a word, marks and following vowels without a letter before, two
# marks of a kind, vowels one after another that no word has (Thai orthography; the cells of the
# WTT 2.0 table that reject a sequence).
_OVER = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_IMPOSSIBLE = re.compile(
    rf"[^\s\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e][{_OVER}\u0e30\u0e32\u0e33]"
    rf"|[\u0e30\u0e32\u0e33][{_OVER}]|\u0e30[\u0e30\u0e32]|\u0e32\u0e32"
    rf"|[\u0e31\u0e34-\u0e39]{{2}}|[\u0e48-\u0e4b]{{2}}|[\u0e40-\u0e44][{_OVER}\u0e30]"
    "|(?<=[\u0e01-\u0e4e])\ufffd"
)
_OTHER_SCRIPT = regex.compile(
    r"[^\P{L}\p{Thai}\p{Latin}\p{Greek}\p{Lao}]|[^\P{M}\p{Thai}\p{Lao}\p{Inherited}]"
    r"|[\u2701-\u2712\u2719-\u27bf]{3}"
)
_STRANGE, _STRANGE_SHARE = 3, 0.001
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page offers.

    ``kind``: ``text``, ``scan`` (a picture), ``broken`` (text that says nothing), or ``doubtful``
    (text that cannot be Thai here and there);
    ``characters``: how many visible characters of text it has.
    """

    kind: str
    characters: int

    @property
    def dubious(self) -> bool:
        """Whether the page has text that cannot be believed as the file tells it."""
        return self.kind in ("broken", "doubtful")


def judged(content: Content, told: bool = False) -> Verdict:
    """Look at a page whose glyphs have their text.

    Args:
        content: what the page paints.
        told: its picture told what it could; what it did not, reading the picture alone will not.
    """
    shown = [g for g in content.glyphs if g.text and not g.text.isspace()]
    covered = sum(_area(content, i) for i in range(len(content.images)))
    page = max(content.width * content.height, 1.0)
    if covered >= _COVERED * page:
        seen = sum(not g.hidden for g in shown)
        if seen < _STAMP:
            return Verdict("scan", seen)
    if len(shown) < SCAN_CHARACTERS and (content.images or _drawn_letters(content)):
        return Verdict("scan", len(shown))
    text = "".join([g.text for g in content.glyphs])
    if _says_nothing(text, len(shown), _UNTOLD if told else _LOST):
        return Verdict("broken", len(shown))
    return Verdict("doubtful" if _cannot_be(text) else "text", len(shown))


def _area(content: Content, number: int) -> float:
    box = content.images[number]
    width = min(box.x1, content.width) - max(box.x0, 0.0)
    height = min(box.bottom, content.height) - max(box.top, 0.0)
    return max(width, 0.0) * max(height, 0.0)


def _drawn_letters(content: Content) -> bool:
    """Whether the page has so many small filled areas that they may be letters drawn as shapes."""
    return sum(1 for s in content.shades if s.box.height < 30 and s.box.width < 30) > 50


def _says_nothing(text: str, shown: int, most: float) -> bool:
    if shown < _ENOUGH:
        return False
    lost = len(_LOST_TEXT.findall(text))
    if lost > most * shown:
        return True
    latin_1 = len(_LATIN_1.findall(text))
    return latin_1 > 0 and latin_1 > _MOJIBAKE * max(len(_LETTER.findall(text)), 1)


def _cannot_be(text: str) -> bool:
    """Whether some letters stand where Thai has none, or are of no script a report is written in.

    Of 2,700 pages of reports whose text is right none has so many; of those that went through
    Ghostscript or cairo and came out damaged two in three have.
    """
    strange = len(_IMPOSSIBLE.findall(text)) + len(_OTHER_SCRIPT.findall(text))
    return strange >= _STRANGE and strange > _STRANGE_SHARE * len(text)
