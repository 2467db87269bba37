"""Scores in lists of lines that stand in tables: in bands across them, or as their rows.

Where rules stand only below rows, a heading and the first line of its list share one cell across
the table; its lines are read as those of a list outside tables are (:mod:`normalize.facts.listed`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract.model import Paragraph, Table
from normalize.facts.listed import listed_in
from normalize.facts.scores import Stated
from normalize.facts.wholelines import BEGINNING
from normalize.shapes.saidrows import said_rows
from normalize.words.text import clean


def banded_in(tables: Iterable[Table], year: int | None) -> list[Stated]:
    """Scores of the lines below the first one in a cell across a table of scores."""
    bands = (
        cell
        for table in tables
        for cell in table.cells
        if cell.column_span == table.columns > 1 and "\n" in cell.text
    )
    return [
        one
        for cell in bands
        for one in listed_in(
            (Paragraph(t, cell.places[0], (), 0, False) for t in cell.text.split("\n")), year
        )
        if one.source.raw != cell.text.split("\n")[0]
    ]


def in_rows(tables: Iterable[Table], year: int | None) -> list[Stated]:
    """Scores of tables whose rows are lines of a list: a code, its words and behind them a number.

    Every row of an item has one: a number behind a few of them may be anything.
    """
    found: list[Stated] = []
    for table in tables:
        lines = [
            Paragraph(" ".join(c.text for c in row), row[0].places[0], (), 0, False)
            for row in said_rows(table)
            if row
        ]
        named = sum(BEGINNING.match(clean(line.text)) is not None for line in lines)
        scored = listed_in(lines, year)
        found += [replace(one, where="table") for one in scored if len(scored) == named]
    return found


__all__ = ["banded_in", "in_rows"]
