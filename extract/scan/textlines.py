"""The printed lines of a picture: where their baselines run and how high their letters are.

Thai sets marks above and below the letters, and tight print lets the marks of one line reach into
the next. The letters themselves stand on the baseline: connected pieces of ink of about one height
whose feet agree, side by side, are a line; everything else belongs to the line it stands nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extract.scan.rules import Mask

# In heights of the letter body.
_LETTER = (0.72, 2.6)  # heights of what can be a letter, with tall vowels and joined tone marks
_FEET = 0.22  # how far the feet of letters of one line may differ
_REACH = 2.2  # gaps inside a line that need no other sign
_SAME_LINE = 2.4  # gaps inside a line whose feet agree (tabs, numbers set apart)
# Thai digits and small Latin letters are lower than letters, capitals and Arabic digits taller, by
# up to this much; a line of this many pieces is no mere number.
_NO_LETTERS, _MANY = (0.62, 1.45), 14
# A line all of whose letters are this tall is of larger print.
_TALL = 1.9
# Large print has this many pieces at least that are this wide for their height.
_SOME, _WIDE = 2, 0.3
_ABOVE, _BELOW = 1.55, 0.75  # room of a line in which no other baseline can run
_MARKS_ABOVE, _MARKS_BELOW = 1.9, 0.7  # room in which marks belong to the line


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line, in dots: baseline, letter height, extent, and the region it stands in."""

    region: int
    baseline: float
    body: float
    x0: int
    x1: int


@dataclass(slots=True)
class Pieces:
    """Connected pieces of ink, one array per property, sorted by their left side."""

    x0: npt.NDArray[np.int32]
    x1: npt.NDArray[np.int32]
    top: npt.NDArray[np.int32]
    foot: npt.NDArray[np.int32]
    area: npt.NDArray[np.int32]
    region: npt.NDArray[np.int32]

    @property
    def height(self) -> npt.NDArray[np.int32]:
        return self.foot - self.top

    def only(self, which: npt.NDArray[np.bool_]) -> Pieces:
        """The pieces that a mask picks."""
        return Pieces(
            self.x0[which], self.x1[which], self.top[which], self.foot[which], self.area[which],
            self.region[which],
        )  # fmt: skip


def find_lines(ink: Mask, regions: npt.NDArray[np.int32], dots_per_inch: float) -> list[TextLine]:
    """The lines of a page without rules, top to bottom, left to right.

    Args:
        ink: where there is ink.
        regions: the number of the region each dot lies in; lines do not cross regions.
        dots_per_inch: resolution.
    """
    pieces = pieces_of(ink, regions, dots_per_inch)
    if not len(pieces.x0):
        return []
    page_body = _common_height(pieces, 0.035 * dots_per_inch)
    if page_body is None:
        return []
    lines: list[TextLine] = []
    for region in np.unique(pieces.region).tolist():
        own = pieces.only(pieces.region == region)
        if region:
            own = own.only(~_intruders(own, regions, page_body))
        lines += lines_of(own, page_body)
    return sorted(lines, key=lambda line: (line.baseline, line.x0))


def pieces_of(ink: Mask, regions: npt.NDArray[np.int32], dots_per_inch: float) -> Pieces:
    count, _, stats, middles = cv2.connectedComponentsWithStats(ink, connectivity=8)
    stats, middles = stats[1:count], middles[1:count]
    x, y, width, height, area = (stats[:, i].astype(np.int32) for i in range(5))
    least = max((0.011 * dots_per_inch) ** 2, 3.0)
    keep = (area >= least) & (height < 0.6 * dots_per_inch) & (width < 2.0 * dots_per_inch)
    order = np.flatnonzero(keep)[np.argsort(x[keep], kind="stable")]
    spots = middles[order].astype(int)
    region = regions[spots[:, 1], spots[:, 0]] if len(order) else np.zeros(0, np.int32)
    x, y, width, height, area = x[order], y[order], width[order], height[order], area[order]
    return Pieces(x, x + width, y, y + height, area, region.astype(np.int32))


def _intruders(own: Pieces, regions: npt.NDArray[np.int32], body: float) -> npt.NDArray[np.bool_]:
    """Small pieces that stand on a cell's lower rule: marks of the line under it, reaching out."""
    below = np.minimum(own.foot + max(round(0.25 * body), 2), regions.shape[0] - 1)
    outside = regions[below, (own.x0 + own.x1) // 2] != own.region
    return np.asarray(outside & (own.height < 0.62 * body), np.bool_)


def _common_height(pieces: Pieces, least: float) -> float | None:
    """The height most letters have: the peak of the heights, each piece counted by its width."""
    heights = pieces.height.astype(float)
    able = heights >= least
    if not able.any():
        return None
    scale = np.log(heights[able])
    weight = np.minimum(pieces.x1[able] - pieces.x0[able], 2 * heights[able])
    at = np.linspace(scale.min(), scale.max(), 120) if scale.max() > scale.min() else scale[:1]
    density = (weight * np.exp(-0.5 * ((at[:, None] - scale[None, :]) / 0.05) ** 2)).sum(axis=1)
    return float(np.exp(at[int(density.argmax())]))


def lines_of(own: Pieces, page_body: float) -> list[TextLine]:
    """The lines of the pieces of one region; ``page_body``: the height letters usually have."""
    body = _region_body(own, page_body)
    height = own.height
    letters = (height >= _LETTER[0] * body) & (height <= _LETTER[1] * body)
    chains = sorted(_chains(own, letters, body), key=lambda c: -_strength(own, c))
    tall = height > _LETTER[1] * body
    for chain in chains:
        tall[chain] |= bool((height[chain] > _TALL * body).all())
    large = _large(own.only(tall), body)
    lines: list[TextLine] = []
    taken = tall.copy() if large else np.zeros(len(own.x0), bool)
    for chain in chains:
        line = _line(own, chain, body)
        among = any(_among(line, other) for other in large)
        if taken[chain].all() or among or any(_crowds(line, other) for other in lines):
            continue
        lines.append(line)
        taken[chain] = True
    return _with_rest(own, taken, [*_merged(lines), *large], body)


def _among(line: TextLine, large: TextLine) -> bool:
    """Whether pieces are points between the digits of larger print."""
    above = large.baseline - line.baseline
    return (
        large.x0 <= line.x0
        and line.x1 <= large.x1
        and -0.2 * large.body <= above <= large.body
        and line.body < 0.5 * large.body
    )


def _large(tall: Pieces, body: float) -> list[TextLine]:
    """Lines of print so large on its page that it is none of the usual letters: ``86.63``.

    What is left of a rule is tall too, and narrow.
    """
    wide = (tall.x1 - tall.x0) >= _WIDE * tall.height
    found = _common_height(tall.only(wide), body) if int(wide.sum()) >= _SOME else None
    return [] if found is None else lines_of(tall, found)


def _region_body(own: Pieces, page_body: float) -> float:
    """The letter height of a region: its own where enough letters tell, else the page's."""
    count = int((own.height >= 0.5 * page_body).sum())
    if count < 6:
        return page_body
    return _settled(_common_height(own, 0.55 * page_body), page_body, count)


def _settled(found: float | None, usual: float, count: int) -> float:
    """The height to believe: what few pieces show may be digits or capitals, not letters."""
    if found is None:
        return usual
    low, high = _NO_LETTERS
    return usual if count < _MANY and low * usual <= found <= high * usual else found


def _chains(own: Pieces, letters: npt.NDArray[np.bool_], body: float) -> list[list[int]]:
    """Letters side by side whose feet agree, linked from left to right."""
    numbers = np.flatnonzero(letters).tolist()
    parent = {n: n for n in numbers}

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    x0, x1, foot = own.x0.tolist(), own.x1.tolist(), own.foot.tolist()
    for i, a in enumerate(numbers):
        links = 0
        for b in numbers[i + 1 :]:
            if x0[b] - x1[a] > _REACH * body or links >= 3:
                break
            if abs(foot[a] - foot[b]) <= _FEET * body:
                parent[root(b)] = root(a)
                links += 1
    chains: dict[int, list[int]] = {}
    for n in numbers:
        chains.setdefault(root(n), []).append(n)
    return list(chains.values())


def _strength(own: Pieces, chain: Sequence[int]) -> float:
    return float((own.x1[chain] - own.x0[chain]).sum())


def _line(own: Pieces, chain: Sequence[int], body: float) -> TextLine:
    heights, feet = own.height[chain], own.foot[chain]
    if len(chain) >= 6:
        found = _common_height(own.only(np.isin(np.arange(len(own.x0)), chain)), 0.5 * body)
    else:
        found = float(np.median(heights))
    return TextLine(
        int(own.region[chain[0]]), float(np.median(feet)), _settled(found, body, len(chain)),
        int(own.x0[chain].min()), int(own.x1[chain].max()),
    )  # fmt: skip


def _crowds(line: TextLine, other: TextLine) -> bool:
    """Whether a weaker chain stands where a stronger line has its marks."""
    shared = min(line.x1, other.x1) - max(line.x0, other.x0)
    width = line.x1 - line.x0
    # A letter with a low vowel joined to it may begin or end the line it seems to stand under.
    beside = width < 3 * other.body and shared > -1.2 * other.body
    if shared < 0.3 * width and not beside:
        return False
    above = other.baseline - line.baseline
    return -_BELOW * other.body < above < _ABOVE * other.body


def _merged(lines: list[TextLine]) -> list[TextLine]:
    """Pieces of one line with wider gaps between them, joined."""
    done: list[TextLine] = []
    for line in sorted(lines, key=lambda one: one.x0):
        for i, before in enumerate(done):
            body = max(line.body, before.body)
            if (
                abs(before.baseline - line.baseline) <= 1.3 * _FEET * body
                and line.x0 - before.x1 <= _SAME_LINE * body
                and min(line.body, before.body) >= 0.75 * body
            ):
                wide = before if before.x1 - before.x0 > line.x1 - line.x0 else line
                done[i] = TextLine(
                    wide.region, wide.baseline, wide.body, before.x0, max(line.x1, before.x1)
                )
                break
        else:
            done.append(line)
    return done


def _with_rest(
    own: Pieces, taken: npt.NDArray[np.bool_], lines: list[TextLine], body: float
) -> list[TextLine]:
    """Lines widened by the marks at their ends; lone dashes and dots become lines of their own."""
    found = list(lines)
    for n in np.flatnonzero(~taken).tolist():
        x0, x1, top, foot = (int(a[n]) for a in (own.x0, own.x1, own.top, own.foot))
        middle = (top + foot) / 2
        near = [
            (abs(middle - (line.baseline - line.body / 2)), i)
            for i, line in enumerate(found)
            if -_MARKS_BELOW * line.body < line.baseline - middle < _MARKS_ABOVE * line.body
            and x0 <= line.x1 + 1.5 * line.body
            and x1 >= line.x0 - 1.5 * line.body
        ]
        if near:
            i = min(near)[1]
            line = found[i]
            found[i] = TextLine(
                line.region, line.baseline, line.body, min(line.x0, x0), max(line.x1, x1)
            )
        elif own.area[n] >= (0.16 * body) ** 2:
            found.append(_lone(int(own.region[n]), x0, x1, top, foot, body))
    return found


def _lone(region: int, x0: int, x1: int, top: int, foot: int, body: float) -> TextLine:
    """A line of one piece: a dash stands over its baseline, a letter or a dot on it."""
    dash = foot - top < 0.45 * body and x1 - x0 > 1.5 * (foot - top)
    return TextLine(region, foot + 0.35 * body if dash else float(foot), body, x0, x1)
