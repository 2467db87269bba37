"""What is printed and no value could be read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from extract.model import Place
from normalize.facts.scores import Stated
from normalize.model import Finding, Measure, Source
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import find_dates

# The number of an indicator is none of its scores.
_NUMBER = compiled(r"(?<![A-Za-z0-9.,])(?<!ตัวชี้วัด(?:ย่อย)?\s?(?:ที่)?\s?)[0-9]+(?:[.,][0-9]+)?")
#: So much of a table that was not understood is told.
LONGEST = 500
_WHAT = {"deadline": "deadline", "monitoring": "monitoring interval", "responsible": "section"}


def unread_values(measure: Measure) -> list[Finding]:
    """Findings for printed deadlines, intervals and sections that became no value."""
    places: dict[str, Source] = {}
    for role, source in measure.sources:
        places.setdefault(role, source)
    wants = (
        ("deadline", measure.deadline_raw, measure.deadline, "deadline-unread"),
        ("monitoring", measure.monitoring_raw, measure.monitoring_months, "monitoring-unread"),
        ("responsible", measure.responsible, measure.units or None, "unit-unknown"),
    )
    found = [
        Finding.at("info", kind, f"No {_WHAT[role]} could be read from '{raw[:80]}'", places[role])
        for role, raw, value, kind in wants
        if raw and value is None
    ]
    if measure.deadline_raw and len(set(find_dates(clean(measure.deadline_raw)))) > 1:
        message = f"Several dates in one deadline cell; the last ({measure.deadline}) was taken"
        found.append(Finding.at("info", "several-deadlines", message, places["deadline"]))
    return found


def still_unread(findings: Iterable[Finding], stated: Sequence[Stated]) -> list[Finding]:
    """The findings without those of numbers that another reader made scores of.

    A place is done with where it has no more numbers than scores were read there; a table that was
    not understood, where each of its numbers became a score of its own.
    """
    read: dict[Place, set[str]] = defaultdict(set)
    tables: dict[tuple[int, int | None], set[tuple[int | None, str]]] = defaultdict(set)
    for one in stated:
        place = one.source.place
        read[place].add(one.code)
        tables[place.page, place.table].add((one.year, one.code))
    return [f for f in findings if not _is_read(f, read, tables)]


def _is_read(
    finding: Finding,
    read: Mapping[Place, Collection[str]],
    tables: Mapping[tuple[int, int | None], Collection[tuple[int | None, str]]],
) -> bool:
    """Whether each number at a finding's place became a score."""
    place, raw = finding.place, finding.raw or ""
    if place is None:
        return False
    there: Collection[object] = ()
    if finding.kind == "score-unread":
        there = read.get(place, ())
    elif finding.kind == "unknown-table" and place.table is not None and len(raw) < LONGEST:
        there = tables.get((place.page, place.table), ())
    return bool(there) and len(there) >= len(_NUMBER.findall(clean(raw)))
