"""Marks without a name: told by their parts, by their looks, by their place, or not at all."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from extract.fonts.alternates import Alternates
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontprogram import characters_of, read_components, read_drawings
from extract.fonts.likeness import likeness, looks_like, picture_of
from extract.fonts.outlines import OutlineBook, between_neighbours
from tests.extract.test_fontprogram import font

EK, THO, TRI, CHATTAWA, NIKHAHIT = "\u0e48", "\u0e49", "\u0e4a", "\u0e4b", "\u0e4d"
Points = list[tuple[int, int]]

STROKE: list[Points] = [[(0, 0), (40, 0), (50, 200), (10, 200)]]
HOOK: list[Points] = [[(0, 0), (200, 0), (200, 180), (170, 180), (170, 30), (0, 30)]]
_LEFT = [(80, 200), (80, 120), (0, 120), (0, 80), (80, 80)]
_RIGHT = [(120, 0), (120, 80), (200, 80), (200, 120), (120, 120), (120, 200)]
CROSS: list[Points] = [[(80, 0), *_RIGHT, *_LEFT]]
RING: list[Points] = [[(0, 0), (0, 150), (150, 150), (150, 0)], [(40, 40), (110, 40), (110, 110)]]
SHAPES = {"ek": STROKE, "tho": HOOK, "chattawa": CROSS}


def drawn(contours: list[Points], up: int = 600, across: int = 0, size: float = 1.0) -> object:
    pen = TTGlyphPen(None)
    for contour in contours:
        for i, (x, y) in enumerate(contour):
            (pen.lineTo if i else pen.moveTo)((int(x * size) + across, int(y * size) + up))
        pen.closePath()
    return pen.glyph()


def composite(*parts: str) -> object:
    pen = TTGlyphPen(dict.fromkeys(parts))
    for i, part in enumerate(parts):
        pen.addComponent(part, (1, 0, 0, 1, 0, 150 * i))
    return pen.glyph()


def marks(**more: object) -> TTFont:
    """A font of three marks with names, and others without."""
    drawings: dict[str, object] = {name: drawn(shape) for name, shape in SHAPES.items()}
    cmap = {ord(EK): "ek", ord(THO): "tho", ord(CHATTAWA): "chattawa", ord(NIKHAHIT): "nikhahit"}
    drawings["nikhahit"] = drawn(RING)
    return font([*drawings, *more], cmap, drawings={**drawings, **more}, post=False)


def named(made: TTFont, gid: int, unicodes: Mapping[int, str] | None = None) -> str | None:
    facts = FontFacts(characters_of(made), dict(unicodes or {}), made)
    book = OutlineBook()
    book.learn(facts.drawings, facts.program, facts.unicodes)
    return Alternates(facts, book).name(gid)


@pytest.mark.parametrize(("name", "mark"), [("ek", EK), ("tho", THO), ("chattawa", CHATTAWA)])
def test_alternate_is_the_mark_it_looks_like(name: str, mark: str) -> None:
    assert named(marks(small=drawn(SHAPES[name], up=850, across=-90, size=0.8)), 5) == mark


def test_shape_like_no_mark_stays_unnamed() -> None:
    assert named(marks(odd=drawn([[(0, 0), (200, 0), (100, 200)]])), 5) is None


def test_marks_are_compared_on_their_side_of_the_line() -> None:
    assert named(marks(low=drawn(STROKE, up=-300)), 5) is None


def test_glyph_that_is_not_there_stays_unnamed() -> None:
    assert named(marks(), 40) is None
    assert Alternates(FontFacts(), OutlineBook()).name(3) is None


def test_parts_of_a_composite_are_named_one_by_one() -> None:
    made = marks(small=drawn(HOOK, size=0.8), both=composite("nikhahit", "small"))
    assert read_components(made, 6) == [4, 5]
    assert named(made, 6) == NIKHAHIT + THO


def test_composite_with_an_unknown_part_stays_unnamed() -> None:
    odd = drawn([[(0, 0), (200, 0), (100, 200)]])
    assert named(marks(odd=odd, both=composite("nikhahit", "odd")), 6) is None


def test_composites_of_each_other_say_nothing() -> None:
    made = marks(one=drawn(STROKE), two=composite("one", "one"))
    made["glyf"][made.getGlyphName(6)].components[0].glyphName = made.getGlyphName(6)
    assert named(made, 6) is None


def test_mark_between_two_that_were_told_by_their_looks() -> None:
    # Plain mai tri is not in the file, so only its place between the other two tells it.
    odd = drawn([[(0, 0), (200, 0), (100, 200)]])
    made = marks(small=drawn(HOOK, size=0.8), tri=odd, cross=drawn(CROSS, size=0.8))
    assert named(made, 6) == TRI


def test_map_that_another_font_contradicts_is_no_witness() -> None:
    made = marks(small=drawn(STROKE, size=0.8))
    facts = FontFacts({}, {1: THO, 2: THO, 3: CHATTAWA, 4: NIKHAHIT}, made)
    book = OutlineBook()
    book.learn(read_drawings(made), characters_of(made), {})
    assert Alternates(facts, book).name(5) is None


def test_sara_ii_is_not_told_without_its_twin() -> None:
    picture = picture_of(marks(), 1)
    other = picture_of(marks(), 2)
    assert picture is not None
    assert other is not None
    assert looks_like(picture, [("\u0e35", picture), (THO, other)]) is None
    twins = [("\u0e34", other), ("\u0e35", picture), ("\u0e36", other), ("\u0e37", other)]
    assert looks_like(picture, twins) == "\u0e35"


def test_likeness_runs_from_nothing_to_the_same() -> None:
    stroke, cross = picture_of(marks(), 1), picture_of(marks(), 3)
    assert stroke is not None
    assert cross is not None
    assert likeness(stroke, stroke) == 1
    assert likeness(stroke, cross) < 0.5
    assert looks_like(stroke, [(EK, stroke)]) is None
    assert looks_like(None, [(EK, stroke), (THO, cross)]) is None


def test_curves_are_drawn_too() -> None:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 600))
    pen.qCurveTo((100, 800), (200, 600))
    pen.closePath()
    picture = picture_of(marks(curve=pen.glyph()), 5)
    assert picture is not None
    assert picture.aspect == pytest.approx(2, abs=0.2)


def test_only_rings_are_rings() -> None:
    loop: list[Points] = [[(0, 0), (0, 150), (150, 150), (150, 0)], [(5, 5), (30, 5), (30, 30)]]
    full: list[Points] = [RING[0], [(40, 40), (110, 40), (110, 110), (40, 110)]]
    made = marks(ring=drawn(full), loop=drawn(loop), moved=composite("ring"))
    rings = {gid: drawing.ring for gid, drawing in read_drawings(made).items()}
    assert (rings[1], rings[5], rings[6], rings[7]) == (False, True, False, True)


@pytest.mark.parametrize(("last", "found"), [(0x0E44 + 10, "\u0e4c"), (0x0E44 + 9, None)])
def test_neighbours_up_to_ten_apart_tell_by_order(last: int, found: str | None) -> None:
    assert between_neighbours(205, {197: "\u0e44", 207: chr(last)}) == found
