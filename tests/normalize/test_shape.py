"""Tables whose indicators, codes or instruments run across, and what stands below them."""

from __future__ import annotations

import pytest

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, Spans, report, scores, table

# The titles of the sub-indicators of the tenth.
TENTHS = ("การดำเนินการเพื่อป้องกันการทุจริต", "มาตรการภายในเพื่อป้องกันการทุจริต")


def read(rows: Grid, spans: Spans | None = None) -> Report:
    return report(ANALYSIS_67, table(rows, spans))


def printed(found: Report) -> dict[str, str]:
    return {s.code: str(s.score) for s in found.scores if s.fiscal_year == 2567}


def test_bare_numbers_across_are_those_of_indicators_where_a_cell_says_so() -> None:
    rows = [["ตัวชี้วัดที่", "1", "2", "9", "10"], ["คะแนน", "90.04", "89.27", "81.67", "100.00"]]
    assert printed(read(rows)) == {"1": "90.04", "2": "89.27", "9": "81.67", "10": "100.00"}
    rows = [["ตัวชี้วัดย่อยที่", "9.1", "9.2", "10.1"], ["คะแนน", "100.00", "87.50", "0.00"]]
    assert printed(read(rows)) == {"9.1": "100.00", "9.2": "87.50", "10.1": "0.00"}


def test_numbers_across_that_do_not_rise_are_no_indicators() -> None:
    rows = [["ตัวชี้วัดที่", "5", "3", "3", "4"], ["คะแนน", "90.04", "89.27", "81.67", "88.10"]]
    assert printed(read(rows)) == {}


def test_instruments_across_with_their_weights_beside_the_rating() -> None:
    rows = [
        ["ปีงบประมาณ", "IIT (30%)", "EIT (น้ำหนัก 30)", "OIT (40%)", "คะแนนรวม", "ระดับ"],
        ["2567", "90.04", "89.35", "86.25", "88.32", "ผ่านดี"],
    ]
    found = read(rows)
    assert printed(found) == {"IIT": "90.04", "EIT": "89.35", "OIT": "86.25", "ITA": "88.32"}
    assert found.meta.rating == "ผ่านดี"


def test_the_rating_of_the_year_in_a_table_of_years() -> None:
    rows = [
        ["ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"],
        ["2566", "80.04", "79.35", "76.25", "78.32", "ต้องปรับปรุง"],
        ["2567", "90.04", "89.35", "86.25", "88.32", "ผ่านดี"],
    ]
    assert read(rows).meta.rating == "ผ่านดี"


def test_names_of_indicators_across() -> None:
    rows = [
        ["รายการ", "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "คุณภาพการดำเนินงาน"],
        ["คะแนน", "90.04", "89.27", "81.67", "95.10"],
    ]
    assert printed(read(rows)) == {"1": "90.04", "2": "89.27", "3": "81.67", "6": "95.10"}


def test_items_across_and_what_is_said_of_them_down_the_side() -> None:
    rows = [
        ["หัวข้อ", "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "E2 อำนวยความสะดวกในการให้บริการประชาชน"],
        ["คะแนน", "88.10", "84.20"],
        ["มาตรการ", "จัดอบรมบุคลากร", "ติดป้ายแสดงขั้นตอน"],
        ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", "ฝ่ายโยธา"],
    ]
    found = read(rows)
    assert printed(found) == {"I1": "88.10", "E2": "84.20"}
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I1",), "จัดอบรมบุคลากร", ("ฝ่ายทะเบียน",)),
        (("E2",), "ติดป้ายแสดงขั้นตอน", ("ฝ่ายโยธา",)),
    ]


def test_items_without_codes_below_their_indicators() -> None:
    rows = [
        ["ตัวชี้วัด/ข้อคำถาม", "คะแนน"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "90.04"],
        ["โปร่งใส ตรวจสอบได้", "88.10"],
        ["มีการเบิกจ่ายเท็จ", "91.30"],
    ]
    assert printed(read(rows)) == {"2": "90.04", "I4": "88.10", "I6": "91.30"}


def test_two_lists_beside_each_other_under_their_instruments() -> None:
    rows: list[list[str | None]] = [
        ["แบบวัด IIT", None, "แบบวัด EIT", None],
        ["ข้อ", "คะแนน", "ข้อ", "คะแนน"],
        ["I1", "88.10", "E1", "84.20"],
        ["I2", "87.10", "E2", "83.20"],
    ]
    # Never the score of an item for that of the instrument above it.
    assert printed(read(rows, {(0, 0): (1, 2), (0, 2): (1, 2)})) == {
        "I1": "88.10",
        "I2": "87.10",
        "E1": "84.20",
        "E2": "83.20",
    }


def test_the_mean_of_one_instruments_items_is_not_the_whole() -> None:
    rows = [
        ["แบบวัด", "I1", "I2", "I3", "I4", "เฉลี่ย"],
        ["IIT", "88.10", "87.10", "86.10", "85.10", "86.60"],
    ]
    assert "ITA" not in printed(read(rows))
    assert printed(read(rows))["I1"] == "88.10"


def test_items_with_their_titles_across() -> None:
    titles = ["I4 โปร่งใส ตรวจสอบได้", "I6 มีการเบิกจ่ายเท็จ", "O8 E-Service"]
    titles += ["E2 อำนวยความสะดวกในการให้บริการประชาชน", "I2 อำนวยความสะดวกในการให้บริการประชาชน"]
    values = ["88.10", "87.10", "50.00", "85.10", "86.60"]
    found = printed(read([["ข้อ", *titles], ["คะแนน", *values]]))
    assert found == dict(zip(("I4", "I6", "O8", "E2", "I2"), values, strict=True))


def test_two_or_three_indicators_across_with_nothing_but_their_scores_below() -> None:
    names = ["6 คุณภาพการดำเนินงาน", "7 ประสิทธิภาพการสื่อสาร", "8 การปรับปรุงระบบการทำงาน"]
    rows: Grid = [
        ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", None, None],
        [f"ตัวชี้วัดที่ {name}" for name in names],
        ["92.40", "94.77", "87.32"],
    ]
    assert printed(read(rows, {(0, 0): (1, 3)})) == {"6": "92.40", "7": "94.77", "8": "87.32"}
    # Where something else stands below, nothing says what the numbers are.
    assert printed(read([rows[1], ["92.40", "94.77", "ดีมาก"]])) == {}


def test_the_whole_beside_instruments_across() -> None:
    rows = [["ผลการประเมินภาพรวม", "IIT", "EIT", "OIT"], ["93.22", "91.29", "91.10", "96.25"]]
    assert printed(read(rows)) == {"ITA": "93.22", "IIT": "91.29", "EIT": "91.10", "OIT": "96.25"}


def test_a_heading_and_a_header_in_one_cell_begin_another_table() -> None:
    found = read(
        [
            ["ตัวชี้วัดย่อย", "คะแนนเฉลี่ย"],
            ["10.1 การดำเนินการเพื่อป้องกันการทุจริต", "50.00"],
            ["ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน\nข้อคำถาม", "คะแนน"],
            ["ข้อ O1 ข้อมูลพื้นฐานของสำนักงานเขต", "0.00"],
            ["ข้อ O4 การประชาสัมพันธ์ข้อมูลผลการดำเนินงาน", "100.00"],
        ]
    )
    assert printed(found) == {"10.1": "50.00", "O1": "0.00", "O4": "100.00"}


def test_items_across_and_years_down_however_few_the_items_are() -> None:
    rows = [
        ["ปีงบประมาณ", "O21"],
        ["พ.ศ. 2565", "50.00"],
        ["พ.ศ. 2566", "100.00"],
        ["ผลต่าง", "+50.00"],
    ]
    found = report(ANALYSIS_66, table(rows))
    assert [(s.fiscal_year, s.code, str(s.score)) for s in found.scores] == [
        (2565, "O21", "50.00"),
        (2566, "O21", "100.00"),
    ]


def test_two_tables_so_close_that_the_room_between_them_was_taken_for_a_row() -> None:
    rows: Grid = [
        ["IIT", None, None, "EIT", None, None],
        ["87.07", None, None, "87.45", None, None],
        ["", None, None, None, None, None],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, "ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, "ตัวชี้วัดที่ 3 การใช้อำนาจ", None],
        ["86.55", None, "89.46", None, "86.37", None],
    ]
    halves = {(r, c): (1, 3) for r in (0, 1) for c in (0, 3)}
    thirds = {(r, c): (1, 2) for r in (3, 4) for c in (0, 2, 4)}
    found = report(ANALYSIS_67, table(rows, {**halves, (2, 0): (1, 6), **thirds}))
    assert {s.code: str(s.score) for s in found.scores} == {
        "IIT": "87.07", "EIT": "87.45", "1": "86.55", "2": "89.46", "3": "86.37",
    }  # fmt: skip


def test_means_of_subindicators_merged_below_their_items() -> None:
    rows: Grid = [
        ["ตัวชี้วัดย่อย/ข้อ", f"10.1 {TENTHS[0]}", None, None, f"10.2 {TENTHS[1]}"],
        [None, "O18", "O19", "O20", "O22"],
        ["คะแนน", "100.00", "50.00", "0.00", "100.00"],
        ["เฉลี่ยตัวชี้วัดย่อย", "50.00", None, None, "100.00"],
    ]
    found = printed(read(rows, {(0, 0): (2, 1), (0, 1): (1, 3), (3, 1): (1, 3)}))
    assert (found["10.1"], found["10.2"], found["O20"]) == ("50.00", "100.00", "0.00")


def test_two_headings_in_one_row_are_a_band_each() -> None:
    rows = [
        ["E3 มีการเรียกรับสินบน เงิน หรือผลประโยชน์ในรูปแบบอื่น ๆ", "96.09"],
        ["ค. แบบตรวจ OIT — ได้คะแนน 91.88\nตัวชี้วัดที่ 9 การเปิดเผยข้อมูล คะแนนเฉลี่ย 89.17", ""],
        ["O1 ข้อมูลพื้นฐานของสำนักงานเขต", "100.00"],
        ["O6 คู่มือการปฏิบัติหน้าที่", "50.00"],
    ]
    found = printed(read(rows))
    assert found["OIT"] == "91.88" and found["9"] == "89.17" and found["O1"] == "100.00"


def test_two_lists_of_indicators_each_with_number_and_name() -> None:
    rows = [
        ["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"] * 2,
        ["๑", "การปฏิบัติหน้าที่", "๗๘.๒๗", "๖", "คุณภาพการดำเนินงาน", "๘๑.๘๑"],
        ["๒", "การใช้งบประมาณ", "๘๒.๕๕", "๗", "ประสิทธิภาพการสื่อสาร", "๗๗.๖๒"],
    ]
    assert printed(read(rows)) == {"1": "78.27", "2": "82.55", "6": "81.81", "7": "77.62"}


def test_numbers_below_a_cell_that_says_of_what_they_are() -> None:
    head: list[str | None] = ["ปีงบประมาณ", "คะแนนตัวชี้วัดที่", None, None, None]
    rows: Grid = [
        head,
        [None, "1", "2", "9", "10"],
        ["2566", "80.04", "79.27", "71.67", "90.00"],
        ["2567", "90.04", "89.27", "81.67", "100.00"],
    ]
    found = read(rows, {(0, 0): (2, 1), (0, 1): (1, 4)})
    assert printed(found) == {"1": "90.04", "2": "89.27", "9": "81.67", "10": "100.00"}
    assert {s.code: str(s.score) for s in found.scores if s.fiscal_year == 2566}["9"] == "71.67"
    rows = [["ปีงบประมาณ", "จำนวนผู้ตอบกลุ่มที่", None, None, None], *rows[1:]]
    assert printed(read(rows, {(0, 0): (2, 1), (0, 1): (1, 4)})) == {}


def test_the_score_of_the_whole_merged_below_those_of_the_instruments() -> None:
    rows: Grid = [
        ["รายการ", "IIT", "EIT", "OIT"],
        ["คะแนนที่ได้", "86.97", "87.78", "95.63"],
        ["คะแนนรวมทั้งหน่วยงาน", "90.68", None, None],
    ]
    found = read(rows, {(2, 1): (1, 3)})
    assert printed(found) == {"IIT": "86.97", "EIT": "87.78", "OIT": "95.63", "ITA": "90.68"}


def test_the_scores_of_instruments_below_those_of_their_indicators() -> None:
    rows: Grid = [
        ["เครื่องมือ", "IIT", None, "OIT", None],
        ["ตัวชี้วัดที่", "1", "2", "9", "10"],
        ["คะแนนที่ได้", "93.39", "89.97", "95.00", "80.00"],
        ["รายเครื่องมือ", "91.68", None, "91.25", None],
    ]
    found = read(rows, {(0, 1): (1, 2), (0, 3): (1, 2), (3, 1): (1, 2), (3, 3): (1, 2)})
    assert printed(found)["IIT"] == "91.68" and printed(found)["OIT"] == "91.25"


@pytest.mark.parametrize("tool", ["", "แบบ ", "แบบวัด ", "เครื่องมือ "])
def test_instruments_across_and_years_down_whatever_they_are_called(tool: str) -> None:
    rows = [
        ["ปีงบประมาณ", f"{tool}IIT", f"{tool}EIT", f"{tool}OIT"],
        ["พ.ศ. 2566", "88.39", "91.43", "80.61"],
        ["พ.ศ. 2567", "87.64", "88.44", "85.31"],
        ["ผลต่าง", "-0.75", "-2.99", "+4.70"],
    ]
    found = {(s.fiscal_year, s.code): str(s.score) for s in read(rows).scores}
    assert found == {
        (2566, "IIT"): "88.39",
        (2566, "EIT"): "91.43",
        (2566, "OIT"): "80.61",
        (2567, "IIT"): "87.64",
        (2567, "EIT"): "88.44",
        (2567, "OIT"): "85.31",
    }


def test_a_few_indicators_across_and_the_score_of_all_of_them() -> None:
    rows = [
        [
            "ตัวชี้วัด",
            "6. คุณภาพการดำเนินงาน",
            "7. ประสิทธิภาพการสื่อสาร",
            "8. การปรับปรุงระบบการทำงาน",
            "คะแนน EIT",
        ],
        ["คะแนน", "90.28", "85.73", "82.94", "86.32"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {code: str(value) for code, value in found.items()} == {
        "6": "90.28",
        "7": "85.73",
        "8": "82.94",
        "EIT": "86.32",
    }


def test_scores_of_indicators_that_their_label_names_in_a_row_alone() -> None:
    names = ["การปฏิบัติหน้าที่", "การใช้งบประมาณ"]
    rows: Grid = [["ตัวชี้วัด", *names], ["คะแนนตัวชี้วัด", "91.10", "82.20"]]
    found = {c: str(v) for c, v in scores(report(ANALYSIS_67, table(rows))).items()}
    assert found == {"1": "91.10", "2": "82.20"}


def test_instruments_below_a_header_that_says_so() -> None:
    rows: Grid = [
        ["หน่วยงาน", "คะแนนรายเครื่องมือ", None, None, "คะแนนรวม ITA"],
        [None, "IIT", "EIT", "OIT", None],
        ["สำนักงานเขตบางรัก", "93.23", "90.08", "96.56", "93.62"],
    ]
    spans: Spans = {(0, 0): (2, 1), (0, 1): (1, 3), (0, 4): (2, 1)}
    assert printed(read(rows, spans)) == {
        "IIT": "93.23", "EIT": "90.08", "OIT": "96.56", "ITA": "93.62",
    }  # fmt: skip


def test_items_across_by_code_whatever_their_words_are() -> None:
    names = ["I1 เต็มใจให้บริการ", "I2 อำนวยความสะดวก", "I3 ไม่เรียกรับ"]
    assert printed(read([["ข้อ", *names], ["คะแนน", "90.04", "89.27", "81.67"]])) == {
        "I1": "90.04",
        "I2": "89.27",
        "I3": "81.67",
    }
    years = [
        ["ปี", *names],
        ["2566", "80.04", "79.27", "71.67"],
        ["2567", "90.04", "89.27", "81.67"],
    ]
    assert printed(read(years)) == {"I1": "90.04", "I2": "89.27", "I3": "81.67"}


def test_items_across_above_something_else_than_scores_stay_as_they_are() -> None:
    names = ["I1 เต็มใจให้บริการ", "I1 อำนวยความสะดวก", "I3 ไม่เรียกรับ"]
    assert printed(read([["ข้อ", *names], ["คะแนน", "90.04", "89.27", "81.67"]])) == {}
