"""Several numbers told at once: in the order of items, beside a slash, in tiles or a strip."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.model import Paragraph, Table
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, paragraph, report, table

UNITS = "ฝ่ายปกครอง"


def scored(*blocks: Paragraph | Table) -> dict[tuple[int | None, str], str]:
    return {(s.fiscal_year, s.code): str(s.score) for s in report(*blocks).scores}


@pytest.mark.parametrize(
    "told",
    [
        "ข้อ E1 และข้อ E3 การให้บริการ ได้ 79.45 คะแนน และ 80.12 คะแนน ตามลำดับ",
        "ข้อ E1 และ E3 การให้บริการ ได้ 79.45 และ 80.12 คะแนน ตามลำดับ",
        "ข้อ E1 ความเต็มใจ และข้อ E3 การให้ข้อมูล ได้คะแนน 79.45 และ 80.12 ตามลำดับ",
        "ข้อ E1, E3 (79.45, 80.12 ตามลำดับ)",
    ],
)
def test_numbers_in_the_order_of_their_items(told: str) -> None:
    rows: Grid = [["ประเด็น", "มาตรการ", "ผู้รับผิดชอบ"], [told, "อบรมเจ้าหน้าที่", UNITS]]
    assert scored(ANALYSIS_67, table(rows)) == {(2567, "E1"): "79.45", (2567, "E3"): "80.12"}


def test_fewer_numbers_than_items_are_of_none() -> None:
    told = "ข้อ E1, E2 และ E3 การให้บริการ ได้ 79.45 คะแนน และ 80.12 คะแนน ตามลำดับ"
    rows: Grid = [["ประเด็น", "มาตรการ", "ผู้รับผิดชอบ"], [told, "อบรมเจ้าหน้าที่", UNITS]]
    assert scored(ANALYSIS_67, table(rows)) == {}


def test_a_score_and_its_target_beside_a_slash() -> None:
    rows: Grid = [
        ["ข้อ", "คะแนนปี 2566/ เป้าหมาย", "มาตรการ"],
        ["I6", "81.38 / 90.00", "อบรม"],
        ["I7", "82.61 / 90.00", "จัดรถ"],
    ]
    assert scored(ANALYSIS_66, table(rows)) == {(2566, "I6"): "81.38", (2566, "I7"): "82.61"}


def test_two_years_beside_a_slash() -> None:
    rows: Grid = [["ข้อ", "คะแนนปี 2566/2567"], ["I6", "81.38/90.00"], ["I7", "82.61/91.00"]]
    assert scored(ANALYSIS_67, table(rows)) == {
        (2566, "I6"): "81.38",
        (2566, "I7"): "82.61",
        (2567, "I6"): "90.00",
        (2567, "I7"): "91.00",
    }


@pytest.mark.parametrize("header", ["คะแนน/ข้อ", "จำนวน/คะแนน", "เป้าหมาย/คะแนน"])
def test_other_words_beside_a_slash_are_no_two_columns(header: str) -> None:
    rows: Grid = [["ข้อ", header], ["I6", "81.38/90.00"], ["I7", "82.61/91.00"]]
    assert scored(ANALYSIS_67, table(rows)) == {}


STRIP: Grid = [
    ["คะแนนที่ได้", "ค่าเป้าหมาย", "ค่าเฉลี่ย 50 เขต", "ช่องว่าง", "อันดับที่"],
    ["86.94", "90.00", "87.49", "3.06", "29"],
]
OTHER: Grid = [STRIP[0], ["92.24", "90.00", "94.43", "-", "33"]]
TILES: Grid = [
    ["ผลคะแนนปี 2567\n88.40", "เป้าหมายปี 2568\n95.00", "น้ำหนัก\n7.5", "งบประมาณ (บาท)\n16,000"]
]


def test_a_strip_is_of_the_item_or_the_part_that_heads_it() -> None:
    item = paragraph("I1 เต็มใจให้บริการ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    part = paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ", bold=True)
    said = scored(ANALYSIS_67, item, paragraph("ผู้ตอบ 175 คน"), table(STRIP), part, table(OTHER))
    assert said == {(2567, "I1"): "86.94", (2567, "2"): "92.24"}


def test_a_strip_for_all_items_of_an_indicator_is_of_that() -> None:
    range_of_items = paragraph("O1 - O17 การเปิดเผยข้อมูล", bold=True)
    assert scored(ANALYSIS_67, range_of_items, table(STRIP)) == {(2567, "9"): "86.94"}


def test_strips_that_may_stand_over_their_headings_are_of_none() -> None:
    heads = [paragraph(f"ตัวชี้วัดที่ {t}", bold=True) for t in ("1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ")]
    assert scored(ANALYSIS_67, table(STRIP), heads[0], table(OTHER), heads[1]) == {}


def test_two_headings_over_one_strip_leave_it_to_none() -> None:
    heads = [
        paragraph(t, bold=True) for t in ("I1 เต็มใจให้บริการ", "I2 อำนวยความสะดวกในการให้บริการประชาชน")
    ]
    assert scored(ANALYSIS_67, *heads, table(STRIP)) == {}


@pytest.mark.parametrize("over", [True, False])
def test_tiles_of_a_part(over: bool) -> None:
    tiles = TILES if over else [["\n".join(reversed(t.split("\n"))) for t in TILES[0] if t]]
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    assert scored(ANALYSIS_67, head, table(tiles)) == {(2567, "1"): "88.40"}


@pytest.mark.parametrize(
    "tiles",
    [
        ["เป้าหมายปี 2568\n95.00", "น้ำหนัก\n7.5", "ค่าเฉลี่ย 50 เขต\n84.55"],
        ["คะแนนเต็ม\n100", "เป้าหมาย\n95.00"],
        ["ค่าเฉลี่ย 50 เขต\n84.55", "อันดับที่\n12"],
    ],
)
def test_tiles_without_a_score_say_none(tiles: Sequence[str]) -> None:
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    assert scored(ANALYSIS_67, head, table([tiles])) == {}


def test_a_cell_of_codes_with_their_scores_below_a_band_with_other_numbers() -> None:
    others = "ปี 2566 ได้ 79.63 คะแนน ค่าเฉลี่ย 50 เขต 79.47 คะแนน"
    rows: Grid = [
        ["ประเด็น", "คะแนนปี 2566", "มาตรการ", "ผู้รับผิดชอบ"],
        [f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ({others})", None, None, None],
        ["I1 เต็มใจให้บริการ\nI2 อำนวยความสะดวก", "I1: 84.39 I2: 75.26", "อบรม", UNITS],
    ]
    said = scored(ANALYSIS_66, table(rows, {(1, 0): (1, 4)}))
    assert said[2566, "I1"] == "84.39" and said[2566, "I2"] == "75.26"


def test_what_a_body_of_people_gave() -> None:
    told = (
        "เมื่อแยกตามแบบวัด ผู้มีส่วนได้ส่วนเสียภายใน (IIT) ให้ 89.40 คะแนน ผู้มีส่วนได้ส่วนเสียภายนอก (EIT) "
        "ให้ 81.80 คะแนน"
    )
    assert scored(ANALYSIS_67, paragraph(told)) == {(2567, "IIT"): "89.40", (2567, "EIT"): "81.80"}
