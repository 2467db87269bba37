"""Every hostile file ends as a finding that says what is wrong, within its limits, and alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.exit_codes import ExitCode
from tests.hostile.case import SAMPLE, Hostile
from tests.hostile.make import FILES, make
from tests.pipeline.stored import rows

ROOT = Path(__file__).parents[2]
GOOD = ("0-good.pdf", "zz-good.pdf")
ENDLESS = [file for file in FILES if "time-limit" in file.ends]
# Seconds and mebibytes: generous on a busy machine, or soon over for what never ends by itself. A
# good report must fit in both where the machine is slow and busy: a process took 8 seconds on one.
GENEROUS, TIGHT = (120, 1536), (20, 320)


class Run:
    """`ita load` over a folder of hostile files with a good one before and after them."""

    def __init__(self, folder: Path, files: list[Hostile], limits: tuple[int, int]) -> None:
        self.raw, self.db = folder / "raw", folder / "out" / "ita.db"
        make(files, self.raw)
        for name in GOOD:
            shutil.copy(SAMPLE, self.raw / name)
        command = [sys.executable, "-c", "from pipeline.cli import main; main()", "load"]
        options = "--timeout {} --max-memory {} --workers 2".format(*limits).split()
        self.done = subprocess.run(
            [*command, str(self.raw), "--db", str(self.db), *options],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )

    def kinds(self, name: str) -> set[object]:
        """The kinds of error findings of a file."""
        return {
            kind
            for file, kind in rows(
                self.db, "SELECT document_file, kind FROM v_finding WHERE severity = 'error'"
            )
            if file == name
        }

    def scores(self, name: str) -> list[tuple[object, ...]]:
        found = rows(self.db, "SELECT document_file, fiscal_year, code, score FROM v_score")
        return sorted(row[1:] for row in found if row[0] == name)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One load of all files that end by themselves."""
    files = [file for file in FILES if file not in ENDLESS]
    return Run(tmp_path_factory.mktemp("hostile"), files, GENEROUS)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One load of the files that would go on for ever."""
    return Run(tmp_path_factory.mktemp("endless"), ENDLESS, TIGHT)


def known_as(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


@pytest.mark.parametrize("file", FILES, ids=lambda file: ascii(file.name)[1:-1])
def test_file_ends_as_it_must(file: Hostile, run: Run, endless: Run) -> None:
    of = endless if file in ENDLESS else run
    kinds = of.kinds(known_as(file.name))
    if file.ends:
        assert kinds & file.ends
    else:
        assert kinds == set()
        assert of.scores(known_as(file.name)) == of.scores(GOOD[0])
    assert not kinds & {"internal-error", "reader-died", "refused-by-database"}


def test_good_files_are_loaded_beside_them(run: Run, endless: Run) -> None:
    for of in (run, endless):
        assert of.done.returncode == ExitCode.SOME_FAILED, of.done.stderr[-2000:]
        for name in GOOD:
            assert of.kinds(name) == set()
            assert len(of.scores(name)) > 60


def test_every_file_is_in_the_database_and_nothing_else_was_made(run: Run) -> None:
    names = {name for (name,) in rows(run.db, "SELECT document_file FROM v_document")}
    files = {file.name for file in FILES if file not in ENDLESS}
    assert names == {known_as(name) for name in files | set(GOOD)}
    assert {path.name for path in run.raw.iterdir()} == files | set(GOOD)
    assert [path.name for path in run.db.parent.iterdir()] == ["ita.db"]
    assert not (ROOT / "broken").exists()
    assert rows(run.db, "PRAGMA integrity_check") == [("ok",)]


def test_nothing_of_a_file_reaches_the_terminal_as_an_order(run: Run) -> None:
    for stream in (run.done.stdout, run.done.stderr):
        assert stream.replace("\n", "").isprintable()
    # A line per file and what each failed for; no library adds its own.
    assert "Traceback" not in run.done.stderr
    said = [line for line in run.done.stderr.splitlines() if " failed: " not in line]
    assert all(line.startswith(("[", "The same file")) for line in said), said
