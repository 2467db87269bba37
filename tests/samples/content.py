"""What a made-up report says, read from ``content/*.json``.

Belongs here: the facts (scores, weaknesses, measures) and the order of the printed parts. Not
here: grids and spans (``grid``), the truth file (``truth``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.samples.arithmetic import derive, rating
from tests.samples.numerals import expand


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of one cell; before each a mark: ``number``, ``paren``, ``dash`` or none."""

    items: tuple[str, ...] = ()
    mark: str = ""
    first: int = 1

    @property
    def plain(self) -> str:
        return " ".join(self.items)


@dataclass(frozen=True, slots=True)
class Line:
    """A row on the side of the items: what is assessed, and its weakness.

    ``codes`` are all answered items; ``span`` is set where they are printed as a range.
    """

    codes: tuple[str, ...]
    weakness: str
    span: bool
    form: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A row on the side of the measures; pairs are (as printed, as data)."""

    steps: Statements
    fields: Mapping[str, Statements]
    issue: str
    responsible: str
    units: tuple[str, ...] | None
    deadline: tuple[str, str | None] | None
    monitoring: tuple[str, float] | None
    picture: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items and measures that stand beside each other, one side merged over the other.

    ``blank``: the measure is not merged, the cells below it are empty. ``split``: each statement of
    the only measure's result has a row of its own beside it.
    """

    lines: tuple[Line, ...]
    measures: tuple[Measure, ...]
    blank: bool
    split: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The groups of one indicator, the heading rows before them and the indicator cell's text."""

    indicator: str
    headings: tuple[str, ...]
    label: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report; ``raw`` keeps the parts that only the builders and writers look at."""

    name: str
    raw: Mapping[str, Any]
    scores: Mapping[int, Mapping[str, Decimal]]
    sections: tuple[Section, ...]

    @property
    def year(self) -> int:
        return int(self.raw["assessment_year"])

    @property
    def digits(self) -> str:
        return str(self.raw.get("digits", "thai"))


def read(path: Path) -> Content:
    """Read one content file; scores above the items are computed where it asks for that."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    scores = {
        int(year): {code: Decimal(value) for code, value in table.items()}
        for year, table in raw.get("scores", {}).items()
    }
    for year in raw.get("derive", []):
        scores[year] = derive(year, scores[year])
        if year == raw["assessment_year"] and raw.get("rating") != rating(scores[year]):
            raise ValueError(f"{path.name}: these scores are rated {rating(scores[year])}")
    marks = raw.get("marks", {})
    sections = tuple(_section(part, marks) for part in raw.get("sections", []))
    return Content(path.stem, raw, scores, sections)


def _section(raw: Mapping[str, Any], marks: Mapping[str, str]) -> Section:
    return Section(
        indicator=raw["indicator"],
        headings=tuple(raw.get("headings", ())),
        label=raw.get("label", ""),
        groups=tuple(_group(part, marks) for part in raw["groups"]),
    )


def _group(raw: Mapping[str, Any], marks: Mapping[str, str]) -> Group:
    return Group(
        lines=tuple(_line(part) for part in raw.get("lines", [])),
        measures=tuple(_measure(part, marks) for part in raw.get("measures", [])),
        blank=raw.get("blank", False),
        split=raw.get("split", False),
    )


def _line(raw: Mapping[str, Any]) -> Line:
    codes = raw["items"]
    return Line(expand(codes), raw.get("weakness", ""), ".." in codes, raw.get("form"))


def _measure(raw: Mapping[str, Any], marks: Mapping[str, str]) -> Measure:
    named = {
        name: _statements(raw[name], marks.get(name, ""))
        for name in ("output", "awareness", "result")
        if name in raw
    }
    units = raw.get("units")
    deadline = raw.get("deadline")
    monitoring = raw.get("monitoring")
    return Measure(
        steps=_statements(raw.get("steps", []), marks.get("steps", "")),
        fields=named,
        issue=raw.get("issue", ""),
        responsible=raw.get("responsible", "\n".join(units or [])),
        units=tuple(units) if units is not None else None,
        deadline=(deadline[0], deadline[1]) if deadline else None,
        monitoring=(monitoring[0], float(monitoring[1])) if monitoring else None,
        picture=raw.get("picture", ""),
    )


def _statements(raw: Any, mark: str) -> Statements:
    if isinstance(raw, str):
        return Statements((raw,))
    if isinstance(raw, dict):
        return Statements(tuple(raw["items"]), raw.get("mark", mark), raw.get("first", 1))
    items = tuple(raw)
    return Statements(items, mark if len(items) > 1 or mark == "dash" else "")
