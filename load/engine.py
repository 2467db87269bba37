"""SQLAlchemy's way into a database that is being made: foreign keys on, transactions that are real.

Reading only needs ``load.database``, which does without SQLAlchemy.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

CACHE_KIB = 64 * 1024


def engine(db: Path | None = None) -> Engine:
    """An engine over a file nobody else reads yet, or over a database in memory.

    The journal is what undoes the rows of a single report that is refused. Nothing is waited for
    to reach the disk: on any other error the file is thrown away. A database in memory ends with
    its connection.
    """
    target = ":memory:" if db is None else str(db)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(target, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        return connection

    made = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)
    # The driver's own transactions start late, and not before every statement.
    event.listen(made, "begin", _begin)
    return made


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
