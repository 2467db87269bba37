"""Tables whose numbers are weights: the points of the code book, or shares that make up a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from normalize.codebook import indicators, items
from normalize.facts.scores import level_of
from normalize.rows.items import CodedBody
from normalize.rows.rowlabels import Label
from normalize.words.values import bare_score

# What the weights of all indicators make up, and those of one instrument or two (30, 30 and 40).
_SUMS = frozenset(map(Decimal, (30, 40, 60, 70, 100)))
_HEAVIEST, _ROWS = 40, 3


def _makes_a_whole(numbers: Sequence[tuple[str, Decimal]]) -> bool:
    """Whether the numbers of indicators or instruments are shares of a whole, none above 40.

    Three or more scores that low, whose sum is so round, are not to be expected of any office.
    """
    levels = {code: level_of(code) for code, _ in numbers}
    lowest = "indicator" if "indicator" in levels.values() else "instrument"
    # Rows of totals may stand below them.
    if not levels.keys() or set(levels.values()) - {lowest, "instrument", "overall"}:
        return False
    shares = {code: value for code, value in numbers if levels[code] == lowest}
    if len(shares) < _ROWS or max(shares.values()) > _HEAVIEST:
        return False
    return sum(shares.values()) in _SUMS


def is_weights(coded: CodedBody, labels: Mapping[int, Label], years: Iterable[int]) -> bool:
    """Whether the 'scores' of a table are the points of the code book: a table of weights."""
    rows = [
        (label.code, bare_score(c.text))
        for r in coded.body.records
        if (label := labels.get(r.index)) is not None
        for col in coded.body.columns.where("score")
        if (c := r.cells.get(col)) is not None
    ]
    numbers = [(code, value) for code, value in rows if value is not None]
    if _makes_a_whole(numbers):
        return True
    for year in years:
        points = {c: i.points for c, i in indicators(year).items()}
        points |= {c: i.points for c, i in items(year).items()}
        same = sum(1 for code, value in numbers if value == points.get(code))
        if numbers and same >= 0.6 * len(numbers):
            return True
    return False


__all__ = ["is_weights"]
