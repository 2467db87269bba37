"""What the extractors hand on: pages, paragraphs and tables with their place on the page.

Everything here is frozen and slotted, pickles between processes and knows nothing of what the
reports are about. Lengths are PDF points; the origin is the top left corner of the page as a
reader sees it (after ``/Rotate``), x grows to the right and y downwards. Pages count from 1,
rows, columns and tables from 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points, origin at the top left of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def union(self, other: Box) -> Box:
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


def union_of(boxes: Iterable[Box]) -> Box:
    """The smallest box around all boxes; raises ``ValueError`` when there are none."""
    boxes = list(boxes)
    if not boxes:
        raise ValueError("union_of() needs at least one box")
    return Box(
        min(b.x0 for b in boxes),
        min(b.top for b in boxes),
        max(b.x1 for b in boxes),
        max(b.bottom for b in boxes),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of text: its characters as read, and where they stand.

    ``bold``: most of it is; ``ends_bold`` tells of its first and its last letter.
    """

    text: str
    box: Box
    size: float = 0.0
    bold: bool = False
    page: int = 0
    ends_bold: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on paper a piece of text stands.

    ``table`` counts the ruled tables of the page from the top; ``row`` and ``column`` count inside
    that table as it is printed on that page. All three are ``None`` for text outside tables.
    """

    page: int
    box: Box
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def is_above(self, other: Place) -> bool:
        """Whether this place ends above where another one on its page begins."""
        return self.page == other.page and self.box.bottom <= other.box.top


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a logical table; ``row`` and ``column`` are those of its top left corner.

    ``text`` holds one paragraph per line, printed line ends inside a paragraph already joined.
    A cell that runs over a page end has one place per page.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    places: tuple[Place, ...]
    lines: tuple[Line, ...] = ()

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.row_span)

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.column_span)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a logical table.

    Attributes:
        page: the page its first part stands on.
        starts_part: it is the first row of a printed part of the table (after a page end or a gap),
            not counting repeated headers.
        repeats_header: it prints the table's header once more and states nothing new.
    """

    page: int
    starts_part: bool = False
    repeats_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table: one grid, however many pages it is printed on.

    ``header_rows`` first rows are the header as far as print shows it (repeated on later pages, or
    shaded or bold above plain rows); 0 when nothing marks a header.
    """

    number: int
    columns: int
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    header_rows: int
    places: tuple[Place, ...]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a grid position, or ``None`` where the grid has a hole."""
        for cell in self.cells:
            if row in cell.rows and column in cell.columns:
                return cell
        return None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables: one paragraph, its printed lines joined.

    ``furniture`` marks what pages repeat at their edges (page numbers, running heads).
    """

    text: str
    place: Place
    lines: tuple[Line, ...]
    size: float
    bold: bool
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What is known of a page besides its text.

    ``text_source`` is ``text`` (text layer), ``ocr`` or ``none`` (nothing could be read).
    ``characters`` counts the visible characters read; ``repairs`` counts, per rule, the glyphs
    whose text came from elsewhere than ToUnicode; ``sure`` is the mean probability, 0 to 1, of
    characters read from a picture.
    """

    number: int
    width: float
    height: float
    text_source: str
    characters: int
    images: int = 0
    repairs: tuple[tuple[str, int], ...] = ()
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A character read from a picture with doubt: its probability and the next likely reading."""

    page: int
    box: Box
    text: str
    second: str
    sure: float


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number read from a picture; as sure as its least sure character.

    ``others``: what else it may read, where a character is in doubt between two digits.
    """

    page: int
    box: Box
    text: str
    sure: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the extractor could not read or was not sure of, for the findings."""

    severity: str
    kind: str
    message: str
    page: int | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as the extractors see it; ``blocks`` stand in reading order.

    ``doubts`` and ``numbers`` are of pages read from their picture.
    """

    file: str
    sha256: str
    pages: tuple[PageInfo, ...]
    blocks: tuple[Paragraph | Table, ...]
    text_source: str
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    numbers: tuple[ReadNumber, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Paragraph))
