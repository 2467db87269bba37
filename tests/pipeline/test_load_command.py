"""`ita load` as a person runs it, with stages that read text files in place of PDFs."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from pipeline.lock import locked
from pipeline.stages import Stages
from tests.pipeline import fakes
from tests.pipeline.stored import dump, rows

DB = "data/processed/ita.db"


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `data/raw` under the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data" / "raw"
    folder.mkdir(parents=True)
    return folder


def load(*arguments: str | Path, stages: Stages = fakes.STAGES, limit: bool = False) -> Result:
    """Run the command; without limits it reads in this process, which is faster."""
    quick = [] if limit else ["--timeout", "0", "--max-memory", "0", "--workers", "1"]
    return CliRunner().invoke(cli, ["load", *quick, *map(str, arguments)], obj=stages)


def test_folder_becomes_a_database_and_a_table(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "deep").mkdir()
    (raw / "deep" / "b.pdf").write_text("scores 12")
    (raw / "notes.docx").write_text("not a report")
    result = load()
    assert result.exit_code == ExitCode.DONE
    heading, rule, *body = result.stdout.splitlines()
    assert heading.split() == (
        "file district year kind pages scores measures errors warnings notes status".split()
    )
    assert set(rule) == {"-", " "}
    first, second, closing = body
    assert first.split()[0] == "a.pdf"
    assert first.split()[2:] == "2566 วิเคราะห์ผล (analysis) 1 3 0 0 0 0 ok".split()
    assert second.split()[0] == "deep/b.pdf"
    assert closing == "Read 2 reports: data/processed/ita.db holds 2 reports."
    assert "[1/2] a.pdf: ok, 1 page, 3 scores, 0 measures, 0 findings (" in result.stderr
    assert rows(DB, "SELECT document_file, status FROM v_document ORDER BY 1") == [
        ("a.pdf", "ok"),
        ("b.pdf", "ok"),
    ]
    assert [path.name for path in Path("data/processed").iterdir()] == ["ita.db"]


def test_second_run_loads_nothing_and_leaves_the_database_alone(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    load()
    db = Path(DB)
    before = (db.read_bytes(), db.stat().st_mtime_ns, db.stat().st_ino)
    result = load()
    assert result.exit_code == ExitCode.DONE
    assert result.stdout == "Nothing new: 1 report already loaded.\n"
    assert result.stderr == ""
    os.utime(raw / "a.pdf")
    assert load().stdout == "Nothing new: 1 report already loaded.\n"
    assert (db.read_bytes(), db.stat().st_mtime_ns, db.stat().st_ino) == before


def test_force_reads_again_and_gives_the_same_database(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    load()
    before = dump(DB)
    result = load("--force")
    assert result.stdout.splitlines()[-1].startswith("Read 1 report:")
    assert dump(DB) == before


def test_changed_file_replaces_its_own_facts_only(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "b.pdf").write_text("scores 5")
    load()
    (raw / "a.pdf").write_text("scores 4")  # as many bytes as before
    result = load()
    assert result.stdout.splitlines()[-1] == (
        "Read 1 report, 1 already loaded: data/processed/ita.db holds 2 reports."
    )
    assert "b.pdf" not in result.stdout
    counts = rows(DB, "SELECT document_file, count(*) FROM v_score GROUP BY 1 ORDER BY 1")
    assert counts == [("a.pdf", 4), ("b.pdf", 5)]


def test_other_version_of_the_code_reads_again(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "a.pdf").write_text("scores 3")
    load()
    monkeypatch.setattr("pipeline.run.reader_version", lambda: "another")
    assert "Read 1 report:" in load().stdout
    assert "Nothing new" in load().stdout


def test_failed_file_is_reported_stored_and_told_by_the_exit_code(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "b.pdf").write_text("broken")
    result = load()
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "[2/2] b.pdf: failed (" in result.stderr
    said = "b.pdf failed: The file ends too early - b.pdf - get a whole copy."
    assert said in result.stderr.splitlines()
    assert result.stdout.splitlines()[-1].startswith("Read 2 reports, 1 failed:")
    assert rows(DB, "SELECT document_file, status, text_source FROM v_document ORDER BY 1") == [
        ("a.pdf", "ok", "text"),
        ("b.pdf", "failed", None),
    ]
    assert rows(DB, "SELECT document_file, severity, kind FROM v_finding") == [
        ("b.pdf", "error", "broken-pdf")
    ]
    again = load()
    assert again.exit_code == ExitCode.SOME_FAILED
    assert again.stdout == "Nothing new: 2 reports already loaded.\n"
    assert "b.pdf failed: Failed when it was read before" in again.stderr


def test_first_of_many_errors_is_printed(raw: Path) -> None:
    (raw / "a.pdf").write_text("scan")
    result = load()
    assert result.exit_code == ExitCode.SOME_FAILED
    said = "a.pdf failed: Nothing can be read; and 2 more errors in v_finding."
    assert said in result.stderr.splitlines()


def test_report_that_breaks_a_rule_of_the_database_fails_alone(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "b.pdf").write_text("refused 2")
    (raw / "c.pdf").write_text("scores 4")
    result = load()
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "b.pdf failed: The database refuses what was read (UNIQUE constraint" in result.stderr
    assert result.stdout.splitlines()[-1].startswith("Read 3 reports, 1 failed:")
    assert rows(DB, "SELECT document_file, kind FROM v_finding WHERE severity = 'error'") == [
        ("b.pdf", "refused-by-database")
    ]
    counts = "SELECT document_file, count(*) FROM v_score GROUP BY document_file ORDER BY 1"
    assert rows(DB, counts) == [("a.pdf", 3), ("c.pdf", 4)]


def test_facts_of_the_same_bytes_outlive_a_refusal(raw: Path) -> None:
    (raw / "a.pdf").write_text("refused 2")
    load(stages=fakes.TOLERANT)
    before = dump(DB)
    result = load("--force")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "What was read from it before is kept." in result.stderr
    assert dump(DB) == before


def test_facts_of_the_same_bytes_outlive_a_failed_reading(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    load()
    before = dump(DB)
    result = load("--force", stages=fakes.REGRESSED)
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "What was read from it before is kept." in result.stderr
    assert "RuntimeError: the check fell over" in result.stderr
    assert dump(DB) == before


def test_facts_of_other_bytes_do_not(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    load()
    (raw / "a.pdf").write_text("broken")
    assert load().exit_code == ExitCode.SOME_FAILED
    assert rows(DB, "SELECT status FROM v_document") == [("failed",)]
    assert rows(DB, "SELECT count(*) FROM v_score") == [(0,)]


def test_gone_file_is_kept_and_said_until_prune(raw: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (raw / name).write_text(f"scores {len(name)} ")
    load()
    (raw / "a.pdf").unlink()
    result = load()
    assert result.exit_code == ExitCode.DONE
    assert "No longer in the folder, but kept (--prune removes): a.pdf." in result.stderr
    assert len(rows(DB, "SELECT 1 FROM v_document")) == 3
    result = load("--prune")
    assert "Removed: a.pdf." in result.stderr
    assert rows(DB, "SELECT document_file FROM v_document ORDER BY 1") == [("b.pdf",), ("c.pdf",)]
    assert "Removed" not in load("--prune").stderr


def test_named_files_say_nothing_of_gone_ones(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 1")
    (raw / "b.pdf").write_text("scores 2")
    load()
    assert "No longer" not in load(raw / "a.pdf").stderr
    result = load(raw / "a.pdf", "--prune")
    assert result.exit_code == ExitCode.USAGE
    assert len(rows(DB, "SELECT 1 FROM v_document")) == 2


def test_copies_of_a_file_are_mentioned(raw: Path) -> None:
    for name in ("a.pdf", "copy of a.pdf", "b.pdf"):
        (raw / name).write_text("scores 1" if "a" in name else "scores 2")
    assert "loaded more than once: a.pdf, copy of a.pdf." in load().stderr


def test_json_is_data_and_nothing_else(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "b\u202e\n.pdf").write_text("broken")
    result = load("--json")
    assert result.exit_code == ExitCode.SOME_FAILED
    first, second = json.loads(result.stdout)
    assert (first["path"], first["scores"], first["report_year"]) == ("a.pdf", 3, 2566)
    assert (second["path"], second["status"]) == ("b\u202e\n.pdf", "failed")
    assert "\u202e" not in result.output
    again = load("--json")
    assert json.loads(again.stdout) == [first, second]
    assert "Nothing new" in again.stderr


def test_library_that_prints_does_not_spoil_the_data(raw: Path, tmp_path: Path) -> None:
    (raw / "a.pdf").write_text("prints 3")
    result = load("--json", limit=True)
    assert json.loads(result.stdout)[0]["scores"] == 3


def test_empty_folder_says_so_and_touches_nothing(raw: Path) -> None:
    result = load("--prune")
    assert result.exit_code == ExitCode.NO_REPORTS
    assert result.stdout == ""
    assert "No report found in data/raw" in result.stderr
    assert not Path("data/processed").exists()


def test_missing_folder_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "There is no folder data/raw here" in load().stderr
    result = load("no\nwhere")
    assert result.exit_code == ExitCode.USAGE
    assert "There is no file or folder no\\nwhere." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_file_of_another_kind_is_reported_and_the_others_loaded(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "notes.docx").write_text("x")
    result = load(raw / "a.pdf", raw / "notes.docx")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "notes.docx: not a kind of file that can be read; name one of: .htm" in result.stderr
    assert rows(DB, "SELECT document_file FROM v_document") == [("a.pdf",)]
    assert load(raw / "notes.docx").exit_code == ExitCode.NO_REPORTS


def test_two_files_of_one_name_are_a_usage_error(raw: Path) -> None:
    for folder in ("1", "2"):
        (raw / folder).mkdir()
        (raw / folder / "a.pdf").write_text(f"scores {folder}")
    result = load(raw / "1", raw / "2")
    assert result.exit_code == ExitCode.USAGE
    assert "would both be called a.pdf" in result.stderr
    assert load(raw).exit_code == ExitCode.DONE


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("-rf.pdf", "-rf.pdf"),
        ("a\nb.pdf", "a\\nb.pdf"),
        ("\x1b[2J.pdf", "\\x1b[2J.pdf"),
        ('it\'s "so"; DROP TABLE.pdf', 'it\'s "so"; DROP TABLE.pdf'),
        ("x\u202efdp.pdf", "x\\u202efdp.pdf"),
        (os.fsdecode(b"caf\xe9.pdf"), "caf\\\\xe9.pdf"),
    ],
)
@pytest.mark.parametrize("content", ["scores 3", "broken", "bug"])
def test_strange_names_are_printed_escaped(
    raw: Path, name: str, printed: str, content: str
) -> None:
    (raw / name).write_text(content)
    result = load()
    assert result.exit_code == (content != "scores 3")
    assert f"] {printed}: " in result.stderr
    assert result.output.replace("\n", "").isprintable()
    assert result.stdout.splitlines()[2].startswith(f"{printed}  ")
    assert len(rows(DB, "SELECT 1 FROM v_document")) == 1
    assert "Nothing new" in load().stdout


def test_foreign_database_is_left_alone(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    other = Path("other.db")
    other.write_text("something else entirely")
    result = load("--db", other)
    assert result.exit_code == ExitCode.DATABASE
    assert "other.db" in result.stderr
    assert other.read_text() == "something else entirely"


def test_database_that_cannot_be_written_is_told(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    Path("file").write_text("no folder")
    result = load("--db", "file/ita.db")
    assert result.exit_code == ExitCode.DATABASE
    assert "Cannot write in file" in result.stderr


def test_second_load_at_the_same_time_names_the_first(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    with locked(Path("ita.db")):
        result = load("--db", "ita.db")
    assert result.exit_code == ExitCode.DATABASE
    assert f"Another load (process {os.getpid()}) is at work on ita.db" in result.stderr
    assert not Path("ita.db").exists()
    assert load("--db", "ita.db").exit_code == ExitCode.DONE


def test_database_of_another_version_is_made_anew_from_a_folder(raw: Path) -> None:
    (raw / "a.pdf").write_text("scores 3")
    (raw / "b.pdf").write_text("scores 4")
    load("--db", "ita.db")
    with sqlite3.connect("ita.db") as connection:
        connection.execute("PRAGMA user_version = 99999")
    connection.close()
    result = load(raw / "a.pdf", "--db", "ita.db")
    assert result.exit_code == ExitCode.DATABASE
    result = load("--db", "ita.db")
    assert result.exit_code == ExitCode.DONE
    assert "ita.db was of another version of this program" in result.stderr
    assert len(rows("ita.db", "SELECT 1 FROM v_document")) == 2


def test_number_of_workers_does_not_change_the_database(raw: Path) -> None:
    for number in range(12):
        (raw / f"{number}.pdf").write_text(f"{'slow' if number == 0 else 'scores'} {number}")
    (raw / "x.pdf").write_text("broken")
    for workers in ("1", "2"):
        result = load("--workers", workers, "--db", f"{workers}.db", limit=True)
        assert result.exit_code == ExitCode.SOME_FAILED
    assert dump("1.db") == dump("2.db")


def test_process_that_dies_and_one_that_hangs_stop_nobody(raw: Path) -> None:
    (raw / "a.pdf").write_text("dies")
    (raw / "b.pdf").write_text("hangs")
    (raw / "c.pdf").write_text("scores 3")
    result = load("--timeout", "5", "--workers", "2", limit=True)
    assert result.exit_code == ExitCode.SOME_FAILED
    assert rows(DB, "SELECT document_file, kind FROM v_finding ORDER BY 1") == [
        ("a.pdf", "reader-died"),
        ("b.pdf", "time-limit"),
    ]
    assert rows(DB, "SELECT count(*) FROM v_score") == [(3,)]


def test_file_beyond_a_limit_fails_with_the_option_that_raises_it(raw: Path) -> None:
    (raw / "a.pdf").write_text("greedy 200")
    (raw / "b.pdf").write_text("pages 9")
    (raw / "c.pdf").write_text("scores 3")
    result = load("--max-memory", "150", "--max-pages", "8", "--workers", "1", limit=True)
    assert result.exit_code == ExitCode.SOME_FAILED
    said = "a.pdf failed: Reading needed more memory than the 150 MiB it may use and was stopped"
    assert f"{said} - a.pdf - load it with --force and a higher --max-memory." in result.stderr
    assert rows(DB, "SELECT document_file, kind FROM v_finding ORDER BY 1") == [
        ("a.pdf", "memory-limit"),
        ("b.pdf", "page-limit"),
    ]
    assert rows(DB, "SELECT count(*) FROM v_score") == [(3,)]
    higher = load(
        "--force", "--max-memory", "400", "--max-pages", "9", "--workers", "1", limit=True
    )
    assert higher.exit_code == ExitCode.DONE
