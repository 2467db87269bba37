"""The truth file of a made-up report: what a reader must find in it, never read from the PDF."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.samples.codebook import book, unit_names
from tests.samples.content import Content, Group, Measure

_META = ("agency_code", "doc_type", "assessment_year", "report_year", "plan_year", "period")


def truth(content: Content) -> dict[str, Any]:
    """The truth of one report in the format of the scoring tool."""
    raw = content.raw
    meta = {key: raw[key] for key in (*_META, "rating") if key in raw}
    groups = [(part.indicator, group) for part in content.sections for group in part.groups]
    return {
        **meta,
        "scores": _scores(content),
        "measures": [m for indicator, group in groups for m in _measures(indicator, group)],
        "weaknesses": [
            {"codes": list(line.codes), "text": line.weakness}
            for _, group in groups
            for line in group.lines
            if line.weakness
        ],
        "file": f"{content.name}.pdf",
        "family": raw["family"],
        "engine": raw["engine"],
        "damage": "none",
    }


def _scores(content: Content) -> list[dict[str, Any]]:
    hidden = set(content.raw.get("unprinted", ()))
    several = len(content.scores) > 1
    return [
        {"level": level(code), "code": code, "score": _number(score)}
        | ({"year": year} if several else {})
        for year, scores in content.scores.items()
        for code, score in sorted(scores.items(), key=lambda pair: _order(year, pair[0]))
        if code not in hidden
    ]


def level(code: str) -> str:
    """The level of a score, told from the form of its code."""
    if code == "ITA":
        return "overall"
    if code in ("IIT", "EIT", "OIT"):
        return "instrument"
    if code[0].isalpha():
        return "item"
    return "subindicator" if "." in code else "indicator"


def _order(year: int, code: str) -> tuple[int, int, str]:
    levels = ("overall", "instrument", "indicator", "subindicator", "item")
    known = list(book(year))
    return levels.index(level(code)), known.index(code) if code in known else -1, code


def _number(score: Decimal) -> float:
    return float(score)


def _measures(indicator: str, group: Group) -> list[dict[str, Any]]:
    codes = [code for line in group.lines for code in line.codes]
    return [_measure(indicator, codes, measure) for measure in group.measures]


def _measure(indicator: str, codes: list[str], measure: Measure) -> dict[str, Any]:
    fact: dict[str, Any] = {
        "indicator": indicator,
        "codes": codes,
        "text": measure.steps.plain,
        "steps": list(measure.steps.items),
    }
    fact |= {name: statements.plain for name, statements in measure.fields.items()}
    if measure.units is not None:
        unknown = set(measure.units) - unit_names()
        if unknown:
            raise ValueError(f"not official section names: {', '.join(sorted(unknown))}")
        fact["units"] = sorted(measure.units)
    if measure.deadline:
        fact["deadline"] = measure.deadline[1]
    if measure.monitoring:
        fact["monitoring_months"] = measure.monitoring[1]
    return fact
