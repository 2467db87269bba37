from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from pipeline.found import ReportFile, find
from pipeline.limits import Limits
from pipeline.workers import Outcome, _Pool, read_all
from tests.pipeline import fakes

TIMEOUT = 60.0


def files(folder: Path, *contents: str) -> tuple[ReportFile, ...]:
    for number, content in enumerate(contents):
        (folder / f"{number:02}.pdf").write_text(content)
    return find([folder], {".pdf"}).files


def read(
    found: tuple[ReportFile, ...], workers: int = 1, timeout: float = TIMEOUT
) -> list[Outcome]:
    return list(read_all(found, fakes.STAGES, workers, Limits(seconds=timeout)))


def test_reports_are_the_same_in_the_same_order_whatever_the_workers(tmp_path: Path) -> None:
    found = files(tmp_path, "slow 1", *(f"scores {n}" for n in range(2, 30)))
    here = [outcome.report for outcome in read(found, timeout=0)]
    assert [len(report.scores) for report in here] == list(range(1, 30))
    for workers in (1, 3):
        assert [outcome.report for outcome in read(found, workers)] == here


@pytest.mark.parametrize("timeout", [0, TIMEOUT])
def test_guard_turns_errors_into_failed_reports(tmp_path: Path, timeout: float) -> None:
    found = files(tmp_path, "scores 1", "broken", "bug", "scores 2")
    reports = [outcome.report for outcome in read(found, timeout=timeout)]
    assert [report.status for report in reports] == ["ok", "failed", "failed", "ok"]
    (broken,), (bug,) = reports[1].findings, reports[2].findings
    assert (broken.severity, broken.kind) == ("error", "broken-pdf")
    assert broken.message == "The file ends too early - 01.pdf - get a whole copy"
    assert (bug.severity, bug.kind) == ("error", "internal-error")
    assert "KeyError: 'no such\\nrow' (pipeline/fakes.py:" in bug.message
    assert "in read" not in bug.message
    assert ", read)" in bug.message
    assert str(tmp_path) not in bug.message
    assert all(report.file == f"{n:02}.pdf" for n, report in enumerate(reports))
    assert len(reports[1].sha256) == 64


def test_process_that_dies_fails_its_file_only(tmp_path: Path) -> None:
    found = files(tmp_path, "scores 1", "dies", "scores 2", "dies", "scores 3")
    reports = [outcome.report for outcome in read(found, 2)]
    assert [report.status for report in reports] == ["ok", "failed", "ok", "failed", "ok"]
    assert reports[1].findings[0].kind == "reader-died"
    assert "exit code 7" in reports[1].findings[0].message


def test_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    found = files(tmp_path, "hangs", "scores 1", "scores 2")
    started = time.monotonic()
    reports = [outcome.report for outcome in read(found, 2, timeout=5)]
    assert time.monotonic() - started < 30
    assert [report.status for report in reports] == ["failed", "ok", "ok"]
    assert reports[0].findings[0].kind == "time-limit"
    assert "longer than 5 s" in reports[0].findings[0].message


def test_file_that_cannot_be_opened_fails(tmp_path: Path) -> None:
    (file,) = files(tmp_path, "scores 1")
    file.path.unlink()
    (outcome,) = read((file,), timeout=0)
    assert outcome.report.status == "failed"
    assert outcome.report.sha256 == ""
    assert outcome.report.findings[0].kind == "unreadable-file"


def test_workers_end_when_nobody_wants_the_rest(tmp_path: Path) -> None:
    outcomes = read_all(files(tmp_path, "scores 1", "hangs"), fakes.STAGES, 2, Limits())
    assert next(outcomes).report.status == "ok"
    outcomes.close()  # would wait for ever


@pytest.mark.parametrize(("workers", "timeout"), [(1, 0.0), (1, TIMEOUT), (2, TIMEOUT)])
def test_what_outcomes_need_is_got_ready_once_and_before_them(
    tmp_path: Path, workers: int, timeout: float
) -> None:
    done: list[str] = []
    found, limits = files(tmp_path, "scores 1", "scores 2"), Limits(seconds=timeout)
    outcomes = read_all(found, fakes.STAGES, workers, limits, lambda: done.append("ready"))
    done += [outcome.report.status for outcome in outcomes]
    assert done == ["ready", "ok", "ok"]


def test_workers_end_when_nothing_can_be_got_ready(tmp_path: Path) -> None:
    def stops() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        next(read_all(files(tmp_path, "hangs"), fakes.STAGES, 1, Limits(seconds=TIMEOUT), stops))
    assert active_children() == []


def test_name_of_the_report_is_one_a_database_takes(tmp_path: Path) -> None:
    (file,) = files(tmp_path, "scores 1")
    (outcome,) = read((replace(file, key="folder/caf\\xe9.pdf"),), timeout=0)
    assert outcome.report.file == "caf\\xe9.pdf"


def test_want_of_memory_is_told_however_it_is_wrapped(tmp_path: Path) -> None:
    found = files(tmp_path, "wrapped", "scores 2")
    wrapped, good = (outcome.report for outcome in read(found, timeout=0))
    assert wrapped.findings[0].kind == "memory-limit"
    assert "more memory than there is" in wrapped.findings[0].message
    assert good.status == "ok"


def test_process_that_ran_out_of_memory_is_not_used_again(tmp_path: Path) -> None:
    found = files(tmp_path, "greedy 200", "greedy 60", "greedy 200", "greedy 60")
    limits = Limits(mebibytes=150)
    reports = [outcome.report for outcome in read_all(found, fakes.STAGES, 1, limits)]
    assert [report.status for report in reports] == ["failed", "ok", "failed", "ok"]


@pytest.mark.parametrize("timeout", [0, TIMEOUT])
def test_remarks_of_libraries_are_findings_and_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], timeout: float
) -> None:
    found = files(tmp_path, "remarks 1", "scores 2")
    report, quiet = (outcome.report for outcome in read(found, timeout=timeout))
    said = [finding.message for finding in report.findings]
    assert {(finding.severity, finding.kind) for finding in report.findings} == {
        ("warning", "reader-remark")
    }
    assert said[0] == "While reading: odd at 0x…: 0 (3 times)"
    assert said[-1] == "While reading: 40 more remarks of this kind"
    assert len(said) == 21
    assert quiet.findings == ()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("workers", [2, 3])
def test_long_file_is_read_by_several_processes(tmp_path: Path, workers: int) -> None:
    found = files(tmp_path, "long a b c d e f 3", "long scores 2", "long x y 1")
    limits = Limits(seconds=TIMEOUT)
    reports = [o.report for o in read_all(found, fakes.IN_PARTS, workers, limits)]
    assert [len(report.scores) for report in reports] == [3, 2, 1]
    assert [len(report.pages) for report in reports] == [7, 2, 3]
    said = [finding.message for finding in reports[0].findings]
    assert said == [f"While reading: seen {word}" for word in "a b c d e f 3".split()]


@pytest.mark.parametrize("bad", ["broken", "dies"])
def test_part_that_fails_fails_its_file_only(tmp_path: Path, bad: str) -> None:
    found = files(tmp_path, "long a b 1", f"long a b c {bad} d e f g h 1", "long a b c d 2")
    reports = [o.report for o in read_all(found, fakes.IN_PARTS, 2, Limits(seconds=TIMEOUT))]
    assert [report.status for report in reports] == ["ok", "failed", "ok"]
    assert reports[1].findings[0].kind == {"broken": "broken-pdf", "dies": "reader-died"}[bad]


def test_part_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    found = files(tmp_path, "long a b c d hangs e f g 1", "scores 1", "long a b 2")
    reports = [o.report for o in read_all(found, fakes.IN_PARTS, 2, Limits(seconds=5))]
    assert [report.status for report in reports] == ["failed", "ok", "ok"]
    assert reports[0].findings[0].kind == "time-limit"


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C as a terminal gives it, also where the tests run in the background of a script."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_that_a_library_swallowed_is_heard_all_the_same(tmp_path: Path) -> None:
    """Python raises it wherever it is, and in a destructor it is printed and forgotten."""
    outcomes = read_all(files(tmp_path, "scores 1", "hangs"), fakes.STAGES, 2, Limits())
    assert next(outcomes).report.status == "ok"
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    with pytest.raises(KeyboardInterrupt):
        next(outcomes)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_towards_the_end_the_largest_file_is_begun_first(tmp_path: Path) -> None:
    """Nobody reads a long file while the other workers have nothing left to do."""
    contents = [f"scores {'1' * n}" for n in (1, 5, 2, 9, 3)]
    pool = _Pool(files(tmp_path, *contents), fakes.STAGES, 2, Limits(seconds=TIMEOUT))
    assert pool._next(limit=4).number == 0  # the last ones are too far ahead to be known
    assert [pool._next(limit=5).number for _ in range(4)] == [3, 1, 4, 2]
