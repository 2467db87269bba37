"""One load at a time for a database: an advisory lock in a file beside it.

The operating system gives the lock back when the process that holds it ends, however it ends, so a
lock is never left behind; only the empty-handed file may be, and it means nothing.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LockedError(Exception):
    """Another load is at work on the database; ``holder`` says which, as far as is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def locked(db: Path) -> Iterator[None]:
    """Hold the lock of a database, in a folder that exists.

    Raises:
        LockedError: when another process holds it.
        OSError: when the folder cannot be written.
    """
    path = db.with_name(db.name + ".lock")
    descriptor = _acquired(path)
    try:
        os.truncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()}".encode())
        yield
    finally:
        # Removed while still held: whoever opened it meanwhile sees that it is no longer the file
        # of that name, and starts again.
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _acquired(path: Path) -> int:
    """A descriptor that holds the lock of the file that has this name now."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_current(path, descriptor):
                return descriptor
        except BlockingIOError:
            holder = os.read(descriptor, 100).decode("utf-8", "replace")
            os.close(descriptor)
            raise LockedError(holder or "another process") from None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_current(path: Path, descriptor: int) -> bool:
    try:
        named = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(named, os.fstat(descriptor))
