"""Tables whose columns only their shaded header shows, and lone rows between bands."""

from __future__ import annotations

from itertools import pairwise

from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.model import Box, Table
from tests.extract.pages import BOLD, PLAIN, Sheet, across, down, glyphs

XS = (40.0, 120.0, 300.0, 480.0)
HEADER = ("ข้อ", "ข้อค้นพบ", "มาตรการ")
ROWS = (("I2", "ตอบคำถามช้าและโอนสายหลายครั้ง", "สลับเวรพัก"), ("I5", "ไม่ทราบวงเงิน", "แจ้งยอดคงเหลือ"))


def shaded(sheet: Sheet, top: float, bottom: float) -> None:
    for left, right in pairwise(XS):
        sheet.shade(Box(left, top, right, bottom))


def written(sheet: Sheet, y: float, texts: tuple[str, ...]) -> None:
    for x, text in zip(XS, texts, strict=False):
        sheet.write(text, x + 4, y)


def tables(sheet: Sheet) -> list[list[list[str]]]:
    blocks = join_layouts(mark_furniture([sheet.layout()]))
    found = [b for b in blocks if isinstance(b, Table)]
    return [[[c.text for c in t.cells if c.row == r] for r in range(len(t.rows))] for t in found]


def lined(*, upright: bool = False, band: str = "") -> Sheet:
    """A shaded header over rows that end at cross rules; the words of two columns come near."""
    sheet = Sheet(1)
    shaded(sheet, 60, 80)
    written(sheet, 74, HEADER)
    y = 80.0
    if band:
        sheet.write(band, 44, y + 14)
        sheet.rule(across(y + 20, XS[0], XS[-1]))
        y += 20
    for row in ROWS:
        written(sheet, y + 14, (row[0], row[1] + " " * 2, row[2]))
        sheet.write("ของฝ่ายตนเองในแต่ละเดือนที่ผ่านมา", XS[1] + 4, y + 28)
        sheet.rule(across(y + 40, XS[0], XS[-1]))
        y += 40
    if upright:
        sheet.rule(*(down(x, 80, y) for x in (XS[0], XS[2], XS[-1])))
    return sheet


def test_columns_of_a_shaded_header_go_on_between_cross_rules() -> None:
    (rows,) = tables(lined())
    assert [len(row) for row in rows] == [3, 3, 3]
    assert [row[0] for row in rows] == ["ข้อ", "I2", "I5"]
    assert [row[2] for row in rows] == ["มาตรการ", "สลับเวรพัก", "แจ้งยอดคงเหลือ"]


def test_words_across_the_columns_are_one_merged_cell() -> None:
    (rows,) = tables(lined(band="ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ของเจ้าหน้าที่ในสำนักงานเขตของเรา"))
    assert [len(row) for row in rows] == [3, 1, 3, 3]


def test_rules_that_are_there_are_believed() -> None:
    rows = tables(lined(upright=True))[0]
    assert max(len(row) for row in rows[1:]) == 2


def test_a_lone_row_between_two_bands_belongs_to_them() -> None:
    sheet = Sheet(1)
    y = 60.0
    for texts in (HEADER, ("", "ตัวชี้วัดที่ ๑", "93.42"), ("", "ตัวชี้วัดที่ ๒", "88.10")):
        shaded(sheet, y, y + 20)
        written(sheet, y + 14, texts)
        y += 20
        if texts != HEADER:
            written(sheet, y + 14, (f"I{y:.0f}", "โปร่งใส ตรวจสอบได้", "81.75"))
            y += 20
    (rows,) = tables(sheet)
    assert [row[2] for row in rows] == ["มาตรการ", "93.42", "81.75", "88.10", "81.75"]


def pieced(sheet: Sheet, y: float, xs: tuple[float, ...]) -> None:
    sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))


def test_rules_drawn_cell_by_cell_tell_the_columns() -> None:
    sheet = Sheet(1)
    others = (40.0, 200.0, 340.0, 480.0)
    for top, xs in ((60, XS), (220, others)):
        for row, y in enumerate((top, top + 20, top + 60, top + 100)):
            pieced(sheet, y, xs)
            if row == 3:
                continue
            texts = HEADER if row == 0 else ROWS[row - 1]
            for x, text in zip(xs, texts, strict=False):
                sheet.write(text, x + 4, y + 14)
            if row:
                sheet.write("ของฝ่ายตนเองทุกเดือน", xs[1] + 4, y + 28)
    sheet.write("ด้าน EIT", 44, 200)
    found = [rows for rows in tables(sheet) if rows[0][0] == "ข้อ"]
    assert [len(rows) for rows in found] == [3, 3]
    assert all(
        [row[2] for row in rows] == ["มาตรการ", "สลับเวรพัก", "แจ้งยอดคงเหลือ"] for rows in found
    )


def test_codes_in_front_begin_the_rows_of_a_table_without_rules() -> None:
    sheet = Sheet(1)
    written(sheet, 74, HEADER)
    for i, row in enumerate((*ROWS, ("O8", "ลิงก์เสีย", "ตรวจลิงก์ทุกวันจันทร์"))):
        written(sheet, 94 + 32 * i, row)
        sheet.write("ของฝ่ายตนเองในแต่ละเดือน", XS[1] + 4, 108 + 32 * i)
    [rows] = tables(sheet)
    assert [row[0] for row in rows] == ["ข้อ", "I2", "I5", "O8"]
    assert [row[2] for row in rows[1:]] == ["สลับเวรพัก", "แจ้งยอดคงเหลือ", "ตรวจลิงก์ทุกวันจันทร์"]


def test_a_lone_line_between_two_ruled_tables_is_no_row() -> None:
    sheet = Sheet(1)
    for top, xs in ((60.0, XS), (140.0, (XS[0], XS[2] + 40, XS[-1]))):
        for y in (top, top + 30):
            sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
        sheet.rule(*(down(x, top, top + 30) for x in xs))
    written(sheet, 74, ("I1", "ถาม", "85.10"))
    sheet.write("ตารางแสดงผลคะแนน", 44, 118)
    written(sheet, 154, ("รายการ",))
    assert [[len(row) for row in rows] for rows in tables(sheet)] == [[3], [2]]


def test_columns_end_where_the_next_header_has_others() -> None:
    sheet = lined()
    bottom = 80.0 + 40 * len(ROWS)
    sheet.write("ตารางที่สอง", 44, bottom + 18)
    for left, right in ((XS[0], 260.0), (260.0, XS[-1])):
        sheet.shade(Box(left, bottom + 30, right, bottom + 50))
    sheet.rule(across(bottom + 30, XS[0], XS[-1]), across(bottom + 50, XS[0], XS[-1]))
    sheet.write("เรื่อง", 44, bottom + 44)
    sheet.write("คะแนน", 264, bottom + 44)
    for n, number in enumerate(("81.25", "90.10")):
        sheet.write("ป้ายบอกทาง", 44, bottom + 64 + 20 * n)
        sheet.write(number, 264, bottom + 64 + 20 * n)
        sheet.rule(across(bottom + 70 + 20 * n, XS[0], XS[-1]))
    first, second = tables(sheet)
    assert [len(row) for row in first] == [3, 3, 3]
    assert second == [["เรื่อง", "คะแนน"], ["ป้ายบอกทาง", "81.25"], ["ป้ายบอกทาง", "90.10"]]


def test_text_below_the_last_cross_rule_is_no_row() -> None:
    sheet = Sheet()
    columns = (40.0, 200.0, 260.0, 320.0)
    rows = [("ด้าน", "ปี 2565", "ปี 2566", "เป้าหมาย"), ("ที่จอดรถ", "71.10", "75.25", "80")]
    rows += [("ห้องน้ำ", "80.45", "81.20", "85"), ("รวม", "75.78", "78.23", "82")]
    for number, row in enumerate(rows):
        for x, text in zip(columns, row, strict=True):
            sheet.write(text, x, 80 + 18 * number)
    sheet.rule(*(across(68 + 18 * n, 38, 380) for n in range(5)))
    sheet.write("รายละเอียดของแต่ละด้านและข้อสังเกตของผู้มาติดต่อราชการตลอดทั้งปีที่ผ่านมา", 40, 162)
    sheet.write("ที่จอดรถมีไม่เพียงพอในช่วงเช้า", 40, 176)
    assert tables(sheet) == [[list(row) for row in rows]]


def test_a_header_beside_a_table_does_not_end_it() -> None:
    sheet = lined()
    for left, right in pairwise((520.0, 600.0, 700.0, 780.0)):
        sheet.shade(Box(left, 110, right, 130))
    assert tables(sheet) == tables(lined())


def test_a_coloured_band_ends_the_last_row_of_a_card_and_begins_the_next() -> None:
    sheet = Sheet()
    y = 60.0
    for card in range(2):
        sheet.shade(Box(XS[0], y, XS[-1], y + 20))
        sheet.write(f"ด้านที่ {card + 1}", XS[0] + 4, y + 14)
        y += 20
        for number in range(3):
            written(sheet, y + 14, (f"I{3 * card + number + 1}", "ตอบคำถามช้า", "สลับเวรพัก"))
            y += 20
            if number < 2:
                # No rule closes the last row of a card.
                sheet.rule(*(across(y, a, b) for a, b in pairwise(XS)))
        y += 10
    rows = [row for table in tables(sheet) for row in table]
    assert ["I3", "ตอบคำถามช้า", "สลับเวรพัก"] in rows
    assert not any("I3" in cell and "ด้านที่ 2" in cell for row in rows for cell in row)


def test_a_name_over_some_columns_leaves_the_others_their_cells() -> None:
    sheet = Sheet()
    columns = (40.0, 200.0, 260.0, 320.0, 380.0)
    sheet.rule(*(across(60, a, b) for a, b in pairwise(columns)))
    sheet.write("ด้าน", 44, 90)
    sheet.write("คะแนนของปีงบประมาณ", 204, 74)
    sheet.rule(*(across(80, a, b) for a, b in pairwise(columns[1:4])))
    for x, text in zip(columns[1:], ("2565", "2566", "ต่าง"), strict=False):
        sheet.write(text, x + 6, 94)
    for number, row in enumerate(
        (("ที่จอดรถ", "71.10", "75.25", "4.15"), ("รวม", "75.78", "78.23", "2.45"))
    ):
        sheet.rule(*(across(100 + 20 * number, a, b) for a, b in pairwise(columns)))
        for x, text in zip(columns, row, strict=False):
            sheet.write(text, x + 6, 114 + 20 * number)
    sheet.rule(*(across(140, a, b) for a, b in pairwise(columns)))
    (found,) = tables(sheet)
    assert found[0] == ["ด้าน", "คะแนนของปีงบประมาณ", "ต่าง"]
    assert found[1] == ["2565", "2566"]
    assert found[2] == ["ที่จอดรถ", "71.10", "75.25", "4.15"]


def test_a_caption_parts_two_tables_of_cross_rules() -> None:
    sheet = Sheet()
    above = (("รวม", "ก", "ข", "ค"), ("81.25", "90.10", "70.00", "65.50"))
    below = (("ที่", "1", "2", "3"), ("ผล", "61.25", "80.10", "72.00"))
    for top, columns, rows in (
        (60.0, (40.0, 180.0, 300.0, 420.0), above),
        (132.0, (40.0, 140.0, 220.0, 350.0), below),
    ):
        for n, row in enumerate(rows):
            for x, text in zip(columns, row, strict=True):
                sheet.write(text, x, top + 13 + 18 * n)
        sheet.rule(*(across(top + 18 * n, 38, 480) for n in range(3)))
    sheet.write("ตารางที่ 2 ผลของแต่ละจุดบริการ", 40, 118)
    first, second = ([row for row in rows if any(row)] for rows in tables(sheet))
    assert first == [list(row) for row in above]
    assert second == [list(row) for row in below]


def test_a_shaded_header_painted_twice_tells_its_columns_all_the_same() -> None:
    sheet = lined()
    shaded(sheet, 60, 80)
    assert tables(sheet) == tables(lined())


def test_rows_that_begin_with_codes_where_numbers_stand_beside_their_last_lines() -> None:
    def listed(heading: str = "") -> Sheet:
        sheet = Sheet(1)
        texts = (
            "O1 ข้อมูลพื้นฐาน",
            "O2 นโยบายผู้ว่าราชการและแผน",
            "ที่เกี่ยวข้อง",
            "O3 โรงเรียนในพื้นที่",
            "O4 แผนปฏิบัติราชการและ",
            "รายงานผล",
        )
        for i, text in enumerate(texts):
            sheet.write(text, 60, 80 + 20 * i)
        for i, score in ((0, "100.00"), (2, "50.00"), (3, "0.00"), (5, "75.00")):
            sheet.write(score, 420, 80 + 20 * i)
        if heading:
            sheet.write(heading, 60, 80 + 20 * len(texts) + 8)
        return sheet

    (rows,) = tables(listed())
    assert [(row[0][:2], row[1]) for row in rows] == [
        ("O1", "100.00"), ("O2", "50.00"), ("O3", "0.00"), ("O4", "75.00"),
    ]  # fmt: skip
    # What stands apart below the rows is none of the last one.
    assert all(
        "คะแนน" not in cell
        for rows in tables(listed("คะแนนของข้ออื่น"))
        for row in rows
        for cell in row
    )


def test_bands_between_rows_do_not_speak_against_the_columns() -> None:
    sheet, y = Sheet(), 60.0
    bands = ("แบบวัดการรับรู้ของผู้มีส่วนได้เสีย",), ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ของเจ้าหน้าที่",)
    for row in (HEADER, *bands, ROWS[0]):
        pieced(sheet, y, XS)
        written(sheet, y + 14, row)
        y += 20
    pieced(sheet, y, XS)
    (rows,) = tables(sheet)
    assert rows[0] == list(HEADER) and rows[-1] == list(ROWS[0])


def test_a_shaded_band_over_rows_of_more_columns_is_no_header() -> None:
    sheet = Sheet()
    lines = [("ข้อ", "ประเด็น", "คะแนน"), ("9.1 ข้อมูลพื้นฐาน", "", "75.00")]
    lines += [(f"O{n}", "แผนปฏิบัติราชการ", "100.00") for n in range(1, 5)]
    sheet.rule(*(across(60 + 18 * n, 40, 480) for n in range(len(lines) + 1)))
    for left, right in ((40.0, 420.0), (420.0, 480.0)):
        sheet.shade(Box(left, 78, right, 96))
    for n, row in enumerate(lines):
        for x, text in zip((60.0, 100.0, 430.0), row, strict=True):
            sheet.write(text, x, 73 + 18 * n)
    rows = [row for table in tables(sheet) for row in table]
    assert ["O1", "แผนปฏิบัติราชการ", "100.00"] in rows
    assert ["O4", "แผนปฏิบัติราชการ", "100.00"] in rows


def test_columns_end_above_a_heading_with_other_names_below_it() -> None:
    sheet = Sheet()
    shaded(sheet, 60, 80)
    written(sheet, 74, HEADER)
    for n, row in enumerate(ROWS):
        written(sheet, 94 + 20 * n, row)
    sheet.rule(*(across(y, XS[0], XS[-1]) for y in (80, 100, 120, 160, 180, 200, 220)))
    sheet.write("ตารางที่ 2", 44, 144, font=BOLD)
    for x, name in ((44.0, "ด้าน"), (420.0, "คะแนน")):
        sheet.write(name, x, 174, font=BOLD)
    for n, number in enumerate(("81.25", "90.10")):
        sheet.write("ป้ายบอกทางที่ติดไว้ในอาคารทุกชั้นทุกหลังและที่จอดรถ", 44, 194 + 20 * n)
        sheet.write(number, 420, 194 + 20 * n)
    first, *_ = tables(sheet)
    assert [row[0] for row in first] == ["ข้อ", "I2", "I5"]


def test_tables_of_the_same_columns_below_a_heading_each() -> None:
    sheet = Sheet(1)
    for top in (60, 220):
        sheet.write("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", 44, top - 8)
        for row, y in enumerate((top, top + 30, top + 70, top + 110)):
            pieced(sheet, y, XS)
            for n, (x, text) in enumerate(zip(XS, (HEADER, *ROWS[:2], ())[row], strict=False)):
                # The last name stands a little higher than the others.
                lift = 0 if row else 14 - 10 * (n == len(HEADER) - 1)
                sheet.write(text, x + 2, y + 12 + lift, font=PLAIN if row else BOLD)
            if row in (1, 2):
                # Words that come near those of the next column.
                sheet.write("ก" * 35, XS[1] + 2, y + 28)
                sheet.write("ทุกเดือน", XS[2] + 1, y + 28)
    found = tables(sheet)
    assert [[row[0] for row in rows] for rows in found] == [["ข้อ", "I2", "I5"]] * 2
    assert all(len(row) == 3 for rows in found for row in rows)


def test_rules_with_other_ends_are_of_another_table() -> None:
    sheet = Sheet(1)
    ys = (60, 80, 100, 120, 140)
    for row, y in enumerate(ys):
        pieced(sheet, y, XS)
        if row < len(ys) - 1:
            for x, text in zip(XS, HEADER if not row else ROWS[row % 2], strict=False):
                sheet.write(text, x + 4, y + 14)
    sheet.write("ข. ผลรายมาตรการ", 44, 160)
    for y in (170, 190, 210):
        sheet.rule(across(y, XS[0], XS[-1] + 5.5))
    for y, label in ((184, "กิจกรรม"), (204, "ผู้ดูแล")):
        sheet.write(label, 44, y)
        sheet.write("อบรมเจ้าหน้าที่ทุกฝ่ายให้ครบภายในปี", 200, y)
    first, *_ = tables(sheet)
    assert [row[0] for row in first] == ["ข้อ", "I5", "I2", "I5"]


def test_bands_between_a_header_and_rows_that_draw_their_columns_are_one_cell_each() -> None:
    sheet = Sheet(1)
    shaded(sheet, 60, 80)
    written(sheet, 74, HEADER)
    sheet.rule(*(across(y, XS[0], XS[-1]) for y in (60, 80, 100, 120, 140)))
    sheet.rule(*(down(x, 60, 140) for x in (XS[0], XS[-1])))
    sheet.rule(*(down(x, y, y + 20) for x in XS[1:-1] for y in (60, 120)))
    sheet.write("แบบวัดผู้มีส่วนได้ส่วนเสียภายในหน่วยงาน", 44, 94)
    sheet.write("ตัวชี้วัด", 44, 114)
    sheet.write("การปฏิบัติหน้าที่", XS[1] + 4, 114)
    written(sheet, 134, ("I2", "ตอบช้า", "จัดเวร"))
    (rows,) = tables(sheet)
    assert [len(row) for row in rows] == [3, 1, 1, 3]


def test_a_title_between_rules_drawn_for_the_columns_below_it() -> None:
    made = Sheet(1)
    xs = (40.0, 120.0, 300.0, 420.0, 540.0)
    made.rule(*(across(y, a, b) for y in (60, 80, 114) for a, b in pairwise(xs)))
    made.write("ผลคะแนนรายข้อ", 200, 74, font=BOLD)
    for x, text in zip(xs, ("รหัส\nข้อ", "คำถาม", "คะแนน", "ระดับ"), strict=False):
        made.write(text, x + 4, 94, font=BOLD)
    for n, row in enumerate((("I1", "เต็มใจ", "80.10", "ดี"), ("I2", "อำนวย", "81.20", "ดี"))):
        for x, text in zip(xs, row, strict=False):
            made.write(text, x + 4, 132 + 18 * n)
    (rows,) = tables(made)
    assert [[t.replace("\n", "") for t in row if t] for row in rows] == [
        ["ผลคะแนนรายข้อ"],
        ["รหัสข้อ", "คำถาม", "คะแนน", "ระดับ"],
        ["I1", "เต็มใจ", "80.10", "ดี"],
        ["I2", "อำนวย", "81.20", "ดี"],
    ]


def test_a_heading_in_larger_type_between_tables_with_rules_of_one_length() -> None:
    made = Sheet(1)
    y = 60.0
    for heading in ("1. ภาพรวม", "2. รายข้อ"):
        made.content.glyphs += glyphs(heading, 40, y, len(made.content.glyphs), size=13.0)
        for row in (("ข้อ", "คะแนน"), ("เต็มใจให้บริการ", "80.10"), ("อำนวยความสะดวก", "81.20")):
            made.rule(across(y + 6, 40, 400))
            for x, text in zip((44, 340), row, strict=True):
                made.write(text, x, y + 20)
            y += 20
        made.rule(across(y + 6, 40, 400))
        y += 36
    assert [[row[0] for row in rows] for rows in tables(made)] == [
        ["ข้อ", "เต็มใจให้บริการ", "อำนวยความสะดวก"]
    ] * 2


def test_a_name_shared_above_a_rule_of_its_columns_is_no_row_across() -> None:
    # One row of names, one that numbers the columns, and nothing ruled below.
    sheet, xs = Sheet(1), (40.0, 80.0, 300.0, 360.0, 420.0, 520.0)
    for y in (60, 105, 125):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
    sheet.rule(across(80, xs[2], xs[3]), across(80, xs[3], xs[4]))
    sheet.write("คะแนนที่ได้ทั้งสองปี", 312, 74)
    for x, name in zip(xs, ("ข้อ", "เรื่อง", "ปี 2567", "ปี 2566", "มาตรการ"), strict=False):
        sheet.write(name, x + 4, 96)
    for x, number in zip(xs, ("(1)", "(2)", "(3)", "(4)", "(5)"), strict=False):
        sheet.write(number, x + 4, 118)
    rows = (
        ("O1", "ข้อมูลพื้นฐาน", "63.30", "95.46", "จัดทำคู่มือ\nราชการ"),
        ("O2", "นโยบาย", "76.46", "75.41", "ปรับปรุง\nเว็บไซต์"),
    )
    for y, row in zip((140, 175), rows, strict=True):
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 4, y)
    (found,) = tables(sheet)
    assert found[0] == ["ข้อ", "เรื่อง", "คะแนนที่ได้ทั้งสองปี", "มาตรการ"]
    assert [row[2] for row in found[-2:]] == ["63.30", "76.46"]


def test_a_shared_name_may_stand_at_the_left_of_its_columns() -> None:
    sheet, xs = Sheet(1), (40.0, 80.0, 200.0, 300.0, 420.0)
    for y in (60, 105, 125, 145):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
    sheet.rule(across(80, xs[1], xs[2]), across(80, xs[2], xs[3]))
    sheet.write("คะแนน", xs[1] + 4, 74)
    for x, name in zip(xs, ("ข้อ", "ปี 2566", "ปี 2567", "จุดอ่อน"), strict=False):
        sheet.write(name, x + 4, 96)
    for y, row in (
        (118, ("O1", "63.30", "95.46", "ล่าช้า")),
        (138, ("O2", "76.46", "75.41", "รอนาน")),
    ):
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 4, y)
    (found,) = tables(sheet)
    assert found[:2] == [["ข้อ", "คะแนน", "จุดอ่อน"], ["ปี 2566", "ปี 2567"]]


def test_rules_that_begin_behind_a_cell_merged_over_rows_part_these() -> None:
    sheet, xs = Sheet(1), (40.0, 160.0, 200.0, 400.0, 480.0)
    for y in (60, 80, 140):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs)))
    for y in (100, 120):
        sheet.rule(*(across(y, a, b) for a, b in pairwise(xs[1:])))
    for x, name in zip(xs, ("ด้าน", "ที่", "ข้อคำถาม", "คะแนน"), strict=False):
        sheet.write(name, x + 4, 74)
    sheet.write("ตัวชี้วัด 9 การเปิดเผย", 44, 94)
    for n in (1, 2, 3):
        for x, text in zip(xs[1:], (str(n), f"O{n} ข้อมูลพื้นฐาน", f"8{n}.46"), strict=False):
            sheet.write(text, x + 4, 74 + 20 * n)
    (found,) = tables(sheet)
    assert found[1] == ["ตัวชี้วัด 9 การเปิดเผย", "1", "O1 ข้อมูลพื้นฐาน", "81.46"]
    assert found[2:] == [["2", "O2 ข้อมูลพื้นฐาน", "82.46"], ["3", "O3 ข้อมูลพื้นฐาน", "83.46"]]


def test_running_numbers_tell_the_rows_of_a_tall_one() -> None:
    sheet, xs = Sheet(1), (40.0, 80.0, 300.0, 420.0)
    sheet.table(xs, (60, 80, 170), [["ที่", "มาตรการ", "ผู้รับผิดชอบ"]])
    told = (
        (94, "๑", "อบรมมารยาท\nสลับเวร", "ฝ่ายทะเบียน"),
        (132, "๒", "ประกาศเจตนารมณ์\nพร้อมกัน", "ฝ่ายปกครอง"),
    )
    for y, *row in told:
        for x, text in zip(xs, row, strict=False):
            sheet.write(text, x + 4, y)
    (found,) = tables(sheet)
    assert [row[0] for row in found] == ["ที่", "๑", "๒"]


def test_names_of_groups_across_the_columns_do_not_undo_those_of_a_tall_row() -> None:
    sheet, xs = Sheet(1), (40.0, 90.0, 330.0, 410.0, 520.0)
    for at in (60, 80, 230):
        sheet.rule(*(across(at, a, b) for a, b in pairwise(xs)))
    for x, name in zip(xs, ("รหัส", "รายละเอียด", "คะแนน", "ปัญหา"), strict=False):
        sheet.write(name, x + 4, 74)
    y = 94.0
    for group, codes in (
        ("ด้านที่ 3 การใช้อำนาจ [75.22]", ("I7", "I8")),
        ("ด้านที่ 6 คุณภาพการดำเนินงาน", ("E2",)),
    ):
        sheet.write(group, 280, y)
        for code in codes:
            y += 20
            row = (code, "ผู้บังคับบัญชาสั่งการให้ทำ", f"9{code[-1]}.37", "รอนาน\nทุกช่อง")
            for x, text in zip(xs, row, strict=False):
                sheet.write(text, x + 4, y)
            y += 14
        y += 20
    (found,) = tables(sheet)
    assert [row[0] for row in found if len(row) == 4] == ["รหัส", "I7", "I8", "E2"]
    assert [len(row) for row in found] == [4, 1, 4, 4, 1, 4]


def test_bands_between_rules_drawn_cell_by_cell_have_their_columns() -> None:
    sheet = Sheet()
    top = 60.0
    bands = [(f"ตัวชี้วัดที่ {n} การปฏิบัติหน้าที่ของบุคลากร",) for n in (1, 2, 3)]
    rows = (HEADER, bands[0], ROWS[0], bands[1], ROWS[1], bands[2], ROWS[0])
    for row in rows:
        written(sheet, top + 14, row)
        low = top + 20
        if len(row) == 1:
            sheet.shade(Box(XS[0], top, XS[-1], low))
        sheet.rule(*(across(low, a, b) for a, b in pairwise(XS)))
        top = low
    (found,) = tables(sheet)
    assert [len(row) for row in found] == [3, 1, 3, 1, 3, 1, 3]
    assert found[2] == list(ROWS[0])


def test_a_cell_over_several_rows_below_a_header_keeps_no_row_from_its_columns() -> None:
    xs = (40.0, 120.0, 300.0, 380.0, 460.0)
    sheet = Sheet(1)
    names = ("แบบวัด", "ตัวชี้วัด", "ปี 2566", "ปี 2567")
    for (left, right), text in zip(pairwise(xs), names, strict=True):
        sheet.shade(Box(left, 60, right, 80))
        sheet.rule(across(80, left, right))
        sheet.write(text, left + 4, 74)
    rows = (("การปฏิบัติหน้าที่", "88.11", "90.72"), ("การใช้งบประมาณ", "84.72", "90.31"))
    sheet.write("IIT", 44, 104)
    for n, row in enumerate(rows):
        for (left, right), text in zip(pairwise(xs[1:]), row, strict=True):
            sheet.write(text, left + 4, 94 + 20 * n)
            sheet.rule(across(100 + 20 * n, left, right))
    sheet.rule(across(120, 40, 120), down(120, 80, 100), down(120, 100, 120))
    (table,) = tables(sheet)
    assert [row[-3:] for row in table[1:]] == [list(row) for row in rows]
