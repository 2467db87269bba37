"""Tables with cross rules only, whose names at the head tell the columns."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Box
from extract.rules.headrules import named_rules
from extract.text.clusters import clusters_of, visible
from extract.thai import MARKS
from tests.extract.pages import BOLD, PITCH, Sheet, across, down, rows_on

XS = (40.0, 90.0, 290.0, 400.0)
HEADS = ("ข้อ", "วิธี", "สิ่งที่ได้", "ผู้ดูแล")
# The second column's first line comes nearer to the third than words of a cell stand apart.
NEAR = "ก" * 39
ROWS: Sequence[Sequence[str]] = (
    ("I1", f"{NEAR}\nสองบรรทัด", "ป้าย 2 ป้าย", "ฝ่ายโยธา"),
    ("I2", "ซ่อมทางลาด", "ทางลาด", "ฝ่ายโยธา"),
    ("E1", f"{NEAR}", "คู่มือ", "ฝ่ายทะเบียน"),
)


def drawn(rows: Sequence[Sequence[str]] = ROWS, heads: Sequence[str] = HEADS) -> Sheet:
    """The heads between two rules, then each row above a rule."""
    sheet = Sheet()
    sheet.rule(across(60, 38, 520), across(82, 38, 520))
    for x, head in zip(XS, heads, strict=True):
        sheet.write(head, x, 75, font=BOLD)
    top = 82.0
    for row in rows:
        for x, text in zip(XS, row, strict=False):
            sheet.write(text, x, top + 14)
        top += 8 + PITCH * max(text.count("\n") + 1 for text in row)
        sheet.rule(across(top, 38, 520))
    return sheet


def test_columns_whose_words_come_near_each_other() -> None:
    assert rows_on(drawn()) == [
        list(HEADS),
        ["I1", f"{NEAR}สองบรรทัด", "ป้าย 2 ป้าย", "ฝ่ายโยธา"],
        list(ROWS[1]),
        list(ROWS[2]),
    ]


def test_a_coloured_band_between_rows_is_one_cell() -> None:
    sheet = drawn([ROWS[0], ("",), *ROWS[1:]])
    top = 82 + 8 + 2 * PITCH
    sheet.shade(Box(38, top, 520, top + 8 + PITCH))
    # A word of the band begins right where a column does.
    sheet.write("หมวดงาน 1 การใช้งบ", XS[0], top + 14, font=BOLD)
    found = rows_on(sheet)
    assert [len(row) for row in found] == [4, 4, 1, 4, 4]


def test_names_that_are_not_where_their_words_begin_tell_nothing() -> None:
    shifted = [[f"  {text}" if i == 2 else text for i, text in enumerate(row)] for row in ROWS]
    content = drawn(shifted).content
    assert named_rules(content, visible(clusters_of(content.glyphs))) == []


def test_a_table_with_upright_rules_keeps_its_own() -> None:
    sheet = drawn()
    bottom = max(s.at for s in sheet.content.segments)
    sheet.rule(*(down(x, 60, bottom) for x in (38, 285, 520)))
    assert all(len(row) == 2 for row in rows_on(sheet))


def test_one_line_where_a_column_begins_is_the_end_of_a_cell_and_no_band() -> None:
    rows = [["", "", "ทางลาด", ""], *ROWS]
    assert rows_on(drawn(rows))[1] == rows[0]


def test_paragraphs_below_a_table_between_rules_of_its_length_are_no_row() -> None:
    sheet = drawn(ROWS[:1])
    low = 82 + 8 + 2 * PITCH
    sheet.write("หัวข้อของส่วนถัดไป", 40, low + 20, font=BOLD)
    sheet.rule(across(low + 30, 38, 520))
    for n in range(5):
        sheet.write(f"{NEAR} {NEAR}", 42, low + 50 + PITCH * n)
    sheet.rule(across(low + 60 + 5 * PITCH, 38, 520))
    rows = rows_on(sheet)
    assert [row[0] for row in rows if len(row) == len(HEADS)] == ["ข้อ", "I1"]


def test_a_letter_within_a_word_begins_no_column_wherever_it_stands() -> None:
    # The name of a group runs from column to column; one of its letters stands where one begins.
    letters = int((XS[1] - XS[0]) / 5)
    group = "ตัวชี้วัดที่ 2 " + "ก" * 60
    plain = [c for c in group if c not in MARKS]
    assert plain[letters] != " "
    sheet = drawn([ROWS[0], (group,), *ROWS[1:]])
    assert [len(row) for row in rows_on(sheet)] == [4, 4, 1, 4, 4]


def test_names_of_groups_may_be_more_than_the_rows_below_them() -> None:
    bands = [(f"ตัวชี้วัดที่ {n} การใช้งบประมาณ การใช้อำนาจและการใช้ทรัพย์สิน",) for n in range(1, 4)]
    # The words of rows begin below the names, but for those of one: names alone tell.
    rows = [("I1", "  ป้ายบอกทาง", "ป้าย 2 ป้าย", "ฝ่ายโยธา"), *(ROWS[1:])]
    sheet = drawn([bands[0], rows[1], bands[1], rows[2], bands[2]])
    assert [len(row) for row in rows_on(sheet)] == [4, 1, 4, 1, 4, 1]


def test_a_name_wider_than_the_numbers_below_it_and_rows_beside_merged_cells() -> None:
    xs = (40.0, 90.0, 300.0, 400.0)
    sheet = Sheet()
    sheet.rule(across(60, 38, 520), across(96, 38, 520))
    for x, head in zip(
        (40.0, 90.0, 286.0, 400.0), ("ข้อ", "ประเด็น", "คะแนนปี ๒๕๖๖", "จุดอ่อน"), strict=True
    ):
        sheet.write(head, x, 80)
    top = 96.0
    for n, text in enumerate(("ยังไม่ทราบ", "", "ตอบไม่ตรงกัน", "รอนาน", "ขาดข้อมูล")):
        said = (f"I{n + 1}", "ให้บริการตามขั้นตอนที่ประกาศไว้", f"8{n}.50", text)
        for x, one in zip(xs, said, strict=True):
            sheet.write(one, x, top + 13)
        top += 20
        # The weakness of the first item is that of the second too.
        sheet.rule(across(top, 38, 520 if n else 390))
    rows = rows_on(sheet)
    assert rows[0] == ["ข้อ", "ประเด็น", "คะแนนปี ๒๕๖๖", "จุดอ่อน"]
    assert [row[2] for row in rows[1:]] == [f"8{n}.50" for n in range(5)]
    assert [len(row) for row in rows[1:]] == [4, 3, 4, 4, 4]


def test_words_at_the_middle_of_a_narrow_column_begin_nowhere_below_each_other() -> None:
    sheet = Sheet()
    sheet.rule(across(60, 38, 560), across(82, 38, 560))
    for x, head in zip((40, 90, 290, 400, 500), (*HEADS, "รายงาน"), strict=True):
        sheet.write(head, x, 75, font=BOLD)
    rows = [
        (("I1", NEAR, "ป้าย 2 ป้าย", "ฝ่ายโยธา"), "ทุกเดือน", 505),
        (("I2", "ซ่อมทางลาด", "ทางลาด", "ฝ่ายโยธา"), "ทุกสามเดือน", 498),
        (("E1", NEAR, "คู่มือ", "ฝ่ายทะเบียน"), "ทุกปี", 512),
    ]
    for n, (texts, review, x) in enumerate(rows):
        for at, text in zip((40, 90, 290, 400), texts, strict=True):
            sheet.write(text, at, 96 + 22 * n)
        sheet.write(review, x, 96 + 22 * n)
        sheet.rule(across(104 + 22 * n, 38, 560))
    assert rows_on(sheet) == [[*HEADS, "รายงาน"], *([*texts, review] for texts, review, _ in rows)]
