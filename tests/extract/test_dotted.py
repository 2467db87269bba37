"""Dotted rules, and dots that are none."""

from __future__ import annotations

from extract.content import Segment
from extract.rules.dotted import with_dotted_rules


def dots(y: float, x0: float, x1: float, *, upright: bool = False) -> list[Segment]:
    """Dots as thick as they are long, 1.5 points apart; either way of a tiny rule."""
    count = int((x1 - x0) / 1.5)
    xs = [x0 + 1.5 * n for n in range(count + 1)]
    if upright:
        return [Segment(False, x, y - 0.4, y + 0.4) for x in xs]
    return [Segment(True, y, x - 0.4, x + 0.4) for x in xs]


def test_dots_from_one_place_to_another_are_the_borders_of_rows() -> None:
    drawn = [*dots(100, 60, 540), *dots(130, 60, 540, upright=True), *dots(160, 60, 540)]
    found = sorted(with_dotted_rules(drawn), key=lambda s: s.at)
    assert [(s.horizontal, round(s.at), round(s.start)) for s in found] == [
        (True, y, 60) for y in (100, 130, 160)
    ]
    assert all(abs(s.end - 540) < 2 for s in found)


def test_dots_that_lead_from_words_to_numbers_begin_elsewhere_each() -> None:
    drawn = [*dots(100, 160, 540), *dots(130, 220, 540), *dots(160, 310, 540)]
    assert with_dotted_rules(drawn) == drawn


def test_a_few_dots_are_no_rule() -> None:
    drawn = [s for y in (100, 130, 160) for s in dots(y, 60, 72)]
    assert with_dotted_rules(drawn) == drawn


def test_other_rules_stay() -> None:
    rule = Segment(True, 50, 60, 540)
    found = with_dotted_rules([rule, *(s for y in (100, 130, 160) for s in dots(y, 60, 540))])
    assert rule in found and len(found) == 4
