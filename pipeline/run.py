"""One run of `ita load`: what is new, what became of it, and handing it to the database.

What is said to the person belongs to the command, how a file is read to the stages, and how facts
are stored to ``load``.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from load.errors import LoadError, OtherSchemaVersion, ReportRefused
from load.state import LoadedFile, loaded_files
from load.summary import Summary, summaries
from normalize.model import Report
from pipeline.corrections import NO_CORRECTIONS, Corrections
from pipeline.found import Found, ReportFile
from pipeline.guard import refused_by_database, sha256_of
from pipeline.limits import Limits
from pipeline.screen import counted
from pipeline.stages import Stages
from pipeline.version import program_version, reader_version
from pipeline.workers import Outcome, read_all

if TYPE_CHECKING:
    from load.build import Incoming, OnRefused

Told = Callable[[Outcome], None]
Progress = Callable[[int], AbstractContextManager[Told]]


@dataclass(frozen=True, slots=True)
class Options:
    """How to run.

    Attributes:
        workers: how many files are read at the same time.
        limits: what each file may take.
        force: read files again that are loaded already.
        prune: remove reports whose file is gone from the folder.
        folders: a folder was given, so that a report can be gone from it.
        corrections: what a person put right in reports of these folders.
    """

    workers: int
    limits: Limits
    force: bool = False
    prune: bool = False
    folders: bool = True
    corrections: Corrections = NO_CORRECTIONS


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do: files to read, files already loaded, keys of files that are gone."""

    to_read: tuple[ReportFile, ...]
    unchanged: tuple[ReportFile, ...]
    gone: tuple[str, ...]


@dataclass(slots=True)
class Result:
    """What a run did.

    Attributes:
        rebuilt: the database was written by another version of the program and begun anew.
        failures: why a file could not be read, by its key; files that failed in an earlier run and
            have not changed since are among them.
        kept: keys of the failures whose facts, read before from the same bytes, were kept.
        alike: groups of keys of files that are equal byte for byte.
        stray: file and line of corrections of files that are not loaded.
    """

    plan: Plan
    rebuilt: bool = False
    failures: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    alike: list[list[str]] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    reports: list[Summary] = field(default_factory=list)


class DatabaseError(Exception):
    """The database could not be read or written; the text says why."""


def planned(found: Found, loaded: Mapping[str, LoadedFile], version: str, options: Options) -> Plan:
    """Sort the files into those to read and those already loaded."""
    to_read = []
    unchanged = []
    for file in found.files:
        known = loaded.get(file.key)
        expected = options.corrections.version(version, known.sha256 if known else "")
        if options.force or known is None or not _is_loaded(file, known, expected):
            to_read.append(file)
        else:
            unchanged.append(file)
    gone = _gone(found, loaded) if options.folders else ()
    return Plan(tuple(to_read), tuple(unchanged), gone)


def _is_loaded(file: ReportFile, known: LoadedFile, version: str) -> bool:
    """Whether this version of the code has read these bytes before."""
    if known.reader_version != version or known.size != file.size:
        return False
    if not known.sha256:
        return False  # it could not even be opened then
    return known.modified_ns == file.modified_ns or known.sha256 == sha256_of(file.path)


def _gone(found: Found, loaded: Iterable[str]) -> tuple[str, ...]:
    """Loaded files that are in none of the folders; what could not be looked at is not gone."""
    there = {file.key for file in found.files}
    hidden = tuple(f"{passed.key}/" if passed.key else "" for passed in found.passed)
    return tuple(
        key for key in sorted(loaded) if key not in there and not f"{key}/".startswith(hidden)
    )


def load(db: Path, found: Found, stages: Stages, options: Options, progress: Progress) -> Result:
    """Read what is new and bring the database up to date.

    Args:
        db: the database; nobody else may be at work on it.
        found: the files this run is about.
        stages: what each file is taken through.
        options: how to run.
        progress: is given the number of files to read, and told of every outcome in their order.

    Raises:
        DatabaseError: the database could not be read or written; it is as it was before.
    """
    loaded, rebuilt = _loaded_before(db, options)
    version = reader_version()
    plan = planned(found, loaded, version, options)
    result = Result(plan, rebuilt)
    remove = plan.gone if options.prune else ()
    if plan.to_read or remove:
        corrected = stages.corrected(options.corrections.rows)
        outcomes = read_all(
            plan.to_read, corrected, options.workers, options.limits, meanwhile=_get_ready
        )
        with progress(len(plan.to_read)) as told:
            version_of = partial(options.corrections.version, version)
            incoming = _incoming(outcomes, loaded, version_of, result, told)
            _refresh(db, incoming, remove, _in_place_of_refused(loaded, result))
    with _database_errors(db):
        result.reports = summaries(db)
        loaded = loaded_files(db)
    _look_back(result, loaded)
    hashes = {known.sha256 for known in loaded.values()}
    result.stray = [row.where for row in options.corrections.stray(hashes)]
    return result


def _loaded_before(db: Path, options: Options) -> tuple[dict[str, LoadedFile], bool]:
    """The files in the database, and whether it is of another make and begun anew."""
    with _database_errors(db):
        try:
            return loaded_files(db), False
        except OtherSchemaVersion as error:
            if not options.folders:
                # Its other reports would be lost: with a folder they are read again.
                raise DatabaseError(f"{error}: load the folder of the reports") from error
            return {}, True


def _get_ready() -> None:
    """Import what writes the database: it takes a while, in which workers would wait for files."""
    import load.build  # noqa: F401


def _incoming(
    outcomes: Generator[Outcome],
    loaded: Mapping[str, LoadedFile],
    version_of: Callable[[str], str],
    result: Result,
    told: Told,
) -> Generator[Incoming]:
    """Outcomes on their way into the database, written down in the result as they pass."""
    with closing(outcomes):
        for outcome in outcomes:
            from load.build import Incoming

            file, report = outcome.file, outcome.report
            told(outcome)
            if report.status == "failed":
                result.failures[file.key] = _reason(report)
            if _is_relapse(report, loaded.get(file.key)):
                result.kept.append(file.key)
            else:
                version = version_of(report.sha256)
                yield Incoming(file.key, version, file.size, file.modified_ns, report)


def _in_place_of_refused(loaded: Mapping[str, LoadedFile], result: Result) -> OnRefused:
    """What becomes of a report that breaks a rule of the database: it failed, loudly."""

    def instead(one: Incoming, error: ReportRefused) -> Incoming | None:
        report = refused_by_database(one.report, error.reason)
        result.failures[one.path] = _reason(report)
        if _is_relapse(report, loaded.get(one.path)):
            result.kept.append(one.path)
            return None
        return replace(one, report=report)

    return instead


def _is_relapse(report: Report, known: LoadedFile | None) -> bool:
    """Whether these very bytes were read before and cannot be now: the facts are no less true."""
    return (
        report.status == "failed"
        and known is not None
        and known.status != "failed"
        and known.sha256 == report.sha256
    )


def _reason(report: Report) -> str:
    """The first error, and how many more there are: a scan has one for every page."""
    first, *more = [f.message for f in report.findings if f.severity == "error"] or [
        "Nothing could be read"
    ]
    return f"{first}; and {counted(len(more), 'more error')} in v_finding" if more else first


def _refresh(
    db: Path, incoming: Generator[Incoming], remove: Collection[str], on_refused: OnRefused
) -> None:
    """Write the database anew, unless there is nothing to change in it."""
    with closing(incoming), _database_errors(db):
        first = list(itertools.islice(incoming, 1))
        if first or remove:
            # Here, because a run that finds nothing new has no need of it.
            from load.build import refresh

            everything = itertools.chain(first, incoming)
            version = program_version()
            refresh(db, everything, remove, program_version=version, on_refused=on_refused)


def _look_back(result: Result, loaded: Mapping[str, LoadedFile]) -> None:
    """Note what the database says of files this run did not read, and of all of them together."""
    for file in result.plan.unchanged:
        if loaded[file.key].status == "failed":
            result.failures[file.key] = "Failed when it was read before - --force reads it again"
    by_content: dict[str, list[str]] = {}
    for key in sorted(loaded):
        by_content.setdefault(loaded[key].sha256, []).append(key)
    result.alike = [keys for sha256, keys in by_content.items() if sha256 and len(keys) > 1]


@contextmanager
def _database_errors(db: Path) -> Iterator[None]:
    try:
        yield
    except LoadError as error:
        raise DatabaseError(str(error)) from error
    except OSError as error:
        raise DatabaseError(
            f"{error} - {db} - check the folder, the disk and who uses it"
        ) from error
