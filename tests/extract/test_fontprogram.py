"""What embedded fonts say of their glyphs, with tiny fonts made for each case."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pytest
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from extract.fonts.fontprogram import (
    characters_of,
    open_font,
    read_characters,
    read_cids,
    read_codes,
    read_drawings,
)


def square(left: int, low: int, high: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((left, low))
    for point in ((left + 200, low), (left + 200, high), (left, high)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def font(
    names: Sequence[str],
    cmap: Mapping[int, str] | None = None,
    features: str = "",
    drawings: Mapping[str, object] | None = None,
    *,
    post: bool = True,
) -> TTFont:
    """A font of these glyphs (after .notdef), read back from its bytes."""
    order = [".notdef", *names]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(dict(cmap or {}))
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf({name: (drawings or {}).get(name, empty) for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost(keepGlyphNames=post)
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    return TTFont(io.BytesIO(saved(builder.font)))


def saved(made: TTFont) -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def by_name(made: TTFont) -> dict[str, str]:
    """Glyph name -> what it says (by the names the test gave, not those of the file)."""
    order = made.getGlyphOrder()
    return {order[gid]: text for gid, text in characters_of(made).items()}


def test_cmap_names_glyphs() -> None:
    made = font(["a", "b"], {0x0E01: "a", 0x0E33: "b"})
    assert by_name(made) == {"a": "ก", "b": "ำ"}


def test_private_code_points_say_the_letter_they_draw() -> None:
    made = font(["a", "b"], {0xF70A: "a", 0xF701: "b"})
    assert by_name(made) == {"a": "่", "b": "ิ"}


def test_a_character_map_that_only_counts_the_glyphs_names_none() -> None:
    names = ["g1", "g2", "g3"]
    counted = font(names, {0xF001: "g1", 0xF002: "g2", 0xF003: "g3"}, post=False)
    assert characters_of(counted) == {}
    symbols = font(names, {0xF0B7: "g1", 0xF0A7: "g2"}, post=False)
    assert characters_of(symbols) == {1: "\uf0b7", 2: "\uf0a7"}


def test_cmap_is_believed_before_the_name() -> None:
    assert by_name(font(["uni0E02"], {0x0E01: "uni0E02"})) == {"uni0E02": "ก"}


@pytest.mark.parametrize("name", ["uni0E48", "uni0E48.low", "uni0E48.left"])
def test_glyph_names_speak_where_the_cmap_is_silent(name: str) -> None:
    assert by_name(font([name])) == {name: "่"}


def test_names_that_mean_nothing_say_nothing() -> None:
    assert by_name(font(["glyph00001", "g17", "x"], {0x0E01: "x"})) == {"x": "ก"}


def test_font_without_names_has_only_its_cmap() -> None:
    made = font(["uni0E48", "uni0E01"], {0x0E01: "uni0E01"}, post=False)
    assert list(characters_of(made).values()) == ["ก"]


def test_alternate_is_what_it_was_made_from() -> None:
    made = font(["ko", "alt"], {0x0E01: "ko"}, "feature ccmp { sub ko by alt; } ccmp;")
    assert by_name(made)["alt"] == "ก"


def test_ligature_is_its_parts() -> None:
    made = font(
        ["ii", "tone", "both"],
        {0x0E35: "ii", 0x0E48: "tone"},
        "feature liga { sub ii tone by both; } liga;",
    )
    assert by_name(made)["both"] == "ี่"


def test_one_of_several_alternates() -> None:
    made = font(["ko", "k1", "k2"], {0x0E01: "ko"}, "feature salt { sub ko from [k1 k2]; } salt;")
    assert by_name(made) == {"ko": "ก", "k1": "ก", "k2": "ก"}


def test_substitution_of_an_unknown_glyph_says_nothing() -> None:
    made = font(["g1", "g2"], {}, "feature ccmp { sub g1 by g2; } ccmp;")
    assert by_name(made) == {}


def test_glyph_that_two_letters_lead_to_is_named_by_neither() -> None:
    made = font(
        ["u", "uu", "low"],
        {0x0E38: "u", 0x0E39: "uu"},
        "feature ccmp { sub u by low; } ccmp; feature salt { sub uu by low; } salt;",
    )
    assert "low" not in by_name(made)


def test_codes_of_a_simple_font() -> None:
    made = font(["a", "b"], {0xF0A1: "a", 0xF0D3: "b"})
    symbols = made["cmap"].tables[0]
    symbols.platformID, symbols.platEncID = 3, 0
    made["cmap"].tables = [symbols]
    again = TTFont(io.BytesIO(saved(made)))
    ids = {name: again.getGlyphID(name) for name in again.getGlyphOrder()}
    assert set(read_codes(again)) == {0xA1, 0xD3}
    assert set(read_codes(again).values()) == set(list(ids.values())[1:])


def postscript(names: Sequence[str], cmap: Mapping[int, str], *, keyed: bool = False) -> TTFont:
    """A font with PostScript outlines; ``keyed``: by CID, as the names ``cid00042`` say."""
    order = [".notdef", *names]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(dict(cmap))
    empty = T2CharStringPen(500, None).getCharString()
    builder.setupCFF("Made", {}, dict.fromkeys(order, empty), {})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost(keepGlyphNames=False)
    if keyed:
        top = builder.font["CFF "].cff.topDictIndex[0]
        part = FontDict()
        part.setCFF2(False)
        part.Private = top.Private
        top.ROS = ("Adobe", "Identity", 0)
        top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
        top.FDArray.append(part)
        top.FDSelect.gidArray = [0] * len(order)
        top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
        del top.Private
    return TTFont(io.BytesIO(saved(builder.font)))


def test_postscript_glyphs_are_named_by_cmap_and_by_name() -> None:
    made = postscript(["ko", "uni0E48.low", "cid7"], {0x0E01: "ko"})
    assert characters_of(made) == {1: "ก", 2: "่"}
    # Outlines with names: a code of the PDF is the glyph id.
    assert read_cids(made) is None


def test_outlines_keyed_by_number_have_codes_of_their_own() -> None:
    made = postscript(["cid00042", "cid00007"], {0x0E01: "cid00042"}, keyed=True)
    assert read_cids(made) == {42: 1, 7: 2}
    assert characters_of(made) == {1: "ก"}


def test_drawings_know_where_a_glyph_stands_and_what_it_looks_like() -> None:
    made = font(
        ["high", "low", "same", "blank"],
        {},
        drawings={
            "high": square(0, 600, 700),
            "low": square(0, -200, -100),
            "same": square(50, 300, 400),
        },
    )
    drawn = read_drawings(made)
    order = made.getGlyphOrder()
    high, low, same = (drawn[order.index(name)] for name in ("high", "low", "same"))
    assert (high.low, high.high) == (0.6, 0.7)
    assert (low.low, low.high) == (-0.2, -0.1)
    # The same outline at another height is the same mark.
    assert high.key == low.key == same.key
    assert order.index("blank") not in drawn


@pytest.mark.parametrize("data", [b"", b"no font", b"\x00\x01\x00\x00" + b"\xff" * 60])
def test_bytes_that_are_no_font_say_nothing(data: bytes) -> None:
    broken = open_font(data)
    assert read_characters(broken) == {}
    assert read_drawings(broken) == {}
    assert read_codes(broken) == {}
    assert not read_cids(broken)


def test_damaged_table_says_nothing() -> None:
    data = bytearray(saved(font(["a"], {0x0E01: "a"})))
    made = TTFont(io.BytesIO(bytes(data)), lazy=True)
    at = made.reader.tables["cmap"].offset
    data[at : at + 20] = b"\xff" * 20
    assert read_characters(open_font(bytes(data))) == {}
