"""`ita inspect`: every row of every table, and the page with everything drawn on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from extract.fonts.render_page import BLUE, GREEN, ORANGE, PURPLE, TEAL
from extract.read import read_document
from normalize.report import read_report
from normalize.trace import Trace, TracedRow, trace
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from quality.check import check_report
from tests.reports import LAYOUTS, SAMPLES

RAW = Path(__file__).parents[2] / "data" / "raw"
FULL = RAW / "sample-full-2567.pdf"
PROGRESS = RAW / "sample-progress-2567.pdf"
ALL = [*SAMPLES, *sorted(LAYOUTS.glob("*.pdf"))]


def traced(path: Path) -> Trace:
    document = read_document(path)
    return trace(document, check_report(read_report(document)))


def inspect(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["inspect", *arguments])


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_fact_of_a_table_is_in_one_of_its_rows(path: Path) -> None:
    document = read_document(path)
    report = check_report(read_report(document))
    found = trace(document, report)
    shown = {f.place for t in found.tables for row in t.rows for f in row.facts}
    shown |= {f.place for f in found.prose}
    read = {m.source.place for s in report.scores for m in s.mentions}
    read |= {source.place for m in report.measures for _, source in m.sources}
    read |= {w.source.place for w in report.weaknesses}
    assert read == shown


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_row_became_something_or_has_a_reason(path: Path) -> None:
    for one in traced(path).tables:
        for row in one.rows:
            assert row.facts or row.continues or row.remark, (one.kind, row)


def row_with(found: Trace, label: str) -> TracedRow:
    return next(
        row for t in found.tables for row in t.rows if label in [fact.label for fact in row.facts]
    )


def test_a_row_is_told_with_section_items_and_facts() -> None:
    found = traced(PROGRESS)
    row = row_with(found, "I8 79.62")
    assert (row.section, row.codes, row.remark) == ("2", ("I8",), None)
    assert "M3 measure" in [fact.label for fact in row.facts]
    below = row_with(found, "I9 84.57")
    assert "M3 measure" in below.continues
    remarks = [row.remark for row in found.tables[0].rows]
    assert remarks[:3] == ["header", "section: IIT", "section: indicator 1"]


def test_a_table_that_is_ignored_says_why() -> None:
    found = traced(FULL)
    weights = next(t for t in found.tables if t.kind == "weights-table")
    assert weights.remark == "table of weights: its numbers are points"
    assert not any(row.facts for row in weights.rows)


def test_roles_and_rows_are_printed() -> None:
    result = inspect(str(FULL), "--page", "3")
    assert result.exit_code == ExitCode.DONE, result.output
    assert "sample-full-2567.pdf: 7 pages, " in result.stdout
    assert "  column 2  score            คะแนน (เต็ม 100)" in result.stdout
    line = next(line for line in result.stdout.splitlines() if "I12 86.54" in line)
    assert line.split()[:5] == ["3", "12", "IIT", "I12", "I12"]
    assert "O22" not in result.stdout  # on the next page


def test_all_pages_are_printed_without_page() -> None:
    said = inspect(str(FULL)).stdout
    assert "O22 100.00" in said
    assert "weights-table (table of weights: its numbers are points)" in said
    assert "Outside tables\n  page 2: score ITA 89.31" in said


def test_json_has_places() -> None:
    data = json.loads(inspect(str(FULL), "--page", "3", "--json").stdout)
    assert data["pages"] == 7
    table = data["tables"][0]
    assert [c["role"] for c in table["columns"]] == ["code", "item", "score"]
    row = table["rows"][1]
    assert row["codes"] == ["I1"]
    assert row["facts"][0]["label"] == "I1 93.27"
    assert row["facts"][0]["place"]["box"]["x0"] == pytest.approx(452.55, abs=0.01)


def colours(path: Path) -> set[object]:
    picture = Image.open(path).convert("RGB")
    return {colour for _, colour in picture.getcolors(1 << 24) or ()}


def test_the_page_is_drawn(tmp_path: Path) -> None:
    image = tmp_path / "page.png"
    result = inspect(str(PROGRESS), "--page", "3", "--image", str(image))
    assert result.exit_code == ExitCode.DONE, result.output
    assert {BLUE, GREEN, TEAL, PURPLE} <= colours(image)
    assert Image.open(image).width == round(842 * 150 / 72)


def test_every_page_is_drawn_without_page(tmp_path: Path) -> None:
    path = LAYOUTS / "layout-rotated.pdf"
    image = tmp_path / "page.png"
    result = inspect(str(path), "--image", str(image))
    assert result.exit_code == ExitCode.DONE, result.output
    pages = len(read_document(path).pages)
    names = ["page.png"] if pages == 1 else [f"page-{n}.png" for n in range(1, pages + 1)]
    assert sorted(p.name for p in tmp_path.iterdir()) == names
    # /Rotate: the picture is as a reader sees the page.
    assert Image.open(tmp_path / names[0]).width > Image.open(tmp_path / names[0]).height


def test_an_ignored_table_is_orange(tmp_path: Path) -> None:
    image = tmp_path / "page.png"
    inspect(str(FULL), "--page", "1", "--image", str(image))
    assert ORANGE in colours(image)


def test_a_page_that_is_not_there_is_a_usage_error() -> None:
    result = inspect(str(FULL), "--page", "8")
    assert result.exit_code == ExitCode.USAGE
    assert "has 7 pages" in result.stderr


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    assert inspect(str(tmp_path / "no.pdf")).exit_code == ExitCode.USAGE
    (tmp_path / "report.docx").touch()
    assert inspect(str(tmp_path / "report.docx")).exit_code == ExitCode.USAGE
    (tmp_path / "empty.pdf").touch()
    result = inspect(str(tmp_path / "empty.pdf"))
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "empty" in result.stderr


def test_a_picture_that_cannot_be_written_is_said() -> None:
    result = inspect(str(FULL), "--page", "1", "--image", "/no/such/folder/page.png")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "No picture" in result.stderr
    assert "Table " in result.stdout
