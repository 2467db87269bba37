"""Draws a text as a scanned line: a window around one printed line, damaged as scanners damage.

The window is the one the reader cuts (:mod:`extract.scan.window`): scaled to one height of the
letter body, with what stands above and below in view.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from extract.scan.window import BASELINE, BLUR, BODY, HEIGHT, ink_of
from extract.thai import MARKS
from training.alphabet import ALPHABET
from training.fonts import Face, covers
from training.texts import Texts

Picture = npt.NDArray[np.uint8]
Ink = npt.NDArray[np.float32]

# What no line begins with: fonts draw a dotted circle under it.
_NEVER_FIRST = "".join(sorted(MARKS)) + "\u0e33"
_HALVED = 0.02
# Wider lines than this (dots) are cut into two by the reader too.
_WIDEST = 2600


@dataclass(frozen=True, slots=True)
class Sample:
    """A window of ink (``HEIGHT`` rows, 0 paper to 1 ink) and the text it shows."""

    ink: Ink
    text: str


class Lines:
    """An endless source of samples from the given faces; the same seed draws the same lines."""

    def __init__(self, faces: list[Face], seed: int) -> None:
        self._faces = faces
        self._weights = np.array([f.weight for f in faces]) / sum(f.weight for f in faces)
        self._random = np.random.default_rng(seed)
        self._texts = Texts(seed)
        self._others: list[tuple[Picture, int, float]] = []

    def sample(self) -> Sample:
        """One line of text as the reader would cut it from a scan."""
        while True:
            face = self._faces[self._random.choice(len(self._faces), p=self._weights)]
            known = covers(face.path)
            text = "".join(c for c in self._texts.line() if c in known and c in ALPHABET)
            text = " ".join(text.split()).lstrip(_NEVER_FIRST)
            # The page's edge may cut a line in two: its upper half says nothing.
            halved = self._random.random() < _HALVED
            drawn = self._drawn(text, face, halved) if text else None
            if drawn is not None:
                return Sample(drawn, "" if halved else text)

    def _drawn(self, text: str, face: Face, halved: bool) -> Ink | None:
        r = self._random
        body = float(r.choice([r.uniform(8.5, 13), r.uniform(12, 22), r.uniform(18, 34)]))
        size = max(round(body / _body_share(face.path) * 2) / 2, 6)
        body = size * _body_share(face.path)
        line = self._line(text, face, size, body)
        if line is None:
            return None
        page, baseline, margin = line
        if halved:
            baseline -= body * r.uniform(0.7, 1.3)
            page[int(baseline) :] = 255
        return self._window(self._damaged(page, body), baseline, margin, body)

    def _line(
        self, text: str, face: Face, size: float, body: float
    ) -> tuple[Picture, float, float] | None:
        """The drawn line with what stands around it, its baseline, and the paper at its sides."""
        r = self._random
        font = _font(face.path, size)
        x0, _, x1, _ = font.getbbox(text, anchor="ls")
        width = math.ceil(max(x1, font.getlength(text)) - min(x0, 0))
        if not 2 <= width <= _WIDEST:
            return None
        margin, rise, fall = math.ceil(body), math.ceil(body * 2.6), math.ceil(body * 2.2)
        image = Image.new("L", (width + 2 * margin, rise + fall), 255)
        ink = int(r.choice([0, r.uniform(0, 70), r.uniform(40, 120)], p=[0.5, 0.35, 0.15]))
        spot = (margin - min(x0, 0), rise)
        ImageDraw.Draw(image).text(spot, text, fill=ink, font=font, anchor="ls")
        page = np.asarray(image).copy()
        clean = page.copy()
        self._add_neighbours(page, rise, body)
        self._others = [*self._others[-40:], (clean, rise, body)]
        return page, float(rise), float(margin)

    def _add_neighbours(self, page: Picture, baseline: int, body: float) -> None:
        """Lines above and below, as near as tight print sets them; rules, and where they were."""
        r = self._random
        pitch = body * r.choice([r.uniform(1.8, 2.2), r.uniform(2.0, 3.2)])
        for way in (-1, 1):
            if not self._others or r.random() < 0.35:
                continue
            other, line, size = self._others[r.integers(len(self._others))]
            zoom = body / size
            x = r.uniform(-0.3, 0.3) * page.shape[1]
            y = baseline + way * pitch - line * zoom
            moved = cv2.warpAffine(
                other,
                np.array([[zoom, 0.0, x], [0.0, zoom, y]]),
                (page.shape[1], page.shape[0]),
                flags=cv2.INTER_AREA,
                borderValue=(255,),
            )
            np.minimum(page, moved, out=page)
        self._add_rules(page, baseline, body)

    def _add_rules(self, page: Picture, baseline: int, body: float) -> None:
        """Rules of the table: through the marks of the first line of a cell, under the last."""
        r = self._random
        thick = max(round(body * r.uniform(0.05, 0.3)), 1)
        if r.random() < 0.34:
            above = r.random() < 0.75
            far = -r.uniform(1.0, 2.0) if above else r.uniform(0.2, 1.0)
            y = max(int(baseline + far * body), 0)
            # Where a rule was taken out of the picture, the strokes it crossed have a gap.
            shade = 255 if r.random() < 0.15 else int(r.uniform(0, 110))
            page[y : y + thick] = shade
        for x in (0, page.shape[1] - 1 - thick):
            if r.random() < 0.06:
                page[:, x : x + thick] = int(r.uniform(0, 160))

    def _damaged(self, page: Picture, body: float) -> Picture:
        """Paper, blur, noise, JPEG, thin and thick strokes: what print and scanner do."""
        r = self._random
        damage = r.random()
        if damage < 0.10:
            return page
        if r.random() < 0.12 and body > 10:
            kernel = np.ones((2, 2), np.uint8)
            page = (cv2.erode if r.random() < 0.6 else cv2.dilate)(page, kernel)
        paper, shown = r.uniform(200, 255), page.astype(np.float32)
        shown = shown * (paper / 255.0)
        if r.random() < 0.3:  # shaded cell or uneven light
            slope = np.linspace(r.uniform(-25, 25), r.uniform(-25, 25), page.shape[1])
            shown += slope[None, :].astype(np.float32)
        blur = abs(r.normal(0, 0.55)) * min(body / 12.0, 1.4)
        if blur > 0.25:
            shown = cv2.GaussianBlur(shown, (0, 0), blur)
        if r.random() < 0.75:
            shown += r.normal(0, r.uniform(1, 14), page.shape).astype(np.float32)
        if r.random() < 0.15:  # salt and pepper
            spots = r.random(page.shape) < r.uniform(0.0005, 0.008)
            shown[spots] = r.choice([0.0, 255.0], size=int(spots.sum()))
        page = np.clip(shown, 0, 255).astype(np.uint8)
        if r.random() < 0.12 and body > 9:
            page = np.where(page < paper * r.uniform(0.62, 0.85), 0, 255).astype(np.uint8)
        if r.random() < 0.5:
            quality = int(r.uniform(25, 90))
            _, data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])
            page = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
        return page

    def _window(self, page: Picture, baseline: float, left: float, body: float) -> Ink:
        """The line as the reader cuts it: never quite at the right height, place and angle."""
        r = self._random
        scale = BODY / body * float(np.clip(r.normal(1, 0.08), 0.76, 1.26))
        stretch = scale * float(np.clip(r.normal(0.98, 0.09), 0.72, 1.25))
        margin = r.uniform(0.1, 0.8) * BODY
        slope = math.tan(math.radians(float(np.clip(r.normal(0, 0.12), -0.4, 0.4)))) * scale
        shift = BASELINE + float(np.clip(r.normal(0, 0.8), -2.5, 2.5)) - baseline * scale
        width = max(math.ceil((page.shape[1] - 2 * left) * stretch + 2 * margin), 8)
        if scale < 0.8:
            page = np.asarray(cv2.GaussianBlur(page, (0, 0), BLUR / scale), np.uint8)
        matrix = np.array(
            [
                [stretch, 0.0, margin - left * stretch],
                [slope, scale, shift - slope * page.shape[1] / 2],
            ]
        )
        cut = cv2.warpAffine(
            page, matrix, (width, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return ink_of(np.asarray(cut, np.uint8))


@lru_cache(maxsize=600)
def _font(path: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def _body_share(path: Path) -> float:
    """Height of the letter body (ก) in em, measured on the drawn glyph."""
    _, top, _, bottom = _font(path, 200).getbbox("กบน", anchor="ls")
    return (bottom - top) / 200.0
