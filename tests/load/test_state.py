"""What a run asks a database: which files it holds, and what became of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from load.build import refresh
from load.errors import LoadError
from load.state import LoadedFile, loaded_files
from load.summary import Summary, summaries
from tests.load.reports import FAILED, incoming


def test_no_database_holds_no_files(tmp_path: Path) -> None:
    assert loaded_files(tmp_path / "none.db") == {}
    assert summaries(tmp_path / "none.db") == []
    assert list(tmp_path.iterdir()) == []


def test_loaded_files(db: Path) -> None:
    files = loaded_files(db)
    assert list(files) == ["2567/full.pdf", "plan.pdf"]
    assert files["2567/full.pdf"] == LoadedFile(
        path="2567/full.pdf",
        document_file="full.pdf",
        sha256="a" * 64,
        reader_version="v1",
        size=12345,
        modified_ns=1_700_000_000_000_000_001,
        status="partial",
    )


def test_summaries(db: Path) -> None:
    refresh(db, [incoming("broken.pdf", FAILED)])
    full, broken, plan = summaries(db)
    assert full == Summary(
        path="2567/full.pdf",
        document_file="full.pdf",
        agency_th="หนองจอก",
        agency_en="Nong Chok",
        report_year=2567,
        assessment_year=2567,
        doc_type="analysis",
        pages=3,
        scores=9,
        measures=2,
        weaknesses=2,
        findings_error=1,
        findings_warning=1,
        findings_info=1,
        text_source="text",
        status="partial",
    )
    assert (broken.status, broken.pages, broken.agency_th, broken.text_source) == (
        "failed",
        0,
        None,
        None,
    )
    assert (plan.measures, plan.scores, plan.findings_error) == (1, 0, 0)


def test_asking_does_not_wait_for_sqlalchemy() -> None:
    code = "import sys, load.state, load.summary; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_damaged_database_is_said(db: Path) -> None:
    size = db.stat().st_size
    with db.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(LoadError, match=r"ita\.db: cannot be read"):
        loaded_files(db)
