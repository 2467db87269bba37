"""A content file's list of printed parts -> a layout of paragraphs, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.samples.codebook import book
from tests.samples.content import Content
from tests.samples.grid import MeasureGrid
from tests.samples.model import Block, Cell, Layout, NewPage, Paragraph, Picture, Row, Table
from tests.samples.numerals import expand
from tests.samples.wording import Wording


def layout(content: Content) -> Layout:
    """The whole report, ready to be written."""
    page = content.raw.get("page", {})
    builder = _Body(content)
    return Layout(
        orientation=page.get("orientation", "landscape"),
        font=page.get("font", "Laksaman"),
        size=float(page.get("size", 13)),
        leading=float(page.get("leading", 1.2)),
        margin=float(page.get("margin", 15)),
        blocks=tuple(builder.block(part) for part in content.raw["body"]),
    )


class _Body:
    def __init__(self, content: Content) -> None:
        self._content = content
        self._wording = Wording(content)

    def block(self, raw: Mapping[str, Any]) -> Block:
        if "text" in raw:
            return Paragraph(self._wording.fill(raw["text"]), raw.get("style", "text"))
        if "measures" in raw:
            wanted = raw["measures"].get("indicators")
            sections = [s for s in self._content.sections if not wanted or s.indicator in wanted]
            return MeasureGrid(self._wording, raw["measures"]).table(sections)
        if "table" in raw:
            return self._table(raw["table"])
        if "picture" in raw:
            return Picture(self._wording.fill(raw["picture"]), raw["width"])
        return NewPage(raw["page"])

    def _table(self, raw: Mapping[str, Any]) -> Table:
        rows: list[Row] = []
        for part in raw["rows"]:
            rows += self._rows(part)
        return Table(
            widths=tuple(raw["widths"]),
            header=tuple(self._row(row, head=True) for row in raw.get("header", [])),
            rows=tuple(rows),
            rules=raw.get("rules", "all"),
            repeat_header=raw.get("repeat_header", True),
            whole_rows=raw.get("whole_rows", False),
            header_shade=raw.get("header_shade", "#e7e6e6"),
            size=raw.get("size"),
            width=raw.get("width", 100.0),
        )

    def _rows(self, part: Any) -> Iterator[Row]:
        if isinstance(part, list):
            yield self._row(part)
            return
        for position, code in enumerate(self._codes(part["for"]), part.get("first", 1)):
            yield self._row(part["row"], code=code, position=position)

    def _codes(self, wanted: str) -> Sequence[str]:
        if wanted in ("indicators", "subindicators", "indicators and subindicators"):
            levels = [name.rstrip("s") for name in wanted.split(" and ")]
            found = [e.code for e in book(self._content.year).values() if e.level in levels]
            return sorted(found, key=lambda code: [int(part) for part in code.split(".")])
        return expand(wanted)

    def _row(
        self, raw: Sequence[Any], head: bool = False, code: str = "", position: int = 0
    ) -> Row:
        return tuple(self._cell(cell, head, code, position) for cell in raw)

    def _cell(self, raw: Any, head: bool, code: str, position: int) -> Cell:
        cell: Mapping[str, Any] = {"t": raw} if isinstance(raw, str) else raw
        return Cell(
            text=self._wording.fill(cell["t"], code, position),
            rows=cell.get("r", 1),
            columns=cell.get("c", 1),
            align=cell.get("a", "center" if head else "left"),
            bold=cell.get("b", head),
            shade=cell.get("shade", ""),
        )
