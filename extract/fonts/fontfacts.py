"""What a file says of one font: its embedded program, its ToUnicode map, its drawings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fontTools.ttLib import TTFont
from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import PDFStream, resolve1, stream_value

from extract.fonts.fontprogram import (
    open_font,
    read_characters,
    read_cids,
    read_codes,
    read_drawings,
)
from extract.fonts.outlines import Drawing
from extract.thai import TAILED_LETTERS, TALL_LETTERS, without_forms

# How much higher than most a consonant may be drawn without a mark above it.
_USUAL, _TAILED, _TALL = 1.1, 1.25, 1.5


@dataclass(slots=True)
class FontFacts:
    """What a file says of one font, by character code (``cid``).

    ``program``: characters its embedded program names; ``unicodes``: those its ToUnicode map
    names; ``glyph_ids``: codes of a simple font to glyphs, ``None`` where a code is the glyph.
    """

    program: dict[int, str] = field(default_factory=dict)
    unicodes: dict[int, str] = field(default_factory=dict)
    font: TTFont | None = None
    glyph_ids: dict[int, int] | None = None
    _drawings: dict[int, Drawing] | None = None
    _usual: tuple[float, float] | None = None

    @property
    def drawings(self) -> dict[int, Drawing]:
        """Outlines by code; read when first asked for, because most fonts are never asked."""
        if self._drawings is None:
            drawn = read_drawings(self.font)
            if self.glyph_ids is not None:
                drawn = {c: drawn[g] for c, g in self.glyph_ids.items() if g in drawn}
            self._drawings = drawn
        return self._drawings

    def draws_no_mark(self, code: int, letter: str = "") -> bool:
        """Whether a consonant is drawn no higher and no lower than most consonants of the font.

        ``letter``: the consonant, where it is known; some reach higher than others.
        """
        if self._usual is None:
            named = {**self.unicodes, **self.program}
            plain = [
                drawing
                for c, text in named.items()
                if "\u0e01" <= text[:1] <= "\u0e2e"
                and (drawing := self.drawings.get(c)) is not None
            ]
            middle = len(plain) // 2
            lows, highs = sorted(d.low for d in plain), sorted(d.high for d in plain)
            self._usual = (lows[middle], highs[middle]) if len(plain) > 2 else (0.0, 0.0)
        drawing, (low, high) = self.drawings.get(code), self._usual
        if drawing is None or not high:
            return False
        most = _TALL if letter in TALL_LETTERS else _TAILED if letter in TAILED_LETTERS else _USUAL
        return drawing.high <= most * high and drawing.low >= low - 0.1 * high

    def glyph_id(self, code: int) -> int | None:
        """The glyph of a character code, where the font has one."""
        return code if self.glyph_ids is None else self.glyph_ids.get(code)


def read_facts(font: PDFFont, spec: Any) -> FontFacts:
    """Only programs whose codes lead to glyph ids in a known way are read."""
    facts = FontFacts(unicodes=_unicodes(font))
    mapping = resolve1(spec.get("CIDToGIDMap")) if hasattr(spec, "get") else None
    if font.is_multibyte() and isinstance(mapping, PDFStream):
        return facts
    facts.font = open_font(_program(font))
    characters = read_characters(facts.font)
    if font.is_multibyte():
        facts.glyph_ids = read_cids(facts.font)
        facts.program = characters
        if facts.glyph_ids is not None:
            facts.program = {
                c: characters[g] for c, g in facts.glyph_ids.items() if g in characters
            }
        return facts
    facts.glyph_ids = read_codes(facts.font)
    if facts.unicodes:
        facts.program = {c: characters[g] for c, g in facts.glyph_ids.items() if g in characters}
    return facts


def _program(font: PDFFont) -> bytes:
    """The bytes of the font program: TrueType, or OpenType around PostScript outlines.

    A bare CFF program (``Type1C``, ``CIDFontType0C``) has no ``cmap`` and is not read; neither is
    an OpenType one of a simple font, whose codes go through glyph names.
    """
    try:
        descriptor = font.descriptor
        if descriptor.get("FontFile2") is not None:
            return bytes(stream_value(descriptor["FontFile2"]).get_data())
        stream = stream_value(descriptor["FontFile3"])
        kind = getattr(resolve1(stream.get("Subtype")), "name", "")
        return bytes(stream.get_data()) if kind == "OpenType" and font.is_multibyte() else b""
    except (TypeError, KeyError, AttributeError):
        return b""


def _unicodes(font: PDFFont) -> dict[int, str]:
    table = getattr(getattr(font, "unicode_map", None), "cid2unichr", None)
    if not isinstance(table, dict):
        return {}
    return {cid: without_forms(text) for cid, text in table.items() if isinstance(text, str)}
