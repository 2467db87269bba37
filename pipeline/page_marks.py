"""What is drawn on a page of `ita inspect`: grid, merged cells, roles of columns, facts, findings.

Labels are Latin: codes, numbers, names of roles and kinds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.fonts.render_page import BLUE, GREEN, GREY, ORANGE, PURPLE, RED, TEAL, Colour, Mark
from extract.model import Box, Document, Place
from normalize.trace import Trace, TracedTable

LEGEND: tuple[tuple[str, Colour], ...] = (
    ("cell; role of the column", BLUE),
    ("merged cell: rows x columns", PURPLE),
    ("score", GREEN),
    ("measure (M) or weakness (W)", TEAL),
    ("section or header", GREY),
    ("ignored, or nothing read", ORANGE),
    ("finding", RED),
)
_COLOURS = {"score": GREEN, "measure": TEAL, "weakness": TEAL}


def marks_of(document: Document, trace: Trace, page: int) -> list[Mark]:
    """Everything to draw on one page, what matters most on top."""
    marks = list(_paragraphs(document, page))
    for one in trace.tables:
        marks += _grid(one, page)
    for one in trace.tables:
        marks += _rows(one, page)
        marks += _facts(one, page)
        marks += _roles(one, page)
    return [*marks, *_prose(trace, page), *_findings(trace, page)]


def _prose(trace: Trace, page: int) -> Iterator[Mark]:
    """Sentences that state facts, each with all of them."""
    labels: dict[Box, list[str]] = defaultdict(list)
    for fact in trace.prose:
        if fact.place.page == page:
            labels[fact.place.box].append(fact.label)
    for box, found in labels.items():
        label = ", ".join(dict.fromkeys(found))
        yield Mark(box, GREEN, _cut(label, box), filled=True, corner="bottom")


def _paragraphs(document: Document, page: int) -> Iterator[Mark]:
    for paragraph in document.paragraphs:
        if paragraph.place.page == page:
            label = "furniture" if paragraph.furniture else ""
            yield Mark(paragraph.place.box, GREY, label, width=0.4)


def _grid(one: TracedTable, page: int) -> Iterator[Mark]:
    for cell in one.cells:
        for place in (p for p in cell.places if p.page == page):
            if cell.row_span > 1 or cell.column_span > 1:
                yield Mark(
                    place.box,
                    PURPLE,
                    f"{cell.row_span}x{cell.column_span}",
                    width=1.6,
                    corner="top",
                )
            else:
                yield Mark(place.box, BLUE, width=0.8)


def _roles(one: TracedTable, page: int) -> Iterator[Mark]:
    """The role of each column, above the topmost cell that is in this column alone."""
    for number, column in enumerate(one.columns):
        tops = [
            place.box
            for cell in one.cells
            if cell.column == number and cell.column_span == 1
            for place in cell.places
            if place.page == page
        ]
        if tops:
            top = min(tops, key=lambda box: box.top)
            name = column.role or "?"
            label = f"{name} {column.year}" if column.year else name
            yield Mark(top, BLUE if column.role else ORANGE, label, width=0)


def _rows(one: TracedTable, page: int) -> Iterator[Mark]:
    """Rows that state nothing of their own, each with why."""
    if one.remark is not None:
        for place in (p for p in one.places if p.page == page):
            yield Mark(place.box, ORANGE, one.kind, filled=True)
        return
    for row in one.rows:
        boxes = [place.box for place in row.places if place.page == page]
        if row.remark is None or not boxes:
            continue
        plain = row.remark.startswith(("header", "section", "empty", "joined"))
        for box in boxes:
            yield Mark(box, GREY if plain else ORANGE, filled=True, width=0)
        if row.remark.startswith("section"):
            yield Mark(
                boxes[0], GREY, row.remark.removeprefix("section: "), width=0, corner="bottom"
            )


def _facts(one: TracedTable, page: int) -> Iterator[Mark]:
    """Cells that facts were read from, with all that was read from each."""
    places: dict[tuple[Place, ...], list[tuple[str, str]]] = defaultdict(list)
    by_place = {cell.places[0]: cell.places for cell in one.cells if cell.places}
    for row in one.rows:
        for fact in row.facts:
            places[by_place.get(fact.place, (fact.place,))].append((fact.kind, fact.label))
    for found, facts in places.items():
        for place in (p for p in found if p.page == page):
            scores = [label for kind, label in facts if kind == "score"]
            others = [label for kind, label in facts if kind != "score"]
            colour = _COLOURS[facts[0][0]] if not scores else GREEN
            label = ", ".join([*scores, *_short(others)])
            yield Mark(place.box, colour, _cut(label, place.box), filled=True, corner="bottom")


def _short(labels: Sequence[str]) -> list[str]:
    """``M1 weakness``, ``M2 weakness``, ``W1`` as ``M1 M2 weakness``, ``W1``."""
    fields: dict[str, list[str]] = defaultdict(list)
    for label in labels:
        number, _, field = label.partition(" ")
        fields[field].append(number)
    return [f"{' '.join(numbers)} {field}".rstrip() for field, numbers in fields.items()]


def _cut(label: str, box: Box) -> str:
    """A label no wider than its cell: the rest is in the table beside the picture."""
    most = max(8, int(box.width / 3.6))
    return label if len(label) <= most else f"{label[: most - 2]}.."


def _findings(trace: Trace, page: int) -> Iterator[Mark]:
    for finding in trace.findings:
        if finding.place is not None and finding.place.page == page:
            yield Mark(finding.place.box, RED, finding.kind, width=1.6)
