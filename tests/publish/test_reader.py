"""A question can be anything a stranger types; the database stays as it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from load.errors import LoadError
from publish.errors import PublishError, QuestionError
from publish.functions import AlikePairs, squeeze
from publish.reader import ask, asking

WRITING = [
    "DELETE FROM score",
    "INSERT INTO score DEFAULT VALUES",
    "UPDATE document SET status = 'ok' RETURNING document_id",
    "CREATE TABLE t (a)",
    "CREATE TEMP TABLE t (a)",
    "CREATE VIRTUAL TABLE t USING fts5(a)",
    "DROP VIEW v_score",
    "ATTACH 'other.db' AS other",
    "DETACH main",
    "VACUUM INTO 'copy.db'",
    "PRAGMA journal_mode = WAL",
    "PRAGMA query_only = OFF",
    "PRAGMA writable_schema = ON",
    "BEGIN",
    "REINDEX",
    "ANALYZE",
    "INSERT INTO measure_search(measure_search) VALUES ('rebuild')",
    "SELECT load_extension('evil')",
    "WITH gone AS (SELECT 1) DELETE FROM finding",
]


@pytest.mark.parametrize("sql", WRITING)
def test_nothing_but_reading_is_answered(city: Path, sql: str, tmp_path: Path) -> None:
    before = city.read_bytes()
    with asking(city) as connection, pytest.raises(QuestionError):
        list(ask(connection, sql, {}).rows)
    assert city.read_bytes() == before
    assert sorted(path.name for path in city.parent.iterdir()) == ["ita.db"]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM v_score",
        "VALUES (1)",
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 5) SELECT i FROM n",
        "SELECT value FROM json_each('[1, 2]')",
        "SELECT name FROM pragma_table_info('score')",
        "PRAGMA table_info(score)",
        "SELECT rowid FROM measure_search WHERE measure_search MATCH '\"คู่มือ\"'",
        "EXPLAIN QUERY PLAN SELECT * FROM v_measure",
        "SELECT squeeze(' ก ข ')",
    ],
)
def test_reading_is_answered(city: Path, sql: str) -> None:
    with asking(city) as connection:
        assert list(ask(connection, sql, {}).rows)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM scores", "no such table: scores"),
        ("SELECT :x", "--param NAME=VALUE"),
        ("SELECT 1; SELECT 2", "One statement at a time"),
        ("", "gives no rows"),
        ("SELECT 'ก", "unrecognized token"),
    ],
)
def test_what_is_wrong_is_said(city: Path, sql: str, said: str) -> None:
    with asking(city) as connection, pytest.raises(QuestionError, match=said):
        ask(connection, sql, {})


def test_an_error_in_a_late_row_is_said(city: Path) -> None:
    with asking(city) as connection:
        answer = ask(connection, 'SELECT json(value) FROM json_each(\'["1", "x"]\')', {})
        with pytest.raises(QuestionError, match="malformed JSON"):
            list(answer.rows)


def test_columns_are_told_apart(city: Path) -> None:
    with asking(city) as connection:
        assert ask(connection, "SELECT 1 AS a, 2 AS a, 3 AS b", {}).columns == ("a", "a_2", "b")


def test_there_must_be_a_database_of_ours(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    with pytest.raises(PublishError, match="ita load"), asking(missing):
        pass
    assert not missing.exists()
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(LoadError, match="not written by this program"), asking(other):
        pass


def pairs(*texts: tuple[int, str, str | None], least: float = 90) -> str:
    alike = AlikePairs()
    for ident, owner, text in texts:
        alike.step(ident, owner, text, least)
    return alike.finalize()


LONG = "จัดทำคู่มือการให้บริการประชาชนและติดประกาศไว้หน้าสำนักงาน"


def test_texts_of_different_owners_are_held_against_each_other() -> None:
    assert pairs((1, "a", LONG), (2, "b", LONG + "เขต"), (3, "b", "อื่น ๆ")) == "[[1, 2, 97.4]]"
    assert pairs((1, "a", LONG), (2, "a", LONG + "เขต")) == "[]"


def test_equal_texts_are_no_pair_but_stand_for_their_owners() -> None:
    assert pairs((1, "a", LONG), (2, "b", f" {LONG}\n")) == "[]"
    found = pairs((1, "a", LONG), (2, "b", LONG), (3, "a", LONG), (4, "c", LONG + "เขต"))
    assert found == "[[1, 4, 97.4], [2, 4, 97.4]]"


def test_no_text_is_no_pair() -> None:
    assert pairs((1, "a", None), (2, "b", " \n")) == "[]"
    assert AlikePairs().finalize() == "[]"


def test_chunks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(n, str(n % 3), LONG[: 30 + n % 7] + "ก" * (n % 5)) for n in range(40)]
    whole = pairs(*texts, least=70)
    monkeypatch.setattr("publish.functions.CHUNK", 3)
    assert pairs(*texts, least=70) == whole != "[]"


def test_squeezing_takes_every_white_space() -> None:
    assert squeeze("ก\u00a0ข\n ค\t") == "กขค"
    assert squeeze(None) is None
