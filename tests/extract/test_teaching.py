"""Glyphs of a content stream paired with what was read from the picture of the same page."""

from __future__ import annotations

from typing import Any, cast

from pdfminer.pdffont import PDFFont

from extract.content import Content, Glyph, ScanFont
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontshelf import FontShelf
from extract.scan.teaching import seen_where
from extract.thai import MARKS

FONT = cast("PDFFont", object())
SCAN = ScanFont("scan")


class Shelf(FontShelf):
    """A shelf whose fonts say nothing of how glyphs are drawn."""

    def facts(self, font: PDFFont) -> FontFacts:
        return FontFacts({}, {}, cast("Any", object()), None, {})


def line(text: str, font: Any, y: float = 100, shift: float = 0) -> list[Glyph]:
    """Letters 6 points apart; a sara am of a content stream is given as its two halves."""
    found: list[Glyph] = []
    x = 50.0 + shift
    for letter in text:
        advance = 0.0 if letter in MARKS else 6.0
        found.append(
            Glyph(font, ord(letter), None, x, y, advance, 12, 0, len(found), None, False, letter)
        )
        x += advance
    return found


def paired(painted: str, read: str, known: str = "", **places: float) -> list[tuple[str, str]]:
    """(glyph, what was read there); ``known``: the glyphs of which that is known already."""
    content = Content(600, 800, line(painted, FONT))
    seen = Content(600, 800, line(read, SCAN, **places))

    def likely(glyph: Glyph) -> str:
        return glyph.text if glyph.text in known else ""

    found = seen_where(content, seen, Shelf(), likely if known else None)
    return [(glyph.text, text) for glyph, text, _ in found]


def test_each_glyph_is_what_is_read_where_it_stands() -> None:
    assert paired("abcd", "กขคง", shift=1.5) == [("a", "ก"), ("b", "ข"), ("c", "ค"), ("d", "ง")]


def test_a_space_is_read_as_nothing() -> None:
    found = paired("ab_c", "กข ค")
    assert found == [("a", "ก"), ("b", "ข"), ("_", ""), ("c", "ค")]


def test_a_sara_am_is_its_ring_and_its_aa() -> None:
    assert paired("กํา", "กำ") == [("ก", "ก"), ("ํ", "ํ"), ("า", "า")]


def test_a_glyph_for_the_whole_sara_am() -> None:
    assert paired("กx", "กำ") == [("ก", "ก"), ("x", "ำ")]


def test_letters_with_several_marks_wait_until_marks_are_known() -> None:
    assert paired("กู้", "กู้") == [("ก", "ก")]
    assert paired("กู้ข", "กู้ข", known="ก") == [("ก", "ก"), ("ู", "ู"), ("้", "้"), ("ข", "ข")]


def test_a_font_may_paint_the_tone_before_the_vowel() -> None:
    assert ("้", "้") in paired("กู้ข", "กู้ข", known="ก้")


def test_a_line_that_says_something_else_is_not_believed() -> None:
    assert paired("กขคงจ", "กขคงจ", known="กขคงจ")
    assert not paired("กขคงจ", "ทนบปผ", known="กขคงจ")


def test_another_line_is_not_asked() -> None:
    assert not paired("abcd", "กขคง", y=130)
