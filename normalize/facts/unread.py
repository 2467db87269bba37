"""What is printed and no value could be read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extract.model import Place
from normalize.facts.scores import Stated
from normalize.model import Finding, Measure, Source
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import find_dates

# The number of an indicator is none of its scores.
_NUMBER = compiled(r"(?<![A-Za-z0-9.,])(?<!ตัวชี้วัด(?:ย่อย)?\s?(?:ที่)?\s?)[0-9]+(?:[.,][0-9]+)?")
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

    A place is done with where it has no more numbers than scores were read there.
    """
    read: dict[Place, set[str]] = defaultdict(set)
    for one in stated:
        read[one.source.place].add(one.code)
    return [
        f
        for f in findings
        if f.kind != "score-unread"
        or f.place is None
        or f.place not in read
        or len(_NUMBER.findall(clean(f.raw or ""))) > len(read[f.place])
    ]
