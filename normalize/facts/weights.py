"""Tables whose numbers are weights: the points of the code book, or shares that make up a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from normalize.codebook import indicators, items
from normalize.facts.listnames import OTHER
from normalize.facts.scores import level_of
from normalize.rows.columns import Columns
from normalize.rows.items import CodedBody
from normalize.rows.rowlabels import Label
from normalize.shapes.cellgrids import SCORES_OF_ITEMS
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import bare_score

# What the weights of all indicators make up, and those of one instrument or two (30, 30 and 40).
_SUMS = frozenset(map(Decimal, (30, 40, 60, 70, 100)))
_HEAVIEST, _ROWS = 40, 3
# What else a heading may speak of: scores beside what was aimed at, or compared with another year.
_GOT = compiled("ผลคะแนน|คะแนนที่ได้|ผลการประเมิน|ได้รับ|เทียบ|เปรียบ|คะแนนราย")


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


def headed_by_others(heads: Sequence[str], columns: Columns) -> bool:
    """Whether only the line above a table says what its numbers are, and they are no scores.

    ``เป้าหมายรายข้อ ปี 2568`` over codes with numbers below them.
    """
    if not heads or not OTHER.search(squeeze(heads[-1])) or _GOT.search(squeeze(heads[-1])):
        return False
    named = (squeeze(columns.columns[i].header) for i in columns.where("score"))
    return all(name in ("", SCORES_OF_ITEMS) for name in named)


__all__ = ["headed_by_others", "is_weights"]
