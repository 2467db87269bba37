"""Frames with rounded corners, as cards have: four rules that end a little before they meet."""

from __future__ import annotations

from collections.abc import Sequence

from extract.content import Segment
from extract.model import Box

# The radius of a corner, and by how much the four of one frame differ (points).
_LEAST, _MOST, _ALIKE = 1.5, 14.0, 4.0
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
    return (left[0], right[0]) if left and right else None


def _rounded(gap: float) -> bool:
    return _LEAST <= gap <= _MOST


def _alike(*pairs: float) -> bool:
    """Whether each number is about the next one after it, two by two."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(pairs[::2], pairs[1::2], strict=True))


__all__ = ["framed"]
