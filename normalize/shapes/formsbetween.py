"""Forms of labels and answers that stand between the rows of another table, each on its own.

Extraction joins what rules join; labels below each other tell that a form stands there.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.phrases import leading_role, phrase_of
from normalize.names.sections import read_heading
from normalize.rows.headerrows import is_data
from normalize.shapes.saidrows import of_rows, said_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# So many labels below each other, the measure's among them, are a form.
_FORM = 3
_PAIR = 2
# The label of the items that a form is about, and what begins with a code.
_ITEM = "ข้อคำถาม"
_CODED = compiled(r"\s*(?:ข้อ(?:ที่)?\s*)?\(?[IEO]\s?[0-9]{1,2}(?![0-9])")


def without_forms(table: Table) -> list[Table]:
    """A table and, below it, the forms of labels and answers that stood between its rows."""
    if table.columns <= _PAIR:
        return [table]
    rows = said_rows(table)
    runs = [run for run in _runs(rows) if _is_form(run)]
    taken = {cells[0].row for run in runs for cells in run}
    rest = [r for r in range(len(table.rows)) if r not in taken]
    # A table that is all labels and answers is read as it stands.
    others = [rows[r] for r in rest if not _is_double(rows[r])]
    if not taken or not any(names_columns(said, table.columns) or _told(said) for said in others):
        return [table]
    starts = [run[0][0].row for run in runs]
    heads = [(*_headed(rows, at, taken), *_items_above(rows, at, taken)) for at in starts]
    said = [cells for head, run in zip(heads, runs, strict=True) for cells in (*head, *run)]
    cells = tuple(
        replace(cell, row=row, column=column, row_span=1, column_span=1)
        for row, pair in enumerate(said)
        for column, cell in enumerate(pair)
    )
    own = tuple(table.rows[pair[0].row] for pair in said)
    forms = replace(table, columns=_PAIR, rows=own, cells=cells, header_rows=0)
    return [of_rows(table, rest), forms]


def _is_double(said: Sequence[Cell]) -> bool:
    """Whether a row is two labels, each with its answer beside it."""
    roles = [phrase_of(c.text) for c in said]
    return len(said) == 2 * _PAIR and None not in roles[::2] and set(roles[1::2]) == {None}


def _told(said: Sequence[Cell]) -> bool:
    """Whether a row begins with a fact, as those of a table do."""
    return len(said) > _PAIR and is_data(said[0].text)


def _headed(rows: Sequence[list[Cell]], start: int, taken: Set[int]) -> list[list[Cell]]:
    """The indicator that heads a form, among the rows between it and the form above it."""
    for row in range(start - 1, -1, -1):
        if row in taken:
            break
        said = rows[row]
        heading = read_heading(clean(said[0].text)) if 0 < len(said) <= _PAIR else None
        if heading is not None and heading.indicator is not None:
            return [said[:1]]
    return []


def _items_above(rows: Sequence[list[Cell]], start: int, taken: Set[int]) -> list[list[Cell]]:
    """The items in rows of the table between a form and the one above it: it is about them."""
    above = next((r for r in range(start - 1, -1, -1) if r in taken), -1)
    between = [rows[r] for r in range(above + 1, start) if len(rows[r]) > _PAIR]
    named = [said for said in between if _CODED.match(clean(said[0].text))]
    if not named:
        return []
    told = [
        " ".join(c.text for c in said[:2] if not is_data(c.text) or c is said[0]) for said in named
    ]
    cells = [c for said in named for c in said[:2]]
    answer = replace(
        cells[0],
        text="\n".join(told),
        places=tuple(place for c in cells for place in c.places),
        lines=tuple(line for c in cells for line in c.lines),
    )
    return [[replace(cells[0], text=_ITEM), answer]]


def _runs(rows: Sequence[list[Cell]]) -> list[list[list[Cell]]]:
    """Stretches of rows that each hold a short cell at the left edge and one beside it.

    Two labels may stand in one row of them, each with its answer.
    """
    runs: list[list[list[Cell]]] = [[]]
    beside: int | None = None
    for said in rows:
        pair = len(said) == _PAIR and not said[0].column and said[0].column_span == said[1].column
        if _is_double(said) and not said[0].column:
            runs[-1] += [said[:_PAIR], said[_PAIR:]]
        elif not pair or beside not in (None, said[1].column):
            runs.append([])
            beside = None
        if pair:
            runs[-1].append(said)
            beside = said[1].column
    return runs


def _is_form(run: Sequence[Sequence[Cell]]) -> bool:
    """Whether most of what stands left are labels, of three kinds and a measure's among them."""
    roles = [phrase_of(label.text) for label, _ in run]
    known = {role for role in roles if role is not None}
    most = 2 * sum(role is not None for role in roles) > len(roles)
    return len(known) >= _FORM and "measure" in known and most


def names_columns(said: Sequence[Cell], columns: int) -> bool:
    """Whether a row names columns: two roles at least, most of its cells, and no fact."""
    texts = [c.text for c in said]
    roles = [role for t in texts if (role := leading_role(t)) is not None]
    if len(set(roles)) < 2 or 2 * len(roles) <= len(texts) or len(texts) < columns / 2:
        return False
    return all(len(squeeze(clean(t))) < 40 and not is_data(t) for t in texts)


__all__ = ["names_columns", "without_forms"]
