"""Items printed as bare numbers under their instruments."""

from __future__ import annotations

import pytest

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, Grid, Spans, report, table


def printed(found: Report) -> dict[str, str]:
    return {s.code: str(s.score) for s in found.scores if s.fiscal_year == 2567}


def read(rows: Grid, spans: Spans | None = None) -> dict[str, str]:
    return printed(report(ANALYSIS_67, table(rows, spans)))


@pytest.mark.parametrize(
    "heads", [("IIT", "EIT", "OIT"), ("แบบวัด IIT", "แบบวัด EIT", "แบบตรวจ OIT")]
)
def test_a_column_for_each_instrument(heads: tuple[str, str, str]) -> None:
    rows = [
        ["ข้อที่", *heads],
        ["1", "83.49", "85.04", "100"],
        ["2", "88.90", "91.96", "0"],
        ["3", "82.06", "-", "50.00"],
    ]
    assert read(rows) == {
        "I1": "83.49", "I2": "88.90", "I3": "82.06", "E1": "85.04", "E2": "91.96",
        "O1": "100", "O2": "0", "O3": "50.00",
    }  # fmt: skip


def test_lists_beside_each_other_below_their_instruments() -> None:
    rows: Grid = [
        ["แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายใน (IIT)", None, "EIT", None],
        ["ข้อ", "คะแนน", "ข้อ", "คะแนน"],
        ["1", "83.49", "1", "85.04"],
        ["2", "88.90", "2", "91.96"],
        ["3", "82.06", "", ""],
    ]
    assert read(rows, {(0, 0): (1, 2), (0, 2): (1, 2)}) == {
        "I1": "83.49", "I2": "88.90", "I3": "82.06", "E1": "85.04", "E2": "91.96",
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["ลำดับ", "IIT", "EIT"], ["1", "83.49", "85.04"], ["2", "88.90", "91.96"]],
        [["ลำดับที่", "IIT", "EIT"], ["1", "83.49", "85.04"], ["1", "88.90", "91.96"]],
    ],
)
def test_numbers_that_are_none_of_items(rows: Grid) -> None:
    assert not any(code[1:].isdigit() for code in read(rows))


def test_an_item_has_no_score_in_the_column_of_another_instrument() -> None:
    rows = [["ข้อ", "IIT", "EIT"], ["I1", "83.49", "85.04"], ["I2", "88.90", "91.96"]]
    assert read(rows) == {"I1": "83.49", "I2": "88.90"}


def test_years_down_the_side_are_no_items() -> None:
    rows = [["ปี", "IIT", "EIT"], ["2566", "83.49", "85.04"], ["2567", "88.90", "91.96"]]
    assert read(rows) == {"IIT": "88.90", "EIT": "91.96"}


def test_the_score_after_an_appeal_stands() -> None:
    rows = [
        ["รหัส", "ประเด็นการประเมิน", "คะแนนก่อนอุทธรณ์", "คะแนนหลังอุทธรณ์"],
        ["O1", "ข้อมูลพื้นฐานของสำนักงานเขต", "50", "100"],
        ["O7", "คู่มือการให้บริการประชาชน", "50", "75"],
    ]
    assert read(rows) == {"O1": "100", "O7": "75"}


@pytest.mark.parametrize("years", [("ปี 66", "ปี 67"), ("2566", "2567"), ("66", "67")])
def test_the_years_of_each_instrument(years: tuple[str, str]) -> None:
    rows: Grid = [
        ["ข้อ", "IIT", None, "EIT", None],
        [None, *years, *years],
        ["1", "83.49", "85.04", "91.25", "92.10"],
        ["2", "88.90", "91.96", "87.40", "88.00"],
        ["3", "82.06", "84.13", "-", "-"],
    ]
    found = report(ANALYSIS_67, table(rows, {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2)}))
    assert printed(found) == {
        "I1": "85.04", "I2": "91.96", "I3": "84.13", "E1": "92.10", "E2": "88.00",
    }  # fmt: skip
    assert {s.code: str(s.score) for s in found.scores if s.fiscal_year == 2566} == {
        "I1": "83.49", "I2": "88.90", "I3": "82.06", "E1": "91.25", "E2": "87.40",
    }  # fmt: skip


def test_the_difference_of_the_years_of_each_instrument() -> None:
    heads = ["ปี 2566", "ปี 2567", "ผลต่าง"]
    rows: Grid = [
        ["ข้อ", "IIT", None, None, "EIT", None, None],
        [None, *heads, *heads],
        ["1", "83.49", "85.04", "1.55", "91.25", "92.10", "0.85"],
        ["2", "88.90", "91.96", "3.06", "87.40", "88.00", "0.60"],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (1, 3), (0, 4): (1, 3)}
    assert read(rows, spans) == {"I1": "85.04", "I2": "91.96", "E1": "92.10", "E2": "88.00"}


@pytest.mark.parametrize("last", [("ปี 2566", "ปี 2566"), ("ปี 2567", "ปี 2566"), ("ก", "ข")])
def test_columns_that_are_not_of_the_same_years_below_each_instrument(
    last: tuple[str, str],
) -> None:
    rows: Grid = [
        ["ข้อ", "IIT", None, "EIT", None],
        [None, "ปี 2566", "ปี 2567", *last],
        ["1", "83.49", "85.04", "91.25", "92.10"],
        ["2", "88.90", "91.96", "87.40", "88.00"],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2)}
    assert not {code for code in read(rows, spans) if code[0] == "E" and code != "EIT"}


def test_lists_beside_each_other_in_several_bands_of_one_table() -> None:
    rows: Grid = [
        ["แบบวัด IIT จำนวน 4 ข้อ", None, None, None],
        ["ข้อที่", "คะแนน", "ข้อที่", "คะแนน"],
        ["1", "94.22", "3", "87.16"],
        ["2", "86.41", "4", "81.71"],
        ["แบบวัด EIT จำนวน 3 ข้อ", None, None, None],
        ["ข้อที่", "คะแนน", "ข้อที่", "คะแนน"],
        ["1", "83.62", "3", "94.94"],
        ["2", "82.51", "", ""],
    ]
    found = read(rows, {(0, 0): (1, 4), (4, 0): (1, 4)})
    assert found["I4"] == "81.71" and found["E2"] == "82.51"
    # The band over both lists says whose items they are: no number of one is of the other's.
    assert found["I3"] == "87.16" and found["E3"] == "94.94"
