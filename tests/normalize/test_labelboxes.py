"""Boxes of a slide that are a label over its answer each."""

from __future__ import annotations

from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_66, Grid, paragraph, report, scores, table

TITLE = items(2566)["I14"].title_th


def box(*rows: str) -> Grid:
    return [[row] for row in rows]


def test_boxes_are_of_the_item_that_heads_their_slide() -> None:
    found = report(
        ANALYSIS_66,
        paragraph(f"I14 {TITLE}", bold=True),
        table(
            box("จุดอ่อน", "ไหว้วานให้ทำธุระส่วนตัว", "มาตรการแก้ไข", "• ออกหนังสือกำชับ\n• เปิดกล่องรับแจ้งเหตุ")
        ),
        paragraph("71.62"),
        paragraph("คะแนน ปี 2566"),
        table([["", "ปี 2565", "ปี 2566"], ["ตัวชี้วัดที่ 3 การใช้อำนาจ", "79.30", "86.70"]]),
        table(box("ผู้รับผิดชอบ", "ฝ่ายโยธา\nฝ่ายทะเบียน")),
        table(box("แล้วเสร็จภายใน", "29 ก.พ. 2567")),
    )
    (measure,) = found.measures
    assert (measure.codes, measure.units) == (("I14",), ("ฝ่ายทะเบียน", "ฝ่ายโยธา"))
    assert (measure.deadline, measure.weakness) == ("2024-02-29", "ไหว้วานให้ทำธุระส่วนตัว")
    steps = [s.text for s in measure.steps if s.kind == "measure"]
    assert steps == ["ออกหนังสือกำชับ", "เปิดกล่องรับแจ้งเหตุ"]
    assert str(scores(found, 2566)["I14"]) == "71.62"
    assert str(scores(found, 2565)["3"]) == "79.30"


def test_boxes_without_a_measure_stay_tables() -> None:
    found = report(ANALYSIS_66, table(box("ผู้รับผิดชอบ", "ฝ่ายโยธา")), table(box("ผลผลิต", "ป้าย 4 ป้าย")))
    assert found.measures == ()
