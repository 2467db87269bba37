"""Runs every check on one report and turns what fails into findings.

A check says how many rows it tested; none is not a pass. No value is ever changed here: where one
misread digit explains a failed sum, the finding says which score and what value would fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from normalize.model import Check, Finding, Report, Score
from quality.arithmetic import (
    Sum,
    agrees,
    fitting_value,
    one_digit_apart,
    round_half_up,
    sums_of,
    weighted_mean,
)
from quality.coverage import coverage_findings
from quality.rating import rating_of


def check_report(report: Report) -> Report:
    """The report with its checks run and findings for every one that fails."""
    by_year: dict[int, dict[str, Score]] = defaultdict(dict)
    for score in report.scores:
        if score.fiscal_year is not None:
            by_year[score.fiscal_year][score.code] = score
    checks: list[Check] = []
    findings: list[Finding] = []
    for year, scores in sorted(by_year.items()):
        ran, failed = _sums(year, scores)
        checks += ran
        findings += failed
    findings += _rating(report, by_year)
    findings += coverage_findings(report)
    return replace(
        report,
        checks=(*report.checks, *checks),
        findings=(*report.findings, *findings),
    )


def _sums(year: int, scores: dict[str, Score]) -> tuple[list[Check], list[Finding]]:
    values = {code: s.score for code, s in scores.items()}
    computed: dict[str, Decimal] = {}
    checks: list[Check] = []
    failed: list[tuple[Sum, dict[str, Decimal]]] = []
    for total in sums_of(year):
        known = {**computed, **values}
        if any(code not in known for code, _ in total.parts):
            continue
        pairs = [(known[code], weight) for code, weight in total.parts]
        result = weighted_mean(pairs)
        if total.code not in values:
            # An instrument that is not printed still carries the sum above it, unrounded.
            computed.setdefault(total.code, result)
            continue
        holds = agrees(total, values[total.code], pairs)
        checks.append(
            Check(
                total.name,
                year,
                (total.code, *(c for c, _ in total.parts)),
                values[total.code],
                round_half_up(result),
                holds,
            )
        )
        if not holds:
            failed.append((total, known))
    holding = {c for check in checks if check.holds for c in check.codes}
    return checks, [_explain(t, known, scores, holding) for t, known in failed]


def _explain(
    total: Sum, known: dict[str, Decimal], scores: dict[str, Score], holding: set[str]
) -> Finding:
    """Say what fails, and the one digit that would mend it where exactly one score explains it."""
    printed = known[total.code]
    result = round_half_up(weighted_mean([(known[c], w) for c, w in total.parts]))
    message = f"{total.code} is printed as {printed}, but its parts give {result} ({total.name})"
    suspects = _suspects(total, known, scores)
    free = [s for s in suspects if s[0] not in holding] or suspects
    if 0 < len(free) <= 3:
        fits = "; ".join(f"{code} {known[code]} -> {value}" for code, value in free)
        message += f". One misread digit would explain it: {fits}"
    place = scores[total.code].mentions[0].source
    return Finding("error", "sum-fails", message, place.place, place.place.page, place.raw)


def _suspects(
    total: Sum, known: dict[str, Decimal], scores: dict[str, Score]
) -> list[tuple[str, Decimal]]:
    found = []
    for code in (total.code, *(c for c, _ in total.parts)):
        if code not in scores:
            continue
        value = fitting_value(total, known[total.code], known, code)
        if value is not None and one_digit_apart(value, known[code]):
            found.append((code, value))
    return found


def _rating(report: Report, by_year: dict[int, dict[str, Score]]) -> Iterable[Finding]:
    year = report.meta.assessment_year
    scores = by_year.get(year, {}) if year is not None else {}
    overall, printed = scores.get("ITA"), report.meta.rating
    if overall is None or printed is None:
        return
    instruments: dict[str, Decimal] = {
        c: scores[c].score for c in ("IIT", "EIT", "OIT") if c in scores
    }
    for total in sums_of(year) if year is not None else ():
        if total.name == "instrument-weighted" and all(c in scores for c, _ in total.parts):
            mean = weighted_mean([(scores[c].score, w) for c, w in total.parts])
            instruments.setdefault(total.code, mean)
    earned = rating_of(overall.score, instruments)
    if earned is not None and earned != printed:
        source = overall.mentions[0].source
        yield Finding(
            "warning",
            "rating-differs",
            f"The report states the rating {printed}, but its scores earn {earned}",
            source.place,
            source.place.page,
            source.raw,
        )
