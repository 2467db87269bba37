"""A database depends on the files it was made from, and on nothing else."""

from __future__ import annotations

import gc
import itertools
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extract.model import Box, Place
from load import database
from load.build import Incoming, refresh
from load.errors import LoadError, OtherSchemaVersion
from load.state import loaded_files
from normalize.model import Report, Source
from tests.load.reports import FAILED, FULL, PLAN, incoming, score

FILES = [incoming("a/full.pdf", FULL), incoming("b.pdf", PLAN), incoming("c.pdf", FAILED)]


def dump(db: Path) -> list[str]:
    """The whole database as SQL, but for when it was made."""
    with closing(sqlite3.connect(db)) as connection:
        return [line for line in connection.iterdump() if not line.startswith('INSERT INTO "run"')]


def count(db: Path, table: str) -> int:
    with closing(sqlite3.connect(db)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_two_databases_of_the_same_files_are_equal(tmp_path: Path) -> None:
    refresh(tmp_path / "one.db", FILES)
    refresh(tmp_path / "two.db", FILES)
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")
    assert any('INSERT INTO "score"' in line for line in dump(tmp_path / "one.db"))


def test_two_processes_make_equal_databases(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.load.test_refresh import FILES, refresh\n"
        "refresh(Path(sys.argv[1]), FILES)"
    )
    dumps = []
    for seed in ("1", "2"):
        db = tmp_path / f"{seed}.db"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, db], check=True, env=environment)
        dumps.append(dump(db))
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_the_files_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    refresh(tmp_path / "one.db", FILES)
    refresh(tmp_path / "two.db", [FILES[number] for number in order])
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")


def test_it_does_not_matter_what_was_loaded_before(tmp_path: Path) -> None:
    refresh(tmp_path / "one.db", FILES)
    two = tmp_path / "two.db"
    refresh(two, [incoming("gone.pdf", FULL), incoming("b.pdf", FULL, "v0")])
    refresh(two, [FILES[2]])
    refresh(two, [FILES[1], FILES[0]], remove=["gone.pdf"])
    assert dump(tmp_path / "one.db") == dump(two)


def test_loading_the_same_again_changes_nothing(db: Path) -> None:
    before = dump(db)
    refresh(db, [incoming("2567/full.pdf", FULL), incoming("plan.pdf", PLAN)])
    assert dump(db) == before


def test_a_file_that_comes_again_replaces_its_own_facts_only(db: Path) -> None:
    changed = replace(FULL, sha256="e" * 64, scores=(score("I1", "12.5"),), measures=())
    refresh(db, [incoming("2567/full.pdf", changed)])
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("SELECT code, score FROM v_score").fetchall() == [("I1", 12.5)]
        measures = connection.execute("SELECT document_file, measure FROM v_measure").fetchall()
        assert measures == [("plan.pdf", "อบรมเจ้าหน้าที่")]
    assert count(db, "mention") == 1
    assert {path: file.sha256[0] for path, file in loaded_files(db).items()} == {
        "2567/full.pdf": "e",
        "plan.pdf": "b",
    }


def test_a_removed_file_leaves_nothing_behind(db: Path) -> None:
    refresh(db, [], remove=["2567/full.pdf", "never-there.pdf"])
    assert list(loaded_files(db)) == ["plan.pdf"]
    for table in (
        "score",
        "mention",
        "measure_item",
        "measure_unit",
        "step",
        "weakness_item",
        "finding",
        "arithmetic_check_code",
        "ignored_text",
        "page_repair",
    ):
        assert count(db, table) == 0, table
    assert count(db, "measure") == 1


def test_files_not_named_are_kept(db: Path) -> None:
    refresh(db, [incoming("new.pdf", PLAN)])
    assert list(loaded_files(db)) == ["2567/full.pdf", "new.pdf", "plan.pdf"]


def test_every_run_is_noted_in_one_table(db: Path) -> None:
    refresh(db, [FILES[2]], remove=["plan.pdf"], program_version="0.1.0")
    with closing(sqlite3.connect(db)) as connection:
        runs = connection.execute("SELECT * FROM run ORDER BY run_id").fetchall()
    assert [(run[0], *run[3:]) for run in runs] == [(1, None, 2, 0), (2, "0.1.0", 1, 1)]
    assert all(started <= finished for _, started, finished, *_ in runs)


def test_a_score_is_stored_as_the_nearest_number_to_its_decimal(tmp_path: Path) -> None:
    values = [f"{number / 100:.2f}" for number in range(0, 10001, 7)]
    report = replace(
        FULL,
        scores=tuple(
            replace(score(f"I{number % 99 + 1}", value), fiscal_year=2500 + number // 99)
            for number, value in enumerate(values)
        ),
        checks=(),
    )
    refresh(tmp_path / "ita.db", [incoming("full.pdf", report)])
    with closing(sqlite3.connect(tmp_path / "ita.db")) as connection:
        stored = [row[0] for row in connection.execute("SELECT score FROM score ORDER BY 1")]
    assert stored == [float(Decimal(value)) for value in values]


def test_reports_are_taken_one_at_a_time(tmp_path: Path) -> None:
    alive: list[int] = []

    def stream() -> Iterator[Incoming]:
        for number in range(30):
            alive.append(sum(isinstance(thing, Report) for thing in gc.get_objects()))
            # A report of its own each time, so that holding on to it would show.
            yield incoming(f"{number}.pdf", replace(PLAN, findings=FULL.findings))

    refresh(tmp_path / "ita.db", stream())
    assert max(alive) - min(alive) <= 1
    assert count(tmp_path / "ita.db", "document") == 30


def test_no_files_make_a_database_without_files(tmp_path: Path) -> None:
    refresh(tmp_path / "made" / "ita.db", [])
    assert loaded_files(tmp_path / "made" / "ita.db") == {}
    assert count(tmp_path / "made" / "ita.db", "agency") == 51


def test_a_path_comes_in_once(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"b\.pdf comes in twice"):
        refresh(tmp_path / "ita.db", [FILES[1], FILES[1]])
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_another_schema_version_is_made_anew(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SCHEMA_VERSION", 999)
    with pytest.raises(OtherSchemaVersion, match="ita load makes it anew from the PDFs"):
        loaded_files(db)
    refresh(db, [incoming("plan.pdf", PLAN)])
    monkeypatch.undo()
    assert list(loaded_files(db)) == ["plan.pdf"]


def test_a_file_that_is_no_database_of_ours_is_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "other.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    text = tmp_path / "text.db"
    text.write_text("a letter of more than one hundred characters " * 9, encoding="utf-8")
    folder = tmp_path / "folder.db"
    folder.mkdir()
    for path, reason in ((foreign, "not written by"), (text, "not a database"), (folder, "open")):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(LoadError, match=reason):
            loaded_files(path)
        with pytest.raises(LoadError, match=reason):
            refresh(path, FILES)
        assert before is None or path.read_bytes() == before


def test_text_sqlite_cannot_hold_is_made_visible(tmp_path: Path) -> None:
    odd = replace(
        FULL, measures=(replace(FULL.measures[1], measure="ก\ud800ข\x00ค", result=" \n"),)
    )
    refresh(tmp_path / "ita.db", [incoming("full.pdf", odd)])
    with closing(sqlite3.connect(tmp_path / "ita.db")) as connection:
        row = connection.execute("SELECT measure, result FROM v_measure").fetchone()
    assert row == ("ก\ufffdข\ufffdค", None)


def test_text_that_never_stood_on_a_page_has_no_box(tmp_path: Path) -> None:
    boxes = (Box(0, 0, 0, 0), Box(0, 0, float("inf"), 5), Box(float("nan"), 0, 1, 1))
    ignored = tuple(("heading", Source(Place(1, box), "ข้อความ")) for box in boxes)
    refresh(tmp_path / "ita.db", [incoming("plan.pdf", replace(PLAN, ignored=ignored))])
    with closing(sqlite3.connect(tmp_path / "ita.db")) as connection:
        rows = connection.execute("SELECT page, x0, top, x1, bottom FROM ignored_text").fetchall()
    assert rows == [(1, None, None, None, None)] * 3
