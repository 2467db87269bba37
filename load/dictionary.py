"""The data dictionary: what every table, view and column means, in English and in Thai.

``dictionary.csv`` is the one source. It fills the table ``dictionary`` of each database and the
page ``docs/data-dictionary.md``, which ``python -m load.dictionary`` writes. A line with ``*`` for
a table speaks for every column of that name that has no line of its own; a line without a column
describes the table or view itself.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Table, delete, insert

from load import schema
from load.engine import engine
from load.errors import LoadError
from load.tables import dictionary, metadata

PAGE = Path("docs/data-dictionary.md")
ANY_TABLE = "*"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table or view (``column`` is ``None``) or one of its columns means.

    ``heading_th`` is its short name in Thai: the heading of a column, the name of a sheet.
    """

    table: str
    column: str | None
    heading_th: str
    description_en: str
    description_th: str
    unit_or_values: str | None


def source() -> list[Entry]:
    """The lines of ``dictionary.csv`` as they stand."""
    text = files("load").joinpath("dictionary.csv").read_text(encoding="utf-8")
    return [
        Entry(
            line["table_or_view"],
            line["column"] or None,
            line["heading_th"],
            line["description_en"],
            line["description_th"],
            line["unit_or_values"] or None,
        )
        for line in csv.DictReader(io.StringIO(text))
    ]


def entries(structure: Mapping[str, Sequence[str]]) -> list[Entry]:
    """What every table, view and column of a structure means, in its order.

    Raises:
        LoadError: a table, view or column has no description.
    """
    lines = {(entry.table, entry.column): entry for entry in source()}

    def described(table: str, column: str | None) -> Entry:
        found = lines.get((table, column)) or lines.get((ANY_TABLE, column))
        if found is None:
            name = table if column is None else f"{table}.{column}"
            raise LoadError(f"load/dictionary.csv: no description of {name}; add a line")
        return replace(found, table=table, column=column)

    return [
        described(table, column)
        for table, columns in structure.items()
        for column in (None, *columns)
    ]


def refill(connection: Connection) -> None:
    """Replace what the table ``dictionary`` holds by what the source says now."""
    rows = [
        {
            "position": position,
            "table_name": entry.table,
            "column_name": entry.column,
            "heading_th": entry.heading_th,
            "description_en": entry.description_en,
            "description_th": entry.description_th,
            "unit_or_values": entry.unit_or_values,
        }
        for position, entry in enumerate(entries(schema.structure(connection)), start=1)
    ]
    connection.execute(delete(dictionary))
    connection.execute(insert(dictionary), rows)


_INTRODUCTION = """\
# Data dictionary · พจนานุกรมข้อมูล

<!-- Made from load/dictionary.csv and the schema by `python -m load.dictionary`: change those. -->

Ask the views (`v_…`): their names, columns and meanings stay. The tables behind them may change
with a new version. The same text is in the database itself, in the table `dictionary`.

ใช้วิว (`v_…`) ในการสืบค้น เพราะชื่อ คอลัมน์ และความหมายจะคงเดิม ส่วนตารางที่อยู่เบื้องหลังอาจเปลี่ยนไปตามรุ่นของโปรแกรม
ข้อความเดียวกันนี้อยู่ในตาราง `dictionary` ของฐานข้อมูลด้วย

- Years are Buddhist Era numbers, dates Common Era text (`2023-04-20`), scores run from 0 to 100.
  · ปีเป็นเลขปีพุทธศักราช วันที่เป็นข้อความแบบคริสต์ศักราช (`2023-04-20`) คะแนนมีค่าตั้งแต่ 0 ถึง 100
- What a document does not state is NULL, never an empty text, 0 or -1.
  · ค่าที่เอกสารไม่ได้ระบุเป็น NULL ไม่ใช่ข้อความว่าง 0 หรือ -1
- Pages count from 1; tables, rows and columns of a page from 0. Positions are PDF points from the
  top left corner of the page.
  · เลขหน้าเริ่มที่ 1 ลำดับตาราง แถว และคอลัมน์ในหน้าเริ่มที่ 0 ตำแหน่งวัดเป็นพอยต์จากมุมซ้ายบนของหน้า
"""


def page() -> str:
    """The dictionary as a page of the documentation."""
    with engine().connect() as connection:
        schema.create_tables(connection)
        schema.create_views(connection)
        structure = schema.structure(connection)
    sections: dict[str, list[Entry]] = {table: [] for table in structure}
    for entry in entries(structure):
        sections[entry.table].append(entry)
    views: list[str] = []
    tables: list[str] = []
    for name, section in sections.items():
        (views if name in schema.views() else tables).append(_section(section))
    return (
        "\n".join(
            [_INTRODUCTION, "## Views · วิว\n", *views, "## Tables · ตาราง\n", *tables]
        ).rstrip()
        + "\n"
    )


def _section(section: Sequence[Entry]) -> str:
    head, *columns = section
    table = metadata.tables.get(head.table)
    typed = table is not None
    lines = [
        f"### {head.table} · {head.heading_th}\n",
        f"{head.description_en}  ",
        f"{head.description_th}\n",
    ]
    kinds = " type |" if typed else ""
    lines.append(f"| column | หัวคอลัมน์ |{kinds} meaning | ความหมาย | unit or values |")
    lines.append(f"| --- | --- |{' --- |' if typed else ''} --- | --- | --- |")
    for entry in columns:
        kind = f" {_type(table, entry.column or '')} |" if table is not None else ""
        lines.append(
            f"| `{entry.column}` | {_cell(entry.heading_th)} |{kind}"
            f" {_cell(entry.description_en)} |"
            f" {_cell(entry.description_th)} | {_cell(entry.unit_or_values or '')} |"
        )
    return "\n".join(lines) + "\n"


def _type(table: Table, name: str) -> str:
    """The column's type, with what it is a key of."""
    column = table.columns[name]
    marks = [str(column.type)]
    if column.primary_key:
        marks.append("key")
    elif not column.nullable:
        marks.append("not null")
    targets = sorted({key.column.table.name for key in column.foreign_keys})
    return ", ".join([*marks, *(f"→ {target}" for target in targets)])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else PAGE).write_text(page(), encoding="utf-8")
