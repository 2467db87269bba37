"""Headings that share a cell with what stands below them."""

from __future__ import annotations

from tests.normalize.tables import ANALYSIS_67, Grid, report, scores, table

HEAD = "ตัวชี้วัดที่ 3 การใช้อำนาจ"
ITEM = "I7 ผู้บังคับบัญชาสั่งการให้ทำในสิ่งที่ไม่ถูกต้องหรือมีความเสี่ยงต่อการทุจริต"
ABOVE: list[str | None] = ["I6 มีการเบิกจ่ายเท็จ", "90.10"]


def read(*rows: list[str | None]) -> dict[str, str]:
    grid: Grid = [["รายการ", "คะแนน"], ABOVE, *rows]
    return {c: str(s) for c, s in scores(report(ANALYSIS_67, table(grid))).items()}


def test_a_heading_with_its_score_over_the_first_item_below_it() -> None:
    found = read([f"{HEAD} = 89.45 คะแนน\n{ITEM}", "91.48"])
    assert found == {"I6": "90.10", "3": "89.45", "I7": "91.48"}


def test_as_many_numbers_beside_are_one_of_each() -> None:
    for joint in (" ", "\n"):
        found = read([f"{HEAD}\n{ITEM}", f"89.45{joint}91.48"])
        assert found == {"I6": "90.10", "3": "89.45", "I7": "91.48"}


def test_a_single_number_is_the_items() -> None:
    assert read([f"{HEAD}\n{ITEM}", "91.48"]) == {"I6": "90.10", "I7": "91.48"}
