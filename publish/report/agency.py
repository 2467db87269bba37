"""The page of an agency: its scores against the city, its weaknesses, measures and results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from normalize.codebook import code_order
from publish.report.charts import Radar, radar
from publish.report.facts import FEW, Agency, Facts, ScoreFact
from publish.report.findings import grouped
from publish.report.overview import INDICATORS, INSTRUMENTS, Instrument, instruments_of


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item against the median of the districts, where there is one."""

    fact: ScoreFact
    median: float | None


@dataclass(frozen=True, slots=True)
class YearScores:
    """What an agency scored in a year."""

    year: int
    overall: ScoreFact | None
    instruments: dict[str, Instrument]
    radar: Radar | None
    indicators: list[tuple[str, ScoreFact, float | None]]
    titles: dict[str, str]
    items: list[ItemLine]
    before: dict[str, ScoreFact]


@dataclass(frozen=True, slots=True)
class Work:
    """The measures of one document, and weaknesses that no measure stands beside."""

    document: dict[str, Any]
    measures: list[dict[str, Any]]
    alone: list[dict[str, Any]]
    columns: frozenset[str]


class AgencyPages:
    """What the template of an agency's page is given, for one agency after the other."""

    def __init__(self, facts: Facts, today: str) -> None:
        self._facts = facts
        self._overdue = {
            row["measure_id"]: row["days_over"]
            for row in facts.answer("overdue-measures", today=today)
        }
        self._medians = {
            year: (facts.medians(year, "indicator"), facts.medians(year, "item"))
            for year in facts.years
        }
        self._instruments = {year: instruments_of(facts, year) for year in facts.years}

    def page(self, agency: Agency) -> dict[str, Any]:
        """Everything about one agency."""
        facts = self._facts
        documents = facts.documents_of(agency.code)
        findings = facts.answer("findings-first", district=agency.code)
        return {
            "agency": agency,
            "documents": documents,
            "years": [self._year(agency, year) for year in facts.years_of(agency.code)],
            "works": [work for document in documents if (work := self._work(document))],
            "overdue": self._overdue,
            # Two files of one report state one rating.
            "ratings": list(
                dict.fromkeys(
                    (row["rating"], row["assessment_year"]) for row in documents if row["rating"]
                )
            ),
            "serious": grouped(row for row in findings if row["severity"] != "info"),
            "notes": sum(row["severity"] == "info" for row in findings),
            "few": FEW,
        }

    def _year(self, agency: Agency, year: int) -> YearScores:
        scores = self._facts.scores[agency.code, year]
        of_indicators, of_items = self._medians[year]
        values = {code: scores[code].score for code in INDICATORS if code in scores}
        items = sorted(
            (fact for fact in scores.values() if fact.level == "item"),
            key=lambda fact: code_order(fact.code),
        )
        instruments = self._instruments[year].get(agency.code, {})
        return YearScores(
            year,
            scores.get("ITA"),
            {name: instruments[name] for name in INSTRUMENTS if name in instruments},
            radar(INDICATORS, values, of_indicators),
            [(code, scores[code], of_indicators.get(code)) for code in values],
            self._facts.titles(year),
            [ItemLine(fact, of_items.get(fact.code)) for fact in items],
            self._facts.scores.get((agency.code, year - 1), {}),
        )

    def _work(self, document: dict[str, Any]) -> Work | None:
        given = {"document": document["document_id"]}
        measures = self._facts.rows(
            "SELECT * FROM v_measure WHERE document_id = :document ORDER BY measure_id", given
        )
        weaknesses = self._facts.rows(
            "SELECT * FROM v_weakness WHERE document_id = :document ORDER BY weakness_id", given
        )
        beside = {row["weakness"] for row in measures}
        alone = [row for row in weaknesses if row["text"] not in beside]
        if not measures and not alone:
            return None
        optional = ("output", "awareness", "result", "deadline_raw", "monitoring_raw")
        stated = frozenset(name for name in optional if any(row[name] for row in measures))
        return Work(document, measures, alone, stated)
