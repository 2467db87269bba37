"""Text that OCR and vision tools wrote, as a document: paragraphs, and tables in their forms.

Tables come as tab-separated rows, Markdown pipes or HTML; stray tags, bold marks and headings are
markup, not text. A header that repeats begins the next printed part of its table, as on paper.
There are no coordinates: the place of a piece of text is its line in the file (row of its place),
and the page is 1 unless form feeds part pages.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from extract.errors import EmptyFileError, NotTextError, TooManyPagesError
from extract.model import Box, Cell, Document, Line, PageInfo, Paragraph, Place, Row, Table

_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
_BREAK = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6])\b[^>]*>", re.I)
_TAG = re.compile(r"<[^<>]{1,200}>")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_BULLETS = re.compile(r"\s+(?=[-\u2022]\s+\S)")
_MOST_BYTES = 50_000_000


@dataclass(slots=True)
class _Piece:
    """A row of cells (``cells`` set) or a line of text, with its line number in the file."""

    line: int
    page: int
    text: str = ""
    cells: list[tuple[str, int, int]] | None = None
    bold: bool = False


def read_document(path: Path, max_pages: int | None = None) -> Document:
    """Read a file of OCR output.

    Raises:
        EmptyFileError: there is nothing in it.
        NotTextError: the bytes are no text in UTF-8, UTF-16 or TIS-620.
        TooManyPagesError: it has more than ``max_pages`` pages.
        OSError: the file cannot be opened.
    """
    data = path.read_bytes()
    text = _decoded(data, path.name)
    pieces = _html_pieces(text) if re.search(r"<table\b", text, re.I) else _line_pieces(text)
    blocks = _blocks(pieces)
    pages = max((p.page for p in pieces), default=1)
    if max_pages is not None and pages > max_pages:
        raise TooManyPagesError(
            f"The text has {pages} pages and the limit is {max_pages}",
            path.name,
            "split it, or raise --max-pages",
        )
    characters = len(re.sub(r"\s", "", text))
    infos = tuple(
        PageInfo(n, 0.0, 0.0, "ocr_text", characters if n == 1 else 0) for n in range(1, pages + 1)
    )
    return Document(path.name, hashlib.sha256(data).hexdigest(), infos, tuple(blocks), "ocr_text")


def _decoded(data: bytes, name: str) -> str:
    if not data.strip():
        raise EmptyFileError("The file is empty", name, "run the OCR again")
    if b"\x00" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotTextError("The file is not text", name, "save the OCR output as UTF-8 text")
    if len(data) > _MOST_BYTES:
        raise NotTextError("The file is too large for text", name, "split it")
    for encoding in (
        ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp874")
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotTextError("The file is not text", name, "save the OCR output as UTF-8 text")


def plain(text: str) -> str:
    """Cell or line text without markup: one paragraph per line."""
    text = _PICTURE.sub("", _BREAK.sub("\n", text))
    text = unescape(_TAG.sub("", text)).replace("**", "").replace("__", "")
    lines: list[str] = []
    for line in text.split("\n"):
        line = " ".join(line.split())
        # A list that lost its line ends: "- ... - ..." is one statement per dash.
        lines += _BULLETS.split(line) if re.match(r"[-\u2022]\s", line) else [line]
    return "\n".join(line for line in lines if line)


def _line_pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    page = 1
    for number, line in enumerate(text.split("\n"), 1):
        page += line.count("\f")
        line = line.replace("\f", "").rstrip("\r")
        if _RULE.match(line) and "|" in line:
            continue
        if "\t" in line:
            cells = line.split("\t")
        elif line.strip().startswith("|") and line.count("|") >= 3:
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        else:
            heading = re.match(r"\s*(#{1,6})\s+", line)
            bold = bool(heading) or line.strip().startswith("**")
            said = plain(line[heading.end() :] if heading else line)
            pieces.append(_Piece(number, page, said, bold=bold))
            continue
        pieces.append(_Piece(number, page, cells=[(plain(c), 1, 1) for c in cells]))
    return pieces


class _TableParser(HTMLParser):
    """Rows and loose text of an HTML file, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[_Piece] = []
        self._row: list[tuple[str, int, int]] | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._loose: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._flush()
        elif tag == "tr":
            self._row = []
        elif tag in ("td", "th"):
            given = dict(attrs)
            self._cell = []
            self._spans = (_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag in ("br", "p", "div", "li"):
            self._say("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None and self._row is not None:
            self._row.append((plain("".join(self._cell)), *self._spans))
            self._cell = None
        elif tag == "tr" and self._row is not None:
            self.pieces.append(_Piece(self.getpos()[0], 1, cells=self._row))
            self._row = None
        elif tag in ("p", "div", "h1", "h2", "h3", "h4"):
            self._flush(bold=tag.startswith("h")) if self._cell is None else self._say("\n")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, text: str) -> None:
        (self._loose if self._cell is None else self._cell).append(text)

    def _flush(self, bold: bool = False) -> None:
        for line in plain("".join(self._loose)).split("\n"):
            self.pieces.append(_Piece(self.getpos()[0], 1, line, bold=bold))
        self._loose = []

    def close(self) -> None:
        super().close()
        self._flush()


def _span(value: str | None) -> int:
    return min(max(int(value), 1), 200) if value and re.fullmatch("[0-9]{1,6}", value) else 1


def _html_pieces(text: str) -> list[_Piece]:
    parser = _TableParser()
    parser.feed(re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.I | re.S))
    parser.close()
    return parser.pieces


@dataclass(slots=True)
class _Building:
    columns: int
    rows: list[_Piece] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)


def _blocks(pieces: list[_Piece]) -> list[Paragraph | Table]:
    """Rows gathered to tables, lines to paragraphs; blank lines inside a table part its pages."""
    blocks: list[Paragraph | _Building] = []
    current: _Building | None = None
    parted = False
    for piece in pieces:
        if piece.cells is None:
            if piece.text:
                current = None
                blocks.append(_paragraph(piece))
            parted = True
            continue
        width = sum(c[2] for c in piece.cells)
        if current is None or (width != current.columns and parted):
            current = _Building(width)
            blocks.append(current)
        elif _repeats(current.rows[0], piece):
            parted = True
            continue
        if parted and current.rows:
            current.starts.add(len(current.rows))
        current.columns = max(current.columns, width)
        current.rows.append(piece)
        parted = False
    done: list[Paragraph | Table] = []
    for block in blocks:
        number = sum(isinstance(b, Table) for b in done)
        done.append(_table(block, number) if isinstance(block, _Building) else block)
    return done


def _repeats(header: _Piece, row: _Piece) -> bool:
    """Whether a row prints the table's first row again (OCR reads it a little differently)."""
    a = "|".join(c[0] for c in header.cells or ())
    b = "|".join(c[0] for c in row.cells or ())
    if len(a) < 12 or re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return False
    return Levenshtein.normalized_similarity(a, b) >= 0.8


def _paragraph(piece: _Piece) -> Paragraph:
    place = Place(piece.page, _NOWHERE, None, piece.line, None)
    line = Line(piece.text, _NOWHERE, 0.0, piece.bold, piece.page)
    return Paragraph(piece.text, place, (line,), 0.0, piece.bold)


def _table(built: _Building, number: int) -> Table:
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for r, piece in enumerate(built.rows):
        column = 0
        for text, row_span, column_span in piece.cells or ():
            while (r, column) in taken:
                column += 1
            taken |= {
                (y, x) for y in range(r, r + row_span) for x in range(column, column + column_span)
            }
            place = Place(piece.page, _NOWHERE, number, piece.line, column)
            lines = tuple(Line(t, _NOWHERE, page=piece.page) for t in text.split("\n") if t)
            span = min(row_span, len(built.rows) - r)
            cells.append(Cell(r, column, span, column_span, text, (place,), lines))
            column += column_span
    rows = tuple(Row(p.page, starts_part=i in built.starts) for i, p in enumerate(built.rows))
    width = max((c.column + c.column_span for c in cells), default=built.columns)
    place = Place(built.rows[0].page, _NOWHERE, number, built.rows[0].line)
    return Table(number, width, rows, tuple(cells), 0, (place,))
