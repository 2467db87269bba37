"""Which row refers to something that is not there; SQLite itself says no more than the table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, ForeignKeyConstraint

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
    search = _Search(table, target, keys)
    first, *values = connection.exec_driver_sql(search.orphans()).one()
    if search.first == "document_id":
        return BrokenReference(first, search.message(values))
    of_fact = search.first.endswith("_id")
    return BrokenReference(first // IDS_PER_DOCUMENT if of_fact else None, search.message(values))


def broken_reference_of(connection: Connection, document_id: int) -> str | None:
    """The message of the first broken reference among one document's own rows."""
    ids = {
        "low_document_id": document_id,
        "high_document_id": document_id,
        "low_fact_id": document_id * IDS_PER_DOCUMENT,
        "high_fact_id": (document_id + 1) * IDS_PER_DOCUMENT - 1,
    }
    searches, statement = _searches_of_document()
    number: int | None = connection.exec_driver_sql(statement, ids).scalar()
    if number is None:
        return None
    search = searches[number]
    _, *values = connection.exec_driver_sql(search.orphans_of_document(), ids).one()
    return search.message(values)


@cache
def _searches_of_document() -> tuple[list[_Search], str]:
    """A search for every foreign key of a document's rows, and one statement that runs them all."""
    searches = [
        _Search(table.name, key.referred_table.name, _columns(key))
        for table in metadata.sorted_tables
        if _first(table.name).endswith("_id")
        for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
    ]
    parts = (
        f"SELECT {number} WHERE EXISTS ({search.orphans_of_document()})"
        for number, search in enumerate(searches)
    )
    return searches, " UNION ALL ".join(parts) + " LIMIT 1"


def _columns(key: ForeignKeyConstraint) -> list[tuple[str, str]]:
    return [(element.parent.name, element.column.name) for element in key.elements]


def _first(table: str) -> str:
    """The column a table's rows are found by: its own id, that of a fact or of a document."""
    return metadata.tables[table].primary_key.columns[0].name


@dataclass(frozen=True, slots=True)
class _Search:
    """How to find the rows of a table whose reference to another finds nothing."""

    table: str
    target: str
    keys: list[tuple[str, str]]

    @property
    def first(self) -> str:
        return _first(self.table)

    def orphans(self, scope: str = "TRUE") -> str:
        own = ", ".join(f"a.{column}" for column, _ in self.keys)
        same = " AND ".join(f"a.{column} = b.{other}" for column, other in self.keys)
        stated = " AND ".join(f"a.{column} IS NOT NULL" for column, _ in self.keys)
        return (
            f"SELECT a.{self.first}, {own} FROM {self.table} AS a WHERE {scope} AND {stated}"
            f" AND NOT EXISTS (SELECT 1 FROM {self.target} AS b WHERE {same}) LIMIT 1"
        )

    def orphans_of_document(self) -> str:
        kind = "document_id" if self.first == "document_id" else "fact_id"
        return self.orphans(f"a.{self.first} BETWEEN :low_{kind} AND :high_{kind}")

    def message(self, values: list[object]) -> str:
        pairs = zip(self.keys, values, strict=True)
        stated = ", ".join(f"{column} {value!r}" for (column, _), value in pairs)
        return f"{self.table} has {stated}, which is not in {self.target}"
