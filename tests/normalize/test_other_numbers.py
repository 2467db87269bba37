"""Targets, weights, means of many offices, differences and shares: in no shape are they scores."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.model import Paragraph, Table
from normalize.words.othernumbers import without_other_numbers
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, table


def _read(*blocks: Paragraph | Table) -> dict[tuple[int | None, str], str]:
    return {(s.fiscal_year, s.code): str(s.score) for s in report(ANALYSIS_67, *blocks).scores}


@pytest.mark.parametrize(
    "tail",
    [
        "\nเป้าหมาย 90.00 คะแนน",
        "\nเป้าหมายปี 2568: 90.00",
        " (ค่าเฉลี่ยเขต 90.00)",
        " (คะแนนเต็ม 100)",
        " (น้ำหนัก 10.00)",
        " (ค่าน้ำหนัก 12.50 คะแนน)",
        " (ผู้ตอบร้อยละ 65.20)",
        " (มีผู้ตอบเห็นด้วยร้อยละ 70.10)",
        " (ขาดอีก 10.50 คะแนน)",
        " (ต้องเพิ่มอีก 10.50 คะแนน)",
        " (ห่างจากเกณฑ์ 12.50 คะแนน)",
        " (ต่ำกว่าเป้าหมาย 12.50 คะแนน)",
    ],
)
def test_behind_the_question_of_an_item(tail: str) -> None:
    rows: Grid = [
        ["ข้อ", "จุดอ่อน", "มาตรการ"],
        [f"I1 เต็มใจให้บริการ{tail}", "ช้า", "อบรม"],
        [f"I2 อำนวยความสะดวก{tail}", "ไกล", "จัดรถ"],
    ]
    assert _read(table(rows)) == {}


@pytest.mark.parametrize(
    "tail",
    [
        "(เป้าหมาย 95.00 คะแนน)",
        "(เป้าหมาย ITA ปี 2567 : 90.00)",
        "(ค่าเฉลี่ย 50 เขต 91.00)",
        "(น้ำหนัก 7.50 คะแนน)",
    ],
)
def test_in_the_band_of_an_indicator(tail: str) -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ", "ผู้รับผิดชอบ"],
        [f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ {tail}", None, None],
        ["I1", "อบรม", "ฝ่ายปกครอง"],
    ]
    assert _read(table(rows, {(1, 0): (1, 3)})) == {}


@pytest.mark.parametrize("number", ["95.00 คะแนน", "100.00"])
@pytest.mark.parametrize("label", ["เป้าหมาย", "คะแนนเป้าหมาย", "คะแนนเฉลี่ย 50 เขต", "คะแนนเต็ม"])
def test_under_a_label_of_a_form(label: str, number: str) -> None:
    pairs = [
        ("ข้อ", "I1 เต็มใจให้บริการ"),
        (label, number),
        ("จุดอ่อน", "ช้า"),
        ("มาตรการ", "อบรม"),
        ("ผู้รับผิดชอบ", "ฝ่ายปกครอง"),
    ]
    assert _read(table([list(pair) for pair in pairs])) == {}
    lines = ["ข้อ I1 เต็มใจให้บริการ", *(f"{a} : {b}" for a, b in pairs[1:])]
    assert _read(*map(paragraph, lines)) == {}


@pytest.mark.parametrize(
    "head",
    [
        ("ตัวชี้วัด", "เกณฑ์ขั้นต่ำ", "ค่าเฉลี่ย 50 เขต"),
        ("ตัวชี้วัด", "น้ำหนัก", "ถ่วงแล้ว"),
        ("ตัวชี้วัด", "สูงสุด", "ต่ำสุด"),
        ("ตัวชี้วัด", "ผู้ตอบ (คน)", "ร้อยละ"),
        ("ตัวชี้วัด", "S.D.", "แปลผล"),
    ],
)
def test_under_the_names_of_columns(head: Sequence[str]) -> None:
    rows: Grid = [
        head,
        ["1. การปฏิบัติหน้าที่", "60.00", "75.00"],
        ["2. การใช้งบประมาณ", "61.00", "76.25"],
    ]
    assert _read(table(rows)) == {}


@pytest.mark.parametrize("word", ["เป้าหมาย", "น้ำหนัก", "ผลต่าง", "เฉลี่ย 50 เขต"])
def test_on_cards(word: str) -> None:
    codes = [[f"I{n}\n{word} 9{n}.00" for n in (1, 2)], [f"I{n}\n{word} 9{n}.00" for n in (3, 4)]]
    tools = [[f"{name}\n{word} 88.00" for name in ("IIT", "EIT", "OIT")]]
    assert _read(table(codes)) == _read(table(tools)) == {}


def test_cards_of_another_year_are_of_that_year() -> None:
    cells = [f"{name}\nปี 2566: 8{n}.00" for n, name in enumerate(("IIT", "EIT", "OIT"))]
    assert {year for year, _ in _read(table([cells]))} == {2566}


@pytest.mark.parametrize(
    "line",
    [
        "สำนักงานเขตตั้งเป้าหมายข้อ I1 ไว้ที่ 95.00 คะแนน และข้อ I2 ไว้ที่ 94.00 คะแนน",
        "ค่าเฉลี่ยของทุกเขตในข้อ I1 คือ 91.00 คะแนน",
        "เขตข้างเคียงได้คะแนนข้อ I2 92.00 คะแนน",
        "ข้อ I1 ยังขาดอีก 4.50 คะแนน จึงจะถึงเป้าหมาย",
        "ข้อ I2 ต้องเพิ่มขึ้นอีก 5.20 คะแนน",
        "คาดว่าข้อ I1 จะได้ 95.00 คะแนนในปี 2568",
        "เกณฑ์ผ่านของตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คือ 85.00 คะแนน",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ มีน้ำหนัก 7.50 คะแนน",
    ],
)
def test_in_sentences(line: str) -> None:
    assert _read(paragraph(line)) == {}


def test_various_things_are_no_difference() -> None:
    text = "E13 นำเทคโนโลยีต่าง ๆ มาใช้ผ่านระบบสารสนเทศต่าง ๆ คะแนนปี 2566 81.90"
    assert without_other_numbers(text) == text
    assert "4.61" not in without_other_numbers("ต่างจากปี 2566 4.61 คะแนน")
