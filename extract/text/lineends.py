"""Lines to paragraphs: where a line ends what it says and where it was only full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.model import Line
from extract.text.lines import BROKEN_NUMBER, join_text
from extract.thai import MARKS

LIST_MARK = re.compile(
    r"^\s*(?:\(?[0-9\u0e50-\u0e59]{1,2}(?:\.[0-9\u0e50-\u0e59]{1,2})*[.)](?![0-9\u0e50-\u0e59])"
    # "1.2 จัดทำ" numbers a statement; "9.5 คะแนน" and "1.5 ล้าน" do not.
    r"|(?:[1\u0e51][0-2\u0e50-\u0e52]|[1-9\u0e51-\u0e59])(?:\.[1-9\u0e51-\u0e59]){1,3}\s+"
    r"(?!คะแนน|บาท|ล้าน|%)(?=[\u0e01-\u0e44])"
    r"|[-\u2013\u2022\u25cf\u25aa\u25e6\u2023*\u2610-\u2612\uf0b7\uf0a7](?=\D))"
)

# "I4 โปร่งใส ตรวจสอบได้": a mark of letter and number, where the paragraph begins with one too.
_CODE_MARK = re.compile(
    r"\s*(?:ข้อ(?:ที่)?\s*)?([A-Z])\s?([0-9\u0e50-\u0e59]{1,2})[.):]?\s+(?:[\u2013\u2014:-]\s*)?"
    r"(?=[\u0e01-\u0e44A-Z])"
)
# "88.71 I14 ท่านถูกผู้บังคับบัญชา": the score of an item stands before its code.
_SCORE_FIRST = re.compile(
    r"\s*[0-9\u0e50-\u0e59]{1,3}\.[0-9\u0e50-\u0e59]{2}\s+[A-Z]\s?[0-9\u0e50-\u0e59]{1,2}\s+[\u0e01-\u0e44]"
)
# "ตัวชี้วัดที่ 4 การใช้ทรัพย์สิน": the name of the next group of a list.
_GROUP = re.compile(
    r"\s*ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*[0-9\u0e50-\u0e59]{1,2}(?:\.[0-9\u0e50-\u0e59])?\s+[\u0e01-\u0e44]"
)
# "ข้อ I9 การมอบหมายงาน": an item called one.
_ITEM = re.compile(r"\s*ข้อ(?:ที่)?\s*[A-Z]\s?[0-9\u0e50-\u0e59]{1,2}\s")
# "ตัวชี้วัด 9 การเปิดเผยข้อมูล = 75.76": its name and its score, in a line of their own.
_STATED = re.compile(rf"{_GROUP.pattern}[^=]*=\s*\d{{1,3}}(?:\.\d+)?\s*(?:คะแนน|%)?\s*$")
# A line that ends with a score has said it.
_SCORED = re.compile(r"\d\.\d{2}\s*(?:คะแนน|%)?\s*$")
_OWES = re.compile(r"(?:ข้อ|ที่|และ|หรือ|กับ|ถึง|[,(/\u2013-])\s*$")

# A number led up to by dots ends its line, however far the dots reach.
_LED = re.compile(r"(?:[.\u2026]{3,}|\u2026)\s*[\d.]+\s*(?:%|คะแนน|\([^()]{1,30}\))?\s*$")

# "(ตัวชี้วัดที่ 3 การ" / "ใช้อำนาจ) ได้": a bracket that one line opens and the next one closes.
_OPENED, _CLOSED = re.compile(r"\([^()]*$"), re.compile(r"[^()]{1,60}\)")

# What the lines of a letter's head begin with (the rules of the Prime Minister's Office on official
# correspondence, forms 1 and 2).
_LETTER_HEAD = re.compile(
    r"\s*(?:ส่วนราชการ|ที่(?=\s+[\u0e01-\u0e2e]{2})|วันที่|เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย)(?=[\s:])"
)

# The share of a line's length that it may leave free, and how far in a label ends.
_NEARLY, _LABEL = 0.1, 40
# Two lines show an axis; what is of them begins no farther left, in letter heights.
_BOTH, _ASIDE = 2, 2.0


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
        again = bool(found) and (_marked_again(found[-1], line) or _headed(found[-1], line))
        again = again or (labels and bool(found) and _labelled(found[-1][-1], line))
        again = again or (labels and bool(found) and _item_below(found[-1], line))
        again = again or (bool(found) and _off_axis(found[-1], line))
        if found and not again and not _breaks(found[-1][-1], line, left, right, usual):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _off_axis(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether lines set around one axis, each as long as it is, are followed by one at its edge."""
    if len(paragraph) < _BOTH:
        return False
    a, b = (one.box for one in paragraph[-_BOTH:])
    axis = (b.x0 + b.x1) / 2
    centred = abs((a.x0 + a.x1) / 2 - axis) < 1 and abs(a.x0 - b.x0) > line.size
    return centred and min(a.x0, b.x0) - line.box.x0 > _ASIDE * line.size and line.box.x1 < axis


def _item_below(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line names an item below nothing but the name of its group."""
    group = len(paragraph) <= _BOTH and _GROUP.match(paragraph[0].text) is not None
    return group and _ITEM.match(line.text) is not None and not _OWES.search(paragraph[-1].text)


def _headed(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line is the next one of a letter's head: who writes, about what, to whom."""
    head = _LETTER_HEAD.match(line.text)
    return head is not None and _LETTER_HEAD.match(paragraph[0].text) is not None


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
    if BROKEN_NUMBER.search(before.text) and line.text[:1].isdigit():
        return False
    if LIST_MARK.match(line.text) or _LED.search(before.text):
        return True
    if within_brackets(before, line):
        return False
    if _CODE_MARK.match(line.text) and _LED.search(line.text):
        return True
    if _SCORE_FIRST.match(line.text) and not _OWES.search(before.text):
        return True
    if _SCORED.search(before.text) and (_CODE_MARK.match(line.text) or _GROUP.match(line.text)):
        return True
    if line.box.top - before.box.top > 1.3 * usual:
        return True
    if _STATED.match(line.text) and not _OWES.search(before.text):
        return True
    return stops_short(before, line, left, right) and not _hangs(before, line, left, right)


def within_brackets(before: Line, line: Line) -> bool:
    """Whether a line opens a bracket that the next one closes."""
    return bool(_OPENED.search(before.text) and _CLOSED.match(line.text))


def _hangs(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether a line hangs below the words of a statement that ran nearly to its end.

    Where a program may break a line is its own affair; a label begins something else all the same.
    """
    indent, room = line.box.x0 - before.box.x0, right - before.box.x1
    listed = LIST_MARK.match(before.text) is not None and before.bold == line.bold
    hung = 0.5 * line.size < indent < 3 * line.size and room < _NEARLY * (right - left)
    return listed and hung and ":" not in line.text[:_LABEL]


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
