"""The picture of a page a fact was read from, with the place marked; found by the database alone.

The address names a document and a page, never a file: which file that is, the database says, and
only a PDF inside the folder of the reports is opened.
"""

from __future__ import annotations

import hashlib
import io
import math
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ExtractError
from extract.fonts.render_page import Mark, draw_page
from extract.model import Box
from publish.errors import PublishError

# PDFium draws one page at a time.
_DRAWING = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page of a document as the database knows it."""

    document_id: int
    document_file: str
    path: str
    sha256: str | None
    page: int
    pages: int | None


def find_page(connection: sqlite3.Connection, document_id: int, page: int) -> PageOf:
    """What the database says of a page.

    Raises:
        PublishError: there is no such document or page.
    """
    sql = "SELECT document_id, document_file, path, sha256, pages FROM v_document"
    row = connection.execute(f"{sql} WHERE document_id = ?", (document_id,)).fetchone()
    if row is None:
        raise PublishError(f"There is no document {document_id} in the database")
    if not 1 <= page <= (row[4] or 0):
        raise PublishError(f"{row[1]} has no page {page}")
    return PageOf(row[0], row[1], row[2], row[3], page, row[4])


def file_of(raw: Path, page: PageOf) -> Path:
    """The PDF of a page.

    Raises:
        PublishError: the file is not in the folder of the reports.
    """
    path = (raw / page.path).resolve()
    if not path.is_relative_to(raw.resolve()) or not path.is_file():
        raise PublishError(
            f"{page.path} is not in {raw}: start ita browse with --raw and the folder of the PDFs"
        )
    return path


def is_changed(path: Path, page: PageOf) -> bool:
    """Whether the file is another than the one that was read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() != page.sha256


def box_of(text: str | None) -> Box | None:
    """The place to mark, from ``x0,top,x1,bottom`` in points; ``None`` for what is no place."""
    try:
        edges = [float(part) for part in (text or "").split(",")]
    except ValueError:
        return None
    if len(edges) != 4 or not all(map(math.isfinite, edges)):
        return None
    x0, top, x1, bottom = edges
    return Box(x0, top, x1, bottom) if x1 >= x0 and bottom >= top else None


def picture(path: Path, page: PageOf, boxes: Sequence[Box]) -> bytes:
    """The page as PNG.

    Raises:
        PublishError: the page cannot be drawn.
    """
    marks = [Mark(box, filled=True) for box in boxes]
    try:
        with _DRAWING:
            drawn = draw_page(path, page.page, marks)
    except (ExtractError, OSError) as error:
        raise PublishError(str(error)) from error
    stream = io.BytesIO()
    drawn.save(stream, "PNG")
    return stream.getvalue()
