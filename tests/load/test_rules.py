"""The rules of the tables are real: what they forbid cannot be written, by whatever program."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from extract.model import Box, Place
from load.build import Incoming, refresh
from load.errors import LoadError, ReportRefused
from normalize.model import Mention, Meta, Report, Source, Weakness
from tests.load.reports import FAILED, FULL, PLAN, incoming, measure, pages, score
from tests.pipeline.stored import dump

REFUSED = [
    "UPDATE score SET score = 100.01",
    "UPDATE score SET score = -0.01",
    "UPDATE score SET score = NULL",
    "UPDATE score SET score = 'many'",
    "UPDATE score SET level = 'total'",
    "UPDATE score SET code = 'I0' WHERE code = 'I2'",
    "UPDATE score SET code = 'i2' WHERE code = 'I2'",
    "UPDATE score SET code = 'I๒' WHERE code = 'I2'",
    "UPDATE score SET code = 'I1.1' WHERE code = 'I2'",
    "UPDATE score SET code = '1' WHERE code = 'I2'",
    "UPDATE score SET code = 'I3' WHERE code = '9.1'",
    "UPDATE score SET level = 'instrument' WHERE code = 'ITA'",
    "UPDATE score SET title_th = ''",
    "UPDATE score SET fiscal_year = 2024 WHERE code = 'I2'",
    "UPDATE score SET fiscal_year = 2566 WHERE code = 'E1'",
    "UPDATE score SET inferred = 2",
    "UPDATE score SET confidence = 1.5",
    "UPDATE score SET document_id = document_id + 1",
    "INSERT INTO score SELECT score_id + 50, document_id, fiscal_year, level, code, title_th,"
    " score, inferred, confidence, read_confidence FROM score WHERE fiscal_year IS NULL",
    "UPDATE mention SET page = 4",
    "UPDATE mention SET page = 0",
    "UPDATE mention SET score_id = score_id + 77",
    "UPDATE mention SET printed_in = 'margin'",
    "UPDATE mention SET x1 = x0 - 1",
    "UPDATE mention SET x1 = NULL",
    "UPDATE mention SET row_no = -1",
    "UPDATE document SET agency_code = '1051'",
    "UPDATE document SET doc_type = 'letter'",
    "UPDATE document SET status = 'fine'",
    "UPDATE document SET rating = 'ดี'",
    "UPDATE document SET text_source = 'none'",
    "UPDATE document SET sha256 = 'A' || substr(sha256, 2)",
    "UPDATE document SET document_file = 'a/b.pdf'",
    "UPDATE document SET path = 'plan.pdf'",
    "UPDATE document SET assessment_year_basis = 'guessed'",
    "UPDATE document SET period_end = '2023-09-30' WHERE period_end IS NOT NULL",
    "UPDATE document SET period_end = '2024-02-30' WHERE period_end IS NOT NULL",
    "UPDATE measure SET deadline = '2023-4-20'",
    "UPDATE measure SET deadline = '20 เม.ย. 66'",
    "UPDATE measure SET measure = ' '",
    "UPDATE measure SET indicator = '0'",
    "UPDATE measure SET indicator = '๗'",
    "UPDATE measure SET monitoring_months = 0",
    "UPDATE measure SET page_first = page_last + 1",
    "UPDATE measure SET page_last = 99",
    "UPDATE measure_item SET code = 'X1' WHERE code = 'I2'",
    "UPDATE measure_unit SET unit = 'ฝ่ายคลัง' WHERE unit = 'ฝ่ายการคลัง'",
    "UPDATE measure_source SET field = ''",
    "UPDATE step SET kind = 'promise' WHERE seq = 2",
    "UPDATE step SET text = ''",
    "UPDATE step SET seq = 1 WHERE seq = 2",
    "UPDATE weakness SET text = ''",
    "UPDATE weakness_item SET code = 'ITA' WHERE code = 'E9'",
    "UPDATE finding SET severity = 'fatal'",
    "UPDATE finding SET kind = 'Two words'",
    "UPDATE finding SET message = NULL",
    "UPDATE page SET characters = -1",
    "UPDATE page SET text_source = 'mixed'",
    "UPDATE arithmetic_check SET holds = 2",
    "UPDATE arithmetic_check_code SET score_id = score_id + 100000",
    "DELETE FROM agency",
    "DELETE FROM unit",
    "UPDATE item SET indicator = '77'",
    "INSERT INTO file_state VALUES (1, 1)",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_what_the_rules_refuse(writable: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        writable.execute(statement)


def test_what_they_allow(writable: sqlite3.Connection) -> None:
    """So that no rule above fires for another reason than the one meant."""
    for statement in (
        "UPDATE score SET score = 100 WHERE code = 'I2'",
        "UPDATE score SET code = 'I25' WHERE code = 'I2'",
        "UPDATE score SET fiscal_year = 2570 WHERE code = 'I1'",
        "UPDATE mention SET page = 3, row_no = 0",
        "UPDATE document SET agency_code = NULL, rating = NULL, period_end = '2024-02-29'",
        "UPDATE measure SET deadline = '2024-02-29', indicator = '10'",
        "UPDATE finding SET page = 77",
    ):
        writable.execute(statement)


def test_deleting_a_document_deletes_its_facts(writable: sqlite3.Connection) -> None:
    writable.execute("DELETE FROM document")
    for table in ("page", "score", "mention", "measure", "step", "finding", "file_state"):
        assert writable.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def printed_on(page: int) -> Source:
    return Source(Place(page, Box(0, 0, 10, 10)), "ข้อความ")


WRONG = [
    (replace(FULL, scores=(score("I1", "100.5"),)), "score_score_range"),
    (replace(FULL, scores=(score("I1", "9"), score("I1", "8"))), "UNIQUE"),
    (replace(FULL, meta=Meta(agency_code="9999")), "agency_code '9999', which is not in agency"),
    (
        replace(
            FULL,
            scores=(
                replace(score("I1", "9"), mentions=(Mention(Decimal(9), printed_on(4), "table"),)),
            ),
        ),
        "page 4, which is not in page",
    ),
    (replace(FULL, weaknesses=(Weakness((), None, " ", printed_on(1)),)), "NOT NULL"),
    (
        replace(FULL, measures=(replace(measure(), units=("ฝ่ายคลัง",)),)),
        "unit 'ฝ่ายคลัง', which is not in unit",
    ),
    (replace(FULL, pages=(*pages(3), *pages(1))), "UNIQUE"),
]


@pytest.mark.parametrize(("report", "reason"), WRONG)
def test_a_report_that_breaks_a_rule_is_refused_by_name(
    tmp_path: Path, report: Report, reason: str
) -> None:
    with pytest.raises(LoadError, match=reason) as caught:
        refresh(tmp_path / "ita.db", [incoming("wrong/full.pdf", report)])
    assert "wrong/full.pdf" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_more_facts_than_ids_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("load.rows.IDS_PER_DOCUMENT", 4)
    with pytest.raises(LoadError, match=r"full\.pdf: more than 3 rows of score"):
        refresh(tmp_path / "ita.db", [incoming("full.pdf", FULL)])


@pytest.mark.parametrize(("report", "reason"), WRONG)
def test_what_stands_in_for_a_refused_report_is_loaded_with_the_others(
    tmp_path: Path, report: Report, reason: str
) -> None:
    db = tmp_path / "ita.db"
    refresh(db, [incoming("wrong.pdf", FULL)])
    refused = []

    def instead(one: Incoming, error: ReportRefused) -> Incoming:
        refused.append((one.path, error.reason))
        return replace(one, report=FAILED)

    coming = [incoming("a.pdf", PLAN), incoming("wrong.pdf", report), incoming("z.pdf", FULL)]
    refresh(db, coming, on_refused=instead)
    ((path, said),) = refused
    assert path == "wrong.pdf"
    assert re.search(reason, said)
    assert str(tmp_path) not in said
    fresh = tmp_path / "fresh.db"
    refresh(fresh, [replace(coming[0]), replace(coming[1], report=FAILED), replace(coming[2])])
    assert dump(db) == dump(fresh)


def test_a_refused_report_may_leave_its_path_as_it_was(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    refresh(db, [incoming("full.pdf", FULL)])
    before = dump(db)
    refresh(db, [incoming("full.pdf", WRONG[0][0])], on_refused=lambda _one, _error: None)
    assert dump(db) == before
    with pytest.raises(LoadError):
        refresh(db, [incoming("full.pdf", WRONG[0][0])], on_refused=lambda one, _error: one)
    assert dump(db) == before


def test_trouble_of_the_disk_is_no_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report is not to blame for a full disk, and nothing is stored in its place."""

    def full(*_: object) -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr("load.writer.FactRows", full)
    asked: list[Incoming] = []
    with pytest.raises(LoadError, match="disk is full"):
        refresh(
            tmp_path / "ita.db",
            [incoming("full.pdf", FULL)],
            on_refused=lambda one, _error: asked.append(one),
        )
    assert asked == []
