"""Thai strings as they should be: marks in canonical order, no presentation forms, Arabic digits.

The rules here work on any string, wherever it came from. They never delete a mark: they reorder,
compose and drop white space that cannot be there. Raw text is kept beside every repaired one.
"""

from __future__ import annotations

import unicodedata

import regex

from extract.thai import without_forms

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Zero-width and soft characters, and Apple's transcoding hints: they print nothing.
_INVISIBLE = regex.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\uf873-\uf875]")
_SPACES = regex.compile(r"[^\S\n]+")
_CONSONANT = "[\u0e01-\u0e2e]"
_TONE = "[\u0e48-\u0e4b]"
_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"

_RULES: tuple[tuple[regex.Pattern[str], str], ...] = (
    # A mark cannot begin a word: the space before it came from its zero advance.
    (regex.compile(rf"(?<={_CONSONANT}{_MARK}?) +(?={_MARK})"), ""),
    # Two sara e are a sara ae typed twice.
    (regex.compile("\u0e40\u0e40"), "\u0e41"),
    # Tone before vowel: the order a typist hits them in; the standard order is vowel, then tone.
    (regex.compile(f"({_TONE}|\u0e4c)([\u0e31\u0e34-\u0e39\u0e47\u0e4d])"), r"\2\1"),
    # Nikhahit and sara aa are the two halves of sara am, a tone between them or before them.
    (regex.compile(f"\u0e4d({_TONE}?)\u0e32"), "\\1\u0e33"),
    (regex.compile(f"\u0e33({_TONE})"), "\\1\u0e33"),
    (regex.compile("\u0e33\u0e32"), "\u0e33"),
    # The same mark twice prints as one.
    (regex.compile(f"({_MARK})\\1+"), r"\1"),
)


def repair(text: str) -> str:
    """The text in NFC with Thai marks in canonical order; words and digits stay as they are."""
    text = without_forms(unicodedata.normalize("NFC", text))
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def arabic(text: str) -> str:
    """The text with Thai digits as Arabic digits."""
    return text.translate(_DIGITS)


def clean(text: str) -> str:
    """Repaired text with Arabic digits: what text columns of the database hold."""
    return arabic(repair(text))


def squeeze(text: str) -> str:
    """Text without white space, for comparing."""
    return regex.sub(r"\s+", "", text)


def none_if_empty(text: str | None) -> str | None:
    """``None`` for what prints nothing (or a lone dash, the printed sign for nothing)."""
    if text is None or not text.strip(" \n-\u2013\u2014."):
        return None
    return text
