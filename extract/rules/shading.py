"""Where colour takes the place of rules: the edges of shaded cells and bands.

Some tables shade every other row and draw no rule between rows; some paint white cells on a grey
ground. The edges of such areas bound cells as well as a rule does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extract.content import Content, Segment, Shade
from extract.model import Box
from extract.tables.grid import Grid

# Smaller areas are marks behind words or parts of a picture, larger ones the page's ground.
_LEAST = 10.0
_MOST = 0.6
# So many white areas beside each other are the cells of a row.
_CELLS = 3


def shade_edges(content: Content) -> list[Segment]:
    """The four edges of every shaded area that can be a cell, a row or a band."""
    dark = [s for s in content.shades if not s.white]
    beside = _rows_beside(content.shades)
    found: list[Segment] = []
    for shade in content.shades:
        box = shade.box
        if box.width < _LEAST or box.height < _LEAST or box.height > _MOST * content.height:
            continue
        plain = shade.white and id(shade) not in beside
        if plain and not any(_over(shade, other) for other in dark):
            continue
        found += sides_of(box)
    return found


def _rows_beside(shades: Sequence[Shade]) -> set[int]:
    """White areas, by identity, in rows of as wide ones as coloured areas above or below them."""
    dark = {_ends(s.box) for s in shades if not s.white}
    rows: dict[tuple[int, int], list[Shade]] = defaultdict(list)
    for shade in shades if dark else ():
        if shade.white:
            rows[round(shade.box.top), round(shade.box.bottom)].append(shade)
    alike = (row for row in rows.values() if all(_ends(s.box) in dark for s in row))
    return {id(s) for row in alike if len({_ends(s.box) for s in row}) >= _CELLS for s in row}


def _ends(box: Box) -> tuple[int, int]:
    return round(box.x0), round(box.x1)


def sides_of(box: Box) -> list[Segment]:
    """The four edges of an area as rules."""
    across = [Segment(True, y, box.x0, box.x1) for y in (box.top, box.bottom)]
    return across + [Segment(False, x, box.top, box.bottom) for x in (box.x0, box.x1)]


def _over(shade: Shade, ground: Shade) -> bool:
    """Whether a white area is painted inside a larger coloured one."""
    a, b = shade.box, ground.box
    inside = (
        b.x0 <= a.x0 + 1 and b.top <= a.top + 1 and b.x1 >= a.x1 - 1 and b.bottom >= a.bottom - 1
    )
    return inside and (b.width > a.width + 1 or b.height > a.height + 1)


def shaded_rows(grid: Grid, content: Content) -> frozenset[int]:
    """Rows whose squares are mostly filled with a colour (headers, section bands)."""
    rows: set[int] = set()
    for r, (top, bottom) in enumerate(zip(grid.ys, grid.ys[1:], strict=False)):
        middle = (top + bottom) / 2
        width = sum(
            min(s.box.x1, grid.xs[-1]) - max(s.box.x0, grid.xs[0])
            for s in content.shades
            if not s.white
            and s.box.top <= middle <= s.box.bottom
            and s.box.height < 0.5 * content.height
        )
        if width > 0.8 * (grid.xs[-1] - grid.xs[0]):
            rows.add(r)
    return frozenset(rows)
