"""A report's facts as rows: pure functions from ``normalize.model.Report`` to dictionaries.

What a value means was settled before; here it is only given its table, its id and its place. Blank
text becomes NULL, and characters SQLite cannot hold or stops at become U+FFFD.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import Any

from sqlalchemy import Table

from extract.model import Box, Place
from load.errors import BrokenRule
from load.tables import (
    IDS_PER_DOCUMENT,
    arithmetic_check,
    arithmetic_check_code,
    doubtful_character,
    finding,
    ignored_text,
    measure,
    measure_item,
    measure_source,
    measure_unit,
    mention,
    page,
    page_repair,
    page_use,
    score,
    step,
    weakness,
    weakness_item,
)
from normalize.model import Measure, PageNote, Report, Score, Source

Row = dict[str, Any]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NO_BOX = {"x0": None, "top": None, "x1": None, "bottom": None}
_NO_PLACE = {"page": None, "table_no": None, "row_no": None, "column_no": None} | _NO_BOX


def stored_text(text: str | None) -> str | None:
    """The text as a database can hold it; ``None`` for a text that says nothing."""
    if text is None or not text.strip():
        return None
    return _UNSTORABLE.sub("\ufffd", text)


class FactRows:
    """The rows of one report's facts, by table, with ids that follow from their order.

    Args:
        document_id: the report's id.
        report: what to turn into rows.

    Raises:
        BrokenRule: the report has more facts of a kind than there are ids.
    """

    def __init__(self, document_id: int, report: Report) -> None:
        self._document_id = document_id
        self._score_ids: dict[tuple[int | None, str], int] = {}
        self.rows: dict[Table, list[Row]] = defaultdict(list)
        self._add_pages(report)
        for one_score in report.scores:
            self._add_score(one_score)
        for one_measure in report.measures:
            self._add_measure(one_measure)
        self._add_weaknesses(report)
        self._add_findings(report)
        self._add_checks(report)
        for reason, source in report.ignored:
            ignored_id = self._new_id(ignored_text)
            self._add(
                ignored_text,
                ignored_id=ignored_id,
                document_id=document_id,
                reason=stored_text(reason),
                **_source(source),
            )

    def _add(self, table: Table, **values: object) -> None:
        self.rows[table].append(values)

    def _new_id(self, table: Table) -> int:
        sequence = len(self.rows[table]) + 1
        if sequence >= IDS_PER_DOCUMENT:
            raise BrokenRule(
                f"more than {IDS_PER_DOCUMENT - 1} rows of {table.name} in one report;"
                " split the file"
            )
        return self._document_id * IDS_PER_DOCUMENT + sequence

    def _add_pages(self, report: Report) -> None:
        for note in report.pages:
            of_page = {"document_id": self._document_id, "page": note.page}
            self._add(
                page,
                **of_page,
                width=note.width or None,
                height=note.height or None,
                text_source=note.text_source,
                characters=note.characters,
                read_confidence=note.read_confidence,
                **_meter(note),
            )
            for rule, glyphs in note.repairs:
                self._add(page_repair, **of_page, rule=rule, glyphs=glyphs)
        for one in report.coverage:
            used = {"use": one.use, "characters": one.characters}
            self._add(page_use, document_id=self._document_id, page=one.page, **used)
        for seq, doubt in enumerate(report.doubts, start=1):
            self._add(
                doubtful_character,
                document_id=self._document_id,
                page=doubt.page,
                seq=seq,
                character=stored_text(doubt.text),
                second=stored_text(doubt.second),
                read_confidence=doubt.sure,
                **_box(doubt.box),
            )

    def _add_score(self, fact: Score) -> None:
        score_id = self._new_id(score)
        self._score_ids[fact.fiscal_year, fact.code] = score_id
        self._add(
            score,
            score_id=score_id,
            document_id=self._document_id,
            fiscal_year=fact.fiscal_year,
            level=fact.level,
            code=fact.code,
            title_th=stored_text(fact.title_th),
            score=float(fact.score),
            inferred=int(fact.inferred),
            confidence=fact.confidence,
            read_confidence=fact.read_confidence,
        )
        for seq, printing in enumerate(fact.mentions, start=1):
            self._add(
                mention,
                mention_id=self._new_id(mention),
                document_id=self._document_id,
                score_id=score_id,
                seq=seq,
                score=float(printing.score),
                printed_in=printing.where,
                **_source(printing.source),
            )

    def _add_measure(self, fact: Measure) -> None:
        measure_id = self._new_id(measure)
        texts = {
            name: stored_text(getattr(fact, name))
            for name in (
                "indicator",
                "weakness",
                "measure",
                "output",
                "awareness",
                "result",
                "responsible",
                "deadline",
                "deadline_raw",
                "monitoring_raw",
            )
        }
        self._add(
            measure,
            measure_id=measure_id,
            document_id=self._document_id,
            **texts,
            monitoring_months=fact.monitoring_months,
            page_first=fact.page_first,
            page_last=fact.page_last,
        )
        self._add_parts(measure_id, fact)

    def _add_parts(self, measure_id: int, fact: Measure) -> None:
        for code in fact.codes:
            self._add(measure_item, measure_id=measure_id, code=code)
        for unit in fact.units:
            self._add(measure_unit, measure_id=measure_id, unit=unit)
        for one in fact.steps:
            self._add(
                step, measure_id=measure_id, kind=one.kind, seq=one.seq, text=stored_text(one.text)
            )
        for seq, (field, source) in enumerate(fact.sources, start=1):
            self._add(
                measure_source,
                measure_source_id=self._new_id(measure_source),
                document_id=self._document_id,
                measure_id=measure_id,
                seq=seq,
                field=field,
                **_source(source),
            )

    def _add_weaknesses(self, report: Report) -> None:
        for fact in report.weaknesses:
            weakness_id = self._new_id(weakness)
            self._add(
                weakness,
                weakness_id=weakness_id,
                document_id=self._document_id,
                indicator=stored_text(fact.indicator),
                text=stored_text(fact.text),
                **_source(fact.source),
            )
            for code in fact.codes:
                self._add(weakness_item, weakness_id=weakness_id, code=code)

    def _add_findings(self, report: Report) -> None:
        for fact in report.findings:
            place = _place(fact.place) if fact.place else _NO_PLACE | {"page": fact.page}
            self._add(
                finding,
                finding_id=self._new_id(finding),
                document_id=self._document_id,
                severity=fact.severity,
                kind=fact.kind,
                message=stored_text(fact.message),
                raw=stored_text(fact.raw),
                **place,
            )

    def _add_checks(self, report: Report) -> None:
        for fact in report.checks:
            check_id = self._new_id(arithmetic_check)
            self._add(
                arithmetic_check,
                check_id=check_id,
                document_id=self._document_id,
                name=fact.name,
                fiscal_year=fact.fiscal_year,
                printed=float(fact.printed),
                computed=float(fact.computed),
                holds=int(fact.holds),
            )
            for position, code in enumerate(fact.codes, start=1):
                self._add(
                    arithmetic_check_code,
                    check_id=check_id,
                    position=position,
                    code=code,
                    score_id=self._score_ids.get((fact.fiscal_year, code)),
                )


def _source(source: Source) -> Row:
    return {"raw": stored_text(source.raw)} | _place(source.place)


def _place(place: Place) -> Row:
    return {
        "page": place.page,
        "table_no": place.table,
        "row_no": place.row,
        "column_no": place.column,
    } | _box(place.box)


def _box(box: Box) -> Row:
    """The box to a hundredth of a point; text that never stood on a page has none."""
    edges = (box.x0, box.top, box.x1, box.bottom)
    if not any(edges) or not all(map(math.isfinite, edges)):
        return _NO_BOX
    return dict(zip(_NO_BOX, (round(edge, 2) for edge in edges), strict=True))


def _meter(note: PageNote) -> dict[str, object]:
    """The validity meter's columns of a page; all NULL where the page holds no Thai."""
    meter = note.validity
    return {
        "thai_characters": meter.thai if meter else None,
        "rejected_pairs": meter.rejected if meter else None,
        "unreadable": meter.unreadable if meter else None,
        "sara_aa": meter.sara_aa if meter else None,
        "sara_am": meter.sara_am if meter else None,
        "dictionary_share": meter.dictionary_share if meter else None,
    }
