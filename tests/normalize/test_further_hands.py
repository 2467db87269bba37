"""How further offices lay out forms, tables and titles, as blind reports by others showed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Box, Paragraph, Place
from normalize.codebook import items
from normalize.names.instrumentnames import instrument_alone
from normalize.names.meta import read_title
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

BOOK = items(2567)


def named(code: str) -> str:
    return f"{code} {BOOK[code].title_th}"


def at(top: float, text: str, *, bold: bool = False, size: float = 16) -> Paragraph:
    """A line of text at a height of the page."""
    box = Box(60, top, 300, top + size)
    made = paragraph(text, bold=bold)
    line = replace(made.lines[0], box=box, size=size)
    return replace(made, place=Place(1, box), lines=(line,), size=size)


def test_points_above_their_maximum_are_scores() -> None:
    rows: Grid = [
        ["รายการประเมิน", "คะแนนเต็ม", "คะแนนที่ได้ปี 2567", "เป้าหมายปี 2568"],
        [named("I1"), "2.5", "82.65", "95.00"],
        [named("I2"), "2.5", "94.91", "95.00"],
        [named("I3"), "2.5", "90.54", "95.00"],
        [named("O9"), "2", "0.00", "95.00"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(v) for c, v in found.items()} == {
        "I1": "82.65", "I2": "94.91", "I3": "90.54", "O9": "0.00",
    }  # fmt: skip


def test_points_below_their_maximum_are_none() -> None:
    rows: Grid = [
        ["รายการประเมิน", "คะแนนเต็ม", "คะแนนที่ได้ปี 2567"],
        [named("I1"), "2.5", "2.07"],
        [named("I2"), "2.5", "2.37"],
        [named("I3"), "2.5", "2.26"],
    ]
    assert scores(report(ANALYSIS_67, table(rows))) == {}


def test_a_title_without_a_code_has_the_score_behind_it() -> None:
    titles = {code: items(2566)[code].title_th for code in ("I3", "I6")}
    rows: Grid = [
        ["ลำดับ", "ประเด็นการประเมิน", "จุดอ่อน", "มาตรการ", "หน่วยงาน"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None, None],
        ["๑", f"{titles['I3']} (๗๖.๕๓ คะแนน)", "ป้ายไม่ชัดเจน", "ทำป้ายใหม่", "ฝ่ายทะเบียน"],
        ["๒", f"{titles['I6']} (๘๑.๙๕ คะแนน)", "ไม่ทราบประกาศ", "ลงนามรับทราบ", "ทุกฝ่าย"],
    ]
    found = report(ANALYSIS_66, table(rows, {(1, 0): (1, 5)}))
    assert {c: str(v) for c, v in scores(found).items()} == {"I3": "76.53", "I6": "81.95"}
    assert [m.codes for m in found.measures] == [("I3",), ("I6",)]


def test_a_numbered_sheet_of_measures_is_of_the_item_beside_it() -> None:
    rows: list[list[str | None]] = []
    for number, code, score in (("๑", "I4", "๗๘.๒๑"), ("๒", "I9", "๗๔.๖๐"), ("๓", "E1", "๘๐.๐๓")):
        rows += [
            [f"ใบมาตรการที่ {number}", named(code), None, None],
            ["ตัวชี้วัด", "๒ การใช้งบประมาณ", "คะแนน ITA", score],
            ["มาตรการ", f"จัดทำคู่มือ {code}", None, None],
            ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", "แล้วเสร็จ", "๓๑ มกราคม ๒๕๖๘"],
        ]
    spans = {(r, 1): (1, 3) for r in (0, 2, 4, 6, 8, 10)}
    found = report(ANALYSIS_67, table(rows, spans))
    assert [(m.codes, m.measure, m.deadline) for m in found.measures] == [
        ((code,), f"จัดทำคู่มือ {code}", "2025-01-31") for code in ("I4", "I9", "E1")
    ]
    assert {c: str(v) for c, v in scores(found).items()} == {
        "I4": "78.21", "I9": "74.60", "E1": "80.03",
    }  # fmt: skip


def test_a_sheet_of_measures_and_its_item_may_be_one_heading() -> None:
    rows: list[list[str | None]] = []
    for number, code, score in (("๑", "I4", "๗๘.๒๑"), ("๒", "I9", "๗๔.๖๐")):
        rows += [
            [f"ใบมาตรการที่ {number} {named(code)}", None, None, None],
            ["ตัวชี้วัด", "๒ การใช้งบประมาณ", "คะแนน ITA", score],
            ["มาตรการ", f"จัดทำคู่มือ {code}", None, None],
            ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", "แล้วเสร็จ", "๓๑ มกราคม ๒๕๖๘"],
        ]
    spans = {(0, 0): (1, 4), (4, 0): (1, 4), (2, 1): (1, 3), (6, 1): (1, 3)}
    found = report(ANALYSIS_67, table(rows, spans))
    assert {c: str(v) for c, v in scores(found).items()} == {"I4": "78.21", "I9": "74.60"}
    assert [m.codes for m in found.measures] == [("I4",), ("I9",)]


def test_labels_side_by_side_at_the_foot_of_a_form_are_told_apart() -> None:
    rows: Grid = [
        [named("I1"), None],
        ["จุดอ่อน", "ป้ายไม่ชัดเจน"],
        ["มาตรการ", "ทำป้ายใหม่"],
        ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
        ["กำหนดแล้วเสร็จ ๓๑ มกราคม ๒๕๖๘ ผอ.เขตกำกับติดตาม ทุก ๓ เดือน", None],
    ]
    (measure,) = report(ANALYSIS_67, table(rows, {(0, 0): (1, 2), (4, 0): (1, 2)})).measures
    assert (measure.codes, measure.deadline, measure.monitoring_months) == (
        ("I1",), "2025-01-31", 3,
    )  # fmt: skip


def test_cards_of_a_head_with_a_score_and_a_body_of_labels() -> None:
    rows: list[list[str | None]] = []
    for code, score, unit in (("I3", "83.10", "ฝ่ายปกครอง"), ("O9", "62.50", "ฝ่ายรายได้")):
        body = (
            f"ข้อจำกัด: ล่าช้า {code}\nมาตรการ:\n1. อบรม {code}\n2. ประเมินผล\n"
            f"เจ้าภาพ: {unit} กำหนดแล้วเสร็จ: 31 มีนาคม 2568 ติดตาม: ทุก 6 เดือน"
        )
        rows += [[named(code), f"{score} คะแนน"], [body, None]]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 2), (3, 0): (1, 2)}))
    assert [(m.codes, m.units, m.deadline, m.monitoring_months) for m in found.measures] == [
        (("I3",), ("ฝ่ายปกครอง",), "2025-03-31", 6),
        (("O9",), ("ฝ่ายรายได้",), "2025-03-31", 6),
    ]
    assert [w.text for w in found.weaknesses] == ["ล่าช้า I3", "ล่าช้า O9"]
    assert {c: str(v) for c, v in scores(found).items()} == {"I3": "83.10", "O9": "62.50"}


def test_names_of_columns_that_each_block_repeats() -> None:
    heads: list[str | None] = ["มาตรการ/วิธีดำเนินการ", "ผลผลิต", "ฝ่ายที่รับผิดชอบ", "แล้วเสร็จภายใน"]
    rows: list[list[str | None]] = [
        ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (IIT)", "มาตรการภายใต้ตัวชี้วัดที่ ๑ จำนวน ๒ มาตรการ", None, None, None],
        [None, *heads],
        [None, "ติดป้ายบอกลำดับ", "ป้าย ๕ ป้าย", "ฝ่ายปกครอง", "๓๑ มีนาคม ๒๕๖๖"],
        [None, "แจกการ์ดประจำตัว", "การ์ด ๑ ชุด", "ทุกฝ่าย", "๒๐ ม.ค. ๖๖"],
        ["ตัวชี้วัดที่ ๒ การใช้งบประมาณ (IIT)", "มาตรการภายใต้ตัวชี้วัดที่ ๒ จำนวน ๑ มาตรการ", None, None, None],
        [None, *heads],
        [None, "สุ่มตรวจฎีกา", "ผลสุ่มตรวจ ๒ ครั้ง", "ฝ่ายการคลัง", "๓๐ มิ.ย. ๖๖"],
    ]
    spans = {(0, 0): (4, 1), (0, 1): (1, 4), (4, 0): (3, 1), (4, 1): (1, 4)}
    found = report(PLAN_66, table(rows, spans))
    assert [(m.indicator, m.measure, m.output, m.units, m.deadline) for m in found.measures] == [
        ("1", "ติดป้ายบอกลำดับ", "ป้าย 5 ป้าย", ("ฝ่ายปกครอง",), "2023-03-31"),
        ("1", "แจกการ์ดประจำตัว", "การ์ด 1 ชุด", ("ทุกฝ่าย",), "2023-01-20"),
        ("2", "สุ่มตรวจฎีกา", "ผลสุ่มตรวจ 2 ครั้ง", ("ฝ่ายการคลัง",), "2023-06-30"),
    ]


def test_a_row_of_labels_in_cells_of_their_own_names_no_columns() -> None:
    rows: Grid = [
        [f"{named('I2')} (๘๔.๑๗ คะแนน)", None, None],
        ["ปัญหา", "มาตรการ", "ผลการดำเนินการ"],
        ["ป้ายไม่ชัดเจน", "ทำป้ายใหม่", "ทำแล้ว"],
        ["ความสำเร็จ ร้อยละ ๑๐๐", "หน่วยงานที่รับผิดชอบ ฝ่ายการคลัง", None],
    ]
    found = report(ANALYSIS_67, table(rows, {(0, 0): (1, 3), (3, 1): (1, 2)}))
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I2",), "ทำป้ายใหม่", ("ฝ่ายการคลัง",))
    ]


def test_an_indicator_below_the_heading_of_its_item_takes_nothing_from_it() -> None:
    rows: Grid = [
        ["คะแนนปี ๒๕๖๗", "๗๗.๒๗"],
        ["สภาพปัญหา", "ยืมของไม่ลงบันทึก"],
        ["มาตรการ", "ตรวจนับปีละสองครั้ง"],
        ["ผู้รับผิดชอบ", "ฝ่ายปกครอง"],
    ]
    found = report(
        ANALYSIS_67,
        paragraph(named("I10"), bold=True),
        paragraph("ตัวชี้วัด ๔ การใช้ทรัพย์สินของราชการ"),
        table(rows),
    )
    assert "4" not in scores(found)
    assert [m.codes for m in found.measures] == [("I10",)]


def test_a_number_above_a_heading_is_not_below_it() -> None:
    heading = at(300, "ตัวชี้วัดที่ 3 การใช้อำนาจ", bold=True)
    assert "3" in scores(report(ANALYSIS_67, heading, at(330, "92.46 คะแนน")))
    assert "3" not in scores(report(ANALYSIS_67, heading, at(216, "92.46 คะแนน")))


def test_an_indicator_that_nobody_can_read_is_told_by_those_around_it() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "คะแนนปี 2566", "คะแนนปี 2567"],
        ["4 การใช้ทรัพย์สินของราชการ", "92.29", "87.72"],
        ["5 การแก้ไขปัญหาการทุจริต", "88.07", "87.05"],
        ["6 คกws ดำเนินงาน", "84.25", "80.97"],
        ["7 ประสิทธิภาพการสื่อสาร", "88.99", "91.84"],
        ["8 การปรับปรุงระบบการทำงาน", "89.02", "90.54"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code for s in found.scores} <= {"4", "5", "6", "7", "8"}


@pytest.mark.parametrize("quotes", ['""', "“”", "«»"])
def test_a_title_in_quotation_marks(quotes: str) -> None:
    title = items(2567)["O7"].title_th
    said = paragraph(f"• ข้อ {quotes[0]}{title}{quotes[1]} ได้ 100.00 คะแนน")
    found = report(ANALYSIS_67, paragraph("การเปิดเผยข้อมูลสาธารณะ (OIT)"), said)
    assert {c: str(v) for c, v in scores(found).items()} == {"O7": "100.00"}


def test_an_instrument_with_what_it_surveys_in_brackets() -> None:
    assert instrument_alone("แบบวัด IIT (การวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน)") == "IIT"
    assert instrument_alone("แบบวัด EIT (การสำรวจการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก)") == "EIT"


def test_a_title_set_small_is_title_by_the_size_of_most_letters() -> None:
    lines = (
        at(40, "แผนปฏิบัติการส่งเสริมคุณธรรมและความโปร่งใส", bold=True, size=17),
        at(60, "สำนักงานเขตบางพลัด", bold=True, size=15),
        at(80, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", size=13),
        at(100, "แผนฉบับนี้จัดทำขึ้นโดยใช้ผลการประเมิน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เป็นฐาน " * 2, size=10.5),
    )
    assert read_title(document(*lines)).years == (2567,)


def test_the_first_words_of_a_letter_end_its_title() -> None:
    lines = (
        "รายงานผลการดำเนินการตามมาตรการป้องกันการทุจริต สำนักงานเขตหนองแขม",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ รอบ ๑๒ เดือน (ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘) ตามที่สำนักงานเขตหนองแขม"
        "ได้รับแจ้งผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ และได้กำหนดมาตรการเพื่อปรับปรุงการทำงานใน"
        "ตัวชี้วัดที่ยังมีจุดอ่อน ขอรายงานผลการดำเนินการตามแบบติดตามรายมาตรการ ดังนี้ " + "ก" * 120,
    )
    found = read_title(document(*(paragraph(line) for line in lines)))
    assert found.years == (2568,)
    assert found.period == ("2024-10-01", "2025-09-30")


def test_a_plan_keeps_its_year() -> None:
    assert read_title(document(PLAN_66)).years == (2566,)


INDICATORS: Grid = [
    ["1. การปฏิบัติหน้าที่", "89.45"],
    ["2. การใช้งบประมาณ", "90.62"],
    ["3. การใช้อำนาจ", "93.11"],
]
HEADED: Grid = [["ตัวชี้วัด", "คะแนน"], *INDICATORS]


@pytest.mark.parametrize("rows", [INDICATORS, HEADED], ids=["without names of columns", "headed"])
@pytest.mark.parametrize(
    ("caption", "years"),
    [
        ("ตารางที่ 1 ผลคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2566", {2566}),
        ("แผนภูมิที่ 2 คะแนนรายตัวชี้วัด ปี ๒๕๖๖", {2566}),
        ("ตารางที่ 1 ผลคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2567", {2567}),
        ("ผลการประเมินปี 2567 เทียบกับปี 2566", {2567}),
        ("คะแนนรายตัวชี้วัดเพื่อใช้กำหนดมาตรการ ปี 2566", {2567}),
        ("ผลคะแนน ITA ของสำนักงานเขตบางรัก", {2567}),
        ("ผลคะแนน ITA ของสำนักงานเขตดุสิต", set()),
    ],
)
def test_the_caption_of_a_table_says_of_which_year_and_of_whom_it_is(
    rows: Grid, caption: str, years: set[int]
) -> None:
    found = report(ANALYSIS_67, paragraph(caption), table(rows))
    assert {s.fiscal_year for s in found.scores} == years


def test_the_caption_of_a_chart_may_stand_below_it() -> None:
    caption = paragraph("แผนภูมิที่ 1: คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2566")
    found = report(ANALYSIS_67, table(INDICATORS), caption)
    assert {s.fiscal_year for s in found.scores} == {2566}
    found = report(ANALYSIS_67, table(HEADED), caption, table(INDICATORS))
    assert {(s.fiscal_year, s.code) for s in found.scores} == {
        (year, code) for year in (2566, 2567) for code in "123"
    }


def test_a_year_in_the_names_of_columns_comes_before_that_of_the_caption() -> None:
    rows: Grid = [["ตัวชี้วัด", "คะแนนปี 2567"], *INDICATORS]
    found = report(ANALYSIS_67, paragraph("ตารางที่ 1 ผลคะแนน ปี 2566"), table(rows))
    assert {s.fiscal_year for s in found.scores} == {2567}
