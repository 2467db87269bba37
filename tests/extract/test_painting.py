"""What painted shapes become: rules, discs; and that a page keeps them when it is turned."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from extract.content import Content
from extract.fonts.fontshelf import FontShelf
from extract.model import Box
from extract.painted.device import interpreted
from extract.painted.turning import turned_upright
from tests.extract.pages import glyphs
from tests.hostile.raw import one_page


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
