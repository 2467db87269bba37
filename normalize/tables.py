"""The tables of a document with their columns and bodies, and which of them hold facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Document, Paragraph, Table
from normalize.facts.boxes import is_row_of_cards
from normalize.names.codes import Entry, entries_of
from normalize.names.itemheads import items_headed, section_headed
from normalize.names.longcodes import with_short_codes
from normalize.names.sections import Heading, instruments_in_order, read_heading
from normalize.names.titles import known_title
from normalize.rows.bands import answer_unit, unit_above
from normalize.rows.columns import Columns
from normalize.rows.halves import answer_heading, read_body
from normalize.rows.record import Body, BodyCell
from normalize.rows.roles import read_columns
from normalize.shapes.abreast import side_by_side
from normalize.shapes.columnsabove import with_columns_above
from normalize.shapes.duties import without_reference
from normalize.shapes.footstrips import with_strips_as_lines
from normalize.shapes.headfirst import without_titles
from normalize.shapes.labelboxes import with_label_boxes_open
from normalize.shapes.labelled import with_forms
from normalize.shapes.labels import labelled
from normalize.shapes.listsbeside import lettered_lists
from normalize.shapes.overhead import (
    heading_of,
    with_items_as_headings,
    with_rows_over_apart,
)
from normalize.shapes.parting import parted
from normalize.shapes.rowwise import rowwise
from normalize.tablekinds import UNKNOWN, kind_of, settled
from normalize.words.text import clean

# Of a longer line that is not bold only the end speaks of the table below.
_HEAD = 160
_REFERRING = 120


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with its columns, its body and what it is for.

    ``heads``: the lines between the table before and this one, cleaned; of sentences their ends.
    ``above``: the paragraphs since the last table that is drawn; ``below``: the line right below.
    """

    table: Table
    columns: Columns
    body: Body
    kind: str
    heads: tuple[str, ...] = ()
    above: tuple[Paragraph, ...] = ()
    below: str = ""


@dataclass(slots=True)
class _Above:
    """What the lines above a table say of it.

    ``context`` is the last section named anywhere above, ``own`` the one that heads the table;
    ``instrument`` is what the line right above names and nothing narrower.
    """

    context: Heading | None = None
    own: Heading | None = None
    items: tuple[list[Entry], BodyCell] | None = None
    unit: BodyCell | None = None
    instrument: str | None = None
    heads: list[str] = field(default_factory=list)
    lines: list[Paragraph] = field(default_factory=list)
    named: list[Heading] = field(default_factory=list)

    def take(self, block: Paragraph) -> None:
        """One more line."""
        named = _item_heading(block)
        # The title of the item that the line above names by its code alone goes with it.
        title = self.items is not None and block.bold and known_title(clean(block.text))
        weak = self.items is not None and labelled(block.text, "weakness")
        heading = read_heading(section_headed(block.text)) if len(block.text) < 160 else None
        whole = self.items is not None and named is None and _is_whole_of(heading, self.items[0])
        if named or not (block.furniture or title or weak or whole):
            self.items = named
        if heading is not None and len(instruments_in_order(block.text)) > 1:
            # Of several instruments none is that of what stands below.
            self.context = None
        elif heading is not None and (block.bold or len(block.text) < 90):
            self.context = heading
            self.named.append(heading)
        if not block.furniture:
            narrow = heading is None or heading.indicator is not None
            self.instrument = None if narrow or heading is None else heading.instrument
            text = clean(block.text)
            self.unit = _paragraph_cell(block, text) if unit_above(text) else None
            self.lines.append(block)
            self.heads.append(text if block.bold or len(text) < _HEAD else text[-_HEAD:])

    def meet(self) -> None:
        """A table stands here: below another it goes on under the heading of that one."""
        if self.heads:
            self.own = _own_heading(self.named)

    def section(self, kind: str) -> Heading | None:
        """The section of a table of this kind."""
        scored = kind in ("scores", "level-table")
        return self.context if scored else self.own if kind == "measures" else None

    def leave(self) -> None:
        """The table has been read."""
        self.heads, self.unit, self.named = [], None, []


def read_tables(document: Document) -> list[ReadTable]:
    reads: list[ReadTable] = []
    above = _Above()
    last: Columns | None = None
    tables = with_rows_over_apart(with_columns_above(without_titles(parted(document.blocks))))
    tables = with_items_as_headings(with_strips_as_lines(tables))
    blocks = lettered_lists(with_forms(with_label_boxes_open(tables)))
    short = with_short_codes([b for b in blocks if isinstance(b, Table)])
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Paragraph):
            # Right above the next table such a line heads that one.
            if reads and not isinstance(following, Table) and not above.heads:
                _answer_below(reads[-1], block)
            above.take(block)
            continue
        above.meet()
        table = rowwise(short.pop(0), above.instrument)
        columns = read_columns(table, last)
        # A single row of cards is the beginning of no other table.
        if columns.known and (columns.header_rows or len(table.rows) > 1):
            last = columns
        for part, roles in side_by_side(table, columns):
            kind = UNKNOWN if is_row_of_cards(part) else kind_of(roles, part)
            body = read_body(part, roles, above.section(kind))
            kind = settled(kind, roles, body)
            if kind == "measures" and above.items is not None:
                answer_heading(body, *above.items)
            if kind == "measures" and above.unit is not None:
                answer_unit(body, above.unit)
            below = clean(following.text) if isinstance(following, Paragraph) else ""
            told = tuple(above.heads), tuple(above.lines), below
            reads.append(ReadTable(part, roles, body, kind, *told))
        above.leave()
        if block.number >= 0:
            # What a form of lines says stands among the lines as well.
            above.lines = []
        if (heading := heading_of(block)) is not None:
            above.take(heading)
    return reads


def _is_whole_of(heading: Heading | None, items: Sequence[Entry]) -> bool:
    """Whether a line below the heading of items says what these are part of.

    ``I10 ...`` over ``ตัวชี้วัด 4 การใช้ทรัพย์สินของราชการ``: the table below is the item's.
    """
    if heading is None or heading.indicator is None or heading.instrument is None:
        return False
    return all(e.token[:1] == heading.instrument[:1] for e in items)


def _own_heading(named: list[Heading]) -> Heading | None:
    """The heading of a measures table among those above it: the one that names an indicator.

    Several are a list, and none of them heads the table.
    """
    indicators = [h for h in named if h.indicator is not None]
    return indicators[0] if len(indicators) == 1 and named[-1] is indicators[0] else None


def _paragraph_cell(paragraph: Paragraph, text: str) -> BodyCell:
    return BodyCell(-1, 1, text, paragraph.text, (paragraph.place,), -1, -1)


def _item_heading(paragraph: Paragraph) -> tuple[list[Entry], BodyCell] | None:
    """The items that a heading right above a table names, as a cell."""
    text = items_headed(paragraph.text)
    if not text and len(clean(paragraph.text)) < _REFERRING:
        # "มาตรการที่ 1 (ข้อ I1, I2)" names them behind a few words.
        text = without_reference(clean(paragraph.text))[1] or ""
    entries = entries_of(text)
    return (entries, _paragraph_cell(paragraph, text)) if entries and text else None


def _answer_below(read: ReadTable, paragraph: Paragraph) -> None:
    """Give the measures of a table the sections that a labelled line right below it names."""
    said = labelled(paragraph.text, "responsible")
    if read.kind == "measures" and said:
        answer_unit(read.body, _paragraph_cell(paragraph, said))


def words_of(table: Table) -> str:
    return "\n".join(c.text for c in table.cells if c.text)
