from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline import version


@pytest.fixture
def stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three packages that stand for the reading stages."""
    for name in ("read_stage", "name_stage", "check_stage"):
        folder = tmp_path / name
        (folder / "codebook").mkdir(parents=True)
        (folder / "__init__.py").write_text("")
        (folder / "codebook" / "items.csv").write_text("code\nI1\n")
    monkeypatch.setattr(version, "STAGES", ("read_stage", "name_stage", "check_stage"))
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_version_is_the_same_until_something_changes(stages: Path) -> None:
    before = version.reader_version()
    assert version.reader_version() == before
    assert len(before) == 16
    (stages / "read_stage" / "__pycache__").mkdir()
    (stages / "read_stage" / "__pycache__" / "x.pyc").write_text("compiled")
    (stages / "read_stage" / ".swp").write_text("an editor's")
    assert version.reader_version() == before


@pytest.mark.parametrize("name", ["read_stage/__init__.py", "check_stage/codebook/items.csv"])
def test_changed_code_or_code_book_is_another_version(stages: Path, name: str) -> None:
    before = version.reader_version()
    (stages / name).write_text("code\nI1\nI2\n")
    assert version.reader_version() != before


def test_new_and_moved_files_are_another_version(stages: Path) -> None:
    before = version.reader_version()
    (stages / "read_stage" / "new.py").write_text("")
    added = version.reader_version()
    (stages / "read_stage" / "new.py").rename(stages / "read_stage" / "renamed.py")
    assert len({before, added, version.reader_version()}) == 3


def test_stages_are_found_without_being_imported(stages: Path) -> None:
    version.reader_version()
    assert "read_stage" not in sys.modules


def test_real_stages_have_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = version.reader_version()
    monkeypatch.setattr(version, "FOUNDATIONS", ())
    assert version.reader_version() != before
