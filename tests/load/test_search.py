"""The full-text index finds Thai, and knows what the tables hold now."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from load.build import refresh
from load.search import INDEXES
from tests.load.conftest import Ask
from tests.load.reports import FULL, PLAN, incoming

FIND = "SELECT rowid FROM measure_search WHERE measure_search MATCH ?"


@pytest.mark.parametrize("word", ["ป้ายบอก", "บอกทาง", "เว็บ", "ยบอ", "10 ป้าย"])
def test_any_three_characters_find_a_measure(ask: Ask, word: str) -> None:
    found = ask("SELECT measure_id FROM v_measure WHERE responsible IS NOT NULL")
    assert [row["rowid"] for row in ask(FIND, f'"{word}"')] == [found[0]["measure_id"]]


def test_every_text_column_is_searched(ask: Ask) -> None:
    for index in INDEXES:
        for column in index.columns:
            texts = ask(f"SELECT {index.key} AS id, {column} AS text FROM {index.table}")
            stated = [row for row in texts if row["text"]]
            assert stated, column
            for row in stated:
                line = row["text"].splitlines()[0]
                hits = ask(
                    f"SELECT rowid FROM {index.name} WHERE {index.name} MATCH ?",
                    f'{column}: "{line}"',
                )
                assert row["id"] in [hit["rowid"] for hit in hits]


def test_a_refresh_forgets_what_is_gone(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    refresh(db, [incoming("plan.pdf", PLAN), incoming("full.pdf", FULL)])
    changed = replace(PLAN, measures=(replace(PLAN.measures[0], measure="จ้างที่ปรึกษา"),))
    refresh(db, [incoming("plan.pdf", changed)], remove=["full.pdf"])
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute(FIND, ('"อบรมเจ้าหน้าที่"',)).fetchall() == []
        assert connection.execute(FIND, ('"ป้ายบอกทาง"',)).fetchall() == []
        assert len(connection.execute(FIND, ('"ที่ปรึกษา"',)).fetchall()) == 1
        for index in INDEXES:
            check = f"INSERT INTO {index.name}({index.name}, rank) VALUES ('integrity-check', 1)"
            connection.execute(check)
