"""The geometry of the charts, in numbers; the templates draw it as SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SIZE = 360
RADIUS = 138
LABEL = 158
RINGS = (20, 40, 60, 80, 100)
LIMIT = 85
"""What the ratings ask of an instrument: a ring of its own."""
BAR = 100
"""Units a bar is long: one for each point of a score."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A spoke of a radar: its end, where its number stands, and its point if it has a score."""

    code: str
    x: float
    y: float
    label_x: float
    label_y: float
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar of scores from 0 to 100.

    Attributes:
        outline: the corners of the scores' polygon, empty unless every axis has a score.
        median: the same for what the scores are held against.
    """

    center: float
    axes: tuple[Axis, ...]
    rings: tuple[float, ...]
    limit: float
    outline: str
    median: str


def radar(
    codes: Sequence[str], scores: Mapping[str, float], medians: Mapping[str, float]
) -> Radar | None:
    """The radar of some codes; ``None`` where too few have a score to look like anything."""
    if len([code for code in codes if code in scores]) < 3:
        return None
    middle = SIZE / 2
    axes = []
    for number, code in enumerate(codes):
        turn = 2 * math.pi * number / len(codes)
        end = _at(middle, RADIUS, turn)
        label = _at(middle, LABEL, turn)
        point = _at(middle, RADIUS * scores[code] / 100, turn) if code in scores else None
        axes.append(Axis(code, *end, *label, point))
    return Radar(
        middle,
        tuple(axes),
        tuple(round(RADIUS * ring / 100, 1) for ring in RINGS),
        round(RADIUS * LIMIT / 100, 1),
        _outline(codes, scores),
        _outline(codes, medians),
    )


def _at(middle: float, length: float, turn: float) -> tuple[float, float]:
    return (
        round(middle + length * math.sin(turn), 1),
        round(middle - length * math.cos(turn), 1),
    )


def _outline(codes: Sequence[str], scores: Mapping[str, float]) -> str:
    if not all(code in scores for code in codes):
        return ""
    corners = []
    for number, code in enumerate(codes):
        turn = 2 * math.pi * number / len(codes)
        x, y = _at(SIZE / 2, RADIUS * scores[code] / 100, turn)
        corners.append(f"{x},{y}")
    return " ".join(corners)


@dataclass(frozen=True, slots=True)
class ChangeBar:
    """A bar from the middle of its box to the left for a fall, to the right for a rise."""

    x: float
    width: float
    rise: bool


def change_bar(change: float, largest: float) -> ChangeBar:
    """The bar of a change, as long as it is beside the largest change there is."""
    width = round(BAR / 2 * abs(change) / largest, 1) if largest else 0.0
    return ChangeBar(BAR / 2 if change >= 0 else BAR / 2 - width, width, change >= 0)
