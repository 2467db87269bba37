"""What the texts of one column say at a page end: whether the one below is more of that above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout import PartCell
from extract.model import Line, Paragraph, Place
from extract.text.lineends import LIST_MARK, stops_short

# Text goes on below the page end only from a cell with less free room than this, in lines.
FULL = 1.0
# With as much free room as this nothing went on below; browsers keep two lines together.
ROOM = 2.5
# What a list of statements is announced by.
_ANNOUNCES = re.compile(r"(?:ดังนี้|ได้แก่|ดังต่อไปนี้|คือ|เช่น|[:：])\s*$")
# One column may be blank in a row, or break off at a page end; two are not by chance.
BOTH = 2
_BULLET = re.compile(r"\s*[-\u2013\u2022\u25cf\uf0b7]\s")
# What a row begins with: a code such as I4, or a number of its own.
CODE = re.compile(r"^\(?[A-Z]\s?\d{1,2}(?!\d)|^\d{1,3}\.\d{2}$")
# An item's code at the beginning of a line.
_ITEM = re.compile(r"^(?:ข้อ\s*)?\(?([A-Z])\s?(\d{1,2})(?!\d)", re.M)
_LONE_CODE = re.compile(r"(?:ข้อ\s*)?\(?[A-Z]\s?\d{1,2}\)?")
_WORD = re.compile(r"[^\W\d_]{2}")
# "ตัวชี้วัดที่ 4 การใช้ทรัพย์สิน": the name of a group of rows.
_GROUP = re.compile(r"\s*(?:ตัวชี้วัด|ด้าน)(?:ที่)?\s*(\d{1,2})(?![\d.])\s*[:.)]?\s*[\u0e01-\u0e44]")
_LONE_NUMBER = re.compile(r"\d{1,3}\.\d{2}\s*(?:%|คะแนน)?")
# "ภายใน 15 ก.พ. 68", "ทุก 3 เดือน": what a row says once.
_ONCE = (
    re.compile(
        r"(?:ภายใน|ก่อน|ไม่เกิน|วันที่|\s)*\d{1,2}\s*(?:เดือน)?[\u0e01-\u0e4e.]{3,12}\s*"
        r"(?:พ\.\s?ศ\.|ปี)?\s*(?:[2๒][5๕])?\d{2}"
    ),
    re.compile(r"ทุก\s*(?:ๆ\s*)?(?:\d{1,2}\s*)?(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)"),
)
# A statement's number and how it is written.
NUMBERED = re.compile(r"^\s*(\(?)(\d{1,2})([.)])(?!\d)(?=.*\S)", re.M)


@dataclass(slots=True)
class JoinedCell:
    """A cell of a logical table while parts are added; ``last`` is its part printed last."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    places: list[Place]
    lines: list[Line]
    last: PartCell
    part: int


def begins(below: PartCell) -> bool:
    """Whether a text begins as a statement of a list or a row does: with a mark or a code."""
    return bool(LIST_MARK.match(below.text) or CODE.match(below.text))


def numbers(text: str) -> list[tuple[str, int]]:
    """The numbers that begin the lines of a text, with how they are written."""
    return [(m[1] + m[3], int(m[2])) for m in NUMBERED.finditer(text)]


def listed_on(above: JoinedCell, below: PartCell) -> bool:
    """Whether a text begins with the number after the last one of the list above."""
    last, first = numbers(above.text)[-1:], numbers(below.text)[:1]
    if not last or not first or not NUMBERED.match(below.text):
        return False
    return first[0] == (last[0][0], last[0][1] + 1)


def listed_from_one(above: JoinedCell, below: PartCell) -> bool:
    """Whether a list that begins with 1 goes on with its next number."""
    return [n for _, n in numbers(above.text)[:1]] == [1] and listed_on(above, below)


def restarts(pairs: Sequence[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a list begins at 1 below one of the same form, or below words that announce none."""
    for a, b in pairs:
        first = numbers(b.text)[:1] if NUMBERED.match(b.text) and a.last.text else []
        if first and first[0][1] == 1:
            again = any(form == first[0][0] for form, _ in numbers(a.text))
            if again or not _ANNOUNCES.search(a.last.text):
                return True
    return False


def list_and_words_go_on(going_on: Sequence[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a list that begins with 1 goes on, and the words of two other columns broke off.

    Codes of items beside them may be later ones: ``I7`` above the page end, ``I8`` below it.
    """
    rest = [(a, b) for a, b in going_on if not listed_from_one(a, b) and not coded_later(a, b)]
    listed = any(listed_from_one(a, b) for a, b in going_on)
    begun = any(begins(b) for _, b in rest)
    return listed and len(rest) >= BOTH and not begun and all(may_go_on(a, b) for a, b in rest)


def bulleted(above: JoinedCell, below: PartCell) -> bool:
    return bool(_BULLET.match(above.text) and _BULLET.match(below.text))


def coded_on(above: JoinedCell, below: PartCell) -> bool:
    """Whether a text begins with the code after the last one above: ``ข้อ E3`` after ``ข้อ E2``."""
    numbers_told = _last_and_next(above, below)
    return numbers_told is not None and numbers_told[1] == numbers_told[0] + 1


def coded_later(above: JoinedCell, below: PartCell) -> bool:
    """Whether both texts begin with codes of one letter, and that below is a later one."""
    numbers_told = _last_and_next(above, below)
    return numbers_told is not None and numbers_told[1] > numbers_told[0]


def _last_and_next(above: JoinedCell, below: PartCell) -> tuple[int, int] | None:
    """The number of the last code above and of the first below, of lists of one letter's codes."""
    last, first = _ITEM.findall(above.text)[-1:], _ITEM.match(below.text)
    if not last or first is None or not _ITEM.match(above.text) or first[1] != last[0][0]:
        return None
    return int(last[0][1]), int(first[2])


def both_numbered(above: JoinedCell, below: PartCell) -> bool:
    """Whether a cell holds a number alone below one that does: each is a number of its row.

    So are the names of two indicators, each of its rows.
    """
    if _is_number(above.text) and _is_number(below.text):
        return True
    groups = [match and match[1] for match in map(_GROUP.match, (above.text, below.text))]
    return None not in groups and groups[0] != groups[1]


def told_once(above: JoinedCell, below: PartCell) -> bool:
    """Whether two cells are a date or an interval of review each: a row has no two."""
    return any(one.fullmatch(above.text) and one.fullmatch(below.text) for one in _ONCE)


def lists_beside_names(pairs: Sequence[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a list goes on below, beside what names the two rows.

    Where nothing but their numbers stands beside it, ``1. การใช้อำนาจ`` and ``2. ...`` name them.
    """
    told = [(a, b) for a, b in pairs if a.last.text and b.text and not both_numbered(a, b)]
    listed = [(a, b) for a, b in told if listed_from_one(a, b)]
    return 0 < len(listed) < len(told)


def stands_below_names(pairs: Sequence[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a row's codes and numbers all stand below words: the names of their columns."""
    values = [a.text for a, b in pairs if _LONE_CODE.fullmatch(b.text) or _is_number(b.text)]
    return bool(values) and all(map(_names, values))


def stands_below_group(pairs: Sequence[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether an item with its code and number stands below the name of a group with its number."""
    named = any(_GROUP.match(a.text) for a, _ in pairs)
    begun = any(not a.text and _LONE_CODE.fullmatch(b.text) for a, b in pairs)
    return named and begun and any(both_numbered(a, b) for a, b in pairs)


def _is_number(text: str) -> bool:
    return _LONE_NUMBER.fullmatch(text) is not None


def _names(text: str) -> bool:
    return bool(_WORD.search(text)) and not _ITEM.search(text) and not _is_number(text)


def runs_on(above: JoinedCell, below: PartCell) -> bool:
    """Whether a list's last statement goes on: the words below have no mark, its line was full."""
    if not above.last.text or not below.text or not NUMBERED.match(above.text):
        return False
    if begins(below) or above.last.free >= ROOM:
        return False
    return breaks_off(above, below)


def breaks_off(above: JoinedCell, below: PartCell) -> bool:
    """Whether the text above need not have ended: a full last line, or a list that goes on."""
    if LIST_MARK.match(below.text):
        return LIST_MARK.match(above.text) is not None
    last = above.last
    return not stops_short(last.lines[-1], below.lines[0], last.left, last.right)


def may_go_on(above: JoinedCell, below: PartCell) -> bool:
    """Whether the text below can be the rest of the cell above."""
    if above.last.free >= FULL:
        return False
    if LIST_MARK.match(below.text):
        return True
    return not stops_short(above.last.lines[-1], below.lines[0], above.last.left, above.last.right)


def hangs_from(above: Sequence[JoinedCell], text: Paragraph) -> JoinedCell | None:
    """The cell in the last row of a page whose words run over its closing rule into ``text``.

    Browsers let the last lines of a cell cut by the page end hang below it. They stand in the
    cell's width, one line below its last.
    """
    box, size = text.place.box, text.size
    for cell in above:
        place, last = cell.places[-1], cell.last
        if place.page != text.place.page or not last.lines or last.free >= FULL:
            continue
        within = place.box.x0 <= box.x0 and box.x1 <= place.box.x1 + 1
        gap = box.top - last.lines[-1].box.bottom
        if within and abs(box.x0 - last.left) < 0.5 * size and -0.3 * size < gap < 0.6 * size:
            return cell
    return None
