"""The manual for operations promises only what a test holds, and names limits as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from load.tables import IDS_PER_DOCUMENT
from pipeline.commands.load import MEBIBYTES, PAGES, SECONDS, command

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_test_a_promise_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[a-z_/]+\.py)`", MANUAL))
    assert len(named) > 10
    for name in named:
        assert "def test_" in (ROOT / name).read_text(encoding="utf-8"), name


def test_every_promise_names_a_test() -> None:
    table = MANUAL.partition("| promise | held by |")[2].partition("\n\n")[0]
    for line in table.splitlines()[2:]:
        assert "`tests/" in line, line


@pytest.mark.parametrize(
    "said",
    [
        f"| time | {SECONDS:g} s | `--timeout SECONDS` |",
        f"| memory | {MEBIBYTES} MiB | `--max-memory MIB` |",
        f"| pages | {PAGES} | `--max-pages N` |",
        f"| rows of one kind | {IDS_PER_DOCUMENT - 1:,} |",
    ],
)
def test_limits_are_those_of_the_program(said: str) -> None:
    assert said in MANUAL
    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"`(--(?:timeout|max-[a-z]+)) ", said)) <= options


def test_every_kind_of_finding_it_names_is_in_the_catalogue() -> None:
    catalogue = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    section = MANUAL.partition("## Limits of a file")[2].partition("## Memory")[0]
    kinds = set(re.findall(r"`([a-z]+-(?:[a-z]+-)?(?:pdf|limit|page|remark|database))`", section))
    assert len(kinds) >= 8
    for kind in kinds:
        assert f"| `{kind}` |" in catalogue, kind
