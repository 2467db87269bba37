"""What a run decides and how it ends, beyond what `ita load` shows."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from load.state import LoadedFile
from pipeline.exit_codes import ExitCode
from pipeline.found import Found, Passed, ReportFile
from pipeline.guard import sha256_of
from pipeline.limits import Limits
from pipeline.run import Options, Plan, planned

ROOT = Path(__file__).parents[2]
OPTIONS = Options(workers=1, limits=Limits())


@pytest.fixture
def file(tmp_path: Path) -> ReportFile:
    path = tmp_path / "a.pdf"
    path.write_text("content")
    return ReportFile("a.pdf", path, 7, 1000)


def loaded(file: ReportFile, **changes: str | int) -> LoadedFile:
    facts: dict[str, str | int] = {
        "path": file.key,
        "document_file": file.name,
        "sha256": sha256_of(file.path),
        "reader_version": "v1",
        "size": file.size,
        "modified_ns": file.modified_ns,
        "status": "ok",
        **changes,
    }
    return LoadedFile(**facts)  # type: ignore[arg-type]


def plan(file: ReportFile, known: LoadedFile | None, options: Options = OPTIONS) -> Plan:
    before = {file.key: known} if known else {}
    return planned(Found((file,), ()), before, "v1", options)


@pytest.mark.parametrize(
    ("changes", "read"),
    [
        ({}, False),
        ({"modified_ns": 5}, False),  # the same bytes with another date
        ({"modified_ns": 5, "sha256": "0" * 64}, True),
        ({"size": 8}, True),
        ({"reader_version": "v2"}, True),
        ({"status": "failed"}, False),
        ({"status": "failed", "sha256": ""}, True),  # it could not be opened
    ],
)
def test_what_is_read_again(file: ReportFile, changes: dict[str, str | int], read: bool) -> None:
    decided = plan(file, loaded(file, **changes))
    assert decided.to_read == ((file,) if read else ())
    assert decided.unchanged == (() if read else (file,))


def test_new_and_forced_files_are_read(file: ReportFile) -> None:
    assert plan(file, None).to_read == (file,)
    forced = Options(workers=1, limits=Limits(), force=True)
    assert plan(file, loaded(file), forced).to_read == (file,)


@pytest.mark.parametrize(
    ("hidden", "gone"),
    [
        ([], ("b.pdf", "closed.pdf", "closed/c.pdf")),
        (["closed"], ("b.pdf", "closed.pdf")),
        (["b.pdf"], ("closed.pdf", "closed/c.pdf")),
        ([""], ()),  # the folder itself
    ],
)
def test_what_could_not_be_looked_at_is_not_gone(
    file: ReportFile, hidden: list[str], gone: tuple[str, ...]
) -> None:
    keys = ("a.pdf", "b.pdf", "closed.pdf", "closed/c.pdf")
    before = {key: loaded(file, path=key) for key in keys}
    passed = tuple(Passed(key, Path(key), "cannot be opened", True) for key in hidden)
    assert planned(Found((file,), passed), before, "v1", OPTIONS).gone == gone


def test_ctrl_c_leaves_nothing_half_done(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("scores 1")
    for number in range(3):
        (tmp_path / f"b{number}.pdf").write_text("hangs")
    # As a terminal gives it: a script's background jobs, as these tests may be, ignore Ctrl-C.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code = "from pipeline.cli import cli; from tests.pipeline.fakes import STAGES; cli(obj=STAGES)"
    command = [sys.executable, "-c", heard + code, "load", tmp_path]
    with subprocess.Popen(
        [*map(str, command), "--db", str(tmp_path / "out" / "ita.db"), "--workers", "2"],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,  # a process group of its own, as a terminal gives it
    ) as run:
        assert run.stderr is not None
        assert run.stderr.readline().startswith("[1/4] a.pdf: ok")
        os.killpg(run.pid, signal.SIGINT)
        said = run.stderr.read()  # ends when the last process of the group has ended
    assert run.returncode == ExitCode.STOPPED
    assert said == "Stopped. The database is as it was before.\n"
    assert list((tmp_path / "out").iterdir()) == []


def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("scores 1")
    for number in range(3):
        (tmp_path / f"b{number}.pdf").write_text("hangs")
    code = "from pipeline.cli import cli; from tests.pipeline.fakes import STAGES; cli(obj=STAGES)"
    command = [sys.executable, "-c", code, "load", tmp_path, "--db", tmp_path / "out" / "ita.db"]
    with subprocess.Popen(
        [*map(str, command), "--workers", "2"], stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as run:
        assert run.stderr is not None
        assert run.stderr.readline().startswith("[1/4] a.pdf: ok")
        run.kill()
        run.stderr.read()  # ends when the last process that holds it has ended
