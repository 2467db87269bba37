"""Paths as pdfminer hands them over: their subpaths, and whether they are filled with white."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def is_white(color: Any) -> bool:
    """Whether a fill colour (grey or RGB; pdfminer gives a number or a tuple) is white."""
    parts = color if isinstance(color, tuple | list) else (color,)
    return len(parts) in (1, 3) and all(isinstance(p, int | float) and p >= 0.995 for p in parts)


def subpaths(path: Sequence[Any]) -> list[tuple[list[tuple[float, float]], bool, bool]]:
    """Points of each subpath, whether it is closed, and whether all its sides are straight."""
    found: list[tuple[list[tuple[float, float]], bool, bool]] = []
    points: list[tuple[float, float]] = []
    closed, straight = False, True
    for op, *args in path:
        if op == "m":
            if len(points) > 1:
                found.append((points, closed, straight))
            points, closed, straight = [(args[0], args[1])], False, True
        elif op == "h":
            closed = True
        elif args:
            points.append((args[-2], args[-1]))
            straight = straight and op == "l"
    if len(points) > 1:
        found.append((points, closed, straight))
    return found
