"""Headings of sections: instrument and indicator, number against name."""

from __future__ import annotations

import pytest

from normalize.codebook import indicators, items
from normalize.names.sections import by_name, find_instrument, instrument_of, read_heading
from normalize.names.titles import known_title
from normalize.words.text import clean

NAMES = {i.code: i.title_th for i in indicators(2567).values()}


@pytest.mark.parametrize("code", NAMES)
@pytest.mark.parametrize(
    "form",
    [
        "ตัวชี้วัด {t}",
        "ตัวชี้วัดที่ {n} {t}",
        "ตัวชี้วัด {n} {t}",
        "{n} {t}",
        "{n}. {t}",
        "ตัวชี้วัดที่ {n}: {t}",
        "{t}",
    ],
)
def test_every_indicator_in_every_form(code: str, form: str) -> None:
    heading = read_heading(form.format(n=code, t=NAMES[code]))
    assert heading is not None
    assert (heading.subindicator or heading.indicator) == code
    assert heading.indicator == code.split(".")[0]
    assert heading.instrument == instrument_of(code)
    assert heading.conflict is None


@pytest.mark.parametrize(
    ("printed", "indicator"),
    [
        ("๑) การปฏิบัติหน้าที่", "1"),
        ("(๒) การใช้งบประมาณ", "2"),
        ("ตัวชี้วัดที่๑การปฏิบัติหน้าที่", "1"),
        ("ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน (๘๘.๑๐ คะแนน)", "8"),
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ได้คะแนน ๘๘.๑๐", "6"),
        # Damaged names.
        ("๑) การปฏบัติหน้าที่", "1"),
        ("ตัวชี้วัดที่ ๗ ประสิทธภาพการสื่อสาร", "7"),
        ("การแกไขปัญหาการทุจริต", "5"),
    ],
)
def test_heading_in_print(printed: str, indicator: str) -> None:
    heading = read_heading(clean(printed))
    assert heading is not None
    assert heading.indicator == indicator


@pytest.mark.parametrize(
    ("printed", "instrument"),
    [
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "IIT"),
        ("๒. แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "EIT"),
        ("แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)", "OIT"),
        ("แบบวัด IIT", "IIT"),
        ("ผู้มีส่วนได้เสียภายนอก", "EIT"),
    ],
)
def test_heading_of_an_instrument(printed: str, instrument: str) -> None:
    heading = read_heading(clean(printed))
    assert heading is not None
    assert (heading.instrument, heading.indicator) == (instrument, None)
    assert find_instrument(clean(printed)) == instrument


@pytest.mark.parametrize(
    "text",
    [
        "",
        "จัดอบรมบุคลากร",
        "๑. จัดอบรมบุคลากรเรื่องการปฏิบัติหน้าที่อย่างโปร่งใส",
        "I1 เจ้าหน้าที่ปฏิบัติหน้าที่ตามขั้นตอน",
        "๒๕๖๖",
        "ตัวชี้วัดที่ ๑๑ ที่ไม่มี",
        "การปฏิบัติหน้าที่ " * 30,
    ],
)
def test_no_heading(text: str) -> None:
    assert read_heading(clean(text)) is None


def test_name_decides_against_a_number_that_goes_back() -> None:
    """In bangkhen indicator 7 is printed as 3)."""
    heading = read_heading("3) ประสิทธิภาพการสื่อสาร", last="6", instrument="EIT")
    assert heading is not None
    assert heading.indicator == "7"
    assert heading.conflict is not None


def test_section_speaks_for_the_number() -> None:
    """In samphanthawong the disclosure items stand under ตัวชี้วัดที่ 9 การปฏิบัติหน้าที่."""
    heading = read_heading("ตัวชี้วัดที่ 9 การปฏิบัติหน้าที่", last="8", instrument="OIT")
    assert heading is not None
    assert heading.indicator == "9"
    assert heading.conflict is not None


def test_numbered_text_where_indicators_stand_needs_no_known_name() -> None:
    assert read_heading("2) หัวข้อที่ไม่มีในเล่ม") is None
    heading = read_heading("2) หัวข้อที่ไม่มีในเล่ม", numbered=True)
    assert heading is not None
    assert heading.indicator == "2"


def test_question_that_begins_like_an_indicator_is_none() -> None:
    assert by_name("การใช้งบประมาณของหน่วยงานท่านเป็นไปตามวัตถุประสงค์เพียงใด") is None
    assert by_name("การใช้งบประมาณ") == "2"


@pytest.mark.parametrize(
    ("code", "instrument"),
    [
        ("1", "IIT"),
        ("5", "IIT"),
        ("6", "EIT"),
        ("8", "EIT"),
        ("9.2", "OIT"),
        ("10", "OIT"),
        (None, None),
    ],
)
def test_instrument_of(code: str | None, instrument: str | None) -> None:
    assert instrument_of(code) == instrument


def test_headings_own_number_before_the_indicators() -> None:
    found = read_heading("3. ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร")
    assert found is not None
    assert (found.indicator, found.conflict) == ("7", None)


def test_title_whose_middle_is_left_out() -> None:
    title = items(2567)["I9"].title_th
    assert known_title(f"{title[:30]} ฯ {title[-25:]}")
    assert not known_title(f"{title[:30]} ฯ ให้บริการประชาชนอย่างเท่าเทียม")
