"""Large numbers right below their names, without frames."""

from __future__ import annotations

import pytest

from extract.model import Box, Line, Paragraph, Place
from tests.normalize.tables import ANALYSIS_67, report, scores

MIDDLE = {"คะแนนภาพรวม": 300, "IIT": 100, "EIT": 300, "OIT": 500}


def said(text: str, middle: float, top: float, size: float, wide: float = 60) -> Paragraph:
    box = Box(middle - wide / 2, top, middle + wide / 2, top + size)
    return Paragraph(text, Place(1, box), (Line(text, box, size),), size, False)


def read(
    *tiles: tuple[str, str], size: float = 24, shift: float = 0, gap: float = 6
) -> dict[str, str]:
    blocks = []
    for n, (name, number) in enumerate(tiles):
        middle, top = MIDDLE.get(name, 300), 100 + 90 * n
        blocks += [said(name, middle, top, 12), said(number, middle + shift, top + 12 + gap, size)]
    return {code: str(score) for code, score in scores(report(ANALYSIS_67, *blocks)).items()}


TILES = (("คะแนนภาพรวม", "82.39"), ("IIT", "92.00"), ("OIT", "70.31"))


def test_large_numbers_below_their_names() -> None:
    assert read(*TILES) == {"ITA": "82.39", "IIT": "92.00", "OIT": "70.31"}


@pytest.mark.parametrize(
    "otherwise", [{"size": 12}, {"shift": 120}, {"gap": 60}], ids=["small", "beside", "far"]
)
def test_other_numbers_near_names_are_not_theirs(otherwise: dict[str, float]) -> None:
    assert read(*TILES, **otherwise) == {}


def test_a_lone_number_under_a_name_or_two_for_one_name_are_none() -> None:
    assert read(TILES[0]) == {}
    assert read(TILES[0], ("คะแนนภาพรวม", "81.10"), TILES[1]) == {}
    assert read(("ผู้ตอบแบบวัด IIT", "92.00"), ("เป้าหมาย", "95.00")) == {}


def test_indicators_by_number_and_name() -> None:
    tiles = (("1. การปฏิบัติหน้าที่", "85.71"), ("6 คุณภาพการดำเนินงาน", "84.05"))
    assert read(*tiles) == {"1": "85.71", "6": "84.05"}
    assert read(("1. ความพึงพอใจ", "85.71"), ("2 การบริการ", "84.05")) == {}


def test_numbers_below_the_first_letters_of_their_names() -> None:
    blocks = []
    for n, (name, number) in enumerate(TILES):
        top = 100 + 90 * n
        blocks += [said(name, 150, top, 12, 100), said(number, 120, top + 18, 24, 40)]
    found = scores(report(ANALYSIS_67, *blocks))
    assert {code: str(score) for code, score in found.items()} == dict(
        zip(("ITA", "IIT", "OIT"), ("82.39", "92.00", "70.31"), strict=True)
    )


@pytest.mark.parametrize(
    ("rating", "found"), [("ผ่านดี", {"ITA": "89.60"}), ("ทุกฝ่ายร่วมใจ", {})], ids=["rating", "else"]
)
def test_the_whole_alone_between_its_name_and_its_rating(
    rating: str, found: dict[str, str]
) -> None:
    hero = [
        said("คะแนนรวม", 480, 64, 10),
        said("89.60", 480, 82, 35, 90),
        said(rating, 480, 122, 10),
    ]
    read_ = report(ANALYSIS_67, *hero)
    assert {code: str(score) for code, score in scores(read_).items()} == found
    assert read_.meta.rating == (rating if found else None)


def test_so_does_one_that_is_called_by_the_short_name_of_the_assessment() -> None:
    hero = [said("ITA", 480, 64, 12), said("89.60", 480, 82, 30), said("ระดับ ผ่านดี", 480, 122, 10)]
    found = scores(report(ANALYSIS_67, *hero))
    assert {code: str(score) for code, score in found.items()} == {"ITA": "89.60"}


def test_the_whole_alone_below_its_name_and_year() -> None:
    assert read(("คะแนนรวม ITA ปี 2567", "86.25")) == {"ITA": "86.25"}
    assert read(("จำนวนผู้ตอบ ITA ปี 2567", "86.25")) == {}
