"""Reads the content stream of a page, many times as fast as pdfminer's interpreter does.

What takes pdfminer's time is cutting a stream into tokens and looking at every glyph anew. Here one
regular expression cuts it into whole operations, what a font says of a string is remembered, and
what a page of text consists of is carried out in place; the other operators, the state and the
resources are pdfminer's. A page with anything that is not handled (inline images, vertical type,
comments and hexadecimal names in the stream, operands too many or too few, text before any font)
is read by pdfminer from its start; what comes out is equal, number for number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT
from pdfminer.utils import Matrix

from extract.content import Content, Glyph
from extract.device import ContentDevice, ContentInterpreter, decoded, interpreted
from extract.fontcodes import FontCodes
from extract.fontshelf import FontShelf
from extract.opening import PDF_ERRORS
from extract.operators import (
    ARRAY,
    ELEMENT,
    NAMED,
    NAMED_PROPERTIES,
    NUMBERS,
    OPERATION,
    PROPERTIES,
    SHOW,
    Refused,
    name_of,
    string_property,
)

T = TypeVar("T")

# Operators with numbers before them, by how many.
_NUMERIC = {
    0: "q Q h S s f F f* B B* b b* n W W* BT ET BX EX EMC T*",
    1: "w J j M i G g Tc Tw Tz TL Tr Ts",
    2: "m l Td TD",
    3: "RG rg",
    4: "re v y K k",
    6: "cm c Tm",
}
_COUNTS = {name.encode(): count for count, names in _NUMERIC.items() for name in names.split()}
_METHODS = {name: "do_" + name.decode().replace("*", "_a") for name in _COUNTS}
_COLOURS = {b"sc": "ncs", b"scn": "ncs", b"SC": "scs", b"SCN": "scs"}
_NAMED = frozenset((b"Do", b"gs", b"cs", b"CS", b"MP", b"sh", b"ri"))


def _twin(state: T) -> T:
    """A copy of a state, without making a new one first."""
    twin = object.__new__(type(state))
    twin.__dict__.update(state.__dict__)
    return twin


@lru_cache(maxsize=4096)
def _actual_text(properties: bytes) -> str | None:
    """The ``ActualText`` of a property list; the same clusters come again and again."""
    raw = string_property(properties, b"ActualText")
    return None if raw is None else decoded(raw)


class _Type(NamedTuple):
    """How strings are painted while neither the font nor the state of the text changes.

    ``a`` to ``d``: the matrix but for where it moves to.
    """

    font: PDFFont
    codes: FontCodes
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
    """A device that is given whole strings, and property lists as they stand in the stream."""

    def __init__(self, shelf: FontShelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf
        self._asked: tuple[Any, ...] = ()
        self._type: _Type

    def _font(self, state: PDFTextState) -> tuple[PDFFont, FontCodes]:
        font = state.font
        if font is None:
            raise Refused("text before any font")
        codes = self._shelf.codes(font)
        if codes.vertical:
            raise Refused("vertical type")
        return font, codes

    def _type_of(self, state: PDFTextState, matrix: Matrix) -> _Type:
        font, codes = self._font(state)
        size, scaling = state.fontsize, state.scaling * 0.01
        a1, b1, c1, d1, _, _ = state.matrix
        a0, b0, c0, d0, _, _ = matrix
        a, b, c, d = a0 * a1 + c0 * b1, b0 * a1 + d0 * b1, a0 * c1 + c0 * d1, b0 * c1 + d0 * d1
        return _Type(
            font,
            codes,
            *(a, b, c, d),
            length=(a * a + b * b) ** 0.5,
            height=abs(size) * (c * c + d * d) ** 0.5,
            angle=(0 if a >= 0 else 180) if abs(a) >= abs(b) else (90 if b > 0 else 270),
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
        """Paint strings; a number between them moves the next one.

        Every sum is made in the order of pdfminer's, so that not even the last digit differs.
        """
        matrix = self.ctm or (1, 0, 0, 1, 0, 0)
        a1, b1, c1, d1, e1, f1 = state.matrix
        asked = (
            *(state.font, state.fontsize, a1, b1, c1, d1, matrix, state.scaling),
            *(state.charspace, state.wordspace, state.rise, state.render),
        )
        if asked != self._asked:
            self._type, self._asked = self._type_of(state, matrix), asked
        font, codes, a, b, c, d, length, height, angle, *rest = self._type
        size, scaling, space, unit, gap, over, up, hidden = rest
        a0, b0, c0, d0, e0, f0 = matrix
        e, f = a0 * e1 + c0 * f1 + e0, b0 * e1 + d0 * f1 + f0
        x, y = state.linematrix
        yc, yd = y * c, y * d
        left, top, glyphs = self._left, self._top, self.content.glyphs
        free, (low, above, high, below) = self._clip is None, self.window()
        middle = 0.28 * height
        span, follows = self._span, False
        for token in tokens:
            if token[0] not in b"<(":
                x -= float(token) * unit
                follows = True
                continue
            for cid, mapped, width in codes.of(token):
                if follows:
                    x += space
                follows = True
                advance = width * size * scaling
                at, base = over + (x * a + yc + e) - left, top - (up + (x * b + yd + f))
                if free or (low <= at <= high and above <= base - middle <= below):
                    reach, order = advance * length, len(glyphs)
                    glyphs.append(
                        Glyph(
                            font, cid, mapped, at, base, reach, height, angle, order, span, hidden
                        )
                    )
                x += advance
                if cid == 32 and gap:
                    x += gap
        state.linematrix = (x, y)


class LeanInterpreter(ContentInterpreter):
    """pdfminer's interpreter, but for how it cuts a stream and for what shows text."""

    device: LeanDevice

    def execute(self, streams: Sequence[Any]) -> None:
        does = {name: getattr(self, method) for name, method in _METHODS.items()}
        show, mark = self.device.show, self.device.mark
        for found in OPERATION.finditer(self._data(streams)):
            last = found.lastindex
            if last is None:
                continue
            if last <= NUMBERS + 2:
                kind = NUMBERS
                numbers, name = found.group(1, 2)
                operator = does.get(name)
                operands = [*map(float, numbers.split())] if numbers else ()
                if operator is not None and len(operands) == _COUNTS[name]:
                    operator(*operands)
                else:
                    self._colour(name, operands)
            elif last <= PROPERTIES + 2:
                kind = PROPERTIES
                mark(_actual_text(found[5]))
            elif last <= NAMED + 2:
                kind = NAMED
                self._named(*found.group(8, 9, 10))
            else:
                self._rest(last, found)
                continue
            # What is shown right after it.
            if last == kind + 1:
                show(self.textstate, (found[last],))
            elif last == kind + 2:
                show(self.textstate, ELEMENT.findall(found[last]))

    # pdfminer's look at every operand whether it is a number; here they are.
    def do_Td(self, tx: Any, ty: Any) -> None:
        state = self.textstate
        a, b, c, d, e, f = state.matrix
        state.matrix = (a, b, c, d, tx * a + ty * c + e, tx * b + ty * d + f)
        state.linematrix = (0, 0)

    def do_Tm(self, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any) -> None:
        self.textstate.matrix = (a, b, c, d, e, f)
        self.textstate.linematrix = (0, 0)

    def get_current_state(self) -> tuple[Matrix, PDFTextState, PDFGraphicState]:
        return self.ctm, _twin(self.textstate), _twin(self.graphicstate)

    def _data(self, streams: Sequence[Any]) -> bytes:
        """The decoded streams, without those that are being read further up."""
        self.stream_ids.clear()
        found: list[bytes] = []
        for stream in map(stream_value, streams):
            if stream.objid is None or stream.objid in self.parent_stream_ids:
                raise Refused("a stream within itself, or without a number")
            self.stream_ids.add(stream.objid)
            found.append(stream.get_data())
        return b"\n".join(found)

    def _rest(self, kind: int, found: re.Match[bytes]) -> None:
        if kind == SHOW:
            if found[SHOW] == b"'":
                self.do_T_a()
            self.device.show(self.textstate, (found[SHOW - 1],))
        elif kind == ARRAY:
            self.device.show(self.textstate, ELEMENT.findall(found[ARRAY]))
        elif kind == NAMED_PROPERTIES:
            self.do_BDC(*(LIT(name_of(name)) for name in found.group(kind - 1, kind)))
        else:
            raise Refused("no operation")

    def _named(self, name: bytes, numbers: bytes, operator: bytes) -> None:
        """What comes after a name."""
        said = name_of(name)
        if operator == b"Tf":
            size = numbers.split()
            if len(size) != 1:
                raise Refused("operands too many or too few")
            if said not in self.fontmap:
                self.do_Tf(LIT(said), 0.0)
            else:
                self.textstate.font = self.fontmap[said]
            self.textstate.fontsize = float(size[0])
        elif numbers:
            raise Refused("operands too many")
        elif operator == b"BMC":
            self.device.mark(None)
        elif operator in _NAMED:
            getattr(self, "do_" + operator.decode())(LIT(said))
        else:
            self._colour(operator, (LIT(said),))

    def _colour(self, operator: bytes, operands: Sequence[Any]) -> None:
        """A colour of as many numbers, or the one name, as its space asks for."""
        space = _COLOURS.get(operator)
        if space is None or len(operands) != getattr(self.graphicstate, space).ncomponents:
            raise Refused("an unknown operator, or operands too many or too few")
        self.argstack = list(operands)
        getattr(self, "do_" + operator.decode())()


def read_content(page: PDFPage, shelf: FontShelf) -> Content:
    """Read one page; pdfminer's own exceptions pass through to the caller."""
    device = LeanDevice(shelf)
    try:
        LeanInterpreter(shelf, device).process_page(page)
    except (Refused, *PDF_ERRORS):
        return interpreted(page, shelf)
    return device.content
