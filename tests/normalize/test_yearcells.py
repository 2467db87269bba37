"""A row for each year of the same thing, whose name stands once."""

from __future__ import annotations

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, Grid, report, table

ROWS: Grid = [
    ["1. การปฏิบัติหน้าที่", "2566", "79.27"],
    ["", "2567", "90.17"],
    ["2. การใช้งบประมาณ", "2566", "85.82"],
    ["", "2567", "88.41"],
]


def told(found: Report) -> dict[tuple[int | None, str], str]:
    return {(s.fiscal_year, s.code): str(s.score) for s in found.scores}


def test_a_blank_cell_beside_another_year_has_the_name_above() -> None:
    assert told(report(ANALYSIS_67, table(ROWS))) == {
        (2566, "1"): "79.27",
        (2567, "1"): "90.17",
        (2566, "2"): "85.82",
        (2567, "2"): "88.41",
    }


def test_beside_the_same_year_it_has_none() -> None:
    rows = [ROWS[0], ["", "2566", "90.17"], *ROWS[2:]]
    assert (2566, "1") in told(report(ANALYSIS_67, table(rows)))
    assert "90.17" not in told(report(ANALYSIS_67, table(rows))).values()
