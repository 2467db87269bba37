"""Reads one page's content stream into a :class:`~extract.content.Content`.

A device under pdfminer's interpreter that keeps what pdfplumber's page objects drop and Thai text
needs: the glyph id, the ``ActualText`` of the marked content a glyph stands in, its origin on the
baseline, its place in the stream, and whether the page clips it away. What a glyph *says* is not
decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
    PDFStackT,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, apply_matrix_pt

from extract.content import Content, Glyph
from extract.fonts.fontcodes import em_of
from extract.model import Box
from extract.painted.painting import PathKeeper
from extract.painted.paths import subpaths

# How far outside its clip something may stand and still be seen, in points.
_SLACK = 0.25
# A clip no larger than a letter with its marks, and how far from it that letter may have its place,
# in sizes of the type; how far over or under it that of a line of marks or points may lie.
_LETTER, _BESIDE, _OVER = 1.8, 0.75, 0.3
# Real reports draw fewer than a hundred forms and pictures on a page.
MOST_DRAWINGS = 20_000


def _actual_text(props: Any) -> str | None:
    """The ``ActualText`` of a marked-content property list (PDF 32000-1, 14.9.4)."""
    raw = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
    return decoded(raw) if isinstance(raw, bytes) else None


def decoded(raw: bytes) -> str:
    """A text string: UTF-16 with its byte order mark, or Latin."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "ignore")
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le", "ignore")
    return raw.decode("latin-1")


def angle_of(a: float, b: float) -> int:
    """Which way text runs that a matrix turns, in degrees against the clock, to the next of four.

    ``a``, ``b``: the first two numbers of the matrix.
    """
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


class ContentDevice(PathKeeper, PDFTextDevice):
    """Collects a page's :class:`Content` while pdfminer interprets its stream."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.content = Content(0.0, 0.0)
        self.drawings = 0
        self._marks: list[int | None] = []
        self._span: int | None = None
        self._hidden = False
        self._top = 0.0
        self._left = 0.0
        self._clips: list[Box | None] = []
        self._clip: Box | None = None

    def save_clip(self) -> None:
        self._clips.append(self._clip)

    def restore_clip(self) -> None:
        if self._clips:
            self._clip = self._clips.pop()

    def clip_to(self, points: Sequence[tuple[float, float]]) -> None:
        """Narrow the clip to a path's bounding box: exact for the rectangles producers use."""
        box = self._box([apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), p) for p in points])
        old = self._clip
        if old is not None:
            box = Box(
                max(old.x0, box.x0),
                max(old.top, box.top),
                min(old.x1, box.x1),
                min(old.bottom, box.bottom),
            )
        self._clip = box

    def window(self, size: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of where glyphs are seen, where anything is clipped away.

        Cairo clips to the ink of a word or of a single glyph; that of a mark lies beside its place,
        and that of a row of points below the middle of a line.
        """
        c = self._clip or Box(0, 0, 0, 0)
        beside = _BESIDE * size if max(c.width, c.height) < _LETTER * size else _SLACK
        over = max(beside, _OVER * size) if c.height < size else beside
        return c.x0 - beside, c.top - over, c.x1 + beside, c.bottom + over

    def _clipped(self, glyph: Glyph) -> bool:
        """Whether a glyph has its place outside of what is seen, and its middle, too."""
        if self._clip is None:
            return False
        left, top, right, bottom = self.window(glyph.size)
        reach = 0.5 * glyph.advance if glyph.angle == 0 else 0.0
        across = left <= glyph.x + max(reach, 0.0) and glyph.x <= right
        return not (across and top <= glyph.y - 0.28 * glyph.size <= bottom)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = page.mediabox
        corners = [apply_matrix_pt(ctm, p) for p in ((x0, y0), (x1, y1))]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        self._left, self._top = min(xs), max(ys)
        self.content = Content(max(xs) - min(xs), max(ys) - min(ys), turned=False)

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        self.mark(_actual_text(props))

    def mark(self, text: str | None) -> None:
        """Marked content begins; ``text`` is what it says its glyphs mean."""
        self._marks.append(self._span)
        if text is not None and self._span is None:
            # Only the outermost ActualText counts: it replaces everything inside.
            self._span = len(self.content.spans)
            self.content.spans[self._span] = text

    def end_tag(self) -> None:
        if self._marks:
            self._span = self._marks.pop()

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: Any,
        graphicstate: PDFGraphicState,
    ) -> None:
        self._hidden = textstate.render == 3
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: PDFGraphicState,
    ) -> float:
        try:
            mapped: str | None = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            mapped = None
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, _, _ = matrix
        x, y = apply_matrix_pt(matrix, (0, rise))
        length = (a * a + b * b) ** 0.5
        angle = angle_of(a, b)
        self.content.turned |= angle != 0
        glyph = Glyph(
            font,
            cid,
            mapped,
            x - self._left,
            self._top - y,
            advance * length,
            abs(fontsize) * em_of(font) * (c * c + d * d) ** 0.5,
            angle,
            len(self.content.glyphs),
            self._span,
            self._hidden,
        )
        # Browsers paint the start of the next page's table below the page area, clipped away.
        if not self._clipped(glyph):
            self.content.glyphs.append(glyph)
        return advance

    def render_image(self, name: str, stream: PDFStream) -> None:
        corners = [apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), p) for p in ((0, 0), (1, 1))]
        self.content.images.append(self._box(corners))


class ContentInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, resolving property lists that a page names in its resources."""

    device: ContentDevice

    def do_BDC(self, tag: Any, props: Any) -> None:
        if isinstance(props, PSLiteral):
            known = dict_value(self.resources.get("Properties") or {})
            props = resolve1(known.get(props.name)) if isinstance(props.name, str) else None
        super().do_BDC(tag, props)

    def do_q(self) -> None:
        super().do_q()
        self.device.save_clip()

    def do_Q(self) -> None:
        super().do_Q()
        self.device.restore_clip()

    def do_W(self) -> None:
        points = [p for points, _, straight in subpaths(self.curpath) if straight for p in points]
        if points:
            self.device.clip_to(points)

    def do_W_a(self) -> None:
        self.do_W()

    def do_Do(self, xobjid_arg: Any) -> None:
        self.device.drawings += 1
        if self.device.drawings > MOST_DRAWINGS:
            # A few forms that draw each other can ask for a million million drawings.
            raise PDFException(f"more than {MOST_DRAWINGS} drawings of forms on one page")
        name = getattr(xobjid_arg, "name", None)
        stream = resolve1(self.xobjmap.get(name)) if name is not None else None
        if isinstance(stream, PDFStream) and getattr(stream.get("Subtype"), "name", "") == "Image":
            self.device.set_ctm(self.ctm)
            self.device.render_image(str(name), stream)
            return
        super().do_Do(xobjid_arg)


def interpreted(page: PDFPage, resources: PDFResourceManager) -> Content:
    """Read one page with pdfminer's interpreter; its exceptions pass through to the caller."""
    device = ContentDevice(resources)
    ContentInterpreter(resources, device).process_page(page)
    return device.content
