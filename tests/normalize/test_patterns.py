"""Compiled patterns are kept between runs, and whatever is wrong with the file costs only time."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from normalize.words import patterns

WORDS = (r"(?<!หลัก)คะแนน\s*(?P<score>[0-9]{1,3}\.[0-9]{2})", r"\p{Thai}++|(?:ก|ข){e<=1}")
PROGRAM = """
from pathlib import Path
from pipeline.stages import STAGES
from normalize.words import patterns
keep, patterns.keep = patterns.keep, lambda: None
STAGES.report(Path({sample!r}))
print(len(patterns._made))
keep()
"""
SAMPLE = Path(__file__).parents[2] / "data" / "raw" / "sample-full-2567.pdf"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A shelf of its own, empty before and after."""
    kept = tmp_path / "nowhere yet" / "patterns"
    monkeypatch.setattr(patterns, "_file", lambda: kept)
    monkeypatch.setattr(patterns, "_made", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    patterns._known.cache_clear()
    yield kept
    patterns._known.cache_clear()


def again() -> None:
    """As a new process would begin."""
    patterns._made.clear()
    patterns._known.cache_clear()


def test_what_was_kept_is_found_and_means_the_same(file: Path) -> None:
    made = [patterns.compiled(word, regex.IGNORECASE) for word in WORDS]
    patterns.keep()
    again()
    found = [patterns.compiled(word, regex.IGNORECASE) for word in WORDS]
    assert not patterns._made
    for text in ("คะแนน 98.25", "หลักคะแนน 98.25", "ไม่มี", "กข"):
        for before, after in zip(made, found, strict=True):
            one, other = before.search(text), after.search(text)
            assert (one and one.groupdict()) == (other and other.groupdict())
            assert (one and one.span()) == (other and other.span())


def test_other_flags_are_another_pattern(file: Path) -> None:
    patterns.compiled("ita")
    patterns.keep()
    again()
    assert patterns.compiled("ita", regex.IGNORECASE).match("ITA")
    assert not patterns.compiled("ita").match("ITA")


def test_what_is_new_is_added(file: Path) -> None:
    for word in WORDS:
        patterns.compiled(word)
        patterns.keep()
        again()
    for word in WORDS:
        patterns.compiled(word)
    assert not patterns._made


@pytest.mark.parametrize("content", [b"", b"no such thing", b"\xfb", marshal.dumps(7)])
def test_a_damaged_file_is_as_none(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert patterns.compiled(WORDS[0]).search("คะแนน 98.25")
    patterns.keep()
    again()
    assert patterns.compiled(WORDS[0]).search("คะแนน 98.25")
    assert not patterns._made


def test_half_a_file_is_as_none(file: Path) -> None:
    patterns.compiled(WORDS[0])
    patterns.keep()
    file.write_bytes(file.read_bytes()[:-40])
    again()
    assert patterns.compiled(WORDS[0]).search("คะแนน 98.25")


def test_the_file_of_another_regex_is_as_none(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(marshal.dumps(("1999.1.1", {(WORDS[0], 0): b"no pattern"})))
    assert patterns.compiled(WORDS[0]).search("คะแนน 98.25")


def test_nothing_is_written_where_python_may_not(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns.compiled(WORDS[0])
    patterns.keep()
    assert not file.exists()


def test_a_folder_that_cannot_be_made_is_no_error(file: Path) -> None:
    file.parent.write_text("a file where the folder should be")
    patterns.compiled(WORDS[0])
    patterns.keep()
    assert patterns.compiled(WORDS[0]).search("คะแนน 98.25")


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    patterns.compiled(WORDS[0])
    patterns.keep()
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_shelf_grown_too_long_is_begun_again(file: Path) -> None:
    old = {(f"old {n}", 0): b"" for n in range(patterns._MOST)}
    file.parent.mkdir()
    file.write_bytes(marshal.dumps((regex.__version__, old)))
    patterns.compiled(WORDS[0])
    patterns.keep()
    again()
    assert set(patterns._known()) == {(WORDS[0], 0)}


def test_every_run_has_the_same_patterns(tmp_path: Path) -> None:
    # Made of sets, whose order is another in every process, they would be new each time.
    made = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "cache")
        program = PROGRAM.format(sample=str(SAMPLE))
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=environment, capture_output=True, text=True, check=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        made.append(int(done.stdout))
    assert made[0] > 400
    assert made[1] == 0


def test_what_is_no_pattern_is_said(file: Path) -> None:
    with pytest.raises(regex.error):
        patterns.compiled("(")
