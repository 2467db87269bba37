"""What was read of printed lines as glyphs on their baselines, as content streams give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Content, Glyph, ScanFont
from extract.model import Box
from extract.scan.cutting import dot_of
from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.sizing import share_of
from extract.scan.spelling import spelled
from extract.scan.strokes import Strokes
from extract.scan.textlines import TextLine
from extract.thai import MARKS

# Letter height (of ก) in em: the mean of the Thai fonts government prints in.
_BODY_IN_EM = 0.6
# Half the width of the widest letters, in letter heights: what is farther apart has a gap between.
_HALF, _WIDE = 0.62, 2.6
# Half the width of a space: the rest of a gap is the gap between columns.
_SPACE = 0.25
# Below this mean probability a line is no text: a picture, a stamp, a line cut in two.
_READABLE = 0.62
# A line of up to this many characters must be read more surely: specks look like marks.
_SHORT, _SURE = 6, 0.8
_PLAIN, _BOLD = ScanFont("scan"), ScanFont("scan-bold")


def add_glyphs(
    content: Content,
    lines: Sequence[TextLine],
    said: Sequence[Sequence[Said]],
    gray: Gray,
    points: float,
) -> list[Box]:
    """Glyphs for what was read; the boxes of lines that are no text."""
    parts: list[tuple[TextLine, Sequence[Said]]] = []
    unread = []
    for line, seen in zip(lines, said, strict=True):
        read = spelled(seen)
        if not any(not s.text.isspace() for s in read):
            continue
        if is_text(line, read):
            parts += [(line, part) for part in _parted(line, read)]
            continue
        rise, fall = line.baseline - 1.4 * line.body, line.baseline + 0.4 * line.body
        unread.append(Box(line.x0 * points, rise * points, line.x1 * points, fall * points))
    strokes = Strokes(gray, [_stretch(line, part) for line, part in parts])
    for number, (line, part) in enumerate(parts):
        font = _BOLD if strokes.bold(number) else _PLAIN
        content.glyphs += glyphs_of(line, part, font, len(content.glyphs), points)
    return unread


def is_text(line: TextLine, read: Sequence[Said]) -> bool:
    """Whether a line says anything: surely enough, and outside tables more than a dash or a dot."""
    seen = [s for s in read if not s.text.isspace()]
    least = _READABLE if len(seen) > _SHORT else _SURE
    said = line.region > 0 or any(s.text.isalnum() for s in seen)
    return said and share_of(read) >= least


def _parted(line: TextLine, read: Sequence[Said]) -> list[Sequence[Said]]:
    """A line where it is one, or what stands on either side of its wide gaps.

    A wide gap is a gap between columns, not a space between words: a label may be bold and what is
    said of it not.
    """
    middles = _middles(line, read)
    bases = list(middles)
    gaps = [
        space
        for before, space, after in zip(bases, bases[1:], bases[2:], strict=False)
        if read[space].text == " " and middles[after] - middles[before] > _WIDE * line.body
    ]
    return [read[a + 1 : b] for a, b in pairwise((-1, *gaps, len(read)))]


def _middles(line: TextLine, read: Sequence[Said]) -> dict[int, float]:
    """Where the middle of each character of a line is, in dots, by its number; marks have none."""
    bases = ((i, s) for i, s in enumerate(read) if s.text not in MARKS)
    return {i: dot_of(line, (s.start + s.end) / 2) for i, s in bases}


def _stretch(line: TextLine, part: Sequence[Said]) -> TextLine:
    """As much of a line as a part of it takes."""
    middles = [dot_of(line, (s.start + s.end) / 2) for s in part]
    start, end = min(middles) - _HALF * line.body, max(middles) + _HALF * line.body
    return replace(line, x0=max(line.x0, round(start)), x1=min(line.x1, round(end)))


def glyphs_of(
    line: TextLine, read: Sequence[Said], font: ScanFont, first: int, points: float
) -> list[Glyph]:
    """The glyphs of one line; marks stand at the right edge of their base and take no room."""
    middles = _middles(line, read)
    bases = list(middles)
    reach = {i: (_SPACE if read[i].text == " " else _HALF) * line.body for i in bases}
    starts = {i: middles[i] - reach[i] for i in bases}
    ends = {i: middles[i] + reach[i] for i in bases}
    for a, b in pairwise(bases):
        if ends[a] > starts[b]:
            ends[a] = starts[b] = (middles[a] + middles[b]) / 2
    glyphs: list[Glyph] = []
    at, size = float(line.x0), line.body / _BODY_IN_EM * points
    for i, character in enumerate(read):
        at = starts.get(i, at)
        end = ends.get(i, at)
        glyphs.append(
            Glyph(
                font, 0, character.text, at * points, line.baseline * points,
                max(end - at, 0.0) * points, size, 0, first + i, None, False, character.text,
                character.share, character.second,
            )
        )  # fmt: skip
        at = end
    return glyphs
