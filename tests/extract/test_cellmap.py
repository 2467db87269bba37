"""Which cell holds a point, against going through all cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Box
from extract.tables.cellmap import CellMap, Spot
from extract.tables.grid import Grid, GridCell

EDGES = [0.0, 10.0, 20.0, 35.0, 50.0]
edges = st.lists(st.sampled_from(EDGES), min_size=2, max_size=4, unique=True).map(sorted)
points = st.sampled_from([-1.0, *EDGES, 4.0, 15.0, 20.5, 49.0, 60.0, float("nan"), float("inf")])


def grid(xs: list[float], ys: list[float]) -> Grid:
    """A grid without spans."""
    cells = [
        GridCell(r, c, 1, 1, Box(xs[c], ys[r], xs[c + 1], ys[r + 1]))
        for r in range(len(ys) - 1)
        for c in range(len(xs) - 1)
    ]
    return Grid(tuple(xs), tuple(ys), tuple(cells))


def smallest(grids: list[Grid], x: float, y: float) -> Spot | None:
    """The first of the smallest cells around a point."""
    holding = [
        (cell.box.width * cell.box.height, g, i)
        for g, one in enumerate(grids)
        for i, cell in enumerate(one.cells)
        if cell.box.holds(x, y)
    ]
    return min(holding)[1:] if holding else None


@given(
    st.lists(st.builds(grid, edges, edges), max_size=3),
    st.lists(st.tuples(points, points), max_size=20),
)
def test_the_smallest_cell_around_a_point(
    grids: list[Grid], asked: list[tuple[float, float]]
) -> None:
    cells, expected = CellMap(grids), [smallest(grids, *point) for point in asked]
    assert [cells.at(*point) for point in asked] == expected
    assert CellMap(grids).along(asked) == expected


def test_a_table_inside_a_cell() -> None:
    outer, inner = grid([0, 20, 50], [0, 50]), grid([10, 15, 20], [10, 20])
    cells = CellMap([outer, inner])
    assert cells.at(12, 12) == (1, 0)
    assert cells.at(5, 5) == (0, 0)
    assert cells.at(30, 30) == (0, 1)
    assert cells.at(60, 5) is None
