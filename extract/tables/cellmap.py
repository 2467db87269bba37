"""Which cell of a page's grids holds a point, asked once for every character of the page."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from extract.tables.grid import Grid

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

    def along(self, points: Iterable[tuple[float, float]]) -> list[Spot | None]:
        """The cells of points in the order of the text, most of which lie beside the one before."""
        found: list[Spot | None] = []
        spot: Spot | None = None
        left = right = top = bottom = 0.0
        for x, y in points:
            if not (left < x < right and top < y < bottom):
                spot = self.at(x, y)
                left, right = _between(self._xs, x)
                top, bottom = _between(self._ys, y)
            found.append(spot)
        return found

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


def _between(edges: Sequence[float], at: float) -> tuple[float, float]:
    """The edges on either side of a place; twice the same where it lies on one."""
    before, after = bisect_left(edges, at), bisect_right(edges, at)
    if before != after:
        return at, at
    low = edges[before - 1] if before else -math.inf
    return low, edges[after] if after < len(edges) else math.inf
