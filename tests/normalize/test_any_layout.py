"""Score tables as any office lays them out: what names a row, which of its numbers is its score."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.model import Table
from normalize.codebook import items
from normalize.names.longcodes import with_short_codes
from normalize.words.values import bare_score
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, paragraph, report, scores, table

ANALYSIS_68 = paragraph(
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ สำนักงานเขตบางรัก"
)


def title(code: str, year: int = 2567) -> str:
    return items(year)[code].title_th


def read(*blocks: Table, year: int | None = None) -> dict[str, str]:
    return {c: str(s) for c, s in scores(report(ANALYSIS_67, *blocks), year).items()}


# Codes with the whole name of their instrument.


@pytest.mark.parametrize(
    "form", ["{k} {n}", "{k} ข้อ {n}", "{k}-{n:02d}", "({k} {n})", "ข้อ {k} {n}"]
)
def test_an_instruments_name_with_a_rising_number_is_an_items_code(form: str) -> None:
    rows: Grid = [
        ["รหัส", "ข้อคำถาม", "คะแนน"],
        *([form.format(k="IIT", n=n), title(f"I{n}"), f"8{n}.10"] for n in (1, 2, 5)),
        *([form.format(k="EIT", n=n), title(f"E{n}"), f"9{n}.10"] for n in (1, 2)),
    ]
    assert read(table(rows)) == {
        "I1": "81.10", "I2": "82.10", "I5": "85.10", "E1": "91.10", "E2": "92.10",
    }  # fmt: skip


def test_a_weight_behind_an_instruments_name_is_no_code() -> None:
    rows: Grid = [["แบบวัด", "คะแนน"], ["IIT 30", "84.10"], ["EIT 30", "85.10"], ["OIT 40", "86.10"]]
    assert with_short_codes([table(rows)]) == [table(rows)]
    assert not {c for c in read(table(rows)) if c[0] in "IEO" and c[1:].isdigit()}


def test_a_lone_code_is_read_as_the_others_of_its_document() -> None:
    many: Grid = [
        ["ข้อ", "คะแนน"],
        *([f"OIT-{n:02d} {title(f'O{n}')}", f"7{n}.50"] for n in (1, 2)),
    ]
    lone: Grid = [["ข้อ", "คะแนน"], [f"OIT-16 {title('O16')}", "50.00"]]
    assert read(table(many), table(lone)) == {"O1": "71.50", "O2": "72.50", "O16": "50.00"}


# Several columns of numbers.


@pytest.mark.parametrize("header", ["คะแนนสำนักงานเขต", "ค่าที่ได้", "คะแนนจริง", "ได้คะแนน", "ค่าร้อยละ"])
@pytest.mark.parametrize(
    "other",
    [
        "คะแนนเฉลี่ย 50 เขต", "ค่าเฉลี่ยกลุ่มเขต", "ภาพรวมทุกเขต", "คะแนนที่คาดหวัง", "เกณฑ์ขั้นต่ำ",
        "ค่าแบบใหม่ที่ไม่มีใครรู้จัก", "ร้อยละการเปลี่ยนแปลง", "ลำดับคะแนน", "สัดส่วน",
    ],
)  # fmt: skip
def test_a_number_held_against_the_score_is_none(header: str, other: str) -> None:
    rows: Grid = [
        ["ข้อ", other, header],
        ["I1", "88.10", "85.10"],
        ["I2", "81.70", "83.20"],
        ["I3", "90.05", "80.15"],
    ]
    assert read(table(rows)) == {"I1": "85.10", "I2": "83.20", "I3": "80.15"}


@pytest.mark.parametrize("dash", ["-", "–", ""])
def test_a_column_for_each_instrument_with_dashes_where_it_is_another(dash: str) -> None:
    rows: Grid = [
        ["ข้อคำถาม", "IIT (คะแนน)", "EIT (คะแนน)", "OIT (คะแนน)"],
        [f"I1 {title('I1')}", "85.10", dash, dash],
        [f"I2 {title('I2')}", "84.10", dash, dash],
        [f"E1 {title('E1')}", dash, "83.10", dash],
        [f"O1 {title('O1')}", dash, dash, "100.00"],
    ]
    assert read(table(rows)) == {"I1": "85.10", "I2": "84.10", "E1": "83.10", "O1": "100.00"}


def test_results_of_a_year_are_scores_though_items_have_such_headers_too() -> None:
    rows: Grid = [
        ["ข้อ", "ผลการประเมิน ปี 2566", "ผลการประเมิน ปี 2567"],
        ["I1", "85.10", "86.10"],
        ["I2", "83.10", "84.10"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert scores(found, 2566) == {"I1": Decimal("85.10"), "I2": Decimal("83.10")}
    assert scores(found, 2567) == {"I1": Decimal("86.10"), "I2": Decimal("84.10")}


# Several numbers in an item's cell.


def test_the_same_score_in_two_years_is_two_scores() -> None:
    rows: Grid = [
        ["ประเด็นและผลคะแนน", "ฝ่ายที่เกี่ยวข้อง"],
        [f"O1 {title('O1')} (ปี 2566 = 100.00, ปี 2567 = 100.00)", "ฝ่ายปกครอง"],
        [f"O2 {title('O2')} (ปี 2566 = 50.00, ปี 2567 = 75.00)", "ฝ่ายปกครอง"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert scores(found, 2566) == {"O1": Decimal("100.00"), "O2": Decimal("50.00")}
    assert scores(found, 2567) == {"O1": Decimal("100.00"), "O2": Decimal("75.00")}


def test_a_share_behind_every_item_is_its_score() -> None:
    rows = [["ข้อความ", "หมายเหตุ"]]
    rows += [[f"I{n} {title(f'I{n}')} ร้อยละ 8{n}.20", ""] for n in (1, 2, 3)]
    assert read(table(rows)) == {"I1": "81.20", "I2": "82.20", "I3": "83.20"}
    rows[2][0] = f"I2 {title('I2')}"
    assert read(table(rows)) == {}


# What a row is about.


def test_numbers_of_indicators_beside_their_names_and_alone() -> None:
    named: Grid = [
        ["ตัวชี้วัดที่", "เรื่อง", "คะแนน"],
        ["1", "การปฏิบัติหน้าที่", "85.10"],
        ["2", "การใช้งบประมาณ", "84.10"],
    ]
    alone: Grid = [["ตัวชี้วัดที่", "คะแนน"], ["1", "85.10"], ["2", "84.10"], ["9.1", "83.10"]]
    assert read(table(named)) == {"1": "85.10", "2": "84.10"}
    assert read(table(alone)) == {"1": "85.10", "2": "84.10", "9.1": "83.10"}


def test_a_rank_that_happens_to_be_the_indicators_number_names_nothing() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อ", "ข้อคำถาม", "คะแนน", "อันดับ"],
        ["8 การปรับปรุงระบบการทำงาน", "E5", title("E5"), "80.01", "8"],
        [None, "E6", title("E6"), "81.01", "3"],
    ]
    assert read(table(rows, {(1, 0): (2, 1)})) == {"E5": "80.01", "E6": "81.01"}


def test_a_merged_indicator_does_not_name_a_row_that_names_nothing_itself() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อ", "คะแนน"],
        ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "O1", "50.00"],
        [None, "อื่น ๆ", "75.00"],
        [None, "O2", "100.00"],
    ]
    assert read(table(rows, {(1, 0): (3, 1)})) == {"O1": "50.00", "O2": "100.00"}


def test_items_with_a_level_beside_their_score() -> None:
    rows: Grid = [
        ["ประเด็นย่อย", "ระดับ", "ผลคะแนน"],
        *([title(f"I{n}"), "ผ่านดี", f"8{n}.20"] for n in (4, 5, 6)),
    ]
    assert read(table(rows)) == {"I4": "84.20", "I5": "85.20", "I6": "86.20"}


@pytest.mark.parametrize("label", ["รวมคะแนนเฉลี่ยทั้งสิ้น", "คะแนนรวม", "ภาพรวมหน่วยงาน"])
def test_a_total_in_the_first_column_whatever_that_is_for(label: str) -> None:
    rows: Grid = [
        ["ส่วน", "ตัวชี้วัด", "คะแนน"],
        ["ก", "1. การปฏิบัติหน้าที่", "85.10"],
        ["ข", "6. คุณภาพการดำเนินงาน", "84.10"],
        [label, None, "84.60"],
    ]
    assert read(table(rows, {(3, 0): (1, 2)})) == {"1": "85.10", "6": "84.10", "ITA": "84.60"}


def test_numbers_of_people_beside_indicators_and_their_scores_of_two_years() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ปี 2566", "ปี 2567", "ผู้ตอบ (คน)"],
        ["1. การปฏิบัติหน้าที่", "85.10", "86.10", "120"],
        ["2. การใช้งบประมาณ", "84.10", "85.20", "118"],
    ]
    assert read(table(rows), year=2567) == {"1": "86.10", "2": "85.20"}
    shares: Grid = [["ตัวชี้วัด", "ผู้ตอบ (คน)", "ร้อยละ"], ["1. การปฏิบัติหน้าที่", "120", "86.10"]]
    assert read(table(shares)) == {}


# Tables beside and below each other.


def test_a_table_with_words_where_the_one_above_had_numbers_does_not_continue_it() -> None:
    levels: Grid = [["คะแนน", "ระดับ"], ["95.00 - 100", "ผ่านดีเยี่ยม"], ["85.00 - 94.99", "ผ่านดี"]]
    plain: Grid = [["แบบวัด IIT", "87.39"], ["แบบวัด EIT", "80.56"], ["แบบวัด OIT", "69.16"]]
    assert read(table(levels), table(plain)) == {"IIT": "87.39", "EIT": "80.56", "OIT": "69.16"}
    told: Grid = [
        ["ข้อคำถาม", "ผู้รับผิดชอบ"],
        *([f"I{n} {title(f'I{n}')} (8{n}.10 คะแนน)", "ฝ่ายปกครอง"] for n in (1, 2)),
    ]
    assert read(table(told), table(plain)) == {
        "I1": "81.10", "I2": "82.10", "IIT": "87.39", "EIT": "80.56", "OIT": "69.16",
    }  # fmt: skip


def test_the_last_digits_of_numbers_on_the_next_page() -> None:
    rows: Grid = [
        ["ข้อ", "O1", "O2", "O3", "O4"],
        ["ปี 2566", "100.00", "50.00", "75.00", "0.00"],
        ["ปี", "100.0", "100.0", "75.00", "0.00"],
        ["2567", "0", "0", "", ""],
    ]
    found = read(table(rows, starts=(3,)), year=2567)
    assert found == {"O1": "100.00", "O2": "100.00", "O3": "75.00", "O4": "0.00"}


def test_full_marks_broken_in_a_narrow_cell() -> None:
    rows: Grid = [["ข้อ", "คะแนน"], ["O1", "10 0.00"], ["O2", "1 00.00"], ["O3", "75.00"]]
    assert read(table(rows)) == {"O1": "100.00", "O2": "100.00", "O3": "75.00"}
    assert bare_score("1 5.20") is None


# Years without a code book.


def test_items_without_letters_are_known_by_the_words_of_the_nearest_book() -> None:
    rows: Grid = [
        ["ที่", "ข้อคำถาม", "คะแนน"],
        *([str(n), title(f"O{n}"), f"7{n % 10}.20"] for n in (8, 9, 10, 11)),
    ]
    found = scores(report(ANALYSIS_68, table(rows)))
    assert set(found) == {"O8", "O9", "O10", "O11"}
    other: Grid = [
        ["ที่", "ข้อคำถาม", "คะแนน"],
        ["1", "คำถามที่ไม่เคยมีในปีใด", "71.20"],
        ["2", "อีกข้อ", "72.20"],
    ]
    assert scores(report(ANALYSIS_68, table(other))) == {}


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("I4 – I6", ("I4", "I5", "I6")),
        ("E1-3", ("E1", "E2", "E3")),
        ("I2, I9 ถึง I11", ("I2", "I9", "I10", "I11")),
        ("I12 - E2", ("I12", "E2")),
    ],
)
def test_a_range_is_written_out_in_a_year_without_a_book(
    printed: str, codes: tuple[str, ...]
) -> None:
    rows: Grid = [
        ["ที่", "มาตรการ", "ตอบข้อคำถาม", "แล้วเสร็จภายใน"],
        ["1", "เพิ่มเก้าอี้นั่งรอ", printed, "30/04/2569"],
        ["2", "วางแบบประเมิน", "O3", "30/04/2569"],
    ]
    assert [m.codes for m in report(ANALYSIS_68, table(rows)).measures] == [codes, ("O3",)]


def test_a_heading_with_an_indicators_score_in_a_year_without_a_book() -> None:
    line = paragraph("ตัวชี้วัดที่ 2 : การใช้งบประมาณ (91.21 คะแนน)", bold=True)
    assert scores(report(ANALYSIS_68, line)) == {"2": Decimal("91.21")}


def test_long_titles_of_another_year_need_no_letters_either() -> None:
    rows: Grid = [
        ["ที่", "ข้อคำถาม", "คะแนน"],
        *([str(n), title(f"I{n}", 2566), f"8{n}.20"] for n in (1, 2, 3)),
    ]
    assert set(scores(report(ANALYSIS_66, table(rows)))) == {"I1", "I2", "I3"}


def test_the_total_of_a_table_of_money_is_no_score() -> None:
    rows: Grid = [
        ["ลำดับ", "รายการ", "วงเงินที่จ่าย (บาท)", "ร้อยละ"],
        ["1", "ค่าวัสดุ", "250,000.00", "60.00"],
        ["2", "ค่าใช้สอย", "150,000.00", "40.00"],
        ["", "รวมเป็นเงินทั้งสิ้น", "400,000.00", "100.00"],
    ]
    assert read(table(rows)) == {}


def test_instruments_named_in_full_need_no_header() -> None:
    full = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสีย{0} ({1} Integrity and Transparency Assessment: {2})"
    rows: Grid = [
        [full.format("ภายใน", "Internal", "IIT"), "90.45%"],
        [full.format("ภายนอก", "External", "EIT"), "89.84%"],
        ["ภาพรวมหน่วยงาน", "90.10%"],
    ]
    assert read(table(rows)) == {"IIT": "90.45", "EIT": "89.84", "ITA": "90.10"}
