"""Which of several columns of numbers holds scores, told by their arithmetic.

An indicator's score is the mean of its items', the whole's is the sum of the instruments' in their
weights. Where the rows of a table state both, the column whose numbers keep to that is the one of
the scores, if the numbers of the others do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from normalize.codebook import items, nearest_book
from normalize.rows.record import Body
from normalize.words.values import ROUNDED, bare_score

# So many means that come out are no chance, and so many that do not no misprint. One of the whole
# is enough: its parts have weights.
_LEAST = 2
# The parts of the whole, in hundredths.
_WHOLE = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}


def column_of_means(
    body: Body, codes: Mapping[int, str], columns: Sequence[int], year: int | None
) -> list[int] | None:
    """The one column whose totals are those of its parts; ``None`` where that tells nothing.

    Args:
        body: the rows of the table.
        codes: what each of them scores, by its index.
        columns: those that could hold the scores.
        year: the year of the assessment. Of the other columns the totals must be none of their
            parts, or all numbers one and the same (a target).
    """
    if year is None or len(set(codes.values())) < len(codes):
        return None
    held: list[int] = []
    for column in columns:
        values = _values(body, codes, column)
        sums = _sums(values, nearest_book(year))
        good = sum(abs(told - made) <= ROUNDED for told, made in sums.values())
        enough = len(sums) >= _LEAST or "ITA" in sums
        if enough and good == len(sums):
            held.append(column)
        elif not _same(values) and (good or not enough):
            return None
    return held if len(held) == 1 else None


def _values(body: Body, codes: Mapping[int, str], column: int) -> dict[str, Decimal]:
    """The numbers of a column by what they are of."""
    cells = ((r.index, r.own(column)) for r in body.records)
    found = ((codes[i], bare_score(c.text)) for i, c in cells if i in codes and c is not None)
    return {code: value for code, value in found if value is not None}


def _same(values: Mapping[str, Decimal]) -> bool:
    return len(values) > _LEAST and len(set(values.values())) == 1


def _sums(values: Mapping[str, Decimal], book: int) -> dict[str, tuple[Decimal, Decimal]]:
    """Each total that is stated beside its parts, and what they come to; none of equal parts."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for total, weights in [*_parts(book).items(), ("ITA", _WHOLE)]:
        own = [(values[part], weight) for part, weight in weights.items() if part in values]
        apart = len({value for value, _ in own}) >= _LEAST
        if total in values and len(own) == len(weights) and apart:
            made = sum((value * weight for value, weight in own), Decimal(0))
            found[total] = values[total], made / sum(weight for _, weight in own)
    return found


@cache
def _parts(book: int) -> dict[str, dict[str, Decimal]]:
    """The items of each indicator with their weights, where the book says what those are."""
    found: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for item in items(book).values():
        if item.instrument != "OIT":
            found[item.indicator][item.code] = Decimal(1)
        elif item.points is not None:
            found[item.indicator][item.code] = item.points
    return dict(found)


__all__ = ["column_of_means"]
