"""The cells of a shaded area: parts of other shades, one above the other, and light lines between.

Tables without rules may have white borders, which show where cells are shaded: in their heads.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from extract.model import Box
from extract.scan.picture import Gray, dots_of

# A part is this high and wide at least, a line between parts this thin at most (points).
_HIGH, _WIDE, _THIN = 9.0, 12.0, 4.0
# Shades that differ by as much as this are two, and a line is lighter by as much (gray levels).
_OTHER, _LIGHTER = 5.0, 5.0
# The edges of an area are looked for this near to where they are seen coarsely (points); the ground
# changes there within this many dots.
_NEAR, _SHARP = 6.0, 5
#: Of the four sides of an area so many are sharp, if it is a shaded one.
SIDES = 3
# Print darkens less than this share (percent) of a row of dots, or of a column.
_UNDER = 90.0

Levels = npt.NDArray[np.float64]


def parts_of(gray: Gray, area: Box, points: float) -> list[Box]:
    """The parts of a shaded area, top to bottom, left to right; the area itself where it has none.

    Args:
        gray: the picture.
        area: in points.
        points: width of a dot.
    """
    rows, columns = dots_of(area, points)
    shown = gray[rows, columns]
    if min(shown.shape) < round(_HIGH / points):
        return [area]
    found: list[Box] = []
    for top, bottom in _runs(shown, points, _HIGH, steps=True):
        cells = _runs(shown[top:bottom].T, points, _WIDE, steps=False)
        found += [
            Box(
                area.x0 + left * points, area.top + top * points,
                area.x0 + right * points, area.top + bottom * points,
            )
            for left, right in cells
        ]  # fmt: skip
    return found if len(found) > 1 else [area]


def fitted(gray: Gray, area: Box, points: float) -> tuple[Box, int]:
    """An area seen coarsely with its sides where its ground changes, and how many sides do sharply.

    Args:
        gray: the picture.
        area: in points.
        points: width of a dot.
    """
    rows, columns = dots_of(area, points)
    reach = round(_NEAR / points)
    level, upright = gray[:, columns], gray[rows].T
    sides = [
        _step(shown, at, reach)
        for shown, at in (
            (upright, columns.start), (level, rows.start),
            (upright, columns.stop), (level, rows.stop),
        )
    ]  # fmt: skip
    usual = (area.x0, area.top, area.x1, area.bottom)
    places = [old if at is None else at * points for old, at in zip(usual, sides, strict=True)]
    found = Box(*places)
    if found.width < _WIDE or found.height < _HIGH:
        return area, 0
    return found, sum(at is not None for at in sides)


def _step(shown: Gray, at: int, reach: int) -> float | None:
    """Where the ground changes sharply near a row, ``None`` where it does not."""
    low = max(at - reach, 0)
    around = shown[low : at + reach + 1]
    if len(around) < 2 * _SHARP + 1 or not around.shape[1]:
        return None
    ground = _ground(around)
    jumps = np.abs(ground[_SHARP:] - ground[:-_SHARP])
    most = float(jumps.max())
    if most < _OTHER or most < 0.6 * float(np.ptp(ground)):
        return None
    near = np.flatnonzero(jumps >= 0.9 * most)
    return low + (float(near[0]) + float(near[-1])) / 2 + _SHARP / 2


def _ground(shown: Gray) -> Levels:
    """The level of each row of dots under the print on it, noise averaged out."""
    return _smooth(np.percentile(shown, _UNDER, axis=1))


def _smooth(levels: Levels) -> Levels:
    return np.asarray(np.convolve(np.pad(levels, 1, mode="edge"), np.ones(3) / 3, "valid"))


def _runs(shown: Gray, points: float, least: float, steps: bool) -> list[tuple[int, int]]:
    """Stretches of like levels between lighter lines and, where asked for, steps to others."""
    levels, middle = _ground(shown), _smooth(np.median(shown, axis=1))
    reach, thin = max(round(least / points / 2), 3), max(round(_THIN / points), 2)
    runs: list[tuple[int, int]] = []
    start = at = 0
    while at < len(levels):
        before = levels[max(at - reach, start) : at]
        usual = float(np.median(before)) if len(before) >= 3 else float(levels[at])
        line = _line_at(middle, at, usual, thin)
        ahead = np.abs(levels[at : at + reach] - usual) > _OTHER
        if steps and not line and at - start >= reach and ahead.mean() > 0.5:
            at += int(ahead.argmax())
            line = 1
        if line:
            runs.append((start, at))
            start = at = at + line
        else:
            at += 1
    runs.append((start, len(levels)))
    return [(a, b) for a, b in runs if (b - a) * points >= least]


def _line_at(levels: Levels, at: int, usual: float, thin: int) -> int:
    """How thick the lighter line is that begins here, 0 for none.

    ``levels`` are those of the middle of a row of dots: print makes it darker, never lighter.
    """
    end = at
    while end < len(levels) and levels[end] > usual + _LIGHTER / 2:
        end += 1
    light = 0 < end - at <= thin and end < len(levels)
    return end - at if light and float(levels[at:end].max()) > usual + _LIGHTER else 0


__all__ = ["SIDES", "fitted", "parts_of"]
