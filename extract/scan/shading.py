"""Areas of a picture on another ground: white print on dark bars, shaded cells and bands.

Dark bars are turned to dark print on light; all such areas become shades, whose edges bound cells
where no rules do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from extract.content import Segment, Shade
from extract.model import Box
from extract.scan.badges import badges, corners
from extract.scan.picture import Gray, dots_of
from extract.scan.shadeparts import SIDES, fitted, parts_of
from extract.tables.grid import Grid

# A ground this much darker than the page's paper is shaded (gray levels), or a dark bar (share).
_SHADED, _DARK = 7.0, 0.55
# The same of areas outside ruled tables, and how tall those are at least (points).
_BAND, _ROOM = 12.0, 13.0
# The paper around a shaded area begins within this (points).
_AROUND = 200.0
# Resolution at which grounds are looked at; smallest areas that count, in points.
_COARSE, _HEIGHT, _WIDTH = 50.0, 9.0, 40.0
# The ground of a dark bar that was turned light: this share of its dots is darker (percent).
_GROUND = 60.0
# Dark areas taller than this (points) are pictures.
_TALLEST = 120.0
# The sides of a dark area are looked for this near (points) to where they are seen coarsely.
_MISSED = 4.0
# Rules that end together do so within this, and shades end with them that end so near (points).
_TOGETHER, _OFF = 2.0, 8.0
# The ground beside an area is looked at in strips so wide (points), and is so much lighter.
_STRIP, _LIGHTER = 2.0, 4.0
# An area as near to the edge of the page (points) runs over it.
_BORDER = 4.0
# An area is a rectangle when it fills this share of its box.
_FILLED = 0.85


def dark_bars(gray: Gray, grids: Sequence[Grid], dots_per_inch: float) -> list[Box]:
    """Boxes (points) of dark bars with print on them; what fills no cell is a picture in it."""
    zoom = _COARSE / dots_per_inch
    small = cv2.resize(gray, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    ground = np.asarray(cv2.medianBlur(np.asarray(small, np.uint8), 7), np.uint8)
    dark = ground < _DARK * float(np.median(ground))
    cells = [cell.box for grid in grids for cell in grid.cells]
    large = [
        _fitted(gray, bar, 72 / dots_per_inch)
        for bar in _rectangles(dark, 72 / _COARSE)
        if bar.height <= _TALLEST and all(_fills(bar, cell) for cell in cells if _in(bar, cell))
    ]
    return large + [
        badge
        for badge in badges(gray, 72 / dots_per_inch)
        if not any(bar.holds(*badge.centre) for bar in large)
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
        turned = 255 - light[rows, columns]
        outside = corners(light[rows, columns])
        if outside.any():
            turned[outside] = np.percentile(turned, _GROUND)
        light[rows, columns] = turned
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
    areas = _shaded(gray, np.asarray(small), usual, 72 / dots_per_inch)
    # Dense small print darkens the paper it stands on a little; a band has room for a line.
    return found + [
        Shade(part, white=False)
        for box in areas
        if box.height >= _ROOM and not any(area.holds(*box.centre) for area in known)
        for part in parts_of(gray, box, 72 / dots_per_inch)
    ]


def ending_together(shades: Sequence[Shade], rules: Sequence[Segment]) -> list[Shade]:
    """The shades, their sides where several level rules end that end near them.

    A shaded head is as wide as its table; uneven light hides where exactly a shade ends.
    """
    level = [s for s in rules if s.horizontal]
    left, right = (
        _shared(sorted(ends)) for ends in ([s.start for s in level], [s.end for s in level])
    )
    return [
        replace(s, box=replace(s.box, x0=_nearest(s.box.x0, left), x1=_nearest(s.box.x1, right)))
        for s in shades
    ]


def _shared(ends: list[float]) -> list[float]:
    """Where several rules end."""
    return [b for a, b, c in zip(ends, ends[1:], ends[2:], strict=False) if c - a <= _TOGETHER]


def _nearest(side: float, ends: Sequence[float]) -> float:
    near = min(ends, key=lambda end: abs(end - side), default=side)
    return near if abs(near - side) <= _OFF else side


def _shaded(gray: Gray, small: Gray, usual: float, points: float) -> list[Box]:
    """Shaded areas; of light ones, that dense print might make too, those with sharp edges.

    ``small``: the paper, coarsely; ``usual``: its level where nothing is shaded.
    """
    # Light falls unevenly: what is light here is shaded there. Areas are compared with the lightest
    # paper around them.
    around = np.ones((round(_AROUND * _COARSE / 72),) * 2, np.uint8)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, around, borderType=cv2.BORDER_REPLICATE)
    shaded = small.astype(np.float32) < paper.astype(np.float32) - _SHADED
    light = _rectangles(np.asarray(shaded, np.bool_), 72 / _COARSE)
    shown = [fitted(gray, box, points) for box in light]
    areas = [box for box, sharp in shown if sharp >= SIDES]
    dark = _rectangles(small < usual - _BAND, 72 / _COARSE)
    page = Box(0, 0, gray.shape[1] * points, gray.shape[0] * points)
    # Where a lamp or a fold darkens the paper, it gets darker by degrees.
    return areas + [
        box
        for least, box, sharp in ((_least(b, page), *fitted(gray, b, points)) for b in dark)
        if sharp >= least
        and _darker_sides(gray, box, points) >= least
        and not any(one.holds(*box.centre) for one in areas)
    ]


def _least(area: Box, page: Box) -> int:
    """How many sides of a darker area are sharp: all but one, or all but those of the page."""
    gaps = (area.x0 - page.x0, area.top - page.top, page.x1 - area.x1, page.bottom - area.bottom)
    outer = sum(gap < _BORDER for gap in gaps)
    return len(gaps) - max(outer, 1)


def _darker_sides(gray: Gray, area: Box, points: float) -> int:
    """On how many sides of an area the ground is lighter just outside than just inside."""
    wide = _STRIP
    x0, top, x1, bottom = area.x0, area.top, area.x1, area.bottom
    strips = [
        (Box(x0 - 2 * wide, top, x0 - wide, bottom), Box(x0 + wide, top, x0 + 2 * wide, bottom)),
        (Box(x1 + wide, top, x1 + 2 * wide, bottom), Box(x1 - 2 * wide, top, x1 - wide, bottom)),
        (Box(x0, top - 2 * wide, x1, top - wide), Box(x0, top + wide, x1, top + 2 * wide)),
        (
            Box(x0, bottom + wide, x1, bottom + 2 * wide),
            Box(x0, bottom - 2 * wide, x1, bottom - wide),
        ),
    ]
    shown = ((gray[dots_of(a, points)], gray[dots_of(b, points)]) for a, b in strips)
    return sum(
        float(np.percentile(out, _GROUND)) > float(np.percentile(own, _GROUND)) + _LIGHTER
        for out, own in shown
        if out.size and own.size
    )


def _rectangles(mask: npt.NDArray[np.bool_], points: float) -> list[Box]:
    """The boxes (points) of connected areas that fill theirs, and of parts of others that do."""
    clean = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(clean, connectivity=4)
    found: list[tuple[int, int, int, int]] = []
    for number, (x, y, width, height, area) in enumerate(stats[1:count].tolist(), 1):
        if area >= _FILLED * width * height:
            found.append((x, y, x + width, y + height))
        elif height * points >= _HEIGHT and width * points >= _WIDTH:
            own = labels[y : y + height, x : x + width] == number
            found += [(x + a, y + b, x + c, y + d) for a, b, c, d in _bands(own)]
    return [
        Box(x0 * points, y0 * points, x1 * points, y1 * points)
        for x0, y0, x1, y1 in found
        if (y1 - y0) * points >= _HEIGHT and (x1 - x0) * points >= _WIDTH
    ]


def _bands(own: npt.NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Rows of one area that reach equally far, as (x0, y0, x1, y1): a head over a shaded column."""
    left = own.argmax(axis=1)
    right = own.shape[1] - own[:, ::-1].argmax(axis=1)
    found: list[tuple[int, int, int, int]] = []
    start = 0
    for row in range(1, len(own) + 1):
        if (
            row < len(own)
            and max(abs(left[row] - left[row - 1]), abs(right[row] - right[row - 1])) <= 1
        ):
            continue
        x0, x1 = int(np.median(left[start:row])), int(np.median(right[start:row]))
        if x1 > x0 and own[start:row, x0:x1].mean() >= _FILLED:
            found.append((x0, start, x1, row))
        start = row
    return found
