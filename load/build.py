"""Bringing a database up to date: made anew beside the old one, checked, put in its place.

What rows a report becomes is in ``load.rows``, how files change places in ``load.swap``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from load import book, database, dictionary, schema
from load.engine import engine
from load.errors import LoadError, OtherSchemaVersion
from load.ids import free_id, settle
from load.references import broken_reference
from load.rows import FactRows, Row, stored_text
from load.swap import replacement
from load.tables import document, file_state, run
from normalize.model import Report


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report to load.

    Attributes:
        path: the file's path relative to the folder it was dropped in, with ``/``; of a single
            file its name.
        reader_version: what the file was read by.
        size: the file's size in bytes.
        modified_ns: when the file was last written.
        report: what was read.
    """

    path: str
    reader_version: str
    size: int
    modified_ns: int
    report: Report


def refresh(
    db: Path,
    incoming: Iterable[Incoming],
    remove: Collection[str] = (),
    *,
    program_version: str | None = None,
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

    Raises:
        LoadError: the database could not be written, or a report holds what its rules refuse; it
            is as it was before. Errors of ``incoming`` itself pass through, to the same effect.
    """
    started = _now()
    with replacement(db) as new:
        carried = _carried_over(db, new)
        with closing(_Writer(db, new)) as writer:
            writer.prepare(carried)
            removed = writer.remove(remove)
            for one in incoming:
                writer.store(one)
            writer.finish(started, removed, program_version)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _carried_over(db: Path, new: Path) -> bool:
    """Copy the old database to the new file, as far as it is one of ours and this version's."""
    if not db.exists():
        return False
    # Not read-only: what another program left half written is first undone by SQLite.
    with _database_errors(str(db)), closing(database.connect(db, "rw")) as old:
        try:
            database.require_ours(old, db)
        except OtherSchemaVersion:
            return False
        with closing(sqlite3.connect(new, isolation_level=None)) as copy:
            old.backup(copy)
            # A database that someone turned to WAL is not a single file.
            copy.execute("PRAGMA journal_mode = DELETE")
    return True


@contextmanager
def _database_errors(where: str) -> Iterator[None]:
    """Say what the database refused, and where; SQLAlchemy's own messages hold whole statements."""
    try:
        yield
    except DBAPIError as error:
        raise LoadError(f"{where}: {error.orig}") from error
    except (SQLAlchemyError, sqlite3.Error, UnicodeEncodeError) as error:
        raise LoadError(f"{where}: {error}") from error


class _Writer:
    """One transaction on the new file: first ``prepare``, then changes, then ``finish``."""

    def __init__(self, db: Path, new: Path) -> None:
        self._db = db
        self._connection: Connection = engine(new).connect()
        self._ids: dict[str, int] = {}
        self._paths: dict[int, str] = {}
        self._came: set[str] = set()

    def close(self) -> None:
        self._connection.close()

    def prepare(self, carried: bool) -> None:
        """Begin, with the tables of this version, its views, dictionary and code book."""
        with _database_errors(str(self._db)):
            self._connection.begin()
            # The code book is replaced under the facts that refer to it.
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            if not carried:
                schema.create_tables(self._connection)
            schema.create_views(self._connection)
            dictionary.refill(self._connection)
            book.refill(self._connection)
            stored = self._connection.execute(select(document.c.path, document.c.document_id))
            self._paths = {row.document_id: row.path for row in stored}
            self._ids = {path: document_id for document_id, path in self._paths.items()}

    def remove(self, paths: Iterable[str]) -> int:
        """Delete the facts of these paths and say how many there were."""
        there = sorted({path for path in paths if path in self._ids})
        for path in there:
            with _database_errors(f"{self._db}: {path}"):
                self._delete(self._ids[path])
            del self._paths[self._ids.pop(path)]
        return len(there)

    def store(self, one: Incoming) -> None:
        """Put a report's facts in place of those of the same path."""
        if one.path in self._came:
            raise LoadError(f"{self._db}: {one.path} comes in twice; give every file one path")
        self._came.add(one.path)
        with _database_errors(f"{self._db}: {one.path}"):
            document_id = self._ids.get(one.path)
            if document_id is None:
                document_id = free_id(one.path, self._paths)
            else:
                self._delete(document_id)
            self._ids[one.path] = document_id
            self._paths[document_id] = one.path
            self._connection.execute(insert(document), _document_row(document_id, one))
            state = {"document_id": document_id, "modified_ns": one.modified_ns}
            self._connection.execute(insert(file_state), state)
            for table, rows in FactRows(document_id, one.report).rows.items():
                self._connection.execute(insert(table), rows)

    def _delete(self, document_id: int) -> None:
        of_document = document.c.document_id == document_id
        self._connection.execute(delete(document).where(of_document))

    def finish(self, started: str, removed: int, program_version: str | None) -> None:
        """Settle the ids, check everything and end the transaction."""
        with _database_errors(str(self._db)):
            settle(self._connection)
            self._check_references()
            last = self._connection.execute(select(func.max(run.c.run_id))).scalar()
            self._connection.execute(
                insert(run),
                {
                    "run_id": (last or 0) + 1,
                    "started": started,
                    "finished": _now(),
                    "program_version": stored_text(program_version),
                    "files_read": len(self._came),
                    "files_removed": removed,
                },
            )
            self._connection.commit()
            result = self._connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        if result != "ok":
            raise LoadError(f"{self._db}: the new database is damaged ({result}); check the disk")

    def _check_references(self) -> None:
        broken = broken_reference(self._connection)
        if broken is not None:
            path = self._paths.get(broken.document_id or 0)
            where = f"{self._db}: {path}" if path else str(self._db)
            raise LoadError(f"{where}: {broken.message}")


def _document_row(document_id: int, one: Incoming) -> Row:
    report, meta = one.report, one.report.meta
    return {
        "document_id": document_id,
        "path": one.path,
        "document_file": PurePosixPath(one.path).name,
        "sha256": stored_text(report.sha256),
        "size": one.size,
        "reader_version": one.reader_version,
        "status": report.status,
        "text_source": None if report.text_source == "none" else stored_text(report.text_source),
        "title": stored_text(meta.title),
        "agency_code": stored_text(meta.agency_code),
        "doc_type": stored_text(meta.doc_type),
        "report_year": meta.report_year,
        "assessment_year": meta.assessment_year,
        "assessment_year_basis": stored_text(meta.assessment_year_basis),
        "plan_year": meta.plan_year,
        "period_start": stored_text(meta.period_start),
        "period_end": stored_text(meta.period_end),
        "rating": stored_text(meta.rating),
    }
