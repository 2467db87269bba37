"""What Datasette says of the database: the dictionary and the named questions, in its own form.

Plain data, made without Datasette, so that it can be looked at and tested as such.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from html import escape
from typing import Any

from load.search import INDEXES
from publish.questions import Described, Question, questions
from publish.tables import published

DATABASE = "ita"
"""What the database is called in addresses, whatever its file is called."""

# What can be narrowed down beside a table.
_FACETS = {
    "v_document": ["doc_type", "report_year", "status", "text_source"],
    "v_finding": ["severity", "kind"],
    "v_measure": ["agency_th", "plan_year", "indicator"],
    "v_score": ["fiscal_year", "level", "verified"],
    "v_score_current": ["fiscal_year", "level", "agency_th", "verified", "conflict"],
    "v_weakness": ["agency_code", "indicator"],
}
# Beside what is published everywhere; the tables behind the views are one click away.
_ALSO_SHOWN = {"dictionary", "page", "run"}
_TITLE = "รายงานการประเมิน ITA ของสำนักงานเขต กรุงเทพมหานคร"
_DESCRIPTION = (
    "<p>เริ่มจากคำถามสำเร็จรูปด้านล่าง หรือเปิดวิว v_score_current (คะแนน), v_measure (มาตรการ)"
    " และ v_finding (ข้อสังเกต) เลขหน้าลิงก์ไปยังภาพหน้าของเอกสารต้นฉบับ</p>"
    "<p>Begin with a question below, or open one of the views. Page numbers lead to a picture of"
    " the page; look there before you publish a number.</p>"
)


def metadata(connection: sqlite3.Connection) -> dict[str, Any]:
    """The metadata of a Datasette over this database."""
    return {
        "title": _TITLE,
        "databases": {
            DATABASE: {
                "title": _TITLE,
                "description_html": _DESCRIPTION,
                "tables": _tables(connection),
                "queries": {name: _query(asked) for name, asked in questions().items()},
            }
        },
    }


def _tables(connection: sqlite3.Connection) -> dict[str, Any]:
    tables: dict[str, dict[str, Any]] = {}
    rows = connection.execute("SELECT * FROM dictionary ORDER BY position")
    for row in rows:
        name, column = row["table_name"], row["column_name"]
        if column is None:
            tables[name] = {
                "title": f"{row['heading_th']} · {name}",
                "description": f"{row['description_th']} · {row['description_en']}",
                "columns": {},
            }
        else:
            tables[name]["columns"][column] = _meaning(row)
    for name, facets in _FACETS.items():
        tables[name]["facets"] = facets
    for index in INDEXES:
        tables[f"v_{index.table}"] |= {"fts_table": index.name, "fts_pk": index.key}
        tables[index.table] |= {"fts_table": index.name, "fts_pk": index.key}
    shown = {table.name for table in published(connection)} | _ALSO_SHOWN
    for name, table in tables.items():
        table["hidden"] = name not in shown
    return tables


def _meaning(row: sqlite3.Row) -> str:
    values = f" ({row['unit_or_values']})" if row["unit_or_values"] else ""
    return f"{row['heading_th']}: {row['description_th']} · {row['description_en']}{values}"


def _query(asked: Question) -> dict[str, Any]:
    lines = [f"<p>{escape(asked.description_th)}</p>", f"<p>{escape(asked.description_en)}</p>"]
    lines += _described(asked.parameters)
    if asked.columns:
        lines.append("<details><summary>คอลัมน์ของคำตอบ · columns of the answer</summary>")
        lines += [*_described(asked.columns), "</details>"]
    return {
        "title": f"{asked.title_th} · {asked.title_en}",
        "description_html": "".join(lines),
        "sql": asked.sql,
        "params": [one.name for one in asked.parameters],
        "hide_sql": True,
    }


def _described(those: Sequence[Described]) -> list[str]:
    items = (
        f"<li><code>{escape(one.name)}</code>"
        f" {escape(f'{one.description_th} · {one.description_en}')}</li>"
        for one in those
    )
    return ["<ul>", *items, "</ul>"] if those else []
