"""Scores in badges beside the names of what they are of, and numbers alone that are of nothing."""

from __future__ import annotations

import pytest

from extract.model import Box, Line, Paragraph, Place
from tests.normalize.tables import ANALYSIS_67, findings, report, scores

NAME = "ตัวชี้วัดที่ 2 การใช้งบประมาณ"


def said(
    text: str, x: float, top: float, size: float = 12, *, page: int = 1, furniture: bool = False
) -> Paragraph:
    box = Box(x, top, x + 80, top + size)
    return Paragraph(text, Place(page, box), (Line(text, box, size),), size, furniture)


def read(*paragraphs: Paragraph) -> dict[tuple[int | None, str], str]:
    found = report(ANALYSIS_67, *paragraphs).scores
    return {(score.fiscal_year, score.code): str(score.score) for score in found}


BADGE = (said("คะแนนปี 2566", 600, 40, 10), said("89.19", 600, 54, 18))


@pytest.mark.parametrize("furniture", [False, True])
def test_a_number_below_its_label_beside_a_name(furniture: bool) -> None:
    label = said("คะแนนปี 2566", 600, 40, 10, furniture=furniture)
    number = said("89.19", 600, 54, 18)
    assert read(said(NAME, 40, 46, 20), label, number) == {(2566, "2"): "89.19"}


def test_label_and_number_in_one_line_of_the_year_assessed() -> None:
    assert read(said(NAME, 40, 46, 20), said("คะแนนที่ได้ 100", 600, 48)) == {(2567, "2"): "100"}
    item = said("ข้อ I4 โปร่งใส ตรวจสอบได้", 40, 46, 20)
    assert read(item, said("ผลคะแนน: 81.20 คะแนน", 600, 48)) == {(2567, "I4"): "81.20"}


@pytest.mark.parametrize(
    "others",
    [
        (said("คะแนนเป้าหมายปี 2566", 600, 40, 10), said("89.19", 600, 54, 18)),
        (said("คะแนนปี 2566", 600, 40, 10), said("89.19", 600, 90, 18)),
        (said("คะแนนปี 2566", 600, 140, 10), said("89.19", 600, 154, 18)),
        (said("คะแนนปี 2566", 600, 40, 10, page=2), said("89.19", 600, 54, 18, page=2)),
        (said("คะแนน", 600, 40, 10), said("100", 600, 54, 18)),
        (*BADGE, said("คะแนนปี 2565", 700, 40, 10), said("80.10", 700, 54, 18)),
        (*BADGE, said("ตัวชี้วัดที่ 3 การใช้อำนาจ", 300, 46)),
    ],
    ids=[
        "aimed at",
        "far below",
        "another level",
        "another page",
        "full marks",
        "two badges",
        "two names",
    ],
)
def test_whose_it_is_must_be_plain(others: tuple[Paragraph, ...]) -> None:
    assert read(said(NAME, 40, 46, 20), *others) == {}


def test_numbers_alone_of_which_nothing_was_read_are_said_once_a_page() -> None:
    alone = [said(n, 300, 60 + 40 * i) for i, n in enumerate(("81.25", "82.35", "83.45", "84.55"))]
    (found,) = findings(report(ANALYSIS_67, *alone), "number-alone")
    assert found.page == 1 and "81.25, 82.35, 83.45 and 1 more" in found.message
    told = said("คะแนนรวม ITA ได้ 81.25 คะแนน", 40, 300)
    kept = report(ANALYSIS_67, alone[0], told)
    assert scores(kept) and findings(kept, "number-alone") == []


def test_the_scale_of_a_drawing_is_no_score() -> None:
    scale = [said(f"{n}.00", 300, 60 + 40 * i) for i, n in enumerate((100, 80, 60, 40))]
    assert findings(report(ANALYSIS_67, *scale), "number-alone") == []
    (found,) = findings(report(ANALYSIS_67, *scale, said("71.23", 400, 60)), "number-alone")
    assert found.message.startswith("71.23:")
