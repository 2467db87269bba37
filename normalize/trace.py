"""What each row of each table became, beside the report itself: for a person who asks why.

Nothing is decided here. The facts are those of the report, found again by the place they were read
from; columns and sections are those of :mod:`normalize.tables`. Printing and drawing are the
business of ``pipeline``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Cell, Document, Place
from normalize.correcting import Corrector
from normalize.corrections import Correction, bundled
from normalize.model import Finding, Report, Source
from normalize.rows.columns import Column
from normalize.rows.items import CodedBody, code_body
from normalize.rows.record import Record
from normalize.tables import ReadTable, read_tables
from normalize.understrips import with_strips_read

#: Why a table as a whole, or a row of one, states no fact, by what it was taken for.
REASONS = {
    "other-office": "table of another office, as the line above it says",
    "weights-table": "table of weights: its numbers are points",
    "level-table": "table of levels: its numbers are limits",
    "counts-table": "table of counts: its numbers are people",
    "budget-table": "table of money: what it is spent on is no measure by itself",
    "calendar-table": "calendar of the plan: when its steps are taken",
    "risk-table": "table of risks: its numbers are chances",
    "contents-table": "table of contents",
    "note-row": "note under the table",
    "unknown-table": "table not understood",
}
_Key = tuple[int, int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact read from a place: ``score``, ``measure`` or ``weakness``, and which in short."""

    kind: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class TracedRow:
    """A row of a table and what became of it.

    Attributes:
        page: where it begins.
        row: as printed on that page, from 0; ``None`` where it prints no cell of its own.
        section: the indicator or instrument it stands under.
        codes: the items it names.
        facts: what was read from cells that begin in it.
        continues: facts of merged cells that begin above it.
        remark: why it states nothing of its own, where it does not.
        findings: kinds of findings about it.
        text: its words.
        places: of its cells.
    """

    page: int
    row: int | None
    section: str | None
    codes: tuple[str, ...]
    facts: tuple[Fact, ...]
    continues: tuple[str, ...]
    remark: str | None
    findings: tuple[str, ...]
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class TracedTable:
    """A table (or one of several lists in one grid): its kind, its columns, its rows."""

    kind: str
    remark: str | None
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    rows: tuple[TracedRow, ...]
    places: tuple[Place, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({place.page for place in self.places}))


@dataclass(frozen=True, slots=True)
class Trace:
    """A document's tables with what they became; ``prose`` are facts outside tables."""

    tables: tuple[TracedTable, ...]
    prose: tuple[Fact, ...]
    findings: tuple[Finding, ...]


def trace(document: Document, report: Report, corrections: Sequence[Correction] = ()) -> Trace:
    """How a document became a report.

    Args:
        document: what was extracted.
        report: what it became, checks included.
        corrections: those the report was read with.
    """
    facts = _facts(report)
    corrector = Corrector(document.sha256, (*bundled(), *corrections))
    tables = []
    meta = report.meta
    reads, _ = with_strips_read(read_tables(document), meta.assessment_year, meta.agency_code)
    for read in reads:
        coded = None
        if read.kind in ("measures", "scores"):
            coded = corrector.codes(code_body(read.body, report.meta.assessment_year))
        tables.append(_Tracer(read, coded, report, facts).table())
    prose = [f for found in facts.values() for f in found if f.place.table is None]
    return Trace(tuple(tables), tuple(prose), report.findings)


def _key(place: Place) -> _Key:
    return place.page, place.table, place.row, place.column


def _facts(report: Report) -> dict[_Key, list[Fact]]:
    """The facts of a report by the cell they were read from."""
    found: dict[_Key, list[Fact]] = defaultdict(list)

    def note(kind: str, label: str, source: Source) -> None:
        found[_key(source.place)].append(Fact(kind, label, source.place))

    years = {s.fiscal_year for s in report.scores}
    for score in report.scores:
        year = f" ({score.fiscal_year})" if len(years) > 1 else ""
        for mention in score.mentions:
            note("score", f"{score.code} {mention.score}{year}", mention.source)
    for number, measure in enumerate(report.measures, start=1):
        for field, source in measure.sources:
            note("measure", f"M{number} {field}", source)
    for number, weakness in enumerate(report.weaknesses, start=1):
        note("weakness", f"W{number}", weakness.source)
    return found


class _Tracer:
    """Finds out what the rows of one table became."""

    def __init__(
        self,
        read: ReadTable,
        coded: CodedBody | None,
        report: Report,
        facts: dict[_Key, list[Fact]],
    ) -> None:
        self._read = read
        self._coded = coded
        self._facts = facts
        self._records = {record.index: record for record in read.body.records}
        self._ignored = {_key(source.place): why for why, source in report.ignored}
        self._findings: dict[tuple[int, int | None, int | None], list[str]] = defaultdict(list)
        for finding in report.findings:
            if finding.place is not None:
                place = finding.place
                self._findings[place.page, place.table, place.row].append(finding.kind)

    def table(self) -> TracedTable:
        table = self._read.table
        whole = self._ignored.get(_key(table.places[0]))
        remark = REASONS.get(whole, whole) if whole else None
        rows = tuple(self._row(index, remark) for index in range(len(table.rows)))
        kind = whole or self._read.kind
        columns = self._read.columns.columns
        return TracedTable(kind, remark, columns, table.cells, rows, table.places)

    def _row(self, index: int, remark: str | None) -> TracedRow:
        cells = [cell for cell in self._read.table.cells if index in cell.rows]
        own = [cell for cell in cells if cell.row == index]
        places = tuple(place for cell in own for place in cell.places)
        record = self._records.get(index)
        facts = tuple(f for cell in own for f in self._of(cell))
        above = dict.fromkeys(f.label for c in cells if c.row < index for f in self._of(c))
        findings = {(p.page, p.table, p.row): None for p in places}
        section = record.section if record else None
        return TracedRow(
            places[0].page if places else self._read.table.rows[index].page,
            places[0].row if places else None,
            (section.subindicator or section.indicator or section.instrument) if section else None,
            self._coded.codes([record]) if self._coded and record else (),
            facts,
            tuple(above),
            self._remark(index, record, own, bool(facts), remark),
            tuple(dict.fromkeys(kind for at in findings for kind in self._findings.get(at, ()))),
            " | ".join(" ".join(cell.text.split()) for cell in own if cell.text.strip()),
            places,
        )

    def _of(self, cell: Cell) -> list[Fact]:
        return self._facts.get(_key(cell.places[0]), []) if cell.places else []

    def _remark(
        self, index: int, record: Record | None, own: list[Cell], used: bool, table: str | None
    ) -> str | None:
        """Why a row states nothing of its own."""
        if table is not None:
            return table
        if index < self._read.columns.header_rows:
            return "header"
        if self._read.table.rows[index].repeats_header:
            return "header printed again"
        keys = (_key(place) for cell in own for place in cell.places)
        ignored = next((self._ignored[key] for key in keys if key in self._ignored), None)
        if ignored is not None and not used:
            return REASONS.get(ignored, f"ignored: {ignored}")
        if record is None:
            return "joined to the row above"
        if record.heading is not None:
            name = record.heading.subindicator or record.heading.indicator
            what = f"indicator {name}" if name else str(record.heading.instrument)
            return f"section: {what}"
        if used:
            return None
        if not any(cell.text.strip() for cell in own):
            return "empty, or all of its cells begin above"
        return "nothing was read from it"
