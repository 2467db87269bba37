"""The page of copied wording: measures several districts word identically or nearly so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from publish.functions import squeeze
from publish.report.differ import Piece, differences
from publish.report.facts import Agency, Facts
from publish.report.findings import MOST

MOST_PAIRS = 100
"""Pairs that are shown; how many there are is always said."""


@dataclass(frozen=True, slots=True)
class SameWording:
    """A text and the measures of different agencies that have it."""

    text: str
    agencies: list[Agency]
    measures: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two texts that are nearly the same, in pieces."""

    row: dict[str, Any]
    left: list[Piece]
    right: list[Piece]


def wording(facts: Facts) -> dict[str, Any]:
    """What the template of the page is given."""
    pairs = facts.answer("alike-measures")
    return {
        "same": _same(facts),
        "pairs": [
            AlikePair(row, *differences(row["measure_a"], row["measure_b"]))
            for row in pairs[:MOST_PAIRS]
        ],
        "pair_count": len(pairs),
        "named": facts.answer("other-district-named"),
        "most": MOST,
    }


def _same(facts: Facts) -> list[SameWording]:
    groups: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    sql = """
        SELECT measure_id, document_id, document_file, agency_code, codes, measure, page_first
        FROM v_measure
        WHERE measure IS NOT NULL AND agency_code IS NOT NULL
        ORDER BY agency_code, measure_id
    """
    for row in facts.rows(sql):
        groups[squeeze(row["measure"])].append(row)
    found = []
    for rows in groups.values():
        codes = list(dict.fromkeys(row["agency_code"] for row in rows))
        if len(codes) > 1:
            agencies = [facts.agencies[code] for code in codes]
            found.append(SameWording(rows[0]["measure"], agencies, rows))
    found.sort(key=lambda group: (-len(group.agencies), -len(group.measures), group.text))
    return found
