"""Lines of lists with the scores of several years behind one name."""

from __future__ import annotations

import pytest

from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_67, paragraph, report

TITLE = items(2567)["I1"].title_th


def read(line: str) -> dict[tuple[int | None, str], str]:
    found = report(ANALYSIS_67, paragraph(line)).scores
    return {(s.fiscal_year, s.code): str(s.score) for s in found}


@pytest.mark.parametrize(
    "years",
    [
        "(ปี 2566: 80.11, ปี 2567: 85.22)",
        "ปี 2566 80.11 ปี 2567 85.22",
        "2566 = 80.11 / 2567 = 85.22",
        "ปี 2566 ได้ 80.11 คะแนน ปี 2567 ได้ 85.22 คะแนน เพิ่มขึ้น 5.11 คะแนน",
    ],
)
def test_each_year_has_its_score(years: str) -> None:
    assert read(f"I1 {TITLE} {years}") == {(2566, "I1"): "80.11", (2567, "I1"): "85.22"}
    whole = read(f"คะแนนรวม {years}")
    assert whole == {(2566, "ITA"): "80.11", (2567, "ITA"): "85.22"}


@pytest.mark.parametrize(
    "line",
    [
        f"I2 {TITLE} (ปี 2566: 80.11, ปี 2567: 85.22)",
        "จำนวนผู้ตอบ (ปี 2566: 80.11, ปี 2567: 85.22)",
        f"I1 {TITLE} (ปี 2567: 80.11, ปี 2567: 85.22)",
    ],
    ids=["other title", "no score", "one year twice"],
)
def test_other_lines_with_years_are_none(line: str) -> None:
    assert read(line) == {}
