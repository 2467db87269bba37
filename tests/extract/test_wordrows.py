"""Rows of words without numbers or codes, in tables without any rules."""

from __future__ import annotations

from collections.abc import Sequence

from tests.extract.pages import PITCH, Sheet, tables_on

XS = (40.0, 190.0, 330.0)
NAMES = ("มาตรการที่ตั้งไว้", "ทำแล้วได้ผลอย่างไร", "ผู้ดำเนินการ")


def rows_on(*lines: Sequence[str], indent: float = 0.0) -> list[list[str]]:
    """What becomes of lines printed evenly below names; those with a blank first are indented."""
    sheet = Sheet()
    for y, line in enumerate((NAMES, *lines)):
        for x, text in zip(XS, line, strict=False):
            aside = indent if text.startswith(" ") else 0.0
            if text:
                sheet.write(text.strip(), x + aside, 60.0 + y * PITCH)
    return [[t.replace("\n", "") for t in row] for table in tables_on(sheet) for row in table[1:]]


def test_a_row_whose_lines_go_on_in_fewer_and_fewer_columns() -> None:
    assert rows_on(
        ("จัดเวรหัวหน้าฝ่ายอยู่ประจำ", "อยู่เวรครบทุกวันทำการ", "ฝ่ายปกครอง"),
        ("โถงบริการ", "แก้ปัญหาหน้างานได้"),
        ("ทุกเช้า",),
    ) == [["จัดเวรหัวหน้าฝ่ายอยู่ประจำโถงบริการทุกเช้า", "อยู่เวรครบทุกวันทำการแก้ปัญหาหน้างานได้", "ฝ่ายปกครอง"]]


def test_a_line_that_hangs_goes_on() -> None:
    lines = [
        ("๑. ติดป้าย", "ติดแล้ว", "ทุกฝ่าย"),
        (" ทุกห้อง", "ครบ"),
    ]
    assert rows_on(*lines, indent=12.0) == [["๑. ติดป้ายทุกห้อง", "ติดแล้วครบ", "ทุกฝ่าย"]]
    assert len(rows_on(*lines)) == 2


def test_lines_that_fill_their_columns_go_on_in_the_next() -> None:
    full = ("อบรมเรื่องผลประโยชน์ทับซ้อนโดยใช้", "อบรมแล้วสองรุ่นผู้เข้าอบรมร้อย", "ฝ่ายปกครอง")
    assert len(rows_on(full, ("กรณีจริง", "คน"))) == 1
    assert len(rows_on(("ทำป้าย", "ทำแล้ว", "ทุกฝ่าย"), ("ล้างป้าย", "ล้างแล้ว"))) == 2


def test_lines_with_something_in_every_column_are_a_row_each() -> None:
    rows = [("ทำป้าย", "ทำแล้ว", "ทุกฝ่าย"), ("ล้างป้าย", "ล้างแล้ว", "ฝ่ายโยธา")]
    assert rows_on(*rows) == [[*row] for row in rows]


def test_items_below_each_other_with_room_between_are_of_one_row() -> None:
    sheet = Sheet()
    for x, name in zip(XS, NAMES, strict=True):
        sheet.write(name, x, 60)
    sheet.write("I1 87.64\nบริการดี", XS[0], 74)
    sheet.write("I3 88.05\nเต็มใจ", XS[0], 108)
    sheet.write("ยังช้าอยู่\nหลายจุด\nในบางวัน\nของเดือน", XS[1], 74)
    sheet.write("ทุกฝ่าย\nในเขต", XS[2], 74)
    assert [len(table) for table in tables_on(sheet)] == [2]


ITEMS = (
    ("I3 การสื่อสารกับ", "พูดจาห้วนกับผู้", "๑. จัดพี่เลี้ยง"),
    ("ประชาชน (๘๒.๑๗)", "มาติดต่อ"),
    ("I6 การรับของขวัญ", "ไม่ทราบระเบียบ", "ปิดประกาศทุกชั้น"),
    ("(๘๔.๔๐)", "", "และแจ้งเวียน"),
)


def test_rows_begin_with_the_codes_of_items() -> None:
    assert rows_on(*ITEMS) == [
        ["I3 การสื่อสารกับประชาชน (๘๒.๑๗)", "พูดจาห้วนกับผู้มาติดต่อ", "๑. จัดพี่เลี้ยง"],
        ["I6 การรับของขวัญ(๘๔.๔๐)", "ไม่ทราบระเบียบ", "ปิดประกาศทุกชั้นและแจ้งเวียน"],
    ]


def test_a_cell_of_several_codes_is_one_beside_words_that_go_on() -> None:
    full = "ผู้ประเมินต้องกล้าประเมินบุคลากร"
    rows = rows_on(
        ("I8 การใช้อำนาจ", "ยังมีการสั่งให้ทำ", full),
        ("I9 การมอบหมาย", "", full),
        ("", "", "ตามจริง"),
        ("I10 การยืมของ", "ไม่มีสมุดยืม", "ทำสมุดยืม"),
        ("ราชการ", "", ""),
    )
    assert [row[0] for row in rows] == ["I8 การใช้อำนาจI9 การมอบหมาย", "I10 การยืมของราชการ"]
    assert rows[0][2] == f"{full}{full}ตามจริง"


def test_what_stands_above_the_first_item_of_a_page_is_the_rest_of_a_row() -> None:
    group = ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ",)
    rest = (("ละเอียดพัสดุ", "โดยคนเดียว", "แทนการลงชื่อ"), ("(๘๓.๐๒)", "ไม่มีผู้สอบ", "นอกเวลา"))
    rows = rows_on(*rest, group, *ITEMS)
    assert rows[0] == ["ละเอียดพัสดุ(๘๓.๐๒)", "โดยคนเดียวไม่มีผู้สอบ", "แทนการลงชื่อนอกเวลา"]
    assert len(rows) == 4


def test_an_item_beside_blank_cells_begins_a_row_where_it_stands_apart() -> None:
    sheet = Sheet()
    xs = (*XS, 450.0)
    for x, name in zip(xs, (*NAMES, "กำกับติดตาม"), strict=True):
        sheet.write(name, x, 60)
    sheet.write("I4 โปร่งใส\nตรวจสอบได้", xs[0], 74)
    sheet.write("ขั้นตอนยังช้า\nหลายจุด", xs[1], 74)
    sheet.write("ตั้งกรรมการ\nกลั่นกรอง", xs[2], 74)
    sheet.write("ทุกเดือน", xs[3], 74)
    sheet.write("I5 การจัดซื้อ\nเอื้อประโยชน์\nให้ผู้ประกอบการ", xs[0], 114)
    sheet.write("ตรวจรับเอง\nไม่มีผู้เห็น", xs[1], 114)
    (table,) = tables_on(sheet)
    assert [[t.replace("\n", "") for t in row] for row in table[2:]] == [
        ["I5 การจัดซื้อเอื้อประโยชน์ให้ผู้ประกอบการ", "ตรวจรับเองไม่มีผู้เห็น", "", ""]
    ]


def test_labels_and_answers_under_headings_with_numbers_are_no_table() -> None:
    sheet = Sheet()
    for n, (code, score) in enumerate((("I2", "87.37"), ("I4", "94.30"), ("I6", "95.10"))):
        top = 60 + 70 * n
        sheet.write(f"{code} การให้บริการประชาชน", 40, top)
        sheet.write(score, 520, top)
        for k, (label, answer) in enumerate(
            (("จุดอ่อน", "ล่าช้า"), ("แนวทาง", "ใช้แบบส่งต่อ"), ("ติดตาม", "ทุกเดือน"))
        ):
            sheet.write(label, 60, top + PITCH * (k + 1))
            sheet.write(answer, 140, top + PITCH * (k + 1))
    assert tables_on(sheet) == []
