"""The public views: their columns, and that each says what the contract says it does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from load.build import refresh
from normalize.model import Coverage
from tests.load.conftest import Ask
from tests.load.reports import FAILED, FULL, incoming

CONTRACT = {
    "v_document": "document_id document_file sha256 pages agency_code agency_th agency_en doc_type"
    " report_year assessment_year assessment_year_basis plan_year period_start period_end rating"
    " text_source status",
    "v_score": "score_id document_id document_file agency_code agency_th agency_en fiscal_year"
    " level code title_th score page raw mentions verified",
    "v_score_current": "agency_code fiscal_year code score rule conflict",
    "v_measure": "measure_id document_id document_file agency_code agency_th agency_en plan_year"
    " indicator codes weakness measure output awareness result responsible units deadline"
    " deadline_raw monitoring_months monitoring_raw page_first page_last",
    "v_step": "measure_id kind seq text",
    "v_measure_item": "measure_id code",
    "v_measure_unit": "measure_id unit",
    "v_weakness": "weakness_id document_id document_file agency_code codes indicator text page",
    "v_finding": "finding_id document_id document_file severity kind page message raw",
}

PLACE = {
    "table_no": 0,
    "row_no": 2,
    "column_no": 1,
    "x0": 70.12,
    "top": 100.5,
    "x1": 200.0,
    "bottom": 130.25,
}


def among(part: dict[str, object], whole: dict[str, object]) -> None:
    assert {name: whole[name] for name in part} == part


@pytest.mark.parametrize("view", CONTRACT)
def test_a_view_begins_with_the_columns_of_the_contract(ask: Ask, view: str) -> None:
    columns = [row["name"] for row in ask("SELECT name FROM pragma_table_info(?)", view)]
    wanted = CONTRACT[view].split()
    if view == "v_score_current":
        assert set(wanted) <= set(columns)
    else:
        assert columns[: len(wanted)] == wanted


def test_document(ask: Ask) -> None:
    full, plan = ask("SELECT * FROM v_document ORDER BY document_file")
    among(
        {
            "document_file": "full.pdf",
            "path": "2567/full.pdf",
            "sha256": "a" * 64,
            "pages": 3,
            "agency_code": "1003",
            "agency_th": "หนองจอก",
            "agency_en": "Nong Chok",
            "doc_type": "analysis",
            "report_year": 2567,
            "assessment_year": 2567,
            "assessment_year_basis": "stated",
            "plan_year": 2568,
            "period_start": "2023-10-01",
            "period_end": "2024-03-31",
            "rating": "ผ่านดี",
            "text_source": "text",
            "status": "partial",
            "title": "รายงานการวิเคราะห์ผลการประเมินของเขตหนองจอก",
            "size": 12345,
            "reader_version": "v1",
        },
        full,
    )
    among({"agency_th": "กรุงเทพมหานคร", "rating": None, "assessment_year": None}, plan)


@pytest.mark.parametrize(
    ("uses", "accounted"),
    [
        ((), None),
        ((Coverage(1, "fact", 400), Coverage(2, "prose", 3)), 100.0),
        ((Coverage(1, "fact", 99_999), Coverage(2, "unaccounted", 1)), 99.99),
        ((Coverage(1, "unaccounted", 5),), 0.0),
    ],
)
def test_how_much_of_a_report_is_accounted_for(
    tmp_path: Path, uses: tuple[Coverage, ...], accounted: float | None
) -> None:
    refresh(tmp_path / "a.db", [incoming("a.pdf", replace(FULL, coverage=uses))])
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        found = connection.execute("SELECT accounted FROM v_document").fetchall()
    assert found == [(accounted,)]


def test_a_file_that_could_not_be_read_is_a_document(db: Path) -> None:
    refresh(db, [incoming("broken.pdf", FAILED)])
    with closing(sqlite3.connect(db)) as connection:
        row = connection.execute(
            "SELECT pages, text_source, agency_code, status FROM v_document"
            " WHERE document_file = 'broken.pdf'"
        ).fetchone()
    assert row == (None, None, None, "failed")


def test_score_comes_from_its_first_printing(ask: Ask) -> None:
    (row,) = ask("SELECT * FROM v_score WHERE code = 'I2'")
    among(
        {
            "document_file": "full.pdf",
            "agency_code": "1003",
            "agency_th": "หนองจอก",
            "agency_en": "Nong Chok",
            "fiscal_year": 2567,
            "level": "item",
            "title_th": "อำนวยความสะดวกแก่ผู้มาติดต่อ",
            "score": 85.34,
            "page": 2,
            "raw": "๘๕.๓๔",
            "mentions": 2,
            "inferred": 1,
            "printed_in": "table",
        }
        | PLACE,
        row,
    )


def test_all_printings_of_a_score_are_kept(ask: Ask) -> None:
    rows = ask(
        "SELECT m.seq, m.score, m.printed_in, m.raw, m.page, m.table_no FROM mention AS m"
        " JOIN v_score AS s USING (score_id) WHERE s.code = 'I2' ORDER BY m.seq"
    )
    assert [tuple(row.values()) for row in rows] == [
        (1, 85.34, "table", "๘๕.๓๔", 2, 0),
        (2, 85.43, "prose", "(๘๕.๔๓ คะแนน)", 3, None),
    ]


def test_scores_of_two_years_and_of_no_known_year_stay_apart(ask: Ask) -> None:
    rows = ask(
        "SELECT fiscal_year, code, score FROM v_score WHERE level = 'item' ORDER BY score_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        (2567, "I1", 83.66),
        (2567, "I2", 85.34),
        (2567, "E1", 0.0),
        (2566, "E1", 70.10),
        (None, "E2", 61.05),
    ]


def test_verified_follows_the_checks(ask: Ask) -> None:
    rows = ask("SELECT code, verified FROM v_score WHERE fiscal_year = 2567")
    assert {row["code"]: row["verified"] for row in rows} == {
        "ITA": 0,  # in no check
        "IIT": -1,  # in one that fails
        "1": -1,  # in one that holds and one that fails
        "9.1": 0,
        "I1": 1,
        "I2": 1,
        "E1": 0,
    }


def test_a_check_names_scores_the_report_does_not_print(ask: Ask) -> None:
    rows = ask(
        "SELECT k.position, k.code, s.score FROM arithmetic_check AS c"
        " JOIN arithmetic_check_code AS k USING (check_id) LEFT JOIN score AS s USING (score_id)"
        " WHERE c.name = 'instrument' ORDER BY k.position"
    )
    assert [tuple(row.values()) for row in rows] == [
        (1, "IIT", 90.0),
        (2, "1", 84.5),
        (3, "2", None),
    ]


def test_measure(ask: Ask) -> None:
    row, bare = ask("SELECT * FROM v_measure WHERE document_file = 'full.pdf' ORDER BY measure_id")
    among(
        {
            "agency_code": "1003",
            "agency_th": "หนองจอก",
            "plan_year": 2568,
            "indicator": "7",
            "codes": "I2,E9,E10,O2,O11",
            "weakness": "ประชาชนยังไม่ทราบช่องทางติดต่อ",
            "measure": "1. ทำป้ายบอกทาง\n2. ปรับปรุงเว็บไซต์",
            "output": "ป้าย 12 ป้าย",
            "awareness": "ประกาศทางเว็บไซต์ของเขต",
            "result": "ติดตั้งแล้ว 10 ป้าย",
            "responsible": "ฝ่ายปกครอง/ฝ่ายคลัง",
            "units": "ฝ่ายการคลัง,ฝ่ายปกครอง",
            "deadline": "2024-04-20",
            "deadline_raw": "๒๐ เม.ย. ๖๗",
            "monitoring_months": 0.5,
            "monitoring_raw": "ทุก 15 วัน",
            "page_first": 2,
            "page_last": 3,
            "page": 2,
            "raw": "๑. ทำป้ายบอกทาง",
            "column_no": 3,
        },
        row,
    )
    unstated = {"codes", "units", "indicator", "deadline", "monitoring_months", "result", "raw"}
    assert {name for name in unstated if bare[name] is not None} == set()


def test_lists_of_a_measure_as_rows(ask: Ask) -> None:
    (measure,) = ask("SELECT measure_id FROM v_measure WHERE codes IS NOT NULL")
    key = measure["measure_id"]
    steps = ask("SELECT kind, seq, text FROM v_step WHERE measure_id = ? ORDER BY kind, seq", key)
    assert [tuple(step.values()) for step in steps] == [
        ("measure", 1, "ทำป้ายบอกทาง"),
        ("measure", 2, "ปรับปรุงเว็บไซต์"),
        ("result", 1, "ติดตั้งแล้ว 10 ป้าย"),
    ]
    items = ask("SELECT code FROM v_measure_item WHERE measure_id = ?", key)
    assert {item["code"] for item in items} == {"I2", "E9", "E10", "O2", "O11"}
    units = ask("SELECT unit FROM v_measure_unit WHERE measure_id = ?", key)
    assert {unit["unit"] for unit in units} == {"ฝ่ายการคลัง", "ฝ่ายปกครอง"}


def test_weakness(ask: Ask) -> None:
    row, bare = ask("SELECT * FROM v_weakness ORDER BY weakness_id")
    among(
        {
            "document_file": "full.pdf",
            "agency_code": "1003",
            "codes": "E9,E10",
            "indicator": "7",
            "text": "ป้ายไม่ชัดเจน\nเว็บไซต์ล้าสมัย",
            "page": 3,
            "raw": "ป้ายไม่ชัดเจน",
        }
        | PLACE,
        row,
    )
    among({"codes": None, "indicator": None}, bare)


def test_finding(ask: Ask) -> None:
    twice, unread, inferred = ask("SELECT * FROM v_finding ORDER BY finding_id")
    among(
        {
            "document_file": "full.pdf",
            "severity": "warning",
            "kind": "printed-twice",
            "page": 3,
            "message": "I2 is printed twice",
            "raw": "๘๕.๔๓",
        }
        | PLACE,
        twice,
    )
    among({"severity": "error", "page": 9, "table_no": None, "x0": None}, unread)
    among({"severity": "info", "page": None, "raw": None}, inferred)


def test_pages_repairs_and_text_left_aside_are_kept(ask: Ask) -> None:
    pages = ask(
        "SELECT p.page, p.text_source, p.characters, p.width FROM page AS p"
        " JOIN document AS d USING (document_id) WHERE d.document_file = 'full.pdf'"
    )
    assert [tuple(page.values()) for page in pages] == [
        (1, "text", 412, 842.0),
        (2, "text", 900, 842.0),
        (3, "ocr", 877, 842.0),
    ]
    assert ask("SELECT page, rule, glyphs FROM page_repair") == [
        {"page": 1, "rule": "zero-width space", "glyphs": 3}
    ]
    (ignored,) = ask("SELECT reason, raw, page, table_no FROM ignored_text")
    assert ignored == {"reason": "page number", "raw": "หน้า 1", "page": 1, "table_no": None}


def test_the_code_book_can_be_joined(ask: Ask) -> None:
    (row,) = ask(
        "SELECT s.score, i.title_th, i.indicator, p.title_th AS indicator_th FROM v_score AS s"
        " JOIN item AS i ON i.assessment_year = s.fiscal_year AND i.code = s.code"
        " JOIN indicator AS p ON p.assessment_year = i.assessment_year AND p.code = i.indicator"
        " WHERE s.code = 'I1'"
    )
    among({"score": 83.66, "indicator": "1", "indicator_th": "การปฏิบัติหน้าที่"}, row)
    assert ask("SELECT unit FROM unit_alias WHERE alias = 'ฝ่ายคลัง'") == [{"unit": "ฝ่ายการคลัง"}]
    thai_digits = ask("SELECT code FROM item WHERE title_th GLOB '*[๐-๙]*'")
    assert thai_digits == []
