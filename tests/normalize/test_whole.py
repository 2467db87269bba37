"""Names of the whole assessment, and the scores they stand beside."""

from __future__ import annotations

import pytest

from normalize.names.whole import names_whole
from tests.normalize.tables import Grid, paragraph, report, table

INDICATORS = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
TITLE = paragraph("รายงานผลการประเมิน ITA สำนักงานเขตสายไหม ประจำปีงบประมาณ พ.ศ. 2566")


@pytest.mark.parametrize(
    "name",
    [
        "คะแนนรวม",
        "คะแนน ITA รวม",
        "คะแนน ITA ภาพรวม",
        "ITA (รวม)",
        "ผลการประเมินในภาพรวมของหน่วยงาน",
        "คะแนนเฉลี่ยรวมทุกเครื่องมือ",
        "ผลคะแนนการประเมิน (ITA)",
        "คะแนนรวมทั้งหมด (เต็ม 100 คะแนน):",
    ],
)
def test_names_of_the_whole_in_any_order_of_their_words(name: str) -> None:
    assert names_whole(name)


@pytest.mark.parametrize(
    "name",
    [
        "คะแนน",
        "คะแนนเฉลี่ย",
        "คะแนน IIT",
        "คะแนนเต็มรวม",
        "รวมพลังเขต",
        "ภาพรวมกรุงเทพมหานคร",
        "คะแนนรวมปีก่อน",
    ],
)
def test_names_of_something_else(name: str) -> None:
    assert not names_whole(name)


def test_a_number_merged_below_all_indicators_is_the_score_of_the_whole() -> None:
    names = [f"{n}. {title}" for n, title in enumerate(INDICATORS, 1)]
    numbers = [f"8{n}.25" for n in range(10)]
    blank = [None] * 9
    rows: Grid = [
        ["เครื่องมือ", "IIT", *blank[:4], "EIT", None, None, "OIT", None],
        ["ตัวชี้วัด", *names],
        ["คะแนน", *numbers],
        ["คะแนนรายเครื่องมือ", "88.01", *blank[:4], "87.33", None, None, "58.24", None],
        ["คะแนน ITA ภาพรวม", "76.56", *blank],
    ]
    parts = {1: (1, 5), 6: (1, 3), 9: (1, 2)}
    merged = {(row, column): span for row in (0, 3) for column, span in parts.items()}
    found = report(TITLE, table(rows, {**merged, (4, 1): (1, 10)}))
    scores = {s.code: str(s.score) for s in found.scores}
    instruments = {"IIT": "88.01", "EIT": "87.33", "OIT": "58.24", "ITA": "76.56"}
    assert scores == {**{str(n): x for n, x in enumerate(numbers, 1)}, **instruments}
