"""Cards with text of several lines are read by themselves, with their titles and heads."""

from __future__ import annotations

import pytest

from extract.joining import join_layouts
from extract.model import Box, Paragraph
from tests.extract.pages import BOLD, PITCH, Sheet, across, ruled, tables_on

LEFT, RIGHT = Box(40, 60, 300, 220), Box(320, 60, 580, 220)


def read(sheet: Sheet) -> list[str]:
    blocks = join_layouts([sheet.layout()])
    return [b.text if isinstance(b, Paragraph) else "TABLE" for b in blocks]


def card(sheet: Sheet, box: Box, title: str, *lines: str, number: str = "") -> None:
    sheet.content.frames.append(box)
    sheet.write(title, box.x0 + 10, box.top + 16, font=BOLD)
    sheet.write(number, box.x1 - 40, box.top + 16, font=BOLD)
    for n, line in enumerate(lines, 1):
        sheet.write(line, box.x0 + 10, box.top + 16 + n * PITCH)


def test_cards_beside_each_other_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.write("บทนำ", 40, 40)
    card(sheet, LEFT, "ก หนึ่ง", "ปัญหา: คิวยาว", "วิธี: เพิ่มโต๊ะ", "ใคร: ฝ่ายโยธา")
    card(sheet, RIGHT, "ข สอง", "ปัญหา: ไฟดับ", "วิธี: ซ่อมสาย", "ใคร: ฝ่ายคลัง")
    sheet.write("ท้ายหน้า", 40, 260)
    text = " ".join(read(sheet))
    words = ["บทนำ", "หนึ่ง", "คิวยาว", "เพิ่มโต๊ะ", "ฝ่ายโยธา", "สอง", "ไฟดับ", "ฝ่ายคลัง", "ท้ายหน้า"]
    assert [text.index(word) for word in words] == sorted(text.index(word) for word in words)


def test_the_titles_of_cards_below_each_other_and_their_numbers_are_no_table() -> None:
    sheet = Sheet()
    for n in range(3):
        box = Box(40, 60 + 120 * n, 580, 160 + 120 * n)
        card(sheet, box, f"เรื่องที่ {n}", *[f"บรรทัด {k}" for k in range(4)], number=f"8{n}.25")
    assert "TABLE" not in read(sheet)


def test_a_table_in_a_frame_is_one() -> None:
    sheet = Sheet()
    sheet.content.frames.append(Box(30, 50, 600, 220))
    sheet.write("ข้อ", 40, 70, font=BOLD)
    sheet.write("คะแนน", 400, 70, font=BOLD)
    for n in range(5):
        sheet.write(f"เรื่องที่ยาวพอสมควร {n}", 40, 90 + 20 * n)
        sheet.write(f"8{n}.25", 400, 90 + 20 * n)
    assert "TABLE" in read(sheet)


def test_heads_beside_each_other_at_the_end_of_a_card() -> None:
    sheet = Sheet()
    card(sheet, LEFT, "ก หนึ่ง", "ปัญหา: คิวยาว", "วิธี: เพิ่มโต๊ะ", "อีกบรรทัด")
    bottom = LEFT.top + 16 + 4 * PITCH
    sheet.write("ใคร", 50, bottom, font=BOLD)
    sheet.write("เมื่อไร", 180, bottom, font=BOLD)
    sheet.write("ฝ่ายรักษาความ\nสะอาด", 50, bottom + PITCH)
    sheet.write("30 เม.ย. 2568", 180, bottom + PITCH)
    assert read(sheet)[-4:] == ["ใคร", "ฝ่ายรักษาความสะอาด", "เมื่อไร", "30 เม.ย. 2568"]


def test_a_small_frame_and_the_border_of_the_page_part_nothing() -> None:
    plain, framed = Sheet(), Sheet()
    for sheet in (plain, framed):
        sheet.write("\n".join(f"เนื้อหาของหน้า {n}" for n in range(20)), 60, 60)
    framed.content.frames += [Box(10, 10, 832, 585), Box(60, 60, 90, 76)]
    assert read(plain) == read(framed)


def test_heads_that_break_and_answers_that_come_near_each_other() -> None:
    sheet = Sheet()
    card(sheet, LEFT, "ก หนึ่ง", "ปัญหา: คิวยาว", "วิธี: เพิ่มโต๊ะ", "อีกบรรทัด")
    bottom = LEFT.top + 16 + 4 * PITCH
    sheet.write("ใครรับ\nผิดชอบ", 50, bottom, font=BOLD)
    sheet.write("เมื่อไร", 110, bottom, font=BOLD)
    sheet.write("30 เม.ย. 2568", 110, bottom + PITCH)
    sheet.write("ฝ่ายการคลัง", 50, bottom + 2 * PITCH)
    assert [t for t in read(sheet) if "ฝ่าย" in t or "2568" in t] == ["ฝ่ายการคลัง", "30 เม.ย. 2568"]


NAMES = (("คะแนนภาพรวม", "91.10"), ("แบบวัด IIT", "86.79"), ("แบบวัด EIT", "86.87"))
LEVELS = (("95 ขึ้นไป", "ดีเยี่ยม"), ("85 ขึ้นไป", "ดี"), ("ต่ำกว่า", "ปรับปรุง"))


def test_a_box_of_names_and_numbers_is_told_apart_from_the_table_below_it() -> None:
    sheet = Sheet()
    sheet.rule(*ruled((100, 480), (60, 110)))
    for n, (name, number) in enumerate(NAMES):
        sheet.write(name, 110, 75 + 15 * n)
        sheet.write(number, 420, 75 + 15 * n)
    sheet.rule(*(across(y, 60, 540) for y in (150, 170, 190, 210)))
    for n, (name, level) in enumerate(LEVELS):
        sheet.write(name, 70, 164 + 20 * n)
        sheet.write(level, 400, 164 + 20 * n)
    assert tables_on(sheet)[0][0] == ["คะแนนภาพรวม", "91.10"]


@pytest.mark.parametrize(
    ("levels", "apart"), [((20, 46, 66), True), ((16, 34, 52), False)], ids=["apart", "rows"]
)
def test_the_two_sides_of_a_band_that_share_no_lines(
    levels: tuple[float, ...], apart: bool
) -> None:
    sheet = Sheet()
    band = Box(40, 40, 560, 120)
    sheet.content.frames.append(band)
    for n, word in enumerate(("วิเคราะห์ผลการประเมิน", "ประจำปีงบประมาณ 2567", "สำนักงานเขต")):
        sheet.write(word, 60, band.top + 16 + 18 * n)
    for y, word in zip(levels, ("คะแนนรวม", "89.60", "ผ่านดี"), strict=True):
        sheet.write(word, 470, band.top + y)
    text = " ".join(read(sheet))
    assert (text.index("สำนักงานเขต") < text.index("คะแนนรวม")) is apart


def test_the_number_of_a_title_is_no_side_of_a_card() -> None:
    sheet = Sheet()
    box = Box(40, 40, 560, 220)
    sheet.content.frames.append(box)
    for n, word in enumerate("I2 เรื่องที่ยาว|ไปอีกบรรทัด|ปัญหา คิวยาว|วิธี เพิ่มโต๊ะ|ใคร ฝ่ายโยธา".split("|")):
        sheet.write(word, 60, box.top + 16 + 18 * n)
    sheet.write("74.09", 500, box.top + 20)
    sheet.write("คะแนน", 500, box.top + 30)
    text = " ".join(read(sheet))
    assert text.index("74.09") < text.index("ปัญหา")
