"""Scores behind the names of indicators, in the same cell."""

from __future__ import annotations

import pytest

from tests.normalize.tables import PLAN_66, Grid, report, scores, table

HEADER = ["กำหนดเสร็จ", "มาตรการ", "ผู้รับผิดชอบ"]


def read(name: str, *cells: str) -> dict[str, str]:
    rows: Grid = [
        [name, *HEADER],
        *([cell, "31 มีนาคม 2567", "จัดอบรมบุคลากรทุกฝ่าย", "ฝ่ายปกครอง"] for cell in cells),
    ]
    return {code: str(value) for code, value in scores(report(PLAN_66, table(rows))).items()}


CELLS = ("1. การปฏิบัติหน้าที่\n(88.34)", "10. การป้องกันการทุจริต\n(100)")


def test_full_marks_in_brackets_below_a_name_whose_column_says_that_these_are_scores() -> None:
    assert read("ตัวชี้วัด\n(คะแนนปี 2566)", *CELLS) == {"1": "88.34", "10": "100"}


@pytest.mark.parametrize("name", ["ตัวชี้วัด", "ตัวชี้วัด (คะแนนเต็ม)", "ตัวชี้วัด (น้ำหนักคะแนน)"])
def test_other_columns_say_no_such_thing(name: str) -> None:
    assert "10" not in read(name, *CELLS)
