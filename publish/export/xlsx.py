"""A workbook for a person: Thai headings that stay in sight, filters, dates as dates, a dictionary.

A text is written as a text whatever it begins with, and marked so that it stays one when somebody
edits the cell.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from pathlib import Path
from typing import Any

from publish.cells import begins_like_a_formula
from publish.errors import PublishError
from publish.export.csvs import dictionary_rows
from publish.export.target import placed
from publish.reader import Value
from publish.tables import PublishedTable, TableColumn, published, rows

WORKBOOK = "ita.xlsx"
ABOUT = "อ่านก่อน"
DICTIONARY = "พจนานุกรมข้อมูล"
LAST_ROW = 1_048_576
LONGEST = 32_767
CUT = "… [ยาวเกินช่องของ Excel ข้อความเต็มอยู่ในฐานข้อมูล]"
# Thai on every machine that has Excel, and LibreOffice has a stand-in.
FONT = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}
LINE_HEIGHT = 14
# A row of whole cells would fill the screen.
MOST_LINES = 8
WIDTHS = {"text": 18, "integer": 9, "number": 9, "date": 12}
LONG_TEXTS = frozenset(
    "measure result output awareness weakness text raw message title title_th name_th responsible"
    " deadline_raw monitoring_raw units".split()
)
_NOTES = (
    "ข้อมูลจากรายงานการประเมิน ITA แต่ละแถวบอกไฟล์และหน้าที่เป็นที่มา โปรดเปิดต้นฉบับก่อนเผยแพร่ตัวเลข",
    "Facts from integrity assessment (ITA) reports; every row names its file and page: look there"
    " before you publish a number.",
    "ปีเป็นพุทธศักราช วันที่เป็นคริสต์ศักราช ช่องว่างคือเอกสารไม่ได้ระบุ",
    "Years are Buddhist Era, dates Common Era; an empty cell is what the document does not state.",
)


def write(connection: sqlite3.Connection, folder: Path) -> list[Path]:
    """Write the workbook.

    Raises:
        PublishError: a table has more rows than a sheet.
    """
    import xlsxwriter

    target = folder / WORKBOOK
    tables = published(connection)
    with placed(target) as part:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(part, options) as book:
            _describe(book, connection)
            formats = _formats(book)
            _about(book, formats, connection, tables)
            for table in tables:
                _sheet(book, formats, connection, table)
            _dictionary(book, formats, connection)
    return [target]


def _describe(book: Any, connection: sqlite3.Connection) -> None:
    """What the file says of itself; the same database makes the same workbook."""
    last = connection.execute("SELECT finished FROM run ORDER BY run_id DESC").fetchone()
    finished = datetime.fromisoformat(last["finished"]).replace(tzinfo=None)
    book.set_properties({"title": "ITA", "created": finished})


def _formats(book: Any) -> dict[str, Any]:
    head = {
        "bold": True,
        "text_wrap": True,
        "bg_color": "#DCE6F1",
        "border": 1,
        "valign": "vcenter",
    }
    left = {"text_wrap": True, "align": "left", "indent": 1}
    return {
        "head": book.add_format(FONT | head),
        "text": book.add_format(FONT | left),
        "sign": book.add_format(FONT | left | {"quote_prefix": True}),
        "integer": book.add_format(FONT | {"num_format": "0"}),
        "number": book.add_format(FONT | {"num_format": "0.00"}),
        "date": book.add_format(FONT | {"num_format": "yyyy-mm-dd"}),
        "link": book.add_format(FONT | {"font_color": "#0563C1", "underline": 1}),
    }


def _sheet(
    book: Any, formats: dict[str, Any], connection: sqlite3.Connection, table: PublishedTable
) -> None:
    sheet = book.add_worksheet(table.heading_th)
    widths = [_width(column) for column in table.columns]
    for number, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(number, number, width, formats[column.kind])
    headings = [column.heading_th for column in table.columns]
    _head(sheet, formats, headings)
    count = 0
    for count, row in enumerate(rows(connection, table), start=1):
        if count >= LAST_ROW:
            raise PublishError(
                f"{table.name} has more rows than a sheet of Excel: export it with --format csv"
            )
        sheet.set_row(count, _height(row, widths))
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, formats, count, number, column.kind, value)
    sheet.autofilter(0, 0, count, len(headings) - 1)


def _head(sheet: Any, formats: dict[str, Any], headings: list[str]) -> None:
    sheet.set_row(0, 2 * LINE_HEIGHT + 2)
    for number, heading in enumerate(headings):
        sheet.write_string(0, number, heading, formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _width(column: TableColumn) -> int:
    if column.name in LONG_TEXTS:
        return 44
    if column.name.endswith("_id"):
        return 17
    if column.name == "document_file":
        return 28
    return max(WIDTHS[column.kind], min(len(column.heading_th), 16))


def _height(row: Sequence[Value], widths: Sequence[int]) -> int:
    """Room for the cell with most lines, as far as a row may grow."""
    lines = (
        sum(ceil(max(_letters(line), 1) / width) for line in value.splitlines() or [""])
        for value, width in zip(row, widths, strict=True)
        if isinstance(value, str)
    )
    return LINE_HEIGHT * min(max(lines, default=1), MOST_LINES) + 2


def _letters(line: str) -> int:
    """Characters that take room: Thai marks stand above and below others."""
    return len(line) - sum(unicodedata.category(character) == "Mn" for character in line)


def _cell(
    sheet: Any, formats: dict[str, Any], row: int, column: int, kind: str, value: Value
) -> None:
    if value is None:
        return
    if kind == "date":
        sheet.write_datetime(row, column, date.fromisoformat(str(value)), formats["date"])
    elif isinstance(value, str):
        text = value if len(value) <= LONGEST else value[: LONGEST - len(CUT)] + CUT
        sign = begins_like_a_formula(text)
        sheet.write_string(row, column, text, formats["sign" if sign else "text"])
    else:
        sheet.write_number(row, column, value, formats[kind])


def _about(
    book: Any,
    formats: dict[str, Any],
    connection: sqlite3.Connection,
    tables: list[PublishedTable],
) -> None:
    sheet = book.add_worksheet(ABOUT)
    widths = (26, 60, 60)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    plain = book.add_format(FONT)
    for row, note in enumerate(_NOTES):
        sheet.write_string(row, 0, note, plain)
    first = len(_NOTES) + 1
    for number, heading in enumerate(("แผ่นงาน", "เนื้อหา", "what it holds")):
        sheet.write_string(first, number, heading, formats["head"])
    for row, table in enumerate(tables, start=first + 1):
        place = f"internal:'{table.heading_th}'!A1"
        sheet.set_row(row, _height(("", table.description_th, table.description_en), widths))
        sheet.write_url(row, 0, place, formats["link"], table.heading_th)
        sheet.write_string(row, 1, table.description_th, formats["text"])
        sheet.write_string(row, 2, table.description_en, formats["text"])
    row = first + 1 + len(tables)
    sheet.write_url(row, 0, f"internal:'{DICTIONARY}'!A1", formats["link"], DICTIONARY)
    sheet.write_string(row, 1, "ความหมายของทุกแผ่นงานและทุกคอลัมน์", formats["text"])
    sheet.write_string(row, 2, "What every sheet and column means", formats["text"])


def _dictionary(book: Any, formats: dict[str, Any], connection: sqlite3.Connection) -> None:
    sheet = book.add_worksheet(DICTIONARY)
    widths = (18, 20, 24, 60, 60, 30)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    headings = ["ตารางหรือวิว", "คอลัมน์", "หัวคอลัมน์", "ความหมาย", "ความหมาย (อังกฤษ)", "หน่วยหรือค่า"]
    _head(sheet, formats, headings)
    lines = dictionary_rows(connection)
    for row, line in enumerate(lines, start=1):
        sheet.set_row(row, _height(line, widths))
        for number, value in enumerate(line):
            _cell(sheet, formats, row, number, "text", value)
    sheet.autofilter(0, 0, len(lines), len(headings) - 1)
