"""A Frictionless data package: CSV with a description a machine can check, ``datapackage.json``.

The files are plain UTF-8 without a byte order mark, as the standard wants them. Like every CSV file
made here they hold no formula: see ``publish.cells`` for the apostrophe, which the package tells
its readers about.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

from publish.cells import write_csv
from publish.export.target import placed
from publish.tables import PublishedTable, TableColumn, published, rows

DESCRIPTOR = "datapackage.json"
_TYPES = {"text": "string", "integer": "integer", "number": "number", "date": "date"}
# A column of this name leads to that table, wherever it stands.
_LEADS_TO = {"document_id": "v_document", "measure_id": "v_measure", "agency_code": "agency"}
_TITLE = "รายงานการประเมิน ITA ของสำนักงานเขต กรุงเทพมหานคร · Bangkok district integrity reports"
_DESCRIPTION = (
    "Facts read from integrity assessment (ITA) reports of Bangkok's districts, each with the file,"
    " page and raw text it was read from. Years are Buddhist Era numbers, dates Common Era. A text"
    " that begins with = + - @ or a tab has an apostrophe in front, so that no spreadsheet takes it"
    " for a formula; take one apostrophe away to have the text as it was read."
    "\n\n"
    "ข้อมูลจากรายงานการประเมินคุณธรรมและความโปร่งใส (ITA) ของสำนักงานเขตในกรุงเทพมหานคร"
    " พร้อมไฟล์ หน้า และข้อความต้นฉบับของทุกค่า ปีเป็นพุทธศักราช วันที่เป็นคริสต์ศักราช"
    " ข้อความที่ขึ้นต้นด้วย = + - @ หรือแท็บ มีเครื่องหมาย ' นำหน้า"
    " เพื่อไม่ให้โปรแกรมตารางอ่านเป็นสูตร"
)


def write(connection: sqlite3.Connection, folder: Path) -> list[Path]:
    """Write one file for each table, and the descriptor."""
    tables = published(connection)
    resources = []
    made = []
    for table in tables:
        target = folder / f"{table.name}.csv"
        with placed(target) as part:
            with part.open("w", encoding="utf-8", newline="") as stream:
                write_csv(stream, [c.name for c in table.columns], rows(connection, table))
            resources.append(_resource(table, part, {one.name for one in tables}))
        made.append(target)
    target = folder / DESCRIPTOR
    with placed(target) as part:
        text = json.dumps(_package(connection, resources), ensure_ascii=False, indent=2)
        part.write_text(text + "\n", encoding="utf-8")
    return [target, *made]


def _package(connection: sqlite3.Connection, resources: list[dict[str, Any]]) -> dict[str, Any]:
    last = connection.execute("SELECT finished FROM run ORDER BY run_id DESC").fetchone()
    return {
        "profile": "tabular-data-package",
        "name": "thai-integrity-reports",
        "title": _TITLE,
        "description": _DESCRIPTION,
        "created": last["finished"],
        "keywords": ["ITA", "integrity", "transparency", "Thailand", "Bangkok"],
        "resources": resources,
    }


def _resource(table: PublishedTable, file: Path, tables: set[str]) -> dict[str, Any]:
    content = file.read_bytes()
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    leads = [
        {
            "fields": column.name,
            "reference": {"resource": _LEADS_TO[column.name], "fields": column.name},
        }
        for column in table.columns
        if _LEADS_TO.get(column.name, table.name) in tables - {table.name}
    ]
    if leads:
        schema["foreignKeys"] = leads
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.heading_th,
        "description": f"{table.description_th}\n\n{table.description_en}",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: TableColumn, table: PublishedTable) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": column.heading_th,
        "description": f"{column.description_th}\n\n{column.description_en}",
    }
    if column.unit_or_values:
        field["unitOrValues"] = column.unit_or_values
    if column.name in table.key:
        field["constraints"] = {"required": True}
    return field
