"""Nothing a report says is an order to a terminal, a spreadsheet, a page, a query or a disk."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from publish.cells import begins_like_a_formula
from tests.hostile.facts import MARKUP, STAGES, TEXTS
from tests.hostile.names import NAMES
from tests.pipeline.stored import rows


class Pages(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def ita(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], obj=STAGES)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports of hostile names and texts, and their database."""
    here = tmp_path_factory.mktemp("outputs")
    (here / "raw").mkdir()
    for number, name in enumerate(NAMES):
        (here / "raw" / name).write_text(f"report {number}")
    result = ita(
        "load", "--timeout=0", "--max-memory=0", "--workers=1", "--db", here / "a.db", here / "raw"
    )
    assert result.exit_code == ExitCode.DONE, result.output
    assert_harmless(result)
    return here


def assert_harmless(result: Result) -> None:
    """Nothing printed turns a terminal's head."""
    odd = {c for c in result.output if not c.isprintable() and c != "\n"}
    assert odd == set()


def test_everything_is_in_the_database_as_it_was(here: Path) -> None:
    assert rows(here / "a.db", "SELECT count(*) FROM v_document") == [(len(NAMES),)]
    measures = {text for (text,) in rows(here / "a.db", "SELECT DISTINCT measure FROM v_measure")}
    storable = {text for text in TEXTS if "\x00" not in text}
    assert storable <= measures
    assert len(measures) == len(TEXTS)


QUESTIONS = (
    ["status"],
    ["query", "SELECT document_file, measure, weakness FROM v_measure", "--width", "0"],
    ["query", "SELECT document_file, measure FROM v_measure", "--format", "csv"],
    ["query", "SELECT document_file, measure FROM v_measure", "--json"],
    ["search", "title"],
    ["search", "--json", "DROP"],
    ["explain", "--district", "1002", "--year", "2567", "--code", "I7"],
    ["explain", "--district", "1002", "--year", "2567", "--code", "I11", "--json"],
)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_answers_on_the_terminal(here: Path, question: list[str]) -> None:
    command, *arguments = question
    paths = [here / "raw"] if command == "status" else []
    result = ita(command, *arguments, "--db", here / "a.db", *paths)
    assert result.exit_code == ExitCode.DONE, result.output
    if "csv" not in question:  # a file for a program; a cell may hold what the report holds
        assert_harmless(result)


@pytest.mark.parametrize("form", ["csv", "package"])
def test_no_cell_of_a_csv_is_a_formula(here: Path, form: str) -> None:
    folder = here / "out" / form
    assert ita("export", folder, "--format", form, "--db", here / "a.db").exit_code == 0
    found = 0
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for cell in (cell for row in csv.reader(file) for cell in row):
                assert not begins_like_a_formula(cell) or _is_number(cell), (path.name, cell[:50])
                found += cell.startswith("'=HYPERLINK")
    assert found


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(here: Path) -> None:
    folder = here / "out" / "xlsx"
    assert ita("export", folder, "--db", here / "a.db").exit_code == 0
    (workbook,) = folder.iterdir()
    for sheet in openpyxl.load_workbook(workbook):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f", cell.coordinate
            target = cell.hyperlink.target if cell.hyperlink else None
            assert not target or not target.lower().startswith(("javascript", "http")), target


def test_no_markup_of_a_report_is_markup_of_a_page(here: Path) -> None:
    folder = here / "out" / "site"
    result = ita("report", folder, "--db", here / "a.db", "--raw", here / "raw")
    assert result.exit_code == ExitCode.DONE, result.output
    said = ""
    for path in folder.rglob("*.html"):
        page = Pages(path)
        said += "".join(page.texts)
        for tag, attributes in page.tags:
            assert tag not in ("script", "img", "iframe", "object", "form"), path.name
            assert not [name for name in attributes if name.startswith("on")], path.name
            link = (attributes.get("href") or "").strip().lower()
            assert not link.startswith(("javascript:", "data:", "http")), link
    assert MARKUP in said
    assert "{{ 7*7 }}" in said


def test_nothing_is_written_outside_the_folders_that_were_named(here: Path) -> None:
    assert {path.name for path in here.iterdir()} <= {"raw", "a.db", "out"}
    assert {path.name for path in (here / "raw").iterdir()} == set(NAMES)
    assert {path.name for path in (here / "out").iterdir()} <= {"csv", "package", "xlsx", "site"}
