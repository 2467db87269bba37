"""Bringing a database up to date: made anew beside the old one, checked, put in its place.

What is written into the new file is in ``load.writer``, how files change places in ``load.swap``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from load import database
from load.errors import LoadError, OtherSchemaVersion, ReportRefused
from load.swap import replacement
from load.writer import Incoming, OnRefused, Writer, database_errors, now

__all__ = ["Incoming", "OnRefused", "refresh"]


def refresh(
    db: Path,
    incoming: Iterable[Incoming],
    remove: Collection[str] = (),
    *,
    program_version: str | None = None,
    on_refused: OnRefused | None = None,
) -> None:
    """Replace a database by one that holds the incoming reports too, or make the first one.

    Facts of a path that comes in again are replaced, those of other paths are kept unless named in
    ``remove``. A database of another schema version is not carried over. Only one process may
    refresh a database at a time; any number may read it.

    Args:
        db: the database.
        incoming: the reports; may be a generator, one report is held at a time.
        remove: paths whose facts are to go.
        program_version: noted in the table ``run``.
        on_refused: asked what to store in place of a report that the rules refuse, so that the
            others are loaded; without it such a report ends the refresh.

    Raises:
        LoadError: the database could not be written, or its rules refuse a report (or what was to
            stand in its place); it is as it was before. Errors of ``incoming`` itself pass
            through, to the same effect.
    """
    started = now()
    with replacement(db) as new:
        carried = _carried_over(db, new)
        with closing(Writer(db, new)) as writer:
            writer.prepare(carried)
            removed = writer.remove(remove)
            for one in incoming:
                _store(writer, one, on_refused)
            writer.finish(started, removed, program_version)
        _check(db, new)


def _store(writer: Writer, one: Incoming, on_refused: OnRefused | None) -> None:
    """Store a report, or what is to stand in its place; if that is refused too, it is an error."""
    try:
        writer.store(one)
    except ReportRefused as error:
        if on_refused is None:
            raise
        instead = on_refused(one, error)
        if instead is not None:
            writer.store(instead)


def _carried_over(db: Path, new: Path) -> bool:
    """Copy the old database to the new file, as far as it is one of ours and this version's."""
    if not db.exists():
        return False
    # Not read-only: what another program left half written is first undone by SQLite.
    with database_errors(str(db)), closing(database.connect(db, "rw")) as old:
        try:
            database.require_ours(old, db)
        except OtherSchemaVersion:
            return False
        with closing(sqlite3.connect(new, isolation_level=None)) as copy:
            old.backup(copy)
            # A database that someone turned to WAL is not a single file.
            copy.execute("PRAGMA journal_mode = DELETE")
    return True


def _check(db: Path, new: Path) -> None:
    """Read the new file as it lies there; the connection that wrote it sees its own memory."""
    with database_errors(str(db)), closing(database.connect(new, "ro")) as written:
        (result,) = written.execute("PRAGMA integrity_check(1)").fetchone()
    if result != "ok":
        raise LoadError(f"{db}: the new database is damaged ({result}); check the disk")
