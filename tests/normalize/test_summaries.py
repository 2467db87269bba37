"""Key-value summaries: each label says what its answer is, and most of them score nothing."""

from __future__ import annotations

import pytest

from tests.normalize.summariesmade import summary_made
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, scores, table

# So many summaries; so many scores in a hundred may be missing, none may be wrong.
REPORTS, MISSING = 400, 2


def test_no_label_is_taken_for_another() -> None:
    wanted = missing = 0
    for seed in range(REPORTS):
        blocks, told = summary_made(seed)
        found = {(s.fiscal_year, s.code): f"{s.score:.2f}" for s in report(*blocks).scores}
        assert {k: v for k, v in found.items() if told.get(k) != v} == {}, seed  # type: ignore[arg-type]
        wanted += len(told)
        missing += len(told.keys() - found.keys())
    assert 100 * missing <= MISSING * wanted


def _of(rows: Grid) -> dict[str, str]:
    return {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows))).items()}


def test_weights_of_the_instruments_are_none_of_their_scores() -> None:
    rows = [
        ["แบบวัด IIT", "30.00 คะแนน"],
        ["แบบวัด EIT", "30.00 คะแนน"],
        ["แบบตรวจ OIT", "40.00 คะแนน"],
        ["ผู้จัดทำ", "ฝ่ายปกครอง"],
    ]
    assert _of(rows) == {}


@pytest.mark.parametrize("label", ["น้ำหนัก IIT", "เป้าหมาย IIT", "ผู้ตอบแบบวัด IIT"])
def test_a_label_that_says_more_than_a_name(label: str) -> None:
    rows = [
        ["คะแนนรวม ITA", "91.47"],
        [label, "30.00"],
        ["คะแนนแบบวัด EIT", "86.38"],
        ["ผู้จัดทำ", "ฝ่ายปกครอง"],
    ]
    assert _of(rows) == {"ITA": "91.47", "EIT": "86.38"}


@pytest.mark.parametrize("label", ["ตัวชี้วัดที่ได้คะแนนสูงสุด", "ตัวชี้วัดที่มีคะแนนต่ำสุด"])
def test_the_best_indicator_heads_no_number_below_it(label: str) -> None:
    lines = [f"{label}: การใช้อำนาจ", "คะแนนรวมปี 2567: 89.05", "คะแนนแบบวัด IIT: 86.10"]
    found = scores(report(ANALYSIS_67, *map(paragraph, lines)))
    assert {c: str(s) for c, s in found.items()} == {"ITA": "89.05", "IIT": "86.10"}


@pytest.mark.parametrize("year", ["2568", "ปีงบประมาณ พ.ศ. 2568"])
def test_the_year_of_the_measures_is_no_measure(year: str) -> None:
    rows = [
        ["คะแนนรวม", "86.10"],
        ["มาตรการ", year],
        ["ผู้รับผิดชอบ", "ฝ่ายปกครอง"],
        ["จุดอ่อน", "ดูหน้า 2"],
    ]
    assert report(ANALYSIS_67, table(rows)).measures == ()
