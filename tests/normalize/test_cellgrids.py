"""Grids of items, several beside each other, each with its score below it or in the same cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Table
from normalize.codebook import items
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    Grid,
    Spans,
    findings,
    report,
    scores,
    table,
)

GRID: Grid = [
    ["แบบ", "ตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนรายข้อ (รหัสอยู่บน คะแนนอยู่ล่าง)", None, None],
    ["IIT", "1. การปฏิบัติหน้าที่", "92.10", "I1", "I2", "I3"],
    [None, None, None, "91.25", "95.05", "90.00"],
    [None, "2. การใช้งบประมาณ", "83.15", "I4", "I5", ""],
    [None, None, None, "82.20", "84.10", ""],
    ["EIT", "6. คุณภาพการดำเนินงาน", "88.40", "E1", "E2", ""],
    [None, None, None, "87.70", "89.10", ""],
]
SPANS: Spans = {
    (0, 3): (1, 3),
    (1, 0): (4, 1),
    (5, 0): (2, 1),
    **{(row, column): (2, 1) for row in (1, 3, 5) for column in (1, 2)},
}


def read(rows: Grid, spans: Spans | None = None) -> dict[str, str]:
    return {c: str(v) for c, v in scores(report(ANALYSIS_67, table(rows, spans))).items()}


def test_codes_above_their_scores_beside_their_indicators() -> None:
    items = {"I1": "91.25", "I2": "95.05", "I3": "90.00", "I4": "82.20", "I5": "84.10"}
    indicators = {"1": "92.10", "2": "83.15", "6": "88.40"}
    assert read(GRID, SPANS) == {**items, "E1": "87.70", "E2": "89.10", **indicators}


def test_every_score_keeps_its_place() -> None:
    found = report(ANALYSIS_67, table(GRID, SPANS))
    places = {s.code: s.mentions[0].source.place for s in found.scores}
    read_at = {c: (s.row, s.column) for c, s in places.items()}
    assert (read_at["I2"], read_at["E1"], read_at["2"]) == ((2, 4), (6, 3), (3, 2))


@pytest.mark.parametrize(
    "card",
    [
        "{code}\n{score}\n{title}",
        "{code} {title}\n{score} คะแนน",
        "{score}\n{code} {title}",
        "{code}: {score}",
    ],
)
def test_cards_that_say_item_and_score(card: str) -> None:
    said = [
        ("I1", "85.10", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"),
        ("I2", "90.25", "อำนวยความสะดวกในการให้บริการประชาชน"),
        ("I3", "77.40", "มีการเรียกรับสินบนจากการปฏิบัติหน้าที่"),
        ("I4", "88.00", "โปร่งใส ตรวจสอบได้"),
    ]
    cells = [card.format(code=c, score=s, title=t) for c, s, t in said]
    assert read([cells[:2], cells[2:]]) == {c: s for c, s, _ in said}


def test_a_card_with_two_numbers_is_none() -> None:
    cells = [f"I{n}\n8{n}.10\n7{n}.10" for n in range(1, 5)]
    assert not report(ANALYSIS_67, table([cells[:2], cells[2:]])).scores
    # Where words say of what year one of them is, the other is told apart.
    cells = [f"I{n}\n8{n}.10\nปีก่อน 7{n}.10" for n in range(1, 5)]
    found = report(ANALYSIS_67, table([cells[:2], cells[2:]])).scores
    assert {str(s.score) for s in found} == {"81.10", "82.10", "83.10", "84.10"}


def test_a_weight_below_a_code_under_a_label_is_no_score() -> None:
    rows = [
        ["ข้อ", "I1", "I2", "I3", "I4"],
        ["น้ำหนัก", "25.00", "25.00", "25.00", "25.00"],
        ["ข้อ", "I5", "I6", "I7", "I8"],
        ["น้ำหนัก", "25.00", "25.00", "25.00", "25.00"],
    ]
    assert read(rows) == {}


def test_instruments_across_beside_the_whole_office() -> None:
    rows = [["ภาพรวมหน่วยงาน", "IIT", "EIT", "OIT"], ["88.10", "85.10", "86.20", "97.00"]]
    assert read(rows) == {"ITA": "88.10", "IIT": "85.10", "EIT": "86.20", "OIT": "97.00"}


def test_a_column_of_instruments_under_a_new_word_is_read() -> None:
    found = report(ANALYSIS_67, table(GRID, SPANS))
    assert not findings(found, "column-unread")


def test_an_items_number_equal_to_that_of_its_indicator() -> None:
    header = ["ตัวชี้วัด", "ข้อที่", "เรื่องที่ประเมิน", "คะแนนเต็ม", "คะแนนที่ได้"]
    rows: Grid = [
        ["ผลคะแนนแบบวัด IIT", None, None, None, None],
        header,
        ["1. การปฏิบัติหน้าที่", "1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "100", "80.00"],
        [None, "2", "อำนวยความสะดวกในการให้บริการประชาชน", "100", "82.92"],
    ]
    assert read(rows, {(0, 0): (1, 5), (2, 0): (2, 1)}) == {"I1": "80.00", "I2": "82.92"}


def test_column_names_below_the_instruments_are_header_where_only_the_first_row_is_marked() -> None:
    rows: Grid = [
        ["IIT", None, "EIT", None],
        ["ข้อ", "คะแนน", "ข้อ", "คะแนน"],
        ["I1", "85.10", "E1", "90.20"],
        ["I2", "86.10", "E2", "91.20"],
    ]
    marked = replace(table(rows, {(0, 0): (1, 2), (0, 2): (1, 2)}), header_rows=1)
    found = scores(report(ANALYSIS_67, marked))
    expected = {"I1": "85.10", "I2": "86.10", "E1": "90.20", "E2": "91.20"}
    assert {code: str(value) for code, value in found.items()} == expected


def test_items_numbered_below_indicators_with_scores_of_their_own() -> None:
    title = "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
    rows = [
        ["ประเด็นการประเมิน", "คะแนน"],
        ["1. การปฏิบัติหน้าที่", "88.10"],
        [f"1.1 {title}", "85.10"],
        ["6. คุณภาพการดำเนินงาน", "90.10"],
        [f"6.1 {title}", "91.10"],
    ]
    assert read(rows) == {"1": "88.10", "I1": "85.10", "6": "90.10", "E1": "91.10"}


def test_items_and_their_scores_listed_line_by_line_in_two_cells() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อ", "คะแนน"],
        ["5. การแก้ไขปัญหาการทุจริต", "I11\nI12", "85.70\n96.17"],
        ["8. การปรับปรุงระบบการทำงาน", "E5\nE6", "82.50\n92.64"],
    ]
    assert read(rows) == {"I11": "85.70", "I12": "96.17", "E5": "82.50", "E6": "92.64"}
    rows = [*rows[:2], ["8. การปรับปรุงระบบการทำงาน", "E5\nE6", "82.50"]]
    assert read(rows) == {"I11": "85.70", "I12": "96.17"} | {"8": "82.50"}


def test_instruments_under_years() -> None:
    rows: Grid = [
        ["รายการ", "ปี 2566", None, "ปี 2567", None],
        [None, "IIT", "EIT", "IIT", "EIT"],
        ["คะแนน", "74.54", "84.62", "89.98", "92.86"],
    ]
    made = table(rows, {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2)})
    found = {(s.code, s.fiscal_year): str(s.score) for s in report(ANALYSIS_67, made).scores}
    assert found == {
        ("IIT", 2566): "74.54", ("EIT", 2566): "84.62",
        ("IIT", 2567): "89.98", ("EIT", 2567): "92.86",
    }  # fmt: skip


def test_a_title_that_ends_in_more() -> None:
    first = ["7. ประสิทธิภาพการสื่อสาร", "E4 มีการเผยแพร่/ประชาสัมพันธ์ข้อมูลข่าวสาร 80.10"]
    item = "E5 มีการปรับปรุงการให้บริการประชาชนที่สะดวก รวดเร็ว มากขึ้น"
    head = ["ตัวชี้วัด", "ข้อคำถามและคะแนน"]
    assert read([head, first, ["8. การปรับปรุงระบบการทำงาน", f"{item} 71.78"]])["E5"] == "71.78"
    assert "E5" not in read([head, first, ["8. การปรับปรุงระบบการทำงาน", f"{item} 1.78"]])


def test_instruments_across_with_words_of_their_own() -> None:
    head = ["เครื่องมือ IIT\nคนในหน่วยงานตอบ", "เครื่องมือ EIT\nประชาชนตอบ", "เครื่องมือ OIT\nตรวจเว็บไซต์"]
    for whole in ("คะแนนรวม ITA", "ITA (รวม)"):
        rows: Grid = [[*head, whole], ["89.10", "89.98", "91.25", "90.22"]]
        assert read(rows) == {"IIT": "89.10", "EIT": "89.98", "OIT": "91.25", "ITA": "90.22"}


@pytest.mark.parametrize("code", ["I {}", "{}", "I{}"])
def test_codes_below_the_names_of_instruments_beside_their_scores(code: str) -> None:
    rows: list[list[str | None]] = [["IIT", "คะแนน", "EIT", "คะแนน"]]
    for n in range(1, 5):
        names = code.format(n), code.replace("I", "E").format(n)
        rows.append([names[0], f"8{n}.10", names[1], f"9{n}.10"])
    expected = {f"I{n}": f"8{n}.10" for n in range(1, 5)} | {
        f"E{n}": f"9{n}.10" for n in range(1, 5)
    }
    assert read(rows) == expected


def test_cells_that_list_codes_with_their_scores() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อและคะแนนที่ได้"],
        ["1. การปฏิบัติหน้าที่", "I1 = 100.00, I2 = 98.25,\nI3 = 87.32"],
        ["9. การเปิดเผยข้อมูล", "O1 = 100, O2 = 50"],
    ]
    expected = {"I1": "100.00", "I2": "98.25", "I3": "87.32", "O1": "100", "O2": "50"}
    assert read(rows) == expected
    weights: Grid = [["ตัวชี้วัด", "ข้อและน้ำหนัก"], *rows[1:]]
    assert read(weights) == {}


def test_a_column_of_numbers_headed_by_the_letter_of_its_items() -> None:
    rows: Grid = [
        ["ข้อ I", "ข้อคำถาม", "จำนวนผู้ตอบ (คน)", "คะแนน (เต็ม 100)", "แปลผล"],
        ["1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "180", "97.72", "มากที่สุด"],
        ["2", "อำนวยความสะดวกในการให้บริการประชาชน", "182", "90.50", "มากที่สุด"],
        ["สรุปตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, "94.22", "มากที่สุด"],
    ]
    found = report(ANALYSIS_67, table(rows, {(3, 0): (1, 3)}))
    assert {c: str(v) for c, v in scores(found).items()} == {
        "I1": "97.72", "I2": "90.50", "1": "94.22",
    }  # fmt: skip
    # A summary in a row of its own is never a second score of the item above.
    assert not findings(found, "score-disagrees")


def test_columns_may_be_counted_beside_one_of_means() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "ช่องที่ 1", "ช่องที่ 2", "ช่องที่ 3", "ค่าเฉลี่ย"],
        ["1 การปฏิบัติหน้าที่", "I1\n93.85", "I2\n95.16", "I3\n95.75", "94.92"],
        ["4 การใช้ทรัพย์สินของราชการ", "I10\n97.15", "", "", "97.15"],
        ["8 การปรับปรุงระบบการทำงาน", "E5\n100", "E6\n0", "", "50.00"],
    ]
    found = {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows))).items()}
    assert found == {
        "1": "94.92", "I1": "93.85", "I2": "95.16", "I3": "95.75", "4": "97.15", "I10": "97.15",
        "8": "50.00", "E5": "100", "E6": "0",
    }  # fmt: skip


def test_no_number_beside_several_codes_with_theirs_is_of_all_of_them() -> None:
    # Words among the pairs: what the table is, is not certain.
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "ช่องที่ 1", "ช่องที่ 2", "ช่องที่ 3", "ค่าเฉลี่ย"],
        ["1 การปฏิบัติหน้าที่", "I1\n93.85", "I2\n95.16", "ดูหมายเหตุ", "94.92"],
        ["2 การใช้งบประมาณ", "I4\n97.37", "I5\n78.92", "I6\n84.36", "86.88"],
    ]
    found = {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows))).items()}
    assert "94.92" not in {found.get(c) for c in ("I1", "I2")}
    assert "86.88" not in {found.get(c) for c in ("I4", "I5", "I6")}


def told(cards: Table) -> dict[str, str]:
    return {c: str(v) for c, v in scores(report(ANALYSIS_67, cards)).items()}


def test_two_cards_are_a_grid_and_one_may_be_higher() -> None:
    titles = {code: items(2567)[code].title_th for code in ("I1", "I2", "I3")}
    cards: Grid = [[f"I1 88.10\n{titles['I1']}", f"I2 77.20\n{titles['I2']}"]]
    assert told(table(cards)) == {"I1": "88.10", "I2": "77.20"}
    uneven: Grid = [*cards, [f"I3 66.30\n{titles['I3']}", None], ["", ""]]
    assert told(table(uneven, {(0, 1): (2, 1)})) == {"I1": "88.10", "I2": "77.20", "I3": "66.30"}


def test_cards_whose_titles_ask_of_the_last_year() -> None:
    titles = {code: items(2566)[code].title_th for code in ("E4", "E5", "E6")}
    cards: Grid = [
        [f"{code}\n{n + 80}.10\n{title}" for n, (code, title) in enumerate(titles.items())]
    ]
    read = scores(report(ANALYSIS_66, table(cards)))
    assert {c: str(v) for c, v in read.items()} == {"E4": "80.10", "E5": "81.10", "E6": "82.10"}
