"""Words that hang below the last rules of a table cut by the page end."""

from __future__ import annotations

from tests.extract.pages import PITCH, Sheet, across, down, rows_on

XS = (40.0, 140.0, 260.0, 380.0)


def drawn() -> Sheet:
    """A closed row, and one whose rules end with the page."""
    sheet = Sheet()
    sheet.rule(*(across(y, XS[0], XS[-1]) for y in (60, 90)))
    sheet.rule(*(down(x, 60, 140) for x in XS))
    for x, text in zip(XS, ("ข้อ", "สิ่งที่จะทำ", "ผล"), strict=False):
        sheet.write(text, x + 3, 80)
    for x, text in zip(XS, ("I1", "ทำป้าย\nและแผ่นพับ\nแจก", "ทำแล้ว\nครบ\nทุกฝ่าย"), strict=False):
        sheet.write(text, x + 3, 104)
    return sheet


def test_a_line_of_two_cells_below_the_end_of_their_rules() -> None:
    sheet = drawn()
    sheet.write("ประชาชน", XS[1] + 3, 104 + 3 * PITCH)
    sheet.write("ในเขต", XS[2] + 3, 104 + 3 * PITCH)
    last = [text.replace("\n", "") for text in rows_on(sheet)[-1]]
    assert last == ["I1", "ทำป้ายและแผ่นพับแจกประชาชน", "ทำแล้วครบทุกฝ่ายในเขต"]


def test_words_across_the_columns_are_not_of_them() -> None:
    sheet = drawn()
    sheet.write("ทั้งนี้ ให้รายงานผู้อำนวยการเขตทราบ", XS[1] + 3, 104 + 3 * PITCH)
    assert rows_on(sheet)[-1][1].replace("\n", "") == "ทำป้ายและแผ่นพับแจก"


def test_words_farther_below_are_not_of_the_table() -> None:
    sheet = drawn()
    sheet.write("ประชาชน", XS[1] + 3, 104 + 5 * PITCH)
    assert rows_on(sheet)[-1][1].replace("\n", "") == "ทำป้ายและแผ่นพับแจก"
