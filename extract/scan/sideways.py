"""Print that runs up or down an upright page: the heads of narrow columns, names of groups of rows.

Such print is seen as short lines one above the other that say nothing. What they cover is turned
and read; where that makes sense, it is what stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.content import Content
from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.rules import Mask
from extract.scan.sizing import Reader, share_of, sized
from extract.scan.textlines import TextLine, find_lines
from extract.scan.writing import add_glyphs

# In letter heights: short lines are no wider, and lie no farther apart where they are one column.
_NARROW, _APART = 3.0, 1.6
# A column has this many lines at least, read on average less surely than this ...
_LINES, _UNSURE = 4, 0.8
# ... and turned it is read as surely as this at least.
_READ = 0.85
# The longest space in a line, as a share of the room it takes across.
_SPACE = 0.25
# Paper around a column that is turned with it, in letter heights.
_AROUND = 0.6


@dataclass(frozen=True, slots=True)
class Dots:
    """A box in dots of the picture."""

    x0: int
    top: int
    x1: int
    bottom: int

    def overlaps(self, other: Dots) -> bool:
        """Whether two boxes share more than an edge."""
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return down > 0 and across > 0.5 * min(self.x1 - self.x0, other.x1 - other.x0)

    def joined(self, other: Dots) -> Dots:
        """The box around two."""
        return Dots(
            min(self.x0, other.x0), min(self.top, other.top),
            max(self.x1, other.x1), max(self.bottom, other.bottom),
        )  # fmt: skip

    def covers(self, line: TextLine) -> bool:
        """Whether a line's middle lies in the box."""
        x, y = (line.x0 + line.x1) / 2, line.baseline - line.body / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Column:
    """Short lines one above the other: the numbers of the lines, and the dots they cover."""

    members: tuple[int, ...]
    dots: Dots


def columns_of(
    lines: Sequence[TextLine], said: Sequence[Sequence[Said]], ink: Mask
) -> list[Column]:
    """Where print may run sideways: columns of short lines that say nothing together.

    Args:
        lines: all lines of the page.
        said: what was read of each.
        ink: where there is ink, without rules.
    """
    short = [i for i, line in enumerate(lines) if line.x1 - line.x0 <= _NARROW * line.body]
    groups: list[list[int]] = []
    for i in sorted(short, key=lambda i: lines[i].baseline):
        for group in groups:
            if _below(lines[group[-1]], lines[i]):
                group.append(i)
                break
        else:
            groups.append([i])
    found: list[Dots] = []
    for group in groups:
        sure = sum(share_of(said[i]) for i in group) / len(group)
        if len(group) >= _LINES and sure < _UNSURE:
            box = _whole(ink, [lines[i] for i in group])
            apart = [one for one in found if not one.overlaps(box)]
            for one in found:
                box = box.joined(one) if one.overlaps(box) else box
            found = [*apart, box]
    return [
        Column(tuple(i for i, line in enumerate(lines) if box.covers(line)), box) for box in found
    ]


def _below(above: TextLine, line: TextLine) -> bool:
    """Whether a short line stands right under another, of the same region."""
    overlap = min(above.x1, line.x1) - max(above.x0, line.x0)
    gap = line.baseline - line.body - above.baseline
    return above.region == line.region and overlap > 0 and gap <= _APART * line.body


def _whole(ink: Mask, own: Sequence[TextLine]) -> Dots:
    """What a column of lines covers, with the print right above and below it.

    A space in a line is no longer than a share of the room the line takes across.
    """
    around = round(_AROUND * max(line.body for line in own))
    left, right = min(line.x0 for line in own) - around, max(line.x1 for line in own) + around
    left = max(left, 0)
    inked = np.asarray((ink[:, left:right] > 0).any(axis=1), np.bool_)
    top = max(round(min(line.baseline - 1.5 * line.body for line in own)) - around, 0)
    bottom = min(round(max(line.baseline for line in own)) + around, len(inked))
    reach = round(_SPACE * (right - left))
    while top > 0 and inked[max(top - reach, 0) : top].any():
        top -= 1
    while bottom < len(inked) and inked[bottom : bottom + reach].any():
        bottom += 1
    return Dots(left, top, right, bottom)


def add_sideways(
    content: Content, gray: Gray, ink: Mask, column: Column, points: float, reader: Reader
) -> bool:
    """Glyphs for what a column says when it is turned; false where that is nothing either.

    Args:
        content: where the glyphs are added, at their places on the page as it is.
        gray: the picture.
        ink: where there is ink on it, without rules.
        column: what may run sideways.
        points: width of a dot.
        reader: reads windows.
    """
    dots = column.dots
    best: tuple[float, int, Content] | None = None
    for angle in (90, 270):
        turned_gray, turned_ink = (
            np.ascontiguousarray(
                np.rot90(one[dots.top : dots.bottom, dots.x0 : dots.x1], -angle // 90)
            )
            for one in (gray, ink)
        )
        lines = find_lines(turned_ink, np.zeros(turned_ink.shape, np.int32), 72 / points)
        lines, said = sized(turned_gray, lines, reader)
        sure = [i for i, read in enumerate(said) if share_of(read) >= _READ]
        count = sum(share_of(said[i]) * len(said[i]) for i in sure)
        if count < _LINES or (best is not None and best[0] >= count):
            continue
        found = Content(turned_gray.shape[1] * points, turned_gray.shape[0] * points)
        add_glyphs(found, [lines[i] for i in sure], [said[i] for i in sure], turned_gray, points)
        best = count, angle, found
    if best is None:
        return False
    _, angle, found = best
    for glyph in found.glyphs:
        # Back from the turned column to the page: clockwise by 90, its left side became its head.
        x, y = (
            (glyph.y, found.width - glyph.x) if angle == 90 else (found.height - glyph.y, glyph.x)
        )
        glyph.x, glyph.y = x + dots.x0 * points, y + dots.top * points
        glyph.angle, glyph.order = angle, len(content.glyphs)
        content.glyphs.append(glyph)
    return True


__all__ = ["Column", "add_sideways", "columns_of"]
