"""Every example of the manual and of a command's help is typed as it stands, and does something.

They are about the bundled samples; `report.pdf` stands for any report and `my-reports` for a folder
of one's own. What follows a ``>``, ``|`` or ``#`` belongs to the shell and is left out.
"""

from __future__ import annotations

import importlib
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import COMMANDS, cli
from tests.reports import SAMPLES

ROOT = Path(__file__).parents[1]
# `ita browse` answers until Ctrl-C, `ita doctor` is about this machine; their own tests ask them.
NOT_TYPED = ("ita browse", "ita doctor")
PLACEHOLDER = re.compile(r"\.\.\.|\b(NAME|FILE|PATH|DIR|WORD|YEAR)\b")


def of_the_manual() -> list[str]:
    pages = sorted((ROOT / "docs").glob("*.md"))
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    return re.findall(r"^    (?:\$ )?(ita .*)$", text, re.MULTILINE)


def of_the_help() -> list[str]:
    helps = [importlib.import_module(module).command.help or "" for module in COMMANDS.values()]
    return [line.strip() for text in helps for line in re.findall(r"^ +(ita .*)$", text, re.M)]


def examples() -> list[str]:
    """Each once, without what the shell does with it; forms of use are no examples."""
    typed = [re.split(r" +[>|#]", line)[0].strip() for line in (*of_the_manual(), *of_the_help())]
    return [
        line
        for line in dict.fromkeys(typed)
        if not PLACEHOLDER.search(line) and not line.startswith(NOT_TYPED)
    ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder like that of the project, with what the examples speak of, as the current one."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("data/raw", "data/processed", "my-reports", "docs"):
        (folder / name).mkdir(parents=True)
    for sample in SAMPLES:
        shutil.copy(sample, folder / "data" / "raw")
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    shutil.copy(SAMPLES[0], folder / "my-reports")
    shutil.copy(SAMPLES[0], folder / "report.pdf")
    shutil.copy(SAMPLES[0], folder / "data" / "raw" / "long-report.pdf")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for line in ("ita load", "ita load my-reports --db my.db"):
            assert typed(line).exit_code == 0
        yield folder


def typed(line: str) -> Result:
    words = [
        found
        for word in shlex.split(line)[1:]
        for found in (sorted(map(str, Path().glob(word))) if word == "*.pdf" else [word])
    ]
    return CliRunner().invoke(cli, words)


def test_there_are_examples_of_every_command() -> None:
    told = {line.split()[1] for line in (*of_the_manual(), *of_the_help())}
    assert told == set(COMMANDS)
    assert len(examples()) > 40


@pytest.mark.parametrize("line", examples())
def test_example(line: str, desk: Path) -> None:
    result = typed(line)
    assert result.exit_code == 0, f"{line}\n{result.output}"
    assert result.output


def test_a_number_of_months_is_told_as_one_says_it(desk: Path) -> None:
    lines = typed("ita explain 129965042000003 --kind measure").output.splitlines()
    assert "  monitoring months 6" in lines
