"""Columns whose header says two things at once, and reviews that no header speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Box, Line, Place
from normalize.model import Measure, Report
from normalize.words.dates import only_time
from normalize.words.intervals import only_interval, says_review
from normalize.words.unitnames import only_units
from tests.normalize.tables import PLAN_66, paragraph, report, table

I1 = "I1 ปฏิบัติงานหรือให้บริการแก่บุคคลภายนอก"


def read(header: list[str], *rows: list[str]) -> Report:
    return report(PLAN_66, table([["ข้อ", *header], *(["I1", *row] for row in rows)]))


def only(found: Report) -> Measure:
    (measure,) = found.measures
    return measure


def steps(found: Report) -> list[str]:
    return [s.text for s in only(found).steps if s.kind == "measure"]


def test_steps_and_sections_under_one_header() -> None:
    found = read(
        ["ขั้นตอน/ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"],
        ["1. จัดทำคู่มือ\n2. ติดประกาศ\n- ฝ่ายทะเบียน และฝ่ายโยธา", "30 เมษายน 2566"],
    )
    assert steps(found) == ["จัดทำคู่มือ", "ติดประกาศ"]
    assert only(found).units == ("ฝ่ายทะเบียน", "ฝ่ายโยธา")
    assert only(found).deadline == "2023-04-30"


def test_sections_behind_each_step() -> None:
    found = read(["ขั้นตอนและผู้รับผิดชอบ"], ["1. จัดทำคู่มือ (ฝ่ายทะเบียน)\n2. ติดประกาศ (ฝ่ายโยธา)"])
    assert steps(found) == ["จัดทำคู่มือ", "ติดประกาศ"]
    assert only(found).units == ("ฝ่ายทะเบียน", "ฝ่ายโยธา")


def test_a_section_that_a_sentence_ends_with_is_no_answer() -> None:
    said = "1. จัดทำคู่มือ\n2. ประสานงานกับ\nฝ่ายโยธา"
    found = read(["ขั้นตอน/ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"], [said, "30 เมษายน 2566"])
    assert only(found).units == () and "ฝ่ายโยธา" in (only(found).measure or "")


def test_steps_and_dates_under_one_header() -> None:
    found = read(
        ["มาตรการและกำหนดเวลา", "ผู้รับผิดชอบ"],
        ["จัดทำทะเบียนคุมพัสดุ ภายในวันที่ 31 พฤษภาคม 2566", "ฝ่ายการคลัง"],
    )
    assert only(found).measure == "จัดทำทะเบียนคุมพัสดุ"
    assert only(found).deadline == "2023-05-31"
    assert only(found).deadline_raw == "ภายในวันที่ 31 พฤษภาคม 2566"


def test_sections_dates_and_reviews_under_one_header() -> None:
    found = read(
        ["มาตรการ", "ผู้รับผิดชอบ/ระยะเวลา/การติดตาม"],
        ["จัดทำคู่มือ", "ฝ่ายการคลัง 31 พฤษภาคม 2566\nทุก 3 เดือน"],
    )
    measure = only(found)
    assert (measure.responsible, measure.deadline_raw) == ("ฝ่ายการคลัง", "31 พฤษภาคม 2566")
    assert (measure.monitoring_months, measure.monitoring_raw) == (3.0, "ทุก 3 เดือน")


def test_cells_that_say_more_stay_whole() -> None:
    found = read(
        ["มาตรการ", "หน่วยงานและระยะเวลา"],
        ["จัดทำคู่มือ", "ฝ่ายการคลัง\nใช้งบประมาณของเขต\n31 พฤษภาคม 2566"],
    )
    assert "งบประมาณ" in (only(found).responsible or "")
    assert only(found).deadline == "2023-05-31"


@pytest.mark.parametrize(
    "row",
    [
        ["จัดทำคู่มือ\nติดตาม - ทุก 3 เดือน", "ฝ่ายปกครอง", "30 เมษายน 2566"],
        ["จัดทำคู่มือ", "ฝ่ายปกครอง\nรายงานผลทุก 3 เดือน", "30 เมษายน 2566"],
        ["จัดทำคู่มือ", "ฝ่ายปกครอง", "30 เมษายน 2566 (ติดตามทุกไตรมาส)"],
    ],
)
def test_reviews_are_read_wherever_they_are_said(row: list[str]) -> None:
    found = read(["มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"], row)
    assert only(found).monitoring_months == 3.0
    assert only(found).deadline == "2023-04-30"
    assert steps(found) == ["จัดทำคู่มือ"]


def test_a_step_that_is_a_review_is_both() -> None:
    row = ["1. จัดทำคู่มือ\n2. รายงานผลทุกเดือน", "ฝ่ายปกครอง"]
    found = read(["มาตรการ", "ผู้รับผิดชอบ"], row)
    assert steps(found) == ["จัดทำคู่มือ", "รายงานผลทุกเดือน"]
    assert only(found).monitoring_months == 1.0
    # Within a step it is one of its words, wherever the line breaks.
    place = Place(1, Box(40, 100, 140, 120), 0, 1, 1)
    for broken in ("1. กำหนดตัวชี้วัดและ|รายงานผลรายไตรมาส", "1. กำหนดตัวชี้วัด|รายงานผลรายไตรมาส"):
        made = tuple(Line(text, place.box, 16, False) for text in broken.split("|"))
        text = broken.replace("|", "")
        grid = table([["ข้อ", "มาตรการ"], ["I1", text]])
        cells = (replace(c, lines=made) if c.text == text else c for c in grid.cells)
        found = report(PLAN_66, replace(grid, cells=tuple(cells)))
        assert only(found).monitoring_months is None
    # A step that is done every month is no review.
    found = read(["มาตรการ", "ผู้รับผิดชอบ"], ["1. จัดทำคู่มือ\n2. จัดประชุมทุกเดือน", "ฝ่ายปกครอง"])
    assert only(found).monitoring_months is None


def test_a_line_below_labels_says_the_review() -> None:
    lines = ["มาตรการ : จัดทำคู่มือ", "ผู้รับผิดชอบ : ฝ่ายปกครอง", "ระยะเวลา : 30 เมษายน 2566"]
    found = report(
        PLAN_66, paragraph(I1, bold=True), *map(paragraph, [*lines, "ติดตาม - ทุก 3 เดือน"])
    )
    assert only(found).monitoring_months == 3.0
    assert only(found).deadline_raw == "30 เมษายน 2566"


def test_what_is_nothing_else() -> None:
    times = [
        "ภายในวันที่ 30 เมษายน 2568",
        "(ภายในเดือนมีนาคม 2568)",
        "ไตรมาส 2",
        "1 ต.ค. 67 - 30 ก.ย. 68",
    ]
    assert all(map(only_time, times))
    assert not any(map(only_time, ["2568", "จัดทำ 30 เมษายน 2568", "ฝ่ายปกครอง 31 มี.ค. 68"]))
    assert all(map(only_units, ["(โดยฝ่ายการคลัง)", "หัวหน้าฝ่ายโยธา", "ทุกฝ่ายในสำนักงานเขต", "ฝ่ายรักษาฯ"]))
    assert not any(map(only_units, ["ประสานฝ่ายปกครอง", "ผู้รับผิดชอบ", ""]))
    assert all(map(only_interval, ["ทุก 3 เดือน", "เดือนละ 1 ครั้ง", "ทุกวันที่ 5 ของเดือน"]))
    assert not any(map(only_interval, ["จัดประชุมทุกเดือน", "2568 ทุกเดือน", "12 เดือน 15"]))
    assert says_review("รายงานผลผู้อำนวยการเขตทุกเดือน") and not says_review("ทุกเดือน")
    assert not says_review("รายงานผลการดำเนินงานประจำปี")


def test_the_item_that_a_cell_of_measures_begins_with() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ/มาตรการ", "ผู้รับผิดชอบ (กำหนดแล้วเสร็จ)"],
        [f"{I1}\n1. จัดทำคู่มือ\n2. ติดประกาศ", "ฝ่ายปกครอง\n(30 เมษายน 2566)"],
        ["I2 ข้อความที่ไม่มีในสมุด\n1. จัดทำทะเบียน", "ฝ่ายการคลัง\n(31 พฤษภาคม 2566)"],
    ]
    first, second = report(PLAN_66, table(rows)).measures
    assert (first.codes, first.measure) == (("I1",), "1. จัดทำคู่มือ\n2. ติดประกาศ")
    assert (first.units, first.deadline) == (("ฝ่ายปกครอง",), "2023-04-30")
    assert (second.codes, second.measure) == (("I2",), "1. จัดทำทะเบียน")
