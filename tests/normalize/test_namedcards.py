"""Cards with heads in cells of their own, rows of cards, and the room around rows."""

from __future__ import annotations

import pytest

from normalize.shapes.margins import without_margins
from normalize.shapes.namedcards import with_heads_joined
from tests.normalize.tables import ANALYSIS_67, report, scores, table

HEADS = ["ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ 2"]
BODIES = ["90.20\nการปฏิบัติหน้าที่", "88.43\nการใช้งบประมาณ"]


def read(*rows: list[str]) -> dict[str, str]:
    found = scores(report(ANALYSIS_67, table(rows)))
    return {code: str(score) for code, score in found.items()}


def test_heads_over_their_cards() -> None:
    assert read(HEADS, BODIES) == {"1": "90.20", "2": "88.43"}


@pytest.mark.parametrize(
    ("heads", "bodies"),
    [
        (["ตัวชี้วัดที่ 1", "เป้าหมายปีหน้า"], BODIES),
        (HEADS, ["90.20", "88.43"]),
        (HEADS, ["90.20\nการปฏิบัติหน้าที่", ""]),
    ],
)
def test_other_rows_stay_as_they_are(heads: list[str], bodies: list[str]) -> None:
    plain = table([heads, bodies])
    assert with_heads_joined(plain) is plain


def test_the_number_of_a_card_is_not_that_of_its_neighbours_name() -> None:
    cards = ["คะแนนรวม\n88.56\nคะแนนเต็ม 100", "IIT\nบุคลากรตอบ\n86.03", "OIT\nตรวจเว็บไซต์\n92.50"]
    assert read(cards) == {"ITA": "88.56", "IIT": "86.03", "OIT": "92.50"}


def test_room_at_the_sides_is_no_column() -> None:
    rows: list[list[str | None]] = [
        ["", "O18", "ประกาศนโยบายต่อต้านการรับสินบน", "100.00", ""],
        ["10.2 มาตรการภายใน", None, None, "75.00", ""],
        ["O22", None, "มาตรการยกระดับ", "50.00", ""],
    ]
    spans = {(1, 0): (1, 3), (2, 0): (1, 2)}
    found = without_margins(table(rows, spans))
    assert found.columns == 4
    assert [c.text for c in found.cells if c.column == 0] == ["O18", "10.2 มาตรการภายใน", "O22"]


def test_a_column_with_words_of_its_own_is_no_room() -> None:
    rows: list[list[str | None]] = [
        ["1", "O18", "ประกาศ", "100.00"],
        ["10.2 มาตรการภายใน", None, None, "75.00"],
    ]
    plain = table(rows, {(1, 0): (1, 3)})
    assert without_margins(plain) is plain
