"""Which of several documents speaks for an agency, a year and a code, and why."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from load.build import refresh
from normalize.model import Check, Meta, Report
from tests.load.reports import incoming, pages, score

OWN = Meta(agency_code="1003", doc_type="analysis", report_year=2567, assessment_year=2567)
LATER = replace(OWN, doc_type="progress", report_year=2568)
MUCH_LATER = replace(LATER, report_year=2569)


def report(value: str, meta: Meta = OWN, text_source: str = "text") -> Report:
    return Report("x.pdf", "d" * 64, "ok", text_source, meta, pages(1), (score("I1", value),))


def checked(report: Report, holds: bool) -> Report:
    check = Check("indicator", 2567, ("1", "I1"), Decimal(80), Decimal(80), holds)
    return replace(report, checks=(check,))


def current(folder: Path, reports: dict[str, Report]) -> list[tuple[object, ...]]:
    db = folder / "current.db"
    refresh(db, [incoming(path, one) for path, one in reports.items()])
    return (
        sqlite3.connect(db)
        .execute("SELECT document_file, score, rule, conflict, documents FROM v_score_current")
        .fetchall()
    )


@pytest.mark.parametrize(
    ("chosen", "other", "rule"),
    [
        (report("80"), report("81", LATER), "analysis of that assessment"),
        (
            report("80", OWN),
            report("81", replace(OWN, assessment_year=2566)),
            "analysis of that assessment",
        ),
        (report("80", LATER), report("81", MUCH_LATER), "nearest report year"),
        (
            report("80", LATER),
            report("81", replace(LATER, report_year=None)),
            "nearest report year",
        ),
        (report("80"), report("81", text_source="ocr"), "text layer"),
        (report("80", text_source="ocr"), report("81", text_source="mixed"), "file name"),
        (checked(report("80"), True), report("81"), "verified"),
        (report("80"), checked(report("81"), False), "verified"),
        (report("80"), report("81"), "file name"),
    ],
)
def test_the_criteria_in_their_order(
    tmp_path: Path, chosen: Report, other: Report, rule: str
) -> None:
    # The later file name is the last criterion, so it must not be what decides before.
    names = ("z.pdf", "a.pdf") if rule == "file name" else ("a.pdf", "z.pdf")
    rows = current(tmp_path, dict(zip(names, (chosen, other), strict=True)))
    assert rows == [(names[0], 80.0, rule, 1, 2)]


def test_one_document_needs_no_rule(tmp_path: Path) -> None:
    assert current(tmp_path, {"a.pdf": report("80")}) == [("a.pdf", 80.0, "only document", 0, 1)]


def test_documents_that_agree_are_no_conflict(tmp_path: Path) -> None:
    reports = {"a.pdf": report("80"), "b.pdf": report("80", LATER), "c.pdf": report("80.00")}
    assert current(tmp_path, reports) == [("c.pdf", 80.0, "file name", 0, 3)]


def test_files_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    reports = {"new/a.pdf": report("81"), "old/a.pdf": report("80")}
    assert current(tmp_path, reports) == [("a.pdf", 80.0, "path", 1, 2)]


def test_a_score_without_agency_or_year_is_in_no_comparison(tmp_path: Path) -> None:
    reports = {
        "a.pdf": report("80", replace(OWN, agency_code=None)),
        "b.pdf": replace(report("80"), scores=(score("I1", "80", year=None),)),
    }
    assert current(tmp_path, reports) == []
    rows = sqlite3.connect(tmp_path / "current.db").execute(
        "SELECT agency_code, fiscal_year FROM v_score ORDER BY document_file"
    )
    assert rows.fetchall() == [(None, 2567), ("1003", None)]
