"""Scores behind the names of indicators, in the same cell."""

from __future__ import annotations

import pytest

from tests.normalize.tables import (
    ANALYSIS_67,
    PLAN_66,
    Grid,
    findings,
    paragraph,
    report,
    scores,
    table,
)

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


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("I7 (85.29)\nI9 (83.38)", {"I7": "85.29", "I9": "83.38"}),
        ("ข้อ I7 มอบหมายงานตามตำแหน่งหน้าที่ (85.29 คะแนน)", {"I7": "85.29"}),
        ("I7 - I9\n(84.10 คะแนน)", {"3": "84.10"}),
    ],
    ids=["pairs", "one item", "a range"],
)
def test_scores_of_items_below_the_name_of_their_indicator(
    below: str, found: dict[str, str]
) -> None:
    rows = [
        ["ตัวชี้วัด / ข้อ (คะแนน)", "มาตรการ", "ผู้รับผิดชอบ"],
        ["ตัวชี้วัดที่ 3\n" + below, "จัดทำคู่มือการมอบหมายงาน", "ฝ่ายปกครอง"],
        ["ตัวชี้วัดที่ 6\nE1 (92.27)\nE3 (86.54)", "ปรับปรุงป้ายบอกทาง", "ฝ่ายทะเบียน"],
    ]
    read = report(ANALYSIS_67, table(rows))
    said = {code: str(value) for code, value in scores(read).items() if code not in ("E1", "E3")}
    assert said == found
    assert findings(read, "score-unread") == []


def test_a_score_that_follows_from_what_was_said_before() -> None:
    told = "ตัวชี้วัดนี้มีข้อเดียวคือ ข้อ I10 จึงได้ 79.05 คะแนนเท่ากัน"
    assert {c: str(v) for c, v in scores(report(ANALYSIS_67, paragraph(told))).items()} == {
        "I10": "79.05"
    }
