"""Dots that lead from names to numbers."""

from __future__ import annotations

import pytest

from normalize.shapes.leaders import with_leaders_apart
from tests.normalize.tables import ANALYSIS_67, paragraph, report, table

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")
NUMBERS = ("87.76", "92.77", "89.60")


@pytest.mark.parametrize("dots", ["." * 40, "\u2026" * 20, ". . . . . . . "])
def test_numbers_behind_leaders_in_cells_are_a_column(dots: str) -> None:
    pairs = enumerate(zip(NAMES, NUMBERS, strict=True), 1)
    rows = [[str(n), f"{name}{dots}{number}"] for n, (name, number) in pairs]
    found = report(ANALYSIS_67, table(rows))
    assert [str(s.score) for s in sorted(found.scores, key=lambda s: s.code)] == list(NUMBERS)


def test_a_leader_behind_the_whole_name_of_an_instrument() -> None:
    dots = "." * 30
    lines = [
        f"IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน{dots} 90.41 คะแนน",
        f"EIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก{dots} 88.96 คะแนน",
    ]
    found = report(ANALYSIS_67, *map(paragraph, lines))
    assert {s.code: str(s.score) for s in found.scores} == {"IIT": "90.41", "EIT": "88.96"}


@pytest.mark.parametrize("dots", ["." * 200_000, ". " * 100_000])
def test_a_cell_of_nothing_but_dots_is_left_alone(dots: str) -> None:
    made = table([["1", dots], ["2", dots], ["3", dots]])
    assert with_leaders_apart(made) is made


def test_dots_that_lead_to_the_next_cell_are_no_part_of_a_name() -> None:
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ")
    rows = [[f"ตัวชี้วัดที่ {n} {name}" + " ." * 40, f"8{n}.46 คะแนน"] for n, name in enumerate(names, 1)]
    found = report(ANALYSIS_67, table(rows))
    told = {s.code: str(s.score) for s in found.scores}
    assert told == {"1": "81.46", "2": "82.46", "3": "83.46", "4": "84.46"}
