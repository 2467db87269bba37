"""What the glyphs of a page say: marks that their base has said for the whole cluster."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pdfminer.pdffont import PDFFont

from extract.content import Content, Glyph
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphtext import settle_text
from extract.fonts.outlines import Drawing

FONT = cast("PDFFont", object())
# Code -> text of the map, how high its outline reaches and how far it advances.
GLYPHS: dict[int, tuple[str, float, float]] = {
    1: ("ก", 0.6, 0.5),
    2: ("ทั", 0.6, 0.5),
    3: ("ดี", 0.9, 0.5),
    4: ("่", 0.9, 0.0),
    5: ("ี", 0.8, 0.0),
    6: ("ม", 0.6, 0.5),
    7: ("คำ", 0.6, 0.5),
    8: ("า", 0.6, 0.4),
    9: ("น", 0.6, 0.5),
    10: ("่ำ", 0.9, 0.0),
}


class Shelf(FontShelf):
    """A shelf that holds one font, made of the glyphs above."""

    def facts(self, font: PDFFont) -> FontFacts:
        drawings = {
            c: Drawing(0.0, high, c, lambda: (b"", False)) for c, (_, high, _) in GLYPHS.items()
        }
        unicodes = {code: text for code, (text, _, _) in GLYPHS.items()}
        return FontFacts({}, unicodes, cast("Any", object()), None, drawings)


def read(*codes: int) -> str:
    content = Content(100, 100)
    x = 0.0
    for order, code in enumerate(codes):
        text, _, advance = GLYPHS[code]
        wide = advance * 10
        content.glyphs.append(Glyph(FONT, code, text, x, 50, wide, 10, 0, order, None, False))
        x += wide
    settle_text(content, Shelf())
    return "".join(g.text for g in content.glyphs)


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        pytest.param((2, 4, 6), "ทัม", id="a base that draws no mark has said the one after it"),
        pytest.param((2, 4, 4, 6), "ทั่ม", id="only as many marks as it said"),
        pytest.param((3, 4, 6), "ดี่ม", id="a ligature draws its mark: the next one is another"),
        pytest.param((1, 10, 8, 6), "กํ่าม", id="a ring and the tone above it, drawn by one glyph"),
        pytest.param((1, 5, 4, 6), "กี่ม", id="a base that says no marks"),
        pytest.param((7, 5, 8, 9), "คำน", id="sara am said with its base"),
    ],
)
def test_marks_said_by_their_base(codes: tuple[int, ...], text: str) -> None:
    assert read(*codes) == text


class LowMarks(FontShelf):
    """A shelf whose font draws a tone high (1) and sara uu low (2), both mapped to the tone."""

    def facts(self, font: PDFFont) -> FontFacts:
        drawings = {
            1: Drawing(0.65, 0.95, 1, lambda: (b"tone", False)),
            2: Drawing(-0.3, -0.05, 2, lambda: (b"uu", False)),
            3: Drawing(0.0, 0.6, 3, lambda: (b"base", False)),
        }
        unicodes = dict(self.known)
        return FontFacts({}, unicodes, cast("Any", object()), None, drawings)

    known: tuple[tuple[int, str], ...] = ()


@pytest.mark.parametrize(
    ("known", "texts"),
    [
        # The glyph beside it in the font tells that 2 is sara uu: the span means that one.
        (((1, "\u0e49"), (2, "\u0e49"), (3, "\u0e39")), ["ผ", "\u0e49", "\u0e38"]),
        # Nothing tells: what the span and the map say is the cluster as it was typed.
        (((1, "\u0e49"), (2, "\u0e49")), ["ผ", "\u0e38", "\u0e49"]),
    ],
)
def test_a_span_that_means_the_next_mark(
    known: tuple[tuple[int, str], ...], texts: list[str]
) -> None:
    content = Content(100, 100, spans={0: "\u0e38"})
    for order, (code, text, span) in enumerate(
        ((3, "ผ", None), (1, "\u0e49", 0), (2, "\u0e49", None))
    ):
        advance = 5.0 if code == 3 else 0.0
        content.glyphs.append(Glyph(FONT, code, text, 0, 50, advance, 10, 0, order, span, False))
    shelf = LowMarks()
    shelf.known = known
    settle_text(content, shelf)
    assert [g.text for g in content.glyphs] == texts


def test_two_marks_each_with_the_others_name() -> None:
    # Drawn high and called sara u, drawn low and called the tone: named in the order of letters.
    shelf = LowMarks()
    shelf.known = ((1, "\u0e38"), (2, "\u0e48"))
    content = Content(100, 100)
    painted = ((3, "ท"), (1, "\u0e38"), (2, "\u0e48"), (3, "ท"), (2, "\u0e48"))
    for order, (code, text) in enumerate(painted):
        advance = 5.0 if code == 3 else 0.0
        content.glyphs.append(Glyph(FONT, code, text, 0, 50, advance, 10, 0, order, None, False))
    settle_text(content, shelf)
    assert [g.text for g in content.glyphs] == ["ท", "\u0e48", "\u0e38", "ท", "\u0e38"]


def test_a_cluster_said_for_its_base_and_for_the_aa_of_its_sara_am() -> None:
    # The map says the ring between them; both spans say the whole.
    content = Content(100, 100, spans={0: "ชำ", 1: "ชำ"})
    drawn = ((1, "ชี้", 0, 5.0), (2, "\u0e4d", None, 0.0), (3, "า", 1, 4.0))
    shelf = LowMarks()
    shelf.known = tuple((code, text) for code, text, _, _ in drawn)
    for order, (code, text, span, advance) in enumerate(drawn):
        content.glyphs.append(Glyph(FONT, code, text, 0, 50, advance, 10, 0, order, span, False))
    settle_text(content, shelf)
    assert "".join(g.text for g in content.glyphs).replace("\u0e4d", "") == "ชำ"


def test_a_cluster_said_for_each_of_its_glyphs() -> None:
    # The map says another cluster for the ring, so that it has a span of its own as well.
    content = Content(100, 100, spans={0: "นำ", 1: "นำ", 2: "นำ"})
    drawn = ((1, "น", 0, 5.0), (2, "น้ำ", 1, 0.0), (3, "า", 2, 4.0))
    shelf = LowMarks()
    shelf.known = tuple((code, text) for code, text, _, _ in drawn)
    for order, (code, text, span, advance) in enumerate(drawn):
        content.glyphs.append(Glyph(FONT, code, text, 0, 50, advance, 10, 0, order, span, False))
    settle_text(content, shelf)
    assert [g.text for g in content.glyphs] == ["นำ", "", ""]
