"""Forms of labels and answers that stand between the rows of a table of scores."""

from __future__ import annotations

import pytest

from extract.model import Table
from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, scores, table

ANALYSIS_68 = paragraph(
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ สำนักงานเขตบางรัก"
)
TITLES = {code: item.title_th for code, item in items(2567).items()}


def card(name: str, code: str, items_of: dict[str, str], first: str = "ข้อที่เลือกพัฒนา") -> Grid:
    """An indicator's items with their scores, and below them a form about one of them."""
    return [
        [name, None, "85.10 คะแนน"],
        ["รายการ", None, "คะแนนที่ได้"],
        *([f"{k} {TITLES[k]}", None, v] for k, v in items_of.items()),
        ["", None, ""],
        [first, code, ""],
        ["จุดอ่อน", f"ยังมีข้อบกพร่องของ {code}", ""],
        ["มาตรการ", f"1) จัดทำคู่มือของ {code}\n2) ติดตามผลทุกเดือน", ""],
        ["ผู้รับผิดชอบ", "ฝ่ายปกครอง", ""],
        ["กำหนดแล้วเสร็จ", "31 มกราคม 2568", ""],
    ]


def cards(first: str = "ข้อที่เลือกพัฒนา") -> Table:
    rows = [
        *card("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "I1", {"I1": "78.34", "I2": "82.37"}, first)[1:],
        *card("ตัวชี้วัดที่ 2 การใช้งบประมาณ", "I4", {"I4": "80.45", "I5": "81.70"}, first),
    ]
    spans = {(r, 0): (1, 2) for r, row in enumerate(rows) if row[1] is None}
    return table(rows, spans)


HEADING = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 80.81 คะแนน", bold=True)


@pytest.mark.parametrize("first", ["ข้อที่เลือกพัฒนา", "ข้อที่เลือก", "ข้อ", "รหัสข้อ"])
def test_forms_between_scores_are_measures_and_the_scores_stay(first: str) -> None:
    found = report(ANALYSIS_67, HEADING, cards(first))
    assert {c: str(s) for c, s in scores(found).items()} == {
        "I1": "78.34", "I2": "82.37", "I4": "80.45", "I5": "81.70", "1": "80.81", "2": "85.10",
    }  # fmt: skip
    said = [(m.codes, m.indicator, m.units, m.deadline, len(m.steps)) for m in found.measures]
    assert said == [
        (("I1",), "1", ("ฝ่ายปกครอง",), "2025-01-31", 2),
        (("I4",), "2", ("ฝ่ายปกครอง",), "2025-01-31", 2),
    ]
    weak = [(w.codes, w.text) for w in found.weaknesses]
    assert weak == [(("I1",), "ยังมีข้อบกพร่องของ I1"), (("I4",), "ยังมีข้อบกพร่องของ I4")]


def test_each_form_is_of_the_indicator_right_above_it() -> None:
    found = report(ANALYSIS_68, HEADING, cards())
    assert [(m.codes, m.indicator) for m in found.measures] == [(("I1",), "1"), (("I4",), "2")]


def test_rows_of_two_cells_that_are_no_labels_are_no_form() -> None:
    rows: Grid = [
        ["ข้อ", "รายการ", "คะแนน"],
        ["I1", TITLES["I1"], "78.34"],
        ["I2", TITLES["I2"], ""],
        ["I4", TITLES["I4"], ""],
        ["I5", TITLES["I5"], ""],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {c: str(s) for c, s in scores(found).items()} == {"I1": "78.34"}
    assert found.measures == ()


def test_two_labels_in_one_row_of_a_form_below_its_items() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None],
        ["ข้อ", "ข้อคำถาม", None, "คะแนนปี 2567"],
        ["I2", items(2567)["I2"].title_th, None, "86.14"],
        ["จุดอ่อน", "อธิบายยาก", None, None],
        ["มาตรการ", "จัดทำบทสนทนา", None, None],
        ["ผลการดำเนินการ", "ทำแล้ว 8 เรื่อง", None, None],
        ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน", "กำหนดแล้วเสร็จ", "31 มกราคม 2568"],
    ]
    merged = {(0, 0): (1, 4), **{(r, 1): (1, 2) for r in (1, 2)}}
    merged |= {(r, 1): (1, 3) for r in (3, 4, 5)}
    found = report(ANALYSIS_67, table(rows, merged))
    assert {s.code: str(s.score) for s in found.scores} == {"I2": "86.14"}
    [measure] = found.measures
    assert (measure.measure, measure.units, str(measure.deadline)) == (
        "จัดทำบทสนทนา", ("ฝ่ายทะเบียน",), "2025-01-31",
    )  # fmt: skip
    assert measure.codes == ("I2",)
