"""Columns that a tick chooses."""

from __future__ import annotations

import pytest

from extract.model import Table
from normalize.model import Report
from tests.normalize.tables import PLAN_66, Grid, report, table

HEAD = ["ข้อ", "มาตรการ", "ฝ่ายปกครอง", "ฝ่ายโยธา", "ฝ่ายสิ่งแวดล้อมฯ", "กำหนดแล้วเสร็จ"]


def matrix(*signs: tuple[str, str, str], head: list[str | None] | None = None) -> Table:
    said = [("I1", "จัดเวรให้คำแนะนำ"), ("I8", "เวียนแผนรายไตรมาส"), ("E1", "วางแบบประเมิน")]
    rows: Grid = [
        [code, what, *row, "20 เม.ย. 2566"] for (code, what), row in zip(said, signs, strict=False)
    ]
    return table([head or HEAD, *rows])


def units(found: Report) -> list[tuple[tuple[str, ...], tuple[str, ...], str | None]]:
    return [(m.codes, m.units, m.deadline) for m in found.measures]


@pytest.mark.parametrize("tick", ["✓", "✔", "√", "/", "●", "\uf0fc", "ü", "☑", "X", "×"])
@pytest.mark.parametrize("blank", ["", "-"])
def test_sections_that_are_ticked(tick: str, blank: str) -> None:
    made = matrix((tick, blank, blank), (blank, tick, tick), (blank, blank, tick))
    assert units(report(PLAN_66, made)) == [
        (("I1",), ("ฝ่ายปกครอง",), "2023-04-20"),
        (("I8",), ("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "ฝ่ายโยธา"), "2023-04-20"),
        (("E1",), ("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล",), "2023-04-20"),
    ]


@pytest.mark.parametrize(("yes", "no"), [("●", "○"), ("☑", "☐"), ("✓", "✗")])
def test_signs_of_what_is_not_chosen(yes: str, no: str) -> None:
    made = matrix((yes, no, no), (no, yes, no))
    assert [m.units for m in report(PLAN_66, made).measures] == [("ฝ่ายปกครอง",), ("ฝ่ายโยธา",)]


def test_a_header_over_the_sections_and_bands_across_the_table() -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ", "ส่วนงานเจ้าของเรื่อง", None, None, "กำหนดแล้วเสร็จ"],
        [None, None, "ปกครอง", "โยธา", "รายได้", None],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None, None, None],
        ["I1", "จัดเวรให้คำแนะนำ", "", "✓", "✓", "20 เม.ย. 2566"],
        ["ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", None, None, None, None, None],
        ["E1", "วางแบบประเมิน", "✓", "", "", "20 พ.ค. 2566"],
    ]
    spans = {
        (0, 2): (1, 3),
        (0, 0): (2, 1),
        (0, 1): (2, 1),
        (0, 5): (2, 1),
        (2, 0): (1, 6),
        (4, 0): (1, 6),
    }
    found = report(PLAN_66, table(rows, spans))
    assert [(m.indicator, *u) for m, u in zip(found.measures, units(found), strict=True)] == [
        ("1", ("I1",), ("ฝ่ายรายได้", "ฝ่ายโยธา"), "2023-04-20"),
        ("6", ("E1",), ("ฝ่ายปกครอง",), "2023-05-20"),
    ]


def test_intervals_that_are_ticked() -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ", "ผู้รับผิดชอบ", "ทุกเดือน", "ทุก 3 เดือน", "ทุก 6 เดือน"],
        ["I1", "จัดเวรให้คำแนะนำ", "ฝ่ายโยธา", "", "✓", ""],
        ["I8", "เวียนแผนรายไตรมาส", "ฝ่ายการคลัง", "✓", "", ""],
    ]
    found = report(PLAN_66, table(rows))
    assert [(m.units, m.monitoring_months) for m in found.measures] == [
        (("ฝ่ายโยธา",), 3.0),
        (("ฝ่ายการคลัง",), 1.0),
    ]


def test_sections_with_words_or_numbers_below_them_are_no_ticks() -> None:
    made = matrix(("✓", "2", ""), ("", "✓", ""))
    assert all(m.units == () for m in report(PLAN_66, made).measures)
