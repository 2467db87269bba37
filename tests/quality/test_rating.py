"""The rating that scores earn, at every limit, and the printed one held against it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.check import check_report
from quality.rating import RATINGS, rank_of, rating_of
from tests.quality.scores import full, stated


def rated(overall: str, *instruments: str) -> str | None:
    names = ("IIT", "EIT", "OIT")
    return rating_of(
        Decimal(overall), {n: Decimal(v) for n, v in zip(names, instruments, strict=False)}
    )


@pytest.mark.parametrize(
    ("overall", "instruments", "rating"),
    [
        ("95.00", ("95.00", "95.00", "95.00"), "ผ่านดีเยี่ยม"),
        ("95.00", ("94.99", "95.00", "95.01"), "ผ่านดี"),
        ("94.99", ("99.00", "99.00", "90.00"), "ผ่านดี"),
        ("85.00", ("85.00", "85.00", "85.00"), "ผ่านดี"),
        ("85.00", ("84.99", "85.00", "85.01"), "ผ่าน"),
        ("99.00", ("84.99", "100", "100"), "ผ่าน"),
        ("84.99", ("90.00", "90.00", "80.00"), "ต้องปรับปรุง"),
        ("70.00", ("70.00", "70.00", "70.00"), "ต้องปรับปรุง"),
        ("69.99", ("90.00", "90.00", "30.00"), "ต้องปรับปรุงโดยด่วน"),
        ("0.00", (), "ต้องปรับปรุงโดยด่วน"),
        ("75.00", (), "ต้องปรับปรุง"),
        # Which of the three ผ่าน hangs on the instruments.
        ("96.00", ("96.00", "96.00"), None),
        ("85.00", (), None),
    ],
)
def test_rating_at_the_limits(
    overall: str, instruments: tuple[str, ...], rating: str | None
) -> None:
    assert rated(overall, *instruments) == rating


SCORE = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)
ORDER = RATINGS


@given(SCORE, st.tuples(SCORE, SCORE, SCORE), SCORE)
def test_more_points_never_earn_a_lower_rating(
    overall: Decimal, parts: tuple[Decimal, Decimal, Decimal], more: Decimal
) -> None:
    now = rating_of(overall, dict(zip(("IIT", "EIT", "OIT"), parts, strict=True)))
    better = rating_of(
        min(overall + more, Decimal(100)),
        {n: min(p + more, Decimal(100)) for n, p in zip(("IIT", "EIT", "OIT"), parts, strict=True)},
    )
    assert now is not None and better is not None
    assert ORDER.index(better) >= ORDER.index(now)


def test_printed_rating_that_the_scores_do_not_earn_is_a_finding() -> None:
    scores = full()
    earned = rating_of(scores["ITA"], {n: scores[n] for n in ("IIT", "EIT", "OIT")})
    wrong = next(name for name in ORDER if name != earned)
    (finding,) = [
        f for f in check_report(stated(scores, rating=wrong)).findings if f.kind == "rating-differs"
    ]
    assert finding.severity == "warning"
    assert wrong in finding.message and str(earned) in finding.message


def test_earned_rating_is_no_finding() -> None:
    scores = full()
    earned = rating_of(scores["ITA"], {n: scores[n] for n in ("IIT", "EIT", "OIT")})
    assert not [
        f
        for f in check_report(stated(scores, rating=earned)).findings
        if f.kind == "rating-differs"
    ]


@pytest.mark.parametrize("rating", ORDER)
def test_the_check_is_counted_and_confirms_no_score(rating: str) -> None:
    scores = full()
    earned = rating_of(scores["ITA"], {n: scores[n] for n in ("IIT", "EIT", "OIT")})
    (check,) = [c for c in check_report(stated(scores, rating=rating)).checks if c.name == "rating"]
    assert check.codes == ()
    assert check.holds is (rating == earned)
    assert check.printed == Decimal(rank_of(rating))
    assert check.computed == Decimal(rank_of(str(earned)))


@pytest.mark.parametrize(("rating", "missing"), [(None, ""), ("ผ่าน", "ITA"), ("ดีมาก", "")])
def test_no_rating_no_check(rating: str | None, missing: str) -> None:
    scores = {c: s for c, s in full().items() if c != missing}
    found = check_report(stated(scores, rating=rating))
    assert "rating" not in {c.name for c in found.checks}
    assert "rating-differs" not in {f.kind for f in found.findings}


def test_rating_is_judged_by_means_where_instruments_are_not_printed() -> None:
    scores = {c: s for c, s in full().items() if c not in ("IIT", "EIT", "OIT")}
    found = check_report(stated(scores, rating="ผ่านดีเยี่ยม")).findings
    assert [f for f in found if f.kind == "rating-differs"]
