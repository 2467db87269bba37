"""Reads one page: its own text, or its picture where the text says nothing.

What a page's content becomes belongs to :mod:`extract.layout`, how pages are joined to
:mod:`extract.read`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from pdfplumber.page import Page

from extract.content import Content
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphtext import settle_text
from extract.fonts.lessons import mark_told
from extract.model import Problem
from extract.painted.lean import read_content
from extract.painted.opening import PDF_ERRORS
from extract.painted.turning import Turn
from extract.scan.scans import INSTALL, PictureUnreadableError, Scans, installed
from extract.taught import School
from extract.triage import SCAN_CHARACTERS, Verdict, judged
from extract.wordgaps import with_word_gaps


@dataclass(slots=True)
class PageRead:
    """What one page paints, where that comes from, and how the page was turned to read it.

    ``source`` is ``text``, ``ocr`` or ``none``; ``repairs`` counts the glyphs each rule decided.
    """

    content: Content
    source: str
    turn: Turn | None = None
    repairs: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is, before any turning."""
        width, height = self.content.width, self.content.height
        return (height, width) if self.turn and self.turn.angle in (90, 270) else (width, height)


def read_page(page: Page, shelf: FontShelf, scans: Scans, school: School) -> PageRead:
    """Read a page; what could not be read is a problem, never an error."""
    number = page.page_number
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
        return PageRead(Content(*_size_of(page)), "none", problems=[problem])
    verdict = judged(content)
    if verdict.dubious and school.teach():
        repairs = settle_text(content, shelf)
    if school.told:
        repairs += school.fill(content, number)
        verdict = judged(content, told=True)
    if verdict.kind in ("text", "doubtful"):
        told = mark_told(content, school.told or {})
        with_word_gaps(content)
        problems = [_doubtful(number)] if verdict.kind == "doubtful" else []
        return PageRead(content, "ocr" if told else "text", repairs=repairs, problems=problems)
    return _from_picture(number, content, verdict, repairs, scans)


def _from_picture(
    number: int, content: Content, verdict: Verdict, repairs: Counter[str], scans: Scans
) -> PageRead:
    """The page as its picture shows it, unless the text says more or nothing can read pictures."""
    own = PageRead(content, "text" if verdict.characters else "none", repairs=repairs)
    if not installed():
        return replace(own, problems=[_not_read(number, verdict)])
    try:
        scan = scans.read(number)
    except PictureUnreadableError as error:
        return replace(own, problems=[Problem("error", error.kind, error.what, number)])
    letters = sum(1 for g in scan.content.glyphs if not g.text.isspace())
    if letters < SCAN_CHARACTERS or letters < 0.5 * verdict.characters:
        return replace(own, problems=_nothing_in(number, verdict))
    problems = []
    if scan.unread:
        problems.append(
            Problem(
                "warning",
                "unread-lines",
                f"{len(scan.unread)} lines of page {number} could not be read from its picture;"
                " look at the page",
                number,
            )
        )
    size = scan.content.width, scan.content.height
    turn = Turn(scan.angle, *size, scan.skew) if scan.angle or scan.skew else None
    return PageRead(replace(scan.content, images=content.images), "ocr", turn, problems=problems)


def _nothing_in(number: int, verdict: Verdict) -> list[Problem]:
    """A problem for a page that is all picture, in which no text was found."""
    if verdict.characters >= SCAN_CHARACTERS or verdict.kind != "scan":
        return []
    said = f"Page {number} is a picture, and no text could be read from it; look at the page"
    return [Problem("warning", "picture-without-text", said, number)]


def _not_read(number: int, verdict: Verdict) -> Problem:
    if verdict.kind == "scan":
        said = f"Page {number} is a picture without a text layer; nothing on it was read"
        return Problem("error", "no-text-layer", f"{said}: {INSTALL}", number)
    said = f"The text of page {number} is damaged in the file, and its picture was not read"
    return Problem("warning", "broken-text-layer", f"{said}: {INSTALL}", number)


def _doubtful(number: int) -> Problem:
    said = (
        f"On page {number} letters stand where Thai has none: the file does not say what is"
        " printed, and its picture could not tell; look at the page"
    )
    if not installed():
        said = f"{said}, or {INSTALL}"
    return Problem("warning", "broken-text-layer", said, number)


def _size_of(page: Page) -> tuple[float, float]:
    """Width and height of a page as pdfplumber has them; zero where they are no numbers."""
    try:
        return float(page.width), float(page.height)
    except PDF_ERRORS:
        return 0.0, 0.0
