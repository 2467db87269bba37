"""Forms with rows of boxes: each box is a label with its answer."""

from __future__ import annotations

import pytest

from tests.normalize.tables import ANALYSIS_67, Grid, Spans, report, table

BOXES = ("ผู้รับผิดชอบ{}ฝ่ายคลัง", "กำหนดแล้วเสร็จ{}14 กุมภาพันธ์ 2568", "ติดตามความก้าวหน้า{}ทุก 3 เดือน")


def form(between: str) -> tuple[Grid, Spans]:
    rows: list[list[str | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for code in ("I6", "I8"):
        first = len(rows)
        rows += [
            [f"{code} มีการเบิกจ่ายเท็จ 84.75 คะแนน", None, None, None],
            ["จุดที่ต้องพัฒนา", f"ลงเวลาไม่ตรง {code}", None, None],
            ["มาตรการ", "1. ใช้ใบสั่งงาน\n2. สุ่มตรวจ", None, None],
            [BOXES[0].format(between), None, *(box.format(between) for box in BOXES[1:])],
        ]
        spans |= {(first, 0): (1, 4), (first + 1, 1): (1, 3), (first + 2, 1): (1, 3)}
        spans[first + 3, 0] = (1, 2)
    return rows, spans


@pytest.mark.parametrize("between", ["\n", ": "])
def test_boxes_below_the_answers_of_a_form(between: str) -> None:
    found = report(ANALYSIS_67, table(*form(between)))
    told = [(m.codes, m.units, str(m.deadline), m.monitoring_months) for m in found.measures]
    rest = (("ฝ่ายการคลัง",), "2025-02-14", 3.0)
    assert told == [(("I6",), *rest), (("I8",), *rest)]
    assert [[s.text for s in m.steps] for m in found.measures] == [["ใช้ใบสั่งงาน", "สุ่มตรวจ"]] * 2
    assert [w.text for w in found.weaknesses] == ["ลงเวลาไม่ตรง I6", "ลงเวลาไม่ตรง I8"]


def test_boxes_in_a_table_of_columns_stay_in_it() -> None:
    rows = [
        ["ข้อ", "มาตรการ", "ผู้รับผิดชอบ"],
        ["I6", "ใช้ใบสั่งงาน", "ฝ่ายโยธา"],
        ["I8", "ผลผลิต\nสมุด 1 เล่ม", "ผู้รับผิดชอบ\nฝ่ายคลัง"],
    ]
    assert len(report(ANALYSIS_67, table(rows)).measures) == 2
