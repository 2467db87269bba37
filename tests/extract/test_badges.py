"""Codes on a small coloured ground, beside the words of their line."""

from __future__ import annotations

from extract.model import Box
from extract.rules.badges import without_badges
from extract.text.clusters import Letters, clusters_of
from tests.extract.pages import BOLD, Sheet, across, rows_on

ITEMS = (
    ("I1", "เต็มใจให้บริการ", "96.80"),
    ("I2", "อำนวยความสะดวก", "85.41"),
    ("I3", "เรียกรับสินบน", "85.26"),
)


def listed() -> Sheet:
    """A list of items, the code of each on a badge."""
    sheet = Sheet()
    for n, (code, title, score) in enumerate(ITEMS):
        y = 100.0 + 24 * n
        sheet.write(code, 60, y)
        sheet.shade(Box(54, y - 12, 78, y + 4))
        sheet.write(title, 100, y)
        sheet.write(score, 500, y)
    return sheet


def kept(sheet: Sheet) -> int:
    """How many shades are left of a page."""
    words = Letters(clusters_of(sheet.content.glyphs))
    return len(without_badges(sheet.content, words).shades)


def test_badges_are_no_cells() -> None:
    assert kept(listed()) == 0
    assert rows_on(listed()) == [list(item) for item in ITEMS]


def test_a_shade_with_others_beside_it_is_a_cell() -> None:
    sheet = listed()
    for n in range(len(ITEMS)):
        sheet.shade(Box(78, 88 + 24 * n, 480, 104 + 24 * n))
    assert kept(sheet) == len(sheet.content.shades)


def test_so_is_one_that_a_rule_runs_along() -> None:
    sheet = listed()
    for n in range(len(ITEMS)):
        sheet.rule(across(104.0 + 24 * n, 54, 540))
    assert kept(sheet) == len(ITEMS)


def test_words_on_a_ground_are_no_badge() -> None:
    sheet = Sheet()
    sheet.write("ผลคะแนน", 60, 100, font=BOLD)
    sheet.shade(Box(54, 88, 120, 104))
    sheet.write("ของปี", 140, 100)
    assert kept(sheet) == 1
