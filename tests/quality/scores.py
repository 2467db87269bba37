"""A full set of 2567 scores that satisfies every rule, made from the items upwards, and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from extract.model import Box, Place
from normalize.codebook import indicators, items
from normalize.facts.scores import level_of
from normalize.model import Mention, Meta, Report, Score, Source

YEAR = 2567
_PLACE = Place(3, Box(10, 20, 30, 40), 0, 1, 2)
_CENT = Decimal("0.01")


def mean(pairs: list[tuple[Decimal, Decimal]]) -> Decimal:
    """Weighted mean, rounded half up: written here once more, away from the code under test."""
    total = sum(weight for _, weight in pairs)
    exact = sum((value * weight for value, weight in pairs), Decimal(0)) / total
    return exact.quantize(_CENT, rounding=ROUND_HALF_UP)


def full(overrides: Mapping[str, str] | None = None) -> dict[str, Decimal]:
    """Every score of the assessment of 2567: items given or made up, all others computed."""
    book, tree = items(YEAR), indicators(YEAR)
    scores = {
        code: Decimal(8000 + (137 * n) % 2000) / 100
        if code[0] != "O"
        else Decimal(100 - 25 * (n % 3))
        for n, code in enumerate(book)
    }
    scores |= {code: Decimal(value) for code, value in (overrides or {}).items()}
    one = Decimal(1)
    for code, indicator in tree.items():
        parts = [i for i in book.values() if code in (i.indicator, i.subindicator)]
        weigh = indicator.instrument == "OIT" and indicator.parent is None
        scores[code] = mean([(scores[p.code], (p.points or one) if weigh else one) for p in parts])
    for instrument in ("IIT", "EIT", "OIT"):
        mains = [i for i in tree.values() if i.instrument == instrument and i.parent is None]
        scores[instrument] = mean([(scores[i.code], i.points or one) for i in mains])
    weights = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}
    scores["ITA"] = mean([(scores[code], weight) for code, weight in weights.items()])
    return scores


def stated(
    scores: Mapping[str, Decimal | str], year: int = YEAR, rating: str | None = None
) -> Report:
    """A report that states these scores, each once, in a table."""
    facts = tuple(
        Score(
            year,
            level_of(code),
            code,
            None,
            Decimal(value),
            (Mention(Decimal(value), Source(_PLACE, str(value)), "table"),),
        )
        for code, value in scores.items()
    )
    report = Report("r.pdf", "0" * 64, "ok", "text", scores=facts)
    return replace(report, meta=Meta(assessment_year=year, rating=rating))
