"""What reports by other hands taught: shapes and wordings that once lost scores or measures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Paragraph, Table
from normalize.facts.scores import level_of
from normalize.names.codes import entries_of
from normalize.names.itemheads import items_headed
from normalize.rows.bands import unit_above
from normalize.shapes.labels import by_label
from normalize.words.dates import names_month
from normalize.words.intervals import monitoring_months
from tests.normalize.tables import ANALYSIS_67, PLAN_66, Grid, paragraph, report, table

LEVELS = table(
    [
        ["ระดับผลการประเมิน", "ช่วงคะแนน", "เงื่อนไข"],
        ["ผ่านดี", "85.00 - 94.99", "ทุกเครื่องมือไม่น้อยกว่า 85 คะแนน"],
        ["ผ่าน", "85.00 ขึ้นไป", "ไม่มีเงื่อนไข"],
    ]
)


def _scores(*blocks: Paragraph | Table) -> dict[str, str]:
    return {s.code: str(s.score) for s in report(ANALYSIS_67, *blocks).scores}


def test_rows_of_codes_below_a_table_of_levels_are_no_more_levels() -> None:
    rows: Grid = [
        ["ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", None, "96.49"],
        ["I10", "มีการนำทรัพย์สินของราชการไปใช้", "96.49"],
    ]
    below = table(rows, {(0, 0): (1, 2)})
    assert _scores(LEVELS, paragraph("2. ผลคะแนนรายข้อ", bold=True), below) == {
        "4": "96.49",
        "I10": "96.49",
    }


@pytest.mark.parametrize("head", ["ข้อมูลที่เผยแพร่ (ข้อ)", "การประชาสัมพันธ์"])
def test_a_column_of_items_is_one_whatever_heads_it(head: str) -> None:
    rows: Grid = [
        [head, "คะแนนเต็ม", "คะแนนที่ได้", "ผล"],
        ["ข้อมูลพื้นฐานของสำนักงานเขต (O1)", "100", "100.00", "ครบถ้วน"],
        ["โรงเรียนสังกัดกรุงเทพมหานคร ในพื้นที่เขต (O3)", "100", "50.00", "บางส่วน"],
    ]
    assert _scores(table(rows)) == {"O1": "100.00", "O3": "50.00"}


def test_numbers_of_indicators_below_the_names_of_two_instruments() -> None:
    rows: Grid = [
        ["ปีงบประมาณ", "IIT ตัวชี้วัดที่", None, "EIT ตัวชี้วัดที่", None],
        [None, "1", "2", "6", "7"],
        ["2566", "89.74", "88.02", "88.46", "93.83"],
        ["2567", "88.93", "90.07", "90.72", "96.98"],
        ["เพิ่ม/ลด", "-0.81", "+2.05", "+2.26", "+3.15"],
    ]
    made = table(rows, {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2)})
    found = {(s.fiscal_year, s.code): str(s.score) for s in report(ANALYSIS_67, made).scores}
    assert len(found) == 8
    assert found[2566, "6"] == "88.46"
    assert found[2567, "2"] == "90.07"


def test_indicators_above_a_grid_of_codes_keep_their_scores() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ", "3 การใช้อำนาจ"],
        ["คะแนนตัวชี้วัด", "85.00", "92.92", "87.70"],
        ["คะแนนรายข้อ", "I1\n84.00", "I4\n87.80", "I7\n78.52"],
        [None, "I2\n86.00", "I5\n94.87", ""],
    ]
    found = _scores(table(rows, {(2, 0): (2, 1)}))
    assert found == {
        "1": "85.00", "2": "92.92", "3": "87.70", "I1": "84.00", "I2": "86.00", "I4": "87.80",
        "I5": "94.87", "I7": "78.52",
    }  # fmt: skip


@pytest.mark.parametrize(("head", "measures"), [("ขั้นตอน", 0), ("มาตรการ", 2)])
def test_a_calendar_of_steps_states_no_measures(head: str, measures: int) -> None:
    rows: Grid = [
        [head, "พ.ศ. 2567", None, None, "พ.ศ. 2568", None],
        [None, "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ."],
        ["จัดทำร่างแผนและเสนอผู้อำนวยการเขต", "●", "●", "", "", ""],
        ["แจ้งเวียนแผนให้ทุกฝ่ายถือปฏิบัติ", "", "", "●", "●", ""],
    ]
    found = report(PLAN_66, table(rows, {(0, 0): (2, 1), (0, 1): (1, 3), (0, 4): (1, 2)}))
    assert len(found.measures) == measures
    assert not found.scores


@pytest.mark.parametrize(
    ("text", "told"), [("ต.ค.", True), ("ธันวาคม 2567", True), ("คะแนน", False), ("ปี 2567", False)]
)
def test_names_of_months(text: str, told: bool) -> None:
    assert names_month(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2.2 ส่วนราชการที่รับผิดชอบ : ฝ่ายทะเบียน", True),
        ("ฝ่ายทะเบียน", True),
        ("ผู้จัดทำ : ฝ่ายทะเบียน", False),
        ("ส่วนที่ 1 งานที่ ฝ่ายปกครอง รับผิดชอบ", True),
        ("ส่วนที่ 6 งานที่ทุกฝ่ายรับผิดชอบร่วมกัน", True),
        ("1. แผนงานที่รับผิดชอบโดยฝ่ายปกครอง", True),
        ("โครงการที่มอบหมายให้ ฝ่ายโยธา", True),
        ("ฝ่ายโยธา ดำเนินการจัดทำ", False),
    ],
)
def test_a_line_above_says_who_is_responsible(text: str, told: bool) -> None:
    assert unit_above(text) is told


def test_a_sheet_is_headed_by_its_item() -> None:
    head = "ใบสรุปที่ 3 : ข้อ I9 (89.21 คะแนน) ตัวชี้วัดที่ 3 การใช้อำนาจ"
    assert [e.token for e in entries_of(items_headed(head))] == ["I9"]


def test_sheets_below_their_items_with_the_question_inside() -> None:
    sheet: list[list[str | None]] = [
        ["ใบสรุปที่ 1 : ข้อ I3 (87.54 คะแนน)", None],
        ["ข้อคำถาม", "มีการเรียกรับสินบนจากการปฏิบัติหน้าที่"],
        ["จุดอ่อนที่พบ", "ผู้รับบริการยังไม่ทราบช่องทางแจ้งเบาะแส"],
        ["มาตรการแก้ไข", "ติดป้ายช่องทางแจ้งเบาะแสทุกจุดบริการ"],
        ["ฝ่ายรับผิดชอบ", "ฝ่ายทะเบียน"],
    ]
    second: list[list[str | None]] = [["ใบสรุปที่ 2 : ข้อ I7 (80.10 คะแนน)", None], *sheet[1:]]
    found = report(ANALYSIS_67, table([*sheet, *second], {(0, 0): (1, 2), (5, 0): (1, 2)}))
    assert [m.codes for m in found.measures] == [("I3",), ("I7",)]
    assert {s.code: str(s.score) for s in found.scores} == {"I3": "87.54", "I7": "80.10"}


def test_an_instrument_says_its_score_in_its_own_cell() -> None:
    rows: Grid = [
        ["เครื่องมือ", "ตัวชี้วัด", "คะแนนตัวชี้วัด"],
        ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน\nได้ 91.06 คะแนน", "1. การปฏิบัติหน้าที่", "92.00"],
        [None, "2. การใช้งบประมาณ", "90.12"],
    ]
    found = _scores(table(rows, {(1, 0): (2, 1)}))
    assert found == {"IIT": "91.06", "1": "92.00", "2": "90.12"}
    assert level_of("IIT") == "instrument"


def test_codes_and_scores_in_brackets_behind_titles() -> None:
    text = "มีการใช้อำนาจและตำแหน่งหน้าที่ เพื่อแสวงหาผลประโยชน์ (I8 = 94.92)\nมีการเบิกจ่ายเท็จ (I6 = 88.94)"
    found = [(e.token, [str(s.value) for s in e.scores]) for e in entries_of(text)]
    assert found == [("I8", ["94.92"]), ("I6", ["88.94"])]


def test_a_score_alone_in_its_line_is_no_running_number() -> None:
    found = entries_of("E3 มีการสื่อสารที่ชัดเจน\n(83.80)\nE4 มีการเผยแพร่ข้อมูล (82.05)")
    assert [str(s.value) for e in found for s in e.scores] == ["83.80", "82.05"]


def test_a_bare_interval_of_days() -> None:
    assert monitoring_months("15 วัน") == 0.5


def test_the_end_of_a_sentence_is_no_label_and_no_heading() -> None:
    lines = [
        ("ข้อ E4 มีการเผยแพร่/ประชาสัมพันธ์ข้อมูลข่าวสารการให้บริการประชาชนอย่างชัดเจน", True),
        ("ประเด็นที่ต้องพัฒนา การสื่อสารยังเน้น|กิจกรรม มากกว่าข้อมูลที่ประชาชนต้องใช้", False),
        ("มาตรการ", False),
        ("1) ผลิตคลิปแนะนำงานบริการ", False),
        ("2) แต่งตั้งคณะทำงานนำเข้าข้อมูล OIT ของสำนักงานเขต", False),
        ("ผู้รับผิดชอบ ทุกฝ่าย", False),
        ("กำหนดแล้วเสร็จ ภายในวันที่ 25 มิถุนายน 2568", False),
    ]
    blocks = []
    for text, bold in lines:
        made = paragraph(text.replace("|", ""), bold=bold)
        parts = tuple(replace(made.lines[0], text=part) for part in text.split("|"))
        blocks.append(replace(made, lines=parts))
    (measure,) = report(ANALYSIS_67, *blocks).measures
    assert measure.codes == ("E4",)
    assert [step.text for step in measure.steps] == [
        "ผลิตคลิปแนะนำงานบริการ",
        "แต่งตั้งคณะทำงานนำเข้าข้อมูล OIT ของสำนักงานเขต",
    ]


def test_a_column_of_levels_that_names_what_is_assessed() -> None:
    """A row whose name was printed one column too far has its scores in others' columns."""
    rows: Grid = [
        ["ระดับ", "ปี 2566", "ปี 2567", "เพิ่ม/ลด", ""],
        ["ITA", "คะแนนรวม ITA", "88.46", "88.80", "▲ 0.34"],
        ["แบบวัด IIT", "85.36", "89.62", "▲ 4.26", ""],
        ["แบบวัด EIT", "86.94", "85.11", "▼ 1.83", ""],
        ["แบบวัด OIT", "91.93", "90.94", "▼ 0.99", ""],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {(s.fiscal_year, s.code): str(s.score) for s in found.scores} == {
        (2566, "IIT"): "85.36", (2566, "EIT"): "86.94", (2566, "OIT"): "91.93",
        (2567, "IIT"): "89.62", (2567, "EIT"): "85.11", (2567, "OIT"): "90.94",
    }  # fmt: skip
    assert "score-unread" in {f.kind for f in found.findings}


def test_the_whole_is_named_in_any_words() -> None:
    rows: Grid = [
        ["ผลการประเมินในภาพรวม", "89.66 คะแนน"],
        ["ระดับผลการประเมิน", "ผ่านดี"],
        ["แบบวัด IIT", "88.01 คะแนน"],
    ]
    assert _scores(table(rows)) == {"ITA": "89.66", "IIT": "88.01"}


def test_the_title_across_a_sheet_is_no_weakness() -> None:
    rows: Grid = [
        ["แบบกำหนดมาตรการ แผ่นที่ 1 จาก 2", None],
        ["ข้อที่ต้องพัฒนา", "I2 อำนวยความสะดวกในการให้บริการประชาชน"],
        ["สภาพปัญหา", "ผู้มาติดต่อรอนานในช่วงพักกลางวัน"],
        ["มาตรการที่จะดำเนินการ", "จัดเวรพักกลางวันและประกาศให้ทราบ"],
        ["หน่วยงานรับผิดชอบ", "ฝ่ายทะเบียน"],
    ]
    found = report(ANALYSIS_67, table(rows, {(0, 0): (1, 2)}))
    assert [w.text for w in found.weaknesses] == ["ผู้มาติดต่อรอนานในช่วงพักกลางวัน"]
    assert [m.codes for m in found.measures] == [("I2",)]


def test_three_indicators_across_beside_a_label() -> None:
    rows: Grid = [
        ["ส่วนที่ประเมิน", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"],
        ["แบบวัด EIT", "88.78", "82.51"],
    ]
    assert _scores(table(rows)) == {"6": "88.78", "7": "82.51"}


def test_the_mean_of_this_part_is_that_of_the_heading_above() -> None:
    found = _scores(
        paragraph("ส่วนที่ 1 การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", bold=True),
        paragraph("คะแนนเฉลี่ยของส่วนนี้ 90.81 คะแนน"),
    )
    assert found == {"IIT": "90.81"}


@pytest.mark.parametrize("label", ["ค่าเป้าหมาย", "น้ำหนัก", "ปี 2566", "ค่าเฉลี่ย 50 เขต"])
def test_other_numbers_below_the_names_of_indicators_are_not_their_scores(label: str) -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ"],
        [label, "95.00", "95.00"],
        ["คะแนนที่ได้", "85.00", "92.92"],
        ["คะแนนรายข้อ", "I1\n84.00", "I4\n87.80"],
        [None, "I2\n86.00", "I5\n94.87"],
    ]
    found = _scores(table(rows, {(3, 0): (2, 1)}))
    assert found == {
        "1": "85.00", "2": "92.92", "I1": "84.00", "I2": "86.00", "I4": "87.80", "I5": "94.87"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. แบบวัด IIT (การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน) ได้ 87.22 คะแนน ประกอบด้วย"], {"IIT": "87.22"}),
        (["แบบ OIT : การเปิดเผยข้อมูลสาธารณะ (คะแนนที่ได้ 86.25)"], {"OIT": "86.25"}),
        (["แบบวัด IIT (การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน) น้ำหนัก 30.00 คะแนน"], {}),
        (
            ["เมื่อถ่วงน้ำหนักตามเครื่องมือทั้งสามส่วนแล้ว เขตมีคะแนนรวมการประเมิน ITA เท่ากับ 86.72 คะแนน"],
            {"ITA": "86.72"},
        ),
        (["คะแนนรวม ITA", "88.35 คะแนน", "ระดับ ผ่านดี"], {"ITA": "88.35"}),
        (["คะแนนเต็ม ITA", "88.35 คะแนน"], {}),
        (["งบประมาณรวม", "88.35 คะแนน"], {}),
    ],
)
def test_scores_of_the_whole_and_its_instruments_in_lines(
    lines: list[str], expected: dict[str, str]
) -> None:
    assert _scores(*map(paragraph, lines)) == expected


def test_one_number_of_the_whole_beside_its_rating() -> None:
    rows: Grid = [
        ["หน่วยงาน", "สำนักงานเขตบางรัก"],
        ["คะแนนภาพรวมหน่วยงาน", "87.04 คะแนน"],
        ["ระดับผลการประเมิน", "ผ่านดี"],
        ["วันที่ประกาศผล", "9 สิงหาคม 2567"],
    ]
    assert _scores(table(rows)) == {"ITA": "87.04"}


def test_numbers_above_the_names_of_the_instruments() -> None:
    rows: Grid = [
        ["86.55", "86.76", "88.42", "85.00"],
        ["คะแนน ITA ภาพรวม", "แบบวัด IIT", "แบบวัด EIT", "แบบตรวจ OIT"],
    ]
    assert _scores(table(rows)) == {"ITA": "86.55", "IIT": "86.76", "EIT": "88.42", "OIT": "85.00"}


def test_the_same_questions_as_last_year_are_not_last_years_rating() -> None:
    text = "ผลการประเมิน ITA ซึ่งใช้ชุดข้อคำถามเดียวกับปีก่อน ผลการประเมินอยู่ในระดับ ผ่านดี ดังตาราง"
    assert report(ANALYSIS_67, paragraph(text)).meta.rating == "ผ่านดี"


@pytest.mark.parametrize("listed", [2, 4])
def test_a_few_items_in_lines_of_their_own_head_what_stands_below(listed: int) -> None:
    """More of them are a list of scores, and what stands below is told of the last one."""
    items = [
        "ข้อ I4 โปร่งใส ตรวจสอบได้ ได้ 90.80 คะแนน",
        "ข้อ I6 มีการเบิกจ่ายเท็จ ได้ 88.94 คะแนน",
        "ข้อ I7 ผู้บังคับบัญชาสั่งการให้ทำในสิ่งที่ไม่ถูกต้องหรือมีความเสี่ยงต่อการทุจริต ได้ 81.46 คะแนน",
        "ข้อ I8 มีการใช้อำนาจและตำแหน่งหน้าที่ เพื่อแสวงหาผลประโยชน์ ได้ 86.39 คะแนน",
    ]
    block = [
        *items[-listed:],
        "ประเด็นที่ต้องแก้ไข: เกณฑ์การพิจารณาความดีความชอบยังไม่ได้แจ้งให้ทราบ",
        "มาตรการ: แต่งตั้งคณะกรรมการกลั่นกรองผลการปฏิบัติราชการ",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
        "ระยะเวลาแล้วเสร็จ: 20 กุมภาพันธ์ 2568",
    ]
    (measure,) = report(ANALYSIS_67, *map(paragraph, block)).measures
    assert measure.codes == (("I7", "I8") if listed == 2 else ("I8",))


def test_thousands_of_titles_with_codes_are_read_one_after_the_other() -> None:
    assert len(entries_of("โปร่งใส ตรวจสอบได้ (I4 = 92.04)\n" * 3000)) == 3000


@pytest.mark.parametrize("total", [None, "100.00"])
@pytest.mark.parametrize(
    ("names", "weights"),
    [
        (
            ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต"),
            ("18.00", "12.00", "30.00", "20.00", "20.00"),
        ),
        (("แบบวัด IIT", "แบบวัด EIT", "แบบตรวจ OIT"), ("30.00", "30.00", "40.00")),
    ],
)
def test_shares_of_a_whole_are_weights_whatever_heads_them(
    names: tuple[str, ...], weights: tuple[str, ...], total: str | None
) -> None:
    rows: Grid = [["ตัวชี้วัด", "ร้อยละ"], *([n, w] for n, w in zip(names, weights, strict=True))]
    assert _scores(table([*rows, *([["รวม", total]] if total else [])])) == {}
    # Numbers that make up nothing round are scores, low as they are.
    low: Grid = [*rows[:-1], [names[-1], "39.51"]]
    assert len(_scores(table(low))) == len(names)


def test_section_named_above_the_header_does_what_stands_below() -> None:
    rows: Grid = [
        ["ผู้รับผิดชอบ : ฝ่ายปกครอง", None, None],
        ["ข้อประเมิน", "กิจกรรมที่จะดำเนินการ", "กำหนดเสร็จ"],
        ["I9 ความเป็นธรรม", "ออกคำสั่งแต่งตั้งคณะกรรมการ", "31 มีนาคม 2567"],
        ["ผู้รับผิดชอบ : ฝ่ายทะเบียน", None, None],
        ["ข้อประเมิน", "กิจกรรมที่จะดำเนินการ", "กำหนดเสร็จ"],
        ["E1 เต็มใจให้บริการ", "เพิ่มเจ้าหน้าที่คัดกรอง", "29 สิงหาคม 2567"],
    ]
    found = report(PLAN_66, table(rows, {(0, 0): (1, 3), (3, 0): (1, 3)}))
    assert [m.units for m in found.measures] == [("ฝ่ายปกครอง",), ("ฝ่ายทะเบียน",)]
    assert not any(c.use == "unaccounted" for c in found.coverage)


def test_items_in_brackets_behind_a_label_are_those_it_speaks_of() -> None:
    lines = [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 84.54 คะแนน",
        "จุดอ่อน (ข้อ I2) ประชาชนในซอยลึกเดินทางมาเขตลำบาก",
        "มาตรการแก้ไข",
        "(1) ออกหน่วยบริการเคลื่อนที่ตามชุมชน",
        "(2) สำรวจผู้ที่ไม่สะดวกเดินทาง",
        "ผู้รับผิดชอบ ฝ่ายทะเบียน ติดตามผล ทุกเดือน",
    ]
    found = report(ANALYSIS_67, *(paragraph(line) for line in lines))
    assert [(w.codes, w.text) for w in found.weaknesses] == [
        (("I2",), "ประชาชนในซอยลึกเดินทางมาเขตลำบาก")
    ]
    (measure,) = found.measures
    assert measure.codes == ("I2",)
    assert (measure.units, measure.monitoring_months) == (("ฝ่ายทะเบียน",), 1.0)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "ผู้รับผิดชอบ ฝ่ายคลัง กำหนดแล้วเสร็จ 31 มีนาคม 2568 ติดตามผล ทุก 3 เดือน",
            ["ผู้รับผิดชอบ ฝ่ายคลัง", "กำหนดแล้วเสร็จ 31 มีนาคม 2568", "ติดตามผล ทุก 3 เดือน"],
        ),
        # A word that would do as a label, and no answer behind it.
        ("ผู้รับผิดชอบ ฝ่ายคลัง ติดตามผล การใช้จ่าย", ["ผู้รับผิดชอบ ฝ่ายคลัง ติดตามผล การใช้จ่าย"]),
    ],
)
def test_labels_without_colons_in_one_line(line: str, parts: list[str]) -> None:
    assert by_label(line) == parts


def test_a_grid_of_codes_with_places_that_are_blank_and_scores_of_parts_beside_it() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อแรก", "ข้อที่สอง", "คะแนนตัวชี้วัด"],
        ["4. การใช้ทรัพย์สินของราชการ", "I10\n93.39", "–", "93.39"],
        ["5. การแก้ไขปัญหาการทุจริต", "I11\n82.35", "I12\n84.78", "83.57"],
        ["8. การปรับปรุงระบบการทำงาน", "E5\n82.09", "E6\n80.84", "81.47"],
    ]
    assert _scores(table(rows)) == {
        "4": "93.39", "5": "83.57", "8": "81.47", "I10": "93.39", "I11": "82.35", "I12": "84.78",
        "E5": "82.09", "E6": "80.84",
    }  # fmt: skip


def test_scores_of_parts_at_the_end_of_the_rows_of_a_grid_are_not_the_first_item_s() -> None:
    rows: Grid = [
        ["ตัวชี้วัดย่อย", "รหัสข้อมูลและคะแนน", None, None, "คะแนน"],
        ["9.1 ข้อมูลพื้นฐาน", "O1\n100.00", "O2\n50.00", "O3\n100.00", "83.33"],
        ["9.4 การบริหารและพัฒนาทรัพยากรบุคคล", "O16\n100.00", "", "", "100.00"],
        ["รวมตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", None, None, None, "88.33"],
        ["10.1 การดำเนินการเพื่อป้องกันการทุจริต", "O18\n100.00", "O19\n0.00", "", "50.00"],
    ]
    found = _scores(table(rows, {(0, 1): (1, 3), (3, 0): (1, 4)}))
    assert found == {
        "9.1": "83.33", "9.4": "100.00", "9": "88.33", "10.1": "50.00", "O1": "100.00",
        "O2": "50.00", "O3": "100.00", "O16": "100.00", "O18": "100.00", "O19": "0.00",
    }  # fmt: skip


def test_a_grid_headed_by_targets_gives_no_scores() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "เป้าหมายรายข้อ", None, "เป้าหมายตัวชี้วัด"],
        ["5. การแก้ไขปัญหาการทุจริต", "I11\n92.35", "I12\n94.78", "93.57"],
        ["8. การปรับปรุงระบบการทำงาน", "E5\n92.09", "E6\n90.84", "91.47"],
    ]
    assert _scores(table(rows, {(0, 1): (1, 2)})) == {}


def test_the_score_of_a_range_in_a_sentence_is_that_of_its_indicator() -> None:
    said = paragraph(
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ข้อ O1 – O17 (95.45 คะแนน) และข้อ O18 – O20 (87.50 คะแนน)"
    )
    assert _scores(said) == {"9": "95.45"}


def test_two_words_of_one_role_are_a_label_together() -> None:
    lines = [
        "I8 การรับรู้งบประมาณและแผนการใช้จ่าย",
        "74.65 คะแนน",
        "จุดอ่อน : เจ้าหน้าที่ไม่ทราบงบประมาณของฝ่าย",
        "มาตรการ/แนวทาง",
        "1. ติดประกาศยอดงบประมาณคงเหลือ",
        "2. แจ้งแผนการใช้จ่ายในการประชุม",
        "ผู้รับผิดชอบ : ฝ่ายการคลัง",
        "I9 และ I10 การมอบหมายงานและการใช้ทรัพย์สิน",
        "I9 = 77.21 คะแนน , I10 = 82.09 คะแนน",
        "จุดอ่อน : การแจ้งผลล่าช้า",
        "มาตรการ/แนวทาง",
        "จัดทำปฏิทินการประเมินผล",
        "ผู้รับผิดชอบ : ฝ่ายปกครอง",
    ]
    found = report(ANALYSIS_67, *(paragraph(line) for line in lines))
    assert [(m.codes, m.units) for m in found.measures] == [
        (("I8",), ("ฝ่ายการคลัง",)),
        (("I9", "I10"), ("ฝ่ายปกครอง",)),
    ]
    assert [w.codes for w in found.weaknesses] == [("I8",), ("I9", "I10")]


@pytest.mark.parametrize("said", ["ร้อยละ {}", "{} คะแนน", "คะแนน {}", "{}"])
def test_a_score_above_the_code_and_title_in_one_cell(said: str) -> None:
    given = {"I1": "74.04", "I7": "80.61", "I8": "79.12"}
    rows: Grid = [
        ["ลำดับ", "ประเด็นการประเมิน", "แนวทางยกระดับ"],
        *(
            [str(n), f"{said.format(score)}\n{code} ถามเรื่องหนึ่ง", "จัดอบรม"]
            for n, (code, score) in enumerate(given.items(), 1)
        ),
    ]
    assert _scores(table(rows)) == given


def test_a_count_above_a_code_is_no_score() -> None:
    rows: Grid = [
        ["ลำดับ", "ประเด็นการประเมิน", "แนวทางยกระดับ"],
        ["1", "12\nI8 มีการใช้อำนาจ", "จัดประชุม"],
        ["2", "เรื่องร้องเรียน 14\nI9 การมอบหมายงาน", "จัดประชุม"],
    ]
    assert _scores(table(rows)) == {}


def test_a_score_behind_the_question_of_a_code_in_a_column_of_its_own() -> None:
    rows: Grid = [
        ["ข้อ", "ประเด็น (คะแนน)", "จุดอ่อน", "มาตรการ"],
        ["I3", "สื่อสารชัดเจน เข้าใจง่าย (83.63 คะแนน)", "อธิบายยาก", "จัดทำบทพูด"],
        ["I5", "การรักษาวินัย (78.98 คะแนน)", "เข้างานสาย", "ใช้ระบบลงเวลา"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {"I3": "83.63", "I5": "78.98"}
    assert [m.codes for m in found.measures] == [("I3",), ("I5",)]


def test_a_form_below_its_items_in_one_table_is_about_them() -> None:
    rows: Grid = [
        ["ข้อ", "ประเด็นการประเมิน", "คะแนนปี 2567"],
        ["I8", "รับรู้งบประมาณและแผนการใช้จ่ายงบประมาณ", "71.56"],
        ["I9", "การจัดซื้อจัดจ้าง", "79.83"],
        ["ประเด็นที่ต้องปรับปรุง", "ข้อมูลงบประมาณอยู่ที่ฝ่ายเดียว", None],
        ["มาตรการ", "สร้างแฟ้มข้อมูลกลาง", None],
        ["ผลการดำเนินการ", "เปิดใช้แฟ้มข้อมูลกลางแล้ว", None],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง", None],
    ]
    found = report(ANALYSIS_67, table(rows, {(r, 1): (1, 2) for r in range(3, 7)}))
    assert {s.code: str(s.score) for s in found.scores} == {"I8": "71.56", "I9": "79.83"}
    assert [m.codes for m in found.measures] == [("I8", "I9")]
    assert [w.codes for w in found.weaknesses] == [("I8", "I9")]


def test_codes_with_the_whole_name_of_their_instrument_in_lines_of_one_cell() -> None:
    rows: Grid = [
        ["ประเด็น", "ข้อที่ต้องปรับปรุง", "มาตรการ"],
        ["OIT ข้อ 4 การประชาสัมพันธ์ข้อมูล", "ลงข่าวช้า", "มอบหมายผู้ดูแล"],
        ["OIT ข้อ 9 ข้อมูลสถิติการจัดเก็บภาษี\nOIT ข้อ 12 ระบบติดตาม", "ไม่เป็นปัจจุบัน", "ตรวจลิงก์"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert [m.codes for m in found.measures] == [("O4",), ("O9", "O12")]


def test_boxes_that_tell_the_rating_and_what_each_weighs() -> None:
    rows: Grid = [
        [
            "คะแนนรวม ITA ปี 2567\n86.49\nระดับผลการประเมิน: ผ่าน",
            "แบบวัด IIT\n90.24\nน้ำหนักร้อยละ 30",
            "แบบวัด EIT\n86.40\nน้ำหนักร้อยละ 30",
            "แบบตรวจ OIT\n83.75\nน้ำหนักร้อยละ 40",
        ]
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {
        "ITA": "86.49", "IIT": "90.24", "EIT": "86.40", "OIT": "83.75",
    }  # fmt: skip
    assert found.meta.rating == "ผ่าน"


@pytest.mark.parametrize(
    ("line", "rating"),
    [
        ("เทียบกับปี พ.ศ. 2566 ระดับผลการประเมินปีงบประมาณ พ.ศ. 2567 : ผ่าน", "ผ่าน"),
        ("เทียบกับปี พ.ศ. 2567 ระดับผลการประเมินปีงบประมาณ พ.ศ. 2566 : ผ่านดี", None),
    ],
)
def test_a_rating_whose_label_names_its_year(line: str, rating: str | None) -> None:
    assert report(ANALYSIS_67, paragraph(line)).meta.rating == rating


def test_whole_numbers_in_a_list_whose_other_scores_have_decimals() -> None:
    lines = [
        "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ได้ 89.14 คะแนน",
        "• I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ = 90.11",
        "• I2 อำนวยความสะดวกในการให้บริการประชาชน = 88.20",
        "• I4 โปร่งใส ตรวจสอบได้ = 79.35",
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้ 88.33 คะแนน",
        "• O1 ข้อมูลพื้นฐานของสำนักงานเขต = 100",
        "• O4 การประชาสัมพันธ์ข้อมูลผลการดำเนินงาน = 50",
    ]
    found = _scores(*(paragraph(line) for line in lines))
    assert (found["O1"], found["O4"]) == ("100", "50")
    # Alone they may be anything; and so they may where the heading says what they are.
    assert "O1" not in _scores(*(paragraph(line) for line in lines[4:]))
    aimed = [*lines[:4], "ค่าเป้าหมายของปี 2568", *lines[5:]]
    assert "O1" not in _scores(*(paragraph(line) for line in aimed))


@pytest.mark.parametrize(
    ("tail", "score"),
    [
        ("(คะแนนประเมินปี 2567 : 80.94)", "80.94"),
        ("(ผลการประเมิน ITA ปี 2567 : 80.94)", "80.94"),
        ("(ค่าเป้าหมายปี 2567 : 80.94)", None),
        ("(คะแนนประเมินปี 2566 : 80.94)", None),
    ],
)
def test_the_score_of_a_band_with_its_year_in_brackets(tail: str, score: str | None) -> None:
    rows: Grid = [
        ["ที่", "ข้อ", "มาตรการ", "ผู้รับผิดชอบ"],
        [f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ {tail}", None, None, None],
        ["1", "I1", "จัดเจ้าหน้าที่ต้อนรับ", "ฝ่ายปกครอง"],
    ]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 4)}))
    of_year = {s.code: str(s.score) for s in found.scores if s.fiscal_year == 2567}
    assert of_year.get("1") == score


def test_a_measure_that_speaks_of_an_instrument_is_no_heading() -> None:
    lines = [
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
        "มาตรการที่ 11 (ข้อ O5, O6, O7)",
        "มอบหมายผู้ประสานข้อมูล OIT ฝ่ายละ 2 คน",
        "ผลผลิต : ข้อมูลครบถ้วนก่อนวันส่ง",
        "ผู้รับผิดชอบ : ทุกฝ่าย",
    ]
    (measure,) = report(ANALYSIS_67, *(paragraph(line) for line in lines)).measures
    assert (measure.codes, measure.measure) == (
        ("O5", "O6", "O7"),
        "มอบหมายผู้ประสานข้อมูล OIT ฝ่ายละ 2 คน",
    )


def test_a_plan_by_any_name() -> None:
    title = paragraph("แผนส่งเสริมคุณธรรมและความโปร่งใส สำนักงานเขตบางรัก ประจำปีงบประมาณ พ.ศ. 2567")
    assert report(title).meta.doc_type == "plan"


@pytest.mark.parametrize("tail", [" (คะแนน 85.70)", " : 85.70", " ได้ 85.70 คะแนน", " [85.70]"])
def test_a_band_that_stands_in_the_columns_of_a_number_and_of_a_name(tail: str) -> None:
    rows = [["1", "I1", "เต็มใจให้บริการ", "77.36"], ["2", "I2", "อำนวยความสะดวก", "68.11"]]
    header: Grid = [["#", "ข้อที่", "รายการ", "คะแนนที่ได้"]]
    wanted = {"1": "85.70", "I1": "77.36", "I2": "68.11"}
    alone: Grid = [["", "", f"1. การปฏิบัติหน้าที่{tail}", ""]]
    assert _scores(table([*header, *alone, *rows])) == wanted
    beside: Grid = [["1.", f"การปฏิบัติหน้าที่{tail}", "", ""]]
    assert _scores(table([*header, *beside, *rows])) == wanted
    # An item's own row begins with a number, too.
    item: Grid = [["1.", f"เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ{tail}", "", ""]]
    assert "1" not in _scores(table([*header, *item, *rows]))
