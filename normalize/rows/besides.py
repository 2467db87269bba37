"""Columns of numbers told apart by those beside them: maxima, targets, points, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from extract.model import Cell
from normalize.rows.columns import Column, level_said
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import ROUNDED, bare_score

_PERCENT = compiled(r"ร้อยละ|%")
# A header of scores out of a hundred; a number with decimals, as no maximum is printed.
_REACHED_OF = compiled(r"คะแนน.{0,6}เต็ม.{0,4}100")
_DECIMALS = compiled(r"(?:100|[0-9]{1,2})\.[0-9]{2}")
# What scores are held against is no weight of theirs.
_HELD_AGAINST = frozenset("target benchmark change rank count distribution".split())
# So many rows must tell a product of two columns from chance.
_TELLING = 3


def _values(cells: Sequence[Cell]) -> list[str]:
    return [str(v.normalize()) for c in cells if (v := bare_score(clean(c.text))) is not None]


def maxima(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """A score column with one and the same number in every row, beside one that varies.

    It is no column of scores but of the maximum they are given out of; where one of them is above
    it, of what they are held against.
    """
    scores = [i for i, c in enumerate(columns) if c.role == "score" and c.year is None]
    if len(scores) < 2:
        return columns
    values = {i: _values(bodies[i]) for i in scores}
    varied = [i for i in scores if len(set(values[i])) > 1]
    found = list(columns)
    for i in scores:
        if varied and len(values[i]) >= 3 and len(set(values[i])) == 1:
            most = max(Decimal(v) for other in varied for v in values[other])
            role = "target" if most > Decimal(values[i][0]) else "maximum"
            found[i] = replace(columns[i], role=role)
    return found


def points(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """Beside a maximum that is not 100, numbers are points; the score is the column in per cent.

    So is one whose numbers are above that maximum, row for row: of 2.5 points none gets 82.65.
    """
    columns = _weighted(columns, bodies)
    maxima = [i for i, c in enumerate(columns) if c.role == "maximum"]
    if all(set(_values(bodies[i])) <= {"1E+2"} for i in maxima):
        return columns
    most = [_by_row(bodies[i]) for i in maxima]
    return [
        replace(c, role="points")
        if c.role == "score"
        and not _PERCENT.search(c.header)
        and not _above(_by_row(bodies[i]), most)
        else c
        for i, c in enumerate(columns)
    ]


def _above(numbers: Mapping[int, Decimal], maxima: Sequence[Mapping[int, Decimal]]) -> bool:
    """Whether most numbers are above what stands beside them, and can be no points out of it."""
    told = [r for r, v in numbers.items() if v]
    above = [r for r in told if all(r in m and numbers[r] > m[r] for m in maxima)]
    return len(above) >= _TELLING and 2 * len(above) > len(told)


def _by_row(cells: Sequence[Cell]) -> dict[int, Decimal]:
    return {c.row: v for c in cells if (v := bare_score(clean(c.text))) is not None}


def out_of(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """A column headed by the maximum alone (``คะแนนเต็ม 100``) that holds what was reached of it.

    Where no other column holds scores and most numbers are no whole ones, they are no maxima.
    """
    if any(c.role == "score" for c in columns):
        return columns
    reached = [
        i
        for i, c in enumerate(columns)
        if c.role == "maximum" and _REACHED_OF.search(c.header) and _decimals(bodies[i])
    ]
    if len(reached) != 1:
        return columns
    return [replace(c, role="score") if i in reached else c for i, c in enumerate(columns)]


def _decimals(cells: Sequence[Cell]) -> bool:
    """Whether most cells are numbers with decimals."""
    texts = [clean(c.text) for c in cells if c.text.strip()]
    return 2 * sum(_DECIMALS.fullmatch(t) is not None for t in texts) > len(texts)


def _weighted(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """Scores times weights are points, whatever their header calls them."""
    scored = [i for i, c in enumerate(columns) if c.role == "score"]
    if not scored:
        return columns
    numbers = [_by_row(b) for b in bodies]
    # What was reached is the product of a target and the share of it, too.
    factors = [n for n, c in zip(numbers, columns, strict=True) if c.role not in _HELD_AGAINST]
    found = list(columns)
    for i in scored:
        others = [n for n in factors if n is not numbers[i] and len(n) >= _TELLING]
        if any(_product(numbers[i], a, b) for a, b in combinations(others, 2)):
            found[i] = replace(columns[i], role="points")
    return found


def _product(
    points: Mapping[int, Decimal], one: Mapping[int, Decimal], other: Mapping[int, Decimal]
) -> bool:
    rows = points.keys() & one.keys() & other.keys()
    fits = sum(abs(one[r] * other[r] / 100 - points[r]) <= ROUNDED for r in rows)
    # Full marks times anything are that: rows without them must tell.
    telling = sum(points[r] not in (one[r], other[r], 0) for r in rows)
    return telling >= _TELLING and fits == len(rows)


def dated(columns: list[Column]) -> list[Column]:
    """Where two columns name their years, a score column without one compares them.

    One that says whose scores it holds has those of the items' indicators.
    """
    if sum(c.role == "score" and c.year is not None for c in columns) < 2:
        return columns
    return [replace(c, role="change") if _says_nothing_else(c) else c for c in columns]


def _says_nothing_else(column: Column) -> bool:
    silent = column.year is None and not column.code and level_said(column.header) is None
    return column.role == "score" and silent
