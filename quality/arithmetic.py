"""The arithmetic that the scores of one assessment must satisfy, in exact decimals.

Source of the rules: the weights table printed in the reports of the 2567 assessment and the points
of the code book, confirmed on the report of สัมพันธวงศ์ (2567), which satisfies every one of them:

* an indicator without sub-indicators is the mean of its items (indicators 1 to 8);
* a sub-indicator is the mean of its items;
* a disclosure indicator (9, 10) is the mean of its items weighted by their points;
* an instrument is the mean of its indicators weighted by their points;
* overall = (30 IIT + 30 EIT + 40 OIT) / 100;
* all rounded half up to two decimals.

Points of 2566 are not known: there only plain means are checked. A computation from rounded parts
may miss the printed value by the parts' own rounding; the allowance for that is exact, not a guess.
A part printed as p was at least p - 0.005 and less than p + 0.005, and so was the whole; with
weights that add up to one the two differ by less than 0.01, never by 0.01 itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from normalize.codebook import Indicator, Item, indicators, items

_CENT = Decimal("0.01")
INSTRUMENT_WEIGHTS = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted mean that must give a printed score.

    ``of_rounded``: the parts are means themselves and were rounded for print.
    """

    name: str
    code: str
    parts: tuple[tuple[str, Decimal], ...]
    of_rounded: bool = False


@dataclass(frozen=True, slots=True)
class Ran:
    """A sum that the scores at hand allowed, and what came of it."""

    total: Sum
    printed: Decimal
    computed: Decimal
    holds: bool


def round_half_up(value: Decimal) -> Decimal:
    """Two decimals, halves upwards, as the reports round."""
    return value.quantize(_CENT, rounding=ROUND_HALF_UP)


def weighted_mean(values: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Mean of (value, weight) pairs, unrounded."""
    total = sum((w for _, w in values), Decimal(0))
    return sum((v * w for v, w in values), Decimal(0)) / total


def sums_of(year: int) -> Iterator[Sum]:
    """Every sum the code book of a year supports, parts before wholes."""
    book, tree = items(year), indicators(year)
    for code, indicator in tree.items():
        parts = [i for i in book.values() if code in (i.indicator, i.subindicator)]
        if not parts:
            continue
        if indicator.parent is not None:
            yield Sum("subindicator-mean", code, _equal(parts))
        elif indicator.instrument != "OIT":
            yield Sum("indicator-mean", code, _equal(parts))
        elif all(p.points is not None for p in parts):
            yield Sum("indicator-weighted", code, _weighted(parts))
    yield from _whole_sums(tree, year)


def _equal(parts: Sequence[Item]) -> tuple[tuple[str, Decimal], ...]:
    return tuple((p.code, Decimal(1)) for p in parts)


def _weighted(parts: Sequence[Item | Indicator]) -> tuple[tuple[str, Decimal], ...]:
    return tuple((p.code, p.points) for p in parts if p.points is not None)


def _whole_sums(tree: Mapping[str, Indicator], year: int) -> Iterator[Sum]:
    known = True
    for instrument in INSTRUMENT_WEIGHTS:
        parts = [i for i in tree.values() if i.instrument == instrument and i.parent is None]
        if not parts or any(p.points is None for p in parts):
            known = False
            continue
        yield Sum("instrument-weighted", instrument, _weighted(parts), of_rounded=True)
    if known and tree:
        yield Sum("overall-weighted", "ITA", tuple(INSTRUMENT_WEIGHTS.items()), of_rounded=True)
        mains = [i for i in tree.values() if i.parent is None]
        yield Sum("overall-from-indicators", "ITA", _weighted(mains), of_rounded=True)


def agrees(total: Sum, printed: Decimal, mean: Decimal) -> bool:
    """Whether the printed value is what the parts give, within the parts' own rounding.

    Items and their means are checked exactly; wholes made of rounded parts get that rounding.
    """
    if round_half_up(mean) == printed:
        return True
    return total.of_rounded and abs(mean - printed) < _CENT


def run_sums(totals: Iterable[Sum], values: Mapping[str, Decimal]) -> list[Ran]:
    """Every sum whose result is printed and whose parts are all known.

    An instrument that is not printed still carries the sum above it, unrounded.
    """
    known = dict(values)
    ran: list[Ran] = []
    for total in totals:
        if any(code not in known for code, _ in total.parts):
            continue
        mean = weighted_mean([(known[code], weight) for code, weight in total.parts])
        if total.code in values:
            printed = values[total.code]
            holds = agrees(total, printed, mean)
            ran.append(Ran(total, printed, round_half_up(mean), holds))
        else:
            known.setdefault(total.code, mean)
    return ran
