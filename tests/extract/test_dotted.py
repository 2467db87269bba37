"""Dotted rules, and dots that are none."""

from __future__ import annotations

from itertools import pairwise

from extract.content import Content, Segment, Shade
from extract.model import Box
from extract.rules.dotted import with_dotted_rules
from tests.extract.pages import Sheet


def dots(y: float, x0: float, x1: float, *, upright: bool = False) -> list[Segment]:
    """Dots as thick as they are long, 1.5 points apart; either way of a tiny rule."""
    count = int((x1 - x0) / 1.5)
    xs = [x0 + 1.5 * n for n in range(count + 1)]
    if upright:
        return [Segment(False, x, y - 0.4, y + 0.4) for x in xs]
    return [Segment(True, y, x - 0.4, x + 0.4) for x in xs]


def ruled(drawn: list[Segment]) -> list[Segment]:
    return with_dotted_rules(Content(600, 800, segments=drawn))


def test_dots_from_one_place_to_another_are_the_borders_of_rows() -> None:
    drawn = [*dots(100, 60, 540), *dots(130, 60, 540, upright=True), *dots(160, 60, 540)]
    found = sorted(ruled(drawn), key=lambda s: s.at)
    assert [(s.horizontal, round(s.at), round(s.start)) for s in found] == [
        (True, y, 60) for y in (100, 130, 160)
    ]
    assert all(abs(s.end - 540) < 2 for s in found)


def test_dots_that_lead_from_words_to_numbers_begin_elsewhere_each() -> None:
    drawn = [*dots(100, 160, 540), *dots(130, 220, 540), *dots(160, 310, 540)]
    assert ruled(drawn) == drawn


def test_a_few_dots_are_no_rule() -> None:
    drawn = [s for y in (100, 130, 160) for s in dots(y, 60, 72)]
    assert ruled(drawn) == drawn


def test_other_rules_stay() -> None:
    rule = Segment(True, 50, 60, 540)
    found = ruled([rule, *(s for y in (100, 130, 160) for s in dots(y, 60, 540))])
    assert rule in found and len(found) == 4


def test_a_rule_of_dots_and_discs_between_the_ends_of_other_rules() -> None:
    sheet = Sheet()
    borders = [Segment(True, y, a, b) for y in (80, 120) for a, b in ((60, 140), (140, 400))]
    # Every third dot is painted as an area, a little lower than the others.
    areas = [Shade(Box(x, 99.7, x + 0.7, 100.4), white=False) for x in range(63, 398, 6)]
    sheet.content.shades += areas
    sheet.rule(*borders, *(s for s in dots(100, 60, 400) if round(s.start - 60) % 6))
    long = [s for s in with_dotted_rules(sheet.content) if s.end - s.start > 9]
    (rule,) = [s for s in long if s not in borders]
    assert abs(rule.at - 100) < 1 and abs(rule.start - 60) < 3 and abs(rule.end - 400) < 3
    # The same dots on a line of words, from some to others, lead up to a number.
    sheet.write("ข้อ", 48, 100)
    sheet.write("91", 402, 100)
    assert [s for s in with_dotted_rules(sheet.content) if s.end - s.start > 9] == borders


def test_borders_of_cells_end_where_others_cross_them() -> None:
    ys, xs = (100.0, 118.0, 160.0), (60.0, 130.0, 200.0)
    flat = [s for y in ys for a, b in pairwise(xs) for s in dots(y, a, b)]
    sides = [
        Segment(True, y + 1.5 * n, x - 0.4, x + 0.4)
        for x in xs
        for y, end in pairwise(ys)
        for n in range(1, int((end - y) / 1.5))
    ]
    long = [s for s in ruled([*flat, *sides]) if s.end - s.start > 9]
    assert {round(s.at) for s in long if s.horizontal} == {100, 118, 160}
    upright = {
        (round(s.at), round(s.start, -1), round(s.end, -1)) for s in long if not s.horizontal
    }
    assert upright == {(60, 100, 160), (130, 100, 160), (200, 100, 160)}


def test_dots_below_the_shaded_cells_of_a_header_are_rules_beside_another_tables_words() -> None:
    sheet = Sheet()
    for x0, x1 in ((33.0, 52.0), (52.0, 170.0), (170.0, 204.0)):
        sheet.shade(Box(x0, 72, x1, 93))
    sheet.rule(*(s for y in (110.0, 140.0) for s in dots(y, 33, 204)))
    # The codes of this table and of the next one stand on the level of the dots.
    sheet.write("I4", 34, 115)
    sheet.write("E2", 212, 115)
    found = [s for s in with_dotted_rules(sheet.content) if s.end - s.start > 9]
    assert [(s.at, round(s.start)) for s in found] == [(110.0, 33), (140.0, 33)]
