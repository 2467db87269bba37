"""Tables without upright rules under a line of names: columns lie where no words cross.

Between two names beside each other lies the edge of their columns. Every line below leaves some of
that stretch free, however its words are aligned; as long as one place stays free between all the
names the lines are the table's. A line across them is a band or the end of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extract.tables.freespace import Free, SaidLine, columns_used, edge_of, left_free
from extract.tables.headnames import (
    NAME_GAPS,
    names_around,
    names_end,
    names_of,
    names_over,
    with_name,
)
from extract.tables.runs import is_caption
from extract.text.clusters import Cluster
from extract.text.margins import PAGE_NUMBER, margin
from extract.text.pieces import (
    Piece,
    Printed,
    clusters_by_line,
    is_number,
    names_group,
    printed_lines,
    runs_across,
    spaced,
)

# Fewer names beside each other than this are told by other means.
_NAMES = 3
# A line in one column is no farther from the one above it, in letter heights; lines in several
# columns, or in all but one, no farther than the last two.
_NEAR, _APART, _FAR = 2.8, 6.0, 12.0
# Words farther apart than this, in letter heights, are of two columns.
_WIDE = 1.2
# How many times as far a heading stands from the rows above it; it has no more lines.
_FARTHER, _HEADING = 1.1, 3
# What is no text of a page is farther from it than this many times its lines from each other.
_OFF = 1.3
# A band and so many lines of one column may come before a row's other words.
_WAITING = 8
# Type so many times as large is a heading's.
_LARGER = 1.15
# Fewer lines with words in several columns than this are no table.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Headed:
    """A table: its lines, each with a piece for a column, and its columns.

    ``names``: how many lines at the top are names. ``bands``: which lines run over the columns.
    """

    lines: list[Printed]
    names: int
    bands: frozenset[int]
    xs: list[float]


def headed_tables(
    clusters: Sequence[Cluster], height: float, rules: Sequence[float] = ()
) -> list[Headed]:
    """The tables among what is printed on a page of this height, top to bottom.

    ``rules``: where cross rules are drawn.
    """
    lines = _said(printed_lines(clusters), clusters)
    lines = _without_foot(_ruled(lines, rules), height)
    found: list[Headed] = []
    at = 0
    while at < len(lines):
        table, end = _table(lines, at)
        found += [table] if table is not None else []
        at = end
    return found


def _said(lines: Sequence[Printed], clusters: Sequence[Cluster]) -> list[SaidLine]:
    """The lines with what stands on each of them, from left to right."""
    held = clusters_by_line(lines, clusters)
    own = [sorted(one, key=lambda c: c.x0) for one in held]
    return [SaidLine(n, o, all(c.bold for c in o)) for n, o in zip(lines, own, strict=True)]


def _ruled(lines: Sequence[SaidLine], rules: Sequence[float]) -> list[SaidLine]:
    """The lines, those marked that a rule parts from the line above."""
    above = [None, *lines]
    return [
        replace(n, ruled=a is not None and any(a.line.y < at < n.line.y for at in rules))
        for a, n in zip(above, lines, strict=False)
    ]


def in_columns(clusters: Sequence[Cluster], xs: Sequence[float]) -> Headed:
    """What is printed within columns that are known, as a table without names."""
    said = _said(printed_lines(clusters), clusters)
    bands = frozenset(i for i, n in enumerate(said) if runs_across(n.own, xs))
    return Headed([_by_columns(n, xs) for n in said], 0, bands, list(xs))


def _without_foot(lines: list[SaidLine], height: float) -> list[SaidLine]:
    """The lines without those at the foot of the page that are no text: page numbers, farther off.

    What is no farther from the line above than others are from theirs may be more of a cell.
    """
    steps = [b.line.y - a.line.y for a, b in pairwise(lines)]
    while len(lines) > 1 and lines[-1].line.y > height - margin(height):
        text = "".join(p.text for p in lines[-1].line.pieces)
        off = steps[len(lines) - 2] > _OFF * median(steps)
        if len(lines[-1].line.pieces) > 1 or not (off or PAGE_NUMBER.match(text)):
            break
        lines = lines[:-1]
    return lines


def _table(lines: Sequence[SaidLine], at: int) -> tuple[Headed | None, int]:
    """The table whose names stand in a line, and where what follows begins."""
    for gap in NAME_GAPS:
        names, end = names_of(lines[at], gap), at
        if not names and at + 1 < len(lines):
            names, end = names_over(lines[at], lines[at + 1], gap), at + 1
        if len(names) < _NAMES:
            continue
        for own, last in [(names, end)] if end > at else names_around(names, lines, at):
            table, end = _under(own, lines, at, names_end(lines, last))
            if table is not None:
                return table, end
    return None, at + 1


def _under(
    names: Sequence[Piece], lines: Sequence[SaidLine], at: int, last: int
) -> tuple[Headed | None, int]:
    """The table under some names of a line, some of which may go on down to a last one."""
    free: list[Free] = [[(a.x1, b.x0)] for a, b in pairwise(names)]
    start = at
    while start and (above := with_name(lines[start - 1], lines[start], free)):
        start, free = start - 1, above
    body, free = _body(lines[at:], free)
    if not body:
        return None, at + 1
    own = [*lines[start:at], *body]
    pieces = [p for n in own for p in n.line.pieces]
    inner = [edge_of(one) for one in free]
    xs = [min(p.x0 for p in pieces) - 2, *inner, max(p.x1 for p in pieces) + 2]
    if not _is_table(body[1:], xs):
        return None, at + 1
    boxed = (i for i, n in enumerate(own) if _is_boxed(n, own[i + 1 : i + 2]))
    bands = frozenset((*boxed, *(i for i, n in enumerate(own) if _runs_over(n, free, xs))))
    cut = [n.line if i in bands else _by_columns(n, xs) for i, n in enumerate(own)]
    return Headed(cut, last - start + 1, bands, xs), at + len(body)


def _body(lines: Sequence[SaidLine], free: list[Free]) -> tuple[list[SaidLine], list[Free]]:
    """The names' line and those of the table below, and what they leave free; none if in doubt."""
    taken, waiting = [lines[0]], []
    space = free
    before: list[SaidLine] = []
    for n, (above, line) in enumerate(pairwise(lines), 2):
        left = [] if _is_boxed(line, lines[n : n + 1]) else left_free(space, line)
        near = _reach(len(columns_used(line.line, left)), len(left) + 1)
        group = names_group([line.line])
        near = max(near, _APART) if line.ruled or group else near
        far = line.line.y - above.line.y > near * min(line.line.size, above.line.size)
        if far or is_caption(line.line) or _is_larger(line, lines[0]):
            break
        if len(taken) > 1 and _begins_table(line, lines[0], _plain(taken)):
            return _above_heading(taken), free
        if not left:
            again = n < len(lines) and _begins_table(lines[n], lines[0], taken[-1])
            if len(line.line.pieces) > 1 and not again:
                # In columns, but in others: of the next table, below the last band, or in doubt.
                return before, free
            waiting.append(line)
            if len(waiting) > 1:
                break
        elif waiting and len(columns_used(line.line, left)) < _LEAST:
            # The first lines of a row whose other cells stand lower, if a row follows.
            waiting.append(line)
            space = space if group else left
            if len(waiting) > _WAITING:
                break
        else:
            before = taken if waiting else before
            taken, waiting = [*taken, *waiting, line], []
            # The name of a group may end anywhere: it tells nothing of the columns below.
            free = space = space if group else left
    while len(taken) > _LEAST and _heads(taken[-1], _plain(taken)):
        taken.pop()
    return taken, free


def _runs_over(line: SaidLine, free: Sequence[Free], xs: Sequence[float]) -> bool:
    """Whether a line runs over an edge of the columns; a group's name may have room there."""
    if not left_free(free, line):
        return True
    own = line.line.pieces
    return names_group([line.line]) and any(own[0].x0 < x < own[-1].x1 for x in xs[1:-1])


def _plain(taken: Sequence[SaidLine]) -> SaidLine:
    """A line below the names, which may be several lines in bold."""
    return next((n for n in taken[1:] if not n.bold), taken[1])


def _is_boxed(line: SaidLine, after: Sequence[SaidLine]) -> bool:
    """Whether a line is bold, alone, and between two rules: a band, however short it is."""
    return len(line.line.pieces) == 1 and line.bold and line.ruled and any(n.ruled for n in after)


def _is_larger(line: SaidLine, head: SaidLine) -> bool:
    """Whether a line is a heading in larger type than the table is."""
    return len(line.line.pieces) == 1 and line.line.size > _LARGER * head.line.size


def _reach(used: int, columns: int) -> float:
    """How far below the line above it a line may stand that has words in so many columns."""
    if used < _LEAST:
        return _NEAR
    return _FAR if used >= max(_NAMES, columns - 1) else _APART


def _above_heading(taken: list[SaidLine]) -> list[SaidLine]:
    """The lines of a table without those that head the next one, farther from it than its own."""
    steps = [b.line.y - a.line.y for a, b in pairwise(taken)]
    for n in range(len(taken) - 1, max(_LEAST, len(taken) - 1 - _HEADING), -1):
        if steps[n - 1] > _FARTHER * max(steps[: n - 1]):
            return taken[:n]
    return taken


def _begins_table(line: SaidLine, head: SaidLine, body: SaidLine) -> bool:
    """Whether a line is names again, of the same table or of the next: the same, or in bold."""
    again = [p.text for p in line.line.pieces] == [p.text for p in head.line.pieces]
    bold = line.bold and head.bold and not body.bold
    return again or (bold and len(names_of(line)) >= _NAMES)


def _heads(line: SaidLine, body: SaidLine) -> bool:
    """Whether a line is a heading of what is below a table: in bold and alone, as no row is."""
    return len(line.line.pieces) == 1 and line.bold and not body.bold


def _by_columns(line: SaidLine, xs: Sequence[float]) -> Printed:
    """A line with one piece for each column that has words."""
    pieces = [
        Piece(own[0].x0, max(c.x1 for c in own), "".join(c.text for c in own))
        for own in _held(line, xs).values()
    ]
    return Printed(line.line.y, line.line.size, pieces)


def _held(line: SaidLine, xs: Sequence[float]) -> dict[int, list[Cluster]]:
    """What a line has in each column, from left to right."""
    held: dict[int, list[Cluster]] = {}
    for c in line.own:
        held.setdefault(sum(x <= c.middle[0] for x in xs), []).append(c)
    return dict(sorted(held.items()))


def _is_table(body: Sequence[SaidLine], xs: Sequence[float]) -> bool:
    """Whether enough lines have words in several columns, and hardly any two stretches in one."""
    held = [_held(line, xs) for line in body]
    several = [columns for columns in held if len(columns) > 1]
    crowded = sum(any(len(spaced(own, _WIDE)) > 1 for own in columns.values()) for columns in held)
    used = {c for columns in held for c in columns}
    # A single row has something in every column, and a number.
    whole = len(several) == 1 and len(several[0]) == len(xs) - 1
    told = len(several) >= _LEAST or (whole and any(_has_number(n.line) for n in body))
    return told and len(used) >= _NAMES and 5 * crowded <= len(held)


def _has_number(line: Printed) -> bool:
    return any(is_number(p.text) for p in line.pieces)


__all__ = ["Headed", "headed_tables", "in_columns"]
