"""Rows that repeat the form of a header of several rows."""

from __future__ import annotations

from normalize.shapes.tallrows import with_tall_rows_flat
from tests.normalize.tables import ANALYSIS_67, Grid, Spans, report, table

HEAD: Grid = [
    ["ลำดับ", "ข้อคำถาม", "จุดอ่อน", None, "มาตรการ", None],
    [None, None, "ผลผลิต", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "กำกับติดตาม"],
]
FORM: Spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (1, 2)}


def thing(code: str, title: str, number: int) -> Grid:
    return [
        [str(number), f"{code} {title}", "ประชาชนไม่ทราบขั้นตอน", None, f"จัดทำคู่มือเล่มที่ {number}", None],
        [None, None, "คู่มือหนึ่งเล่ม", "ฝ่ายโยธา", "30 ธันวาคม 2567", "ทุกเดือน"],
    ]


def spans(*starts: int) -> Spans:
    return {(start + row, column): of for start in starts for (row, column), of in FORM.items()}


ROWS: Grid = [*HEAD, *thing("I1", "เต็มใจให้บริการ", 1), *thing("I4", "โปร่งใส ตรวจสอบได้", 2)]


def test_each_name_says_what_stands_in_its_place() -> None:
    found = report(ANALYSIS_67, table(ROWS, spans(0, 2, 4)))
    assert [(m.codes, m.measure, m.output, m.units, m.deadline) for m in found.measures] == [
        (("I1",), "จัดทำคู่มือเล่มที่ 1", "คู่มือหนึ่งเล่ม", ("ฝ่ายโยธา",), "2024-12-30"),
        (("I4",), "จัดทำคู่มือเล่มที่ 2", "คู่มือหนึ่งเล่ม", ("ฝ่ายโยธา",), "2024-12-30"),
    ]
    assert [w.codes for w in found.weaknesses] == [("I1",), ("I4",)]


def test_bands_between_stay_bands_and_pages_are_kept() -> None:
    band: Grid = [["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None, None, None]]
    rows: Grid = [*HEAD, *band, *ROWS[2:]]
    pages = [1, 1, 1, 1, 1, 2, 2]
    made = table(rows, {**spans(0, 3, 5), (2, 0): (1, 6)}, starts=[5], pages=pages)
    flat = with_tall_rows_flat(made)
    assert (flat.columns, len(flat.rows)) == (8, 4)
    assert [(r.page, r.starts_part) for r in flat.rows] == [(1, False)] * 3 + [(2, True)]
    assert [c.column_span for c in flat.cells if c.row == 1] == [8]


def test_a_row_of_another_form_leaves_the_table_as_it_is() -> None:
    other: Grid = [["3", "I5", "ก", "ข", "ค", "ง"]]
    made = table([*ROWS, *other], spans(0, 2, 4))
    assert with_tall_rows_flat(made) is made
    # A header of two rows over plain ones.
    plain = table([*HEAD, *other, *other], spans(0))
    assert with_tall_rows_flat(plain) is plain
