"""Parquet: the tables with their types, for pandas, R and DuckDB; texts as they are, unguarded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from publish.errors import PublishError
from publish.export.target import placed
from publish.reader import Value
from publish.tables import PublishedTable, published, rows

CHUNK = 10_000
"""Rows in memory at a time."""


def write(connection: sqlite3.Connection, folder: Path) -> list[Path]:
    """Write one file for each table.

    Raises:
        PublishError: the package that writes Parquet is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise PublishError(
            "Parquet needs the package pyarrow: .venv/bin/python -m pip install -e '.[desk]'"
        ) from error
    made = []
    for table in published(connection):
        target = folder / f"{table.name}.parquet"
        schema = _schema(pyarrow, table)
        with placed(target) as part, parquet.ParquetWriter(part, schema) as writer:
            for chunk in _chunks(rows(connection, table)):
                columns = [
                    pyarrow.array(
                        [_typed(row[n], field.type, pyarrow) for row in chunk], field.type
                    )
                    for n, field in enumerate(schema)
                ]
                writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
        made.append(target)
    return made


def _schema(pyarrow: Any, table: PublishedTable) -> Any:
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
    }
    fields = [
        pyarrow.field(
            column.name,
            types[column.kind],
            metadata={
                "heading_th": column.heading_th,
                "description_th": column.description_th,
                "description_en": column.description_en,
            },
        )
        for column in table.columns
    ]
    about = {"description_th": table.description_th, "description_en": table.description_en}
    return pyarrow.schema(fields, metadata=about)


def _typed(value: Value, kind: Any, pyarrow: Any) -> object:
    if kind == pyarrow.date32() and isinstance(value, str):
        return date.fromisoformat(value)
    return value


def _chunks(everything: Iterator[tuple[Value, ...]]) -> Iterator[list[tuple[Value, ...]]]:
    while chunk := list(islice(everything, CHUNK)):
        yield chunk
