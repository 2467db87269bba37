"""Numbers that reports without rules, slides and dashboards set beside scores, and are none."""

from __future__ import annotations

import pytest

from normalize.codebook import items
from normalize.facts.rating import rating_in, rating_in_tables
from normalize.names.codes import entries_of
from normalize.report import read_report
from normalize.words.othernumbers import says_other_number
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    PLAN_66,
    Grid,
    document,
    paragraph,
    report,
    scores,
    table,
)

BOOK = items(2566)


@pytest.mark.parametrize("word", ["ราว", "ราว ๆ", "เกือบ", "ประมาณ"])
def test_a_number_near_the_score_is_not_the_score(word: str) -> None:
    line = f"ปีนี้เขตได้คะแนนรวม{word} 90 คะแนน สูงกว่าปีที่แล้ว"
    assert scores(report(ANALYSIS_67, paragraph(line))) == {}


def test_a_budget_is_not_about_anything() -> None:
    assert says_other_number("ได้คะแนนราว")
    assert not says_other_number("2. การใช้งบประมาณ")


def test_sums_of_money_are_no_scores() -> None:
    rows: Grid = [
        ["เครื่องมือ", "ไตรมาส ๑ (บาท)", "ไตรมาส ๒ (บาท)", "ไตรมาส ๓ (บาท)", "รวม (บาท)"],
        ["IIT", "๒๑,๙๐๐", "๔๘,๐๐๐", "๐", "๖๙,๙๐๐"],
        ["EIT", "๙,๙๐๐", "๓๑,๐๐๐", "๐", "๔๐,๙๐๐"],
        ["OIT", "๓,๗๕๐", "๗,๕๐๐", "๑๐๐", "๑๑,๓๕๐"],
    ]
    assert scores(report(PLAN_66, table(rows))) == {}


def test_how_many_people_are_no_scores() -> None:
    rows: Grid = [["เครื่องมือ", "เป้าหมาย (คน)", "ตอบ (คน)"], ["IIT", "90", "88"], ["EIT", "95", "91"]]
    assert scores(report(ANALYSIS_67, table(rows))) == {}


@pytest.mark.parametrize("cell", ["O1 –", "O1-", "ข้อ O1 ถึง", "E3 \u2014"])
def test_a_range_that_is_only_begun_is_not_its_first_item(cell: str) -> None:
    assert entries_of(cell) == []


def test_a_range_and_an_item_before_a_dash_are_what_they_are() -> None:
    assert [(e.token, e.last) for e in entries_of("O1 – O22")] == [("O1", "O22")]
    assert [e.token for e in entries_of("O1 - ข้อมูลพื้นฐาน")] == ["O1"]


def test_the_number_of_a_part_is_no_score_of_the_instrument() -> None:
    said = report(ANALYSIS_67, paragraph("OIT ๙.๑ ข้อมูลพื้นฐาน - ๘๖.๒๕ -"))
    assert "OIT" not in scores(said)
    assert str(scores(report(ANALYSIS_67, paragraph("OIT 84.05 คะแนน")))["OIT"]) == "84.05"


def test_the_end_of_a_bracket_names_no_indicator_to_score() -> None:
    lines = [
        paragraph("๓.๑ (ตัวชี้วัดที่ ๓ การ", bold=True),
        paragraph("ใช้อำนาจ) ได้ ๘๓.๑๕ คะแนน"),
        paragraph("จุดอ่อน: ผู้รับการประเมินไม่ทราบเหตุผล"),
        paragraph("มาตรการ:"),
        paragraph("- แจ้งเหตุผลประกอบผลการประเมินเป็นหนังสือ"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายปกครอง"),
        paragraph("กำหนดแล้วเสร็จ: ภายในวันที่ ๓๐ เมษายน ๒๕๖๗"),
    ]
    assert "3" not in scores(report(ANALYSIS_66, *lines))


def test_cards_beside_what_they_aim_at() -> None:
    cards: Grid = [
        [
            "คะแนนภาพรวม ITA ปี 2567\n89.95 ระดับ “ผ่านดี”",
            "คะแนนภาพรวม ปี 2566\n84.26\nเพิ่มขึ้น 5.69 คะแนน (ร้อยละ\n6.75)",
            "ค่าเป้าหมาย\n95.00\nต่ำกว่าเป้าหมาย 5.05",
            "ค่าเฉลี่ย 50 เขต\n90.41",
            "อันดับของเขต\n31/50",
        ]
    ]
    made = report(ANALYSIS_67, table(cards))
    found = {(s.fiscal_year, s.code): str(s.score) for s in made.scores}
    assert found == {(2567, "ITA"): "89.95", (2566, "ITA"): "84.26"}
    assert rating_in_tables([table(cards)], None, 2567) == "ผ่านดี"


def test_a_heading_that_compares_with_the_year_before_rates_this_one() -> None:
    line = "ก. เปรียบเทียบผลการประเมินกับปีที่ผ่านมา ผลการประเมินในภาพรวมอยู่ในระดับ ผ่าน"
    assert rating_in([paragraph(line)], 2567) == "ผ่าน"
    assert rating_in([paragraph("ผลการประเมินปีที่ผ่านมาอยู่ในระดับ ผ่านดี")], 2567) is None


def test_the_last_row_of_a_form_has_several_labels() -> None:
    rows: Grid = [
        ["แบบที่ 1 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None],
        ["ข้อคำถาม", "I1, I2"],
        ["ประเด็นที่ต้องพัฒนา", "การดูแลผู้สูงอายุยังไม่ทั่วถึง"],
        ["มาตรการ", "1) จัดช่องบริการเฉพาะ\n2) ฝึกอบรมเจ้าหน้าที่"],
        ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
        ["กำหนดแล้วเสร็จ 31 มีนาคม 2567 การกำกับติดตาม ทุก 3 เดือน", None],
        ["แบบที่ 2 ตัวชี้วัดที่ 2 การใช้งบประมาณ", None],
        ["ข้อคำถาม", "I9"],
        ["ประเด็นที่ต้องพัฒนา", "ไม่เปิดให้ผู้อื่นสังเกตการณ์"],
        ["มาตรการ", "ประกาศรายชื่อคณะกรรมการ"],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง"],
        ["กำหนดแล้วเสร็จ 15 กุมภาพันธ์ 2567 การกำกับติดตาม ทุกเดือน", None],
    ]
    wide = {(row, 0): (1, 2) for row, (_, answer) in enumerate(rows) if answer is None}
    made = report(PLAN_66, table(rows, wide))
    assert [(m.codes, m.monitoring_months) for m in made.measures] == [
        (("I1", "I2"), 3),
        (("I9",), 1),
    ]
    assert [str(m.deadline) for m in made.measures] == ["2024-03-31", "2024-02-15"]


def test_sheets_of_items_with_boxes_of_numbers() -> None:
    def sheet(code: str, score: str, weak: str, done: str) -> Grid:
        body = f"จุดอ่อน {weak}\nมาตรการ/กิจกรรม {done}\nผู้รับผิดชอบ ฝ่ายปกครอง\nการกำกับติดตาม ทุก 3 เดือน"
        title = f"{code} {BOOK[code].title_th}"
        boxes = [f"คะแนนของเขต ปี 2566\n{score}", "ค่าเฉลี่ยทุกเขต\n81.90", "เป้าหมาย ปี 2567\n90.00", ""]
        return [[title, *[None] * 3], boxes, ["", "", "ร้อยละ", "28.04"], [body, *[None] * 3]]

    rows = [
        *sheet("I8", "74.62", "ไม่ทราบแผน", "ติดประกาศ"),
        *sheet("I16", "79.35", "เกณฑ์ไม่ชัด", "เวียนเกณฑ์"),
    ]
    wide = {(row, 0): (1, 4) for row in (0, 3, 4, 7)}
    made = report(ANALYSIS_66, table(rows, wide))
    assert {code: str(v) for code, v in scores(made).items()} == {"I8": "74.62", "I16": "79.35"}
    assert [(m.codes, m.monitoring_months) for m in made.measures] == [(("I8",), 3), (("I16",), 3)]


def test_measures_are_for_the_weak_points_and_not_for_the_strong_ones() -> None:
    rows: Grid = [
        ["จุดแข็ง (ข้อ/คะแนน)", "จุดอ่อน (ข้อ/คะแนน)", "สาเหตุของจุดอ่อน", "มาตรการปรับปรุง", "ผู้รับผิดชอบ"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None, None],
        [
            "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ — 93.57\n"
            "I2 อำนวยความสะดวกในการให้บริการประชาชน — 91.19",
            "I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่ — 81.39", "แจ้งขั้นตอนไม่ครบ", "จัดทำแผ่นพับ", "ฝ่ายทะเบียน",
        ],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, None, None, None],
        ["–", "I4 โปร่งใส ตรวจสอบได้ — 82.93", "เบิกจ่ายล่าช้า", "ติดตามทุกเดือน", "ฝ่ายการคลัง"],
    ]  # fmt: skip
    made = report(ANALYSIS_67, table(rows, {(1, 0): (1, 5), (3, 0): (1, 5)}))
    assert [m.codes for m in made.measures] == [("I3",), ("I4",)]
    assert {code: str(v) for code, v in scores(made).items()} == {
        "I1": "93.57", "I2": "91.19", "I3": "81.39", "I4": "82.93",
    }  # fmt: skip


def test_strong_points_alone_are_items() -> None:
    rows: Grid = [
        ["จุดแข็ง", "คะแนน"],
        ["I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "93.57"],
        ["I2 อำนวยความสะดวกในการให้บริการประชาชน", "91.19"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {code: str(v) for code, v in found.items()} == {"I1": "93.57", "I2": "91.19"}


def test_what_an_item_is_part_of_has_not_its_score() -> None:
    line = "ข้อ I3 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนน 83.41"
    found = scores(report(ANALYSIS_66, paragraph(line)))
    assert {code: str(v) for code, v in found.items()} == {"I3": "83.41"}


def test_numbers_of_parts_are_no_scores() -> None:
    rows: Grid = [
        ["1. การปฏิบัติหน้าที่", None, None, None],
        ["1.1", "I2 อำนวยความสะดวกในการให้บริการประชาชน", "อธิบายไม่ตรงกัน", "ทบทวนมาตรฐานทุกเดือน"],
        ["2. การใช้งบประมาณ", None, None, None],
        ["2.1", "I4 โปร่งใส ตรวจสอบได้", "ไม่มีการสอบทาน", "เปิดแบบสอบถามออนไลน์"],
        ["2.2", "I6 มีการเบิกจ่ายเท็จ", "ไม่มีช่องทางสอบถาม", "หมุนเวียนกรรมการตรวจรับ"],
    ]
    made = report(ANALYSIS_67, table(rows, {(0, 0): (1, 4), (2, 0): (1, 4)}))
    assert scores(made) == {}


def test_the_column_of_an_indicator_beside_its_items() -> None:
    rows: Grid = [
        ["คะแนนตัวชี้วัด ปี 2567", "ข้อที่ต้องยกระดับ", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, None, None, None],
        ["89.20 คะแนน (กลุ่มเฉลี่ย 90.84 คะแนน)", "I4 โปร่งใส ตรวจสอบได้ (86.47 คะแนน)",
         "ไม่ทราบที่ขอดูเอกสาร", "จัดมุมข้อมูล", "ฝ่ายการคลัง"],
    ]  # fmt: skip
    found = scores(report(ANALYSIS_67, table(rows, {(1, 0): (1, 5)})))
    assert {code: str(v) for code, v in found.items()} == {"2": "89.20", "I4": "86.47"}


def test_codes_and_scores_that_gaps_part_anywhere() -> None:
    found = scores(report(ANALYSIS_67, table([["E1", "89.30 E2", "74.24 E3", "93.68"]])))
    assert {code: str(v) for code, v in found.items()} == {
        "E1": "89.30",
        "E2": "74.24",
        "E3": "93.68",
    }


def test_the_number_of_the_next_row_parts_a_title_from_a_score() -> None:
    line = "I๑ เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ ๒ ร้อยละ ๖๘.๓๒"
    assert scores(report(ANALYSIS_67, paragraph(line))) == {}


def test_lists_abreast_whose_columns_are_others() -> None:
    rows: Grid = [
        [
            "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
            "93.78",
            "I2",
            "อำนวยความสะดวกในการให้บริการประชาชน",
            "94.27",
        ],
        ["I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", "82.45", "I4", "โปร่งใส ตรวจสอบได้", "74.18"],
        ["I5 การจัดซื้อจัดจ้างหรือการจัดหาพัสดุ", "96.07", "I6", "มีการเบิกจ่ายเท็จ", "94.99"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {code: str(v) for code, v in found.items()} == {
        "I1": "93.78", "I2": "94.27", "I3": "82.45", "I4": "74.18", "I5": "96.07", "I6": "94.99",
    }  # fmt: skip


def test_one_number_behind_two_codes_is_of_neither() -> None:
    assert scores(report(ANALYSIS_67, paragraph("I4 I5 86.51 คะแนน"))) == {}
    found = scores(report(ANALYSIS_67, paragraph("ข้อ I4 และ I5 ได้ 86.51 คะแนน")))
    assert {code: str(v) for code, v in found.items()} == {"I4": "86.51", "I5": "86.51"}


def test_the_end_of_a_title_may_be_the_first_rows_of_a_table() -> None:
    rows: Grid = [
        ["ของสำนักงานเขตราชเทวี ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", None],
        ["คะแนนภาพรวมหน่วยงาน", "๘๕.๙๙ คะแนน"],
        ["คะแนน IIT", "๘๔.๕๘ คะแนน"],
    ]
    title = paragraph("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน", bold=True)
    made = read_report(document(title, table(rows, {(0, 0): (1, 2)})))
    assert (made.meta.assessment_year, made.meta.assessment_year_basis) == (2565, "stated")


def test_a_running_number_run_into_a_code() -> None:
    assert [e.token for e in entries_of("1E01")] == ["E01"]
    assert [e.token for e in entries_of("12")] == ["12"]


def test_a_part_and_one_of_its_items_share_no_number() -> None:
    rows: Grid = [
        ["ตัวชี้วัดย่อย ข้อ ข้อมูลที่เปิดเผย", "คะแนนที่ได้"],
        ["9.1 ข้อมูลพื้นฐาน O1 โครงสร้าง อัตรากำลัง (92.86)", "100.00"],
        ["O2 ข้อมูลผู้บริหาร", "90.00"],
    ]
    assert "9.1" not in scores(report(ANALYSIS_66, table(rows)))


def test_the_end_of_a_number_in_a_row_below_is_of_the_number_above() -> None:
    rows: Grid = [
        ["ข้อ", "รายการเอกสาร", "เป้าหมาย", "ทำได้", "ผล"],
        ["O7", "การประชาสัมพันธ์ผล", "๑๐", "๐.๐๐", "ไม่ถึงเป้า"],
        ["", "การดำเนินงาน", "๐.๐๐", "", ""],
        ["O8", "แผนปฏิบัติราชการ", "๑๐", "๑๐", "ถึงเป้า"],
        ["", "", "๐.๐๐", "๐.๐๐", ""],
    ]
    assert scores(report(ANALYSIS_67, table(rows))) == {"O7": 0.0, "O8": 100.0}


def test_a_number_of_points_has_no_end_in_the_row_below() -> None:
    rows: Grid = [
        ["ข้อ", "รายการเอกสาร", "น้ำหนัก", "คะแนน"],
        ["O7", "การประชาสัมพันธ์ผลการดำเนินงาน", "5", "50.00"],
        ["O8", "แผนปฏิบัติราชการ", "10", "100.00"],
        ["", "รวม", "0.00", ""],
    ]
    assert scores(report(ANALYSIS_67, table(rows))) == {"O7": 50.0, "O8": 100.0}


def test_a_number_of_a_part_beside_the_name_of_another_is_not_believed() -> None:
    rows: Grid = [
        ["การปฏิบัติหน้าที่", "93.97", "ตัวชี้วัดที่ 6"],
        ["การใช้งบประมาณ", "92.05", "ตัวชี้วัดที่ 7"],
        ["การใช้อำนาจ", "91.58", "ตัวชี้วัดที่ 8"],
    ]
    assert scores(report(ANALYSIS_67, table(rows))) == {}


def test_two_lists_run_together_give_no_number_to_the_first() -> None:
    rows: Grid = [
        ["ที่ ตัวชี้วัด คะแนน ที่ ตัวชี้วัด", "คะแนน"],
        ["1 การปฏิบัติหน้าที่ 82.41 6 คุณภาพการดำเนินงาน", "85.36"],
        ["2 การใช้งบประมาณ 94.59 7 ประสิทธิภาพการสื่อสาร", "88.71"],
    ]
    assert scores(report(ANALYSIS_67, table(rows))) == {}


def test_a_number_below_a_line_of_two_cards_is_of_neither() -> None:
    lines = ("I10 ตนเองหรือพวกพ้อง I11", "96.90 คะแนน")
    assert scores(report(ANALYSIS_67, *(paragraph(line) for line in lines))) == {}
    assert "I11" in scores(report(ANALYSIS_67, paragraph("ข้อที่ต่ำคือ I11"), paragraph("96.90 คะแนน")))
