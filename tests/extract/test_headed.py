"""Tables without upright rules whose columns lie between the names at their head."""

from __future__ import annotations

from collections.abc import Sequence

from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.model import Box, Table
from extract.thai import MARKS
from tests.extract.pages import BOLD, LETTER, PITCH, PLAIN, Sheet, across, down, tables_on

XS = (40.0, 110.0, 150.0, 300.0, 440.0)
HEADS = ("คะแนน", "ข้อ", "สิ่งที่พบ", "สิ่งที่จะทำ", "ผู้ดูแล")
ROWS: Sequence[Sequence[str]] = (
    ("71.20", "I1", "ประชาชนไม่ทราบ\nเรื่องขั้นตอน", "ทำป้าย", "ฝ่ายโยธา"),
    ("80.00", "I12", "คิวยาว", "เพิ่มช่องบริการ\nและแจกบัตร\nตามลำดับ", "ฝ่ายทะเบียน"),
    ("66.67", "E4", "ไม่มีข่าว", "ลงข่าวทุกสัปดาห์", "ทุกฝ่าย"),
    ("100.00", "O9", "ครบถ้วน", "รักษาไว้", "ทุกฝ่าย"),
)


def drawn(
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    pad: float = 6.0,
    shift: float = 0.0,
    top: float = 60.0,
    sheet: Sheet | None = None,
) -> Sheet:
    """Names (``shift`` to the right), then each row ``pad`` below the one above it; no rules."""
    sheet = sheet or Sheet()
    for x, head in zip(XS, HEADS, strict=True):
        sheet.write(head, x + shift, top)
    y = top + PITCH + pad
    for row in rows:
        if len(row) == 1:
            sheet.write(row[0], XS[0], y)
        for x, text in zip(XS, row, strict=False):
            if len(row) > 1:
                sheet.write(text, x, y)
        y += pad + PITCH * max(text.count("\n") + 1 for text in row)
    return sheet


def flat(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows without their line ends."""
    return [[text.replace("\n", "") for text in row] for row in rows]


def rows_on(sheet: Sheet) -> list[list[str]]:
    return [row for rows in tables_on(sheet) for row in flat(rows)]


WHOLE = flat([HEADS, *ROWS])


def test_columns_and_rows_without_any_rule() -> None:
    assert rows_on(drawn()) == WHOLE


def test_names_that_do_not_stand_where_their_columns_begin() -> None:
    assert rows_on(drawn(shift=2 * LETTER)) == WHOLE


def test_columns_that_come_near_each_other() -> None:
    near = ("71.20", "I1", "ก" * 29, "ข" * 27, "ฝ่ายโยธา")
    assert rows_on(drawn([*ROWS, near])) == [*WHOLE, list(near)]


def test_words_over_the_columns_are_a_band() -> None:
    band = ("ตัวชี้วัดที่๕การแก้ไขปัญหาการทุจริตของหน่วยงานในภาพรวม",)
    found = rows_on(drawn([*ROWS[:2], band, *ROWS[2:]]))
    assert found == [*WHOLE[:3], list(band), *WHOLE[3:]]


def test_what_follows_a_table_is_none_of_it() -> None:
    sheet = drawn()
    sheet.write("ทั้งนี้ ให้ทุกฝ่ายรายงานผลต่อผู้อำนวยการเขตภายในสิ้นเดือนของทุกไตรมาส\nเพื่อทราบ", 40, 240)
    assert rows_on(sheet) == WHOLE


def test_the_same_names_again_begin_another_table() -> None:
    sheet = drawn(ROWS[:2])
    sheet.write("ตอนต่อไป", 40, 180, font=BOLD)
    found = tables_on(drawn(ROWS[2:], top=204, sheet=sheet))
    assert [flat(rows) for rows in found] == [WHOLE[:3], [WHOLE[0], *WHOLE[3:]]]


def test_rows_as_far_apart_as_their_lines_begin_at_keys_where_full_lines_tell() -> None:
    rows = [
        ("71.20", "I1", "ก" * 26 + "\nขขข", "ทำป้าย", "ทุกฝ่าย"),
        ("80.00", "I2", "คิวยาว", "แจกบัตร", "ทุกฝ่าย"),
        ("66.67", "E4", "ก" * 27 + "\nคคค", "ลงข่าว", "ทุกฝ่าย"),
    ]
    found = rows_on(drawn(rows, pad=0.0))
    assert found[1:] == flat(rows)


def test_rows_that_nothing_tells_are_not_read() -> None:
    rows = [
        ("\n71.20", "\nI1", "กกก\nขขข", "ทำป้าย", "ทุกฝ่าย"),
        ("80.00", "I2", "คิวยาว\nจจจ", "แจกบัตร", "ทุกฝ่าย"),
        ("66.67", "E4", "กกก\nคคค", "ลงข่าว", "ทุกฝ่าย"),
    ]
    assert rows_on(drawn(rows, pad=0.0)) == []


def test_cross_rules_part_the_rows_and_close_the_names() -> None:
    sheet = drawn(ROWS[:2], pad=10.0)
    sheet.write("เต็มร้อย", XS[0], 60 + PITCH)
    sheet.content.glyphs = [g for g in sheet.content.glyphs if g.y != 0]
    sheet.rule(across(60 + PITCH + 3, 38, 560), across(112.5, 38, 560))
    found = rows_on(sheet)
    assert [row[1:] for row in found] == [row[1:] for row in WHOLE[:3]]


def joined(*sheets: Sheet) -> list[list[list[str]]]:
    """The tables of several pages, without line ends."""
    tables = [
        b
        for b in join_layouts(mark_furniture([s.layout() for s in sheets]))
        if isinstance(b, Table)
    ]
    rows = [[[c.text for c in t.cells if c.row == r] for r in range(len(t.rows))] for t in tables]
    return [flat(one) for one in rows]


LONG = ("66.67", "E7", "ไม่มีข่าว", "ลงข่าวทุกสัปดาห์ในเพจ\nและวารสารของเขต", "ทุกฝ่าย")


def test_a_row_cut_by_the_page_end_goes_on_above_the_first_key() -> None:
    code, words = LONG[:3], LONG[3].split("\n")
    above = drawn([*ROWS, (*code, words[0], LONG[4])])
    below = drawn([("", "", "", words[1], ""), *ROWS[:1]], sheet=Sheet(number=2))
    assert joined(above, below) == [[*WHOLE, *flat([LONG]), WHOLE[1]]]


def test_page_numbers_are_no_more_of_the_table_above_them() -> None:
    pages = (ROWS[:2], ROWS[2:])
    sheets = [drawn(own, sheet=Sheet(number=n, height=180.0)) for n, own in enumerate(pages, 1)]
    for sheet in sheets:
        sheet.write(f"หน้า {sheet.number}", XS[2], 168)
    assert joined(*sheets) == [WHOLE]


def test_columns_that_lie_elsewhere_on_the_next_page_are_the_same_under_the_same_names() -> None:
    wide = ("71.20", "I1", "คิวยาว", "แจกบัตร", "ฝ่ายพัฒนาชุมชนและสวัสดิการ")
    pages = [drawn(), drawn([wide, ROWS[2]], sheet=Sheet(number=2))]
    assert joined(*pages) == [[*WHOLE, list(wide), WHOLE[3]]]


def test_a_few_numbers_beside_some_rows_are_no_keys_of_all() -> None:
    ranks = ["1", "", "2", ""]
    sheet = drawn([(*row[:4], rank) for row, rank in zip(ROWS, ranks, strict=True)])
    assert [row[0] for row in rows_on(sheet)] == ["คะแนน", *(row[0] for row in ROWS)]


def test_rows_of_a_spreadsheet_stand_far_apart() -> None:
    assert rows_on(drawn(pad=60.0)) == WHOLE


def test_names_and_columns_that_nearly_touch() -> None:
    sheet = Sheet()
    rows = [("เครื่องมือ", "น้ำหนัก", "คะแนน"), ("ภายใน", "30", "91.05"), ("ภายนอก", "40", "87.00")]
    for n, row in enumerate(rows):
        for text, right in zip(row, (90, 200, 230), strict=True):
            width = LETTER * sum(c not in MARKS for c in text)
            sheet.write(text, right - width, 60 + 20 * n)
    assert rows_on(sheet) == [list(row) for row in rows]


def test_a_heading_right_above_the_first_name_is_no_name() -> None:
    sheet = drawn()
    sheet.write("1. คะแนนรวมของเขต", XS[0], 60 - PITCH)
    assert rows_on(sheet) == WHOLE


def test_a_table_ends_at_the_last_of_its_rules_above_a_shorter_one() -> None:
    sheet = drawn(ROWS[:1])
    low = 60.0 + 4 * PITCH
    sheet.rule(*(across(y, 36, 520) for y in (46, 66, low)))
    short = (("แบบวัดที่ใช้ในการประเมินทั้งหมด", "คะแนน"), ("ด้านบุคลากรภายใน", "87.90"))
    for n, (name, number) in enumerate(short):
        sheet.write(name, 40, low + 30 + 20 * n)
        sheet.write(number, 240, low + 30 + 20 * n)
        sheet.rule(across(low + 36 + 20 * n, 36, 280))
    assert rows_on(sheet)[:2] == flat([HEADS, ROWS[0]])


def test_a_short_band_between_rules_is_none_of_the_rows() -> None:
    sheet, y = Sheet(), 60.0
    for x, head in zip(XS, HEADS, strict=True):
        sheet.write(head, x + 12, y, font=BOLD)
    for row in (("ด้านที่ 1 การให้บริการ",), ROWS[0], ("ด้านที่ 2 การใช้งบ",), *ROWS[1:3]):
        # Room is left below every row, as spreadsheets leave it.
        sheet.rule(across(y + 8, 36, 560))
        y += 8 + PITCH
        for x, text in zip((38.0,) if len(row) == 1 else XS, row, strict=False):
            sheet.write(text, x, y, font=BOLD if len(row) == 1 else PLAIN)
        y += PITCH * max(text.count("\n") for text in row) + (18 if len(row) > 1 else 0)
    sheet.rule(across(y + 8, 36, 560))
    rows = rows_on(sheet)
    assert [row[1] for row in rows if len(row) == len(XS)] == ["ข้อ", "I1", "I12", "E4"]
    assert ["ด้านที่ 1 การให้บริการ"] in rows


def test_two_codes_in_a_row_between_rules_where_one_line_is_full() -> None:
    two = ("71.20", "I1\nI2", "ประชาชนไม่ทราบ\nเรื่องขั้นตอน", "ทำป้าย\nและแจก", "ฝ่ายโยธา")
    rows = (two, *ROWS[1:3])
    sheet, y = Sheet(), 60.0
    for x, head in zip(XS, HEADS, strict=True):
        sheet.write(head, x, y)
    for row in rows:
        sheet.rule(across(y + 8, 36, 560))
        y += 8 + PITCH
        for x, text in zip(XS, row, strict=True):
            sheet.write(text, x, y)
        y += PITCH * max(text.count("\n") for text in row)
    sheet.rule(across(y + 8, 36, 560))
    assert [row[1] for row in rows_on(sheet)] == ["ข้อ", "I1I2", "I12", "E4"]


def test_bands_between_stripes_are_bands_however_short() -> None:
    sheet, y = Sheet(width=600.0), 60.0
    for x, head in zip(XS, HEADS, strict=True):
        sheet.write(head, x, y)
    for row in ROWS[1:3]:
        # As wide as the column it stands in, its stripe across the page.
        sheet.shade(Box(40.0, y + 8, 560.0, y + 28))
        sheet.write("ตัวชี้วัด", XS[2], y + 22, font=BOLD)
        y += 2 * PITCH + 14
        for x, text in zip(XS, row, strict=True):
            sheet.write(text, x, y)
        y += PITCH * 2
    rows = rows_on(sheet)
    assert [row for row in rows if len(row) == 1] == [["ตัวชี้วัด"]] * 2


def test_a_frame_around_a_table_without_rules_is_none_of_its_columns() -> None:
    sheet = drawn()
    sheet.rule(*(across(y, 30.0, 580.0) for y in (46.0, 70.0, 340.0)))
    sheet.rule(*(down(x, 46.0, 340.0) for x in (30.0, 580.0)))
    assert rows_on(sheet) == WHOLE


def test_names_in_two_lines_stand_half_above_and_half_below_the_others() -> None:
    halves = {1: "กำหนด\nแล้วเสร็จ", 3: "ฝ่ายที่\nรับผิดชอบ"}
    sheet = Sheet()
    for c, x in enumerate(XS):
        sheet.write(halves.get(c, HEADS[c]), x, 60.0 - (PITCH / 2 if c in halves else 0.0))
    for row, y in zip(ROWS, (100.0, 140.0, 200.0, 220.0), strict=True):
        for x, text in zip(XS, row, strict=True):
            sheet.write(text, x, y)
    names = [HEADS[0], "กำหนดแล้วเสร็จ", HEADS[2], "ฝ่ายที่รับผิดชอบ", HEADS[4]]
    assert rows_on(sheet) == [names, *flat(ROWS)]


def test_the_name_of_a_group_may_stand_farther_below_the_names() -> None:
    sheet = Sheet()
    for x, head in zip(XS, HEADS, strict=True):
        sheet.write(head, x, 60.0)
    # Three letters' heights below the names; any other line would be of something else.
    sheet.write("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", XS[0], 90.0)
    for row, y in zip(ROWS, (106.0, 146.0, 206.0, 226.0), strict=True):
        for x, text in zip(XS, row, strict=True):
            sheet.write(text, x, y)
    found = rows_on(sheet)
    assert found[0] == [*HEADS] and found[1][0].startswith("ตัวชี้วัดที่")
    assert found[2:] == flat(ROWS)


def test_names_in_bold_of_several_lines() -> None:
    sheet = Sheet()
    for x, head in zip(XS, HEADS, strict=True):
        sheet.write(head, x, 60, font=BOLD)
    sheet.write("ของปี", XS[0], 60 + PITCH, font=BOLD)
    sheet.write("และต้องปรับปรุง", XS[2], 60 + PITCH, font=BOLD)
    body = drawn(top=60 + 2 * PITCH + 40)
    moved = [g for g in body.content.glyphs if g.y > 60 + 2 * PITCH + 42]
    sheet.content.glyphs += moved
    (rows,) = tables_on(sheet)
    assert flat(rows[:1]) == [["คะแนนของปี", "ข้อ", "สิ่งที่พบและต้องปรับปรุง", "สิ่งที่จะทำ", "ผู้ดูแล"]]
    assert flat(rows[1:]) == WHOLE[1:]


def test_names_of_groups_tell_nothing_of_the_columns_below() -> None:
    long = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"
    group = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"
    rows = rows_on(drawn([(long,), (group,), *ROWS]))
    assert rows[1][0] == long
    assert [r for r in rows if r[0] not in (long, group)] == WHOLE


def test_how_many_months_are_told_of_is_part_of_a_name() -> None:
    sheet = Sheet()
    names = ("ข้อ", "ผลการดำเนินการ 6 เดือน", "ผู้ดูแล")
    rows = (("I1", "ทำป้ายแล้ว", "ฝ่ายโยธา"), ("I2", "อบรมแล้ว", "ทุกฝ่าย"))
    for y, row in enumerate((names, *rows)):
        for x, text in zip((40, 110, 320), row, strict=True):
            sheet.write(text, x, 60 + 20 * y)
    assert rows_on(sheet) == [[*names], *([*row] for row in rows)]


def test_two_names_that_begin_with_the_same_word_are_told_by_the_line_below() -> None:
    sheet = Sheet()
    near = 140.0 + 5 * LETTER + 0.8 * PITCH
    xs = (40.0, 140.0, near, 240.0, 430.0)
    for x, head in zip(xs, ("ตัวชี้วัด", "คะแนน", "ข้อ", "ประเด็น", "คะแนน"), strict=True):
        sheet.write(head, x, 60)
    sheet.write("ตัวชี้วัด", xs[1], 60 + PITCH)
    sheet.write("รายข้อ", xs[4], 60 + PITCH)
    rows = (
        ("การปฏิบัติหน้าที่", "91.87", "I1", "การให้บริการ", "91.88"),
        ("", "", "I2", "ตามขั้นตอน", "85.31"),
        ("การใช้งบประมาณ", "93.64", "I4", "โปร่งใส", "97.71"),
        ("", "", "I5", "การจัดซื้อ", "89.94"),
    )
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            sheet.write(text, x, 90 + 2 * n * PITCH)
    (table,) = tables_on(sheet)
    assert flat(table)[1:] == [list(row) for row in rows]
    assert flat(table)[0] == ["ตัวชี้วัด", "คะแนนตัวชี้วัด", "ข้อ", "ประเด็น", "คะแนนรายข้อ"]
