"""What the pages are made of, fetched from the views: agencies, documents, scores, measures.

Scores are those of ``v_score_current``: one per agency, year and code, with the rule that chose it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from publish.questions import question
from publish.reader import Value, ask

FEW = 3
"""A median of fewer districts says nothing of the city, and is not shown."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A district or the city."""

    code: str
    kind: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class ScoreFact:
    """A score as the pages show it, with the way back to where it is printed."""

    score_id: int
    document_id: int
    agency_code: str
    year: int
    level: str
    code: str
    title_th: str | None
    score: float
    page: int | None
    raw: str | None
    verified: int
    conflict: int


_SCORES = """
SELECT score_id, document_id, agency_code, fiscal_year, level, code, title_th, score, page, raw,
       verified, conflict
FROM v_score_current
"""


class Facts:
    """Everything small enough to be kept while the pages are written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._medians: dict[tuple[int, str], dict[str, float]] = {}
        self._answers: dict[tuple[str, int], list[dict[str, Any]]] = {}
        agencies = "SELECT agency_code, kind, name_th, name_en FROM agency ORDER BY agency_code"
        self.agencies = {row[0]: Agency(*row) for row in connection.execute(agencies)}
        self.scores: dict[tuple[str, int], dict[str, ScoreFact]] = defaultdict(dict)
        for row in connection.execute(_SCORES):
            fact = ScoreFact(*row)
            self.scores[fact.agency_code, fact.year][fact.code] = fact
        self.years = sorted({year for _, year in self.scores}, reverse=True)
        self.documents = self.rows("SELECT * FROM v_document ORDER BY report_year DESC, path")
        reported = {row["agency_code"] for row in self.documents}
        self.reported = [agency for code, agency in self.agencies.items() if code in reported]

    def rows(self, sql: str, values: Mapping[str, Value] | None = None) -> list[dict[str, Any]]:
        """The rows of a statement by column name."""
        answer = ask(self._connection, sql, values or {})
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def answer(self, name: str, **given: Value) -> list[dict[str, Any]]:
        """The rows that answer a named question."""
        asked = question(name)
        return self.rows(asked.sql, asked.values(given))

    def of_all(self, name: str, year: int, **given: Value) -> list[dict[str, Any]]:
        """The answer to a question about a whole year, asked once however many pages need it."""
        if (name, year) not in self._answers:
            self._answers[name, year] = self.answer(name, year=str(year), **given)
        return self._answers[name, year]

    def years_of(self, agency_code: str) -> list[int]:
        """The years an agency has scores of, newest first."""
        return [year for year in self.years if (agency_code, year) in self.scores]

    def documents_of(self, agency_code: str) -> list[dict[str, Any]]:
        """An agency's documents, newest first."""
        return [row for row in self.documents if row["agency_code"] == agency_code]

    def titles(self, year: int) -> dict[str, str]:
        """The indicators and sub-indicators of a year's code book, titles by code."""
        sql = "SELECT code, title_th FROM indicator WHERE assessment_year = :year"
        return {row["code"]: row["title_th"] for row in self.rows(sql, {"year": year})}

    def medians(self, year: int, level: str) -> dict[str, float]:
        """The median over the districts, by code; none where too few have that score."""
        if (year, level) not in self._medians:
            self._medians[year, level] = self._middle(year, level)
        return self._medians[year, level]

    def _middle(self, year: int, level: str) -> dict[str, float]:
        values: dict[str, list[float]] = defaultdict(list)
        for fact in self.of_year(year):
            if fact.level == level and self.agencies[fact.agency_code].kind == "district":
                values[fact.code].append(fact.score)
        return {code: median(scores) for code, scores in values.items() if len(scores) >= FEW}

    def of_year(self, year: int) -> Iterator[ScoreFact]:
        """Every score of a year."""
        for (_, other), facts in self.scores.items():
            if other == year:
                yield from facts.values()
