"""The page of one code in one year: every agency's score, which is where a median leads back to."""

from __future__ import annotations

from typing import Any

from publish.report.facts import Facts

LABELS = {"indicator": "ตัวชี้วัด", "subindicator": "ตัวชี้วัดย่อย"}


def code_pages(facts: Facts, year: int) -> dict[str, dict[str, Any]]:
    """What the template is given, by the code."""
    pages: dict[str, dict[str, Any]] = {}
    for one in facts.of_year(year):
        if one.level not in ("indicator", "item"):
            continue
        page = pages.setdefault(
            one.code,
            {
                "year": year,
                "code": one.code,
                "label": f"{LABELS.get(one.level, '')} {one.code}".strip(),
                "title": one.title_th,
                "median": facts.medians(year, one.level).get(one.code),
                "lines": [],
            },
        )
        page["lines"].append(one)
    for page in pages.values():
        page["lines"].sort(key=lambda one: (one.score, one.agency_code))
    return pages
