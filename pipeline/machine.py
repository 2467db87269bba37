"""What this machine has and lacks for the program, each with the command that mends it.

Nothing here changes anything; a part is looked for the way the program itself will look for it.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from pipeline.stages import READERS

PROGRAM = "thai-integrity-reports"
PYTHON = (3, 11)
FREE_BYTES = 500_000_000
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """Something the program uses.

    Attributes:
        name: what it is.
        found: what there is of it, ``None`` where it is missing or of no use.
        required: whether nothing works without it.
        purpose: what it is for.
        mend: the command that brings it, or what to do.
    """

    name: str
    found: str | None
    required: bool
    purpose: str
    mend: str

    @property
    def state(self) -> str:
        """``ok``, ``missing`` where it is required, or ``lacking``."""
        if self.found is not None:
            return "ok"
        return "missing" if self.required else "lacking"


# What each optional set of packages is for; others may be added without a word here.
EXTRAS = {
    "browse": "ita browse: look at the database in a web browser",
    "desk": "ita export --format parquet",
    "dev": "working on the program: tests, types, style",
    "ocr": "reading scans and other pages that are pictures",
    "samples": "making the sample reports again",
}

_PACKAGES = {
    "fonts": {
        "apt-get": "sudo apt-get install fonts-thai-tlwg",
        "brew": "brew install --cask font-sarabun",
        "dnf": "sudo dnf install google-noto-sans-thai-fonts",
    },
}


def parts(raw: Path, db: Path) -> Iterator[Part]:
    """Everything that is looked at, what is required first."""
    yield _python()
    yield _sqlite()
    yield from _packages()
    yield _folder(db.parent, "the database is written there")
    yield _space(db.parent)
    yield _reports(raw)
    yield _screen()
    yield _fonts()


def _python() -> Part:
    here = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, PYTHON))
    found = f"Python {here}" if sys.version_info >= PYTHON else None
    return Part("Python", found, True, "everything", f"install Python {wanted} or later")


def _sqlite() -> Part:
    """FTS5 with trigrams, by using it: what was compiled in is not told by the version."""
    found = None
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(a, tokenize='trigram')")
            connection.execute("CREATE TABLE s (a INTEGER) STRICT")
            found = f"SQLite {sqlite3.sqlite_version} with full-text search of Thai"
        except sqlite3.OperationalError:
            pass
    mend = "use a Python whose SQLite is 3.37 or later with FTS5, such as one of python.org"
    return Part("SQLite", found, True, "the database", mend)


def _packages() -> Iterator[Part]:
    try:
        requirements = requires(PROGRAM) or []
    except PackageNotFoundError:
        yield Part("program", None, True, "everything", "make setup")
        return
    sets: dict[str, list[str]] = {"": []}
    for requirement in requirements:
        match = re.search(r"extra == [\"']([^\"']+)", requirement)
        sets.setdefault(match[1] if match else "", []).append(requirement)
    for extra, wanted in sets.items():
        lacking = [name for one in wanted if (name := _unmet(one))]
        purpose = EXTRAS.get(extra, extra) if extra else "everything"
        target = f".[{extra}]" if extra else "."
        yield Part(
            f"packages ({extra})" if extra else "packages",
            None if lacking else ", ".join(map(_name, wanted)),
            not extra,
            f"{purpose}; there is no {', '.join(lacking)}" if lacking else purpose,
            f"{_shell(sys.executable)} -m pip install -e '{target}'",
        )


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]


def _unmet(requirement: str) -> str | None:
    """The name and version wanted, where there is none or an older one."""
    name = _name(requirement)
    bound = re.search(r">=([0-9.]+)", requirement)
    least = bound[1] if bound else None
    try:
        here = version(name)
    except PackageNotFoundError:
        return name
    return f"{name}>={least}" if least and _numbers(here) < _numbers(least) else None


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]+", text)]


def _shell(path: str) -> str:
    return f"'{path}'" if " " in path else path


def _folder(folder: Path, purpose: str) -> Part:
    nearest = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    found = f"{folder} can be written" if os.access(nearest, os.W_OK) else None
    return Part("folder", found, True, purpose, f"chmod u+w {_shell(str(nearest))}")


def _space(folder: Path) -> Part:
    nearest = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    free = shutil.disk_usage(nearest).free
    found = f"{free / 1e9:.1f} GB free" if free > FREE_BYTES else None
    return Part("disk", found, False, "room for the database", "free half a gigabyte")


def _reports(raw: Path) -> Part:
    files = raw.rglob("*") if raw.is_dir() else ()
    count = sum(path.suffix.lower() in READERS for path in files)
    found = f"{count} in {raw}" if count else None
    return Part("reports", found, False, "something to read", f"put PDF files into {raw}")


def _screen() -> Part:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    found = "this terminal takes Thai" if encoding == "utf8" else None
    return Part("terminal", found, False, "Thai on the screen", "export PYTHONUTF8=1")


def _fonts() -> Part:
    if platform.system() in ("Darwin", "Windows"):
        found: str | None = "Thai fonts of the system"
    else:
        names = _output("fc-list", ":lang=th", "family").splitlines()
        found = f"{len(set(names))} Thai fonts" if names else None
    return Part("fonts", found, False, "Thai in the report and in print", _mend("fonts"))


def _output(*command: str) -> str:
    """What a program prints; nothing where it is not there or fails."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return run.stdout or run.stderr


def _mend(what: str) -> str:
    for manager, command in _PACKAGES[what].items():
        if shutil.which(manager):
            return command
    return f"install {what} with Thai"
