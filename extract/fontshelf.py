"""The fonts of one file, each with everything the file says about its glyphs.

pdfminer makes the fonts; this shelf remembers the dictionary each was made from, reads its embedded
program once, and knows its sibling fonts by the outlines they share.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fontTools.ttLib import TTFont
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, resolve1, stream_value

from extract.fontprogram import open_font, read_characters, read_codes, read_drawings
from extract.outlines import Drawing, OutlineBook
from extract.thai import without_forms


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

    @property
    def drawings(self) -> dict[int, Drawing]:
        """Outlines by code; read when first asked for, because most fonts are never asked."""
        if self._drawings is None:
            drawn = read_drawings(self.font)
            if self.glyph_ids is not None:
                drawn = {c: drawn[g] for c, g in self.glyph_ids.items() if g in drawn}
            self._drawings = drawn
        return self._drawings


class FontShelf(PDFResourceManager):
    """pdfminer's resource manager with what is known of each font it makes."""

    def __init__(self) -> None:
        super().__init__()
        self._specs: dict[int, Any] = {}
        self._fonts: dict[int, PDFFont] = {}
        self._facts: dict[int, FontFacts] = {}
        self._book: OutlineBook | None = None
        self._pages: Iterable[Any] = ()

    def browse(self, pages: Iterable[Any]) -> None:
        """Name the pages whose fonts may be asked for when one font needs its siblings."""
        self._pages = pages

    def get_font(self, objid: Any, spec: Any) -> PDFFont:
        font = super().get_font(objid, spec)
        # A composite font is made by a nested call with its descendant: the first spec is the one
        # that holds the descriptor and the glyph map.
        self._specs.setdefault(id(font), spec)
        self._fonts.setdefault(id(font), font)
        return font

    def facts(self, font: PDFFont) -> FontFacts:
        """What the file says of a font; empty where it embeds none that can be read."""
        known = self._facts.get(id(font))
        if known is None:
            known = _read_facts(font, self._specs.get(id(font)) or {})
            self._facts[id(font)] = known
        return known

    def book(self) -> OutlineBook:
        """The outlines of all fonts of the file; made when first asked for."""
        if self._book is None:
            self._book = OutlineBook()
            for page in self._pages:
                self._visit(getattr(page, "resources", None))
            for font in list(self._fonts.values()):
                facts = self.facts(font)
                self._book.learn(facts.drawings, facts.program, facts.unicodes)
        return self._book

    def _visit(self, resources: Any) -> None:
        fonts = resolve1((resolve1(resources) or {}).get("Font"))
        for reference in (fonts or {}).values() if isinstance(fonts, dict) else ():
            objid = reference.objid if isinstance(reference, PDFObjRef) else None
            if objid is not None:
                self.get_font(objid, dict_value(reference))


def _read_facts(font: PDFFont, spec: Any) -> FontFacts:
    """Only TrueType programs whose codes lead to glyph ids in a known way are read."""
    facts = FontFacts(unicodes=_unicodes(font))
    mapping = resolve1(spec.get("CIDToGIDMap")) if hasattr(spec, "get") else None
    if font.is_multibyte() and isinstance(mapping, PDFStream):
        return facts
    try:
        data = stream_value(font.descriptor.get("FontFile2")).get_data()
    except (TypeError, KeyError, AttributeError):
        return facts
    facts.font = open_font(data)
    characters = read_characters(facts.font)
    if font.is_multibyte():
        facts.program = characters
        return facts
    facts.glyph_ids = read_codes(facts.font)
    if facts.unicodes:
        facts.program = {c: characters[g] for c, g in facts.glyph_ids.items() if g in characters}
    return facts


def _unicodes(font: PDFFont) -> dict[int, str]:
    table = getattr(getattr(font, "unicode_map", None), "cid2unichr", None)
    if not isinstance(table, dict):
        return {}
    return {cid: without_forms(text) for cid, text in table.items() if isinstance(text, str)}
