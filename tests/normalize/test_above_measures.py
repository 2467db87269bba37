"""What the lines above a measures table, and headers missed in it, say of its rows."""

from __future__ import annotations

from decimal import Decimal

from tests.normalize.tables import PLAN_66, Grid, findings, paragraph, report, table

ROWS = [["มาตรการ", "ผู้รับผิดชอบ"], ["จัดอบรม", "ฝ่ายโยธา"], ["แจ้งเวียนแผน", "ฝ่ายการคลัง"]]


def test_the_indicator_above_a_table_is_that_of_its_rows() -> None:
    found = report(
        PLAN_66,
        paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ"),
        table(ROWS),
        paragraph("ตัวชี้วัดที่ 3 การใช้อำนาจ"),
        table(ROWS),
    )
    assert [m.indicator for m in found.measures] == ["2", "2", "3", "3"]


def test_a_table_right_below_another_goes_on_under_its_heading() -> None:
    found = report(PLAN_66, paragraph("2. การใช้งบประมาณ"), table(ROWS), table(ROWS))
    assert [m.indicator for m in found.measures] == ["2"] * 4


def test_a_list_of_indicators_above_a_table_heads_none_of_its_rows() -> None:
    listed = ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", "ตัวชี้วัดที่ 3 การใช้อำนาจ")
    found = report(PLAN_66, *(paragraph(line) for line in listed), table(ROWS))
    assert [m.indicator for m in found.measures] == [None, None]


def test_the_heading_of_a_table_further_up_heads_no_other() -> None:
    found = report(
        PLAN_66,
        paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ"),
        table(ROWS),
        paragraph("มาตรการอื่น ๆ ของสำนักงานเขต"),
        table(ROWS),
    )
    assert [m.indicator for m in found.measures] == ["2", "2", None, None]


def test_column_names_below_the_header_are_no_measure() -> None:
    found = report(PLAN_66, table([*ROWS, ["แนวทางแก้ไข", "หน่วยงานที่รับผิดชอบ"], ["จัดเวที", "ฝ่ายโยธา"]]))
    assert [m.measure for m in found.measures] == ["จัดอบรม", "แจ้งเวียนแผน", "จัดเวที"]
    assert not findings(found, "unit-unknown")


def test_the_title_below_the_code_of_an_item_goes_with_it() -> None:
    title = "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
    found = report(PLAN_66, paragraph("I1", bold=True), paragraph(title, bold=True), table(ROWS))
    assert [m.codes for m in found.measures] == [("I1",), ("I1",)]


def test_the_item_above_a_table_is_that_of_its_rows_up_to_the_next_item() -> None:
    form = [["จุดอ่อน", "รอนาน"], ["มาตรการ", "จัดอบรม"], ["ผู้รับผิดชอบ", "ฝ่ายโยธา"]]
    heading = "ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
    rows: Grid = [*form, ["ข้อ I4 โปร่งใส ตรวจสอบได้", None], *form]
    found = report(PLAN_66, paragraph(heading, bold=True), table(rows, {(3, 0): (1, 2)}))
    assert [m.codes for m in found.measures] == [("I1",), ("I4",)]


def test_a_form_below_an_item_is_about_it_though_it_names_the_indicator() -> None:
    form = [
        ["ตัวชี้วัด", "1 การปฏิบัติหน้าที่"],
        ["คะแนนปี 2566", "79.40"],
        ["สภาพปัญหา", "เจ้าหน้าที่ใหม่ยังไม่เข้าใจขั้นตอน"],
        ["มาตรการ/กิจกรรม", "จัดอบรมเจ้าหน้าที่"],
        ["หน่วยงานรับผิดชอบ", "ฝ่ายทะเบียน"],
    ]
    heading = "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
    found = report(PLAN_66, paragraph(heading, bold=True), table(form))
    assert [m.codes for m in found.measures] == [("I1",)]
    assert [(s.code, s.score) for s in found.scores] == [("I1", Decimal("79.40"))]


def test_lines_below_an_item_are_about_it_though_one_names_the_indicator() -> None:
    lines = [
        ("ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", True),
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", False),
        ("คะแนนที่ได้ 87.47", True),
        ("ปัญหาที่พบ ประชาชนรอนาน", False),
        ("มาตรการแก้ไข เพิ่มช่องบริการ", False),
        ("ผู้รับผิดชอบ ฝ่ายปกครอง", False),
        ("ข้อ I5 การจัดซื้อจัดจ้างหรือการจัดหาพัสดุมีการเอื้อประโยชน์ให้แก่ผู้ประกอบการรายใดรายหนึ่ง", True),
        ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", False),
        ("คะแนนที่ได้ 88.58", True),
        ("ปัญหาที่พบ ไม่ทราบแผน", False),
        ("มาตรการแก้ไข เผยแพร่ประกาศ", False),
        ("ผู้รับผิดชอบ ทุกฝ่าย", False),
    ]
    found = report(PLAN_66, *(paragraph(text, bold=bold) for text, bold in lines))
    assert [m.codes for m in found.measures] == [("I2",), ("I5",)]
    assert {s.code for s in found.scores} <= {"I2", "I5"}
