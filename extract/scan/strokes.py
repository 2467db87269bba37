"""How thick the strokes of a printed line are: what tells bold print in a picture."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.rules import Mask
from extract.scan.textlines import TextLine

# Bold strokes are this much thicker, for their letter height, than the page's usual ones.
_BOLDER = 1.28


class Strokes:
    """The stroke widths of a page's lines, per letter height."""

    def __init__(self, ink: Mask, lines: Sequence[TextLine]) -> None:
        depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
        self._widths = [_width(np.asarray(depth, np.float32), line) for line in lines]
        room = [(w, line.x1 - line.x0) for w, line in zip(self._widths, lines, strict=True)]
        self._usual = _weighted_median(room)

    def bold(self, number: int) -> bool:
        """Whether a line is printed bolder than most of its page."""
        return self._widths[number] > _BOLDER * self._usual > 0


def _width(depth: npt.NDArray[np.float32], line: TextLine) -> float:
    top = max(int(line.baseline - 1.2 * line.body), 0)
    inside = depth[top : int(line.baseline) + 1, line.x0 : line.x1]
    inside = inside[inside > 0]
    # The mean distance of ink from the edge is a quarter of the stroke's width.
    return float(inside.mean()) / line.body if inside.size else 0.0


def _weighted_median(values: Sequence[tuple[float, int]]) -> float:
    ordered = sorted(values)
    half, seen = sum(weight for _, weight in ordered) / 2, 0.0
    for value, weight in ordered:
        seen += weight
        if seen >= half:
            return value
    return 0.0
