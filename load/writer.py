"""What is written into the new file of a database, in one transaction that is ended or thrown away.

What rows a report becomes is in ``load.rows``; that the new file takes the place of the old one is
the business of ``load.build``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    ProgrammingError,
    SQLAlchemyError,
)

from load import agreement, book, dictionary, schema, search
from load.engine import engine
from load.errors import BrokenRule, LoadError, ReportRefused
from load.ids import free_id, settle
from load.references import broken_reference, broken_reference_of
from load.rows import FactRows, Row, stored_text
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


OnRefused = Callable[[Incoming, ReportRefused], Incoming | None]
"""What to store in place of a report the rules refuse; ``None`` leaves its path as it was."""


def now() -> str:
    """This moment as the table ``run`` has it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@contextmanager
def database_errors(where: str) -> Iterator[None]:
    """Say what the database refused, and where; SQLAlchemy's own messages hold whole statements."""
    try:
        yield
    except DBAPIError as error:
        raise LoadError(f"{where}: {_said(error.orig)}") from error
    except (SQLAlchemyError, sqlite3.Error, UnicodeEncodeError) as error:
        raise LoadError(f"{where}: {_said(error)}") from error


def _said(error: BaseException | None) -> str:
    """SQLite's words, and what to look at where it could not write."""
    name = getattr(error, "sqlite_errorname", "")
    unwritten = name == "SQLITE_FULL" or name.startswith("SQLITE_IOERR")
    return f"{error}; is there room on the disk?" if unwritten else str(error)


@contextmanager
def _refusals(where: str) -> Iterator[None]:
    """Tell what is wrong with a report from what is wrong with the database or the disk."""
    try:
        yield
    except (IntegrityError, DataError, InterfaceError, ProgrammingError) as error:
        raise ReportRefused(where, str(error.orig)) from error
    except (BrokenRule, OverflowError, UnicodeEncodeError) as error:
        raise ReportRefused(where, str(error)) from error


class Writer:
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
        with database_errors(str(self._db)):
            self._connection.begin()
            # The code book is replaced under the facts that refer to it.
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            if carried:
                search.drop(self._connection)
            else:
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
            with database_errors(f"{self._db}: {path}"):
                self._delete(self._ids[path])
            del self._paths[self._ids.pop(path)]
        return len(there)

    def store(self, one: Incoming) -> None:
        """Put a report's facts in place of those of the same path, all of them or none.

        Raises:
            ReportRefused: the report breaks a rule; the facts of its path are as they were, and
                another report may be stored under it.
        """
        if one.path in self._came:
            raise LoadError(f"{self._db}: {one.path} comes in twice; give every file one path")
        where = f"{self._db}: {one.path}"
        document_id = self._ids.get(one.path) or free_id(one.path, self._paths)
        with database_errors(where), _refusals(where), self._connection.begin_nested():
            if one.path in self._ids:
                self._delete(document_id)
            self._insert(document_id, one)
        self._came.add(one.path)
        self._ids[one.path] = document_id
        self._paths[document_id] = one.path

    def _insert(self, document_id: int, one: Incoming) -> None:
        self._connection.execute(insert(document), _document_row(document_id, one))
        state = {"document_id": document_id, "modified_ns": one.modified_ns}
        self._connection.execute(insert(file_state), state)
        for table, rows in FactRows(document_id, one.report).rows.items():
            self._connection.execute(insert(table), rows)
        # Foreign keys are only checked by SQLite at the very end, for all reports together.
        broken = broken_reference_of(self._connection, document_id)
        if broken is not None:
            raise BrokenRule(broken)

    def _delete(self, document_id: int) -> None:
        of_document = document.c.document_id == document_id
        self._connection.execute(delete(document).where(of_document))

    def finish(self, started: str, removed: int, program_version: str | None) -> None:
        """Settle the ids, compare the documents, check the references, end the transaction."""
        with database_errors(str(self._db)):
            settle(self._connection)
            agreement.refill(self._connection)
            self._check_references()
            search.create(self._connection)
            last = self._connection.execute(select(func.max(run.c.run_id))).scalar()
            self._connection.execute(
                insert(run),
                {
                    "run_id": (last or 0) + 1,
                    "started": started,
                    "finished": now(),
                    "program_version": stored_text(program_version),
                    "files_read": len(self._came),
                    "files_removed": removed,
                },
            )
            self._connection.commit()

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
