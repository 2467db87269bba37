"""A number that runs over the side of its cell is one number."""

from __future__ import annotations

import pytest

from tests.extract.pages import LETTER, Sheet, rows_on

XS, YS = (50.0, 150.0, 190.0, 290.0), (100.0, 120.0, 140.0)


def sheet(number: str, x: float) -> Sheet:
    found = Sheet()
    found.table(XS, YS, [["ข้อ", "คะแนน", "ฝ่าย"], ["ก", "", ""]])
    found.write(number, x, YS[1] + 12)
    found.write("ฝ่ายคลัง", XS[2] + 3 + LETTER, YS[1] + 12)
    return found


@pytest.mark.parametrize("number", ["85.34", "๘๕.๓๔", "31/05/2566"])
def test_the_last_digits_of_a_number_are_not_those_of_the_next_cell(number: str) -> None:
    x = XS[2] - LETTER * (len(number) - 1)
    assert rows_on(sheet(number, x))[1] == ["ก", number, "ฝ่ายคลัง"]


def test_two_numbers_beside_a_rule_are_two() -> None:
    both = sheet("85.34", XS[2] - 5 * LETTER)
    both.write("77.10", XS[2], YS[1] + 12)
    assert rows_on(both)[1][1].startswith("85.34")
    assert rows_on(both)[1][2].startswith("77.10")


def test_a_number_half_out_of_a_table_is_whole() -> None:
    out = sheet("", 0)
    out.write("96.61", XS[-1] - LETTER, YS[1] + 12)
    assert all("9" not in cell for row in rows_on(out) for cell in row)
    inside = sheet("", 0)
    inside.write("96.61", XS[0] - LETTER - 0.2, YS[1] + 12)
    assert rows_on(inside)[1][0].startswith("96.61")
