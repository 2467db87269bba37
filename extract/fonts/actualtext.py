"""What the ``ActualText`` of marked content says, given to the glyphs it is said of.

The producer writes it for exactly this purpose, and it outranks all else; but programs that print
other programs' files say it of the wrong glyphs.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from extract.content import Content, Glyph
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphnames import REPLACEMENT, is_narrow
from extract.thai import MARKS, NIKHAHIT, SARA_AA, SARA_AM, is_thai, without_forms

_MARKS_OF_ONE = MARKS | {SARA_AM}


def apply_spans(content: Content, shelf: FontShelf, counts: Counter[str]) -> None:
    """Give the text of each ActualText span to its first glyph and empty the others.

    A span over several lines is left to its glyphs: its text could not be placed.
    """
    members: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in content.glyphs:
        if glyph.span is not None:
            members[glyph.span].append(glyph)
    before, last = "", -1
    for span, glyphs in members.items():
        actual = without_forms(content.spans[span]).replace("\x00", "")
        printed = "".join([g.text for g in glyphs])
        # Typst says a cluster again for a mark it had to raise: a span without any advance.
        again = before.endswith(actual) and all(is_narrow(g) for g in glyphs)
        again = again or (before == actual and _ends_cluster(glyphs, printed, actual, content))
        # What is said of the same cluster stands in it.
        again &= all(is_narrow(g) for g in content.glyphs[last + 1 : glyphs[0].order])
        before, last = actual, glyphs[-1].order
        if again and len(actual) > 1:
            counts["said-by-base"] += 1
            for glyph in glyphs:
                glyph.text = ""
            continue
        if printed == actual:
            continue
        if _is_of_next(glyphs, actual, content):
            counts["span-of-next"] += 1
            continue
        if _says_less_or_more(glyphs, actual, content, shelf):
            counts["span-of-others"] += 1
            continue
        if max(g.y for g in glyphs) - min(g.y for g in glyphs) > 0.6 * glyphs[0].size:
            counts["span-over-lines"] += 1
            continue
        # InDesign writes U+FFFD inside ActualText for what an earlier glyph has said.
        glyphs[0].text = actual.replace(REPLACEMENT, "")
        for glyph in glyphs[1:]:
            glyph.text = ""
        counts["actual-text"] += 1


def _ends_cluster(glyphs: list[Glyph], printed: str, actual: str, content: Content) -> bool:
    """Whether a span that says a cluster once more is the aa of its sara am.

    Typst says the cluster for base and aa where the map says it for the ring between them, and for
    the ring, too, where the map says another cluster for it.
    """
    ring = content.glyphs[glyphs[0].order - 1]
    if printed != SARA_AA or not actual.endswith(SARA_AM) or not is_narrow(ring):
        return False
    if ring.span is not None:
        return content.spans[ring.span] == actual
    return ring.text in (actual, NIKHAHIT)


def _is_of_next(span: list[Glyph], actual: str, content: Content) -> bool:
    """Whether a mark that a span says is that of the glyph after it, which says so itself.

    LibreOffice says a cluster's marks as they are typed for glyphs as they are drawn: where a font
    draws the tone first, sara uu is said for the tone.
    """
    if len(span) != 1 or actual not in MARKS or span[0].text not in MARKS:
        return False
    after = _beside(span[0], content)[1]
    return after is not None and after.text == actual and after.span is None


def _says_less_or_more(
    glyphs: list[Glyph], actual: str, content: Content, shelf: FontShelf
) -> bool:
    """Whether what is said of glyphs is not what they draw, and they say so themselves.

    Poppler and cairo say of each glyph what its map said in the file that they printed: nothing of
    one that had no word there, though it stands on paper; base and mark of a base that was mapped
    to both, wherever it stands, and the mark again says nothing.
    """
    if not actual:
        return all(_is_something(glyph, content) for glyph in glyphs)
    if len(glyphs) > 1:
        return False
    glyph, own = glyphs[0], glyphs[0].text
    if is_narrow(glyph):
        spelled = actual.replace(SARA_AM, NIKHAHIT + SARA_AA)
        return own in MARKS and own in spelled and not MARKS.issuperset(actual)
    if len(own) != 1 or not is_thai(own) or actual[0] != own:
        return False
    if not _MARKS_OF_ONE.issuperset(actual[1:]):
        return False
    if not shelf.facts(glyph.font).draws_no_mark(glyph.cid, own):
        return False
    after = _beside(glyph, content)[1]
    if after is None or not is_narrow(after):
        return True
    return after.span is not None and content.spans[after.span] != actual


def _is_something(glyph: Glyph, content: Content) -> bool:
    """Whether a glyph stands on paper that no glyph before it has said."""
    own = glyph.text
    if not is_narrow(glyph):
        return own == REPLACEMENT or is_thai(own[-1:])
    before = _beside(glyph, content)[0]
    said = before is not None and (len(before.text) > 1 or own in before.text)
    return (own in MARKS or own == REPLACEMENT) and not said


def _beside(glyph: Glyph, content: Content) -> tuple[Glyph | None, Glyph | None]:
    """The glyphs before and after."""
    glyphs, at = content.glyphs, glyph.order
    return (
        glyphs[at - 1] if at > 0 else None,
        glyphs[at + 1] if at + 1 < len(glyphs) else None,
    )
