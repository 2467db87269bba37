"""The database as a file: what marks it as ours, and how it is opened.

Plain ``sqlite3`` on purpose: a run that finds nothing new only reads the state, and must not wait
for SQLAlchemy to be imported. Tables and views belong in ``load.tables`` and ``load.schema``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from load.errors import LoadError, OtherSchemaVersion

APPLICATION_ID = 0x49544144
"""``ITAD``: how ``file`` and this program tell the database from any other SQLite file."""

SCHEMA_VERSION = 6
"""Raised with every change of a table. Views and descriptions are written anew by each refresh."""

PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""


def connect(db: Path, mode: str) -> sqlite3.Connection:
    """Open a file that must exist; ``mode`` is SQLite's ``ro`` or ``rw``."""
    connection = sqlite3.connect(
        f"{db.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=PATIENCE,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def reading(db: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to one of our databases, rows by name.

    Raises:
        OtherSchemaVersion: the database has other tables than this program's.
        LoadError: the file is not one of our databases, or cannot be read.
    """
    try:
        connection = connect(db, "ro")
    except sqlite3.Error as error:
        raise LoadError(f"{db}: cannot be opened: {error}") from error
    try:
        require_ours(connection, db)
        connection.row_factory = sqlite3.Row
        yield connection
    except sqlite3.Error as error:
        raise LoadError(f"{db}: cannot be read: {error}") from error
    finally:
        connection.close()


def require_ours(connection: sqlite3.Connection, db: Path) -> None:
    """Refuse a file that is not a database of this program and this schema version.

    Raises:
        OtherSchemaVersion: the database has other tables than this program's.
        LoadError: the file is something else.
    """
    try:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise LoadError(
            f"{db}: not a database of this program ({error}); name another file"
        ) from error
    if application != APPLICATION_ID:
        raise LoadError(f"{db}: a SQLite file, but not written by this program; name another file")
    if version != SCHEMA_VERSION:
        raise OtherSchemaVersion(
            f"{db}: has schema version {version}, this program writes version {SCHEMA_VERSION}; "
            "ita load makes it anew from the PDFs"
        )
