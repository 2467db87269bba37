"""Puts spaces back where a page has none: between words that were only moved apart.

TeX never paints a space, and Ghostscript drops them where it makes fonts of its own. A page with
spaces is left as it is: there, a gap without one is none (see :mod:`extract.text.lines`).
"""

from __future__ import annotations

from dataclasses import replace

from extract.content import Content, Glyph
from extract.fonts.glyphnames import is_narrow

# A page with fewer letters than this says nothing about how its words are parted.
_ENOUGH = 60
# A gap this wide, in sizes of the type, parts two words (Thai fonts have spaces of 0.165 to 0.25,
# and kern by less than a tenth); one this wide parts columns.
_WORDS, _COLUMNS = 0.12, 1.0
# Letters of one line differ by no more than this in their baselines.
_LINE = 0.1


def with_word_gaps(content: Content) -> None:
    """Add a space glyph to each gap between words of a page that paints none at all."""
    glyphs = content.glyphs
    if len(glyphs) < _ENOUGH or any(glyph.text.isspace() for glyph in glyphs):
        return
    spaced: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not is_narrow(glyph):
            if last is not None and _parted(last, glyph):
                at = last.x + last.advance
                spaced.append(
                    replace(last, text=" ", mapped=" ", x=at, advance=glyph.x - at, span=None)
                )
            last = glyph
        spaced.append(glyph)
    for order, glyph in enumerate(spaced):
        glyph.order = order
    content.glyphs = spaced


def _parted(last: Glyph, glyph: Glyph) -> bool:
    size = min(last.size, glyph.size)
    if last.angle or glyph.angle or abs(glyph.y - last.y) > _LINE * size:
        return False
    return _WORDS * size < glyph.x - last.x - last.advance < _COLUMNS * size
