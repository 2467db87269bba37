from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import COMMANDS, cli
from pipeline.exit_codes import ExitCode

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
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


def section(heading: str) -> str:
    """A section of the manual, up to the next one."""
    (found,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", MANUAL, re.MULTILINE | re.DOTALL)
    return str(found)


def options_of(name: str) -> dict[str, click.Parameter]:
    """The long options of a command, also the negative ones."""
    command = importlib.import_module(COMMANDS[name]).command
    return {
        option: parameter
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("--")
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_section_of_its_command_and_no_other(name: str) -> None:
    text = section(f"ita {name}")
    usage = "".join(line for line in text.splitlines(True) if line.startswith("    "))
    told = set(re.findall(r"`(--[a-z-]+)", text))
    for option, parameter in options_of(name).items():
        assert option in told, option
        assert option in usage, f"{option} is not in the usage"
        if isinstance(parameter.type, click.Choice):
            assert all(f"`{one}`" in text or f" {one}`" in text for one in parameter.type.choices)
    assert told <= set(options_of(name))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_exit_code_is_in_the_manual(name: str) -> None:
    """Those of a command stand under its name, and nothing else stands there."""
    tables = re.findall(r"^### (.*)\n((?:(?!###).*\n)*)", section("Exit codes"), re.MULTILINE)
    (table,) = [text for heading, text in tables if f"ita {name}" in heading.split(", ")]
    codes = getattr(importlib.import_module(COMMANDS[name]), "CODES", None)
    meanings = codes or {code: code.meaning for code in ExitCode}
    told = dict(re.findall(r"^\| ([0-9]+) \| (.*) \|$", table, re.MULTILINE))
    assert told == {str(code.value): meaning for code, meaning in meanings.items()}


def test_the_manual_has_no_command_there_is_not() -> None:
    assert set(re.findall(r"^## ita (\w+)$", MANUAL, re.MULTILINE)) == set(COMMANDS)
