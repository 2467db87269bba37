"""The old database or the new one, never half; and the old one whole whatever goes wrong."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from load.build import Incoming, refresh
from load.errors import LoadError
from load.state import loaded_files
from tests.load.reports import FULL, PLAN, incoming, score

WRONG = replace(FULL, scores=(score("I1", "100.5"),))


def failing() -> Iterator[Incoming]:
    yield incoming("plan.pdf", FULL)
    raise RuntimeError("a reader gave up")


def interrupted() -> Iterator[Incoming]:
    yield incoming("plan.pdf", FULL)
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("reports", "error"),
    [
        ([incoming("new.pdf", PLAN), incoming("wrong.pdf", WRONG)], LoadError),
        (failing(), RuntimeError),
        (interrupted(), KeyboardInterrupt),
    ],
)
def test_after_a_failure_the_old_database_is_as_it_was(
    db: Path, reports: Iterator[Incoming], error: type[BaseException]
) -> None:
    before = db.read_bytes(), db.stat().st_mtime_ns, db.stat().st_ino
    with pytest.raises(error):
        refresh(db, reports, remove=["2567/full.pdf"])
    assert (db.read_bytes(), db.stat().st_mtime_ns, db.stat().st_ino) == before
    assert [path.name for path in db.parent.iterdir()] == ["ita.db"]


@pytest.mark.parametrize("what", ["os.replace", "os.fsync"])
def test_a_swap_that_fails_changes_nothing(
    db: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    before = db.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(what, fail)
    with pytest.raises(LoadError, match="No space left on device"):
        refresh(db, [incoming("new.pdf", PLAN)])
    assert db.read_bytes() == before
    assert [path.name for path in db.parent.iterdir()] == ["ita.db"]


def test_a_database_that_fails_its_check_is_not_put_in_place(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = db.read_bytes()

    def damaging() -> Iterator[Incoming]:
        yield incoming("new.pdf", PLAN)
        new = db.with_name(".ita.db.new")
        # A page of the copied facts, overwritten behind SQLite's back.
        with new.open("r+b") as file:
            file.seek(new.stat().st_size // 2 // 4096 * 4096)
            file.write(b"\xff" * 4096)

    with pytest.raises(LoadError):
        refresh(db, damaging())
    assert db.read_bytes() == before
    assert [path.name for path in db.parent.iterdir()] == ["ita.db"]


def test_a_full_disk_is_said(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = db.read_bytes()
    code = (
        "import resource, signal, sys; from pathlib import Path; from dataclasses import replace\n"
        "from load.build import refresh; from tests.load.reports import FULL, incoming\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "db = Path(sys.argv[1]); room = db.stat().st_size + 100_000\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))\n"
        "refresh(db, (incoming(f'{n}.pdf', FULL) for n in range(500)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(db)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "load.errors.LoadError" in done.stderr.splitlines()[-1]
    assert "is there room on the disk?" in done.stderr.splitlines()[-1]
    assert db.read_bytes() == before
    assert [path.name for path in db.parent.iterdir()] == ["ita.db"]


def test_readers_see_the_old_database_or_the_new_one(db: Path) -> None:
    versions = [
        replace(FULL, scores=tuple(score(f"I{n}", str(value)) for n in range(1, 26)), checks=())
        for value in range(20)
    ]
    refresh(db, [incoming("2567/full.pdf", versions[0])])
    seen: set[tuple[int, int, int]] = set()
    failures: list[Exception] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            try:
                with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
                    row = connection.execute(
                        "SELECT count(*), count(DISTINCT score), count(DISTINCT document_id)"
                        " FROM v_score"
                    ).fetchone()
                    seen.add(row)
            except sqlite3.Error as error:
                failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for version in versions[1:]:
        refresh(db, [incoming("2567/full.pdf", version)])
    ended.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert seen == {(25, 1, 1)}


def test_a_reader_keeps_the_database_it_opened(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection:
        query = "SELECT count(*) FROM v_document"
        assert connection.execute(query).fetchone() == (2,)
        refresh(db, [incoming("new.pdf", PLAN)])
        assert connection.execute(query).fetchone() == (2,)
    assert len(loaded_files(db)) == 3


def test_what_a_killed_run_left_is_written_over(db: Path) -> None:
    left = db.with_name(".ita.db.new")
    left.write_bytes(b"half a database")
    db.with_name(".ita.db.new-journal").write_bytes(b"half a journal")
    refresh(db, [incoming("new.pdf", PLAN)])
    assert len(loaded_files(db)) == 3
    assert [path.name for path in db.parent.iterdir()] == ["ita.db"]


def test_a_database_someone_is_writing_to_is_not_replaced(db: Path) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE document SET title = 'ฉบับร่าง'")
        with pytest.raises(LoadError, match="another program is changing the database"):
            refresh(db, [incoming("new.pdf", PLAN)])
    refresh(db, [incoming("new.pdf", PLAN)])
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        titles = connection.execute("SELECT DISTINCT title FROM document").fetchall()
    assert ("ฉบับร่าง",) in titles
    assert [path.name for path in db.parent.iterdir()] == ["ita.db"]


def test_a_link_stays_a_link_and_rights_stay_as_they_were(db: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(db)
    db.chmod(0o640)
    refresh(link, [incoming("new.pdf", PLAN)])
    assert link.is_symlink()
    assert len(loaded_files(db)) == 3
    assert db.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(LoadError, match=r"cannot be written: .*; check the folder"):
        refresh(tmp_path / "file" / "ita.db", [incoming("new.pdf", PLAN)])


def test_names_with_odd_characters_work(tmp_path: Path) -> None:
    db = tmp_path / "ผล 100%? #1 'x'.db"
    refresh(db, [incoming("รายงาน 'ก' %20?.pdf", PLAN)])
    refresh(db, [incoming("-x.pdf", PLAN)])
    assert list(loaded_files(db)) == ["-x.pdf", "รายงาน 'ก' %20?.pdf"]


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_database_someone_has_begun_to_change_is_not_replaced(
    db: Path, mode: str, begin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        monkeypatch.setattr("load.database.PATIENCE", 0.2)
        other.execute(begin)
        with pytest.raises(LoadError, match=r"changing the database|is locked"):
            refresh(db, [incoming("new.pdf", PLAN)])
        other.execute("UPDATE document SET title = 'ฉบับร่าง'")
        other.execute("COMMIT")
    assert len(loaded_files(db)) == 2
    refresh(db, [incoming("new.pdf", PLAN)])
    assert len(loaded_files(db)) == 3


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_program_that_kept_the_old_database_open_cannot_harm_the_new_one(
    db: Path, mode: str
) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as stale:
        stale.execute(f"PRAGMA journal_mode = {mode}")
        assert stale.execute("SELECT count(*) FROM document").fetchone() == (2,)
        refresh(db, [incoming("new.pdf", PLAN)])
        with contextlib.suppress(sqlite3.OperationalError):
            stale.execute("UPDATE document SET title = 'เก่า'")
    assert len(loaded_files(db)) == 3
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        query = "SELECT count(*) FROM document WHERE title = 'เก่า'"
        assert connection.execute(query).fetchone() == (0,)
