"""What an embedded font itself says about its glyphs.

ToUnicode maps are written by the program that made the PDF and are often wrong for Thai: Word maps
nikhahit to a space and, in bold fonts, sara aa to sara am. The embedded font still has the truth:
its own ``cmap``, its glyph names (``uni0E4D``) and its substitutions (GSUB), which lead from a
shaped alternate back to the character it was made from. Read with fontTools; a font that cannot be
parsed says nothing, and ToUnicode stands.
"""

from __future__ import annotations

import io
import struct
from typing import Any

from fontTools import agl
from fontTools.ttLib import TTFont, TTLibError
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1, stream_value

from extract.thai import without_forms

# What damaged or hostile font files make fontTools raise; it has no common base exception.
_FONT_ERRORS = (
    TTLibError,
    struct.error,
    AssertionError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    UnicodeError,
    ValueError,
)
_MAX_FONT_BYTES = 30_000_000


class FontShelf(PDFResourceManager):
    """pdfminer's resource manager, remembering the dictionary each font was made from."""

    def __init__(self) -> None:
        super().__init__()
        self._specs: dict[int, Any] = {}
        self._programs: dict[int, dict[int, str]] = {}

    def get_font(self, objid: Any, spec: Any) -> PDFFont:
        font = super().get_font(objid, spec)
        # A composite font is made by a nested call with its descendant: the first spec is the one
        # that holds the descriptor and the glyph map.
        self._specs.setdefault(id(font), spec)
        return font

    def program(self, font: PDFFont) -> dict[int, str]:
        """Glyph id -> character, as the embedded font says; empty when it says nothing."""
        known = self._programs.get(id(font))
        if known is None:
            known = _read_program(font, self._specs.get(id(font)) or {})
            self._programs[id(font)] = known
        return known


def _read_program(font: PDFFont, spec: Any) -> dict[int, str]:
    """Only composite TrueType fonts with an identity glyph map: there, a code *is* a glyph id."""
    if not font.is_multibyte():
        return {}
    mapping = resolve1(spec.get("CIDToGIDMap")) if hasattr(spec, "get") else None
    if isinstance(mapping, PDFStream):
        return {}
    try:
        stream = stream_value(font.descriptor.get("FontFile2"))
        data = stream.get_data()
    except (TypeError, KeyError, AttributeError):
        return {}
    if not data or len(data) > _MAX_FONT_BYTES:
        return {}
    try:
        return characters_of(TTFont(io.BytesIO(data), lazy=True, fontNumber=0))
    except _FONT_ERRORS:
        return {}


def characters_of(font: TTFont) -> dict[int, str]:
    """Glyph id -> character for every glyph the font can name.

    Order of trust: the Unicode ``cmap``; real glyph names (``post`` format 2); the input of a
    substitution (the parts of a ligature such as sara ii with mai ek) for a glyph that has neither.
    """
    by_name: dict[str, str] = {}
    if "cmap" in font:
        for table in font["cmap"].tables:
            if table.isUnicode():
                for code, name in sorted(table.cmap.items()):
                    by_name.setdefault(name, without_forms(chr(code)))
    if "post" in font and font["post"].formatType == 2:
        for name in font.getGlyphOrder():
            text = agl.toUnicode(name.split(".")[0])
            if len(text) == 1:
                by_name.setdefault(name, without_forms(text))
    for sources, target in _substitutions(font):
        if all(source in by_name for source in sources):
            by_name.setdefault(target, "".join(by_name[source] for source in sources))
    return {font.getGlyphID(name): text for name, text in by_name.items()}


def _substitutions(font: TTFont) -> list[tuple[tuple[str, ...], str]]:
    """Glyph names (from, to) of every one-to-one, alternate and ligature substitution."""
    if "GSUB" not in font or font["GSUB"].table.LookupList is None:
        return []
    pairs: list[tuple[tuple[str, ...], str]] = []
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for sub in lookup.SubTable:
            inner = sub.ExtSubTable if lookup.LookupType == 7 else sub
            if hasattr(inner, "alternates"):
                pairs += [((s,), t) for s, targets in inner.alternates.items() for t in targets]
            elif hasattr(inner, "ligatures"):
                for first, ligatures in inner.ligatures.items():
                    pairs += [((first, *x.Component), x.LigGlyph) for x in ligatures]
            elif hasattr(inner, "mapping"):
                pairs += [((s,), t) for s, t in inner.mapping.items() if isinstance(t, str)]
    return pairs
