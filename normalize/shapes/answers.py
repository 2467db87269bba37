"""What is said under a label of a form, and more of it in the lines below."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell
from extract.text.lineends import LIST_MARK
from extract.text.lines import join_text
from normalize.shapes.forms import Pair
from normalize.shapes.labelpieces import Piece
from normalize.words.text import clean

# How far below an answer more of it stands, in heights of its line.
_NEAR = 0.8
_NEAR_BELOW = 1.1
# Marks of lists that stand behind labels as well.
_DASHES = "-\u2013\u2014"


def owes(pair: Pair) -> bool:
    """Whether nothing is said under a label yet."""
    return bool(pair.label) and (pair.answer is None or not pair.answer.text.strip())


def close(answer: Cell, piece: Piece) -> bool:
    """Whether a piece stands right below an answer: lines at one edge may stand further apart."""
    above, below = answer.lines[-1].box, piece.paragraph.place.box
    reach = _NEAR if abs(above.x0 - below.x0) > 1 else _NEAR_BELOW
    return 0 <= below.top - above.bottom < reach * (above.bottom - above.top)


def longer(pair: Pair, piece: Piece, apart: bool = False) -> Pair:
    """A label with more of its answer: a line of its own where it is one of a list."""
    if pair.answer is None:
        return replace(pair, answer=piece.cell(piece.text))
    said = pair.answer.text
    listed = apart or LIST_MARK.match(piece.text) is not None
    text = f"{said}\n{piece.text}" if listed else join_text(said, piece.text)
    places = tuple(dict.fromkeys((*pair.answer.places, piece.paragraph.place)))
    lines = (*pair.answer.lines, *piece.paragraph.lines)
    return replace(pair, answer=replace(pair.answer, text=text, places=places, lines=lines))


def with_mark(piece: Piece, said: str, after: Piece | None) -> str:
    """An answer with the mark that was taken for a dash behind its label: the next line has it too.

    ``แนวทาง – จัดอบรม`` above ``– ติดป้าย`` are the two statements of a list.
    """
    text = clean(piece.text).rstrip()
    mark = text.removesuffix(said).rstrip()[-1:] if said and text.endswith(said) else ""
    listed = mark in _DASHES and after is not None and clean(after.text).lstrip().startswith(mark)
    return f"{mark} {said}" if mark and listed else said


__all__ = ["close", "longer", "owes", "with_mark"]
