"""How surely a page was read from its picture: doubtful characters, and every number.

A wrong number is worse than a missing one, so numbers keep their sureness one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.content import Glyph
from extract.model import Box, Doubt, ReadNumber, union_of
from extract.painted.turning import Turn

#: Characters less probable than this are doubts.
DOUBTFUL = 0.9
_OF_NUMBERS = re.compile("[0-9\u0e50-\u0e59.,]")
_DIGIT = re.compile("[0-9\u0e50-\u0e59]")
_RISE, _FALL = 0.8, 0.2


def mean_sureness(glyphs: Sequence[Glyph]) -> float | None:
    """The mean probability of the visible characters; ``None`` where there are none."""
    shares = [g.sure for g in glyphs if not g.text.isspace()]
    return sum(shares) / len(shares) if shares else None


def doubts_of(page: int, glyphs: Sequence[Glyph], turn: Turn | None) -> list[Doubt]:
    """The characters read with doubt, at their places on the page as it is."""
    return [
        Doubt(page, _place([g], turn), g.text, g.second, g.sure)
        for g in glyphs
        if g.sure < DOUBTFUL and not g.text.isspace()
    ]


def numbers_of(page: int, glyphs: Sequence[Glyph], turn: Turn | None) -> list[ReadNumber]:
    """Every run of digits, points and commas on one line that holds a digit."""
    found = []
    for run in _runs(glyphs):
        if not any(_DIGIT.fullmatch(g.text) for g in run):
            continue
        text = "".join(g.text for g in run)
        others = tuple(
            text[:i] + g.second + text[i + 1 :]
            for i, g in enumerate(run)
            if g.sure < DOUBTFUL and _OF_NUMBERS.fullmatch(g.second)
        )
        found.append(ReadNumber(page, _place(run, turn), text, min(g.sure for g in run), others))
    return found


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        numeric = _OF_NUMBERS.fullmatch(glyph.text) is not None
        if run and not (numeric and _follows(glyph, run[-1])):
            yield run
            run = []
        if numeric:
            run.append(glyph)
    if run:
        yield run


def _follows(glyph: Glyph, last: Glyph) -> bool:
    """Whether a glyph stands right behind another: not on another line, nor in the next cell."""
    return glyph.y == last.y and abs(glyph.x - last.x - last.advance) < 0.5 * last.size


def _place(run: Sequence[Glyph], turn: Turn | None) -> Box:
    box = union_of(
        Box(g.x, g.y - _RISE * g.size, g.x + g.advance, g.y + _FALL * g.size) for g in run
    )
    return turn.back(box) if turn else box
