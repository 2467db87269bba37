"""Areas of a picture on another ground: white print on dark bars, shaded cells and bands.

Dark bars are turned to dark print on light; all such areas become shades, whose edges bound cells
where no rules do.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extract.content import Shade
from extract.model import Box
from extract.scan.picture import Gray, dots_of
from extract.scan.shadeparts import parts_of
from extract.tables.grid import Grid

# A ground this much darker than the page's paper is shaded (gray levels), or a dark bar (share).
_SHADED, _DARK = 7.0, 0.55
# The same of areas outside ruled tables, and how tall those are at least (points).
_BAND, _ROOM = 12.0, 13.0
# Resolution at which grounds are looked at; smallest areas that count, in points.
_COARSE, _HEIGHT, _WIDTH = 50.0, 9.0, 40.0
# Dark areas taller than this (points) are pictures.
_TALLEST = 120.0
# The sides of a dark area are looked for this near (points) to where they are seen coarsely.
_MISSED = 4.0
# An area is a rectangle when it fills this share of its box.
_FILLED = 0.85


def dark_bars(gray: Gray, grids: Sequence[Grid], dots_per_inch: float) -> list[Box]:
    """Boxes (points) of dark bars with print on them; what fills no cell is a picture in it."""
    zoom = _COARSE / dots_per_inch
    small = cv2.resize(gray, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    ground = np.asarray(cv2.medianBlur(np.asarray(small, np.uint8), 7), np.uint8)
    dark = ground < _DARK * float(np.median(ground))
    cells = [cell.box for grid in grids for cell in grid.cells]
    return [
        _fitted(gray, bar, 72 / dots_per_inch)
        for bar in _rectangles(dark, 72 / _COARSE, filled=_FILLED)
        if bar.height <= _TALLEST and all(_fills(bar, cell) for cell in cells if _in(bar, cell))
    ]


def _fitted(gray: Gray, bar: Box, points: float) -> Box:
    """A dark bar with its sides where the dark ground ends, to the dot."""
    rows, columns = dots_of(bar, points)
    reach = round(_MISSED / points)
    top, bottom = (
        _side(gray[:, columns], at, way, reach) for at, way in ((rows.start, 1), (rows.stop, -1))
    )
    left, right = (
        _side(gray[rows].T, at, way, reach) for at, way in ((columns.start, 1), (columns.stop, -1))
    )
    if bottom - top < reach or right - left < reach:
        return bar
    return Box(left * points, top * points, right * points, bottom * points)


def _side(gray: Gray, at: int, way: int, reach: int) -> int:
    """The row where a dark area begins (``way`` 1) or ends, looked for near a row."""
    low, high = max(at - reach, 0), min(at + reach + 1, gray.shape[0])
    shown = np.median(gray[low:high], axis=1)
    dark = np.flatnonzero(shown < (float(shown.min()) + float(shown.max())) / 2)
    if not len(dark):
        return at
    return low + int(dark[0]) if way > 0 else low + int(dark[-1]) + 1


def _in(bar: Box, cell: Box) -> bool:
    return cell.holds(*bar.centre) and bar.width <= cell.width + 4


def _fills(bar: Box, cell: Box) -> bool:
    return bar.width * bar.height >= _FILLED * cell.width * cell.height


def turned_light(gray: Gray, bars: Sequence[Box], dots_per_inch: float) -> Gray:
    """The picture with its dark bars turned to dark print on light ground."""
    light = gray.copy()
    for box in bars:
        rows, columns = dots_of(box, 72 / dots_per_inch)
        light[rows, columns] = 255 - light[rows, columns]
    return light


def shades_of(
    gray: Gray, paper: Gray, bars: Sequence[Box], grids: Sequence[Grid], dots_per_inch: float
) -> list[Shade]:
    """Shaded cells of ruled tables, shaded areas outside them by their parts, and dark bars."""
    usual = float(np.median(paper))
    found = [Shade(bar, white=False) for bar in bars]
    for cell in (cell for grid in grids for cell in grid.cells):
        rows, columns = dots_of(cell.box, 72 / dots_per_inch)
        inside = paper[rows, columns][4:-4:4, 4:-4:4]
        if inside.size and float(np.median(inside)) < usual - _SHADED:
            found.append(Shade(cell.box, white=False))
    zoom = _COARSE / dots_per_inch
    small = cv2.resize(paper, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    known = (*bars, *(grid.box for grid in grids))
    areas = _rectangles(np.asarray(small) < usual - _BAND, 72 / _COARSE, filled=_FILLED)
    # Dense small print darkens the paper it stands on a little; a band has room for a line.
    return found + [
        Shade(part, white=False)
        for box in areas
        for part in parts_of(gray, box, 72 / dots_per_inch)
        if box.height >= _ROOM and not any(area.holds(*box.centre) for area in known)
    ]


def _rectangles(mask: npt.NDArray[np.bool_], points: float, filled: float) -> list[Box]:
    """The boxes (points) of connected areas that fill theirs."""
    clean = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(clean, connectivity=4)
    return [
        Box(x * points, y * points, (x + width) * points, (y + height) * points)
        for x, y, width, height, area in stats[1:count].tolist()
        if height * points >= _HEIGHT
        and width * points >= _WIDTH
        and area >= filled * width * height
    ]
