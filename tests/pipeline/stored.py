"""What a database holds, for tests to compare."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

# Tables in which alone a database says when it was made and how old its files were.
TIMES = ('INSERT INTO "run"', 'INSERT INTO "file_state"')


def rows(db: Path | str, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


def dump(db: Path | str) -> list[str]:
    """Everything but times."""
    with closing(sqlite3.connect(db)) as connection:
        return [line for line in connection.iterdump() if not line.startswith(TIMES)]
