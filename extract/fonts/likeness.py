"""Which mark a glyph without a name looks like, among the named marks of its own font.

Fonts draw a tone mark again, lower, higher or further left, for letters that need it so; a subset
may hold that drawing with no name for it. Drawn into a square of its own, an alternate is nearly
the same picture as the plain mark. Only marks are told apart this way: whole letters are too like
each other, and a mark that is not clearly one and no other stays unnamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw

from extract.fonts.fontprogram import FONT_ERRORS

# Pixels of a side, and into how many straight pieces a curve is cut.
_SIDE, _PIECES = 48, 4
# An alternate is at least so like its plain mark, with such a lead before the next one; where the
# picture is nearly the same, a smaller lead will do.
_LIKE, _LEAD = 0.75, 0.2
_SAME, _CLOSE = 0.93, 0.1
# An outline that reaches no higher than this (em) hangs below the line.
_BELOW = 0.05
_VOWELS = frozenset("\u0e34\u0e35\u0e36\u0e37")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """An outline drawn into a square: its pixels, width by height, and whether it hangs low."""

    pixels: Image.Image
    aspect: float
    below: bool


class _Polygons(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Collects the contours of a glyph as polygons."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.contours: list[list[Point]] = []

    def _moveTo(self, pt: Point) -> None:
        self.contours.append([pt])

    def _lineTo(self, pt: Point) -> None:
        self.contours[-1].append(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        start = self.contours[-1][-1]
        for i in range(1, _PIECES + 1):
            t = i / _PIECES
            u = 1 - t
            parts = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            self.contours[-1].append(
                (
                    sum(w * p[0] for w, p in zip(parts, (start, pt1, pt2, pt3), strict=True)),
                    sum(w * p[1] for w, p in zip(parts, (start, pt1, pt2, pt3), strict=True)),
                )
            )


def picture_of(font: TTFont, gid: int) -> Picture | None:
    """A glyph drawn into a square; ``None`` where it draws nothing or cannot be drawn."""
    try:
        glyphs = font.getGlyphSet()
        pen = _Polygons(glyphs)
        glyphs[font.getGlyphName(gid)].draw(pen)
        units = float(font["head"].unitsPerEm or 1000)
    except (*FONT_ERRORS, RecursionError):
        return None
    points = [p for contour in pen.contours for p in contour]
    if not points:
        return None
    left, low = min(p[0] for p in points), min(p[1] for p in points)
    width = max(max(p[0] for p in points) - left, 1.0)
    height = max(max(p[1] for p in points) - low, 1.0)
    drawn = Image.new("1", (_SIDE, _SIDE))
    for contour in pen.contours:
        if len(contour) > 2:
            part = Image.new("1", (_SIDE, _SIDE))
            corners = [
                ((x - left) / width * (_SIDE - 1), (low + height - y) / height * (_SIDE - 1))
                for x, y in contour
            ]
            ImageDraw.Draw(part).polygon(corners, fill=1)
            drawn = ImageChops.logical_xor(drawn, part)
    return Picture(drawn, width / height, low + height <= _BELOW * units)


def likeness(a: Picture, b: Picture) -> float:
    """How alike two pictures are, from 0 to 1: the pixels they share, and their proportions."""
    both = ImageChops.logical_and(a.pixels, b.pixels).histogram()[-1]
    either = ImageChops.logical_or(a.pixels, b.pixels).histogram()[-1]
    proportion = min(a.aspect, b.aspect) / max(a.aspect, b.aspect)
    return both / max(either, 1) * float(proportion**0.5)


def looks_like(picture: Picture | None, marks: Iterable[tuple[str, Picture]]) -> str | None:
    """The one mark of a font that a picture clearly shows, among those on its side of the line."""
    if picture is None:
        return None
    scores: dict[str, float] = {}
    for mark, other in marks:
        if other.below == picture.below:
            scores[mark] = max(scores.get(mark, 0.0), likeness(picture, other))
    if len(scores) < 2:
        return None
    best, second = sorted(scores, key=lambda m: -scores[m])[:2]
    lead = scores[best] - scores[second]
    clear = (scores[best] >= _LIKE and lead >= _LEAD) or (scores[best] >= _SAME and lead >= _CLOSE)
    # Sara ii and sara uee are so like that one is taken for the other where that is not there.
    return best if clear and (best not in _VOWELS or set(scores) >= _VOWELS) else None
