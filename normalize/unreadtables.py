"""Findings for tables and columns whose words are new to the reader."""

from __future__ import annotations

from normalize.facts.unread import LONGEST
from normalize.model import Finding, Source
from normalize.names.phrases import role_of
from normalize.tables import ReadTable, words_of
from normalize.words.text import clean


def unknown_table(read: ReadTable) -> list[Finding]:
    """A finding for a table that was not understood."""
    if read.kind != "unknown-table":
        return []
    heads = [c.header for c in read.columns.columns]
    if not any(heads):
        heads = [clean(c.text) for c in read.table.cells if c.row == 0]
    header = " | ".join(" ".join(h.split()) or "?" for h in heads)
    place = read.table.places[0]
    return [
        Finding(
            "warning",
            "unknown-table",
            f"A table with the columns '{header[:200]}' was not understood; if it matters, add its "
            "header words to headers.csv",
            place,
            place.page,
            words_of(read.table)[:LONGEST],
        )
    ]


def unread_columns(read: ReadTable) -> list[Finding]:
    """A finding for each column whose header's words are new.

    Its cells were not read, or were taken for measures or weaknesses for want of another reading.
    """
    found = []
    for i, column in enumerate(read.columns.columns):
        guessed = column.role in ("measure", "weakness") and role_of(column.header) is None
        cells = [c for r in read.body.records if r.heading is None and (c := r.own(i)) is not None]
        cells = [c for c in cells if c.columns < len(read.columns.columns)]
        if (column.role is not None and not guessed) or len(cells) < 2:
            continue
        cells_of = f"{len(cells)} cells of the column '{column.header[:80] or '?'}' were"
        kind, message = "column-unread", f"{cells_of} not read; if it matters, add its"
        if guessed:
            taken = f"{cells_of} taken for the {column.role}, as nothing else could be"
            kind, message = "column-guessed", f"{taken}; compare with the page, and add its"
        source = Source(cells[0].places[0], "; ".join(c.raw for c in cells)[:500])
        found.append(Finding.at("info", kind, f"{message} header words to headers.csv", source))
    return found


__all__ = ["unknown_table", "unread_columns"]
