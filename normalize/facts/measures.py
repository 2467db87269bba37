"""Measures and weaknesses out of a measures table.

A measure is a row of the table as a reader counts them: a filled measure cell with everything
beside it. A cell merged over several items, or left blank below the first inside one indicator, is
one measure for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from normalize.codebook import nearest_book
from normalize.facts.drafts import BESIDE, Draft, cells_of, drafts_of
from normalize.facts.weakcells import weakness_told
from normalize.model import Finding, Measure, Score, Step, Weakness
from normalize.names.cues import cues_in
from normalize.names.phrases import names_role
from normalize.rows.borrowing import indicators_borrowed
from normalize.rows.columns import Columns
from normalize.rows.items import CodedBody, indicator_of, indicators_shown
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.patterns import compiled
from normalize.words.text import none_if_empty
from normalize.words.values import (
    deadline_of,
    find_units,
    monitoring_months,
    split_steps,
)

# "มาตรการทั้งหมด 11 มาตรการ" says how many there are, and none of them; so does their year.
_COUNT = compiled(
    r"(?:จำนวน|รวม)?\s*[0-9]{1,4}\s*(?:มาตรการ|กิจกรรม|โครงการ|แนวทาง|แผน|ข้อ|เรื่อง)\s*"
    r"|\s*(?:ปี\s*)?(?:งบประมาณ\s*)?(?:พ\.?\s?ศ\.?\s*)?25[4-9][0-9]\s*"
)


@dataclass(slots=True)
class MeasureFacts:
    """What measures tables stated; ``bodies`` are all tables that were read for it."""

    measures: list[Measure] = field(default_factory=list)
    weaknesses: list[Weakness] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    bodies: list[CodedBody] = field(default_factory=list)


def read_measures(coded: CodedBody, year: int | None) -> MeasureFacts:
    """All measures and weaknesses of a table whose columns hold a measure."""
    facts = MeasureFacts()
    for draft in drafts_of(coded, year):
        measure = _measure(draft, coded, year)
        if measure is not None:
            facts.measures.append(measure)
    facts.weaknesses = _weaknesses(coded, year)
    return facts


def place_shown(facts: MeasureFacts, year: int | None) -> None:
    """Give measures and weaknesses the indicator that other tables show their items under.

    Where a year has a code book, that has told it already; failing both, the book of a year that
    asked the same.
    """
    shown = indicators_shown(facts.bodies)
    lacking = [*(m for m in facts.measures if m.indicator is None and m.codes)]
    lent = indicators_borrowed(facts.bodies, year)
    facts.measures = [
        replace(m, indicator=m.indicator or _one(m.codes, shown) or _one(m.codes, lent))
        for m in facts.measures
    ]
    facts.weaknesses = [
        replace(w, indicator=w.indicator or _one(w.codes, shown) or _one(w.codes, lent))
        for w in facts.weaknesses
    ]
    count = sum(_one(m.codes, shown) is None and _one(m.codes, lent) is not None for m in lacking)
    if count and year is not None:
        message = (
            f"There is no code book for {year}; {count} measures are placed under the indicators "
            f"of their items in {nearest_book(year)}, whose items are printed here word for word"
        )
        facts.findings.append(Finding("info", "indicator-borrowed", message, page=1))


def _one(codes: Sequence[str], shown: Mapping[str, str]) -> str | None:
    named = {shown.get(code) for code in codes}
    return named.pop() if len(named) == 1 else None


def _text(cells: list[BodyCell]) -> str | None:
    return none_if_empty("\n".join(c.text for c in cells))


def _measure(draft: Draft, coded: CodedBody, year: int | None) -> Measure | None:
    columns = coded.body.columns
    by_role = {
        role: cells_of(draft.records, columns.where(role) or _told_too(draft, columns, role))
        for role in ("measure", "weakness", *BESIDE)
    }
    item_cell, band = draft.records[0].item_cell, draft.records[0].unit_band
    if band is not None:
        by_role["responsible"] = [band]
    weak = ((c, weakness_told(c, item_cell)) for c in by_role["weakness"])
    by_role["weakness"] = [replace(c, text=told) for c, told in weak if told]
    codes = coded.codes(draft.records)
    texts = {role: _text(cells) for role, cells in by_role.items()}
    counted = _COUNT.fullmatch(texts["measure"] or "") is not None
    if counted or not any(texts[r] for r in ("measure", *BESIDE)):
        return None
    pages = _pages(draft, by_role)
    sources = [(role, c.source) for role, cells in by_role.items() for c in cells]
    if item_cell is not None:
        sources.insert(0, ("codes", item_cell.source))
    raw_deadline, deadline = _deadline(texts["deadline"], by_role["deadline"])
    return Measure(
        indicator=indicator_of(codes, draft.records[0], year),
        codes=codes,
        weakness=texts["weakness"],
        measure=texts["measure"],
        output=texts["output"],
        awareness=texts["awareness"],
        result=texts["result"],
        responsible=texts["responsible"],
        units=find_units(texts["responsible"]),
        deadline=deadline,
        deadline_raw=raw_deadline,
        monitoring_months=monitoring_months(texts["monitoring"]),
        monitoring_raw=texts["monitoring"],
        steps=_steps(texts),
        page_first=pages[0],
        page_last=pages[-1],
        sources=tuple(sources),
    )


def _told_too(draft: Draft, columns: Columns, role: str) -> tuple[int, ...]:
    """Columns whose header says that they hold deadlines or intervals too, and do.

    A column of reviews may name the days of them, which are no deadlines.
    """
    if role not in ("deadline", "monitoring"):
        return ()
    read = deadline_of if role == "deadline" else monitoring_months
    beside = ("responsible", "deadline") if role == "monitoring" else ("responsible",)
    heads = {i: columns.columns[i].header for i in columns.where(*beside)}
    named = (i for i, head in heads.items() if names_role(head, role) or role in cues_in(head))
    return tuple(i for i in named if any(read(c.text) for c in cells_of(draft.records, (i,))))


def _pages(draft: Draft, by_role: dict[str, list[BodyCell]]) -> list[int]:
    """Pages on which the measure's own cells stand, in order."""
    own = {r.index for r in draft.records}
    return sorted(
        p.page
        for role in ("measure", *BESIDE)
        for c in by_role[role]
        for p in c.places
        if c.first in own
    ) or sorted(draft.records[0].pages())


def _deadline(text: str | None, cells: list[BodyCell]) -> tuple[str | None, str | None]:
    raw = none_if_empty("\n".join(c.raw for c in cells))
    return (raw, deadline_of(text)) if text else (None, None)


def _steps(texts: dict[str, str | None]) -> tuple[Step, ...]:
    return tuple(
        Step(kind, seq, step)
        for kind in ("measure", "result", "output")
        for seq, step in enumerate(split_steps(texts[kind]), 1)
    )


def _weaknesses(coded: CodedBody, year: int | None) -> list[Weakness]:
    # What stands across the whole table heads it.
    wide = max(2, len(coded.body.columns.columns))
    rows: dict[int, tuple[str, BodyCell, list[Record]]] = {}
    above: Record | None = None
    for record in coded.body.records:
        if record.heading is not None:
            above = None
            continue
        if above is None or not _only_items(record, coded.body) or above.section != record.section:
            above = record
        for column in coded.body.columns.where("weakness"):
            cell = above.cells.get(column)
            if cell is None or cell.columns >= wide:
                continue
            if text := weakness_told(cell, record.item_cell):
                rows.setdefault(id(cell), (text, cell, []))[2].append(record)
    return [
        Weakness(c := coded.codes(own), indicator_of(c, own[0], year), text, cell.source)
        for text, cell, own in rows.values()
    ]


def _only_items(record: Record, body: Body) -> bool:
    """Whether a row at the top of a page names items and says nothing else.

    It is the rest of the row that the page end cut: what was said above is said of them too.
    """
    leads = body.columns.where("item", "code")
    said_in = [c for c in record.cells if record.own(c) is not None]
    return record.starts_part and bool(said_in) and all(c in leads for c in said_in)
