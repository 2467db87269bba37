"""Decides what each glyph says, from the most faithful source the file offers.

In order of trust: the ``ActualText`` of the marked content around it; the embedded font program
(see :mod:`extract.fontprogram`); the producer's ToUnicode map, corrected by geometry and by font
where it is known to lie. Every glyph that was not simply ToUnicode's is counted under the rule that
decided, per page, so that a reader can see how much of a page had to be repaired.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from extract.content import Content, Glyph
from extract.fontprogram import FontShelf
from extract.thai import MARKS, NIKHAHIT, SARA_AA, SARA_AM, is_thai, without_forms

# A real space in the fonts of government print is 0.165-0.226 em wide; the one that Word writes
# for a nikhahit has no advance at all.
_ZERO_WIDTH = 0.05
_REPLACEMENT = "\ufffd"


def settle_text(content: Content, shelf: FontShelf) -> Counter[str]:
    """Set ``text`` of every glyph of the page; returns how many glyphs each rule decided."""
    counts: Counter[str] = Counter()
    for glyph in content.glyphs:
        glyph.text = _own_text(glyph, shelf.program(glyph.font), counts)
    _swapped_sara_am(content.glyphs, shelf, counts)
    _zero_width_spaces(content.glyphs, counts)
    _apply_spans(content, counts)
    return counts


def _own_text(glyph: Glyph, program: dict[int, str], counts: Counter[str]) -> str:
    mapped = glyph.mapped
    own = program.get(glyph.cid)
    if mapped is not None and own is not None and own != mapped and is_thai(own):
        # The font's own table outranks ToUnicode for Thai: ToUnicode is where Word errs. A font
        # that knows only Latin for the glyph (old 8-bit Thai fonts) is not believed.
        plain = without_forms(mapped)
        if plain != own and not (len(plain) > 1 and own in plain):
            counts["font-program"] += 1
            return own
    if mapped is None or mapped in ("", "\x00"):
        if own is not None:
            counts["font-program"] += 1
            return own
        counts["unmapped"] += 1
        return _REPLACEMENT
    plain = without_forms(mapped)
    if plain != mapped:
        counts["presentation-form"] += 1
    return plain


def _swapped_sara_am(glyphs: list[Glyph], shelf: FontShelf, counts: Counter[str]) -> None:
    """Word's bold fonts: every sara aa mapped to sara am, nikhahit to a zero-width space.

    Decided per font, and only where the font program is silent: no sara aa at all, some sara am.
    Clean Thai has 10 to 24 sara aa for each sara am.
    """
    fonts: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        fonts[id(glyph.font)].append(glyph)
    for members in fonts.values():
        texts = Counter(g.text for g in members)
        if (
            texts[SARA_AA]
            or texts[SARA_AM] < 2
            or any(g.cid in shelf.program(g.font) for g in members if g.text == SARA_AM)
        ):
            continue
        # Two glyphs of which one is a real sara am would be told apart by width; one glyph for all
        # of them, with zero-width spaces about, is the swap.
        spaces = any(_is_zero_space(g) for g in members)
        if spaces or texts[SARA_AM] >= 8:
            for glyph in members:
                if glyph.text == SARA_AM:
                    glyph.text = SARA_AA
                    counts["sara-am-for-aa"] += 1


def _is_zero_space(glyph: Glyph) -> bool:
    return glyph.text in (" ", "\u00a0") and abs(glyph.advance) < _ZERO_WIDTH * glyph.size


def _zero_width_spaces(glyphs: list[Glyph], counts: Counter[str]) -> None:
    """A space without advance before sara aa is the nikhahit of a sara am."""
    for i, glyph in enumerate(glyphs):
        if not _is_zero_space(glyph):
            continue
        following = next((g.text for g in glyphs[i + 1 : i + 3] if g.text not in MARKS), "")
        if following == SARA_AA:
            glyph.text = NIKHAHIT
            counts["nikhahit-for-space"] += 1
        elif following == SARA_AM:
            glyph.text = ""
            counts["empty-space"] += 1


def _apply_spans(content: Content, counts: Counter[str]) -> None:
    """Give the text of each ActualText span to its first glyph and empty the others.

    A span over several lines is left to its glyphs: its text could not be placed.
    """
    members: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in content.glyphs:
        if glyph.span is not None:
            members[glyph.span].append(glyph)
    for span, glyphs in members.items():
        actual = without_forms(content.spans[span])
        printed = "".join(g.text for g in glyphs)
        if printed == actual:
            continue
        if max(g.y for g in glyphs) - min(g.y for g in glyphs) > 0.6 * glyphs[0].size:
            counts["span-over-lines"] += 1
            continue
        glyphs[0].text = actual
        for glyph in glyphs[1:]:
            glyph.text = ""
        counts["actual-text"] += 1
