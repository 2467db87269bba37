"""Lists of bare numbers side by side below a line that names their instruments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Box, Place, Table
from normalize.names.sections import instruments_in_order
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, table

NAMES = "แบบวัด IIT แบบวัด EIT แบบตรวจ OIT"
IIT = [["ข้อ (รหัส)", "คะแนน"], ["1", "83.49"], ["2", "88.90"]]
EIT = [["ข้อ (รหัส)", "คะแนน"], ["1", "85.04"], ["2", "91.96"]]
OIT = [["ข้อ (รหัส)", "คะแนน"], ["1", "100.00"], ["2", "50.00"]]


def beside(*lists: Grid, top: float = 100.0) -> list[Table]:
    """Tables side by side from left to right."""
    places = [
        Place(1, Box(40 + 150.0 * n, top, 150 + 150.0 * n, top + 60), n) for n in range(len(lists))
    ]
    return [replace(table(rows), places=(at,)) for rows, at in zip(lists, places, strict=True)]


def read(names: str, *tables: Table) -> dict[str, str]:
    found = report(ANALYSIS_67, paragraph(names, bold=True), *tables)
    return {s.code: str(s.score) for s in found.scores}


def test_each_list_is_of_the_instrument_named_above_it() -> None:
    assert read(NAMES, *beside(IIT, EIT, OIT)) == {
        "I1": "83.49", "I2": "88.90", "E1": "85.04", "E2": "91.96", "O1": "100.00", "O2": "50.00",
    }  # fmt: skip


def test_lists_in_columns_of_one_table() -> None:
    rows = [[*a, *b] for a, b in zip(EIT, IIT, strict=True)]
    assert read("ส่วนที่ 1 EIT ส่วนที่ 2 IIT", table(rows)) == {
        "E1": "85.04", "E2": "91.96", "I1": "83.49", "I2": "88.90",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("names", "lists"), [(NAMES, (IIT, EIT)), ("แบบวัด IIT แบบวัด EIT", (IIT, EIT, OIT))]
)
def test_another_number_of_lists_than_of_names(names: str, lists: tuple[Grid, ...]) -> None:
    found = report(ANALYSIS_67, paragraph(names, bold=True), *beside(*lists))
    assert not found.scores
    assert any(f.kind == "unknown-table" for f in found.findings)


def test_lists_below_each_other_are_not_named_by_one_line() -> None:
    tables = [*beside(IIT), *beside(EIT, top=300.0)]
    found = report(ANALYSIS_67, paragraph("แบบวัด IIT แบบวัด EIT", bold=True), *tables)
    assert not any(s.code == "E1" for s in found.scores)


def test_instruments_one_after_the_other() -> None:
    assert instruments_in_order(NAMES) == ["IIT", "EIT", "OIT"]
    assert instruments_in_order("IIT EIT IIT") == []
    assert instruments_in_order("คะแนนรายข้อ") == []
