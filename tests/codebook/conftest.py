"""Code books that a test may change: copies in a folder, read in place of the real ones."""

from __future__ import annotations

import csv
import functools
import gc
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from normalize import codebook

Rows = Callable[[str], list[dict[str, str]]]
CODEBOOK = Path(str(files("normalize") / "codebook"))


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """A copy of the files of the code book."""
    folder = tmp_path / "codebook"
    shutil.copytree(CODEBOOK, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


def rows_of(folder: Path) -> Rows:
    """A reader of the files of a folder."""

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return rows


def forget() -> None:
    """Empty whatever the program remembers of the code books it has read."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper):
            module = getattr(one, "__module__", None) or ""
            if module.startswith(("normalize", "quality")):
                one.cache_clear()


@pytest.fixture
def in_place(books: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Read the copied files in place of the real ones; call it after each change of a file."""
    monkeypatch.setattr(codebook, "rows", rows_of(books))
    forget()
    yield forget
    monkeypatch.undo()
    forget()
