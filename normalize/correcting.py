"""Puts a person's corrections in the place of what was read, and says so in the findings.

Each kind of fact is corrected at the step where it is settled, so that everything derived from it
(totals, dates, section names, the level of a code) follows. The raw text of a fact never changes:
the database shows what is printed, what was made of it, and who said otherwise. What a correction
may say is checked in :mod:`normalize.corrections`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import regex

from normalize.codebook import code_order
from normalize.corrections import CELL_FIELDS, REPORT_FIELDS, Correction, date_of
from normalize.facts.scores import Stated
from normalize.model import Finding, Measure, Meta, Source, Step, Weakness
from normalize.rows.items import CodedBody, CodedEntry
from normalize.words.text import clean, none_if_empty, squeeze
from normalize.words.values import find_units, monitoring_months, split_steps

_STEPS = ("measure", "result", "output")


class Corrector:
    """The corrections of one file, and what became of each.

    Args:
        sha256: which file is being read.
        rows: corrections of any files; those of others are not looked at.
    """

    def __init__(self, sha256: str, rows: Iterable[Correction] = ()) -> None:
        self._rows = [row for row in rows if row.file_sha256 == sha256]
        self._used: set[int] = set()
        self._noted: set[tuple[int, Source | None]] = set()
        self._findings: list[Finding] = []

    def findings(self) -> list[Finding]:
        """What was corrected, and an error for every row that matched nothing."""
        unmatched = [
            Finding(
                "error",
                "correction-unmatched",
                f"The correction of {row.field} on page {row.page} ({row.where}) matches nothing "
                f"that was read from '{row.raw[:80]}'; correct the row or remove it",
                page=row.page,
                raw=row.raw,
            )
            for row in self._rows
            if id(row) not in self._used
        ]
        return [*self._findings, *unmatched]

    def agency(self, code: str | None) -> str | None:
        """Whose report it is, before scores of several agencies are told apart."""
        for row in self._of_report("agency", code):
            return row.corrected
        return code

    def assessment_year(self, year: int | None, basis: str | None) -> tuple[int | None, str | None]:
        """The year the scores come from, before codes are decided with its book."""
        for row in self._of_report("assessment_year", year):
            return int(row.corrected), "stated"
        return year, basis

    def codes(self, coded: CodedBody) -> CodedBody:
        """Item codes that were decided wrongly, before anything is read beside them."""
        if not any(row.code for row in self._rows):
            return coded
        for record in coded.body.records:
            cell = record.item_cell
            if cell is not None and record.index in coded.entries:
                entries = coded.entries[record.index]
                coded.entries[record.index] = [self._coded(e, cell.source, coded) for e in entries]
        return coded

    def _coded(self, entry: CodedEntry, source: Source, coded: CodedBody) -> CodedEntry:
        for row in self._rows:
            if row.code in entry.codes and _at(row, source) and _holds(entry.entry.text, row.raw):
                codes = {c for c in entry.codes if c != row.code} | set(row.codes)
                self._note(row, source, str(row.code))
                # What was doubtful about the code is settled now.
                text = entry.entry.text[:200]
                coded.findings = [f for f in coded.findings if f.raw != text]
                return replace(
                    entry,
                    codes=tuple(sorted(codes, key=code_order)),
                    inferred=False,
                    confidence=None,
                )
        return entry

    def stated(self, stated: Sequence[Stated]) -> list[Stated]:
        """Printed numbers, before they are gathered to scores."""
        found = []
        for one in stated:
            row = next((r for r in self._rows if _is_score(r, one)), None)
            if row is None:
                found.append(one)
                continue
            self._note(row, one.source, str(one.value))
            if row.corrected:
                found.append(replace(one, value=Decimal(row.corrected)))
        return found

    def measures(self, measures: Sequence[Measure]) -> list[Measure]:
        """Measures with their cells corrected and the values in them read again."""
        return [self._measure(measure) for measure in measures] if self._rows else [*measures]

    def _measure(self, measure: Measure) -> Measure:
        for row in self._rows:
            if row.field not in CELL_FIELDS:
                continue
            source = next((s for f, s in measure.sources if f == row.field and _at(row, s)), None)
            if source is not None and _holds(source.raw, row.raw):
                self._note(row, source, row.raw)
                measure = _corrected(measure, row)
        return measure

    def weaknesses(self, weaknesses: Sequence[Weakness]) -> list[Weakness]:
        """Weakness cells with their text corrected; one that says nothing any more is left out."""
        found = []
        for one in weaknesses:
            text: str | None = one.text
            for row in self._rows:
                if row.field == "weakness" and _at(row, one.source) and _holds(one.text, row.raw):
                    self._note(row, one.source, row.raw)
                    text = _with(text, row)
            if text is not None:
                found.append(replace(one, text=text))
        return found

    def meta(self, meta: Meta) -> Meta:
        """What the report says of itself, corrected."""
        for field in REPORT_FIELDS:
            name = "agency_code" if field == "agency" else field
            if field == "assessment_year":
                continue
            for row in self._of_report(field, getattr(meta, name)):
                value = int(row.corrected) if field.endswith("_year") else row.corrected
                change: dict[str, Any] = {name: value}
                meta = replace(meta, **change)
        return meta

    def _of_report(self, field: str, value: object) -> list[Correction]:
        """The rows for a fact of the whole report that was read as this value."""
        was = "" if value is None else str(value)
        rows = [r for r in self._rows if r.field == field and clean(r.raw) == was]
        for row in rows:
            self._note(row, None, was or "nothing")
        return rows

    def _note(self, row: Correction, source: Source | None, was: str) -> None:
        self._used.add(id(row))
        if (id(row), source) in self._noted:
            return  # a cell merged over several rows is read in each of them
        self._noted.add((id(row), source))
        now = f"'{row.corrected}'" if row.corrected else "nothing"
        self._findings.append(
            Finding(
                "info",
                "corrected",
                f"{row.field}, read as '{was[:80]}', was corrected to {now} by {row.who}: "
                f"{row.reason}",
                source.place if source else None,
                source.place.page if source else row.page,
                source.raw if source else row.raw or None,
            )
        )


def _at(row: Correction, source: Source) -> bool:
    return source.place.page == row.page


def _holds(text: str, part: str) -> bool:
    """Whether a text holds a part, spaces and the kind of digits aside."""
    return squeeze(clean(part)) in squeeze(clean(text))


def _is_score(row: Correction, one: Stated) -> bool:
    if row.score is None:
        return False
    year, code = row.score
    return (
        code == one.code
        and year in (None, one.year)
        and _at(row, one.source)
        and _holds(one.source.raw, row.raw)
    )


def _with(text: str | None, row: Correction) -> str | None:
    """The text with what the row says in place of its raw part; ``None`` where nothing is left."""
    letters = squeeze(clean(row.raw))
    pattern = r"\s*".join(regex.escape(letter) for letter in letters)
    corrected = clean(row.corrected)
    return none_if_empty(regex.sub(pattern, lambda _: corrected, text or ""))


def _corrected(measure: Measure, row: Correction) -> Measure:
    """A measure with one cell corrected; what is printed (``*_raw``) stays as it is."""
    if row.field == "deadline":
        return replace(measure, deadline=date_of(row.corrected) if row.corrected else None)
    if row.field == "monitoring":
        return replace(measure, monitoring_months=monitoring_months(row.corrected))
    text = _with(getattr(measure, row.field), row)
    change: dict[str, Any] = {row.field: text}
    measure = replace(measure, **change)
    if row.field == "responsible":
        return replace(measure, units=find_units(text))
    if row.field in _STEPS:
        steps = [s for s in measure.steps if s.kind != row.field]
        steps += [Step(row.field, seq, step) for seq, step in enumerate(split_steps(text), 1)]
        return replace(measure, steps=tuple(sorted(steps, key=lambda s: _STEPS.index(s.kind))))
    return measure
