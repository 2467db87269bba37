"""What a report should hold and does not: items without a measure, series with gaps.

Only what the report itself makes expected counts: a table that names an item beside measures, a
score table that jumps a number.
"""

from __future__ import annotations

from collections.abc import Iterable

from normalize.codebook import code_order, items
from normalize.model import Finding, Report


def coverage_findings(report: Report) -> list[Finding]:
    """Findings for expected facts that are missing."""
    return [*_gaps(report), *_passed_over(report)]


def _passed_over(report: Report) -> Iterable[Finding]:
    """Pages with text that became no fact and that nothing else speaks of."""
    for page in sorted({c.page for c in report.coverage}):
        uses = {c.use: c.characters for c in report.coverage if c.page == page}
        lost = uses.get("unaccounted", 0)
        if lost:
            yield Finding(
                "warning",
                "text-unaccounted",
                f"{lost} of the {sum(uses.values())} characters of page {page} stand in tables and "
                "became no fact; 'ita inspect' shows the rows",
                page=page,
            )


def _gaps(report: Report) -> Iterable[Finding]:
    """Items that nothing scores, beside a score table of at least half of an instrument."""
    by_year: dict[int, set[str]] = {}
    read = {(score.fiscal_year, score.code) for score in report.scores}
    for score in report.scores:
        tabled = any(m.where == "table" for m in score.mentions)
        if tabled and score.level == "item" and score.fiscal_year is not None:
            by_year.setdefault(score.fiscal_year, set()).add(score.code)
    for year, codes in by_year.items():
        for letter in "IEO":
            book = [c for c in items(year) if c[0] == letter]
            have = [c for c in book if c in codes]
            if not book or len(have) * 2 < len(book):
                continue
            missing = sorted((c for c in book if (year, c) not in read), key=code_order)
            if not missing:
                continue
            yield Finding(
                "warning",
                "items-missing",
                f"The score tables give {len(have)} of the {len(book)} {letter} items of {year}; "
                f"missing: {', '.join(missing)}",
                page=1,
            )
