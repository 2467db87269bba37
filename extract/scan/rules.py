"""The ruled lines of a picture: found as long straight runs of ink, then wiped out of it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.picture import Gray

Mask = npt.NDArray[np.uint8]

# Shortest rule and thickest one, in inches: shorter runs are strokes of letters, thicker bars.
_SHORTEST, _THICKEST = 0.21, 0.045
# A run shorter than this (inches) with ink along more than this share of a side is a letter's stem.
_STEM, _TOUCHED = 0.7, 0.16
# Rules meet where they miss by no more than this, and hide this much of each other (inches).
_SLACK, _CROSSING = 0.025, 0.03


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in dots of the picture: its middle ``at`` across, from ``start`` to ``end`` along."""

    horizontal: bool
    at: float
    start: int
    end: int
    thickness: int


def ink_mask(gray: Gray, dots_per_inch: float) -> Mask:
    """Where there is ink (255): darker than the paper around it, shaded cells being paper too."""
    reach = int(dots_per_inch * 0.16) | 1
    return np.asarray(
        cv2.adaptiveThreshold(
            cv2.GaussianBlur(gray, (0, 0), 0.7), 255, cv2.ADAPTIVE_THRESH_MEAN_C,
            cv2.THRESH_BINARY_INV, reach, 22,
        ),
        dtype=np.uint8,
    )  # fmt: skip


def find_rules(ink: Mask, dots_per_inch: float) -> list[Rule]:
    """All horizontal and vertical rules of a straight page."""
    across = [r for r in _along(ink, dots_per_inch) if not _is_stroke(ink, r, [], dots_per_inch)]
    flipped = np.ascontiguousarray(ink.T)
    down = [
        _trimmed(flipped, r, across, dots_per_inch)
        for r in _along(flipped, dots_per_inch)
        if not _is_stroke(flipped, r, _met(r, across, dots_per_inch), dots_per_inch)
    ]
    upright = [Rule(False, r.at, r.start, r.end, r.thickness) for r in down]
    return [*across, *(r for r in upright if _bounded(r, across, dots_per_inch))]


def _is_stroke(ink: Mask, rule: Rule, met: list[float], dots_per_inch: float) -> bool:
    """Whether a short run is the stem of a large letter: other strokes grow out of its sides.

    ``met``: where rules of the other direction cross it; ink is no stroke there.
    """
    if rule.end - rule.start > _STEM * dots_per_inch:
        return False
    counts = np.ones(rule.end - rule.start, np.bool_)
    for at in met:
        low, high = (round(at + way * _CROSSING * dots_per_inch) - rule.start for way in (-1, 1))
        counts[max(low, 0) : max(high, 0)] = False
    reach = max(round(0.012 * dots_per_inch), 2)
    half = rule.thickness / 2 + 1
    above, below = int(rule.at - half), int(rule.at + half) + 1
    for side in (ink[max(above - reach, 0) : max(above, 0)], ink[below : below + reach]):
        beside = np.asarray((side[:, rule.start : rule.end] > 0).any(axis=0), np.bool_)
        if counts.any() and float(beside[counts].mean()) > _TOUCHED:
            return True
    return False


def _met(rule: Rule, across: list[Rule], dots_per_inch: float) -> list[float]:
    """Where level rules meet an upright run, from its start to its end."""
    slack = _SLACK * dots_per_inch
    meeting = [r.at for r in across if r.start - slack <= rule.at <= r.end + slack]
    return sorted(at for at in meeting if rule.start - slack <= at <= rule.end + slack)


def _trimmed(flipped: Mask, rule: Rule, across: list[Rule], dots_per_inch: float) -> Rule:
    """An upright run (on the flipped picture) without a letter's stem that happens to carry it on.

    Tight print sets letters against rules: a stem right under the end of a column's rule would
    else draw it on into a row whose cells are joined.
    """
    slack = _SLACK * dots_per_inch
    met = _met(rule, across, dots_per_inch)
    if not met:
        return rule
    start, end = rule.start, rule.end
    tail = Rule(True, rule.at, int(met[-1] + slack), end, rule.thickness)
    if slack < end - met[-1] and _is_stroke(flipped, tail, [], dots_per_inch):
        end = int(met[-1]) + 1
    head = Rule(True, rule.at, start, int(met[0] - slack), rule.thickness)
    if slack < met[0] - start and _is_stroke(flipped, head, [], dots_per_inch):
        start = int(met[0])
    return Rule(True, rule.at, start, max(end, start + 1), rule.thickness)


def _bounded(rule: Rule, across: list[Rule], dots_per_inch: float) -> bool:
    """Whether a short upright run ends at horizontal rules, as the sides of cells do."""
    length = (rule.end - rule.start) / dots_per_inch
    if length > _STEM:
        return True
    met = _met(rule, across, dots_per_inch)
    slack = _SLACK * dots_per_inch
    near = [any(abs(at - end) <= slack for at in met) for end in (rule.start, rule.end)]
    return all(near) if length < _STEM / 2 else any(near)


def _along(ink: Mask, dots_per_inch: float) -> list[Rule]:
    length = max(int(_SHORTEST * dots_per_inch), 8)
    # A rule askew by a hair climbs a dot now and then: joined across its steps, then opened.
    grown = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(grown, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    thickest = _THICKEST * dots_per_inch + 3
    found = []
    for x, y, width, height, area in stats[1:count].tolist():
        thick = area / width - 2  # without what the growing added
        if thick > thickest or height > thickest + 0.012 * width + 2 or width < 4 * thick:
            continue
        found.append(Rule(True, y + (height - 1) / 2, x, x + width, max(round(thick), 1)))
    return found


def wiped(gray: Gray, ink: Mask, rules: list[Rule], paper: Gray) -> tuple[Gray, Mask]:
    """The picture without its upright rules, the ink without any.

    Tight print lets a rule run through the marks of the line under it: level rules stay in the
    picture, for what is left of such marks shows on either side of them.
    """
    clean, left = gray.copy(), ink.copy()
    for rule in rules:
        half = rule.thickness / 2 + 1.5
        across = slice(max(int(rule.at - half), 0), int(rule.at + half) + 2)
        along = slice(rule.start, rule.end)
        if rule.horizontal:
            left[across, along] = 0
        else:
            left[along, across] = 0
            clean[along, across] = paper[along, across]
    return clean, left
