"""The rating of a report in its tables and lines."""

from __future__ import annotations

import pytest

from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, table


@pytest.mark.parametrize(
    "label",
    [
        "ระดับ",
        "ผลการประเมินระดับ",
        "ผลการประเมิน",
        "ผลการประเมิน (ITA) :",
        "จัดอยู่ในระดับ",
        "ผลการประเมินปี 2567 อยู่ในระดับ",
        "ระดับผลการประเมินของสำนักงานเขตบางรัก",
        "เกณฑ์ระดับ",
    ],
)
def test_what_stands_beside_a_rating_and_names_it(label: str) -> None:
    rows = [["คะแนน ITA", "86.10 คะแนน"], [label, "ผ่านดี"], ["คะแนน IIT", "87.90 คะแนน"]]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่านดี"


@pytest.mark.parametrize(
    "label",
    ["ผลการประเมินปี 2566 อยู่ในระดับ", "ระดับเป้าหมาย", "ระดับที่คาดหวัง", "ผลการประเมินปีที่ผ่านมา", "การอบรม"],
)
def test_a_rating_that_is_not_what_was_reached_in_the_year(label: str) -> None:
    rows = [["คะแนน ITA", "86.10 คะแนน"], [label, "ผ่านดี"], ["คะแนน IIT", "87.90 คะแนน"]]
    assert report(ANALYSIS_67, table(rows)).meta.rating is None


@pytest.mark.parametrize(
    "leader", ["........................", "……………………", " . . . . . . . . ", "______________"]
)
def test_a_rating_at_the_end_of_a_leader(leader: str) -> None:
    lines = [f"คะแนนรวม{leader}91.52", f"ระดับผลการประเมิน{leader * 4}ผ่านดี"]
    assert report(ANALYSIS_67, *map(paragraph, lines)).meta.rating == "ผ่านดี"


def test_the_rating_of_the_whole_below_those_of_the_instruments() -> None:
    rows = [
        ["เครื่องมือ", "คะแนน", "ระดับ"],
        ["IIT", "95.90", "ผ่านดีเยี่ยม"],
        ["EIT", "85.77", "ผ่านดี"],
        ["ภาพรวม (ITA)", "86.10", "ผ่าน"],
    ]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่าน"


def test_the_rating_below_the_year_of_the_assessment() -> None:
    rows = [
        ["รายการ", "ปี 2567", "ปี 2566"],
        ["คะแนน", "86.10", "80.10"],
        ["ระดับ", "ผ่านดี", "ต้องปรับปรุง"],
    ]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่านดี"
    other_way = [[a, c, b] for a, b, c in rows]
    assert report(ANALYSIS_67, table(other_way)).meta.rating == "ผ่านดี"


@pytest.mark.parametrize(
    "rows",
    [
        [["ข้อ", "รายการ", "ผลการประเมิน"], ["O1", "ข้อมูลพื้นฐาน", "ผ่าน"]],
        [["ข้อ", "O1", "O2"], ["ผลการประเมิน", "ผ่าน", "ผ่าน"]],
        [["ช่วงคะแนน", "ระดับ"], ["95 - 100", "ผ่านดีเยี่ยม"], ["85 - 94", "ผ่านดี"]],
    ],
)
def test_ratings_of_items_and_of_a_scale_are_not_the_reports(rows: Grid) -> None:
    assert report(ANALYSIS_67, table(rows)).meta.rating is None


@pytest.mark.parametrize(
    ("line", "rating"),
    [
        ("ผลการประเมิน : ผ่านดี", "ผ่านดี"),
        ("สรุปผลการประเมินในภาพรวม คือ ผ่านดี", "ผ่านดี"),
        ("ผลการประเมิน O1: ผ่าน", None),
        ("ผลการประเมินผ่านเกณฑ์", None),
    ],
)
def test_lines_that_say_the_rating(line: str, rating: str | None) -> None:
    assert report(ANALYSIS_67, paragraph(line)).meta.rating == rating


def test_a_rating_behind_its_label_in_one_cell() -> None:
    rows = [["รายการ", "ผลคะแนน", "คำอธิบาย"], ["คะแนน ITA ภาพรวม", "88.58", "ระดับผลการประเมิน: ผ่าน"]]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่าน"


def test_the_rating_in_the_row_of_the_year() -> None:
    rows = [
        ["ปีงบประมาณ", "คะแนนรวม ITA", "IIT", "ระดับผล"],
        ["พ.ศ. 2566", "80.53", "82.29", "ต้องปรับปรุง"],
        ["พ.ศ. 2567", "88.44", "90.12", "ผ่าน"],
    ]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่าน"


def test_a_rating_merged_over_all_rows_below_its_name() -> None:
    rows: Grid = [
        ["รายการ", "IIT", "คะแนนรวม", "ระดับผลการประเมิน"],
        ["น้ำหนัก (ร้อยละ)", "30", "100", "ผ่านดี"],
        ["คะแนนที่ได้", "92.70", "91.87", None],
    ]
    assert report(ANALYSIS_67, table(rows, {(1, 3): (2, 1)})).meta.rating == "ผ่านดี"
    # In one of several rows it is the report's in that of the scores.
    scored = [rows[0], [*rows[1][:3], "-"], [*rows[2][:3], "ผ่านดี"]]
    assert report(ANALYSIS_67, table(scored)).meta.rating == "ผ่านดี"
    other = [rows[0], [*rows[1][:3], ""], ["EIT", *rows[2][1:3], "ผ่านดี"]]
    assert report(ANALYSIS_67, table(other)).meta.rating is None


def test_a_rating_below_its_label_on_a_card() -> None:
    card = [paragraph("ระดับผลการประเมิน"), paragraph("ผ่านดี")]
    key = paragraph("เกณฑ์ระดับ: ผ่านดีเยี่ยม 95 ขึ้นไป / ผ่านดี 85 ขึ้นไป")
    assert report(ANALYSIS_67, *card, key).meta.rating == "ผ่านดี"
    assert report(ANALYSIS_67, card[0], paragraph("อันดับ"), card[1], key).meta.rating is None


def test_the_rating_that_an_office_got_in_a_sentence() -> None:
    text = "สำนักงานเขตบางรักได้ผลการประเมินระดับ ผ่าน จึงเลือกข้อที่มีคะแนนน้อยมากำหนดเป็นมาตรการ"
    assert report(ANALYSIS_67, paragraph(text)).meta.rating == "ผ่าน"


def test_a_rating_in_the_line_below_the_words_that_it_is_one() -> None:
    sentence = "สำนักงานเขตบางรักได้คะแนนรวม ๘๓.๑๙ คะแนน ผลการประเมินอยู่ในระดับ"
    read = report(ANALYSIS_67, paragraph(sentence), paragraph("ต้องปรับปรุง", bold=True))
    assert read.meta.rating == "ต้องปรับปรุง"
    aimed = report(ANALYSIS_67, paragraph("เป้าหมายปีหน้าอยู่ในระดับ"), paragraph("ผ่านดี"))
    assert aimed.meta.rating is None


def test_the_rating_on_a_card_of_its_own_with_what_it_takes() -> None:
    card = "ระดับผลการประเมิน ปี 2567\nผ่านดี\nเกณฑ์: ต้องได้ 85 คะแนนขึ้นไป"
    cards = ["คะแนนรวม ITA\n89.33", "IIT\n90.70", card]
    assert report(ANALYSIS_67, table([cards])).meta.rating == "ผ่านดี"
    before = card.replace("2567", "2566")
    assert report(ANALYSIS_67, table([[*cards[:2], before]])).meta.rating is None


def test_the_rating_that_an_office_received() -> None:
    said = (
        "แผนนี้จัดทำขึ้นจากผลการประเมิน ITA ปี 2567 ซึ่งสำนักงานเขตบางรัก"
        "ได้รับผลในระดับ ผ่านดี โดยคณะทำงานได้กำหนดมาตรการ"
    )
    assert report(ANALYSIS_67, paragraph(said)).meta.rating == "ผ่านดี"


@pytest.mark.parametrize("note", ["ปี 2567 ผลการประเมินระดับ ผ่านดี", "ผลการประเมิน ผ่านดี"])
def test_a_rating_with_its_label_in_one_cell_beside_the_total(note: str) -> None:
    rows = [["เครื่องมือ", "คะแนน", "ข้อสังเกต"], ["IIT", "91.50", ""], ["คะแนนภาพรวม", "91.37", note]]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่านดี"


def test_a_rating_in_the_line_below_a_table_without_rules() -> None:
    last = "OIT การเปิดเผยข้อมูลสาธารณะ\nระดับผลการประเมินปี 2567: ผ่าน"
    rows = [
        ["รายการ", "ปี 2566", "ปี 2567"],
        ["คะแนนรวม", "91.92", "87.19"],
        [last, "100.00", "92.50"],
    ]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ผ่าน"


def test_a_line_that_is_a_label_and_a_rating() -> None:
    lines = ["คะแนนรวม 89.17 จาก 100", "ผลการประเมิน ผ่านดี"]
    assert report(ANALYSIS_67, *map(paragraph, lines)).meta.rating == "ผ่านดี"
