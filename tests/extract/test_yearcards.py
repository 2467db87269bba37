"""Cards that compare years: a name, and numbers each under its year."""

from __future__ import annotations

from extract.model import Box
from tests.extract.pages import Sheet, tables_on

CARD = Box(40, 60, 240, 200)


def card(name: str = "คะแนนรวม (ITA)", years: tuple[str, ...] = ("ปี 2565", "ปี 2566")) -> Sheet:
    """A framed card; the later number stands higher than the earlier one."""
    sheet = Sheet()
    sheet.content.frames.append(CARD)
    sheet.write(name, 90, 80)
    for n, (year, number) in enumerate(zip(years, ("88.88", "91.24"), strict=True)):
        sheet.write(year, 60 + 100 * n, 120 - 8 * n)
        sheet.write(number, 62 + 100 * n, 136 - 8 * n)
    sheet.write("▲ 2.36", 160, 170)
    return sheet


def test_a_card_is_a_row_of_its_name_and_a_number_for_each_year() -> None:
    assert tables_on(card()) == [[["", "ปี 2565", "ปี 2566"], ["คะแนนรวม (ITA)", "88.88", "91.24"]]]


def is_compared(sheet: Sheet) -> bool:
    return ["", "ปี 2565", "ปี 2566"] in [row for rows in tables_on(sheet) for row in rows]


def test_years_of_a_card_are_compared() -> None:
    assert is_compared(card())


def test_words_that_are_no_years_compare_nothing() -> None:
    assert not is_compared(card(years=("ปี 2565", "เป้าหมาย")))


def test_a_name_with_a_number_is_something_else() -> None:
    assert not is_compared(card("คะแนน 91.24"))


def test_a_third_number_without_a_sign_is_in_doubt() -> None:
    sheet = card()
    sheet.write("95.00", 100, 185)
    assert not is_compared(sheet)
