"""The parts of the report: geometry of charts, differences of texts, Thai words for values."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import CheckConstraint

from load.tables import metadata
from normalize.codebook import book_years
from publish.report import words
from publish.report.charts import RADIUS, SIZE, change_bar, radar
from publish.report.differ import differences
from publish.report.findings import grouped
from quality.arithmetic import sums_of

CODES = tuple(map(str, range(1, 11)))


def test_a_radar_begins_at_the_top_and_turns_right() -> None:
    found = radar(CODES, dict.fromkeys(CODES, 100.0), {})
    assert found is not None
    first, second = found.axes[0], found.axes[1]
    assert (first.x, first.y) == (SIZE / 2, SIZE / 2 - RADIUS)
    assert second.x > SIZE / 2 and second.y < SIZE / 2
    assert first.point == (first.x, first.y)
    assert len(found.outline.split()) == 10
    assert found.median == ""


def test_a_radar_with_gaps_has_points_but_no_outline() -> None:
    found = radar(CODES, {"1": 0.0, "5": 50.0, "10": 100.0}, dict.fromkeys(CODES, 80.0))
    assert found is not None and found.outline == "" and found.median
    assert [axis.code for axis in found.axes if axis.point] == ["1", "5", "10"]
    assert found.axes[0].point == (SIZE / 2, SIZE / 2)


def test_a_radar_of_two_scores_is_none() -> None:
    assert radar(CODES, {"9": 100.0, "10": 40.0}, {}) is None


@given(st.floats(-100, 100), st.floats(0.01, 100))
def test_bars_stay_in_their_box(change: float, largest: float) -> None:
    bar = change_bar(max(-largest, min(largest, change)), largest)
    assert 0 <= bar.x <= bar.x + bar.width <= 100.1
    assert bar.rise == (change >= 0)
    assert change_bar(0, 0).width == 0


THAI = st.text("กขคงที่นี้ผู้ใหญ่ \nabc1.", max_size=60)


@given(THAI, THAI)
def test_pieces_put_together_are_the_texts(one: str, other: str) -> None:
    left, right = differences(one, other)
    assert "".join(piece.text for piece in left) == one
    assert "".join(piece.text for piece in right) == other
    same = ["".join(p.text for p in side if p.same) for side in (left, right)]
    assert "".join(same[0].split()) == "".join(same[1].split())


def test_a_mark_is_never_parted_from_its_letter() -> None:
    left, right = differences("ที่นี่", "ที่นี้")
    assert [piece.text for piece in left] == ["ที่", "นี่"]
    assert [(piece.text, piece.same) for piece in right] == [("ที่", True), ("นี้", False)]


def test_white_space_is_no_difference() -> None:
    left, right = differences("ก ข", "กข")
    assert all(piece.same for piece in (*left, *right))


@pytest.mark.parametrize(
    ("text", "said"),
    [("2023-04-20", "20 เม.ย. 2566"), ("2024-12-01T10:00:00.000+00:00", "1 ธ.ค. 2567"), (None, "")],
)
def test_thai_dates(text: str | None, said: str) -> None:
    assert words.thai_date(text) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(1.5, "+1.50"), (-1.5, "−1.50"), (0.0, "0.00"), (-0.001, "0.00"), (None, "–")],
)
def test_signed_numbers(value: float | None, said: str) -> None:
    assert words.signed(value) == said


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (0, "b1"),
        (69.99, "b1"),
        (70, "b2"),
        (80, "b3"),
        (84.99, "b3"),
        (85, "b4"),
        (95, "b6"),
        (100, "b6"),
    ],
)
def test_bands_meet_at_the_limits_of_the_ratings(value: float, name: str) -> None:
    assert words.band(value) == name
    assert name in [band for band, _ in words.BANDS]


def test_there_are_words_for_every_value_the_tables_take() -> None:
    def taken(table: str, column: str) -> set[str]:
        (check,) = metadata.tables[table].columns[column].constraints
        assert isinstance(check, CheckConstraint)
        return set(re.findall(r"'([a-z_]+)'", str(check.sqltext)))

    assert set(words.DOC_TYPES) == taken("document", "doc_type") | {None}
    assert set(words.STATUSES) == taken("document", "status")
    assert set(words.TEXT_SOURCES) == taken("document", "text_source") | {None}
    assert set(words.SEVERITIES) == taken("finding", "severity")


def test_there_are_words_for_every_check() -> None:
    sums = {total.name for year in book_years() for total in sums_of(year)}
    assert set(words.CHECKS) == {*sums, "rating"}


def test_findings_of_a_kind_in_a_document_are_one_group() -> None:
    rows = [{"kind": "no-text-layer", "document_id": 1, "page": page} for page in range(30)]
    rows.insert(3, {"kind": "other", "document_id": 1, "page": 4})
    first, second = grouped(rows)
    assert (first.count, len(first.shown), first.first["page"]) == (30, 12, 0)
    assert second.count == 1
