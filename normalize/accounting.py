"""The ledger of a document: what became of every character that was read.

Each visible character of a page is part of a fact, a heading, a header, page furniture, running
text, something left aside for a reason, or something a finding speaks of. What is none of these is
``unaccounted``: the reader passed over it in silence, and the share of it says how much to trust a
report's completeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.model import Cell, Document, Paragraph, Place
from normalize.model import Coverage, Report
from normalize.names.phrases import role_of
from normalize.names.sections import read_heading
from normalize.rows.record import BodyCell
from normalize.tables import ReadTable
from normalize.understrips import STRIP
from normalize.words.text import clean, squeeze

#: Every use a character can have, in the order of the ledger.
USES = (
    "fact", "heading", "header", "furniture", "prose", "ignored", "finding", "unaccounted",
)  # fmt: skip
# Tables whose facts were read.
_READ = frozenset(("measures", "scores", STRIP))
# Columns that say what a row is about, and columns whose cells are facts themselves.
_LABELS = frozenset("item code indicator subindicator instrument year".split())
_STATING = frozenset(
    "score weakness measure output awareness result responsible deadline monitoring".split()
)
_Key = tuple[int, int | None, int | None, int | None]


def account(document: Document, reads: Sequence[ReadTable], report: Report) -> tuple[Coverage, ...]:
    """Count the visible characters of a document by page and use."""
    books = _Books(report)
    counts: Counter[tuple[int, str]] = Counter()
    seen: set[_Key] = set()
    for read in reads:
        # A form made of lines of text is counted as paragraphs.
        for cell, use in books.of_table(read) if read.table.number >= 0 else ():
            seen.add(_key(cell.places[0]))
            counts[cell.places[0].page, use] += _letters(cell.text)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            counts[block.place.page, books.of_paragraph(block)] += _letters(block.text)
            continue
        # What turning a form into rows left out: the labels printed again with every form.
        for cell in block.cells:
            if cell.text.strip() and cell.places and _key(cell.places[0]) not in seen:
                use = "header" if role_of(cell.text) is not None else "unaccounted"
                counts[cell.places[0].page, use] += _letters(cell.text)
    ledger = sorted(counts.items(), key=lambda c: (c[0][0], USES.index(c[0][1])))
    return tuple(Coverage(page, use, number) for (page, use), number in ledger if number)


def share_accounted(coverage: Sequence[Coverage]) -> float | None:
    """The share of a document's characters that have a use; ``None`` where there are none."""
    total = sum(c.characters for c in coverage)
    lost = sum(c.characters for c in coverage if c.use == "unaccounted")
    return 1 - lost / total if total else None


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _key(place: Place) -> _Key:
    return place.page, place.table, place.row, place.column


class _Books:
    """Tells the use of paragraphs and cells by the places that facts and findings name."""

    def __init__(self, report: Report) -> None:
        sources = [m.source for s in report.scores for m in s.mentions]
        sources += [source for m in report.measures for _, source in m.sources]
        sources += [w.source for w in report.weaknesses]
        self._words = "\n".join(squeeze(clean(source.raw)) for source in sources)
        self._facts = {_key(s.place) for s in sources}
        self._findings = {_key(f.place) for f in report.findings if f.place is not None}
        self._ignored = {_key(s.place) for _, s in report.ignored}
        self._title = clean(report.meta.title or "")

    def of_paragraph(self, paragraph: Paragraph) -> str:
        text = clean(paragraph.text)
        if paragraph.furniture:
            return "furniture"
        if _key(paragraph.place) in self._facts:
            return "fact"
        if (text and text in self._title) or read_heading(text) is not None:
            return "heading"
        return "prose"

    def of_table(self, read: ReadTable) -> list[tuple[Cell, str]]:
        """Every cell that says something, with its use."""
        cells = [c for c in read.table.cells if c.text.strip() and c.places]
        if read.kind == "unknown-table":
            return [(c, "finding") for c in cells]
        if read.kind not in _READ or _key(read.table.places[0]) in self._ignored:
            return [(c, "ignored") for c in cells]
        stating = {row for c in cells if _key(c.places[0]) in self._facts for row in c.rows}
        doubted = {row for c in cells if _key(c.places[0]) in self._findings for row in c.rows}
        # Columns of which a finding speaks as a whole, at their first cell.
        spoken = {
            c.column for c in read.table.cells if c.places and _key(c.places[0]) in self._findings
        }
        records = {r.index: r for r in read.body.records}
        joined = _words_by_column(read)
        bands = {_key(r.unit_band.places[0]) for r in read.body.records if r.unit_band is not None}
        names = [c for c in cells if c.row < read.columns.header_rows]
        found = []
        for cell in cells:
            record = records.get(cell.row)
            key = _key(cell.places[0])
            if key in self._facts:
                use = "fact"
            elif cell.row < read.columns.header_rows or read.table.rows[cell.row].repeats_header:
                use = "header"
            elif key in self._ignored:
                use = "ignored"
            elif key in bands:
                use = "heading"
            elif record is None and (other := _of_no_row(cell, names, joined)) is not None:
                use = other
            elif record is not None and (
                record.heading is not None or _is_section(cell, record.section_cell)
            ):
                use = "heading"
            else:
                role = read.columns.columns[cell.column].role
                use = self._by_role(cell, role, stating, doubted, spoken)
            found.append((cell, use))
        return found

    def _by_role(
        self, cell: Cell, role: str | None, stating: set[int], doubted: set[int], spoken: set[int]
    ) -> str:
        if role is not None and role not in _LABELS | _STATING:
            return "ignored"
        if role in _LABELS and any(row in stating for row in cell.rows):
            return "fact"
        if role in _STATING and squeeze(clean(cell.text)) in self._words:
            return "fact"
        if any(row in doubted for row in cell.rows) or (role is None and cell.column in spoken):
            return "finding"
        return "unaccounted"


def _of_no_row(cell: Cell, names: Sequence[Cell], joined: Sequence[str]) -> str | None:
    """The use of a cell whose row is none of its own, where it says what others say."""
    said = squeeze(clean(cell.text))
    if any(c.column == cell.column and squeeze(clean(c.text)) == said for c in names):
        # The names of the columns once more, below a band or a page end.
        return "header"
    # Its words stand in a row it was joined to.
    return "fact" if said in joined[cell.column] else None


def _words_by_column(read: ReadTable) -> list[str]:
    """What the records of a table say in each column, white space aside, a line per record."""
    return [
        "\n".join(
            squeeze(cell.text)
            for record in read.body.records
            if (cell := record.cells.get(column)) is not None
        )
        for column in range(len(read.columns.columns))
    ]


def _is_section(cell: Cell, section: BodyCell | None) -> bool:
    return section is not None and section.places == cell.places
