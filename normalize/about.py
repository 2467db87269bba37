"""What is kept of the report itself: district, kind, years, rating; and what it fails to say."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Document
from normalize.codebook import book_years
from normalize.meta import Title
from normalize.model import Finding, Measure, Meta, Score
from normalize.prose import rating_in, rating_in_tables
from normalize.years import year_of_deadlines


def meta_of(
    title: Title,
    document: Document,
    year: int | None,
    basis: str | None,
    measures: Sequence[Measure],
) -> Meta:
    report_year = title.years[0] if title.years else year_of_deadlines(measures) or year
    plan_year = title.plan_year
    if title.doc_type == "plan":
        plan_year = report_year
    return Meta(
        agency_code=title.agency.code if title.agency else None,
        doc_type=title.doc_type,
        report_year=report_year,
        assessment_year=year,
        assessment_year_basis=basis if year is not None else None,
        plan_year=plan_year,
        period_start=title.period[0] if title.period else None,
        period_end=title.period[1] if title.period else None,
        rating=rating_in(document.paragraphs) or rating_in_tables(document.tables),
        title=title.text.split("\n")[0][:300] if title.text else None,
    )


def meta_findings(meta: Meta, scores: Sequence[Score]) -> list[Finding]:
    found: list[Finding] = []
    if meta.agency_code is None:
        found.append(
            Finding(
                "error",
                "unknown-agency",
                "The title names no district of Bangkok and "
                "not the city; the facts are kept without an agency",
                page=1,
                raw=meta.title,
            )
        )
    if meta.doc_type is None:
        found.append(
            Finding(
                "warning",
                "unknown-kind",
                "The title does not say whether this is an analysis, a plan or a progress report",
                page=1,
                raw=meta.title,
            )
        )
    if meta.report_year is None:
        found.append(
            Finding("warning", "unknown-year", "The title names no year", page=1, raw=meta.title)
        )
    if meta.assessment_year_basis == "inferred":
        found.append(
            Finding(
                "info",
                "assessment-year-inferred",
                "The year of the assessment "
                f"({meta.assessment_year}) was inferred from the items printed",
                page=1,
            )
        )
    if meta.assessment_year is not None and meta.assessment_year not in book_years() and scores:
        found.append(
            Finding(
                "warning",
                "no-codebook",
                f"There is no code book for {meta.assessment_year}; codes were taken as printed",
                page=1,
            )
        )
    return found
