"""The code books as typed records: agencies, indicators, items per assessment year, units, words.

All of it is data in the CSV files of this folder; the loaders here only give it types and refuse
rows that do not fit. What the rows mean is told in ``docs/codebook.md``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

INSTRUMENT_LETTER = {"I": "IIT", "E": "EIT", "O": "OIT"}


class CodebookError(Exception):
    """A code book row that does not fit: says which file and row, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A district office (``1001``-``1050``) or the city (``1000``)."""

    code: str
    kind: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator (``1``-``10``) or sub-indicator (``9.1``-``10.2``) of one assessment year."""

    year: int
    instrument: str
    code: str
    parent: str | None
    title_th: str
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class Item:
    """An item (``I1``, ``E15``, ``O30``) of one assessment year."""

    year: int
    instrument: str
    code: str
    indicator: str
    subindicator: str | None
    title_th: str
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A section (ฝ่าย) of a district office and the other ways reports write its name."""

    name_th: str
    name_en: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase of a CSV vocabulary and what it stands for."""

    meaning: str
    phrase: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one CSV file of this folder."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def _points(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@cache
def agencies() -> tuple[Agency, ...]:
    return tuple(
        Agency(r["agency_code"], r["kind"], r["name_th"], r["name_en"])
        for r in rows("agencies.csv")
    )


@cache
def indicators(year: int) -> dict[str, Indicator]:
    """Indicators and sub-indicators of a year by code; empty for a year without a book."""
    return {
        r["code"]: Indicator(
            year,
            r["instrument"],
            r["code"],
            r["parent"] or None,
            r["title_th"],
            _points(r["points"]),
        )
        for r in rows("indicators.csv")
        if int(r["assessment_year_be"]) == year
    }


@cache
def items(year: int) -> dict[str, Item]:
    """Items of a year by code, in code-book order; empty for a year without a book."""
    return {
        r["code"]: Item(
            year,
            r["instrument"],
            r["code"],
            r["indicator"],
            r["subindicator"] or None,
            r["title_th"],
            _points(r["points"]),
        )
        for r in rows("items.csv")
        if int(r["assessment_year_be"]) == year
    }


@cache
def book_years() -> tuple[int, ...]:
    """Assessment years (Buddhist Era) that have a code book, oldest first."""
    return tuple(sorted({int(r["assessment_year_be"]) for r in rows("items.csv")}))


@cache
def nearest_book(year: int) -> int:
    """The year of the code book that a year without one is most like: its own, else the nearest."""
    return min(book_years(), key=lambda book: (abs(book - year), book))


def nearest_items(year: int | None) -> dict[str, Item]:
    """Items of a year's code book or, where it has none, of the nearest; empty without a year.

    What a text says of an item is held against its title: a year without a book asks mostly what
    the one before it did, and where it does not the words disagree.
    """
    return {} if year is None else items(nearest_book(year))


def nearest_indicators(year: int | None) -> dict[str, Indicator]:
    """Indicators of a year's code book or of the nearest, as :func:`nearest_items` has items."""
    return {} if year is None else indicators(nearest_book(year))


@cache
def units() -> tuple[Unit, ...]:
    return tuple(
        Unit(r["name_th"], r["name_en"], tuple(a for a in r["aliases"].split("|") if a))
        for r in rows("units.csv")
    )


@cache
def words(name: str) -> tuple[Word, ...]:
    """A vocabulary file (``headers``, ``months``, …): columns ``meaning`` and ``phrase``."""
    return tuple(Word(r["meaning"], r["phrase"]) for r in rows(f"{name}.csv"))


def code_order(code: str) -> tuple[int, int, int]:
    """Sort key of item codes in code-book order: I before E before O, then by number."""
    letter, number = code[:1], code[1:]
    if letter in "IEO" and number.isdigit():
        return "IEO".index(letter), int(number), 0
    major, _, minor = code.partition(".")
    return 3, int(major) if major.isdigit() else 99, int(minor) if minor.isdigit() else 0
