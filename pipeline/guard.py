"""The per-document guard: whatever happens to one file, it becomes a report and the run goes on.

A file that cannot be read becomes a report with status ``failed`` and one finding that says why.
This is the only place where every exception is caught.
"""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import replace
from pathlib import Path

from extract.errors import ExtractError
from normalize.model import Finding, Report
from pipeline.stages import Stages


def guarded(path: Path, name: str, stages: Stages) -> Report:
    """Take one file through the stages; never raises.

    Args:
        path: the file.
        name: its base name as it can be stored.
        stages: what to take it through.
    """
    try:
        return replace(stages.report(path), file=name)
    except ExtractError as error:
        return failed(path, name, error.kind, str(error))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"The file cannot be read ({reason}) - {name} - allow reading it and load again"
        return failed(path, name, "unreadable-file", message)
    except Exception as error:  # noqa: BLE001 - the guard: one report must not stop the others
        message = f"Reading stopped on an unexpected error, {_described(error)} - {name} - {_HELP}"
        return failed(path, name, "internal-error", message)


_HELP = "please report it to the maintainers, with the file if it is public"


def over_time(path: Path, name: str, seconds: float) -> Report:
    """The report of a file whose reading took too long and was stopped."""
    message = f"Reading took longer than {seconds:g} s and was stopped - {name} - raise --timeout"
    return failed(path, name, "time-limit", message)


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


def _described(error: Exception) -> str:
    """Type, message and the last frame, without the paths of this machine."""
    frames = traceback.extract_tb(error.__traceback__)
    where = ""
    if frames:
        file = Path(frames[-1].filename)
        where = f" ({file.parent.name}/{file.name}:{frames[-1].lineno}, {frames[-1].name})"
    return f"{type(error).__name__}: {error}{where}"


def _readable(message: str) -> str:
    """Text a database takes, of a length a person reads."""
    text = message.encode("utf-8", "backslashreplace").decode("utf-8")
    return text if len(text) <= 1000 else text[:999] + "…"
