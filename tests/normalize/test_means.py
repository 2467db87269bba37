"""Columns with new words for headers, told apart by their arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.model import Table
from tests.normalize.tables import ANALYSIS_67, report, table

# The items of two indicators of the assessment of 2567, and their means.
ROWS = [
    ["I1", "83.49", "71.00"], ["I2", "88.90", "64.20"], ["I3", "82.06", "90.10"],
    ["เฉลี่ยตัวชี้วัดที่ 1", "84.82", "88.15"],
    ["I4", "91.25", "77.40"], ["I5", "92.10", "81.32"], ["I6", "90.35", "69.95"],
    ["เฉลี่ยตัวชี้วัดที่ 2", "91.23", "60.48"],
]  # fmt: skip
SCORES = {row[0]: row[1] for row in ROWS if row[0][0] == "I"} | {"1": "84.82", "2": "91.23"}
HEADS = ["ข้อ", "แต้มสุทธิ", "ชุดที่สอง"]


def marked(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> Table:
    """A table whose header is marked in print."""
    return replace(table([heads, *rows]), header_rows=1)


def read(rows: Sequence[Sequence[str]], heads: Sequence[str] = HEADS) -> dict[str, str]:
    found = report(ANALYSIS_67, marked(rows, heads))
    return {s.code: str(s.score) for s in found.scores}


def test_the_column_whose_means_come_out_is_that_of_the_scores() -> None:
    assert read(ROWS) == SCORES
    assert read([[a, c, b] for a, b, c in ROWS]) == SCORES


def test_beside_a_column_of_one_and_the_same_number() -> None:
    assert read([[a, b, "90.00"] for a, b, _ in ROWS]) == SCORES


def test_both_columns_come_out() -> None:
    rows = [[a, b, f"{float(b) - 2:.2f}"] for a, b, _ in ROWS]
    found = report(ANALYSIS_67, marked(rows, HEADS))
    assert not found.scores
    assert any(f.kind == "several-score-columns" for f in found.findings)


@pytest.mark.parametrize(
    "rows",
    [
        # One mean only; a mean that does not come out; a column without means beside one with them.
        [*ROWS[:4], *ROWS[4:7]],
        [*ROWS[:7], ["เฉลี่ยตัวชี้วัดที่ 2", "92.23", "60.48"]],
        [[a, b, "" if a[0] != "I" else c] for a, b, c in ROWS],
        # Equal parts have their own mean, whatever they are.
        [[a, "84.00" if int(a[-1]) < 4 and a != ROWS[7][0] else "91.00", c] for a, _, c in ROWS],
    ],
)
def test_what_tells_nothing(rows: list[list[str]]) -> None:
    assert read(rows) == {}


def test_the_whole_of_its_instruments() -> None:
    rows = [
        ["IIT", "86.40", "71.00"], ["EIT", "88.20", "90.50"], ["OIT", "90.10", "64.25"],
        ["คะแนนรวม ITA", "88.42", "80.00"],
    ]  # fmt: skip
    heads = ["แบบวัด", "แต้มสุทธิ", "ชุดที่สอง"]
    assert read(rows, heads) == {"IIT": "86.40", "EIT": "88.20", "OIT": "90.10", "ITA": "88.42"}
