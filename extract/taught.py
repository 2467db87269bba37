"""Teaches the fonts of a file, by the pictures of its pages, what their glyphs are.

Where a page's text says nothing, its picture is read. What is read there tells each glyph of its
fonts many times over; with the fonts told, the page is read like any other: with the places, rules
and colours of its content stream, which no picture has as exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from extract.content import Content, Glyph
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphnames import REPLACEMENT
from extract.fonts.glyphtext import settle_text
from extract.fonts.lessons import TOLD, Lessons, Told, fits
from extract.painted.lean import read_content
from extract.painted.opening import PDF_ERRORS
from extract.scan.scans import PictureUnreadableError, Scans, installed
from extract.scan.teaching import seen_where
from extract.triage import judged

# So many pages of a file show nearly all of its letters; more would only take time.
_STUDIED = 12
# A glyph that nothing else tells says what is read at its place, if it is read as surely as this.
_SURE = 0.8


@dataclass(slots=True)
class School:
    """What the pages that are read together teach their fonts.

    ``told``: what pictures told, by font and code; ``None`` before any page needed it.
    """

    pages: Sequence[Page]
    shelf: FontShelf
    scans: Scans
    told: Told | None = None

    def teach(self) -> bool:
        """Teach the fonts, once; returns whether anything was told."""
        if self.told is None:
            self.told = self._learned() if installed() else {}
        return bool(self.told)

    def _learned(self) -> Told:
        studied = []
        for page in self.pages:
            pair = self._both(page)
            if pair is not None:
                studied.append(pair)
            if len(studied) == _STUDIED:
                break
        first, lessons = Lessons(), Lessons()
        for content, seen in studied:
            first.vote(seen_where(content, seen, self.shelf))
        for content, seen in studied:
            lessons.vote(seen_where(content, seen, self.shelf, first.likely))
        return lessons.tell(self.shelf)

    def _both(self, page: Page) -> tuple[Content, Content] | None:
        """What a page whose text cannot be believed paints, and what its picture shows."""
        try:
            content = read_content(page.page_obj, self.shelf)
            settle_text(content, self.shelf)
            page.close()
            if not judged(content).dubious:
                return None
            scan = self.scans.read(page.page_number, finely=True)
        except (*PDF_ERRORS, PictureUnreadableError):
            return None
        return None if scan.angle else (content, scan.content)

    def fill(self, content: Content, number: int) -> Counter[str]:
        """Give the glyphs of a page that nothing tells what its picture shows where they stand."""
        counts: Counter[str] = Counter()
        if all(glyph.text != REPLACEMENT for glyph in content.glyphs):
            return counts
        try:
            scan = self.scans.read(number, finely=True)
        except PictureUnreadableError:
            return counts
        if scan.angle or not self.told:
            return counts
        for glyph, text, sure in seen_where(content, scan.content, self.shelf, self._likely):
            drawing = self.shelf.facts(glyph.font).drawings.get(glyph.cid)
            if glyph.text == REPLACEMENT and text and sure >= _SURE and fits(text, drawing):
                glyph.text, glyph.sure = text, sure
                counts[TOLD] += 1
        return counts

    def _likely(self, glyph: Glyph) -> str:
        lesson = (self.told or {}).get((glyph.font, glyph.cid))
        return lesson.text if lesson else ""
