"""Tables whose indicators, codes or instruments run across, and what stands below them."""

from __future__ import annotations

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, Grid, Spans, report, table


def read(rows: Grid, spans: Spans | None = None) -> Report:
    return report(ANALYSIS_67, table(rows, spans))


def printed(found: Report) -> dict[str, str]:
    return {s.code: str(s.score) for s in found.scores if s.fiscal_year == 2567}


def test_bare_numbers_across_are_those_of_indicators_where_a_cell_says_so() -> None:
    rows = [["ตัวชี้วัดที่", "1", "2", "9", "10"], ["คะแนน", "90.04", "89.27", "81.67", "100.00"]]
    assert printed(read(rows)) == {"1": "90.04", "2": "89.27", "9": "81.67", "10": "100.00"}
    rows = [["ตัวชี้วัดย่อยที่", "9.1", "9.2", "10.1"], ["คะแนน", "100.00", "87.50", "0.00"]]
    assert printed(read(rows)) == {"9.1": "100.00", "9.2": "87.50", "10.1": "0.00"}


def test_numbers_across_that_do_not_rise_are_no_indicators() -> None:
    rows = [["ตัวชี้วัดที่", "5", "3", "3", "4"], ["คะแนน", "90.04", "89.27", "81.67", "88.10"]]
    assert printed(read(rows)) == {}


def test_instruments_across_with_their_weights_beside_the_rating() -> None:
    rows = [
        ["ปีงบประมาณ", "IIT (30%)", "EIT (น้ำหนัก 30)", "OIT (40%)", "คะแนนรวม", "ระดับ"],
        ["2567", "90.04", "89.35", "86.25", "88.32", "ผ่านดี"],
    ]
    found = read(rows)
    assert printed(found) == {"IIT": "90.04", "EIT": "89.35", "OIT": "86.25", "ITA": "88.32"}
    assert found.meta.rating == "ผ่านดี"


def test_the_rating_of_the_year_in_a_table_of_years() -> None:
    rows = [
        ["ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"],
        ["2566", "80.04", "79.35", "76.25", "78.32", "ต้องปรับปรุง"],
        ["2567", "90.04", "89.35", "86.25", "88.32", "ผ่านดี"],
    ]
    assert read(rows).meta.rating == "ผ่านดี"
