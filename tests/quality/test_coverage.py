"""What a report should hold and does not: gaps in a full score table."""

from __future__ import annotations

from dataclasses import replace

from normalize.accounting import share_accounted
from normalize.model import Coverage, Finding, Report
from quality.check import check_report
from quality.coverage import coverage_findings
from tests.quality.scores import full, stated


def gaps(codes_left_out: set[str]) -> list[Finding]:
    scores = {c: s for c, s in full().items() if c not in codes_left_out}
    return [f for f in check_report(stated(scores)).findings if f.kind == "items-missing"]


def test_full_table_has_no_gap() -> None:
    assert gaps(set()) == []


def test_missing_items_are_named_in_order() -> None:
    (finding,) = gaps({"O10", "O2"})
    assert "20 of the 22" in finding.message
    assert finding.message.endswith("O2, O10")


def test_an_item_scored_outside_the_table_is_not_missing() -> None:
    report = stated(full())
    told = [
        replace(s, mentions=tuple(replace(m, where="prose") for m in s.mentions))
        if s.code == "O2"
        else s
        for s in report.scores
    ]
    found = check_report(replace(report, scores=tuple(told))).findings
    assert [f for f in found if f.kind == "items-missing"] == []


def test_each_instrument_is_judged_by_itself() -> None:
    assert len(gaps({"I3", "E1"})) == 2


def test_weak_items_alone_are_no_gap() -> None:
    """An analysis of the weak items names few of them; the others are not missing."""
    assert gaps({f"I{n}" for n in range(2, 13)}) == []


def test_instrument_that_is_left_out_altogether_is_no_gap() -> None:
    assert gaps({f"O{n}" for n in range(1, 23)}) == []


def test_text_that_nothing_speaks_of_is_a_finding() -> None:
    spoken = Coverage(1, "fact", 90)
    lost = Coverage(2, "unaccounted", 10)
    report = Report("r.pdf", "0" * 64, "ok", "text", coverage=(spoken, lost))
    [finding] = coverage_findings(report)
    assert (finding.kind, finding.page) == ("text-unaccounted", 2)
    assert share_accounted(report.coverage) == 0.9
    assert share_accounted(()) is None
