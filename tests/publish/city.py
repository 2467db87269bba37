"""A made-up city of three districts and two years, small enough to know every answer by heart.

พระนคร (1001) has analyses of 2566 and 2567 and a progress report; ดุสิต (1002) an analysis of 2567,
a plan of 2566 with deadlines and a progress report that disagrees; a fourth file cannot be read.
Scores of พระนคร 2567 print no instrument, so that its instruments have to be computed.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from extract.model import Place
from load.build import Incoming
from normalize.model import (
    Check,
    Coverage,
    Finding,
    Measure,
    Meta,
    Report,
    Score,
    Source,
    Step,
    Weakness,
)
from tests.load.reports import FAILED, incoming, measure, pages, place, score

GUIDE = "1. จัดทำคู่มือการให้บริการ\n2. ติดประกาศที่สำนักงานเขต"
GUIDE_SPACED = "1. จัดทำคู่มือ การให้บริการ\n2. ติดประกาศ ที่สำนักงานเขต"
TRAINING = "จัดอบรมเจ้าหน้าที่ทุกคนเรื่องการให้บริการอย่างเป็นธรรมและโปร่งใสปีละสองครั้ง"
TRAINING_ALIKE = "จัดอบรมเจ้าหน้าที่ทุกคนเรื่องการให้บริการอย่างเป็นธรรมและโปร่งใสปีละสี่ครั้ง"
FORMULA = '=HYPERLINK("http://example.org";"คลิก")'

INDICATORS_66 = dict(
    zip("1 2 3 4 5 6 7 8 9 10".split(), [88] * 5 + [90] * 3 + [80] * 2, strict=True)
)
INDICATORS_67 = {code: value + 3 for code, value in INDICATORS_66.items()} | {"9": 80, "10": 80}


def _levels(year: int, values: dict[str, object], level: str) -> tuple[Score, ...]:
    return tuple(score(code, str(value), level, year) for code, value in values.items())


def _scores(
    year: int,
    overall: str,
    instruments: dict[str, object],
    indicators: dict[str, int],
    items: dict[str, object],
) -> tuple[Score, ...]:
    return (
        score("ITA", overall, "overall", year),
        *_levels(year, instruments, "instrument"),
        *_levels(year, dict(indicators), "indicator"),
        *_levels(year, items, "item"),
    )


def _measure(codes: str, text: str, **stated: Any) -> Measure:
    return replace(
        measure(text),
        codes=tuple(codes.split(",")) if codes else (),
        sources=(("measure", Source(place(), text)),),
        **stated,
    )


def _weakness(codes: str, indicator: str, text: str) -> Weakness:
    return Weakness(tuple(codes.split(",")), indicator, text, Source(place(), text))


PHRANAKHON_66 = Report(
    file="a66.pdf",
    sha256="1" * 64,
    status="ok",
    text_source="text",
    meta=Meta(
        agency_code="1001", doc_type="analysis", report_year=2566, assessment_year=2566,
        assessment_year_basis="stated", plan_year=2567, rating="ผ่าน", title="รายงาน 2566",
    ),
    pages=pages(3),
    scores=_scores(
        2566, "85.00", {"IIT": 88, "EIT": 90, "OIT": 80}, INDICATORS_66,
        {"I1": "80.00", "I2": "92.00", "E1": "84.00", "O1": "0"},
    ),
    measures=(
        _measure(
            "I1", GUIDE, indicator="1", weakness="บริการล่าช้า", responsible="ฝ่ายปกครอง",
            units=("ฝ่ายปกครอง",), deadline="2024-03-31", deadline_raw="31 มี.ค. 67",
            steps=(Step("measure", 1, "จัดทำคู่มือการให้บริการ"),),
        ),
    ),
    weaknesses=(
        _weakness("I1", "1", "บริการล่าช้า"),
        _weakness("E1", "6", "ประชาชนไม่ทราบขั้นตอน ตามที่เขตดุสิตแจ้ง"),
    ),
    checks=(
        Check("indicator-mean", 2566, ("1", "I1", "I2"), Decimal(88), Decimal(86), False),
    ),
)  # fmt: skip

PHRANAKHON_67 = Report(
    file="a67.pdf",
    sha256="2" * 64,
    status="ok",
    text_source="text",
    meta=Meta(
        agency_code="1001", doc_type="analysis", report_year=2567, assessment_year=2567,
        assessment_year_basis="stated", plan_year=2568, title="รายงาน 2567",
    ),
    pages=pages(2),
    scores=_scores(
        2567, "90.00", {}, INDICATORS_67, {"I1": "95.00", "I2": "90.00", "E1": "88.00", "O1": "100"}
    ),
    measures=(
        _measure(
            "E1", TRAINING, indicator="6", monitoring_months=6.0, monitoring_raw="ทุก 6 เดือน"
        ),
    ),
    checks=(
        Check("overall-from-indicators", 2567, ("ITA", "1"), Decimal(90), Decimal(90), True),
    ),
    coverage=(Coverage(1, "fact", 900), Coverage(2, "unaccounted", 7)),
)  # fmt: skip

PHRANAKHON_PROGRESS = Report(
    file="a-progress.pdf",
    sha256="3" * 64,
    status="ok",
    text_source="text",
    meta=Meta(
        agency_code="1001", doc_type="progress", report_year=2567, assessment_year=2566,
        assessment_year_basis="inferred", period_start="2023-10-01", period_end="2024-03-31",
    ),
    pages=pages(1),
    measures=(_measure("I1", GUIDE, indicator="1", result="จัดทำแล้ว 500 เล่ม"),),
)  # fmt: skip

DUSIT_67 = Report(
    file="b67.pdf",
    sha256="4" * 64,
    status="partial",
    text_source="text",
    meta=Meta(
        agency_code="1002", doc_type="analysis", report_year=2567, assessment_year=2567,
        assessment_year_basis="stated", plan_year=2568, rating="ผ่าน",
    ),
    pages=pages(4),
    scores=_scores(
        2567, "84.00", {"IIT": "83.00", "EIT": 86, "OIT": 86}, {"1": 83, "6": 86},
        {"I1": "81.00", "I2": "85.00", "E1": "86.00", "O1": "0"},
    ),
    measures=(
        _measure("I1", GUIDE_SPACED, indicator="1", responsible="ฝ่ายปกครอง/ฝ่ายทะเบียน",
                 units=("ฝ่ายทะเบียน", "ฝ่ายปกครอง")),
        _measure("I2", TRAINING_ALIKE, indicator="1"),
        _measure("", FORMULA, indicator="6", responsible="ฝ่ายโยธา", units=("ฝ่ายโยธา",)),
    ),
    weaknesses=(_weakness("I1", "1", "งาน <b>ล่าช้า</b> & \"ซ้ำ\""),),
    findings=(
        Finding("info", "code-inferred", "The code was inferred"),
        Finding("info", "code-inferred", "The code was inferred too"),
        Finding("error", "score-disagrees", "I1 is printed twice", Place(3, place().box), raw="๘๑"),
        Finding("warning", "items-missing", "No O2"),
    ),
)  # fmt: skip

DUSIT_PLAN = Report(
    file="b-plan.pdf",
    sha256="5" * 64,
    status="ok",
    text_source="text",
    meta=Meta(agency_code="1002", doc_type="plan", report_year=2566, plan_year=2566),
    pages=pages(1),
    measures=(
        _measure("", "ปรับปรุงเว็บไซต์", indicator="9", deadline="2023-03-30"),
        _measure("", "จัดทำแผ่นพับ", indicator="6", deadline="2023-03-15"),
        _measure("", "ติดตั้งกล้อง", indicator="4", deadline="2023-09-30"),
    ),
)  # fmt: skip

DUSIT_PROGRESS = Report(
    file="b-progress.pdf",
    sha256="6" * 64,
    status="ok",
    text_source="ocr",
    meta=Meta(agency_code="1002", doc_type="progress", report_year=2567, assessment_year=2567),
    pages=pages(1),
    scores=(score("ITA", "84.50", "overall", 2567),),
    measures=(_measure("", "จัดทำแผ่นพับ", indicator="6", result="แจกแล้ว 200 แผ่น"),),
)

FILES: tuple[Incoming, ...] = (
    incoming("2566/a66.pdf", PHRANAKHON_66),
    incoming("2567/a67.pdf", PHRANAKHON_67),
    incoming("2567/a-progress.pdf", PHRANAKHON_PROGRESS),
    incoming("2567/b67.pdf", DUSIT_67),
    incoming("2566/b-plan.pdf", DUSIT_PLAN),
    incoming("2567/b-progress.pdf", DUSIT_PROGRESS),
    incoming("broken.pdf", FAILED),
)
