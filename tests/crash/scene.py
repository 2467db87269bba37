"""A folder with an old database and files that would make it a new one, and loads to be disturbed.

Each load is a forked child of a process that has imported everything, so that a hundred of them
take seconds and a child that is killed leaves nothing behind but what it wrote.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from pipeline.cli import cli
from tests.pipeline import fakes
from tests.pipeline.stored import dump


def nothing() -> None:
    """What happens in a child before a load that is left alone."""


@dataclass(slots=True)
class Scene:
    """The folder, and what its database looks like before and after a load."""

    folder: Path
    reports: int = 60
    _known: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.raw.mkdir()
        self.out.mkdir()
        for number in range(self.reports):
            (self.raw / f"{number:03}.pdf").write_text(f"scores {number % 25 + 1}")
        assert self.load() == 0
        shutil.copy(self.db, self._old)
        for number in range(self.reports // 2, self.reports * 3 // 2):
            (self.raw / f"{number:03}.pdf").write_text(f"scores {number % 20 + 2}")
        for number in range(5):
            (self.raw / f"{number:03}.pdf").unlink()
        old = self.digest()
        assert self.load() == 0
        self._known = {old: "old", self.digest(): "new"}
        assert len(self._known) == 2

    @property
    def raw(self) -> Path:
        return self.folder / "raw"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def db(self) -> Path:
        return self.out / "ita.db"

    @property
    def _old(self) -> Path:
        return self.folder / "old.db"

    def restore(self) -> None:
        """The old database, alone in its folder."""
        shutil.rmtree(self.out)
        self.out.mkdir()
        shutil.copy(self._old, self.db)

    def start(self, before: Callable[[], object] = nothing) -> int:
        """Begin a load in a process of its own; ``before`` is called in it first."""
        child = os.fork()
        if child:
            return child
        code = 70
        try:
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(os.open(self.folder / "stderr.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            before()
            # Someone who works on the readers meanwhile makes no other database of it.
            patch("pipeline.run.reader_version", return_value="the same").start()
            options = "--prune --workers 1 --timeout 0 --max-memory 0".split()
            cli(["load", str(self.raw), "--db", str(self.db), *options], obj=fakes.STAGES)
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            os._exit(code)

    def load(self, before: Callable[[], object] = nothing) -> int:
        """A whole load; its exit code, negative for the signal that ended it."""
        return finished(self.start(before))

    def said(self) -> str:
        """What the last load had to say on standard error."""
        return (self.folder / "stderr.txt").read_text(encoding="utf-8")

    def digest(self) -> str:
        """The database but for times; what is wrong with it, where it is damaged."""
        with closing(sqlite3.connect(self.db)) as connection:
            for check in ("integrity_check", "foreign_key_check"):
                for row in connection.execute(f"PRAGMA {check}"):
                    if row != ("ok",):
                        return f"{check}: {row}"
        return hashlib.sha256("\n".join(dump(self.db)).encode()).hexdigest()

    def files(self) -> list[str]:
        """What lies where the database lies."""
        return sorted(path.name for path in self.out.iterdir())

    def state(self) -> str:
        """``old``, ``new``, or what else the database is."""
        found = self.digest()
        return self._known.get(found, found)


def finished(child: int) -> int:
    """Wait for a process to end; its exit code, negative for the signal that ended it."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def kill(child: int) -> int:
    """End a process at once, if it has not ended yet."""
    os.kill(child, signal.SIGKILL)
    return finished(child)
