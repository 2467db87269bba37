"""`ita load` with the real stages, on the bundled samples and on files that are none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.pipeline.stored import dump, rows

SAMPLES = Path(__file__).parents[2] / "data" / "raw"
ONE = SAMPLES / "sample-compare-2567.pdf"
OTHER = SAMPLES / "sample-analysis-2566.pdf"


def load(folder: Path, db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["load", str(folder), "--db", str(db), *arguments])


def encrypted(source: Path, target: Path, password: str) -> None:
    with pikepdf.open(source) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="owner", user=password))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two samples among files that cannot be read, each in its own way."""
    folder = tmp_path_factory.mktemp("raw")
    shutil.copy(ONE, folder / "good.pdf")
    encrypted(OTHER, folder / "opens-without-password.pdf", "")
    encrypted(OTHER, folder / "encrypted.pdf", "secret")
    (folder / "truncated.pdf").write_bytes(ONE.read_bytes()[: ONE.stat().st_size // 2])
    (folder / "word.pdf").write_bytes(b"PK\x03\x04 a Word file with the wrong name")
    (folder / "empty.pdf").touch()
    return folder


@pytest.fixture(scope="module")
def db(folder: Path) -> Path:
    return folder.parent / "out" / "ita.db"


@pytest.fixture(scope="module")
def first(folder: Path, db: Path) -> Result:
    return load(folder, db, "--workers", "2")


KINDS = {
    "empty.pdf": "empty-file",
    "encrypted.pdf": "encrypted-pdf",
    "truncated.pdf": "broken-pdf",
    "word.pdf": "not-a-pdf",
}


def test_bad_files_fail_each_with_its_reason_and_the_others_are_loaded(
    first: Result, db: Path
) -> None:
    assert first.exit_code == ExitCode.SOME_FAILED, first.output
    for name in KINDS:
        assert f"{name} failed: " in first.stderr
    failed = "SELECT document_file FROM v_document WHERE status = 'failed' ORDER BY 1"
    assert [name for (name,) in rows(db, failed)] == sorted(KINDS)
    errors = "SELECT document_file, kind FROM v_finding WHERE severity = 'error'"
    assert KINDS.items() <= dict(rows(db, errors)).items()  # type: ignore[arg-type]
    read = (
        "SELECT d.document_file, d.agency_code IS NOT NULL, count(s.score_id) > 0"
        " FROM v_document d LEFT JOIN v_score s USING (document_id)"
        " WHERE d.status <> 'failed' GROUP BY d.document_id ORDER BY 1"
    )
    assert rows(db, read) == [("good.pdf", 1, 1), ("opens-without-password.pdf", 1, 1)]


def test_second_run_loads_nothing(first: Result, folder: Path, db: Path) -> None:
    before = db.read_bytes()
    result = load(folder, db)
    assert result.stdout == "Nothing new: 6 reports already loaded.\n"
    assert db.read_bytes() == before


def test_workers_and_order_of_runs_do_not_change_the_database(
    first: Result, folder: Path, db: Path
) -> None:
    alone = db.with_name("alone.db")
    load(folder, alone, "--workers", "1", "--timeout", "0")
    assert dump(alone) == dump(db)


def test_changed_file_replaces_its_facts_and_prune_removes(folder: Path, tmp_path: Path) -> None:
    raw, db = tmp_path / "raw", tmp_path / "ita.db"
    raw.mkdir()
    shutil.copy(ONE, raw / "report.pdf")
    shutil.copy(ONE, raw / "gone.pdf")
    first = json.loads(load(raw, db, "--json").stdout)
    shutil.copy(OTHER, raw / "report.pdf")
    (raw / "gone.pdf").unlink()
    result = load(raw, db, "--prune", "--json")
    assert result.exit_code == ExitCode.DONE, result.output
    (report,) = json.loads(result.stdout)
    assert report["path"] == "report.pdf"
    assert (report["agency_th"], report["report_year"]) != (
        first[1]["agency_th"],
        first[1]["report_year"],
    )
    fresh = tmp_path / "fresh.db"
    load(raw, fresh)
    assert rows(fresh, "SELECT * FROM v_score") == rows(db, "SELECT * FROM v_score")
