"""Clusters to printed lines, and what two lines say together.

Within a line the order of the content stream is trusted over x, and only space glyphs that are
really there become spaces, except where a gap is too wide to be anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from extract.model import Box, Line
from extract.text.clusters import ASCENT, DESCENT, Cluster, visible
from extract.thai import is_thai

# A gap this wide (em) between two bases is a space even where the producer wrote none.
_GAP = 0.35

# White space, and what of it is no plain space.
_SPACE, _OTHER_SPACE = re.compile(r"\s"), re.compile(r"[^\S ]")

# Two lines with a third between them: how far apart the two are at most and the third from them at
# least, in letter heights; lines that begin together do within so many points.
_TRIPLE, _PITCH, _BETWEEN, _EDGE = 3, 1.9, 0.2, 2.0

_DOWN, _ACROSS, _PAINTED = attrgetter("y"), attrgetter("x0"), attrgetter("order")

#: A line that ends inside a bracketed number: "(๙๑." or "(๑๐", the rest stands on the next line.
BROKEN_NUMBER = re.compile(r"\(\s*\d{1,3}\.?\d?$")

# What a month ends in, full (``กันยายน``, ``มีนาคม``, ``กุมภาพันธ์``) or short (``ก.ย.``).
_MONTH_END = re.compile(r"(?:ยน|คม|พันธ์|\.\s?[คยพ]\.)\s*$")

_RAISED = str.maketrans(
    "0123456789\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2
)


def lines_of(clusters: Sequence[Cluster], page: int = 0) -> list[Line]:
    """Group clusters into printed lines, top to bottom, each read left to right."""
    rows: list[list[Cluster]] = []
    y = size = slack = 0.0
    # Text is nearly in both orders as it comes, and sorting by one after the other is quick then.
    for cluster in sorted(sorted(clusters, key=_PAINTED), key=_DOWN):
        near = slack if cluster.size == size else line_slack(cluster.size, size)
        if rows and abs(cluster.y - y) < near:
            rows[-1].append(cluster)
        else:
            rows.append([cluster])
            y, size = cluster.y, cluster.size
            slack = line_slack(size, size)
    if len(rows) > _TRIPLE - 1:
        rows = _with_middles_apart(rows)
    return [line for row in rows if (line := _line(row, page)) is not None]


def _with_middles_apart(rows: list[list[Cluster]]) -> list[list[Cluster]]:
    """The rows; what stands beside two lines, half way between them, goes with those.

    A code before a title of two lines and the score behind it are set at its middle: the title
    begins behind the code, and the score stands behind its end.
    """
    found: list[list[Cluster]] = []
    seen = [visible(row) for row in rows]
    at = 0
    while at < len(rows):
        parted = _beside_two(rows[at : at + _TRIPLE], seen[at : at + _TRIPLE])
        found += parted or [rows[at]]
        at += _TRIPLE if parted else 1
    return found


def _beside_two(
    rows: Sequence[list[Cluster]], seen: Sequence[list[Cluster]]
) -> list[list[Cluster]]:
    """Two rows with what stands between their heights beside both; empty where none does.

    ``seen``: the same rows without spaces.
    """
    if len(rows) < _TRIPLE or not all(seen):
        return []
    above, between, below = seen
    size = above[0].size
    top, middle, foot = above[0].y, between[0].y, below[0].y
    within = min(middle - top, foot - middle) > _BETWEEN * size
    if not within or foot - top > _PITCH * size:
        return []
    left, right = min(c.x0 for c in above), max(c.x1 for c in (*above, *below))
    if abs(left - min(c.x0 for c in below)) > _EDGE:
        return []
    before = [c for c in between if c.x1 < left]
    behind = [c for c in between if c.x0 > right]
    if len(before) + len(behind) < len(between):
        return []
    first = [*(replace(c, y=top) for c in before), *rows[0]]
    return [first, [*rows[2], *(replace(c, y=foot) for c in behind)]]


def line_slack(small: float, large: float) -> float:
    """How far two baselines of one line may differ: more where one is a small raised sign."""
    if small > large:
        small, large = large, small
    return 0.45 * (large if small < 0.8 * large else small)


def _in_order(row: list[Cluster]) -> list[Cluster]:
    """As painted; from left to right where nothing overlaps: LibreOffice paints font by font."""
    painted = sorted(row, key=_PAINTED)
    across = sorted(painted, key=_ACROSS)
    if across == painted:
        return painted
    if _are_apart(across):
        return across
    said = _without_covered(painted)
    across = sorted(said, key=_ACROSS)
    return across if len(said) < len(painted) and _are_apart(across) else _run_by_run(said)


def _are_apart(across: list[Cluster]) -> bool:
    return all(a.x0 + 0.05 * a.size < a.x1 < b.x0 + 0.15 * b.size for a, b in pairwise(across))


def _without_covered(painted: list[Cluster]) -> list[Cluster]:
    """The clusters without spaces on top of letters, painted for what is drawn under these."""
    letters = [(c.x0, c.x1) for c in painted if not c.text.isspace()]
    return [
        c
        for c in painted
        if not c.text.isspace() or not any(a < (c.x0 + c.x1) / 2 < b for a, b in letters)
    ]


def _run_by_run(painted: list[Cluster]) -> list[Cluster]:
    """A jump back starts a new run: columns painted out of order are put right run by run."""
    runs: list[list[Cluster]] = [[]]
    before = float("-inf")
    for cluster in painted:
        if cluster.x0 < before - 0.8 * cluster.size:
            runs.append([])
        runs[-1].append(cluster)
        before = cluster.x0
    runs.sort(key=lambda run: run[0].x0)
    return [c for run in runs for c in run]


def _line(row: list[Cluster], page: int) -> Line | None:
    ordered = _in_order(row)
    seen = visible(ordered)
    if not seen:
        return None
    sizes = sorted([c.size for c in seen])
    size = sizes[len(seen) // 2]
    box = _box_of(seen, sizes[0] == sizes[-1])
    if sizes[0] < 0.8 * size:
        base = sorted([c.y for c in seen])[len(seen) // 2]
        for c in seen:
            # A small raised digit is a note's mark, not a digit of the number before it.
            if c.text.isdigit() and c.size < 0.8 * size and base - c.y > 0.15 * size:
                c.text = c.text.translate(_RAISED)
    text = _spaced(ordered)
    bold = sum([c.bold for c in seen]) * 2 > len(seen)
    ends = seen[0].bold, seen[-1].bold
    return Line(text.strip(), box, round(size, 2), bold, page, ends)


def _box_of(clusters: list[Cluster], one_size: bool) -> Box:
    left, right = min([c.x0 for c in clusters]), max([c.x1 for c in clusters])
    if one_size:
        ys, size = [c.y for c in clusters], clusters[0].size
        return Box(left, min(ys) - ASCENT * size, right, max(ys) + DESCENT * size)
    return Box(
        left,
        min([c.y - ASCENT * c.size for c in clusters]),
        right,
        max([c.y + DESCENT * c.size for c in clusters]),
    )


def _spaced(clusters: list[Cluster]) -> str:
    texts = [c.text for c in clusters]
    if _OTHER_SPACE.search("".join(texts)):
        texts = [_SPACE.sub(" ", text) for text in texts]
    parts: list[str] = []
    last, after_space = clusters[0], True
    for cluster, text in zip(clusters, texts, strict=True):
        space = text.isspace()
        if not (space or after_space):
            gap = cluster.x0 - last.x1
            if gap > 0 and gap > _GAP * min(cluster.size, last.size):
                parts.append(" ")
        if text != " " or not parts or not parts[-1].endswith(" "):
            parts.append(text)
        last, after_space = cluster, space
    return "".join(parts)


def join_text(first: str, second: str) -> str:
    """Join two printed lines of one paragraph as Thai asks.

    79 % of line ends in a Thai cell fall inside a word, so Thai joins Thai with nothing; a number
    broken after its point joins with nothing; beside Latin and numbers a space is put back: lines
    break between a Thai letter and a digit only where a space stands.
    """
    if not first or not second:
        return first + second
    a, b = first[-1], second[0]
    if a.isspace() or b.isspace():
        return first.rstrip() + " " + second.lstrip()
    if is_thai(a) and is_thai(b) and not (a.isdigit() or b.isdigit()):
        return first + second
    if a.isdigit() and b.isdigit() and _one_number(first, second):
        return first + second
    if b.isdigit() and re.search(r"\d\.$", first):
        return first + second
    if a.isdigit() and b == "." and len(second) > 1 and second[1].isdigit():
        return first + second
    if a in "-/(" or b in ")/.,":
        return first + second
    return first + " " + second


def _one_number(first: str, second: str) -> bool:
    """Whether the digits at a line's end and at the next one's start are one broken number.

    They are within a bracket, as the last decimal of a number that ends the text, and as a year.
    Other digits (``ครั้งที่ ๑`` / ``๓๐ มี.ค.``) are two numbers.
    """
    head = re.search(r"\d+$", first)
    tail = re.match(r"\d+", second)
    if head is None or tail is None:
        return False
    if BROKEN_NUMBER.search(first) or (
        re.search(r"\d\.\d$", first) and re.fullmatch(r"\d", second)
    ):
        return True
    whole = head.group() + tail.group()
    if len(whole) == 4 and 2540 <= int(whole) < 2600:
        return True
    return len(whole) == 2 and _MONTH_END.search(first[: head.start()]) is not None
