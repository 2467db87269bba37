"""Checks the vocabularies of the code book: header words, sections, names, kinds of findings.

What is checked here is what makes one phrase mean two things, or none. The books of items and
indicators have rules of their own in :mod:`normalize.codebook.lint`.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from normalize.codebook import rows
from normalize.codebook.lint import Fault, Line, Reader
from normalize.words.text import repair, squeeze

#: Vocabularies of two columns, ``meaning`` and ``phrase``.
VOCABULARIES = (
    "headers", "cues", "doc_types", "instruments", "months", "numbers", "other_numbers", "ratings",
)  # fmt: skip
ROLES, UNITS, AGENCIES, KINDS = "roles.csv", "units.csv", "agencies.csv", "finding_kinds.csv"
_UNIQUE = {
    AGENCIES: ("agency_code", "name_th"),
    ROLES: ("role",),
    KINDS: ("kind",),
    UNITS: ("name_th",),
}


def faults(read: Reader = rows) -> list[Fault]:
    """Everything wrong in the vocabularies; empty where nothing is.

    Args:
        read: gives the lines of one CSV file, by its name.
    """
    roles = {line["role"] for line in read(ROLES)}
    found: list[Fault] = []
    for name in VOCABULARIES:
        allowed = roles if name in ("headers", "cues") else None
        found += _vocabulary_faults(f"{name}.csv", list(read(f"{name}.csv")), allowed)
    for file, columns in _UNIQUE.items():
        lines = list(read(file))
        for column in columns:
            found += _repeats(file, lines, column)
        found += _empty(file, lines)
    found += _alias_faults(list(read(UNITS)))
    found += _kind_faults(list(read(KINDS)))
    return found


def _vocabulary_faults(file: str, lines: list[Line], roles: set[str] | None) -> Iterator[Fault]:
    seen: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines, start=2):
        meaning, phrase = (line.get("meaning") or "").strip(), (line.get("phrase") or "").strip()
        if not meaning or not phrase:
            yield Fault(file, number, "meaning and phrase must both be filled")
            continue
        if roles is not None and meaning not in roles:
            yield Fault(file, number, f"no role is called '{meaning}'; {ROLES} has them all")
        if repair(phrase) != phrase:
            yield Fault(file, number, f"'{phrase}' is typed oddly; write: {repair(phrase)}")
        before = seen.setdefault(squeeze(phrase).lower(), (number, meaning))
        if before != (number, meaning):
            what = "stands twice" if before[1] == meaning else f"already means {before[1]}"
            yield Fault(file, number, f"'{phrase}' {what} (line {before[0]})")


def _repeats(file: str, lines: list[Line], column: str) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=2):
        value = (line.get(column) or "").strip()
        if value and seen.setdefault(value, number) != number:
            yield Fault(file, number, f"{column} '{value}' stands twice (line {seen[value]})")


def _empty(file: str, lines: list[Line]) -> Iterator[Fault]:
    """Fields left empty; only a section may have no other names."""
    for number, line in enumerate(lines, start=2):
        empty = [c for c, value in line.items() if c != "aliases" and not (value or "").strip()]
        if empty:
            yield Fault(file, number, f"{', '.join(empty)} must be filled")


def _alias_faults(lines: list[Line]) -> Iterator[Fault]:
    """Other names of a section that are names of another one."""
    owners = {squeeze(line["name_th"]): line["name_th"] for line in lines}
    for number, line in enumerate(lines, start=2):
        for alias in filter(None, (line["aliases"] or "").split("|")):
            owner = owners.setdefault(squeeze(alias), line["name_th"])
            if owner != line["name_th"]:
                yield Fault(UNITS, number, f"'{alias}' is already a name of {owner}")


def _kind_faults(lines: list[Line]) -> Iterator[Fault]:
    for number, line in enumerate(lines, start=2):
        if line["severity"] not in ("error", "warning", "info"):
            severity = line["severity"]
            yield Fault(KINDS, number, f"severity '{severity}' is none of error, warning, info")
        if not regex.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", line["kind"]):
            yield Fault(KINDS, number, f"kind '{line['kind']}' is not words joined by hyphens")
        if not regex.search("[ก-ฮ]", line["description_th"]):
            yield Fault(KINDS, number, "description_th is not in Thai")
