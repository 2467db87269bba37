"""What is in a database and how good it is, in numbers.

What is new in the folder of the reports is for ``pipeline`` to say: nothing here looks at files.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckCount:
    """How often one kind of arithmetic check ran, and how often it held."""

    name: str
    ran: int
    held: int


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings there are of one kind."""

    severity: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Status:
    """A database in numbers.

    Attributes:
        finished: when it was last brought up to date, ISO time in UTC.
        reports: by how their reading went: ``ok``, ``partial``, ``failed``.
        pages_without_text: pages on which nothing could be read.
        districts: how many of ``districts_known`` have a report.
        city: whether the city itself has one.
        years: assessment years of the scores and reports.
        confirmed: scores that take part in checks, all of which hold; ``contradicted``: in one
            that fails; ``untouched``: in none.
    """

    finished: str | None
    program_version: str | None
    reports: dict[str, int]
    pages: int
    pages_without_text: int
    districts: int
    districts_known: int
    city: bool
    years: list[int]
    scores: int
    confirmed: int
    contradicted: int
    untouched: int
    measures: int
    weaknesses: int
    checks: list[CheckCount]
    findings: list[FindingCount]


_SCORES = """
SELECT count(*), count(*) FILTER (WHERE verified = 1), count(*) FILTER (WHERE verified = -1),
       count(*) FILTER (WHERE verified = 0)
FROM v_score
"""
_DISTRICTS = """
SELECT count(DISTINCT d.agency_code) FILTER (WHERE a.kind = 'district'),
       (SELECT count(*) FROM agency WHERE kind = 'district'),
       count(*) FILTER (WHERE a.kind = 'city') > 0
FROM v_document AS d
JOIN agency AS a ON a.agency_code = d.agency_code
"""
_YEARS = """
SELECT fiscal_year FROM v_score WHERE fiscal_year IS NOT NULL
UNION
SELECT assessment_year FROM v_document WHERE assessment_year IS NOT NULL
ORDER BY 1
"""
_CHECKS = "SELECT name, count(*), sum(holds) FROM arithmetic_check GROUP BY name ORDER BY name"
_FINDINGS = """
SELECT severity, kind, count(*) AS times
FROM v_finding
GROUP BY severity, kind
ORDER BY instr('error warning info', severity), times DESC, kind
"""


def status(connection: sqlite3.Connection) -> Status:
    """Count what a database holds."""
    last = _row(connection, "SELECT finished, program_version FROM run ORDER BY run_id DESC")
    districts, known, city = _row(connection, _DISTRICTS)
    scores, confirmed, contradicted, untouched = _row(connection, _SCORES)
    pages = "SELECT count(*), count(*) FILTER (WHERE text_source = 'none') FROM page"
    all_pages, without_text = _row(connection, pages)
    by_status = "SELECT status, count(*) FROM v_document GROUP BY status"
    return Status(
        finished=last[0],
        program_version=last[1],
        reports={"ok": 0, "partial": 0, "failed": 0} | dict(connection.execute(by_status)),
        pages=all_pages,
        pages_without_text=without_text,
        districts=districts,
        districts_known=known,
        city=bool(city),
        years=[row[0] for row in connection.execute(_YEARS)],
        scores=scores,
        confirmed=confirmed,
        contradicted=contradicted,
        untouched=untouched,
        measures=_row(connection, "SELECT count(*) FROM v_measure")[0],
        weaknesses=_row(connection, "SELECT count(*) FROM v_weakness")[0],
        checks=[CheckCount(*row) for row in connection.execute(_CHECKS)],
        findings=[FindingCount(*row) for row in connection.execute(_FINDINGS)],
    )


def _row(connection: sqlite3.Connection, sql: str) -> sqlite3.Row:
    row: sqlite3.Row = connection.execute(sql).fetchone()
    return row
