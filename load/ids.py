"""Ids that depend on nothing but the files: not on load order, workers or what was loaded before.

A document's id comes from its path, a fact's id from its document and its place in the report. Two
paths whose hashes meet (about 1 in 170 folders of 5,000 files) are told apart in the order of the
paths, so that an id may have to move when the second of them is loaded or the first removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from sqlalchemy import Column, Connection, Integer, Table, select, update

from load.tables import IDS_PER_DOCUMENT, document, metadata, run

SLOTS = 2**31 - 1


def slot(path: str) -> int:
    """Where the search for a document's id begins, from 1 to ``SLOTS``."""
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") % SLOTS + 1


def free_id(path: str, taken: Collection[int]) -> int:
    """The first id from the path's slot on that no other document has."""
    found = slot(path)
    while found in taken:
        found = found % SLOTS + 1
    return found


def settled_ids(paths: Iterable[str]) -> dict[str, int]:
    """The ids documents have in the end: each the first free one, in the order of the paths."""
    owners: dict[int, str] = {}
    for path in sorted(paths):
        owners[free_id(path, owners)] = path
    return {path: document_id for document_id, path in owners.items()}


def settle(connection: Connection) -> None:
    """Move documents whose ids collided to the ids they would have, whatever the load order.

    Foreign keys must be deferred to the end of the transaction.
    """
    stored = {
        row.path: row.document_id
        for row in connection.execute(select(document.c.path, document.c.document_id))
    }
    wanted = settled_ids(stored)
    moves = [(stored[path], wanted[path]) for path in stored if stored[path] != wanted[path]]
    # By way of ids no path can have: two documents may have to change places.
    for number, (old, _) in enumerate(moves, start=1):
        _move(connection, old, SLOTS + number)
    for number, (_, new) in enumerate(moves, start=1):
        _move(connection, SLOTS + number, new)


def _move(connection: Connection, old: int, new: int) -> None:
    """Give a document and all its facts another id."""
    for table in metadata.tables.values():
        ids = _fact_ids(table)
        values = {column: column + (new - old) * IDS_PER_DOCUMENT for column in ids}
        if "document_id" in table.c:
            where = table.c.document_id == old
            connection.execute(update(table).where(where).values({"document_id": new} | values))
        elif ids:
            where = ids[0].between(old * IDS_PER_DOCUMENT, (old + 1) * IDS_PER_DOCUMENT - 1)
            connection.execute(update(table).where(where).values(values))


def _fact_ids(table: Table) -> list[Column[int]]:
    """The columns that hold ids of facts, the table's own first."""
    if table is run:
        return []
    return [
        column
        for column in table.columns
        if isinstance(column.type, Integer)
        and column.name.endswith("_id")
        and column.name != "document_id"
    ]
