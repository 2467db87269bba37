"""Tables that shade every other row, frames without rules, and tall rows that hold many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.content import Shade
from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.model import Box, Table
from extract.rules.zebra import banded_rules
from tests.extract.pages import PITCH, Sheet, across, down

LEFT, EDGE, RIGHT = 40.0, 400.0, 480.0
ROWS = (
    ("ลานอเนกประสงค์เปิดให้ประชาชนใช้\nทุกวันตั้งแต่เช้าจนถึงเย็น", "81.20"),
    ("ป้ายบอกทางติดไว้ครบทุกชั้น", "92.45"),
    ("จุดบริการน้ำดื่มมีทั้งในอาคาร\nและบริเวณลานจอดรถด้านหลัง\nของสำนักงาน", "77.10"),
    ("ห้องสมุดมีที่นั่งเพียงพอ", "88.05"),
)


def tables(sheet: Sheet) -> list[list[list[str]]]:
    blocks = join_layouts(mark_furniture([sheet.layout()]))
    found = [b for b in blocks if isinstance(b, Table)]
    return [[[c.text for c in t.cells if c.row == r] for r in range(len(t.rows))] for t in found]


def plain(text: str) -> str:
    return text.replace("\n", "")


def rows_of(sheet: Sheet) -> list[tuple[str, str]]:
    (rows,) = tables(sheet)
    return [(plain(row[0]), row[1]) for row in rows]


EXPECTED = [(plain(text), number) for text, number in ROWS]


def written(
    sheet: Sheet, top: float, rows: Sequence[tuple[str, str]], padding: float
) -> list[float]:
    """Rows one below the other, their numbers at the middle; the edges between them."""
    edges = [top]
    for text, number in rows:
        height = PITCH * (text.count("\n") + 1)
        sheet.write(text, LEFT + 4, top + padding + 10)
        sheet.write(number, EDGE + 20, top + padding + 10 + (height - PITCH) / 2)
        top += height + 2 * padding
        edges.append(top)
    return edges


def shaded(sheet: Sheet, edges: Sequence[float], *, cells: bool = False) -> None:
    """A band on every other row, in one piece or cell by cell."""
    for top, bottom in list(pairwise(edges))[::2]:
        xs = (LEFT, EDGE, RIGHT) if cells else (LEFT, RIGHT)
        for a, b in pairwise(xs):
            sheet.shade(Box(a, top, b, bottom))


def zebra(rows: Sequence[tuple[str, str]], *, cells: bool = False, padding: float = 0.0) -> Sheet:
    sheet = Sheet()
    shaded(sheet, written(sheet, 100, rows, padding), cells=cells)
    return sheet


def test_bands_and_what_lies_between_them_are_rows() -> None:
    rows = [*ROWS, ("ที่จอดรถมีหลังคา", "70.00")]
    expected = [(plain(text), number) for text, number in rows]
    assert rows_of(zebra(rows)) == expected
    assert rows_of(zebra(rows, cells=True)) == expected


def test_a_row_below_the_last_band_is_one_of_them() -> None:
    sheet = zebra(ROWS)
    assert rows_of(sheet) == EXPECTED


def test_several_rows_between_two_bands_are_not_one() -> None:
    sheet = Sheet()
    edges = written(sheet, 100, [*ROWS, *ROWS], 4)
    for n in (0, 4, 7):
        sheet.shade(Box(LEFT, edges[n], RIGHT, edges[n + 1]))
    assert [row for table in tables(sheet) for row in table if len(row) == 2] != []
    for table in tables(sheet):
        assert all(len(row) < 2 or row[1].count(".") <= 1 for row in table)


def test_the_next_tables_heading_is_no_row_between_two_bands() -> None:
    sheet = zebra(ROWS[:2] + ROWS[:2])
    start = 100 + PITCH * 14
    sheet.write("๒. ด้านอาคารสถานที่", LEFT + 4, start)
    shaded(sheet, written(sheet, start + 60, ROWS[:2] + ROWS[:2], 0.0))
    first, second = tables(sheet)
    expected = [list(row) for row in (EXPECTED[:2] + EXPECTED[:2])]
    assert [[plain(t) for t in row] for row in first] == expected
    assert [[plain(t) for t in row] for row in second] == expected


def test_a_band_of_another_colour_below_a_heading_begins_a_table() -> None:
    sheet = Sheet()
    edges = written(sheet, 100, ROWS[:3], 4)
    shaded(sheet, edges)
    sheet.write("ตารางที่สอง", LEFT, edges[-1] + 22)
    below = written(sheet, edges[-1] + 40, [("ข้อ", "คะแนน"), *ROWS[:3]], 4)
    sheet.shade(Box(LEFT, below[0], RIGHT, below[1]))
    sheet.content.shades[-1] = replace(sheet.content.shades[-1], colour=(0.2, 0.3, 0.4))
    shaded(sheet, below[1:])
    first, second = tables(sheet)
    assert [plain(row[0]) for row in first] == [text for text, _ in EXPECTED[:3]]
    assert [row[1] for row in second] == ["คะแนน", *(number for _, number in EXPECTED[:3])]


def test_a_frame_around_a_table_without_rules() -> None:
    sheet = Sheet()
    bottom = written(sheet, 100, ROWS, 4)[-1]
    sheet.rule(across(96, LEFT, RIGHT), across(bottom, LEFT, RIGHT))
    sheet.rule(down(LEFT, 96, bottom), down(RIGHT, 96, bottom))
    assert rows_of(sheet) == EXPECTED


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.write("ข้อความในกรอบที่ไม่มีตัวเลข\nต่ออีกบรรทัดหนึ่ง", LEFT + 4, 112)
    sheet.rule(across(96, LEFT, RIGHT), across(140, LEFT, RIGHT))
    sheet.rule(down(LEFT, 96, 140), down(RIGHT, 96, 140))
    assert tables(sheet) == []


def test_columns_drawn_and_rows_left_out() -> None:
    sheet = Sheet()
    sheet.write("เรื่อง", LEFT + 4, 92)
    sheet.write("คะแนน", EDGE + 20, 92)
    bottom = written(sheet, 100, ROWS, 4)[-1]
    sheet.rule(*(across(y, LEFT, RIGHT) for y in (78, 98, bottom)))
    sheet.rule(*(down(x, 78, bottom) for x in (LEFT, EDGE, RIGHT)))
    assert rows_of(sheet) == [("เรื่อง", "คะแนน"), *EXPECTED]


def test_columns_of_the_header_alone_go_on_in_the_frame_below_it() -> None:
    sheet = Sheet()
    sheet.write("เรื่อง", LEFT + 4, 92)
    sheet.write("คะแนน", EDGE + 20, 92)
    bottom = written(sheet, 100, ROWS, 4)[-1]
    sheet.rule(*(across(y, LEFT, RIGHT) for y in (78, 98, bottom)))
    sheet.rule(*(down(x, 78, bottom) for x in (LEFT, RIGHT)), down(EDGE, 78, 98))
    assert rows_of(sheet) == [("เรื่อง", "คะแนน"), *EXPECTED]


def test_numbers_near_words_are_a_column() -> None:
    sheet = Sheet()
    y = 100.0
    for text, number in EXPECTED:
        sheet.write(text, RIGHT - 40 - 5.0 * len(text), y)
        sheet.write(number, RIGHT - 30, y)
        y += 20
    assert [row[1] for row in tables(sheet)[0]] == [number for _, number in EXPECTED]


def test_a_drawing_of_many_shades_takes_no_time() -> None:
    sheet = zebra(ROWS)
    sheet.content.shades += [
        Shade(Box(0.01 * n, 10 + 0.02 * n, 30 + 0.01 * n, 19 + 0.02 * n), white=False)
        for n in range(8_000)
    ]
    assert banded_rules(sheet.content, []) == []


def test_headings_across_the_columns_part_tables_without_rules() -> None:
    sheet = Sheet()
    y = 100.0
    for heading in ("หมวดที่หนึ่ง", "หมวดที่สอง"):
        sheet.write(heading, LEFT, y)
        sheet.write("ได้คะแนนรวมของหมวดนี้ 81.50 คะแนน", 390, y)
        rows = (("เรื่อง", "เป้า", "ผล", "ข้อ"), ("ป้าย", "85", "70.25", "k1"))
        for n, row in enumerate(rows):
            for x, text in zip((LEFT, 300, 380, 460), row, strict=True):
                sheet.write(text, x, y + 16 * (n + 1))
        y += 60
    found = tables(sheet)
    assert found == [[["เรื่อง", "เป้า", "ผล", "ข้อ"], ["ป้าย", "85", "70.25", "k1"]]] * 2


def test_names_above_a_rule_and_a_row_without_a_band_are_of_the_table() -> None:
    sheet = Sheet()
    sheet.rule(across(110, LEFT - 2, RIGHT + 20))
    for x, text in ((LEFT, "เรื่อง"), (EDGE, "คะแนน")):
        sheet.write(text, x, 100)
    for n in range(5):
        top = 110.0 + 24 * n
        if n % 2:
            sheet.shade(Box(LEFT - 2, top, RIGHT + 20, top + 24))
        sheet.write(f"ป้ายที่{'กขคงจ'[n]}", LEFT, top + 15)
        sheet.write(f"8{n}.25", EDGE, top + 15)
    rows = [(f"ป้ายที่{'กขคงจ'[n]}", f"8{n}.25") for n in range(5)]
    assert rows_of(sheet) == [("เรื่อง", "คะแนน"), *rows]


def test_a_row_below_a_band_of_another_colour_is_no_heading() -> None:
    sheet = Sheet()
    xs = (LEFT - 2, LEFT + 30, EDGE - 10, RIGHT + 20)
    cells = [("ก1", "ป้ายบอกทาง", "81.20"), ("ก2", "ลานกว้าง\nมาก", "82.20"), ("ก3", "น้ำดื่ม", "83.20")]
    sheet.content.shades.append(Shade(Box(xs[0], 100, xs[-1], 124), white=False, colour=(0.7,)))
    sheet.write("หมวดที่หนึ่ง", LEFT, 116)
    top = 124.0
    for n, row in enumerate(cells):
        high = 24.0 + PITCH * row[1].count("\n")
        if n != 1:
            for a, b in pairwise(xs):
                box = Box(a, top, b, top + high)
                sheet.content.shades.append(Shade(box, white=False, colour=(0.9,)))
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 2, top + 15)
        top += high
    (rows,) = tables(sheet)
    assert [row[0] for row in rows] == ["หมวดที่หนึ่ง", "ก1", "ก2", "ก3"]


def test_two_shaded_tables_beside_each_other() -> None:
    sheet = Sheet()
    for left in (LEFT, LEFT + 260):
        for n in range(4):
            top = 100.0 + 24 * n
            if n % 2 == 0:
                for a, b in ((left, left + 160), (left + 160, left + 220)):
                    box = Box(a, top, b, top + 24)
                    sheet.content.shades.append(Shade(box, white=False, colour=(0.9,)))
            sheet.write(f"ป้ายที่{'กขคง'[n]}", left + 3, top + 15)
            sheet.write(f"8{n}.25", left + 165, top + 15)
    assert tables(sheet) == [[[f"ป้ายที่{'กขคง'[n]}", f"8{n}.25"] for n in range(4)]] * 2


def test_the_coloured_heads_of_frames_are_no_bands_of_a_table() -> None:
    def sheet() -> Sheet:
        made = Sheet(1)
        for n in range(3):
            top = 60.0 + 60 * n
            made.shade(Box(LEFT, top, RIGHT, top + 20))
            made.write(f"O{n + 1} ชื่อข้อ", LEFT + 4, top + 14)
            made.write("50.00", EDGE + 20, top + 14)
            made.write("จุดอ่อน: ข้อมูลไม่ครบ", LEFT + 4, top + 40)
        return made

    framed = sheet()
    framed.content.frames += [Box(LEFT, 60.0 + 60 * n, RIGHT, 110.0 + 60 * n) for n in range(3)]
    assert tables(sheet()) != []
    assert tables(framed) == []


def test_a_rule_over_the_names_is_their_edge() -> None:
    xs = (40.0, 120.0, 300.0, 400.0, 480.0)
    sheet = Sheet(1)
    for y in (56, 80):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
    told = [
        ("ข้อคำถามที่", "เรื่อง", "คะแนนเฉลี่ย", "กลุ่มเขต"),
        ("ตัวชี้วัดที่ 2 การใช้งบ", "", "73.36", ""),
        ("I8", "ท่านรับรู้งบประมาณ", "91.33", "95.29"),
        ("I10", "การเบิกจ่ายเงิน", "67.23", "71.70"),
        ("I11", "มอบหมายผู้ตรวจสอบ", "61.53", "95.75"),
    ]
    for number, row in enumerate(told):
        top = 60 + 20 * number
        if number in (2, 4):
            for a, b in pairwise(xs):
                sheet.shade(Box(a, top, b, top + 20))
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 4, top + 14)
    (rows,) = tables(sheet)
    assert rows[0] == list(told[0]) and rows[-1] == list(told[-1])


def test_names_of_two_lines_below_a_rule_are_one_row() -> None:
    xs = (40.0, 80.0, 300.0, 380.0, 480.0)
    sheet = Sheet(1)
    for y in (50, 86):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
    sheet.write("รหัส", xs[2] + 4, 66)
    for x, text in zip(xs, ("ที่", "เรื่อง", "คำถาม", "ปี 2567"), strict=False):
        sheet.write(text, x + 4, 80)
    rows = [(str(n), "ท่านรับรู้งบประมาณ", f"I{n}", f"8{n}.24") for n in range(1, 6)]
    for number, row in enumerate(rows):
        top = 86 + 20 * number
        if number % 2:
            for a, b in pairwise(xs):
                sheet.shade(Box(a, top, b, top + 20))
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 4, top + 14)
    (found,) = tables(sheet)
    assert [plain(text) for text in found[0]] == ["ที่", "เรื่อง", "รหัสคำถาม", "ปี 2567"]
    assert found[-1] == list(rows[-1])
