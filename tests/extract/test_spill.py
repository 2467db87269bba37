"""Lines of a cell that the page end cuts, below the end of its rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.tables.grid import Grid, plain_grid
from extract.tables.spill import with_spilled_lines
from extract.text.clusters import Cluster, clusters_of
from tests.extract.pages import Sheet

XS, YS = (40.0, 140.0, 280.0, 420.0), (400.0, 440.0, 480.0)


def _grid(opened: Sequence[int]) -> Grid:
    grid = plain_grid(XS, YS)
    cells = (replace(c, open_bottom=c.row == 1 and c.column in opened) for c in grid.cells)
    return replace(grid, cells=tuple(cells))


def _clusters(*lines: tuple[str, float, float]) -> list[Cluster]:
    page = Sheet(1)
    for text, x, y in lines:
        page.write(text, x, y)
    return clusters_of(page.content.glyphs)


def test_lines_right_below_are_those_of_the_open_cells() -> None:
    words = _clusters(("ได้รับบริการ", 285, 470), ("ไม่เท่ากัน", 285, 490), ("เลขหน้า", 285, 560))
    (grid,) = with_spilled_lines([_grid([0, 2])], words)
    assert 490 < grid.ys[-1] < 500
    assert [c.box.bottom for c in grid.cells if c.row == 1] == [grid.ys[-1]] * 3


def test_lines_below_closed_cells_are_no_cells() -> None:
    below = _clusters(("ไม่เท่ากัน", 285, 490))
    for opened in ([], [0]):
        grid = _grid(opened)
        assert with_spilled_lines([grid], below) == [grid]
    far = _clusters(("ไม่เท่ากัน", 285, 530))
    assert with_spilled_lines([_grid([2])], far) == [_grid([2])]
    assert with_spilled_lines([], far) == []
