from __future__ import annotations

import csv
import io
import json

import pytest

from extract.fonts import render
from extract.model import Box, Cell, Document, PageInfo, Paragraph, Place, Row, Table


def box(top: float) -> Box:
    return Box(10.0, top, 110.0, top + 10.0)


def paragraph(text: str, page: int, top: float, *, furniture: bool = False) -> Paragraph:
    return Paragraph(text, Place(page, box(top)), (), 12.0, False, furniture)


def table(
    texts: list[list[str]],
    *,
    pages: list[int] | None = None,
    number: int = 0,
    header_rows: int = 0,
    spans: dict[tuple[int, int], tuple[int, int]] | None = None,
) -> Table:
    """A table of the given texts; an empty text is no cell (it is covered by a span)."""
    pages = pages or [1] * len(texts)
    spans = spans or {}
    cells = tuple(
        Cell(r, c, *spans.get((r, c), (1, 1)), text, (Place(pages[r], box(50.0), 0, r, c),))
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
        if text
    )
    places = tuple(Place(page, box(50.0), 0) for page in sorted(set(pages)))
    rows = tuple(Row(page) for page in pages)
    return Table(number, len(texts[0]), rows, cells, header_rows, places)


def document(*blocks: Paragraph | Table, pages: int = 1, file: str = "a.pdf") -> Document:
    infos = tuple(PageInfo(n, 595.0, 842.0, "text", 100) for n in range(1, pages + 1))
    return Document(file, "0" * 64, infos, blocks, "text")


def test_paragraphs_are_lines_and_pages_are_parted_by_form_feeds() -> None:
    read = document(paragraph("กำ", 1, 10), paragraph("น้ำ", 3, 10), pages=3)
    assert render.plain_text(read) == "กำ\n\f\fน้ำ\n"


def test_pages_can_be_numbered() -> None:
    read = document(paragraph("กำ", 1, 10), pages=2)
    assert render.plain_text(read, number_pages=True) == "[page 1]\nกำ\n\f[page 2]\n"


def test_a_row_is_a_line_unless_a_cell_has_paragraphs() -> None:
    read = document(table([["I1", "90.00"], ["1) ก\n2) ข", "ค"]]))
    assert render.plain_text(read) == "I1\t90.00\n1) ก\n2) ข\nค\n"


def test_a_table_over_pages_is_told_apart_by_page_below_the_running_head() -> None:
    read = document(
        paragraph("ก่อน", 1, 10),
        table([["หนึ่ง", "1"], ["สอง", "2"]], pages=[1, 2]),
        paragraph("หัวกระดาษ", 2, 20, furniture=True),
        paragraph("หลัง", 2, 90),
        pages=2,
    )
    assert render.plain_text(read) == "ก่อน\nหนึ่ง\t1\n\fหัวกระดาษ\nสอง\t2\nหลัง\n"


def test_two_parts_on_one_page_are_printed_once() -> None:
    whole = table([["ก", "1"], ["ข", "2"]])
    parts = Table(0, 2, whole.rows, whole.cells, 0, (whole.places[0], Place(1, box(200.0), 1)))
    assert render.plain_text(document(parts)) == "ก\t1\nข\t2\n"


def test_text_cannot_give_a_terminal_orders() -> None:
    read = document(paragraph("ก\x1b[2Jข\u202eค\tง", 1, 10))
    assert render.plain_text(read) == "ก\ufffd[2Jข\ufffdค\ufffdง\n"


def test_markdown_escapes_what_would_be_read_as_markup() -> None:
    read = document(table([["ข้อ", "ผล"], ["a|b *c* <d>", "1\n2"]], header_rows=1))
    assert render.markdown(read) == (
        "## a.pdf: table 1 (page 1)\n\n"
        "| ข้อ | ผล |\n| --- | --- |\n| a\\|b \\*c\\* \\<d> | 1<br>2 |\n"
    )


def test_markdown_gives_a_table_without_header_an_empty_one() -> None:
    read = document(table([["ก", "1"]], pages=[2]), pages=2)
    assert render.markdown(read).splitlines()[2:] == ["|  |  |", "| --- | --- |", "| ก | 1 |"]


def test_markdown_names_all_pages_of_a_table() -> None:
    read = document(table([["ก"], ["ข"]], pages=[2, 5]), pages=5)
    assert render.markdown(read).startswith("## a.pdf: table 1 (pages 2-5)\n")


def test_a_merged_cell_stands_where_it_begins() -> None:
    merged = table([["ก", "ข"], ["", "ค"]], spans={(0, 0): (2, 1)})
    assert render.grid(merged) == [["ก", "ข"], ["", "ค"]]


def test_csv_is_one_sheet_of_all_tables() -> None:
    first = document(table([["ก", "ข"]], pages=[3]), pages=3)
    second = document(table([["1", "2", "3"], ["4", "5", "6"]]), file="b.pdf")
    rows = list(csv.reader(io.StringIO(render.csv_text([first, second]))))
    assert rows == [
        ["file", "table", "page", "row", "c1", "c2", "c3"],
        ["a.pdf", "1", "3", "1", "ก", "ข", ""],
        ["b.pdf", "1", "1", "1", "1", "2", "3"],
        ["b.pdf", "1", "1", "2", "4", "5", "6"],
    ]


def test_csv_without_tables_is_its_head() -> None:
    assert render.csv_text([document()]) == "file,table,page,row\n"


@pytest.mark.parametrize("text", ["=1+1", "+66 2", "-ไม่มี", "@cmd", "-1.5"])
def test_csv_runs_no_formula(text: str) -> None:
    [_, row] = csv.reader(io.StringIO(render.csv_text([document(table([[text]]))])))
    assert row[-1] == f"'{text}"


@pytest.mark.parametrize("text", ["1-2", "ก=ข", "'=1"])
def test_csv_leaves_other_cells_alone(text: str) -> None:
    assert render.formula_safe(text) == text


def test_a_file_name_is_no_formula_either() -> None:
    read = document(table([["ก"]]), file="=cmd.pdf")
    assert "'=cmd.pdf,1,1,1,ก" in render.csv_text([read])


def test_json_keeps_spans_and_places() -> None:
    merged = table([["ก\nข", "1"], ["", "2"]], spans={(0, 0): (2, 1)}, header_rows=1)
    [read] = json.loads(render.json_text([document(merged)]))
    assert (read["file"], read["table"], read["columns"]) == ("a.pdf", 1, 2)
    assert read["header_rows"] == 1
    assert read["row_pages"] == [1, 1]
    assert read["cells"][0] == {
        "row": 1,
        "column": 1,
        "row_span": 2,
        "column_span": 1,
        "text": "ก\nข",
        "places": [{"page": 1, "box": [10.0, 50.0, 110.0, 60.0]}],
    }


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(render.json_text([])) == []
