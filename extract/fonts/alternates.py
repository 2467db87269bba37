"""Marks that a font draws without naming them: made of named parts, or alike a named mark.

Asked only for glyphs without advance that no other source names, so the pictures are drawn for few
fonts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontprogram import read_components
from extract.fonts.likeness import Picture, looks_like, picture_of
from extract.fonts.outlines import OutlineBook, between_neighbours, misplaced
from extract.thai import BELOW_MARKS, MARKS, ordered_marks

# How far on either side of a mark others may be named by their looks to tell it by its place.
_NEAR = 3


@dataclass(slots=True)
class Alternates:
    """The unnamed marks of one font, each looked at once."""

    facts: FontFacts
    book: OutlineBook
    _named: dict[int, str | None] = field(default_factory=dict)
    _looks: dict[int, str | None] = field(default_factory=dict)
    _pictures: list[tuple[str, Picture]] | None = None

    def name(self, code: int) -> str | None:
        """The mark or marks a glyph draws, where its parts or its looks leave no doubt."""
        gid = self.facts.glyph_id(code)
        if gid is None or self.facts.font is None:
            return None
        if code not in self._named:
            self._named[code] = self._look(gid) or self._between(code)
        return self._named[code]

    def _look(self, gid: int) -> str | None:
        if gid not in self._looks:
            self._looks[gid] = self._look_at(gid)
        return self._looks[gid]

    def _look_at(self, gid: int) -> str | None:
        font = self.facts.font
        if font is None:
            return None
        parts = read_components(font, gid)
        if len(parts) < 2:
            return looks_like(picture_of(font, gid), self._marks())
        known = self._by_glyph()
        texts = [
            known.get(part) or looks_like(picture_of(font, part), self._marks()) for part in parts
        ]
        if any(text is None or not MARKS.issuperset(text) for text in texts):
            return None
        return ordered_marks("".join(filter(None, texts)))

    def _between(self, code: int) -> str | None:
        """The mark between two that were told by their looks, where the order leaves no other."""
        row = dict(self.facts.unicodes)
        for near in range(code - _NEAR, code + _NEAR + 1):
            gid = self.facts.glyph_id(near)
            if near != code and near not in row and gid is not None:
                mark = self._look(gid)
                if mark is not None:
                    row[near] = mark
        drawing = self.facts.drawings.get(code)
        between = between_neighbours(code, row)
        if between not in MARKS or drawing is None:
            return None
        return None if misplaced(between, drawing.low, drawing.high) else between

    def _by_glyph(self) -> dict[int, str]:
        """Glyph id -> the single mark that the font program or, unopposed, its map gives it."""
        facts = self.facts
        found: dict[int, str] = {}
        for code, text in {**facts.unicodes, **facts.program}.items():
            gid = facts.glyph_id(code)
            if gid is None or text not in MARKS:
                continue
            drawing = facts.drawings.get(code)
            if code not in facts.program and drawing is not None:
                said = self.book.named_by_program(drawing) or self.book.named_by_maps(drawing)
                if said != text or misplaced(text, drawing.low, drawing.high):
                    continue
            found[gid] = text
        return found

    def _marks(self) -> list[tuple[str, Picture]]:
        if self._pictures is None:
            font = self.facts.font
            drawn = [
                (text, picture_of(font, gid))
                for gid, text in self._by_glyph().items()
                if font is not None
            ]
            self._pictures = [
                (text, picture)
                for text, picture in drawn
                if picture is not None and picture.below == (text in BELOW_MARKS)
            ]
        return self._pictures
