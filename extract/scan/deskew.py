"""How far a scanned page is turned, and the page turned straight."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.picture import Gray

# Pages lie askew by less than this in a feeder (degrees); more is a picture, not a page.
_MOST = 3.0
# Dots across in which the angle is looked for, and upright strips that are shifted for it.
_WIDTH, _STRIPS = 1600, 40


def skew_of(gray: Gray) -> float:
    """The angle in degrees by which the page must be turned counter-clockwise to be straight.

    Straight lines of text and rules give the most uneven sums of ink per row (Postl's criterion).
    The peak of thin rules is a tenth of a degree wide: coarser steps would pass it by.
    """
    zoom = min(_WIDTH / gray.shape[1], 1.0)
    small = cv2.resize(gray, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    paper = float(np.median(small))
    ink = np.clip(paper - 30 - small.astype(np.float32), 0, 120)
    if ink.sum() < 1000:
        return 0.0
    edges = np.linspace(0, ink.shape[1], _STRIPS + 1).astype(int)
    sums = np.add.reduceat(ink, edges[:-1], axis=1)
    middles = (edges[:-1] + edges[1:]) / 2 - ink.shape[1] / 2
    best = 0.0
    for reach, step in ((_MOST, 0.1), (0.1, 0.025)):
        angles = best + np.arange(-round(reach / step), round(reach / step) + 1) * step
        best = max(angles.tolist(), key=lambda a: _sharpness(sums, middles, a))
    return float(best) if abs(best) >= 0.03 else 0.0


def _sharpness(
    sums: npt.NDArray[np.float32], middles: npt.NDArray[np.float64], angle: float
) -> float:
    """Unevenness of the sums of ink along lines turned by ``angle``; ``sums`` per upright strip."""
    slope = math.tan(math.radians(angle))
    rows = np.zeros(sums.shape[0])
    for strip, middle in enumerate(middles.tolist()):
        rows += np.roll(sums[:, strip], -round(middle * slope))
    return float(np.square(np.diff(rows)).sum())


def turned(gray: Gray, angle: float) -> Gray:
    """The page turned by ``angle`` degrees counter-clockwise about its middle, same size."""
    if not angle:
        return gray
    height, width = gray.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    straight = cv2.warpAffine(
        gray, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(straight, dtype=np.uint8)
