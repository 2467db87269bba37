"""Clusters to printed lines, lines to paragraphs.

Within a line the order of the content stream is trusted over x, and only space glyphs that are
really there become spaces, except where a gap is too wide to be anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from extract.model import Box, Line
from extract.text.clusters import ASCENT, DESCENT, Cluster
from extract.thai import MARKS, is_thai

# A gap this wide (em) between two bases is a space even where the producer wrote none.
_GAP = 0.35

LIST_MARK = re.compile(
    r"^\s*(?:\(?[0-9\u0e50-\u0e59]{1,2}(?:\.[0-9\u0e50-\u0e59]{1,2})*[.)](?![0-9\u0e50-\u0e59])"
    # "1.2 จัดทำ" numbers a statement; "9.5 คะแนน" and "1.5 ล้าน" do not.
    r"|(?:[1\u0e51][0-2\u0e50-\u0e52]|[1-9\u0e51-\u0e59])(?:\.[1-9\u0e51-\u0e59]){1,3}\s+"
    r"(?!คะแนน|บาท|ล้าน|%)(?=[\u0e01-\u0e44])"
    r"|[-\u2013\u2022\u25cf\u25aa\u25e6\u2023*\uf0b7\uf0a7](?=\D))"
)

# "I4 โปร่งใส ตรวจสอบได้": a mark of letter and number, where the paragraph begins with one too.
_CODE_MARK = re.compile(
    r"\s*(?:ข้อ(?:ที่)?\s*)?([A-Z])\s?([0-9\u0e50-\u0e59]{1,2})[.):]?\s+(?:[\u2013\u2014:-]\s*)?"
    r"(?=[\u0e01-\u0e44A-Z])"
)
# "ตัวชี้วัดที่ 4 การใช้ทรัพย์สิน": the name of the next group of a list.
_GROUP = re.compile(
    r"\s*ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*[0-9\u0e50-\u0e59]{1,2}(?:\.[0-9\u0e50-\u0e59])?\s+[\u0e01-\u0e44]"
)
# A line that ends with a score has said it.
_SCORED = re.compile(r"\d\.\d{2}\s*(?:คะแนน|%)?\s*$")
_OWES = re.compile(r"(?:ข้อ|ที่|และ|หรือ|กับ|ถึง|[,(/\u2013-])\s*$")

# White space, and what of it is no plain space.
_SPACE, _OTHER_SPACE = re.compile(r"\s"), re.compile(r"[^\S ]")

_DOWN, _ACROSS, _PAINTED = attrgetter("y"), attrgetter("x0"), attrgetter("order")

# A line that ends inside a bracketed number: "(๙๑." or "(๑๐", the rest stands on the next line.
_BROKEN_NUMBER = re.compile(r"\(\s*\d{1,3}\.?\d?$")

# A number led up to by dots ends its line, however far the dots reach.
_LED = re.compile(r"(?:[.\u2026]{3,}|\u2026)\s*[\d.]+\s*(?:%|คะแนน|\([^()]{1,30}\))?\s*$")

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
    return [line for row in rows if (line := _line(row, page)) is not None]


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
    apart = (a.x0 + 0.05 * a.size < a.x1 < b.x0 + 0.15 * b.size for a, b in pairwise(across))
    return across if all(apart) else _run_by_run(painted)


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
    visible = [c for c in ordered if not c.text.isspace()]
    if not visible:
        return None
    sizes = sorted([c.size for c in visible])
    size = sizes[len(visible) // 2]
    box = _box_of(visible, sizes[0] == sizes[-1])
    if sizes[0] < 0.8 * size:
        base = sorted([c.y for c in visible])[len(visible) // 2]
        for c in visible:
            # A small raised digit is a note's mark, not a digit of the number before it.
            if c.text.isdigit() and c.size < 0.8 * size and base - c.y > 0.15 * size:
                c.text = c.text.translate(_RAISED)
    text = _spaced(ordered)
    bold = sum([c.bold for c in visible]) * 2 > len(visible)
    ends = visible[0].bold, visible[-1].bold
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
    if _BROKEN_NUMBER.search(first) or (
        re.search(r"\d\.\d$", first) and re.fullmatch(r"\d", second)
    ):
        return True
    whole = head.group() + tail.group()
    if len(whole) == 4 and 2540 <= int(whole) < 2600:
        return True
    return len(whole) == 2 and _MONTH_END.search(first[: head.start()]) is not None


def paragraphs_of(
    lines: Sequence[Line], left: float, right: float, *, labels: bool = False
) -> list[list[Line]]:
    """Split lines into paragraphs; a full line would run from x ``left`` to ``right``.

    A new paragraph begins at a list mark, after a gap wider than between the other lines, or where
    the line before stopped although the next line's first words would still have fitted; with
    ``labels``, as cells have them, also where a line begins bold or stands alone in bold.
    """
    same = [(a, b) for a, b in pairwise(lines) if a.bold == b.bold and abs(a.size - b.size) < 0.7]
    # Headings stand apart: how far lines follow each other is told by those of one type.
    pairs = same if len(same) > 2 else pairwise(lines)
    steps = sorted(b.box.top - a.box.top for a, b in pairs)
    usual = steps[len(steps) // 2] if len(steps) > 2 else float("inf")
    found: list[list[Line]] = []
    for line in lines:
        again = bool(found) and _marked_again(found[-1], line)
        again = again or (labels and bool(found) and _labelled(found[-1][-1], line))
        if found and not again and not _breaks(found[-1][-1], line, left, right, usual):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _labelled(before: Line, line: Line) -> bool:
    """Whether a line begins with a label printed bold, or the one before is nothing else."""
    starts, ended = line.ends_bold[0], before.ends_bold[1]
    return starts != ended and (starts or before.ends_bold[0])


def _marked_again(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with a letter and number as the paragraph does, a later one."""
    if not paragraph[0].text[:1].isascii():
        return False
    first, mark = _CODE_MARK.match(paragraph[0].text), _CODE_MARK.match(line.text)
    if first is not None and _GROUP.match(line.text) and not _OWES.search(paragraph[-1].text):
        return True
    if first is None or mark is None or _OWES.search(paragraph[-1].text):
        return False
    return first[1] != mark[1] or int(first[2]) < int(mark[2])


def _breaks(before: Line, line: Line, left: float, right: float, usual: float) -> bool:
    if _BROKEN_NUMBER.search(before.text) and line.text[:1].isdigit():
        return False
    if LIST_MARK.match(line.text) or _LED.search(before.text):
        return True
    if _SCORED.search(before.text) and (_CODE_MARK.match(line.text) or _GROUP.match(line.text)):
        return True
    if line.box.top - before.box.top > 1.3 * usual:
        return True
    return stops_short(before, line, left, right)


def stops_short(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether a line ended although the next line's first words would still have fitted.

    A full line runs from ``left`` to ``right``; a centred one has room on both sides, an indented
    one only at its end.
    """
    ahead, behind = before.box.x0 - left, right - before.box.x1
    centred = ahead > 0.5 * before.size and abs(ahead - behind) < 0.5 * before.size
    # Of a long line above one that begins at the edge, room ahead is a paragraph's indent.
    long = before.box.x1 - before.box.x0 > 0.6 * (right - left)
    centred = centred and (line.box.x0 - left > 0.5 * before.size or not long)
    # Lines of one indent begin together and end anywhere; centred ones do either both or neither.
    indented = abs(line.box.x0 - before.box.x0) < 1
    centred = centred and not (indented and abs(line.box.x1 - before.box.x1) > before.size)
    room, space = ahead + behind if centred else behind, 0.6 * max(line.size, 1.0)
    return room > space and room > _first_words(line) + space


def _first_words(line: Line) -> float:
    """Width of the first part of a line that could not have been broken off.

    It runs up to a space, at most 16 letters: longer unspaced Thai has a word end somewhere.
    """
    head = line.text.split(" ", 1)[0]
    letters = [c for c in line.text if c not in MARKS]
    count = len([c for c in head if c not in MARKS])
    return line.box.width * min(count, 16) / max(len(letters), 1)


def text_of(lines: Sequence[Line], left: float, right: float) -> str:
    """The lines as text: one paragraph per line, printed line ends joined."""
    return "\n".join(_joined(p) for p in paragraphs_of(lines, left, right, labels=True))


def _joined(lines: Sequence[Line]) -> str:
    text = ""
    for line in lines:
        text = join_text(text, line.text)
    return text
