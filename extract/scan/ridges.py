"""Rules too faint, or under too much noise, to be ink from end to end: gray lines, hairlines.

A dot of such a rule may be as light as the paper; the mean of some dots along it is not. Where that
mean is darker than on either side, there is a ridge. The edge of a shaded area is none: it is
darker than one side only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.picture import Gray
from extract.scan.ruleruns import Mask, Rule, runs_along

# How far along dots are taken together, and how far to the sides a rule is compared (inches).
_ALONG, _ASIDE = 0.075, 0.022
# A ridge is this much darker than both sides (gray levels).
_RIDGE = 9.0
# Of a rule's dots this share is darker than its sides by this share of the rule's own darkness;
# between letters there is paper.
_FILLED, _DARK = 0.85, 0.3
# A rule that is not ink from end to end is as long as this (inches).
_SHORTEST = 0.3
# Rules that differ by no more than this (inches) across are one.
_ONE = 0.015
# A gap between two runs of one rule is no longer than this (inches).
_GAP = 0.15
# Ink stands along no more than this share of a rule's side.
_TOUCHED = 0.2


def with_faint(gray: Gray, ink: Mask, dots_per_inch: float) -> list[Rule]:
    """The level runs of a picture: those of ink, and those that are ridges where not ink."""
    strong = runs_along(ink, dots_per_inch)
    dark = _darkness(gray, dots_per_inch)
    ridges = _ridges(dark, dots_per_inch)
    faint = [
        _fitted(dark, run)
        for run in runs_along(np.maximum(ink, ridges), dots_per_inch)
        if run.end - run.start >= _SHORTEST * dots_per_inch
        and not any(_same(run, one, dots_per_inch) for one in strong)
        and _is_rule(dark, ink, run, dots_per_inch)
    ]
    reach = _ONE * dots_per_inch
    kept = [run for run in strong if not any(_holds(one, run, reach) for one in faint)]
    return _joined(gray, dark, [*kept, *faint], dots_per_inch)


def _joined(
    gray: Gray, dark: npt.NDArray[np.float32], runs: Sequence[Rule], dots_per_inch: float
) -> list[Rule]:
    """Runs on one line that marks of the print beside it part: where they do, it is dark too."""
    reach = _ONE * dots_per_inch
    done: list[Rule] = []
    for run in sorted(runs, key=lambda r: r.start):
        for i, before in enumerate(done):
            gap = run.start - before.end
            if (
                abs(before.at - run.at) <= reach
                and gap <= _GAP * dots_per_inch
                and run.end > before.end
                and (gap <= 0 or _goes_on(gray, dark, before, run))
            ):
                long = max(before, run, key=lambda r: r.end - r.start)
                done[i] = replace(long, start=before.start, end=run.end)
                break
        else:
            done.append(run)
    return done


def _goes_on(gray: Gray, dark: npt.NDArray[np.float32], before: Rule, after: Rule) -> bool:
    """Whether the rows between two runs are dark too, as the rule or the print that hides it."""
    top = max(round(min(before.at, after.at)) - 1, 0)
    along = slice(before.end, after.start)
    paper = float(np.percentile(gray[max(top - 12, 0) : top + 16, along], 90))
    between = paper - gray[top : top + 4, along].astype(np.float32).min(axis=0)
    usual = float(np.median(dark[round(before.at), before.start : before.end]))
    return float((between > _DARK * max(usual, _RIDGE)).mean()) >= _FILLED


def _fitted(dark: npt.NDArray[np.float32], run: Rule) -> Rule:
    """A run where it is darkest, and as thick as it is half as dark at least."""
    top = max(round(run.at) - run.thickness - 2, 0)
    shown = dark[top : round(run.at) + run.thickness + 3, run.start : run.end].mean(axis=1)
    thick = np.flatnonzero(shown > float(shown.max()) / 2)
    middle = top + (int(thick[0]) + int(thick[-1])) / 2
    return replace(run, at=middle, thickness=int(thick[-1] - thick[0]) + 1)


def _same(run: Rule, other: Rule, dots_per_inch: float) -> bool:
    """Whether a run of ridges is no longer than one of ink."""
    slack = 0.05 * dots_per_inch
    near = abs(run.at - other.at) <= _ONE * dots_per_inch
    return near and other.start - slack <= run.start and run.end <= other.end + slack


def _holds(run: Rule, part: Rule, reach: float) -> bool:
    inside = run.start - 1 <= part.start and part.end <= run.end + 1
    return inside and abs(run.at - part.at) <= reach


def _darkness(gray: Gray, dots_per_inch: float) -> npt.NDArray[np.float32]:
    """By how much each dot is darker than the lighter paper on both of its sides."""
    level = cv2.blur(gray.astype(np.float32), (3, 1))
    mean = cv2.blur(level, (max(round(_ALONG * dots_per_inch), 3), 3))
    aside = max(round(_ASIDE * dots_per_inch), 3)
    above = np.roll(mean, aside, axis=0)
    below = np.roll(mean, -aside, axis=0)
    return np.asarray(np.minimum(above, below) - level, np.float32)


def _ridges(dark: npt.NDArray[np.float32], dots_per_inch: float) -> Mask:
    mean = cv2.blur(dark, (max(round(_ALONG * dots_per_inch), 3), 1))
    return np.asarray((mean > _RIDGE) * 255, np.uint8)


def _is_rule(dark: npt.NDArray[np.float32], ink: Mask, run: Rule, dots_per_inch: float) -> bool:
    """Whether a run is dark all along, and nothing grows out of its sides."""
    middle = round(run.at)
    half = max(run.thickness // 2, 1)
    along = slice(run.start, run.end)
    band = dark[max(middle - half, 0) : middle + half + 1, along]
    if not band.size:
        return False
    line = band.max(axis=0)
    usual = float(np.median(line))
    if float((line > _DARK * usual).mean()) < _FILLED:
        return False
    reach = max(round(0.012 * dots_per_inch), 2)
    away = half + 2
    sides = (
        ink[max(middle - away - reach, 0) : max(middle - away, 0), along],
        ink[middle + away + 1 : middle + away + reach + 1, along],
    )
    return all(float((side > 0).any(axis=0).mean()) <= _TOUCHED for side in sides if side.size)


def turned(rules: Sequence[Rule]) -> list[Rule]:
    """Level rules of a flipped picture as upright ones."""
    return [replace(rule, horizontal=False) for rule in rules]
