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
may miss the printed value by the parts' own rounding; the allowance for that is exact, not a guess:
half a hundredth in each part, and half a hundredth in the result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from normalize.codebook import Indicator, Item, indicators, items

_CENT = Decimal("0.01")
_HALF_CENT = Decimal("0.005")
INSTRUMENT_WEIGHTS = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted mean that must give a printed score.

    ``slack``: how far rounding of the parts alone may move the result.
    """

    name: str
    code: str
    parts: tuple[tuple[str, Decimal], ...]
    slack: Decimal = Decimal(0)


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
        yield Sum("instrument-weighted", instrument, _weighted(parts), _HALF_CENT)
    if known and tree:
        yield Sum("overall-weighted", "ITA", tuple(INSTRUMENT_WEIGHTS.items()), _HALF_CENT)
        mains = [i for i in tree.values() if i.parent is None]
        yield Sum("overall-from-indicators", "ITA", _weighted(mains), _HALF_CENT)


def agrees(total: Sum, printed: Decimal, values: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether the printed value is what the parts give, within the parts' own rounding.

    Items and their means are checked exactly; wholes made of rounded parts get that rounding.
    """
    exact = weighted_mean(values)
    if round_half_up(exact) == printed:
        return True
    return total.slack > 0 and abs(exact - printed) <= total.slack + _HALF_CENT


def fitting_value(
    total: Sum, printed: Decimal, values: Mapping[str, Decimal], code: str
) -> Decimal | None:
    """The value of one part (or of the whole) that would make a failed sum hold."""
    weights = dict(total.parts)
    if code == total.code:
        return round_half_up(weighted_mean([(values[c], w) for c, w in total.parts]))
    whole = sum(weights.values(), Decimal(0))
    rest = sum((values[c] * w for c, w in total.parts if c != code), Decimal(0))
    value = round_half_up((printed * whole - rest) / weights[code])
    if not 0 <= value <= 100:
        return None
    trial = [(value if c == code else values[c], w) for c, w in total.parts]
    return value if agrees(total, printed, trial) else None


def one_digit_apart(a: Decimal, b: Decimal) -> bool:
    """Whether two scores differ in exactly one digit of their ``ddd.dd`` form."""
    x, y = f"{a:06.2f}", f"{b:06.2f}"
    return sum(p != q for p, q in zip(x, y, strict=True)) == 1
