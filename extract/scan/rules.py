"""The ruled lines of a picture: found as long straight runs of ink, then wiped out of it."""

from __future__ import annotations

import cv2
import numpy as np

from extract.scan.picture import Gray
from extract.scan.ridges import turned, with_faint
from extract.scan.ruleruns import Mask, Rule

# A run shorter than this (inches) with ink along more than this share of a side is a letter's stem.
_STEM, _TOUCHED = 0.7, 0.16
# A rule's edge is this much darker than its sides (gray levels), and by this share of its middle.
_FAINT, _PART = 5.0, 0.12
# Rules meet where they miss by no more than this, and hide this much of each other (inches).
_SLACK, _CROSSING = 0.025, 0.03


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


def find_rules(gray: Gray, ink: Mask, dots_per_inch: float) -> list[Rule]:
    """All horizontal and vertical rules of a straight page; ``ink``: where there is ink on it."""
    runs = with_faint(gray, ink, dots_per_inch)
    across = [r for r in runs if not _is_stroke(ink, r, [], dots_per_inch)]
    flipped = np.ascontiguousarray(ink.T)
    down = [
        _trimmed(flipped, r, across, dots_per_inch)
        for r in with_faint(np.ascontiguousarray(gray.T), flipped, dots_per_inch)
        if not _is_stroke(flipped, r, _met(r, across, dots_per_inch), dots_per_inch)
    ]
    return [*across, *(r for r in turned(down) if _bounded(r, across, dots_per_inch))]


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


def wiped(gray: Gray, ink: Mask, rules: list[Rule], paper: Gray) -> tuple[Gray, Mask]:
    """The picture without its upright rules, the ink without any.

    Tight print lets a rule run through the marks of the line under it: level rules stay in the
    picture, for what is left of such marks shows on either side of them.
    """
    clean, left = gray.copy(), ink.copy()
    for rule in rules:
        along = slice(rule.start, rule.end)
        if rule.horizontal:
            left[_breadth(gray, rule), along] = 0
        else:
            across = _breadth(gray.T, rule)
            left[along, across] = 0
            clean[along, across] = paper[along, across]
    return clean, left


def _breadth(gray: Gray, rule: Rule) -> slice:
    """The rows a level rule darkens along most of its length: print may begin right beside it."""
    middle, reach = round(rule.at), rule.thickness // 2 + 4
    top = max(middle - reach, 0)
    shown = np.median(gray[top : middle + reach + 1, rule.start : rule.end], axis=1)
    dark = min(float(shown[:2].min()), float(shown[-2:].min())) - shown
    least = max(_FAINT, _PART * float(dark.max()))
    low = high = min(middle - top, len(shown) - 1)
    while low > 0 and dark[low - 1] > least:
        low -= 1
    while high < len(shown) - 1 and dark[high + 1] > least:
        high += 1
    # The mask of ink is drawn from a blurred picture: a dot wider.
    return slice(max(top + low - 1, 0), top + high + 2)


__all__ = ["Mask", "Rule", "find_rules", "ink_mask", "wiped"]
