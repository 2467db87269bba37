"""What the rows and columns of small tables state, and what they do not."""

from __future__ import annotations

import pytest

from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_67, PLAN_66, Grid, findings, paragraph, report, table

TITLES = {code: item.title_th for code, item in items(2567).items()}


def test_rows_that_name_nothing_below_instruments_state_no_two_scores() -> None:
    rows = [["คะแนน", "IIT", "EIT"], ["", "92.29", "92.80"], ["", "90.12", "88.02"]]
    found = report(ANALYSIS_67, table(rows))
    assert found.scores == ()
    assert findings(found, "score-without-code")


def test_scores_beside_how_many_were_asked() -> None:
    rows = [["เครื่องมือ", "คะแนน", "ผู้ตอบ (คน)"], ["IIT", "87.59", "187"], ["EIT", "84.20", "402"]]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {"IIT": "87.59", "EIT": "84.20"}


def test_a_column_headed_by_the_full_marks_holds_what_was_reached() -> None:
    head = ["ข้อคำถาม", "คะแนนเต็ม 100", "สาระของคำถาม"]
    rows = [head, *([code, n, TITLES[code]] for code, n in (("I10", "86.63"), ("I11", "87.07")))]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {"I10": "86.63", "I11": "87.07"}
    full = [head, *([code, "100", TITLES[code]] for code in ("I10", "I11"))]
    assert report(ANALYSIS_67, table(full)).scores == ()


def test_the_instrument_before_the_indicator_whose_score_is_in_its_row() -> None:
    rows: Grid = [
        ["คะแนนที่ได้", "ลำดับที่", "ข้อคำถาม"],
        ["93.54", "IIT ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None],
        ["97.87", "1", f"I1: {TITLES['I1']}"],
        ["98.04", "2", f"I2: {TITLES['I2']}"],
    ]
    found = report(ANALYSIS_67, table(rows, {(1, 1): (1, 2)}))
    scores = {s.code: str(s.score) for s in found.scores}
    assert scores == {"1": "93.54", "I1": "97.87", "I2": "98.04"}


def test_a_total_behind_a_target_is_that_of_the_whole() -> None:
    text = (
        "เป้าหมายของทุกข้อคือไม่น้อยกว่า 85 คะแนน ผลรวมของเขตได้ 91.14 คะแนน "
        "ประกอบด้วย IIT 89.39 คะแนน EIT 88.26 คะแนน และ OIT 94.60 คะแนน"
    )
    scores = {s.code: str(s.score) for s in report(ANALYSIS_67, paragraph(text)).scores}
    assert scores == {"ITA": "91.14", "IIT": "89.39", "EIT": "88.26", "OIT": "94.60"}


def test_a_target_is_not_the_score_of_the_whole() -> None:
    text = "คะแนนภาพรวมตั้งเป้าหมายไว้ไม่น้อยกว่า 91.14 คะแนน"
    assert report(ANALYSIS_67, paragraph(text)).scores == ()


@pytest.mark.parametrize("progress", ["100 %", "ร้อยละ 80", "-"])
def test_how_far_a_measure_has_come_is_no_result(progress: str) -> None:
    rows = [
        ["ข้อ", "กิจกรรมตามมาตรการ", "ผลการดำเนินการ", "ความก้าวหน้า"],
        ["I1", "จัดเวรพักเที่ยง", "จัดเวรครบทุกวัน", progress],
        ["I2", "ติดป้ายขั้นตอน", "ติดป้ายแล้ว", "80 %"],
    ]
    results = [m.result for m in report(PLAN_66, table(rows)).measures]
    assert results == ["จัดเวรครบทุกวัน", "ติดป้ายแล้ว"]


def test_what_money_is_spent_on_is_no_measure() -> None:
    rows = [
        ["ลำดับ", "กิจกรรม", "งบประมาณ (บาท)"],
        ["1", "จัดทำป้ายขั้นตอนการให้บริการ", "45,000"],
        ["2", "อบรมบุคลากรด้านวินัย", "60,000"],
    ]
    assert report(PLAN_66, table(rows)).measures == ()


def test_a_list_below_a_table_without_names_is_no_more_of_it() -> None:
    summary = [["คะแนนภาพรวม ITA", "87.67"], ["คะแนน IIT", "86.32"], ["คะแนน EIT", "89.24"]]
    listed = [[f"{code} {TITLES[code]}", "100.00"] for code in ("O7", "O8", "O9", "O10")]
    found = report(ANALYSIS_67, table(summary), table(listed))
    codes = {s.code for s in found.scores}
    assert codes == {"ITA", "IIT", "EIT", "O7", "O8", "O9", "O10"}


def test_an_instrument_with_what_it_looks_at_in_brackets_is_no_indicator() -> None:
    rows = [["แบบประเมิน", "ปี 2566", "ปี 2567"], ["IIT (บุคลากร)", "88.10", "90.20"]]
    rows += [["OIT (การเปิดเผยข้อมูล)", "73.75", "91.25"]]
    scores = {(s.fiscal_year, s.code) for s in report(ANALYSIS_67, table(rows)).scores}
    assert scores == {(y, code) for y in (2566, 2567) for code in ("IIT", "OIT")}


def test_how_many_measures_there_were_is_no_measure() -> None:
    rows = [["จำนวนมาตรการตามแผน", "30 มาตรการ"], ["จำนวนมาตรการที่ดำเนินการแล้ว", "30 มาตรการ"]]
    rows += [["งบประมาณที่ใช้ไป", "62,500 บาท"], ["ผู้ประสานงาน", "ฝ่ายปกครอง"]]
    assert report(PLAN_66, table(rows)).measures == ()


def test_codes_under_the_name_of_parts_are_codes() -> None:
    head = ["ตัวชี้วัดย่อย", "ตัวชี้วัดย่อย/ข้อ", "คะแนน"]
    rows = [head, *(["9.1 ข้อมูลพื้นฐาน", code, n] for code, n in (("O1", "100.00"), ("O2", "50.00")))]
    found = {s.code: str(s.score) for s in report(ANALYSIS_67, table(rows)).scores}
    assert found == {"O1": "100.00", "O2": "50.00"}
