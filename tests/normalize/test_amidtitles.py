"""Codes and scores that stand beside the middle of titles of several lines."""

from __future__ import annotations

import pytest

from extract.model import Box, Line, Paragraph, Place
from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_67, paragraph, report, scores

# The title of I10 of 2567 in three lines, as a card breaks it.
ABOVE, MIDDLE, BELOW = (
    "มีการนำทรัพย์สินของราชการ ของกลาง เงินหรือ",
    "สิ่งของบริจาค ไปใช้เพื่อประโยชน์ของตนเองหรือ",
    "พวกพ้อง",
)


def lines(*texts: str, x0: float = 40, pitch: float = 14) -> list[Paragraph]:
    found = []
    for n, text in enumerate(texts):
        box = Box(x0, 100 + pitch * n, x0 + 300, 110 + pitch * n)
        found.append(Paragraph(text, Place(1, box), (Line(text, box, 10),), 10, False))
    return found


def read(*blocks: Paragraph) -> dict[str, str]:
    return {code: str(score) for code, score in scores(report(ANALYSIS_67, *blocks)).items()}


def test_the_made_up_lines_are_the_title() -> None:
    assert "".join((ABOVE, MIDDLE, BELOW)).replace(" ", "") == items(2567)["I10"].title_th.replace(
        " ", ""
    )


def test_code_and_score_beside_the_middle_of_a_title() -> None:
    assert read(*lines(ABOVE, f"I10 {MIDDLE} 82.21", BELOW)) == {"I10": "82.21"}


@pytest.mark.parametrize(
    "blocks",
    [
        lines("เรื่องอื่น", f"I10 {MIDDLE} 82.21", BELOW),
        lines(ABOVE, f"I9 {MIDDLE} 82.21", BELOW),
        lines(ABOVE, f"I10 {MIDDLE} 82.21", BELOW, pitch=60),
    ],
    ids=["other words", "other code", "far"],
)
def test_lines_that_are_not_its_title(blocks: list[Paragraph]) -> None:
    assert read(*blocks) == {}


def test_items_of_a_year_without_a_code_book_are_those_of_the_nearest() -> None:
    title = paragraph(
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๗๑ สำนักงานเขตบางรัก"
    )
    list_ = lines(f"I4 {items(2567)['I4'].title_th} ........ 81.75")
    found = report(title, *list_).scores
    assert [(s.fiscal_year, s.code, str(s.score)) for s in found] == [(2571, "I4", "81.75")]
    other = report(title, *lines("I4 เรื่องที่ไม่มีในแบบ ........ 81.75")).scores
    assert not other


def test_code_and_score_in_a_line_above_the_title() -> None:
    assert read(*lines("I10 82.21", ABOVE, MIDDLE, BELOW)) == {"I10": "82.21"}
    assert read(*lines("I10 82.21", ABOVE)) == {}


@pytest.mark.parametrize(
    ("score", "found"), [("100", {"O12": "100"}), ("0", {"O12": "0"}), ("50", {})]
)
def test_what_is_disclosed_has_all_or_nothing(score: str, found: dict[str, str]) -> None:
    first, rest = items(2567)["O12"].title_th[:20], items(2567)["O12"].title_th[20:]
    assert read(*lines(f"O12 {first} {score}", rest)) == found


def test_a_whole_number_beside_what_is_asked_is_no_score() -> None:
    assert read(*lines(ABOVE, f"I10 {MIDDLE} 100", BELOW)) == {}
