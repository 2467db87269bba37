"""Rows that end a group with its score, summaries of weights and scores, years in one row."""

from __future__ import annotations

import pytest

from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_67, Grid, report, scores, table

TITLES = {code: item.title_th for code, item in items(2567).items()}
HEADER = ["ลำดับ", "รหัส", "หัวข้อที่ประเมิน", "คะแนนปี 2566", "คะแนนปี 2567"]


def grouped(name: str) -> dict[tuple[int | None, str], str]:
    """Scores of a table in which a row of some name ends the items of an indicator."""
    rows: Grid = [
        HEADER,
        ["1", "I4", TITLES["I4"], "81.10", "82.10"],
        ["2", "I5", TITLES["I5"], "83.10", "84.10"],
        ["3", "I6", TITLES["I6"], "85.10", "86.10"],
        [name, None, None, "83.12", "84.12"],
    ]
    found = report(ANALYSIS_67, table(rows, {(4, 0): (1, 3)}))
    return {(s.fiscal_year, s.code): str(s.score) for s in found.scores}


@pytest.mark.parametrize(
    "name",
    [
        "สรุปตัวชี้วัดที่ 2 การใช้งบประมาณ", "สรุปคะแนนตัวชี้วัดที่ 2", "ผลคะแนนตัวชี้วัดที่ 2 การใช้งบประมาณ",
        "สรุปผลคะแนนเฉลี่ยของตัวชี้วัดที่ 2", "ตัวชี้วัดที่ 2",
    ],
)  # fmt: skip
def test_a_row_that_ends_a_group_scores_its_indicator(name: str) -> None:
    found = grouped(name)
    assert (found[2566, "2"], found[2567, "2"]) == ("83.12", "84.12")
    assert (found[2566, "I6"], found[2567, "I6"]) == ("85.10", "86.10")


def test_a_row_of_another_name_is_no_score_of_the_item_above_it() -> None:
    found = grouped("ถ้อยคำที่ไม่มีใครรู้จักเลย")
    assert (found[2566, "I6"], found[2567, "I6"]) == ("85.10", "86.10")
    rows: Grid = [HEADER[1:], ["I6", TITLES["I6"], "", ""], ["ถ้อยคำที่ไม่รู้จัก", None, "83.12", "84.12"]]
    assert scores(report(ANALYSIS_67, table(rows, {(2, 0): (1, 2)}))) == {}


@pytest.mark.parametrize("header", ["คะแนนที่ได้รับ", "คะแนนที่ได้", "ผลการประเมิน"])
def test_scores_beside_weights_and_counts_of_items(header: str) -> None:
    rows: Grid = [
        ["เครื่องมือ", "น้ำหนัก", "จำนวนข้อ", header],
        ["ผู้มีส่วนได้เสียภายใน (IIT)", "30", "12", "85.61"],
        ["ผู้มีส่วนได้เสียภายนอก (EIT)", "30", "6", "90.12"],
        ["การเปิดเผยข้อมูลสาธารณะ (OIT)", "40", "22", "83.75"],
    ]
    found = {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows))).items()}
    assert found == {"IIT": "85.61", "EIT": "90.12", "OIT": "83.75"}


def test_points_beside_weights_and_counts_are_no_scores() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "น้ำหนัก", "จำนวนข้อ", "คะแนน"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "6", "3", "20.00"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "6", "3", "20.50"],
    ]
    assert scores(report(ANALYSIS_67, table(rows))) == {}


@pytest.mark.parametrize("name", ["ผลรวม", "คะแนนรวม", "ผลคะแนนรวม", "ITA"])
def test_the_whole_beside_the_instruments(name: str) -> None:
    rows = [[name, "IIT", "EIT", "OIT"], ["87.24", "86.97", "87.16", "87.50"]]
    found = {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows))).items()}
    assert found == {"ITA": "87.24", "IIT": "86.97", "EIT": "87.16", "OIT": "87.50"}


def test_two_years_of_the_whole_in_one_row() -> None:
    row = ["คะแนนรวมทั้งหมด (ITA)", "ปี 2566 : 84.38", "ปี 2567 : 88.32", "ส่วนต่าง +3.94"]
    found = report(ANALYSIS_67, table([row]))
    assert {(s.fiscal_year, s.code): str(s.score) for s in found.scores} == {
        (2566, "ITA"): "84.38", (2567, "ITA"): "88.32",
    }  # fmt: skip
    other = ["เป้าหมายที่ตั้งไว้", "ปี 2566 : 84.38", "ปี 2567 : 88.32", ""]
    assert report(ANALYSIS_67, table([other])).scores == ()


@pytest.mark.parametrize(("last", "expected"), [("92.00", "92.00"), ("91.00", None)])
def test_the_total_of_the_last_group_is_not_that_of_the_whole(
    last: str, expected: str | None
) -> None:
    # Of indicator 9 a report may tell some items only; the mean of these is its own.
    bands = ["ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"]
    rows: Grid = [
        ["รหัส", "หัวข้อที่ประเมิน", "คะแนน"],
        [bands[0], None, None],
        ["E4", TITLES["E4"], "69.20"],
        ["รวม", None, "69.20"],
        [bands[1], None, None],
        ["O1", TITLES["O1"], "94.00"],
        ["O2", TITLES["O2"], "90.00"],
        ["รวม", None, last],
    ]
    found = table(rows, {(1, 0): (1, 3), (3, 0): (1, 2), (4, 0): (1, 3), (7, 0): (1, 2)})
    told = {c: str(s) for c, s in scores(report(ANALYSIS_67, found)).items()}
    assert (told.get("7"), told.get("9"), told.get("ITA")) == ("69.20", expected, None)


def test_the_words_of_three_columns_in_one_cell_are_told_apart_by_nobody() -> None:
    rows: Grid = [
        ["ตัวชี้วัด ลำดับ ประเด็น ข้อ", "คะแนนที่ได้"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ : 1 โปร่งใส ตรวจสอบได้ I4 69.41", "71.85 คะแนน"],
        ["2 การจัดซื้อจัดจ้าง I5", "75.92 คะแนน"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert "2" not in scores(found) and "score-unread" in {f.kind for f in found.findings}


def test_an_indicator_named_where_others_count_rows_is_not_of_the_item_above() -> None:
    rows: Grid = [
        ["ลำดับ", "ข้อ/คำถาม", "คะแนน (ร้อยละ)", "อันดับที่"],
        ["4. การใช้ทรัพย์สินของราชการ", "", "84.46", ""],
        ["1", f"{TITLES['I10']} (ข้อ I10)", "84.46", "36"],
        ["5. การแก้ไขปัญหาการทุจริต", "", "78.69", ""],
        ["2", f"{TITLES['I11']} (ข้อ I11)", "61.67", "37"],
        ["3", f"{TITLES['I12']} (ข้อ I12)", "95.71", "4"],
    ]
    found = report(ANALYSIS_67, table(rows))
    told = {c: str(s) for c, s in scores(found).items()}
    assert told == {"4": "84.46", "I10": "84.46", "5": "78.69", "I11": "61.67", "I12": "95.71"}
    assert not [f for f in found.findings if f.kind == "score-disagrees"]


def test_totals_across_the_columns_of_names_and_scores_do_not_hide_whose_these_are() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", None, "ข้อคำถาม", None, None],
        ["ชื่อตัวชี้วัด", "คะแนน", "ข้อ", "ประเด็น", "คะแนน"],
        ["2. การใช้งบประมาณ", "82.22", "I4", TITLES["I4"], "91.56"],
        [None, None, "I5", TITLES["I5"], "75.48"],
        [None, None, "I6", TITLES["I6"], "79.63"],
        ["คะแนนรวม แบบวัด IIT", None, None, None, "82.22"],
        ["คะแนน ITA ภาพรวมของสำนักงานเขต", None, None, None, "82.22"],
    ]
    spans = {
        (0, 0): (1, 2),
        (0, 2): (1, 3),
        (2, 0): (3, 1),
        (2, 1): (3, 1),
        (5, 0): (1, 4),
        (6, 0): (1, 4),
    }
    told = {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows, spans))).items()}
    assert told["2"] == "82.22" and told["I4"] == "91.56" and told["IIT"] == told["ITA"] == "82.22"


def test_a_cell_that_names_several_indicators_gives_each_its_own_number() -> None:
    names = "1. การปฏิบัติหน้าที่ (คะแนน\n81.09)\n2. การใช้งบประมาณ (คะแนน 66.68)"
    rows: Grid = [
        ["ตัวชี้วัดการประเมิน", "ที่", "ข้อคำถาม", "คะแนน ITA"],
        [names, "1", f"I1 {TITLES['I1']}", "75.16 คะแนน"],
        [None, "2", f"I4 {TITLES['I4']}", "62.45 คะแนน"],
    ]
    told = {
        c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows, {(1, 0): (2, 1)}))).items()
    }
    assert told == {"1": "81.09", "2": "66.68", "I1": "75.16", "I4": "62.45"}
