"""Dates and reporting periods of the Buddhist Era, in every form the reports show."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.words.dates import common_year, deadline_of, find_dates, find_period, fiscal_period
from normalize.words.text import clean
from tests.normalize.strategies import thai

FULL = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()
)
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
DAYS = st.dates(date(2000, 1, 1), date(2055, 12, 31))


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("๓๐ มี.ค.๖๖", "2023-03-30"),
        ("๓๐ มี.ค. ๖๖", "2023-03-30"),
        ("๓๐ มี.ค.๒๕๖๖", "2023-03-30"),
        ("๒๐ เม.ย ๖๖", "2023-04-20"),
        ("๒๐ เม.ย.๖๖", "2023-04-20"),
        ("๒๐ เมย. ๖๖", "2023-04-20"),
        ("๒๐ เมย ๖๖", "2023-04-20"),
        ("๒๐ เม. ย. ๖๖", "2023-04-20"),
        ("๒๐ เม .ย . ๖๖", "2023-04-20"),
        ("๒๐ เม.ย.\n๖๖", "2023-04-20"),
        ("20เม.ย.66", "2023-04-20"),
        ("๑ เมษายน ๒๕๖๖", "2023-04-01"),
        ("1 เมษายน พ.ศ. 2566", "2023-04-01"),
        ("1 เมษายน พศ. 2566", "2023-04-01"),
        ("1 เมษายน พ . ศ . 2566", "2023-04-01"),
        ("05 มกราคม 2567", "2024-01-05"),
        ("2567-01-05", "2024-01-05"),
        ("2024-01-05", "2024-01-05"),
        ("๓๑ ต.ค. ๖๖", "2023-10-31"),
        ("๓๐ พ.ย. ๖๖", "2023-11-30"),
        ("๓๑ ธ.ค. ๖๖", "2023-12-31"),
        ("๒๙ ก.พ. ๖๗", "2024-02-29"),
        ("30/09/2566", "2023-09-30"),
        ("30/9/66", "2023-09-30"),
        ("30-09-2566", "2023-09-30"),
        ("ภายใน ๓๐ ก.ย. ๒๕๖๖", "2023-09-30"),
        ("1-30 ก.ย. 66", "2023-09-30"),
        ("๑ ต.ค. ๖๕ - ๓๐ ก.ย. ๖๖", "2023-09-30"),
        ("ครั้งที่ ๑ ๓๑ มี.ค. ๖๖ ครั้งที่ ๒ ๓๐ ก.ย. ๖๖", "2023-09-30"),
        # A word between day and month, an era before the year.
        ("วันที่ ๓๐ เดือน กันยายน พ.ศ.๒๕๖๖", "2023-09-30"),
        ("30 ก.ย. ปี พ.ศ. 2566", "2023-09-30"),
        ("30 มี.ค. '66", "2023-03-30"),
        ("30 มี.ค. \u201966", "2023-03-30"),
        # Dots between the numbers.
        ("30.09.2566", "2023-09-30"),
        ("30.9.66", "2023-09-30"),
        # Years of the Common Era.
        ("30 มี.ค. 2023", "2023-03-30"),
        ("30 มี.ค. ค.ศ. 2023", "2023-03-30"),
        ("31/3/2023", "2023-03-31"),
        # Torn years and months.
        ("30 มี.ค. ๒๕ ๖๖", "2023-03-30"),
        ("30 มี.ค. 256\n6", "2023-03-30"),
        ("30 กันยา\nยน 2566", "2023-09-30"),
        ("ปี 2566 5 มี.ค. 67", "2024-03-05"),
        ("30 มี.ค. 66 ครั้งที่ 2", "2023-03-30"),
        (
            "ทุกข้อมูลดำเนินการแล้วเสร็จภายใน ๒๐ เม.ย ๖๖ และนำขึ้น website ของสำนักงานเขต",
            "2023-04-20",
        ),
    ],
)
def test_deadline(printed: str, iso: str) -> None:
    assert deadline_of(printed) == iso


@pytest.mark.parametrize(
    "printed",
    [
        "", None, "-", "กันยายน ๒๕๖๖", "ก.ย. ๖๖", "สิ้นปีงบประมาณ", "๓๑ กุมภาพันธ์ ๒๕๖๖",
        "๒๙ ก.พ. ๖๖", "๓๐ มี.ค.", "ไตรมาส ๒", "ภายในปีงบประมาณ พ.ศ. ๒๕๖๖", "ทุก ๖ เดือน",
        "เลขที่ ๑/๒๕๖๖", "กท ๕๐๐๑/๖๖", "30 มี.ค. 166", "45 มี.ค. 66", "๐ มี.ค. ๖๖",
        # A digit before the day may be half of it.
        "๓ ๐ มี.ค. ๖๖", "1 5 มี.ค. 66",
        # A year that is not of the era it names, or of which nobody knows the era.
        "30 มี.ค. พ.ศ. 2023", "30 มี.ค. ค.ศ. 2566", "25 มี.ค. 23", "30/9/23",
        # Numbers of other things.
        "30 มี.ค. 66 คน", "30 มี.ค. 50 ครั้ง", "1.2.3", "10.1.50.3", "08.30-16.30", "30/9-66",
    ],
)  # fmt: skip
def test_what_states_no_day_is_no_deadline(printed: str | None) -> None:
    assert deadline_of(printed) is None


def test_dates_come_in_the_order_of_the_text_and_the_last_day_is_the_deadline() -> None:
    text = clean("๓๐ ก.ย. ๖๖ เลื่อนจาก ๓๑ มี.ค. ๖๖")
    assert [d.isoformat() for d in find_dates(text)] == ["2023-09-30", "2023-03-31"]
    assert deadline_of(text) == "2023-09-30"


@given(
    DAYS,
    st.sampled_from([FULL, SHORT, [m.replace(".", "") for m in SHORT], [m[:-1] for m in SHORT]]),
    st.sampled_from(
        ["{d} {m} {y}", "{d} {m}{y}", "{d}{m}{y}", "{d} {m} พ.ศ. {y}", "วันที่ {d} {m} {y} ๆ"]
    ),
    st.booleans(),
    st.booleans(),
)
def test_every_day_in_every_form(
    day: date, months: list[str], form: str, two_digits: bool, in_thai: bool
) -> None:
    year = day.year + 543
    short = two_digits and 2540 <= year <= 2599
    printed = form.format(d=day.day, m=months[day.month - 1], y=year - 2500 if short else year)
    assert deadline_of(thai(printed) if in_thai else printed) == day.isoformat()


@given(st.text(alphabet="0123456789/-. มี.ค.พศกยเษานต", max_size=30))
def test_a_date_found_lies_in_the_era_it_is_written_in(text: str) -> None:
    assert all(1956 <= d.year <= 2056 for d in find_dates(text))


@pytest.mark.parametrize(("be", "ce"), [(2566, 2023), (66, 2023), (99, 2056), (2500, 1957)])
def test_common_year(be: int, ce: int) -> None:
    assert common_year(be) == ce


FIRST_HALF = ("2023-10-01", "2024-03-31")
SECOND_HALF = ("2024-04-01", "2024-09-30")


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("รอบ ๖ เดือนแรก (ตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗)", FIRST_HALF),
        ("(ตุลาคม 2566 – มีนาคม 2567)", FIRST_HALF),
        ("ตุลาคม 2566 ถึง มีนาคม 2567", FIRST_HALF),
        ("ต.ค. ๖๖ - มี.ค. ๖๗", FIRST_HALF),
        ("ต.ค.66-มี.ค.67", FIRST_HALF),
        ("1 ตุลาคม 2566 - 31 มีนาคม 2567", FIRST_HALF),
        ("ตุลาคม - มีนาคม 2567", FIRST_HALF),
        ("ตุลาคม พ.ศ. 2566 - มีนาคม พ.ศ. 2567", FIRST_HALF),
        ("เมษายน - กันยายน ๒๕๖๗", SECOND_HALF),
        ("เม.ย. – ก.ย. ๖๗", SECOND_HALF),
        ("ตุลาคม 2023 - มีนาคม 2024", FIRST_HALF),
        ("กุมภาพันธ์ 2566 - กุมภาพันธ์ 2567", ("2023-02-01", "2024-02-29")),
        ("ตุลาคม - ธันวาคม 2566", ("2023-10-01", "2023-12-31")),
    ],
)
def test_period(printed: str, period: tuple[str, str]) -> None:
    assert find_period(clean(printed)) == period


@pytest.mark.parametrize("text", ["", "รอบ 6 เดือน", "มีนาคม 2567", "มีนาคม 2567 - ตุลาคม 2566"])
def test_no_period(text: str) -> None:
    assert find_period(text) is None


def test_halves_of_a_fiscal_year() -> None:
    assert fiscal_period(2567, 1) == FIRST_HALF
    assert fiscal_period(2567, 2) == SECOND_HALF


@given(st.integers(0, 11), st.integers(0, 11), st.integers(2560, 2580), st.booleans())
def test_period_covers_whole_months(first: int, last: int, year: int, short: bool) -> None:
    names = SHORT if short else FULL
    before = year - 1 if first > last else year
    found = find_period(f"{names[first]} {before} - {names[last]} {year}")
    assert found is not None
    start, end = (date.fromisoformat(day) for day in found)
    assert (start.month, start.day, start.year) == (first + 1, 1, before - 543)
    assert (end.month, end.year) == (last + 1, year - 543)
    assert date.fromordinal(end.toordinal() + 1).day == 1
