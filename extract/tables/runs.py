"""Stretches of printed lines that can be one table of which no upright rules are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.content import Segment
from extract.text.pieces import Printed, gutters_of, is_number

# Lines farther apart than this many line heights belong to different tables.
_APART = 3.2
# ... and rows of a sheet that are alike so many times as far; their pieces begin this near.
_TALL, _EDGE = 2.0, 2.0
# Shorter rules part no rows.
_SHORT = 60.0
# Lines of one cell are no farther apart than this.
_WITHIN = 1.6
# Fewer lines of several pieces than this are no table.
_LEAST = 2
# A header has more pieces than this.
_COLUMNS = 3
# How many times as far a table's heading stands from the lines above it.
_FARTHER = 1.1
# ... and how many times as large its type is.
_LARGER = 1.1
# What a table's caption begins with; pieces are without their spaces.
_CAPTION = re.compile(r"ตาราง(?:ที่)?\d{1,2}(?!\d)")


def levels_of(segments: Iterable[Segment]) -> list[float]:
    """Where cross rules long enough to part rows are drawn, top to bottom."""
    across = (s for s in segments if s.horizontal and s.end - s.start > _SHORT)
    return sorted({round(s.at, 1) for s in across})


def runs_of(lines: list[Printed], rules: Sequence[float]) -> list[list[Printed]]:
    """Stretches of lines that can be one table: several pieces, near each other."""
    runs: list[list[Printed]] = [[]]
    for line in lines:
        last = runs[-1][-1] if runs[-1] else None
        if last is not None:
            ruled = any(last.y < at < line.y for at in rules)
            reach = 1.5 if ruled else _TALL if _is_next_row(last, line) else 1.0
            if line.y - last.y > _APART * line.size * reach:
                runs.append([])
        runs[-1].append(line)
    return [p for run in runs for below in _without_headings(run) for p in _cores(below, rules)]


def _is_next_row(above: Printed, line: Printed) -> bool:
    """Whether two lines are rows of one table by themselves: pieces alike, a number the last."""
    first, second = above.pieces, line.pieces
    if not len(first) == len(second) >= _COLUMNS:
        return False
    edges = zip(first[:-1], second[:-1], strict=True)
    numbers = is_number(first[-1].text) and is_number(second[-1].text)
    ends = abs(first[-1].x1 - second[-1].x1) < _EDGE
    return numbers and ends and all(abs(a.x0 - b.x0) < _EDGE for a, b in edges)


def _without_headings(run: list[Printed]) -> list[list[Printed]]:
    """The run in parts, where lines across the columns stand right above a header of words."""
    parts: list[list[Printed]] = [[]]
    for number, line in enumerate(run):
        below = run[number + 1 : number + 3]
        heads = (
            len(below) > 1
            and len(below[0].pieces) > _COLUMNS
            and not _names_as_many(line, below[0])
            and not any(is_number(p.text) for p in below[0].pieces)
            and len(gutters_of([line, *below])) < len(gutters_of(below))
        )
        heads = heads or _is_next_heading(parts[-1], line, below)
        if heads or is_caption(line) or _is_in_larger_type(parts[-1], line, below):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def is_caption(line: Printed) -> bool:
    """Whether a line is the caption of a table, above it."""
    return len(line.pieces) == 1 and _CAPTION.match(line.pieces[0].text) is not None


def _is_next_heading(part: Sequence[Printed], line: Printed, below: Sequence[Printed]) -> bool:
    """Whether a line of one piece parts a table from the next one's header and first number.

    It stands farther from the lines above it than any of those from another.
    """
    if len(line.pieces) > 1 or len(part) <= _LEAST or len(below) < _LEAST:
        return False
    head, first = below
    headed = len(head.pieces) >= _COLUMNS and not _has_number(head) and _has_number(first)
    steps = [b.y - a.y for a, b in pairwise(part)]
    return headed and any(map(_has_number, part)) and line.y - part[-1].y > _FARTHER * max(steps)


def _is_in_larger_type(part: Sequence[Printed], line: Printed, below: Sequence[Printed]) -> bool:
    """Whether a line of one piece in larger type than a table stands above names of the next."""
    if len(line.pieces) > 1 or len(part) <= _LEAST or len(below) < _LEAST:
        return False
    own = [n for n in (*part, *below) if len(n.pieces) > 1]
    larger = line.size >= _LARGER * max((n.size for n in own), default=line.size)
    names = len(below[0].pieces) > 1 and not _has_number(below[0])
    return larger and names and any(map(_has_number, part))


def _has_number(line: Printed) -> bool:
    return any(is_number(p.text) for p in line.pieces)


def _names_as_many(line: Printed, below: Printed) -> bool:
    """Whether a line is the first of a header of several lines: a name for each one below it."""
    return len(line.pieces) >= len(below.pieces) and not any(is_number(p.text) for p in line.pieces)


def _cores(run: list[Printed], rules: Sequence[float]) -> list[list[Printed]]:
    """The run from its first to its last line that can be of a table, cut where gutters end."""
    many = [i for i, line in enumerate(run) if _is_of_table(line)]
    while len(many) >= _LEAST and _is_of_heading(run[many[0]], run[many[1]]):
        del many[0]
    if len(many) < _LEAST:
        return []
    parts: list[list[Printed]] = []
    current: list[Printed] = []
    for line in run[_first_line(run, many[0]) :]:
        trial = [*current, line]
        before, after = len(gutters_of(current)), len(gutters_of(trial))
        if current and (
            after < max(1, before // 2) or (after < before and _is_below(trial, rules))
        ):
            parts.append(current)
            current = [line]
        else:
            current = trial
    parts.append(current)
    return [_trimmed(p) for p in parts if sum(map(_is_of_table, p)) >= _LEAST]


def _is_below(lines: Sequence[Printed], rules: Sequence[float]) -> bool:
    """Whether the last line is a single piece under a rule which no other rule closes below."""
    above, line = lines[-2], lines[-1]
    closed = any(line.y < at < line.y + 2 * line.size for at in rules)
    return len(line.pieces) == 1 and not closed and any(above.y < at < line.y for at in rules)


def _is_of_table(line: Printed) -> bool:
    """Whether a line has several pieces, or a number with decimals alone, between two lines."""
    return len(line.pieces) > 1 or is_number(line.pieces[0].text, decimals=True)


def _is_of_heading(line: Printed, below: Printed) -> bool:
    """Whether a number alone stands above rows in smaller type: it is that of their heading."""
    alone = len(line.pieces) == 1 < len(below.pieces) and is_number(line.pieces[0].text)
    return alone and line.size >= _LARGER * below.size


def _first_line(run: Sequence[Printed], start: int) -> int:
    """Where a row begins whose words stand above the first line of several pieces."""
    while start > 0:
        gutters = len(gutters_of(run[start : start + 3]))
        kept = len(gutters_of(run[start - 1 : start + 3]))
        if kept < max(gutters, 1) or not _goes_on(run[start - 1], run[start : start + 2]):
            break
        start -= 1
    return start


def _goes_on(line: Printed, beside: Sequence[Printed]) -> bool:
    """Whether a line of one piece is one of the same cell as those right beside it."""
    piece = line.pieces[0]
    if (
        len(line.pieces) > 1
        or _is_of_heading(line, beside[0])
        or abs(line.y - beside[0].y) > _WITHIN * line.size
    ):
        return False
    return is_number(piece.text) or any(
        abs(piece.x0 - other.x0) < 3 for near in beside for other in near.pieces
    )


def _trimmed(lines: list[Printed]) -> list[Printed]:
    """Without the lines at the end that belong to no column of the table."""
    last = max(i for i, line in enumerate(lines) if _is_of_table(line))
    gutters = gutters_of(lines[: last + 1])
    kept = lines[: last + 1]
    for line in lines[last + 1 :]:
        piece = line.pieces[0]
        near = line.y - kept[-1].y < 2.2 * line.size
        # A wrapped cell's rest stands between gutters, behind the first of them, or very near.
        behind = piece.x0 >= gutters[0][1] - 1 or _goes_on(line, kept[:-3:-1])
        if not near or not behind or len(gutters_of([*kept, line])) < len(gutters):
            break
        kept.append(line)
    return kept
