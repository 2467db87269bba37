"""Which files a run is about: the reports in the folders and among the files it was given.

Only names and file system facts are looked at here; whether a file is the report its name claims
is for the readers to say.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LATEST_NS = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to load.

    ``key`` names it in the database: its path inside the folder it was found in, with ``/`` between
    the parts, or its name alone where the file itself was named.
    """

    key: str
    path: Path
    size: int
    modified_ns: int

    @property
    def name(self) -> str:
        """The base name of the file, as it can be stored."""
        return self.key.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Passed:
    """A file or folder that was passed over, and why; ``error`` where a report may be missing.

    ``key`` is what a report of that path would be called in the database, empty for a whole folder
    that was given.
    """

    key: str
    path: Path
    reason: str
    error: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The files to load, sorted by key, and what was passed over."""

    files: tuple[ReportFile, ...]
    passed: tuple[Passed, ...]


class SameNameError(Exception):
    """Two different files would stand under one name in the database."""

    def __init__(self, key: str, first: Path, second: Path) -> None:
        super().__init__(key, first, second)
        self.key = key
        self.first = first
        self.second = second


def find(paths: Sequence[Path], suffixes: Collection[str]) -> Found:
    """Look through folders, with those inside them, and files, all of which exist.

    Args:
        paths: folders and files.
        suffixes: endings of the names of reports, in lower case, with the dot.

    Raises:
        SameNameError: where the database could not tell two of the files apart.
    """
    seen: dict[Path, ReportFile] = {}
    keys: dict[str, Path] = {}
    passed: list[Passed] = []
    for path in paths:
        found = _in_folder(path, suffixes) if path.is_dir() else _named(path, suffixes)
        for item in found:
            if isinstance(item, Passed):
                passed.append(item)
                continue
            real = item.path.resolve()
            if real in seen:
                continue  # given twice, or a link to a report that is there itself
            if item.key in keys:
                raise SameNameError(item.key, keys[item.key], item.path)
            seen[real] = item
            keys[item.key] = item.path
    files = sorted(seen.values(), key=lambda file: file.key)
    return Found(tuple(files), tuple(passed))


def _named(path: Path, suffixes: Collection[str]) -> Iterator[ReportFile | Passed]:
    if path.suffix.lower() in suffixes:
        yield _file(path, storable(path.name))
    else:
        known = ", ".join(sorted(suffixes))
        yield Passed(
            storable(path.name),
            path,
            f"not a kind of file that can be read; name one of: {known}",
            True,
        )


def _in_folder(folder: Path, suffixes: Collection[str]) -> Iterator[ReportFile | Passed]:
    """Reports of a folder: plain files before links, so that a link never takes a report's name."""
    links: list[Path] = []
    unreadable: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith(".") or path.suffix.lower() not in suffixes:
                continue
            if path.is_symlink():
                links.append(path)
            else:
                yield _file(path, _key(path, folder))
    for path in links:
        yield _linked(path, folder)
    for error in unreadable:
        path = Path(error.filename)
        reason = f"the folder cannot be opened ({error.strerror}); allow reading it"
        yield Passed(_key(path, folder), path, reason, True)


def _linked(path: Path, folder: Path) -> ReportFile | Passed:
    key = _key(path, folder)
    if not path.exists():
        return Passed(key, path, "a link to a file that does not exist", True)
    if not path.resolve().is_relative_to(folder.resolve()):
        reason = (
            "a link that leads out of the folder is not followed; name the file itself to load it"
        )
        return Passed(key, path, reason, False)
    return _file(path, key)


def _file(path: Path, key: str) -> ReportFile | Passed:
    try:
        status = path.stat()
    except OSError as error:
        return Passed(key, path, f"cannot be opened ({error.strerror}); allow reading it", True)
    if not stat.S_ISREG(status.st_mode):
        return Passed(key, path, "not a plain file; only plain files are read", True)
    # Copies from odd disks may bear dates before 1970 or after 2262, which no column holds.
    modified_ns = min(max(0, status.st_mtime_ns), LATEST_NS)
    return ReportFile(key, path, status.st_size, modified_ns)


def _key(path: Path, folder: Path) -> str:
    """The path inside the folder; empty for the folder itself."""
    return storable("/".join(path.relative_to(folder).parts))


def storable(name: str) -> str:
    """A file name as text a database takes: bytes that are no UTF-8 become escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
