"""The records of a table's body: rows with their cells, sections and items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.model import Place
from normalize.model import Source
from normalize.names.codes import Entry
from normalize.names.sections import Heading
from normalize.rows.columns import Columns
from normalize.words.text import none_if_empty


@dataclass(slots=True)
class BodyCell:
    """A cell of the body; ``text`` is cleaned, ``raw`` as extracted; ``rows`` records it covers."""

    column: int
    columns: int
    text: str
    raw: str
    places: tuple[Place, ...]
    first: int
    last: int

    @property
    def source(self) -> Source:
        return Source(self.places[0], self.raw)


@dataclass(slots=True)
class Record:
    """One row of the body: its section and its cells by column (merged cells in each row)."""

    index: int
    heading: Heading | None = None
    section: Heading | None = None
    cells: dict[int, BodyCell] = field(default_factory=dict)
    starts_part: bool = False
    entries: list[Entry] = field(default_factory=list)
    item_cell: BodyCell | None = None
    section_cell: BodyCell | None = None
    unit_band: BodyCell | None = None

    def own(self, column: int) -> BodyCell | None:
        """The cell of a column if it begins in this record and says something."""
        cell = self.cells.get(column)
        return cell if cell is not None and cell.first == self.index and cell.text else None

    def pages(self) -> Iterator[int]:
        for cell in self.cells.values():
            yield from (p.page for p in cell.places)


@dataclass(slots=True)
class Body:
    """The records of a table in order, and the cells that joined another record's.

    ``notes``: rows for signatures and remarks, and headers missed, which are no records.
    """

    columns: Columns
    records: list[Record]
    conflicts: list[tuple[str, Source]] = field(default_factory=list)
    notes: list[Source] = field(default_factory=list)


def said(cell: BodyCell | None) -> str | None:
    """The text of a cell, ``None`` where it prints nothing."""
    return none_if_empty(cell.text) if cell is not None else None
