"""Reads one PDF file into a :class:`~extract.model.Document`.

Opening, the errors that stop a file, and the order of the steps belong here; each step lives in
its own module.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import (
    PDFEncryptionError,
    PDFPasswordIncorrect,
    PDFTextExtractionNotAllowed,
)
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from extract.content import Content
from extract.device import read_content
from extract.errors import (
    BrokenPdfError,
    EmptyFileError,
    EncryptedPdfError,
    NotAPdfError,
    TooManyPagesError,
)
from extract.fontshelf import FontShelf
from extract.glyphtext import settle_text
from extract.joining import join_layouts
from extract.layout import PageLayout, lay_out, mark_furniture
from extract.model import Document, PageInfo, Problem

# What pdfminer raises while it follows a damaged page; anything else is a defect of ours.
_PAGE_ERRORS = (
    PDFException,
    PSException,
    PdfminerException,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
    ZeroDivisionError,
)
# A page with fewer visible characters than this and a picture on it is a scan.
_SCAN_CHARACTERS = 20


def read_document(path: Path, max_pages: int | None = None) -> Document:
    """Read a PDF.

    Args:
        path: the file.
        max_pages: refuse a file with more pages than this, before reading any of them.

    Raises:
        TooManyPagesError: the file has more than ``max_pages`` pages.
        EmptyFileError, NotAPdfError, BrokenPdfError, EncryptedPdfError: the file as a whole cannot
            be read; the message says why and what to do.
        OSError: the file cannot be opened.
    """
    data = path.read_bytes()
    _check_start(data, path.name)
    sha256 = hashlib.sha256(data).hexdigest()
    del data
    layouts: list[PageLayout] = []
    pages: list[PageInfo] = []
    problems: list[Problem] = []
    shelf = FontShelf()
    try:
        pdf = pdfplumber.open(path, password="")
    except (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed) as error:
        raise _encrypted(path.name) from error
    except _PAGE_ERRORS as error:
        if isinstance(error.__cause__ or (error.args and error.args[0]), PDFPasswordIncorrect):
            raise _encrypted(path.name) from error
        raise _broken(path.name, error) from error
    with pdf:
        try:
            plumbed = pdf.pages
        except _PAGE_ERRORS as error:
            raise _broken(path.name, error) from error
        if not plumbed:
            raise BrokenPdfError("The PDF holds no pages", path.name, "ask for the file again")
        shelf.browse([page.page_obj for page in plumbed])
        if max_pages is not None and len(plumbed) > max_pages:
            raise TooManyPagesError(
                f"The PDF has {len(plumbed)} pages and the limit is {max_pages}",
                path.name,
                "split it, or raise --max-pages",
            )
        for page in plumbed:
            layout, info, page_problems = _read_page(page, shelf)
            layouts.append(layout)
            pages.append(info)
            problems += page_problems
            page.close()
    blocks = join_layouts(mark_furniture(layouts))
    source = "text" if any(p.text_source == "text" for p in pages) else "none"
    return Document(path.name, sha256, tuple(pages), tuple(blocks), source, tuple(problems))


def _check_start(data: bytes, name: str) -> None:
    if not data:
        raise EmptyFileError("The file is empty (0 bytes)", name, "copy or download it again")
    # Acrobat accepts a header anywhere in the first 1,024 bytes.
    if b"%PDF-" not in data[:1024]:
        raise NotAPdfError(
            "The file is not a PDF although its name says so",
            name,
            "open it in the program it came from and export it as PDF",
        )


def _encrypted(name: str) -> EncryptedPdfError:
    return EncryptedPdfError(
        "The PDF asks for a password", name, "save a copy without a password and load that"
    )


def _broken(name: str, error: Exception) -> BrokenPdfError:
    detail = " ".join(str(error).split())[:120]
    return BrokenPdfError(
        f"The PDF is damaged and cannot be followed ({type(error).__name__}: {detail})",
        name,
        "download it again, or open and re-save it in a PDF program",
    )


def _read_page(
    page: pdfplumber.page.Page, shelf: FontShelf
) -> tuple[PageLayout, PageInfo, list[Problem]]:
    number = page.page_number
    problems: list[Problem] = []
    try:
        content = read_content(page.page_obj, shelf)
        repairs = settle_text(content, shelf)
    except _PAGE_ERRORS as error:
        problems.append(
            Problem(
                "error",
                "unreadable-page",
                f"Page {number} could not be read ({type(error).__name__}); look at it by eye",
                number,
            )
        )
        content, repairs = Content(float(page.width), float(page.height)), Counter()
    layout = lay_out(number, content)
    source = "text"
    if layout.characters < _SCAN_CHARACTERS and content.images and not problems:
        source = "none"
        problems.append(
            Problem(
                "error",
                "no-text-layer",
                f"Page {number} is a picture without a text layer; nothing on it was read",
                number,
            )
        )
    info = PageInfo(
        number,
        content.width,
        content.height,
        source if not problems else "none",
        layout.characters,
        len(content.images),
        tuple(sorted(repairs.items())),
    )
    return layout, info, problems
