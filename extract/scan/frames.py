"""Frames with rounded corners, as cards have: four rules that end a little before they meet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

from extract.content import Segment
from extract.model import Box
from extract.scan.picture import Gray, dots_of
from extract.scan.ruleruns import Mask

# The radius of a corner, and by how much the four of one frame differ (points).
_NONE, _LEAST, _MOST, _ALIKE = 0.4, 1.5, 14.0, 4.0
# A bow begins and ends as near to the corner that two rules would make (points).
_BOW = 3.5
# A frame is as wide and as high as this (points) at least.
_WIDE, _HIGH = 40.0, 24.0


def framed(segments: Sequence[Segment]) -> tuple[list[Segment], list[Box]]:
    """The rules that are no sides of frames with rounded corners, and the frames.

    Args:
        segments: all rules of a page.
    """
    level = sorted((s for s in segments if s.horizontal), key=lambda s: s.at)
    upright = [s for s in segments if not s.horizontal]
    frames: list[Box] = []
    used: set[int] = set()
    for n, top in enumerate(level):
        if id(top) in used:
            continue
        for bottom in level[n + 1 :]:
            sides = _sides(top, bottom, upright)
            if sides is None:
                continue
            left, right = sides
            frames.append(Box(left.at, top.at, right.at, bottom.at))
            used |= {id(one) for one in (top, bottom, left, right)}
            break
    return [s for s in segments if id(s) not in used], frames


def without_corners(
    gray: Gray, ink: Mask, paper: Gray, frames: Sequence[Box], points: float
) -> tuple[Gray, Mask]:
    """The picture and its ink without what is left of the bent corners of frames.

    Next to the first letters of a card they look like more letters.
    """
    if not frames:
        return gray, ink
    clean, left = gray.copy(), ink.copy()
    for frame in frames:
        for x, y in product((frame.x0, frame.x1), (frame.top, frame.bottom)):
            place = dots_of(Box(x - _MOST, y - _MOST, x + _MOST, y + _MOST), points)
            bow = _bow(left[place], round(_BOW / points))
            left[place][bow] = 0
            grown = cv2.dilate(bow.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
            clean[place][grown] = paper[place][grown]
    return clean, left


def _bow(ink: Mask, reach: int) -> npt.NDArray[np.bool_]:
    """The ink near the middle of a square that ends within it: a bow between two rules."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = np.zeros(ink.shape, np.bool_)
    middle_x, middle_y = ink.shape[1] / 2, ink.shape[0] / 2
    for number, (x, y, wide, high, _) in enumerate(stats[1:count].tolist(), 1):
        near = min(abs(x - middle_x), abs(x + wide - middle_x)) <= reach
        level = min(abs(y - middle_y), abs(y + high - middle_y)) <= reach
        if near and level and max(wide, high) <= middle_x:
            found |= labels == number
    return found


def _sides(
    top: Segment, bottom: Segment, upright: Sequence[Segment]
) -> tuple[Segment, Segment] | None:
    """The left and right side of a frame of a top and a bottom, where it has both."""
    if bottom.at - top.at < _HIGH or not _alike(top.start, bottom.start, top.end, bottom.end):
        return None
    if top.end - top.start < _WIDE:
        return None
    ends = [
        s
        for s in upright
        if _rounded(s.start - top.at) and _rounded(bottom.at - s.end)
        and _alike(s.start - top.at, bottom.at - s.end)
    ]  # fmt: skip
    left = [s for s in ends if _rounded(top.start - s.at)]
    right = [s for s in ends if _rounded(s.at - top.end)]
    if not left or not right:
        return None
    gaps = (top.start - left[0].at, right[0].at - top.end, left[0].start - top.at)
    return (left[0], right[0]) if sum(gaps) >= _LEAST * len(gaps) else None


def _rounded(gap: float) -> bool:
    """Whether a rule may end at a rounded corner; of thick ones one may run nearly to the next."""
    return _NONE <= gap <= _MOST


def _alike(*pairs: float) -> bool:
    """Whether each number is about the next one after it, two by two."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(pairs[::2], pairs[1::2], strict=True))


__all__ = ["framed", "without_corners"]
