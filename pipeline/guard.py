"""The per-document guard: whatever happens to one file, it becomes a report and the run goes on.

A file that cannot be read becomes a report with status ``failed`` and one finding that says why.
Every exception is caught here, and where one page is taken apart
(:mod:`extract.read`), nowhere else.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from extract.errors import ExtractError, described
from normalize.model import Finding, Report
from pipeline.limits import Limits
from pipeline.remarks import Remarks, remarks

T = TypeVar("T")


def guarded(path: Path, name: str, work: Callable[[Remarks], T], limits: Limits) -> T | Report:
    """Do something with one file; never raises.

    Args:
        path: the file.
        name: its base name as it can be stored.
        work: what to do; is given what is remarked meanwhile. The report it makes is given the
            name and the remarks.
        limits: what this process may take.
    """
    try:
        with remarks() as caught:
            done = work(caught)
        if not isinstance(done, Report):
            return done
        return replace(done, file=name, findings=(*done.findings, *caught.findings()))
    except Exception as error:  # noqa: BLE001 - the guard: one report must not stop the others
        if not _wants_memory(error):
            return _failed_by(error, path, name)
    # Not before the error is forgotten: with it go all the things that filled the memory.
    gc.collect()
    return over_memory(path, name, limits)


def _failed_by(error: Exception, path: Path, name: str) -> Report:
    if isinstance(error, ExtractError):
        return failed(path, name, error.kind, str(error))
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        message = f"The file cannot be read ({reason}) - {name} - allow reading it and load again"
        return failed(path, name, "unreadable-file", message)
    message = f"Reading stopped on an unexpected error, {described(error)} - {name} - {_HELP}"
    return failed(path, name, "internal-error", message)


def _wants_memory(error: BaseException) -> bool:
    """Whether it all began with too little memory, however often the error was wrapped since."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        if isinstance(one, MemoryError):
            return True
        seen.add(id(one))
        waiting += [one.__cause__, one.__context__, *one.args]
    return False


_HELP = "please report it to the maintainers, with the file if it is public"

MEMORY_LIMIT = "memory-limit"
"""The kind of finding after which a process may have little memory left to go on with."""


def over_time(path: Path, name: str, limits: Limits) -> Report:
    """The report of a file whose reading took too long and was stopped."""
    message = (
        f"Reading took longer than {limits.seconds:g} s and was stopped - {name} -"
        " load it with --force and a higher --timeout"
    )
    return failed(path, name, "time-limit", message)


def over_memory(path: Path, name: str, limits: Limits) -> Report:
    """The report of a file whose reading needed more memory than it was given."""
    allowed = f"the {limits.mebibytes} MiB it may use" if limits.mebibytes else "there is"
    message = (
        f"Reading needed more memory than {allowed} and was stopped - {name} -"
        " load it with --force and a higher --max-memory"
    )
    return failed(path, name, MEMORY_LIMIT, message)


def reader_died(path: Path, name: str, exit_code: int | None) -> Report:
    """The report of a file whose reading ended the whole worker process."""
    message = (
        f"The process that read it ended without an answer (exit code {exit_code}),"
        f" perhaps for want of memory - {name} - load it alone; if it happens again, {_HELP}"
    )
    return failed(path, name, "reader-died", message)


def refused_by_database(report: Report, reason: str) -> Report:
    """What is stored in place of a report that breaks a rule of the database."""
    message = f"The database refuses what was read ({reason}) - {report.file} - {_HELP}"
    finding = Finding("error", "refused-by-database", _readable(message))
    return Report(report.file, report.sha256, "failed", "none", findings=(finding,))


def failed(path: Path, name: str, kind: str, message: str) -> Report:
    """A report that holds nothing but why."""
    finding = Finding("error", kind, _readable(message))
    return Report(name, sha256_of(path), "failed", "none", findings=(finding,))


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes; empty where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _readable(message: str) -> str:
    """Text a database takes, of a length a person reads."""
    text = message.encode("utf-8", "backslashreplace").decode("utf-8")
    return text if len(text) <= 1000 else text[:999] + "…"
