"""What is kept of the report itself: district, kind, years, rating; and what it fails to say."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Document
from normalize.codebook import book_years
from normalize.facts.rating import rating_in, rating_in_tables
from normalize.model import Finding, Measure, Meta, Score
from normalize.names.meta import Title
from normalize.tables import ReadTable
from normalize.years import plan_year_above, plan_year_said, year_of_deadlines


def meta_of(
    title: Title,
    document: Document,
    year: int | None,
    basis: str | None,
    measures: Sequence[Measure],
    reads: Sequence[ReadTable] = (),
) -> Meta:
    """The report's own facts; the year of the report is the title's or that of its deadlines."""
    report_year = title.years[0] if title.years else year_of_deadlines(measures)
    own = title.agency.code if title.agency else None
    plan_year = title.plan_year
    if title.doc_type == "plan":
        plan_year = title.plan_year or report_year
    elif title.doc_type == "analysis" and plan_year is None:
        plan_year = plan_year_above(reads, report_year)
    if plan_year is None:
        plan_year = plan_year_said(document, report_year)
    return Meta(
        agency_code=own,
        doc_type=title.doc_type,
        report_year=report_year,
        assessment_year=year,
        assessment_year_basis=basis if year is not None else None,
        plan_year=plan_year,
        period_start=title.period[0] if title.period else None,
        period_end=title.period[1] if title.period else None,
        rating=rating_in(document.paragraphs, year, own)
        or rating_in_tables(document.tables, own, year),
        title=title.text.split("\n")[0][:300] if title.text else None,
    )


def meta_findings(meta: Meta, scores: Sequence[Score]) -> list[Finding]:
    """What a report fails to say of itself, and what was concluded in its place."""
    found = _unsaid(meta)
    year = meta.assessment_year
    if meta.assessment_year_basis == "inferred":
        said = f"The year of the assessment ({year}) was inferred from the items printed"
        found.append(Finding("info", "assessment-year-inferred", said, page=1))
    if year is not None and year not in book_years() and scores:
        said = f"There is no code book for {year}; codes were taken as printed"
        found.append(Finding("warning", "no-codebook", said, page=1))
    return found


def _unsaid(meta: Meta) -> list[Finding]:
    """A finding for each of district, kind and year that the title does not name."""
    found: list[Finding] = []
    if meta.agency_code is None:
        said = (
            "The title names no district of Bangkok and not the city; "
            "the facts are kept without an agency"
        )
        found.append(Finding("error", "unknown-agency", said, page=1, raw=meta.title))
    if meta.doc_type is None:
        said = "The title does not say whether this is an analysis, a plan or a progress report"
        found.append(Finding("warning", "unknown-kind", said, page=1, raw=meta.title))
    if meta.report_year is None:
        said = "The title names no year"
        found.append(Finding("warning", "unknown-year", said, page=1, raw=meta.title))
    return found
