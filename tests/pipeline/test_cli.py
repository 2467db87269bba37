from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import COMMANDS, cli
from pipeline.exit_codes import ExitCode

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "numpy", "pythainlp", "pdfplumber", "pdfminer", "sqlalchemy", "multiprocessing")


@pytest.mark.parametrize("arguments", [["--help"], ["load", "--help"], ["--version"]])
def test_starting_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from pipeline.cli import cli\n"
        "cli(sys.argv[1:], standalone_mode=False)\n"
        f"heavy = [name for name in {HEAVY} if name in sys.modules]\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(cli, ["--help"])
    assert result.exit_code == 0
    for name in COMMANDS:
        assert f"  {name}" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_exit_codes(name: str) -> None:
    command = importlib.import_module(COMMANDS[name]).command
    assert isinstance(command, click.Command)
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert f"\n  Examples:\n    ita {name}" in result.output, "an example is a line of its own"
    assert "Exit codes:" in result.output
    meanings = getattr(importlib.import_module(COMMANDS[name]), "CODES", None)
    for code, meaning in (meanings or {code: code.meaning for code in ExitCode}).items():
        assert f"  {code.value:<4} {meaning}" in result.output


def test_unknown_command_is_a_usage_error() -> None:
    result = CliRunner().invoke(cli, ["lod"])
    assert result.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_manual(name: str) -> None:
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"## ita {name}" in manual
    command = importlib.import_module(COMMANDS[name]).command
    for parameter in command.params:
        for option in getattr(parameter, "secondary_opts", []) + parameter.opts:
            assert not option.startswith("--") or f"`{option}" in manual


def test_every_exit_code_is_in_the_manual() -> None:
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for code in ExitCode:
        assert f"| {code.value} | {code.meaning} |" in manual
