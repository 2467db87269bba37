"""Runs every check on one report and turns what fails into findings.

A check says how many rows it tested; none is not a pass. No value is ever changed here: where one
misread digit explains a failed sum, the finding says which score and what value would fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from normalize.model import Check, Finding, Report, Score
from quality.arithmetic import Ran, run_sums, sums_of, weighted_mean
from quality.coverage import coverage_findings
from quality.rating import RATINGS, rank_of, rating_of
from quality.suspects import Suspect, suspects

_FEW = 3  # more scores than this are too many to compare by hand


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
    ran, failed = _rating(report, by_year)
    checks += ran
    findings += failed
    findings += coverage_findings(report)
    return replace(
        report,
        checks=(*report.checks, *checks),
        findings=(*report.findings, *findings),
    )


def _sums(year: int, scores: dict[str, Score]) -> tuple[list[Check], list[Finding]]:
    totals = tuple(sums_of(year))
    ran = run_sums(totals, {code: score.score for code, score in scores.items()})
    checks = [
        Check(
            r.total.name,
            year,
            (r.total.code, *(code for code, _ in r.total.parts)),
            r.printed,
            r.computed,
            r.holds,
        )
        for r in ran
    ]
    explained = suspects(totals, scores, ran)
    failed = [
        _failure(r, explained[(r.total.name, r.total.code)], scores) for r in ran if not r.holds
    ]
    return checks, failed


def _failure(ran: Ran, found: Sequence[Suspect], scores: dict[str, Score]) -> Finding:
    """Say what fails, and which scores could each explain it by one misread digit."""
    total = ran.total
    message = (
        f"{total.code} is printed as {ran.printed}, but its parts give {ran.computed} "
        f"({total.name}). {_explained(found)}"
    )
    return Finding.at("error", "sum-fails", message, scores[total.code].mentions[0].source)


def _explained(found: Sequence[Suspect]) -> str:
    """The suspects in words; of too many to compare, first those printed only once."""
    if not found:
        return "No one misread digit explains it; compare all of them with the page"
    if len(found) <= _FEW:
        return f"One misread digit would explain it: {_fits(found)}"
    once = [suspect for suspect in found if not suspect.alike]
    if 0 < len(once) <= _FEW:
        others = ", ".join(suspect.code for suspect in found if suspect.alike)
        return (
            f"One misread digit would explain it: {_fits(once)} (so would {others}, but the report "
            "prints it twice alike)"
        )
    codes = ", ".join(suspect.code for suspect in found)
    return f"One misread digit in any of {codes} would explain it; compare them with the page"


def _fits(found: Sequence[Suspect]) -> str:
    return "; ".join(
        f"{s.code} {s.score} -> {' or '.join(map(str, s.fits))}"
        + (" (printed elsewhere in the report)" if s.printed else "")
        for s in found
    )


def _rating(
    report: Report, by_year: dict[int, dict[str, Score]]
) -> tuple[list[Check], list[Finding]]:
    """Hold the printed rating against the one earned.

    The check has no codes: a rating says too little of a score to confirm or contradict it.
    """
    year, printed = report.meta.assessment_year, report.meta.rating
    scores = by_year.get(year, {}) if year is not None else {}
    if year is None or printed not in RATINGS or "ITA" not in scores:
        return [], []
    earned = rating_of(scores["ITA"].score, _instruments(year, scores))
    if earned is None:
        return [], []
    ranks = Decimal(rank_of(printed)), Decimal(rank_of(earned))
    check = Check("rating", year, (), *ranks, earned == printed)
    if check.holds:
        return [check], []
    message = f"The report states the rating {printed}, but its scores earn {earned}"
    source = scores["ITA"].mentions[0].source
    return [check], [Finding.at("warning", "rating-differs", message, source)]


def _instruments(year: int, scores: dict[str, Score]) -> dict[str, Decimal]:
    """The scores of the instruments, computed where they are not printed."""
    found: dict[str, Decimal] = {c: scores[c].score for c in ("IIT", "EIT", "OIT") if c in scores}
    for total in sums_of(year):
        if total.name == "instrument-weighted" and all(c in scores for c, _ in total.parts):
            mean = weighted_mean([(scores[c].score, w) for c, w in total.parts])
            found.setdefault(total.code, mean)
    return found
