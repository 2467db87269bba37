"""Cards of a summary page: a score with its name and what else a card says."""

from __future__ import annotations

import pytest

from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_67, Grid, kinds, paragraph, report, scores, table

ITEM_10, ITEM_11, ITEM_12 = (items(2567)[code].title_th for code in ("I10", "I11", "I12"))


def read(cards: list[str | None]) -> dict[str, str]:
    return {c: str(v) for c, v in scores(report(ANALYSIS_67, table([cards]))).items()}


def test_cards_that_name_instruments_in_full() -> None:
    cards: list[str | None] = [
        "คะแนนรวม\n92.31\nระดับ ผ่านดี",
        "IIT ผู้มีส่วนได้ส่วนเสียภายใน\n89.38\nผู้ตอบ 287 คน",
        "EIT\nผู้มีส่วนได้ส่วนเสียภายนอก\n91.64 คะแนน",
        "การเปิดเผยข้อมูล (OIT)\n95.00",
    ]
    assert read(cards) == {"ITA": "92.31", "IIT": "89.38", "EIT": "91.64", "OIT": "95.00"}
    assert report(ANALYSIS_67, table([cards])).meta.rating == "ผ่านดี"


def test_what_a_score_weighs_behind_the_name_of_its_instrument() -> None:
    cards: list[str | None] = [
        "IIT\n87.94\nผู้มีส่วนได้ส่วนเสียภายในน้ำหนักร้อยละ 30",
        "EIT\n87.43\nผู้มีส่วนได้ส่วนเสียภายนอก (น้ำหนัก 30.00%)",
    ]
    assert read(cards) == {"IIT": "87.94", "EIT": "87.43"}
    assert read(["น้ำหนักร้อยละ 30.00\nIIT", "น้ำหนักร้อยละ 30.00\nEIT"]) == {}


def test_cards_of_indicators() -> None:
    assert read(["1 การปฏิบัติหน้าที่\n89.91", "2. การใช้งบประมาณ 94.58"]) == {"1": "89.91", "2": "94.58"}
    assert read(["1 การใช้งบประมาณ\n89.91", "2. ความพึงพอใจของผู้มาติดต่อ 94.58"]) == {}


def test_a_card_may_say_what_the_year_before_was() -> None:
    cards: list[str | None] = [
        "คะแนนภาพรวม ปี 2567\n88.77\nระดับผลการประเมิน ผ่าน\nปี 2566 ได้ 86.84 คะแนน",
        "ความเห็นคนใน (IIT)\nปี 2567\n87.89\n(ปี 2566: 82.28)",
    ]
    found = report(ANALYSIS_67, table([cards])).scores
    assert {(s.code, s.fiscal_year, str(s.score)) for s in found} == {
        ("ITA", 2567, "88.77"),
        ("ITA", 2566, "86.84"),
        ("IIT", 2567, "87.89"),
        ("IIT", 2566, "82.28"),
    }


def test_a_band_over_all_cards_is_none_of_them() -> None:
    rows: Grid = [["สรุปผลการประเมิน", None], ["IIT\n87.89", "EIT\n84.68"]]
    found = scores(report(ANALYSIS_67, table(rows, {(0, 0): (1, 2)})))
    assert {code: str(value) for code, value in found.items()} == {"IIT": "87.89", "EIT": "84.68"}


@pytest.mark.parametrize(
    "other",
    ["เป้าหมาย\nIIT\n95.00", "IIT\nปีก่อน\n80.10", "น้ำหนัก IIT\n30.00", "IIT เฉลี่ยทุกเขต\n81.20"],
)
def test_cards_of_other_numbers_are_no_scores(other: str) -> None:
    assert read([other, "EIT\n91.64", "OIT\n95.00"]) == {"EIT": "91.64", "OIT": "95.00"}


def test_instruments_with_their_scores_in_their_own_cells() -> None:
    rows: Grid = [
        ["เครื่องมือ", "ข้อที่", "ประเด็นการประเมิน", "คะแนนที่ได้"],
        ["IIT\n93.30", "1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "97.75"],
        [None, "2", "อำนวยความสะดวกในการให้บริการประชาชน", "80.69"],
        ["EIT (90.10 คะแนน)", "1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "91.20"],
    ]
    found = scores(report(ANALYSIS_67, table(rows, {(1, 0): (2, 1)})))
    assert {c: str(v) for c, v in found.items()} == {
        "IIT": "93.30", "EIT": "90.10", "I1": "97.75", "I2": "80.69", "E1": "91.20",
    }  # fmt: skip


def test_what_a_header_says_in_brackets_that_its_numbers_are() -> None:
    rows: Grid = [
        ["รหัส", "รายละเอียด", "ค่าคะแนน (น้ำหนัก)", "คะแนนที่ได้ (เต็ม 100)"],
        ["O1", "ข้อมูลพื้นฐานของสำนักงานเขต", "1.50", "100.00"],
        ["O8", "E-Service", "1.50", "50.00"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(v) for c, v in found.items()} == {"O1": "100.00", "O8": "50.00"}


@pytest.mark.parametrize(
    "sentence",
    [
        "มีผู้ตอบแบบวัดภายใน 96 คน และแบบวัดภายนอก 231 คน ผลการประเมินโดยรวม ได้คะแนน 85.40 คะแนน",
        "ซึ่งใช้ข้อคำถามชุดเดียวกับปีที่ผ่านมา ผลปรากฏว่าสำนักงานเขตบางรักได้คะแนนรวม 85.40 คะแนน",
    ],
)
def test_the_result_as_a_whole_in_a_sentence(sentence: str) -> None:
    found = scores(report(ANALYSIS_67, paragraph(sentence)))
    assert {c: str(v) for c, v in found.items()} == {"ITA": "85.40"}


def test_the_only_item_of_an_indicator_whose_score_stands_beside_its_name() -> None:
    rows: Grid = [
        ["เครื่องมือ", "ตัวชี้วัด", "ข้อที่", "ประเด็นคำถาม", "คะแนนที่ได้"],
        ["IIT", "4. การใช้ทรัพย์สินของราชการ (98.69 คะแนน)", "10", ITEM_10, "98.69"],
        [None, "5. การแก้ไขปัญหาการทุจริต (94.39 คะแนน)", "11", ITEM_11, "94.18"],
        [None, None, "12", ITEM_12, "94.60"],
    ]
    found = scores(report(ANALYSIS_67, table(rows, {(1, 0): (3, 1), (2, 1): (2, 1)})))
    expected = {"4": "98.69", "5": "94.39", "I10": "98.69", "I11": "94.18", "I12": "94.60"}
    assert {c: str(v) for c, v in found.items()} == expected


def test_cards_lend_their_columns_to_no_table_below() -> None:
    cards: Grid = [["คะแนนรวม\n89.79", "IIT\n93.30", "EIT\n89.09"]]
    rows: Grid = [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 95.42 คะแนน", None, None],
        ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "92.61"],
        ["I2", "อำนวยความสะดวกในการให้บริการประชาชน", "95.53"],
        ["I3", "มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", "98.12"],
    ]
    found = scores(report(ANALYSIS_67, table(cards), table(rows, {(0, 0): (1, 3)})))
    items_read = {c: str(v) for c, v in found.items() if c in ("I1", "I2", "I3", "ITA")}
    assert items_read == {"I1": "92.61", "I2": "95.53", "I3": "98.12", "ITA": "89.79"}


def test_instruments_with_what_they_ask_in_brackets_beside_their_scores() -> None:
    rows: Grid = [
        ["ผลคะแนนรวม", "87.86 คะแนน"],
        ["คะแนน IIT (ผู้มีส่วนได้ส่วนเสียภายใน)", "87.92 คะแนน"],
        ["คะแนน OIT (การเปิดเผยข้อมูลสาธารณะ)", "87.50 คะแนน"],
        ["คะแนน EIT (ปีก่อน)", "80.10 คะแนน"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(v) for c, v in found.items()} == {"ITA": "87.86", "IIT": "87.92", "OIT": "87.50"}


def test_one_card_of_the_whole_is_enough_beside_the_rating() -> None:
    found = report(ANALYSIS_67, table([["คะแนนรวม ITA\n89.53", "ระดับผลการประเมิน\nผ่านดี"]]))
    assert {code: str(value) for code, value in scores(found).items()} == {"ITA": "89.53"}
    assert found.meta.rating == "ผ่านดี"
    assert "unknown-table" not in kinds(found)


def test_cards_of_parts_of_indicators_and_how_much_a_score_moved() -> None:
    assert read(["9.1 ข้อมูลพื้นฐาน\n100.00", "9.2 การบริหารงาน\n81.25"]) == {
        "9.1": "100.00",
        "9.2": "81.25",
    }
    moved: list[str | None] = [
        "คะแนนภาพรวม ITA ปี 2567\n89.33\n▼ 0.18",
        "IIT ผู้มีส่วนได้ส่วนเสียภายใน\n90.78\n▲ 7.96",
    ]
    assert read(moved) == {"ITA": "89.33", "IIT": "90.78"}


def test_the_name_of_an_instrument_over_its_score_beside_its_indicators() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ชื่อตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนแบบวัด"],
        ["1", "การปฏิบัติหน้าที่", "91.90", "IIT\n89.68"],
        ["2", "การใช้งบประมาณ", "87.63", None],
        ["6", "คุณภาพการดำเนินงาน", "90.68", "EIT\n89.00"],
        ["7", "ประสิทธิภาพการสื่อสาร", "88.69", None],
    ]
    found = scores(report(ANALYSIS_67, table(rows, {(1, 3): (2, 1), (3, 3): (2, 1)})))
    assert {code: str(value) for code, value in found.items()} == {
        "1": "91.90",
        "2": "87.63",
        "6": "90.68",
        "7": "88.69",
        "IIT": "89.68",
        "EIT": "89.00",
    }
