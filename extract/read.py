"""Reads one PDF file into a :class:`~extract.model.Document`.

The order of the steps belongs here; each step lives in its own module.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page

from extract.content import Content
from extract.errors import BrokenPdfError, described
from extract.fonts.fontshelf import FontShelf
from extract.furniture import mark_furniture
from extract.joining import join_layouts
from extract.layout import PageLayout, lay_out
from extract.model import Document, Doubt, PageInfo, Problem, ReadNumber
from extract.pages import PageRead, read_page
from extract.painted.opening import PDF_ERRORS, OpenPdf, open_pdf
from extract.painted.turning import Turn, turned_back, turned_upright
from extract.scan.scans import Scans
from extract.sureness import doubts_of, mean_sureness, numbers_of
from extract.tables.nextpage import OpenColumns
from extract.taught import School

# So many pages share what is known of their fonts; what they say hangs on no page beyond, so that
# it is the same whoever reads the others.
PAGES_AT_ONCE = 200
# The same of scans, and how many pages are looked at to know one.
SCANS_AT_ONCE, _LOOKED_AT = 4, 3


@dataclass(slots=True)
class Part:
    """Pages of a file that have been read and not yet joined to the others.

    ``total`` is how many the file has, ``at_once`` how many of them a part has at most;
    ``turns``: see :func:`extract.painted.turning.turned_back`.
    """

    sha256: str
    total: int
    at_once: int
    layouts: list[PageLayout] = field(default_factory=list)
    pages: list[PageInfo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    turns: dict[int, Turn] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    numbers: list[ReadNumber] = field(default_factory=list)


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
    with open_pdf(path, data, max_pages) as pdf, closing(Scans(data, path.name)) as scans:
        starts = range(0, len(pdf.pages), pages_at_once(pdf))
        parts = [_read_part(pdf, scans, sha256, start) for start in starts]
    return join_parts(path, parts)


def read_part(path: Path, start: int, max_pages: int | None = None) -> Part:
    """Read some pages of a PDF, as :func:`read_document` does all of them one after the other.

    Args:
        path: the file.
        start: how many pages come before; a multiple of the part's ``at_once``.
        max_pages: as of :func:`read_document`.

    Raises:
        ExtractError, OSError: as :func:`read_document` does.
    """
    data = path.read_bytes()
    with open_pdf(path, data, max_pages) as pdf, closing(Scans(data, path.name)) as scans:
        return _read_part(pdf, scans, hashlib.sha256(data).hexdigest(), start)


def pages_at_once(pdf: OpenPdf) -> int:
    """How many pages of a file are read together.

    A scan's pages have no fonts to share and take a second each: few at once go to each worker.
    """
    first = pdf.pages[:_LOOKED_AT]
    pictures = sum(_is_picture(page) for page in first)
    return SCANS_AT_ONCE if pictures > len(first) // 2 else PAGES_AT_ONCE


def _is_picture(page: Page) -> bool:
    """Whether a page has things to paint and no font to write with."""
    try:
        resources = resolve1(page.page_obj.resources) or {}
        return bool(resolve1(resources.get("XObject"))) and not resolve1(resources.get("Font"))
    except PDF_ERRORS:
        return False


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
    return Document(
        path.name,
        parts[0].sha256,
        pages,
        tuple(blocks),
        _source_of(pages),
        problems,
        tuple(doubt for part in parts for doubt in part.doubts),
        tuple(number for part in parts for number in part.numbers),
    )


def _source_of(pages: Sequence[PageInfo]) -> str:
    """Where a file's text comes from: ``text``, ``ocr``, ``mixed``, or ``none``."""
    sources = {p.text_source for p in pages}
    said = {p.text_source for p in pages if p.characters} & {"text", "ocr"}
    if len(said) > 1:
        return "mixed"
    return said.pop() if said else "text" if "text" in sources else "none"


def _read_part(pdf: OpenPdf, scans: Scans, sha256: str, start: int) -> Part:
    at_once = pages_at_once(pdf)
    pages = pdf.pages[start : start + at_once]
    shelf = FontShelf()
    shelf.browse([page.page_obj for page in pages])
    school = School(pages, shelf, scans)
    while True:
        part = Part(sha256, len(pdf.pages), at_once)
        part.problems += pdf.problems if start == 0 else ()
        taught = school.told is not None
        for page in pages:
            read = read_page(page, shelf, scans, school)
            if part.layouts and school.told and not taught:
                # Pages before have been read with fonts that have been told otherwise since.
                break
            _add(page.page_number, read, part)
            page.close()
        else:
            return part


def _laid_out(
    number: int, content: Content, above: OpenColumns | None, problems: list[Problem]
) -> PageLayout:
    """The layout of a page; an empty one where the reader stumbles, and a problem that says so.

    One page must not lose the others of its report.
    """
    try:
        return lay_out(number, content, above)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is of this page alone
        message = (
            f"Page {number} was lost to an unexpected error, {described(error)}; look at it by eye,"
            " and please report it to the maintainers, with the file if it is public"
        )
        problems.append(Problem("error", "internal-error", message, number))
        return PageLayout(number, content.height, (), len(content.glyphs))


def _add(number: int, read: PageRead, part: Part) -> None:
    """Lay out what was read of a page and take it into the part."""
    upright, angle = turned_upright(read.content)
    turn = Turn(angle, upright.width, upright.height) if angle else read.turn
    if turn:
        part.turns[number] = turn
    above = part.layouts[-1].columns if part.layouts else None
    layout = _laid_out(number, upright, above, part.problems)
    part.layouts.append(layout)
    part.problems += read.problems
    sure = None
    if read.source == "ocr":
        sure = mean_sureness(read.content.glyphs)
        part.doubts += doubts_of(number, read.content.glyphs, read.turn)
        part.numbers += numbers_of(number, read.content.glyphs, read.turn)
    part.pages.append(
        PageInfo(
            number,
            *read.size,
            read.source,
            layout.characters,
            len(read.content.images),
            tuple(sorted(read.repairs.items())),
            sure,
        )
    )
