"""Printed parts to one logical table: cut rows, repeated headers, cells merged over page ends."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.model import Box, Paragraph, Table
from tests.extract.pages import Sheet, across, down

XS = (40.0, 180.0, 420.0, 600.0)
HEADER = ("ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ")


def sheet(
    number: int,
    rows: Sequence[Sequence[str]],
    ys: Sequence[float],
    *,
    open_top: bool = False,
    open_bottom: bool = False,
    bold_rows: int = 0,
) -> Sheet:
    page = Sheet(number)
    page.table(XS, ys, rows, open_top=open_top, open_bottom=open_bottom, bold_rows=bold_rows)
    return page


def joined(*pages: Sheet) -> list[Paragraph | Table]:
    return join_layouts(mark_furniture([page.layout() for page in pages]))


def only(blocks: list[Paragraph | Table]) -> Table:
    (table,) = [b for b in blocks if isinstance(b, Table)]
    return table


def texts(table: Table) -> list[list[str]]:
    """Each row's cells that begin in it."""
    return [[c.text for c in table.cells if c.row == r] for r in range(len(table.rows))]


FULL_ROW = ["I1 ถาม", "จัดอบรม", "ฝ่ายคลัง"]
NEXT_ROW = ["I2 ถาม", "จัดทำคู่มือ", "ฝ่ายโยธา"]


def test_table_that_runs_over_a_page_end_is_one() -> None:
    first = sheet(1, [HEADER, FULL_ROW], (60, 90, 150))
    second = sheet(2, [NEXT_ROW], (40, 100))
    table = only(joined(first, second))
    assert texts(table) == [list(HEADER), FULL_ROW, NEXT_ROW]
    assert [(r.page, r.starts_part) for r in table.rows] == [(1, False), (1, False), (2, True)]
    assert [p.page for p in table.places] == [1, 2]


def test_repeated_header_is_left_out() -> None:
    first = sheet(1, [HEADER, FULL_ROW], (60, 90, 150))
    second = sheet(2, [HEADER, NEXT_ROW], (40, 70, 130))
    table = only(joined(first, second))
    assert texts(table) == [list(HEADER), FULL_ROW, NEXT_ROW]
    assert table.header_rows == 1


def test_repeated_header_with_a_misread_letter_is_left_out_too() -> None:
    first = sheet(1, [HEADER, FULL_ROW], (60, 90, 150))
    second = sheet(2, [("ขอคำถาม", "มาตรการ", "ผู้รับผดชอบ"), NEXT_ROW], (40, 70, 130))
    assert len(only(joined(first, second)).rows) == 3


def test_a_header_below_another_row_is_left_out_where_it_is_repeated() -> None:
    over = ("4. มาตรการปรับปรุง", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "")
    first = sheet(1, [over, HEADER, FULL_ROW], (60, 90, 120, 180))
    pages = [sheet(n, [HEADER, NEXT_ROW], (40, 70, 130)) for n in (2, 3)]
    table = only(joined(first, *pages))
    assert texts(table) == [list(over), list(HEADER), FULL_ROW, NEXT_ROW, NEXT_ROW]


def test_repeated_header_whose_cells_are_merged_on_one_page_only_is_left_out() -> None:
    xs, ys = (40.0, 90.0, 300.0, 360.0, 420.0, 480.0), (60.0, 80.0, 100.0, 120.0)
    heads = [["ข้อ", "รายการประเมิน", "คะแนน", "คะแนน", "ผลต่าง"], ["", "", "๒๕๖๖", "๒๕๖๗", ""]]

    def page(number: int, row: Sequence[str], merged: bool) -> Sheet:
        made = Sheet(number)
        made.rule(*(across(y, xs[0], xs[-1]) for y in ys if not merged or y != ys[1]))
        made.rule(across(ys[1], xs[2], xs[4]))
        made.rule(*(down(x, ys[0], ys[-1]) for x in xs))
        for y, texts_of_row in zip(ys, [*heads, row], strict=False):
            for x, text in zip(xs, texts_of_row, strict=False):
                made.write(text, x + 3, y + 12)
        return made

    for merged in (False, True):
        first = page(1, ["I1", "ให้บริการ", "๘๐.๑๐", "๘๑.๒๐", "๑.๑๐"], merged)
        table = only(
            joined(first, page(2, ["I2", "เท่าเทียม", "๙๐.๑๐", "๙๑.๒๐", "๑.๑๐"], not merged))
        )
        assert [row[0] for row in texts(table)[2:]] == ["I1", "I2"]


def test_first_row_that_is_like_a_header_but_for_its_number_is_none() -> None:
    section = ("ตัวชี้วัดที่ ๑ ด้านบริการ", "มาตรการ ก", "ฝ่ายคลัง")
    other = ("ตัวชี้วัดที่ ๒ ด้านบริการ", "มาตรการ ก", "ฝ่ายคลัง")
    table = only(joined(sheet(1, [section], (60, 90)), sheet(2, [other], (40, 70))))
    assert texts(table) == [list(section), list(other)]


def test_header_marked_by_bold_letters() -> None:
    table = only(joined(sheet(1, [HEADER, FULL_ROW, NEXT_ROW], (60, 90, 150, 210), bold_rows=1)))
    assert table.header_rows == 1


def test_header_marked_by_colour() -> None:
    page = sheet(1, [HEADER, FULL_ROW, NEXT_ROW], (60, 90, 150, 210))
    page.shade(Box(40, 60, 600, 90))
    assert only(joined(page)).header_rows == 1


CUT = "I1 เจ้าหน้าที่ให้บริการประชาชน"  # fills its line


def test_row_cut_with_its_rules_left_open_is_one_row() -> None:
    begun = [CUT, "๑. จัดอบรม", "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล"]
    rest = ["อย่างไร", "๒. ติดตาม", "ฝ่ายคลัง"]
    first = sheet(1, [HEADER, begun], (60, 90, 560), open_bottom=True)
    second = sheet(2, [rest, NEXT_ROW], (40, 100, 160), open_top=True)
    table = only(joined(first, second))
    assert len(table.rows) == 3
    assert texts(table)[2] == NEXT_ROW
    cut = table.at(1, 1)
    assert cut is not None
    assert cut.text == "๑. จัดอบรม\n๒. ติดตาม"
    assert [p.page for p in cut.places] == [1, 2]


def test_row_cut_over_three_pages() -> None:
    first = sheet(1, [["I1 ถาม", "๑. จัดอบรม", "ฝ่ายคลัง"]], (60, 560), open_bottom=True)
    middle = Sheet(2)
    middle.rule(*(down(x, 40, 560) for x in XS))
    middle.write("๒. ติดตาม", 183, 60)
    last = sheet(3, [["", "๓. รายงาน", ""]], (40, 100), open_top=True)
    table = only(joined(first, middle, last))
    assert len(table.rows) == 1
    cell = table.at(0, 1)
    assert cell is not None
    assert cell.text == "๑. จัดอบรม\n๒. ติดตาม\n๓. รายงาน"
    assert [p.page for p in cell.places] == [1, 2, 3]


LINES = "\n".join(["เจ้าหน้าที่ให้บริการประชาชนด้วยความเต็มใจและเท่าเทียมกัน"] * 3)


def test_closed_row_full_to_the_bottom_goes_on_where_the_others_have_ended() -> None:
    """Word closes the cells of a cut row: only the text tells."""
    first = sheet(1, [["I1 ถาม", LINES, "ฝ่ายคลัง"]], (60, 106))
    second = sheet(2, [["", "ทุกคน", ""]], (40, 80))
    table = only(joined(first, second))
    assert len(table.rows) == 1
    assert table.cells[1].text == LINES.replace("\n", "") + "ทุกคน"


def test_closed_row_with_room_below_has_ended() -> None:
    first = sheet(1, [["I1 ถาม", LINES, "ฝ่ายคลัง"]], (60, 200))
    second = sheet(2, [["", "ทุกคน", ""]], (40, 80))
    assert len(only(joined(first, second)).rows) == 2


def test_merged_cell_keeps_its_span_over_the_page_end() -> None:
    first = Sheet(1)
    first.rule(*(down(x, 60, 560) for x in XS), across(60, 40, 600), across(300, 40, 180))
    for text, x, y in (("I1 ถาม", 43, 72), (CUT, 43, 312), ("จัดอบรม", 183, 72)):
        first.write(text, x, y)
    second = Sheet(2)
    second.rule(*(down(x, 40, 300) for x in XS), across(300, 40, 600), across(150, 40, 180))
    for text, x, y in (("ต่อ", 43, 52), ("I3 ถาม", 43, 162)):
        second.write(text, x, y)
    table = only(joined(first, second))
    items = [c for c in table.cells if c.column == 0]
    assert [(c.row, c.row_span, c.text) for c in items] == [
        (0, 1, "I1 ถาม"),
        (1, 1, f"{CUT}ต่อ"),
        (2, 1, "I3 ถาม"),
    ]
    (measure,) = [c for c in table.cells if c.column == 1]
    assert (measure.row, measure.row_span, measure.text) == (0, 3, "จัดอบรม")


def test_text_between_two_tables_parts_them() -> None:
    first = sheet(1, [HEADER, FULL_ROW], (60, 90, 150))
    first.write("ตารางที่ ๒ ของรายงาน", 60, 300)
    second = sheet(2, [HEADER, NEXT_ROW], (40, 70, 130))
    blocks = joined(first, second)
    assert [type(b).__name__ for b in blocks] == ["Table", "Paragraph", "Table"]
    assert [b.number for b in blocks if isinstance(b, Table)] == [0, 1]


def test_page_numbers_and_running_heads_part_nothing() -> None:
    pages = []
    for number in (1, 2, 3):
        page = sheet(number, [[f"I{number} ถาม", "จัดอบรม", "ฝ่ายคลัง"]], (60, 150))
        page.write(f"- {number} -", 400, 585)
        page.write("รายงานของสำนักงานเขต", 300, 20)
        pages.append(page)
    blocks = joined(*pages)
    assert len(only(blocks).rows) == 3
    assert all(b.furniture for b in blocks if isinstance(b, Paragraph))


def test_pages_may_be_counted_by_letters() -> None:
    for marks in ("กขค", ("i", "ii", "iii")):
        pages = []
        for number, mark in enumerate(marks, 1):
            page = sheet(number, [[f"I{number} ถาม", "จัดอบรม", "ฝ่ายคลัง"]], (60, 150))
            page.write(mark, 400, 585)
            pages.append(page)
        assert len(only(joined(*pages)).rows) == 3


def test_page_numbers_stand_in_wide_margins_of_pages_on_their_side() -> None:
    for text, y in (("- {} -", 85), ("\u2013 {} \u2013", 515), ("{}", 64), ("หน้า {}", 64)):
        pages = []
        for number in (1, 2, 3):
            page = sheet(number, [[f"I{number} ถาม", "จัดอบรม", "ฝ่ายคลัง"]], (100, 190))
            page.write(text.format(number), 400, y)
            pages.append(page)
        assert len(only(joined(*pages)).rows) == 3
    page = sheet(1, [FULL_ROW], (200, 290))
    page.write("85", 400, 85)
    assert not any(b.furniture for b in joined(page) if isinstance(b, Paragraph))


def test_words_that_meet_the_edges_of_pages_are_no_running_heads() -> None:
    """A label of every measure happens to stand first on three pages."""
    pages = []
    for number in (1, 2, 3):
        page = Sheet(number)
        for y in (20, 200, 380):
            page.write("วิธีดำเนินการ", 60, y)
            page.table(XS, (y + 40, y + 130), [[f"I{number} ถาม", "จัดอบรม", "ฝ่ายคลัง"]])
        page.write("รายงานของสำนักงานเขต", 300, 585)
        pages.append(page)
    marked = {(b.text, b.furniture) for b in joined(*pages) if isinstance(b, Paragraph)}
    assert marked == {("วิธีดำเนินการ", False), ("รายงานของสำนักงานเขต", True)}


def test_year_alone_at_the_top_of_a_page_is_no_page_number() -> None:
    pages = []
    for number, head in ((1, "1"), (2, "ก."), (3, "๒๕๖๘")):
        page = sheet(number, [[f"I{number} ถาม", "จัดอบรม", "ฝ่ายคลัง"]], (60, 150))
        page.write(head, 400, 20)
        pages.append(page)
    marked = {b.text: b.furniture for b in joined(*pages) if isinstance(b, Paragraph)}
    assert marked == {"1": True, "ก.": False, "๒๕๖๘": False}


def test_a_number_in_the_margin_does_not_shorten_the_lines_of_the_page() -> None:
    page = Sheet(1)
    page.write("ประชาชนไม่ทราบช่องทางการร้อง\nเรียนของสำนักงานเขต", 60, 200)
    page.write("หน้า 1 จาก 3", 560, 585)
    first = next(b for b in joined(page) if isinstance(b, Paragraph) and not b.furniture)
    assert first.text == "ประชาชนไม่ทราบช่องทางการร้องเรียนของสำนักงานเขต"


def test_lines_led_to_a_number_by_dots_are_lines_of_their_own() -> None:
    page = Sheet(1)
    page.write("คะแนนภาพรวม........ 85.21 (ผ่าน)\nการใช้งบประมาณ............. 88.10", 60, 200)
    lines = [b.text for b in joined(page) if isinstance(b, Paragraph)]
    assert lines == ["คะแนนภาพรวม........ 85.21 (ผ่าน)", "การใช้งบประมาณ............. 88.10"]


def test_a_short_cell_beside_a_merged_one_ends_at_the_page_end() -> None:
    """Browsers leave the rule between two rows undrawn there; text with room does not go on."""
    rows = [["I4 โปร่งใส", "81.20", "ผู้อื่นเข้าไม่ถึง", "เปิดสิทธิ์ให้ทุกฝ่ายดูข้อมูลการ\nใช้จ่ายในระบบ\nกลาง"]]
    more = [["I5 จัดหาพัสดุ", "84.63", "ผู้ประกอบการรายเดิมได้งาน", "โดยไม่ต้องทำหนังสือขออนุญาตก่อนทุกครั้ง"]]
    xs = (40.0, 120.0, 170.0, 300.0, 480.0)
    first, second = Sheet(1), Sheet(2)
    first.table(xs, (60, 108), rows, open_bottom=True)
    second.table(xs, (40, 90), more, open_top=True)
    found = only(joined(first, second))
    assert [c.text for c in found.cells if c.column == 2] == [rows[0][2], more[0][2]]


def test_only_a_page_end_cuts_rows() -> None:
    """Bands shaded apart on one page are parts of one table, row below row."""
    page = Sheet(1)
    page.table(XS, (60, 75), [["ลำดับ", "ตัวชี้วัดการประเมิน", "คะแนน"]], open_bottom=True)
    page.table(XS, (80, 95), [["1", "การปฏิบัติหน้าที่", "90.12"]], open_top=True)
    page.table(XS, (100, 115), [["2", "การใช้งบประมาณ", "85.11"]])
    rows = [row for b in joined(page) if isinstance(b, Table) for row in texts(b)]
    assert [row[0] for row in rows][-2:] == ["1", "2"]


def test_year_at_the_top_of_a_page_is_no_page_number_beside_page_numbers() -> None:
    pages = []
    for number, head in ((1, "ก."), (2, "ข."), (3, "2567")):
        page = sheet(number, [[f"I{number} ถาม", "จัดอบรม", "ฝ่ายคลัง"]], (60, 150))
        page.write(head, 400, 20)
        page.write(str(number), 560, 585)
        pages.append(page)
    marked = {b.text: b.furniture for b in joined(*pages) if isinstance(b, Paragraph)}
    assert marked == {"ก.": False, "ข.": False, "2567": False, "1": True, "2": True, "3": True}


def test_tables_of_other_columns_stay_apart() -> None:
    first = sheet(1, [HEADER, FULL_ROW], (60, 90, 150))
    second = Sheet(2)
    second.table((40, 300, 360, 600), (40, 100), [["ก", "ข", "ค"]])
    tables = [b for b in joined(first, second) if isinstance(b, Table)]
    assert len(tables) == 2


def test_part_without_some_rule_still_belongs_to_the_table() -> None:
    """A section row over the page end has no inner rules: its cell spans all columns."""
    first = sheet(1, [HEADER, FULL_ROW], (60, 90, 150))
    second = Sheet(2)
    second.rule(*(across(y, 40, 600) for y in (40, 70, 130)), down(40, 40, 130), down(600, 40, 130))
    second.rule(*(down(x, 70, 130) for x in XS[1:3]))
    second.write("ตัวชี้วัดที่ ๒", 43, 52)
    for text, x in zip(NEXT_ROW, XS, strict=False):
        second.write(text, x + 3, 82)
    table = only(joined(first, second))
    section = table.at(2, 2)
    assert section is not None
    assert (section.text, section.column_span) == ("ตัวชี้วัดที่ ๒", 3)
    assert texts(table)[3] == NEXT_ROW


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=5),
    st.booleans(),
    st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_every_row_is_there_once_in_order(
    counts: list[int], repeat: bool, furniture: list[bool]
) -> None:
    """However many pages, with or without repeated headers: rows and places are kept."""
    pages, wanted, number = [], [list(HEADER)], 0
    for at, count in enumerate(counts):
        rows: list[Sequence[str]] = [HEADER] if repeat or at == 0 else []
        for _ in range(count):
            number += 1
            rows.append([f"I{number} ถาม", f"จัดอบรม {number} ครั้ง", "ฝ่ายคลัง"])
            wanted.append(list(rows[-1]))
        page = sheet(at + 1, rows, [60.0 + 40 * n for n in range(len(rows) + 1)])
        if furniture[at]:
            page.write(f"หน้า {at + 1}", 400, 585)
        pages.append(page)
    table = only(joined(*pages))
    assert texts(table) == wanted
    starts = [r.starts_part for r in table.rows]
    assert sum(starts) == len(counts) - 1
    assert all(c.places for c in table.cells)


LONG_CELL = ["I1 ถาม", "จัดอบรมเจ้าหน้าที่ทุกฝ่ายให้ครบ", "ฝ่ายคลัง"]


def hanging(text: str, x: float, y: float) -> list[Paragraph | Table]:
    first = sheet(1, [HEADER, LONG_CELL], (60, 90, 105))
    first.write(text, x, y)
    return joined(first, sheet(2, [HEADER, NEXT_ROW], (40, 70, 130)))


def test_words_that_hang_below_the_last_rule_are_the_cells() -> None:
    blocks = hanging("ภายในเดือนมีนาคม", 183, 117)
    table = only(blocks)
    assert len(blocks) == 1
    assert table.at(1, 1) is not None
    assert "ภายในเดือนมีนาคม" in texts(table)[1][1]
    assert texts(table)[2] == NEXT_ROW


def test_words_below_a_table_that_no_cell_holds_part_it() -> None:
    for x, y in ((200.0, 117.0), (183.0, 160.0)):
        assert len([b for b in hanging("ภายในเดือนมีนาคม", x, y) if isinstance(b, Table)]) == 2


def four(
    number: int, rows: Sequence[Sequence[str]], ys: Sequence[float], open_bottom: bool
) -> Sheet:
    page = Sheet(number)
    page.table((40.0, 140.0, 300.0, 420.0, 600.0), ys, rows, open_bottom=open_bottom)
    return page


def test_rows_whose_every_column_begins_anew_are_two() -> None:
    # Browsers leave the rule between two rows undrawn at a page end; the first one had room left.
    begun = ["I1 ถาม", "จัดอบรมเจ้าหน้าที่", "ฝ่ายคลัง", "มีนาคม"]
    other = ["I2 ถาม", "แจ้งเวียนแผน", "ฝ่ายโยธา", "เมษายน"]
    header = (*HEADER, "กำหนดแล้วเสร็จ")
    first = four(1, [header, begun], (60, 90, 560), open_bottom=True)
    second = four(2, [other], (40, 100), open_bottom=False)
    assert texts(only(joined(first, second)))[1:] == [begun, other]


def test_a_card_goes_on_over_the_page_end_though_its_columns_moved_a_little() -> None:
    """Each card has widths of its own; the rest of the last one has those of its beginning."""
    first, second = Sheet(1), Sheet(2)
    label, answer = ["มาตรการ", "จัดอบรม"], ["ผู้รับผิดชอบ", "ฝ่ายคลัง"]
    other = ["มาตรการ", "ติดป้าย"]
    first.table((40.0, 140.0, 600.0), (60, 90, 120), [label, answer])
    first.table((40.0, 136.5, 600.0), (130, 160), [other])
    second.table((40.0, 135.5, 600.0), (40, 70), [answer])
    assert texts(only(joined(first, second))) == [label, answer, other, answer]


def test_the_first_row_of_a_form_is_no_header_though_the_form_above_has_the_same() -> None:
    page = Sheet(1)
    rows = [["ตัวชี้วัด", "การใช้อำนาจ"], ["มาตรการ", "จัดอบรม"], ["ผู้รับผิดชอบ", "ฝ่ายคลัง"]]
    page.table((40.0, 140.0, 600.0), (60, 90, 120, 150), rows)
    page.table((40.0, 140.0, 600.0), (160, 190, 220, 250), rows)
    assert texts(only(joined(page))) == [*rows, *rows]


def test_most_columns_ended_and_a_list_goes_on() -> None:
    # Browsers move a whole statement, so the first part has room for it.
    begun = ["I1 ถาม", "- จัดอบรม", "ฝ่ายคลัง", "มีนาคม"]
    rest = ["", "- ติดป้าย", "", ""]
    header = (*HEADER, "กำหนดแล้วเสร็จ")
    first = four(1, [header, begun], (60, 90, 125), open_bottom=False)
    second = four(2, [rest], (40, 100), open_bottom=False)
    assert len(only(joined(first, second)).rows) == 2


def test_tables_of_other_columns_with_space_between_are_two_though_rules_agree() -> None:
    page = Sheet(1)
    page.table((40.0, 320.0, 600.0), (60, 90, 120), [("กิจกรรม", "เดือน"), ("อบรม", "มีนาคม")])
    page.table(
        (40.0, 180.0, 320.0, 460.0, 600.0), (150, 180, 210),
        [("ข้อ", "คำถาม", "คะแนน", "ระดับ"), ("I1", "ถาม", "85.10", "ดี")],
    )  # fmt: skip
    assert [len(b.rows) for b in joined(page) if isinstance(b, Table)] == [2, 2]


def test_pages_that_do_not_draw_a_merged_cell_go_on_with_the_other_columns() -> None:
    """A cell that fills its column from page end to page end may not be drawn at all."""
    first = Sheet(1)
    first.rule(*(down(x, 60, 560) for x in XS), across(60, 40, 600), across(90, 40, 600))
    first.rule(across(300, 180, 600), across(560, 180, 600))
    for text, x, y in (("แบบวัด IIT", 43, 102), ("I1 ถาม", 183, 102), ("I2 ถาม", 183, 312)):
        first.write(text, x, y)
    middle = [
        sheet_of(XS[1:], number, [(f"I{number + 1} ถาม", "80.10"), (f"I{number + 9} ถาม", "81.10")])
        for number in (2, 3)
    ]
    table = only(joined(first, *middle))
    assert [c.text for c in table.cells if c.column == 1] == [
        "", "I1 ถาม", "I2 ถาม", "I3 ถาม", "I11 ถาม", "I4 ถาม", "I12 ถาม",
    ]  # fmt: skip


def sheet_of(xs: Sequence[float], number: int, rows: Sequence[Sequence[str]]) -> Sheet:
    page = Sheet(number)
    page.table(xs, [40 + 250 * n for n in range(len(rows) + 1)], rows)
    return page


def test_a_row_that_differs_in_the_letter_of_a_code_repeats_no_header() -> None:
    first, second = Sheet(1), Sheet(2)
    rows = [["ข้อ :", "I4"], ["มาตรการ :", "จัดอบรม"]]
    first.table((40.0, 140.0, 600.0), (60, 90, 120), rows)
    second.table((40.0, 140.0, 600.0), (40, 70, 100), [["ข้อ :", "E4"], ["มาตรการ :", "ติดป้าย"]])
    assert texts(only(joined(first, second)))[2] == ["ข้อ :", "E4"]


def test_a_header_of_another_instrument_is_no_repeat() -> None:
    band, other = ["ผู้ตอบภายใน (IIT)", "", ""], ["ผู้ตอบภายนอก (EIT)", "", ""]
    first = sheet(1, [band, FULL_ROW], (60, 90, 150), bold_rows=1)
    second = sheet(2, [other, NEXT_ROW], (40, 70, 130), bold_rows=1)
    tables = [b for b in joined(first, second) if isinstance(b, Table)]
    assert other[0] in [text for table in tables for row in texts(table) for text in row]


def test_band_of_another_section_above_the_header_is_no_header_printed_again() -> None:
    def part(unit: str, row: list[str], number: int) -> Sheet:
        page = Sheet(number)
        page.table(XS, (90, 120, 180), [HEADER, row])
        page.rule(across(60, XS[0], XS[-1]), down(XS[0], 60, 90), down(XS[-1], 60, 90))
        page.write(f"ผู้รับผิดชอบ : {unit}", XS[0] + 3, 72)
        return page

    table = only(joined(part("ฝ่ายทะเบียน", FULL_ROW, 1), part("ฝ่ายการคลัง", NEXT_ROW, 2)))
    assert ["ผู้รับผิดชอบ : ฝ่ายการคลัง"] in texts(table)


def test_frames_of_text_below_a_table_as_wide_are_text() -> None:
    page = Sheet(1)
    page.table(XS, (60, 90, 150), [HEADER, FULL_ROW])
    for top in (158.0, 250.0):
        page.table((XS[0], XS[-1]), (top, top + 20, top + 80), [("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",)])
        page.write("มาตรการ\nจัดอบรมพนักงาน\nผู้รับผิดชอบ: ฝ่ายคลัง", XS[0] + 3, top + 34)
    blocks = joined(page)
    assert texts(only(blocks)) == [list(HEADER), FULL_ROW]
    said = [b.text for b in blocks if isinstance(b, Paragraph)]
    assert sum("จัดอบรมพนักงาน" in text for text in said) == 2


def test_columns_of_text_that_upright_rules_part_are_read_one_after_the_other() -> None:
    page = Sheet(1)
    page.rule(*(down(x, 60, 200) for x in (180, 320, 460)))
    for x, name in ((44.0, "ก"), (184.0, "ข"), (324.0, "ค"), (464.0, "ง")):
        page.write("\n".join(f"{name}{n} ข้อความ" for n in range(1, 9)), x, 74)
    blocks = joined(page)
    assert not [b for b in blocks if isinstance(b, Table)]
    said = "".join(b.text for b in blocks if isinstance(b, Paragraph))
    order = ["ก1", "ก8", "ข1", "ข8", "ค1", "ค8", "ง1", "ง8"]
    assert sorted(order, key=said.index) == order


def test_upright_rules_at_both_sides_of_the_text_are_a_row_without_cross_rules() -> None:
    page = Sheet(1)
    page.rule(*(down(x, 60, 200) for x in (40, 180, 320)))
    page.write("ซ้าย", 44, 74)
    page.write("ขวา", 184, 74)
    assert texts(only(joined(page))) == [["ซ้าย", "ขวา"]]


def test_a_sheet_of_names_and_numbers_without_rules_between_its_rows() -> None:
    xs = (40.0, 300.0, 360.0, 420.0)
    page = Sheet(1)
    page.rule(*(across(y, xs[0], xs[-1]) for y in (60, 80, 150)), *(down(x, 60, 150) for x in xs))
    for x, head in zip(xs, ("รายการ", "ปี 2567", "ปี 2566"), strict=False):
        page.write(head, x + 4, 74)
    page.write("แบบวัดภายใน (IIT)", 44, 94)
    for n, y in enumerate((108, 122, 136), 1):
        page.write(f"ตัวชี้วัดที่ {n}", 60, y)
        page.write(f"9{n}.01", 304, y)
        page.write(f"8{n}.01", 364, y)
    rows = texts(only(joined(page)))
    assert [[t for t in row if t] for row in rows[1:]] == [
        ["แบบวัดภายใน (IIT)"],
        *([f"ตัวชี้วัดที่ {n}", f"9{n}.01", f"8{n}.01"] for n in (1, 2, 3)),
    ]


def test_room_between_columns_of_one_page_only_is_no_column() -> None:
    first = Sheet(1)
    first.table(XS, (60, 90, 150), [HEADER, FULL_ROW])
    second = Sheet(2)
    rows = [["I2 ถาม", "", "จัดทำคู่มือ", "", "ฝ่ายโยธา", ""]]
    second.table((40.0, 179.0, 181.0, 419.0, 421.0, 599.0, 601.0), (40, 100), rows)
    table = only(joined(first, second))
    assert texts(table) == [list(HEADER), FULL_ROW, NEXT_ROW]
    assert all(c.column_span == 1 and c.column < table.columns == 3 for c in table.cells)
