"""Cuts the printed lines of a picture out of it, each as a window of ink for the recogniser."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.picture import Gray, dots_of
from extract.scan.textlines import TextLine
from extract.scan.window import BASELINE, BLUR, BODY, HEIGHT, ink_of
from extract.tables.grid import Grid

# Paper beside a line, in letter heights.
_MARGIN = 0.45


def regions_of(
    grids: Sequence[Grid], shape: tuple[int, ...], points: float
) -> npt.NDArray[np.int32]:
    """For each dot the number of the table cell it lies in, 0 outside tables."""
    regions = np.zeros(shape, np.int32)
    cells = [cell for grid in grids for cell in grid.cells]
    for number, cell in enumerate(cells, 1):
        regions[dots_of(cell.box, points)] = number
    return regions


def paper_of(gray: Gray, dots_per_inch: float) -> Gray:
    """The paper under the print: the gray around it, shaded cells included."""
    zoom = 25.0 / dots_per_inch
    small = cv2.resize(gray, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(cv2.dilate(small, np.ones((3, 3), np.uint8)), 5)
    size = (gray.shape[1], gray.shape[0])
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def window_of(gray: Gray, line: TextLine) -> npt.NDArray[np.float32]:
    """The window of a line: letters of the height the recogniser knows, on its baseline."""
    scale = BODY / line.body
    x0 = line.x0 - _MARGIN * line.body
    width = max(round((line.x1 - line.x0 + 2 * _MARGIN * line.body) * scale), 16)
    top = max(int(line.baseline - 3 * line.body), 0)
    left = max(int(x0) - 4, 0)
    part = gray[top : int(line.baseline + 2 * line.body), left : line.x1 + int(line.body) + 4]
    if scale < 0.8:
        part = np.asarray(cv2.GaussianBlur(part, (0, 0), BLUR / scale), np.uint8)
    matrix = np.array(
        [
            [scale, 0.0, (left - x0) * scale],
            [0.0, scale, BASELINE - (line.baseline - top) * scale],
        ]
    )
    cut = cv2.warpAffine(
        part, matrix, (width, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return ink_of(np.asarray(cut, np.uint8))


def dot_of(line: TextLine, column: float) -> float:
    """Where in the picture (dots from the left) a column of the line's window lies."""
    return line.x0 - _MARGIN * line.body + column * line.body / BODY


def column_of(line: TextLine, dot: float) -> float:
    """Where in the line's window (columns) a place in the picture lies."""
    return (dot - line.x0 + _MARGIN * line.body) * BODY / line.body
