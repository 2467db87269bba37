"""Items whose code and score stand beside the middle of a title that fills several lines.

In narrow cards ``E4`` and ``78.43`` are printed at half the height of their title, so that the line
they are in holds only a part of it, or in a line of their own above it; the lines above and below
have the rest. Together they must be the title of that item word for word, else nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

import regex

from extract.model import Line, Paragraph
from normalize.codebook import Item, nearest_items
from normalize.facts.listnames import weighs
from normalize.facts.scores import Stated
from normalize.model import Source
from normalize.names.decode import likeness
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_CODED = compiled(
    r"\s*(?P<code>[IEO]\s?[0-9]{1,2})\s+(?:(?P<words>\D+?)\s+)?(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2}"
    # What is disclosed has all or nothing.
    r"|(?<=^\s*O.*\s)(?:100|0))\s*(?:คะแนน|%)?\s*"
)
# A line that is an item's own, or ends in a number, is no part of another's title.
_OWN = compiled(r"\s*[IEO]\s?[0-9]{1,2}(?![0-9])|.*[0-9]\.[0-9]{2}\s*(?:คะแนน|%)?\s*$", regex.S)
# A title has so many lines above and below the middle one at most.
_ABOVE, _BELOW = 3, 7
# Lines of one title are no farther apart than this, in letter heights.
_PITCH = 2.0
_SAME = 0.95


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed line, cleaned, and the paragraph it stands in."""

    text: str
    line: Line
    paragraph: Paragraph


def amid_titles_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of items in lines amid their titles; ``year``: the assessment's."""
    lines = [
        _Printed(clean(line.text), line, p)
        for p in paragraphs
        if not p.furniture
        for line in p.lines
    ]
    found: list[Stated] = []
    for at, one in enumerate(lines):
        match = _CODED.fullmatch(one.text)
        item = nearest_items(year).get(match["code"].replace(" ", "")) if match else None
        if match is None or item is None:
            continue
        value = Decimal(match["score"])
        if _is_whole(lines, at, match["words"] or "", item) and not weighs(item.code, value, year):
            source = Source(one.paragraph.place, one.paragraph.text)
            found.append(Stated(year, "item", item.code, value, source, "prose"))
    return found


def _is_whole(lines: Sequence[_Printed], at: int, words: str, item: Item) -> bool:
    """Whether a line's words are an item's title together with lines above and below them."""
    title = squeeze(item.title_th)
    above = _beside(lines[max(0, at - _ABOVE) : at][::-1], lines[at])[::-1]
    below = _beside(lines[at + 1 : at + 1 + _BELOW], lines[at])
    for first, last in product(range(len(above) + 1), range(len(below) + 1)):
        if first + last == 0 or not (words or last):
            continue
        around = [*above[len(above) - first :], words, *below[:last]]
        text = squeeze("".join(around))
        if abs(len(text) - len(title)) <= len(title) // 20 and likeness(text, title) >= _SAME:
            return True
    return False


def _beside(lines: Sequence[_Printed], middle: _Printed) -> list[str]:
    """The texts of lines that go on from one line to the next in the column of the middle one."""
    found: list[str] = []
    last = middle
    for one in lines:
        a, b = last.line.box, one.line.box
        apart = max(a.top, b.top) - min(a.bottom, b.bottom)
        over = middle.line.box.x0 < b.x1 and b.x0 < middle.line.box.x1
        same = one.paragraph.place.page == middle.paragraph.place.page
        if not (same and over) or apart > _PITCH * one.line.size or _OWN.match(one.text):
            break
        found.append(one.text)
        last = one
    return found


__all__ = ["amid_titles_in"]
