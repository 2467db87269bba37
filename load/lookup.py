"""Finds a score by what a person knows of it: whose, of which year, of which item.

Plain ``sqlite3`` like ``load.database``, whose connections have rows by name.
"""

from __future__ import annotations

import difflib
import re
import sqlite3
from dataclasses import dataclass


class NotFound(Exception):
    """Nothing in the database fits; the message says what there is instead."""


@dataclass(frozen=True, slots=True)
class FoundScore:
    """The score that counts among those of several reports, and why it does."""

    score_id: int
    rule: str
    conflict: bool
    documents: int


def find_score(connection: sqlite3.Connection, district: str, year: int, code: str) -> FoundScore:
    """The score of a district (by name or code), year and item or indicator.

    Raises:
        NotFound: no such district or score; the message says what there is.
    """
    agency_code, name = _agency(connection, district)
    row = connection.execute(
        "SELECT score_id, rule, conflict, documents FROM v_score_current"
        " WHERE agency_code = ? AND fiscal_year = ? AND code = ?",
        (agency_code, year, code),
    ).fetchone()
    if row is None:
        raise NotFound(_instead(connection, agency_code, name, year, code))
    return FoundScore(row["score_id"], row["rule"], bool(row["conflict"]), row["documents"])


def _agency(connection: sqlite3.Connection, named: str) -> tuple[str, str]:
    """Code and Thai name of the agency a person names: สำนักงานเขตบางรัก, Bang Rak, 1004."""
    agencies = connection.execute("SELECT agency_code, name_th, name_en FROM agency").fetchall()
    wanted = _plain(named)
    for row in agencies:
        if wanted in (row["agency_code"], _plain(row["name_th"]), _plain(row["name_en"])):
            return row["agency_code"], row["name_th"]
    names = {_plain(row[name]): row[name] for row in agencies for name in ("name_th", "name_en")}
    near = [names[key] for key in difflib.get_close_matches(wanted, names, n=3)]
    hint = f"; perhaps {' or '.join(near)}" if near else ""
    raise NotFound(f"No district is called {named}{hint}")


def _plain(name: str) -> str:
    return re.sub(r"^(?:สำนักงาน)?เขต|\s", "", name.strip()).casefold()


def _instead(
    connection: sqlite3.Connection, agency_code: str, name: str, year: int, code: str
) -> str:
    """What the database has where it lacks a score."""
    query = (
        "SELECT fiscal_year, count(*) AS scores, max(code = ?) AS has_code FROM v_score_current"
        " WHERE agency_code = ? GROUP BY fiscal_year ORDER BY fiscal_year"
    )
    years = connection.execute(query, (code, agency_code)).fetchall()
    if not years:
        return f"The database holds no score of {name}"
    there = ", ".join(f"{y['fiscal_year']} ({y['scores']} scores)" for y in years)
    if year not in [y["fiscal_year"] for y in years]:
        return f"The database holds no scores of {name} for {year}; it has {there}"
    codes = [
        row["code"]
        for row in connection.execute(
            "SELECT code FROM v_score_current WHERE agency_code = ? AND fiscal_year = ?"
            " ORDER BY score_id",
            (agency_code, year),
        )
    ]
    return f"{name} has no score {code} of {year}; it has {', '.join(codes)}"
