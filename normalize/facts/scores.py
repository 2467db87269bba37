"""Statements of scores gathered to one row per code and year, with all their printings.

Where they are found: :mod:`normalize.facts.tablescores`, :mod:`normalize.facts.itemscores`,
:mod:`normalize.facts.prose` and :mod:`normalize.facts.quoted`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from normalize.codebook import indicators, items
from normalize.model import Finding, Mention, Score, Source

# As many values of one name in prose are a slip of the author; more are of other things.
_AT_ODDS = 2
_WHERE_ORDER = {"table": 0, "measures": 1, "prose": 2}


@dataclass(frozen=True, slots=True)
class Stated:
    """One printing of a score, not yet gathered."""

    year: int | None
    level: str
    code: str
    value: Decimal
    source: Source
    where: str
    inferred: bool = False
    title: str | None = None
    confidence: float | None = None


def level_of(code: str) -> str:
    """The level a code belongs to."""
    if code == "ITA":
        return "overall"
    if code in ("IIT", "EIT", "OIT"):
        return "instrument"
    if code[0] in "IEO":
        return "item"
    return "subindicator" if "." in code else "indicator"


def once_each(stated: Iterable[Stated]) -> list[Stated]:
    """The scores; what several readers of a table read in one cell is printed once.

    A band over several lists is read in each of them.
    """
    found: dict[Stated | int, Stated] = {}
    for number, one in enumerate(stated):
        found.setdefault(number if one.source.place.table is None else one, one)
    return [*found.values()]


def reached(
    stated: Iterable[Stated], years: Iterable[int | None]
) -> tuple[list[Stated], list[Finding]]:
    """The scores of years that may have been assessed; those of later ones are findings.

    ``years``: of the assessment and of the report's title, but the year that is planned. What
    stands under a later year is aimed at, whatever its column is called.
    """
    latest = max((year for year in years if year is not None), default=None)
    kept: list[Stated] = []
    findings: list[Finding] = []
    for one in stated:
        if latest is None or one.year is None or one.year <= latest:
            kept.append(one)
            continue
        message = (
            f"{one.value} is given for {one.code} in {one.year}, after the years of the report: "
            "what is aimed at is no score"
        )
        findings.append(Finding.at("warning", "score-unread", message, one.source))
    return kept, findings


def gather(stated: Iterable[Stated]) -> tuple[list[Score], list[Finding]]:
    """One score per year and code, all its printings as mentions, disagreements as findings.

    The value is that of the first printing in a score table, else in the measures, else in prose;
    among those of one place a code printed as such comes before one that was decided on.
    Lines that give one name several numbers are the rows of something else: none of them is taken.
    """
    groups: dict[tuple[int | None, str], list[Stated]] = defaultdict(list)
    for one in stated:
        groups[(one.year, one.code)].append(one)
    scores: list[Score] = []
    findings: list[Finding] = []
    for (year, code), members in groups.items():
        members.sort(key=lambda s: (_WHERE_ORDER[s.where], s.inferred))
        chosen = members[0]
        if chosen.where == "prose" and len({s.value for s in members}) > _AT_ODDS:
            findings.append(_at_odds(code, members))
            continue
        mentions = tuple(Mention(s.value, s.source, s.where) for s in members)
        scores.append(
            Score(
                year,
                chosen.level,
                code,
                title_of(year, code) or chosen.title,
                chosen.value,
                mentions,
                all(s.inferred for s in members),
                _confidence(members),
            )
        )
        findings += _disagreements(code, members)
    order = ["overall", "instrument", "indicator", "subindicator", "item"]
    scores.sort(key=lambda s: (s.fiscal_year or 0, order.index(s.level), _code_key(s.code)))
    return scores, findings


def _at_odds(code: str, members: list[Stated]) -> Finding:
    values = ", ".join(dict.fromkeys(str(s.value) for s in members))
    source = members[0].source
    message = f"{code} is given as {values} outside of tables; none of them was taken"
    return Finding("error", "score-disagrees", message, source.place, source.place.page, source.raw)


def _confidence(members: list[Stated]) -> float | None:
    """That of the surest printing of the value taken; each could stand alone."""
    alike = [s.confidence for s in members if s.value == members[0].value]
    return max((c for c in alike if c is not None), default=None)


def _code_key(code: str) -> tuple[str, float]:
    if code[0] in "IEO" and code[1:].isdigit():
        return str("IEO".index(code[0])), float(code[1:])
    try:
        major, _, minor = code.partition(".")
        return "", int(major) + int(minor or 0) / 10
    except ValueError:
        return code, 0.0


def _disagreements(code: str, members: list[Stated]) -> list[Finding]:
    chosen = members[0]
    return [
        Finding(
            "error",
            "score-disagrees",
            f"{code} is printed as {chosen.value} on page {chosen.source.place.page} and as "
            f"{other.value} on page {other.source.place.page}; the first was taken",
            other.source.place,
            other.source.place.page,
            other.source.raw,
        )
        for other in members[1:]
        if other.value != chosen.value
    ]


def title_of(year: int | None, code: str) -> str | None:
    """The code book's title of an item or indicator."""
    if year is None:
        return None
    item = items(year).get(code)
    if item is not None:
        return item.title_th
    indicator = indicators(year).get(code)
    return indicator.title_th if indicator is not None else None
