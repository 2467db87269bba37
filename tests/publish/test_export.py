"""Exports, read back by the programs they are made for."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from load.build import refresh
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from publish.cells import FORMULA_SIGNS, begins_like_a_formula, guarded
from publish.export import xlsx
from publish.reader import asking
from publish.tables import PublishedTable, published
from tests.load.reports import PLAN, incoming, measure
from tests.publish.city import FORMULA


def export(db: Path, folder: Path, form: str) -> Result:
    arguments = ["export", str(folder), "--db", str(db), "--format", form]
    return CliRunner().invoke(cli, arguments)


def tables_of(db: Path) -> list[PublishedTable]:
    with asking(db) as connection:
        return published(connection)


def stored(db: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


@pytest.mark.parametrize("form", ["xlsx", "csv", "parquet", "package"])
def test_the_files_made_are_named_and_nothing_is_left_over(
    city: Path, tmp_path: Path, form: str
) -> None:
    folder = tmp_path / "deep" / form
    result = export(city, folder, form)
    assert result.exit_code == ExitCode.DONE
    assert result.stderr == ""
    assert sorted(result.stdout.splitlines()) == sorted(map(str, folder.iterdir()))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert export(city, folder, form).exit_code == ExitCode.DONE
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_the_workbook_has_thai_headings_filters_and_everything(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "ita.xlsx")
    tables = tables_of(city)
    assert book.sheetnames == [
        "อ่านก่อน",
        *(table.heading_th for table in tables),
        "พจนานุกรมข้อมูล",
    ]
    for table in tables:
        sheet = book[table.heading_th]
        heading, *body = sheet.iter_rows(values_only=True)
        assert list(heading) == [column.heading_th for column in table.columns]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert len(body) == len(stored(city, table.name))
    score = next(iter(book["คะแนน"].iter_rows(min_row=2, values_only=True)))
    assert isinstance(score[0], int) and isinstance(score[10], int | float)


def test_dates_in_the_workbook_are_dates(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ita.xlsx")["มาตรการ"]
    at = [cell.value for cell in sheet[1]].index("กำหนดแล้วเสร็จ")
    deadlines = {row[at].value for row in sheet.iter_rows(min_row=2)}
    assert datetime(2023, 3, 30) in deadlines
    assert all(value is None or isinstance(value, datetime | date) for value in deadlines)


def test_no_cell_of_the_workbook_is_a_formula(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "ita.xlsx")
    found = []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell
                if isinstance(cell.value, str) and begins_like_a_formula(cell.value):
                    assert cell.quotePrefix, cell
                    found.append(cell.value)
    assert FORMULA in found


def test_the_dictionary_sheet_describes_every_column(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ita.xlsx")["พจนานุกรมข้อมูล"]
    lines = list(sheet.iter_rows(min_row=2, values_only=True))
    described = {(line[0], line[1]) for line in lines}
    for table in tables_of(city):
        assert {(table.name, None), *((table.name, c.name) for c in table.columns)} <= described
    assert all(line[2] and line[3] and line[4] for line in lines)


def test_a_text_too_long_for_a_cell_says_so(tmp_path: Path) -> None:
    from dataclasses import replace

    db = tmp_path / "long.db"
    refresh(db, [incoming("long.pdf", replace(PLAN, measures=(measure("ก" * 40_000),)))])
    export(db, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ita.xlsx")["มาตรการ"]
    texts = [cell.value for cell in sheet[2] if isinstance(cell.value, str)]
    (text,) = [text for text in texts if text.startswith("กก")]
    assert len(text) == 32_767 and text.endswith("ข้อความเต็มอยู่ในฐานข้อมูล]")


def test_more_rows_than_a_sheet_has_are_refused(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 5)
    result = export(city, tmp_path, "xlsx")
    assert result.exit_code == ExitCode.DATABASE
    assert "--format csv" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_csv_opens_in_excel_with_its_thai(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "csv")
    for table in tables_of(city):
        content = (tmp_path / f"{table.name}.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        heading, *body = csv.reader(content.decode("utf-8-sig").splitlines(keepends=True))
        assert heading == [column.name for column in table.columns]
        assert len(body) == len(stored(city, table.name))
        assert not any(
            cell[:1] in FORMULA_SIGNS for row in body for cell in row if not _number(cell)
        )
    measures = (tmp_path / "v_measure.csv").read_text(encoding="utf-8-sig")
    assert "\"'=HYPERLINK(" in measures
    assert "กำหนดแล้วเสร็จ" in (tmp_path / "dictionary.csv").read_text(encoding="utf-8-sig")


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@given(st.text())
def test_taking_an_apostrophe_away_gives_the_text_back(text: str) -> None:
    safe = guarded(text)
    assert isinstance(safe, str)
    assert safe[:1] not in FORMULA_SIGNS or not safe
    if safe != text:
        assert safe == f"'{text}"
    else:
        # What has an apostrophe and a sign after it was written here, and by nobody else.
        assert not begins_like_a_formula(text.lstrip("'"))


@pytest.mark.parametrize("value", [-3.5, -1, None, "ก", "1-2", " =1"])
def test_other_values_stay_as_they_are(value: object) -> None:
    assert guarded(value) == value  # type: ignore[arg-type]


def test_parquet_has_types_and_the_very_values(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "parquet")
    kinds = {"text": "string", "integer": "int64", "number": "double", "date": "date32[day]"}
    for table in tables_of(city):
        found = pyarrow.parquet.read_table(tmp_path / f"{table.name}.parquet")
        assert [str(field.type) for field in found.schema] == [
            kinds[column.kind] for column in table.columns
        ]
        described = found.schema.field(0).metadata[b"description_th"].decode()
        assert described == table.columns[0].description_th
        values = [tuple(_iso(value) for value in row.values()) for row in found.to_pylist()]
        assert sorted(values, key=repr) == sorted(stored(city, table.name), key=repr)


def _iso(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def test_parquet_without_its_package_says_what_to_do(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = export(city, tmp_path, "parquet")
    assert result.exit_code == ExitCode.DATABASE
    assert "pip install -e '.[desk]'" in result.stderr


def test_the_package_is_valid(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "package")
    package = Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.flatten(["type", "note"]) == []
    assert report.valid
    assert [resource.name for resource in package.resources] == [t.name for t in tables_of(city)]


@pytest.mark.parametrize(
    ("file", "old", "new", "error"),
    [
        ("v_score.csv", "พระนคร", "พระนคa", "hash-count"),
        ("v_measure.csv", "2023-03-30", "2023-13-30", "type-error"),
        ("agency.csv", "1002,", "1102,", "foreign-key"),
    ],
)
def test_the_description_tells_a_broken_package(
    city: Path, tmp_path: Path, file: str, old: str, new: str, error: str
) -> None:
    export(city, tmp_path, "package")
    path = tmp_path / file
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert error in {row[0] for row in report.flatten(["type"])}


def test_the_package_tells_of_the_apostrophe(city: Path, tmp_path: Path) -> None:
    export(city, tmp_path, "package")
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert "take one apostrophe away" in described["description"]
    measures = (tmp_path / "v_measure.csv").read_bytes()
    assert not measures.startswith(b"\xef\xbb\xbf")
    assert b"\"'=HYPERLINK(" in measures


def test_what_cannot_be_written_is_said(city: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = export(city, tmp_path / "file" / "folder", "csv")
    assert result.exit_code == ExitCode.DATABASE
    assert "Not a directory" in result.stderr
    assert export(tmp_path / "none.db", tmp_path, "csv").exit_code == ExitCode.DATABASE
