"""HTML of a report -> the layout that the office and Typst writers print.

Only what these reports use: paragraphs with a class, tables with spans, pictures, page ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.samples.heldout.marks import HtmlElement, fromstring, lines, plain
from tests.samples.model import Block, Cell, Layout, NewPage, Paragraph, Picture, Row, Table


def layout(html: str, meta: Mapping[str, Any]) -> Layout:
    """The report as paragraphs and tables in printing order."""
    body = fromstring(f"<div>{html}</div>")
    return Layout(
        orientation=meta.get("orientation", "portrait"),
        font=meta["font"],
        size=float(meta.get("size", 14)),
        leading=float(meta.get("leading", 1.2)),
        margin=float(meta.get("margin", 18)),
        blocks=tuple(_blocks(body)),
    )


def _blocks(body: HtmlElement) -> Iterator[Block]:
    for element in body:
        if element.tag == "table":
            yield _table(element)
        elif element.tag == "hr":
            yield NewPage(element.get("class", "portrait"))
        elif element.tag == "img":
            yield Picture(element.get("alt"), float(element.get("width", 40)))
        elif element.tag == "p":
            for line in lines(element):
                yield Paragraph(plain(line), element.get("class", "flush"))


def _table(element: HtmlElement) -> Table:
    header = [_row(row) for row in element.xpath("./thead/tr")]
    rows = [_row(row) for row in element.xpath("./tbody/tr | ./tr")]
    return Table(
        widths=tuple(float(width) for width in element.get("data-widths").split()),
        header=tuple(header),
        rows=tuple(rows),
        rules=element.get("class", "all"),
        repeat_header=element.get("data-repeat", "yes") == "yes",
        whole_rows=element.get("data-whole", "no") == "yes",
        header_shade=element.get("data-shade", ""),
        size=float(element.get("data-size")) if element.get("data-size") else None,
        width=float(element.get("data-width", 100)),
    )


def _row(row: HtmlElement) -> Row:
    return tuple(_cell(cell) for cell in row)


def _cell(cell: HtmlElement) -> Cell:
    pictures = cell.xpath(".//img/@alt")
    return Cell(
        text="\n".join(plain(line) for line in lines(cell)),
        rows=int(cell.get("rowspan", 1)),
        columns=int(cell.get("colspan", 1)),
        align="center" if "c" in cell.get("class", "").split() else "left",
        bold=cell.tag == "th" or "b" in cell.get("class", "").split(),
        picture=pictures[0] if pictures else "",
    )
