"""Titles and points of the assessments, read from the project's code book files.

Only the CSV files are shared with the pipeline, not the code that reads them there.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "normalize" / "codebook"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, indicator or sub-indicator of one year's assessment."""

    code: str
    level: str
    instrument: str
    parents: tuple[str, ...]
    title: str
    points: Decimal | None


@cache
def book(year: int) -> dict[str, Entry]:
    """All entries of one assessment year by code, in code-book order; empty without a book."""
    entries = {}
    for row in [*_rows("indicators.csv"), *_rows("items.csv")]:
        if int(row["assessment_year_be"]) != year:
            continue
        parents = tuple(
            row[name] for name in ("parent", "indicator", "subindicator") if row.get(name)
        )
        code = row["code"]
        level = "item" if code[0].isalpha() else "subindicator" if "." in code else "indicator"
        points = Decimal(row["points"]) if row["points"] else None
        entries[code] = Entry(code, level, row["instrument"], parents, row["title_th"], points)
    return entries


@cache
def agency(code: str) -> str:
    """The Thai name of an agency as titles print it."""
    for row in _rows("agencies.csv"):
        if row["agency_code"] == code:
            name = row["name_th"]
            return f"สำนักงานเขต{name}" if row["kind"] == "district" else name
    raise KeyError(f"no agency {code} in {FOLDER / 'agencies.csv'}")


@cache
def unit_names() -> frozenset[str]:
    """The official names of the sections of a district office."""
    return frozenset(row["name_th"] for row in _rows("units.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
