"""The pages of findings, and of how the data was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from normalize.codebook.finding_kinds import finding_kinds
from publish.report.facts import Facts

MOST = 300
"""Rows of a list; how many there are is always said, and `ita query` gives them all."""
MOST_PAGES = 12


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind in one document: the first, those to link to, how many."""

    first: dict[str, Any]
    shown: list[dict[str, Any]]
    count: int


def findings(facts: Facts) -> dict[str, Any]:
    """What the template of the findings is given."""
    rows = facts.answer("findings-first")
    listed = grouped(row for row in rows if row["severity"] != "info")
    documents = {row["document_id"]: row for row in facts.documents}
    kinds = Counter((row["severity"], row["kind"]) for row in rows)
    return {
        "severities": Counter(row["severity"] for row in rows),
        "kinds": sorted(kinds.items(), key=lambda one: (_rank(one[0][0]), -one[1], one[0][1])),
        "meanings": finding_kinds(),
        "listed": listed,
        "most": MOST,
        "disagreeing": facts.answer("disagreeing-documents"),
        "failed": facts.answer("failed-arithmetic"),
        "weak": facts.answer("weak-without-measure"),
        "documents": documents,
    }


def grouped(rows: Iterable[dict[str, Any]]) -> list[FindingGroup]:
    """Findings of one kind in one document together: a scan has one for every page."""
    groups: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["kind"], row["document_id"]), []).append(row)
    return [FindingGroup(rows[0], rows[:MOST_PAGES], len(rows)) for rows in groups.values()]


def _rank(severity: str) -> int:
    return ("error", "warning", "info").index(severity)


def about(facts: Facts) -> dict[str, Any]:
    """What the template of the page on the making of the data is given."""
    rule = """
        SELECT description_th, description_en FROM dictionary
        WHERE table_name = 'v_score_current' AND column_name IS NULL
    """
    return {
        "run": facts.rows("SELECT * FROM run ORDER BY run_id DESC LIMIT 1"),
        "counts": facts.rows(_COUNTS)[0],
        "checks": facts.rows(_CHECKS),
        "rule": facts.rows(rule)[0],
    }


_COUNTS = """
SELECT
    (SELECT count(*) FROM v_document) AS documents,
    (SELECT count(*) FROM v_document WHERE status = 'failed') AS failed,
    (SELECT count(*) FROM page) AS pages,
    (SELECT count(*) FROM page WHERE text_source = 'none') AS blank,
    (SELECT count(*) FROM v_score) AS scores,
    (SELECT count(*) FROM v_score WHERE verified = 1) AS confirmed,
    (SELECT count(*) FROM v_score WHERE verified = -1) AS contradicted,
    (SELECT count(*) FROM v_measure) AS measures,
    (SELECT count(*) FROM v_weakness) AS weaknesses,
    (SELECT count(*) FROM v_finding) AS findings
"""
_CHECKS = """
SELECT name, count(*) AS ran, sum(holds) AS held FROM arithmetic_check GROUP BY name ORDER BY name
"""
