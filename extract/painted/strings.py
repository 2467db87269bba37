"""Paints whole strings, as they stand in a content stream.

What the font and the state of the text make of every letter is worked out once and holds until one
of them changes; a letter is then a few sums. Every sum is made in the order of pdfminer's, so that
not even the last digit differs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFTextState
from pdfminer.utils import Matrix, Point

from extract.content import Glyph
from extract.fonts.fontcodes import FontCodes
from extract.fonts.fontshelf import FontShelf
from extract.operators import Refused
from extract.painted.device import ContentDevice, angle_of


class _Type(NamedTuple):
    """How strings are painted while neither the font nor the state of the text changes.

    ``matrix``: that of the page; ``a`` to ``d``: with that of the text, but for where it moves to.
    """

    font: PDFFont
    codes: FontCodes
    matrix: Matrix
    a: float
    b: float
    c: float
    d: float
    length: float
    height: float
    angle: int
    size: float
    scaling: float
    space: float
    unit: float
    gap: float
    over: float
    up: float
    hidden: bool


class LeanDevice(ContentDevice):
    """A device that is given whole strings, and property lists as they stand in the stream.

    ``unchanged``: neither the font, nor the state of the text, nor what is clipped away has changed
    since the last string; the interpreter takes it back.
    """

    def __init__(self, shelf: FontShelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf
        self._type: _Type
        self._types: dict[tuple[object, ...], _Type] = {}
        self._open: tuple[float, float, float, float] | None = None
        self.unchanged = False

    def set_ctm(self, ctm: Matrix) -> None:
        super().set_ctm(ctm)
        self.unchanged = False

    def restore_clip(self) -> None:
        super().restore_clip()
        self.unchanged = False

    def clip_to(self, points: Sequence[Point]) -> None:
        super().clip_to(points)
        self.unchanged = False

    def _font(self, state: PDFTextState) -> tuple[PDFFont, FontCodes]:
        font = state.font
        if font is None:
            raise Refused("text before any font")
        codes = self._shelf.codes(font)
        if codes.vertical:
            raise Refused("vertical type")
        return font, codes

    def _look_again(self, state: PDFTextState) -> None:
        self._type = self._type_of(state, self.ctm or (1, 0, 0, 1, 0, 0))
        self._open = None if self._clip is None else self.window(self._type.height)
        self.unchanged = True

    def _type_of(self, state: PDFTextState, matrix: Matrix) -> _Type:
        asked = (
            *(state.font, state.fontsize, *state.matrix[:4], matrix, state.scaling),
            *(state.charspace, state.wordspace, state.rise, state.render),
        )
        known = self._types.get(asked)
        if known is None:
            known = self._types[asked] = self._made(state, matrix)
        return known

    def _made(self, state: PDFTextState, matrix: Matrix) -> _Type:
        font, codes = self._font(state)
        size, scaling = state.fontsize, state.scaling * 0.01
        a1, b1, c1, d1, _, _ = state.matrix
        a0, b0, c0, d0, _, _ = matrix
        a, b, c, d = a0 * a1 + c0 * b1, b0 * a1 + d0 * b1, a0 * c1 + c0 * d1, b0 * c1 + d0 * d1
        angle = angle_of(a, b)
        self.content.turned |= angle != 0
        return _Type(
            font,
            codes,
            matrix,
            *(a, b, c, d),
            length=(a * a + b * b) ** 0.5,
            height=abs(size) * codes.em * (c * c + d * d) ** 0.5,
            angle=angle,
            size=size,
            scaling=scaling,
            space=state.charspace * scaling,
            unit=0.001 * size * scaling,
            gap=0 if codes.multibyte else state.wordspace * scaling,
            over=a * 0 + c * state.rise,
            up=b * 0 + d * state.rise,
            hidden=state.render == 3,
        )

    def show(self, state: PDFTextState, tokens: Iterable[bytes]) -> None:
        """Paint strings; a number between them moves the next one."""
        if not self.unchanged:
            self._look_again(state)
        # fmt: off
        (
            font, codes, (a0, b0, c0, d0, e0, f0), a, b, c, d, length, height, angle,
            size, scaling, space, unit, gap, over, up, hidden,
        ) = self._type
        # fmt: on
        (_, _, _, _, e1, f1), (x, y) = state.matrix, state.linematrix
        e, f = a0 * e1 + c0 * f1 + e0, b0 * e1 + d0 * f1 + f0
        if b != 0 or space:
            state.linematrix = self._anywhere(self._type, (e, f), (x, y), tokens)
            return
        # From left to right, as most of every report is; ink begins behind a letter's place.
        span, left, yc = self._span, self._left, y * c
        glyphs, known = self.content.glyphs, codes.strings
        order, base = len(glyphs), self._top - (up + (x * b + y * d + f))
        low, high = self._seen_at(base - 0.28 * height)
        for token in tokens:
            letters = known.get(token)
            if letters is None:
                if token[0] not in b"<(":
                    x -= float(token) * unit
                    continue
                letters = codes.of(token)
            for cid, mapped, width in letters:
                advance = width * size * scaling
                at, reach = over + (x * a + yc + e) - left, advance * length
                if low <= at <= high or (at < low <= at + 0.5 * reach and at <= high):
                    # fmt: off
                    glyphs.append(Glyph(
                        font, cid, mapped, at, base, reach, height, angle, order, span, hidden
                    ))
                    # fmt: on
                    order += 1
                x += advance
                if cid == 32 and gap:
                    x += gap
        state.linematrix = (x, y)

    def _seen_at(self, middle: float) -> tuple[float, float]:
        """From where to where letters of a line are seen; past each other where none is."""
        if self._open is None:
            return -math.inf, math.inf
        low, above, high, below = self._open
        return (low, high) if above <= middle <= below else (math.inf, -math.inf)

    def _anywhere(self, kind: _Type, origin: Point, start: Point, tokens: Iterable[bytes]) -> Point:
        """Paint in any direction what is seen of it."""
        a, b, yc, yd = kind.a, kind.b, start[1] * kind.c, start[1] * kind.d
        (x, y), (e, f) = start, origin
        glyphs, clip = self.content.glyphs, self._clip
        low, above, high, below = self.window(kind.height)
        follows = False
        for token in tokens:
            if token[0] not in b"<(":
                x -= float(token) * kind.unit
                follows = True
                continue
            for cid, mapped, width in kind.codes.of(token):
                if follows:
                    x += kind.space
                follows = True
                advance = width * kind.size * kind.scaling
                at = kind.over + (x * a + yc + e) - self._left
                base = self._top - (kind.up + (x * b + yd + f))
                middle, reach = base - 0.28 * kind.height, advance * kind.length
                end = at + max(0.5 * reach, 0.0) if kind.angle == 0 else at
                if clip is None or (low <= end and at <= high and above <= middle <= below):
                    place = at, base, reach, kind.height, kind.angle, len(glyphs)
                    glyphs.append(Glyph(kind.font, cid, mapped, *place, self._span, kind.hidden))
                x += advance
                if cid == 32 and kind.gap:
                    x += kind.gap
        return x, y
