"""A document as plain text, and its tables as Markdown, CSV and JSON: pure functions, no files.

The text of a document is never changed here, with two exceptions, both for what would do something
instead of being read: control characters become U+FFFD, and a CSV cell that a spreadsheet would
take for a formula gets an apostrophe before it. A merged cell's text stands where the cell begins;
the places it covers are empty, and only JSON tells how far it reaches.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from extract.model import Cell, Document, Paragraph, Place, Table

PAGE_BREAK = "\f"
# Control characters but the line end, and the marks that turn the order of a line around.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@")
_MARKDOWN = re.compile(r"([\\`*_\[\]<|])")


def plain_text(document: Document, *, number_pages: bool = False) -> str:
    """The document to read and to search: pages parted by form feeds, a paragraph per line.

    A table's row is one line, its cells parted by tabs, unless one of them holds several
    paragraphs; then each cell begins a line. A row cut by the page end stands whole on the page
    where it begins.

    Args:
        document: the document.
        number_pages: begin each page with a line ``[page N]``.
    """
    pages = []
    for page, blocks in _by_page(document):
        head = [f"[page {page}]"] if number_pages else []
        pages.append("".join(f"{line}\n" for line in [*head, *blocks]))
    return PAGE_BREAK.join(pages)


def _by_page(document: Document) -> Iterator[tuple[int, list[str]]]:
    """Each page with the texts that begin on it, in reading order."""
    texts: dict[int, list[tuple[float, str]]] = {page.number: [] for page in document.pages}
    later: list[tuple[Place, str]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            entry = (block.place.box.top, _clean(block.text))
            texts.setdefault(block.place.page, []).append(entry)
            continue
        # Parts of one table may stand one below the other on a page: its rows come with the first.
        for place in {place.page: place for place in reversed(block.places)}.values():
            rows = _rows_text(block, place.page)
            if rows and place == block.places[0]:
                texts.setdefault(place.page, []).append((place.box.top, rows))
            elif rows:
                later.append((place, rows))
    for place, rows in later:
        # Blocks have the whole table before what stands above its later parts (a running head).
        entries = texts.setdefault(place.page, [])
        at = sum(top < place.box.top for top, _ in entries)
        entries.insert(at, (place.box.top, rows))
    for page in sorted(texts):
        yield page, [text for _, text in texts[page]]


def _rows_text(table: Table, page: int) -> str:
    """The rows of a table that begin on a page."""
    lines: list[str] = []
    for number, row in enumerate(table.rows):
        if row.page != page:
            continue
        cells = [_clean(cell.text) for cell in _row(table, number) if cell.text]
        if any("\n" in text for text in cells):
            lines += cells
        elif cells:
            lines.append("\t".join(cells))
    return "\n".join(lines)


def _row(table: Table, number: int) -> list[Cell]:
    """The cells that begin in a row, from left to right."""
    return [cell for cell in table.cells if cell.row == number]


def _clean(text: str) -> str:
    return _CONTROL.sub("\ufffd", _SURROGATE.sub("\ufffd", text))


def grid(table: Table) -> list[list[str]]:
    """The table's texts row by row, each where its cell begins and nowhere else."""
    rows = [[""] * table.columns for _ in table.rows]
    for cell in table.cells:
        if cell.row < len(rows) and cell.column < table.columns:
            rows[cell.row][cell.column] = _clean(cell.text)
    return rows


def markdown(document: Document) -> str:
    """Every table under a heading that says where it stands.

    The first header row becomes the head; a table without a header gets an empty head, because
    Markdown knows no table without one. Line ends inside a cell are ``<br>``.
    """
    return "\n".join(_markdown_table(document.file, table) for table in document.tables)


def _markdown_table(file: str, table: Table) -> str:
    rows = [[_markdown_cell(text) for text in row] for row in grid(table)]
    head = rows.pop(0) if table.header_rows and rows else [""] * table.columns
    ruled = [head, ["---"] * table.columns, *rows]
    lines = ("| " + " | ".join(row) + " |" for row in ruled)
    title = f"## {_markdown_cell(file)}: table {table.number + 1} ({_pages(table)})"
    return "\n".join((title, "", *lines)) + "\n"


def _markdown_cell(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", "<br>")


def _pages(table: Table) -> str:
    pages = [place.page for place in table.places]
    first, last = min(pages), max(pages)
    return f"page {first}" if first == last else f"pages {first}-{last}"


def csv_text(documents: Iterable[Document]) -> str:
    """All tables of all documents as one sheet.

    Each row says first which file, table, page and row it is; rows of narrower tables end in empty
    cells. A cell that begins like a formula gets an apostrophe, so that opening the sheet runs
    nothing.
    """
    rows: list[list[str]] = []
    for document in documents:
        for table in document.tables:
            for number, texts in enumerate(grid(table)):
                place = [document.file, str(table.number + 1), str(table.rows[number].page)]
                rows.append([*place, str(number + 1), *texts])
    width = max((len(row) for row in rows), default=4)
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["file", "table", "page", "row", *(f"c{i}" for i in range(1, width - 3))])
    for row in rows:
        writer.writerow([formula_safe(text) for text in row] + [""] * (width - len(row)))
    return target.getvalue()


def formula_safe(text: str) -> str:
    """The text as a spreadsheet can show it and will not calculate it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def json_text(documents: Iterable[Document]) -> str:
    """All tables of all documents with their spans and places; the only form that loses nothing."""
    tables = [
        _json_table(document.file, table) for document in documents for table in document.tables
    ]
    return "[\n" + ",\n".join(tables) + "\n]\n"


def _json_table(file: str, table: Table) -> str:
    """A table with a cell per line, so that a person can look at it."""
    head = {
        "file": file,
        "table": table.number + 1,
        "columns": table.columns,
        "header_rows": table.header_rows,
        "places": [_json_place(place) for place in table.places],
        "row_pages": [row.page for row in table.rows],
    }
    cells = ",\n  ".join(_json(_json_cell(cell)) for cell in table.cells)
    return f'{_json(head)[:-1]}, "cells": [\n  {cells}\n]}}'


def _json_cell(cell: Cell) -> dict[str, object]:
    return {
        "row": cell.row + 1,
        "column": cell.column + 1,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": _SURROGATE.sub("\ufffd", cell.text),
        "places": [_json_place(place) for place in cell.places],
    }


def _json_place(place: Place) -> dict[str, object]:
    box = place.box
    corners = [round(value, 2) for value in (box.x0, box.top, box.x1, box.bottom)]
    return {"page": place.page, "box": corners}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
