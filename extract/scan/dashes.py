"""Rules of a picture that are drawn as dashes: many short strokes, one behind the other.

A form parts its rows with them. Letters are higher than strokes, and dots that lead to a number are
as wide as they are high.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.ruleruns import Mask, Rule

# A dash is so long and thin (inches), and so many times as long as thick.
_SHORT, _LONG, _THICK, _TIMES = 0.014, 0.16, 0.025, 1.4
# Dashes of a rule are so many, and it is so long (inches); it climbs no more from one to the next.
_MANY, _LENGTH, _CLIMB = 10, 0.8, 0.009
# Dashes are as long as each other, and as far apart, but for this share of them; some may be lost.
_ALIKE, _LOST = 0.4, 3.2

Boxes = npt.NDArray[np.int32]


def dashed_rules(ink: Mask, dots_per_inch: float) -> tuple[list[Rule], Mask]:
    """The level rules that dashes make, and the ink without these."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    boxes = np.asarray(stats[1:count, :4], np.int32)
    width, height = boxes[:, 2], boxes[:, 3]
    dash = (width >= _SHORT * dots_per_inch) & (width <= _LONG * dots_per_inch)
    dash &= (height <= max(_THICK * dots_per_inch, 3)) & (width >= _TIMES * height)
    found: list[Rule] = []
    left = ink
    for chain in _chains(boxes[dash], dots_per_inch):
        rule = _rule_of(chain, dots_per_inch)
        if rule is None:
            continue
        left = ink.copy() if left is ink else left
        for x, y, wide, high in chain.tolist():
            left[y : y + high, x : x + wide] = 0
        found.append(rule)
    return found, left


def _chains(dashes: Boxes, dots_per_inch: float) -> list[Boxes]:
    """Dashes one behind the other at one height, as far as they are near each other."""
    climb, gap = max(_CLIMB * dots_per_inch, 1.5), _LOST * _LONG * dots_per_inch
    open_: list[list[list[int]]] = []
    closed: list[list[list[int]]] = []
    for box in sorted(dashes.tolist()):
        x, middle = box[0], box[1] + box[3] / 2
        closed += [c for c in open_ if x - c[-1][0] - c[-1][2] > gap]
        open_ = [c for c in open_ if x - c[-1][0] - c[-1][2] <= gap]
        near = [c for c in open_ if abs(c[-1][1] + c[-1][3] / 2 - middle) <= climb]
        if near:
            max(near, key=lambda c: c[-1][0]).append(box)
        else:
            open_.append([box])
    chains = (np.asarray(c, np.int32) for c in (*closed, *open_) if len(c) >= _MANY)
    return [part for chain in chains for part in _parted(chain) if len(part) >= _MANY]


def _parted(chain: Boxes) -> list[Boxes]:
    """The dashes of a chain by rule: two rules beside each other have a wide gap between them."""
    steps = _steps(chain)
    wide = np.flatnonzero(steps > _LOST * float(np.median(steps)))
    return np.split(chain, wide + 1)


def _steps(chain: Boxes) -> npt.NDArray[np.float64]:
    """How far each dash begins behind the one before it."""
    return np.diff(chain[:, 0].astype(np.float64))


def _rule_of(chain: Boxes, dots_per_inch: float) -> Rule | None:
    """The rule that a chain of dashes is; ``None`` where they are not like each other."""
    start, end = int(chain[0, 0]), int(chain[-1, 0] + chain[-1, 2])
    long, steps = chain[:, 2].astype(np.float64), _steps(chain)
    if not (_are_alike(long) and _are_alike(steps)):
        return None
    sparse = float(np.median(steps)) > _LOST * float(np.median(long))
    if sparse or end - start < _LENGTH * dots_per_inch:
        return None
    middle = float(np.median(chain[:, 1] + chain[:, 3] / 2)) - 0.5
    return Rule(True, middle, start, end, max(int(np.median(chain[:, 3])), 1))


def _are_alike(sizes: npt.NDArray[np.float64]) -> bool:
    usual = float(np.median(sizes))
    return float(np.mean(np.abs(sizes - usual) > _ALIKE * usual)) <= _ALIKE


__all__ = ["dashed_rules"]
