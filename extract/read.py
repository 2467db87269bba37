"""Reads one PDF file into a :class:`~extract.model.Document`.

The order of the steps belongs here; each step lives in its own module.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pdfplumber.page import Page

from extract.content import Content
from extract.errors import BrokenPdfError
from extract.fontshelf import FontShelf
from extract.glyphtext import settle_text
from extract.joining import join_layouts
from extract.layout import PageLayout, lay_out, mark_furniture
from extract.lean import read_content
from extract.model import Document, PageInfo, Problem
from extract.opening import PDF_ERRORS, OpenPdf, open_pdf
from extract.turning import turned_back, turned_upright

# A page with fewer visible characters than this and a picture on it is a scan.
_SCAN_CHARACTERS = 20


# So many pages share what is known of their fonts; what they say hangs on no page beyond, so that
# it is the same whoever reads the others.
PAGES_AT_ONCE = 200


@dataclass(slots=True)
class Part:
    """Pages of a file that have been read and not yet joined to the others.

    ``total`` is how many the file has; ``turns``: see :func:`extract.turning.turned_back`.
    """

    sha256: str
    total: int
    layouts: list[PageLayout] = field(default_factory=list)
    pages: list[PageInfo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    turns: dict[int, tuple[int, float, float]] = field(default_factory=dict)


def read_document(path: Path, max_pages: int | None = None) -> Document:
    """Read a PDF.

    Args:
        path: the file.
        max_pages: refuse a file with more pages than this, before reading any of them.

    Raises:
        ExtractError: the file as a whole cannot be read; the message says why and what to do (see
            :mod:`extract.errors` for the kinds).
        OSError: the file cannot be opened.
    """
    data = path.read_bytes()
    with open_pdf(path, data, max_pages) as pdf:
        starts = range(0, len(pdf.pages), PAGES_AT_ONCE)
        parts = [_read_part(pdf, hashlib.sha256(data).hexdigest(), start) for start in starts]
    return join_parts(path, parts)


def read_part(path: Path, start: int, max_pages: int | None = None) -> Part:
    """Read some pages of a PDF, as :func:`read_document` does all of them one after the other.

    Args:
        path: the file.
        start: how many pages come before; a multiple of ``PAGES_AT_ONCE``.
        max_pages: as of :func:`read_document`.

    Raises:
        ExtractError, OSError: as :func:`read_document` does.
    """
    data = path.read_bytes()
    with open_pdf(path, data, max_pages) as pdf:
        return _read_part(pdf, hashlib.sha256(data).hexdigest(), start)


def join_parts(path: Path, parts: Sequence[Part]) -> Document:
    """The document of a file whose parts have all been read, in their order.

    Raises:
        BrokenPdfError: the parts are not those of one file.
    """
    if len({part.sha256 for part in parts}) != 1:
        raise BrokenPdfError("The file changed while it was read", path.name, "load it again")
    blocks = join_layouts(mark_furniture([layout for part in parts for layout in part.layouts]))
    turns = {page: turn for part in parts for page, turn in part.turns.items()}
    if turns:
        blocks = [turned_back(b, turns) for b in blocks]
    pages = tuple(page for part in parts for page in part.pages)
    problems = tuple(problem for part in parts for problem in part.problems)
    source = "text" if any(p.text_source == "text" for p in pages) else "none"
    return Document(path.name, parts[0].sha256, pages, tuple(blocks), source, problems)


def _read_part(pdf: OpenPdf, sha256: str, start: int) -> Part:
    part = Part(sha256, len(pdf.pages))
    part.problems += pdf.problems if start == 0 else ()
    shelf = FontShelf()
    pages = pdf.pages[start : start + PAGES_AT_ONCE]
    shelf.browse([page.page_obj for page in pages])
    for page in pages:
        _read_page(page, shelf, part)
        page.close()
    return part


def _read_page(page: Page, shelf: FontShelf, part: Part) -> None:
    number = page.page_number
    problem: Problem | None = None
    width, height = _size_of(page)
    try:
        content = read_content(page.page_obj, shelf)
        repairs = settle_text(content, shelf)
    except PDF_ERRORS as error:
        problem = Problem(
            "error",
            "unreadable-page",
            f"Page {number} could not be read ({type(error).__name__}); look at it by eye",
            number,
        )
        content, repairs = Content(width, height), Counter()
    upright, angle = turned_upright(content)
    if angle:
        part.turns[number] = (angle, upright.width, upright.height)
    layout = lay_out(number, upright)
    if layout.characters < _SCAN_CHARACTERS and content.images and problem is None:
        problem = Problem(
            "error",
            "no-text-layer",
            f"Page {number} is a picture without a text layer; nothing on it was read",
            number,
        )
    part.layouts.append(layout)
    part.problems += [problem] if problem else []
    part.pages.append(
        PageInfo(
            number,
            content.width,
            content.height,
            "none" if problem else "text",
            layout.characters,
            len(content.images),
            tuple(sorted(repairs.items())),
        )
    )


def _size_of(page: Page) -> tuple[float, float]:
    """Width and height of a page as pdfplumber has them; zero where they are no numbers."""
    try:
        return float(page.width), float(page.height)
    except PDF_ERRORS:
        return 0.0, 0.0
