"""Reads the pictures of a file's pages; where the packages for it are missing, says so.

Nothing of the recogniser is imported before the first page that needs it.
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pypdfium2

from extract.errors import ExtractError

if TYPE_CHECKING:
    from extract.scan.scanpage import ScanPage

#: What brings the packages that reading pictures needs.
INSTALL = "pip install -e '.[ocr]' in the project's folder, then load again"
_NEEDED = ("cv2", "numpy", "onnxruntime")


class PictureUnreadableError(ExtractError):
    """A page cannot be drawn."""

    kind = "unreadable-page"


def installed() -> bool:
    """Whether pages that are pictures can be read here."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


# A scan drawn more finely than it was made must be read so much more surely: as surely, the
# smoothed dots of thin rules have only been blurred.
_CLEARER = 1.003


class Scans:
    """The pages of one file as pictures; the file is opened when the first is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._pdf: pypdfium2.PdfDocument | None = None

    def read(self, number: int, finely: bool = False) -> ScanPage:
        """Read page ``number`` (from 1) from its picture.

        Args:
            number: from 1.
            finely: draw it as finely as small print needs, whatever there is on it: what is drawn
                from a content stream, and not scanned, gets clearer with every dot.

        Raises:
            PictureUnreadableError: the page cannot be drawn.
        """
        from extract.scan.pagecache import read_once
        from extract.scan.picture import FINE, RESOLUTION, drawn
        from extract.scan.scanpage import is_small, sureness

        try:
            if self._pdf is None:
                self._pdf = pypdfium2.PdfDocument(self._data)
            page = self._pdf[number - 1]
            page.set_cropbox(*page.get_mediabox())  # what the text path measures from
            read = read_once(drawn(page, FINE if finely else RESOLUTION))
            if not finely and is_small(read):
                finer = read_once(drawn(page, FINE))
                read = finer if sureness(finer) > _CLEARER * sureness(read) else read
            page.close()
        except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
            raise PictureUnreadableError(
                f"Page {number} cannot be drawn ({error})", self._name, "look at it by eye"
            ) from error
        return read

    def close(self) -> None:
        """Let go of the file."""
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
