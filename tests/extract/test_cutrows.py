"""Rows that a page end leaves open: below the last cross rule of a table, above the first."""

from __future__ import annotations

from itertools import pairwise

from tests.extract.pages import Sheet, across, rows_on

XS = (40.0, 180.0, 320.0, 460.0)


def drawn() -> Sheet:
    """Rows with a rule below each, drawn cell by cell, and nothing upright."""
    sheet = Sheet()
    for n in range(5):
        sheet.rule(*(across(60 + 34 * n, a, b) for a, b in pairwise(XS)))
    rows = [("ข้อ", "สิ่งที่จะทำ", "ผล")] + [(f"I{n}", "ติดป้าย", "ทำแล้ว") for n in range(1, 4)]
    for n, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            sheet.write(text, x + 4, 74 + 34 * n)
    return sheet


def test_a_row_of_several_lines_below_the_last_rule() -> None:
    sheet = drawn()
    for x, text in zip(XS, ("I4 ถาม\nและตอบ", "แจกแผ่นพับ\nทุกวัน\nจันทร์", "ยังไม่ทำ"), strict=False):
        sheet.write(text, x + 4, 210)
    last = [text.replace("\n", "") for text in rows_on(sheet)[-1]]
    assert last == ["I4 ถามและตอบ", "แจกแผ่นพับทุกวันจันทร์", "ยังไม่ทำ"]


def test_two_scores_in_a_column_are_not_of_one_row() -> None:
    sheet = drawn()
    for n, score in enumerate(("71.10", "80.45")):
        for x, text in zip(XS, (f"I{4 + n}", "ติดป้าย", score), strict=False):
            sheet.write(text, x + 4, 210 + 16 * n)
    rows = rows_on(sheet)
    assert not any("71.10" in cell and "80.45" in cell for row in rows for cell in row)


def continued(*rest: str) -> Sheet:
    """Rows of the next page with a rule below each, and the rest of one above the first rule."""
    sheet = Sheet(2)
    for x, text in zip(XS, rest, strict=False):
        sheet.write(text, x + 4, 50)
    for n in range(4):
        sheet.rule(*(across(60 + 34 * n, a, b) for a, b in pairwise(XS)))
    for n in range(3):
        for x, text in zip(XS, (f"I{n + 5}", "ติดป้าย", "ทำแล้ว"), strict=False):
            sheet.write(text, x + 4, 74 + 34 * n)
    return sheet


def test_the_rest_of_a_row_above_the_first_rule_of_the_next_page() -> None:
    assert rows_on(continued("", "และแจกแผ่นพับ", "ครบทุกฝ่าย"))[0] == ["", "และแจกแผ่นพับ", "ครบทุกฝ่าย"]


def test_one_line_alone_or_a_score_is_no_rest_of_a_row() -> None:
    assert rows_on(continued("", "และแจกแผ่นพับ"))[0][0] == "I5"
    assert not any("71.10" in cell for row in rows_on(continued("ไม่ทราบ", "71.10")) for cell in row)
