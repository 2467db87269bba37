"""Reads the content stream of a page, many times as fast as pdfminer's interpreter does.

What takes pdfminer's time is cutting a stream into tokens and looking at every glyph anew. Here one
regular expression cuts it into whole operations, what a font says of a string is remembered, and
what a page of text consists of is carried out in place; the other operators, the state and the
resources are pdfminer's. A page with anything that is not handled (inline images, vertical type,
comments and hexadecimal names in the stream, operands too many or too few, text before any font)
is read by pdfminer from its start; what comes out is equal, number for number. A broken list of
properties that says nothing of text, at which pdfminer stops, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pdfminer.pdfinterp import PDFGraphicState, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT
from pdfminer.utils import Matrix

from extract.content import Content
from extract.fonts.fontshelf import FontShelf
from extract.operators import (
    ARRAY,
    NAMED,
    NAMED_PROPERTIES,
    NUMBERS,
    OPERATION,
    PROPERTIES,
    SHOW,
    Refused,
    elements_of,
    name_of,
    string_property,
)
from extract.painted.device import ContentInterpreter, decoded, interpreted
from extract.painted.opening import PDF_ERRORS
from extract.painted.strings import LeanDevice

T = TypeVar("T")

# Operators with numbers before them, by how many; those that change how text is painted.
_NUMERIC = {
    0: "q Q h S s f F f* B B* b b* n W W* BT ET BX EX EMC T*",
    1: "w J j M i G g Tc Tw Tz TL Tr Ts",
    2: "m l Td TD",
    3: "RG rg",
    4: "re v y K k",
    6: "cm c Tm",
}
_COUNTS = {name.encode(): count for count, names in _NUMERIC.items() for name in names.split()}
_CHANGING = frozenset(b"BT Tc Tw Tz Ts Tr Tm".split())
_Deeds = tuple[Any, int, bool, tuple[Callable[[], Any], ...]]
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


class LeanInterpreter(ContentInterpreter):
    """pdfminer's interpreter, but for how it cuts a stream and for what shows text."""

    device: LeanDevice

    def execute(self, streams: Sequence[Any]) -> None:
        does: dict[bytes, _Deeds] = {}
        show, mark, device = self.device.show, self.device.mark, self.device
        for found in OPERATION.finditer(self._data(streams)):
            last = found.lastindex
            if last is None:
                continue
            if last <= NUMBERS + 2:
                kind = NUMBERS
                numbers, name = found.group(1, 2)
                deeds = does.get(name)
                if deeds is None:
                    deeds = does[name] = self._deeds(name)
                operator, count, changes, more = deeds
                operands = numbers.split() if numbers else ()
                if len(operands) == count:
                    operator(*map(float, operands)) if count else operator()
                else:
                    self._colour(name.split(None, 1)[0], [*map(float, operands)])
                for one in more:
                    one()
                if changes:
                    device.unchanged = False
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
                show(self.textstate, elements_of(found[last]))

    def _deeds(self, names: bytes) -> _Deeds:
        """What an operator does, and those that follow it with nothing between."""
        first, *more = names.split()
        changes = any(name in _CHANGING for name in (first, *more))
        if any(_COUNTS.get(name) != 0 for name in more):
            raise Refused("an operator without its operands")
        follow = tuple(getattr(self, _METHODS[name]) for name in more)
        does = getattr(self, _METHODS.get(first, ""), None)
        return does, _COUNTS.get(first, -1), changes, follow

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
            self.device.show(self.textstate, elements_of(found[ARRAY]))
        elif kind == NAMED_PROPERTIES:
            self.do_BDC(*(LIT(name_of(name)) for name in found.group(kind - 1, kind)))
        else:
            raise Refused("no operation")

    def _named(self, name: bytes, numbers: bytes, operator: bytes) -> None:
        """What comes after a name."""
        said = name_of(name)
        self.device.unchanged = False
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
