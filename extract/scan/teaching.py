"""Which character of a page's picture stands where which glyph of its content stream stands.

Both go along a printed line from left to right, and both know where they stand; neither always has
the other's: spaces are not read, two letters may be one glyph. The cheapest way to go through both
at once pairs them, as dynamic programming finds it (Needleman and Wunsch, 1970, doi:10.1016/
0022-2836(70)90057-4).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.content import Content, Glyph
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphnames import is_narrow
from extract.thai import MARKS, NIKHAHIT, SARA_AA, SARA_AM, TONES

# A glyph belongs to a line that was read within this of its baseline, in sizes of its type; a mark
# may be painted higher or lower than its letter.
_BASELINE = 0.3
# What pairing costs: per size of type apart, a mark with a letter, other than was read before; and
# what it costs to leave one without a partner. Farther apart than the reach nothing is paired.
_APART, _UNLIKE, _OTHER, _ALONE, _REACH = 1.2, 0.8, 0.4, 0.6, 1.5
# A mark drawn no higher than this, in em, stands below the line.
_LOW = 0.05
# A line that says something else than is known of so many of its glyphs is not believed.
_AGREE, _FEW = 0.7, 4
# Marks that stand last above a letter; a font may draw them first.
_LAST = TONES | {"\u0e4c"}


@dataclass(frozen=True, slots=True)
class _Stand:
    """A glyph, or a character that was read, and where: the middle of a letter, a mark's letter."""

    at: float
    mark: bool
    glyph: Glyph | None = None
    text: str = ""
    sure: float = 1.0


@dataclass(slots=True)
class _Painted:
    """The glyphs of a page, each with the letter it stands over: (baseline, middle, glyph)."""

    stands: list[tuple[float, float, Glyph]]

    def along(self, y: float, size: float, left: float, right: float) -> list[tuple[float, Glyph]]:
        """Those on a printed line."""
        near = _BASELINE * size
        first = bisect_left(self.stands, y - near, key=lambda s: s[0])
        last = bisect_right(self.stands, y + near, key=lambda s: s[0])
        return [(at, glyph) for _, at, glyph in self.stands[first:last] if left <= at <= right]


def seen_where(
    content: Content,
    seen: Content,
    shelf: FontShelf,
    likely: Callable[[Glyph], str] | None = None,
) -> Iterator[tuple[Glyph, str, float]]:
    """What a picture shows where each glyph of a page stands, and how surely it was read.

    Args:
        content: what the page paints.
        seen: what was read from the picture of the same page, upright.
        shelf: knows how glyphs are drawn.
        likely: what a glyph may say, as far as is known; before anything is, letters with several
            marks are left out, because fonts paint those in any order.

    Yields:
        The glyphs of every line that was read; with no text where nothing was read for them alone.
    """
    painted = _painted(content.glyphs)
    for line in _lines(seen.glyphs):
        size = line[0].size
        read = _read(line)
        found = painted.along(line[0].y, size, read[0].at - size, read[-1].at + size)
        stands = [_Stand(at, is_narrow(g), g, likely(g) if likely else "") for at, g in found]
        stands.sort(key=lambda s: (s.at, s.mark, s.glyph and _rank(s.glyph, s.text, shelf)))
        paired = _pairs(stands, read, size)
        if stands and _agree(stands, read, paired):
            said = _said(stands, read, paired)
            yield from said if likely else _singly_marked(said, stands)


def _singly_marked(
    said: Iterable[tuple[Glyph, str, float]], stands: Sequence[_Stand]
) -> Iterator[tuple[Glyph, str, float]]:
    marks = Counter(stand.at for stand in stands if stand.mark)
    for one, stand in zip(said, stands, strict=True):
        if not stand.mark or marks[stand.at] == 1:
            yield one


def _rank(glyph: Glyph, text: str, shelf: FontShelf) -> tuple[int, int]:
    """Puts the marks of a letter in the order of Thai; fonts may paint the tone first."""
    drawing = shelf.facts(glyph.font).drawings.get(glyph.cid) if is_narrow(glyph) else None
    if drawing is not None and drawing.high < _LOW:
        return 0, glyph.order
    return (1 if not text else 2 if text in _LAST else 0), glyph.order


def _agree(stands: Sequence[_Stand], read: Sequence[_Stand], paired: Sequence[int | None]) -> bool:
    """Whether a line says what is known of its glyphs; else it is no line, or another."""
    pairs = zip(stands, paired, strict=True)
    known = [s.text == read[j].text for s, j in pairs if s.text and j is not None]
    return len(known) < _FEW or sum(known) >= _AGREE * len(known)


def _painted(glyphs: Iterable[Glyph]) -> _Painted:
    found = []
    middle, baseline = 0.0, 0.0
    for glyph in glyphs:
        if glyph.angle or glyph.hidden:
            continue
        if not is_narrow(glyph):
            middle, baseline = glyph.x + glyph.advance / 2, glyph.y
        elif abs(glyph.x - middle) > glyph.size or abs(glyph.y - baseline) > glyph.size:
            middle, baseline = glyph.x, glyph.y
        found.append((baseline, middle, glyph))
    found.sort(key=lambda s: s[0])
    return _Painted(found)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The printed lines that were read, without their spaces."""
    for _, line in groupby(glyphs, key=lambda g: (g.y, g.size)):
        letters = [g for g in line if not g.text.isspace()]
        if letters:
            yield letters


def _read(line: Sequence[Glyph]) -> list[_Stand]:
    """What was read of a line, with the marks of a letter at its middle and sara am as two."""
    found: list[_Stand] = []
    at = line[0].x
    for glyph in line:
        if glyph.text in MARKS:
            found.append(_Stand(at, True, glyph, glyph.text, glyph.sure))
            continue
        if glyph.text == SARA_AM:
            # Most fonts draw its ring over the letter before, under the tone.
            first = len(found)
            while first and found[first - 1].text in _LAST:
                first -= 1
            found.insert(first, _Stand(at, True, glyph, NIKHAHIT, glyph.sure))
        at = glyph.x + glyph.advance / 2
        text = SARA_AA if glyph.text == SARA_AM else glyph.text
        found.append(_Stand(at, False, glyph, text, glyph.sure))
    return found


def _pairs(stands: Sequence[_Stand], read: Sequence[_Stand], size: float) -> list[int | None]:
    """For each glyph the number of the character that was read there."""
    width = len(read) + 1
    row = [_ALONE * j for j in range(width)]
    steps = []
    for stand in stands:
        above, row = row, [row[0] + _ALONE] + [0.0] * len(read)
        step = bytearray(width)
        step[0] = 1
        for j, other in enumerate(read, 1):
            apart = abs(stand.at - other.at) / size
            best, how = above[j] + _ALONE, 1
            if row[j - 1] + _ALONE < best:
                best, how = row[j - 1] + _ALONE, 2
            if apart < _REACH:
                cost = above[j - 1] + _APART * apart + _UNLIKE * (stand.mark != other.mark)
                cost += _OTHER * (stand.text not in ("", other.text))
                if cost < best:
                    best, how = cost, 0
            row[j], step[j] = best, how
        steps.append(step)
    return _walked_back(steps, len(read))


def _walked_back(steps: Sequence[bytearray], j: int) -> list[int | None]:
    paired: list[int | None] = [None] * len(steps)
    i = len(steps)
    while i:
        how = steps[i - 1][j]
        if how == 0:
            paired[i - 1] = j - 1
        i -= how != 2
        j -= how != 1
    return paired


def _said(
    stands: Sequence[_Stand], read: Sequence[_Stand], paired: Sequence[int | None]
) -> Iterator[tuple[Glyph, str, float]]:
    taken = {j for j in paired if j is not None}
    rings = {id(s.glyph): j for j, s in enumerate(read) if s.text == NIKHAHIT}
    for stand, j in zip(stands, paired, strict=True):
        if stand.glyph is None:
            continue
        if j is None:
            yield stand.glyph, "", 1.0
            continue
        other = read[j]
        # The glyph of a whole sara am: its ring has no glyph of its own.
        whole = other.text == SARA_AA and rings.get(id(other.glyph), j) not in taken
        yield stand.glyph, SARA_AM if whole else other.text, other.sure
