"""Which misread digit explains a failed sum: complete, sound, and no narrower than the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from normalize.model import Finding, Report
from quality.arithmetic import run_sums, sums_of
from quality.check import check_report
from quality.suspects import Suspect, one_digit_changes, suspects
from tests.quality.scores import YEAR, full, stated

SUMS = tuple(sums_of(YEAR))
CODES = sorted(full())


def found(report: Report) -> list[list[Suspect]]:
    """The suspects of each failed sum of a report."""
    scores = {score.code: score for score in report.scores}
    ran = run_sums(SUMS, {code: score.score for code, score in scores.items()})
    return list(suspects(SUMS, scores, ran).values())


def holds(scores: Mapping[str, Decimal]) -> bool:
    return all(ran.holds for ran in run_sums(SUMS, scores))


def failures(report: Report) -> list[Finding]:
    return [f for f in check_report(report).findings if f.kind == "sum-fails"]


def printed_again(report: Report, code: str, value: Decimal) -> Report:
    """The report with one more printing of a score."""
    scores = []
    for score in report.scores:
        if score.code == code:
            more = replace(score.mentions[0], score=value, where="measures")
            score = replace(score, mentions=(*score.mentions, more))
        scores.append(score)
    return replace(report, scores=tuple(scores))


@pytest.mark.parametrize(
    ("score", "near", "far"),
    [
        ("87.67", ("87.61", "67.67", "0.00"), ("87.76", "87.67", "187.67")),
        ("100.00", ("0.00",), ("101.00", "90.00")),
        ("9.00", ("19.00", "9.50", "8.00"), ("90.00",)),
    ],
)
def test_one_digit_changes(score: str, near: tuple[str, ...], far: tuple[str, ...]) -> None:
    changes = set(one_digit_changes(Decimal(score)))
    assert {Decimal(n) for n in near if n != "0.00" or score == "100.00"} <= changes
    assert not changes & {Decimal(f) for f in far}


@st.composite
def changed(draw: st.DrawFn) -> tuple[dict[str, Decimal], str, Decimal]:
    """Scores that satisfy every sum but for one digit of one of them, which, and what it was."""
    items = draw(st.dictionaries(st.sampled_from(CODES), st.integers(0, 10_000), max_size=40))
    scores = full({c: str(Decimal(v) / 100) for c, v in items.items() if c[0] in "IEO"})
    missing = draw(st.sets(st.sampled_from(_WHOLES)))
    scores = {c: v for c, v in scores.items() if c not in missing}
    code = draw(st.sampled_from(sorted(scores)))
    right = scores[code]
    scores[code] = draw(st.sampled_from(list(one_digit_changes(right))))
    return scores, code, right


_WHOLES = ("IIT", "EIT", "OIT", "ITA")


@given(changed())
def test_the_changed_digit_is_always_among_the_suspects(
    case: tuple[dict[str, Decimal], str, Decimal],
) -> None:
    """Unless every sum holds with the changed digit too: then no arithmetic can tell."""
    scores, code, right = case
    named = found(stated(scores))
    assert named or holds(scores)
    for members in named:
        assert right in {value for s in members if s.code == code for value in s.fits}


@given(changed())
def test_every_suspect_would_mend_every_sum(
    case: tuple[dict[str, Decimal], str, Decimal],
) -> None:
    """So a set cannot be narrowed by arithmetic: each member explains all that fails."""
    scores, _, _ = case
    for members in found(stated(scores)):
        for suspect in members:
            for value in suspect.fits:
                assert value in one_digit_changes(scores[suspect.code])
                assert holds({**scores, suspect.code: value})


@given(changed())
def test_a_wrong_digit_in_one_printing_of_two_is_named_alone(
    case: tuple[dict[str, Decimal], str, Decimal],
) -> None:
    """The right value stands elsewhere in the report: no other score is suspected."""
    scores, code, right = case
    assume(not holds(scores))
    for members in found(printed_again(stated(scores), code, right)):
        assert [(s.code, s.fits, s.printed) for s in members] == [(code, (right,), True)]


def wrong_item() -> tuple[dict[str, Decimal], Decimal]:
    """Scores of which I2 is wrong by so little that each of its indicator's could explain it."""
    scores = full({"I1": "91.24", "I2": "92.34", "I3": "93.44"})
    right = scores["I2"]
    scores["I2"] = Decimal("92.44")
    return scores, right


def test_a_set_too_large_to_name_values_still_names_its_scores() -> None:
    scores, _ = wrong_item()
    (finding,) = failures(stated(scores))
    assert "One misread digit in any of I1, I2, I3, 1 would explain it" in finding.message


def test_a_score_printed_twice_alike_comes_last_in_a_set_that_is_too_large() -> None:
    scores, right = wrong_item()
    report = stated(scores)
    for code in ("1", "I1", "I3"):
        report = printed_again(report, code, scores[code])
    (finding,) = failures(report)
    assert f"One misread digit would explain it: I2 92.44 -> {right}" in finding.message
    assert "(so would I1, I3, 1, but the report prints it twice alike)" in finding.message


def test_the_value_that_fits_is_said_to_be_printed_elsewhere() -> None:
    scores, right = wrong_item()
    (finding,) = failures(printed_again(stated(scores), "I2", right))
    assert finding.message.endswith("I2 92.44 -> 92.34 (printed elsewhere in the report)")


def test_two_wrong_digits_apart_are_each_named() -> None:
    scores = full({"I4": "91.20", "E4": "92.30"})
    scores |= {"I4": Decimal("61.20"), "E4": Decimal("42.30")}
    messages = [f.message for f in failures(stated(scores))]
    assert len(messages) == 2
    assert any("I4 61.20 -> 91.20" in m and "E4" not in m for m in messages)
    assert any("E4 42.30 -> 92.30" in m and "I4" not in m for m in messages)


def test_a_holding_sum_clears_a_score_and_two_failing_ones_point_at_it() -> None:
    scores = full()
    right = scores["6"]
    scores["6"] = right + 1 if right % 10 < 9 else right - 1
    messages = [f.message for f in failures(stated(scores))]
    assert len(messages) >= 2
    assert all(m.endswith(f"would explain it: 6 {scores['6']} -> {right}") for m in messages)


def test_what_no_one_digit_explains_is_said_to_be_so() -> None:
    scores = full({"I10": "91.20"})
    scores["I10"] = Decimal("13.84")
    (finding,) = failures(stated(scores))
    assert "No one misread digit explains it" in finding.message
