"""Scores beside the two names they are of: an indicator with its own, its questions with theirs."""

from __future__ import annotations

import pytest

from tests.normalize.tables import ANALYSIS_67, report, table

HEAD: list[str | None] = ["ลำดับที่", "ตัวชี้วัด", "คะแนน", "ข้อคำถาม", "คะแนน"]
GRID: list[list[str | None]] = [
    HEAD,
    ["1", "การปฏิบัติหน้าที่", "84.00", "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "82.00"],
    [None, None, None, "I2 อำนวยความสะดวกในการให้บริการประชาชน", "84.00"],
    [None, None, None, "I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", "86.00"],
    ["4", "การใช้ทรัพย์สินของราชการ", "91.50", "I10 มีการนำทรัพย์สินของราชการไปใช้", "91.50"],
]
MERGED = {(1, 0): (3, 1), (1, 1): (3, 1), (1, 2): (3, 1)}
SCORES = {"1": "84.00", "I1": "82.00", "I2": "84.00", "I3": "86.00", "4": "91.50", "I10": "91.50"}


def _scores(*blocks: object) -> dict[str, str]:
    return {s.code: str(s.score) for s in report(ANALYSIS_67, *blocks).scores}  # type: ignore[arg-type]


def test_each_name_has_the_score_behind_it() -> None:
    assert _scores(table(GRID, MERGED)) == SCORES


def test_told_once_and_not_merged() -> None:
    blank: list[list[str | None]] = [[cell or "" for cell in row] for row in GRID]
    assert _scores(table(blank)) == SCORES


@pytest.mark.parametrize("filled", ["70.00", "71.00"])
def test_a_number_in_every_row_is_not_the_indicators(filled: str) -> None:
    rows: list[list[str | None]] = [[cell or "" for cell in row] for row in GRID]
    for row in rows[2:4]:
        row[2] = filled
    assert _scores(table(rows)).keys() & {"1", "I1", "I2", "I3"} == set()


def test_items_across_beside_the_number_above_the_name_of_their_indicator() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัดที่ 5", "I11", "I12", "คะแนนตัวชี้วัด"],
        ["การแก้ไขปัญหาการทุจริต", "82.94", "93.10", "88.02"],
    ]
    assert _scores(table(rows)) == {"I11": "82.94", "I12": "93.10", "5": "88.02"}
