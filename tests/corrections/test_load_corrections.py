"""Corrections beside the folder of the reports, from `ita load` to the database and back."""

from __future__ import annotations

import csv
import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from normalize.corrections import COLUMNS
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.pipeline.stored import rows

SAMPLES = Path(__file__).parents[2] / "data" / "raw"
FULL = "sample-full-2567.pdf"
COLUMN = "sample-columns-2566.pdf"
SHA = hashlib.sha256((SAMPLES / FULL).read_bytes()).hexdigest()


@pytest.fixture(autouse=True)
def one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same version of the reader all the time, whoever may be changing its code."""
    monkeypatch.setattr("pipeline.run.reader_version", lambda: "reader")
    monkeypatch.setattr("pipeline.version.reader_version", lambda: "reader")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    raw = tmp_path / "data" / "raw"
    raw.mkdir(parents=True)
    for name in (FULL, COLUMN):
        shutil.copy(SAMPLES / name, raw / name)
    return tmp_path / "data"


def correct(data: Path, *lines: dict[str, str]) -> None:
    with (data / "corrections.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)


def line(**changes: str) -> dict[str, str]:
    return {
        "file_sha256": SHA,
        "page": "3",
        "field": "score:I1",
        "raw": "93.27",
        "corrected": "33.27",
        "reason": "smudged",
        "who": "สมศรี",
    } | changes


def load(data: Path, *arguments: str) -> Result:
    options = ["--db", str(data / "ita.db"), "--workers", "1", "--timeout", "0", "--max-memory"]
    return CliRunner().invoke(cli, ["load", str(data / "raw"), *options, "0", *arguments])


def score(data: Path, code: str = "I1") -> tuple[object, ...]:
    query = (
        "SELECT score, raw FROM v_score WHERE code = '" + code + "'"
        f" AND document_file = '{FULL}' AND fiscal_year = 2567"
    )
    (found,) = rows(data / "ita.db", query)
    return found


def read_names(result: Result) -> list[str]:
    return [text for text in result.stdout.split() if text.endswith(".pdf")]


def test_a_correction_comes_and_goes_with_its_row(data: Path) -> None:
    assert sorted(read_names(load(data))) == [COLUMN, FULL]
    assert score(data) == (93.27, "93.27")

    correct(data, line())
    changed = load(data)
    assert changed.exit_code == ExitCode.DONE, changed.output
    assert read_names(changed) == [FULL]  # the other report has no correction
    assert score(data) == (33.27, "93.27")
    found = rows(data / "ita.db", "SELECT severity, page FROM v_finding WHERE kind = 'corrected'")
    assert found == [("info", 3)]
    # The other printing of the score and the mean of the indicator now speak against it.
    errors = {kind for (kind,) in rows(data / "ita.db", "SELECT kind FROM v_finding")}
    assert {"score-disagrees", "sum-fails"} <= errors

    assert "Nothing new" in load(data).stdout
    correct(data, line(corrected="93.72"))
    assert read_names(load(data)) == [FULL]
    assert score(data)[0] == 93.72

    (data / "corrections.csv").unlink()
    assert read_names(load(data)) == [FULL]
    assert score(data) == (93.27, "93.27")


def test_a_report_named_alone_gets_its_corrections_too(data: Path) -> None:
    correct(data, line())
    options = ["--db", str(data / "ita.db"), "--workers", "1"]
    result = CliRunner().invoke(cli, ["load", str(data / "raw" / FULL), *options])
    assert result.exit_code == ExitCode.DONE, result.output
    assert score(data)[0] == 33.27


def test_a_row_that_matches_nothing_is_in_the_database(data: Path) -> None:
    correct(data, line(raw="12.34"))
    assert load(data).exit_code == ExitCode.DONE
    query = "SELECT severity, page, raw FROM v_finding WHERE kind = 'correction-unmatched'"
    assert rows(data / "ita.db", query) == [("error", 3, "12.34")]


def test_a_row_of_a_file_that_is_not_loaded_is_named(data: Path) -> None:
    correct(data, line(file_sha256="0" * 64))
    result = load(data)
    assert result.exit_code == ExitCode.DONE
    assert "Corrections of files that are not loaded" in result.stderr
    assert "corrections.csv:2" in result.stderr


def test_a_row_that_does_not_fit_ends_the_run_before_it_begins(data: Path) -> None:
    correct(data, line(corrected="ninety"))
    result = load(data)
    assert result.exit_code == ExitCode.USAGE
    assert "'ninety' is no score" in result.stderr
    assert not (data / "ita.db").exists()


def test_status_knows_that_a_report_waits_to_be_read_again(data: Path) -> None:
    load(data)
    arguments = ["status", str(data / "raw"), "--db", str(data / "ita.db")]
    assert "nothing new" in CliRunner().invoke(cli, arguments).stdout
    correct(data, line())
    assert "1 read by another version, or with other corrections" in (
        CliRunner().invoke(cli, arguments).stdout
    )
    load(data)
    assert "nothing new" in CliRunner().invoke(cli, arguments).stdout
