"""Forms of labels and answers, in grids and in lines of text."""

from __future__ import annotations

import pytest

from normalize.codes import entries_of
from tests.normalize.tables import ANALYSIS_67, PLAN_66, paragraph, report, table


def test_a_form_in_four_columns() -> None:
    rows: list[list[str | None]] = []
    for code, score, unit in (("I1", "85.10", "ฝ่ายปกครอง"), ("I2", "83.20", "ฝ่ายโยธา")):
        rows += [
            ["ข้อ", code, "คะแนนที่ได้", score],
            ["จุดอ่อน", f"ล่าช้า {code}", None, None],
            ["มาตรการ", f"จัดอบรม {code}", None, None],
            ["ผู้รับผิดชอบ", unit, "กำหนดแล้วเสร็จ", "20 ธันวาคม 2567"],
        ]
    spans = {(r, 1): (1, 3) for r in (1, 2, 5, 6)}
    read = report(ANALYSIS_67, table(rows, spans))
    assert {s.code: str(s.score) for s in read.scores} == {"I1": "85.10", "I2": "83.20"}
    assert [(m.codes, m.measure, m.units, m.deadline) for m in read.measures] == [
        (("I1",), "จัดอบรม I1", ("ฝ่ายปกครอง",), "2024-12-20"),
        (("I2",), "จัดอบรม I2", ("ฝ่ายโยธา",), "2024-12-20"),
    ]


def test_a_form_in_lines_of_text() -> None:
    lines = [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "มาตรการ: จัดทำผังขั้นตอนการให้บริการ",
        "ข้อที่เกี่ยวข้อง: I2",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "ตัวชี้วัดที่ 3 การใช้อำนาจ",
        "มาตรการ: ประกาศหลักเกณฑ์การมอบหมายงาน",
        "ข้อที่เกี่ยวข้อง: I13 และ I15",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
    ]
    read = report(PLAN_66, *(paragraph(line) for line in lines))
    assert [(m.codes, m.indicator, m.units) for m in read.measures] == [
        (("I2",), "1", ("ฝ่ายทะเบียน",)),
        (("I13", "I15"), "3", ("ฝ่ายปกครอง",)),
    ]


def test_lines_with_colons_that_are_no_form() -> None:
    lines = ["เรียน: ผู้อำนวยการเขต", "เรื่อง: ผลการประเมิน", "มาตรการ: ไม่มี", "หมายเหตุ: ฉบับร่าง"]
    assert report(PLAN_66, *(paragraph(line) for line in lines)).measures == ()


@pytest.mark.parametrize("tail", ["(ลดลง 1.35)", "ลดลง 1.35", "เพิ่มขึ้น 1.35", "(ต่างกัน 1.35)"])
def test_a_change_behind_an_item_is_no_score(tail: str) -> None:
    [entry] = entries_of(f"E4 การเข้าถึงข้อมูล {tail}")
    assert entry.scores == ()


@pytest.mark.parametrize("tail", ["", " ↓", " (ลดลง 1.35)"])
def test_a_code_and_its_score_with_a_mark_behind(tail: str) -> None:
    [entry] = entries_of(f"E4\n78.20{tail}")
    assert [str(s.value) for s in entry.scores] == ["78.20"]
