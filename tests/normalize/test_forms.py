"""Forms of labels and answers, in grids and in lines of text."""

from __future__ import annotations

import pytest

from extract.model import Box, Cell, Line, Place, Row, Table
from normalize.codebook import items
from normalize.names.codes import entries_of
from tests.normalize.tables import ANALYSIS_67, PLAN_66, Grid, paragraph, report, table


def test_a_form_in_four_columns() -> None:
    rows: list[list[str | None]] = []
    for code, score, unit in (("I1", "85.10", "ฝ่ายปกครอง"), ("I2", "83.20", "ฝ่ายโยธา")):
        rows += [
            ["ข้อ", code, "คะแนนที่ได้", score],
            ["จุดอ่อน", f"ล่าช้า {code}", None, None],
            ["มาตรการ", f"จัดอบรม {code}", None, None],
            ["ผู้รับผิดชอบ", unit, "กำหนดแล้วเสร็จ", "20 ธันวาคม 2567"],
        ]
    spans = {(r, 1): (1, 3) for r in (1, 2, 5, 6)}
    read = report(ANALYSIS_67, table(rows, spans))
    assert {s.code: str(s.score) for s in read.scores} == {"I1": "85.10", "I2": "83.20"}
    assert [(m.codes, m.measure, m.units, m.deadline) for m in read.measures] == [
        (("I1",), "จัดอบรม I1", ("ฝ่ายปกครอง",), "2024-12-20"),
        (("I2",), "จัดอบรม I2", ("ฝ่ายโยธา",), "2024-12-20"),
    ]


def test_a_form_in_lines_of_text() -> None:
    lines = [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "มาตรการ: จัดทำผังขั้นตอนการให้บริการ",
        "ข้อที่เกี่ยวข้อง: I2",
        "ผู้รับผิดชอบ: ฝ่ายทะเบียน",
        "ตัวชี้วัดที่ 3 การใช้อำนาจ",
        "มาตรการ: ประกาศหลักเกณฑ์การมอบหมายงาน",
        "ข้อที่เกี่ยวข้อง: I13 และ I15",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
    ]
    read = report(PLAN_66, *(paragraph(line) for line in lines))
    assert [(m.codes, m.indicator, m.units) for m in read.measures] == [
        (("I2",), "1", ("ฝ่ายทะเบียน",)),
        (("I13", "I15"), "3", ("ฝ่ายปกครอง",)),
    ]


def test_lines_with_colons_that_are_no_form() -> None:
    lines = ["เรียน: ผู้อำนวยการเขต", "เรื่อง: ผลการประเมิน", "มาตรการ: ไม่มี", "หมายเหตุ: ฉบับร่าง"]
    assert report(PLAN_66, *(paragraph(line) for line in lines)).measures == ()


@pytest.mark.parametrize("tail", ["(ลดลง 1.35)", "ลดลง 1.35", "เพิ่มขึ้น 1.35", "(ต่างกัน 1.35)"])
def test_a_change_behind_an_item_is_no_score(tail: str) -> None:
    [entry] = entries_of(f"E4 การเข้าถึงข้อมูล {tail}")
    assert entry.scores == ()


@pytest.mark.parametrize("tail", ["", " ↓", " (ลดลง 1.35)"])
def test_a_code_and_its_score_with_a_mark_behind(tail: str) -> None:
    [entry] = entries_of(f"E4\n78.20{tail}")
    assert [str(s.value) for s in entry.scores] == ["78.20"]


def test_a_band_across_the_table_names_the_item_of_the_rows_below() -> None:
    rows: list[list[str | None]] = [
        ["มาตรการ/กิจกรรม", "ผลการดำเนินการ", "ผู้รับผิดชอบ"],
        ["ข้อ I1 เต็มใจให้บริการ (ได้ 92.08 คะแนน)", None, None],
        ["จัดอบรม", "อบรมแล้ว", "ฝ่ายทะเบียน"],
        ["ข้อ I2 ให้บริการเท่าเทียม (ได้ 80.77 คะแนน)", None, None],
        ["ประชุมชี้แจง", "ประชุมแล้ว", "ฝ่ายการคลัง"],
    ]
    read = report(ANALYSIS_67, table(rows, {(1, 0): (1, 3), (3, 0): (1, 3)}))
    assert {s.code: str(s.score) for s in read.scores} == {"I1": "92.08", "I2": "80.77"}
    assert [(m.codes, m.measure) for m in read.measures] == [
        (("I1",), "จัดอบรม"),
        (("I2",), "ประชุมชี้แจง"),
    ]


def test_columns_that_name_the_level_of_their_scores() -> None:
    rows: list[list[str | None]] = [
        ["เครื่องมือ", "ตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนเครื่องมือ"],
        ["IIT", "1. การปฏิบัติหน้าที่", "94.95", "93.09"],
        [None, "2. การใช้งบประมาณ", "92.49", None],
        ["EIT", "6. คุณภาพการดำเนินงาน", "93.94", "91.58"],
        [None, "7. ประสิทธิภาพการสื่อสาร", "87.29", None],
    ]
    spans = {(r, c): (2, 1) for r in (1, 3) for c in (0, 3)}
    read = report(ANALYSIS_67, table(rows, spans))
    assert {s.code: str(s.score) for s in read.scores} == {
        "1": "94.95", "2": "92.49", "6": "93.94", "7": "87.29", "IIT": "93.09", "EIT": "91.58",
    }  # fmt: skip


def test_a_column_of_codes_alone_names_items_whatever_its_header() -> None:
    rows = [
        ["ข้อที่ต้องพัฒนา", "มาตรการ", "ผู้รับผิดชอบ"],
        ["I4, I5", "จัดอบรม", "ฝ่ายการคลัง"],
        ["O6 - O8", "เผยแพร่ข้อมูล", "ฝ่ายปกครอง"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert [m.codes for m in read.measures] == [("I4", "I5"), ("O6", "O7", "O8")]
    assert read.weaknesses == ()


def test_weaknesses_beside_scores_without_a_measure() -> None:
    rows = [
        ["ข้อ", "คะแนน", "จุดที่ควรพัฒนา"],
        ["I1", "85.10", "ล่าช้า"],
        ["I2", "83.20", "ไม่เท่าเทียม"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert [(w.codes, w.text) for w in read.weaknesses] == [
        (("I1",), "ล่าช้า"),
        (("I2",), "ไม่เท่าเทียม"),
    ]
    assert read.measures == ()


def test_a_number_beside_an_indicators_name_is_no_code() -> None:
    rows = [
        ["ข้อ", "ประเด็น", "คะแนน"],
        ["1", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "88.10"],
        ["I1", "เต็มใจให้บริการ", "87.00"],
        ["2", "ตัวชี้วัดที่ 2 การใช้งบประมาณ", "86.20"],
        ["I4", "เปิดเผยงบประมาณ", "85.00"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {
        "1": "88.10", "I1": "87.00", "2": "86.20", "I4": "85.00",
    }  # fmt: skip


@pytest.mark.parametrize("heads", [("คะแนนรายข้อ", "คะแนนรายตัวชี้วัด"), ("ผลคะแนน", "ผลตัวชี้วัด")])
def test_an_indicators_score_merged_over_its_items(heads: tuple[str, str]) -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "ข้อ", *heads],
        ["1. การปฏิบัติหน้าที่", "I1", "80.78", "88.58"],
        [None, "I2", "96.38", None],
        ["2. การใช้งบประมาณ", "I4", "80.10", "82.20"],
        [None, "I5", "84.30", None],
    ]
    spans = {(r, c): (2, 1) for r in (1, 3) for c in (0, 3)}
    read = report(ANALYSIS_67, table(rows, spans))
    assert {s.code: str(s.score) for s in read.scores} == {
        "1": "88.58", "2": "82.20", "I1": "80.78", "I2": "96.38", "I4": "80.10", "I5": "84.30",
    }  # fmt: skip


def test_a_parts_score_merged_over_its_items_is_not_its_indicators() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัดย่อย", "คะแนนตัวชี้วัดย่อย", "ข้อ", "คะแนน"],
        ["9.4 การบริหารและพัฒนาทรัพยากรบุคคล", "50.00", "O16", "50.00"],
        ["10.1 การดำเนินการเพื่อป้องกันการทุจริต", "81.25", "O18", "100.00"],
        [None, None, "O19", "62.50"],
    ]
    read = report(ANALYSIS_67, table(rows, {(2, c): (2, 1) for c in (0, 1)}))
    assert {s.code: str(s.score) for s in read.scores if s.code[0] != "O"} == {
        "9.4": "50.00", "10.1": "81.25",
    }  # fmt: skip


def test_the_item_of_a_part_with_one_item_has_its_own_score() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัดย่อย", "คะแนนตัวชี้วัดย่อย", "OIT ข้อที่", "ข้อมูลที่เปิดเผย", "คะแนน"],
        ["9.3 การบริหารงบประมาณ", "60.00", "15", items(2567)["O15"].title_th, "70.00"],
        ["9.4 การบริหารและพัฒนาทรัพยากรบุคคล", "50.00", "16", items(2567)["O16"].title_th, "40.00"],
        ["9.5 การส่งเสริมความโปร่งใส", "90.00", "17", items(2567)["O17"].title_th, "80.00"],
    ]
    read = report(ANALYSIS_67, paragraph("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (OIT)"), table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {
        "9.3": "60.00", "9.4": "50.00", "9.5": "90.00",
        "O15": "70.00", "O16": "40.00", "O17": "80.00",
    }  # fmt: skip


def test_scores_of_parts_and_of_their_indicator_beside_the_items() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "10 การป้องกันการทุจริต", None, None],
        ["ตัวชี้วัดย่อย", "10.1 การดำเนินการเพื่อป้องกันการทุจริต", None, "10.2 มาตรการภายในเพื่อป้องกันการทุจริต"],
        ["ข้อ", "O18", "O19", "O22"],
        ["คะแนนรายข้อ", "100.00", "50.00", "90.00"],
        ["คะแนนตัวชี้วัดย่อย", "75.00", None, "90.00"],
        ["คะแนนตัวชี้วัด", "82.50", None, None],
    ]
    merged = {(0, 1): (1, 3), (1, 1): (1, 2), (4, 1): (1, 2), (5, 1): (1, 3)}
    read = report(ANALYSIS_67, table(rows, merged))
    assert {s.code: str(s.score) for s in read.scores} == {
        "10": "82.50", "10.1": "75.00", "10.2": "90.00",
        "O18": "100.00", "O19": "50.00", "O22": "90.00",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["รวมทั้งหน่วยงาน", "คะแนนรวมทุกเครื่องมือ"])
def test_the_total_of_all_instruments_is_the_whole(name: str) -> None:
    down = [
        ["เครื่องมือ", "คะแนน"],
        ["เครื่องมือ IIT", "85.10"],
        ["เครื่องมือ EIT", "83.20"],
        [name, "84.15"],
    ]
    across = [[name, "แบบวัด IIT", "แบบวัด EIT"], ["84.15", "85.10", "83.20"]]
    for rows in (down, across):
        read = report(ANALYSIS_67, table(rows))
        assert {s.code: str(s.score) for s in read.scores} == {
            "IIT": "85.10", "EIT": "83.20", "ITA": "84.15",
        }  # fmt: skip


def test_the_overall_row_of_an_office() -> None:
    rows = [["ตัวชี้วัด", "คะแนน"], ["1. การปฏิบัติหน้าที่", "85.10"], ["คะแนนภาพรวมหน่วยงาน", "84.15"]]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {"1": "85.10", "ITA": "84.15"}


def test_numbered_statement_above_who_and_when_is_the_measure() -> None:
    found = report(
        PLAN_66,
        paragraph("ตามที่กรุงเทพมหานครได้ประเมินคุณธรรมและความโปร่งใสของสำนักงานเขต " * 5),
        paragraph("๑. ตัวชี้วัดที่ ๒ การใช้งบประมาณ", bold=True),
        paragraph("๑.๑ ให้เผยแพร่แผนการใช้จ่ายทุกฝ่าย"),
        paragraph("ผู้รับผิดชอบ : ฝ่ายการคลัง"),
        paragraph("กำหนดแล้วเสร็จ : ๓๑ ธันวาคม ๒๕๖๕"),
        paragraph("๑.๒ ให้เปิดเผยรายชื่อคณะกรรมการ"),
        paragraph("ผู้รับผิดชอบ : ฝ่ายโยธา"),
        paragraph("กำหนดแล้วเสร็จ : ๑๔ กุมภาพันธ์ ๒๕๖๖"),
    ).measures
    assert [(m.indicator, m.units, m.deadline) for m in found] == [
        ("2", ("ฝ่ายการคลัง",), "2022-12-31"),
        ("2", ("ฝ่ายโยธา",), "2023-02-14"),
    ]
    assert [s.text for m in found for s in m.steps] == [
        "ให้เผยแพร่แผนการใช้จ่ายทุกฝ่าย",
        "ให้เปิดเผยรายชื่อคณะกรรมการ",
    ]


def test_band_of_an_item_with_its_score_in_a_cell_of_its_own() -> None:
    rows: list[list[str | None]] = [
        ["มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"],
        ["I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", None, "92.08 คะแนน"],
        ["จัดอบรม", "ฝ่ายทะเบียน", "30 เมษายน 2568"],
        ["I2", "อำนวยความสะดวกในการให้บริการประชาชน (80.77 คะแนน)", None],
        ["ประชุมชี้แจง", "ฝ่ายการคลัง", "30 เมษายน 2568"],
    ]
    read = report(ANALYSIS_67, table(rows, {(1, 0): (1, 2), (3, 1): (1, 2)}))
    assert {s.code: str(s.score) for s in read.scores} == {"I1": "92.08", "I2": "80.77"}
    assert [(m.codes, m.measure) for m in read.measures] == [
        (("I1",), "จัดอบรม"),
        (("I2",), "ประชุมชี้แจง"),
    ]


def test_a_form_headed_by_an_item_and_its_score() -> None:
    rows: list[list[str | None]] = [
        ["I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", None, "92.08"],
        ["มาตรการ", "จัดอบรม", None],
        ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", None],
        ["กำหนดแล้วเสร็จ", "30 เมษายน 2568", None],
    ]
    spans = {(0, 0): (1, 2), **{(r, 1): (1, 2) for r in (1, 2, 3)}}
    read = report(ANALYSIS_67, table(rows, spans))
    assert {s.code: str(s.score) for s in read.scores} == {"I1": "92.08"}
    assert [(m.codes, m.measure, m.deadline) for m in read.measures] == [
        (("I1",), "จัดอบรม", "2025-04-30")
    ]


_CARD: list[list[str | None]] = [
    ["ข้อที่ตอบ", "I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ\nI2 อำนวยความสะดวกในการให้บริการประชาชน"],
    ["มาตรการ", "จัดอบรม"],
    ["ผลการดำเนินการ", "อบรมแล้ว"],
    ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
    ["ตู้ที่เก็บเรื่อง", "ตู้ 1"],
]


def cards(rows: list[list[str | None]]) -> list[tuple[object, ...]]:
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    found = report(ANALYSIS_67, head, table(rows))
    return [(m.codes, m.indicator, m.measure, m.result, m.units) for m in found.measures]


_SAID = (("I1", "I2"), "1", "จัดอบรม", "อบรมแล้ว", ("ฝ่ายทะเบียน",))


def test_a_card_with_labels_nobody_knows() -> None:
    assert cards(_CARD) == [_SAID]
    second: list[list[str | None]] = [["ข้อที่ตอบ", "I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่"], *_CARD[1:]]
    assert cards([*_CARD, *second]) == [_SAID, (("I3",), *_SAID[1:])]


def test_a_card_with_a_header_a_running_number_or_colons() -> None:
    assert cards([["รายการ", "รายละเอียด"], *_CARD]) == [_SAID]
    numbered: list[list[str | None]] = [[str(i), *row] for i, row in enumerate(_CARD, 1)]
    assert cards([["ที่", "รายการ", "รายละเอียด"], *numbered]) == [_SAID]
    assert cards([[row[0], ":", row[1]] for row in _CARD]) == [_SAID]


def test_cards_side_by_side_are_each_their_own() -> None:
    others = ["E4 มีการเผยแพร่ข้อมูล", "ทำคลิป", "ทำแล้ว", "ฝ่ายโยธา", "ตู้ 2"]
    rows = [[*row, other] for row, other in zip(_CARD, others, strict=True)]
    found = cards(rows)
    assert [(m[0], m[2], m[4]) for m in found] == [
        (("I1", "I2"), "จัดอบรม", ("ฝ่ายทะเบียน",)),
        (("E4",), "ทำคลิป", ("ฝ่ายโยธา",)),
    ]


def test_an_indicators_name_in_a_card_is_no_header() -> None:
    # "การใช้งบประมาณ" names a column of money elsewhere.
    said = [("1. การปฏิบัติหน้าที่", "I1"), ("2. การใช้งบประมาณ", "I4"), ("3. การใช้อำนาจ", "I7")]
    for first in range(3):
        rows: list[list[str | None]] = []
        for name, code in said[first:]:
            rows += [["ตัวชี้วัด", name], ["ข้อที่เกี่ยวข้อง", code], *_CARD[1:4]]
        found = report(ANALYSIS_67, table(rows)).measures
        expected = [((code,), name[0]) for name, code in said[first:]]
        assert [(m.codes, m.indicator) for m in found] == expected


def test_a_card_below_a_heading_that_refers_to_items() -> None:
    head = paragraph("มาตรการที่ 1 (ข้อ I1, I2)", bold=True)
    [found] = report(ANALYSIS_67, head, table(_CARD[1:])).measures
    assert found.codes == ("I1", "I2")


def test_a_title_that_speaks_of_a_year_is_no_interval() -> None:
    title = "แผนปฏิบัติราชการประจำปี และรายงานผลการปฏิบัติราชการประจำปี"
    rows: list[list[str | None]] = [["ข้อ", "O5"], ["หัวข้อ", title], *_CARD[1:4]]
    [found] = report(ANALYSIS_67, table(rows)).measures
    assert (found.codes, found.monitoring_months) == (("O5",), None)


def test_a_label_within_a_cell_below_a_line_as_long_as_the_cell() -> None:
    place = Place(1, Box(0, 0, 1, 1))

    def cell(row: int, column: int, *lines: str) -> Cell:
        made = tuple(Line(t, Box(40, 20 * i, 200, 20 * i + 18), 14) for i, t in enumerate(lines))
        return Cell(row, column, 1, 1, "".join(lines), (place,), made)

    cells = [cell(0, 0, "ข้อ"), cell(0, 1, "การดำเนินการ")]
    for row, code in enumerate(("I1", "I4"), 1):
        cells += [cell(row, 0, code), cell(row, 1, "มาตรการ: จัดอบรม", "ผู้รับผิดชอบ: ฝ่ายทะเบียน")]
    found = report(ANALYSIS_67, Table(0, 2, (Row(1),) * 3, tuple(cells), 1, (place,))).measures
    assert [(m.codes, m.measure, m.units) for m in found] == [
        (("I1",), "จัดอบรม", ("ฝ่ายทะเบียน",)),
        (("I4",), "จัดอบรม", ("ฝ่ายทะเบียน",)),
    ]


def test_labels_in_groups_whose_names_are_merged_over_their_rows() -> None:
    rows: list[list[str | None]] = [
        ["การดำเนินการ", "มาตรการ", "จัดอบรม"],
        [None, "ผลการดำเนินการ", "อบรมแล้ว"],
        ["ข้อมูลทั่วไป", "ข้อ", "I1, I2"],
        [None, "ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
    ]
    [found] = report(ANALYSIS_67, table(rows, {(0, 0): (2, 1), (2, 0): (2, 1)})).measures
    assert (found.codes, found.measure, found.result) == (("I1", "I2"), "จัดอบรม", "อบรมแล้ว")
    assert found.units == ("ฝ่ายทะเบียน",)


def test_cards_beside_each_other_with_labels_in_every_cell() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ I1", "ข้อ I4, I5"],
        ["มาตรการ: จัดอบรม", "มาตรการ: เวียนแผน"],
        ["ผู้รับผิดชอบ: ฝ่ายทะเบียน", "ผู้รับผิดชอบ: ฝ่ายการคลัง"],
        ["กำหนดแล้วเสร็จ: 1 เม.ย. 2568", "กำหนดแล้วเสร็จ: 2 เม.ย. 2568"],
    ]
    found = report(ANALYSIS_67, table(rows)).measures
    assert [(m.codes, m.measure, m.units, m.deadline) for m in found] == [
        (("I1",), "จัดอบรม", ("ฝ่ายทะเบียน",), "2025-04-01"),
        (("I4", "I5"), "เวียนแผน", ("ฝ่ายการคลัง",), "2025-04-02"),
    ]


def test_an_answer_that_speaks_of_a_label_makes_no_header() -> None:
    rows = [
        ["มาตรการ", "ตรวจสอบแผนผังขั้นตอน"],
        ["ผู้รับผิดชอบ", "ฝ่ายโยธา"],
        ["กำหนดแล้วเสร็จ", "30 เมษายน 2568"],
    ]
    found = report(PLAN_66, table(rows))
    assert [(m.measure, m.units) for m in found.measures] == [("ตรวจสอบแผนผังขั้นตอน", ("ฝ่ายโยธา",))]


def test_a_form_below_an_empty_row() -> None:
    answers = ["ตรวจสอบแผนผังขั้นตอน", "ฝ่ายโยธา", "30 เมษายน 2568"]
    labels = ["มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"]
    form = [[label, answer] for label, answer in zip(labels, answers, strict=True)]
    found = report(PLAN_66, table([["", ""], *form]))
    assert [(m.measure, m.units) for m in found.measures] == [("ตรวจสอบแผนผังขั้นตอน", ("ฝ่ายโยธา",))]


def test_forms_of_which_some_lack_their_first_label() -> None:
    rows: list[list[str | None]] = []
    for name, code in (("1. การปฏิบัติหน้าที่", "I1"), ("", "I2"), ("2. การใช้งบประมาณ", "I4")):
        rows += [["ตัวชี้วัด", name]] if name else []
        rows += [["ข้อ", code], ["มาตรการ", f"จัดอบรม {code}"], ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"]]
    found = report(ANALYSIS_67, table(rows)).measures
    assert [(m.codes, m.indicator, m.measure) for m in found] == [
        (("I1",), "1", "จัดอบรม I1"),
        (("I2",), "1", "จัดอบรม I2"),
        (("I4",), "2", "จัดอบรม I4"),
    ]


def test_forms_that_go_on_at_the_top_of_a_page() -> None:
    one = [["ข้อ", "I1"], ["มาตรการ", "จัดอบรม"], ["ผู้รับผิดชอบ", "ฝ่ายโยธา"], ["ระยะเวลา", "ไตรมาส 2"]]
    two = [["ข้อ", "I2"], ["มาตรการ", "เวียนแผน"], ["ผู้รับผิดชอบ", "ทุกฝ่าย"], ["ระยะเวลา", "ไตรมาส 3"]]
    found = report(PLAN_66, table([*one, *two], starts=[6], pages=[1] * 6 + [2] * 2))
    assert [(m.codes, m.measure, m.units) for m in found.measures] == [
        (("I1",), "จัดอบรม", ("ฝ่ายโยธา",)),
        (("I2",), "เวียนแผน", ("ทุกฝ่าย",)),
    ]


def test_an_item_with_its_score_in_the_first_row_of_a_card_is_no_header() -> None:
    rows: list[list[str | None]] = [["ข้อประเมิน", "I4 โปร่งใส ตรวจสอบได้ (97.91 คะแนน)"], *_CARD[1:4]]
    found = report(ANALYSIS_67, table(rows))
    assert [m.codes for m in found.measures] == [("I4",)]
    assert [(s.code, str(s.score)) for s in found.scores] == [("I4", "97.91")]


def test_numbered_headings_of_forms_with_their_items() -> None:
    def form(number: int, item: str, score: str) -> list[list[str | None]]:
        return [
            [f"แผนที่ {number}", item],
            ["คะแนนข้อนี้", f"{score} (ปี 2567)"],
            ["ปัญหาที่พบ", "แจ้งขั้นตอนไม่ครบ"],
            ["กิจกรรม/ขั้นตอน", "จัดทำป้ายขั้นตอน"],
            ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
        ]

    first = form(1, "I1 : เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "83.76")
    found = report(ANALYSIS_67, table([*first, *form(2, "I4 : โปร่งใส ตรวจสอบได้", "82.13")]))
    assert {s.code: (str(s.score), s.fiscal_year) for s in found.scores} == {
        "I1": ("83.76", 2567),
        "I4": ("82.13", 2567),
    }
    assert [m.codes for m in found.measures] == [("I1",), ("I4",)]
    # What a form is about may be told in words alone: it is never what the form before is about.
    other = form(2, "การให้บริการนอกเวลาราชการ", "82.13")
    assert [s.code for s in report(ANALYSIS_67, table([*first, *other])).scores] == ["I1"]


def test_what_an_instrument_asks_is_not_the_indicator_named_almost_so() -> None:
    rows = [
        ["แบบวัด", "รายการ", "คะแนน"],
        ["EIT", "ผู้มีส่วนได้ส่วนเสียภายนอก", "92.70"],
        ["OIT", "การเปิดเผยข้อมูลสาธารณะ", "86.25"],
        ["ITA", "คะแนนรวมทั้งหน่วยงาน", "89.13"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {
        "EIT": "92.70", "OIT": "86.25", "ITA": "89.13",
    }  # fmt: skip


def test_a_table_of_contents_is_no_form() -> None:
    rows = [
        ["เรื่อง", "หน้า"],
        ["1. ความเป็นมาและวิธีการประเมิน", "2"],
        ["2. ผลการประเมินในภาพรวม", "3"],
        ["3. ผลการประเมินจำแนกรายข้อ", "3"],
        ["4. ข้อบกพร่องและแนวทางแก้ไขในปีถัดไป", "8"],
    ]
    assert report(PLAN_66, table(rows)).measures == ()


def test_a_heading_that_counts_forms_before_it_names_their_indicator() -> None:
    rows: Grid = [
        ["ลำดับที่ ๑ : ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", None],
        ["มาตรการ/กิจกรรม", "สุ่มตรวจการให้บริการ"],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง"],
        ["กำหนดแล้วเสร็จ", "๒๐ ม.ค. ๒๕๖๘"],
        ["ลำดับที่ ๒ : ตัวชี้วัดที่ ๓ การใช้อำนาจ", None],
        ["มาตรการ/กิจกรรม", "กำชับผู้บังคับบัญชา"],
        ["ผู้รับผิดชอบ", "ฝ่ายโยธา"],
        ["กำหนดแล้วเสร็จ", "๓๑ ธ.ค. ๒๕๖๗"],
    ]
    found = report(ANALYSIS_67, table(rows, {(0, 0): (1, 2), (4, 0): (1, 2)}))
    assert [(m.indicator, m.units) for m in found.measures] == [
        ("1", ("ฝ่ายการคลัง",)),
        ("3", ("ฝ่ายโยธา",)),
    ]


def test_a_list_of_contents_is_no_form() -> None:
    names = ("ผลคะแนนรายข้อ", "จุดอ่อนที่พบ", "มาตรการปรับปรุง", "ผู้รับผิดชอบ")
    rows: Grid = [[f"{n}. {name}", str(n)] for n, name in enumerate(names, 1)]
    found = report(ANALYSIS_67, table(rows))
    assert (found.measures, found.weaknesses, found.scores) == ((), (), ())


def test_the_score_of_a_part_in_its_own_merged_cell() -> None:
    head: list[str | None] = ["ตัวชี้วัดย่อย", "ข้อ", "ข้อมูลที่เปิดเผย", "คะแนนที่ได้"]
    part = "9.1 ข้อมูลพื้นฐาน (92.86 คะแนน)"
    rows: Grid = [head, [part, "1", "ข้อมูลพื้นฐานของสำนักงานเขต", "100.00"]]
    rows = [*rows, [None, "3", "โรงเรียนสังกัดกรุงเทพมหานคร ในพื้นที่เขต", "85.71"]]
    made = table(rows, {(1, 0): (2, 1)})
    heading = paragraph("แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)", bold=True)
    found = {s.code: str(s.score) for s in report(ANALYSIS_67, heading, made).scores}
    assert found == {"9.1": "92.86", "O1": "100.00", "O3": "85.71"}


def test_the_score_that_a_page_end_cut_off_its_indicators_name() -> None:
    head: list[str | None] = ["ตัวชี้วัด", "ข้อ", "คำถาม", "คะแนน"]
    rows: Grid = [
        head,
        ["5. การแก้ไขปัญหาการทุจริต", "I11", "ผู้บังคับบัญชาให้ความสำคัญ", "91.03"],
        ["(เฉลี่ย 92.01 คะแนน)", "I12", "หน่วยงานมีมาตรการป้องกันการทุจริต", "92.98"],
    ]
    found = report(ANALYSIS_67, table(rows, starts=[2], pages=[1, 1, 2]))
    assert {s.code: str(s.score) for s in found.scores} == {
        "5": "92.01", "I11": "91.03", "I12": "92.98",
    }  # fmt: skip


def test_a_score_in_a_cell_of_its_own_beside_the_item_of_a_form() -> None:
    rows: list[list[str | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for one, two in (("I1", "I2"), ("I7", "I8")):
        top = len(rows)
        rows += [
            ["ข้อคำถาม", f"{one} บริการดี", "คะแนนปี 2567 85.10"],
            [None, f"{two} งานโปร่งใส", "คะแนนปี 2567 83.20"],
            ["จุดอ่อน", f"ล่าช้า {one}", None],
            ["มาตรการ", f"จัดอบรม {one}", None],
            ["ผู้รับผิดชอบ", "ฝ่ายโยธา", None],
        ]
        spans |= {(top, 0): (2, 1)} | {(r, 1): (1, 2) for r in range(top + 2, top + 5)}
    read = report(ANALYSIS_67, table(rows, spans))
    assert [(m.codes, m.measure) for m in read.measures] == [
        (("I1", "I2"), "จัดอบรม I1"),
        (("I7", "I8"), "จัดอบรม I7"),
    ]
    assert {s.code: str(s.score) for s in read.scores} == {
        "I1": "85.10",
        "I2": "83.20",
        "I7": "85.10",
        "I8": "83.20",
    }


def test_the_score_of_the_indicator_that_heads_a_form() -> None:
    rows: list[list[str | None]] = [
        ["คะแนนปี 2567", "81.53 คะแนน"],
        ["จุดอ่อน", "คำแนะนำไม่ตรงกัน"],
        ["มาตรการ", "1. รวบรวมคำถาม\n2. จัดทำคลังคำตอบ"],
        ["ผู้รับผิดชอบ", "ทุกฝ่าย"],
        ["กำหนดเสร็จ", "30 มกราคม 2568"],
    ]
    read = report(ANALYSIS_67, paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True), table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {"1": "81.53"}
    assert [m.indicator for m in read.measures] == ["1"]
    assert not report(ANALYSIS_67, paragraph("เรื่องอื่น", bold=True), table(rows)).scores
