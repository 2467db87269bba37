"""Invented reports, made by hand: what the other stages would hand on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extract.model import Box, Place
from load.build import Incoming
from normalize.model import (
    Check,
    Finding,
    Measure,
    Mention,
    Meta,
    PageNote,
    Report,
    Score,
    Source,
    Step,
    Weakness,
)


def place(page: int = 1, row: int | None = 2, column: int | None = 1) -> Place:
    table = None if row is None else 0
    return Place(page, Box(70.123, 100.5, 200, 130.25), table, row, column)


def source(raw: str, page: int = 1, row: int | None = 2, column: int | None = 1) -> Source:
    return Source(place(page, row, column), raw)


def score(code: str, value: str, level: str = "item", year: int | None = 2567) -> Score:
    printing = Mention(Decimal(value), source(f"{value} คะแนน"), "table")
    return Score(year, level, code, f"ชื่อของ {code}", Decimal(value), (printing,))


def measure(text: str | None = "จัดประชุมชี้แจง") -> Measure:
    """A measure that states nothing but its text."""
    return Measure(
        indicator=None,
        codes=(),
        weakness=None,
        measure=text,
        output=None,
        awareness=None,
        result=None,
        responsible=None,
        units=(),
        deadline=None,
        deadline_raw=None,
        monitoring_months=None,
        monitoring_raw=None,
        steps=(),
        page_first=1,
        page_last=1,
        sources=(),
    )


def pages(count: int) -> tuple[PageNote, ...]:
    return tuple(PageNote(number, 842.0, 595.0, "text", 900) for number in range(1, count + 1))


ITEM_I2 = Score(
    fiscal_year=2567,
    level="item",
    code="I2",
    title_th="อำนวยความสะดวกแก่ผู้มาติดต่อ",
    score=Decimal("85.34"),
    mentions=(
        Mention(Decimal("85.34"), source("๘๕.๓๔", page=2), "table"),
        Mention(Decimal("85.43"), source("(๘๕.๔๓ คะแนน)", page=3, row=None, column=None), "prose"),
    ),
    inferred=True,
)

FULL_MEASURE = Measure(
    indicator="7",
    codes=("O11", "E10", "I2", "O2", "E9"),
    weakness="ประชาชนยังไม่ทราบช่องทางติดต่อ",
    measure="1. ทำป้ายบอกทาง\n2. ปรับปรุงเว็บไซต์",
    output="ป้าย 12 ป้าย",
    awareness="ประกาศทางเว็บไซต์ของเขต",
    result="ติดตั้งแล้ว 10 ป้าย",
    responsible="ฝ่ายปกครอง/ฝ่ายคลัง",
    units=("ฝ่ายปกครอง", "ฝ่ายการคลัง"),
    deadline="2024-04-20",
    deadline_raw="๒๐ เม.ย. ๖๗",
    monitoring_months=0.5,
    monitoring_raw="ทุก 15 วัน",
    steps=(
        Step("measure", 1, "ทำป้ายบอกทาง"),
        Step("measure", 2, "ปรับปรุงเว็บไซต์"),
        Step("result", 1, "ติดตั้งแล้ว 10 ป้าย"),
    ),
    page_first=2,
    page_last=3,
    sources=(
        ("weakness", source("ประชาชนยังไม่ทราบช่องทางติดต่อ", page=2, column=2)),
        ("measure", source("๑. ทำป้ายบอกทาง", page=2, column=3)),
        ("measure", source("๒. ปรับปรุงเว็บไซต์", page=3, row=0, column=3)),
    ),
)

FULL = Report(
    file="full.pdf",
    sha256="a" * 64,
    status="partial",
    text_source="text",
    meta=Meta(
        agency_code="1003",
        doc_type="analysis",
        report_year=2567,
        assessment_year=2567,
        assessment_year_basis="stated",
        plan_year=2568,
        period_start="2023-10-01",
        period_end="2024-03-31",
        rating="ผ่านดี",
        title="รายงานการวิเคราะห์ผลการประเมินของเขตหนองจอก",
    ),
    pages=(
        PageNote(1, 842.0, 595.0, "text", 412, (("zero-width space", 3),)),
        PageNote(2, 842.0, 595.0, "text", 900),
        PageNote(3, 842.0, 595.0, "ocr", 877),
    ),
    scores=(
        score("ITA", "87.67", "overall"),
        score("IIT", "90.00", "instrument"),
        score("1", "84.50", "indicator"),
        score("9.1", "100", "subindicator"),
        score("I1", "83.66"),
        ITEM_I2,
        score("E1", "0"),
        score("E1", "70.10", year=2566),
        score("E2", "61.05", year=None),
    ),
    measures=(FULL_MEASURE, measure()),
    weaknesses=(
        Weakness(("E10", "E9"), "7", "ป้ายไม่ชัดเจน\nเว็บไซต์ล้าสมัย", source("ป้ายไม่ชัดเจน", page=3)),
        Weakness((), None, "ขาดการสื่อสาร", source("ขาดการสื่อสาร")),
    ),
    findings=(
        Finding("warning", "printed-twice", "I2 is printed twice", place(3), raw="๘๕.๔๓"),
        Finding("error", "page-without-text", "Nothing could be read", page=9),
        Finding("info", "code_inferred", "The code was inferred"),
    ),
    checks=(
        Check("indicator", 2567, ("1", "I1", "I2"), Decimal("84.50"), Decimal("84.50"), True),
        Check("instrument", 2567, ("IIT", "1", "2"), Decimal("90"), Decimal("84.5"), False),
    ),
    ignored=(("page number", source("หน้า 1", row=None, column=None)),),
)

PLAN = Report(
    file="plan.pdf",
    sha256="b" * 64,
    status="ok",
    text_source="ocr",
    meta=Meta(agency_code="1000", doc_type="plan", report_year=2566, plan_year=2566),
    pages=pages(1),
    measures=(replace(measure("อบรมเจ้าหน้าที่"), indicator="3"),),
)

FAILED = Report(
    file="broken.pdf",
    sha256="c" * 64,
    status="failed",
    text_source="none",
    findings=(Finding("error", "unreadable-file", "This is not a PDF"),),
)


def incoming(path: str, report: Report, reader_version: str = "v1") -> Incoming:
    return Incoming(path, reader_version, 12345, 1_700_000_000_000_000_001, report)
