"""Measures told in lines of text under labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Box, Line, Paragraph, Place, Table
from normalize.codebook import items
from normalize.model import Report
from normalize.names.itemheads import announces
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    PLAN_66,
    Grid,
    findings,
    paragraph,
    report,
    scores,
    table,
)


def told(*lines: str) -> Report:
    return report(ANALYSIS_67, *(paragraph(line) for line in lines))


def several_lines(*lines: str) -> Paragraph:
    """A paragraph of several printed lines."""
    made = tuple(Line(t, Box(40, 100 + 20 * i, 500, 118 + 20 * i), 16) for i, t in enumerate(lines))
    return Paragraph("".join(lines), Place(1, made[0].box), made, 16, False)


def test_items_head_the_labels_below_them() -> None:
    found = told(
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
        "(I ๑) เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (๘๗.๐๘ คะแนน)",
        "มาตรการ:",
        "๑) อบรมบุคลากรด่านหน้า",
        "๒) ติดตั้งทางลาด",
        "ผลผลิต: ผู้ผ่านการอบรม ๖๐ คน",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "กำหนดแล้วเสร็จ: ๒๐ เมษายน ๒๕๖๘",
        "ตัวชี้วัดที่ ๒ การใช้งบประมาณ",
        "(I ๔) โปร่งใส ตรวจสอบได้ (๙๑.๙๕ คะแนน)",
        "มาตรการ: แจ้งเวียนแผนการใช้จ่าย",
        "ผู้รับผิดชอบ: ฝ่ายการคลัง",
    )
    assert [(m.indicator, m.codes, m.output, m.units) for m in found.measures] == [
        ("1", ("I1",), "ผู้ผ่านการอบรม 60 คน", ("ฝ่ายทะเบียน",)),
        ("2", ("I4",), None, ("ฝ่ายการคลัง",)),
    ]
    assert [s.text for s in found.measures[0].steps if s.kind == "measure"] == [
        "อบรมบุคลากรด่านหน้า",
        "ติดตั้งทางลาด",
    ]
    assert {c: str(s) for c, s in scores(found).items()} == {"I1": "87.08", "I4": "91.95"}


def test_weaknesses_told_item_by_item_above_measures_that_name_theirs() -> None:
    found = told(
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "จุดอ่อนที่พบ",
        "ข้อ I2 : ผู้รับบริการต้องเดินเอกสารเอง",
        "ข้อ I3 : ยังมีของกำนัลในช่วงเทศกาล",
        "มาตรการที่ 1 (สำหรับข้อ I1 และ I2)",
        "1. จัดจุดรับเรื่องเดียว",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน กำหนดแล้วเสร็จ: 31 มีนาคม 2568",
        "มาตรการที่ 2 (สำหรับข้อ I3)",
        "1. ประกาศงดรับของขวัญ",
        "ผู้รับผิดชอบ: ทุกฝ่าย กำหนดแล้วเสร็จ: 15 ธันวาคม 2567",
    )
    assert [m.codes for m in found.measures] == [("I1", "I2"), ("I3",)]
    assert [(w.codes, w.text) for w in found.weaknesses] == [
        (("I2",), "ผู้รับบริการต้องเดินเอกสารเอง"),
        (("I3",), "ยังมีของกำนัลในช่วงเทศกาล"),
    ]


@pytest.mark.parametrize("called", ["ข้อ", "ข้อคำถาม", "หัวข้อ", "รายข้อ", ""])
def test_items_in_brackets_behind_the_number_of_a_measure(called: str) -> None:
    found = told(
        "ข้อ 4 ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ",
        f"มาตรการที่ 4.1 ({called} I10) ตรวจนับครุภัณฑ์ปีละสองครั้ง",
        "ผู้รับผิดชอบ : ฝ่ายการคลัง",
        "กำหนดแล้วเสร็จ : 31 มีนาคม 2568",
        "ข้อ 10 ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
        f"มาตรการที่ 10.1 ({called} O20)",
        "(1) รวบรวมแนวทางไว้ในเล่มเดียว",
        "(2) อบรมเจ้าหน้าที่",
        "ผู้รับผิดชอบ : ฝ่ายโยธา",
        "กำหนดแล้วเสร็จ : 28 กุมภาพันธ์ 2568",
    )
    assert [m.codes for m in found.measures] == [("I10",), ("O20",)]
    assert [s.text for s in found.measures[0].steps] == ["ตรวจนับครุภัณฑ์ปีละสองครั้ง"]
    assert len(found.measures[1].steps) == 2


def test_the_labels_of_a_card_may_stand_in_cells_at_its_foot() -> None:
    lines = [
        "จุดอ่อน",
        "ผู้เสนอราคาเป็นรายเดิมทุกครั้ง",
        "มาตรการแก้ไข",
        "1. ประกาศแผนจัดซื้อจัดจ้างล่วงหน้า",
        "2. เชิญภาคประชาชนสังเกตการณ์",
    ]
    foot = ["ผู้รับผิดชอบ : ฝ่ายการคลัง", "แล้วเสร็จ : 30 ธ.ค. 67", "ติดตาม : ทุกเดือน"]
    names = ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "ตัวชี้วัดที่ 3 การใช้อำนาจ"]
    first = [paragraph(text) for text in (f"{names[0]} 87.84 คะแนน", *lines)]
    second = [paragraph(text) for text in lines]
    strips = [table([foot, [names[1], "", "86.76 คะแนน"]]), table([foot])]
    found = report(ANALYSIS_67, *first, strips[0], *second, strips[1])
    assert [(m.indicator, m.units, m.deadline, m.monitoring_months) for m in found.measures] == [
        ("2", ("ฝ่ายการคลัง",), "2024-12-30", 1),
        ("3", ("ฝ่ายการคลัง",), "2024-12-30", 1),
    ]
    assert {c: str(s) for c, s in scores(found).items()} == {"2": "87.84", "3": "86.76"}


def test_several_measures_of_one_item() -> None:
    found = told(
        "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
        "มาตรการที่ 1: อบรมบุคลากร",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "มาตรการที่ 2: ติดตั้งทางลาด",
        "ผู้รับผิดชอบ: ฝ่ายโยธา",
        "I4 โปร่งใส ตรวจสอบได้",
        "มาตรการที่ 1: แจ้งเวียนแผน",
        "ผู้รับผิดชอบ: ฝ่ายการคลัง",
    )
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I1",), "อบรมบุคลากร", ("ฝ่ายทะเบียน",)),
        (("I1",), "ติดตั้งทางลาด", ("ฝ่ายโยธา",)),
        (("I4",), "แจ้งเวียนแผน", ("ฝ่ายการคลัง",)),
    ]


def test_labels_that_begin_a_printed_line_or_stand_within_one() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"),
        several_lines("มาตรการ: อบรมบุคลากรด่าน", "หน้าทุกคน", "ผลผลิต: ผู้ผ่านการอบรม"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายทะเบียน กำหนดแล้วเสร็จ: 20 เมษายน 2568"),
    )
    assert [(m.measure, m.output, m.units, m.deadline) for m in found.measures] == [
        ("อบรมบุคลากรด่านหน้าทุกคน", "ผู้ผ่านการอบรม", ("ฝ่ายทะเบียน",), "2025-04-20")
    ]


def test_an_answer_goes_on_at_the_top_of_the_next_page() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"),
        paragraph("มาตรการ: อบรมบุคลากรด่าน"),
        paragraph("หน้าทุกคน", page=2),
        paragraph("ผู้รับผิดชอบ: ฝ่ายทะเบียน", page=2),
    )
    assert [m.measure for m in found.measures] == ["อบรมบุคลากรด่านหน้าทุกคน"]


def test_a_label_nobody_knows_is_reported_and_breaks_no_form() -> None:
    lines = [
        line
        for code, unit in (("I1", "ฝ่ายทะเบียน"), ("I2", "ฝ่ายโยธา"))
        for line in (
            f"{code} เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
            "มาตรการ: อบรมบุคลากร",
            "ของแถมพิเศษ: สมุดบันทึก",
            f"ผู้รับผิดชอบ: {unit}",
        )
    ]
    found = told(*lines)
    assert [m.units for m in found.measures] == [("ฝ่ายทะเบียน",), ("ฝ่ายโยธา",)]
    assert any("ของแถมพิเศษ" in f.message for f in findings(found, "column-unread"))


def test_labels_without_a_colon_before_their_answers_or_above_them() -> None:
    found = told(
        "1. I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (85.10 คะแนน)",
        "มาตรการ จัดอบรมบุคลากร",
        "ผู้รับผิดชอบ ฝ่ายทะเบียน",
        "2. I4 โปร่งใส ตรวจสอบได้ (86.10 คะแนน)",
        "มาตรการ",
        "แจ้งเวียนแผน",
        "ผู้รับผิดชอบ",
        "ฝ่ายการคลัง",
    )
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I1",), "จัดอบรมบุคลากร", ("ฝ่ายทะเบียน",)),
        (("I4",), "แจ้งเวียนแผน", ("ฝ่ายการคลัง",)),
    ]


def test_counted_measures_above_their_items() -> None:
    found = told(
        "มาตรการที่ 1 จัดอบรมบุคลากร",
        "ข้อที่เกี่ยวข้อง: I1",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "มาตรการที่ 2 แจ้งเวียนแผน",
        "ข้อที่เกี่ยวข้อง: I4",
        "ผู้รับผิดชอบ: ฝ่ายการคลัง",
    )
    assert [(m.codes, m.measure) for m in found.measures] == [
        (("I1",), "จัดอบรมบุคลากร"),
        (("I4",), "แจ้งเวียนแผน"),
    ]


ITEM = "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"


@pytest.mark.parametrize(
    "lines",
    [
        ("มาตรการ: จัดอบรม (ผู้รับผิดชอบ: ฝ่ายโยธา) (กำหนดแล้วเสร็จ: 20 เมษายน 2568)",),
        ("มาตรการ: จัดอบรม; ผู้รับผิดชอบ: ฝ่ายโยธา; กำหนดแล้วเสร็จ: 20 เมษายน 2568",),
        ("มาตรการ – จัดอบรม", "ผู้รับผิดชอบ – ฝ่ายโยธา", "กำหนดแล้วเสร็จ – 20 เมษายน 2568"),
        ("1.1 มาตรการ: จัดอบรม", "1.2 ผู้รับผิดชอบ: ฝ่ายโยธา", "1.3 กำหนดแล้วเสร็จ: 20 เมษายน 2568"),
        ("- มาตรการ: จัดอบรม", "- ผู้รับผิดชอบ: ฝ่ายโยธา", "- กำหนดแล้วเสร็จ: 20 เมษายน 2568"),
    ],
)
def test_labels_with_brackets_dashes_and_numbers(lines: tuple[str, ...]) -> None:
    found = told(ITEM, *lines, ITEM.replace("I1", "I4"), *lines)
    assert [(m.measure, m.units, m.deadline) for m in found.measures] == [
        ("จัดอบรม", ("ฝ่ายโยธา",), "2025-04-20")
    ] * 2


def test_items_listed_below_their_label() -> None:
    found = told(
        "มาตรการ: จัดอบรม",
        "ข้อที่เกี่ยวข้อง: I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
        "I2 อำนวยความสะดวกในการให้บริการประชาชน",
        "ผู้รับผิดชอบ: ฝ่ายโยธา",
    )
    assert [m.codes for m in found.measures] == [("I1", "I2")]


def test_labels_within_the_cells_of_a_table() -> None:
    rows = [
        ["ข้อ", "รายละเอียด"],
        ["I1", "มาตรการ: จัดอบรม\nผู้รับผิดชอบ: ฝ่ายโยธา\nกำหนดแล้วเสร็จ: 20 เมษายน 2568"],
        ["I4", "มาตรการ: แจ้งเวียน\nผู้รับผิดชอบ: ฝ่ายการคลัง\nกำหนดแล้วเสร็จ: 30 เมษายน 2568"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert [(m.codes, m.measure, m.units, m.deadline) for m in found.measures] == [
        (("I1",), "จัดอบรม", ("ฝ่ายโยธา",), "2025-04-20"),
        (("I4",), "แจ้งเวียน", ("ฝ่ายการคลัง",), "2025-04-30"),
    ]


def test_a_section_named_right_above_a_table() -> None:
    rows = [["ข้อ", "มาตรการ", "กำหนดแล้วเสร็จ"], ["I1", "จัดอบรม", "20 เมษายน 2568"]]
    found = report(ANALYSIS_67, paragraph("1. ฝ่ายโยธา"), table(rows))
    assert [m.units for m in found.measures] == [("ฝ่ายโยธา",)]
    found = report(ANALYSIS_67, paragraph("ฝ่ายโยธา ได้ประชุมและกำหนดมาตรการดังต่อไปนี้ไว้"), table(rows))
    assert [m.units for m in found.measures] == [()]


@pytest.mark.parametrize("head", ["1) I1 {}", "ข้อคำถาม I1 {}", "• I1 {}", "ข้อ I1 {}"])
def test_items_named_above_their_tables(head: str) -> None:
    rows = [["มาตรการ", "ผู้รับผิดชอบ"], ["จัดอบรม", "ฝ่ายโยธา"]]
    title = "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (85.10 คะแนน)"
    found = report(ANALYSIS_67, paragraph(head.format(title)), table(rows))
    assert [(m.codes, m.measure) for m in found.measures] == [(("I1",), "จัดอบรม")]
    assert {c: str(s) for c, s in scores(found).items()} == {"I1": "85.10"}


def test_bullets_of_several_levels() -> None:
    found = told(
        "• I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
        "o มาตรการ: จัดอบรม",
        "o ผู้รับผิดชอบ: ฝ่ายโยธา",
        "• I4 โปร่งใส ตรวจสอบได้",
        "o มาตรการ: แจ้งเวียนแผน",
        "o ผู้รับผิดชอบ: ฝ่ายการคลัง",
    )
    assert [(m.codes, m.units) for m in found.measures] == [
        (("I1",), ("ฝ่ายโยธา",)),
        (("I4",), ("ฝ่ายการคลัง",)),
    ]


def test_labels_without_colons_in_a_cell_however_its_lines_break() -> None:
    said = [
        ["มาตรการ", "จัดทำป้ายแสดงขั้นตอน", "ผู้รับผิดชอบ ฝ่ายทะเบียน", "ระยะเวลา 31 มีนาคม 2568"],
        ["มาตรการ", "เผยแพร่แผนรายไตรมาส", "ผู้รับผิดชอบ ฝ่ายการคลัง", "ระยะเวลา 30 เมษายน 2568"],
    ]
    rows: Grid = [["ข้อคำถาม", "แนวทางแก้ไข"], ["I1", "".join(said[0])], ["I4", "".join(said[1])]]
    made = table(rows)
    box = Box(40, 100, 140, 120)
    lines = {"".join(texts): tuple(Line(t, box) for t in texts) for texts in said}
    cells = tuple(replace(c, lines=lines.get(c.text, ())) for c in made.cells)
    found = report(PLAN_66, replace(made, cells=cells))
    assert [(m.measure, m.units, m.deadline) for m in found.measures] == [
        ("จัดทำป้ายแสดงขั้นตอน", ("ฝ่ายทะเบียน",), "2025-03-31"),
        ("เผยแพร่แผนรายไตรมาส", ("ฝ่ายการคลัง",), "2025-04-30"),
    ]


def lines_of(*rows: tuple[str, float, float], top: float = 100, bold: bool = False) -> Paragraph:
    """A paragraph of printed lines: their text, left and right edge."""
    made = tuple(
        Line(t, Box(x0, top + 20 * i, x1, top + 20 * i + 16), 16, bold)
        for i, (t, x0, x1) in enumerate(rows)
    )
    return Paragraph("".join(t for t, _, _ in rows), Place(1, made[0].box), made, 16, bold)


@pytest.mark.parametrize("torn", ["กำหนดส่ง", "ผลผลิต", "มาตรการ"])
def test_the_end_of_a_sentence_is_no_label(torn: str) -> None:
    found = report(
        ANALYSIS_67,
        lines_of(("I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", 60, 400)),
        lines_of(("มาตรการ:", 80, 140), top=130),
        lines_of(("(1) ทบทวนคู่มือที่หน่วยงานอื่นเคยใช้และสรุปเป็น", 100, 510), (torn, 100, 160), top=160),
        lines_of(("(2) ซักซ้อมผู้ดูแลระบบทุกสัปดาห์", 100, 380), top=210),
        lines_of(("ผู้รับผิดชอบ: ฝ่ายโยธา", 80, 300), top=240),
        lines_of(("กำหนดแล้วเสร็จ: 30 เมษายน 2568", 80, 330), top=270),
        lines_of(("I2 อำนวยความสะดวกในการให้บริการประชาชน", 60, 400), top=310),
        lines_of(("มาตรการ:", 80, 140), top=340),
        lines_of(("(1) เพิ่มเก้าอี้นั่งรอ", 100, 300), top=370),
        lines_of(("ผู้รับผิดชอบ: ฝ่ายทะเบียน", 80, 300), top=400),
    )
    assert [(m.codes, len(m.steps), m.units) for m in found.measures] == [
        (("I1",), 2, ("ฝ่ายโยธา",)),
        (("I2",), 1, ("ฝ่ายทะเบียน",)),
    ]


def test_a_label_that_had_no_room_in_the_line_above_has_its_answer_below() -> None:
    found = report(
        ANALYSIS_67,
        lines_of(
            ("I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (93.20 คะแนน)", 60, 510),
            ("มาตรการ", 80, 140),
        ),
        lines_of(("(1) ทบทวนคู่มือ", 100, 300), top=160),
        lines_of(("(2) ซักซ้อมผู้ดูแลระบบ", 100, 380), top=190),
        lines_of(("ผู้รับผิดชอบ: ฝ่ายโยธา", 80, 300), top=220),
    )
    assert [(m.codes, len(m.steps)) for m in found.measures] == [(("I1",), 2)]


@pytest.mark.parametrize("announced", ["ดังนี้", "ดังต่อไปนี้", "มีดังนี้"])
def test_what_a_sentence_announces_is_below_it(announced: str) -> None:
    lead = (
        ("เมื่อพิจารณาแล้ว คณะทำงานเห็นควรกำหนดแนวทางของ", 60, 500),
        (f"จุดที่ต้องพัฒนา {announced}", 40, 170),
    )
    found = report(
        ANALYSIS_67,
        lines_of(*lead, top=60),
        *(
            lines_of((line, 80, 300), top=110 + 20 * i)
            for i, line in enumerate(
                (
                    "4.1 ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
                    "ประเด็นปัญหา: คิวยาวในวันจันทร์",
                    f"มาตรการ {announced}",
                    "(1) เพิ่มช่องบริการ",
                    "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
                    "4.2 ข้อ I4 โปร่งใส ตรวจสอบได้",
                    "ประเด็นปัญหา: เอกสารไม่ครบ",
                    f"มาตรการ {announced}",
                    "(1) ทำแบบตรวจเอกสาร",
                    "ผู้รับผิดชอบ: ฝ่ายการคลัง",
                )
            )
        ),
    )
    assert [(m.codes, m.weakness, m.measure) for m in found.measures] == [
        (("I1",), "คิวยาวในวันจันทร์", "(1) เพิ่มช่องบริการ"),
        (("I4",), "เอกสารไม่ครบ", "(1) ทำแบบตรวจเอกสาร"),
    ]


def test_measures_counted_by_section_and_their_results_in_lists() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนปี 2566: 82.15", bold=True),
        paragraph("มาตรการที่ 1.1"),
        paragraph("(1) จัดเวรผู้ประสานงาน"),
        paragraph("(2) วางแบบประเมินที่โต๊ะ"),
        paragraph("ผลการดำเนินการ"),
        paragraph("(1) จัดเวรครบทุกวัน"),
        several_lines("(2) วางแบบประเมินแล้ว 3 จุด", "หน่วยงานที่รับผิดชอบ: ฝ่ายทะเบียน"),
        paragraph("มาตรการที่ 1.2"),
        paragraph("เปิดสายด่วนของเขต"),
        paragraph("ผลการดำเนินการ"),
        paragraph("เปิดแล้วเมื่อต้นปี"),
        paragraph("หน่วยงานที่รับผิดชอบ: ฝ่ายปกครอง"),
        paragraph("ตัวชี้วัดที่ 3 การใช้อำนาจ คะแนนปี 2566: 88.40"),
        paragraph("มาตรการที่ 3.1"),
        paragraph("เวียนเกณฑ์การประเมิน"),
        paragraph("ผลการดำเนินการ"),
        paragraph("เวียนแล้ว 2 ครั้ง"),
        paragraph("หน่วยงานที่รับผิดชอบ: ฝ่ายโยธา"),
    )
    assert [(m.indicator, m.measure, m.result, m.units) for m in found.measures] == [
        (
            "1",
            "(1) จัดเวรผู้ประสานงาน\n(2) วางแบบประเมินที่โต๊ะ",
            "(1) จัดเวรครบทุกวัน\n(2) วางแบบประเมินแล้ว 3 จุด",
            ("ฝ่ายทะเบียน",),
        ),
        ("1", "เปิดสายด่วนของเขต", "เปิดแล้วเมื่อต้นปี", ("ฝ่ายปกครอง",)),
        ("3", "เวียนเกณฑ์การประเมิน", "เวียนแล้ว 2 ครั้ง", ("ฝ่ายโยธา",)),
    ]


def test_a_heading_left_of_all_labels_is_none_of_them() -> None:
    lines = [
        ("มาตรการที่ 1", 90),
        ("จัดเวรผู้ประสานงาน", 90),
        ("ผลการดำเนินการ", 90),
        ("จัดเวรครบทุกวัน", 90),
        ("ผู้รับผิดชอบ: ฝ่ายปกครอง", 90),
        ("มาตรการที่ 2", 90),
        ("เปิดสายด่วนของเขต", 90),
        ("ผลการดำเนินการ", 90),
        ("เปิดแล้วเมื่อต้นปี", 90),
        ("ผู้รับผิดชอบ: ฝ่ายโยธา", 90),
        ("ข้อเสนอแนะ", 60),
        ("ควรทำทั้งหมดนี้อีกครั้งในปีถัดไป", 60),
    ]
    found = report(
        ANALYSIS_67, *(lines_of((t, x, 400), top=60 + 25 * i) for i, (t, x) in enumerate(lines))
    )
    assert [m.measure for m in found.measures] == ["จัดเวรผู้ประสานงาน", "เปิดสายด่วนของเขต"]


def test_labels_and_answers_joined_by_leaders() -> None:
    found = told(
        "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
        "มาตรการ.........................จัดเวรผู้ประสานงาน",
        "ผู้รับผิดชอบ....................ฝ่ายปกครอง",
        "กำหนดแล้วเสร็จ..................30 เมษายน 2568",
    )
    assert [(m.codes, m.measure, m.units, m.deadline) for m in found.measures] == [
        (("I1",), "จัดเวรผู้ประสานงาน", ("ฝ่ายปกครอง",), "2025-04-30")
    ]


def test_titles_of_items_over_two_lines_and_their_scores_below() -> None:
    found = told(
        "I๕ การจัดซื้อจัดจ้างหรือการจัดหาพัสดุมีการเอื้อประโยชน์ให้แก่ผู้ประกอบการรายใดรายหนึ่ง",
        "๘๑.๒๕ คะแนน",
        "จุดที่ต้องพัฒนา: กรรมการชุดเดิมทุกครั้ง",
        "มาตรการปี 2568",
        "• สลับกรรมการ",
        "ผู้รับผิดชอบ",
        "ฝ่ายการคลัง",
        "I๑๐ มีการนำทรัพย์สินของราชการ ของกลาง เงินหรือสิ่งของบริจาค ไปใช้เพื่อประโยชน์ของตนเองหรือ",
        "พวกพ้อง ๘๖.๕๐ คะแนน",
        "จุดที่ต้องพัฒนา: ไม่มีสมุดคุม",
        "มาตรการ ปีงบประมาณ พ.ศ. 2568",
        "• ทำสมุดคุม",
        "ผู้รับผิดชอบ",
        "ฝ่ายปกครอง",
    )
    assert [(m.codes, m.weakness, m.measure, m.units) for m in found.measures] == [
        (("I5",), "กรรมการชุดเดิมทุกครั้ง", "• สลับกรรมการ", ("ฝ่ายการคลัง",)),
        (("I10",), "ไม่มีสมุดคุม", "• ทำสมุดคุม", ("ฝ่ายปกครอง",)),
    ]
    assert {c: str(s) for c, s in scores(found).items()} == {"I5": "81.25", "I10": "86.50"}


@pytest.mark.parametrize("announced", ["มีดังนี้", "ดังต่อไปนี้", " รายละเอียดดังนี้"])
def test_a_sentence_between_an_item_and_its_labels(announced: str) -> None:
    form = (
        "คณะทำงานพิจารณาความเห็นของผู้ตอบแบบวัดหลายประการแล้วสรุปไว้",
        "ปัญหาที่พบ: คิวยาวช่วงเช้า",
        f"แนวทางแก้ไข{announced}",
        "(1) เพิ่มเก้าอี้นั่งรอ",
        "(2) เดินถามความต้องการ",
        "หน่วยงานรับผิดชอบ: ฝ่ายทะเบียน",
    )
    heads = (
        "3.1 ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
        "3.2 ข้อ I4 โปร่งใส ตรวจสอบได้",
    )
    found = told(*(line for head in heads for line in (head, *form)))
    assert [(m.codes, m.weakness, len(m.steps)) for m in found.measures] == [
        (("I1",), "คิวยาวช่วงเช้า", 2),
        (("I4",), "คิวยาวช่วงเช้า", 2),
    ]


@pytest.mark.parametrize("until", ["แล้วเสร็จภายในวันที่ 6 เมษายน 2568", "ให้เสร็จก่อน 6 เม.ย. 2568"])
def test_a_line_that_says_until_when_needs_no_label(until: str) -> None:
    lines = ("I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "มาตรการ", "จัดอบรม", "ผู้รับผิดชอบ ฝ่ายโยธา")
    (measure,) = told(*lines, until).measures
    assert (measure.measure, measure.units, measure.deadline) == (
        "จัดอบรม",
        ("ฝ่ายโยธา",),
        "2025-04-06",
    )
    # A sentence that says more is one of the measure's.
    (measure,) = told(*lines[:2], f"จัดทำคู่มือ{until}", lines[3]).measures
    assert measure.deadline is None


def test_a_label_that_names_its_items_in_brackets() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ", bold=True),
        paragraph("I6 มีการเบิกจ่ายเท็จ ........ 85.04"),
        paragraph("จุดที่ควรพัฒนา (ข้อ I4): ผู้ปฏิบัติงานยังไม่ทราบหลักเกณฑ์การเบิกจ่าย"),
        paragraph("มาตรการ (ข้อ I4):"),
        paragraph("1) ติดประกาศหลักเกณฑ์ไว้ทุกชั้น"),
        paragraph("ผู้รับผิดชอบ: ฝ่ายการคลัง"),
        paragraph("กำหนดแล้วเสร็จ: 30 เมษายน 2568"),
    )
    assert [(m.codes, m.units) for m in found.measures] == [(("I4",), ("ฝ่ายการคลัง",))]
    assert [w.codes for w in found.weaknesses] == [("I4",)]


def test_an_indicator_below_a_numbered_measure_says_whose_part_its_items_are() -> None:
    found = told(
        "มาตรการที่ 1 (ข้อ I1 และ I2)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "มาตรการ :",
        "จัดทำข้อตกลงระดับการให้บริการ",
        "ผู้รับผิดชอบ : ทุกฝ่าย",
        "มาตรการที่ 2 (ข้อ I4)",
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ",
        "มาตรการ :",
        "แต่งตั้งผู้ตรวจทานการใช้จ่ายเงิน",
        "ผู้รับผิดชอบ : ฝ่ายการคลัง",
    )
    assert [(m.codes, m.indicator, m.measure) for m in found.measures] == [
        (("I1", "I2"), "1", "จัดทำข้อตกลงระดับการให้บริการ"),
        (("I4",), "2", "แต่งตั้งผู้ตรวจทานการใช้จ่ายเงิน"),
    ]


def test_a_label_that_nobody_knows_below_a_counted_heading_is_no_measure() -> None:
    found = told(
        "มาตรการที่ 1 (ตอบข้อ I1 และ I2)",
        "จุดที่ควรเร่งแก้ไข : ขั้นตอนยังซับซ้อน",
        "สิ่งที่จะดำเนินการ",
        "1) จัดทำป้ายแสดงขั้นตอน",
        "ผู้รับผิดชอบ : ฝ่ายการคลัง",
    )
    assert [(m.codes, m.weakness) for m in found.measures] == [(("I1", "I2"), "ขั้นตอนยังซับซ้อน")]
    assert [s.text for m in found.measures for s in m.steps] == ["จัดทำป้ายแสดงขั้นตอน"]


@pytest.mark.parametrize(
    "line",
    [
        "กำหนดแล้วเสร็จ 31 มีนาคม 2568 การกำกับติดตาม ทุกไตรมาส",
        "แล้วเสร็จ ภายในวันที่ ๓๑ มีนาคม ๒๕๖๘ การติดตาม รายงานผู้อำนวยการเขตทุกไตรมาส",
    ],
)
def test_how_often_it_is_reviewed_behind_a_date_without_a_colon(line: str) -> None:
    found = told(
        "ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ",
        "มาตรการที่จะดำเนินการ",
        "1. จัดทำป้ายแสดงขั้นตอน",
        "ผู้รับผิดชอบ ฝ่ายการคลัง",
        line,
    )
    (one,) = found.measures
    assert (one.deadline, one.monitoring_months) == ("2025-03-31", 3)


def test_the_part_and_the_scores_between_an_item_and_its_labels() -> None:
    lines: list[str] = ["จำนวน 2 มาตรการ โดยแต่ละมาตรการมีผู้รับผิดชอบดังนี้"]
    for number, codes, part, scored, done in (
        (1, "I1 และ I2", "1 การปฏิบัติหน้าที่", "I1 ได้ 83.75 คะแนน I2 ได้ 84.12 คะแนน", "จัดเวรพักเที่ยง"),
        (2, "I5", "2 การใช้งบประมาณ", "I5 ได้ 77.64 คะแนน", "ชี้แจงงบประมาณ"),
    ):
        lines += [
            f"มาตรการที่ {number} สำหรับข้อ {codes}",
            f"ตัวชี้วัด {part}",
            f"คะแนนปี 2567 {scored}",
            f"สิ่งที่จะดำเนินการ {done}",
            "ผู้รับผิดชอบ ฝ่ายทะเบียน",
            "แล้วเสร็จภายใน 31 มีนาคม 2568",
        ]
    found = report(ANALYSIS_67, *map(paragraph, lines))
    assert [(m.codes, m.indicator, m.measure) for m in found.measures] == [
        (("I1", "I2"), "1", "จัดเวรพักเที่ยง"),
        (("I5",), "2", "ชี้แจงงบประมาณ"),
    ]
    assert str(scores(found)["I2"]) == "84.12"


def test_what_is_weak_about_an_item_between_its_heading_and_its_table() -> None:
    def about(code: str, title: str, weak: str, done: str) -> list[Paragraph | Table]:
        return [
            paragraph(f"ข้อ {code} {title} (ปี 2567 ได้ 82.97 คะแนน)"),
            paragraph(f"สภาพปัญหา: {weak}"),
            table([["มาตรการ", "ผลการดำเนินการ"], [done, "ดำเนินการแล้วทุกช่อง"]]),
            paragraph("ผู้รับผิดชอบ: ฝ่ายทะเบียน"),
        ]

    blocks = [
        *about("I2", "อำนวยความสะดวกในการให้บริการประชาชน", "ใช้เอกสารซ้ำซ้อน", "ทบทวนรายการเอกสาร"),
        *about("I4", "โปร่งใส ตรวจสอบได้", "ไม่ทราบแผนการใช้จ่าย", "สรุปแผนเป็นภาพหน้าเดียว"),
    ]
    found = report(ANALYSIS_67, *blocks)
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I2",), "ทบทวนรายการเอกสาร", ("ฝ่ายทะเบียน",)),
        (("I4",), "สรุปแผนเป็นภาพหน้าเดียว", ("ฝ่ายทะเบียน",)),
    ]
    assert [(w.codes, w.text) for w in found.weaknesses] == [
        (("I2",), "ใช้เอกสารซ้ำซ้อน"),
        (("I4",), "ไม่ทราบแผนการใช้จ่าย"),
    ]


def test_a_document_without_a_word() -> None:
    assert report().measures == ()


def test_a_word_for_weaknesses_above_the_first_items_heading_is_no_label() -> None:
    lines = [("ข้อที่ควรพัฒนา", True)]
    for code, weak, done in (
        ("I2 อำนวยความสะดวกในการให้บริการประชาชน 82.40 คะแนน", "ขอเอกสารซ้ำ", "ยกเลิกสำเนา"),
        ("E1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ 84.20 คะแนน", "ถ้อยคำไม่สุภาพ", "อบรมการสื่อสาร"),
    ):
        lines += [
            (code, True), ("สิ่งที่ควรปรับปรุง", True), (weak, False), ("แนวทางการพัฒนา", True),
            (done, False), ("หน่วยงานรับผิดชอบ", True), ("ฝ่ายทะเบียน", False),
        ]  # fmt: skip
    found = report(ANALYSIS_67, *(paragraph(text, bold=bold) for text, bold in lines))
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I2",), "ยกเลิกสำเนา", ("ฝ่ายทะเบียน",)),
        (("E1",), "อบรมการสื่อสาร", ("ฝ่ายทะเบียน",)),
    ]


def test_a_long_text_announces_by_its_end() -> None:
    text = "เรื่องอื่นที่ประชุมรับทราบ " * 40 + "ให้ดำเนินการตามมาตรการดังต่อไปนี้"
    assert announces(text)
    assert not announces(text + " แล้วเสร็จทุกข้อ")


def test_the_same_answer_below_the_same_label_in_several_forms() -> None:
    lines: list[str] = []
    for code in ("I2", "I6"):
        lines += [
            f"{code} {items(2567)[code].title_th}",
            "จุดอ่อน",
            f"ยังช้าใน {code}",
            "มาตรการ",
            f"จัดช่องบริการ {code}",
        ]
        lines += ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", "ติดตามผล", "ทุกเดือน"]
    found = told(*lines).measures
    assert [(m.codes, m.monitoring_months) for m in found] == [(("I2",), 1.0), (("I6",), 1.0)]


def test_a_dash_behind_a_label_is_a_mark_where_the_next_line_has_it() -> None:
    found = told(
        "I4 โปร่งใส ตรวจสอบได้ 94.30",
        "จุดอ่อน การตรวจรับพัสดุไม่เปิดให้ผู้ใช้งานเข้าร่วม",
        "แนวทาง – เชิญผู้แทนฝ่ายร่วมตรวจรับ",
        "– ถ่ายภาพการตรวจรับเก็บไว้",
        "ผู้รับผิดชอบ ฝ่ายทะเบียน",
        "การติดตาม ทุก 2 เดือน",
    )
    (measure,) = found.measures
    steps = [s.text for s in measure.steps if s.kind == "measure"]
    assert steps == ["เชิญผู้แทนฝ่ายร่วมตรวจรับ", "ถ่ายภาพการตรวจรับเก็บไว้"]
    assert (measure.units, measure.monitoring_months) == (("ฝ่ายทะเบียน",), 2)


def test_dots_lead_from_the_end_of_a_title_to_its_score() -> None:
    begun, _, _ = items(2566)["E4"].title_th.partition("แล้วเสร็จ")
    found = report(
        ANALYSIS_66,
        paragraph(f"E4 {begun}"),
        paragraph("แล้วเสร็จ ......................... ๗๖.๖๗"),
        paragraph("จุดที่ควรพัฒนา มีข้อสงสัยเรื่องค่าใช้จ่าย"),
        paragraph("แนวทางแก้ไข แสดงอัตราค่าธรรมเนียม"),
        paragraph("ผู้รับผิดชอบ ฝ่ายโยธา"),
    )
    (measure,) = found.measures
    assert (measure.codes, measure.deadline_raw) == (("E4",), None)
    assert measure.measure == "แสดงอัตราค่าธรรมเนียม"
    assert str(scores(found)["E4"]) == "76.67"


def test_who_is_responsible_may_stand_behind_the_verb_alone() -> None:
    found = told(
        "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (77.29)",
        "จุดอ่อน การรอคิวนานเกินกว่าที่แจ้ง",
        "มาตรการ ขึ้นป้ายเวลารอโดยประมาณ",
        "รับผิดชอบ ฝ่ายปกครอง",
        "ติดตาม ทุก 15 วัน",
    )
    (measure,) = found.measures
    assert (measure.measure, measure.units) == ("ขึ้นป้ายเวลารอโดยประมาณ", ("ฝ่ายปกครอง",))
