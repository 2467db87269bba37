"""Bands whose score stands in cells of its own beside the indicator's name."""

from __future__ import annotations

import pytest

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, report, scores, table

HEADER: list[str | None] = ["ข้อ", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"]
ROW: list[str | None] = ["I1", "ขาดความเข้าใจ", "จัดทำคู่มือ", "ฝ่ายปกครอง", "30 เมษายน 2568"]
NAME = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"


def read(band: list[str | None], spans: dict[int, int]) -> Report:
    across = {(1, column): (1, columns) for column, columns in spans.items()}
    return report(ANALYSIS_67, table([HEADER, band, ROW], across))


@pytest.mark.parametrize(
    ("band", "spans"),
    [
        ([NAME, None, None, "คะแนนเฉลี่ย", "88.81"], {0: 3}),
        ([NAME, None, "คะแนนเฉลี่ย", None, "88.81"], {0: 2, 2: 2}),
        ([NAME, "คะแนนเฉลี่ย", "88.81", "", ""], {}),
        ([NAME, None, "คะแนนเฉลี่ย", "88.81", "คะแนน"], {0: 2}),
        ([NAME, None, None, "คะแนนเฉลี่ยของตัวชี้วัด", "88.81"], {0: 3}),
    ],
)
def test_a_word_and_a_number_beside_an_indicator_are_its_score(
    band: list[str | None], spans: dict[int, int]
) -> None:
    found = read(band, spans)
    assert {code: str(score) for code, score in scores(found).items()} == {"1": "88.81"}
    (measure,) = found.measures
    assert (measure.codes, measure.measure, measure.weakness) == (
        ("I1",),
        "จัดทำคู่มือ",
        "ขาดความเข้าใจ",
    )
    assert (measure.responsible, measure.deadline) == ("ฝ่ายปกครอง", "2025-04-30")


@pytest.mark.parametrize(
    "band",
    [
        [NAME, None, None, "ค่าเป้าหมาย", "88.81"],
        [NAME, None, None, "น้ำหนัก", "20.00"],
        [NAME, None, None, "คะแนนเฉลี่ย", "ฝ่ายโยธา"],
    ],
)
def test_other_words_and_numbers_are_none(band: list[str | None]) -> None:
    assert scores(read(band, {0: 3})) == {}


def test_the_word_is_no_measure_where_the_number_stands_in_a_column_for_scores() -> None:
    header: list[str | None] = ["ข้อ", "ประเด็นการประเมิน", "มาตรการ", "คะแนน"]
    row: list[str | None] = ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "จัดทำคู่มือ", "86.52"]
    rows = [header, [NAME, None, "คะแนนเฉลี่ย", "88.81"], row]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 2)}))
    assert {code: str(score) for code, score in scores(found).items()} == {
        "1": "88.81",
        "I1": "86.52",
    }
    assert [m.measure for m in found.measures] == ["จัดทำคู่มือ"]


def test_the_number_the_score_and_the_name_of_an_indicator_in_three_columns() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด/ข้อ", "คะแนน", "ประเด็นที่ต้องยกระดับ", "มาตรการ", "ผู้รับผิดชอบ"],
        ["1", "86.54", "การปฏิบัติหน้าที่", "", ""],
        ["I1", "81.56", "การให้บริการยังไม่เป็นมาตรฐานเดียวกัน", "จัดทำบทสนทนาต้นแบบ", "ฝ่ายทะเบียน"],
        ["2", "80.89", "การใช้งบประมาณ", "", ""],
        ["I4", "74.71", "บุคลากรไม่เห็นรายการใช้จ่าย", "เปิดเผยรายการ", "ฝ่ายการคลัง"],
    ]
    found = report(ANALYSIS_67, table(rows))
    told = {code: str(score) for code, score in scores(found).items()}
    assert told == {"1": "86.54", "I1": "81.56", "2": "80.89", "I4": "74.71"}
    assert [w.text for w in found.weaknesses] == [rows[2][2], rows[4][2]]
