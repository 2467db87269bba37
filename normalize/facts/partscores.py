"""Scores of indicators and instruments in columns of their own, beside those of their items."""

from __future__ import annotations

from normalize.facts.scores import level_of
from normalize.names.sections import name_and_score, read_heading
from normalize.rows.record import Body, BodyCell, Record
from normalize.rows.rowlabels import Label


def is_below(code: str, level: str) -> bool:
    """Whether a code is of a part of what is scored at a level."""
    order = ("item", "subindicator", "indicator", "instrument", "overall")
    return order.index(level_of(code)) < order.index(level)


def named_beside(cell: BodyCell | None, record: Record, level: str, body: Body) -> Label | None:
    """The indicator or instrument merged over the same rows as its score.

    Where none is, the section's; told once, in the first of the rows.
    """
    if cell is None or cell.first != record.index:
        return None
    for other in record.cells.values():
        if other is cell or not other.text or not _over_same(other, cell, body):
            continue
        heading = read_heading(other.text)
        code = getattr(heading, level, None)
        if heading is not None and level == "indicator":
            code = heading.subindicator or code
        if code and (level != "instrument" or not (heading and heading.indicator)):
            return Label(code, other.text)
    alone = not any(o is not cell and o.text for o in record.cells.values())
    section = getattr(record.section, level, None) if alone or cell.first != cell.last else None
    return Label(section, None) if section else None


# Columns that say what their rows are, or hold other words.
_WORDED = frozenset("code item indicator subindicator number weakness measure".split())


def named_within(cell: BodyCell, record: Record, body: Body) -> tuple[Label, str] | None:
    """The indicator that a cell beside the items names, whole, and what it says of its score."""
    if cell.first != record.index or body.columns.role_at(cell.column) in _WORDED:
        return None
    if (told := name_and_score(cell.text)) is None:
        return None
    code, name, said = told
    return Label(code, name), said


def _over_same(name: BodyCell, score: BodyCell, body: Body) -> bool:
    """Whether a name and a score are of the same rows; below the score there may be nothing."""
    if name.first != score.first or name.last < score.last:
        return False
    rest = (r for r in body.records if score.last < r.index <= name.last)
    return all(r.own(score.column) is None for r in rest)


__all__ = ["is_below", "named_beside", "named_within"]
