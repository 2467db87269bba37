"""The schema as a whole: tables and views made in a database, and what columns they have.

The tables themselves are defined in ``load.tables``, the views in ``load/views/*.sql``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlalchemy import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from load import search
from load.database import APPLICATION_ID, SCHEMA_VERSION
from load.tables import metadata


@cache
def views() -> dict[str, str]:
    """The public views: the statement that makes each, by its name, in alphabetical order."""
    folder = files("load").joinpath("views")
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return {
        file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
        for file in sorted(found, key=lambda file: file.name)
    }


def create_tables(connection: Connection) -> None:
    """Make the tables in an empty database and mark it as ours."""
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table))
        # SQLAlchemy keeps a table's indexes in a set; databases are to be equal.
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def create_views(connection: Connection) -> None:
    """Make the views, in place of those an earlier version of this program made."""
    for name, statement in views().items():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(statement)


def structure(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The columns of our views, tables and search indexes, in their order; views first."""
    columns = {
        name: tuple(connection.exec_driver_sql(f"SELECT * FROM {name} LIMIT 0").keys())
        for name in views()
    }
    tables = sorted(metadata.tables.values(), key=lambda table: table.name)
    columns |= {table.name: tuple(table.columns.keys()) for table in tables}
    return columns | search.structure()
