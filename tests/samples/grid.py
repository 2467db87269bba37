"""Sections of items and measures -> the rows of a measures table, with its merged cells.

Which columns a table has, and in which order, is the content's choice: each column names a role,
and a role stands on the side of the items (``question``, ``weakness`` …) or of the measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.samples.content import Group, Line, Measure, Section, Statements
from tests.samples.model import Cell, Row, Table
from tests.samples.wording import Wording

LINE_ROLES = ("item", "code", "question", "score", "weakness", "count")
SECTION_ROLES = ("indicator", "indicator_score")


class MeasureGrid:
    """Builds one measures table of a report."""

    def __init__(self, wording: Wording, raw: Mapping[str, Any]) -> None:
        self._wording = wording
        self._raw = raw
        self._roles = [column["role"] for column in raw["columns"]]
        self._count = 0

    def table(self, sections: Sequence[Section]) -> Table:
        """The table of these sections."""
        raw = self._raw
        rows: list[Row] = []
        for section in sections:
            rows += [self._heading(text, section) for text in section.headings]
            rows += self._section(section)
        return Table(
            widths=tuple(float(column["width"]) for column in raw["columns"]),
            header=self._header(),
            rows=tuple(rows),
            rules=raw.get("rules", "all"),
            repeat_header=raw.get("repeat_header", True),
            whole_rows=raw.get("whole_rows", False),
            header_shade=raw.get("header_shade", "#e7e6e6"),
            size=raw.get("size"),
            width=raw.get("width", 100.0),
        )

    def _header(self) -> tuple[Row, ...]:
        if "header" in self._raw:
            return tuple(
                tuple(
                    Cell(c["t"], c.get("r", 1), c.get("c", 1), align="center", bold=True)
                    for c in row
                )
                for row in self._raw["header"]
            )
        heads = [column["head"] for column in self._raw["columns"]]
        return (tuple(Cell(head, align="center", bold=True) for head in heads),)

    def _heading(self, text: str, section: Section) -> Row:
        filled = self._wording.fill(text, section.indicator)
        shade = self._raw.get("heading_shade", "")
        return (Cell(filled, columns=len(self._roles), bold=True, shade=shade),)

    def _section(self, section: Section) -> Iterator[Row]:
        rows = [cells for group in section.groups for cells in self._group(group)]
        for index, cells in enumerate(rows):
            for column, role in enumerate(self._roles):
                if role in SECTION_ROLES and index == 0:
                    cells[column] = self._section_cell(role, section, len(rows))
            yield tuple(cells[column] for column in sorted(cells))

    def _section_cell(self, role: str, section: Section, rows: int) -> Cell:
        text = section.label if role == "indicator" else "{score}"
        align = "left" if role == "indicator" else "center"
        return Cell(self._wording.fill(text, section.indicator), rows=rows, align=align)

    def _group(self, group: Group) -> list[dict[int, Cell]]:
        lines, measures = group.lines, group.measures
        parts = measures[0].fields["result"] if group.split else Statements()
        height = max(len(lines), len(measures), len(parts.items), 1)
        rows: list[dict[int, Cell]] = [{} for _ in range(height)]
        for column, role in enumerate(self._roles):
            if role in SECTION_ROLES:
                continue
            texts = [self._line_cell(role, line) for line in lines]
            merged = True
            if role not in LINE_ROLES and not (role == "issue" and lines):
                texts = [self._measure_cell(role, measure) for measure in measures]
                merged = not group.blank
            if role == "result" and group.split:
                texts = [Cell(text) for text in self._list(parts).split("\n")]
            for index, cell in _spread(texts, height, merged):
                rows[index][column] = cell
        return rows

    def _line_cell(self, role: str, line: Line) -> Cell:
        fill = self._wording.fill
        if role == "weakness":
            return Cell(line.weakness)
        if role == "count":
            self._count += 1
            return Cell(self._wording.value("count", "", 0, self._count), align="center")
        if role in ("item", "issue"):
            return Cell(self._item(line))
        templates = {"code": "{code}", "question": "{title}", "score": "{score}"}
        template = templates.get(role, "")
        texts = [fill(template, code) for code in line.codes]
        return Cell("\n".join(texts), align="left" if role == "question" else "center")

    def _item(self, line: Line) -> str:
        raw = self._wording.content.raw
        form = line.form or raw.get("item_form", "{code} {title} ({score} คะแนน)")
        if line.span:
            return self._wording.fill(form)
        return "\n".join(self._wording.fill(form, code) for code in line.codes)

    def _measure_cell(self, role: str, measure: Measure) -> Cell:
        if role == "steps":
            return Cell(self._list(measure.steps))
        if role in ("output", "awareness", "result"):
            return Cell(self._list(measure.fields.get(role, Statements())))
        if role == "issue":
            return Cell(measure.issue)
        if role == "responsible":
            return Cell(measure.responsible)
        if role == "deadline":
            return Cell(measure.deadline[0] if measure.deadline else "")
        if role == "monitoring":
            return Cell(measure.monitoring[0] if measure.monitoring else "")
        if role == "picture":
            return Cell(picture=measure.picture, align="center")
        raise ValueError(f"{self._wording.content.name}: unknown column role {role!r}")

    def _list(self, statements: Statements) -> str:
        return "\n".join(
            self._wording.numbered(number, statements.mark) + text
            for number, text in enumerate(statements.items, start=statements.first)
        )


def _spread(cells: Sequence[Cell], height: int, merged: bool) -> Iterator[tuple[int, Cell]]:
    """Where the cells of one side stand in the group's rows, the last one merged to the end."""
    if not cells:
        cells = [Cell()]
        merged = False
    for index, cell in enumerate(cells):
        last = index == len(cells) - 1
        rows = height - index if last and merged else 1
        yield (
            index,
            Cell(cell.text, rows, cell.columns, cell.align, cell.bold, cell.shade, cell.picture),
        )
    if not merged:
        for index in range(len(cells), height):
            yield index, Cell()
