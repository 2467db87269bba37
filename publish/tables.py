"""The tables and views an analyst gets, with what the database's own dictionary says of them.

Which there are, in what order, and of what kind each column is; how they are written down is for
``publish.export``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from publish.errors import PublishError
from publish.reader import Value

Kind = Literal["text", "integer", "number", "date"]

# What a person opens first stands first; views that are not named here follow.
_FIRST = (
    "v_score_current",
    "v_score",
    "v_measure",
    "v_weakness",
    "v_document",
    "v_finding",
    "v_step",
    "v_measure_item",
    "v_measure_unit",
)
# Tables beside the views: the code book, and the checks v_score's `verified` sums up.
_TABLES = ("arithmetic_check", "agency", "indicator", "item", "unit")
_KEYS = {
    "v_score_current": ("score_id",),
    "v_score": ("score_id",),
    "v_measure": ("measure_id",),
    "v_weakness": ("weakness_id",),
    "v_document": ("document_id",),
    "v_finding": ("finding_id",),
    "v_step": ("measure_id", "kind", "seq"),
    "v_measure_item": ("measure_id", "code"),
    "v_measure_unit": ("measure_id", "unit"),
    "arithmetic_check": ("check_id",),
    "agency": ("agency_code",),
    "indicator": ("assessment_year", "code"),
    "item": ("assessment_year", "code"),
    "unit": ("unit",),
}
# Columns a view computes have no type of their own; those not named here are text.
COMPUTED_INTEGERS = frozenset(("pages", "mentions", "verified", "conflict", "documents"))
COMPUTED_NUMBERS = frozenset(("accounted",))


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column with its names, its meaning and its kind."""

    name: str
    heading_th: str
    description_th: str
    description_en: str
    unit_or_values: str | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table or view; ``key`` is empty where nothing promises that rows differ in something."""

    name: str
    heading_th: str
    description_th: str
    description_en: str
    key: tuple[str, ...]
    columns: tuple[TableColumn, ...]


def published(connection: sqlite3.Connection) -> list[PublishedTable]:
    """All published tables and views, those a person opens first in front.

    Raises:
        PublishError: the dictionary of the database does not describe one of them.
    """
    views = "SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'v_*' ORDER BY name"
    there = [row[0] for row in connection.execute(views)]
    first = [name for name in _FIRST if name in there]
    others = [name for name in there if name not in first]
    return [_table(connection, name) for name in (*first, *others, *_TABLES)]


def rows(connection: sqlite3.Connection, table: PublishedTable) -> Iterator[tuple[Value, ...]]:
    """The rows of a table in the order of its key."""
    order = table.key or tuple(column.name for column in table.columns[:3])
    sql = f"SELECT * FROM {table.name} ORDER BY {', '.join(order)}"
    return (tuple(row) for row in connection.execute(sql))


def _table(connection: sqlite3.Connection, name: str) -> PublishedTable:
    described = {
        row["column_name"]: row
        for row in connection.execute("SELECT * FROM dictionary WHERE table_name = ?", (name,))
    }
    types = connection.execute(f"PRAGMA table_xinfo({name})")
    try:
        own = described[None]
        columns = [_column(described[row["name"]], row["type"]) for row in types]
    except KeyError as error:
        raise PublishError(
            f"The dictionary of the database does not describe {name} ({error}): load it anew"
        ) from error
    return PublishedTable(
        name,
        own["heading_th"],
        own["description_th"],
        own["description_en"],
        _KEYS.get(name, ()),
        tuple(columns),
    )


def _column(described: sqlite3.Row, declared: str) -> TableColumn:
    return TableColumn(
        described["column_name"],
        described["heading_th"],
        described["description_th"],
        described["description_en"],
        described["unit_or_values"],
        _kind(described["column_name"], declared, described["unit_or_values"] or ""),
    )


def _kind(name: str, declared: str, values: str) -> Kind:
    if declared == "INTEGER" or (not declared and name in COMPUTED_INTEGERS):
        return "integer"
    if declared == "REAL" or (not declared and name in COMPUTED_NUMBERS):
        return "number"
    return "date" if values.startswith("ISO date") else "text"
