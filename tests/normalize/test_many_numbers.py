"""Which of several numbers, columns and rows is the score of what, however it is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.model import Table
from normalize.codebook import items
from normalize.shapes.parting import parted
from normalize.words.values import bare_score
from tests.normalize.tables import ANALYSIS_67, Grid, kinds, paragraph, report, scores, table

# ANALYSIS_67 is a report of this district.
OWN, OTHER, THIRD = "บางรัก", "ดินแดง", "จตุจักร"
INDICATORS = ("1. การปฏิบัติหน้าที่", "2. การใช้งบประมาณ")


def title(code: str) -> str:
    return items(2567)[code].title_th


def read(*blocks: Table, year: int = 2567) -> dict[str, str]:
    return {c: str(s) for c, s in scores(report(ANALYSIS_67, *blocks), year).items()}


@pytest.mark.parametrize(
    "text",
    [
        "90.27 / ดีมาก", "90.27 (ผ่านดี)", "90.27 ระดับ ผ่าน", "90.27 ▲ 2.10", "90.27 ↓ 0.50 คะแนน",
        "90.27 คะแนน / ผ่านดีเยี่ยม", "90.27 อยู่ในระดับ สูง", "90.27*",
    ],
)  # fmt: skip
def test_words_and_marks_behind_a_score(text: str) -> None:
    assert bare_score(text) == Decimal("90.27")


@pytest.mark.parametrize("text", ["90.27 / 30", "90.27 (เป้าหมาย)", "2.50 / น้ำหนัก", "90.27 บาท"])
def test_other_words_behind_a_number_keep_it_from_being_one(text: str) -> None:
    assert bare_score(text) is None


@pytest.mark.parametrize("form", ["เขต{}", "สำนักงานเขต{}", "คะแนนเขต{}"])
def test_columns_of_districts_and_only_ones_own_is_read(form: str) -> None:
    rows: Grid = [
        ["ตัวชี้วัด", form.format(OTHER), form.format(OWN), form.format(THIRD)],
        [INDICATORS[0], "81.10", "85.10", "88.10"],
        [INDICATORS[1], "82.10", "84.10", "89.10"],
    ]
    assert read(table(rows)) == {"1": "85.10", "2": "84.10"}
    rows = [[c for i, c in enumerate(row) if i != 2] for row in rows]
    assert read(table(rows)) == {}


@pytest.mark.parametrize(
    ("before", "now"),
    [("ปีที่ผ่านมา", "ปีปัจจุบัน"), ("คะแนนครั้งก่อน", "คะแนนครั้งนี้"), ("คะแนนปีก่อน", "คะแนนปีนี้")],
)
def test_this_year_beside_the_year_before(before: str, now: str) -> None:
    rows: Grid = [
        ["ตัวชี้วัด", before, now, "ผลต่าง"],
        [INDICATORS[0], "81.10", "85.10", "+4.00"],
        [INDICATORS[1], "82.10", "84.10", "+2.00"],
    ]
    assert read(table(rows)) == {"1": "85.10", "2": "84.10"}


@pytest.mark.parametrize("header", ["คาดการณ์ ปี 2568", "ประมาณการ ปี 2568", "แผนปี 2568"])
def test_a_year_that_is_only_expected_has_no_scores(header: str) -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ปี 2566", "ปี 2567", header],
        [INDICATORS[0], "81.10", "85.10", "87.10"],
        [INDICATORS[1], "82.10", "84.10", "86.10"],
    ]
    assert read(table(rows), year=2568) == {}
    assert read(table(rows)) == {"1": "85.10", "2": "84.10"}


@pytest.mark.parametrize("header", ["คะแนนถ่วงน้ำหนัก", "ผลคูณ", "คะแนนหลังถ่วงน้ำหนัก"])
def test_weighted_points_beside_a_score(header: str) -> None:
    rows: Grid = [
        ["แบบวัด", "น้ำหนัก", "คะแนนที่ได้", header],
        ["แบบวัด IIT", "30", "90.00", "27.00"],
        ["แบบวัด EIT", "30", "80.00", "24.00"],
    ]
    assert read(table(rows)) == {"IIT": "90.00", "EIT": "80.00"}


@pytest.mark.parametrize(
    ("form", "dated"),
    [
        ("ปี 2566: {0}\nปี 2567: {1}", True),
        ("2566 = {0}, 2567 = {1}", True),
        ("พ.ศ. 2566 {0}\nพ.ศ. 2567 {1}", True),
        ("ปี 2567 ได้ {1} คะแนน (ปี 2566 ได้ {0} คะแนน)", True),
        ("ได้คะแนน {1}", False),
        ("คะแนนที่ได้ คือ {1}", False),
    ],
)
@pytest.mark.parametrize("header", ["ผลสองปี", "ผลลัพธ์", "ตัวเลขใหม่"])
def test_years_and_words_with_the_numbers_of_a_column_nobody_knows(
    form: str, dated: bool, header: str
) -> None:
    rows: Grid = [
        ["เรื่องที่วัด", header],
        *([f"I{n} {title(f'I{n}')}", form.format(f"7{n}.10", f"8{n}.20")] for n in (1, 2, 3)),
    ]
    assert read(table(rows)) == {"I1": "81.20", "I2": "82.20", "I3": "83.20"}
    before = {"I1": "71.10", "I2": "72.10", "I3": "73.10"} if dated else {}
    assert read(table(rows), year=2566) == before


@pytest.mark.parametrize("joint", ["\n", " ", ""])
def test_an_items_code_below_its_indicators_name(joint: str) -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "คะแนน"],
        *([f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่{joint}ข้อ I{n}", f"8{n}.10"] for n in (1, 2, 3)),
    ]
    assert read(table(rows)) == {"I1": "81.10", "I2": "82.10", "I3": "83.10"}


def test_an_item_whose_code_was_lost_is_not_its_indicator() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อคำถาม", "คะแนน"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\nข้อ I1", "คำถามแรกของปีนี้ที่ไม่เหมือนใคร", "81.10"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\nข้อ I2", "คำถามที่สองของปีนี้", "82.10"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "คำถามที่สามของปีนี้", "83.10"],
    ]
    assert read(table(rows)) == {"I1": "81.10", "I2": "82.10"}


def test_many_numbers_in_rows_of_one_name_are_none_of_it() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "คะแนน"],
        *(["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", f"8{n}.10"] for n in (1, 2, 3)),
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "90.10"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert scores(found) == {"2": Decimal("90.10")}
    assert "score-without-code" in kinds(found)


def test_a_form_for_each_item() -> None:
    forms = [
        table(
            [
                ["ข้อ", f"I{n}"],
                ["ข้อคำถาม", title(f"I{n}")],
                ["คะแนนที่ได้", f"8{n}.10"],
                ["ระดับ", "ผ่าน"],
            ]
        )
        for n in (1, 2)
    ]
    assert read(*forms) == {"I1": "81.10", "I2": "82.10"}


@pytest.mark.parametrize("form", ["{} : {}", "{} = {}", "{}\n{}", "ข้อ {}\n{} คะแนน"])
def test_a_grid_of_codes_with_their_scores(form: str) -> None:
    rows: Grid = [
        [form.format(f"I{n}", f"8{n % 10}.10") for n in range(1, 5)],
        [form.format(f"I{n}", f"8{n % 10}.10") for n in range(9, 13)],
    ]
    assert read(table(rows)) == {f"I{n}": f"8{n % 10}.10" for n in (1, 2, 3, 4, 9, 10, 11, 12)}


def test_a_header_where_a_part_begins_is_that_of_another_table() -> None:
    rows: Grid = [
        ["กิจกรรม", "ระยะเวลา", "ความก้าวหน้า"],
        ["ประชุมคณะทำงาน", "มีนาคม 2568", "100"],
        ["รหัสข้อ", "ข้อคำถาม", "คะแนนที่ได้"],
        ["I1", title("I1"), "81.10"],
        ["I2", title("I2"), "82.10"],
    ]
    assert len(parted([table(rows, starts=(2,)), paragraph("ข้อความ")])) == 3
    assert read(table(rows, starts=(2,))) == {"I1": "81.10", "I2": "82.10"}
    again: Grid = [rows[2], rows[3], ["รหัสข้อ", "ขอ้คำถาม", "คะแนนที่ได้"], rows[4]]
    assert len(parted([table(again, starts=(2,))])) == 1


def test_labels_of_a_form_at_the_top_of_a_page_are_no_header() -> None:
    """The first card is cut by the page end; what is said beside the label begins like a header."""
    rows: Grid = [
        ["ข้อคำถามที่เกี่ยวข้อง", "I4"],
        ["สิ่งที่จะดำเนินการ", "สอบทานใบเบิก"],
        ["ตัวชี้วัดความสำเร็จ (ผลผลิต)", "รายงานผลการสอบทาน"],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง"],
        ["ข้อคำถามที่เกี่ยวข้อง", "I5"],
        ["สิ่งที่จะดำเนินการ", "เผยแพร่แผน"],
        ["ตัวชี้วัดความสำเร็จ (ผลผลิต)", "แผนที่เผยแพร่"],
        ["ผู้รับผิดชอบ", "ฝ่ายโยธา"],
    ]
    cards = table(rows, starts=(2,))
    assert len(parted([cards])) == 1
    assert [(m.codes, m.output, m.units) for m in report(ANALYSIS_67, cards).measures] == [
        (("I4",), "รายงานผลการสอบทาน", ("ฝ่ายการคลัง",)),
        (("I5",), "แผนที่เผยแพร่", ("ฝ่ายโยธา",)),
    ]


def test_a_header_that_comes_again_is_no_label_of_a_form() -> None:
    head = ["รหัสข้อ", "ข้อคำถาม", "คะแนนที่ได้"]
    rows: Grid = [
        ["กิจกรรม", "ระยะเวลา", "ความก้าวหน้า"],
        ["ประชุมคณะทำงาน", "มีนาคม 2568", "100"],
        head,
        ["I1", title("I1"), "81.10"],
        head,
        ["I2", title("I2"), "82.10"],
    ]
    assert len(parted([table(rows, starts=(2, 4))])) == 2


def test_small_letters_of_codes_are_as_plain_as_capitals() -> None:
    rows: Grid = [
        ["อันดับ", "ข้อ", "ข้อคำถาม", "คะแนน"],
        ["1", "e6", title("E6"), "81.10"],
        ["2", "e2", title("E2"), "82.10"],
        ["3", "i11", title("I11"), "83.10"],
    ]
    assert read(table(rows)) == {"E6": "81.10", "E2": "82.10", "I11": "83.10"}


def test_long_codes_in_a_list_by_rank() -> None:
    rows: Grid = [
        ["อันดับ", "ข้อ", "ข้อคำถาม", "คะแนน"],
        *(
            [str(n), f"{c[0]}IT-{int(c[1:]):02d}", title(c), f"8{n}.10"]
            for n, c in enumerate(("E6", "E2", "I11", "I4"), 1)
        ),
    ]
    assert read(table(rows)) == {"E6": "81.10", "E2": "82.10", "I11": "83.10", "I4": "84.10"}


def test_a_column_of_items_is_one_whatever_its_header_says() -> None:
    rows: Grid = [
        ["เรื่องที่วิเคราะห์", "ตัวเลขผล"],
        *([f"I{n} {title(f'I{n}')}", f"คะแนนที่ได้ คือ 8{n}.20"] for n in (1, 2, 3)),
    ]
    assert read(table(rows)) == {"I1": "81.20", "I2": "82.20", "I3": "83.20"}


def test_the_blank_name_on_a_new_page_is_that_of_the_rows_above_in_a_table_of_years() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ปี", "คะแนน"],
        [INDICATORS[0], "2566", "81.10"],
        ["", "2567", "82.10"],
        [INDICATORS[1], "2566", "83.10"],
        [None, "2567", "84.10"],
    ]
    found = report(ANALYSIS_67, table(rows, {(3, 0): (2, 1)}, starts=(2,)))
    assert scores(found, 2566) == {"1": Decimal("81.10"), "2": Decimal("83.10")}
    assert scores(found, 2567) == {"1": Decimal("82.10"), "2": Decimal("84.10")}


def test_full_marks_without_decimals_in_grids_and_beside_years() -> None:
    grid: Grid = [["O1 : 100", "O2 : 75.00", "O3 : 0"], ["O4 : 50.00", "O5 : 100.00", "O6 = 100"]]
    assert read(table(grid)) == {
        "O1": "100", "O2": "75.00", "O3": "0", "O4": "50.00", "O5": "100.00", "O6": "100",
    }  # fmt: skip
    rows: Grid = [
        ["ประเด็นและผลคะแนน", "หมายเหตุ"],
        [f"O1 {title('O1')} (ปี 2566 = 100, ปี 2567 = 0)", "-"],
        [f"O2 {title('O2')} (ปี 2566 = 75.00, ปี 2567 = 100)", "-"],
    ]
    assert read(table(rows)) == {"O1": "0", "O2": "100"}


def test_numbers_before_codes_are_no_sub_indicators() -> None:
    rows: Grid = [
        ["รายการ", "คะแนน"],
        ["9. การเปิดเผยข้อมูล", "90.10"],
        *([f"9.{n} O{n} {title(f'O{n}')}", f"8{n}.10"] for n in (1, 2, 3)),
    ]
    assert read(table(rows)) == {"9": "90.10", "O1": "81.10", "O2": "82.10", "O3": "83.10"}


def test_plain_means_of_parts_are_not_that_of_the_whole() -> None:
    rows: Grid = [
        ["ปี", "E1", "E2", "E3", "E4", "เฉลี่ย", "I1", "I2", "I3", "I4", "เฉลี่ย"],
        ["ปี 2567", *(f"8{n}.10" for n in range(10))],
    ]
    assert "ITA" not in read(table(rows))
    head: Grid = [
        ["ปี", "EIT", None, None, "IIT", None, None],
        ["", "E1", "E2", "เฉลี่ย", "I1", "I2", "เฉลี่ย"],
    ]
    spans = {(0, 0): (1, 1), (0, 1): (1, 3), (0, 4): (1, 3)}
    values: Grid = [*head, ["ปี 2567", *(f"8{n}.10" for n in range(1, 7))]]
    assert read(table(values, spans)) == {
        "E1": "81.10", "E2": "82.10", "EIT": "83.10", "I1": "84.10", "I2": "85.10", "IIT": "86.10",
    }  # fmt: skip


def test_scores_times_weights_are_points_whatever_they_are_called() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "นน.", "แต้มเต็มตา", "แต้มสุดท้าย"],
        ["1. การปฏิบัติหน้าที่", "7.5", "90.00", "6.75"],
        ["2. การใช้งบประมาณ", "7.5", "80.00", "6.00"],
        ["6. คุณภาพการดำเนินงาน", "15", "70.00", "10.50"],
    ]
    assert set(read(table(rows)).values()) <= {"90.00", "80.00", "70.00"}


def test_the_mean_of_groups_beside_theirs() -> None:
    rows: Grid = [
        ["ข้อ", "คะแนนชาย", "คะแนนหญิง", "คะแนนรวม"],
        ["I1", "80.10", "84.10", "82.10"],
        ["I2", "85.10", "81.10", "83.10"],
    ]
    assert read(table(rows)) == {"I1": "82.10", "I2": "83.10"}
    apart: Grid = [rows[0], ["I1", "80.10", "84.10", "92.10"], rows[2]]
    assert read(table(apart)) == {}


def test_a_lone_long_code_is_not_its_instrument() -> None:
    assert (
        read(table([["ข้อ", "คะแนน"], [f"OIT-16 {title('O16')}", "50.00"], ["อื่น ๆ", "60.00"]])) == {}
    )


def test_numbers_between_the_lines_of_their_items_are_paired_in_order() -> None:
    rows: Grid = [
        ["ข้อคำถาม", "คะแนน"],
        [f"I2 {title('I2')}", "82.10"],
        [f"I3 {title('I3')}", "83.10"],
        [f"I4 {title('I4')}\nI5 {title('I5')[:30]}", "84.10"],
        [title("I5")[30:], "85.10"],
        [f"I6 {title('I6')}", "86.10"],
    ]
    assert read(table(rows)) == {f"I{n}": f"8{n}.10" for n in (2, 3, 4, 5, 6)}
    # A number too few, and which belongs to which is not known.
    assert "I5" not in read(table([*rows[:4], *rows[5:]]))


def test_parts_of_titles_name_no_rows_where_words_stand_in_the_wrong_ones() -> None:
    rows: Grid = [
        ["ที่", "ข้อคำถาม", "คะแนน"],
        ["4", f"{title('I4')}\n{title('I5')[:40]}", "84.10"],
        ["5", title("I5")[40:] + title("I7")[:12], "85.10"],
        ["6", title("I6"), "86.10"],
        ["7", f"{title('I7')[12:]}", "87.10"],
        ["8", "คำที่เหลือจากบรรทัดก่อน", "88.10"],
    ]
    found = read(table(rows))
    assert found == {"I6": "86.10"}


def test_a_plain_number_behind_an_item_beside_others_may_be_any_columns() -> None:
    rows: Grid = [
        ["เนื้อความ", "ครั้งที่ 2", "ครั้งที่ 3"],
        [f"I4 {title('I4')} 93.60", "97.60", "95.60"],
        [f"I6 {title('I6')} 92.60", "96.60", "94.60"],
    ]
    assert read(table(rows)) == {}
    alone: Grid = [["เนื้อความ", "หมายเหตุ"], *([row[0], "-"] for row in rows[1:])]
    assert read(table(alone)) == {"I4": "93.60", "I6": "92.60"}


def test_a_cell_of_scores_beside_measures_may_pair_each_with_its_code() -> None:
    def plan(header: str) -> Table:
        listed = f"I4 {title('I4')}\nI5 {title('I5')}"
        rows: Grid = [
            ["มาตรการ", "ข้อที่เกี่ยวข้อง", header, "ผู้รับผิดชอบ"],
            ["จัดอบรม", listed, "I4 = 86.70\nI5 = 91.37", "ฝ่ายโยธา"],
            ["ติดป้าย", f"I6 {title('I6')}", "92.88", "ฝ่ายคลัง"],
        ]
        return table(rows)

    assert read(plan("คะแนนปี 2567")) == {"I4": "86.70", "I5": "91.37", "I6": "92.88"}
    assert read(plan("ค่าเป้าหมาย")) == {}
