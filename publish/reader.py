"""A connection that can only read, for questions of any origin.

The file is opened read-only, and SQLite's authorizer refuses, statement by statement, whatever is
not reading: a question typed by a stranger can neither change the database nor open another file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from load.database import reading
from publish import functions
from publish.errors import PublishError, QuestionError

Value = str | int | float | bytes | None
"""What SQLite hands out."""

_READING = frozenset(
    (
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    )
)
# Pragmas that describe the schema; FTS5 itself asks for data_version.
_PRAGMAS = frozenset(
    "data_version foreign_key_list index_info index_list index_xinfo table_info table_list"
    " table_xinfo".split()
)
_TABLE_FUNCTIONS = ("json_each", "json_tree", *(f"pragma_{name}" for name in sorted(_PRAGMAS)))
_FORBIDDEN_FUNCTIONS = frozenset(("load_extension", "fts3_tokenizer"))
# How many steps of SQLite's machine pass between two looks at whether Ctrl-C was pressed.
_STEPS = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gives: names of the columns, each once, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]]


@contextmanager
def asking(db: Path) -> Iterator[sqlite3.Connection]:
    """A connection to one of our databases for questions, rows by name.

    Raises:
        PublishError: there is no database.
        LoadError: the file is not one of our databases, or is of another version.
    """
    if not db.exists():
        raise PublishError(f"There is no database {db}: make it with ita load, or name it (--db)")
    with reading(db) as connection:
        functions.register(connection)
        connection.execute("PRAGMA query_only = ON")
        _connect_virtual_tables(connection)
        connection.set_progress_handler(lambda: 0, _STEPS)
        connection.set_authorizer(_authorized)
        yield connection


def ask(connection: sqlite3.Connection, sql: str, values: Mapping[str, Value]) -> Answer:
    """Put a question; the rows are read while they are taken.

    Args:
        connection: from ``asking``.
        sql: one statement that reads.
        values: what its ``:parameters`` stand for.

    Raises:
        QuestionError: the SQL is wrong, does more than read, or lacks a parameter.
    """
    try:
        cursor = connection.execute(sql, values)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise QuestionError(_said(error)) from error
    if cursor.description is None:
        raise QuestionError("This SQL gives no rows: ask with SELECT, VALUES or WITH")
    return Answer(_unique([column[0] for column in cursor.description]), _rows(cursor))


def _connect_virtual_tables(connection: sqlite3.Connection) -> None:
    """Use each virtual table once: connecting one counts as making it, which is refused later."""
    virtual = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE %'"
    named = [row[0] for row in connection.execute(virtual)]
    for table in (*named, *_TABLE_FUNCTIONS):
        connection.execute(f"SELECT * FROM {table} LIMIT 0")


def _rows(cursor: sqlite3.Cursor) -> Iterator[tuple[Value, ...]]:
    try:
        for row in cursor:
            yield tuple(row)
    except sqlite3.Error as error:
        raise QuestionError(_said(error)) from error


def _authorized(
    action: int, first: str | None, second: str | None, _database: str | None, _view: str | None
) -> int:
    if action == sqlite3.SQLITE_PRAGMA:
        allowed = first in _PRAGMAS
    elif action == sqlite3.SQLITE_FUNCTION:
        allowed = second not in _FORBIDDEN_FUNCTIONS
    else:
        allowed = action in _READING
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _said(error: Exception) -> str:
    """SQLite's message, or a plainer one where its own misleads."""
    text = str(error)
    if "not authorized" in text or "prohibited" in text or "readonly database" in text:
        return f"Only questions that read are answered; this one does more ({text})"
    if "binding" in text:
        return f"A parameter has no value: give it with --param NAME=VALUE ({text})"
    if "one statement at a time" in text:
        return "One statement at a time: ask the second in a question of its own"
    return f"SQLite does not understand or cannot answer this: {text}"


def _unique(names: list[str]) -> tuple[str, ...]:
    """The names, with a number where one comes again."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return tuple(unique)
