"""Rows between stripes and below the last: their headings, and the columns of the shaded rows."""

from __future__ import annotations

from itertools import pairwise

from extract.model import Box
from tests.extract.pages import PITCH, Sheet, across, down, rows_on

XS = (40.0, 80.0, 140.0, 360.0, 480.0, 620.0)
HEADS = ("ลำดับ", "ข้อ", "มาตรการ", "กำหนดเสร็จ", "ฝ่าย")
# A heading, or what stands in the columns of a row.
LINES: tuple[tuple[str, ...], ...] = (
    ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",),
    ("1", "I1", "จัดอบรมเทคนิคการต้อนรับ\nติดป้ายชื่อทุกช่อง", "29 ก.พ. 67", "ปกครอง"),
    ("2", "I6", "ลงนามประกาศงดรับ", "15 ธ.ค. 66", "ปกครอง"),
    ("ตัวชี้วัดที่ 2 การใช้งบประมาณ",),
    ("3", "I8", "ประชุมชี้แจง\nสรุปผลเบิกจ่าย", "29 ธ.ค. 66", "การคลัง"),
    ("4", "I9", "สุ่มตรวจใบสำคัญ", "16 ก.ย. 67", "การคลัง"),
    ("ตัวชี้วัดที่ 3 การใช้อำนาจ",),
    ("5", "I14", "กำชับผู้บังคับบัญชา\nเปิดช่องทางแจ้งเรื่อง", "31 ม.ค. 67", "ทุกฝ่าย"),
)


def striped() -> Sheet:
    """Header and even rows are shaded, a box for each cell; headings and odd rows are not."""
    sheet = Sheet()
    top, height = 60.0, PITCH + 8
    for row in (HEADS, *LINES):
        lines = max(text.count("\n") for text in row) + 1
        bottom = top + height + (lines - 1) * PITCH
        if row is HEADS or row[0] in ("2", "4"):
            for left, right in pairwise(XS):
                sheet.shade(Box(left, top, right, bottom))
        for x, text in zip(XS, row, strict=False):
            sheet.write(text, x + 4, top + PITCH)
        top = bottom
    return sheet


def test_rows_between_stripes_have_their_headings_and_columns() -> None:
    rows = rows_on(striped())
    told = [[text.replace("\n", "") for text in row if text] for row in rows]
    assert told == [list(HEADS), *([t.replace("\n", "") for t in row] for row in LINES)]


def test_a_note_below_the_last_stripe_is_no_row() -> None:
    sheet = striped()
    sheet.write("หมายเหตุ ข้อมูล ณ วันที่ 30 กันยายน ซึ่งเป็นวันสิ้นปีงบประมาณของทุกส่วนราชการ", XS[0] + 4, 330)
    assert len(rows_on(sheet)) == len(LINES) + 1


def test_a_total_below_open_rows_has_its_number_in_its_column() -> None:
    xs = (40.0, 80.0, 300.0, 400.0, 520.0)
    sheet = Sheet()
    for a, b in pairwise(xs):
        sheet.shade(Box(a, 60, b, 80))
    # A frame, and nothing that parts the rows within it.
    sheet.rule(across(60, xs[0], xs[-1]), across(160, xs[0], xs[-1]))
    sheet.rule(down(xs[0], 60, 160), down(xs[-1], 60, 160))
    told = [
        ["ที่", "ตัวชี้วัดย่อย", "ผลคะแนน", "จุดอ่อน"],
        ["1", "I1 เต็มใจให้บริการ", "83.36", "รอนาน"],
        ["2", "I2 อำนวยความสะดวก", "90.40", "ไม่ทราบช่องทาง"],
        ["คะแนนรวมตัวชี้วัด", "", "86.88", ""],
    ]
    for y, row in zip((74, 95, 120, 145), told, strict=True):
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 4, y)
    assert rows_on(sheet)[-1] == ["คะแนนรวมตัวชี้วัด", "86.88", ""]


def test_beside_a_shaded_cell_over_two_rows_the_open_one_has_columns() -> None:
    xs = (40.0, 160.0, 200.0, 420.0, 500.0)
    sheet = Sheet()
    sheet.rule(across(60, xs[0], xs[-1]), across(80, xs[0], xs[-1]))
    sheet.shade(Box(xs[0], 80, xs[1], 120))
    for a, b in pairwise(xs[1:]):
        sheet.shade(Box(a, 80, b, 100))
    for x, text in zip(xs, ("ตัวชี้วัด", "ที่", "ข้อคำถาม", "คะแนน"), strict=False):
        sheet.write(text, x + 4, 74)
    sheet.write("5. การแก้ไขปัญหา", xs[0] + 4, 94)
    for y, row in (
        (94, ("1", "I11 ผู้บังคับบัญชา", "82.80")),
        (114, ("2", "I12 หน่วยงานมีมาตรการ", "75.69")),
    ):
        for x, text in zip(xs[1:], row, strict=False):
            sheet.write(text, x + 4, y)
    assert rows_on(sheet)[-1] == ["2", "I12 หน่วยงานมีมาตรการ", "75.69"]


def test_the_name_of_a_group_at_the_middle_of_the_table_is_one_cell() -> None:
    # Rules part the rows and no columns: it happens to stand within the widest of these.
    xs = (40.0, 80.0, 140.0, 420.0, 520.0)
    sheet = Sheet()
    told = (
        (("ข้อ", 44), ("2567", 84), ("แนวทางการพัฒนา", 144), ("กำหนดเสร็จ", 424)),
        (("ตัวชี้วัดที่ 1 : การปฏิบัติหน้าที่ (คะแนน 81.32)", 180),),
        (("I1", 44), ("88.35", 84), ("ปรับปรุงข้อมูลบนเว็บไซต์", 144), ("มีนาคม", 424)),
        (("I2", 44), ("94.40", 84), ("ติดป้ายประชาสัมพันธ์", 144), ("มีนาคม", 424)),
    )
    for number, row in enumerate((*told, ())):
        y = 60 + 20 * number
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
        for text, x in row:
            sheet.write(text, x, y + 14)
    rows = rows_on(sheet)
    assert rows[1] == ["ตัวชี้วัดที่ 1 : การปฏิบัติหน้าที่ (คะแนน 81.32)"]
    assert [row[0] for row in rows] == ["ข้อ", rows[1][0], "I1", "I2"]


def test_a_row_across_a_table_with_upright_rules_is_one_cell() -> None:
    xs = (40.0, 140.0, 240.0, 340.0, 440.0)
    sheet = Sheet()
    sheet.rule(*(across(y, xs[0], xs[-1]) for y in (60, 80, 100, 120)))
    sheet.rule(*(down(x, 80, 120) for x in xs), down(xs[0], 60, 80), down(xs[-1], 60, 80))
    sheet.write("แบบ", xs[0] + 4, 74)
    sheet.write("เรื่องที่ 1", xs[1] + 2, 74)
    sheet.write("ตัวชี้วัด 1", xs[3] + 2, 74)
    for y in (94, 114):
        for x, text in zip(xs, ("ผลผลิต", "ก", "แล้วเสร็จ", "ข"), strict=False):
            sheet.write(text, x + 4, y)
    assert len(rows_on(sheet)[0]) == 1
