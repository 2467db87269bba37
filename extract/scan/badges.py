"""Small dark boxes with white print: a score on a pill, a code on a tag."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from extract.model import Box
from extract.scan.picture import Gray

# How high and how wide they are (points).
_HIGH, _WIDE = (8.0, 32.0), (16.0, 160.0)
# Dark is this share of the page's paper; the gaps that white letters make are no wider (points).
_DARK, _LETTER = 0.55, 7.0
# Of a box this share is dark, and of its rim, without the corners, which may be round.
_FILLED, _RIM, _CORNER = 0.5, 0.85, 0.3
# Boxes smaller than this (dots) have no corners to tell.
_LEAST = 8


def badges(gray: Gray, points: float) -> list[Box]:
    """The boxes (points) of small dark areas with print on them.

    Args:
        gray: the picture.
        points: width of a dot.
    """
    dark = (gray < _DARK * float(np.median(gray))).astype(np.uint8)
    letter = np.ones((1, max(round(_LETTER / points), 3)), np.uint8)
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, letter)
    thin = max(round(_HIGH[0] / points / 2), 3)
    closed = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((thin, thin), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    found = []
    for x, y, width, height, _area in stats[1:count].tolist():
        high, wide = height * points, width * points
        sized = _HIGH[0] <= high <= _HIGH[1] and _WIDE[0] <= wide <= _WIDE[1]
        if sized and wide > high and _is_badge(dark[y : y + height, x : x + width]):
            found.append(Box(x * points, y * points, (x + width) * points, (y + height) * points))
    return found


def _is_badge(dark: Gray) -> bool:
    """Whether an area is dark with light print: dark all along its rim, and mostly inside."""
    height, width = dark.shape
    if float(dark.mean()) < _FILLED:
        return False
    thick, corner = max(height // 12, 1), round(_CORNER * height)
    level = (
        dark[thick : 2 * thick, corner : width - corner],
        dark[-2 * thick : -thick, corner : width - corner],
    )
    upright = (
        dark[corner : height - corner, thick : 2 * thick],
        dark[corner : height - corner, -2 * thick : -thick],
    )
    return all(side.size and float(side.mean()) >= _RIM for side in (*level, *upright))


def corners(shown: Gray) -> npt.NDArray[np.bool_]:
    """Which dots of a dark box lie outside of its round corners."""
    height, width = shown.shape
    outside = np.zeros(shown.shape, np.uint8)
    if min(height, width) < _LEAST:
        return outside.astype(np.bool_)
    middle = (float(np.percentile(shown, 10)) + float(np.percentile(shown, 99))) / 2
    light = (shown >= middle).astype(np.uint8)
    _, labels = cv2.connectedComponents(light, connectivity=4)
    reach = min(height, width) // 2
    for rows, columns, at in (
        (slice(0, reach), slice(0, reach), (0, 0)),
        (slice(0, reach), slice(width - reach, width), (0, width - 1)),
        (slice(height - reach, height), slice(0, reach), (height - 1, 0)),
        (slice(height - reach, height), slice(width - reach, width), (height - 1, width - 1)),
    ):
        if light[at]:
            outside[rows, columns] |= labels[rows, columns] == labels[at]
    return np.asarray(cv2.dilate(outside, np.ones((3, 3), np.uint8)), np.bool_)


__all__ = ["badges", "corners"]
