"""Every table, view and column is described in both languages, in the database and in the docs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from load import dictionary, schema
from load.engine import engine
from load.errors import LoadError
from tests.load.conftest import Ask

REPOSITORY = Path(__file__).parents[2]
THAI = re.compile("[ก-ฮ]")


@pytest.fixture(scope="module")
def structure() -> dict[str, tuple[str, ...]]:
    with engine().connect() as connection:
        schema.create_tables(connection)
        schema.create_views(connection)
        return schema.structure(connection)


def test_nothing_in_a_database_is_without_description(ask: Ask) -> None:
    described = {
        (row["table_name"], row["column_name"])
        for row in ask("SELECT table_name, column_name FROM dictionary")
    }
    objects = ask(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
        # What SQLite keeps behind a search index is its own affair.
        " AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_search_*'"
    )
    assert len(objects) > 30
    there = set()
    for name in (row["name"] for row in objects):
        there.add((name, None))
        columns = ask("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", name)
        there |= {(name, column["name"]) for column in columns}
    assert described == there


def test_descriptions_are_in_two_languages(structure: dict[str, tuple[str, ...]]) -> None:
    for entry in dictionary.entries(structure):
        where = f"{entry.table}.{entry.column}"
        assert re.match("[A-Z0-9]|error:", entry.description_en), where
        assert THAI.search(entry.description_th), where
        assert re.search("[ก-ฮ]|SHA", entry.heading_th), where
        assert len(entry.heading_th) <= 31, where  # the longest name of a sheet in Excel
        assert entry.description_en == entry.description_en.strip(), where
        assert entry.description_th == entry.description_th.strip(), where


def test_no_line_of_the_source_describes_nothing(structure: dict[str, tuple[str, ...]]) -> None:
    lines = [(entry.table, entry.column) for entry in dictionary.source()]
    assert len(lines) == len(set(lines))
    own = {line for line in lines if line[0] != dictionary.ANY_TABLE}
    there = {(table, column) for table, columns in structure.items() for column in (None, *columns)}
    assert own - there == set()
    inherited = {column for table, column in there if (table, column) not in own}
    general = {column for table, column in lines if table == dictionary.ANY_TABLE}
    assert general == inherited


def test_a_column_without_description_is_named() -> None:
    with pytest.raises(LoadError, match=r"no description of v_score\.shoe_size"):
        dictionary.entries({"v_score": ("score", "shoe_size")})


def test_the_page_of_the_docs_is_fresh() -> None:
    page = REPOSITORY / "docs" / "data-dictionary.md"
    assert page.read_text(encoding="utf-8") == dictionary.page(), (
        "docs/data-dictionary.md is stale: python -m load.dictionary"
    )


def test_the_page_is_written_by_command(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    subprocess.run(
        [sys.executable, "-m", "load.dictionary", str(target)], check=True, cwd=REPOSITORY
    )
    assert target.read_text(encoding="utf-8") == dictionary.page()


def test_the_page_names_types_and_keys() -> None:
    page = dictionary.page()
    assert "| `score` | คะแนน | REAL, not null | The score |" in page
    assert "| `document_id` | รหัสเอกสาร | INTEGER, not null, → document |" in page
    assert "### v_score_current · คะแนนที่ใช้" in page
