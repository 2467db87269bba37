"""A picture of a page to the :class:`~extract.content.Content` a text page would have given.

Turned straight, its rules become segments and its shaded cells shades, so that tables are found by
the same code as everywhere; its printed lines are cut out cell by cell and read; what was read
becomes glyphs on their baselines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.content import Content, Segment
from extract.model import Box
from extract.scan.cutting import paper_of, regions_of, window_of
from extract.scan.dashes import dashed_rules
from extract.scan.deskew import skew_of, turned
from extract.scan.frames import framed, without_corners
from extract.scan.holes import without_holes
from extract.scan.looking import read_lines
from extract.scan.picture import Gray, Picture
from extract.scan.recogniser import Said, recogniser
from extract.scan.relining import changed, doubles, relined, together
from extract.scan.rules import Mask, Rule, find_rules, ink_mask, wiped
from extract.scan.shading import dark_bars, ending_together, shades_of, turned_light
from extract.scan.sideways import add_sideways, columns_of
from extract.scan.sizing import share_of, sized
from extract.scan.textlines import TextLine, find_lines
from extract.scan.writing import add_glyphs
from extract.tables.grid import Grid, find_grids

# A line is read surely from this mean probability on. Where of this many widest lines fewer than
# two of so many characters are, the page is tried lying on its sides and on its head.
_UPRIGHT, _SAMPLE, _ENOUGH, _LONG = 0.9, 16, 2, 6
# What is nearer to a dark bar's edge than this (points) is its edge; a rule goes through a bar when
# it is this long for it.
_EDGE, _THROUGH = 3.0, 0.85
# Columns of a window that hold a character or more in any line of text.
_COLUMNS = 26
# Type smaller than this (points) is read again from a finer picture.
_SMALL = 8.5


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
    sure = found.read_surely()
    if sum(count >= _LONG for count in sure) < min(_ENOUGH, len(found.lines)):
        turns = {0: (sum(sure), found)}
        for angle in (90, 270, 180):
            gray = np.ascontiguousarray(np.rot90(picture.gray, -angle // 90))
            other = _Found(Picture(gray, picture.points))
            turns[angle] = sum(other.read_surely()), other
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
        gray = without_holes(turned(picture.gray, self.skew), resolution)
        rules, ink = _ruled(gray, resolution)
        segments = [_segment(rule, self.points) for rule in rules]
        self.content = Content(picture.width, picture.height)
        grids = _grids(segments, picture)
        bars = dark_bars(gray, grids, resolution)
        if bars:
            gray = turned_light(gray, bars, resolution)
            through = [r for r in rules if _goes_through(_segment(r, self.points), bars)]
            rules, ink = _ruled(gray, resolution)
            rules += through
            segments = [_segment(rule, self.points) for rule in rules]
            grids = _grids(segments, picture)
        self.content.segments, self.content.frames = framed(segments)
        paper = paper_of(gray, resolution)
        shades = shades_of(gray, paper, bars, grids, resolution)
        self.content.shades = ending_together(shades, segments)
        gray, ink = wiped(gray, ink, rules, paper)
        frames = self.content.frames
        self.gray, self.ink = without_corners(gray, ink, paper, frames, self.points)
        regions = regions_of(grids, gray.shape, self.points)
        self.lines = find_lines(self.ink, regions, resolution)
        self._regions = regions

    def read_surely(self) -> list[int]:
        """How many characters those of the page's widest lines have that are read surely.

        Charts and pictures look like wide lines too. Print that lies on its side is seen as a few
        marks far apart: how many there are for the room counts too.
        """
        widest = sorted(self.lines, key=lambda line: line.x0 - line.x1)[:_SAMPLE]
        windows = [window_of(self.gray, line) for line in widest]
        return [
            len(read)
            for read, window in zip(recogniser().read(windows), windows, strict=True)
            if share_of(read) >= _UPRIGHT and len(read) * _COLUMNS >= window.shape[1] / 2
        ]

    def read(self, angle: int) -> ScanPage:
        """Read all lines; ``angle`` is how the picture was turned before."""
        lines, said = self._settled()
        aside = {
            i
            for column in columns_of(lines, said, self.ink)
            if add_sideways(
                self.content, self.gray, self.ink, column, self.points, recogniser().read
            )
            for i in column.members
        }
        upright = [i for i in range(len(lines)) if i not in aside]
        unread = add_glyphs(
            self.content, [lines[i] for i in upright], [said[i] for i in upright], self.gray,
            self.points,
        )  # fmt: skip
        return ScanPage(self.content, angle, self.skew, tuple(unread))

    def _settled(self) -> tuple[list[TextLine], list[list[Said]]]:
        """The lines and what they say; where the print was of another size, found anew."""
        reader = recogniser().read
        lines, seen = sized(self.gray, self.lines, reader)
        anew = changed(self.lines, lines)
        if anew:
            others = relined(self.ink, self._regions, 72 / self.points, lines, anew)
            stay = [i for i in range(len(lines)) if i not in set(anew)]
            alone, others = together([lines[i] for i in stay], others)
            others, also = sized(self.gray, others, reader, [lines[stay[i]] for i in alone])
            lines = [*(lines[stay[i]] for i in alone), *others]
            seen = [*(seen[stay[i]] for i in alone), *also]
        twice = doubles(lines, seen)
        order = [i for i in range(len(lines)) if i not in twice]
        order.sort(key=lambda i: (lines[i].baseline, lines[i].x0))
        lines, seen = [lines[i] for i in order], [seen[i] for i in order]
        return lines, read_lines(self.gray, lines, seen, reader)


def _ruled(gray: Gray, resolution: float) -> tuple[list[Rule], Mask]:
    """The rules of a straight picture, drawn through and dashed, and its ink without the dashes."""
    dashes, ink = dashed_rules(ink_mask(gray, resolution), resolution)
    return [*find_rules(gray, ink, resolution), *dashes], ink


def _grids(segments: list[Segment], picture: Picture) -> list[Grid]:
    """The tables that rules make: more than one cell."""
    grids = find_grids(segments, picture.width, picture.height)
    return [grid for grid in grids if len(grid.cells) > 1]


def _goes_through(rule: Segment, bars: Sequence[Box]) -> bool:
    """Whether a rule is darker than a dark bar that it goes through.

    Others inside a bar are but the dark ground between white letters.
    """
    middle = (rule.start + rule.end) / 2
    x, y = (middle, rule.at) if rule.horizontal else (rule.at, middle)
    return any(
        bar.x0 + _EDGE < x < bar.x1 - _EDGE
        and bar.top + _EDGE < y < bar.bottom - _EDGE
        and rule.end - rule.start >= _THROUGH * (bar.width if rule.horizontal else bar.height)
        for bar in bars
    )


def _segment(rule: Rule, points: float) -> Segment:
    return Segment(
        rule.horizontal, (rule.at + 0.5) * points, rule.start * points, rule.end * points
    )
