"""Rows that a page end cuts where only their words tell, and rows that it does not."""

from __future__ import annotations

from collections.abc import Sequence

from extract.joining import join_layouts
from extract.model import Table
from tests.extract.pages import Sheet, across, down

XS = (40.0, 140.0, 380.0, 490.0, 600.0)
# Fills its line of the second column.
LINE = "เจ้าหน้าที่ให้บริการประชาชนด้วยความเต็มใจและเท่าเทียมกัน"

# ... and behind the number of a statement.
FULL = LINE.removeprefix("เจ้า")


def page(number: int, *rows: tuple[Sequence[str], float]) -> Sheet:
    """A page of rows with their heights, all cells closed."""
    made, ys = Sheet(number), [60.0]
    for _, height in rows:
        ys.append(ys[-1] + height)
    made.table(XS, ys, [row for row, _ in rows])
    return made


def joined(*pages: Sheet) -> list[list[str]]:
    (table,) = [b for b in join_layouts([p.layout() for p in pages]) if isinstance(b, Table)]
    return [[c.text for c in table.cells if c.row == r] for r in range(len(table.rows))]


def test_a_cell_that_ended_pages_ago_has_ended() -> None:
    first = page(1, (["I1 ถาม", f"{LINE}\n{LINE}", "ฝ่ายคลัง", "มีนาคม"], 32))
    second = page(2, (["", f"{LINE}\n{LINE}", "", ""], 32))
    third = page(3, (["", "ทุกคน", "", ""], 20))
    assert joined(first, second, third) == [["I1 ถาม", LINE * 4 + "ทุกคน", "ฝ่ายคลัง", "มีนาคม"]]


def test_a_list_goes_on_with_its_next_number() -> None:
    begun = ["I1 ถาม", f"๑. {LINE}\n๒. จัดอบรม", "ฝ่ายคลัง", "มีนาคม"]
    rest = ["", "๓. ติดป้าย", "", ""]
    # With room for another line: the whole statement went below.
    cut = joined(page(1, (begun, 60)), page(2, (rest, 20)))
    assert len(cut) == 1 and cut[0][1].endswith("\n๓. ติดป้าย")
    # A list that begins again is another row's; so is one that leaves out a number.
    for mark in ("๑.", "๕."):
        other = ["", f"{mark} ติดป้าย", "", ""]
        assert len(joined(page(1, (begun, 60)), page(2, (other, 20)))) == 2


def test_a_list_that_nothing_announces_begins_a_row() -> None:
    # Its item, merged over both, fills its cell and goes on.
    begun = ["I1 เจ้าหน้าที่ให้บริการ", LINE, "ฝ่ายคลัง", "มีนาคม"]
    rest = ["ประชาชน", "1. ติดป้าย", "", ""]
    assert len(joined(page(1, (begun, 18)), page(2, (rest, 20)))) == 2


def test_a_sentence_that_owes_more_goes_on_beside_a_cell_that_stands_below() -> None:
    begun = ["I1 ถาม", f"{LINE}\nเผยแพร่แผนการจัดซื้อจัดจ้างตามหลักธรรมาภิบาล{'ก' * 9}ให้", "", "มีนาคม"]
    rest = ["", "บุคลากรทราบ", "ฝ่ายคลัง", ""]
    (row,) = joined(page(1, (begun, 32)), page(2, (rest, 20)))
    assert row[1].endswith("ให้บุคลากรทราบ") and row[2:] == ["ฝ่ายคลัง", "มีนาคม"]
    ended = [begun[0], begun[1].removesuffix("ให้") + "กกก", *begun[2:]]
    assert len(joined(page(1, (ended, 32)), page(2, (rest, 20)))) == 2


def test_a_band_goes_on_over_the_page_end() -> None:
    def across_all(number: int, text: str) -> Sheet:
        made = Sheet(number)
        made.rule(across(60, 40, 600), across(78, 40, 600), down(40, 60, 138), down(600, 60, 138))
        made.rule(across(138, 40, 600), *(down(x, 78, 138) for x in XS[1:-1]))
        made.write(text, 43, 72)
        return made

    def turned(number: int, text: str) -> Sheet:
        """A page that ends with the band."""
        made = Sheet(number)
        made.rule(across(60, 40, 600), across(120, 40, 600), down(40, 60, 138), down(600, 60, 138))
        made.rule(across(138, 40, 600), *(down(x, 60, 120) for x in XS[1:-1]))
        for x, word in zip(XS, ("I1", "จัดอบรม", "ฝ่ายคลัง", "มีนาคม"), strict=False):
            made.write(word, x + 3, 72)
        made.write(text, 43, 132)
        return made

    title = f"I2 {LINE}{LINE}{'ก' * 14}"
    assert [title + "ทุกคน"] in joined(turned(1, title), across_all(2, "ทุกคน"))
    # A band that begins with a code or a number is one of its own; so is one below a short one.
    for first, second in ((title, "I3 ถาม"), (title, "๒. ถาม"), ("I2 ถาม", "ทุกคน")):
        found = joined(turned(1, first), across_all(2, second))
        assert [first] in found and [second] in found


def test_cells_ruled_off_at_the_top_of_a_page_are_a_row_of_their_own() -> None:
    """Merged cells are left open on both sides; the others only above, as browsers leave them."""
    first, second = Sheet(1), Sheet(2)
    first.rule(across(60, 40, 600), *(down(x, 60, 92) for x in XS))
    for x, word in zip(XS, ("I1", f"{LINE}\n{LINE}", "ก" * 21, "ก" * 21), strict=False):
        first.write(word, x + 3, 72)
    second.rule(across(40, 140, 600), across(100, 40, 600), *(down(x, 40, 100) for x in XS))
    for x, word in zip(XS[1:], (LINE, "ฝ่ายโยธา", "เมษายน"), strict=False):
        second.write(word, x + 3, 52)
    assert len(joined(first, second)) == 2


def test_a_statement_of_a_list_that_fills_its_line_goes_on_without_a_mark() -> None:
    # The item has room left: its last line went below with those of the statement.
    begun = ["I1", f"๑. ติดป้าย\n๒. {FULL}", "ฝ่ายคลัง", "มีนาคม"]
    (row,) = joined(page(1, (begun, 45)), page(2, (["", "ทุกคน", "", ""], 20)))
    assert row[1] == f"๑. ติดป้าย\n๒. {FULL}ทุกคน"
    for other in (["", "๑. ทุกคน", "", ""], ["I2", "ทุกคน", "", ""]):
        assert len(joined(page(1, (begun, 45)), page(2, (other, 20)))) == 2
    ended = [begun[0], "๑. ติดป้าย\n๒. จัดอบรม", *begun[2:]]
    assert len(joined(page(1, (ended, 45)), page(2, (["", "ทุกคน", "", ""], 20)))) == 2


def test_cells_merged_over_two_rows_of_numbers_go_on_with_their_list() -> None:
    begun = ["๘๑.๐๓", f"๑. ติดป้าย\n๒. {FULL}", "ฝ่ายคลัง", "มีนาคม"]
    first, second = joined(page(1, (begun, 32)), page(2, (["๘๓.๘๑", "ทุกคน", "", ""], 20)))
    assert first == ["๘๑.๐๓", f"๑. ติดป้าย\n๒. {FULL}ทุกคน", "ฝ่ายคลัง", "มีนาคม"]
    assert second == ["๘๓.๘๑"]
    # A list of its own is the second row's.
    first, second = joined(page(1, (begun, 32)), page(2, (["๘๓.๘๑", "๑. ทุกคน", "", ""], 20)))
    assert second == ["๘๓.๘๑", "๑. ทุกคน", "", ""]


def test_a_rule_left_undrawn_on_one_side_joins_no_texts_that_had_ended() -> None:
    def turned(text: str) -> Sheet:
        """A page on which the rule above the second column is not drawn."""
        made = Sheet(2)
        made.rule(across(60, 40, 140), across(80, 40, 380), *(down(x, 60, 80) for x in XS[:3]))
        made.write("ข้อ", 43, 72)
        made.write(text, 143, 72)
        return made

    def above(text: str) -> Sheet:
        made = Sheet(1)
        made.table(XS[:3], (60.0, 80.0, 100.0), [("ข้อ", "I1"), ("ติดตาม", text)])
        return made

    assert joined(above("ทุก 3 เดือน"), turned("I3"))[1:] == [["ติดตาม", "ทุก 3 เดือน"], ["ข้อ", "I3"]]
    assert joined(above(LINE), turned("I3"))[1:] == [["ติดตาม", LINE], ["ข้อ", "I3"]]
    assert joined(above(LINE), turned("ทุกคน"))[1:] == [["ติดตาม", f"{LINE}ทุกคน"], ["ข้อ"]]


def test_a_list_of_items_goes_on_with_the_next_beside_words_that_do() -> None:
    begun = ["1", f"{LINE}ทุกคน", "ข้อ E2 ถาม", "มีนาคม"]
    columns = ["", "จัดอบรมประจำปี", "ข้อ E3 ตอบ", ""]
    assert len(joined(page(1, (begun, 32)), page(2, (columns, 20)))) == 2
    # Four columns are too few here: as many have ended as go on.
    wide = (*XS, 660.0, 720.0)

    def paged(number: int, row: Sequence[str]) -> Sheet:
        made = Sheet(number)
        made.table(wide, (60.0, 78.0), [row])
        return made

    first = paged(1, ["1", LINE, "ข้อ E2 ถาม", "มีนาคม", "ฝ่าย", "ปี"])
    (row,) = joined(first, paged(2, ["", "ทุกคน", "ข้อ E3 ตอบ", "", "", ""]))
    assert row[1:3] == [f"{LINE}ทุกคน", "ข้อ E2 ถาม\nข้อ E3 ตอบ"]
    for other in (["", "ทุกคน", "ข้อ E9 ตอบ", "", "", ""], ["", "", "ข้อ E3 ตอบ", "", "", ""]):
        assert len(joined(first, paged(2, other))) == 2


def test_a_list_of_items_goes_on_with_a_later_one_where_two_cells_ended_and_two_break_off() -> None:
    wide = (40.0, 70.0, 310.0, 550.0, 620.0, 690.0)

    def paged(number: int, *row: str) -> Sheet:
        made = Sheet(number)
        made.table(wide, (60.0, 78.0), [row])
        return made

    first = paged(1, "7", LINE, LINE, "ฝ่ายโยธา", "E4")
    (row,) = joined(first, paged(2, "", "ทุกคน", "ทุกครั้ง", "", "E6"))
    assert row == ["7", f"{LINE}ทุกคน", f"{LINE}ทุกครั้ง", "ฝ่ายโยธา", "E4\nE6"]
    others = (
        ("8", "ทุกคน", "ทุกครั้ง", "", "E6"),
        ("", "ทุกคน", "", "", "E6"),
        ("", "ทุกคน", "ทุกครั้ง", "", "E3"),
        ("", "ทุกคน", "ทุกครั้ง", "", "O6"),
        ("", "1. ทุกคน", "ทุกครั้ง", "", "E6"),
    )
    for other in others:
        assert len(joined(first, paged(2, *other))) == 2


def test_a_list_from_one_merged_over_two_rows_goes_on_with_its_next_number() -> None:
    begun = ["๘๑.๐๓", "๑. ติดป้าย", "- ติดแล้ว", "ฝ่ายคลัง"]
    rest = ["๘๓.๘๑", "๒. จัดอบรม", "- อบรมแล้ว", ""]
    first, second = joined(page(1, (begun, 45)), page(2, (rest, 20)))
    assert first == ["๘๑.๐๓", "๑. ติดป้าย\n๒. จัดอบรม", "- ติดแล้ว\n- อบรมแล้ว", "ฝ่ายคลัง"]
    assert second == ["๘๓.๘๑"]
    # Where every row has its number, the rows are numbered and no list goes on.
    numbered = [begun[0], "๔. ติดป้าย", *begun[2:]]
    other = [rest[0], "๕. จัดอบรม", *rest[2:]]
    assert len(joined(page(1, (numbered, 45)), page(2, (other, 20)))[1]) == len(other)


def test_a_cell_merged_over_rows_goes_on_beside_cells_that_a_rule_ends() -> None:
    first, second = Sheet(1), Sheet(2)
    first.rule(across(60, 40, 600), across(112, 40, 380), *(down(x, 60, 112) for x in XS))
    second.rule(across(80, 40, 600), *(down(x, 40, 80) for x in XS))
    # A line of room is left above the page end.
    for sheet, y, words in (
        (first, 72, ("94.36", "I1 ถาม", f"{'ก' * 20}\n{'ก' * 21}", "มีนาคม")),
        (second, 52, ("87.91", "I2 ถาม", "ทุกคน", "")),
    ):
        for x, word in zip(XS, words, strict=False):
            sheet.write(word, x + 3, y)
    rows = joined(first, second)
    assert [row[0] for row in rows] == ["94.36", "87.91"]
    assert rows[0][2].endswith("กทุกคน") and len(rows[1]) == 2


def test_a_name_broken_off_above_the_end_of_its_room_goes_on_with_the_others() -> None:
    two = [f"{LINE}\n{LINE}", "ก" * 21 + "\n" + "ก" * 21, "ก" * 21 + "\n" + "ก" * 21]
    rest = ["ปรับปรุงระบบการทำงาน", "ทุกคน", "ทุกฝ่าย", "ทุกเดือน"]
    (row,) = joined(page(1, (["8. การ", *two], 34)), page(2, (rest, 20)))
    assert row[0] == "8. การปรับปรุงระบบการทำงาน"
    # A name that would have had room on its line is the next row's.
    assert len(joined(page(1, (["8. การ", *two], 34)), page(2, (["E1", *rest[1:]], 20)))) == 2


def test_the_answer_of_a_form_goes_on_beside_a_label_that_does_not() -> None:
    def form(number: int, label: str, answer: str, low: float) -> Sheet:
        made = Sheet(number)
        made.table((40.0, 140.0, 380.0), (60.0, low), [[label, answer]])
        return made

    begun = form(1, "มาตรการ", "• ติดป้าย", 92)
    (row,) = joined(begun, form(2, "", "• จัดอบรม", 80))
    assert row == ["มาตรการ", "• ติดป้าย\n• จัดอบรม"]
    assert len(joined(begun, form(2, "ผลผลิต", "• จัดอบรม", 80))) == 2


def test_beside_a_list_merged_over_two_codes_words_that_broke_off_go_on() -> None:
    begun = ["E8 ถาม", "1) ติดป้าย", "ก" * 21, "ก" * 21]
    rest = ["E9 ตอบ", "2) จัดอบรม", "", "สวัสดิการสังคม"]
    first, second = joined(page(1, (begun, 18)), page(2, (rest, 20)))
    assert first[1] == "1) ติดป้าย\n2) จัดอบรม" and first[3].endswith("กสวัสดิการสังคม")
    assert second == ["E9 ตอบ"]


def test_one_text_that_runs_on_alone_goes_on_though_room_was_left() -> None:
    begun = ["I1", f"ติดป้าย\n{LINE}", "ฝ่ายคลัง", "มีนาคม"]
    # Room for another line is left, as programs leave it that keep two lines together.
    (row,) = joined(page(1, (begun, 46)), page(2, (["", "ทุกคน", "", ""], 20)))
    assert row[1].endswith(f"{LINE}ทุกคน")
    ended = ["I1", "ติดป้าย\nจัดอบรม", *begun[2:]]
    assert len(joined(page(1, (ended, 46)), page(2, (["", "ทุกคน", "", ""], 20)))) == 2


def test_a_cell_that_says_the_same_again_begins_a_row() -> None:
    # A merged name that is not printed again, and words that fill their lines by chance.
    begun, rest = ["๑๐. การป้องกัน", LINE, "ฝ่ายโยธา", "ทุก ๓ เดือน"], ["", "ทุกคน", "ทุกฝ่าย", "ทุก ๓ เดือน"]
    narrow = (40.0, 140.0, 380.0, 425.0, 480.0)

    def paged(number: int, row: Sequence[str]) -> Sheet:
        made = Sheet(number)
        made.table(narrow, (60.0, 78.0), [row])
        return made

    assert len(joined(paged(1, begun), paged(2, rest))) == 2
    assert len(joined(paged(1, begun), paged(2, [*rest[:3], "เป็นต้น"]))) == 1


def test_two_cells_merged_over_rows_below_go_on_where_both_broke_off() -> None:
    narrow = (40.0, 140.0, 380.0, 600.0)

    def above(answer: str) -> Sheet:
        made = Sheet(1)
        made.table(narrow, (60.0, 78.0), [["I8 ถาม", LINE, answer]])
        return made

    def below(first: str, second: str) -> Sheet:
        """Two rows of items beside two cells merged over both."""
        made = Sheet(2)
        made.rule(across(60, 40, 600), across(80, 40, 140), across(100, 40, 600))
        made.rule(*(down(x, 60, 100) for x in narrow))
        for text, x, y in (
            ("I9 ถาม", 43, 72),
            ("I10 ถาม", 43, 92),
            (first, 143, 72),
            (second, 383, 72),
        ):
            made.write(text, x, y)
        return made

    rows = joined(above("ก" * 42), below("ทุกคน", "เป็นต้น"))
    assert rows == [["I8 ถาม", f"{LINE}ทุกคน", "ก" * 42 + "เป็นต้น"], ["I9 ถาม"], ["I10 ถาม"]]
    # What had ended above, or begins a list below, is told of other rows.
    for first, answer, second in (("ทุกคน", "ฝ่ายคลัง", "เป็นต้น"), ("๑. ทุกคน", "ก" * 42, "เป็นต้น")):
        assert joined(above(answer), below(first, second))[1] == ["I9 ถาม", first, second]


def test_cells_merged_over_the_same_rows_end_together() -> None:
    def above(unit: str) -> Sheet:
        """Two items with one measure, which fills its cell, and one section."""
        made = Sheet(1)
        made.rule(across(60, 40, 600), across(80, 40, 140), across(112, 40, 600))
        made.rule(*(down(x, 60, 112) for x in (40.0, 140.0, 380.0, 600.0)))
        for text, x, y in (("I4 ถาม", 43, 74), ("I5 ถาม", 43, 94), (unit, 383, 74)):
            made.write(text, x, y)
        made.write(f"{LINE}\n{LINE}\n{LINE}", 143, 74)
        return made

    def below() -> Sheet:
        made = Sheet(2)
        made.table((40.0, 140.0, 380.0, 600.0), (60.0, 80.0), [["I9 ถาม", "ประกาศเกณฑ์", "ฝ่ายโยธา"]])
        return made

    # The section had ended well above the page end: the next row is another item's.
    assert joined(above("ฝ่ายคลัง"), below())[2] == ["I9 ถาม", "ประกาศเกณฑ์", "ฝ่ายโยธา"]


def test_the_names_of_columns_alone_at_the_foot_of_a_page_are_no_row_cut() -> None:
    head, body = Sheet(1), Sheet(2)
    xs = (40.0, 140.0, 240.0, 340.0, 440.0)
    head.table(xs, (60, 74), [["ตัวชี้วัด", "รหัส", "เรื่อง", "คะแนนปี 2567"]])
    body.rule(*(down(x, 60, 100) for x in xs), across(80, xs[1], xs[-1]), across(100, 40, 440))
    for y, row in (
        (74, ("1. การปฏิบัติหน้าที่", "I1", "เต็มใจ", "85.20")),
        (94, ("", "I2", "อำนวย", "80.10")),
    ):
        for x, text in zip(xs, row, strict=False):
            body.write(text, x + 4, y)
    rows = joined(head, body)
    assert rows[0] == ["ตัวชี้วัด", "รหัส", "เรื่อง", "คะแนนปี 2567"]
    assert rows[1][1:] == ["I1", "เต็มใจ", "85.20"] and len(rows) == 3


def test_a_number_with_its_unit_is_one_of_its_row() -> None:
    first = page(1, (["I1", f"{LINE}\n{LINE}", "85.20 คะแนน", "มีนาคม"], 32))
    second = page(2, (["I2", LINE, "80.10 คะแนน", "เมษายน"], 20))
    assert len(joined(first, second)) == 2


def test_the_names_of_two_groups_merged_over_their_rows_are_two() -> None:
    def above() -> Sheet:
        made = Sheet(1)
        made.rule(across(60, 40, 600), across(80, 140, 600), across(100, 40, 600))
        made.rule(*(down(x, 60, 100) for x in XS))
        for text, x, y in (
            ("ตัวชี้วัดที่ 1 การปฏิบัติหน้า", 43, 94),
            ("I1 ถาม", 143, 74),
            ("I2 ถาม", 143, 94),
        ):
            made.write(text, x, y)
        return made

    def below(name: str) -> Sheet:
        made = Sheet(2)
        made.rule(across(60, 40, 600), across(80, 140, 600), across(100, 40, 600))
        made.rule(*(down(x, 60, 100) for x in XS))
        for text, x, y in ((name, 43, 74), ("I4 ถาม", 143, 74), ("I5 ถาม", 143, 94)):
            made.write(text, x, y)
        return made

    names = [row[0] for row in joined(above(), below("ตัวชี้วัดที่ 2 การใช้งบ")) if len(row) > 3]
    assert names == ["ตัวชี้วัดที่ 1 การปฏิบัติหน้า", "ตัวชี้วัดที่ 2 การใช้งบ"]


def test_an_item_below_the_name_of_a_group_with_its_number_is_a_row_of_its_own() -> None:
    first, second = Sheet(1), Sheet(2)
    group = ["ด้านที่ 6 คุณภาพงาน", "", "70.04", ""]
    item = ["เต็มใจให้บริการ", "E01", "68.12", "จัดอบรม"]
    for sheet, row in ((first, group), (second, item)):
        # Nothing but upright rules, so that the page end leaves every cell open.
        sheet.table(XS, [60.0, 80.0], [row], open_top=True, open_bottom=True)
    assert joined(first, second) == [group, item]


def numbered(page_number: int, *rows: tuple[str, str, str]) -> Sheet:
    made = Sheet(page_number)
    xs = (40.0, 140.0, 380.0, 490.0)
    ys = [60.0 + 20 * n for n in range(len(rows) + 1)]
    made.table(xs, ys, rows)
    return made


def test_names_with_numbers_are_no_list_that_goes_on() -> None:
    """The instrument is merged over both rows; the number counts the indicators."""
    first = numbered(1, ("แบบ", "ตัวชี้วัด", "คะแนน"), ("IIT", "1. การปฏิบัติหน้าที่", "95.41"))
    second = numbered(2, ("", "2. การใช้งบประมาณ", "83.10"))
    rows = joined(first, second)
    assert ["1. การปฏิบัติหน้าที่" in row for row in rows] == [False, True, False]
    assert rows[2][-2:] == ["2. การใช้งบประมาณ", "83.10"]


def test_a_row_has_no_two_dates() -> None:
    def cut(number: int, row: Sequence[str]) -> Sheet:
        made = Sheet(number)
        made.table((40.0, 60.0, 200.0, 340.0, 385.0), [60.0, 92.0], [row])
        return made

    full = f"{'ก' * 26}\n{'ก' * 26}"
    upper = cut(1, ["", full, full, "15\nก.พ.2568"])
    assert len(joined(upper, cut(2, ["", full, full, "28\nพ.ย.2567"]))) == 2
    assert len(joined(upper, cut(2, ["", full, full, "และทุกวัน"]))) == 1
