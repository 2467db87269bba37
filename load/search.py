"""The full-text index: which texts can be searched, and how the index is made.

Thai has no spaces, so words are found by any three characters in a row (``tokenize='trigram'``);
a search for one or two characters has to look through the tables themselves, which the index keeps
no copy of. The index is made anew with every refresh: one that was added to would depend on what
was loaded before. How a search is put and shown belongs to ``publish``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index over text columns of a table.

    Attributes:
        name: the virtual table; its columns are those of the table, its ``rowid`` is the key.
        table: the table that holds the texts.
        key: the table's key.
        columns: what is searched.
    """

    name: str
    table: str
    key: str
    columns: tuple[str, ...]


INDEXES = (
    SearchIndex(
        "measure_search",
        "measure",
        "measure_id",
        ("weakness", "measure", "output", "awareness", "result"),
    ),
    SearchIndex("weakness_search", "weakness", "weakness_id", ("text",)),
)


def structure() -> dict[str, tuple[str, ...]]:
    """The columns of each index, for the dictionary."""
    return {index.name: index.columns for index in INDEXES}


def drop(connection: Connection) -> None:
    """Remove what indexes there are, before the tables under them change."""
    for index in INDEXES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {index.name}")


def create(connection: Connection) -> None:
    """Make the indexes over what the tables hold now."""
    for index in INDEXES:
        columns = ", ".join(index.columns)
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {index.name} USING fts5({columns}, content='{index.table}',"
            f" content_rowid='{index.key}', tokenize='trigram')"
        )
        connection.exec_driver_sql(f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')")
