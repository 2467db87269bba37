"""The page of a year: ranking, heat map, change since the year before, what all are weak on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from publish.report.charts import ChangeBar, change_bar
from publish.report.facts import Agency, Facts, ScoreFact

INDICATORS = tuple(map(str, range(1, 11)))
INSTRUMENTS = ("IIT", "EIT", "OIT")
EVERY_SCORE = "101"
HARDEST = 10


@dataclass(frozen=True, slots=True)
class Instrument:
    """A score of an instrument; ``fact`` is ``None`` where it was computed from indicators."""

    score: float
    fact: ScoreFact | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the ranking."""

    rank: int
    agency: Agency
    overall: ScoreFact
    instruments: Mapping[str, Instrument]
    before: ScoreFact | None
    change: float | None
    bar: ChangeBar | None
    rating: str | None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A line of the heat map: scores by indicator."""

    agency: Agency
    scores: Mapping[str, ScoreFact]


def overview(facts: Facts, year: int) -> dict[str, Any]:
    """What the template of a year's page is given."""
    instruments = instruments_of(facts, year)
    heat = _heat(facts, year)
    scored = {agency for agency, other in facts.scores if other == year}
    return {
        "year": year,
        "titles": facts.titles(year),
        "indicators": INDICATORS,
        "instruments": INSTRUMENTS,
        "ranking": _ranking(facts, year, instruments),
        "heat": heat,
        "medians": facts.medians(year, "indicator"),
        "hardest": facts.answer("hardest-items", year=str(year))[:HARDEST],
        "zeros": facts.answer("disclosure-zero", year=str(year)),
        "unranked": [
            agency
            for agency in facts.reported
            if agency.code in scored and "ITA" not in facts.scores[agency.code, year]
        ],
        "scored": len(scored),
        "absent": [
            agency
            for agency in facts.agencies.values()
            if agency.kind == "district" and agency not in facts.reported
        ],
    }


def instruments_of(facts: Facts, year: int) -> dict[str, dict[str, Instrument]]:
    """Scores of the instruments by agency, computed where no report prints them."""
    found: dict[str, dict[str, Instrument]] = {}
    for row in facts.of_all("under-85", year, limit=EVERY_SCORE):
        code, name = row["agency_code"], row["instrument"]
        fact = facts.scores[code, year].get(name)
        found.setdefault(code, {})[name] = Instrument(row["score"], fact)
    return found


def _ranking(
    facts: Facts, year: int, instruments: Mapping[str, Mapping[str, Instrument]]
) -> list[Standing]:
    rows = [row for row in facts.of_all("ranking", year) if row["rank"] is not None]
    largest = max((abs(row["change"]) for row in rows if row["change"] is not None), default=0.0)
    ratings = {
        row["agency_code"]: row["rating"]
        for row in facts.documents
        if row["assessment_year"] == year and row["rating"]
    }
    standings = []
    for row in rows:
        code, change = row["agency_code"], row["change"]
        before = facts.scores.get((code, year - 1), {}).get("ITA")
        standings.append(
            Standing(
                row["rank"],
                facts.agencies[code],
                facts.scores[code, year]["ITA"],
                instruments.get(code, {}),
                before,
                change,
                None if change is None else change_bar(change, largest),
                ratings.get(code),
            )
        )
    return standings


def _heat(facts: Facts, year: int) -> list[HeatRow]:
    """Agencies in the order of the ranking, then those without an overall score."""
    order = {row["agency_code"]: n for n, row in enumerate(facts.of_all("ranking", year))}
    rows = []
    for code in sorted(order, key=lambda code: order[code]):
        scores = facts.scores[code, year]
        if any(indicator in scores for indicator in INDICATORS):
            rows.append(HeatRow(facts.agencies[code], scores))
    return rows
