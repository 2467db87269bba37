"""What reports by yet other hands taught: headings, forms, lists and years that were misread."""

from __future__ import annotations

import pytest

from extract.model import Paragraph, Table
from normalize.names.codes import entries_of
from normalize.names.itemheads import items_headed
from normalize.words.steps import split_steps
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    Grid,
    findings,
    paragraph,
    report,
    table,
)

PLAN_67 = paragraph(
    "แผนปฏิบัติการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ "
    "จัดทำจากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ สำนักงานเขตบางรัก"
)


def _scores(*blocks: Paragraph | Table) -> dict[tuple[int | None, str], str]:
    return {(s.fiscal_year, s.code): str(s.score) for s in report(*blocks).scores}


@pytest.mark.parametrize("words", ["หวังผลปี ๖๗", "เป้า ปี 67", "ปี ๒๕๖๗", "คะแนน ปี 2567"])
def test_in_a_plan_numbers_of_its_own_year_are_no_scores(words: str) -> None:
    rows: Grid = [
        ["ข้อ", "ปี ๖๖", words, "กิจกรรม", "เจ้าภาพ"],
        ["I3", "79.46", "85.00", "จัดทำคู่มือ", "ฝ่ายทะเบียน"],
        ["I6", "72.16", "85.00", "ประกาศเจตนารมณ์", "ฝ่ายปกครอง"],
    ]
    assert _scores(PLAN_67, table(rows)) == {(2566, "I3"): "79.46", (2566, "I6"): "72.16"}


def test_a_part_of_one_item_is_told_by_its_number_and_name() -> None:
    rows: Grid = [
        ["ข้อ", "ประเด็น", "คะแนน"],
        ["9.1", "ข้อมูลพื้นฐาน (O1 - O7)", "90.00"],
        ["9.4", "การบริหารและพัฒนาทรัพยากรบุคคล (O21)", "100.00"],
        ["O22", "ช่องทางแจ้งเรื่องร้องเรียน", "50.00"],
    ]
    assert set(_scores(ANALYSIS_66, table(rows))) == {(2566, c) for c in ("9.1", "9.4", "O22")}


def test_years_behind_the_name_of_an_indicator() -> None:
    line = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ปี 2567 ได้ 89.65 ปี 2566 ได้ 87.28 สูงขึ้น 2.37"
    wanted = {(2567, "1"): "89.65", (2566, "1"): "87.28"}
    assert _scores(ANALYSIS_67, paragraph(line, bold=True)) == wanted


def test_parts_set_equal_to_their_scores_in_one_line() -> None:
    line = "ตัวชี้วัดย่อย: 9.1 ข้อมูลพื้นฐาน = 100 9.2 การบริหารงาน = 93.75"
    assert _scores(ANALYSIS_67, paragraph(line)) == {
        (2567, "9.1"): "100",
        (2567, "9.2"): "93.75",
    }
    other = "ค่าน้ำหนัก: 9.1 ข้อมูลพื้นฐาน = 20 9.2 การบริหารงาน = 30"
    assert _scores(ANALYSIS_67, paragraph(other)) == {}


def test_a_score_apiece_and_the_items_of_an_indicator_behind_its_name() -> None:
    line = "ข้อ O11 และ O12 ได้ข้อละ 50.00 คะแนน"
    assert _scores(ANALYSIS_67, paragraph(line)) == {(2567, "O11"): "50.00", (2567, "O12"): "50.00"}
    said = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (O1 – O22) ได้ 93.18 คะแนน"
    assert _scores(ANALYSIS_66, paragraph(f"แบบตรวจ OIT ได้แก่ {said}")) == {(2566, "9"): "93.18"}


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("เรื่องที่ 4 ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร E4 ได้ 79.68 คะแนน", ["E4"]),
        ("2.8 ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล – ข้อ O13", ["O13"]),
        ("เรื่องที่ 6 ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล O8 ได้ 50.00 คะแนน, O12 ได้ 0.00 คะแนน", ["O8", "O12"]),
        ("ตัวชี้วัดที่ 7 การใช้งบประมาณ E4", []),
    ],
)
def test_headings_of_an_indicator_and_its_items(heading: str, named: list[str]) -> None:
    assert [e.token for e in entries_of(items_headed(heading))] == named


def test_items_in_brackets_behind_a_label() -> None:
    lines = (
        "จุดที่ควรปรับ (I4 และ I6): ไม่ได้รับข้อมูลการใช้จ่าย",
        "สิ่งที่จะดำเนินการ: ส่งสรุปงบประมาณ",
        "ผู้รับผิดชอบ: ฝ่ายการคลัง ติดตาม: ทุกเดือน",
        "จุดที่ควรปรับ (I10): ของกลางเก็บปะปนกัน",
        "สิ่งที่จะดำเนินการ: แยกห้องเก็บของกลาง",
        "ผู้รับผิดชอบ: ฝ่ายเทศกิจ ติดตาม: ทุกสัปดาห์",
    )
    read = report(ANALYSIS_67, *map(paragraph, lines))
    assert [m.codes for m in read.measures] == [("I4", "I6"), ("I10",)]
    assert [w.codes for w in read.weaknesses] == [("I4", "I6"), ("I10",)]


def test_numbered_cells_beside_merged_ones_are_the_steps_of_one_measure() -> None:
    rows: Grid = [
        ["ข้อ", "กิจกรรม", "ผู้รับผิดชอบ", "กำหนดเสร็จ"],
        ["I1", "1. ทำข้อตกลง", "ฝ่ายปกครอง", "31 มีนาคม 2568"],
        [None, "2. สุ่มฟังเสียง", None, None],
        ["I4", "1. เปิดเผยแผน", "ฝ่ายการคลัง", "30 เมษายน 2568"],
        [None, "2. หมุนเวียนกรรมการ", "ฝ่ายโยธา", "30 มิถุนายน 2568"],
    ]
    merged = dict.fromkeys(((1, 0), (1, 2), (1, 3), (3, 0)), (2, 1))
    read = report(ANALYSIS_67, table(rows, merged))
    steps = [[s.text for s in m.steps if s.kind == "measure"] for m in read.measures]
    assert steps == [["ทำข้อตกลง", "สุ่มฟังเสียง"], ["เปิดเผยแผน"], ["หมุนเวียนกรรมการ"]]


def test_items_with_a_score_each_in_one_heading() -> None:
    found = entries_of("2. I3 (คะแนนปี 2567 : 80.41) และ E3 (คะแนนปี 2567 : 82) การเรียกรับสินบน")
    assert [(e.token, [str(s.value) for s in e.scores]) for e in found] == [
        ("I3", ["80.41"]),
        ("E3", ["82"]),
    ]
    assert [e.question for e in found] == ["", "การเรียกรับสินบน"]


def test_two_measures_in_the_form_of_one_item() -> None:
    rows: Grid = [
        ["E4 มีการเผยแพร่ข้อมูล (คะแนนปี 2567 : 85.95)", None, None, None],
        ["จุดอ่อน", "ข้อมูลไม่ครบ", None, None],
        ["มาตรการที่ 1", "ปรับปรุงเว็บไซต์", None, None],
        ["ผลการดำเนินการ", "ปรับปรุงแล้ว", None, None],
        ["ผู้รับผิดชอบ", "ฝ่ายปกครอง", "ร้อยละความสำเร็จ", "100"],
        ["มาตรการที่ 2", "แต่งตั้งผู้ดูแล", None, None],
        ["ผลการดำเนินการ", "แต่งตั้งแล้ว", None, None],
        ["ผู้รับผิดชอบ", "ฝ่ายโยธา", "ร้อยละความสำเร็จ", "90"],
    ]
    wide = {(r, 1): (1, 3) for r in (1, 2, 3, 5, 6)}
    read = report(ANALYSIS_67, table(rows, {(0, 0): (1, 4), **wide}))
    assert [(m.codes, m.measure, m.result, m.units) for m in read.measures] == [
        (("E4",), "ปรับปรุงเว็บไซต์", "ปรับปรุงแล้ว", ("ฝ่ายปกครอง",)),
        (("E4",), "แต่งตั้งผู้ดูแล", "แต่งตั้งแล้ว", ("ฝ่ายโยธา",)),
    ]
    assert {s.code: str(s.score) for s in read.scores} == {"E4": "85.95"}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("1 ติดตั้งเครื่อง\n2 มอบหมายหัวหน้างาน", ["ติดตั้งเครื่อง", "มอบหมายหัวหน้างาน"]),
        ("1 ติดตั้งเครื่อง\nทุกช่อง\n2 ประเมินผล", ["ติดตั้งเครื่อง\nทุกช่อง", "ประเมินผล"]),
        ("1 ครั้งต่อปี\n2 ครั้งต่อปี", ["1 ครั้งต่อปี\n2 ครั้งต่อปี"]),
        ("อบรม\n2 มอบหมาย", ["อบรม\n2 มอบหมาย"]),
    ],
)
def test_lists_that_only_have_numbers(text: str, steps: list[str]) -> None:
    assert split_steps(text) == steps


def test_lines_that_only_count_measures() -> None:
    lines = (
        "มาตรการข้อ 1 (แก้ไขจุดอ่อนข้อ 1)",
        "1.1 ติดตั้งเครื่องกดบัตรคิว",
        "1.2 ประเมินความพึงพอใจ",
        "กำหนดแล้วเสร็จ : 31 มกราคม 2567",
        "มาตรการข้อ 2 (แก้ไขจุดอ่อนข้อ 2)",
        "จัดทำสรุปงบประมาณ",
        "กำหนดแล้วเสร็จ : 30 พ.ย. 66",
    )
    read = report(ANALYSIS_66, *map(paragraph, lines))
    steps = [[s.text for s in m.steps] for m in read.measures]
    assert steps == [["ติดตั้งเครื่องกดบัตรคิว", "ประเมินความพึงพอใจ"], ["จัดทำสรุปงบประมาณ"]]


@pytest.mark.parametrize(
    "line", ["๑. มาตรการที่ฝ่ายทะเบียนเป็นผู้รับผิดชอบ", "ก. ฝ่ายทะเบียน (หน่วยงานผู้รับผิดชอบ)"]
)
def test_headings_of_a_sections_measures(line: str) -> None:
    rows: Grid = [["ข้อ", "มาตรการ"], ["E1 ให้บริการเป็นไปตามขั้นตอน", "เพิ่มช่องทำบัตร"]]
    read = report(ANALYSIS_66, paragraph(line, bold=True), table(rows))
    assert [m.units for m in read.measures] == [("ฝ่ายทะเบียน",)]


def test_a_counted_step_is_no_interval_of_review() -> None:
    said = "1. แต่งตั้งผู้ตรวจสอบ\n2. รายงานผลตรวจสอบทุกไตรมาส"
    rows: Grid = [["ข้อ", "มาตรการ", "ฝ่าย"], ["I11 มีผู้ตรวจสอบการใช้จ่าย", said, "ฝ่ายการคลัง"]]
    (measure,) = report(ANALYSIS_66, table(rows)).measures
    assert measure.monitoring_months is None and len(measure.steps) == 2


def test_instruments_by_what_they_ask_need_no_header_either() -> None:
    asked = ("การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "การเปิดเผยข้อมูลสาธารณะ (OIT)")
    rows: Grid = [[asked[0], "89.23 คะแนน"], [asked[1], "90.00 คะแนน"]]
    wanted = {(2567, "IIT"): "89.23", (2567, "OIT"): "90.00"}
    assert _scores(ANALYSIS_67, table(rows)) == wanted


def test_running_numbers_beside_codes_and_a_range_are_no_indicators() -> None:
    rows: Grid = [
        ["ที่", "ข้อ", "ถามเรื่องอะไร", "คะแนนที่ได้"],
        ["1", "I1", "ให้คำแนะนำช่วยเหลือประชาชน", "94.56"],
        ["2", "I2", "มีการปฏิบัติต่อผู้รับบริการอย่างเท่าเทียม", "88.36"],
        ["3", "O1 - O22", "การเปิดเผยข้อมูล", "93.18"],
    ]
    wanted = {(2566, "I1"): "94.56", (2566, "I2"): "88.36", (2566, "9"): "93.18"}
    assert _scores(ANALYSIS_66, table(rows)) == wanted


def test_labels_in_cells_below_a_form_of_columns_are_of_its_rows() -> None:
    rows: Grid = [
        ["ใบที่ 1 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None],
        ["I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", None, None],
        ["สิ่งที่พบ", "วิธีแก้", None],
        ["การรับคิวไม่เรียงลำดับ", "ติดตั้งเครื่องกดบัตรคิว", None],
        ["เจ้าของเรื่อง ฝ่ายทะเบียน", "แล้วเสร็จภายใน 31 มี.ค. 2568", "ติดตาม ทุก 3 เดือน"],
        ["ใบที่ 2 ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, None],
        ["I4 โปร่งใส ตรวจสอบได้", None, None],
        ["สิ่งที่พบ", "วิธีแก้", None],
        ["ไม่ทราบยอดเงิน", "ส่งสรุปยอดเงิน", None],
        ["เจ้าของเรื่อง ฝ่ายการคลัง", "แล้วเสร็จภายใน 30 เม.ย. 2568", "ติดตาม ทุกเดือน"],
    ]
    wide = {(r, 0): (1, 3) for r in (0, 1, 5, 6)} | {(r, 1): (1, 2) for r in (2, 3, 7, 8)}
    read = report(ANALYSIS_67, table(rows, wide))
    assert [(m.codes, m.units, m.deadline, m.monitoring_months) for m in read.measures] == [
        (("I1",), ("ฝ่ายทะเบียน",), "2025-03-31", 3.0),
        (("I4",), ("ฝ่ายการคลัง",), "2025-04-30", 1.0),
    ]


def test_a_table_of_items_goes_on_from_none_of_instruments() -> None:
    first: Grid = [["เครื่องมือ", "คะแนน"], ["แบบวัด IIT", "88.31"], ["แบบวัด EIT", "88.52"]]
    below: Grid = [["I8 รับรู้งบประมาณและแผน", "74.95"], ["I9 จัดซื้อจัดจ้างและตรวจรับ", "90.84"]]
    found = _scores(ANALYSIS_66, table(first), paragraph("ผลรายข้อ"), table(below))
    assert {c for _, c in found} == {"IIT", "EIT", "I8", "I9"}


def test_weaknesses_told_item_by_item_without_measures() -> None:
    lines = (
        ("2.1 ข้อ I3 ได้ 82.16 คะแนน", True),
        ("จุดอ่อน: ถ้อยคำที่ใช้ตอบประชาชนเป็นภาษากฎหมาย", False),
        ("2.2 ข้อ I16 ได้ 79.30 คะแนน และข้อ I17 ได้ 77.62 คะแนน", True),
        ("จุดอ่อน: เกณฑ์การประเมินไม่ได้แจ้งล่วงหน้า", False),
    )
    read = report(ANALYSIS_66, *(paragraph(text, bold=bold) for text, bold in lines))
    assert [w.codes for w in read.weaknesses] == [("I3",), ("I16", "I17")]
    assert read.measures == ()
    assert {s.code: str(s.score) for s in read.scores} == {
        "I3": "82.16",
        "I16": "79.30",
        "I17": "77.62",
    }


def test_scores_beside_labels_that_name_their_item() -> None:
    rows: Grid = [
        ["ข้อประเมิน", "I4 โปร่งใส ตรวจสอบได้", None, None],
        ["I4 ได้ปี 2567", "82.40", "เป้าปี 2568", "88"],
        ["ปัญหาที่พบ", "ไม่เคยเห็นแผน", None, None],
        ["วิธีดำเนินงาน", "ทำรายงานการเบิกจ่าย", None, None],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง", None, None],
    ]
    wide = {(r, 1): (1, 3) for r in (0, 2, 3, 4)}
    assert _scores(ANALYSIS_67, table(rows, wide)) == {(2567, "I4"): "82.40"}


def test_means_merged_beside_the_items_of_their_indicators() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "คะแนนรายข้อ", None, "เฉลี่ย"],
        ["1. การปฏิบัติหน้าที่", "I1 96.33", "I2 92.23", "92.59"],
        ["2. การใช้งบประมาณ", "I4 97.88", "I5 97.35", "93.28"],
    ]
    found = _scores(ANALYSIS_67, table(rows, {(0, 1): (1, 2)}))
    assert {c: s for (_, c), s in found.items()} == {
        "1": "92.59",
        "I1": "96.33",
        "I2": "92.23",
        "2": "93.28",
        "I4": "97.88",
        "I5": "97.35",
    }


def test_counted_items_are_no_indicators() -> None:
    lines = ("๑) ข้อ E๖ (๗๕.๐๗ คะแนน)", "มาตรการ: ติดป้าย", "ผู้รับผิดชอบ: ฝ่ายทะเบียน")
    more = ("๒) ข้อ O๖ (คะแนน ๗๗.๒๗)", "มาตรการ: ทำคู่มือ", "ผู้รับผิดชอบ: ฝ่ายปกครอง")
    blocks = [paragraph(t, bold=t[0] in "๑๒") for t in (*lines, *more)]
    assert _scores(ANALYSIS_67, *blocks) == {(2567, "E6"): "75.07", (2567, "O6"): "77.27"}


def test_an_answer_that_begins_like_a_label_is_one() -> None:
    rows: Grid = [
        ["จุดอ่อน", "ขั้นตอนยังล่าช้าในบางงาน"],
        ["มาตรการ", "จัดอบรมเจ้าหน้าที่"],
        ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
        ["กำหนดแล้วเสร็จ", "31 มีนาคม 2568"],
    ]
    read = report(ANALYSIS_67, paragraph("1. I6 มีการเบิกจ่ายเท็จ", bold=True), table(rows))
    assert [w.codes for w in read.weaknesses] == [("I6",)]


def test_labels_and_answers_in_pairs_are_no_header_below_a_band() -> None:
    rows: Grid = [
        ["ข้อ I10 มีการนำทรัพย์สินของราชการไปใช้", None, None, None],
        ["ปัญหาที่พบ", "ขั้นตอนยังล่าช้าในบางงาน", "วิธีแก้ไข", "จัดทำคู่มือการยืม"],
        ["เจ้าภาพ", "ฝ่ายปกครอง", "กำหนดแล้วเสร็จ", "30 มิ.ย. 2568"],
    ]
    (measure,) = report(ANALYSIS_67, table(rows, {(0, 0): (1, 4)})).measures
    assert (measure.codes, measure.measure, measure.units, measure.deadline) == (
        ("I10",),
        "จัดทำคู่มือการยืม",
        ("ฝ่ายปกครอง",),
        "2025-06-30",
    )


def test_a_line_with_an_item_and_a_number_that_was_not_read_is_said() -> None:
    lost = paragraph("I4 โปร่งใส ตรวจสอบได้ 95.00 68.85 32 ปรับปรุงข้อมูล")
    found = findings(report(ANALYSIS_67, lost), "line-unread")
    assert len(found) == 1 and "I4" in found[0].message and found[0].page == 1
    # A range is an indicator's, and an item whose score was read needs no finding.
    told = paragraph("ข้อ I4 โปร่งใส ตรวจสอบได้ ได้ 68.85 คะแนน")
    assert findings(report(ANALYSIS_67, told), "line-unread") == []
    ranged = paragraph("ข้อ O1 – O22 มีทั้งหมด 22 รายการ รวม 80.68")
    assert findings(report(ANALYSIS_67, ranged), "line-unread") == []


def test_a_line_with_an_indicator_and_a_number_that_was_not_read_is_said() -> None:
    lost = paragraph("2 ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล 95.00 68.85 32 ปรับปรุงข้อมูล")
    (found,) = findings(report(ANALYSIS_67, lost), "line-unread")
    assert "names indicator 9 and prints 95.00" in found.message
    aimed = paragraph("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล กำหนดค่าเป้าหมาย 95.00")
    assert findings(report(ANALYSIS_67, aimed), "line-unread") == []


def test_codes_alone_do_not_overrule_the_year_of_the_title() -> None:
    rows: list[list[str | None]] = [["ตัวชี้วัด", "ข้อ", "คะแนน"]]
    rows += [["", f"O{n}", f"7{n % 10}.1{n % 10}"] for n in range(1, 23)]
    # Names at the foot of their groups stand in the rows of the next ones.
    rows[17][0], rows[22][0] = "9. การเปิดเผยข้อมูล", "10. การป้องกันการทุจริต"
    meta = report(ANALYSIS_67, table(rows)).meta
    assert (meta.assessment_year, meta.assessment_year_basis) == (2567, "stated")


def test_several_bare_totals_are_of_groups_and_one_is_of_the_whole() -> None:
    lines = [
        paragraph("คะแนนรวม 74.41"),
        paragraph("ข้อ I5 ได้ 81.69 คะแนน"),
        paragraph("คะแนนรวม 78.28"),
    ]
    assert "ITA" not in {s.code for s in report(ANALYSIS_67, *lines).scores}
    found = {s.code: str(s.score) for s in report(ANALYSIS_67, *lines[:2]).scores}
    assert found == {"ITA": "74.41", "I5": "81.69"}


PAIRED_ROWS: Grid = [
    ["1. การปฏิบัติหน้าที่", "86.88", "I1 = 91.94, I2 = 88.10, I3 = 80.59"],
    ["4. การใช้ทรัพย์สินของราชการ", "88.37", "I10 = 88.30"],
    ["9. การเปิดเผยข้อมูล", "87.50", "9.1 = 100.00, 9.2 = 75.00"],
]


@pytest.mark.parametrize("head", ["คะแนนรายข้อ / รายตัวชี้วัดย่อย", "คะแนนรายข้อ", "รายละเอียด"])
def test_codes_with_their_scores_beside_the_score_of_what_the_row_names(head: str) -> None:
    found = report(ANALYSIS_67, table([["ตัวชี้วัด", "คะแนน", head], *PAIRED_ROWS]))
    told = {s.code: str(s.score) for s in found.scores}
    assert told == {
        **{"1": "86.88", "4": "88.37", "9": "87.50", "I10": "88.30"},
        **{"I1": "91.94", "I2": "88.10", "I3": "80.59", "9.1": "100.00", "9.2": "75.00"},
    }
    assert findings(found, "score-unread") == []


def test_pairs_that_a_header_calls_weights_are_no_scores() -> None:
    rows: Grid = [["ตัวชี้วัด", "คะแนน", "น้ำหนักรายข้อ"], *PAIRED_ROWS]
    told = {s.code for s in report(ANALYSIS_67, table(rows)).scores}
    assert told <= {"1", "4", "9"}


BAND_HEADER: list[str | None] = ["ข้อ (คะแนน)", "ประเด็นที่ปรับปรุง", "มาตรการ", "ผู้รับผิดชอบ"]


@pytest.mark.parametrize("said", ["ผลประเมิน 89.42 คะแนน", "ผลการประเมิน : 89.42", "89.42 คะแนน"])
def test_bands_with_their_scores_each_above_its_own_header_and_room_between(said: str) -> None:
    rows: list[list[str | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for number, name, code in ((1, "การปฏิบัติหน้าที่", "I1"), (3, "การใช้อำนาจ", "I8")):
        spans |= {(len(rows), 0): (1, 4), (len(rows) + 1, 0): (1, 3), (len(rows) + 2, 0): (1, 4)}
        rows += [
            ["", None, None, None],
            [f"{number} ตัวชี้วัดที่ {number} {name}", None, None, said],
            ["", None, None, None],
            BAND_HEADER,
            [f"{code} (86.05)", "แนะนำไม่ตรงกัน", f"จัดทำคู่มือเล่มที่ {number}", "ฝ่ายปกครอง"],
        ]
    found = report(ANALYSIS_67, table(rows, spans))
    told = {s.code: str(s.score) for s in found.scores}
    assert told == {"1": "89.42", "3": "89.42", "I1": "86.05", "I8": "86.05"}
    assert [(m.codes, m.measure) for m in found.measures] == [
        (("I1",), "จัดทำคู่มือเล่มที่ 1"),
        (("I8",), "จัดทำคู่มือเล่มที่ 3"),
    ]
    assert findings(found, "score-unread") == []


def test_items_in_bands_that_end_before_the_table_does_and_how_far_measures_have_come() -> None:
    rows: Grid = [
        ["ประเด็นที่ต้องยกระดับ", "มาตรการ", "ผลการดำเนินการ", "ความก้าวหน้า"],
        ["O1 - O22 (97.73 คะแนน)", None, None, ""],
        ["ข้อมูลบางหัวข้อไม่ระบุวันที่", "เพิ่มวันที่ทุกหน้า", "เพิ่มครบแล้ว", "100%\nเสร็จสิ้น"],
        ["I18 นำทรัพย์สินของราชการไปใช้ (89.39 คะแนน)", None, None, None],
        ["ไม่มีบันทึกเลขไมล์", "บันทึกเลขไมล์ทุกเที่ยว", "บันทึกแล้ว 3 คัน", "80% ดำเนินการต่อเนื่อง"],
    ]
    found = report(ANALYSIS_66, table(rows, {(1, 0): (1, 3), (3, 0): (1, 4)}))
    first, second = found.measures
    assert (len(first.codes), first.indicator, first.weakness) == (
        *(22, "9"),
        "ข้อมูลบางหัวข้อไม่ระบุวันที่",
    )
    assert (second.codes, second.result) == (("I18",), "บันทึกแล้ว 3 คัน")
    assert {s.code: str(s.score) for s in found.scores} == {"9": "97.73", "I18": "89.39"}


def test_indicators_with_their_scores_in_the_rows_of_ranges() -> None:
    rows: Grid = [
        ["ช่วงคะแนน", "ตัวชี้วัด (คะแนนที่ได้)", "ความหมาย"],
        [
            "95.00 – 100",
            "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (96.15)\nตัวชี้วัดที่ 10 การป้องกันการทุจริต (95.00)",
            "รักษาไว้",
        ],
        ["90.00 – 94.99", "ตัวชี้วัดที่ 2 การใช้งบประมาณ (90.98)", "พัฒนาต่อเนื่อง"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {
        **{"1": "96.15", "10": "95.00"},
        "2": "90.98",
    }
    # Aims, weights and names of others are none.
    for head in ("ตัวชี้วัด (ค่าเป้าหมาย)", "ตัวชี้วัด (น้ำหนัก)", "ตัวชี้วัด"):
        other = table([["ช่วงคะแนน", head, "ความหมาย"], *rows[1:]])
        assert report(ANALYSIS_67, other).scores == ()


def test_two_years_whose_columns_were_read_as_one() -> None:
    rows: Grid = [
        ["ตัวชี้วัดที่", "ปี ๒๕๖๖ ปี ๒๕๖๗", "เพิ่ม/ลด"],
        ["1 การปฏิบัติหน้าที่", "88.41 90.67", "+2.26"],
        ["2 การใช้งบประมาณ", "81.02 88.94", "+7.92"],
    ]
    found = {(s.fiscal_year, s.code): str(s.score) for s in report(ANALYSIS_67, table(rows)).scores}
    assert found == {
        (2566, "1"): "88.41",
        (2567, "1"): "90.67",
        (2566, "2"): "81.02",
        (2567, "2"): "88.94",
    }
    # Where one has fewer numbers, nothing says whose they are.
    rows = [*rows, ["3 การใช้อำนาจ", "88.74", "+1.97"]]
    assert report(ANALYSIS_67, table(rows)).scores == ()


def test_a_strip_of_one_code_over_its_score_goes_on_beside_wider_ones() -> None:
    wide: list[list[str | None]] = [
        ["ตัวชี้วัดย่อยที่ 9.3 การบริหารเงินงบประมาณ : 66.67 คะแนน", None, None],
        ["O13", "O14", "O15"],
        ["100.00", "0.00", "100.00"],
    ]
    strips = [
        [["ตัวชี้วัดย่อยที่ 9.4 การบริหารและพัฒนาทรัพยากรบุคคล : 50.00 คะแนน"], ["O16"], ["50.00"]],
        [["O17"], ["100.00"]],
    ]
    made = report(ANALYSIS_67, table(wide, {(0, 0): (1, 3)}), *map(table, strips))
    assert {s.code: str(s.score) for s in made.scores} == {
        **{"9.3": "66.67", "O13": "100.00", "O14": "0.00", "O15": "100.00"},
        **{"9.4": "50.00", "O16": "50.00", "O17": "100.00"},
    }


def test_two_years_read_as_one_column_below_what_they_are_the_years_of() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "คะแนนปีงบประมาณ พ.ศ.", "ผลต่าง"],
        ["", "๒๕๖๕ ๒๕๖๖", ""],
        ["๑. การปฏิบัติหน้าที่", "๘๘.๑๔ ๙๑.๓๕", "+๓.๒๑"],
        ["๒. การใช้งบประมาณ", "๘๓.๒๗ ๘๔.๘๓", "+๑.๕๖"],
        ["๓. การใช้อำนาจ", "๘๔.๐๖ ๘๕.๔๒", "+๑.๓๖"],
    ]
    made = report(ANALYSIS_66, table(rows))
    assert {(s.fiscal_year, s.code): str(s.score) for s in made.scores} == {
        **{(2565, "1"): "88.14", (2565, "2"): "83.27", (2565, "3"): "84.06"},
        **{(2566, "1"): "91.35", (2566, "2"): "84.83", (2566, "3"): "85.42"},
    }
