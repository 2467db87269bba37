"""Scores as the reports print them, and numbers that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.words.text import clean
from normalize.words.values import as_score, bare_score, find_scores
from tests.normalize.strategies import thai

TWO_DECIMALS = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100).map(lambda d: f"{d:.2f}")


def values(text: str) -> list[str]:
    return [str(found.value) for found in find_scores(clean(text))]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("(๙๑.๒๐ คะแนน)", "91.20"),
        ("(๙๒.๔๖คะแนน)", "92.46"),
        ("(๙๓.๐๒) คะแนน)", "93.02"),
        ("(๙๔.๐๓ .คะแนน)", "94.03"),
        ("ได้ค่าคะแนน 99.84", "99.84"),
        ("คะแนน 100", "100"),
        ("( ๘๗.๕๐  คะแนน )", "87.50"),
        ("(๑๐๐ คะแนน)", "100"),
        ("(๑๐๐.๐๐ คะแนน)", "100.00"),
        ("(0.00 คะแนน)", "0.00"),
        ("(๙๑.๒ คะแนน)", "91.2"),
        ("(91.20 คะแนน", "91.20"),
        ("91.20 คะแนน)", "91.20"),
        ("ได้ ๙๑.๒๐ คะแนน", "91.20"),
        ("๙๑.๒๐คะแนน", "91.20"),
        ("ได้รับคะแนน ๙๑.๒๐", "91.20"),
        ("คะแนนที่ได้ 91.20", "91.20"),
        ("ค่าคะแนนเท่ากับ 91.20", "91.20"),
        ("คะแนนเฉลี่ย 88.1", "88.1"),
        ("ได้ผลคะแนน 91.20 คะแนน", "91.20"),
        ("คะแนน: 91.20", "91.20"),
        ("[91.20 คะแนน]", "91.20"),
        ("คะแนนภาพรวม 91.20 อยู่ในระดับ", "91.20"),
        # Fonts named IT๙ draw ASCII digits as Thai ones: one number may mix both.
        ("(9๑.2๐ คะแนน)", "91.20"),
    ],
)
def test_score_in_a_sentence(printed: str, value: str) -> None:
    assert values(f"ประชาชนได้รับบริการอย่างเท่าเทียม {printed}") == [value]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("(84.9 4 คะแนน)", "84.94"),
        ("(91 .20 คะแนน)", "91.20"),
        ("(๙๑. ๗๒ คะแนน)", "91.72"),
        ("(๙๑.\n๗๒ คะแนน)", "91.72"),
        ("(91.20\nคะแนน)", "91.20"),
    ],
)
def test_number_torn_inside_its_brackets(printed: str, value: str) -> None:
    assert values(printed) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "(101 คะแนน)",
        "(191.20 คะแนน)",
        "(91.205 คะแนน)",
        "คะแนน 100.50",
        "คะแนนปี 2566",
        "ข้อ 5 ประจำปี 2566",
        "91.20/100 คะแนน",
        "(๙๑,๒๐ คะแนน)",
        "(- คะแนน)",
        "2.4 คะแนนรายข้อของแบบวัด",
        "๒.คะแนนรายข้อ",
        "คะแนน -",
        "คะแนน",
        "",
    ],
)
def test_number_that_is_no_score(text: str) -> None:
    assert values(text) == []


def test_two_scores_in_one_cell_come_in_order() -> None:
    text = "I1 ให้บริการ (๙๑.๒๐ คะแนน)\nI2 เท่าเทียม (๙๒.๔๖คะแนน)"
    assert values(text) == ["91.20", "92.46"]


def test_place_of_a_score_is_its_stretch_of_text() -> None:
    text = clean("I1 ให้บริการ (๙๑.๒๐ คะแนน) ต่อ")
    (found,) = find_scores(text)
    assert text[found.start : found.end] == "(91.20 คะแนน)"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("00.00", "0.00"),
        ("91.20", "91.20"),
        (" ๙๑.๒๐ ", "91.20"),
        ("(91.20)", "91.20"),
        ("88.10%", "88.10"),
        ("100", "100"),
        ("๑๐๐.๐๐", "100.00"),
        ("0", "0"),
        ("91.20 คะแนน", "91.20"),
        ("(๙๑.๒๐ คะแนน)", "91.20"),
        ("(๙๓.๐๒) คะแนน)", "93.02"),
        ("ได้ค่าคะแนน 99.84", "99.84"),
        ("80.25 (ลดลง 1.20)", "80.25"),
        ("84.03 (+2.10)", "84.03"),
    ],
)
def test_cell_that_holds_only_a_score(cell: str, value: str) -> None:
    found = bare_score(clean(cell))
    assert found is not None
    assert found == Decimal(value)


@pytest.mark.parametrize(
    "cell",
    ["", "-", "I1", "2566", "91.205", "101", "100.01", "1,234", "91.20 92.30", "๑๒ ครั้ง", "9.1.2"],
)
def test_cell_that_holds_no_score(cell: str) -> None:
    assert bare_score(clean(cell)) is None


@given(TWO_DECIMALS, st.booleans())
def test_every_score_from_0_to_100_is_read_exactly(number: str, in_thai: bool) -> None:
    printed = thai(number) if in_thai else number
    assert values(f"({printed} คะแนน)") == [str(Decimal(number))]
    assert bare_score(clean(printed)) == Decimal(number)
    assert as_score(number) == Decimal(number)


@given(st.text(alphabet="0123456789๐๑๒๓๔๕๖๗๘๙.,()คะแนน ได้ค่าIEO/%-\n", max_size=40))
def test_what_is_found_is_printed_and_possible(text: str) -> None:
    """No number is made up: its digits stand in the text, and it lies between 0 and 100."""
    printed = clean(text)
    for found in find_scores(printed):
        assert 0 <= found.value <= 100
        stretch = "".join(printed[found.start : found.end].split())
        assert str(found.value) in stretch or str(found.value).lstrip("0") in stretch


@given(st.text(alphabet="0123456789.", max_size=8))
def test_as_score_takes_nothing_but_scores(text: str) -> None:
    value = as_score(text)
    if value is not None:
        assert 0 <= value <= 100
        assert -int(value.as_tuple().exponent) <= 2


def test_points_that_are_counted_are_a_score_where_points_were_reached() -> None:
    assert values("ได้รับคะแนนภาพรวมปีงบประมาณ พ.ศ. 2565 จำนวน 84.64 คะแนน") == ["84.64"]
    assert values("มีคะแนนรวมจำนวน 84.64 คะแนน") == ["84.64"]
    for text in ("ลดลงจำนวน 2.40 คะแนน", "ได้คะแนนเพิ่มขึ้นจำนวน 2.40 คะแนน", "ตั้งไว้จำนวน 2.40 คะแนน"):
        assert values(text) == []
