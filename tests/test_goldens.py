"""The samples are read as their goldens show, down to places, raw texts and findings."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.conftest import Read
from tests.goldens.report import GOLDENS, golden_path, golden_text, write_goldens
from tests.reports import SAMPLES


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_as_its_golden(pdf: Path, read: Read) -> None:
    golden = golden_path(pdf).read_text(encoding="utf-8").splitlines()
    now = golden_text(read(pdf)).splitlines()
    changes = list(difflib.unified_diff(golden, now, "golden", "now", lineterm="", n=2))
    assert not changes, (
        "\n".join(changes[:60]) + "\nIf the change is meant: python -m tests.goldens.refresh"
    )


def test_every_golden_has_its_sample() -> None:
    assert {path.name for path in GOLDENS.glob("*.json")} == {f"{s.stem}.json" for s in SAMPLES}


def test_refresh_names_only_what_changed(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.goldens.report.GOLDENS", tmp_path)
    reports = [(pdf, read(pdf)) for pdf in SAMPLES[:2]]
    assert [path.name for path in write_goldens(reports)] == [f"{p.stem}.json" for p, _ in reports]
    assert write_goldens(reports) == []
