"""Headings that name the items of what stands below them."""

from __future__ import annotations

import pytest

from normalize.names.codes import entries_of
from normalize.names.itemheads import items_headed
from tests.normalize.tables import ANALYSIS_67, paragraph, report, table


@pytest.mark.parametrize(
    "heading, codes",
    [
        ("3.1 ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("3.1.2) I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("(2) ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("มาตรการที่ 1 สำหรับข้อ I1 และ I2", ("I1", "I2")),
        ("เรื่องที่ 1 ข้อ I8 รับรู้งบประมาณและแผนใช้จ่ายเงิน (ได้ 78.16 คะแนน)", ("I8",)),
        ("ประเด็นที่ 7 ข้อ O14 ระบบติดตามคำขอใบอนุญาต", ("O14",)),
        ("มาตรการที่ ๒ (ข้อ I1, I2)", ("I1", "I2")),
        ("กิจกรรมที่ 3 : ตอบข้อ I4 - I6", ("I4", "I5", "I6")),
        ("3) แนวทางแก้ไขข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("การยกระดับคะแนนข้อ E4", ("E4",)),
        ("มาตรการที่ 1.1 รองรับการประเมินข้อ I 4 และ I 11", ("I4", "I11")),
        ("มาตรการที่ 2 สอดคล้องกับแบบวัด IIT ข้อ I2", ("I2",)),
        ("กิจกรรมที่ ๓ เชื่อมโยงกับเกณฑ์การประเมิน ITA รายข้อ O1, O2", ("O1", "O2")),
        ("ประเด็นที่ 2 ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("เรื่องที่ 1 ข้อ I1 — ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", ("I1",)),
        ("มาตรการที่ 1.2 (ใช้ยกระดับข้อ I2 และ I3)", ("I2", "I3")),
        (
            "เรื่องที่ 2 : ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน และ ข้อ I4 โปร่งใส ตรวจสอบได้",
            ("I2", "I4"),
        ),
        ("3.1 ข้อ I8 (72.57 คะแนน) และข้อ I9 (97.29 คะแนน)", ("I8", "I9")),
    ],
)
def test_items_of_a_heading_are_those_of_the_form_below(
    heading: str, codes: tuple[str, ...]
) -> None:
    found = report(
        ANALYSIS_67,
        paragraph(heading, bold=True),
        paragraph("ประเด็นที่ต้องพัฒนา : ขั้นตอนยังซับซ้อน"),
        paragraph("วิธีดำเนินการ"),
        paragraph("• จัดทำแผ่นพับ"),
        paragraph("• จัดอบรมเจ้าหน้าที่"),
        paragraph("หน่วยงานรับผิดชอบ: ฝ่ายทะเบียน"),
        paragraph("กำหนดแล้วเสร็จ: 30 เมษายน 2568"),
    )
    assert [(m.codes, len(m.steps), m.units) for m in found.measures] == [
        (codes, 2, ("ฝ่ายทะเบียน",))
    ]
    assert [w.codes for w in found.weaknesses] == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "มาตรการที่ 1 จัดอบรมเจ้าหน้าที่ตามข้อ I1",
        "มาตรการที่ 1 สำหรับข้อ I1 ให้จัดอบรมเจ้าหน้าที่ทุกคนภายในปี",
        "มาตรการที่ 1 สำหรับตัวชี้วัดที่ 2",
        "โครงการ 5 ส",
    ],
)
def test_a_statement_is_no_heading_of_items(text: str) -> None:
    assert items_headed(text) == ""


def told(*lines: str) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    made = (paragraph(line.lstrip("#"), bold=line.startswith("#")) for line in lines)
    return [(m.codes, m.indicator, m.measure) for m in report(ANALYSIS_67, *made).measures]


def test_a_line_with_the_score_of_the_item_stands_within_the_form() -> None:
    found = told(
        "#ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน",
        "คะแนนที่ได้ 82.09 คะแนน",
        "ปัญหา: ขั้นตอนยังซับซ้อน",
        "มาตรการ: จัดทำแผ่นพับ",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
        "#ข้อ E2 อำนวยความสะดวกในการให้บริการประชาชน",
        "คะแนนที่ได้ 83.09 คะแนน",
        "ปัญหา: ผู้มาติดต่อรอนาน",
        "มาตรการ: จัดอบรมเจ้าหน้าที่",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
    )
    assert found == [(("I2",), "1", "จัดทำแผ่นพับ"), (("E2",), "6", "จัดอบรมเจ้าหน้าที่")]


def test_a_heading_of_items_is_never_that_of_the_form_above_it() -> None:
    found = told(
        "ปัญหา: ขั้นตอนยังซับซ้อน",
        "มาตรการ: จัดทำแผ่นพับ",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
        "#ข้อ E2 อำนวยความสะดวกในการให้บริการประชาชน",
    )
    assert found == [((), None, "จัดทำแผ่นพับ")]
    found = told(
        "ปัญหา: ขั้นตอนยังซับซ้อน",
        "มาตรการ: จัดทำแผ่นพับ",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
        "#ข้อ E2 อำนวยความสะดวกในการให้บริการประชาชน",
        "ปัญหา: ผู้มาติดต่อรอนาน",
        "มาตรการ: จัดอบรมเจ้าหน้าที่",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
    )
    assert found == [((), None, "จัดทำแผ่นพับ"), (("E2",), "6", "จัดอบรมเจ้าหน้าที่")]


def test_a_counted_heading_names_the_indicator_of_what_stands_below() -> None:
    found = told(
        "#มาตรการที่ 1 สำหรับตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "วิธีดำเนินการ",
        "• จัดอบรมเจ้าหน้าที่",
        "หน่วยงานรับผิดชอบ: ฝ่ายทะเบียน",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
        "#มาตรการที่ 2 สำหรับตัวชี้วัดที่ 2 การใช้งบประมาณ",
        "วิธีดำเนินการ",
        "• เผยแพร่แผน",
        "หน่วยงานรับผิดชอบ: ฝ่ายการคลัง",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
    )
    assert found == [((), "1", "• จัดอบรมเจ้าหน้าที่"), ((), "2", "• เผยแพร่แผน")]


def test_the_steps_of_a_measure_with_its_items_in_brackets() -> None:
    found = told(
        "#มาตรการที่ 1 จัดอบรมเจ้าหน้าที่ (ข้อ I1 และ I2)",
        "ขั้นตอนการดำเนินการ",
        "1. สำรวจความต้องการ",
        "2. จัดอบรม",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "#มาตรการที่ 2 จัดทำคู่มือ (ข้อ E2)",
        "ขั้นตอนการดำเนินการ",
        "1. ยกร่าง",
        "ผู้รับผิดชอบ: ฝ่ายโยธา",
    )
    assert found == [
        (("I1", "I2"), "1", "จัดอบรมเจ้าหน้าที่\n1. สำรวจความต้องการ\n2. จัดอบรม"),
        (("E2",), "6", "จัดทำคู่มือ\n1. ยกร่าง"),
    ]


def test_items_in_brackets_behind_a_heading_in_words() -> None:
    found = told(
        "#ประเด็นที่ 1 การให้บริการล่าช้า (I1, I2)",
        "มาตรการ: จัดอบรมเจ้าหน้าที่",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
        "#ประเด็นที่ 2 ไม่ทราบขั้นตอน (E2)",
        "มาตรการ: จัดทำคู่มือ",
        "ผู้รับผิดชอบ: ฝ่ายโยธา",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
    )
    assert found == [(("I1", "I2"), "1", "จัดอบรมเจ้าหน้าที่"), (("E2",), "6", "จัดทำคู่มือ")]


def test_the_section_named_above_a_form_does_it() -> None:
    lines = (
        "1. ฝ่ายทะเบียน",
        "มาตรการที่ 1 จัดอบรม (I1)",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
        "การติดตามผล: ทุก 6 เดือน",
        "มาตรการที่ 2 ติดป้าย (I2)",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
        "การติดตามผล: ทุก 6 เดือน",
    )
    found = report(ANALYSIS_67, *(paragraph(line) for line in lines))
    assert [(m.codes, m.units) for m in found.measures] == [
        (("I1",), ("ฝ่ายทะเบียน",)),
        (("I2",), ("ฝ่ายทะเบียน",)),
    ]


@pytest.mark.parametrize("called", ["รหัส", "รหัสข้อ", "หัวข้อที่", "ข้อคำถามที่"])
def test_what_a_code_is_called_in_a_heading(called: str) -> None:
    heading = f"#{called} I2 อำนวยความสะดวกในการให้บริการประชาชน"
    found = told(heading, "ปัญหา: รอนาน", "มาตรการ: จัดอบรม", "ผู้รับผิดชอบ: ฝ่ายทะเบียน")
    assert found == [(("I2",), "1", "จัดอบรม")]


def test_labels_below_headings_of_items_are_never_those_of_the_next_form() -> None:
    """The first form's beginning is lost to words nobody knows, the last form's end."""
    found = told(
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "กำหนดแล้วเสร็จ: 30 เมษายน 2568",
        "#ข้อ I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่",
        "มาตรการ: จัดอบรม",
        "ผู้รับผิดชอบ: ฝ่ายโยธา",
        "กำหนดแล้วเสร็จ: 31 พฤษภาคม 2568",
        "#ข้อ E2 อำนวยความสะดวกในการให้บริการประชาชน",
        "มาตรการ: ติดป้าย",
    )
    assert found == [(("I3",), "1", "จัดอบรม"), (("E2",), "6", "ติดป้าย")]


def test_two_items_with_their_scores_in_one_stretch_of_text() -> None:
    said = "ข้อ I1 เต็มใจให้บริการ (ได้ 73.90 คะแนน) ข้อ I2 อำนวยความสะดวก (ได้ 82.09 คะแนน)"
    entries = entries_of(said)
    assert [(e.token, str(e.scores[0].value)) for e in entries] == [
        ("I1", "73.90"),
        ("I2", "82.09"),
    ]


def test_what_describes_a_measure_is_not_given_to_the_item_below() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("ผู้รับผิดชอบ: ฝ่ายทะเบียน"),
        paragraph("กำหนดแล้วเสร็จ: 30 เมษายน 2568"),
        paragraph("การติดตามผล: ทุกเดือน"),
        paragraph("ข้อ I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", bold=True),
        paragraph("มาตรการ: จัดอบรม"),
    )
    assert [(m.codes, m.units) for m in found.measures if m.units] == []


def test_statements_below_a_heading_that_says_they_are_measures() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("มาตรการสำหรับข้อ I1", bold=True),
        paragraph("1) ปรับป้ายบอกทางให้อ่านง่าย"),
        paragraph("2) เพิ่มเก้าอี้รอรับบริการ"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายทะเบียน"),
        paragraph("มาตรการสำหรับข้อ I5", bold=True),
        paragraph("ติดประกาศสถานะการเบิกจ่ายไว้ที่บอร์ดกลาง"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายการคลัง"),
        paragraph("แนวทางข้อ I7", bold=True),
    )
    assert [(m.codes, len(m.steps), m.units) for m in found.measures] == [
        (("I1",), 2, ("ฝ่ายทะเบียน",)),
        (("I5",), 1, ("ฝ่ายการคลัง",)),
    ]


def test_the_indicator_named_behind_the_items_of_a_heading() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("มาตรการที่ 1 ข้อ I1 (ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่)", bold=True),
        paragraph("วิธีดำเนินการ", bold=True),
        paragraph("1. ปรับป้ายบอกทางให้อ่านง่าย"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายทะเบียน"),
        paragraph("กำหนดแล้วเสร็จ: 30 เมษายน 2568"),
        paragraph("มาตรการที่ 2 ข้อ I4 และ I5 ตัวชี้วัดที่ 2 การใช้งบประมาณ", bold=True),
        paragraph("วิธีดำเนินการ", bold=True),
        paragraph("1. ติดประกาศสถานะการเบิกจ่าย"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายการคลัง"),
        paragraph("กำหนดแล้วเสร็จ: 31 มีนาคม 2568"),
    )
    assert [(m.codes, [s.text for s in m.steps], m.units) for m in found.measures] == [
        (("I1",), ["ปรับป้ายบอกทางให้อ่านง่าย"], ("ฝ่ายทะเบียน",)),
        (("I4", "I5"), ["ติดประกาศสถานะการเบิกจ่าย"], ("ฝ่ายการคลัง",)),
    ]
    # What else stands in brackets behind the items is what is done.
    assert items_headed("มาตรการที่ 2 ข้อ I6 (จัดอบรมเจ้าหน้าที่)") == ""


def test_what_stands_across_a_form_may_count_its_items() -> None:
    rows: list[list[str | None]] = []
    parts = ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "ตัวชี้วัดที่ 2 การใช้งบประมาณ")
    for n, (code, part) in enumerate(zip(("I1", "I6"), parts, strict=True), 1):
        rows += [
            [f"เรื่องที่ {n} ข้อ {code} — {part}", None],
            ["ประเด็นที่เป็นจุดอ่อน", "คิวยาว"],
            ["มาตรการแก้ไข", f"เพิ่มช่องบริการที่ {n}"],
            ["ฝ่ายที่รับผิดชอบ", "ฝ่ายโยธา"],
        ]
    made = table(rows, {(0, 0): (1, 2), (4, 0): (1, 2)})
    found = report(ANALYSIS_67, made)
    assert [m.codes for m in found.measures] == [("I1",), ("I6",)]


@pytest.mark.parametrize("words", ["แบบรายงานที่ 1", "แบบติดตามผลที่ 2", "แบบบันทึก"])
def test_forms_that_are_counted_by_their_items(words: str) -> None:
    title = "อำนวยความสะดวกในการให้บริการประชาชน"
    assert items_headed(f"{words} ข้อ I2 {title}") == f"I2 {title}"
