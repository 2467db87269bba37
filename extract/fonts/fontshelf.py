"""The fonts of one file, each with everything the file says about its glyphs.

pdfminer makes the fonts; this shelf remembers the dictionary each was made from, reads its embedded
program once, and knows its sibling fonts by the outlines they share.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1

from extract.fonts.alternates import Alternates
from extract.fonts.fontcodes import FontCodes
from extract.fonts.fontfacts import FontFacts, read_facts
from extract.fonts.outlines import OutlineBook

Settled = tuple[dict[int, str], dict[tuple[int, bool], tuple[str, str | None]]]
"""What glyphs say: by code, the text of those that are what ToUnicode says they are; by code and
whether it has no advance, a glyph's text and the rule that decided it."""


class FontShelf(PDFResourceManager):
    """pdfminer's resource manager with what is known of each font it makes.

    ``settled``: what the glyphs of each font say by themselves (see
    :mod:`extract.fonts.glyphtext`); ``disbelieved``: fonts whose glyphs are something else on paper
    than the file says, of which only what is settled counts (:mod:`extract.fonts.lessons`).
    """

    def __init__(self) -> None:
        super().__init__()
        self._specs: dict[int, Any] = {}
        self._fonts: dict[int, PDFFont] = {}
        self._facts: dict[int, FontFacts] = {}
        self._codes: dict[PDFFont, FontCodes] = {}
        self.settled: dict[PDFFont, Settled] = {}
        self.disbelieved: set[PDFFont] = set()
        self._book: OutlineBook | None = None
        self._alternates: dict[int, Alternates] = {}
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

    def codes(self, font: PDFFont) -> FontCodes:
        """What is known of the codes of a font so far."""
        known = self._codes.get(font)
        if known is None:
            known = self._codes[font] = FontCodes(font)
        return known

    def facts(self, font: PDFFont) -> FontFacts:
        """What the file says of a font; empty where it embeds none that can be read."""
        known = self._facts.get(id(font))
        if known is None:
            known = read_facts(font, self._specs.get(id(font)) or {})
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

    def alternates(self, font: PDFFont) -> Alternates:
        """The marks of a font that no source names."""
        known = self._alternates.get(id(font))
        if known is None:
            known = self._alternates[id(font)] = Alternates(self.facts(font), self.book())
        return known

    def _visit(self, resources: Any) -> None:
        fonts = resolve1((resolve1(resources) or {}).get("Font"))
        for reference in (fonts or {}).values() if isinstance(fonts, dict) else ():
            objid = reference.objid if isinstance(reference, PDFObjRef) else None
            if objid is not None:
                self.get_font(objid, dict_value(reference))
