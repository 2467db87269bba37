"""The rating that a set of scores earns, and whether the printed one agrees.

Source: the level table of the 2567 reports (คะแนนและระดับผลการประเมิน).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

# Lowest first: the rank of a rating is its place here, counted from 1.
RATINGS = ("ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง", "ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม")


def rank_of(rating: str) -> int:
    """The place of a rating among all, from 1 (the lowest) to 5."""
    return RATINGS.index(rating) + 1


def rating_of(overall: Decimal, instruments: Mapping[str, Decimal]) -> str | None:
    """The rating of an overall score; ``None`` where it hangs on instruments that are not known."""
    if overall < 70:
        return "ต้องปรับปรุงโดยด่วน"
    if overall < 85:
        return "ต้องปรับปรุง"
    if len(instruments) < 3:
        return None
    lowest = min(instruments.values())
    if overall >= 95 and lowest >= 95:
        return "ผ่านดีเยี่ยม"
    return "ผ่านดี" if lowest >= 85 else "ผ่าน"
