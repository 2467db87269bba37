"""Lines found anew where print is of another size than was thought.

Letters are told from marks, and gaps inside a line from gaps between columns, by the height of the
letters. Where a line is read best at another height than its page's, what stands around it is put
into lines again, by that height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.scan.recogniser import Said
from extract.scan.rules import Mask
from extract.scan.textlines import Pieces, TextLine, lines_of, pieces_of

# Heights that differ by no more than this share are those of one print.
_ALIKE = 0.12

# Pieces of one line are no farther apart (letter heights), and no smaller for one another.
_BESIDE, _SIMILAR = 0.9, 0.7
# Lines whose feet differ by less than this (letter heights) are level; one that shares so much of
# its width with another is the same print.
_LEVEL, _SHARED = 0.6, 0.7


def changed(before: Sequence[TextLine], after: Sequence[TextLine]) -> list[int]:
    """Numbers of the lines that are of another print than was thought."""
    pairs = enumerate(zip(before, after, strict=True))
    return [i for i, (a, b) in pairs if abs(b.body / a.body - 1) > _ALIKE]


def relined(
    ink: Mask,
    regions: npt.NDArray[np.int32],
    dots_per_inch: float,
    lines: Sequence[TextLine],
    anew: Sequence[int],
) -> list[TextLine]:
    """The lines of what stands nearest to some lines, by the heights of these.

    Args:
        ink: where there is ink.
        regions: the number of the region each dot lies in; lines do not cross regions.
        dots_per_inch: resolution.
        lines: all lines, as high as their letters are.
        anew: numbers of the lines to find anew.
    """
    pieces = pieces_of(ink, regions, dots_per_inch)
    nearest = _nearest(pieces, lines)
    found: list[TextLine] = []
    for members in _prints(lines, anew):
        own = pieces.only(np.isin(nearest, members))
        body = float(np.median([lines[i].body for i in members]))
        found += lines_of(own, body) if len(own.x0) else []
    return found


def together(
    lines: Sequence[TextLine], anew: Sequence[TextLine]
) -> tuple[list[int], list[TextLine]]:
    """Lines found anew, with those they are but pieces of the same print with.

    Returns:
        The numbers of ``lines`` that stay as they are, and the others, joined where they touch.
    """
    kept = list(range(len(lines)))
    done: list[TextLine] = []
    for line in sorted(anew, key=lambda one: one.x0):
        whole = line
        for i in [i for i in kept if _touches(lines[i], line)]:
            whole = _joined(whole, lines[i])
            kept.remove(i)
        for other in [one for one in done if _touches(one, whole)]:
            whole = _joined(other, whole)
            done.remove(other)
        done.append(whole)
    return kept, done


def _touches(line: TextLine, other: TextLine) -> bool:
    """Whether two lines of like size are side by side on one level, no farther than words are."""
    body = max(line.body, other.body)
    gap = max(line.x0, other.x0) - min(line.x1, other.x1)
    return (
        line.region == other.region
        and abs(line.baseline - other.baseline) <= _LEVEL / 2 * body
        and gap <= _BESIDE * body
        and min(line.body, other.body) >= _SIMILAR * body
    )


def _joined(line: TextLine, other: TextLine) -> TextLine:
    wide = max(line, other, key=lambda one: one.x1 - one.x0)
    return replace(wide, x0=min(line.x0, other.x0), x1=max(line.x1, other.x1))


def _prints(lines: Sequence[TextLine], anew: Sequence[int]) -> list[list[int]]:
    """Lines of one region and of about one height, together."""
    groups: list[list[int]] = []
    for i in sorted(anew, key=lambda i: (lines[i].region, lines[i].body)):
        last = lines[groups[-1][0]] if groups else None
        if last and last.region == lines[i].region and lines[i].body <= last.body * (1 + _ALIKE):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _nearest(pieces: Pieces, lines: Sequence[TextLine]) -> npt.NDArray[np.int64]:
    """For each piece the number of the line it stands nearest to, of its region; -1 without one."""
    middle = (pieces.top + pieces.foot) / 2
    centre = (pieces.x0 + pieces.x1) / 2
    nearest = np.full(len(middle), -1, np.int64)
    least = np.full(len(middle), np.inf)
    for number, line in enumerate(lines):
        above = np.abs(middle - (line.baseline - line.body / 2))
        beside = np.maximum(np.maximum(line.x0 - centre, centre - line.x1), 0.0)
        # Side by side is nearer than one above the other.
        far = np.where(pieces.region == line.region, above + beside / 3, np.inf)
        better = far < least
        nearest[better], least[better] = number, far[better]
    return nearest


def doubles(lines: Sequence[TextLine], said: Sequence[Sequence[Said]]) -> set[int]:
    """Numbers of lines that stand in the room of others which more is read of.

    A line found anew may take in print that stayed in a line of its own.
    """
    read = [sum(s.share for s in one) for one in said]
    order = sorted(range(len(lines)), key=lambda i: -read[i])
    kept: list[int] = []
    for i in order:
        if not any(_doubles(lines[i], lines[other]) for other in kept):
            kept.append(i)
    return set(order) - set(kept)


def _doubles(line: TextLine, other: TextLine) -> bool:
    shared = min(line.x1, other.x1) - max(line.x0, other.x0)
    near = abs(line.baseline - other.baseline) < _LEVEL * min(line.body, other.body)
    return near and line.region == other.region and shared >= _SHARED * (line.x1 - line.x0)


__all__ = ["changed", "doubles", "relined", "together"]
