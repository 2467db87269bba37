"""Discs and squares drawn before lines of lists: letters before the first one, nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.layout import Part
from extract.model import Box
from normalize.words.values import split_steps
from tests.extract.pages import PITCH, SIZE, Sheet, across, down

LINES = "จัดทำคู่มือสำหรับ\nเจ้าหน้าที่ทุกคน\nติดประกาศไว้หน้า\nสำนักงานเขต"


def disc(x: float, y: float, side: float = 4.0, tall: float = 4.0) -> Box:
    """A disc whose middle is that of the letters on the baseline ``y``."""
    middle = y - 0.28 * SIZE
    return Box(x, middle - tall / 2, x + side, middle + tall / 2)


def cell(*dots: Box, squares: Sequence[Box] = (), left: str = "") -> str:
    """The text of a cell that holds four lines set in from its edge."""
    sheet = Sheet()
    sheet.table([50, 170, 400], [40, 60, 160], [["มาตรการ", "ฝ่าย"], ["", "ฝ่ายปกครอง"]])
    if left:
        sheet.table([20, 50], [40, 60, 160], [["ข้อ"], [""]])
        sheet.write(left, 40, 80)
    sheet.write(LINES, 70, 80)
    sheet.content.dots += dots
    for box in squares:
        sheet.content.squares.append(box)
        sheet.rule(across(box.top, box.x0, box.x1), across(box.bottom, box.x0, box.x1))
        sheet.rule(down(box.x0, box.top, box.bottom), down(box.x1, box.top, box.bottom))
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


def test_squares_before_lines_part_statements() -> None:
    squares = [disc(58, 80), disc(58, 80 + 2 * PITCH)]
    parted = ["จัดทำคู่มือสำหรับเจ้าหน้าที่ทุกคน", "ติดประกาศไว้หน้าสำนักงานเขต"]
    assert split_steps(cell(squares=squares)) == parted
    # An outline that reaches near the rule of the cell adds no column to the table.
    assert split_steps(cell(squares=[disc(52, 80), disc(52, 80 + 2 * PITCH)])) == parted
    # Painted as an outer and an inner square it is still one mark.
    assert cell(squares=[*squares, disc(58.5, 80, 3, 3)]) == cell(squares=squares)


def test_a_row_of_squares_is_a_dotted_rule() -> None:
    down_the_side = [disc(58, 80 + 4 * i, 2, 2) for i in range(10)]
    assert cell(squares=down_the_side) == cell()
    along = [disc(50 + 4 * i, 80, 2, 2) for i in range(5)]
    assert cell(squares=along) == cell()


def test_words_in_the_cell_beside_do_not_stand_before_a_mark() -> None:
    assert cell(disc(56, 80), disc(56, 80 + 2 * PITCH), left="I1").count("\u2022") == 2
