"""`ita doctor` on this machine, and on machines that lack things."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import machine
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode


def doctor(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["doctor", *arguments])


def test_this_machine_has_what_is_required(tmp_path: Path) -> None:
    result = doctor("--db", str(tmp_path / "ita.db"), "--json")
    found = json.loads(result.stdout)
    required = {part["name"]: part["state"] for part in found if part["required"]}
    assert required == {"Python": "ok", "SQLite": "ok", "packages": "ok", "folder": "ok"}
    assert result.exit_code == ExitCode.DONE
    assert not (tmp_path / "ita.db").exists()


def lacking(monkeypatch: pytest.MonkeyPatch, manager: str | None) -> None:
    """A machine with one package manager and nothing else."""

    def run(*_arguments: object, **_options: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(
        "pipeline.machine.shutil.which", lambda name: name if name == manager else None
    )


@pytest.mark.parametrize(
    ("manager", "mend"),
    [
        ("apt-get", "sudo apt-get install fonts-thai-tlwg"),
        ("brew", "brew install --cask font-sarabun"),
        (None, "install fonts with Thai"),
    ],
)
def test_what_is_lacking_comes_with_its_command(
    monkeypatch: pytest.MonkeyPatch, manager: str | None, mend: str
) -> None:
    lacking(monkeypatch, manager)
    lines = doctor().stdout.splitlines()
    at = lines.index("lacking  fonts: for Thai in the report and in print")
    assert lines[at + 1].strip() == mend


def test_an_old_or_absent_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["click>=99.1", "no-such-package", "regex", 'pytest>=1; extra == "dev"']
    monkeypatch.setattr(machine, "requires", lambda _name: wanted)
    result = doctor()
    assert result.exit_code == ExitCode.SOME_FAILED
    lines = result.stdout.splitlines()
    at = lines.index("missing  packages: for everything; there is no click>=99.1, no-such-package")
    assert lines[at + 1].endswith("-m pip install -e '.'")
    assert "ok       packages (dev): pytest" in lines


def test_a_program_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(_name: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(machine, "requires", requires)
    result = doctor()
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "make setup" in result.stdout


def test_a_sqlite_without_trigrams_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        def execute(self, _sql: str) -> None:
            raise sqlite3.OperationalError("no such tokenizer: trigram")

        def close(self) -> None:
            pass

    monkeypatch.setattr("pipeline.machine.sqlite3.connect", lambda _name: Old())
    assert "missing  SQLite: for the database" in doctor().stdout.splitlines()


def test_every_extra_of_the_settings_is_looked_at() -> None:
    text = (Path(__file__).parents[2] / "setup.cfg").read_text(encoding="utf-8")
    section = text.split("[options.extras_require]")[1].split("\n[")[0]
    extras = {line.removesuffix(" =") for line in section.splitlines() if line.endswith(" =")}
    assert extras - set(machine.EXTRAS) == set()
