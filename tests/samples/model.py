"""A report as it is laid out: paragraphs, tables and pictures in printing order.

Belongs here: the shapes that the builders fill and the writers print. Not here: what the report
says (``content``), and how a producer spells it (``html``, ``fodt``, ``typ``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell, given once, at its top left corner; one paragraph per line of ``text``."""

    text: str = ""
    rows: int = 1
    columns: int = 1
    align: str = "left"
    bold: bool = False
    shade: str = ""
    picture: str = ""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``widths`` are per cent of the text width.

    ``rules`` is ``all``, ``none``, ``horizontal``, ``vertical``, ``outer``, ``dotted`` or ``gaps``
    (white cells on a black ground, so that the ground shows through as rules).
    """

    widths: tuple[float, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    rules: str = "all"
    repeat_header: bool = True
    whole_rows: bool = False
    header_shade: str = "#e7e6e6"
    size: float | None = None
    width: float = 100.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables; ``style`` is ``title``, ``mark``, ``heading``, ``text``, ``centre``."""

    text: str
    style: str = "text"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing made by ``pictures``; ``width`` in millimetres."""

    name: str
    width: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page end; what follows stands on pages of this orientation."""

    orientation: str


Block = Paragraph | Table | Picture | NewPage


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole document, ready for a writer."""

    orientation: str
    font: str
    size: float
    leading: float
    margin: float
    blocks: tuple[Block, ...]
