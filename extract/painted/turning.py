"""Pages whose content is printed sideways or askew: turned for reading, and back for provenance.

``/Rotate`` is already in the page's coordinates; this is for text drawn turned on an upright page,
as scanners' software and landscape tables on portrait paper have it, and for scans that lie askew.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.content import Content, Glyph, Segment
from extract.model import Box, Cell, Paragraph, Place, Table

# Most of a page's glyphs must be turned the same way; labels of a chart's axis do not turn a page.
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page was turned before it was read.

    Attributes:
        angle: degrees clockwise, a multiple of 90.
        width: of the page as it was turned, in PDF points.
        height: likewise.
        skew: degrees counter-clockwise about the middle, after ``angle``.
    """

    angle: int
    width: float
    height: float
    skew: float = 0.0

    def back(self, box: Box) -> Box:
        """A box of the turned page on the page as it is; the smallest upright one around it."""
        if self.skew:
            box = _askew(box, self.skew, self.width, self.height)
        return _box(box, (360 - self.angle) % 360, self.width, self.height) if self.angle else box

    def ahead(self, box: Box) -> Box:
        """A box of the page as it is on the turned page, where that is not askew."""
        sizes = (self.width, self.height) if self.angle == 180 else (self.height, self.width)
        return _box(box, self.angle, *sizes) if self.angle else box


def _askew(box: Box, skew: float, width: float, height: float) -> Box:
    cos, sin = math.cos(math.radians(skew)), math.sin(math.radians(skew))
    corners = [(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    xs = [cos * (x - width / 2) - sin * (y - height / 2) + width / 2 for x, y in corners]
    ys = [sin * (x - width / 2) + cos * (y - height / 2) + height / 2 for x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def turned_upright(content: Content) -> tuple[Content, int]:
    """The content as a reader turns the page, and by how many degrees clockwise it was turned."""
    if not content.turned or {g.angle for g in content.glyphs} <= {0}:
        return content, 0
    angles = Counter(g.angle for g in content.glyphs if g.text != " ")
    angle, count = angles.most_common(1)[0] if angles else (0, 0)
    if angle == 0 or count < _MOST * sum(angles.values()):
        return content, 0
    width, height = content.width, content.height
    turned_glyphs(content.glyphs, angle, width, height)
    sideways = angle in (90, 270)
    turned = Content(
        height if sideways else width,
        width if sideways else height,
        content.glyphs,
        [_segment(s, angle, width, height) for s in content.segments],
        [replace(s, box=_box(s.box, angle, width, height)) for s in content.shades],
        [_box(b, angle, width, height) for b in content.images],
        content.spans,
        dots=[_box(b, angle, width, height) for b in content.dots],
        squares=[_box(b, angle, width, height) for b in content.squares],
        frames=[_box(b, angle, width, height) for b in content.frames],
    )
    return turned, angle


def turned_glyphs(glyphs: Iterable[Glyph], angle: int, width: float, height: float) -> None:
    """Move glyphs of a page of a width and height to where they stand when it is turned."""
    for glyph in glyphs:
        glyph.x, glyph.y = _point(glyph.x, glyph.y, angle, width, height)
        glyph.angle = (glyph.angle - angle) % 360


def _point(x: float, y: float, angle: int, width: float, height: float) -> tuple[float, float]:
    """A point of the page after turning it clockwise by ``angle``, so that text reads upright."""
    if angle == 90:
        return height - y, x
    if angle == 270:
        return y, width - x
    return width - x, height - y


def _box(box: Box, angle: int, width: float, height: float) -> Box:
    x0, y0 = _point(box.x0, box.top, angle, width, height)
    x1, y1 = _point(box.x1, box.bottom, angle, width, height)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _segment(s: Segment, angle: int, width: float, height: float) -> Segment:
    box = Box(s.start, s.at, s.end, s.at) if s.horizontal else Box(s.at, s.start, s.at, s.end)
    box = _box(box, angle, width, height)
    if s.horizontal == (angle == 180):
        return Segment(True, box.top, box.x0, box.x1)
    return Segment(False, box.x0, box.top, box.bottom)


def turned_back(block: Paragraph | Table, turns: dict[int, Turn]) -> Paragraph | Table:
    """The block with its places in the page's own coordinates again (``turns``: by page)."""
    if isinstance(block, Paragraph):
        return replace(block, place=_back(block.place, turns))
    cells = tuple(_cell_back(c, turns) for c in block.cells)
    return replace(block, cells=cells, places=tuple(_back(p, turns) for p in block.places))


def _cell_back(cell: Cell, turns: dict[int, Turn]) -> Cell:
    return replace(cell, places=tuple(_back(p, turns) for p in cell.places))


def _back(place: Place, turns: dict[int, Turn]) -> Place:
    turn = turns.get(place.page)
    return replace(place, box=turn.back(place.box)) if turn else place
