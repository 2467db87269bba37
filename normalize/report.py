"""One document to one report: the order of the steps, and what becomes a finding on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Document, Paragraph, Problem, Table
from normalize.body import Body
from normalize.codebook import book_years
from normalize.halves import read_body
from normalize.items import CodedBody, code_body
from normalize.measures import MeasureFacts, read_measures, unread_values
from normalize.meta import Title, read_title
from normalize.model import Finding, Measure, Meta, PageNote, Report, Score, Source, Weakness
from normalize.prose import instruments_in, overall_in, rating_in, rating_in_tables
from normalize.quoted import quoted_in
from normalize.roles import Columns, read_columns
from normalize.scores import (
    Stated,
    gather,
    is_weights,
    stated_in_items,
    stated_in_table,
    unlabelled,
)
from normalize.sections import Heading, read_heading
from normalize.shape import side_by_side, upright
from normalize.text import clean
from normalize.validity import doubtful_pages, measure, page_texts
from normalize.years import assessment_year, year_of_deadlines


@dataclass(frozen=True, slots=True)
class _Read:
    """A table with its columns, its body and what it is for."""

    table: Table
    columns: Columns
    body: Body
    kind: str


def read_report(document: Document) -> Report:
    """Everything a document states, with findings for what could not be settled."""
    title = read_title(document)
    reads = _read_tables(document)
    useful = [r for r in reads if r.kind in ("measures", "scores")]
    year, basis = assessment_year(title, [r.body for r in useful])
    findings = [_problem(p) for p in document.problems]
    stated: list[Stated] = []
    facts = MeasureFacts()
    ignored: list[tuple[str, Source]] = []
    for read in reads:
        if read.kind not in ("measures", "scores"):
            ignored.append((read.kind, Source(read.table.places[0], _words(read.table))))
            findings += _unknown(read)
            continue
        coded = code_body(read.body, year)
        if read.kind == "scores" and is_weights(coded, book_years()):
            ignored.append(("weights-table", Source(read.table.places[0], _words(read.table))))
            continue
        _collect(read, coded, year, stated, facts, findings)
    stated += overall_in(document.paragraphs, year)
    stated += instruments_in(document.paragraphs, year)
    stated += quoted_in(document.paragraphs, year)
    scores, disagreements = gather(stated)
    findings += disagreements
    findings += [f for m in facts.measures for f in unread_values(m)]
    meta = _meta(title, document, year, basis, facts.measures)
    findings += _meta_findings(meta, scores)
    return _report(document, meta, scores, facts.measures, facts.weaknesses, findings, ignored)


def _collect(
    read: _Read,
    coded: CodedBody,
    year: int | None,
    stated: list[Stated],
    facts: MeasureFacts,
    findings: list[Finding],
) -> None:
    findings += coded.findings
    findings += [
        Finding(
            "warning",
            "indicator-conflict",
            f"An indicator's number and name disagree: {what}",
            source.place,
            source.place.page,
            source.raw,
        )
        for what, source in read.body.conflicts
    ]
    if read.kind == "scores":
        stated += stated_in_table(coded, year)
        stated += stated_in_items(coded, year)
        findings += unlabelled(coded)
        return
    stated += stated_in_items(coded, year)
    if read.columns.where("score"):
        stated += stated_in_table(coded, year)
    found = read_measures(coded, year)
    facts.measures += found.measures
    facts.weaknesses += found.weaknesses


def _read_tables(document: Document) -> list[_Read]:
    reads: list[_Read] = []
    context: Heading | None = None
    last: Columns | None = None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            heading = read_heading(clean(block.text)) if len(block.text) < 160 else None
            if heading is not None and (block.bold or len(block.text) < 90):
                context = heading
            continue
        table = upright(block)
        columns = read_columns(table, last)
        if columns.known:
            last = columns
        for part, roles in side_by_side(table, columns):
            kind = _kind(roles, part)
            section = context if kind == "scores" else None
            body = read_body(part, roles, section)
            if kind == "unknown-table" and _items_with_scores(body):
                kind = "scores"
            reads.append(_Read(part, roles, body, kind))
    return reads


def _items_with_scores(body: Body) -> bool:
    """Whether most rows name an item and state its score in the same cell."""
    entries = [e for r in body.records for e in r.entries]
    return len(entries) >= 2 and sum(bool(e.scores) for e in entries) >= 0.6 * len(entries)


def _kind(columns: Columns, table: Table) -> str:
    """What a table is for, by its roles."""
    if len(columns.where("weight")) >= 2 or (
        columns.where("weight") and not columns.where("score")
    ):
        return "weights-table"
    if columns.where("level", "condition"):
        return "level-table"
    if columns.where("measure"):
        return "measures"
    if columns.where("score") and columns.where(
        "code", "item", "indicator", "subindicator", "instrument", "number"
    ):
        return "scores"
    if columns.where("weakness", "result") and columns.where("item", "code", "indicator"):
        return "measures"
    if columns.where("page") or _is_contents(table):
        return "contents-table"
    return "unknown-table"


def _is_contents(table: Table) -> bool:
    """A table of contents: ascending page numbers in its last column, beside text."""
    numbers = [clean(c.text) for c in table.cells if c.column == table.columns - 1 and c.text]
    pages = [int(n) for n in numbers if n.isdigit()]
    return len(pages) >= 2 and len(pages) >= len(numbers) - 1 and pages == sorted(pages)


def _unknown(read: _Read) -> list[Finding]:
    if read.kind != "unknown-table":
        return []
    header = " | ".join(c.header or "?" for c in read.columns.columns)
    place = read.table.places[0]
    return [
        Finding(
            "warning",
            "unknown-table",
            f"A table with the columns '{header[:200]}' was not understood; if it matters, add its "
            "header words to headers.csv",
            place,
            place.page,
            _words(read.table)[:500],
        )
    ]


def _words(table: Table) -> str:
    return "\n".join(c.text for c in table.cells if c.text)


def _meta(
    title: Title,
    document: Document,
    year: int | None,
    basis: str | None,
    measures: Sequence[Measure],
) -> Meta:
    report_year = title.years[0] if title.years else year_of_deadlines(measures) or year
    plan_year = title.plan_year
    if title.doc_type == "plan":
        plan_year = report_year
    return Meta(
        agency_code=title.agency.code if title.agency else None,
        doc_type=title.doc_type,
        report_year=report_year,
        assessment_year=year,
        assessment_year_basis=basis if year is not None else None,
        plan_year=plan_year,
        period_start=title.period[0] if title.period else None,
        period_end=title.period[1] if title.period else None,
        rating=rating_in(document.paragraphs) or rating_in_tables(document.tables),
        title=title.text.split("\n")[0][:300] if title.text else None,
    )


def _meta_findings(meta: Meta, scores: Sequence[Score]) -> list[Finding]:
    found: list[Finding] = []
    if meta.agency_code is None:
        found.append(
            Finding(
                "error",
                "unknown-agency",
                "The title names no district of Bangkok and "
                "not the city; the facts are kept without an agency",
                page=1,
                raw=meta.title,
            )
        )
    if meta.doc_type is None:
        found.append(
            Finding(
                "warning",
                "unknown-kind",
                "The title does not say whether this is an analysis, a plan or a progress report",
                page=1,
                raw=meta.title,
            )
        )
    if meta.report_year is None:
        found.append(
            Finding("warning", "unknown-year", "The title names no year", page=1, raw=meta.title)
        )
    if meta.assessment_year_basis == "inferred":
        found.append(
            Finding(
                "info",
                "assessment-year-inferred",
                "The year of the assessment "
                f"({meta.assessment_year}) was inferred from the items printed",
                page=1,
            )
        )
    if meta.assessment_year is not None and meta.assessment_year not in book_years() and scores:
        found.append(
            Finding(
                "warning",
                "no-codebook",
                f"There is no code book for {meta.assessment_year}; codes were taken as printed",
                page=1,
            )
        )
    return found


def _problem(problem: Problem) -> Finding:
    return Finding(
        problem.severity, problem.kind, problem.message, page=problem.page, raw=problem.raw
    )


def _report(
    document: Document,
    meta: Meta,
    scores: list[Score],
    measures: list[Measure],
    weaknesses: list[Weakness],
    findings: list[Finding],
    ignored: list[tuple[str, Source]],
) -> Report:
    if not scores and not measures:
        findings.append(
            Finding(
                "error", "nothing-found", "No score and no measure was found in this file", page=1
            )
        )
    lost = any(f.severity == "error" and f.kind in _LOSSES for f in findings)
    texts = page_texts(document)
    readings = {n: v for n, text in texts.items() if (v := measure(text)) is not None}
    findings += doubtful_pages(readings)
    pages = tuple(
        PageNote(
            p.number,
            p.width,
            p.height,
            p.text_source,
            p.characters,
            p.repairs,
            readings.get(p.number),
        )
        for p in document.pages
    )
    failed = not scores and not measures and document.text_source == "none"
    return Report(
        document.file,
        document.sha256,
        "failed" if failed else "partial" if lost else "ok",
        document.text_source,
        meta,
        pages,
        tuple(scores),
        tuple(measures),
        tuple(weaknesses),
        tuple(findings),
        ignored=tuple(ignored),
    )


_LOSSES = frozenset({"no-text-layer", "unreadable-page", "nothing-found", "unknown-agency"})
