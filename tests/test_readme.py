"""What the README, the tutorial and docs/cite.md show is what happens: each command is typed.

In these pages an ``sh`` block is what the reader types, and a ``text`` block right below it what
then appears, standard error included; a line ``...`` stands for any lines. A comment above a block
says what is otherwise: ``<!-- not run: why -->``, or ``<!-- file: name -->`` for a block to save.
Run times, versions and the like differ from run to run and are masked. When a change of the output
is meant, ``python -m tests.test_readme`` writes it into the pages.
"""

from __future__ import annotations

import configparser
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS

ROOT = Path(__file__).parents[1]
ENGLISH, THAI = ROOT / "README.md", ROOT / "README.th.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
CITING = ROOT / "docs" / "cite.md"
DEPENDENCIES = ROOT / "docs" / "dependencies.md"
SHOWN = (ENGLISH, TUTORIAL, CITING)
# What was made by others, or by make, lies in folders that begin with a dot.
PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(part.startswith(".") for part in page.relative_to(ROOT).parts)
)

_BLOCK = re.compile(
    r"(?:^<!-- (?P<note>[a-z ]+): (?P<said>.+?) -->\n)?"
    r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$"
    r"(?:\n\n```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_MASKS = (
    (re.compile(r"\b[0-9.]+ s\b"), "# s"),
    (re.compile(r"\b[0-9a-f]{16,}\b"), "#"),
    (re.compile(r"\b[0-9.]+ [MG]B\b"), "# MB"),
    (re.compile(r"\b20\d\d-\d\d-\d\d \d\d:\d\d UTC by version \S+"), "# UTC by version #"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page with the output shown below it, if any."""

    kind: str
    body: str
    output: str | None
    note: str | None
    said: str | None

    @property
    def run(self) -> bool:
        return self.kind == "sh" and self.note != "not run"


def blocks(page: Path) -> list[Block]:
    """The blocks of a page that a reader types or saves, in order."""
    return [as_block(m) for m in _BLOCK.finditer(page.read_text(encoding="utf-8"))]


def as_block(found: re.Match[str]) -> Block:
    """The block of a match of ``_BLOCK``."""
    return Block(found["kind"], found["body"], found["output"], found["note"], found["said"])


def masked(output: str) -> list[str]:
    """The lines of an output without what differs from run to run."""
    for pattern, mask in _MASKS:
        output = pattern.sub(mask, output)
    return [line.rstrip() for line in output.splitlines()]


def fits(shown: list[str], got: list[str]) -> bool:
    """Whether lines are those shown, ``...`` standing for any number of them."""
    if not shown:
        return not got
    if shown[0] == "...":
        return any(fits(shown[1:], got[start:]) for start in range(len(got) + 1))
    return bool(got) and shown[0] == got[0] and fits(shown[1:], got[1:])


class Desk:
    """A copy of the project as a reader has it after the installing, with the samples."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("Makefile", "setup.cfg", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        (folder / "data" / "processed").mkdir(parents=True)
        (folder / "data" / "raw").mkdir()
        for sample in sorted((ROOT / "data" / "raw").glob("sample-*")):
            shutil.copy(sample, folder / "data" / "raw")
        self._install()

    def _install(self) -> None:
        """A .venv that is this environment, newer than the settings: make installs nothing."""
        programs = self.folder / ".venv" / "bin"
        programs.mkdir(parents=True)
        (programs / "activate").touch()
        start = '-c "from pipeline.cli import main; main()"'
        for name, arguments in (("ita", start), ("python", "")):
            (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
            (programs / name).chmod(0o755)
        (self.folder / ".venv" / ".installed-runtime").touch()

    def typed(self, body: str) -> str:
        """What appears when these lines are typed."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
            "PATH": f"{self.folder}/.venv/bin:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        }
        run = subprocess.run(
            ["/bin/sh", "-c", body],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return run.stdout if run.returncode == 0 else f"{run.stdout}[ended with {run.returncode}]\n"


@cache
def transcripts() -> dict[Path, list[tuple[Block, str]]]:
    """The blocks that are run, page after page at one desk, with what appeared."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        return {page: [*_typed(page, desk)] for page in SHOWN}


def _typed(page: Path, desk: Desk) -> Iterator[tuple[Block, str]]:
    for block in blocks(page):
        if block.note == "file" and block.said:
            (desk.folder / block.said).write_text(block.body, encoding="utf-8")
        elif block.run:
            yield block, desk.typed(block.body)


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_commands_do_what_the_page_shows(page: Path) -> None:
    """Each command ends well and prints what the page shows, if it shows anything."""
    assert transcripts()[page]
    for block, output in transcripts()[page]:
        assert "[ended with " not in output, f"{block.body}{output}"
        if block.output is None:
            continue
        shown, got = masked(block.output), masked(output)
        changes = difflib.unified_diff(shown, got, page.name, "now", lineterm="", n=1)
        assert fits(shown, got), (
            f"{block.body}" + "\n".join(changes) + "\nIf it is meant: python -m tests.test_readme"
        )


def test_both_readmes_show_the_same_commands() -> None:
    assert blocks(THAI) == blocks(ENGLISH)


@pytest.mark.parametrize("page", [ENGLISH, THAI], ids=lambda page: page.name)
def test_readme_has_a_line_for_every_command_and_no_other(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `ita (\w+)", text, re.MULTILINE)) == set(COMMANDS)
    assert set(re.findall(r"`ita (\w+)", text)) <= set(COMMANDS)


def linked(page: Path) -> set[tuple[Path, str]]:
    """Files of the project a page links to, each with the heading it names, if any."""
    links = re.findall(r"\]\(([^)#:\s]*)(?:#([^)\s]+))?\)", page.read_text(encoding="utf-8"))
    return {((page.parent / link).resolve() if link else page, part) for link, part in links}


def anchors(page: Path) -> set[str]:
    """The headings of a page as the addresses they get: in small letters, blanks as hyphens."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, part in linked(page):
        assert target.exists(), target
        assert not part or part in anchors(target), f"{target.name}#{part}"


def test_every_page_of_the_docs_can_be_found_from_the_readme() -> None:
    found = {ENGLISH}
    for _ in PAGES:
        found |= {to for page in found if page.suffix == ".md" for to, _ in linked(page)}
    docs = {page for page in (ROOT / "docs").iterdir() if page.suffix in (".md", ".ipynb")}
    assert docs - found == set()


def test_every_dependency_has_its_reason() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    named = settings["options"]["install_requires"]
    named += "\n".join(settings["options.extras_require"].values())
    wanted = {
        line.lower()
        for line in re.findall(r"^([\w.-]+)", named.replace(" ", ""), re.MULTILINE)
        if line != settings["metadata"]["name"]
    }
    told = re.findall(r"^\| \[?`?([\w.-]+)", DEPENDENCIES.read_text(encoding="utf-8"), re.MULTILINE)
    assert wanted <= {name.lower() for name in told}


def test_citation_names_the_version() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {settings['metadata']['version']}\n" in citation
    assert f"\nlicense: {settings['metadata']['license']}\n" in citation


def test_ellipsis_stands_for_any_lines() -> None:
    assert fits(["...", "b"], ["x", "a", "b"])
    assert fits(["a", "..."], ["a"])
    assert not fits(["...", "b"], ["b", "c"])
    assert not fits(["a"], ["b"])


def rewritten(text: str, seen: list[tuple[Block, str]]) -> str:
    """A page with what was seen below its commands."""
    runs = iter(seen)

    def one(match: re.Match[str]) -> str:
        if not as_block(match).run:
            return match[0]
        block, output = next(runs)
        if block.output is None or fits(masked(block.output), masked(output)):
            return match[0]
        return match[0][: match.start("output") - match.start()] + _after(block, output) + "```"

    return _BLOCK.sub(one, text)


def _after(block: Block, output: str) -> str:
    """The output to show; where ``...`` opens the block, from the line on that stood below it."""
    opening, _, rest = (block.output or "").partition("\n")
    start = output.find(rest.partition("\n")[0] + "\n") if opening == "..." else 0
    if start < 0:
        print(f"To be shortened by hand:\n{block.body}", file=sys.stderr)
    return ("...\n" if start > 0 else "") + output[max(start, 0) :]


def refresh() -> None:
    """Write what appears now into the pages; the Thai one shows what the English one does."""
    for page in (*SHOWN, THAI):
        seen = transcripts()[ENGLISH if page == THAI else page]
        page.write_text(rewritten(page.read_text(encoding="utf-8"), seen), encoding="utf-8")


if __name__ == "__main__":
    refresh()
