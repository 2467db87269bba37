"""Long straight runs of a picture's mask: what rules are found as."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.uint8]

# Shortest rule and thickest one, in inches: shorter runs are strokes of letters, thicker bars.
_SHORTEST, _THICKEST = 0.21, 0.045


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in dots of the picture: its middle ``at`` across, from ``start`` to ``end`` along."""

    horizontal: bool
    at: float
    start: int
    end: int
    thickness: int


def runs_along(ink: Mask, dots_per_inch: float) -> list[Rule]:
    """The level runs of a mask that are long and thin."""
    length = max(int(_SHORTEST * dots_per_inch), 8)
    # A rule askew by a hair climbs a dot now and then: joined across its steps, then opened.
    grown = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(grown, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    thickest = _THICKEST * dots_per_inch + 3
    found = []
    for x, y, width, height, area in stats[1:count].tolist():
        thick = area / width - 2  # without what the growing added
        if thick > thickest or height > thickest + 0.012 * width + 2 or width < 4 * thick:
            continue
        found.append(Rule(True, y + (height - 1) / 2, x, x + width, max(round(thick), 1)))
    return found
