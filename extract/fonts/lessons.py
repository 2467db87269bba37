"""What the pictures of pages say that the glyphs of fonts are, where the file tells it wrong.

Files that went through another program (a compressor, a printer driver) often keep their glyphs and
lose, or garble, what each of them says: Ghostscript 10.00 adds up the bytes of a ToUnicode range.
The page still shows it. Every time a glyph is seen it has a vote for the character read there; a
font is believed or not as a whole, and each of its glyphs is told by most of its votes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from statistics import median

from pdfminer.pdffont import PDFFont

from extract.content import Content, Glyph
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontshelf import FontShelf, Settled
from extract.fonts.glyphnames import REPLACEMENT
from extract.fonts.outlines import Drawing
from extract.fonts.votes import Lesson, Votes

#: The rule under which glyphs are counted that a picture told.
TOLD = "told-by-picture"
# A font whose glyphs are read as something else this often lies: recognising errs once in a
# hundred times or less, and in Latin letters of which only the case differs.
_LIES = 0.2
# Points and commas end lower than this, in em, and no letter or digit does.
_POINTS, _POINT = frozenset(".,"), 0.35
_DIGITS = frozenset("0123456789")
# Letters of which only the size tells whether they are capitals; those are as high as digits.
_TWO_SIZED = frozenset("cosuvwxzCOSUVWXZ")
_CAPITAL = 0.88

Told = Mapping[tuple[PDFFont, int], Lesson]
"""What pictures told, by font and code."""


class Lessons:
    """The votes for all glyphs of the fonts of some pages."""

    def __init__(self) -> None:
        self._votes: dict[PDFFont, dict[int, Votes]] = defaultdict(lambda: defaultdict(Votes))

    def vote(self, seen: Iterable[tuple[Glyph, str, float]]) -> None:
        """Count what was read where glyphs stand: the character, if any, and how surely."""
        for glyph, text, sure in seen:
            self._votes[glyph.font][glyph.cid].add(text, sure, glyph.text)

    def likely(self, glyph: Glyph) -> str:
        """What was read most often where a glyph stands."""
        votes = self._votes[glyph.font].get(glyph.cid)
        return votes.ranked[0] if votes and votes.read else ""

    def tell(self, shelf: FontShelf) -> Told:
        """Have the shelf settle what was learned; returns it by font and code."""
        known: dict[PDFFont, dict[int, Lesson | None]] = {}
        for font, by_code in self._votes.items():
            settled = shelf.settled.setdefault(font, ({}, {}))
            signs = [code for code, votes in by_code.items() if votes.sign]
            others = [votes for votes in by_code.values() if not votes.sign]
            if _lies(others):
                shelf.disbelieved.add(font)
                learned = _all(by_code, settled, shelf.facts(font))
            else:
                for code in signs:
                    del by_code[code]
                learned = _lost(by_code, settled, shelf.facts(font))
            known[font] = _sized(learned, shelf.facts(font))
        told: dict[tuple[PDFFont, int], Lesson] = {}
        alike = _by_outline(known, shelf)
        for font, learned in known.items():
            for code, own in learned.items():
                lesson = own or alike.get(_outline(font, code, shelf))
                _settle(code, lesson, shelf.settled[font])
                if lesson is not None:
                    told[font, code] = lesson
        return told


def mark_told(content: Content, told: Told) -> bool:
    """Give the glyphs of a page that pictures told how sure that is; whether there are any."""
    found = False
    for glyph in content.glyphs if told else ():
        lesson = told.get((glyph.font, glyph.cid))
        if lesson is not None:
            glyph.sure, glyph.second = lesson.sure, lesson.second
            found = True
    return found


def _lies(all_votes: Iterable[Votes]) -> bool:
    """Whether what a font claims to say is often not what is read."""
    counts = [votes.agreed() for votes in all_votes]
    claimed, agreed = sum(c for c, _ in counts), sum(a for _, a in counts)
    return claimed - agreed > _LIES * claimed


def _all(
    by_code: Mapping[int, Votes], settled: Settled, facts: FontFacts
) -> dict[int, Lesson | None]:
    """Lessons for every glyph of a font that is not believed, ``None`` where nothing tells."""
    plain, others = settled
    codes = {*by_code, *plain, *(code for code, _ in others)}
    found = {code: _lesson(code, by_code.get(code), facts) for code in codes}
    taken = {lesson.text for lesson in found.values() if lesson}
    for code in [c for c, lesson in found.items() if lesson is None and c in by_code]:
        # A ring may be a letter or the digit; where another glyph is the digit, this is none.
        found[code] = _lesson(code, by_code[code].without(_DIGITS & taken), facts)
    return found


def _lost(
    by_code: Mapping[int, Votes], settled: Settled, facts: FontFacts
) -> dict[int, Lesson | None]:
    """Lessons for the glyphs of a font that say nothing, or clearly something else."""
    plain, others = settled
    found: dict[int, Lesson | None] = {}
    for code, votes in by_code.items():
        said = [others[key][0] for key in ((code, False), (code, True)) if key in others]
        known = plain.get(code) or next(iter(said), "")
        lesson = _lesson(code, votes, facts)
        silent = known in ("", REPLACEMENT) and lesson is not None
        if silent or votes.outvotes(known, lesson):
            found[code] = lesson
    return found


def _lesson(code: int, votes: Votes | None, facts: FontFacts) -> Lesson | None:
    drawing = facts.drawings.get(code)
    drawn = None
    if facts.drawings:
        drawn = drawing is not None and drawing.key is not None
    if votes is None:
        return Lesson(" ", 1.0) if drawn is False else None
    return votes.without({text for text in votes.read if not fits(text, drawing)}).lesson(drawn)


def fits(text: str, drawing: Drawing | None) -> bool:
    """Whether what was read is drawn as high as it must be: a point is no digit."""
    if drawing is None:
        return True
    if text in _POINTS:
        return drawing.high <= _POINT
    return drawing.high > _POINT or not text.isalnum()


def _outline(font: PDFFont, code: int, shelf: FontShelf) -> tuple[bytes, float] | None:
    """What a glyph looks like, wherever it stands (fonts raise marks), and how wide it is."""
    drawing = shelf.facts(font).drawings.get(code)
    if drawing is None or drawing.key is None:
        return None
    return drawing.key, round(font.char_width(code), 2)


def _by_outline(
    known: Mapping[PDFFont, Mapping[int, Lesson | None]], shelf: FontShelf
) -> dict[tuple[bytes, float] | None, Lesson]:
    """What was told of each outline, where all that was told of it is one."""
    found: dict[tuple[bytes, float] | None, Lesson] = {}
    unclear: set[tuple[bytes, float] | None] = {None}
    for font, learned in known.items():
        for code, lesson in learned.items():
            if lesson is not None:
                outline = _outline(font, code, shelf)
                if found.setdefault(outline, lesson).text != lesson.text:
                    unclear.add(outline)
    return {outline: lesson for outline, lesson in found.items() if outline not in unclear}


def _sized(found: dict[int, Lesson | None], facts: FontFacts) -> dict[int, Lesson | None]:
    """The lessons with capitals where letters that look the same are drawn as high as digits."""
    highs = [
        facts.drawings[code].high
        for code, lesson in found.items()
        if lesson and code in facts.drawings and _is_high(lesson.text)
    ]
    if not highs:
        return found
    high = _CAPITAL * median(highs)
    sized = dict(found)
    for code, lesson in found.items():
        if lesson and lesson.text in _TWO_SIZED and code in facts.drawings:
            capital = facts.drawings[code].high > high
            text = lesson.text.upper() if capital else lesson.text.lower()
            sized[code] = replace(lesson, text=text)
    return sized


def _is_high(text: str) -> bool:
    return text.isascii() and (text.isdigit() or (text.isupper() and text not in _TWO_SIZED))


def _settle(code: int, lesson: Lesson | None, settled: Settled) -> None:
    plain, others = settled
    plain.pop(code, None)
    said = (REPLACEMENT, None) if lesson is None else (lesson.text, TOLD)
    others[code, True] = others[code, False] = said
