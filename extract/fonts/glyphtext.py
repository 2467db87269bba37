"""Decides what each glyph says, from the most faithful source the file offers.

In order of trust: the ``ActualText`` of the marked content around it; the embedded font program
(:mod:`extract.fonts.fontprogram`); the same outline in a sibling font
(:mod:`extract.fonts.outlines`); the producer's ToUnicode map, corrected by geometry and by font
where it is known to lie. Every glyph that was not simply ToUnicode's is counted under the rule that
decided, per page, so that a reader can see how much of a page had to be repaired.
"""

from __future__ import annotations

from collections import Counter

from pdfminer.pdffont import PDFFont

from extract.content import Content, Glyph
from extract.fonts.actualtext import apply_spans
from extract.fonts.fontshelf import FontShelf, Settled
from extract.fonts.glyphnames import BLANK, MISPLACED, REPLACEMENT, ZERO_WIDTH, is_narrow, own_text
from extract.fonts.marksfirst import put_behind
from extract.thai import MARKS, NIKHAHIT, SARA_AA, SARA_AM, is_thai

_WORDLESS = frozenset((*BLANK, REPLACEMENT))


def settle_text(content: Content, shelf: FontShelf) -> Counter[str]:
    """Set ``text`` of every glyph of the page; returns how many glyphs each rule decided."""
    counts: Counter[str] = Counter()
    font: PDFFont | None = None
    settled: Settled = ({}, {})
    for glyph in content.glyphs:
        if glyph.font is not font:
            font = glyph.font
            settled = shelf.settled.setdefault(font, ({}, {}))
        text = settled[0].get(glyph.cid)
        if text is None:
            text, rule = _own(glyph, settled, shelf)
            if rule is not None:
                counts[rule] += 1
        glyph.text = text
    if counts.pop(MISPLACED, 0) and not content.spans:
        _unname_misplaced(content.glyphs, shelf)
    if content.spans:
        apply_spans(content, shelf, counts)
    put_behind(content.glyphs, counts)
    said = {g.text for g in content.glyphs}
    if any(len(text) > 1 for text in said):
        _said_already(content.glyphs, shelf, counts)
    # Most pages have neither a sara am by itself nor a glyph without a text.
    if any(SARA_AM in text for text in said):
        _halves_of_sara_am(content.glyphs, counts)
        _swapped_sara_am(content.glyphs, shelf, counts)
    _zero_width_spaces(content.glyphs, shelf, counts)
    if any(REPLACEMENT in text for text in said):
        counts["unmapped"] += len([g for g in content.glyphs if REPLACEMENT in g.text])
    return +counts


def _own(glyph: Glyph, settled: Settled, shelf: FontShelf) -> tuple[str, str | None]:
    """What a glyph says by itself, worked out when it is first met."""
    plain, others = settled
    narrow = is_narrow(glyph)
    own = others.get((glyph.cid, narrow))
    if own is None:
        if glyph.font in shelf.disbelieved:
            return REPLACEMENT, None
        own = others[glyph.cid, narrow] = own_text(glyph, shelf.facts(glyph.font), shelf)
        if own[1] is None and own[0] != REPLACEMENT:
            # ToUnicode's word does not hang on the advance.
            plain[glyph.cid] = own[0]
    return own


def _unname_misplaced(glyphs: list[Glyph], shelf: FontShelf) -> None:
    """Marks that are drawn where they cannot be have no name, where no marked content names them.

    Where it does, two marks of a letter may have each other's name, and both are said.
    """
    for glyph in glyphs:
        said = shelf.settled[glyph.font][1].get((glyph.cid, is_narrow(glyph)))
        if said is not None and said[1] == MISPLACED:
            glyph.text = REPLACEMENT


def _swapped_sara_am(glyphs: list[Glyph], shelf: FontShelf, counts: Counter[str]) -> None:
    """Word's bold fonts: every sara aa mapped to sara am, nikhahit to a zero-width space.

    Decided per font, and only where the font program is silent: no sara aa at all, some sara am.
    Clean Thai has 10 to 24 sara aa for each sara am.
    """
    with_am = {g.font for g in glyphs if g.text == SARA_AM}
    for font in with_am - {g.font for g in glyphs if g.text == SARA_AA}:
        members = [g for g in glyphs if g.font is font]
        swapped = [g for g in members if g.text == SARA_AM]
        if any(g.cid in shelf.facts(font).program for g in swapped):
            continue
        # Two glyphs of which one is a real sara am would be told apart; one glyph for all of them,
        # with zero-width spaces about, or with unnamed marks before it, is the swap.
        if len(swapped) >= 8 or any(map(_is_zero_space, members)) or _ring_before(swapped, glyphs):
            for glyph in swapped:
                glyph.text = SARA_AA
            counts["sara-am-for-aa"] += len(swapped)


def _ring_before(swapped: list[Glyph], glyphs: list[Glyph]) -> bool:
    """Whether a mark without a name stands before one of these; sara am has its own ring."""
    before = [glyphs[g.order - 1] for g in swapped if g.order]
    return any(g.text == REPLACEMENT and is_narrow(g) for g in before)


def _is_zero_space(glyph: Glyph) -> bool:
    return glyph.text in BLANK and is_narrow(glyph)


def _halves_of_sara_am(glyphs: list[Glyph], counts: Counter[str]) -> None:
    """A sara am without advance is its nikhahit; the glyph with advance after it is its aa.

    Two glyphs share one character there, and producers give it to the first, to both, or spell it.
    """
    for i, glyph in enumerate(glyphs):
        if SARA_AM not in glyph.text or not is_narrow(glyph) or glyph.span is not None:
            continue
        after = next((g for g in glyphs[i + 1 : i + 3] if not is_narrow(g)), None)
        if after is not None and after.text in (SARA_AM, SARA_AA, REPLACEMENT):
            # One glyph may draw the ring and the tone above it.
            tones = "".join(c for c in glyph.text if c in MARKS and c != NIKHAHIT)
            glyph.text, after.text = NIKHAHIT + tones, SARA_AA
            counts["halves-of-sara-am"] += 1


def _zero_width_spaces(glyphs: list[Glyph], shelf: FontShelf, counts: Counter[str]) -> None:
    """A glyph without advance and without a word of its own before sara aa is nikhahit.

    Where its outline is known it must be a ring: an unmapped tone may stand there as well.
    """
    for i, glyph in enumerate(glyphs):
        if glyph.text not in _WORDLESS or glyph.span is not None or not is_narrow(glyph):
            continue
        if not _can_be_ring(glyph, shelf):
            continue
        following = next((g.text for g in glyphs[i + 1 : i + 3] if g.text not in MARKS), "")
        before = glyphs[i - 1].text[-1:] if i else ""
        if following == SARA_AA and is_thai(before):
            glyph.text = NIKHAHIT
            counts["nikhahit-by-place"] += 1
        elif following == SARA_AM and glyph.text != REPLACEMENT:
            glyph.text = ""
            counts["empty-space"] += 1


def _can_be_ring(glyph: Glyph, shelf: FontShelf) -> bool:
    drawing = shelf.facts(glyph.font).drawings.get(glyph.cid)
    return drawing is None or drawing.key is None or drawing.ring


def _said_already(glyphs: list[Glyph], shelf: FontShelf, counts: Counter[str]) -> None:
    """Drop glyphs whose text the base before them has said for the whole cluster.

    InDesign and Typst give a cluster's text to its base; the marks that follow have none, or say
    theirs a second time, or (a map keeps its first use) that of another mark.
    """
    said = whole = ""
    left = 0
    base: Glyph | None = None
    for glyph in glyphs:
        text = glyph.text
        if not text or (len(text) == 1 and not said):
            continue
        narrow = abs(glyph.advance) < ZERO_WIDTH * glyph.size
        if narrow and said:
            again = text in (REPLACEMENT, whole) or all(c in said for c in text)
            if again or (left > 0 and _said_whatever(glyph, base, shelf)):
                glyph.text, left = "", left - 1
                counts["said-by-base"] += 1
                continue
        elif said.endswith(SARA_AM) and text in (REPLACEMENT, SARA_AA):
            glyph.text = ""
            counts["said-by-base"] += 1
            continue
        if narrow:
            continue
        if len(text) == 1:
            said, base, left = "", glyph, 0
            continue
        whole = text if text[0] not in MARKS and is_thai(text[-1]) else ""
        said, base = whole[1:], glyph
        left = sum(c in MARKS or c == SARA_AM for c in said)


def _said_whatever(glyph: Glyph, base: Glyph | None, shelf: FontShelf) -> bool:
    """Whether a mark is part of what its base has said, whatever its map makes of it.

    A base that says marks and draws none says them for as many glyphs without advance after it.
    """
    if base is None or glyph.span is not None or not MARKS.issuperset(glyph.text):
        return False
    return glyph.font is base.font and shelf.facts(base.font).draws_no_mark(base.cid)
