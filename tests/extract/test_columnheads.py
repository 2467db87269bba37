"""Heads that stand beside the numbers below them, and tables of nothing but numbers."""

from __future__ import annotations

import pytest

from extract.tables.columnheads import joined_heads
from extract.text.pieces import Piece, Printed
from tests.extract.pages import PITCH, Sheet
from tests.extract.test_across import tables

XS = [0.0, 100.0, 150.0, 200.0, 250.0]


def lines(*rows: dict[int, str]) -> list[Printed]:
    """Lines by the words in their columns."""
    return [
        Printed(10.0 * n, 10.0, [Piece(XS[c] + 5, XS[c] + 30, text) for c, text in row.items()])
        for n, row in enumerate(rows)
    ]


def placed(*rows: list[tuple[float, float, str]]) -> list[Printed]:
    """Lines by where their pieces begin and end."""
    return [Printed(10.0 * n, 10.0, [Piece(*p) for p in row]) for n, row in enumerate(rows)]


def test_heads_right_of_their_numbers() -> None:
    found = lines({0: "รายการ", 2: "คะแนน"}, {0: "ก", 1: "83.71"}, {0: "ข", 1: "87.15"})
    assert joined_heads(found, XS[:4]) == [0.0, 100.0, 200.0]


def test_heads_left_of_their_numbers() -> None:
    found = lines({0: "รายการ", 1: "คะแนน"}, {0: "ก", 2: "83.71"}, {0: "ข", 2: "87.15"})
    assert joined_heads(found, XS[:4]) == [0.0, 100.0, 200.0]


@pytest.mark.parametrize(
    "rows",
    [
        # Every column has a head; one head too many; heads on either side.
        [{0: "รายการ", 1: "ปี", 2: "คะแนน"}, {0: "ก", 1: "1.00", 2: "83.71"}],
        [{0: "รายการ", 1: "ปี", 2: "คะแนน"}, {0: "ก", 1: "83.71"}],
        [{0: "รายการ"}, {0: "ก", 1: "83.71", 2: "87.15"}],
    ],
)
def test_columns_that_stay(rows: list[dict[int, str]]) -> None:
    assert joined_heads(lines(*rows), XS[:4]) == XS[:4]


def test_rows_of_nothing_but_numbers() -> None:
    rows = [["ข้อ", "IIT", "EIT"], ["1", "83.71", "87.15"], ["2", "94.67", "-"], ["3", "91.20", "-"]]
    sheet = Sheet(1)
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(text, 60 + column * 90, 80 + n * PITCH)
    assert tables(sheet) == [rows]


def test_heads_at_the_left_and_numbers_at_the_right_of_their_columns() -> None:
    # Every number but the last stands nearer to the next column's head.
    xs = [0.0, 50.0, 80.0, 130.0, 170.0, 220.0]
    head: list[tuple[float, float, str]] = [(0, 40, "รายการ"), (52, 70, "ปี 2567")]
    head += [(110, 128, "ปี 2566"), (150, 168, "เพิ่ม/ลด")]
    row: list[tuple[float, float, str]] = [(0, 40, "ที่จอดรถ"), (85, 105, "87.54")]
    row += [(132, 148, "88.78"), (190, 215, "-1.24")]
    assert joined_heads(placed(head, row, row), xs) == [0.0, 51.0, 109.0, 149.0, 220.0]
    # A number across such an edge: whose it is cannot be told, and nothing is a column.
    wide = [*row[:2], (145, 160, "88.78"), row[3]]
    assert joined_heads(placed(head, row, wide), xs) == []
