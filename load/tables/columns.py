"""The kinds of columns the tables are made of, each with its CHECK.

A value the document does not state is NULL, so no text column takes ``''``. Constraints are named,
because SQLite's message names nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

IDS_PER_DOCUMENT = 100_000
"""Fact ids are ``document_id * IDS_PER_DOCUMENT + sequence``; they stay below 2**53."""

YEARS = (2500, 2700)
SCORE_RANGE = (0, 100)

ITEM_CODE = "({0} GLOB '[IEO][1-9]' OR {0} GLOB '[IEO][1-9][0-9]')"
INDICATOR_CODE = "({0} GLOB '[1-9]' OR {0} GLOB '[1-9][0-9]')"
SUBINDICATOR_CODE = (
    "({0} GLOB '[1-9].[1-9]' OR {0} GLOB '[1-9].[1-9][0-9]'"
    " OR {0} GLOB '[1-9][0-9].[1-9]' OR {0} GLOB '[1-9][0-9].[1-9][0-9]')"
)
INSTRUMENTS = ("IIT", "EIT", "OIT")
TEXT_SOURCES = ("text", "ocr", "mixed", "ocr_text")

metadata = MetaData(
    naming_convention={
        "ck": "%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def table(name: str, *items: SchemaItem, rowid: bool = True) -> Table:
    """A STRICT table; ``rowid=False`` for tables keyed by what they link, kept in key order."""
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_with_rowid=rowid)


def key(name: str) -> Column[int]:
    """An integer primary key given by the program, never by the database."""
    return Column(
        name,
        Integer,
        CheckConstraint(f"{name} > 0", name=f"{name}_positive"),
        primary_key=True,
        autoincrement=False,
    )


def text(
    name: str, check: str | None = None, *, required: bool = False, part_of_key: bool = False
) -> Column[str]:
    """A text that is never blank; ``check`` is SQL with ``{0}`` for the column."""
    form = f" AND ({check.format(name)})" if check else ""
    # One constraint a column: SQLAlchemy writes several in no settled order.
    constraint = CheckConstraint(f"trim({name}) <> ''{form}", name=f"{name}_form")
    return Column(
        name, Text, constraint, nullable=not (required or part_of_key), primary_key=part_of_key
    )


def one_of(
    name: str, values: Iterable[str], *, required: bool = False, part_of_key: bool = False
) -> Column[str]:
    """A text from a closed list."""
    listed = ", ".join(f"'{value}'" for value in values)
    return Column(
        name,
        Text,
        CheckConstraint(f"{name} IN ({listed})", name=f"{name}_known"),
        nullable=not (required or part_of_key),
        primary_key=part_of_key,
    )


def integer(
    name: str,
    low: int,
    high: int | None = None,
    *,
    required: bool = False,
    part_of_key: bool = False,
) -> Column[int]:
    """A whole number of at least ``low`` and, where given, at most ``high``."""
    check = f"{name} >= {low}" if high is None else f"{name} BETWEEN {low} AND {high}"
    return Column(
        name,
        Integer,
        CheckConstraint(check, name=f"{name}_range"),
        nullable=not (required or part_of_key),
        primary_key=part_of_key,
        autoincrement=False,
    )


def number(
    name: str, low: float | None = None, high: float | None = None, *, required: bool = False
) -> Column[float]:
    """A REAL, where given between two bounds."""
    checks = [f"{name} >= {low}"] if low is not None else []
    checks += [f"{name} <= {high}"] if high is not None else []
    constraints = [CheckConstraint(" AND ".join(checks), name=f"{name}_range")] if checks else []
    return Column(name, REAL, *constraints, nullable=not required)


def score_value(name: str) -> Column[float]:
    """A score from 0 to 100 that is stated."""
    return number(name, *SCORE_RANGE, required=True)


def year(name: str, *, required: bool = False, part_of_key: bool = False) -> Column[int]:
    """A year of the Buddhist Era."""
    return integer(name, *YEARS, required=required, part_of_key=part_of_key)


def date(name: str) -> Column[str]:
    """An ISO date that is in the calendar: adding no days makes 2023-03-02 of 2023-02-30."""
    return Column(
        name, Text, CheckConstraint(f"{name} IS date({name}, '+0 days')", name=f"{name}_iso")
    )


def flag(name: str) -> Column[int]:
    """0 or 1."""
    return integer(name, 0, 1, required=True)


def document_key() -> Column[int]:
    """The document a fact was read from."""
    return Column("document_id", Integer, nullable=False)


def of_document(name: str) -> CheckConstraint:
    """The id belongs to the document the row names: the two can never drift apart."""
    return CheckConstraint(f"{name} / {IDS_PER_DOCUMENT} = document_id", name=f"{name}_document")


def foreign_key(
    columns: str | list[str],
    target: str,
    targets: str | list[str] | None = None,
    *,
    cascade: bool = True,
) -> ForeignKeyConstraint:
    """A reference to another table; without ``cascade`` the other row cannot go alone."""
    own = [columns] if isinstance(columns, str) else columns
    theirs = own if targets is None else [targets] if isinstance(targets, str) else targets
    return ForeignKeyConstraint(
        own, [f"{target}.{column}" for column in theirs], ondelete="CASCADE" if cascade else None
    )


def on_page(column: str = "page") -> ForeignKeyConstraint:
    """The page is one of the document's own."""
    return foreign_key(["document_id", column], "page", ["document_id", "page"])


def place(*, page_required: bool = True) -> list[SchemaItem]:
    """Page, table, row, column and bounding box, as ``extract.model.Place`` has them."""
    box: list[Column[Any]] = [number(name) for name in ("x0", "top", "x1", "bottom")]
    return [
        integer("page", 1, required=page_required),
        integer("table_no", 0),
        integer("row_no", 0),
        integer("column_no", 0),
        *box,
        CheckConstraint("x1 >= x0 AND bottom >= top", name="box"),
        CheckConstraint(
            "(x0 IS NULL) + (top IS NULL) + (x1 IS NULL) + (bottom IS NULL) IN (0, 4)",
            name="box_whole",
        ),
    ]
