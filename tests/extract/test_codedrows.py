"""Tables without any rules whose rows begin with a code and whose columns come near each other."""

from __future__ import annotations

from tests.extract.pages import rows_on
from tests.extract.test_wordstarts import HEADS, ROWS, WHOLE, drawn


def test_columns_without_a_gutter_between_them() -> None:
    sheet = drawn()
    sheet.content.segments.clear()
    assert rows_on(sheet) == WHOLE


def test_names_centred_above_their_columns() -> None:
    sheet = drawn(bold=True, shift=20)
    sheet.content.segments.clear()
    assert rows_on(sheet) == WHOLE


def test_codes_with_nothing_beside_them_begin_no_rows() -> None:
    rows = [*ROWS[:2], ("E4", "ก" * 45, "", ""), *ROWS[3:]]
    sheet = drawn(rows=rows)
    sheet.content.segments.clear()
    assert all(len(row) < len(HEADS) for row in rows_on(sheet))


def test_sentences_that_begin_with_codes_are_no_table() -> None:
    sheet = drawn((), ())
    sheet.content.segments.clear()
    for n, code in enumerate(("I1", "I12", "E4", "O9")):
        sheet.write(f"{code} {'ก' * (20 + 9 * n)} {'ข' * (12 + 5 * n)} แล้ว", 40, 80 + 14 * n)
    assert rows_on(sheet) == []


def test_the_rest_of_a_row_above_the_first_code_between_rules() -> None:
    rows = [("", "แก่ประชาชน", "", ""), *ROWS]
    sheet = drawn(rows=rows)
    flat = sorted({s.at for s in sheet.content.segments})
    sheet.content.segments[:] = [s for s in sheet.content.segments if s.at in (*flat[:2], flat[-1])]
    found = rows_on(sheet)
    assert found[0] == list(HEADS)
    assert [row[0] for row in found[1:]] == [row[0] for row in rows]
