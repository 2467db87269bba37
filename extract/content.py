"""What one page paints, as raw material: glyphs, ruled segments and pictures in stream order.

Only the records live here; :mod:`extract.painted.device` fills them, :mod:`extract.fonts.glyphtext`
decides what each glyph says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pdfminer.pdffont import PDFFont

from extract.model import Box


class ScanFont(PDFFont):
    """Stands for the font where glyphs were read from a picture; the name tells bold print."""

    def __init__(self, name: str) -> None:
        super().__init__({"FontName": name, "FontBBox": [0, 0, 0, 0]}, {})


# Edges that are one differ by no more than this.
_EDGE = 3.0


@dataclass(slots=True)
class Glyph:
    """One painted glyph: its origin on the baseline, its advance and where its text may come from.

    ``x``/``y`` are in PDF points from the top left of the page, ``span`` numbers the marked content
    with ``ActualText`` it stands in (``None`` outside one). Where it was read from a picture,
    ``sure`` is the recogniser's probability and ``second`` its next choice.
    """

    font: PDFFont
    cid: int
    mapped: str | None
    x: float
    y: float
    advance: float
    size: float
    angle: int
    order: int
    span: int | None
    hidden: bool
    text: str = ""
    sure: float = 1.0
    second: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight rule: ``horizontal`` at ``at`` = y from x ``start`` to ``end``, or the reverse."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A filled area with straight sides; ``white`` ones show only on top of another colour.

    ``colour``: as the stream gives it, only good for telling whether two are alike.
    """

    box: Box
    white: bool
    colour: object = None


@dataclass(slots=True)
class Content:
    """What one page paints, in stream order; ``spans`` maps span numbers to their ActualText.

    ``dots``: small filled shapes with bent sides, among them the discs of lists; ``squares``: small
    ones with straight sides, filled or outlined, which are among the shades or segments too;
    ``frames``: larger ones with bent corners, filled or outlined, as cards have them; ``turned``:
    there may be glyphs that are not upright.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    spans: dict[int, str] = field(default_factory=dict)
    dots: list[Box] = field(default_factory=list)
    squares: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    turned: bool = True


def heads(box: Box, frame: Box) -> bool:
    """Whether a shaded box is the coloured head of a frame as wide as it."""
    sides = box.x0 - frame.x0, box.x1 - frame.x1, box.top - frame.top
    return all(abs(side) < _EDGE for side in sides) and frame.bottom > box.bottom + _EDGE
