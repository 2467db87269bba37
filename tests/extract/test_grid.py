"""Ruled lines to cells: spans, doubled, dotted and missing rules, open rows."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.content import Segment
from extract.tables.grid import Grid, GridCell, find_grids
from tests.extract.pages import across, down, ruled

XS, YS = (50.0, 150.0, 300.0, 400.0), (100.0, 130.0, 180.0, 260.0)


def one(segments: list[Segment]) -> Grid:
    (grid,) = find_grids(segments, 842, 595)
    return grid


def spans(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) -> (rows, columns) of the cells that cover more than one square."""
    return {
        (c.row, c.column): (c.row_span, c.column_span)
        for c in grid.cells
        if c.row_span * c.column_span > 1
    }


def test_plain_grid() -> None:
    grid = one(ruled(XS, YS))
    assert (grid.xs, grid.ys) == (XS, YS)
    assert [(c.row, c.column) for c in grid.cells] == [(r, c) for r in range(3) for c in range(3)]
    assert spans(grid) == {}
    assert not any(c.open_top or c.open_bottom for c in grid.cells)
    first = grid.cells[0].box
    assert (first.x0, first.top, first.x1, first.bottom) == (50, 100, 150, 130)


def test_dots_of_a_rule_far_below_move_no_rule() -> None:
    # Each dot of a dotted rule is a little square: its sides stand 1.5 points from the next one's.
    at = [50 + 1.5 * n for n in range(200)]
    dots = [s for x in at for s in (across(400, x, x + 0.7), down(x, 400, 400.7))]
    (grid,) = find_grids([*ruled((50, 350), (100, 140)), *dots], 842, 595)
    assert grid.xs == pytest.approx((50, 350), abs=0.1) and grid.ys == (100, 140)


def test_spans_of_rows_and_columns() -> None:
    segments = [
        *(across(y, 50, 400) for y in (100, 260)),
        across(130, 50, 400),
        across(180, 150, 400),  # not under the first column: it spans two rows
        *(down(x, 100, 260) for x in (50, 150, 400)),
        down(300, 130, 260),  # not in the first row: it spans two columns
    ]
    assert spans(one(segments)) == {(0, 1): (1, 2), (1, 0): (2, 1)}


def test_borders_drawn_cell_by_cell_are_one_rule() -> None:
    segments = []
    for top, bottom in itertools.pairwise(YS):
        for left, right in itertools.pairwise(XS):
            segments += [across(y, left, right) for y in (top + 0.4, bottom - 0.4)]
            segments += [down(x, top, bottom) for x in (left + 0.4, right - 0.4)]
    grid = one(segments)
    assert len(grid.cells) == 9
    assert spans(grid) == {}


def test_doubled_rules_make_no_cells_between_them() -> None:
    doubled = [across(y + 2, 50, 400) for y in YS] + [down(x + 2, 100, 260) for x in XS]
    grid = one(ruled(XS, YS) + doubled)
    assert len(grid.cells) == 9


def test_dotted_rules_are_rules() -> None:
    dots = [across(130, x, x + 1.5) for x in range(50, 400, 4)]
    segments = [r for r in ruled(XS, YS) if not (r.horizontal and r.at == 130)] + dots
    assert len(one(segments).cells) == 9


def test_dashes_that_are_too_far_apart_are_none() -> None:
    dashes = [across(130, x, x + 5) for x in range(50, 400, 40)]
    segments = [r for r in ruled(XS, YS) if not (r.horizontal and r.at == 130)] + dashes
    assert len(one(segments).ys) == 3


def test_rules_that_just_miss_each_other_still_meet() -> None:
    segments = [across(y, 52, 398) for y in YS] + [down(x, 101.5, 258) for x in XS]
    assert len(one(segments).cells) == 9


def test_missing_rule_merges_what_it_would_part() -> None:
    """A rule missing in one square only leaves an L of squares, read row by row."""
    segments = [r for r in ruled(XS, YS) if not (r.horizontal and r.at == 130)]
    segments += [across(130, 50, 150), across(130, 300, 400)]
    grid = one(segments)
    assert spans(grid) == {(0, 1): (2, 1)}
    segments = [r for r in segments if not (not r.horizontal and r.at == 300)]
    segments += [down(300, 130, 260)]
    grid = one(segments)
    squares = [(r, c) for cell in grid.cells for r in rows(cell) for c in columns(cell)]
    assert sorted(squares) == [(r, c) for r in range(3) for c in range(3)]


def rows(cell: GridCell) -> range:
    return range(cell.row, cell.row + cell.row_span)


def columns(cell: GridCell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def test_row_cut_open_by_the_page_end() -> None:
    segments = [across(y, 50, 400) for y in (100, 130)] + [down(x, 100, 560) for x in XS]
    grid = one(segments)
    assert list(grid.ys) == [100, 130, 560]
    assert [c.open_bottom for c in grid.cells] == [False] * 3 + [True] * 3


def test_row_that_began_on_the_page_before() -> None:
    segments = [across(y, 50, 400) for y in (200, 260)] + [down(x, 40, 260) for x in XS]
    grid = one(segments)
    assert list(grid.ys) == [40, 200, 260]
    assert [c.open_top for c in grid.cells] == [True] * 3 + [False] * 3


def test_page_filled_by_one_row_has_no_cross_rule() -> None:
    grid = one([down(x, 40, 560) for x in XS])
    assert [(c.row, c.column, c.open_top, c.open_bottom) for c in grid.cells] == [
        (0, column, True, True) for column in range(3)
    ]


def test_two_tables_of_a_page_come_from_top_to_bottom() -> None:
    lower = ruled(XS, (400.0, 430.0, 460.0))
    grids = find_grids(lower + ruled(XS[:3], YS), 842, 595)
    assert [len(g.xs) for g in grids] == [3, 4]
    assert [g.box.top for g in grids] == [100, 400]


@pytest.mark.parametrize(
    "segments",
    [
        [],
        [across(100, 50, 400)],
        [down(50, 100, 300)],
        [across(100, 50, 400), across(140, 50, 400)],
        [down(50, 100, 104), down(60, 100, 104)],
    ],
)
def test_lines_that_make_no_table(segments: list[Segment]) -> None:
    assert find_grids(segments, 842, 595) == []


def test_rules_off_the_page_are_not_seen() -> None:
    hidden = ruled((50.0, 150.0, 250.0), (700.0, 740.0))
    assert find_grids(hidden, 842, 595) == []


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    widths = draw(st.lists(st.integers(12, 90), min_size=2, max_size=7))
    heights = draw(st.lists(st.integers(12, 60), min_size=1, max_size=7))
    xs, ys = [30.0], [40.0]
    for width in widths:
        xs.append(xs[-1] + width)
    for height in heights:
        ys.append(ys[-1] + height)
    return xs, ys


@given(grids(), st.randoms(use_true_random=False), st.integers(0, 25))
def test_cells_always_cover_the_grid_once(
    drawn: tuple[list[float], list[float]],
    random: Random,
    missing: int,
) -> None:
    """Whichever inner sides are not drawn: no square is lost, none is in two cells."""
    xs, ys = drawn
    sides = [across(y, a, b) for y in ys[1:-1] for a, b in itertools.pairwise(xs)]
    sides += [down(x, a, b) for x in xs[1:-1] for a, b in itertools.pairwise(ys)]
    random.shuffle(sides)
    frame = [r for r in ruled(xs, ys) if r.at in (xs[0], xs[-1], ys[0], ys[-1])]
    for grid in find_grids(frame + sides[missing:], 842, 595):
        squares = [(r, c) for cell in grid.cells for r in rows(cell) for c in columns(cell)]
        wanted = [(r, c) for r in range(len(grid.ys) - 1) for c in range(len(grid.xs) - 1)]
        assert sorted(squares) == wanted


@given(grids(), st.floats(-0.6, 0.6), st.randoms(use_true_random=False))
def test_jitter_of_the_printer_changes_nothing(
    drawn: tuple[list[float], list[float]],
    jitter: float,
    random: Random,
) -> None:
    xs, ys = drawn
    segments = [
        Segment(s.horizontal, s.at + random.choice((0.0, jitter)), s.start + jitter, s.end)
        for s in ruled(xs, ys)
    ]
    grid = one(segments)
    assert len(grid.cells) == (len(xs) - 1) * (len(ys) - 1)
