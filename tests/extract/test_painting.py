"""What painted shapes become: rules, discs; and that a page keeps them when it is turned."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from extract.content import Content
from extract.fonts.fontshelf import FontShelf
from extract.model import Box
from extract.painted.device import interpreted
from extract.painted.lean import read_content
from extract.painted.turning import turned_upright
from tests.extract.pages import glyphs
from tests.hostile.raw import one_page, stream_object


def painted(content: str) -> Content:
    data = io.BytesIO(one_page(content.encode("latin-1")))
    with pdfplumber.open(data) as pdf:
        return interpreted(pdf.pages[0].page_obj, FontShelf())


@pytest.mark.parametrize("wider", [0.0, 0.001, 0.2])
def test_a_small_disc_is_no_rule_however_round(wider: float) -> None:
    x0, x1 = 48.5 - wider / 2, 51.5 + wider / 2
    above = f"{x0} 50 m {x0} 51.5 50 51.5 50 51.5 c {x1} 51.5 {x1} 50 {x1} 50 c"
    disc = f"{above} {x1} 48.5 50 48.5 50 48.5 c h f"
    found = painted(disc)
    assert (len(found.dots), found.segments) == (1, [])


def test_a_flat_shape_with_round_ends_is_a_rule() -> None:
    found = painted("20 50 m 20 51 21 51 21 51 c 90 51 l 91 51 91 50 91 50 c h f")
    assert len(found.segments) == 1


def test_a_turned_page_keeps_its_discs() -> None:
    content = Content(600.0, 800.0)
    content.glyphs += glyphs("ข้อความตั้ง", 100, 100)
    for glyph in content.glyphs:
        glyph.angle = 90
    content.dots.append(Box(90, 100, 94, 104))
    content.squares.append(Box(90, 200, 95, 205))
    turned, angle = turned_upright(content)
    assert (angle, len(turned.dots), len(turned.squares)) == (90, 1, 1)


@pytest.mark.parametrize(
    ("clip", "seen"),
    [
        pytest.param("97 709 5 4", 1, id="around the ink of one mark, beside its place"),
        pytest.param("107 699 60 9", 1, id="around the ink of a word, behind its place"),
        pytest.param("113 699 60 9", 0, id="of the words behind it"),
        pytest.param("0 712 600 40", 0, id="of a part of the page above"),
        pytest.param("97 760 5 4", 0, id="of a letter elsewhere"),
    ],
)
def test_a_letter_is_seen_where_the_clip_is_that_of_its_ink(clip: str, seen: int) -> None:
    found = painted(f"q {clip} re W n BT /F1 12 Tf 105 700 Td (m) Tj ET Q")
    assert len(found.glyphs) == seen


def test_the_type_of_a_font_of_free_scale_is_as_high_as_its_glyphs() -> None:
    """Ghostscript makes fonts of pictures: a point of the type is a tenth of their unit."""
    font = (
        "/T3 <</Type /Font /Subtype /Type3 /FontBBox [0 -40 150 150] /FontMatrix [1 0 0 1 0 0]"
        " /CharProcs <</a 5 0 R>> /Encoding <</Type /Encoding /Differences [97 /a]>>"
        " /FirstChar 97 /LastChar 97 /Widths [97]>>"
    )
    drawn = stream_object(b"97 0 3 -40 83 150 d1 0 0 83 150 re f")
    data = one_page(
        b"BT /T3 0.1 Tf 1 0 0 1 50 700 Tm (aa) Tj ET",
        resources=f"<</Font <<{font}>>>>", objects=[drawn],
    )  # fmt: skip
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].page_obj
        for content in (interpreted(page, FontShelf()), read_content(page, FontShelf())):
            assert [round(g.size, 1) for g in content.glyphs] == [19.0, 19.0]
            assert [round(g.advance, 1) for g in content.glyphs] == [9.7, 9.7]
