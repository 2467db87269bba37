"""Punched holes: dark discs near an edge of a scanned sheet, which no report prints.

ISO 838 punches holes 6 mm wide, their middles 12 mm from the edge of the sheet: two of them or
four, and more where a sheet was punched twice.
"""

from __future__ import annotations

import cv2
import numpy as np

from extract.scan.picture import Gray

# How wide a hole is and how far its middle is from an edge of the sheet at most (inches); scanners
# show a hole wider where they light it from one side.
_NARROW, _WIDE, _EDGE = 0.17, 0.33, 0.95
# A disc fills this share of the square around it, which is as wide as it is high but for a share.
_FILLED, _ROUND = (0.68, 0.88), 0.2
# A hole is darker than this share of the paper.
_DARK = 0.6
# What is painted over around a hole, for its shadow (inches).
_RIM = 0.02


def without_holes(gray: Gray, dots_per_inch: float) -> Gray:
    """The picture with paper in place of its punched holes; others as they are."""
    paper = float(np.median(gray))
    dark = (gray < _DARK * paper).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    boxes = stats[1:count]
    width, height, area = (boxes[:, n].astype(np.float64) for n in (2, 3, 4))
    seen = (np.minimum(width, height) >= _NARROW * dots_per_inch) & (
        np.maximum(width, height) <= _WIDE * dots_per_inch
    )
    seen &= np.abs(width - height) <= _ROUND * np.maximum(width, height)
    share = area / np.maximum(width * height, 1.0)
    seen &= (share >= _FILLED[0]) & (share <= _FILLED[1])
    middles = np.stack([boxes[:, 0] + width / 2, boxes[:, 1] + height / 2], axis=1)
    size = np.asarray([gray.shape[1], gray.shape[0]], np.float64)
    seen &= np.minimum(middles, size - middles).min(axis=1) <= _EDGE * dots_per_inch
    numbers = np.flatnonzero(seen) + 1
    if not len(numbers):
        return gray
    rim = 2 * round(_RIM * dots_per_inch) + 1
    holes = cv2.dilate(np.isin(labels, numbers).astype(np.uint8), np.ones((rim, rim), np.uint8))
    clean = gray.copy()
    clean[holes > 0] = int(paper)
    return clean


__all__ = ["without_holes"]
