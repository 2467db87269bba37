"""The sums of an assessment: each one run, each one shown to fail, the wrong digit named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from normalize.codebook import indicators, items
from normalize.model import Check
from quality.arithmetic import (
    Sum,
    agrees,
    round_half_up,
    sums_of,
    weighted_mean,
)
from quality.check import check_report
from tests.quality.scores import full, stated

NAMES = {
    "indicator-mean", "subindicator-mean", "indicator-weighted", "instrument-weighted",
    "overall-weighted", "overall-from-indicators",
}  # fmt: skip
ONE = Decimal(1)


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("87.665", "87.67"),
        ("87.664999", "87.66"),
        ("0.005", "0.01"),
        ("87.675", "87.68"),
        ("100", "100.00"),
    ],
)
def test_halves_are_rounded_up_not_to_even(exact: str, rounded: str) -> None:
    assert str(round_half_up(Decimal(exact))) == rounded


@given(st.integers(0, 10_000_000))
def test_rounding_is_never_off_by_more_than_half_a_cent(thousandths: int) -> None:
    exact = Decimal(thousandths) / 100_000
    off = round_half_up(exact) - exact
    assert Decimal("-0.005") < off <= Decimal("0.005")


def test_weighted_mean() -> None:
    assert weighted_mean([(Decimal(90), Decimal(30)), (Decimal(80), Decimal(10))]) == Decimal(
        "87.5"
    )


def test_every_score_above_the_items_has_a_sum() -> None:
    computed = {total.code for total in sums_of(2567)}
    assert computed == {*indicators(2567), "IIT", "EIT", "OIT", "ITA"}
    assert {total.name for total in sums_of(2567)} == NAMES
    parts = {code for total in sums_of(2567) for code, _ in total.parts}
    assert parts >= set(items(2567))


def test_points_of_2566_are_not_known_so_only_plain_means_are_checked() -> None:
    assert {total.name for total in sums_of(2566)} == {
        "indicator-mean",
        "subindicator-mean",
    }
    assert list(sums_of(2400)) == []


def checks(scores: dict[str, Decimal]) -> tuple[Check, ...]:
    return check_report(stated(scores)).checks


def failing(scores: dict[str, Decimal]) -> set[str]:
    return {check.name for check in checks(scores) if not check.holds}


def test_a_full_set_of_scores_satisfies_every_sum() -> None:
    ran = checks(full())
    assert {check.name for check in ran} == NAMES
    assert all(check.holds for check in ran), [c for c in ran if not c.holds]
    assert not [f for f in check_report(stated(full())).findings if f.kind == "sum-fails"]


@given(st.dictionaries(st.sampled_from(sorted(items(2567))), st.integers(0, 10_000), max_size=40))
def test_any_items_satisfy_the_sums_made_from_them(values: dict[str, int]) -> None:
    scores = full({code: str(Decimal(value) / 100) for code, value in values.items()})
    assert failing(scores) == set()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("I1", {"indicator-mean"}),
        ("O1", {"subindicator-mean", "indicator-weighted"}),
        ("1", {"indicator-mean", "instrument-weighted"}),
        ("9.1", {"subindicator-mean"}),
        ("9", {"indicator-weighted", "instrument-weighted"}),
        ("IIT", {"instrument-weighted", "overall-weighted"}),
        ("ITA", {"overall-weighted", "overall-from-indicators"}),
    ],
)
def test_each_check_fires(code: str, names: set[str]) -> None:
    scores = full()
    scores[code] += -5 if scores[code] > 90 else 5
    assert names <= failing(scores)


@given(
    st.sampled_from(sorted({*items(2567), *indicators(2567), "IIT", "EIT", "OIT", "ITA"})),
    st.integers(1, 9),
    st.integers(0, 3),
)
def test_one_changed_digit_never_passes_in_silence(code: str, step: int, place: int) -> None:
    """A change of less than 0.10 in one of many parts may hide in the rounding of their mean."""
    scores = full()
    assume(scores[code] < 100)
    digits = list(f"{scores[code]:05.2f}".replace(".", ""))
    digits[place] = str((int(digits[place]) + step) % 10)
    changed = Decimal("".join(digits)) / 100
    assume(abs(changed - scores[code]) >= Decimal("0.10"))
    scores[code] = changed
    assert failing(scores)


def test_the_changed_digit_is_named() -> None:
    scores = full()
    right = scores["I4"]
    scores["I4"] = right + 3 if right % 10 < 7 else right - 3
    found = check_report(stated(scores)).findings
    (finding,) = [f for f in found if f.kind == "sum-fails"]
    assert finding.severity == "error"
    assert f"I4 {scores['I4']} -> {right}" in finding.message
    assert finding.place is not None and finding.page == 3


def test_the_changed_digit_of_a_mean_is_named() -> None:
    scores = full()
    right = scores["6"]
    scores["6"] = right + 1 if right % 10 < 9 else right - 1
    messages = [f.message for f in check_report(stated(scores)).findings if f.kind == "sum-fails"]
    assert any(f"6 {scores['6']} -> {right}" in message for message in messages)


def test_no_check_runs_on_a_part_of_the_scores() -> None:
    scores = full()
    del scores["I2"]
    ran = check_report(stated({c: s for c, s in scores.items() if c in ("I1", "I3", "1")})).checks
    assert ran == ()


def test_an_instrument_that_is_not_printed_still_carries_the_whole() -> None:
    scores = {c: s for c, s in full().items() if c not in ("IIT", "EIT", "OIT")}
    assert "overall-weighted" in {check.name for check in checks(scores)}
    assert failing(scores) == set()


def test_years_are_checked_by_themselves() -> None:
    both = stated(full()).scores + stated({"I1": "10.00", "1": "99.00"}, 2566).scores
    report = check_report(replace(stated({}), scores=both))
    assert {check.fiscal_year for check in report.checks} == {2567}


def test_no_value_is_changed() -> None:
    scores = full()
    scores["ITA"] += 1
    before = stated(scores)
    assert check_report(before).scores == before.scores


@pytest.mark.parametrize(
    ("printed", "holds"),
    [("90.50", True), ("90.51", False), ("90.49", False), ("90.52", False)],
)
def test_rounded_parts_may_miss_the_whole_by_their_own_rounding_only(
    printed: str, holds: bool
) -> None:
    """Parts printed 90.00 and 91.00 were at least 89.995 and 90.995: 90.495 is 90.50 rounded."""
    total = Sum("instrument-weighted", "IIT", (("1", ONE), ("2", ONE)), of_rounded=True)
    assert agrees(total, Decimal(printed), Decimal("90.5")) is holds


@given(st.lists(st.tuples(st.integers(0, 100_000), st.integers(1, 9)), min_size=1, max_size=10))
def test_no_rounding_of_true_parts_makes_a_sum_fail(parts: list[tuple[int, int]]) -> None:
    """Whatever the parts were before they were rounded for print, their mean agrees."""
    true = [(Decimal(value) / 1000, Decimal(weight)) for value, weight in parts]
    total = Sum("instrument-weighted", "IIT", (), of_rounded=True)
    whole = round_half_up(weighted_mean(true))
    mean = weighted_mean([(round_half_up(value), weight) for value, weight in true])
    assert agrees(total, whole, mean)


def test_means_of_items_get_no_allowance() -> None:
    exact = Sum("indicator-mean", "1", (("I1", ONE), ("I2", ONE)))
    assert agrees(exact, Decimal("90.50"), Decimal("90.5"))
    assert not agrees(exact, Decimal("90.51"), Decimal("90.5"))
