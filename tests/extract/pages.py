"""Pages drawn by hand: glyphs and rules as a content stream would leave them.

Every letter is half as wide as its size and marks have no width, so a test can count widths in
letters; text is set from the left in lines of a given pitch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from extract.content import Content, Glyph, Segment, Shade
from extract.joining import join_layouts
from extract.layout import PageLayout, lay_out
from extract.model import Box, Table
from extract.thai import MARKS

SIZE = 10.0
LETTER = 0.5 * SIZE
PITCH = 14.0
PLAIN: Any = SimpleNamespace(fontname="ABCDEF+Sarabun")
BOLD: Any = SimpleNamespace(fontname="ABCDEF+Sarabun-Bold")


def glyph(
    text: str, x: float, y: float, order: int = 0, *, size: float = SIZE, font: Any = PLAIN
) -> Glyph:
    """A painted glyph; a mark has no advance and stands at the right edge of its base."""
    advance = 0.0 if text[:1] in MARKS else 0.5 * size
    return Glyph(font, 0, text, x, y, advance, size, 0, order, None, False, text)


def glyphs(
    text: str, x: float, y: float, order: int = 0, *, size: float = SIZE, font: Any = PLAIN
) -> list[Glyph]:
    """A line of text, glyph by glyph in stream order."""
    found: list[Glyph] = []
    for letter in text:
        found.append(glyph(letter, x, y, order + len(found), size=size, font=font))
        x += found[-1].advance
    return found


def across(y: float, x0: float, x1: float) -> Segment:
    """A horizontal rule."""
    return Segment(True, y, x0, x1)


def down(x: float, y0: float, y1: float) -> Segment:
    """An upright rule."""
    return Segment(False, x, y0, y1)


def ruled(xs: Sequence[float], ys: Sequence[float]) -> list[Segment]:
    """The rules of a plain grid."""
    return [across(y, xs[0], xs[-1]) for y in ys] + [down(x, ys[0], ys[-1]) for x in xs]


@dataclass(slots=True)
class Sheet:
    """A page under the pen."""

    number: int = 1
    width: float = 842.0
    height: float = 595.0
    content: Content = field(init=False)

    def __post_init__(self) -> None:
        self.content = Content(self.width, self.height)

    def write(self, text: str, x: float, y: float, *, font: Any = PLAIN) -> None:
        """Set lines of text (``\\n`` between them), the first on the baseline ``y``."""
        for number, line in enumerate(text.split("\n")):
            order = len(self.content.glyphs)
            self.content.glyphs += glyphs(line, x, y + number * PITCH, order, font=font)

    def rule(self, *segments: Segment) -> None:
        self.content.segments += segments

    def shade(self, box: Box) -> None:
        self.content.shades.append(Shade(box, white=False))

    def table(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Sequence[Sequence[str]],
        *,
        bold_rows: int = 0,
        open_top: bool = False,
        open_bottom: bool = False,
    ) -> None:
        """A grid with its texts; open sides lack the outer rule, as a row cut by the page end."""
        kept = ys[1 if open_top else 0 : -1 if open_bottom else None]
        self.rule(*(across(y, xs[0], xs[-1]) for y in kept))
        self.rule(*(down(x, ys[0], ys[-1]) for x in xs))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                font = BOLD if r < bold_rows else PLAIN
                self.write(text, xs[c] + 3, ys[r] + 12, font=font)

    def layout(self) -> PageLayout:
        """The page taken apart."""
        return lay_out(self.number, self.content)


def tables_on(sheet: Sheet) -> list[list[list[str]]]:
    """The tables read from a page, as rows of what their cells say."""
    tables = [b for b in join_layouts([sheet.layout()]) if isinstance(b, Table)]
    return [[[c.text for c in t.cells if c.row == r] for r in range(len(t.rows))] for t in tables]


def rows_on(sheet: Sheet) -> list[list[str]]:
    """The rows of all tables of a page below each other."""
    return [row for rows in tables_on(sheet) for row in rows]
