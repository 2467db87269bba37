"""Reports with known truth are read without a fault: meta, scores, measures, weaknesses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from normalize.model import Report
from tests.conftest import Read
from tests.reports import HELDOUT, SAMPLES, passing_layouts, sample_truth
from tests.truth import differences, load_truth, wrong_scores

LAYOUTS = passing_layouts()


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("pdf", SAMPLES, ids=named)
def test_sample_is_read_rightly(pdf: Path, read: Read) -> None:
    assert differences(read(pdf), load_truth(sample_truth(pdf))) == []


@pytest.mark.parametrize("pdf", LAYOUTS, ids=named)
def test_layout_is_read_rightly(pdf: Path, read: Read) -> None:
    assert differences(read(pdf), load_truth(pdf.with_suffix(".json"))) == []


def test_no_layout_states_a_wrong_score(read: Read) -> None:
    """A missing number can be looked up; a wrong one gets published."""
    wrong = {
        pdf.stem: found
        for pdf in sorted({*LAYOUTS, *HELDOUT.glob("*.pdf")})
        if (found := wrong_scores(read(pdf), load_truth(pdf.with_suffix(".json"))))
    }
    assert wrong == {}


def test_every_sample_is_there() -> None:
    assert len(SAMPLES) >= 6
    assert all(sample_truth(pdf).exists() for pdf in SAMPLES)
    assert LAYOUTS and all(pdf.exists() for pdf in LAYOUTS)


# The scorer itself: each kind of fault must show.

PROGRESS = next(pdf for pdf in SAMPLES if pdf.stem == "sample-progress-2567")
COLUMNS = next(pdf for pdf in SAMPLES if pdf.stem == "sample-columns-2566")


def faults(pdf: Path, report: Report) -> str:
    return "\n".join(differences(report, load_truth(sample_truth(pdf))))


def test_scorer_sees_a_wrong_score(read: Read) -> None:
    report = read(PROGRESS)
    first = report.scores[0]
    changed = replace(first, score=first.score + Decimal("0.01"))
    got = replace(report, scores=(changed, *report.scores[1:]))
    assert faults(PROGRESS, got).count("\n") == 0
    assert f"got {changed.score}" in faults(PROGRESS, got)


def test_scorer_sees_a_missing_and_an_invented_score(read: Read) -> None:
    report = read(PROGRESS)
    moved = replace(report.scores[0], fiscal_year=2560)
    said = faults(PROGRESS, replace(report, scores=(moved, *report.scores[1:])))
    assert "in 2560: expected none" in said
    assert "got none" in said


def test_scorer_sees_a_missing_and_an_invented_measure(read: Read) -> None:
    report = read(PROGRESS)
    assert "measure missing" in faults(PROGRESS, replace(report, measures=report.measures[1:]))
    doubled = (*report.measures, report.measures[0])
    assert "measure invented" in faults(PROGRESS, replace(report, measures=doubled))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("codes", ("I25",)),
        ("indicator", "10"),
        ("units", ("ฝ่ายโยธา", "ฝ่ายรายได้")),
        ("deadline", "2001-01-01"),
        ("monitoring_months", 99.0),
        ("output", "ไม่มี"),
        ("awareness", "ไม่มี"),
        ("result", "ไม่มี"),
        ("steps", ()),
    ],
)
def test_scorer_sees_a_wrong_attribute(field: str, value: object, read: Read) -> None:
    report = read(COLUMNS)
    first = replace(report.measures[0], **{field: value})  # type: ignore[arg-type]
    got = replace(report, measures=(first, *report.measures[1:]))
    assert f"{field}: expected" in faults(COLUMNS, got)


@pytest.mark.parametrize(
    "field",
    [
        "agency_code", "doc_type", "report_year", "assessment_year", "plan_year", "rating",
        "period_start", "period_end",
    ],
)  # fmt: skip
def test_scorer_sees_wrong_meta(field: str, read: Read) -> None:
    report = read(PROGRESS)
    got = replace(report, meta=replace(report.meta, **{field: "x"}))  # type: ignore[arg-type]
    assert f"{field}: expected" in faults(PROGRESS, got)


def test_scorer_sees_a_wrong_weakness(read: Read) -> None:
    report = read(PROGRESS)
    first = replace(report.weaknesses[0], codes=("O1",))
    got = replace(report, weaknesses=(first, *report.weaknesses[1:]))
    assert "weakness: expected" in faults(PROGRESS, got)
