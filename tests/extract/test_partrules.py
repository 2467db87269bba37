"""Rules over some of the columns: what stands beside them is merged."""

from __future__ import annotations

from extract.content import Segment
from extract.tables.grid import plain_grid
from extract.tables.partrules import with_partial_rules

XS = (40.0, 60.0, 230.0, 450.0, 700.0)
YS = (60.0, 80.0, 140.0, 160.0, 180.0, 240.0)


def _rules(*ends: float) -> list[Segment]:
    return [Segment(True, y, XS[0], end) for y, end in zip(YS, ends, strict=True)]


def test_cells_beside_the_rule_of_an_item_are_merged() -> None:
    grid = with_partial_rules(plain_grid(XS, YS), _rules(700, 700, 700, 225, 225, 700))
    spans = {(c.row, c.column): c.row_span for c in grid.cells}
    assert {k: v for k, v in spans.items() if v > 1} == {(2, 2): 3, (2, 3): 3}
    assert {c for c in spans if c[0] == 3} == {(3, 0), (3, 1)}


def test_a_row_that_nothing_parts_or_rules_in_the_middle_merge_nothing() -> None:
    plain = plain_grid(XS, YS)
    assert with_partial_rules(plain, _rules(700, 700, 700, 0, 225, 700)) == plain
    assert with_partial_rules(plain, _rules(700, 700, 225, 225, 225, 700)) == plain
    middle = [*_rules(700, 700, 700, 225, 700, 700), Segment(True, YS[3], XS[3], XS[4])]
    assert with_partial_rules(plain, middle) == plain


def test_cells_before_the_rule_of_an_item_are_merged_too() -> None:
    rules = [
        Segment(True, y, 40 if whole else 230, 700)
        for y, whole in zip(YS, (1, 1, 0, 0, 1, 1), strict=True)
    ]
    grid = with_partial_rules(plain_grid(XS, YS), rules)
    assert {(c.row, c.column): c.row_span for c in grid.cells if c.row_span > 1} == {
        (1, 0): 3,
        (1, 1): 3,
    }
