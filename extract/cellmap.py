"""Which cell of a page's grids holds a point, asked once for every character of the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.grid import Grid

Spot = tuple[int, int]


class CellMap:
    """The cells of a page's grids.

    Two points between the same edges, or on the same ones, lie in the same cells; so the cells are
    gone through only once for all points that lie alike.
    """

    def __init__(self, grids: Sequence[Grid]) -> None:
        self._grids = grids
        boxes = [box for grid in grids for box in (grid.box, *(c.box for c in grid.cells))]
        self._xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
        self._ys = sorted({y for box in boxes for y in (box.top, box.bottom)})
        self._known: dict[tuple[int, int, int, int], Spot | None] = {}

    def at(self, x: float, y: float) -> Spot | None:
        """Grid and cell of the smallest cell that holds a point, edges included.

        A table may stand inside another's cell.
        """
        xs, ys = self._xs, self._ys
        key = (bisect_left(xs, x), bisect_right(xs, x), bisect_left(ys, y), bisect_right(ys, y))
        try:
            return self._known[key]
        except KeyError:
            spot = self._known[key] = self._smallest(x, y)
            return spot

    def _smallest(self, x: float, y: float) -> Spot | None:
        best: tuple[float, int, int] | None = None
        for g, grid in enumerate(self._grids):
            if not grid.box.holds(x, y):
                continue
            for i, cell in enumerate(grid.cells):
                if cell.box.holds(x, y):
                    area = cell.box.width * cell.box.height
                    if best is None or area < best[0]:
                        best = (area, g, i)
        return None if best is None else best[1:]
