"""The code book's CSV files as rows of its tables; what is wrong in a file is said with its line.

The files belong to ``normalize``; here they are only copied, so that a query can join them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, Table, delete, insert
from sqlalchemy.exc import IntegrityError

from load.errors import LoadError
from load.tables import agency, indicator, item, unit, unit_alias

Row = dict[str, Any]

# Text columns of the database hold Arabic digits; some questions are printed with Thai ones.
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def refill(connection: Connection) -> None:
    """Replace the code book tables by what the CSV files say now.

    Facts refer to agencies and units, so foreign keys must be deferred to the end of the
    transaction.

    Raises:
        LoadError: a file lacks a column or holds a value the tables refuse.
    """
    for table in (unit_alias, unit, item, indicator, agency):
        connection.execute(delete(table))
    for name, tables in _FILES.items():
        lines = list(_lines(name))
        for table, rows_of in tables:
            try:
                rows = [row for line in lines for row in rows_of(*line)]
                if rows:
                    connection.execute(insert(table), rows)
            except KeyError as error:
                raise LoadError(f"codebook/{name}: no column {error}; correct the file") from error
            except (ValueError, IntegrityError) as error:
                reason = error.orig if isinstance(error, IntegrityError) else error
                raise LoadError(f"codebook/{name}: {reason}; correct the file") from error


def _lines(name: str) -> Iterator[tuple[int, Row]]:
    """The lines of a file, numbered from 1; an empty field is ``None``."""
    source = files("normalize").joinpath("codebook", name)
    lines = csv.DictReader(io.StringIO(source.read_text(encoding="utf-8-sig")))
    for position, line in enumerate(lines, start=1):
        yield position, {column: value or None for column, value in line.items()}


def _agency(_position: int, line: Row) -> Iterator[Row]:
    yield {column: line[column] for column in ("agency_code", "kind", "name_th", "name_en")}


def _of_year(line: Row) -> Row:
    return {
        "assessment_year": int(line["assessment_year_be"]),
        "instrument": line["instrument"],
        "code": line["code"],
        "title_th": line["title_th"] and line["title_th"].translate(_ARABIC),
        "points": line["points"] and float(line["points"]),
    }


def _indicator(position: int, line: Row) -> Iterator[Row]:
    yield _of_year(line) | {"parent": line["parent"], "position": position}


def _item(position: int, line: Row) -> Iterator[Row]:
    yield _of_year(line) | {
        "indicator": line["indicator"],
        "subindicator": line["subindicator"],
        "position": position,
    }


def _unit(position: int, line: Row) -> Iterator[Row]:
    yield {"unit": line["name_th"], "name_en": line["name_en"], "position": position}


def _alias(_position: int, line: Row) -> Iterator[Row]:
    for alias in (line["aliases"] or "").split("|"):
        if alias:
            yield {"alias": alias, "unit": line["name_th"]}


_FILES: dict[str, list[tuple[Table, Callable[[int, Row], Iterator[Row]]]]] = {
    "agencies.csv": [(agency, _agency)],
    "indicators.csv": [(indicator, _indicator)],
    "items.csv": [(item, _item)],
    "units.csv": [(unit, _unit), (unit_alias, _alias)],
}
