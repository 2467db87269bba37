"""What an embedded font itself says about its glyphs.

ToUnicode maps are written by the program that made the PDF and are often wrong for Thai: Word maps
nikhahit to a space and, in bold fonts, sara aa to sara am. The embedded font still has the truth:
its own ``cmap``, its glyph names (``uni0E4D``) and its substitutions (GSUB), which lead from a
shaped alternate back to the character it was made from. Read with fontTools; a font that cannot be
parsed says nothing, and ToUnicode stands.
"""

from __future__ import annotations

import contextlib
import io
import logging
import struct
from collections import defaultdict
from functools import partial
from itertools import pairwise

from fontTools import agl
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.tables._g_l_y_f import Glyph

from extract.fonts.outlines import Drawing, outline_key
from extract.thai import without_forms

#: What damaged or hostile font files make fontTools raise; it has no common base exception.
FONT_ERRORS = (
    TTLibError,
    struct.error,
    AssertionError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    UnicodeError,
    ValueError,
)
_SYMBOLS = 0xF000
_MAX_FONT_BYTES = 30_000_000
# fontTools remarks on every odd timestamp and table; none of it matters for reading glyphs.
logging.getLogger("fontTools").setLevel(logging.ERROR)


def open_font(data: bytes) -> TTFont | None:
    """A TrueType font, or ``None`` where the bytes are none."""
    if not data or len(data) > _MAX_FONT_BYTES:
        return None
    try:
        return TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
    except FONT_ERRORS:
        return None


def read_characters(font: TTFont | None) -> dict[int, str]:
    """Glyph id -> character as the font says; empty for a font that cannot be read."""
    if font is None:
        return {}
    try:
        return characters_of(font)
    except FONT_ERRORS:
        return {}


def characters_of(font: TTFont) -> dict[int, str]:
    """Glyph id -> character for every glyph the font can name.

    Order of trust: the Unicode ``cmap``; real glyph names (``post`` format 2, or those of named
    PostScript outlines); the input of a substitution (the parts of a ligature such as sara ii with
    mai ek) for a glyph that has neither.
    """
    by_name: dict[str, str] = {}
    if "cmap" in font:
        for table in font["cmap"].tables:
            if table.isUnicode() and not _only_counts(font, table.cmap):
                for code, name in sorted(table.cmap.items()):
                    by_name.setdefault(name, without_forms(chr(code)))
    if _has_names(font):
        for name in font.getGlyphOrder():
            text = agl.toUnicode(name.split(".")[0])
            if len(text) == 1:
                by_name.setdefault(name, without_forms(text))
    for target, texts in _targets(font, by_name).items():
        # Some substitutions put marks in another order (sara u for a lowered tone and back): a
        # glyph that two sources lead to is named by neither.
        if len(texts) == 1:
            by_name.setdefault(target, texts.pop())
    return {font.getGlyphID(name): text for name, text in by_name.items()}


def _only_counts(font: TTFont, cmap: dict[int, str]) -> bool:
    """Whether a character map numbers the glyphs and names none of them.

    Ghostscript gives a font that has lost its map one of symbols: U+F000 and the number of the
    glyph.
    """
    return all(code == _SYMBOLS + font.getGlyphID(name) for code, name in cmap.items())


def _has_names(font: TTFont) -> bool:
    if "CFF " in font:
        return not hasattr(font["CFF "].cff.topDictIndex[0], "ROS")
    return "post" in font and font["post"].formatType == 2


def _targets(font: TTFont, by_name: dict[str, str]) -> dict[str, set[str]]:
    """Glyph name -> the texts that substitutions lead there from."""
    found: dict[str, set[str]] = defaultdict(set)
    for sources, target in _substitutions(font):
        if all(source in by_name for source in sources):
            found[target].add("".join(by_name[source] for source in sources))
    return found


def read_codes(font: TTFont | None) -> dict[int, int]:
    """Character code -> glyph id of a simple font, from its Macintosh or symbol ``cmap``."""
    if font is None:
        return {}
    try:
        found: dict[int, int] = {}
        for table in font["cmap"].tables if "cmap" in font else ():
            if (table.platformID, table.platEncID) in ((1, 0), (3, 0)):
                for code, name in table.cmap.items():
                    found.setdefault(code & 0xFF, font.getGlyphID(name))
        return found
    except FONT_ERRORS:
        return {}


def read_cids(font: TTFont | None) -> dict[int, int] | None:
    """Code -> glyph id of CID-keyed PostScript outlines; ``None`` where a code is the glyph id."""
    if font is None:
        return None
    try:
        if "CFF " not in font or _has_names(font):
            return None
        order = font.getGlyphOrder()
        return {int(name[3:]): gid for gid, name in enumerate(order) if name[:3] == "cid"}
    except FONT_ERRORS:
        return {}


def read_drawings(font: TTFont | None) -> dict[int, Drawing]:
    """Glyph id -> drawing for every glyph of a TrueType font (no drawings for other kinds)."""
    if font is None:
        return {}
    try:
        if "glyf" not in font or "loca" not in font:
            return {}
        data, places = font.reader["glyf"], font["loca"].locations
        scale = float(font["head"].unitsPerEm or 1000)
    except FONT_ERRORS:
        return {}
    found: dict[int, Drawing] = {}
    for gid, (start, end) in enumerate(pairwise(places)):
        # One damaged glyph says nothing; the others still do.
        with contextlib.suppress(*FONT_ERRORS):
            if end > start:
                found[gid] = _drawing(data[start:end], scale)
    for gid, (start, end) in enumerate(pairwise(places)):
        # A glyph made of one other glyph, only moved, draws the same.
        part = _lone_component(data[start:end])
        if part in found and gid in found:
            found[gid].sign, found[gid].read = found[part].sign, found[part].read
    return found


def _lone_component(data: bytes) -> int | None:
    """The glyph a composite glyph consists of, where it is one glyph and not resized."""
    if len(data) < 14 or data[:2] != b"\xff\xff":
        return None
    flags, gid = struct.unpack(">HH", data[10:14])
    more, resized = flags & 0x20, flags & (0x08 | 0x40 | 0x80)
    return None if more or resized else int(gid)


def read_components(font: TTFont, gid: int) -> list[int]:
    """The glyphs a composite glyph of a TrueType font consists of; empty for any other."""
    try:
        if "glyf" not in font:
            return []
        glyph = font["glyf"][font.getGlyphName(gid)]
        parts = glyph.components if glyph.isComposite() else ()
        return [font.getGlyphID(part.glyphName) for part in parts]
    except FONT_ERRORS:
        return []


def _drawing(data: bytes, scale: float) -> Drawing:
    """How far an outline reaches; of its points only how many contours there are, and their size.

    Neither hangs on where the outline stands: fonts hold the same mark at several heights.
    """
    if len(data) <= 10:
        return Drawing()
    contours, left, low, right, high = struct.unpack(">hhhhh", data[:10])
    sign = (contours, right - left, high - low)
    return Drawing(low / scale, high / scale, sign, partial(_outline, data))


def _outline(data: bytes) -> tuple[bytes | None, bool]:
    """The key of an outline, without where it stands, and whether it is a ring."""
    contours, left, low = struct.unpack(">hhh", data[:6])
    shape: object = data[10:]
    ring = False
    # One damaged glyph says nothing.
    with contextlib.suppress(*FONT_ERRORS):
        if contours > 0:
            glyph = Glyph(data)
            glyph.expand(None)
            shape = [(x - left, y - low) for x, y in glyph.coordinates]
            ring = contours == 2 and _is_ring(glyph)
        return outline_key(f"{contours}{shape}".encode()), ring
    return None, False


def _is_ring(glyph: Glyph) -> bool:
    """Whether a glyph of two contours is one around the other, both with the same middle."""
    end = glyph.endPtsOfContours[0] + 1
    points = list(glyph.coordinates)
    middles, sizes = [], []
    for part in (points[:end], points[end:]):
        xs, ys = [p[0] for p in part], [p[1] for p in part]
        sizes.append((max(xs) - min(xs), max(ys) - min(ys)))
        middles.append(((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2))
    wide, high = max(sizes)
    apart = [abs(a - b) for a, b in zip(*middles, strict=True)]
    return bool(max(apart) <= 0.12 * min(wide, high) and 0.6 <= wide / max(high, 1) <= 1.7)


def _substitutions(font: TTFont) -> list[tuple[tuple[str, ...], str]]:
    """Glyph names (from, to) of every one-to-one, alternate and ligature substitution."""
    if "GSUB" not in font or font["GSUB"].table.LookupList is None:
        return []
    pairs: list[tuple[tuple[str, ...], str]] = []
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for sub in lookup.SubTable:
            inner = sub.ExtSubTable if lookup.LookupType == 7 else sub
            if hasattr(inner, "alternates"):
                pairs += [((s,), t) for s, targets in inner.alternates.items() for t in targets]
            elif hasattr(inner, "ligatures"):
                for first, ligatures in inner.ligatures.items():
                    pairs += [((first, *x.Component), x.LigGlyph) for x in ligatures]
            elif hasattr(inner, "mapping"):
                pairs += [((s,), t) for s, t in inner.mapping.items() if isinstance(t, str)]
    return pairs
