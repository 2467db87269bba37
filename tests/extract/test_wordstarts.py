"""Tables with cross rules only, whose columns are told by where words begin in their rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.extract.pages import BOLD, LETTER, PITCH, PLAIN, Sheet, across, down, rows_on

# The first column has room for its codes and no more.
XS = (40.0, 58.0, 290.0, 400.0)
HEADS = ("ข้อ", "สิ่งที่จะทำ", "ผู้ดูแล", "ภายในวัน")
ROWS: Sequence[Sequence[str]] = (
    ("I1", "• ทำป้าย\n• ตรวจเวร", "ฝ่ายโยธา", "15 ก.ย. 68"),
    ("I12", "• ซ่อมทางลาด\n• ทาสี", "ฝ่ายโยธา", "20 ส.ค. 68"),
    ("E4", "ก" * 45, "ฝ่ายทะเบียน", "31 ก.ค. 68"),
    ("O9", "• แจกคู่มือ\n• ตอบคำถาม", "ทุกฝ่าย", "30 มิ.ย. 68"),
    ("O20", "• เปิดเพจ\n• รับฟัง", "ทุกฝ่าย", "28 ก.พ. 68"),
)


def drawn(
    heads: Sequence[str] = HEADS,
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    bold: bool = False,
    ruled: bool = True,
    shift: float = 0.0,
) -> Sheet:
    """Heads (a rule above them where ``ruled``), then each row above a rule; nothing upright."""
    sheet = Sheet()
    if ruled:
        sheet.rule(across(60, 38, 520))
    if heads:
        sheet.rule(across(82, 38, 520))
    for x, head in zip(XS, heads, strict=False):
        indent = shift if x > XS[0] else 0.0
        sheet.write(head, x + indent, 75, font=BOLD if bold else PLAIN)
    top = 82.0 if heads else 60.0
    for row in rows:
        for x, text in zip(XS, row, strict=True):
            sheet.write(text, x, top + 14)
        top += 8 + PITCH * max(text.count("\n") + 1 for text in row)
        sheet.rule(across(top, 38, 520))
    return sheet


WHOLE = [list(HEADS), *map(list, ROWS)]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("shift", [0.0, 5 * LETTER])
def test_names_in_any_type_anywhere_above_their_columns(
    bold: bool, ruled: bool, shift: float
) -> None:
    assert rows_on(drawn(bold=bold, ruled=ruled, shift=shift)) == WHOLE


def test_the_rest_of_a_table_on_the_next_page_has_no_names() -> None:
    rows = [(code, words, unit, "ทุกเดือน") for code, words, unit, _ in ROWS]
    wide = [("I1", *row[1:]) for row in rows]
    assert rows_on(drawn((), wide)) == [list(row) for row in wide]


def test_a_name_over_all_parts_of_a_date_keeps_them_together() -> None:
    found = rows_on(drawn(("ข้อ", "สิ่งที่จะทำ", "ผู้ดูแล", "เมื่อ")))
    assert [row[3] for row in found[1:]] == [row[3] for row in ROWS]


def test_text_between_rules_is_no_table() -> None:
    sheet = Sheet()
    sheet.rule(across(60, 38, 520))
    for n in range(5):
        sheet.write(f"{'ก' * (30 + n)} {'ข' * (20 + 3 * n)} {'ค' * 9}", 40, 80 + 30 * n)
        sheet.rule(across(90 + 30 * n, 38, 520))
    assert all(len(row) < 3 for row in rows_on(sheet))


def test_columns_whose_words_do_not_begin_together_are_told_otherwise() -> None:
    rows = [
        (" " * n + "9" * (5 - n), *row[1:]) for n, row in zip((0, 1, 2, 0, 3), ROWS, strict=True)
    ]
    heads = ("คะแนน", "สิ่งที่จะทำ", "ผู้ดูแล", "ภายในวัน")
    sheet = drawn(heads, rows)
    sheet.write("เป้า", 140, 75)
    assert all(len(row) != len(heads) for row in rows_on(sheet))


def without_rules_between(rows: Sequence[Sequence[str]], *, upright: bool) -> Sheet:
    """Rules above and below the heads and at the end, none between the rows."""
    sheet = drawn(rows=rows)
    ends = sorted(s.at for s in sheet.content.segments)
    kept = (ends[0], ends[1], ends[-1])
    sheet.content.segments = [s for s in sheet.content.segments if s.at in kept]
    if upright:
        sheet.rule(*(down(x - 2, ends[0], ends[-1]) for x in (*XS, 522.0)))
    return sheet


@pytest.mark.parametrize("upright", [False, True])
def test_codes_below_each_other_begin_rows(upright: bool) -> None:
    assert rows_on(without_rules_between(ROWS, upright=upright)) == WHOLE


def test_several_codes_beside_one_statement_are_of_one_row() -> None:
    rows = [("I1\nI2\nE4\nO9", "ทำป้าย\nตรวจเวร\nซ่อมพื้น\nทาสี", "ฝ่ายโยธา", "15 ก.ย. 68"), ROWS[1]]
    found = rows_on(without_rules_between(rows, upright=True))
    assert len(found) == 2


def test_rules_drawn_cell_by_cell_between_rules_that_are_whole() -> None:
    sheet = drawn()
    own = sorted(s.at for s in sheet.content.segments)
    edges = (38.0, *(x - 2 for x in XS[1:]), 520.0)
    pieces = [across(y, x0, x1) for y in own for x0, x1 in pairwise(edges)]
    # A whole rule below the heads, and one below a band.
    whole = [across(82, 38, 520), across(own[-1] + 18, 38, 520)]
    sheet.content.segments = [*pieces, *whole]
    sheet.write(f"หมวดงานถัดไป {'ก' * 60}", XS[0], own[-1] + 14)
    assert rows_on(sheet) == [*WHOLE, [f"หมวดงานถัดไป {'ก' * 60}"]]
