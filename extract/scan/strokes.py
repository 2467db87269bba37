"""How thick the strokes of printed lines are: what tells bold print in a picture.

A stroke that is much longer than wide has two edges as long as it is, so that its width is twice
its area by its outline. Ink ends where the picture is half as dark, told between the dots: strokes
are two or three dots wide, and bold ones less than one dot wider.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.picture import Gray
from extract.scan.textlines import TextLine

# Letters are measured as if they were so many dots high.
_MEASURED = 60
# Shares of a line's dots that are surely paper, and surely ink.
_PAPER, _INK = 90, 2
# A page has bold print where its strokes are of two widths this far apart: in their quotient, and
# in how much those of either kind differ among themselves.
_BOLDER, _APART = 1.1, 1.5
# Lines count by their length in letter heights, up to the one; shorter than the other they tell
# nothing.
_MOST, _SHORT = 6.0, 1.5
# So many lines of either kind.
_LEAST = 2


class Strokes:
    """The stroke widths of a page's lines, per letter height."""

    def __init__(self, gray: Gray, lines: Sequence[TextLine]) -> None:
        self._widths = [_width(gray, line) for line in lines]
        room = [(line.x1 - line.x0) / line.body for line in lines]
        told = [
            (width, min(wide, _MOST))
            for width, wide in zip(self._widths, room, strict=True)
            if wide > _SHORT and width > 0
        ]
        self._bold = _between(sorted(told))

    def bold(self, number: int) -> bool:
        """Whether a line is printed bolder than other print of its page."""
        return self._bold is not None and self._widths[number] > self._bold


def _width(gray: Gray, line: TextLine) -> float:
    """The mean width of a line's strokes in letter heights; 0 where there is nothing to measure."""
    top = max(int(line.baseline - 1.2 * line.body), 0)
    inside = gray[top : int(line.baseline) + 1, line.x0 : line.x1]
    if min(inside.shape, default=0) < 2:
        return 0.0
    finer = max(1, round(_MEASURED / line.body))
    large = cv2.resize(inside, None, fx=finer, fy=finer, interpolation=cv2.INTER_CUBIC)
    dark, light = np.percentile(large, (_INK, _PAPER))
    ink = large < (dark + light) / 2
    edges = _outline(ink)
    return 2 * np.count_nonzero(ink) / edges / finer / line.body if edges else 0.0


def _outline(ink: npt.NDArray[np.bool_]) -> float:
    """How long the edges of ink are: lines in four directions cross them so often (Crofton)."""
    straight = np.count_nonzero(ink[1:] != ink[:-1]) + np.count_nonzero(ink[:, 1:] != ink[:, :-1])
    slanting = np.count_nonzero(ink[1:, 1:] != ink[:-1, :-1])
    slanting += np.count_nonzero(ink[1:, :-1] != ink[:-1, 1:])
    return float(np.pi / 8 * (straight + slanting / np.sqrt(2)))


def _between(widths: Sequence[tuple[float, float]]) -> float | None:
    """Between the strokes of plain and of bold print; ``None`` where all are of one kind.

    ``widths``: in order, each with how much it counts. They are parted where the two sides differ
    least among themselves.
    """
    if len(widths) < 2 * _LEAST:
        return None
    value = np.log([width for width, _ in widths])
    weight = np.array([count for _, count in widths])
    sums = [np.cumsum(weight * value**n) for n in range(3)]
    at = np.arange(_LEAST - 1, len(widths) - _LEAST)
    below = [one[at] for one in sums]
    above = [one[-1] - part for one, part in zip(sums, below, strict=True)]
    spread = [np.maximum(part[2] - part[1] ** 2 / part[0], 0) for part in (below, above)]
    best = int(np.argmin(spread[0] + spread[1]))
    plain, bold = (part[1][best] / part[0][best] for part in (below, above))
    among = sum(
        np.sqrt(one[best] / part[0][best]) for one, part in zip(spread, (below, above), strict=True)
    )
    far = bold - plain
    return float(np.exp((plain + bold) / 2)) if far > max(np.log(_BOLDER), _APART * among) else None
