"""Every named question: what its file says, and what it answers in a city known by heart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from load.build import refresh
from publish.errors import QuestionError
from publish.questions import described_columns, is_name, parsed, question, questions
from publish.questions import page as questions_page
from publish.reader import ask, asking
from tests.load.reports import incoming
from tests.publish.city import DUSIT_67, FILES, FORMULA, GUIDE_SPACED, TRAINING, TRAINING_ALIKE

Rows = list[tuple[Any, ...]]

# Question, what it is given, the columns to look at, their rows.
ANSWERS: list[tuple[str, dict[str, str], str, Rows]] = [
    (
        "ranking",
        {},
        "rank agency_th fiscal_year overall year_before change document_file page",
        [
            (1, "พระนคร", 2567, 90.0, 85.0, 5.0, "a67.pdf", 1),
            (2, "ดุสิต", 2567, 84.0, None, None, "b67.pdf", 1),
        ],
    ),
    ("ranking", {"year": "2566"}, "rank overall iit eit oit", [(1, 85.0, 88.0, 90.0, 80.0)]),
    (
        "lowest-items",
        {"count": "1"},
        "agency_th place code score",
        [("พระนคร", 1, "E1", 88.0), ("ดุสิต", 1, "O1", 0.0)],
    ),
    (
        "lowest-items",
        {"year": "2566", "count": "2", "district": "Phra Nakhon"},
        "code score",
        [("O1", 0.0), ("I1", 80.0)],
    ),
    (
        "under-85",
        {},
        "agency_th instrument score basis",
        [("พระนคร", "OIT", 80.0, "computed"), ("ดุสิต", "IIT", 83.0, "printed")],
    ),
    ("under-85", {"limit": "86.5"}, "instrument", [("OIT",), ("IIT",), ("EIT",), ("OIT",)]),
    ("under-85", {"year": "2566"}, "instrument score basis", [("OIT", 80.0, "printed")]),
    (
        "change-by-indicator",
        {},
        "code from_score to_score change",
        [
            ("10", 80.0, 80.0, 0.0),
            ("9", 80.0, 80.0, 0.0),
            *((code, 88.0, 91.0, 3.0) for code in "12345"),
            *((code, 90.0, 93.0, 3.0) for code in "678"),
            ("ITA", 85.0, 90.0, 5.0),
        ],
    ),
    ("change-by-indicator", {"from_year": "2565"}, "code", []),
    (
        "overdue-measures",
        {"today": "2024-04-10"},
        "agency_th deadline days_over measure",
        [
            ("ดุสิต", "2023-03-30", 377, "ปรับปรุงเว็บไซต์"),
            ("ดุสิต", "2023-09-30", 193, "ติดตั้งกล้อง"),
        ],
    ),
    ("overdue-measures", {"today": "2023-03-30"}, "measure", []),
    (
        "section-duties",
        {"unit": "ฝ่ายปกครอง"},
        "agency_th codes deadline",
        [("พระนคร", "I1", "2024-03-31"), ("ดุสิต", "I1", None)],
    ),
    (
        "section-load",
        {},
        "unit plan_year measures agencies with_deadline with_result",
        [
            ("ฝ่ายทะเบียน", 2568, 1, 1, 0, 0),
            ("ฝ่ายปกครอง", 2567, 1, 1, 1, 0),
            ("ฝ่ายปกครอง", 2568, 1, 1, 0, 0),
            ("ฝ่ายโยธา", 2568, 1, 1, 0, 0),
        ],
    ),
    (
        "weak-without-measure",
        {},
        "agency_th fiscal_year code score",
        [("พระนคร", 2566, "O1", 0.0), ("พระนคร", 2566, "E1", 84.0), ("ดุสิต", 2567, "O1", 0.0)],
    ),
    ("weak-without-measure", {"limit": "85.5", "year": "2567"}, "code", [("O1",)]),
    (
        "same-measures",
        {},
        "agencies times agencies_th measure",
        [(2, 3, "พระนคร, ดุสิต", GUIDE_SPACED)],
    ),
    ("same-measures", {"least": "3"}, "measure", []),
    (
        "alike-measures",
        {},
        "agency_a measure_a agency_b measure_b",
        [("พระนคร", TRAINING, "ดุสิต", TRAINING_ALIKE)],
    ),
    ("alike-measures", {"least": "99"}, "likeness", []),
    (
        "other-district-named",
        {},
        "agency_th named field",
        [("พระนคร", "ดุสิต", "weakness")],
    ),
    (
        "disclosure-zero",
        {},
        "fiscal_year code agencies agency_th",
        [(2567, "O1", 1, "ดุสิต"), (2566, "O1", 1, "พระนคร")],
    ),
    ("disclosure-zero", {"year": "2566"}, "agency_th", [("พระนคร",)]),
    (
        "failed-arithmetic",
        {},
        "agency_th check_name printed computed difference codes document_file page",
        [("พระนคร", "indicator-mean", 88.0, 86.0, 2.0, "1,I1,I2", "a66.pdf", 1)],
    ),
    (
        "findings-first",
        {"district": "1002"},
        "severity kind of_this_kind page",
        [
            ("error", "documents-disagree", 1, 1),
            ("error", "score-disagrees", 1, 3),
            ("warning", "items-missing", 1, None),
            ("info", "code-inferred", 2, None),
            ("info", "code-inferred", 2, None),
        ],
    ),
    ("findings-first", {"severity": "warning"}, "kind", [("items-missing",)]),
    (
        "disagreeing-documents",
        {},
        "agency_th fiscal_year code score chosen rule document_file",
        [
            ("ดุสิต", 2567, "ITA", 84.0, 1, "analysis of that assessment", "b67.pdf"),
            ("ดุสิต", 2567, "ITA", 84.5, 0, "analysis of that assessment", "b-progress.pdf"),
        ],
    ),
    (
        "deadlines-by-month",
        {},
        "month measures agencies with_result without_result",
        [("2023-03", 2, 1, 0, 2), ("2023-09", 1, 1, 0, 1), ("2024-03", 1, 1, 0, 1)],
    ),
    (
        "measures-without-owner",
        {},
        "agency_th no_owner no_date codes",
        [("ดุสิต", 1, 0, "I2")],
    ),
    (
        "item-against-city",
        {"district": "ดุสิต"},
        "code score median difference districts",
        [
            ("O1", 0.0, 50.0, -50.0, 2),
            ("I1", 81.0, 88.0, -7.0, 2),
            ("I2", 85.0, 87.5, -2.5, 2),
            ("E1", 86.0, 87.0, -1.0, 2),
        ],
    ),
    (
        "rating-check",
        {},
        "agency_th fiscal_year overall printed by_rule agrees",
        [
            ("ดุสิต", 2567, 84.0, "ผ่าน", "ต้องปรับปรุง", 0),
            ("พระนคร", 2566, 85.0, "ผ่าน", "ผ่าน", 1),
            ("พระนคร", 2567, 90.0, None, None, None),
            ("ดุสิต", 2567, 84.5, None, "ต้องปรับปรุง", None),
        ],
    ),
    (
        "promised-and-reported",
        {},
        "document_file measures with_result percent_with_result",
        [
            ("a66.pdf", 1, 0, 0.0),
            ("a-progress.pdf", 1, 1, 100.0),
            ("a67.pdf", 1, 0, 0.0),
            ("b-plan.pdf", 3, 0, 0.0),
            ("b-progress.pdf", 1, 1, 100.0),
            ("b67.pdf", 3, 0, 0.0),
        ],
    ),
    (
        "unverified-scores",
        {},
        "document_file scores confirmed contradicted untouched",
        [
            ("a66.pdf", 18, 0, 3, 15),
            ("a67.pdf", 15, 2, 0, 13),
            ("b67.pdf", 10, 0, 0, 10),
            ("b-progress.pdf", 1, 0, 0, 1),
        ],
    ),
    (
        "hardest-items",
        {"limit": "86"},
        "code agencies mean lowest highest under_limit measures",
        [
            ("O1", 2, 50.0, 0.0, 100.0, 1, 0),
            ("E1", 2, 87.0, 86.0, 88.0, 0, 1),
            ("I2", 2, 87.5, 85.0, 90.0, 1, 1),
            ("I1", 2, 88.0, 81.0, 95.0, 1, 1),
        ],
    ),
]  # fmt: skip


def answer(db: Path, name: str, given: Mapping[str, str]) -> list[dict[str, Any]]:
    with asking(db) as connection:
        asked = question(name)
        found = ask(connection, asked.sql, asked.values(given))
        return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


@pytest.mark.parametrize(("name", "given", "columns", "rows"), ANSWERS)
def test_answers(city: Path, name: str, given: dict[str, str], columns: str, rows: Rows) -> None:
    found = answer(city, name, given)
    assert [tuple(row[column] for column in columns.split()) for row in found] == rows


def test_a_report_loaded_twice_is_noticed(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    less = replace(DUSIT_67, file="copy.pdf", sha256="9" * 64, measures=DUSIT_67.measures[:1])
    refresh(db, [*FILES, incoming("copy.pdf", less)])
    rows = [
        (row["document_file"], row["measures"], row["same_measures"])
        for row in answer(db, "repeated-reports", {})
    ]
    assert rows == [("b67.pdf", 3, 1), ("copy.pdf", 1, 1)]


def test_coverage_lists_every_agency(city: Path) -> None:
    rows = answer(city, "coverage", {})
    assert len(rows) == 51
    by_name = {row["agency_th"]: row for row in rows}
    assert by_name["พระนคร"]["documents"] == 3
    assert (by_name["พระนคร"]["scores"], by_name["พระนคร"]["measures"]) == (33, 3)
    assert by_name["ดุสิต"]["plans"] == 1
    assert by_name["บางบอน"]["documents"] == 0
    assert answer(city, "coverage", {"year": "2566"})[2]["documents"] == 1


def test_every_question_is_tried() -> None:
    tried = {row[0] for row in ANSWERS} | {"coverage", "repeated-reports"}
    assert tried == set(questions())
    assert len(questions()) >= 12


@pytest.mark.parametrize("name", questions())
def test_a_form_left_empty_asks_the_same(city: Path, name: str) -> None:
    """Datasette hands over empty texts, the command nothing."""
    blank = {parameter.name: "" for parameter in question(name).parameters}
    assert answer(city, name, blank) == answer(city, name, {})


@pytest.mark.parametrize("name", questions())
def test_facts_lead_back_to_their_page(city: Path, name: str) -> None:
    """An answer that is about single facts names file and page; the others are counts."""
    counts = "coverage deadlines-by-month section-load hardest-items promised-and-reported"
    if name in f"{counts} unverified-scores same-measures repeated-reports".split():
        return
    with asking(city) as connection:
        asked = question(name)
        columns = ask(connection, asked.sql, asked.values({})).columns
    assert any("file" in column for column in columns)
    assert any("page" in column for column in columns)


@pytest.mark.parametrize("name", questions())
def test_every_column_of_an_answer_is_described(city: Path, name: str) -> None:
    """In the data dictionary or beside the question, and nothing is that no answer has."""
    with asking(city) as connection:
        dictionary = {row[0] for row in connection.execute("SELECT column_name FROM dictionary")}
        columns = ask(connection, question(name).sql, question(name).values({})).columns
    described = [column.name for column in question(name).columns]
    assert len(described) == len(set(described))
    assert set(described) == set(columns) - dictionary, "publish/queries/columns.csv"


@pytest.mark.parametrize("name", questions())
def test_everything_is_said_in_both_languages(name: str) -> None:
    asked = question(name)
    described = [(one.description_th, one.description_en) for one in asked.parameters]
    described += [(one.description_th, one.description_en) for one in asked.columns]
    own = [(asked.title_th, asked.title_en), (asked.description_th, asked.description_en)]
    for thai, english in (*own, *described):
        assert re.search("[ก-ฮ]", thai), thai
        assert re.search("[A-Za-z]{3}", english), english


def test_columns_of_a_question_there_is_not_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    told = described_columns("questions,column,description_th,description_en\na b,n,จำนวน,Number\n")
    assert {name: [one.name for one in columns] for name, columns in told.items()} == {
        "a": ["n"],
        "b": ["n"],
    }
    monkeypatch.setattr("publish.questions.described_columns", lambda _: told)
    with pytest.raises(QuestionError, match="no question a, b"):
        questions.__wrapped__()


def test_names_and_sql_are_told_apart() -> None:
    assert all(is_name(name) for name in questions())
    for sql in ("SELECT 1", "select * from v_score", "VALUES(1)", "", "-"):
        assert not is_name(sql)


def test_unknown_names_and_parameters_are_said() -> None:
    with pytest.raises(QuestionError, match="no question called lowest"):
        question("lowest")
    with pytest.raises(QuestionError, match="has no parameter yaer; it has: year"):
        question("ranking").values({"yaer": "2567"})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("-- title_th: ก\n-- title_en: A\n-- description_th: ก\nSELECT 1", "no description_en"),
        ("-- title: A\nSELECT 1", "no title_th"),
        ("--title_th: ก\nSELECT 1", "cannot read the line"),
        ("{head}-- param x: only one language\nSELECT :x", "cannot read the line"),
        ("{head}-- param x: ก | A\nSELECT 1", "described or used, but not both: x"),
        ("{head}SELECT :y", "described or used, but not both: y"),
    ],
)
def test_a_wrong_front_comment_is_refused(text: str, complaint: str) -> None:
    keys = ("title_th", "title_en", "description_th", "description_en")
    head = "".join(f"-- {key}: {key}\n--   and more\n" for key in keys)
    with pytest.raises(QuestionError, match=complaint):
        parsed("broken", text.format(head=head))
    assert parsed("good", head + "SELECT 1").title_en == "title_en and more"


def test_a_text_that_looks_like_a_formula_is_in_the_city(city: Path) -> None:
    """The tests of cells stand on it."""
    assert FORMULA in [row["measure"] for row in answer(city, "section-duties", {})]


def test_the_page_of_the_docs_is_fresh() -> None:
    page = Path(__file__).parents[2] / "docs" / "questions.md"
    assert page.read_text(encoding="utf-8") == questions_page(), (
        "docs/questions.md is stale: python -m publish.questions"
    )
