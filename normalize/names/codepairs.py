"""Codes with their scores and nothing else: ``I1 = 83.71, I2 = 87.15``, ``9.1 = 100.00``."""

from __future__ import annotations

from normalize.words.patterns import compiled

_CODED = (
    r"(?:(?:ข้อ\s*)?([IEO])\s?([0-9]{1,2})(?![0-9])\s*(?:ได้|[=:\u2013-])?"
    # Parts of indicators are numbers themselves: only a sign parts them from their scores.
    r"|(?<![0-9.])((?:10|[1-9])\.[1-9])\s*[=:])\s*"
)
# Only behind a sign that says so is a whole number a score.
_NUMBER = r"((?:100|[0-9]{1,2})\.[0-9]{2}|(?<=[=:]\s?)(?:100|[0-9]{1,2})(?![0-9.]))(?![0-9])"
_PAIR = rf"{_CODED}\(?\s*{_NUMBER}\s*(?:คะแนน|%)?\s*\)?"
#: Several pairs; one of them: the letter and the number of an item, or the number of a part, and
#: the score.
SEVERAL_PAIRS = compiled(
    rf"\s*(?:[-\u2013\u2022]\s*)?{_PAIR}(?:(?:\s*[,;/|]\s*|\s+){_PAIR})+\s*[.,;]?\s*"
)
ONE_PAIR = compiled(rf"\s*{_PAIR}\s*")
EACH_PAIR = compiled(_PAIR)

__all__ = ["EACH_PAIR", "ONE_PAIR", "SEVERAL_PAIRS"]
