"""How high the letters of a line are, where its ink alone does not tell.

Few pieces of ink may be digits, capitals or small print: their height says little. A line that is
read with doubt is looked at as larger and smaller print too; the recogniser is sure of the right
size only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.scan.cutting import column_of, dot_of, window_of
from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.textlines import TextLine

Reader = Callable[[list[npt.NDArray[np.float32]]], list[tuple[Said, ...]]]

# Read more surely than this, a line's height is right.
_SURE = 0.93
# Heights tried for others until they are, as shares of the height found: capitals and digits are
# taller than letters, and more print is smaller than a page's usual than larger.
_SHARES = (0.78, 1.14, 0.66, 0.88, 1.32, 0.56, 1.55)
# What looks so many times as high as print beside it may be a letter with its marks.
_TALLER = 1.4
# The first of them are near enough to tell that a line read so surely is of the right height.
_NEAR, _FAIR = 2, 0.75
# A height is better when the line is read this much more surely with it.
_BETTER = 0.04
# Of heights read about as surely, by this much less than the best, the one that shows most counts:
# a reader of lines loses a digit beside another, but makes up none.
_ABOUT = 0.05


def sized(
    gray: Gray, lines: Sequence[TextLine], reader: Reader, others: Sequence[TextLine] = ()
) -> tuple[list[TextLine], list[tuple[Said, ...]]]:
    """The lines with the heights they are read best with, and what is read then.

    Args:
        gray: the picture.
        lines: lines with the heights their ink tells.
        reader: reads windows.
        others: lines of the same page whose heights are known.
    """
    found = list(lines)
    said = list(reader([window_of(gray, line) for line in lines]))
    ways = {i: [(lines[i], read)] for i, read in enumerate(said) if sureness(read) < _SURE}
    left = list(ways)
    for share in _SHARES:
        scaled = [replace(lines[i], body=lines[i].body * share) for i in left]
        windows = [window_of(gray, other) for other in scaled]
        for i, other, read in zip(left, scaled, reader(windows), strict=True):
            ways[i].append((other, read))
        left = [i for i in left if _hopeful([sureness(read) for _, read in ways[i]])]
    # A letter and its marks alone in a cell look like one tall letter: print beside it tells more.
    left = [i for i, tried in ways.items() if max(sureness(read) for _, read in tried) < _SURE]
    told = [
        (i, replace(lines[i], body=body))
        for i in left
        if (body := _beside(lines[i], [*lines, *others]))
    ]
    windows = [window_of(gray, other) for _, other in told]
    for (i, other), read in zip(told, reader(windows) if windows else (), strict=True):
        ways[i] += [(other, read)] if sureness(read) >= _SURE else []
    for i, tried in ways.items():
        best = max(sureness(read) for _, read in tried)
        if best >= sureness(said[i]) + _BETTER:
            able = [way for way in tried if sureness(way[1]) >= best - _ABOUT]
            found[i], said[i] = max(able, key=lambda way: sum(s.share for s in way[1]))
    return found, said


def _beside(own: TextLine, lines: Sequence[TextLine]) -> float | None:
    """How high most print level with a taller line is; ``None`` where it is no taller.

    Lower marks, bullets and dashes, are no letters of any height.
    """
    level = (n for n in lines if n is not own and abs(n.baseline - own.baseline) < own.body)
    bodies = sorted(n.body for n in level)
    usual = bodies[len(bodies) // 2] if bodies else own.body
    return usual if own.body > _TALLER * usual else None


def _hopeful(sure: Sequence[float]) -> bool:
    """Whether a line may be read better at yet another height.

    Not where it is sure by now, nor where it was fairly well read and larger and smaller are worse.
    """
    near = sure[1 : _NEAR + 1]
    right = len(near) == _NEAR and sure[0] >= _FAIR and max(near) < sure[0]
    return sure[-1] < _SURE and not right


def sureness(read: Sequence[Said]) -> float:
    """How surely a line is read: as its characters on average, half of it as its worst digit."""
    digits = [s.share for s in read if s.text.isdigit()]
    return (share_of(read) + min(digits)) / 2 if digits else share_of(read)


def moved(said: Said, seen: TextLine, line: TextLine) -> Said:
    """A character of one window at its place in another window of the same line."""
    start, end = (column_of(line, dot_of(seen, column)) for column in (said.start, said.end))
    return replace(said, start=start, end=end)


def share_of(read: Sequence[Said]) -> float:
    """How surely a line is read: the mean probability of its characters, 0 of nothing."""
    seen = [s.share for s in read if not s.text.isspace()]
    return sum(seen) / len(seen) if seen else 0.0
