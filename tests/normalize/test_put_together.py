"""Tables put together from the parts of real ones: each number is what its row and words say."""

from __future__ import annotations

import pytest

from extract.model import Paragraph, Table
from normalize.words.text import clean, squeeze
from tests.normalize.puttogether import put_together
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, paragraph, report, table

# So many reports; of all that they tell so many in a thousand may be missing, none wrong.
REPORTS, MISSING = 500, 1.5


def test_nothing_is_wrong_and_hardly_anything_is_missing() -> None:
    wanted = missing = 0
    for seed in range(REPORTS):
        made = put_together(seed)
        read = report(*made.blocks)
        scores = {(s.fiscal_year, s.code): f"{s.score:.2f}" for s in read.scores}
        assert {k: v for k, v in scores.items() if made.scores.get(k) != v} == {}, seed
        measures = {squeeze(m.measure or ""): m.codes for m in read.measures}
        said = {squeeze(clean(text)): (code,) for text, code in made.measures.items()}
        assert {k: v for k, v in measures.items() if v and said.get(k) != v} == {}, seed
        wanted += len(made.scores) + len(said)
        missing += len(made.scores.keys() - scores.keys()) + len(said.keys() - measures.keys())
    assert 1000 * missing <= MISSING * wanted


def _scores(*blocks: Paragraph | Table) -> dict[str, str]:
    return {s.code: str(s.score) for s in report(ANALYSIS_67, *blocks).scores}


@pytest.mark.parametrize("part", ["ด้านที่ {}", "องค์ประกอบที่ {}", "หมวดที่ {}", "ด้าน {}", "มิติที่ {}:"])
@pytest.mark.parametrize(
    "tail", [" 90.12 คะแนน", " (90.12 คะแนน)", " = 90.12", " [90.12]", " : 90.12"]
)
def test_what_indicators_are_called_by_number_and_name(part: str, tail: str) -> None:
    heading = paragraph(f"{part.format(3)} การใช้อำนาจ{tail}", bold=True)
    assert _scores(heading) == {"3": "90.12"}
    rows: Grid = [
        ["ข้อ", "จุดอ่อน", "มาตรการ"],
        [f"{part.format(2)} การใช้งบประมาณ{tail}", None, None],
        ["I4", "ไม่ทราบแผน", "ประชุมชี้แจง"],
    ]
    assert _scores(table(rows, {(1, 0): (1, 3)})) == {"2": "90.12"}


def test_a_small_number_behind_a_name_may_be_its_weight() -> None:
    assert _scores(paragraph("ตัวชี้วัดที่ 3 การใช้อำนาจ (7.50)", bold=True)) == {}


def test_a_name_like_a_label_is_no_label() -> None:
    rows: Grid = [
        ["ข้อ", "คะแนน", "มาตรการ"],
        ["ด้านที่ 7 ประสิทธิภาพการสื่อสาร : 84.10", None, None],
        ["E4", "84.10", "ทำป้าย"],
    ]
    assert _scores(table(rows, {(1, 0): (1, 3)})) == {"7": "84.10", "E4": "84.10"}


@pytest.mark.parametrize("beside", [None, "ลำดับข้อ"])
@pytest.mark.parametrize("form", ["{} {}", "ข้อ {}\n{}", "({}): {}"])
def test_items_under_a_header_for_indicators(beside: str | None, form: str) -> None:
    asked = ("I4 โปร่งใส ตรวจสอบได้", "I6 มีการเบิกจ่ายเท็จ", "I10 มีการนำทรัพย์สินของราชการไปใช้")
    said = [form.format(*one.split(" ", 1)) for one in asked]
    rows = [[str(n), one, f"8{n}.10"] for n, one in enumerate(said, 1)]
    grid: Grid = [["ลำดับข้อ", "ตัวชี้วัดย่อย", "คะแนน"], *rows]
    bare: Grid = [row[1:] for row in grid]
    wanted = {"I4": "81.10", "I6": "82.10", "I10": "83.10"}
    assert _scores(table(grid if beside else bare)) == wanted


def test_running_numbers_beside_codes_under_a_header_for_codes() -> None:
    rows: Grid = [
        ["ลำดับข้อ", "รหัส", "คำถาม", "คะแนน"],
        ["1", "I4", "โปร่งใส ตรวจสอบได้", "81.10"],
        ["2", "I6", "มีการเบิกจ่ายเท็จ", "82.10"],
    ]
    assert _scores(table(rows)) == {"I4": "81.10", "I6": "82.10"}


@pytest.mark.parametrize("total", ["รวม", "เฉลี่ย", "คะแนนเฉลี่ย", "คะแนนรวมตัวชี้วัด"])
def test_a_plain_total_below_all_items_of_an_indicator(total: str) -> None:
    rows: Grid = [
        ["ข้อ", "คะแนน"],
        *(["I1", "80.00"], ["I2", "82.00"], ["I3", "87.00"], [total, "83.00"]),
        *(["I4", "90.00"], ["I5", "91.00"], [total, "90.50"]),
        *(["I7", "70.00"], ["I8", "72.00"], ["I9", "74.00"], [total, "75.00"]),
    ]
    found = _scores(table(rows))
    # One of the items of indicator 2 is missing, and the last total is no mean.
    assert {k: v for k, v in found.items() if k[0] not in "IEO"} == {"1": "83.00"}
    below = [paragraph("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", bold=True)]
    one: Grid = [["ข้อ", "คะแนน"], ["I10", "95.06"], [total, "95.06"]]
    assert _scores(*below, table(one)) == {"I10": "95.06", "4": "95.06"}


def test_a_column_of_indicators_scores_beside_those_of_years() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "คะแนนตัวชี้วัด", "ข้อ", "ปี 2566", "ปี 2567"],
        ["1. การปฏิบัติหน้าที่", "86.20", "I1", "84.10", "85.20"],
        [None, None, "I2", "86.10", "87.20"],
    ]
    read = report(ANALYSIS_67, table(rows, {(1, 0): (2, 1), (1, 1): (2, 1)}))
    assert {(s.fiscal_year, s.code): str(s.score) for s in read.scores} == {
        (2567, "1"): "86.20",
        (2566, "I1"): "84.10",
        (2567, "I1"): "85.20",
        (2566, "I2"): "86.10",
        (2567, "I2"): "87.20",
    }


def test_a_running_number_may_be_that_of_the_indicator_beside_it() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ที่", "ข้อคำถาม", "คะแนน"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "1", "ข้อ I1 เต็มใจให้บริการ", "85.20"],
        [None, "2", "ข้อ I2 อำนวยความสะดวก", "87.20"],
    ]
    assert _scores(table(rows, {(1, 0): (2, 1)})) == {"I1": "85.20", "I2": "87.20"}


def test_the_first_row_is_no_header_because_its_words_begin_like_one() -> None:
    rows: Grid = [
        ["รหัส", "เรื่อง", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดเสร็จ"],
        *(
            [code, f"ผู้บังคับบัญชามอบหมายงาน ({score} คะแนน)", "ผลงานล่าช้า", "ปรับปรุงงาน", unit, date]
            for code, score, unit, date in (
                ("I07", "80.10", "ฝ่ายทะเบียน", "31 มีนาคม 2568"),
                ("I09", "82.10", "ฝ่ายโยธา", "30 เมษายน 2568"),
            )
        ),
    ]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {"I7": "80.10", "I9": "82.10"}
    assert [m.codes for m in read.measures] == [("I7",), ("I9",)]


def test_a_single_row_with_a_level_is_no_table_of_levels() -> None:
    rows: Grid = [["ข้อคำถาม", "คะแนน", "ระดับ"], ["E4 มีการเผยแพร่ข้อมูลข่าวสาร", "84.10", "ดี"]]
    assert _scores(table(rows)) == {"E4": "84.10"}


def test_words_over_years_need_not_all_be_known() -> None:
    rows: Grid = [
        ["เรื่องของเรา", "คะแนนที่ได้", None],
        [None, "ปี 2565", "ปี 2566"],
        ["I1 เจ้าหน้าที่ปฏิบัติงานตามเวลา", "80.10", "81.10"],
        ["I2 เจ้าหน้าที่ให้บริการเท่าเทียม", "82.10", "83.10"],
    ]
    read = report(ANALYSIS_66, table(rows, {(0, 0): (2, 1), (0, 1): (1, 2)}))
    assert len({(s.fiscal_year, s.code) for s in read.scores}) == 4
