"""Thai strings as they should be: marks in canonical order, no presentation forms, Arabic digits.

The rules here work on any string, wherever it came from. They never delete a mark: they reorder,
compose, drop white space that cannot be there and put back the ring that a space was left of. Raw
text is kept beside every repaired one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

import regex

from extract.thai import ordered_marks, without_forms
from normalize.words.patterns import compiled
from normalize.words.saraam import without_gaps

_DIGITS = tuple(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True))
# Looking for one first takes a fraction of translating a text that has none.
_THAI_DIGIT = re.compile("[๐-๙]")
# Zero-width and soft characters, and Apple's transcoding hints: they print nothing.
_INVISIBLE = compiled("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\uf873-\uf875]")
_SPACES = compiled(r"[^\S\n]+")
# Where one digit of a number cannot be read, nothing of it can be believed; nor can a row of codes
# with something between two of them that nobody knows: it may say "to" or "and".
_UNSURE_NUMBER = compiled(r"[0-9\u0e50-\u0e59.,]*\ufffd[0-9\u0e50-\u0e59.,\ufffd]*")
_UNSURE_CODES = compiled(
    r"[IEO]\s?[0-9\u0e50-\u0e59]{1,2}\s*\ufffd\s*[IEO]\s?[0-9\u0e50-\u0e59]{1,2}"
)
_DIGIT = compiled(r"[0-9\u0e50-\u0e59]")
# Bullets out of the symbol fonts of word processors, as what they show.
_BULLET = re.compile("^([ \t]*)([\uf076\uf0a7\uf0b7\uf0d8\uf0fc])(?=[ \t])", re.MULTILINE)
_SHOWN = str.maketrans("\uf076\uf0a7\uf0b7\uf0d8\uf0fc", "\u2756\u25aa\u2022\u27a2\u2713")
#: Longer text is that of a whole section.
LONG = 500
_REMEMBERED = 4_096
#: No cell and no paragraph of a report is longer.
LONGEST = 5_000
_REMEMBERED_LONG = 128
T = TypeVar("T")

_CONSONANT = "[\u0e01-\u0e2e]"
_TONE = "[\u0e48-\u0e4b]"
_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_LEADING = "[\u0e40-\u0e44]"
# Vowels and marks of the Lao block stand in its order; after a Thai letter they are meant as Thai.
_LAO = compiled("(?<=[\u0e01-\u0e3a\u0e40-\u0e4e])[\u0eb0-\u0eb9\u0ec8-\u0ecd]+")

_RULES: tuple[tuple[regex.Pattern[str], str], ...] = (
    # Rings of other scripts in the place of a nikhahit.
    (
        compiled(f"(?<={_CONSONANT}{_TONE}?)[\u00b0\u02da\u030a](?={_TONE}?\u0e32)"),
        "\u0e4d",
    ),
    # Neither a mark nor sara am begins a word: the space before came from the mark's zero advance.
    (compiled(rf"(?<={_CONSONANT}(?: *{_MARK})*) +(?={_MARK}|\u0e33)"), ""),
    # A vowel that is written before its consonant cannot end a word.
    (compiled(rf"(?<={_LEADING}) +(?={_CONSONANT})|(?<=\u0e40) +(?=\u0e40)"), ""),
    # Two sara e are a sara ae typed twice.
    (compiled("\u0e40\u0e40"), "\u0e41"),
    # A nikhahit drawn after the sara aa it belongs to, and the space that it left behind.
    (compiled(rf"\u0e32\u0e4d({_TONE}?)(?: +(?={_CONSONANT}|{_LEADING}))?"), "\\1\u0e33"),
    # Nikhahit and sara aa are the two halves of sara am, a tone between them or before them.
    (compiled(f"\u0e4d({_TONE}?)\u0e32"), "\\1\u0e33"),
    (compiled(f"\u0e33({_TONE})"), "\\1\u0e33"),
    (compiled("\u0e33\u0e32"), "\u0e33"),
    # The same mark twice prints as one.
    (compiled(f"({_MARK})\\1+"), r"\1"),
)
# Every text that a rule changes has one of these; most texts have none.
_CAUSES = (
    re.compile("[\u00b0\u02da\u030a\u0e4d]"),
    # Spaces that cannot be there.
    re.compile(f" (?:[ \u0e31-\u0e3a\u0e47-\u0e4e]|(?<={_LEADING} ))"),
    # Marks twice or in another order than vowel, tone, thanthakhat.
    re.compile(f"{_MARK}(?:[\u0e31\u0e34-\u0e3a\u0e47\u0e4d]|(?<=[\u0e48-\u0e4e]){_MARK})"),
    re.compile("\u0e40\u0e40"),
    re.compile("\u0e33[\u0e32\u0e48-\u0e4b]"),
)
# So do the other steps: they replace signs that are neither ASCII nor a Thai letter, mark or digit,
# and put marks in order.
_SIGNS = (re.compile("[^\n -~\u0e01-\u0e4c\u0e50-\u0e59]"), *_CAUSES)


def repair(text: str) -> str:
    """The text in NFC with Thai marks in canonical order; words and digits stay as they are."""
    if any(sign.search(text) for sign in _SIGNS):
        text = _mended(text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _mended(text: str) -> str:
    """The text after all steps of the repair.

    What one rule mends another may have waited for, so they are applied until nothing changes:
    text that is repaired once stays as it is.
    """
    text = without_forms(text)
    if "\ufffd" in text:
        for unsure in (_UNSURE_CODES, _UNSURE_NUMBER):
            text = unsure.sub(lambda m: _DIGIT.sub("\ufffd", m.group()), text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _BULLET.sub(lambda bullet: bullet.group().translate(_SHOWN), text)
    before = None
    while text != before:
        before = text
        text = _once(text)
    return text


def _once(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    text = _LAO.sub(lambda m: "".join(chr(ord(c) - 0x80) for c in m.group()), text)
    # Tone before vowel is the order a typist hits them in; the standard order is vowel, then tone.
    text = ordered_marks(text)
    if any(cause.search(text) for cause in _CAUSES):
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
    return without_gaps(text)


def arabic(text: str) -> str:
    """The text with Thai digits as Arabic digits."""
    if _THAI_DIGIT.search(text):
        # A few replacements take a fraction of looking every character up.
        for thai, digit in _DIGITS:
            text = text.replace(thai, digit)
    return text


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """Keep what a function makes of a text, which is asked for many times over.

    Of long texts few are kept, and the longest not at all: a report has few of them, and a hostile
    one could fill the memory with them.
    """
    short = lru_cache(maxsize=_REMEMBERED)(function)
    long = lru_cache(maxsize=_REMEMBERED_LONG)(function)

    @wraps(function)
    def answer(text: str) -> T:
        if len(text) <= LONG:
            return short(text)
        return long(text) if len(text) <= LONGEST else function(text)

    return answer


@remembered
def clean(text: str) -> str:
    """Repaired text with Arabic digits: what text columns of the database hold."""
    return arabic(repair(text))


def squeeze(text: str) -> str:
    """Text without white space, for comparing."""
    return "".join(text.split())


_LEADERS = compiled(r"(?:[.…·_]\s?){4,}")


def without_leaders(text: str) -> str:
    """Text with a colon where a leader of dots joins a name and what is said of it."""
    return _LEADERS.sub(": ", text)


def none_if_empty(text: str | None) -> str | None:
    """``None`` for what prints nothing (or a lone dash, the printed sign for nothing)."""
    if text is None or not text.strip(" \n-\u2013\u2014."):
        return None
    return text
