"""A page as a gray picture, drawn as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2

from extract.model import Box

Gray = npt.NDArray[np.uint8]

# Dots per inch the recogniser was taught for: letters of 14 to 16 point are 20 dots high.
RESOLUTION = 200
# For pages of small print, such as large sheets made to fit.
FINE = 340
# No page is drawn with more dots than this; an A3 page at 200 dpi has 7.7 million.
_MOST_DOTS = 20_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: gray dots (0 black, 255 white) and how many PDF points a dot is wide."""

    gray: Gray
    points: float

    @property
    def width(self) -> float:
        """In PDF points."""
        return float(self.gray.shape[1]) * self.points

    @property
    def height(self) -> float:
        """In PDF points."""
        return float(self.gray.shape[0]) * self.points


def drawn(page: pypdfium2.PdfPage, resolution: int = RESOLUTION) -> Picture:
    """Draw a page; very large pages are drawn coarser.

    Raises:
        pypdfium2.PdfiumError: the page cannot be drawn.
    """
    width, height = page.get_size()
    scale = resolution / 72
    scale = min(scale, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    gray = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    return Picture(gray.reshape(gray.shape[0], gray.shape[1]), 1 / scale)


def dots_of(box: Box, points: float) -> tuple[slice, slice]:
    """The rows and columns of a picture that a box covers; a dot is ``points`` wide."""
    top, bottom, x0, x1 = (
        max(round(side / points), 0) for side in (box.top, box.bottom, box.x0, box.x1)
    )
    return slice(top, bottom), slice(x0, x1)
