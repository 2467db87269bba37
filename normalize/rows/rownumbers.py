"""Indicators whose number stands in a column of its own, beside their items or alone."""

from __future__ import annotations

from normalize.rows.items import CodedEntry
from normalize.rows.record import Body, Record
from normalize.words.patterns import compiled

_NUMBER = compiled(r"^\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*((?:10|[1-9])(?:\.[1-9])?)\s*[.)]?(?![0-9])")
#: A number with nothing beside it.
ALONE = compiled(r"\s*\(?(10|[1-9])(\.[1-9])?[.)]?\s*")


def numbered_indicator(record: Record, body: Body, entries: list[CodedEntry]) -> str | None:
    """The indicator a row is of when its items stand beside it as a range (``9.1 | O1 - O4``).

    A whole number in a column that counts the rows is that of none.
    """
    counts = body.columns.where("number")
    for column in body.columns.where("indicator", "subindicator", "number") if entries else ():
        cell = record.own(column)
        # Merged over several rows it is the name of their group.
        alone = cell is not None and cell.first == cell.last
        match = _NUMBER.match(cell.text) if cell is not None and alone else None
        own = column not in counts and any(e.entry.last for e in entries)
        if match and (own or "." in match.group(1)):
            ranged = any(e.last for r in body.records for e in r.entries)
            return match.group(1) if ranged else None
    return None


def bare_number(record: Record, body: Body) -> str | None:
    """The indicator whose number stands alone in a column of indicators that only has numbers."""
    for column in body.columns.where("indicator"):
        cells = [c for r in body.records if r.heading is None and (c := r.own(column)) is not None]
        found = [ALONE.fullmatch(c.text) for c in cells]
        keys = [(int(m[1]), m[2] or "") for m in found if m is not None]
        own = record.own(column)
        match = ALONE.fullmatch(own.text) if own is not None else None
        if match and len(keys) >= 2 and keys == sorted(set(keys)):
            return match[1] + (match[2] or "")
    return None
