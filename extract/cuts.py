"""What a page end cuts: whether a row goes on below it, and which cells do."""

from __future__ import annotations

import re

from extract.cutwords import (
    BOTH,
    CODE,
    FULL,
    ROOM,
    JoinedCell,
    begins,
    both_numbered,
    breaks_off,
    bulleted,
    coded_later,
    coded_on,
    list_and_words_go_on,
    listed_from_one,
    listed_on,
    lists_beside_names,
    may_go_on,
    restarts,
    runs_on,
    stands_below_group,
    stands_below_names,
    told_once,
)
from extract.layout import PartCell
from extract.text.lineends import LIST_MARK

# The columns of a form: labels and answers.
_FORM = 2
# Fewer columns than this may all go on below the page end.
_COLUMNS = 4
# A text this short is a name, a date or an interval.
_FEW = 40
# Words that no statement ends with.
_OWES = re.compile(r"(?:ให้|และ|หรือ|เพื่อ|โดย|แก่|ซึ่ง)\s*$")


def _pairs(
    above: list[JoinedCell], below: list[PartCell], columns: list[int]
) -> list[tuple[JoinedCell, PartCell]]:
    spans = {(c.column, c.column_span): c for c in above}
    found = []
    for cell in below:
        c0 = columns[cell.cell.column]
        match = spans.get((c0, columns[cell.cell.column + cell.cell.column_span] - c0))
        if match is not None:
            found.append((match, cell))
    return found


def is_cut(above: list[JoinedCell], below: list[PartCell], columns: list[int]) -> bool:
    """Whether the last row above and the first row below are one row cut by the page end."""
    pairs = _pairs(above, below, columns)
    if len(above) == len(below) == len(pairs) == 1:
        return _band_goes_on(*pairs[0])
    if len(pairs) < len(below) or len(pairs) < 2:
        return False
    if _parted(pairs) or _apart(pairs) or _closed(pairs) or _ruled_off(pairs) or _again(pairs):
        return False
    if any(told_once(a, b) for a, b in pairs):
        return False
    if restarts(pairs) and not all(a.last.cell.open_bottom and b.cell.open_top for a, b in pairs):
        return False
    if all(a.last.cell.open_bottom for a, _ in pairs) or all(b.cell.open_top for _, b in pairs):
        # Rules left open under (or over) every cell say it, unless every text had plainly ended:
        # beside a merged cell, browsers leave the rule between two rows undrawn at a page end.
        both = [(a, b) for a, b in pairs if a.last.text and b.text]
        return not both or 2 * sum(breaks_off(a, b) for a, b in both) >= len(both)
    if any(a.last.cell.open_bottom for a, _ in pairs):
        return False
    going_on = [(a, b) for a, b in pairs if a.last.text and b.text]
    # Of a row over three pages a cell may have ended on the first.
    ended = any(a.text and not b.text for a, b in pairs)
    begun = [a for a, b in pairs if b.text and not a.last.text]
    if begun and not (ended and _owes(going_on) and all(a.column and not a.text for a in begun)):
        # Only of a row that broke off in a sentence a cell may stand below as a whole.
        return False
    if not going_on:
        return False
    if len(pairs) == _FORM and _answer_goes_on(pairs):
        return True
    if not ended and list_and_words_go_on(going_on):
        return True
    if not ended and (len(going_on) < 3 or any(LIST_MARK.match(b.text) for _, b in going_on)):
        return False
    return (
        _all_go_on(going_on)
        or _mostly_goes_on(pairs, going_on)
        or _surely_goes_on(pairs, going_on)
        or _lists_codes_on(pairs, going_on)
    )


def _answer_goes_on(pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a form's answer goes on beside a label that does not: a list, or words cut off."""
    (label, beside), (above, below) = sorted(pairs, key=lambda pair: pair[0].column)
    if not label.text or beside.text or not above.last.text or above.last.free >= ROOM:
        return False
    return bulleted(above, below) or listed_on(above, below) or may_go_on(above, below)


def _all_go_on(going_on: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether every text goes on, all but one of several to the end of its room.

    Beside a cell merged over rows its name may be broken off where it leaves room.
    """
    rest = [(a, b) for a, b in going_on if not may_go_on(a, b)]
    if not rest or len(going_on) < _COLUMNS or len(rest) > 1:
        return not rest
    ((above, below),) = rest
    begun = begins(below)
    return above.last.free < ROOM and not begun and breaks_off(above, below)


def _owes(going_on: list[tuple[JoinedCell, PartCell]]) -> bool:
    return any(_OWES.search(a.last.text) and a.last.free < FULL for a, _ in going_on)


def _band_goes_on(above: JoinedCell, below: PartCell) -> bool:
    """Whether one cell across the table goes on in another: broken off within a line."""
    if not above.last.text or not below.text or CODE.match(below.text):
        return False
    return not LIST_MARK.match(below.text) and may_go_on(above, below)


def _surely_goes_on(
    pairs: list[tuple[JoinedCell, PartCell]], going_on: list[tuple[JoinedCell, PartCell]]
) -> bool:
    """Whether a list goes on with its next number, or a text that owes more, as most columns end.

    What goes on may leave room then: a whole statement, or its last two lines, went below.
    """
    ended = sum(1 for a, b in pairs if a.text and not b.text and a.row_span == 1)
    told = any(listed_on(a, b) or runs_on(a, b) or _OWES.search(a.last.text) for a, b in going_on)
    # Beside words that go on, so does a list of items with its next one.
    told = told or (len(going_on) > 1 and any(coded_on(a, b) for a, b in going_on))
    near = all(a.last.free < ROOM for a, _ in going_on)
    rest = all(listed_on(a, b) or coded_on(a, b) or breaks_off(a, b) for a, b in going_on)
    return told and near and rest and ended > len(going_on)


def _lists_codes_on(
    pairs: list[tuple[JoinedCell, PartCell]], going_on: list[tuple[JoinedCell, PartCell]]
) -> bool:
    """Whether a list of items goes on with a later one beside words cut off, where others ended.

    A row of that item would not leave two columns blank, with the words of two others cut off.
    """
    ended = sum(1 for a, b in pairs if a.text and not b.text and a.row_span == 1)
    listed = [(a, b) for a, b in going_on if coded_later(a, b)]
    words = [pair for pair in going_on if pair not in listed]
    begun = any(begins(b) for _, b in words)
    if len(listed) != 1 or min(ended, len(words)) < BOTH or begun:
        return False
    return listed[0][0].last.free < FULL and all(may_go_on(a, b) for a, b in words)


def _mostly_goes_on(
    pairs: list[tuple[JoinedCell, PartCell]], going_on: list[tuple[JoinedCell, PartCell]]
) -> bool:
    """Whether most columns had ended and what is below is more of the rest.

    Of several texts one may stop short of its line and go on (a list without marks); of a list
    with bullets browsers move a whole statement, and leave more room.
    """
    ended = sum(1 for a, b in pairs if a.text and not b.text)
    if ended < max(2, len(going_on)):
        return False
    if len(going_on) == 1:
        ((above, below),) = going_on
        more = bulleted(above, below) or (not begins(below) and breaks_off(above, below))
        return ended > 2 and more and above.last.free < ROOM
    full = all(a.last.free < FULL for a, _ in going_on)
    return full and 2 * sum(breaks_off(a, b) for a, b in going_on) > len(going_on)


def _goes_on_beside(above: JoinedCell, below: PartCell) -> bool:
    """Whether a text goes on beside a list that does: one more list, or words that broke off."""
    if listed_from_one(above, below) or bulleted(above, below):
        return True
    if not above.last.text or not below.text or LIST_MARK.match(below.text):
        return False
    return not CODE.match(below.text) and may_go_on(above, below)


def _parted(pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether two rows must be two: a whole number in a cell of each is a number of each."""
    return any(both_numbered(a, b) for a, b in pairs) or stands_below_names(pairs)


def _again(pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a cell says in few words below all that the one above said: ``ทุก 3 เดือน`` twice."""
    return any(0 < len(a.text) <= _FEW and a.text == b.text for a, b in pairs)


def _apart(pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether every column has new text below, though some had ended well before the page end.

    Of a row that is cut some columns go on, and those have no room left.
    """
    both = all(a.last.text and b.text for a, b in pairs)
    return both and len(pairs) >= _COLUMNS and any(a.last.free >= ROOM for a, _ in pairs)


def _ends_beside(merged: JoinedCell, pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a cell merged over the same rows as another had ended, with new text below."""
    return any(
        a.row == merged.row and a.last.text and b.text and a.last.free >= ROOM for a, b in pairs
    )


def _closed(pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a rule ends some cells above, with new text below, while others are left open.

    Those left open are merged over both rows.
    """
    opened = [a.last.cell.open_bottom for a, _ in pairs]
    ended = any(a.last.text and b.text and not a.last.cell.open_bottom for a, b in pairs)
    return any(opened) and ended


def _ruled_off(pairs: list[tuple[JoinedCell, PartCell]]) -> bool:
    """Whether a rule begins some cells below, under other texts, while others are left open.

    Those left open on both sides are merged over both rows.
    """
    merged = any(a.last.cell.open_bottom and b.cell.open_top for a, b in pairs)
    return merged and any(a.last.text and b.text and not b.cell.open_top for a, b in pairs)


def _go_on_beside_rows(pairs: list[tuple[JoinedCell, PartCell]]) -> set[int]:
    """The cells, by identity, that go on in ones merged over rows below, beside rows that begin.

    Programs close such cells at the page end; that two of them broke off in a line says so.
    """
    merged = [(a, b) for a, b in pairs if b.cell.row_span > 1 and a.last.text]
    rows = [(a, b) for a, b in pairs if b.cell.row_span == 1 and a.last.text and b.text]
    fresh = bool(rows) and all(CODE.match(b.text) or not may_go_on(a, b) for a, b in rows)
    told = [(a, b) for a, b in merged if b.text]
    begun = any(begins(b) for _, b in told)
    if not fresh or begun or len(told) < BOTH or not all(may_go_on(a, b) for a, b in told):
        return set()
    return {id(b) for _, b in merged}


def merges_of(
    above: list[JoinedCell], below: list[PartCell], columns: list[int], cut: bool
) -> dict[int, JoinedCell]:
    """Cells below that are the rest of a cell above, by identity."""
    merged: dict[int, JoinedCell] = {}
    pairs = _pairs(above, below, columns)
    if stands_below_names(pairs) or stands_below_group(pairs):
        return merged
    parted, closed = _parted(pairs), _closed(pairs)
    apart = not cut and (_apart(pairs) or _ruled_off(pairs))
    ruled_off = any(not b.cell.open_top for _, b in pairs)
    # Cells merged over two rows of numbers or codes of their own are closed at the page end by some
    # programs: a list that runs on says so, and those beside it that have nothing below.
    named = parted or any(CODE.match(a.text) and CODE.match(b.text) for a, b in pairs)
    shared = named and not cut and any(a.last.text and not b.text for a, b in pairs)
    listed = shared and lists_beside_names(pairs)
    shared = shared and (listed or (parted and any(runs_on(a, b) for a, b in pairs)))
    over = set() if cut else _go_on_beside_rows(pairs)
    for a, b in (pair for pair in pairs if not both_numbered(*pair)):
        left_open = a.last.cell.open_bottom or (b.cell.open_top and not closed)
        if a.last.text and b.text and not (a.last.cell.open_bottom and b.cell.open_top):
            # Open on one side only, a rule may be left undrawn: the words must go on, too.
            left_open = left_open and breaks_off(a, b) and not CODE.match(b.text)
        if apart and a.last.text and b.text:
            # Open above and below, where others are ruled off, it is merged over both rows.
            left_open = a.last.cell.open_bottom and b.cell.open_top and ruled_off
        if parted and a.last.text and b.text:
            # Between two rows only a cell that is merged over both goes on: one full to the end.
            left_open = left_open and not CODE.match(b.text) and breaks_off(a, b)
            # Beside cells that a rule ends, one that none does may leave room for a line or two.
            beside = closed and a.last.cell.open_bottom and b.cell.open_top
            left_open = left_open and a.last.free < (ROOM if beside else FULL)
        spans = a.row_span > 1 and bool(a.last.text and b.text)
        more = spans and not LIST_MARK.match(b.text) and may_go_on(a, b)
        more = more and not _ends_beside(a, pairs)
        goes_on = runs_on(a, b) or (listed and _goes_on_beside(a, b))
        rest = shared and bool(a.last.text) and (not b.text or goes_on)
        if cut or left_open or more or rest or id(b) in over:
            merged[id(b)] = a
    return merged
