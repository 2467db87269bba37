"""Reads one PDF file into a :class:`~extract.model.Document`.

The order of the steps belongs here; each step lives in its own module.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pdfplumber.page import Page

from extract.content import Content
from extract.fontshelf import FontShelf
from extract.glyphtext import settle_text
from extract.joining import join_layouts
from extract.layout import PageLayout, lay_out, mark_furniture
from extract.lean import read_content
from extract.model import Document, PageInfo, Problem
from extract.opening import PDF_ERRORS, open_pdf
from extract.turning import turned_back, turned_upright

# A page with fewer visible characters than this and a picture on it is a scan.
_SCAN_CHARACTERS = 20


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far; ``turns``: see :func:`extract.turning.turned_back`."""

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
    sha256 = hashlib.sha256(data).hexdigest()
    reading = _Reading()
    shelf = FontShelf()
    with open_pdf(path, data, max_pages) as pdf:
        reading.problems += pdf.problems
        shelf.browse([page.page_obj for page in pdf.pages])
        for page in pdf.pages:
            _read_page(page, shelf, reading)
            page.close()
    blocks = join_layouts(mark_furniture(reading.layouts))
    if reading.turns:
        blocks = [turned_back(b, reading.turns) for b in blocks]
    source = "text" if any(p.text_source == "text" for p in reading.pages) else "none"
    return Document(
        path.name, sha256, tuple(reading.pages), tuple(blocks), source, tuple(reading.problems)
    )


def _read_page(page: Page, shelf: FontShelf, reading: _Reading) -> None:
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
        reading.turns[number] = (angle, upright.width, upright.height)
    layout = lay_out(number, upright)
    if layout.characters < _SCAN_CHARACTERS and content.images and problem is None:
        problem = Problem(
            "error",
            "no-text-layer",
            f"Page {number} is a picture without a text layer; nothing on it was read",
            number,
        )
    reading.layouts.append(layout)
    reading.problems += [problem] if problem else []
    reading.pages.append(
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
