"""`ita status`: the numbers of the made-up city, and a folder that has moved on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.pipeline import fakes


def status(db: Path | str, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["status", "--db", str(db), *arguments])


def test_numbers_of_the_city(city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = status(city)
    assert result.exit_code == ExitCode.DONE
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0].startswith(f"{city}: 0.")
    assert lines[0].endswith("UTC by version 1.2.3")
    assert lines[2:] == [
        "Reports 7: 5 ok, 1 partial, 1 failed",
        "Pages 12, 0 without readable text",
        "Districts 2 of 50, assessment years 2566, 2567",
        "Facts 44 scores, 10 measures, 3 weaknesses",
        "Checks 2 ran, 1 held",
        "0 of 1 indicator-mean",
        "1 of 1 overall-from-indicators",
        "Scores 2 confirmed by arithmetic, 3 contradicted, 39 in no check",
        "Findings 3 errors, 1 warning, 2 notes",
        "1 error documents-disagree",
        "1 error score-disagrees",
        "1 error unreadable-file",
        "1 warning items-missing",
        "2 info code-inferred",
        "Folder there is no data/raw here",
    ]


def test_json_has_the_same_numbers(city: Path) -> None:
    found = json.loads(status(city, str(city.parent), "--json").stdout)
    assert found["reports"] == {"ok": 5, "partial": 1, "failed": 1}
    assert (found["confirmed"], found["contradicted"], found["untouched"]) == (2, 3, 39)
    assert found["checks"][0] == {"name": "indicator-mean", "ran": 1, "held": 0}
    assert found["folder"]["gone"] and found["folder"]["reports"] == 0
    assert found["bytes"] == city.stat().st_size


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data" / "raw"
    folder.mkdir(parents=True)
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (folder / name).write_text("scores 3")
    arguments = ["load", "--timeout", "0", "--workers", "1"]
    assert CliRunner().invoke(cli, arguments, obj=fakes.STAGES).exit_code == ExitCode.DONE
    return folder


DB = "data/processed/ita.db"


def test_what_is_new_changed_and_gone_is_named(raw: Path) -> None:
    assert status(DB).stdout.splitlines()[-2:] == [
        "Folder     data/raw: 3 reports",
        "    nothing new",
    ]
    (raw / "a.pdf").write_text("scores 4")
    (raw / "b.pdf").unlink()
    (raw / "d.pdf").write_text("scores 5")
    assert status(DB).stdout.splitlines()[-5:] == [
        "Folder     data/raw: 3 reports",
        "    1 new: d.pdf",
        "    1 changed: a.pdf",
        "    1 gone: b.pdf",
        "    ita load reads them",
    ]


def test_another_version_of_the_program_is_said(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.version.reader_version", lambda: "another")
    lines = status(DB).stdout.splitlines()
    assert "    3 read by another version, or with other corrections" in lines
    assert not any("changed" in line for line in lines)


def test_a_report_alone_can_be_asked_about(raw: Path) -> None:
    lines = status(DB, str(raw / "a.pdf")).stdout.splitlines()
    assert lines[-1] == "    nothing new"


def test_no_database_has_its_own_code(tmp_path: Path) -> None:
    result = status(tmp_path / "none.db")
    assert result.exit_code == ExitCode.DATABASE
    assert "ita load" in result.stderr
