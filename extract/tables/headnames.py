"""The names of columns that stand on one line, or on a few.

The names of a line of them are in its middle where those beside them take two lines: these stand
half a line above and below it, in columns that it does not name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from extract.tables.freespace import Free, SaidLine, left_free
from extract.tables.runs import is_caption
from extract.text.itemcodes import begins_with_code
from extract.text.pieces import Piece, is_number, is_wordy, names_group, spaced

#: Names stand this far apart, in letter heights, or so far; two words of one name are nearer.
NAME_GAPS = (0.6, 0.4)
# Longer names are sentences.
_LONG = 40
# Lines of one name are no farther apart, in letter heights; lines of two rows are not so near.
_WITHIN, _HALF = 2.2, 1.0
# Lines of names in bold are no farther apart, in letter heights; so many lines below tell the type.
_PITCH, _ROW = 1.9, 3
# Fewer columns are no list beside which another stands.
_LIST = 2
# One above and one below.
_BOTH = 2
_START = attrgetter("x0")


def names_of(line: SaidLine, gap: float = NAME_GAPS[0]) -> list[Piece]:
    """The names of a line: short, without a number, none twice but those of two lists abreast."""
    words = spaced(line.own, gap)
    texts = [w.text for w in words]
    plain = all(is_wordy(t) and len(t) <= _LONG for t in texts)
    once = texts[: len(texts) // 2] if _are_twice(texts) else texts
    return words if plain and len(set(once)) == len(once) else []


def _are_twice(texts: Sequence[str]) -> bool:
    """Whether names say the same from the middle on: ``ที่ ตัวชี้วัด คะแนน ที่ ตัวชี้วัด คะแนน``."""
    half = len(texts) // 2
    return half >= _LIST and texts[:half] == texts[half:]


def names_over(line: SaidLine, below: SaidLine, gap: float) -> list[Piece]:
    """The names of a line of which two say the same and go on in the line below, each otherwise.

    ``คะแนน`` | ``ข้อ`` | ``คะแนน`` over ``ตัวชี้วัด`` and ``รายข้อ``.
    """
    words = spaced(line.own, gap)
    near = below.line.y - line.line.y <= _WITHIN * line.line.size and line.bold == below.bold
    twice = len({w.text for w in words}) < len(words)
    if not near or not twice or not all(is_wordy(w.text) and len(w.text) <= _LONG for w in words):
        return []
    more = names_of(below, gap)
    whole = [w.text + "".join(m.text for m in more if _meet(m, w)) for w in words]
    over = all(sum(_meet(m, w) for w in words) == 1 for m in more)
    return words if more and over and len(set(whole)) == len(whole) else []


def with_name(line: SaidLine, below: SaidLine, free: Sequence[Free]) -> list[Free]:
    """What is left free with a line whose names go on in the line below; empty if it is none."""
    pieces = line.line.pieces
    near = below.line.y - line.line.y <= _WITHIN * below.line.size and line.bold == below.bold
    if not near or is_caption(line.line) or any(is_number(p.text) for p in pieces):
        return []
    heads = below.line.pieces
    if len(pieces) == 1 and pieces[0].x0 < heads[0].x1:
        # Alone above the first name: a heading.
        return []
    over = any(sum(p.x0 < n.x1 and p.x1 > n.x0 for n in heads) > 1 for p in pieces)
    return [] if over else left_free(free, line)


def names_around(
    names: Sequence[Piece], lines: Sequence[SaidLine], at: int
) -> Iterator[tuple[Sequence[Piece], int]]:
    """The names of a line with those that stand half above and half below it, then those alone.

    Each with the last line that holds any of them.
    """
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(lines) and _is_half(lines[n], lines[at])]
    if len(beside) == _BOTH:
        pieces = [p for n in beside for p in names_of(lines[n])]
        more = sorted([*names, *_wholes(pieces)], key=_START)
        if not any(_meet(a, b) for a, b in pairwise(more)):
            yield more, beside[-1]
    yield names, at


def names_end(lines: Sequence[SaidLine], last: int) -> int:
    """The last line of names in bold, which go on below each other until the table begins."""
    end = last
    while end + 1 < len(lines) and _goes_on(lines[end + 1], lines[end]):
        end += 1
    plain = end + 1 < len(lines) and not all(n.bold for n in lines[end + 1 : end + 1 + _ROW])
    return end if plain else last


def _goes_on(line: SaidLine, above: SaidLine) -> bool:
    """Whether a line is more of the names above it."""
    near = line.line.y - above.line.y <= _PITCH * above.line.size
    texts = [p.text for p in line.line.pieces]
    said = any(is_number(t) or begins_with_code(t) for t in texts)
    return near and line.bold and above.bold and not said and not names_group([line.line])


def _wholes(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those above each other as one name."""
    found: list[Piece] = []
    for piece in sorted(pieces, key=_START):
        if found and _meet(found[-1], piece):
            above = found.pop()
            end = max(above.x1, piece.x1)
            found.append(Piece(above.x0, end, above.text + piece.text))
        else:
            found.append(piece)
    return found


def _meet(a: Piece, b: Piece) -> bool:
    return b.x0 < a.x1 and a.x0 < b.x1


def _is_half(line: SaidLine, middle: SaidLine) -> bool:
    """Whether a line is nearer to another than lines of one column are, and set like it."""
    near = abs(line.line.y - middle.line.y) <= _HALF * middle.line.size
    return near and line.bold == middle.bold and bool(names_of(line))


__all__ = ["NAME_GAPS", "names_around", "names_end", "names_of", "names_over", "with_name"]
