"""Means and weighted means of the assessment of 2567, so that made-up reports add up.

Written from the published rules, apart from the pipeline's own checks, which these reports test.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from tests.samples.codebook import Entry, book

INSTRUMENTS = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}


def derive(year: int, items: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Every score above the items: indicators, sub-indicators, instruments and the overall one."""
    entries = book(year)
    scores = dict(items)
    for entry in entries.values():
        if entry.level != "item":
            below = [e for e in entries.values() if e.level == "item" and entry.code in e.parents]
            scores[entry.code] = _mean(below, scores)
    for name in INSTRUMENTS:
        parts = [e for e in entries.values() if e.level == "indicator" and e.instrument == name]
        scores[name] = _mean(parts, scores)
    total = sum((weight * scores[name] for name, weight in INSTRUMENTS.items()), Decimal(0))
    scores["ITA"] = _round(total / 100)
    return scores


def rating(scores: Mapping[str, Decimal]) -> str:
    """The level a report with these scores has reached."""
    lowest = min(scores[name] for name in (*INSTRUMENTS, "ITA"))
    if lowest >= 95:
        return "ผ่านดีเยี่ยม"
    if lowest >= 85:
        return "ผ่านดี"
    if scores["ITA"] >= 85:
        return "ผ่าน"
    return "ต้องปรับปรุง" if scores["ITA"] >= 70 else "ต้องปรับปรุงโดยด่วน"


def _mean(parts: Iterable[Entry], scores: Mapping[str, Decimal]) -> Decimal:
    weighed = [(part.points or Decimal(1), scores[part.code]) for part in parts]
    total = sum(points for points, _ in weighed)
    return _round(sum((p * s for p, s in weighed), Decimal(0)) / total)


def _round(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
