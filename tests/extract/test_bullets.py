"""Discs of lists drawn as shapes: letters before a line's first one, and nothing anywhere else."""

from __future__ import annotations

import pytest

from extract.layout import Part
from extract.model import Box
from normalize.words.values import split_steps
from tests.extract.pages import PITCH, SIZE, Sheet

LINES = "จัดทำคู่มือสำหรับ\nเจ้าหน้าที่ทุกคน\nติดประกาศไว้หน้า\nสำนักงานเขต"


def disc(x: float, y: float, side: float = 4.0, tall: float = 4.0) -> Box:
    """A disc whose middle is that of the letters on the baseline ``y``."""
    middle = y - 0.28 * SIZE
    return Box(x, middle - tall / 2, x + side, middle + tall / 2)


def cell(*dots: Box) -> str:
    """The text of a cell that holds four lines set in from its edge."""
    sheet = Sheet()
    sheet.table([50, 170, 400], [40, 60, 160], [["มาตรการ", "ฝ่าย"], ["", "ฝ่ายปกครอง"]])
    sheet.write(LINES, 70, 80)
    sheet.content.dots += dots
    (part,) = (b for b in sheet.layout().blocks if isinstance(b, Part))
    return next(c.text for c in part.cells if "คู่มือ" in c.text)


def test_discs_before_lines_part_statements() -> None:
    text = cell(disc(58, 80), disc(58, 80 + 2 * PITCH))
    assert split_steps(text) == ["จัดทำคู่มือสำหรับเจ้าหน้าที่ทุกคน", "ติดประกาศไว้หน้าสำนักงานเขต"]


def test_a_disc_painted_twice_is_one_mark() -> None:
    text = cell(disc(58, 80), disc(58, 80), disc(58, 80 + 2 * PITCH))
    assert text.count("\u2022") == 2


@pytest.mark.parametrize(
    "dot",
    [
        disc(52, 80, 16, 4),  # a stroke, not a disc
        disc(55, 80, 9, 9),  # as large as the letters
        disc(58, 80, 1, 1),  # a speck
        disc(58, 80 + 0.5 * PITCH),  # between the lines
        disc(92, 80 + PITCH),  # on a letter
        disc(300, 80),  # far from any line's beginning
    ],
)
def test_other_shapes_are_no_marks(dot: Box) -> None:
    assert cell(dot) == cell()


def test_a_page_full_of_dots_is_a_drawing() -> None:
    assert cell(*[disc(58, 80)] * 301) == cell()
