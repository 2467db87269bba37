"""Names with their scores in one cell, counts that are no codes, sentences without a subject."""

from __future__ import annotations

from decimal import Decimal

import pytest

from normalize.names.codes import entries_of
from normalize.names.sections import name_and_score, number_first, read_heading
from tests.normalize.tables import (
    ANALYSIS_67,
    Grid,
    findings,
    kinds,
    paragraph,
    report,
    scores,
    table,
)


@pytest.mark.parametrize("said", ["8 ประเด็น", "12 ข้อ", "จำนวน 22 รายการ", "2 ตัวชี้วัด", "3 มาตรการ"])
def test_how_many_there_are_is_no_code(said: str) -> None:
    assert entries_of(said) == []


@pytest.mark.parametrize(
    "said", ["8 ท่านเคยให้สิ่งของ", "I8 ประเด็นสินบน", "8. ประเด็นการให้สินบนแก่เจ้าหน้าที่"]
)
def test_a_number_before_a_question_still_is_one(said: str) -> None:
    assert len(entries_of(said)) == 1


def test_a_summary_that_counts_its_issues() -> None:
    rows = [
        ["หน่วยงาน", "สำนักงานเขตบางรัก"],
        ["ผลการประเมินที่นำมาใช้", "ITA ประจำปีงบประมาณ พ.ศ. 2567"],
        ["คะแนนภาพรวม", "91.47 คะแนน"],
        ["คะแนนแบบวัด IIT", "87.45 คะแนน"],
        ["คะแนนแบบวัด EIT", "86.38 คะแนน"],
        ["จำนวนประเด็นที่รายงาน", "8 ประเด็น"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {c: str(s) for c, s in scores(found).items()} == {
        "ITA": "91.47",
        "IIT": "87.45",
        "EIT": "86.38",
    }


@pytest.mark.parametrize("below", ["ปี 2566 ได้ 86.67 คะแนน", "(ปี 2566 = 86.67)"])
def test_an_indicator_with_its_score_of_another_year_below_its_name(below: str) -> None:
    rows: Grid = [
        ["ประเด็น", "คะแนน"],
        [f"2. การใช้งบประมาณ\n{below}", "83.38"],
        ["I4 โปร่งใส ตรวจสอบได้", "81.36"],
        ["I5 การจัดซื้อจัดจ้างหรือการจัดหาพัสดุมีการเอื้อประโยชน์", "74.30"],
    ]
    found = {(s.fiscal_year, s.code): str(s.score) for s in report(ANALYSIS_67, table(rows)).scores}
    assert found == {
        (2567, "2"): "83.38",
        (2566, "2"): "86.67",
        (2567, "I4"): "81.36",
        (2567, "I5"): "74.30",
    }


def test_a_dated_number_makes_no_column_doubtful() -> None:
    rows: Grid = [
        ["4. การใช้ทรัพย์สินของราชการ\nปี 2566 ได้ 88.58 คะแนน", "78.53"],
        ["I10 มีการนำทรัพย์สินของราชการ ของกลาง เงินหรือสิ่งของบริจาค ไปใช้", "78.53"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert scores(found, 2567) == {"4": Decimal("78.53"), "I10": Decimal("78.53")}
    assert not findings(found, "several-score-columns")


PART = "9.4 การบริหารและพัฒนาทรัพยากรบุคคล\n100.00 คะแนน"


def test_parts_named_with_their_scores_beside_the_items() -> None:
    rows: Grid = [
        ["ข้อ", "รายการที่เปิดเผย", "คะแนน", "คะแนนตัวชี้วัดย่อย"],
        ["O16", "หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล", "100.00", PART],
        ["O13", "แผนการใช้จ่ายงบประมาณประจำปี", "0.00", "9.3 การบริหารเงินงบประมาณ\n66.67 คะแนน"],
        ["O14", "ข้อมูลงบประมาณ ข้อบัญญัติงบประมาณ", "100.00", None],
    ]  # fmt: skip
    found = scores(report(ANALYSIS_67, table(rows, {(2, 3): (2, 1)})))
    assert {c: str(s) for c, s in found.items()} == {
        "O16": "100.00",
        "9.4": "100.00",
        "O13": "0.00",
        "9.3": "66.67",
        "O14": "100.00",
    }


@pytest.mark.parametrize(
    "text",
    ["9.1 การบริหารเงินงบประมาณ\n66.67 คะแนน", "9.3 การบริหารเงิน กองทุน และสวัสดิการ 66.67", "9.3 66.67"],
)
def test_what_is_no_name_and_score(text: str) -> None:
    assert name_and_score(text) is None


def test_the_number_of_an_indicator_behind_its_name() -> None:
    said = "การป้องกันการทุจริต (ตัวชี้วัดที่ 10)"
    assert number_first(said) == "ตัวชี้วัดที่ 10 การป้องกันการทุจริต"
    heading = read_heading(said)
    assert heading is not None and (heading.indicator, heading.instrument) == ("10", "OIT")
    other = "รายงานผลการประชุมคณะทำงาน (ตัวชี้วัดที่ 10)"
    assert number_first(other) == other


def test_indicators_by_rank_beside_their_instruments() -> None:
    rows: Grid = [
        ["อันดับ", "ตัวชี้วัด", "แบบวัด", "คะแนน"],
        ["1", "การป้องกันการทุจริต (ตัวชี้วัดที่ 10)", "OIT", "100.00"],
        ["2", "การเปิดเผยข้อมูล (ตัวชี้วัดที่ 9)", "OIT", "93.33"],
        ["3", "การใช้อำนาจ (ตัวชี้วัดที่ 3)", "IIT", "79.30"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"10": "100.00", "9": "93.33", "3": "79.30"}


def test_rows_that_are_not_understood_are_not_their_instrument() -> None:
    rows: Grid = [
        ["อันดับ", "เรื่อง", "แบบวัด", "คะแนน"],
        ["1", "ความสะอาดของอาคาร", "OIT", "100.00"],
        ["2", "ความกว้างของทางเท้า", "OIT", "93.33"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert scores(found) == {} and "score-without-code" in kinds(found)


def test_the_whole_before_the_instruments_in_a_header_with_its_year() -> None:
    rows = [["คะแนน ITA ปี 2567", "IIT", "EIT", "OIT"], ["85.67", "85.87", "84.91", "86.08"]]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert found["ITA"] == Decimal("85.67") and len(found) == 4


HEAD = "2.1 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"


@pytest.mark.parametrize(
    "text",
    [
        "ได้ 87.22 คะแนน บุคลากรส่วนใหญ่เห็นว่าเพื่อนร่วมงานทำงานตามขั้นตอน คะแนนรายข้อมีดังนี้",
        "ได้ 87.22 คะแนน ข้อที่ยังไม่ได้คะแนนเต็มมีดังนี้",
        "ได้รับคะแนนเฉลี่ย 87.22 คะแนน จากคะแนนเต็ม 100 คะแนน และสูงกว่าที่คิดไว้",
    ],
)
def test_a_sentence_below_an_indicator_that_leaves_out_whose_score_it_is(text: str) -> None:
    found = scores(report(ANALYSIS_67, paragraph(HEAD, bold=True), paragraph(text)))
    assert found == {"1": Decimal("87.22")}


@pytest.mark.parametrize(
    "text",
    [
        "ได้ 87.22 คะแนน ในข้อ I3 ซึ่งเป็นข้อที่ต่ำที่สุดของส่วนนี้",
        "ได้ 4.22 คะแนน จากคะแนนเต็ม 5 คะแนน ตามแบบสำรวจความพึงพอใจ",
        "ได้ 87.22 คะแนน สำหรับงานทะเบียนเพียงอย่างเดียว",
    ],
)
def test_a_sentence_below_an_indicator_that_is_of_something_else(text: str) -> None:
    found = scores(report(ANALYSIS_67, paragraph(HEAD, bold=True), paragraph(text)))
    assert "1" not in found


def test_tables_under_bands_with_a_row_for_what_is_weak() -> None:
    names = ["ที่", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "การติดตาม"]
    rows: Grid = [
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ (85.14 คะแนน)", None, None, None, None],
        ["จุดอ่อนที่พบ", None, "ลูกจ้างไม่ได้ร่วมประชุมชี้แจงเรื่องเงิน", None, None],
        names,
        ["1", "ทำภาพสรุปงบประมาณหนึ่งหน้า", "ฝ่ายการคลัง", "30 พ.ย. 2567", "ทุกเดือน"],
        ["2", "เปิดมุมถามตอบเรื่องเบิกจ่าย", "ฝ่ายรายได้", "31 ม.ค. 2568", "ทุก 3 เดือน"],
        ["ตัวชี้วัดที่ 3 การใช้อำนาจ (87.63 คะแนน)", None, None, None, None],
        ["จุดอ่อนที่พบ", None, "สั่งงานด่วนด้วยวาจาและตรวจสอบไม่ได้", None, None],
        names,
        ["1", "ใช้แบบบันทึกคำสั่งงานด่วนทุกครั้ง", "ฝ่ายปกครอง", "15 ธ.ค. 2567", "ทุก 3 เดือน"],
    ]
    weak = {(r, c): (1, 2 + c // 2) for r in (1, 6) for c in (0, 2)}
    spans = {(0, 0): (1, 5), (5, 0): (1, 5), **weak}
    found = report(ANALYSIS_67, table(rows, spans))
    assert [(m.indicator, m.deadline) for m in found.measures] == [
        ("2", "2024-11-30"),
        ("2", "2025-01-31"),
        ("3", "2024-12-15"),
    ]
    assert [w.indicator for w in found.weaknesses] == ["2", "3"]
    assert {c: str(s) for c, s in scores(found).items()} == {"2": "85.14", "3": "87.63"}
    assert not kinds(found) & {"unknown-table", "unit-unknown"}


FORM: Grid = [
    ["ประเด็นที่ต้องพัฒนา", None, "ชื่อและวิธีติดต่อไม่ชัด", None],
    ["มาตรการ", None, "ติดป้ายชื่อทุกช่องบริการ", None],
    ["ผลการดำเนินการ", None, "ติดครบทุกช่องแล้ว", None],
    ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", "การติดตาม", "ทุกเดือน"],
]
WIDE = {(r, c): (1, 2) for r in (2, 3, 4) for c in (0, 2)}


def test_a_code_where_labels_of_a_form_stand() -> None:
    head: Grid = [
        ["แบบที่ 1 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None],
        ["ข้อ I2", "อำนวยความสะดวกในการให้บริการประชาชน", "คะแนนปี 2567", "83.41"],
        *FORM,
    ]
    found = report(ANALYSIS_67, table(head, {(0, 0): (1, 4), **WIDE}))
    assert scores(found) == {"I2": Decimal("83.41")}
    assert [(m.codes, m.indicator) for m in found.measures] == [(("I2",), "1")]


def test_an_item_its_part_and_its_score_head_a_form() -> None:
    head: Grid = [
        ["ข้อ I2", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, "คะแนน 83.41"],
        ["ประเด็นการประเมิน", None, "อำนวยความสะดวกในการให้บริการประชาชน", None],
        *FORM,
    ]
    spans = {(0, 1): (1, 2), (1, 0): (1, 2), (1, 2): (1, 2), **WIDE}
    found = report(ANALYSIS_67, table(head, spans))
    assert scores(found) == {"I2": Decimal("83.41")}
    assert [m.codes for m in found.measures] == [("I2",)]


def test_items_beside_indicators_whose_numbers_count_the_rows() -> None:
    rows: Grid = [
        ["ใบที่", "ข้อ", "ตัวชี้วัด", "คะแนน"],
        ["1", "I3", "การปฏิบัติหน้าที่", "83.41"],
        ["2", "I5", "การใช้งบประมาณ", "78.92"],
        ["3", "I8", "การใช้อำนาจ", "80.37"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"I3": "83.41", "I5": "78.92", "I8": "80.37"}


def test_indicators_with_the_ranges_they_are_made_of() -> None:
    rows: Grid = [
        ["ที่", "ตัวชี้วัด", "ข้อ", "คะแนน"],
        ["1", "การปฏิบัติหน้าที่", "I1 - I3", "83.41"],
        ["2", "การใช้งบประมาณ", "I4 - I6", "78.92"],
    ]
    assert [*scores(report(ANALYSIS_67, table(rows)))] == ["1", "2"]


def test_the_score_of_an_item_nobody_looked_for_is_not_its_parts() -> None:
    rows: Grid = [
        ["", "ตัวชี้วัด", "คะแนน"],
        ["ข้อ I3", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "83.41"],
        ["ป้ายหน้าห้อง", "ตัวชี้วัดที่ 2 การใช้งบประมาณ", "78.92"],
    ]
    assert scores(report(ANALYSIS_67, table(rows))).get("1") is None


def test_levels_named_below_a_head_for_scores() -> None:
    rows: Grid = [
        ["เครื่องมือ", "ตัวชี้วัด / ตัวชี้วัดย่อย", None, "น้ำหนัก", "ผลคะแนน", None],
        [None, None, None, None, "ตัวชี้วัดย่อย", "ตัวชี้วัด"],
        ["OIT", "9", "การเปิดเผยข้อมูล", "30.0", "", "83.33"],
        [None, "9.1", "ข้อมูลพื้นฐาน", "6.0", "75.00", ""],
        [None, "9.2", "การบริหารงาน", "16.0", "87.50", ""],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (2, 2), (0, 3): (2, 1), (0, 4): (1, 2), (2, 0): (3, 1)}
    found = scores(report(ANALYSIS_67, table(rows, spans)))
    assert {c: str(s) for c, s in found.items()} == {"9": "83.33", "9.1": "75.00", "9.2": "87.50"}


def test_a_head_for_scores_over_the_names_of_the_instruments() -> None:
    rows = [["คะแนน", "ปี 2566", "ปี 2567"], ["ภาพรวม", "88.33", "91.74"], ["IIT", "88.89", "90.49"]]
    found = report(ANALYSIS_67, table(rows))
    assert scores(found, 2566) == {"ITA": Decimal("88.33"), "IIT": Decimal("88.89")}
    assert scores(found, 2567) == {"ITA": Decimal("91.74"), "IIT": Decimal("90.49")}


def test_the_year_of_the_measures_is_not_that_of_the_scores() -> None:
    rows = [
        ["คะแนนรวม ITA", "92.09"],
        ["ผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "91.00"],
        ["ปีที่จะใช้มาตรการ", "ปีงบประมาณ พ.ศ. 2568"],
        ["คะแนนรายตัวชี้วัด\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "92.87"],
    ]
    found = report(ANALYSIS_67, table(rows))
    told = {(s.fiscal_year, s.code): str(s.score) for s in found.scores}
    assert told == {(2567, "ITA"): "92.09", (2567, "IIT"): "91.00", (2567, "1"): "92.87"}
    assert found.meta.plan_year == 2568


def test_a_letter_says_what_it_is_about() -> None:
    about = (
        "เรื่อง ขอส่งมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568 "
        "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"
    )
    body = "ตามหนังสือที่อ้างถึง ให้นำผลการประเมินมาวิเคราะห์ประกอบการจัดทำ นั้น สำนักงานเขตบางรักได้ดำเนินการแล้ว"
    meta = report(paragraph(about), paragraph("เรียน ผู้อำนวยการ"), paragraph(body)).meta
    assert (meta.doc_type, meta.report_year, meta.plan_year) == ("plan", 2567, 2568)
    assert meta.agency_code is not None and not str(meta.title).startswith("เรื่อง")


def test_a_column_that_is_nothing_but_room() -> None:
    rows: Grid = [
        ["ข้อ", "ข้อคำถาม", None, "คะแนน"],
        ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "", "80.22"],
        ["I2", "อำนวยความสะดวกในการให้บริการประชาชน", "91.12", None],
        ["I3", "มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", "82.71", None],
    ]
    spans = {(0, 1): (1, 2), (2, 2): (1, 2), (3, 2): (1, 2)}
    found = scores(report(ANALYSIS_67, table(rows, spans)))
    assert {c: str(s) for c, s in found.items()} == {"I1": "80.22", "I2": "91.12", "I3": "82.71"}


def test_a_heading_that_numbers_its_parts_holds_no_score() -> None:
    rows: Grid = [
        ["ตัวชี้วัดย่อย 9.1 – 9.2", None],
        ["ตัวชี้วัดย่อย", "คะแนน"],
        ["9.1 ข้อมูลพื้นฐาน", "100.00"],
        ["9.2 การบริหารงาน", "75.00"],
    ]
    found = report(ANALYSIS_67, table(rows, {(0, 0): (1, 2)}))
    assert {c: str(s) for c, s in scores(found).items()} == {"9.1": "100.00", "9.2": "75.00"}
    assert "score-unread" not in kinds(found)


def test_an_indicator_its_part_and_its_item_begin_in_one_row() -> None:
    merged = ("OIT 93.13", "9 การเปิดเผยข้อมูล\n(94.17 คะแนน)", "9.1 ข้อมูลพื้นฐาน\n(100.00 คะแนน)")
    rows: Grid = [
        ["แบบวัด", "ตัวชี้วัด", "ตัวชี้วัดย่อย", "ข้อ", "ประเด็นการประเมิน", "คะแนน"],
        [*merged, "O1", "ข้อมูลพื้นฐานของสำนักงานเขต", "100.00"],
        [None, None, None, "O3", "โรงเรียนสังกัดกรุงเทพมหานคร ในพื้นที่เขต", "100.00"],
    ]
    spans = {(1, c): (2, 1) for c in range(3)}
    found = scores(report(ANALYSIS_67, table(rows, spans)))
    assert {c: str(s) for c, s in found.items()} == {
        "OIT": "93.13",
        "9": "94.17",
        "9.1": "100.00",
        "O1": "100.00",
        "O3": "100.00",
    }
