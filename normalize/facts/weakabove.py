"""What is weak about an item, told under a label between the item's heading and its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Paragraph
from normalize.facts.measures import MeasureFacts
from normalize.model import Source, Weakness
from normalize.rows.columns import Columns
from normalize.shapes.labels import labelled


def with_weakness_above(
    found: MeasureFacts, lines: Sequence[Paragraph], columns: Columns
) -> MeasureFacts:
    """The facts of a table of measures with the weakness that the one such line above it tells.

    Args:
        found: what the table stated.
        lines: the paragraphs since the table before.
        columns: of the table; where one tells weaknesses itself, a line above is none of its rows'.
    """
    items = {(m.codes, m.indicator) for m in found.measures}
    told = [(p, text) for p in lines if (text := labelled(p.text, "weakness"))]
    if columns.where("weakness") or len(items) != 1 or len(told) != 1:
        return found
    (codes, indicator), (line, text) = items.pop(), told[0]
    if not codes:
        return found
    source = Source(line.place, line.text)
    return replace(
        found,
        weaknesses=[*found.weaknesses, Weakness(codes, indicator, text, source)],
        measures=[replace(m, weakness=m.weakness or text) for m in found.measures],
    )


__all__ = ["with_weakness_above"]
