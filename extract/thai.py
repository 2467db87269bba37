"""Facts about the Thai script that reading glyphs needs: marks, vowels, presentation forms.

Sources: Unicode 15 (Thai block), TIS 620; presentation forms as drawn by the fonts of Windows
(U+F700-F71A), of the TLWG collection (U+F71B-F720) and of Mac OS (U+F884-F89E), where harfbuzz
(hb-ot-shaper-thai.cc) and libthai (thwchar.c) agree.
"""

from __future__ import annotations

import re

SARA_AA = "\u0e32"
SARA_AM = "\u0e33"
NIKHAHIT = "\u0e4d"

#: Characters that stand above or below a consonant and have no width of their own.
MARKS = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a" + "".join(map(chr, range(0xE47, 0xE4F)))
)
TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
BELOW_MARKS = frozenset("\u0e38\u0e39\u0e3a")
#: Consonants with a stroke that reaches as high as a mark does (po pla, fo fa, fo fan, lo chula).
TALL_LETTERS = frozenset("\u0e1b\u0e1d\u0e1f\u0e2c")
#: Consonants with a short tail above the others (cho chang, so so, so sala, so suea, ho nok huk).
TAILED_LETTERS = frozenset("\u0e0a\u0e0b\u0e28\u0e2a\u0e2e")
LEADING_VOWELS = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")

_WINDOWS = (
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
    "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d\u0e31\u0e4d\u0e47\u0e48"
    "\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
)
_TLWG = "\u0e0e\u0e0f\u0e2c\u0e4d\u0e47\u0e4e"
_MAC = {
    0xF884: "\u0e31", 0xF885: "\u0e34", 0xF886: "\u0e35", 0xF887: "\u0e36", 0xF888: "\u0e37",
    0xF889: "\u0e47", 0xF88A: "\u0e48", 0xF88B: "\u0e48", 0xF88C: "\u0e48", 0xF88D: "\u0e49",
    0xF88E: "\u0e49", 0xF88F: "\u0e49", 0xF890: "\u0e4a", 0xF891: "\u0e4a", 0xF892: "\u0e4a",
    0xF893: "\u0e4b", 0xF894: "\u0e4b", 0xF895: "\u0e4b", 0xF896: "\u0e4c", 0xF897: "\u0e4c",
    0xF898: "\u0e4c", 0xF899: "\u0e4d", 0xF89A: "\u0e0d", 0xF89B: "\u0e38", 0xF89C: "\u0e39",
    0xF89D: "\u0e3a", 0xF89E: "\u0e10",
}  # fmt: skip

#: Presentation form -> the character it draws.  F0xx (Wingdings) is deliberately not here.
PRESENTATION_FORMS: dict[str, str] = {
    **{chr(0xF700 + i): c for i, c in enumerate(_WINDOWS)},
    **{chr(0xF71B + i): c for i, c in enumerate(_TLWG)},
    **{chr(k): v for k, v in _MAC.items()},
}
# TLWG and TH Sarabun draw these letter pairs as one glyph, with a private code point of its own.
PRESENTATION_FORMS |= {"\uf880": "\u0e4f", "\uf881": "\u0e24\u0e45", "\uf882": "\u0e26\u0e45"}
_FORM_TABLE = str.maketrans(PRESENTATION_FORMS)
# Looking for one first takes a fraction of translating a text that has none.
_FORM = re.compile(f"[{''.join(PRESENTATION_FORMS)}]")


_MARK_RUN = re.compile(f"[{''.join(sorted(MARKS))}]{{2,}}")
# Vowels above and below stand first, then maitaikhu, nikhahit, tones, thanthakhat and yamakkan.
_RANK = {"\u0e47": 1, "\u0e4d": 2, **dict.fromkeys(TONES, 3), "\u0e4c": 4, "\u0e4e": 4}


def ordered_marks(text: str) -> str:
    """The text with the marks of each base in canonical order (fonts may draw tones first)."""
    return _MARK_RUN.sub(lambda m: "".join(sorted(m.group(), key=lambda c: _RANK.get(c, 0))), text)


def is_thai(character: str) -> bool:
    """Whether a character belongs to the Thai block."""
    return "\u0e00" <= character <= "\u0e7f"


def without_forms(text: str) -> str:
    """The text with every Thai presentation form replaced by the character it draws."""
    return text.translate(_FORM_TABLE) if _FORM.search(text) else text
