"""What painted paths become: rules, shaded areas, frames of cards and the marks of lists."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.utils import Matrix, apply_matrix_pt

from extract.content import Content, Segment, Shade
from extract.model import Box
from extract.painted.paths import is_white, subpaths

# A rule is drawn as a line or as a filled rectangle; up to this thickness a rectangle is a rule.
# Chromium draws 0.75 pt, Word 0.48 pt; "thick" header rules of office programs reach 4.5 pt.
RULE_THICKNESS = 4.5
# Shapes up to this width and height may be the discs or squares of a list.
_DOT = 12.0
_ROUND = 0.2
# A frame with bent corners that holds a line of text is higher than this.
_FRAME = 16.0


class PathKeeper:
    """Keeps the shapes of painted paths in a :class:`Content`; a device adds the text."""

    content: Content
    ctm: Matrix | None
    _clip: Box | None
    _left: float
    _top: float

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[Any],
    ) -> None:
        if not (stroke or fill):
            return
        for points, closed, straight in subpaths(path):
            placed = [apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), p) for p in points]
            self._paint(placed, closed, straight, stroke, fill, graphicstate.ncolor)

    def _paint(
        self,
        points: list[tuple[float, float]],
        closed: bool,
        straight: bool,
        stroke: bool,
        fill: bool,
        colour: object,
    ) -> None:
        box = self._box(points)
        small = max(box.width, box.height) < _DOT
        if small and straight and len(points) > 3 and (stroke or not is_white(colour)):
            self.content.squares.append(box)
        # A small disc is a hair wider than high, and no rule.
        disc = not straight and abs(box.width - box.height) < _ROUND * box.width
        if (fill and not disc) or len(points) == 2:
            if box.height <= RULE_THICKNESS and box.width > box.height:
                return self._rule(True, box)
            if box.width <= RULE_THICKNESS and box.height > box.width:
                return self._rule(False, box)
        if fill and straight and self._seen(box):
            self.content.shades.append(Shade(box, is_white(colour), colour))
        if not straight and self._seen(box):
            if fill and box.width < _DOT and not is_white(colour):
                self.content.dots.append(box)
            if min(box.width, box.height) > _FRAME:
                self.content.frames.append(box)
        if stroke and straight:
            ring = [*points, points[0]] if closed else points
            for p, q in itertools.pairwise(ring):
                side = self._box([p, q])
                if side.height <= 1 < side.width:
                    self._rule(True, side)
                elif side.width <= 1 < side.height:
                    self._rule(False, side)

    def _rule(self, horizontal: bool, box: Box) -> None:
        """Keep a rule if any of its thickness shows, cut to what shows of its length."""
        if not self._seen(box):
            return
        at = (box.top + box.bottom) / 2 if horizontal else (box.x0 + box.x1) / 2
        start, end = (box.x0, box.x1) if horizontal else (box.top, box.bottom)
        clip = self._clip
        if clip is not None:
            low, high = (clip.x0, clip.x1) if horizontal else (clip.top, clip.bottom)
            start, end = max(start, low), min(end, high)
        if end > start:
            self.content.segments.append(Segment(horizontal, at, start, end))

    def _seen(self, box: Box) -> bool:
        if not all(map(math.isfinite, (box.x0, box.top, box.x1, box.bottom))):
            return False
        c = self._clip
        return c is None or (
            box.x1 >= c.x0 and box.x0 <= c.x1 and box.bottom >= c.top and box.top <= c.bottom
        )

    def _box(self, points: Sequence[tuple[float, float]]) -> Box:
        xs = [p[0] - self._left for p in points]
        ys = [self._top - p[1] for p in points]
        return Box(min(xs), min(ys), max(xs), max(ys))
