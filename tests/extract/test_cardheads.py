"""A code, words and a number in a shaded box are read one after the other."""

from __future__ import annotations

from extract.joining import join_layouts
from extract.model import Box, Paragraph
from tests.extract.pages import Sheet

BOX = Box(40, 60, 440, 110)
WORDS = "เจ้าหน้าที่ให้คำแนะนำด้วยดี\nเป็นไปตามเวลาที่กำหนดไว้"


def texts(sheet: Sheet) -> list[str]:
    return [b.text for b in join_layouts([sheet.layout()]) if isinstance(b, Paragraph)]


def head(code: str = "I2", number: str = "74.09\nคะแนน") -> Sheet:
    sheet = Sheet()
    sheet.shade(BOX)
    sheet.write(code, 46, 87)
    sheet.write(WORDS, 80, 80)
    sheet.write(number, 390, 86)
    return sheet


def test_beside_each_other() -> None:
    assert texts(head()) == ["I2 เจ้าหน้าที่ให้คำแนะนำด้วยดีเป็นไปตามเวลาที่กำหนดไว้ 74.09 คะแนน"]


def test_around_the_words() -> None:
    sheet = Sheet()
    sheet.shade(BOX)
    sheet.write("I2", 46, 74)
    sheet.write("74.09", 400, 74)
    sheet.write(WORDS, 46, 90)
    assert texts(sheet) == ["I2 เจ้าหน้าที่ให้คำแนะนำด้วยดีเป็นไปตามเวลาที่กำหนดไว้ 74.09"]


def test_other_boxes_are_read_line_by_line() -> None:
    assert len(texts(head("ที่ 2"))) > 1
    assert len(texts(head(number="74\nคะแนน"))) > 1


def test_what_stands_above_and_below_stays_there() -> None:
    sheet = head()
    sheet.write("ตัวชี้วัดที่ 1", 40, 50)
    sheet.write("จุดอ่อน รอนาน", 40, 130)
    assert [text[:5] for text in texts(sheet)] == ["ตัวชี", "I2 เจ", "จุดอ่"]
