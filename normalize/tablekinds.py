"""What a table is for: scores, measures, levels, weights, money, calendars, contents."""

from __future__ import annotations

from extract.model import Table
from normalize.names.whole import names_whole
from normalize.rows.columns import Columns
from normalize.rows.record import Body
from normalize.words.dates import names_month
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

# What a header says of scores that were reached.
_GOT = compiled("(?<!จะ)ได้(?:รับ)?|ผลการประเมิน|ผลคะแนน")
_SEVERAL = 2
#: A table of which its columns do not tell what it is for.
UNKNOWN = "unknown-table"
# So many columns of months are a calendar.
_QUARTERS = 4
# What a plan tells of its measures; what is to be done at each level has none of it.
_OF_PLANS = (
    "item", "indicator", "subindicator", "weakness", "responsible", "deadline", "monitoring",
    "output", "result", "awareness",
)  # fmt: skip


def settled(kind: str, columns: Columns, body: Body) -> str:
    """What a table is for, by what its rows say where its header leaves that open."""
    if kind == UNKNOWN and (_items_with_scores(body) or _of_whole(columns, body)):
        return "scores"
    if kind == "level-table" and columns.where("score") and _items_named(body):
        return "scores"
    return kind


def _of_whole(columns: Columns, body: Body) -> bool:
    """Whether rows beside columns of scores name the whole assessment, and nothing else."""
    rows = [[c.text for c in r.cells.values() if c.text] for r in body.records]
    scored = columns.where("score") and all(bare_score(t) for row in rows for t in row[1:2])
    return bool(scored and rows) and all(row and names_whole(row[0]) for row in rows)


def _items_with_scores(body: Body) -> bool:
    """Whether most rows name an item and state its score in the same cell."""
    entries = [e for r in body.records for e in r.entries]
    lettered = any(e.token[:1].isalpha() for e in entries)
    scored = sum(bool(e.scores) for e in entries)
    return len(entries) >= (1 if lettered else 2) and scored >= 0.6 * len(entries)


def _items_named(body: Body) -> bool:
    """Whether most rows name an item or indicator: a level beside a score is that of the row."""
    plain = [r for r in body.records if r.heading is None]
    named = sum(
        (len(r.entries) == 1 and r.entries[0].last is None) or r.section_cell is not None
        for r in plain
    )
    lettered = any(e.token[:1].isalpha() for r in plain for e in r.entries)
    return named >= (1 if lettered else 2) and named >= 0.6 * len(plain)


def kind_of(columns: Columns, table: Table) -> str:
    """What a table is for, by its roles."""
    if columns.where("weight") and not _reached(columns):
        return "weights-table"
    if any(c.code for c in columns.columns) and not columns.where("measure"):
        return "scores"
    scored = columns.where("score") and columns.where("indicator", "subindicator", "instrument")
    planned = columns.where("code") or (columns.where("measure") and columns.where(*_OF_PLANS))
    if columns.where("level", "condition") and not (planned or scored):
        return "level-table"
    if columns.where("measure"):
        if _only_when(columns):
            return "calendar-table"
        return "budget-table" if _only_spends(columns) else "measures"
    if columns.where("budget") and not _says_points(columns):
        return "budget-table"
    if columns.where("count") and not _scored_beside_counts(columns):
        return "counts-table"
    if columns.where("risk"):
        return "risk-table"
    if columns.where("score") and columns.where(
        "code", "item", "indicator", "subindicator", "instrument", "number"
    ):
        return "scores"
    if columns.where("weakness", "result") and columns.where("item", "code", "indicator"):
        return "measures"
    if columns.where("page") or _is_contents(table):
        return "contents-table"
    return UNKNOWN


def _reached(columns: Columns) -> bool:
    """Whether a table with weights has scores too.

    Beside several columns of weights and counts, numbers are points unless their header says that
    they were reached.
    """
    heads = [columns.columns[i].header for i in columns.where("score")]
    several = len(columns.where("weight")) >= _SEVERAL
    return any(_GOT.search(squeeze(head)) for head in heads) if several else bool(heads)


def _only_when(columns: Columns) -> bool:
    """Whether a table ticks off in which months its steps are taken, and calls them no measures."""
    heads = [columns.columns[i].header for i in columns.where("measure")]
    told = {c.role for c in columns.columns} - {None, "number", "measure"}
    months = sum(any(map(names_month, c.header.split())) for c in columns.columns)
    return months >= _QUARTERS and not told and not any("มาตรการ" in head for head in heads)


def _only_spends(columns: Columns) -> bool:
    """Whether a table tells of activities nothing but when they are and what they cost."""
    told = {c.role for c in columns.columns}
    told -= {None, "number", "measure", "budget", "count", "deadline"}
    return bool(columns.where("budget")) and not told


def _says_points(columns: Columns) -> bool:
    """Whether a header calls its numbers points: shares beside money are shares of money."""
    heads = (columns.columns[i] for i in columns.where("score"))
    return any(c.year is not None or "คะแนน" in c.header or "ITA" in c.header for c in heads)


def _scored_beside_counts(columns: Columns) -> bool:
    """Whether a table with numbers of people has scores too, and not just their shares."""
    if columns.where("code", "item"):
        return bool(columns.where("score"))
    scores = (columns.columns[i] for i in columns.where("score"))
    said = any(c.year is not None or "คะแนน" in c.header for c in scores)
    return said and bool(columns.where("indicator", "subindicator", "instrument"))


def _is_contents(table: Table) -> bool:
    """A table of contents: ascending page numbers in its last column, beside text."""
    numbers = [clean(c.text) for c in table.cells if c.column == table.columns - 1 and c.text]
    pages = [int(n) for n in numbers if n.isdigit()]
    return len(pages) >= 2 and len(pages) >= len(numbers) - 1 and pages == sorted(pages)


__all__ = ["UNKNOWN", "kind_of", "settled"]
