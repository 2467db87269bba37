"""Measures told in sentences of duty, and in statements with labels behind them."""

from __future__ import annotations

import pytest

from normalize.model import Report
from normalize.shapes.duties import duty_parts, without_reference
from tests.normalize.tables import ANALYSIS_67, findings, paragraph, report, table
from tests.normalize.test_labelled import several_lines, told

ITEM = "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
OTHER = "I4 โปร่งใส ตรวจสอบได้"


def said(found: Report) -> list[tuple[object, ...]]:
    return [(m.codes, m.measure, m.units, m.deadline) for m in found.measures]


@pytest.mark.parametrize(
    "sentence",
    [
        "มอบหมายให้ฝ่ายโยธาดำเนินการติดตั้งทางลาด ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568",
        "ให้ฝ่ายโยธาติดตั้งทางลาด ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568",
        "1. มอบฝ่ายโยธาติดตั้งทางลาด ภายในวันที่ 30 เมษายน 2568",
        "(1) ฝ่ายโยธาเป็นผู้ดำเนินการติดตั้งทางลาด แล้วเสร็จภายใน ๓๐ เม.ย. ๖๘",
        "ทั้งนี้ มอบหมายให้หัวหน้าฝ่ายโยธารับผิดชอบดำเนินการติดตั้งทางลาด ให้เสร็จสิ้นภายในวันที่ 30 เมษายน 2568",
    ],
)
def test_a_sentence_of_duty_below_its_item(sentence: str) -> None:
    assert said(told(ITEM, sentence)) == [
        (("I1",), "ติดตั้งทางลาด", ("ฝ่ายโยธา",), "2025-04-30"),
    ]


def test_a_sentence_broken_over_lines() -> None:
    lines = ("ให้ฝ่ายโยธาและฝ่ายทะเบียนติดตั้งทางลาด ให้แล้วเสร็จ", "ภายในวันที่ 30 เมษายน 2568")
    assert said(report(ANALYSIS_67, paragraph(ITEM), several_lines(*lines))) == [
        (("I1",), "ติดตั้งทางลาด", ("ฝ่ายทะเบียน", "ฝ่ายโยธา"), "2025-04-30"),
    ]


def test_a_duty_without_an_act_is_that_of_the_measure_above() -> None:
    duty = "ทั้งนี้ มอบหมายให้ ฝ่ายโยธา รับผิดชอบ ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568"
    found = told(ITEM, "มาตรการ: ติดตั้งทางลาด", duty, OTHER, "มาตรการ: แจ้งเวียนแผน", duty)
    assert said(found) == [
        (("I1",), "ติดตั้งทางลาด", ("ฝ่ายโยธา",), "2025-04-30"),
        (("I4",), "แจ้งเวียนแผน", ("ฝ่ายโยธา",), "2025-04-30"),
    ]


def test_one_sentence_of_duty_alone_may_be_any_sentence_of_a_letter() -> None:
    duty = "มอบหมายให้ฝ่ายปกครองรวบรวมรายงานส่งสำนักงาน ก.ก. ภายในวันที่ 30 เมษายน 2568"
    assert not told(duty).measures


@pytest.mark.parametrize(
    "text",
    [
        "ฝ่ายโยธาติดตั้งทางลาดแล้ว",
        "มอบหมายให้คณะทำงานติดตั้งทางลาด ภายในวันที่ 30 เมษายน 2568",
        "ให้ฝ่ายโยธาติดตั้งทางลาด ภายในเดือนเมษายน",
        "ฝ่ายโยธา ภายในวันที่ 30 เมษายน 2568",
    ],
)
def test_other_sentences_say_no_duty(text: str) -> None:
    assert duty_parts(text) == []


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("1. {} ผู้รับผิดชอบ: ฝ่ายโยธา ระยะเวลา: 30 เมษายน 2568",), ()),
        (("1. {} (ข้อ I1) (ผู้รับผิดชอบ: ฝ่ายโยธา, ระยะเวลาที่กำหนด: 30 เมษายน 2568)",), ("I1",)),
        (("1. {} (I1, I2)", "ผู้รับผิดชอบ: ฝ่ายโยธา", "ระยะเวลา: 30 เมษายน 2568"), ("I1", "I2")),
        (("{} ผู้รับผิดชอบ: ฝ่ายโยธา ระยะเวลา: 30 เมษายน 2568",), ()),
    ],
)
def test_numbered_statements_with_labels_behind_them(
    lines: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    texts = ("ติดตั้งทางลาดหน้าสำนักงาน", "แจ้งเวียนแผนให้ทราบ")
    found = told(*(line.format(text) for text in texts for line in lines))
    assert [(m.codes, m.steps[0].text, m.units, m.deadline) for m in found.measures] == [
        (codes, text, ("ฝ่ายโยธา",), "2025-04-30") for text in texts
    ]


def test_a_numbered_statement_ends_the_list_of_sections_above_it() -> None:
    found = told(
        "1. ติดตั้งทางลาด ผู้รับผิดชอบ: 1. ฝ่ายโยธา, 2. ฝ่ายรายได้",
        "2. แจ้งเวียนแผน ผู้รับผิดชอบ: ฝ่ายการคลัง",
    )
    assert [m.units for m in found.measures] == [("ฝ่ายรายได้", "ฝ่ายโยธา"), ("ฝ่ายการคลัง",)]


def test_a_label_torn_within_a_bracket() -> None:
    first = several_lines("1. ติดตั้งทางลาด (ผู้", "รับผิดชอบ: ฝ่ายโยธา, ระยะเวลา: 30 เมษายน 2568)")
    again = paragraph("2. แจ้งเวียนแผน (ผู้รับผิดชอบ: ฝ่ายการคลัง, ระยะเวลา: 30 เมษายน 2568)")
    found = report(ANALYSIS_67, first, again)
    assert [m.units for m in found.measures] == [("ฝ่ายโยธา",), ("ฝ่ายการคลัง",)]


def test_items_stay_in_the_text_where_not_every_statement_has_some() -> None:
    found = told("1. จัดอบรม (I1) ผู้รับผิดชอบ: ฝ่ายโยธา", "2. แจ้งเวียนแผน ผู้รับผิดชอบ: ฝ่ายการคลัง")
    assert [(m.codes, m.steps[0].text) for m in found.measures] == [
        ((), "จัดอบรม (I1)"),
        ((), "แจ้งเวียนแผน"),
    ]
    assert without_reference("จัดอบรม (No Gift Policy)") == ("จัดอบรม (No Gift Policy)", None)


@pytest.mark.parametrize("until", ["ภายในเดือนมีนาคม 2568", "มกราคม - มีนาคม 2568", "ไตรมาส 2/2568"])
def test_a_month_is_no_date(until: str) -> None:
    found = told(ITEM, "มาตรการ: จัดอบรม", "ผู้รับผิดชอบ: ฝ่ายโยธา", f"กำหนดแล้วเสร็จ: {until}")
    assert [(m.deadline, m.deadline_raw) for m in found.measures] == [(None, until)]
    assert len(findings(found, "deadline-unread")) == 1


def test_a_section_whose_name_is_cut_short() -> None:
    sentence = "มอบหมายให้ฝ่ายรักษาฯจัดเก็บป้ายเก่า ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568"
    assert [m.units for m in told(ITEM, sentence).measures] == [("ฝ่ายรักษาความสะอาดและสวนสาธารณะ",)]


def test_a_label_torn_by_the_end_of_a_line() -> None:
    first = several_lines("1. ติดตั้งทางลาด ฝ่ายเจ้าของ", "เรื่อง: ฝ่ายโยธา ระยะเวลา: 30 เมษายน 2568")
    again = paragraph("2. แจ้งเวียนแผน ฝ่ายเจ้าของเรื่อง: ฝ่ายการคลัง ระยะเวลา: 30 เมษายน 2568")
    found = report(ANALYSIS_67, first, again)
    assert [m.units for m in found.measures] == [("ฝ่ายโยธา",), ("ฝ่ายการคลัง",)]


def test_the_rest_of_a_torn_label_is_a_label_by_itself() -> None:
    first = several_lines("1. ติดตั้งทางลาด ผู้", "รับผิดชอบ: ฝ่ายโยธา ระยะเวลา: 30 เมษายน 2568")
    again = paragraph("2. แจ้งเวียนแผน ผู้รับผิดชอบ: ฝ่ายการคลัง ระยะเวลา: 30 เมษายน 2568")
    found = report(ANALYSIS_67, first, again)
    assert [m.measure for m in found.measures] == ["1. ติดตั้งทางลาด", "2. แจ้งเวียนแผน"]


def test_a_title_and_its_lines_are_no_measure() -> None:
    title = several_lines(
        "รายงานผลการดำเนินการตามมาตรการ", "หน่วยงาน สำนักงานเขตบางรัก", "ระยะเวลา ปี 2568"
    )
    assert not report(ANALYSIS_67, title, paragraph("คำชี้แจง: จัดทำตามผลการประเมิน")).measures


def test_a_table_ends_what_the_lines_above_it_began() -> None:
    rows = [["มาตรการ", "ผู้รับผิดชอบ"], ["จัดอบรม", "ฝ่ายโยธา"]]
    closing = "มอบหมายให้ฝ่ายปกครองรวบรวมรายงาน ภายในวันที่ 30 กันยายน 2568"
    head = paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ")
    found = report(ANALYSIS_67, head, table(rows), paragraph(closing))
    assert [m.measure for m in found.measures] == ["จัดอบรม"]


def test_the_title_of_an_item_below_its_code() -> None:
    duty = "ให้ฝ่ายโยธาติดตั้งทางลาด ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568"
    found = told("I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", duty, "I4", "โปร่งใส ตรวจสอบได้", duty)
    assert [m.codes for m in found.measures] == [("I1",), ("I4",)]


BEHIND = "ติดตั้งทางลาด โดยฝ่ายโยธาเป็นผู้รับผิดชอบ ภายในวันที่ 30 เมษายน 2568"


@pytest.mark.parametrize(
    "sentence",
    [
        BEHIND,
        f"1. {BEHIND}",
        f"มาตรการ: {BEHIND}",
        "ติดตั้งทางลาด มอบหมายให้ฝ่ายโยธาดำเนินการ ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568",
        "ติดตั้งทางลาด มีฝ่ายโยธาเป็นผู้รับผิดชอบ กำหนดแล้วเสร็จภายใน ๓๐ เม.ย. ๖๘",
        "1) ติดตั้งทางลาด [ฝ่ายโยธา / 30 เมษายน 2568]",
        "- ติดตั้งทางลาด (ผู้รับผิดชอบ ฝ่ายโยธา ภายใน 30 เมษายน 2568)",
        "ภายในวันที่ 30 เมษายน 2568 ให้ฝ่ายโยธาติดตั้งทางลาด",
    ],
)
def test_who_and_until_when_may_stand_behind_what_is_done(sentence: str) -> None:
    expected = [(("I1",), "ติดตั้งทางลาด", ("ฝ่ายโยธา",), "2025-04-30")]
    assert said(told(ITEM, sentence)) == expected


def test_sentences_may_begin_with_their_items() -> None:
    found = told(
        f"1. {ITEM} ให้{BEHIND} และติดตามผลทุก 3 เดือน", f"2. ข้อ {OTHER} {BEHIND} และติดตามทุกเดือน"
    )
    assert said(found) == [
        (("I1",), "ติดตั้งทางลาด", ("ฝ่ายโยธา",), "2025-04-30"),
        (("I4",), "ติดตั้งทางลาด", ("ฝ่ายโยธา",), "2025-04-30"),
    ]
    assert [m.monitoring_months for m in found.measures] == [3.0, 1.0]


@pytest.mark.parametrize(
    "text",
    [
        "ผลการดำเนินการ: " + BEHIND,
        "ติดตั้งทางลาด โดยผู้รับจ้างเป็นผู้รับผิดชอบ ภายในวันที่ 30 เมษายน 2568",
        "ติดตั้งทางลาด โดยฝ่ายโยธาเป็นผู้รับผิดชอบ ภายในเวลาอันควร",
        "ติดตั้งทางลาด (ฝ่ายโยธา ประชุมเมื่อ 30 เมษายน 2568)",
        "ติดตั้งทางลาด (30 เมษายน 2568)",
        BEHIND + " และติดตามผู้รับจ้างทุกเดือน",
    ],
)
def test_other_sentences_tell_no_duty_behind_them(text: str) -> None:
    assert duty_parts(text) == []


def test_one_sentence_with_its_duty_behind_may_be_any_of_a_letter() -> None:
    assert not told(BEHIND).measures


@pytest.mark.parametrize(
    "lines",
    [
        ("มาตรการ ........ ติดตั้งทางลาด", "ผู้รับผิดชอบ ____ ฝ่ายโยธา", "ระยะเวลา … 30 เมษายน 2568"),
        ("1.1 มาตรการ", "(1) ติดตั้งทางลาด", "1.2 ผู้รับผิดชอบ ฝ่ายโยธา", "1.3 ระยะเวลา 30 เมษายน 2568"),
        ("มาตรการ ดังนี้", "- ติดตั้งทางลาด", "- ผู้รับผิดชอบ ฝ่ายโยธา", "- ระยะเวลา 30 เมษายน 2568"),
    ],
)
def test_labels_led_to_their_answers_or_numbered(lines: tuple[str, ...]) -> None:
    (measure,) = told(ITEM, *lines, "- ติดตาม ทุก 3 เดือน").measures
    steps = [s.text for s in measure.steps if s.kind == "measure"]
    assert (measure.codes, steps) == (("I1",), ["ติดตั้งทางลาด"])
    assert (measure.units, measure.deadline) == (("ฝ่ายโยธา",), "2025-04-30")
    assert measure.monitoring_months == 3.0


def test_a_measure_with_its_items_below_it() -> None:
    lines = ("มาตรการที่ 1 ติดตั้งทางลาด", "ข้อคำถามที่เกี่ยวข้อง I1, I4", "หน่วยงานรับผิดชอบ ฝ่ายโยธา")
    (measure,) = told(*lines, "กรอบเวลา 30 เมษายน 2568").measures
    assert (measure.codes, measure.measure) == (("I1", "I4"), "ติดตั้งทางลาด")


def test_a_list_below_an_item_whose_duty_stands_below_it() -> None:
    duty = "ทั้งนี้ มอบหมายให้ฝ่ายโยธารับผิดชอบ ให้แล้วเสร็จภายในวันที่ 30 เมษายน 2568"
    found = told(ITEM, "1) ติดตั้งทางลาด", "2) ติดป้าย", duty, OTHER, "1) แจ้งเวียนแผน", duty)
    assert said(found) == [
        (("I1",), "1) ติดตั้งทางลาด\n2) ติดป้าย", ("ฝ่ายโยธา",), "2025-04-30"),
        (("I4",), "1) แจ้งเวียนแผน", ("ฝ่ายโยธา",), "2025-04-30"),
    ]


@pytest.mark.parametrize(
    ("closing", "units", "months"),
    [
        ("ทั้งนี้ มอบหมายให้ฝ่ายโยธาเป็นผู้รับผิดชอบ และรายงานผู้อำนวยการเขตทุก 3 เดือน", ("ฝ่ายโยธา",), 3),
        ("ทั้งนี้ ให้ทุกฝ่ายเป็นผู้รับผิดชอบ และรายงานผู้อำนวยการเขตทุกเดือน", ("ทุกฝ่าย",), 1),
        (
            "โดยมอบหมายฝ่ายโยธาร่วมกับฝ่ายการคลังเป็นผู้รับผิดชอบ",
            ("ฝ่ายการคลัง", "ฝ่ายโยธา"),
            None,
        ),
    ],
)
def test_a_sentence_that_closes_a_measure(
    closing: str, units: tuple[str, ...], months: int | None
) -> None:
    for blocks in (
        [paragraph("มาตรการ"), paragraph("1) ติดตั้งทางลาด"), paragraph(closing)],
        # The last line of its paragraph: extraction may have joined the two.
        [paragraph("มาตรการ"), several_lines("1) ติดตั้งทางลาด", closing)],
    ):
        head = paragraph(f"3.1 ข้อ {ITEM} ได้ 79.45 คะแนน")
        weak = paragraph("จุดอ่อน ทางเดินต่างระดับ")
        (measure,) = report(ANALYSIS_67, head, weak, *blocks).measures
        assert measure.units == units and measure.monitoring_months == months
        assert measure.measure == "1) ติดตั้งทางลาด"


def test_a_sentence_that_names_no_section_closes_nothing() -> None:
    assert duty_parts("ทั้งนี้ มอบหมายให้คณะทำงานเป็นผู้รับผิดชอบ และรายงานทุก 3 เดือน") == []
    assert duty_parts("ทั้งนี้ ฝ่ายโยธาเป็นผู้รับผิดชอบ และรายงานผลเมื่อเสร็จสิ้น") == []
