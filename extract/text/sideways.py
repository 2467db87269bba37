"""Text printed sideways on an upright page: names of groups up the side of a table, narrow headers.

Such text is read in the coordinates of the page as a reader turns it, and its lines and places are
brought back, so that it stands in its cell as if it were upright.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.content import Content, Glyph
from extract.model import Box, Line
from extract.painted.turning import Turn, turned_glyphs
from extract.text.clusters import Cluster, clusters_of
from extract.text.lineends import text_of
from extract.text.lines import lines_of


@dataclass(frozen=True, slots=True)
class Sideways:
    """The text of a page that runs in one direction, in coordinates in which it is upright."""

    turn: Turn
    clusters: tuple[Cluster, ...]

    def middles(self) -> list[tuple[float, float]]:
        """Where the clusters stand on the page as it is."""
        boxes = (self.turn.back(c.box) for c in self.clusters)
        return [((b.x0 + b.x1) / 2, (b.top + b.bottom) / 2) for b in boxes]


def parted(content: Content, glyphs: list[Glyph]) -> tuple[list[Glyph], list[Sideways]]:
    """The upright glyphs, and the text of the others by direction."""
    if not content.turned or {g.angle for g in glyphs} <= {0}:
        return glyphs, []
    upright: list[Glyph] = []
    turned: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.angle:
            turned[glyph.angle].append(glyph)
        else:
            upright.append(glyph)
    found = []
    for angle, own in sorted(turned.items()):
        sizes = content.width, content.height
        turn = Turn(angle, *(sizes if angle == 180 else sizes[::-1]))
        copies = [replace(glyph) for glyph in own]
        turned_glyphs(copies, angle, *sizes)
        found.append(Sideways(turn, tuple(clusters_of(copies))))
    return upright, found


def read_sideways(
    turn: Turn, clusters: Sequence[Cluster], cell: Box, page: int
) -> tuple[list[Line], str]:
    """The lines that stand sideways in a cell, in their places on the page, and their text."""
    lines = lines_of(clusters, page)
    if not lines:
        return [], ""
    inner = turn.ahead(cell)
    margin = min(8.0, max(0.0, min(line.box.x0 for line in lines) - inner.x0))
    text = text_of(lines, inner.x0 + margin, inner.x1 - margin)
    return [replace(line, box=turn.back(line.box)) for line in lines], text
