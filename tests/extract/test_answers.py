"""Labels beside their answers: shaded, bold, at the head of a letter, or in a row of its own."""

from __future__ import annotations

from itertools import pairwise

from extract.joining import join_layouts
from extract.model import Box, Paragraph
from tests.extract.pages import BOLD, PITCH, Sheet, rows_on, ruled

LABELS = ("คะแนนรวม", "ระดับ", "ช่วงเก็บข้อมูล", "ผู้ตอบ")
ANSWERS = ("89.09 คะแนน", "ผ่านดี", "มกราคม ถึง มิถุนายน", "214 คน")


def read(sheet: Sheet) -> list[str]:
    blocks = join_layouts([sheet.layout()])
    return [b.text if isinstance(b, Paragraph) else "TABLE" for b in blocks]


def shaded(answers: tuple[str, ...], shift: float = 0.0) -> Sheet:
    sheet = Sheet()
    for n, (label, answer) in enumerate(zip(LABELS, answers, strict=True)):
        top = 60 + 20 * n
        sheet.shade(Box(40, top, 200, top + 20))
        sheet.write(label, 45, top + 14)
        sheet.write(answer, 210 + n * shift, top + 14)
    return sheet


def test_what_stands_beside_shaded_labels_is_their_column() -> None:
    assert rows_on(shaded(ANSWERS)) == [list(pair) for pair in zip(LABELS, ANSWERS, strict=True)]


def test_text_that_begins_anywhere_is_no_column() -> None:
    assert all(len(row) == 1 for row in rows_on(shaded(ANSWERS, shift=60.0)))


def test_bold_labels_are_read_with_what_stands_beside_them() -> None:
    sheet = Sheet()
    labels = ["ระดับผลการประเมิน", "ผู้ตอบแบบวัดภายใน", "ผู้ตอบแบบวัดภายนอก", "ช่วงเวลาเก็บข้อมูล"]
    answers = ["ผ่านดีในปีนี้", "ข้าราชการและลูกจ้าง", "ประชาชนผู้มาติดต่อ", "มกราคมถึงมิถุนายน"]
    for n, (label, answer) in enumerate(zip(labels, answers, strict=True)):
        sheet.write(label, 40, 100 + n * PITCH, font=BOLD)
        sheet.write(answer, 240, 100 + n * PITCH)
    text = " ".join(read(sheet)).replace(" ", "")
    assert text == "".join(a + b for a, b in zip(labels, answers, strict=True))


def test_the_lines_of_a_letters_head_are_lines() -> None:
    sheet = Sheet()
    head = [
        "ส่วนราชการ  ฝ่ายปกครอง สำนักงานเขตบางรัก โทร. 0 2234 5678",
        "ที่  กท 6201/1478    วันที่ 18 พฤศจิกายน 2567",
        "เรื่อง  รายงานการวิเคราะห์ผลการประเมินคุณธรรมและ",
        "ความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567",
        "เรียน  ผู้อำนวยการเขตบางรัก",
    ]
    for n, line in enumerate(head):
        sheet.write(line, 40, 100 + n * PITCH)
    sheet.write("ก" * 60, 40, 100 + len(head) * PITCH + 40)
    found = [text.split()[0] for text in read(sheet)]
    assert found[:3] == ["ส่วนราชการ", "ที่", "เรื่อง"]
    assert "เรียน" in found


def test_in_a_sentence_the_words_of_a_letters_head_begin_nothing() -> None:
    sheet = Sheet()
    sheet.write("คณะทำงานได้พิจารณารายงานของฝ่ายปกครองแล้ว" + "ก" * 34, 40, 100)
    sheet.write("เรื่อง การให้บริการ " + "ข" * 50, 40, 100 + PITCH)
    assert len(read(sheet)) == 1


XS = (40.0, 80.0, 140.0, 300.0, 400.0, 480.0, 560.0)


def row_of(*cells: str) -> Sheet:
    sheet = Sheet()
    heads = ("ข้อ", "คะแนน", "กิจกรรม", "กำหนด", "ติดตาม", "ฝ่าย")
    sheet.rule(*ruled(XS, (40, 60, 100)))
    for x, head, text in zip(XS, heads, cells, strict=False):
        sheet.write(head, x + 4, 54)
        sheet.write(text, x + 4, 76)
    return sheet


def test_what_a_row_says_once_is_of_all_its_codes() -> None:
    once = row_of("E5\nE6", "71.48\n87.87", "1. ก\n2. ข", "30 มิ.ย.", "ทุกเดือน", "ปกครอง")
    assert len(rows_on(once)) == 2


def test_rows_without_rules_between_them_say_all_twice() -> None:
    twice = row_of(
        "E5\nE6", "71.48\n87.87", "1. ก\n2. ข", "30 มิ.ย.\n31 ก.ค.", "ทุกเดือน\nทุกปี", "ปกครอง\nโยธา"
    )
    assert len(rows_on(twice)) == 3


def test_a_bold_row_of_a_card_with_its_number_is_no_row_of_heads() -> None:
    sheet = Sheet()
    box = Box(40, 60, 560, 160)
    sheet.content.frames.append(box)
    sheet.write("10. การป้องกัน", 50, 76, font=BOLD)
    sheet.write("90.00", 500, 76, font=BOLD)
    for n, (code, title, font) in enumerate(
        [
            ("O21", "การจัดการทรัพย์สิน", None),
            ("10.2", "มาตรการภายใน", BOLD),
            ("O22", "มาตรการในการยกระดับ", None),
        ]
    ):
        y = 76 + (n + 1) * PITCH
        for x, text in ((50, code), (90, title), (500, "100.00")):
            sheet.write(text, x, y, **({"font": font} if font else {}))
    text = " ".join(read(sheet))
    assert "TABLE" in text or "O22 มาตรการในการยกระดับ 100.00" in text


def stacked(title: str) -> Sheet:
    """Two zebra tables below each other, each under a title and names, their columns different."""
    sheet = Sheet()
    top = 60.0
    for number, middle in enumerate((140.0, 180.0)):
        xs = (40.0, middle, 240.0)
        sheet.shade(Box(40, top, 240, top + 18))
        sheet.write(f"{title} {number + 1}", 44, top + 13)
        for row, shaded in enumerate((True, False, True, False), 1):
            y = top + 18 * row
            if shaded:
                for left, right in pairwise(xs):
                    sheet.shade(Box(left, y, right, y + 18))
            texts = ("ตัวชี้วัด", "คะแนน") if row == 1 else (f"ข้อ {row}", f"8{row}.10")
            for x, text in zip(xs, texts, strict=False):
                sheet.write(text, x + 4, y + 13)
        top += 18 * 5 + 12
    return sheet


def test_the_title_of_the_next_striped_table_begins_another() -> None:
    blocks = join_layouts([stacked("ส่วนที่").layout()])
    widths = [b.columns for b in blocks if not isinstance(b, Paragraph)]
    assert widths == [2, 2]


def test_a_box_beside_a_list_is_read_by_itself() -> None:
    sheet = Sheet()
    sheet.rule(*ruled((40, 240), (60, 130)))
    sheet.write("คะแนนรวม ITA", 60, 80)
    sheet.write("86.25", 90, 110)
    for n, line in enumerate(("95 ขึ้นไป ดีเยี่ยม", "85 ถึง 94.99 ดี", "ต่ำกว่านั้นต้องแก้ไข")):
        sheet.write(line, 300, 76 + 17 * n)
    text = "|".join(read(sheet))
    assert text.index("86.25") - text.index("คะแนนรวม ITA") <= len("คะแนนรวม ITA") + 1
