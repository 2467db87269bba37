"""CSV that Excel opens with its Thai intact: a byte order mark, and no cell that is a formula.

Columns have their SQL names, so that a script and a question read alike; ``dictionary.csv`` tells
what each means, in Thai too.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from publish.cells import write_csv
from publish.export.target import placed
from publish.tables import published, rows

DICTIONARY = "dictionary.csv"
HEADINGS = (
    "table_name",
    "column_name",
    "heading_th",
    "description_th",
    "description_en",
    "unit_or_values",
)


def write(connection: sqlite3.Connection, folder: Path) -> list[Path]:
    """Write one file for each table, and the dictionary."""
    made = []
    for table in published(connection):
        target = folder / f"{table.name}.csv"
        with (
            placed(target) as part,
            part.open("w", encoding="utf-8-sig", newline="") as stream,
        ):
            write_csv(stream, [column.name for column in table.columns], rows(connection, table))
        made.append(target)
    target = folder / DICTIONARY
    with placed(target) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        write_csv(stream, HEADINGS, dictionary_rows(connection))
    return [*made, target]


def dictionary_rows(connection: sqlite3.Connection) -> list[tuple[str | None, ...]]:
    """What the published tables and their columns mean, a line for each."""
    lines: list[tuple[str | None, ...]] = []
    for table in published(connection):
        lines.append(
            (
                table.name,
                None,
                table.heading_th,
                table.description_th,
                table.description_en,
                None,
            )
        )
        lines += [
            (
                table.name,
                column.name,
                column.heading_th,
                column.description_th,
                column.description_en,
                column.unit_or_values,
            )
            for column in table.columns
        ]
    return lines
