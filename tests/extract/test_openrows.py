"""Rows between stripes and below the last: their headings, and the columns of the shaded rows."""

from __future__ import annotations

from itertools import pairwise

from extract.model import Box
from tests.extract.pages import PITCH, Sheet, rows_on

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
