"""Marks that a producer paints before the letter they stand on, put behind it.

Apache FOP, where it shapes Thai itself, paints the vowel or tone first, at the right edge of the
letter that it paints next: ``่`` at 238.8 and then ``ส`` from 227.6 to 238.8. In the order of
speech a mark comes behind its letter, and the next letter begins where the mark's own ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.content import Glyph
from extract.fonts.glyphnames import is_narrow
from extract.thai import MARKS, is_thai

# A mark has its origin this far behind the left edge of its letter at least, and no farther than
# the other behind its right edge; it is raised no higher than the last. In em.
_IN, _OUT, _RAISED = 0.2, 0.15, 0.6


def put_behind(glyphs: list[Glyph], counts: Counter[str]) -> None:
    """Change the order of glyphs so that marks follow the letters they are painted on."""
    for first, base in list(_runs(glyphs)):
        marks, letter = glyphs[first:base], glyphs[base]
        if all(_stands_on(mark, letter) for mark in marks):
            glyphs[first : base + 1] = [letter, *marks]
            for order, glyph in enumerate(glyphs[first : base + 1], start=marks[0].order):
                glyph.order = order
            counts["marks-before-letter"] += len(marks)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[tuple[int, int]]:
    """Where marks follow each other, and the letter that comes after them."""
    first = None
    for n, glyph in enumerate(glyphs):
        if glyph.text in MARKS:
            first = n if first is None else first
        elif first is not None:
            if is_thai(glyph.text[:1]):
                yield first, n
            first = None


def _stands_on(mark: Glyph, letter: Glyph) -> bool:
    """Whether a mark is painted on the letter that is painted after it."""
    if mark.angle or letter.angle or not is_narrow(mark):
        return False
    if abs(mark.y - letter.y) > _RAISED * letter.size:
        return False
    end = letter.x + letter.advance + _OUT * letter.size
    return letter.x + _IN * letter.size < mark.x <= end


__all__ = ["put_behind"]
