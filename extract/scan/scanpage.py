"""A picture of a page to the :class:`~extract.content.Content` a text page would have given.

Turned straight, its rules become segments and its shaded cells shades, so that tables are found by
the same code as everywhere; its printed lines are cut out cell by cell and read; what was read
becomes glyphs on their baselines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.content import Content, Glyph, ScanFont, Segment
from extract.model import Box
from extract.scan.cutting import dot_of, paper_of, regions_of, window_of
from extract.scan.deskew import skew_of, turned
from extract.scan.looking import read_lines
from extract.scan.picture import Picture
from extract.scan.recogniser import Said, recogniser
from extract.scan.rules import Mask, Rule, find_rules, ink_mask, wiped
from extract.scan.shading import dark_bars, shades_of, turned_light
from extract.scan.spelling import spelled
from extract.scan.strokes import Strokes
from extract.scan.textlines import TextLine, find_lines
from extract.tables.grid import find_grids
from extract.thai import MARKS

# Letter height (of ก) in em: the mean of the Thai fonts government prints in.
_BODY_IN_EM = 0.6
# Half the width of the widest letters, in letter heights: what is farther apart has a gap between.
_HALF, _WIDE = 0.62, 2.6
# Below this mean probability a line is no text: a picture, a stamp, a line cut in two.
_READABLE = 0.62
# A line of up to this many characters must be read more surely: specks look like marks.
_SHORT, _SURE = 6, 0.8
# Below it on this many widest lines, the page is tried lying on its sides and on its head.
_UPRIGHT, _SAMPLE = 0.9, 12
# Columns of a window that hold a character or more in any line of text.
_COLUMNS = 26
# Type smaller than this (points) is read again from a finer picture.
_SMALL = 8.5
_PLAIN, _BOLD = ScanFont("scan"), ScanFont("scan-bold")


@dataclass(frozen=True, slots=True)
class ScanPage:
    """What was read of a picture of a page.

    Attributes:
        content: glyphs, rules and shades, on the page turned straight.
        angle: by how many degrees clockwise the page was turned to stand upright (0, 90, 180, 270).
        skew: by how many degrees counter-clockwise about its middle it was turned then.
        unread: boxes of lines that could not be read.
    """

    content: Content
    angle: int
    skew: float
    unread: tuple[Box, ...]


def read_picture(picture: Picture) -> ScanPage:
    """Read a drawn page; one that lies on its side or its head is turned upright first."""
    found = _Found(picture)
    sure = found.sureness()
    if sure < _UPRIGHT:
        turns = {0: (sure, found)}
        for angle in (90, 270, 180):
            gray = np.ascontiguousarray(np.rot90(picture.gray, -angle // 90))
            other = _Found(Picture(gray, picture.points))
            turns[angle] = other.sureness(), other
        angle = max(turns, key=lambda a: turns[a][0])
        return turns[angle][1].read(angle)
    return found.read(0)


def sureness(page: ScanPage) -> float:
    """How many characters were read, each counted by its probability."""
    return sum(g.sure for g in page.content.glyphs)


def is_small(page: ScanPage) -> bool:
    """Whether most of a page's letters are too small to be read well at the usual resolution."""
    sizes = sorted(g.size for g in page.content.glyphs)
    return bool(sizes) and sizes[len(sizes) // 2] < _SMALL


class _Found:
    """What is found on a picture before it is read: its rules and tables, its printed lines."""

    def __init__(self, picture: Picture) -> None:
        self.skew = skew_of(picture.gray)
        self.points = picture.points
        resolution = 72 / picture.points
        gray = turned(picture.gray, self.skew)
        ink = ink_mask(gray, resolution)
        rules = find_rules(ink, resolution)
        segments = [_segment(rule, self.points) for rule in rules]
        self.content = Content(picture.width, picture.height, segments=segments)
        grids = [g for g in find_grids(segments, picture.width, picture.height) if len(g.cells) > 1]
        bars = dark_bars(gray, grids, resolution)
        if bars:
            gray = turned_light(gray, bars, resolution)
            ink = ink_mask(gray, resolution)
        paper = paper_of(gray, resolution)
        self.content.shades = shades_of(paper, bars, grids, resolution)
        self.gray, self.ink = wiped(gray, ink, rules, paper)
        regions = regions_of(grids, gray.shape, self.points)
        self.lines = find_lines(self.ink, regions, resolution)

    def sureness(self) -> float:
        """How surely the widest lines of the page are read, 0 to 1; 1 where there are none.

        Print that lies on its side is seen as a few marks far apart: their number counts too.
        """
        widest = sorted(self.lines, key=lambda line: line.x0 - line.x1)[:_SAMPLE]
        windows = [window_of(self.gray, line) for line in widest]
        shares = [s.share for read in recogniser().read(windows) for s in read]
        if not shares:
            return 1.0 if not widest else 0.0
        room = sum(window.shape[1] for window in windows) / _COLUMNS
        return float(sum(shares) / len(shares) * min(len(shares) / room, 1.0))

    def read(self, angle: int) -> ScanPage:
        """Read all lines; ``angle`` is how the picture was turned before."""
        said = read_lines(self.gray, self.lines, recogniser().read)
        unread = _add_glyphs(self.content, self.lines, said, self.ink, self.points)
        return ScanPage(self.content, angle, self.skew, tuple(unread))


def _segment(rule: Rule, points: float) -> Segment:
    return Segment(
        rule.horizontal, (rule.at + 0.5) * points, rule.start * points, rule.end * points
    )


def _add_glyphs(
    content: Content,
    lines: Sequence[TextLine],
    said: Sequence[Sequence[Said]],
    ink: Mask,
    points: float,
) -> list[Box]:
    """Glyphs for what was read; the boxes of lines that are no text."""
    strokes, unread = Strokes(ink, lines), []
    for number, (line, seen) in enumerate(zip(lines, said, strict=True)):
        read = spelled(seen)
        if not any(not s.text.isspace() for s in read):
            continue
        if not _is_text(line, read):
            rise, fall = line.baseline - 1.4 * line.body, line.baseline + 0.4 * line.body
            unread.append(Box(line.x0 * points, rise * points, line.x1 * points, fall * points))
            continue
        font = _BOLD if strokes.bold(number) else _PLAIN
        content.glyphs += _glyphs(line, read, font, len(content.glyphs), points)
    return unread


def _is_text(line: TextLine, read: Sequence[Said]) -> bool:
    """Whether a line says anything: surely enough, and outside tables more than a dash or a dot."""
    seen = [s for s in read if not s.text.isspace()]
    least = _READABLE if len(seen) > _SHORT else _SURE
    said = line.region > 0 or any(s.text.isalnum() for s in seen)
    return said and sum(s.share for s in seen) / len(seen) >= least


def _glyphs(
    line: TextLine, read: Sequence[Said], font: ScanFont, first: int, points: float
) -> list[Glyph]:
    """The glyphs of one line; marks stand at the right edge of their base and take no room."""
    bases = [i for i, s in enumerate(read) if s.text not in MARKS]
    middles = {i: dot_of(line, (read[i].start + read[i].end) / 2) for i in bases}
    reach = _HALF * line.body
    starts = {i: middles[i] - reach for i in bases}
    ends = {i: middles[i] + reach for i in bases}
    for a, b in pairwise(bases):
        if ends[a] > starts[b]:
            ends[a] = starts[b] = (middles[a] + middles[b]) / 2
    # A wide gap is a gap between columns, not a space between words.
    wide = {
        space
        for before, space, after in zip(bases, bases[1:], bases[2:], strict=False)
        if read[space].text == " " and middles[after] - middles[before] > _WIDE * line.body
    }
    glyphs: list[Glyph] = []
    at, size = float(line.x0), line.body / _BODY_IN_EM * points
    for i, character in enumerate(read):
        if i in wide:
            continue
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
