from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.lock import LockedError, locked

HOLDER = """
import sys, time
from pathlib import Path
from pipeline.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    for _ in range(2):
        with locked(db):
            assert [path.name for path in tmp_path.iterdir()] == ["ita.db.lock"]
        assert list(tmp_path.iterdir()) == []


def test_other_process_is_named_and_its_death_frees_the_lock(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(db)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LockedError) as caught, locked(db):
            pass
        assert caught.value.holder == f"process {other.pid}"
        other.kill()
        other.wait()
    assert (tmp_path / "ita.db.lock").exists()
    with locked(db):
        pass
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"ita\.db\.lock"), locked(tmp_path / "none" / "ita.db"):
        pass
