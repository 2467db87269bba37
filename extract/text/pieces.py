"""The printed lines of a page in their pieces, as far as wide gaps part them.

A piece is what stands in one column of a table without rules; the stretches that no piece of any
line covers are the gutters between its columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from extract.text.clusters import Cluster

# Letters of one line are no higher or lower than this, in em.
_LINE = 0.45
# A gap this wide (em) parts two columns; words of one cell stand nearer.
_GAP = 1.2
# Words nearer to each other than this, in em, are words of one cell.
_NEAR = 0.4
# Words nearer than this run on over the edge of a column that is known; with no wider gaps than
# this a line over it is one name.
_TOUCH, _ALONE = 0.08, 0.45
# A gap this wide parts two words, and one this wide a number with decimals from words.
_SPACE, _BESIDE = 0.3, 0.45
_DECIMAL = re.compile(r"^\d{1,3}\.\d{1,2}%?$")
_ASIDE = re.compile(
    r"[2๒][5๕]\d\d|\(.*?\d.*?\)|(?:รอบ|ไตรมาส)(?:ที่)?\s*\d{1,2}(?!\d)|[5๕][0๐]\s*(?:สำนักงาน)?เขต"
    # "ผลการดำเนินการ 6 เดือน": what was done in so many months.
    r"|ผล\D*(?:6|12|๖|๑๒)\s*เดือน"
)
_DOWN, _ACROSS = attrgetter("y", "x0"), attrgetter("x0")
# Words of one name are no farther apart than this, in letter heights.
_TOGETHER = 1.0
#: What stands where there is no number.
DASH = re.compile(r"^[-\u2013\u2014]$")
#: The names of groups have one of these letters at the beginning.
GROUP_LETTERS = ("\u0e15\u0e31", "\u0e14\u0e49")
# "ตัวชี้วัดที่ 4 การใช้ทรัพย์สิน", without spaces: what begins with it names a group of rows.
_GROUP = re.compile(
    r"(?:\d{1,2}[.)])?(?:ตัวชี้วัด(?:ย่อย)?|ด้าน)(?:ที่)?(?:10|\u0e51\u0e50|[1-9\u0e51-\u0e59])(?:\.\d)?[.:]?[\u0e01-\u0e44]"
    r"|(?:\d[.)])?แบบ(?:วัดการรับรู้|ตรวจการเปิดเผย)"
)
NUMBER = re.compile(r"^[(+\-]?\d{1,3}(?:\.\d+)?\)?(?:%|คะแนน)?$")


@dataclass(slots=True)
class Piece:
    """A stretch of a printed line without wide gaps."""

    x0: float
    x1: float
    text: str


@dataclass(slots=True)
class Printed:
    """A printed line: its baseline, letter size and pieces."""

    y: float
    size: float
    pieces: list[Piece]


def printed_lines(clusters: Sequence[Cluster]) -> list[Printed]:
    """The printed lines of a page, each in its pieces from left to right."""
    rows: list[list[Cluster]] = []
    y = 0.0
    for c in sorted([c for c in clusters if not c.text.isspace()], key=_DOWN):
        if not rows or c.y - y > _LINE * c.size:
            rows.append([])
            y = c.y
        rows[-1].append(c)
    return [Printed(row[0].y, row[0].size, _joined(row, row[0].size)) for row in rows]


def _joined(letters: list[Cluster], size: float) -> list[Piece]:
    """The pieces of a line; a number with decimals is one by itself though words come near it.

    Two such numbers are two however near each other they stand.
    """
    found: list[Piece] = []
    for word in spaced(letters, _SPACE, size):
        gap = word.x0 - found[-1].x1 if found else 0.0
        numbers = [_DECIMAL.match(p.text) for p in (word, *found[-1:])]
        near = 0.0 if all(numbers) else _BESIDE if any(numbers) else _GAP
        if found and gap < near * size:
            found[-1].x1 = max(found[-1].x1, word.x1)
            found[-1].text += word.text
        else:
            found.append(word)
    return found


def clusters_on(line: Printed, clusters: Iterable[Cluster]) -> list[Cluster]:
    """The visible clusters of a printed line, in the order given."""
    near = _LINE * line.size
    return [c for c in clusters if abs(c.y - line.y) < near and not c.text.isspace()]


def clusters_by_line(lines: Sequence[Printed], clusters: Iterable[Cluster]) -> list[list[Cluster]]:
    """What :func:`clusters_on` gives for each of many lines, found at once."""
    seen = sorted((c for c in clusters if not c.text.isspace()), key=_DOWN)
    ys = [c.y for c in seen]
    found = []
    for line in lines:
        near = _LINE * line.size
        first, last = bisect_right(ys, line.y - near), bisect_left(ys, line.y + near)
        found.append(seen[first:last])
    return found


def parted_at(clusters: Iterable[Cluster], gutter: float) -> list[list[Cluster]]:
    """Letters from left to right, parted where white as wide as ``gutter`` em runs through all."""
    found: list[list[Cluster]] = []
    end = float("-inf")
    for c in sorted(clusters, key=_ACROSS):
        if c.x0 - end > gutter * c.size:
            found.append([])
        found[-1].append(c)
        end = max(end, c.x1)
    return found


def spaced(clusters: Iterable[Cluster], gap: float, size: float | None = None) -> list[Piece]:
    """The letters of a line, joined where they are nearer than ``gap`` letter heights.

    ``size``: how high letters are; without it each one's own height counts.
    """
    found: list[Piece] = []
    last: Piece | None = None
    for c in sorted(clusters, key=_ACROSS):
        if last is not None and c.x0 - last.x1 < gap * (c.size if size is None else size):
            last.x1 = max(last.x1, c.x1)
            last.text += c.text
        else:
            last = Piece(c.x0, c.x1, c.text)
            found.append(last)
    return found


def row_edges(lines: Sequence[Printed], starts: Iterable[int]) -> list[float]:
    """Edges of the rows of lines, top and bottom too; ``starts``: the first line of all but one."""
    top, bottom = lines[0].y - lines[0].size, lines[-1].y + 0.5 * lines[-1].size
    return [top, *edges_above(lines, starts), bottom]


def edges_above(lines: Sequence[Printed], starts: Iterable[int]) -> list[float]:
    """Where rows part above the lines that begin one: halfway between the letters of both."""
    ends = [(lines[i - 1], lines[i]) for i in starts]
    return [(a.y + 0.35 * b.size + b.y - b.size) / 2 for a, b in ends]


def gutters_of(lines: Sequence[Printed]) -> list[tuple[float, float]]:
    """Stretches of x that no piece of any line covers, between the outermost pieces."""
    pieces = [p for line in lines for p in line.pieces]
    if not pieces:
        return []
    edges = sorted({x for p in pieces for x in (p.x0, p.x1)})
    size = min(line.size for line in lines)
    found: list[tuple[float, float]] = []
    for left, right in pairwise(edges):
        if any(p.x0 < right and p.x1 > left for p in pieces):
            continue
        if found and found[-1][1] == left:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return [(a, b) for a, b in found if b - a >= 0.6 * size]


def edge_cut(piece: Piece, xs: Sequence[float]) -> bool:
    """Whether a piece stands in no column, or in several."""
    return not any(a - 1 <= piece.x0 and piece.x1 <= b + 1 for a, b in pairwise(xs))


def column_of(piece: Piece, xs: Sequence[float]) -> int:
    """The column that holds the middle of a piece."""
    middle = (piece.x0 + piece.x1) / 2
    return max(0, min(bisect_right(xs, middle) - 1, len(xs) - 2))


def is_crowded(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether a line has two stretches of words far from each other in one column.

    They are cells of another table, with columns of its own.
    """
    for line in printed_lines(words):
        columns = [column_of(piece, xs) for piece in line.pieces]
        if len(set(columns)) < len(columns):
            return True
    return False


def names_group(lines: Sequence[Printed]) -> bool:
    """Whether lines of words that stand together name a group of rows and nothing else."""
    pairs = ((a, b, line.size) for line in lines for a, b in pairwise(line.pieces))
    if not lines or any(b.x0 - a.x1 > _TOGETHER * size for a, b, size in pairs):
        return False
    return _GROUP.match("".join(p.text for p in lines[0].pieces).replace(" ", "")) is not None


def begins_with_group(words: Sequence[Cluster]) -> bool:
    """Whether the name of a group of rows stands first, whatever numbers stand beside it."""
    lines = printed_lines(words)
    return bool(lines) and _GROUP.match(lines[0].pieces[0].text.replace(" ", "")) is not None


def heads_rows(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether words are the name of a group of rows and begin in the first column."""
    return min(columns_held(words, xs), default=0) == 1 and names_group(printed_lines(words))


def columns_held(words: Sequence[Cluster], xs: Sequence[float]) -> set[int]:
    """The columns in which words stand, counted from 1; 0 is left of all."""
    return {bisect_right(xs, c.middle[0]) for c in words}


def runs_over(words: Sequence[Cluster], x: float, near: float = _NEAR) -> bool:
    """Whether words run over an edge without a gap of so many em."""
    if any(c.x0 < x - 1 and c.x1 > x + 1 for c in words):
        return True
    ordered = sorted(words, key=lambda c: (round(c.y), c.x0))
    return any(
        abs(a.y - b.y) < 1 and a.x1 <= x + 1 and b.x0 >= x - 1 and b.x0 - a.x1 < near * b.size
        for a, b in pairwise(ordered)
    )


def runs_across(words: Sequence[Cluster], xs: Sequence[float]) -> bool:
    """Whether words run over the edge of a column, or one name does that nothing stands beside.

    Where as many stand beside each other as there are columns, an edge was seen a little aside.
    """
    lines = printed_lines(words)
    if any(len(line.pieces) >= len(xs) - 1 for line in lines):
        return False
    if any(runs_over(words, x, _TOUCH) for x in xs[1:-1]):
        return True
    name = spaced(sorted(words, key=_ACROSS), _ALONE) if len(lines) == 1 else []
    return len(name) == 1 and any(name[0].x0 < x < name[0].x1 for x in xs[1:-1])


def is_wordy(text: str) -> bool:
    """Whether a piece holds no number but one that a name may: of a year, in brackets, a round."""
    return re.search(r"\d", _ASIDE.sub("", text)) is None


def is_number(text: str, *, decimals: bool = False) -> bool:
    """Whether a piece of a line is a number (with decimals) and nothing else."""
    return (_DECIMAL if decimals else NUMBER).match(text.replace(" ", "")) is not None
