"""Scores of two years in one sentence, and columns of others beside the own one."""

from __future__ import annotations

import pytest

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, scores, table


def dated(found: Report) -> dict[tuple[int | None, str], str]:
    return {(s.fiscal_year, s.code): str(s.score) for s in found.scores}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "เมื่อแยกตามแบบวัด แบบวัด IIT ได้ ๘๙.๖๔ คะแนน (ปี ๒๕๖๖ ได้ ๘๘.๓๐ คะแนน)"
            " และแบบวัด EIT ได้ ๙๑.๙๖ คะแนน (ปี ๒๕๖๖ ได้ ๙๐.๖๕ คะแนน)",
            {
                (2567, "IIT"): "89.64",
                (2566, "IIT"): "88.30",
                (2567, "EIT"): "91.96",
                (2566, "EIT"): "90.65",
            },
        ),
        (
            "ตัวชี้วัดที่ ๒ การใช้งบประมาณ ได้ ๘๙.๑๗ คะแนน ลดลงจากปี ๒๕๖๖ (๙๐.๔๔ คะแนน)"
            " ขณะที่สำนักงานเขตจอมทองได้ ๙๒.๔๖ คะแนน",
            {(2567, "2"): "89.17", (2566, "2"): "90.44"},
        ),
        (
            "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ปี ๒๕๖๖ ได้ ๙๐.๑๘ คะแนน ปี ๒๕๖๗ ได้ ๙๓.๔๒ คะแนน"
            " โดยเขตที่ได้คะแนนสูงสุดของกลุ่ม คือ สำนักงานเขตธนบุรี ๙๔.๕๖ คะแนน",
            {(2566, "1"): "90.18", (2567, "1"): "93.42"},
        ),
    ],
)
def test_each_number_is_of_the_year_beside_it(
    line: str, expected: dict[tuple[int | None, str], str]
) -> None:
    assert dated(report(ANALYSIS_67, paragraph(line))) == expected


def test_what_another_district_reached_is_not_the_own_score() -> None:
    line = "สำนักงานเขตจอมทอง แบบวัด IIT ได้ 89.64 คะแนน (ปี 2566 ได้ 88.30 คะแนน)"
    assert dated(report(ANALYSIS_67, paragraph(line))) == {}


def test_a_title_that_is_not_the_number_says_nothing() -> None:
    line = "ตัวชี้วัดที่ 2 การใช้อำนาจ ปี 2566 ได้ 90.18 คะแนน ปี 2567 ได้ 93.42 คะแนน"
    assert dated(report(ANALYSIS_67, paragraph(line))) == {}


def test_columns_headed_by_districts_without_the_word_district() -> None:
    own = "บางรัก"
    rows: Grid = [
        ["รหัส", "ข้อ", "พระนคร", own, "ดินแดง"],
        ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "94.14", "91.90", "90.95"],
        ["I2", "อำนวยความสะดวกในการให้บริการประชาชน", "98.77", "91.89", "90.64"],
    ]
    assert {c: str(v) for c, v in scores(report(ANALYSIS_67, table(rows))).items()} == {
        "I1": "91.90",
        "I2": "91.89",
    }


def test_beside_the_own_column_one_of_the_same_year_is_of_somebody_else() -> None:
    rows: Grid = [
        ["รายการ", "บางรัก 2566", "บางรัก 2567", "ค่าเฉลี่ย 6 เขต 2567", "กรุงเทพมหานคร 2567"],
        ["IIT", "84.36", "88.42", "91.56", "90.84"],
        ["EIT", "82.90", "88.18", "89.18", "89.47"],
    ]
    assert dated(report(ANALYSIS_67, table(rows))) == {
        (2566, "IIT"): "84.36",
        (2567, "IIT"): "88.42",
        (2566, "EIT"): "82.90",
        (2567, "EIT"): "88.18",
    }


def test_what_others_did_well_is_a_note() -> None:
    rows: Grid = [
        ["ข้อ", "จุดอ่อน", "มาตรการ", "แนวปฏิบัติที่ดีของเขตอื่น"],
        ["I1", "พูดจาไม่สุภาพ", "จัดอบรมเจ้าหน้าที่", "สำนักงานเขตบางแคติดปุ่มให้คะแนน (I1 ได้ 97.40 คะแนน)"],
        ["I9", "เอกสารไม่ครบ", "ใช้แบบตรวจรับกลาง", "ไม่มี"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert [m.measure for m in found.measures] == ["จัดอบรมเจ้าหน้าที่", "ใช้แบบตรวจรับกลาง"]
    assert dated(found) == {}


def test_numbers_said_in_brackets_stand_with_the_items() -> None:
    rows: Grid = [
        ["ข้อ (คะแนนของเขต / ค่าเฉลี่ย 50 เขต)", "จุดอ่อน", "มาตรการ"],
        ["I7 สั่งการให้ทำในสิ่งที่ไม่ถูกต้อง\n81.90 / 92.06", "ใช้ไปทำธุระ", "กำชับหัวหน้าฝ่าย"],
        ["O12 ระบบติดตามสถานะ\n50.00 / 82.66", "เปิดไม่ได้", "ทดสอบลิงก์"],
    ]
    assert [m.codes for m in report(ANALYSIS_67, table(rows)).measures] == [("I7",), ("O12",)]


def test_a_column_of_the_city_is_not_that_of_a_district() -> None:
    rows: Grid = [
        ["รายการ", "มีนบุรี", "กรุงเทพมหานคร"],
        ["IIT", "88.42", "90.84"],
        ["EIT", "88.18", "89.47"],
    ]
    assert dated(report(ANALYSIS_67, table(rows))) == {}
