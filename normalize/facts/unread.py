"""What a measure prints and no value could be read from."""

from __future__ import annotations

from normalize.model import Finding, Measure, Source
from normalize.words.text import clean
from normalize.words.values import find_dates

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
