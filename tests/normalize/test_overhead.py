"""What stands in a box of its own over lines of labels: the item they are about."""

from __future__ import annotations

import pytest

from extract.model import Paragraph, Table
from tests.normalize.tables import ANALYSIS_67, paragraph, report, table

LABELS = ("ปัญหาที่พบ", "มาตรการ", "ผู้รับผิดชอบ")


def card(code: str, score: str, *said: str) -> list[Paragraph | Table]:
    lines = [
        line
        for label, answer in zip(LABELS, said, strict=True)
        for line in (paragraph(label, bold=True), paragraph(answer))
    ]
    box = table([[code, score], ["", None]], {(1, 0): (1, 2)})
    return [box, paragraph("ข้อคำถามเรื่องการให้บริการของเขต", bold=True), *lines]


@pytest.mark.parametrize("score", ["78.41 คะแนน", "78.41"])
def test_an_item_with_its_score_in_a_box_heads_the_lines_below(score: str) -> None:
    blocks = [
        *card("I2", score, "รอนาน", "จัดรถเข็น", "ฝ่ายโยธา"),
        *card("E4", score, "ข่าวกระจาย", "รวมเพจ", "ฝ่ายปกครอง"),
    ]
    found = report(ANALYSIS_67, *blocks)
    assert [(m.codes, m.units) for m in found.measures] == [
        (("I2",), ("ฝ่ายโยธา",)),
        (("E4",), ("ฝ่ายปกครอง",)),
    ]
    assert [(w.codes, w.text) for w in found.weaknesses] == [
        (("I2",), "รอนาน"),
        (("E4",), "ข่าวกระจาย"),
    ]
    assert {s.code for s in found.scores} == {"I2", "E4"}


def test_an_item_beside_other_words_in_a_box_heads_nothing() -> None:
    blocks = card("I2", "ดูหน้า 4", "รอนาน", "จัดรถเข็น", "ฝ่ายโยธา")
    assert [m.codes for m in report(ANALYSIS_67, *blocks).measures] == [()]
