"""Names whose cells have no rules beside rows that have them."""

from __future__ import annotations

from tests.extract.pages import Sheet, across, down, rows_on

XS = (40.0, 300.0, 380.0)
NAMES = ("ที่จอดรถ", "ห้องน้ำ", "ป้ายบอกทาง")
NUMBERS = ("71.10", "80.45", "90.00")


def drawn(
    names: tuple[str, ...], pitch: float = 20.0, first: float = 94.0, *, framed: bool = False
) -> Sheet:
    """A header and three rows; nothing is drawn between the names of the rows, or before them."""
    sheet = Sheet()
    low = 80 + pitch * len(NUMBERS)
    sheet.rule(*(across(y, XS[0], XS[-1]) for y in (60, 80, low)))
    sheet.rule(*(across(80 + pitch * n, XS[1], XS[-1]) for n in range(1, len(NUMBERS))))
    sheet.rule(down(XS[0], 60, low if framed else 80), *(down(x, 60, low) for x in XS[1:]))
    sheet.write("ด้าน", 44, 74)
    sheet.write("คะแนน", 304, 74)
    for n, number in enumerate(NUMBERS):
        sheet.write(number, 304, 94 + pitch * n)
    for n, name in enumerate(names):
        sheet.write(name, 44, first + (pitch if len(names) == len(NUMBERS) else 14) * n)
    return sheet


def test_lines_beside_the_words_of_rows_are_theirs() -> None:
    assert rows_on(drawn(NAMES))[1:] == [[a, b] for a, b in zip(NAMES, NUMBERS, strict=True)]


def test_lines_of_one_name_stay_together() -> None:
    # Two lines in the middle of three rows.
    merged = rows_on(drawn(("ที่จอดรถ", "ห้องน้ำ"), first=107))
    assert merged[1][0] == "ที่จอดรถ\nห้องน้ำ" and merged[1][1] == NUMBERS[0]
    # Lines that fill the cell run on, wherever they stand.
    full = "ที่จอดรถของผู้มาติดต่อราชการซึ่งมีไม่เพียงพอในช่วงเช้า"
    assert rows_on(drawn((full, full, "ป้าย")))[1][0].startswith(full + full)
    # Lines that stand elsewhere than the numbers are of none of them.
    assert len(rows_on(drawn(NAMES, first=89))[1][0]) > len(NAMES[0])
    # A cell whose rules are drawn is one cell.
    assert len(rows_on(drawn(NAMES, framed=True))[1][0]) > len(NAMES[0])
