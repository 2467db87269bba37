"""Where the rows of a table without rules begin, told by where numbers stand beside words.

Rows are mostly farther apart than the lines within them. Where they are not, their numbers tell: a
number stands beside the first line of its row's words, or beside the middle of them, and the way is
theirs in which all lines are shared out among the numbers exactly. Where nothing tells there are no
rows: a number in the wrong row would be worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.text.pieces import Printed

# Two baselines this near, in letter heights, are at the same height.
_SAME = 0.25
# How much farther apart rows must be than their lines, in points, to tell which way is theirs; they
# are no nearer to each other than that much.
_CLEAR = 1.5
# How much farther apart unevenly spaced lines must be where a row begins, in points.
_UNEVEN = 0.5
# How many times as far rows are apart, to tell where they begin.
_WIDER = 1.12


def row_starts(
    lines: Sequence[Printed], numbers: Sequence[int], words: Sequence[int], header: int
) -> list[int]:
    """The first line of each row, the header's first; empty where the rows cannot be told.

    Args:
        lines: the printed lines of the table, top to bottom.
        numbers: which of them have a number, one for each row that has one.
        words: which of them have words in the column that has most.
        header: the last line of the header; -1 where there is none.
    """
    body = [word for word in words if word > header]
    if not body or not numbers:
        return []
    if list(numbers) == body:
        rows = list(numbers)
    else:
        apart = _set_apart(lines, numbers, body)
        if apart is None:
            rows = _shared_out(lines, numbers, body, -_CLEAR)
        else:
            # Lines of one cell may be unevenly spaced as well; rows are farther apart still.
            rows = apart or _shared_out(lines, numbers, body, _UNEVEN)
    return [0, *rows] if rows and header >= 0 else rows


def _shared_out(
    lines: Sequence[Printed], numbers: Sequence[int], words: Sequence[int], apart: float
) -> list[int]:
    """Rows that all have a number, in the way in which no line is left over.

    ``apart``: how much farther the rows are from each other than their lines, at the least.
    """
    ways = [_from_top(lines, numbers, words), _centred(lines, numbers, words)]
    told = [(_nearest(lines, way, words), way) for way in ways if way]
    told = sorted(one for one in told if one[0] > apart)
    if not told or (
        len(told) > 1 and told[0][1] != told[1][1] and told[1][0] - told[0][0] < _CLEAR
    ):
        return []
    return told[-1][1]


def _set_apart(
    lines: Sequence[Printed], numbers: Sequence[int], words: Sequence[int]
) -> list[int] | None:
    """Rows with more space between them than between their lines; some may have no number.

    ``None`` where all lines are as far apart; empty where numbers do not stand beside the rows.
    """
    steps = [lines[b].y - lines[a].y for a, b in pairwise(words)]
    if not steps or max(steps) < _WIDER * min(steps):
        return None
    groups = [[words[0]]]
    for step, after in zip(steps, words[1:], strict=True):
        if step < _WIDER * min(steps):
            groups[-1].append(after)
        else:
            groups.append([after])
    beside = [_numbers_beside(lines, group, numbers) for group in groups]
    told = [(group, own[0]) for group, own in zip(groups, beside, strict=True) if own]
    if any(len(own) > 1 for own in beside) or len(told) != len(numbers):
        return []
    # The first row and the last may be cut by the page, or by what is seen of the table.
    whole = [(group, number) for group, number in told if group not in (groups[0], groups[-1])]
    first = all(_same_height(lines, number, lines[group[0]].y) for group, number in whole)
    middle = all(
        _same_height(lines, number, (lines[group[0]].y + lines[group[-1]].y) / 2)
        for group, number in whole
    )
    if not (first or middle):
        return []
    return [min([group[0], *own]) for group, own in zip(groups, beside, strict=True)]


def _numbers_beside(
    lines: Sequence[Printed], group: Sequence[int], numbers: Sequence[int]
) -> list[int]:
    top, bottom = lines[group[0]], lines[group[-1]]
    low, high = top.y - _SAME * top.size, bottom.y + _SAME * bottom.size
    return [number for number in numbers if low <= lines[number].y <= high]


def _same_height(lines: Sequence[Printed], number: int, y: float) -> bool:
    return abs(lines[number].y - y) < _SAME * lines[number].size


def _from_top(lines: Sequence[Printed], numbers: Sequence[int], words: Sequence[int]) -> list[int]:
    """Rows that each begin with the line of their number."""
    sound = words[0] >= numbers[0] and not set(numbers) - set(words)
    return list(numbers) if sound else []


def _centred(lines: Sequence[Printed], numbers: Sequence[int], words: Sequence[int]) -> list[int]:
    """Rows whose number stands at the middle between their first and their last line of words."""
    starts: list[int] = []
    at = 0
    for number in numbers:
        if at >= len(words):
            return []
        first = lines[words[at]]
        last = next(
            (n for n in range(at, len(words)) if _is_middle(lines, first, number, words[n])), None
        )
        if last is None:
            return []
        starts.append(min(words[at], number))
        at = last + 1
    return starts if at == len(words) else []


def _is_middle(lines: Sequence[Printed], first: Printed, number: int, last: int) -> bool:
    return _same_height(lines, number, (first.y + lines[last].y) / 2)


def _nearest(lines: Sequence[Printed], starts: Sequence[int], words: Sequence[int]) -> float:
    """How much nearer the lines within rows are than the rows are to each other, at the least."""
    within: list[float] = []
    between: list[float] = []
    for before, after in pairwise(words):
        new = any(before < start <= after for start in starts)
        (between if new else within).append(lines[after].y - lines[before].y)
    return min(between, default=0.0) - max(within, default=0.0)
