"""A new file in place of an old one, all at once: readers see the old database or the new one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from load.database import connect
from load.errors import LoadError

# What SQLite keeps beside a database, and would apply to whatever file has its name.
SIDE_FILES = ("-journal", "-wal", "-shm")


@contextmanager
def replacement(db: Path) -> Iterator[Path]:
    """The name of a file to write; when the block ends well, that file becomes ``db``.

    When the block ends in an error, ``db`` is untouched and the new file is removed. A file left
    behind by a process that was killed is written over. Only one process may do this at a time.

    Raises:
        LoadError: the file cannot be put in its place.
    """
    target = db.resolve()
    new = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(new)
    except OSError as error:
        raise LoadError(f"{db}: cannot be written: {error.strerror}; check the folder") from error
    try:
        yield new
        _put(new, target)
    finally:
        _remove(new)


def _put(new: Path, target: Path) -> None:
    try:
        if target.exists():
            shutil.copymode(target, new)
        _sync(new)
        with _without_writers(target):
            os.replace(new, target)
        _sync(target.parent)
    except OSError as error:
        raise LoadError(f"{target}: cannot be replaced: {error.strerror}") from error


@contextmanager
def _without_writers(target: Path) -> Iterator[None]:
    """Keep other programs from beginning to change a database, and wait for none that has begun.

    A change in progress keeps a journal under the database's name, which SQLite would apply to the
    new file. Whoever has the old file open only finds out later: SQLite does not let it write to a
    file that was moved. Readers are neither waited for nor disturbed.
    """
    if not target.exists():
        yield
        return
    try:
        with closing(connect(target, "rw")) as other:
            other.execute("BEGIN IMMEDIATE")
            if any(_is_filled(target.with_name(target.name + name)) for name in SIDE_FILES[:2]):
                raise LoadError(_BUSY.format(target))
            yield
    except sqlite3.OperationalError as error:
        raise LoadError(_BUSY.format(target)) from error
    # Of a database that someone turned to WAL, an empty log is left under the name of the new one.
    for suffix in SIDE_FILES[1:]:
        target.with_name(target.name + suffix).unlink(missing_ok=True)


_BUSY = "{}: another program is changing the database; close it there and load again"


def _is_filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _sync(path: Path) -> None:
    """Have the operating system write the file, or the names in the folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(new: Path) -> None:
    for suffix in ("", *SIDE_FILES):
        new.with_name(new.name + suffix).unlink(missing_ok=True)
