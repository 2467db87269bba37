"""Marked content that says something of a glyph that it is not (Poppler printing through cairo)."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pdfminer.pdffont import PDFFont

from extract.content import Content, Glyph
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphtext import settle_text
from extract.fonts.outlines import Drawing
from extract.thai import MARKS

FONT = cast("PDFFont", object())


class Shelf(FontShelf):
    """A shelf whose consonants are drawn as high as in fonts: none of them draws a mark."""

    def facts(self, font: PDFFont) -> FontFacts:
        names = {ord(letter): letter for letter in "กขคงจชทนปมส"}
        drawings = {
            code: Drawing(0.0, {"ป": 0.85, "ช": 0.68}.get(letter, 0.6), code, lambda: (b"", False))
            for code, letter in names.items()
        }
        return FontFacts({}, names, cast("Any", object()), None, drawings)


def read(*glyphs: tuple[str, str | None]) -> str:
    """The text of a line of (what the map says, what marked content of its own says, if any)."""
    content = Content(100, 100)
    x = 0.0
    for order, (text, said) in enumerate(glyphs):
        span = None if said is None else order
        advance = 0.0 if text in MARKS or text == "\u200b" else 5.0
        mapped = None if text in "\ufffd\u200b" else text
        if span is not None:
            content.spans[span] = said or ""
        code = ord(text)
        content.glyphs.append(Glyph(FONT, code, mapped, x, 50, advance, 10, 0, order, span, False))
        x += advance
    settle_text(content, Shelf())
    return "".join(g.text for g in content.glyphs)


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        pytest.param(
            [("ค", "คุ"), ("ะ", None), ("น", None)],
            "คะน",
            id="a base without its mark",
        ),
        pytest.param([("ด", None), ("ํ", "ชำ"), ("า", None)], "ดํา", id="the ring of another base"),
        pytest.param(
            [("จ", None), ("ั", "ชั"), ("ด", None), ("ส", None), ("ั", "ชั"), ("น", None)],
            "จัดสัน",
            id="what was said elsewhere is not said again",
        ),
        pytest.param([("ช", "ชี้"), ("อ", None)], "ชอ", id="a letter with a tail"),
        pytest.param([("ป", "ปี"), ("ร", None)], "ปร", id="a letter that reaches high"),
        pytest.param(
            [("ส", "สี"), ("ี", ""), ("น", None)], "สีน", id="its mark says nothing, and is itself"
        ),
        pytest.param(
            [("ท", "ที่"), ("ี", "มี"), ("่", ""), ("น", None)], "ที่น", id="the mark of another base"
        ),
        pytest.param(
            [("ก", None), ("\ufffd", ""), ("น", None)],
            "ก\ufffdน",
            id="with room: not nothing",
        ),
        pytest.param([("ก", "กำ"), ("ํ", None), ("า", "กำ")], "กำ", id="Typst says a cluster twice"),
        pytest.param([("x", "ก"), ("น", None)], "กน", id="marked content names a glyph"),
    ],
)
def test_what_is_said_of_one_glyph_alone(glyphs: list[tuple[str, str | None]], text: str) -> None:
    assert read(*glyphs) == text
