"""The fonts inside a fixture: made smaller, read, stripped and given other ToUnicode maps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from fontTools.ttLib import TTFont

_HINTS = ("fpgm", "prep", "cvt ", "gasp")
# What Acrobat and others leave out of an embedded font: everything that says what a glyph means.
_MEANING = ("cmap", "GSUB", "GPOS", "GDEF", "name", "OS/2")
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end
"""


@dataclass(frozen=True, slots=True)
class Embedded:
    """An embedded composite font and the glyphs it holds by their true characters."""

    dictionary: pikepdf.Object
    bold: bool
    characters: dict[int, str]

    def glyph(self, character: str) -> int:
        """The plain glyph of a character."""
        return min(gid for gid, text in self.characters.items() if text == character)

    def width(self, glyph: int) -> float:
        """The advance of a glyph in thousandths of an em."""
        program = _program(self.dictionary)
        advance: int = program["hmtx"][program.getGlyphName(glyph)][0]
        return advance * 1000 / float(program["head"].unitsPerEm)


def embedded(pdf: pikepdf.Pdf) -> Iterator[Embedded]:
    """The composite fonts of a file, each once."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0":
            bold = "bold" in str(item.BaseFont).lower()
            yield Embedded(item, bold, _true_characters(_program(item)))


def _descriptor(font: pikepdf.Object) -> pikepdf.Object:
    return font.DescendantFonts[0].FontDescriptor


def _program(font: pikepdf.Object) -> TTFont:
    data = _descriptor(font).FontFile2.read_bytes()
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def _true_characters(program: TTFont) -> dict[int, str]:
    """Glyph id -> character or presentation form, by the font's own cmap."""
    found: dict[int, str] = {}
    for code, name in sorted(program.getBestCmap().items()):
        found.setdefault(program.getGlyphID(name), chr(code))
    return found


def without_hints(pdf: pikepdf.Pdf) -> None:
    """Take the instructions for rasterising out of the embedded TrueType fonts."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            data = item.FontFile2.read_bytes()
            program = TTFont(io.BytesIO(data), recalcTimestamp=False)
            for tag in _HINTS:
                if tag in program:
                    del program[tag]
            for name in program.getGlyphOrder():
                program["glyf"][name].removeHinting()
            _replace(pdf, item, program)


def strip(pdf: pikepdf.Pdf, font: Embedded) -> None:
    """Take out of an embedded font whatever says what its glyphs mean, as Acrobat does."""
    program = _program(font.dictionary)
    for tag in _MEANING:
        if tag in program:
            del program[tag]
    program["post"].formatType = 3.0
    _replace(pdf, _descriptor(font.dictionary), program)


def _replace(pdf: pikepdf.Pdf, descriptor: pikepdf.Object, program: TTFont) -> None:
    target = io.BytesIO()
    program.save(target)
    descriptor.FontFile2 = pdf.make_stream(target.getvalue(), Length1=len(target.getvalue()))


def to_unicode(pdf: pikepdf.Pdf, characters: dict[int, str]) -> pikepdf.Object:
    """A ToUnicode map that says what it is told, right or wrong."""
    entries = [
        f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for gid, text in sorted(characters.items())
    ]
    blocks = []
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return pdf.make_stream(_CMAP.format(blocks="\n".join(blocks)).encode("ascii"))
