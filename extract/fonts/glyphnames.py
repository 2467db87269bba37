"""What a glyph says by itself: its font's program, its outline and the producer's map of it.

ToUnicode is where producers err; each rule here says when another witness is believed instead.
"""

from __future__ import annotations

from extract.content import Glyph
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontshelf import FontShelf
from extract.fonts.outlines import below_by_order, between_neighbours, misplaced
from extract.thai import BELOW_MARKS, MARKS, NIKHAHIT, SARA_AM, is_thai, without_forms

# A glyph narrower than this, in em, has no advance of its own. A real space in the fonts of
# government print is 0.165-0.226 em wide; the one that Word writes for a nikhahit has none at all.
ZERO_WIDTH = 0.05
REPLACEMENT = "\ufffd"
_RINGS = (NIKHAHIT, "\u0e34", "\u0e35", "\u0e37")
#: The rule under which marks are counted that are drawn on the other side of the line.
MISPLACED = "misplaced"
BLANK = (" ", "\u00a0")


def own_text(glyph: Glyph, facts: FontFacts, shelf: FontShelf) -> tuple[str, str | None]:
    """What a glyph says by itself, and the rule that decided where ToUnicode did not."""
    mapped = None if glyph.mapped in (None, "", "\x00", REPLACEMENT) else glyph.mapped
    own = facts.program.get(glyph.cid)
    if own is not None and (mapped is None or _outranks(own, mapped)):
        return own, "font-program"
    if own is None and _doubtful(glyph, mapped, facts):
        sibling = _from_siblings(glyph, mapped, facts, shelf)
        if sibling is not None and sibling != mapped:
            return sibling, "sibling-outline"
        low = _swapped_mark(glyph, facts) or _hangs_low(glyph, mapped, facts)
        if low is not None:
            return low, "glyph-order"
    if mapped is None:
        return _unnamed_mark(glyph, facts, shelf) or (REPLACEMENT, None)
    if own is None and _elsewhere(glyph, mapped, facts):
        return mapped, MISPLACED
    plain = without_forms(mapped)
    return plain, "presentation-form" if plain != mapped else None


def _unnamed_mark(glyph: Glyph, facts: FontFacts, shelf: FontShelf) -> tuple[str, str] | None:
    """What the order of the font and the looks of a glyph without advance say, if not at odds."""
    if not is_narrow(glyph):
        return None
    look = shelf.alternates(glyph.font).name(glyph.cid)
    order = between_neighbours(glyph.cid, facts.unicodes)
    drawing = facts.drawings.get(glyph.cid)
    if order not in MARKS or (drawing and misplaced(order, drawing.low, drawing.high)):
        order = None
    if drawing is not None and drawing.ring:
        # No other mark is a ring in any of 64 Thai fonts.
        look, order = (mark if mark in _RINGS else None for mark in (look, order))
    if look is not None and order in (None, look):
        return look, "mark-by-look"
    if order is not None and look is None:
        return order, "glyph-order"
    return None


def _outranks(own: str, mapped: str) -> bool:
    """Whether the font's own character is believed against ToUnicode's.

    For Thai it is: ToUnicode is where producers err. A font that knows only Latin for the glyph
    (old 8-bit Thai fonts) is not believed, and a ToUnicode text that spells the glyph out is kept.
    """
    plain = without_forms(mapped)
    spelled = len(plain) > 1 and own in plain and all(map(is_thai, plain))
    return is_thai(own) and plain != own and not spelled


def _doubtful(glyph: Glyph, mapped: str | None, facts: FontFacts) -> bool:
    """Whether ToUnicode's word for a glyph needs a second witness."""
    drawing = facts.drawings.get(glyph.cid)
    if mapped is None:
        return True
    if mapped in BLANK:
        return drawing is not None and drawing.key is not None
    if mapped == SARA_AM:
        return True
    # A mark above the line whose outline lies below it is another mark's first use.
    return _elsewhere(glyph, mapped, facts)


def _elsewhere(glyph: Glyph, mapped: str, facts: FontFacts) -> bool:
    """Whether a glyph stands on the other side of the line than the mark it is said to be."""
    drawing = facts.drawings.get(glyph.cid)
    return mapped in MARKS and drawing is not None and misplaced(mapped, drawing.low, drawing.high)


def _swapped_mark(glyph: Glyph, facts: FontFacts) -> str | None:
    """What a mark is that stands on the other side of the line, as does the glyph beside it.

    LibreOffice names the glyphs of a first use in the order of its letters; where the font draws
    the tone before the low vowel, each has the other's name.
    """
    for cid in (glyph.cid - 1, glyph.cid + 1):
        names = facts.unicodes.get(glyph.cid, ""), facts.unicodes.get(cid, "")
        drawings = facts.drawings.get(glyph.cid), facts.drawings.get(cid)
        sides = [
            name in MARKS and d is not None and misplaced(name, d.low, d.high)
            for name, d in zip(names, drawings, strict=True)
        ]
        if all(sides) and (names[0] in BELOW_MARKS) != (names[1] in BELOW_MARKS):
            return names[1]
    return None


def _hangs_low(glyph: Glyph, mapped: str | None, facts: FontFacts) -> str | None:
    drawing = facts.drawings.get(glyph.cid)
    if mapped is None or drawing is None or drawing.high > 0.05 or mapped in BELOW_MARKS:
        return None
    return below_by_order(glyph.cid, facts.unicodes)


def _from_siblings(
    glyph: Glyph, mapped: str | None, facts: FontFacts, shelf: FontShelf
) -> str | None:
    drawing = facts.drawings.get(glyph.cid)
    if drawing is None:
        return None
    book = shelf.book()
    return book.named_by_program(drawing) or book.named_by_maps(drawing)


def is_narrow(glyph: Glyph) -> bool:
    """Whether a glyph has no advance, as marks have none."""
    return abs(glyph.advance) < ZERO_WIDTH * glyph.size
