"""Fixtures damaged by hand the way programs damage Thai text, from the file Chromium made.

A damage changes what the file *says* about its glyphs, never what it paints, so that the truth
stays what it was. Most also take from the embedded fonts what would tell the truth (``bare``), as
Acrobat and most converters do; then only glyph ids, outlines and geometry are left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from extract.thai import PRESENTATION_FORMS
from tests.characters import fonts, streams
from tests.characters.producers import save

AA, AM, UU, THO, NIKHAHIT = "\u0e32", "\u0e33", "\u0e39", "\u0e49", "\u0e4d"
# The ligatures are none of the forms of Windows: fonts of the TLWG collection have them.
_FORMS = {**PRESENTATION_FORMS, "\uf881": "\u0e24\u0e45", "\uf882": "\u0e26\u0e45"}
_LOW_TONES = frozenset(map(chr, range(0xF705, 0xF70F)))

Map = Callable[[fonts.Embedded], dict[int, str] | None]


@dataclass(frozen=True, slots=True)
class Damage:
    """A way to break a file: ToUnicode per font, the content, and what it stands for."""

    what: str
    font: str
    mapping: Map
    bare: bool = False
    content: Callable[[pikepdf.Pdf], None] | None = None


def plain(font: fonts.Embedded) -> dict[int, str]:
    """Every glyph as the character it draws, the way Word writes alternates."""
    return {gid: _FORMS.get(text, text) for gid, text in font.characters.items()}


def nikhahit_space(font: fonts.Embedded) -> dict[int, str]:
    return _changed(plain(font), {NIKHAHIT: " "})


def bold_am(font: fonts.Embedded) -> dict[int, str]:
    return _changed(plain(font), {NIKHAHIT: " ", AA: AM} if font.bold else {NIKHAHIT: " "})


def shared_code(font: fonts.Embedded) -> dict[int, str]:
    return _changed(plain(font), {UU: THO})


def forms(font: fonts.Embedded) -> dict[int, str]:
    return dict(font.characters)


def missing(font: fonts.Embedded) -> None:
    """No ToUnicode at all."""


def no_low_tones(font: fonts.Embedded) -> dict[int, str]:
    known = plain(font)
    return {g: t for g, t in known.items() if font.characters[g] not in _LOW_TONES}


def nikhahit_unknown(font: fonts.Embedded) -> dict[int, str]:
    return _changed(plain(font), {NIKHAHIT: "\ufffd"})


def _changed(known: dict[int, str], changes: dict[str, str]) -> dict[int, str]:
    return {gid: changes.get(text, text) for gid, text in known.items()}


DAMAGES: dict[str, Damage] = {
    "plain": Damage("ToUnicode right, no ActualText", "sarabun", plain),
    "nikhahit-space": Damage("nikhahit is a space (Word 2007-2013)", "sarabun", nikhahit_space),
    "nikhahit-space-bare": Damage(
        "nikhahit is a space; bare font", "norasi", nikhahit_space, bare=True
    ),
    "bold-am": Damage("in bold, every sara aa is sara am (Word)", "sarabun", bold_am),
    "bold-am-bare": Damage(
        "in bold, every sara aa is sara am; bare font", "garuda", bold_am, bare=True
    ),
    "shared-code": Damage("sara uu is mai tho (LibreOffice, Word)", "sarabun", shared_code),
    "shared-code-bare": Damage("sara uu is mai tho; bare font", "laksaman", shared_code, bare=True),
    "forms": Damage("presentation forms U+F70x", "sarabun", forms),
    "forms-bare": Damage("presentation forms U+F70x; bare font", "loma", forms, bare=True),
    "no-tounicode": Damage("no ToUnicode map", "sarabun", missing),
    "low-tones-unmapped-bare": Damage(
        "lowered tone marks unmapped (Acrobat); bare font", "garuda", no_low_tones, bare=True
    ),
    "nikhahit-unknown-bare": Damage(
        "nikhahit is U+FFFD (Illustrator); bare font", "sarabun", nikhahit_unknown, bare=True
    ),
    "roomless-space-bare": Damage(
        "a space under every fourth mark (Word); bare font",
        "sarabun",
        plain,
        bare=True,
        content=streams.spaces_without_room,
    ),
    "second-page-wrong-bare": Damage(
        "one page's map right, the other's wrong (Word); bare font",
        "laksaman",
        plain,
        bare=True,
        content=streams.another_map_on_last_page(
            lambda font: _changed(bold_am(font), {THO: " ", AA: AM})
        ),
    ),
    "said-twice-bare": Damage(
        "marks said twice (InDesign); bare font",
        "norasi",
        plain,
        bare=True,
        content=streams.clusters_on_bases,
    ),
}


def make(damage: Damage, source: Path, target: Path) -> None:
    """Damage a Chromium file: no ActualText, other maps, perhaps bare fonts or other content."""
    with pikepdf.open(source) as pdf:
        streams.without_actual_text(pdf)
        if damage.content is not None:
            damage.content(pdf)
        for font in list(fonts.embedded(pdf)):
            if "/Damaged" in font.dictionary:
                del font.dictionary["/Damaged"]
            else:
                set_map(pdf, font, damage.mapping(font))
            if damage.bare:
                fonts.strip(pdf, font)
        pdf.remove_unreferenced_resources()
        save(pdf, target)


def set_map(pdf: pikepdf.Pdf, font: fonts.Embedded, mapping: dict[int, str] | None) -> None:
    """Give a font another ToUnicode map, or take it away."""
    if mapping is None:
        del font.dictionary["/ToUnicode"]
    else:
        font.dictionary.ToUnicode = fonts.to_unicode(pdf, mapping)
