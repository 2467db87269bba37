"""What a font says of character codes and short strings, remembered while its file is read."""

from __future__ import annotations

import math

from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined

from extract.operators import string_of

# Longer strings seldom come twice; so many short ones a report does not have.
_SHORT = 40
_MOST_REMEMBERED = 20_000

Code = tuple[int, str | None, float]
"""A character code, the text that ToUnicode or the encoding gives it, and its width."""


def em_of(font: PDFFont) -> float:
    """How high the type of a font is at size 1: 1 but for fonts of free scale.

    A Type 3 font draws its glyphs at a scale of its own (ISO 32000-1, 9.6.5); what bounds them all
    is about as high as the type.
    """
    if not isinstance(font, PDFType3Font):
        return 1.0
    high = abs(font.bbox[3] - font.bbox[1]) * abs(font.vscale)
    return high if 0.0 < high < math.inf else 1.0


class FontCodes:
    """The codes of one font.

    ``strings``: those of the strings met so far, if they are short; ``em``: see :func:`em_of`.
    """

    def __init__(self, font: PDFFont) -> None:
        self.vertical = font.is_vertical()
        self.multibyte = font.is_multibyte()
        self.em = em_of(font)
        self._font = font
        self._codes: dict[int, Code] = {}
        self.strings: dict[bytes, list[Code]] = {}

    def of(self, token: bytes) -> list[Code]:
        """The codes of a string as it stands in the content stream."""
        known = self.strings.get(token)
        if known is None:
            known = [self._code(cid) for cid in self._font.decode(string_of(token))]
            if len(token) <= _SHORT and len(self.strings) < _MOST_REMEMBERED:
                self.strings[token] = known
        return known

    def _code(self, cid: int) -> Code:
        code = self._codes.get(cid)
        if code is None:
            try:
                mapped: str | None = self._font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                mapped = None
            code = self._codes[cid] = (cid, mapped, self._font.char_width(cid))
        return code
