"""Which row refers to something that is not there; SQLite itself says no more than the table."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from load.tables import IDS_PER_DOCUMENT, metadata


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """A row whose foreign key finds nothing.

    Attributes:
        document_id: the document the row belongs to, ``None`` in tables of the code book.
        message: table, columns, values and what they should be found in.
    """

    document_id: int | None
    message: str


def broken_reference(connection: Connection) -> BrokenReference | None:
    """The first row of the database with a foreign key that finds nothing."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if found is None:
        return None
    table, _, target, number = found
    listed = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
    keys = [(key[3], key[4]) for key in listed if key[0] == number]
    first = metadata.tables[table].primary_key.columns[0].name
    row = connection.exec_driver_sql(_orphans(table, target, keys, first)).one()
    values = ", ".join(f"{own} {value!r}" for (own, _), value in zip(keys, row[1:], strict=True))
    message = f"{table} has {values}, which is not in {target}"
    if first == "document_id":
        return BrokenReference(row[0], message)
    return BrokenReference(row[0] // IDS_PER_DOCUMENT if first.endswith("_id") else None, message)


def _orphans(table: str, target: str, keys: list[tuple[str, str]], first: str) -> str:
    own = ", ".join(f"a.{column}" for column, _ in keys)
    same = " AND ".join(f"a.{column} = b.{other}" for column, other in keys)
    stated = " AND ".join(f"a.{column} IS NOT NULL" for column, _ in keys)
    return (
        f"SELECT a.{first}, {own} FROM {table} AS a WHERE {stated}"
        f" AND NOT EXISTS (SELECT 1 FROM {target} AS b WHERE {same}) LIMIT 1"
    )
