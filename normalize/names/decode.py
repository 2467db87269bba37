"""Codes in context: which items a column of damaged codes names.

Each mention offers readings of its printed token, its question's likeness to the titles of the code
book, and the section it stands in. The items of a table follow the order of the code book, so the
cheapest ascending path through all mentions is the decision; the year of the book is chosen by the
same costs. What was not printed as decided is marked inferred.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import add

from rapidfuzz import fuzz

from normalize.codebook import Item, book_years, items
from normalize.names.codes import readings
from normalize.names.titles import whole_for_cut
from normalize.words.text import LONG, squeeze

# Costs in one currency: 1 is about one misread letter of a code.
_UNREAD = 3.5  # the token cannot be read as this code at all
_CONTRADICTED = 7.0  # ... and it is plainly another code
_TITLE = 5.0  # the question shares nothing with the title
_SECTION = 2.5  # the item belongs to another indicator than the section says
_INSTRUMENT = 4.0  # ... or to another instrument
_BACK = 3.0  # the item stands before the one above it in the code book
_SAME = 1.5  # the same item again in the next row
_AGAIN = 0.1  # ... of rows in no order
_SKIP = 0.04  # each item left out on the way
_SKIPS = 0.9  # ... however many: that alone leaves a decision doubtful
DOUBTFUL = 0.5  # a decision is doubtful with a rival one misread letter away or nearer
_WORDS = 8  # a question shorter than this says nothing


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed item: its token and question, and the section it stands in, where known.

    ``ordered`` is false where the rows need not follow the code book (a list by rank).
    """

    token: str
    question: str
    instrument: str | None = None
    indicator: str | None = None
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision for one mention.

    ``inferred``: the code is not what is printed; ``margin``: how much dearer the next best code
    would have been.
    """

    code: str
    inferred: bool
    margin: float

    @property
    def confidence(self) -> float:
        """0 where another code would have been as good, halfway to 1 with each misread letter."""
        return float(round(1 - 2.0**-self.margin, 3))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decisions for a run of mentions with the code book that fits best, and its cost."""

    year: int
    decided: tuple[Decided, ...]
    cost: float


def likeness(question: str, title: str) -> float:
    """0 to 1: how alike a printed question and a book title are; either may be cut short."""
    return _alike(squeeze(question), squeeze(title))


def _alike(q: str, t: str) -> float:
    if not q or not t:
        return 0.0
    q, t = whole_for_cut(q, t)
    best = fuzz.ratio(q, t)
    if len(q) > len(t):
        best = max(best, fuzz.ratio(q[: len(t)], t))
    elif len(q) >= 12:
        best = max(best, fuzz.ratio(q, t[: len(q)]))
    return float(best) / 100


@cache
def _book(year: int) -> tuple[Item, ...]:
    return tuple(items(year).values())


@cache
def _codes_and_titles(year: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    book = _book(year)
    return tuple(item.code for item in book), tuple(squeeze(item.title_th) for item in book)


def decode(mentions: Sequence[Mention], years: Sequence[int] | None = None) -> Decoded | None:
    """Decide the codes of a table's mentions, in order; ``None`` for no mentions or no book.

    ``years``: the code books that may be meant (default: all); on a tie the first one listed wins.
    """
    best: _Paths | None = None
    for year in years or sorted(book_years(), reverse=True):
        found = _paths(mentions, year)
        if found is not None and (best is None or found.cost < best.cost - 1e-9):
            best = found
    return None if best is None else Decoded(best.year, _decided(mentions, best), best.cost)


def path_cost(mentions: Sequence[Mention], year: int) -> float | None:
    """What the best decision costs with one year's book; ``None`` where there is nothing to decide.

    It tells how well a book explains a table, in half the time of deciding the codes.
    """
    found = _paths(mentions, year)
    return None if found is None else found.cost


@dataclass(frozen=True, slots=True)
class _Paths:
    """What items cost with one year's book: each mention's own costs, and the paths to them."""

    year: int
    own: list[list[float]]
    forward: list[list[float]]

    @property
    def cost(self) -> float:
        return min(self.forward[-1])


def _paths(mentions: Sequence[Mention], year: int) -> _Paths | None:
    if not mentions or not _book(year):
        return None
    own = [_costs(mention, year) for mention in mentions]
    return _Paths(year, own, _forward(mentions, own))


def _costs(mention: Mention, year: int) -> list[float]:
    """What each item of the book would cost for one mention, its neighbours aside."""
    read = readings(mention.token)
    other = _CONTRADICTED if any(cost == 0.0 for cost in read.values()) else _UNREAD
    costs = [read.get(code, other) for code in _codes_and_titles(year)[0]]
    question = squeeze(mention.question)
    if len(question) >= _WORDS:
        of_titles = _of_titles if len(question) <= LONG else _of_titles.__wrapped__
        costs = [*map(add, costs, of_titles(question, year))]
    return [*map(add, costs, _of_sections(mention.instrument, mention.indicator, year))]


# A table is decoded in several goes, and its questions come again in the next table.
@lru_cache(maxsize=1_024)
def _of_titles(question: str, year: int) -> tuple[float, ...]:
    """What each item of the book costs for being called otherwise."""
    titles = _codes_and_titles(year)[1]
    return tuple(_TITLE * (1 - _alike(question, title)) for title in titles)


@lru_cache(maxsize=256)
def _of_sections(instrument: str | None, indicator: str | None, year: int) -> tuple[float, ...]:
    """What each item of the book costs for belonging to another section than the mention."""
    costs = []
    for item in _book(year):
        if instrument and instrument != item.instrument:
            costs.append(_INSTRUMENT)
        elif indicator and indicator not in (item.indicator, item.subindicator):
            costs.append(_SECTION)
        else:
            costs.append(0.0)
    return tuple(costs)


def _come(costs: Sequence[float], ordered: bool) -> list[float]:
    """What it costs to come to each item of a book from the cheapest of all: ``costs`` and a step.

    A step costs little per item left out on the way, more to the same item again, most to one
    before. Where items stand in no order, only the same one again costs anything.
    """
    if not ordered:
        least, *others = sorted(range(len(costs)), key=costs.__getitem__)[:2]
        came = [costs[least]] * len(costs)
        came[least] = min([costs[least] + _AGAIN, *(costs[other] for other in others)])
        return came
    behind = accumulate(costs, min, initial=math.inf)
    ahead = [*accumulate(reversed(costs), min, initial=math.inf)][-2::-1]
    came = []
    near = math.inf  # from an item before, few left out
    # Comparing takes a third of the time of asking for the least of four.
    for cost, before, after in zip(costs, behind, ahead, strict=False):
        step = cost + _SAME
        if near < step:
            step = near
        if before + _SKIPS < step:
            step = before + _SKIPS
        if after + _BACK < step:
            step = after + _BACK
        came.append(step)
        near = near + _SKIP
        if cost < near:
            near = cost
    return came


def _go_on(costs: Sequence[float], ordered: bool) -> list[float]:
    """What it costs to go on from each item of a book to the cheapest of all."""
    return _come(costs[::-1], ordered)[::-1] if ordered else _come(costs, ordered)


def _forward(mentions: Sequence[Mention], own: Sequence[list[float]]) -> list[list[float]]:
    """For each mention, what the cheapest path to each item costs, the item itself included."""
    forward = [own[0]]
    for mention, costs in zip(mentions[1:], own[1:], strict=True):
        forward.append([*map(add, costs, _come(forward[-1], mention.ordered))])
    return forward


def _backward(mentions: Sequence[Mention], own: Sequence[list[float]]) -> list[list[float]]:
    """For each mention, what the cheapest path on from each item costs."""
    backward = [[0.0] * len(own[0])]
    for mention, costs in zip(reversed(mentions[1:]), reversed(own[1:]), strict=True):
        backward.append(_go_on([*map(add, backward[-1], costs)], mention.ordered))
    return backward[::-1]


def _decided(mentions: Sequence[Mention], paths: _Paths) -> tuple[Decided, ...]:
    book = _book(paths.year)
    decided = []
    both = zip(paths.forward, _backward(mentions, paths.own), strict=True)
    for mention, (f, b) in zip(mentions, both, strict=True):
        # Rounded: sums made in another order are equal, and the item listed first wins.
        totals = [round(x + y, 9) for x, y in zip(f, b, strict=True)]
        least = min(totals)
        first = totals.index(least)
        margin = min([*totals[:first], *totals[first + 1 :]], default=least + _UNREAD) - least
        code = book[first].code
        printed = readings(mention.token).get(code, _UNREAD)
        decided.append(Decided(code, printed > 0, round(margin, 3)))
    return tuple(decided)


def is_doubtful(confidence: float) -> bool:
    """Whether another code would have been nearly as good."""
    return confidence < DOUBTFUL
