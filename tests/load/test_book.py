"""The code book's CSV files in the database: all of each, and what is wrong in one is said."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from load.build import refresh
from load.errors import LoadError
from load.state import loaded_files
from tests.load.conftest import Ask

CODEBOOK = Path(str(files("normalize") / "codebook"))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package whose code book may be changed, in place of the real one."""
    folder = tmp_path / "package"
    shutil.copytree(CODEBOOK, folder / "codebook")
    monkeypatch.setattr("load.book.files", lambda _: folder)
    return folder / "codebook"


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("agencies.csv", "agency"),
        ("indicators.csv", "indicator"),
        ("items.csv", "item"),
        ("units.csv", "unit"),
    ],
)
def test_every_line_is_a_row(ask: Ask, file: str, table: str) -> None:
    with (CODEBOOK / file).open(encoding="utf-8", newline="") as lines:
        expected = sum(1 for _ in csv.DictReader(lines))
    assert ask(f"SELECT count(*) AS rows FROM {table}") == [{"rows": expected}]


def test_points_that_are_not_known_are_null(ask: Ask) -> None:
    points = "SELECT points FROM indicator WHERE code = '1' ORDER BY assessment_year"
    assert [row["points"] for row in ask(points)][:2] == [None, 7.5]


def test_a_changed_book_changes_the_database_and_no_facts(db: Path, package: Path) -> None:
    path = package / "agencies.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Nong Chok", "Nong Jok"), encoding="utf-8"
    )
    refresh(db, [])
    assert len(loaded_files(db)) == 2
    with closing(sqlite3.connect(db)) as connection:
        row = connection.execute(
            "SELECT agency_en, score FROM v_score WHERE code = 'I2'"
        ).fetchone()
    assert row == ("Nong Jok", 85.34)


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("agencies.csv", "name_en", "english", r"codebook/agencies\.csv: no column 'name_en'"),
        ("agencies.csv", "1003,district", "1003,province", "agency_kind_known"),
        ("agencies.csv", "1004,", "1003,", "UNIQUE"),
        ("items.csv", "2566,IIT,I1,", "last year,IIT,I1,", r"codebook/items\.csv: invalid literal"),
        (
            "items.csv",
            "2566,IIT,I1,1,",
            "2566,IIT,I1,11,",
            "item has assessment_year 2566, indicator '11', which is not in indicator",
        ),
        ("units.csv", "ฝ่ายปกครอง,Admin", ",Admin", "NOT NULL"),
    ],
)
def test_an_error_in_the_book_is_said(
    db: Path, package: Path, file: str, old: str, new: str, reason: str
) -> None:
    text = (package / file).read_text(encoding="utf-8")
    assert old in text
    (package / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    before = db.read_bytes()
    with pytest.raises(LoadError, match=reason):
        refresh(db, [])
    assert db.read_bytes() == before


def test_a_unit_that_leaves_the_book_while_facts_name_it_is_refused(
    db: Path, package: Path
) -> None:
    path = package / "units.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "ฝ่ายการคลัง" not in line), encoding="utf-8")
    with pytest.raises(LoadError, match=r"2567/full\.pdf: measure_unit has unit 'ฝ่ายการคลัง'"):
        refresh(db, [])
    refresh(db, [], remove=["2567/full.pdf"])
