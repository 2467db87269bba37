"""Bold print in a picture: strokes of two widths, however blurred the edges are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.scan.picture import Gray
from extract.scan.strokes import Strokes
from extract.scan.textlines import TextLine

BODY, STEP = 24, 60


def page(widths: list[float], *, noise: float = 0.0) -> tuple[Gray, list[TextLine]]:
    """Lines of upright strokes, each line's so many dots wide; drawn four times finer."""
    fine = np.full((4 * STEP * (len(widths) + 1), 4 * 700), 255, np.uint8)
    lines: list[TextLine] = []
    for n, wide in enumerate(widths):
        foot = 4 * STEP * (n + 1)
        for x in range(40, 2400, 44):
            fine[foot - 4 * BODY : foot, x : x + round(4 * wide)] = 30
        lines.append(TextLine(0, float(STEP * (n + 1)), float(BODY), 8, 610))
    small = cv2.resize(fine, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    grain = np.random.default_rng(7).normal(0, noise, small.shape) if noise else 0
    return np.clip(small + grain, 0, 255).astype(np.uint8), lines


def bold(widths: list[float], **how: float) -> list[bool]:
    gray, lines = page(widths, **how)
    strokes = Strokes(gray, lines)
    return [strokes.bold(n) for n in range(len(lines))]


@pytest.mark.parametrize("noise", [0.0, 8.0])
def test_wider_strokes_are_bold(noise: float) -> None:
    wide = [3.0, 3.1, 3.8, 2.9, 3.9, 3.0, 3.7, 3.1]
    assert bold(wide, noise=noise) == [w > 3.5 for w in wide]


def test_strokes_of_one_width_are_plain() -> None:
    assert not any(bold([3.0, 3.1, 2.9, 3.05, 3.0, 2.95, 3.1, 3.02]))


def test_one_line_alone_tells_nothing() -> None:
    assert bold([3.0]) == [False]
    assert bold([]) == []


def test_print_of_another_height_is_measured_by_its_own() -> None:
    gray, lines = page([3.0, 3.0, 3.0, 3.0, 3.8, 3.8])
    # The same letters, twice as large, are as bold.
    large = cv2.resize(gray, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    twice = [TextLine(0, 2 * n.baseline, 2 * n.body, 2 * n.x0, 2 * n.x1) for n in lines]
    strokes = Strokes(np.asarray(large, np.uint8), twice)
    assert [strokes.bold(n) for n in range(len(twice))] == [False] * 4 + [True] * 2
