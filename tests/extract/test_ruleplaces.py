"""Rules asked for by their place: what a list of all of them would answer, and no other."""

from __future__ import annotations

from random import Random

import pytest

from extract.content import Segment
from extract.rules.chains import SLACK, by_height
from extract.rules.ruleplaces import CrossRules, UprightRules

XS = [50.0, 150.0, 300.0, 500.0]


def rules_of(seed: int) -> list[Segment]:
    """Some rules near each other, in no order."""
    some = Random(seed)
    starts = [(some.random() < 0.5, some.randrange(40, 520, 10)) for _ in range(60)]
    return [
        Segment(flat, some.choice([*XS, 90.4, 93.0]), start, start + some.randrange(5, 400))
        for flat, start in starts
    ]


@pytest.mark.parametrize("seed", range(20))
def test_cross_rules_below_a_height_are_those_of_these_columns(seed: int) -> None:
    segments = rules_of(seed)
    for height in (0.0, 87.0, 90.0, 150.0, 499.0):
        below = [*CrossRules(segments).below(XS, height)]
        asked = [
            s
            for s in segments
            if s.horizontal
            and s.at > height + SLACK
            and s.start < XS[-1] - SLACK
            and s.end > XS[0] + SLACK
        ]
        assert below == sorted(asked, key=lambda s: s.at)


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("away", [0.0, 2.9, -2.9, 3.1, -3.1])
def test_columns_are_drawn_where_all_their_rules_end_or_begin(away: float, below: bool) -> None:
    ends = (100.0 + away, 200.0) if below else (20.0, 100.0 + away)
    both = [Segment(False, x, *ends) for x in XS[1:-1]]
    assert UprightRules(both).drawn(XS, 100.0, below=below) == (abs(away) < SLACK)
    assert not UprightRules(both[:1]).drawn(XS, 100.0, below=below)
    assert not UprightRules([]).drawn(XS, 100.0, below=below)


def test_a_row_is_parted_by_rules_inside_it_only() -> None:
    for x, top, low, parts in (
        (150.0, 90.0, 130.0, True),
        (150.0, 120.0, 160.0, True),
        (150.0, 129.0, 160.0, False),
        (150.0, 50.0, 102.0, False),
        (51.0, 90.0, 130.0, False),
        (700.0, 90.0, 130.0, False),
    ):
        rules = UprightRules([Segment(False, x, top, low), Segment(True, 115.0, 50.0, 500.0)])
        assert rules.part(XS, 100.0, 130.0) is parts


def test_levels_are_told_from_the_first_rule_of_each() -> None:
    heights = (10.0, 10.5, 10.7, 30.0)
    segments = [Segment(True, at, 50.0 + n, 60.0) for n, at in enumerate(heights)]
    assert [(at, len(pieces)) for at, pieces in by_height(segments)] == [
        (10.0, 2),
        (10.7, 1),
        (30.0, 1),
    ]
