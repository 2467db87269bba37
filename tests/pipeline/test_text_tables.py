from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.hostile.make import FILES, make

ROOT = Path(__file__).parents[2]
PDFS = ROOT / "tests" / "characters" / "pdf"
WORDS = PDFS / "chromium-sarabun.pdf"
SAMPLE = ROOT / "data" / "raw" / "sample-progress-2567.pdf"


def ita(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def bad_pdf(folder: Path) -> Path:
    path = folder / "bad.pdf"
    path.write_bytes(b"%PDF-1.4\nnothing more")
    return path


def test_text_prints_words_as_printed_and_nothing_else() -> None:
    result = ita("text", WORDS)
    assert result.exit_code == ExitCode.DONE
    assert not result.stderr
    first, second = result.stdout.split("\f")
    assert first.splitlines()[1] == "1\tกำ\tกำ\t36\tเป๋า\tเป๋า"
    assert "เจ้าหน้าที่\tเจ้าหน้าที่" in first
    assert second.startswith("ประโยค\t")


def test_text_numbers_pages_when_asked() -> None:
    result = ita("text", "--number-pages", WORDS)
    assert [x for x in result.stdout.splitlines() if x.startswith("[page")] == [
        "[page 1]",
        "[page 2]",
    ]


def test_text_names_each_of_several_files() -> None:
    result = ita("text", WORDS, PDFS / "chromium-loma.pdf")
    heads = [line for line in result.stdout.splitlines() if line.startswith("==>")]
    assert heads == ["==> chromium-sarabun.pdf <==", "==> chromium-loma.pdf <=="]


@pytest.mark.parametrize("command", ["text", "tables"])
def test_a_bad_file_is_named_and_the_others_are_printed(command: str, tmp_path: Path) -> None:
    result = ita(command, bad_pdf(tmp_path), WORDS)
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "bad.pdf" in result.stderr
    assert "น้ำ" in result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["text", "tables"])
@pytest.mark.parametrize("name", ["missing.pdf", "notes.docx", "."])
def test_what_is_no_pdf_is_a_usage_error(command: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK")
    result = ita(command, tmp_path / name)
    assert result.exit_code == ExitCode.USAGE
    assert not result.stdout


@pytest.mark.parametrize("command", ["text", "tables"])
def test_without_files_it_is_a_usage_error(command: str) -> None:
    assert ita(command).exit_code == ExitCode.USAGE


def test_tables_as_markdown() -> None:
    result = ita("tables", WORDS)
    assert result.exit_code == ExitCode.DONE
    assert result.stdout.startswith("## chromium-sarabun.pdf: table 1 (page 1)\n\n| ที่ | คำ |")
    assert "| 1 | กำ | กำ | 36 | เป๋า | เป๋า |" in result.stdout


def test_tables_as_csv_hold_every_cell() -> None:
    result = ita("tables", "--format", "csv", WORDS)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    truth = json.loads(WORDS.with_suffix(".json").read_text(encoding="utf-8"))["tables"]
    assert [row["c1"] for row in rows if row["table"] == "1"] == [row[0] for row in truth[0]]
    assert {row["page"] for row in rows if row["table"] == "2"} == {"2"}


def test_tables_as_json_tell_how_far_cells_reach() -> None:
    result = ita("tables", "--format", "json", SAMPLE)
    assert result.exit_code == ExitCode.DONE
    tables = json.loads(result.stdout)
    cells = [cell for table in tables for cell in table["cells"]]
    assert any(cell["row_span"] > 1 for cell in cells)
    assert any(len({place["page"] for place in cell["places"]}) > 1 for cell in cells)


def test_unknown_format_is_a_usage_error() -> None:
    assert ita("tables", "--format", "xlsx", WORDS).exit_code == ExitCode.USAGE


def test_a_reader_that_stops_listening_is_no_error() -> None:
    code = "from pipeline.cli import main; main()"
    run = subprocess.Popen(
        [sys.executable, "-c", code, "text", *[str(WORDS)] * 3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == b""
    run.wait(timeout=60)


@pytest.mark.parametrize("name", ["box-loop.pdf", "map-endless-cid.pdf"])
def test_a_hostile_file_is_named_and_the_next_one_is_printed(name: str, tmp_path: Path) -> None:
    make([file for file in FILES if file.name == name], tmp_path)
    result = ita("text", tmp_path / name, WORDS)
    assert result.exit_code == ExitCode.SOME_FAILED
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert "--force" not in result.stderr
    assert "น้ำ" in result.stdout
