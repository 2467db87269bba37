"""Shaded cards side by side are read one after the other; coloured columns of a table are not."""

from __future__ import annotations

from extract.joining import join_layouts
from extract.model import Box, Paragraph
from tests.extract.pages import PITCH, Sheet

LEFT, RIGHT = Box(40, 100, 400, 230), Box(420, 100, 780, 210)


def cards(left: Box = LEFT, right: Box = RIGHT) -> Sheet:
    sheet = Sheet()
    for name, box in (("ก", left), ("ข", right)):
        sheet.shade(box)
        for n, label in enumerate(("มาตรการที่", "สิ่งที่ทำ", "ผลผลิต", "ผู้รับผิดชอบ")):
            sheet.write(f"{label} {name}{n}", box.x0 + 10, box.top + 20 + n * PITCH)
    return sheet


def lines_of(sheet: Sheet) -> list[str]:
    blocks = join_layouts([sheet.layout()])
    return [line.text for b in blocks if isinstance(b, Paragraph) for line in b.lines]


def test_shaded_cards_beside_each_other_are_read_one_by_one() -> None:
    found = lines_of(cards())
    order = [f"{letter}{n}" for letter in "กข" for n in range(4)]
    assert [text[-2:] for text in found] == order


def test_text_beside_a_shade_is_of_its_lines() -> None:
    sheet = cards()
    sheet.write("ข้างล่าง", 790, LEFT.top + 20 + PITCH)
    assert any("ก1" in text and "ข1" in text for text in lines_of(sheet))


def test_a_ring_that_runs_through_words_is_no_panel() -> None:
    sheet = Sheet()
    sheet.content.frames += [Box(40, 60, 240, 260), Box(40, 60, 140, 260)]
    sheet.write("71.62", 125, 160)
    sheet.write("คะแนน ปี 2566", 110, 160 + PITCH)
    assert lines_of(sheet) == ["71.62", "คะแนน ปี 2566"]
