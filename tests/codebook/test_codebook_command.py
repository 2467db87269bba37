"""`ita codebook` shows every book and says what is wrong in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from normalize.codebook import items, lint
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.codebook.conftest import rows_of


def codebook(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["codebook", *arguments])


def test_years_are_listed_with_what_is_known_of_them() -> None:
    result = codebook()
    assert result.exit_code == ExitCode.DONE
    of_2566, of_2567 = (line for line in result.stdout.splitlines() if line.startswith("256"))
    assert of_2566.split()[:6] == ["2566", "25", "15", "30", "10", "7"]
    assert "not known" in of_2566
    assert of_2567.split()[:7] == ["2567", "12", "6", "22", "10", "7", "known"]
    assert "report of the 2567 assessment, สัมพันธวงศ์" in of_2567


def test_a_year_is_shown_with_every_title() -> None:
    result = codebook("2567")
    assert result.exit_code == ExitCode.DONE
    for item in items(2567).values():
        assert f"{item.code} " in result.stdout
        assert item.title_th in result.stdout


def test_json_holds_the_lines_of_the_files() -> None:
    years = json.loads(codebook("--json").stdout)
    assert [year["year"] for year in years] == [2566, 2567]
    book = json.loads(codebook("2567", "--json").stdout)
    assert len(book["items"]) == 40
    assert book["items"][0]["code"] == "I1"
    assert book["indicators"][0]["source"]


def test_a_year_without_a_book_is_a_usage_error() -> None:
    result = codebook("2570")
    assert result.exit_code == ExitCode.USAGE
    assert "only of 2566, 2567" in result.stderr
    assert codebook("2567", "--check").exit_code == ExitCode.USAGE


def test_check_is_silent_where_nothing_is_wrong() -> None:
    result = codebook("--check")
    assert result.exit_code == ExitCode.DONE, result.output
    assert result.stdout == "Nothing is wrong in the code books.\n"


def test_check_names_what_is_wrong(
    books: Path, in_place: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = books / "items.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2567,IIT,I12,", "2567,IIT,I14,"), encoding="utf-8")
    broken = lint.faults(rows_of(books))
    monkeypatch.setattr(lint, "faults", lambda: broken)
    result = codebook("--check")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "items.csv: 2567 has no I12, I13, but I14" in result.stdout
    found = json.loads(codebook("--check", "--json").stdout)
    assert found[0]["file"] == "items.csv"
