"""The schema as such: what marks a database, what keeps versions apart, what joins stand on."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint

from load.database import APPLICATION_ID, SCHEMA_VERSION
from load.search import INDEXES
from load.tables import metadata
from tests.load.conftest import Ask

# What the tables of this schema version are. When this changes, raise SCHEMA_VERSION too: databases
# made before must not be carried over into tables they do not fit.
TABLES_OF_VERSION = {
    1: "79e186a4a08331de",
    2: "2a8011a1878b0d7f",
    3: "143e85fab3eaedce",
    4: "f0ab4afd68d987b4",
    5: "a5b47b7a1236c36c",
    6: "99bfc457651be943",
}


def fingerprint() -> str:
    lines: list[str] = []
    for table in metadata.tables.values():
        lines += [f"{c} {c.type} {c.nullable} {c.primary_key}" for c in table.columns]
        of_columns = {constraint for column in table.columns for constraint in column.constraints}
        assert all(len(column.constraints) <= 1 for column in table.columns), "order unsettled"
        for constraint in table.constraints | of_columns:
            if isinstance(constraint, CheckConstraint):
                lines.append(f"{table} check {constraint.sqltext}")
            elif isinstance(constraint, ForeignKeyConstraint):
                targets = [key.target_fullname for key in constraint.elements]
                lines.append(f"{table} {constraint.column_keys} {targets} {constraint.ondelete}")
            elif isinstance(constraint, UniqueConstraint):
                lines.append(f"{table} unique {constraint.columns.keys()}")
        lines += [f"{table} {i.name} {i.columns.keys()} {i.unique}" for i in table.indexes]
    lines += [str(index) for index in INDEXES]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]


def test_other_tables_have_another_version() -> None:
    assert TABLES_OF_VERSION[SCHEMA_VERSION] == fingerprint()


def test_a_database_says_what_it_is(ask: Ask) -> None:
    assert ask("PRAGMA application_id") == [{"application_id": APPLICATION_ID}]
    assert ask("PRAGMA user_version") == [{"user_version": SCHEMA_VERSION}]
    assert ask("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert ask("PRAGMA foreign_key_check") == []


def test_every_foreign_key_has_an_index(writable: sqlite3.Connection) -> None:
    """Without one, deleting a document would read whole tables."""
    tables = [
        row[0] for row in writable.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    for table in tables:
        leads = [
            [column[2] for column in writable.execute(f"PRAGMA index_info({index[1]})")]
            for index in writable.execute(f"PRAGMA index_list({table})")
        ]
        row_id = [row[1] for row in writable.execute(f"PRAGMA table_info({table})") if row[5]]
        leads.append(row_id)
        keys: dict[int, list[str]] = {}
        for row in writable.execute(f"PRAGMA foreign_key_list({table})"):
            keys.setdefault(row[0], []).append(row[3])
        for columns in keys.values():
            assert any(lead[: len(columns)] == columns for lead in leads), (table, columns)


def test_questions_analysts_ask_use_an_index(writable: sqlite3.Connection) -> None:
    for question in (
        "SELECT * FROM v_score WHERE code = 'I1'",
        "SELECT * FROM v_score WHERE fiscal_year = 2567 AND code = 'I1'",
        "SELECT * FROM v_document WHERE agency_code = '1003'",
        "SELECT * FROM v_document WHERE document_file = 'full.pdf'",
        "SELECT * FROM v_measure WHERE deadline < '2024-01-01'",
        "SELECT * FROM v_measure JOIN v_measure_unit USING (measure_id) WHERE unit = 'ฝ่ายปกครอง'",
        "SELECT * FROM v_measure JOIN v_measure_item USING (measure_id) WHERE code = 'E1'",
        "SELECT * FROM v_finding WHERE kind = 'printed-twice'",
        "SELECT * FROM v_weakness WHERE indicator = '7'",
    ):
        plan = writable.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()
        scans = [row[3] for row in plan if row[3].startswith("SCAN") and "USING" not in row[3]]
        assert [scan for scan in scans if "subquery" not in scan] == [], question


def test_the_views_are_packaged_as_files() -> None:
    names = {path.stem for path in (Path(__file__).parents[2] / "load" / "views").glob("*.sql")}
    assert {"v_document", "v_score", "v_score_current", "v_measure", "v_finding"} <= names
