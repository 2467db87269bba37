"""Marks that are painted before the letter they stand on, as Apache FOP paints them."""

from __future__ import annotations

from collections import Counter
from typing import cast

import pytest
from pdfminer.pdffont import PDFFont

from extract.content import Glyph
from extract.fonts.marksfirst import put_behind
from extract.thai import MARKS

FONT = cast("PDFFont", object())
WIDE = 6.0


def painted(text: str, *, before: bool, raised: float = 0.0) -> list[Glyph]:
    """The glyphs of a text; its marks behind their letters, or ``before`` them in the stream."""
    found: list[Glyph] = []
    x, letter = 50.0, 0
    for character in text:
        if character in MARKS:
            glyph = Glyph(FONT, 1, character, x, 80 - raised, 0.0, 10, 0, 0, None, False, character)
            found.insert(letter if before else len(found), glyph)
            letter += before
            continue
        letter = len(found)
        found.append(Glyph(FONT, 2, character, x, 80, WIDE, 10, 0, 0, None, False, character))
        x += WIDE
    for order, glyph in enumerate(found):
        glyph.order = order
    return found


@pytest.mark.parametrize("raised", [0.0, 2.0])
@pytest.mark.parametrize("text", ["ส่งเสริมคุณธรรม", "หนึ่งข้อ", "ที่ได้รับ", "ตัวชี้วัด"])
def test_marks_before_their_letters_are_put_behind_them(text: str, raised: float) -> None:
    glyphs, counts = painted(text, before=True, raised=raised), Counter[str]()
    assert "".join(g.text for g in glyphs) != text
    put_behind(glyphs, counts)
    assert "".join(g.text for g in glyphs) == text
    assert [g.order for g in glyphs] == list(range(len(glyphs)))
    assert counts == {"marks-before-letter": sum(c in MARKS for c in text)}


@pytest.mark.parametrize("text", ["ส่งเสริมคุณธรรม", "หนึ่งข้อ", "ที่ ๑", "น้ำ"])
def test_marks_behind_their_letters_stay(text: str) -> None:
    glyphs, counts = painted(text, before=False), Counter[str]()
    put_behind(glyphs, counts)
    assert "".join(g.text for g in glyphs) == text
    assert not counts


def test_a_mark_at_the_end_of_one_line_is_none_of_the_next() -> None:
    line, following = painted("ดี", before=False), painted("ใน", before=False)
    for glyph in following:
        glyph.y += 15
    glyphs = [*line, *following]
    put_behind(glyphs, Counter())
    assert "".join(g.text for g in glyphs) == "ดีใน"
