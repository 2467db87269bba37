"""Rows without rules below a ruled header: where they part, bands, and names merged over them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.layout import Part, lay_out
from extract.model import Box, Table
from extract.tables.nextpage import OpenColumns
from tests.extract.pages import PITCH, Sheet, across, down, rows_on

XS = (40.0, 180.0, 220.0, 420.0, 480.0, 620.0)
HEADS = ("ตัวชี้วัด", "ข้อ", "คำถาม", "คะแนน", "มาตรการ")
PADDING = 6.0


def sheet(heads: Sequence[str] = HEADS) -> Sheet:
    made = Sheet(1)
    made.table(XS, (60, 80), [heads])
    return made


def write(made: Sheet, top: float, rows: Sequence[Sequence[str]], at: float) -> list[float]:
    """Rows below ``top``, each as high as its tallest cell; the edges between them.

    ``at``: where cells stand, 0 at the top of their row and 1 at its foot.
    """
    edges = [top]
    for row in rows:
        most = max(text.count("\n") for text in row)
        for x, text in zip(XS, row, strict=False):
            if text:
                made.write(text, x + 4, edges[-1] + PITCH + at * (most - text.count("\n")) * PITCH)
        edges.append(edges[-1] + (most + 1) * PITCH + PADDING)
    return edges


ROWS = (
    ("", "I1", "เต็มใจให้บริการ", "80.10", "จัดอบรม\nเจ้าหน้าที่\nทุกไตรมาส"),
    ("", "I2", "อำนวยความสะดวก\nในการให้บริการ", "81.20", "ติดป้าย"),
    ("", "I3", "ไม่เรียกรับสินบน", "82.30", "ทำคู่มือ"),
)


def test_rows_below_a_header_wherever_their_cells_stand() -> None:
    for at in (0.0, 0.5, 1.0):
        made = sheet()
        write(made, 84, ROWS, at)
        rows = rows_on(made)
        assert [row[1] for row in rows[1:]] == ["I1", "I2", "I3"]
        assert rows[1][4].replace("\n", "") == "จัดอบรมเจ้าหน้าที่ทุกไตรมาส"
        assert rows[2][2].replace("\n", "") == "อำนวยความสะดวกในการให้บริการ"


def test_names_at_the_middle_of_their_rows_are_merged_over_them() -> None:
    made = sheet()
    edges = write(made, 84, [*ROWS, ("", "I4", "โปร่งใส", "83.40", "ประชุม\nชี้แจง")], 0.5)
    # Half a line lower than an edge stands the foot of a line at the middle of its rows.
    for name, first, end in (("1. การปฏิบัติหน้าที่", 0, 3), ("2. การใช้งบประมาณ", 3, 4)):
        middle = (edges[first] + edges[end]) / 2
        made.write(name, XS[0] + 4, middle + (PITCH - PADDING) / 2)
    rows = rows_on(made)
    assert rows[1][0] == "1. การปฏิบัติหน้าที่" and len(rows[2]) == len(rows[3]) == len(HEADS) - 1
    assert rows[4][:2] == ["2. การใช้งบประมาณ", "I4"]


def test_a_band_between_rows_is_one_cell() -> None:
    made = sheet()
    ends = write(made, 84, ROWS[:1], 0.5)
    made.write("ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 83.25 คะแนน", XS[0] + 4, ends[-1] + PITCH)
    write(made, ends[-1] + PITCH + PADDING, ROWS[1:], 0.5)
    rows = rows_on(made)
    assert rows[2] == ["ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 83.25 คะแนน"]
    assert [row[1] for row in (rows[1], *rows[3:])] == ["I1", "I2", "I3"]


def test_what_follows_a_table_is_not_its() -> None:
    made = sheet()
    ends = write(made, 84, ROWS, 0)
    made.write("รายละเอียดของคะแนนอยู่ในภาคผนวกของรายงานนี้ทั้งหมด", XS[0] + 4, ends[-1] + PITCH)
    assert len(rows_on(made)) == 1 + len(ROWS)


def test_rows_that_nothing_parts_are_not_guessed() -> None:
    made = sheet(("ก", "ข", "ค", "ง", "จ"))
    for n, text in enumerate(("80.10", "81.20", "82.30")):
        made.write(text, XS[3] + 4, 98 + n * PITCH)
        made.write("ฝ่ายโยธา", XS[4] + 4, 98 + n * 1.5 * PITCH)
    made.rule(across(300, 40, 620))
    rows = rows_on(made)
    assert not any({"80.10", "81.20"} <= set(cell.split()) for row in rows for cell in row)


def test_two_rows_within_upright_rules_and_two_lines_of_one() -> None:
    made = sheet()
    edges = write(made, 80, ROWS[:2], 0.5)
    made.rule(*(down(x, 60, edges[-1]) for x in XS), across(edges[-1], XS[0], XS[-1]))
    assert [row[1] for row in rows_on(made)] == ["ข้อ", "I1", "I2"]
    made = sheet()
    both = ("", "I1", "เต็มใจ", "80.10\n81.20", "จัดอบรม\nเจ้าหน้าที่\nทุกไตรมาส")
    edges = write(made, 80, [both], 0)
    made.rule(*(down(x, 60, edges[-1]) for x in XS), across(edges[-1], XS[0], XS[-1]))
    assert len(rows_on(made)) == 2


def test_rows_go_on_in_the_columns_of_the_page_before() -> None:
    first, second = sheet(), Sheet(2)
    write(first, 84, ROWS[:2], 0)
    for page in (first, second):
        page.write("สำนักงานเขตของเรา", XS[0] + 4, 30)
    write(second, 66, (ROWS[2], ("", "I4", "โปร่งใส", "83.40", "ประชุม\nชี้แจง")), 0)
    above = lay_out(1, first.content)
    below = lay_out(2, second.content, above.columns)
    (joined,) = [b for b in join_layouts(mark_furniture([above, below])) if isinstance(b, Table)]
    codes = [c.text for c in joined.cells if c.column == 1]
    assert codes == ["ข้อ", "I1", "I2", "I3", "I4"]
    # Words below the table end it.
    first.write("หมายเหตุ", XS[0] + 4, 300)
    assert lay_out(1, first.content).columns is None


def test_a_measure_merged_over_two_rows_goes_on_evenly_past_their_edge() -> None:
    made = sheet()
    edges = write(
        made,
        84,
        [("", "I1", "เต็มใจ\nให้บริการ", "80.10"), ("", "I2", "อำนวย\nความสะดวก", "81.20")],
        0,
    )
    made.write("จัดอบรม\nเจ้าหน้าที่\nทุกไตรมาส", XS[4] + 4, edges[0] + PITCH)
    write(made, edges[-1], ROWS[2:], 0)
    rows = rows_on(made)
    assert [row[1] for row in rows[1:]] == ["I1", "I2", "I3"]
    assert rows[1][4].replace("\n", "") == "จัดอบรมเจ้าหน้าที่ทุกไตรมาส"
    assert len(rows[2]) == len(HEADS) - 1 and rows[3][4] == "ทำคู่มือ"


def test_codes_with_their_scores_tell_rows_and_two_of_them_are_of_one() -> None:
    heads = ("ข้อ (คะแนน)", "ที่", "จุดอ่อน", "ฝ่าย", "มาตรการ")
    rows = (
        ("I5 (84.27)", "", "ไม่มั่นใจ\nว่าเปิดโอกาส\nเท่ากัน", "คลัง", "ประกาศแผน\nและผล"),
        ("I11 (88.02)\nI12 (87.49)", "", "ไม่ทราบ\nว่ามีมาตรการ\nใดบ้าง", "ทุกฝ่าย", "ทำแผ่นพับ"),
        ("E4 (83.95)", "", "ข้อมูลเก่า", "ทุกฝ่าย", "สำรวจข้อมูล\nและแก้ไข"),
    )
    made = sheet(heads)
    write(made, 84, rows, 0)
    found = rows_on(made)
    assert [row[0] for row in found[1:]] == ["I5 (84.27)", "I11 (88.02)\nI12 (87.49)", "E4 (83.95)"]
    assert found[2][2].replace("\n", "") == "ไม่ทราบว่ามีมาตรการใดบ้าง"


def test_statements_farther_apart_than_their_lines_end_the_last_row() -> None:
    made = sheet()
    edges = write(made, 84, ROWS[:1], 0)
    steps = [0.0, PITCH, 2.2 * PITCH, 3.2 * PITCH]
    for row in (1, 2):
        top = edges[-1] + PITCH
        for x, text in zip(XS, (*ROWS[row][:4], ""), strict=False):
            made.write(text, x + 4, top)
        for line, y in zip(("1. ทำคู่มือ", "ทุกช่อง", "2. ติดป้าย", "ทุกชั้น"), steps, strict=True):
            made.write(line, XS[4] + 4, top + y)
        edges.append(top + steps[-1] + 1.2 * PITCH)
    rows = rows_on(made)
    assert [row[1] for row in rows[1:]] == ["I1", "I2", "I3"]
    assert all("2. ติดป้าย" in row[4] and "ทุกชั้น" in row[4] for row in rows[2:])


def grouped(bands: Sequence[str]) -> Sheet:
    """A table that rules part above each group and nowhere else: the last one is left open.

    Numbers stand as near to the codes beside them as words of one cell do.
    """
    xs = (40.0, 55.0, 80.0, 420.0, 480.0)
    made = Sheet(1)
    made.rule(across(60, xs[0], xs[-1] + 140), across(80, xs[0], xs[-1] + 140))
    for x, text in zip(xs, ("ที่", "ข้อ", "คำถาม", "คะแนน", "มาตรการ"), strict=True):
        made.write(text, x + 4, 74)
    top = 80.0
    for number, band in enumerate(bands):
        made.rule(*(across(y, xs[0], xs[-1] + 140) for y in (top, top + 20)))
        made.write(band, xs[0] + 4, top + 14)
        top += 20
        for n in (2 * number + 1, 2 * number + 2):
            row = (str(n), f"I{n}", "เจ้าหน้าที่เปิดเผยข้อมูลอย่างครบถ้วน\nและเป็นปัจจุบัน", f"8{n}.40", "ชี้แจง")
            for x, text in zip(xs, row, strict=True):
                made.write(text, x + 4, top + PITCH)
            top += 2 * PITCH + PADDING
    return made


def test_rows_of_the_last_group_stand_below_the_last_rule() -> None:
    for bands in (
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "ตัวชี้วัดที่ 2 การใช้งบประมาณ"),
        ("๙. การเปิดเผยข้อมูล", "๑๐. การป้องกันการทุจริต"),
    ):
        rows = rows_on(grouped(bands))
        assert [row[1] for row in rows if len(row) == len(HEADS) and row[1]] == [
            "ข้อ",
            "I1",
            "I2",
            "I3",
            "I4",
        ]


def test_where_one_run_of_rows_is_in_groups_the_others_keep_their_words() -> None:
    made = sheet()
    edges = write(made, 84, [*ROWS, ("", "I4", "โปร่งใส", "83.40", "ประชุม\nชี้แจง")], 0.5)
    middle = (edges[0] + edges[4]) / 2
    made.write("1. การปฏิบัติหน้าที่", XS[0] + 4, middle + (PITCH - PADDING) / 2)
    made.write("ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 83.25 คะแนน", XS[0] + 4, edges[-1] + PITCH)
    last = [
        ("2. การใช้งบ", "I5", "คุ้มค่า", "84.50", "ทำแผน"),
        ("", "I6", "ตรวจสอบได้", "85.60", "ทำคู่มือ\nเล่มใหม่"),
    ]
    write(made, edges[-1] + PITCH + PADDING, last, 0)
    assert any("2. การใช้งบ" in text for row in rows_on(made) for text in row)


def test_the_rows_of_a_header_at_the_foot_of_a_page_stand_on_the_next() -> None:
    head, body = Sheet(1), Sheet(2)
    head.table(XS, (head.height - 90, head.height - 70), [HEADS])
    write(body, 60, ROWS, 0)
    above = lay_out(1, head.content)
    below = lay_out(2, body.content, above.columns)
    (joined,) = [b for b in join_layouts([above, below]) if isinstance(b, Table)]
    assert [c.text for c in joined.cells if c.column == 1] == ["ข้อ", "I1", "I2", "I3"]


def test_one_stripe_in_the_columns_of_the_page_before_has_rows_below_it() -> None:
    made = Sheet(2)
    for a, b in pairwise(XS):
        made.shade(Box(a, 60, b, 80))
    rows = (("ฝ่าย", "I1", "โปร่งใส", "83.40", "ชี้แจง"), ("ฝ่าย", "I2", "คุ้มค่า", "84.50", "ทำแผน"))
    for y, row in zip((74, 96), rows, strict=True):
        for x, text in zip(XS, row, strict=False):
            made.write(text, x + 4, y)
    for above, expected in ((OpenColumns(XS, False), ["I1", "I2"]), (None, ["I1"])):
        table = next(b for b in lay_out(2, made.content, above).blocks if isinstance(b, Part))
        assert [c.text for c in table.cells if c.cell.column == 1] == expected
