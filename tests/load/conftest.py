"""A database to look into, made from the reports of ``tests.load.reports``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from load.build import refresh
from tests.load.reports import FULL, PLAN, incoming

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of two reports."""
    path = tmp_path / "ita.db"
    refresh(path, [incoming("2567/full.pdf", FULL), incoming("plan.pdf", PLAN)])
    return path


@pytest.fixture
def ask(db: Path) -> Iterator[Ask]:
    """A question to that database, answered in rows by column name."""
    connection = sqlite3.connect(db)
    connection.row_factory = sqlite3.Row

    def answer(sql: str, *values: object) -> list[dict[str, Any]]:
        return [dict(row) for row in connection.execute(sql, values)]

    yield answer
    connection.close()


@pytest.fixture
def writable(db: Path) -> Iterator[sqlite3.Connection]:
    """A connection that may write, foreign keys on."""
    connection = sqlite3.connect(db, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()
