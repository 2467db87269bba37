"""Whatever happens to a load, the database is the old one or the new one, and the next load works.

``CRASH_RUNS=100`` kills a hundred loads at random moments in place of a few dozen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.exit_codes import ExitCode

ROOT = Path(__file__).parents[2]
RUNS = int(os.environ.get("CRASH_RUNS", "24"))
ALONE = ["ita.db"]


def play(way: str, folder: Path, *runs: int) -> list[dict[str, Any]]:
    """What became of each load that was disturbed in this way."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.play", way, str(folder), *map(str, runs)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(("way", "runs"), [("random", (RUNS,)), ("steps", ())])
def test_a_killed_load_leaves_the_old_database_or_the_new_one(
    tmp_path: Path, way: str, runs: tuple[int, ...]
) -> None:
    outcomes = play(way, tmp_path, *runs)
    assert len(outcomes) >= 20
    for outcome in outcomes:
        assert outcome["left"] in ("old", "new"), outcome
        assert outcome["next code"] == ExitCode.DONE, outcome
        assert outcome["next"] == "new", outcome
        assert outcome["files"] == ALONE, outcome
    # Most were killed before they had put the new database in place, some after.
    assert sum(outcome["killed"] for outcome in outcomes) >= len(outcomes) // 2
    assert "old" in {outcome["left"] for outcome in outcomes if outcome["killed"]}
    if way == "steps":
        assert all(outcome["killed"] for outcome in outcomes)
        assert [outcome["left"] for outcome in outcomes] == sorted(
            (outcome["left"] for outcome in outcomes), reverse=True
        )


def test_a_full_disk_leaves_the_old_database_and_is_said(tmp_path: Path) -> None:
    outcomes = play("disk", tmp_path)
    *full, enough = outcomes
    for outcome in full:
        assert outcome["code"] == ExitCode.DATABASE, outcome
        assert outcome["left"] == "old", outcome
        assert outcome["files"] == ALONE, outcome
        assert outcome["said"].endswith("is there room on the disk?"), outcome
    assert (enough["code"], enough["left"]) == (ExitCode.DONE, "new")


def test_of_loads_at_once_one_works_and_the_others_say_so(tmp_path: Path) -> None:
    for outcome in play("at-once", tmp_path):
        assert ExitCode.DONE in outcome["codes"]
        assert set(outcome["codes"]) <= {ExitCode.DONE, ExitCode.DATABASE}
        assert outcome["left"] == "new"
        assert outcome["files"] == ALONE


def test_readers_never_see_half(tmp_path: Path) -> None:
    for outcome in play("readers", tmp_path):
        assert outcome["code"] == ExitCode.DONE
        assert outcome["seen"] == ["new", "old"]
        assert outcome["times"] > 2


def test_a_reader_that_holds_the_database_open_keeps_what_it_has(tmp_path: Path) -> None:
    (outcome,) = play("held-open", tmp_path)
    assert outcome == {"code": ExitCode.DONE, "same": True, "left": "new", "files": ALONE}


def test_a_database_being_changed_is_not_replaced(tmp_path: Path) -> None:
    refused, done = play("being-changed", tmp_path)
    assert refused["code"] == ExitCode.DATABASE
    assert "another program is changing the database" in refused["said"]
    assert (refused["left"], refused["files"]) == ("old", ALONE)
    assert (done["code"], done["left"], done["files"]) == (ExitCode.DONE, "new", ALONE)
